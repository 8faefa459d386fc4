package nlp

import (
	"math"
	"math/rand/v2"
)

// A matrix is trained: rows of numbers with the gradient of the loss and the averages
// that Adam keeps of it.
type matrix struct {
	width   int
	values  []float32
	grad    []float32
	mean    []float32
	square  []float32
	touched []int32 // rows with a gradient
	marked  []bool
}

func newMatrix(rows, width int) *matrix {
	n := rows * width
	return &matrix{
		width: width, values: make([]float32, n), grad: make([]float32, n),
		mean: make([]float32, n), square: make([]float32, n), marked: make([]bool, rows),
	}
}

// fill draws the values from a normal distribution.
func (m *matrix) fill(deviation float64, chance *rand.Rand) *matrix {
	for i := range m.values {
		m.values[i] = float32(chance.NormFloat64() * deviation)
	}
	return m
}

func (m *matrix) row(i int) []float32 { return m.values[i*m.width:][:m.width] }

// gradient returns the gradient of a row, to be added to.
func (m *matrix) gradient(i int) []float32 {
	if !m.marked[i] {
		m.marked[i] = true
		m.touched = append(m.touched, int32(i))
	}
	return m.grad[i*m.width:][:m.width]
}

// Constants of Adam.
const (
	adamMean   = 0.9
	adamSquare = 0.995
	adamLeast  = 1e-6
)

// step moves the touched rows against their gradient, which it clears.
func (m *matrix) step(rate, decay float32) {
	for _, r := range m.touched {
		at := int(r) * m.width
		values, grad := m.values[at:at+m.width], m.grad[at:at+m.width]
		mean, square := m.mean[at:at+m.width], m.square[at:at+m.width]
		for i, g := range grad {
			mean[i] += (1 - adamMean) * (g - mean[i])
			square[i] += (1 - adamSquare) * (g*g - square[i])
			values[i] -= rate * (mean[i]/(float32(math.Sqrt(float64(square[i])))+adamLeast) + decay*values[i])
			grad[i] = 0
		}
		m.marked[r] = false
	}
	m.touched = m.touched[:0]
}

// A netLearner trains a network on states one after the other: forward gives the
// scores of outputs, backward takes the gradient of the loss in them. A batch of states
// ends with a step.
type netLearner struct {
	vectors *matrix
	weights *matrix // of place and dimension
	rows    *matrix
	bias    *matrix
	outputs *matrix // each with its offset in the last unit
	chance  *rand.Rand
	hidden  []float32 // of the state at hand, with a last unit of one
	back    []float32
	drop    []float32

	// Products of words at places, made once a batch, and their gradients.
	slot     []int32 // of word and place, 0 for none
	products [][]float32
	backs    [][]float32
	keys     []int32
}

// dropHidden is the share of hidden units left out while learning.
const dropHidden = 0.35

const outputWidth = hiddenSize + 16 // the offset stands behind the units

func newNetLearner(vectors [][]float32, words, outputs int, seed uint64) *netLearner {
	chance := rand.New(rand.NewPCG(seed, 8))
	l := &netLearner{
		vectors: newMatrix(words, vectorSize).fill(0.3, chance),
		weights: newMatrix(wordPlaces*vectorSize, hiddenSize).fill(0.06, chance),
		rows:    newMatrix(netRows, hiddenSize).fill(0.15, chance),
		bias:    newMatrix(1, hiddenSize),
		outputs: newMatrix(outputs, outputWidth).fill(0.06, chance),
		chance:  chance,
		hidden:  make([]float32, outputWidth), back: make([]float32, outputWidth), drop: make([]float32, hiddenSize),
		slot: make([]int32, words*wordPlaces),
	}
	for w, v := range vectors {
		if v != nil {
			copy(l.vectors.row(w), v)
		}
	}
	return l
}

// forward computes the hidden units of a state.
func (l *netLearner) forward(s *netState) {
	h := l.hidden[:hiddenSize]
	copy(h, l.bias.row(0))
	for _, r := range s.rows {
		addScaled(h, 1, l.rows.row(int(r)))
	}
	for place, w := range s.words {
		addScaled(h, 1, l.products[l.slotOf(w, place)-1])
	}
	for i := range h {
		l.drop[i] = 0
		if h[i] > 0 && l.chance.Float32() >= dropHidden {
			l.drop[i] = 1 / (1 - dropHidden)
		}
		h[i] *= l.drop[i]
	}
	l.hidden[hiddenSize] = 1
	clear(l.back)
}

func (l *netLearner) slotOf(w int32, place int) int32 {
	key := w*wordPlaces + int32(place)
	if l.slot[key] != 0 {
		return l.slot[key]
	}
	l.keys = append(l.keys, key)
	n := len(l.keys)
	l.slot[key] = int32(n)
	if n > len(l.products) {
		l.products = append(l.products, make([]float32, hiddenSize))
		l.backs = append(l.backs, make([]float32, hiddenSize))
	}
	p := l.products[n-1]
	clear(p)
	clear(l.backs[n-1])
	for d, v := range l.vectors.row(int(w)) {
		addScaled(p, v, l.weights.row(place*vectorSize+d))
	}
	return int32(n)
}

// score returns the score of an output.
func (l *netLearner) score(o int) float32 { return product(l.hidden, l.outputs.row(o)) }

// blame takes the gradient of the loss in an output.
func (l *netLearner) blame(o int, g float32) {
	addScaled(l.back, g, l.outputs.row(o))
	addScaled(l.outputs.gradient(o), g, l.hidden)
}

// backward carries the gradient of the hidden units on.
func (l *netLearner) backward(s *netState) {
	back := l.back[:hiddenSize]
	for i := range back {
		back[i] *= l.drop[i]
	}
	addScaled(l.bias.gradient(0), 1, back)
	for _, r := range s.rows {
		addScaled(l.rows.gradient(int(r)), 1, back)
	}
	for place, w := range s.words {
		addScaled(l.backs[l.slot[w*wordPlaces+int32(place)]-1], 1, back)
	}
}

// decay pulls the weights towards zero.
const decay = 1e-5

// step ends a batch.
func (l *netLearner) step(rate float32) {
	for n, key := range l.keys {
		w, place := int(key/wordPlaces), int(key%wordPlaces)
		back := l.backs[n]
		vector, moved := l.vectors.row(w), l.vectors.gradient(w)
		for d := range vector {
			r := place*vectorSize + d
			addScaled(l.weights.gradient(r), vector[d], back)
			moved[d] += product(l.weights.row(r), back)
		}
		l.slot[key] = 0
	}
	l.keys = l.keys[:0]
	l.vectors.step(rate/4, 0)
	for _, m := range []*matrix{l.weights, l.rows, l.bias, l.outputs} {
		m.step(rate, decay)
	}
}
