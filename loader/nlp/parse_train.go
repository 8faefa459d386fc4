package nlp

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
)

const (
	// parserVectors is how many of the commonest words have a vector beside those of
	// the documents.
	parserVectors = 24000
	// batchStates is after how many states the weights are changed.
	batchStates = 500
	learnRate   = 0.0025
	// explore is the chance that the parser follows its own choice while learning, so
	// that it learns what is best after an error.
	explore = 0.9
)

// TrainParser returns the model file of a parser trained on the heads and relations of
// the documents. Their tags should be those of a tagger, with about as many errors as it
// makes on other texts.
func TrainParser(vectors WordVectors, docs []*Doc, o TrainOptions) ([]byte, error) {
	l := newParserLearner(vectors, docs, o.Seed)
	order := rand.New(rand.NewPCG(o.Seed, 2))
	all := o.Rounds * len(docs)
	for round := range o.Rounds {
		l.states, l.wrong, l.heads, l.wrongHeads = 0, 0, 0, 0
		for k, n := range order.Perm(len(docs)) {
			for _, s := range docs[n].Sentences {
				l.sentence(docs[n], s, round == 0)
			}
			l.rate = learnRate * (1 - float32(round*len(docs)+k)/float32(all))
		}
		o.logf("parser: round %d: %.2f %% of actions and %.2f %% of relations right while learning", round+1,
			100-100*float64(l.wrong)/float64(l.states), 100-100*float64(l.wrongHeads)/float64(l.heads))
		if o.Each != nil {
			o.Each(packModel(kindParser, l.append(nil)))
		}
	}
	return packModel(kindParser, l.append(nil)), nil
}

// A parserLearner trains on the states that the parser gets into by itself.
type parserLearner struct {
	m       parser
	keys    []uint64
	counts  []int // of words in training, by number
	net     *netLearner
	chance  *rand.Rand
	gold    []int32
	p       parsing
	rate    float32
	pending int

	states, wrong, heads, wrongHeads int
}

func newParserLearner(v WordVectors, docs []*Doc, seed uint64) *parserLearner {
	l := &parserLearner{chance: rand.New(rand.NewPCG(seed, 3)), rate: learnRate}
	l.numberTags(docs)
	vectors := l.numberWords(v, docs)
	l.m.words = newWordIDs(l.keys)
	l.counts = make([]int, l.m.words.count)
	var x lexeme
	for _, d := range docs {
		for i := range d.Tokens {
			x.analyze(d.Word(i), emptyLexicon)
			l.counts[l.m.words.find(x.lower, x.suffix[2])]++
		}
	}
	l.net = newNetLearner(vectors, l.m.words.count, parserOutputs, seed)
	return l
}

// numberTags gives pairs of tag and part of speech numbers.
func (l *parserLearner) numberTags(docs []*Doc) {
	var counts [NumTags][NumUPOS]int
	for _, d := range docs {
		for _, t := range d.Tokens {
			counts[t.XPOS][t.UPOS]++
		}
	}
	next := uint8(firstTag)
	for tag := range counts {
		for pos, n := range counts[tag] {
			if n > 3 && next < tagValues-1 {
				l.m.tags[tag][pos] = next
				next++
			}
		}
	}
}

// numberWords lists the words to be known, those of the documents and the commonest of
// the vectors, and returns the vectors by number.
func (l *parserLearner) numberWords(v WordVectors, docs []*Doc) [][]float32 {
	counts := make(map[uint64]int)
	var x lexeme
	for _, d := range docs {
		for i := range d.Tokens {
			x.analyze(d.Word(i), emptyLexicon)
			counts[featureKey(x.lower)]++
		}
	}
	byKey := make(map[uint64][]float32)
	for n, w := range v.Words {
		key := featureKey(lowerHash(w))
		if byKey[key] == nil {
			byKey[key] = v.Vectors[n]
			if n < parserVectors {
				counts[key]++
			}
		}
	}
	for key, n := range counts {
		if n > 1 || byKey[key] != nil {
			l.keys = append(l.keys, key)
		}
	}
	slices.SortFunc(l.keys, func(a, b uint64) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return int(int64(a) - int64(b))
	})
	vectors := make([][]float32, firstWord+len(l.keys))
	for n, key := range l.keys {
		vectors[firstWord+n] = byKey[key]
	}
	return vectors
}

