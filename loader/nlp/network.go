package nlp

// Sizes of the network.
const (
	wordSize  = 64                  // of the vector of a word
	formSize  = 48                  // of the vector of its other parts
	stateSize = 64                  // units of a recurrent layer, in each direction
	gateSize  = 3 * stateSize       // a unit's gates: reset, update, new value
	bothSize  = 2 * stateSize       // both directions
	arcSize   = 64                  // of what a word shows as a dependent and as a head
	relSize   = 64                  // of the hidden layer that scores relations
	inputSize = wordSize + formSize // of what is known of a word by itself
)

// Fixed points: bits behind the point of the values that gates are made of, of states,
// and of states as they go into products.
const (
	gateBits   = 10
	stateBits  = 14
	activeBits = 7
)

// A network reads a sentence in both directions, twice (gated recurrent units, Cho et
// al. 2014), and scores for each word its tags, its head, and its relation to that head.
// A head is scored by the product of what the dependent and the head show, plus what
// the dependent expects at such a distance. Everything in it is an integer, so that all
// machines decide alike. It is read-only and serves many goroutines.
type network struct {
	tags  []Tag
	poses []UPOS
	rels  []Rel

	words                                       *vocabulary
	vectors, suffixes, endings, prefixes, shape []int8 // wordSize for each word, formSize for each bucket

	sigmoid, tanh []int16 // by the upper bits of a gate's value; stateBits behind the point

	input     *matrix    // a word's form → the gates of both directions
	recurrent [2]*matrix // the first layer's state → its gates
	between   *matrix    // the first layer → the gates of the second
	second    [2]*matrix
	output    *matrix // the second layer → tags, parts of speech, dependent, head, relation of both
	distance  *matrix // a dependent → what it expects at each distance, and of the root
	relation  *matrix // the hidden layer of relations → relations
	rootRel   []int32
}

// Steps between entries of the tables of functions, as bits of a gate's value, and the
// size of the tables, whose middle is the value 0.
const (
	sigmoidStep = 3
	tanhStep    = 2
	tableSize   = 2048
)

func lookUp(table []int16, value int32, step uint) int32 {
	return int32(table[max(0, min(tableSize-1, value>>step+tableSize/2))])
}

// Distances from a dependent to its head: distanceClasses of them before it, and as many
// behind it; the last is the root.
var distanceFrom = [...]int{1, 2, 3, 4, 6, 9, 14, 20, 30}

const (
	distanceClasses = len(distanceFrom) + 1
	rootDistance    = 2 * distanceClasses
)

// distanceClass returns the class of a head's position minus its dependent's.
func distanceClass(d int) int {
	class, size := 0, max(d, -d)
	for class < len(distanceFrom) && size >= distanceFrom[class] {
		class++
	}
	if d >= 0 {
		class += distanceClasses
	}
	return class
}

// formGates is a word's part of the gates of the first layer. It depends on its form
// alone, so that of the forms seen last is kept.
type formGates struct {
	key   uint64 // 0 for none
	gates [2 * gateSize]int16
}

// keptForms is how many forms' gates are kept, by a hash of the form; 3 MB.
const keptForms = 1 << 12

// A scoring is the work of the network on one sentence. Its memory is kept from one to
// the next.
type scoring struct {
	model  *network // whose memory this is
	n      int
	kept   []formGates
	gates  []int32 // 2*gateSize for each word: the input's part
	states []int16 // bothSize for each word: a layer's, as they go into products
	output []int32 // of each word
	arborist
	byHead weights // what heads show: an output for each head
	sums   []int32 // scratch of products
	spread []int32 // scratch
}

// score fills in s for the words of a span.
func (n *network) score(s *scoring, d *Doc, words Span) {
	s.n = words.End - words.Start
	s.gates = sized(s.gates, s.n*2*gateSize)
	s.states = sized(s.states, s.n*bothSize)
	outputs := n.outputs()
	s.output = sized(s.output, s.n*outputs)
	for i := range s.n {
		n.inputGates(s, d.Word(words.Start+i), s.gates[i*2*gateSize:][:2*gateSize])
	}
	n.layer(s, &n.recurrent)
	for i := range s.n {
		n.between.apply(s.states[i*bothSize:][:bothSize], &s.sums, s.gates[i*2*gateSize:][:2*gateSize])
	}
	n.layer(s, &n.second)
	for i := range s.n {
		n.output.apply(s.states[i*bothSize:][:bothSize], &s.sums, s.output[i*outputs:][:outputs])
	}
}

func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}

// inputGates sets gates to what the form of a word gives to the first layer.
func (n *network) inputGates(s *scoring, word string, gates []int32) {
	f := n.formOf(word)
	key := f.key()
	kept := &s.kept[key*hashMul>>32%keptForms]
	if kept.key != key {
		var x [inputSize]int16
		n.vector(f, &x)
		n.input.apply(x[:], &s.sums, gates)
		kept.key = key
		for i, g := range gates {
			kept.gates[i] = int16(max(-1<<15, min(1<<15-1, g)))
		}
	}
	for i, g := range kept.gates {
		gates[i] = int32(g)
	}
}

