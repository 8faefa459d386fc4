package nlp

import "sync"

// An action is a step of the parser, which reads a sentence from left to right with a
// stack of words whose heads are still open (the arc-hybrid system).
type action uint8

const (
	actShift action = iota // push the next word
	actLeft                // the next word is the head of the top of the stack, which is popped
	actRight               // the second of the stack is the head of the top, which is popped
	numActions
)

// A parse is the state of the parser: words are 0 to n-1, and n is the root, which
// stands behind the last word.
type parse struct {
	n     int32
	next  int32   // the next word
	stack []int32 // the top is last
	head  []int32
	rel   []Rel
	// Dependents found so far: the outermost two on each side and how many.
	left, right   []int32
	left2, right2 []int32
	lefts, rights []uint8
}

const noWord = int32(-1)

func (p *parse) reset(n int) {
	p.n, p.next = int32(n), 0
	p.stack = p.stack[:0]
	p.head, p.left, p.right = refill(p.head, n+1), refill(p.left, n+1), refill(p.right, n+1)
	p.left2, p.right2 = refill(p.left2, n+1), refill(p.right2, n+1)
	p.rel = zeroed(p.rel, n+1)
	p.lefts, p.rights = zeroed(p.lefts, n+1), zeroed(p.rights, n+1)
}

// refill returns s with n elements, all noWord.
func refill(s []int32, n int) []int32 {
	if cap(s) < n {
		s = make([]int32, n+n/2)
	}
	s = s[:n]
	for i := range s {
		s[i] = noWord
	}
	return s
}

func zeroed[T any](s []T, n int) []T {
	if cap(s) < n {
		s = make([]T, n+n/2)
	}
	s = s[:n]
	clear(s)
	return s
}

// top returns the word k below the top of the stack, noWord if there is none.
func (p *parse) top(k int) int32 {
	if k >= len(p.stack) {
		return noWord
	}
	return p.stack[len(p.stack)-1-k]
}

func (p *parse) done() bool { return p.next == p.n && len(p.stack) == 0 }

// can reports whether the action is possible. One word only may hang on the root: the
// last of the stack.
func (p *parse) can(a action) bool {
	switch a {
	case actShift:
		return p.next < p.n
	case actLeft:
		return len(p.stack) > 0 && (p.next < p.n || len(p.stack) == 1)
	}
	return len(p.stack) > 1
}

// arc returns the head and the dependent that the action joins.
func (p *parse) arc(a action) (head, dep int32) {
	if a == actLeft {
		return p.next, p.top(0)
	}
	return p.top(1), p.top(0)
}

// apply takes the step; rel is of the arc it makes, if any.
func (p *parse) apply(a action, rel Rel) {
	if a == actShift {
		p.stack = append(p.stack, p.next)
		p.next++
		return
	}
	head, dep := p.arc(a)
	p.stack = p.stack[:len(p.stack)-1]
	p.head[dep], p.rel[dep] = head, rel
	if a == actLeft {
		p.left2[head], p.left[head] = p.left[head], dep
		p.lefts[head]++
	} else {
		p.right2[head], p.right[head] = p.right[head], dep
		p.rights[head]++
	}
}

// costs returns for each action how many gold heads it makes impossible to find, -1 if
// the action is not possible. gold[i] is the head of word i.
func (p *parse) costs(gold []int32) (cost [numActions]int) {
	s0, s1 := p.top(0), p.top(1)
	for a := range numActions {
		if !p.can(a) {
			cost[a] = -1
		}
	}
	if cost[actShift] == 0 {
		for i, w := range p.stack {
			if gold[w] == p.next || gold[p.next] == w && i != len(p.stack)-1 {
				cost[actShift]++
			}
		}
	}
	if s0 == noWord {
		return cost
	}
	waiting := 0 // dependents of s0 that are still to come
	for w := p.next; w < p.n; w++ {
		if gold[w] == s0 {
			waiting++
		}
	}
	head := gold[s0]
	if cost[actLeft] == 0 {
		cost[actLeft] = waiting
		if head == s1 && s1 != noWord || head > p.next {
			cost[actLeft]++
		}
	}
	if cost[actRight] == 0 {
		cost[actRight] = waiting
		if head >= p.next {
			cost[actRight]++
		}
	}
	return cost
}

// A parser finds heads and relations. A network scores the actions and the relation of
// the arc that each would make.
type parser struct {
	words *wordIDs
	tags  [NumTags][NumUPOS]uint8 // the number of each pair seen in training, from 2; 0 for others
	net   *network
}

// Heads adds heads and relations.
var Heads = Annotator{
	Name:  "heads",
	Needs: []Layer{TokenLayer, SentenceLayer, TagLayer},
	Adds:  HeadLayer,
	Run:   parseDoc,
}

func parseDoc(d *Doc) error {
	m, err := LoadModels()
	if err != nil {
		return err
	}
	m.Parse(d)
	return nil
}

// Parse gives the tokens of d, which have tags, heads and relations.
func (m *Models) Parse(d *Doc) {
	p := parserPool.Get().(*parsing)
	defer parserPool.Put(p)
	for _, s := range d.Sentences {
		p.sentence(m.parser, d, s)
	}
}

var parserPool = sync.Pool{New: func() any { return new(parsing) }}

func (p *parsing) sentence(m *parser, d *Doc, s Span) {
	p.read(m, d, s)
	for !p.done() {
		a, only := p.forced()
		if !only || a != actShift {
			p.features()
			m.net.hide(&p.state, &p.hidden)
		}
		if !only {
			a = p.choose(m)
		}
		rel := RelNone
		if a != actShift {
			rel = p.label(m, a)
		}
		p.apply(a, rel)
	}
	for i := range p.n {
		t := &d.Tokens[s.Start+int(i)]
		t.Head, t.Rel = int32(s.Start)+p.head[i], p.rel[i]
		if p.head[i] == p.n {
			t.Head, t.Rel = int32(s.Start)+i, RelRoot
		}
	}
}

// forced returns a possible action, and whether it is the only one.
func (p *parse) forced() (a action, only bool) {
	n := 0
	for b := range numActions {
		if p.can(b) {
			a = b
			n++
		}
	}
	return a, n == 1
}

// choose returns the possible action with the greatest score.
func (p *parsing) choose(m *parser) action {
	best, top := numActions, 0
	for a := range numActions {
		if !p.can(a) {
			continue
		}
		if s := m.net.output(&p.hidden, int(a)); best == numActions || s > top {
			best, top = a, s
		}
	}
	return best
}

// label returns the relation with the greatest score for the arc that the action makes.
func (p *parsing) label(m *parser, a action) Rel {
	if head, _ := p.arc(a); head == p.n {
		return RelRoot
	}
	best, top := RelNone, 0
	for rel := RelNone + 1; rel < NumRels; rel++ {
		if s := m.net.output(&p.hidden, labelOutput(a, rel)); best == RelNone || s > top {
			best, top = rel, s
		}
	}
	return best
}

// labelOutput is the output of the network that scores a relation for an arc to the
// left or the right.
func labelOutput(a action, rel Rel) int {
	return int(numActions) + int(a-actLeft)*int(NumRels) + int(rel)
}

const parserOutputs = int(numActions) + 2*int(NumRels)