func (l *parserLearner) sentence(d *Doc, s Span, guided bool) {
	p := &l.p
	p.read(&l.m, d, s)
	l.forget(d, s)
	l.gold = l.gold[:0]
	for i := s.Start; i < s.End; i++ {
		head := d.Tokens[i].Head
		if head == int32(i) {
			head = int32(s.End)
		}
		l.gold = append(l.gold, head-int32(s.Start))
	}
	for !p.done() {
		p.features()
		l.net.forward(&p.state)
		a := l.action(guided)
		rel := RelNone
		if a != actShift {
			rel = l.label(d, s, a)
		}
		l.net.backward(&p.state)
		p.apply(a, rel)
		l.pending++
	}
	if l.pending >= batchStates {
		l.net.step(l.rate)
		l.pending = 0
	}
}

// forget takes rare words for unknown ones now and then, so that those learn.
func (l *parserLearner) forget(d *Doc, s Span) {
	var x lexeme
	for i := s.Start; i < s.End; i++ {
		w := &l.p.word[i-s.Start+1]
		if n := l.counts[*w]; l.chance.Float64() < 0.05+0.4/(0.4+float64(n)) {
			x.analyze(d.Word(i), emptyLexicon)
			*w = unknownWord(x.suffix[2])
		}
	}
}

// action chooses an action and learns that those without cost are right.
func (l *parserLearner) action(guided bool) action {
	cost := l.p.costs(l.gold)
	least := 1 << 30
	var scores, chances [numActions]float32
	best, right := numActions, numActions
	for a := range numActions {
		if cost[a] < 0 {
			continue
		}
		least = min(least, cost[a])
		scores[a] = l.net.score(int(a))
		if best == numActions || scores[a] > scores[best] {
			best = a
		}
	}
	all, good := float32(0), float32(0)
	for a := range numActions {
		if cost[a] < 0 {
			continue
		}
		chances[a] = exp(scores[a] - scores[best])
		all += chances[a]
		if cost[a] == least {
			good += chances[a]
			if right == numActions || scores[a] > scores[right] {
				right = a
			}
		}
	}
	for a := range numActions {
		if cost[a] < 0 {
			continue
		}
		g := chances[a] / all
		if cost[a] == least {
			g -= chances[a] / max(good, 1e-20)
		}
		l.net.blame(int(a), g)
	}
	l.states++
	if cost[best] > least {
		l.wrong++
	}
	if !guided && l.chance.Float64() < explore {
		return best
	}
	return right
}

// label chooses the relation of the arc that the action makes, and learns it if the arc
// is a gold one.
func (l *parserLearner) label(d *Doc, s Span, a action) Rel {
	head, dep := l.p.arc(a)
	if head == l.p.n {
		return RelRoot
	}
	var scores [NumRels]float32
	best := RelNone + 1
	for rel := RelNone + 1; rel < NumRels; rel++ {
		scores[rel] = l.net.score(labelOutput(a, rel))
		if scores[rel] > scores[best] {
			best = rel
		}
	}
	if l.gold[dep] != head {
		return best
	}
	gold := d.Tokens[s.Start+int(dep)].Rel
	all, top := float32(0), scores[best]
	for rel := RelNone + 1; rel < NumRels; rel++ {
		scores[rel] = exp(scores[rel] - top)
		all += scores[rel]
	}
	for rel := RelNone + 1; rel < NumRels; rel++ {
		g := scores[rel] / all
		if rel == gold {
			g--
		}
		if g > 1e-4 || g < -1e-4 {
			l.net.blame(labelOutput(a, rel), g)
		}
	}
	l.heads++
	if best != gold {
		l.wrongHeads++
	}
	return best
}

// exp returns e to the x, 0 for an x so small that it does not matter.
func exp(x float32) float32 {
	if x < -12 {
		return 0
	}
	return float32(math.Exp(float64(x)))
}

// append writes the words, the tags and the network.
func (l *parserLearner) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(l.keys)))
	for _, key := range l.keys {
		b = append(b, byte(key), byte(key>>8), byte(key>>16), byte(key>>24), byte(key>>32))
	}
	for tag := range l.m.tags {
		b = append(b, l.m.tags[tag][:]...)
	}
	return l.net.append(b)
}