// vector sets x to the vector of a form.
func (n *network) vector(f form, x *[inputSize]int16) {
	for i, v := range n.vectors[int(f.word)*wordSize:][:wordSize] {
		x[i] = cut(int32(v), -activeLimit)
	}
	a, b := n.suffixes[int(f.suffix)*formSize:][:formSize], n.endings[int(f.ending)*formSize:][:formSize]
	c, d := n.prefixes[int(f.prefix)*formSize:][:formSize], n.shape[int(f.shape)*formSize:][:formSize]
	for i := range formSize {
		sum := int16(a[i]) + int16(b[i]) + int16(c[i]) + int16(d[i])
		x[wordSize+i] = max(-activeLimit, min(activeLimit, sum))
	}
}

// layer runs a recurrent layer in both directions over s.gates, and sets s.states.
func (n *network) layer(s *scoring, recurrent *[2]*matrix) {
	for direction, m := range recurrent {
		var state [stateSize]int32
		var active [stateSize]int16
		var own [gateSize]int32
		for k := range s.n {
			i := k
			if direction == 1 {
				i = s.n - 1 - k
			}
			m.apply(active[:], &s.sums, own[:])
			n.step(&state, s.gates[i*2*gateSize+direction*gateSize:][:gateSize], &own)
			for u, v := range state {
				active[u] = cut((v+1<<(stateBits-activeBits-1))>>(stateBits-activeBits), -activeLimit)
			}
			copy(s.states[i*bothSize+direction*stateSize:], active[:])
		}
	}
}

// step takes a word in: its part of the gates and the state's own.
func (n *network) step(state *[stateSize]int32, word []int32, own *[gateSize]int32) {
	word = word[:gateSize]
	for u := range state {
		reset := lookUp(n.sigmoid, word[u]+own[u], sigmoidStep)
		update := lookUp(n.sigmoid, word[stateSize+u]+own[stateSize+u], sigmoidStep)
		value := lookUp(n.tanh, word[2*stateSize+u]+reset*own[2*stateSize+u]>>stateBits, tanhStep)
		state[u] = value + update*(state[u]-value)>>stateBits
	}
}

// Places of the outputs of a word, and how many they are.
func (n *network) tagPlace() int  { return 0 }
func (n *network) posPlace() int  { return len(n.tags) }
func (n *network) depPlace() int  { return n.posPlace() + len(n.poses) }
func (n *network) headPlace() int { return n.depPlace() + arcSize }
func (n *network) relPlace() int  { return n.headPlace() + arcSize }
func (n *network) outputs() int   { return n.relPlace() + 2*relSize }

// at returns part of the outputs of word i.
func (s *scoring) at(i, place, size int) []int32 {
	return s.output[i*s.model.outputs()+place:][:size]
}

// cut returns v cut to what may go into a product.
func cut(v, least int32) int16 { return int16(max(least, min(activeLimit, v))) }

// scoreHeads sets the scores of the arborist.
func (n *network) scoreHeads(s *scoring) {
	s.byHead.reset(arcSize, s.n)
	for j := range s.n {
		for k, v := range s.at(j, n.headPlace(), arcSize) {
			s.byHead.set(j, k, int8(cut(v, 0)))
		}
	}
	s.scores = sized(s.scores, s.n*(s.n+1))
	s.spread = sized(s.spread, n.distance.weights.out)
	for i := range s.n {
		var dep [arcSize]int16
		for k, v := range s.at(i, n.depPlace(), arcSize) {
			dep[k] = cut(v, -activeLimit)
		}
		n.distance.apply(dep[:], &s.sums, s.spread)
		row := s.scores[i*(s.n+1):][:s.n+1]
		row[0] = s.spread[rootDistance]
		for j, sum := range s.byHead.multiply(dep[:], &s.sums) {
			row[j+1] = sum + s.spread[distanceClass(j-i)]
		}
		row[i+1] = never
	}
}

// relBits are the bits behind the point of a relation's hidden units before they are cut.
const relBits = 4

// relationOf returns the relation of word i to its head, -1 for the root.
func (n *network) relationOf(s *scoring, i, head int) Rel {
	var hidden [relSize]int16
	dep := s.at(i, n.relPlace(), relSize)
	other := n.rootRel
	if head >= 0 {
		other = s.at(head, n.relPlace()+relSize, relSize)
	}
	for k := range hidden {
		hidden[k] = cut((dep[k]+other[k])>>relBits, 0)
	}
	s.spread = sized(s.spread, n.relation.weights.out)
	n.relation.apply(hidden[:], &s.sums, s.spread)
	best := -1
	for r, score := range s.spread {
		if (n.rels[r] == RelRoot) == (head < 0) && (best < 0 || score > s.spread[best]) {
			best = r
		}
	}
	return n.rels[best]
}

// best returns the index of the greatest value, the first of equal ones.
func best(values []int32) int {
	top := 0
	for i, v := range values {
		if v > values[top] {
			top = i
		}
	}
	return top
}

// zeroed returns s with n elements, all zero.
func zeroed[T any](s []T, n int) []T {
	s = sized(s, n)
	clear(s)
	return s
}
