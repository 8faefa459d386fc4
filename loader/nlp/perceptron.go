package nlp

import (
	"math/rand/v2"
	"slices"
)

// A perceptron scores classes by sums of small integer weights, a row of them for each
// feature. It is read-only once built, so any number of goroutines may use it; sums are
// integers, so every machine decides alike.
type perceptron struct {
	classes int
	lanes   int // words a row
	shift   uint
	slots   []perceptronSlot
	rows    []uint64 // four sums of 16 bits in each word; a weight w is stored as w+weightBias
}

// A perceptronSlot finds the row of a feature. Row 0 is none.
type perceptronSlot struct{ check, row uint32 }

const (
	// weightBias makes every weight positive, so that four can be added at once. All
	// classes of a row get it alike, which leaves their order as it is.
	weightBias = 128
	// maxFeatures is how many features can be summed before 16 bits overflow.
	maxFeatures = 65535 / (2 * weightBias)
	// maxLanes bounds the words of a row.
	maxLanes = 20
	// keyBits is the part of a feature's hash that tells it from others.
	keyBits = 40
)

// A weightRow is the weights of one feature, as trained and stored.
type weightRow struct {
	key     uint64 // keyBits bits
	weights []int8 // one a class
}

func featureKey(h uint64) uint64 { return h >> (64 - keyBits) }

// newPerceptron builds the tables of the rows.
func newPerceptron(classes int, rows []weightRow) *perceptron {
	bits := uint(8)
	for 1<<bits < 2*len(rows) {
		bits++
	}
	p := &perceptron{
		classes: classes,
		lanes:   (classes + 3) / 4,
		shift:   keyBits - bits,
		slots:   make([]perceptronSlot, 1<<bits),
	}
	p.rows = make([]uint64, p.lanes*(len(rows)+1))
	for i, row := range rows {
		p.insert(uint32(i+1), row)
	}
	return p
}

func (p *perceptron) insert(n uint32, row weightRow) {
	i := int(row.key >> p.shift)
	for p.slots[i].row != 0 {
		i = (i + 1) & (len(p.slots) - 1)
	}
	p.slots[i] = perceptronSlot{uint32(row.key), n}
	words := p.rows[int(n)*p.lanes:][:p.lanes]
	for c, w := range row.weights {
		words[c/4] |= uint64(int(w)+weightBias) << (16 * (c % 4))
	}
}

// find returns the number of the row of the feature with hash h, 0 if it has none.
func (p *perceptron) find(h uint64) uint32 {
	key := featureKey(h)
	check := uint32(key)
	for i := int(key >> p.shift); ; i = (i + 1) & (len(p.slots) - 1) {
		s := p.slots[i]
		if s.row == 0 || s.check == check {
			return s.row
		}
	}
}

// A tally holds the sums of the classes while they are added up.
type tally [maxLanes]uint64

// score adds up the rows of the features. At most maxFeatures count.
func (p *perceptron) score(features []uint64, t *tally) {
	sums := t[:p.lanes]
	clear(sums)
	for _, h := range features[:min(len(features), maxFeatures)] {
		n := int(p.find(h))
		if n == 0 {
			continue
		}
		row := p.rows[n*len(sums):][:len(sums)]
		for i, w := range row {
			sums[i] += w
		}
	}
}

// at returns the sum of class c. Sums compare within one tally only.
func (t *tally) at(c int) int32 { return int32(t[c>>2] >> (16 * (c & 3)) & 0xffff) }

// best returns the class with the greatest sum, the first of equals.
func (p *perceptron) best(t *tally) int {
	best, top := 0, int32(-1)
	for c := range p.classes {
		if s := t.at(c); s > top {
			best, top = c, s
		}
	}
	return best
}

// bestOf returns the allowed class with the greatest sum.
func (t *tally) bestOf(allowed []uint8) int {
	best, top := 0, int32(-1)
	for _, c := range allowed {
		if s := t.at(int(c)); s > top {
			best, top = int(c), s
		}
	}
	return best
}

// A learner trains a perceptron: weights are averaged over all steps, which is worth
// about as much as voting among them.
type learner struct {
	classes int
	index   map[uint64]int32
	keys    []uint64
	weights []int32
	sums    []int64 // of each change times the step it was made at
	updates []int32 // changes to each row
	step    int64
	rows    []int32
	scores  []int32
	chance  *rand.Rand
	without float64 // the share of features that are left out
}

