package nlp

// Integer products of matrices with vectors, three outputs to a machine word: a weight
// of 8 bits times a value of 8 bits, summed over the inputs, fits laneBits, so one
// multiplication of 64 bits does the work of three. Exact, and the same on every machine.

const (
	laneBits    = 21
	lanesInWord = 3
	laneLimit   = 1 << (laneBits - 1) // what a sum may not reach, either way
	activeLimit = 127                 // of a value that goes into a product
)

// A lanes is a matrix of weights whose outputs stand three to a word, with what brings
// their sums to the scale of the layer: out = sum × factor >> shift + bias.
type lanes struct {
	in, out, words int
	weights        []fourRows // words for each four inputs
	factor, bias   []int32
	shift          uint
}

// fourRows are the words of four inputs for the same outputs, side by side for the cache.
type fourRows [4]uint64

// newLanes packs weights, in values for each output. It reports false if a sum could
// overflow its lane.
func newLanes(in, out int, weights []int8) (*lanes, bool) {
	m := &lanes{in: in, out: out, words: (out + lanesInWord - 1) / lanesInWord}
	m.weights = make([]fourRows, (in+3)/4*m.words)
	for o := range out {
		sum := 0
		for i, w := range weights[o*in:][:in] {
			sum += max(int(w), -int(w))
			m.weights[i/4*m.words+o/lanesInWord][i%4] += uint64(int64(w)) << (o % lanesInWord * laneBits)
		}
		if sum*activeLimit >= laneLimit {
			return nil, false
		}
	}
	return m, true
}

// apply sets out to the outputs for values x, none greater than activeLimit. acc is
// scratch memory of at least m.words.
func (m *lanes) apply(x []int32, acc []uint64, out []int32) {
	acc = acc[:m.words]
	multiply(acc, m.weights, x[:m.in])
	out = out[:m.out]
	factor, bias := m.factor[:len(out)], m.bias[:len(out)]
	o := 0
	for _, word := range acc {
		for range min(lanesInWord, len(out)-o) {
			sum := lane(word)
			out[o] = int32(int64(sum)*int64(factor[o])>>m.shift) + bias[o]
			word = (word - uint64(sum)) >> laneBits
			o++
		}
	}
}

// lane returns the signed number in the lowest lane of a word.
func lane(word uint64) int64 { return int64(word<<(64-laneBits)) >> (64 - laneBits) }

// multiply sets acc to the sum over x of the words of weights times x.
func multiply(acc []uint64, weights []fourRows, x []int32) {
	clear(acc)
	n := len(acc)
	for ; len(x) >= 4; x = x[4:] {
		a, b, c, d := uint64(int64(x[0])), uint64(int64(x[1])), uint64(int64(x[2])), uint64(int64(x[3]))
		rows, sums := weights[:n], acc[:n] // of one length, so that no index is checked
		for j := range rows {
			w := &rows[j]
			sums[j] += w[0]*a + w[1]*b + w[2]*c + w[3]*d
		}
		weights = weights[n:]
	}
	for i, v := range x {
		for j := range acc {
			acc[j] += weights[j][i] * uint64(int64(v))
		}
	}
}
