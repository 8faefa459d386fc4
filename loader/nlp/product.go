package nlp

// activeLimit is the greatest of the values that go into a product, either way.
const activeLimit = 127

// A matrix gives outputs for values: for each output the sum of its weights times the
// values, brought to the scale of the layer as sum × factor >> shift + bias.
type matrix struct {
	weights      weights
	factor, bias []int32
	shift        uint
}

// newMatrix takes the weights of each output after the other. It reports false if a sum
// could be laneLimit or more.
func newMatrix(in, out int, values []int8, factor, bias []int32, shift uint) (*matrix, bool) {
	m := &matrix{factor: factor, bias: bias, shift: shift}
	m.weights.reset(in, out)
	for o := range out {
		sum := 0
		for i, w := range values[o*in:][:in] {
			sum += max(int(w), -int(w))
			m.weights.set(o, i, w)
		}
		if sum*activeLimit >= laneLimit {
			return nil, false
		}
	}
	return m, true
}

// apply sets out to the outputs for values x. sums is scratch memory.
func (m *matrix) apply(x []int16, sums *[]int32, out []int32) {
	out = out[:m.weights.out]
	factor, bias := m.factor[:len(out)], m.bias[:len(out)]
	for o, sum := range m.weights.multiply(x, sums)[:len(out)] {
		out[o] = int32(int64(sum)*int64(factor[o])>>m.shift) + bias[o]
	}
}

// Weights are a matrix of 8-bit integers, packed for multiplication with a vector of
// such: for the vector instructions of the processor, or else for its plain ones. The
// sums are exact, and the same in both.
type weights struct {
	in, out int
	pairs   []int16    // if the processor has vectors
	words   []fourRows // if not
}

// reset makes w a matrix of so many inputs, which must be even in number, and outputs,
// all zero.
func (w *weights) reset(in, out int) {
	w.in, w.out = in, out
	if hasVectors {
		w.pairs, w.words = zeroed(w.pairs, w.groups()*groupSize*in), nil
	} else {
		w.pairs, w.words = nil, zeroed(w.words, w.rowWords()*((in+3)/4))
	}
}

func (w *weights) set(output, input int, v int8) {
	if w.pairs != nil {
		place := output/groupSize*(w.in/2) + input/2
		w.pairs[(place*groupSize+output%groupSize)*2+input%2] = int16(v)
	} else {
		w.words[input/4*w.rowWords()+output/lanesInWord][input%4] += uint64(int64(v)) << (output % lanesInWord * laneBits)
	}
}

// multiply returns the sum of each output for values x, in scratch memory.
func (w *weights) multiply(x []int16, scratch *[]int32) []int32 {
	x = x[:w.in]
	if w.pairs != nil {
		*scratch = sized(*scratch, w.groups()*groupSize)
		multiplyPairs(&(*scratch)[0], &w.pairs[0], &x[0], len(x)/2, w.groups())
	} else {
		*scratch = sized(*scratch, w.rowWords()*lanesInWord)
		w.multiplyWords(x, *scratch)
	}
	return (*scratch)[:w.out]
}

// With vectors, outputs stand in groups. A group has for each two inputs a pair of
// weights for each of its outputs.
const groupSize = 32

func (w *weights) groups() int { return (w.out + groupSize - 1) / groupSize }

// Without, three outputs stand in a machine word: a weight of 8 bits times a value of 8
// bits, summed over the inputs, fits laneBits, so one multiplication of 64 bits does the
// work of three.
const (
	laneBits    = 21
	lanesInWord = 3
	laneLimit   = 1 << (laneBits - 1) // what a sum may not reach, either way
)

// fourRows are the words of four inputs for the same outputs, side by side for the cache.
type fourRows [4]uint64

func (w *weights) rowWords() int { return (w.out + lanesInWord - 1) / lanesInWord }

func (w *weights) multiplyWords(x []int16, sums []int32) {
	const most = 128
	row := w.rowWords()
	for start := 0; start < row; start += most {
		var memory [most]uint64
		acc := memory[:min(most, row-start)]
		n := len(acc)
		i := 0
		for ; i+4 <= len(x); i += 4 {
			a, b, c, d := uint64(int64(x[i])), uint64(int64(x[i+1])), uint64(int64(x[i+2])), uint64(int64(x[i+3]))
			rows, sums := w.words[i/4*row+start:][:n], acc[:n] // of one length, so that no index is checked
			for j := range rows {
				r := &rows[j]
				sums[j] += r[0]*a + r[1]*b + r[2]*c + r[3]*d
			}
		}
		for ; i < len(x); i++ {
			for j := range acc {
				acc[j] += w.words[i/4*row+start+j][i%4] * uint64(int64(x[i]))
			}
		}
		for j, word := range acc {
			three := sums[(start+j)*lanesInWord:][:lanesInWord]
			for k := range three {
				sum := lane(word)
				three[k] = int32(sum)
				word = (word - uint64(sum)) >> laneBits
			}
		}
	}
}

// lane returns the signed number in the lowest lane of a word.
func lane(word uint64) int64 { return int64(word<<(64-laneBits)) >> (64 - laneBits) }