// newLearner returns a learner that leaves out a share of the features of an example,
// drawn anew each time, so that no weight relies on others being there that other texts
// lack: +0.7 % of the tags of GUM dev, +1.4 of the F1 of people on Worldwide.
func newLearner(classes int, without float64, seed uint64) *learner {
	return &learner{
		classes: classes, index: make(map[uint64]int32), scores: make([]int32, classes), step: 1,
		chance: rand.New(rand.NewPCG(seed, 4)), without: without,
	}
}

// score returns the scores of the classes; they are valid until the next call.
func (l *learner) score(features []uint64) []int32 {
	clear(l.scores)
	l.rows = l.rows[:0]
	for _, h := range features {
		n, ok := l.index[featureKey(h)]
		if !ok {
			l.rows = append(l.rows, -1)
			continue
		}
		l.rows = append(l.rows, n)
		for c, w := range l.weights[int(n)*l.classes:][:l.classes] {
			l.scores[c] += w
		}
	}
	return l.scores
}

// learnMargin is by how much the right class must lead for the weights to stay.
const learnMargin = 20

// learn returns the best class by the features, and corrects the weights. Class 0 is
// none: it is neither learned nor returned.
func (l *learner) learn(features []uint64, gold int) int {
	best := 1 + argmax(l.score(features)[1:])
	if gold == 0 {
		return best
	}
	l.step++
	features = l.thin(features)
	scores := l.score(features)
	rival := 0
	for c := 1; c < len(scores); c++ {
		if c != gold && (rival == 0 || scores[c] > scores[rival]) {
			rival = c
		}
	}
	if scores[gold]-scores[rival] < learnMargin {
		l.update(features, gold, rival)
	}
	return best
}

// thin leaves out features by chance. It works in place.
func (l *learner) thin(features []uint64) []uint64 {
	kept := features[:0]
	for _, f := range features {
		if l.chance.Float64() >= l.without {
			kept = append(kept, f)
		}
	}
	return kept
}

func argmax(scores []int32) int {
	best := 0
	for c, s := range scores {
		if s > scores[best] {
			best = c
		}
	}
	return best
}

// update moves the weights of the features from class wrong to class right.
func (l *learner) update(features []uint64, right, wrong int) {
	for _, h := range features {
		n := l.row(featureKey(h))
		l.add(n, right, 1)
		l.add(n, wrong, -1)
		l.updates[n]++
	}
}

func (l *learner) add(row, class int, by int32) {
	i := row*l.classes + class
	l.weights[i] += by
	l.sums[i] += int64(by) * l.step
}

func (l *learner) row(key uint64) int {
	if n, ok := l.index[key]; ok {
		return int(n)
	}
	n := len(l.keys)
	l.index[key] = int32(n)
	l.keys = append(l.keys, key)
	l.updates = append(l.updates, 0)
	for range l.classes {
		l.weights = append(l.weights, 0)
		l.sums = append(l.sums, 0)
	}
	return n
}

// average returns the averaged weights, scaled to int8, of the rows that have one of at
// least least and were changed at least twice.
func (l *learner) average(least int) []weightRow {
	scale := l.scale()
	var rows []weightRow
	for n, key := range l.keys {
		if l.updates[n] < 2 {
			continue
		}
		row := weightRow{key, make([]int8, l.classes)}
		keep := false
		for c := range row.weights {
			w := quantize(l.mean(n*l.classes+c) * scale)
			row.weights[c] = w
			keep = keep || int(w) >= least || int(w) <= -least
		}
		if keep {
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b weightRow) int {
		if a.key < b.key {
			return -1
		}
		return 1
	})
	return rows
}

func (l *learner) mean(i int) float64 {
	return float64(l.weights[i]) - float64(l.sums[i])/float64(l.step)
}

// scale maps all but one in two thousand of the weights into the range of int8.
func (l *learner) scale() float64 {
	var sizes []float64
	for i := range l.weights {
		if l.weights[i] != 0 || l.sums[i] != 0 {
			m := l.mean(i)
			sizes = append(sizes, max(m, -m))
		}
	}
	if len(sizes) == 0 {
		return 1
	}
	slices.Sort(sizes)
	return 127 / max(sizes[len(sizes)-1-len(sizes)/2000], 1e-9)
}

func quantize(x float64) int8 {
	x = max(-127, min(127, x))
	if x < 0 {
		return int8(x - 0.5)
	}
	return int8(x + 0.5)
}
