package nlp

import "sync/atomic"

// Sizes of the network.
const (
	vectorSize  = 50  // of the vectors of words
	hiddenSize  = 384 // units of the hidden layer
	hiddenLanes = hiddenSize / 4
	// unitLimit bounds what one feature adds to a unit, so that the sum of all of them
	// fits 16 bits with unitLimit added to each.
	unitLimit = 500
	// keptWords are the commonest words, whose products with the weights are kept once
	// they have been made. 25,000 of them take 140 MB.
	keptWords = 12000
	// vectorShift scales the product of a vector with weights down to units.
	vectorShift = 12
)

// A network has one hidden layer over the words at some places and rows for other
// values. Everything in it is an integer, so that all machines decide alike. It is
// read-only but for products made once, and safe for use by many goroutines.
type network struct {
	rows    []uint64 // hiddenLanes words each: four units of 16 bits in a word, plus unitLimit
	bias    []uint64 // likewise
	vectors []int8   // vectorSize for each word
	weights []int16  // of each place and dimension of a vector, hiddenSize
	outputs []int16  // hiddenSize for each output
	offsets []int    // of each output
	kept    []atomic.Pointer[wordProduct]
}

// A wordProduct is what a word adds to the hidden units at each place, as rows have it.
type wordProduct [wordPlaces][hiddenLanes]uint64

// A netHidden is the state of the hidden layer, with scratch memory.
type netHidden struct {
	active  int                // hidden units that are not zero: how many,
	units   [hiddenSize]int32  // their values
	numbers [hiddenSize]uint16 // and which they are
	sums    [hiddenLanes]uint64
	product wordProduct
	plain   [hiddenSize]int32
}

// hide computes the hidden units of a state.
func (n *network) hide(s *netState, h *netHidden) {
	sums := &h.sums
	copy(sums[:], n.bias)
	for _, r := range s.rows {
		row := (*[hiddenLanes]uint64)(n.rows[int(r)*hiddenLanes:])
		for i := range sums {
			sums[i] += row[i]
		}
	}
	for place, w := range s.words {
		row := n.product(w, place, h)
		for i := range sums {
			sums[i] += row[i]
		}
	}
	const offset = unitLimit * (1 + rowPlaces + wordPlaces)
	h.active = 0
	for i, four := range sums {
		h.activate(4*i, int32(four&0xffff)-offset)
		h.activate(4*i+1, int32(four>>16&0xffff)-offset)
		h.activate(4*i+2, int32(four>>32&0xffff)-offset)
		h.activate(4*i+3, int32(four>>48)-offset)
	}
}

func (h *netHidden) activate(unit int, value int32) {
	if value > 0 {
		h.units[h.active], h.numbers[h.active] = value, uint16(unit)
		h.active++
	}
}

// product returns what word w adds at a place.
func (n *network) product(w int32, place int, h *netHidden) *[hiddenLanes]uint64 {
	if int(w) >= len(n.kept) {
		n.multiply(w, place, h, &h.product[place])
		return &h.product[place]
	}
	p := n.kept[w].Load()
	if p == nil {
		p = new(wordProduct)
		for place := range wordPlaces {
			n.multiply(w, place, h, &p[place])
		}
		n.kept[w].Store(p)
	}
	return &p[place]
}

// multiply computes what word w adds at a place.
func (n *network) multiply(w int32, place int, h *netHidden, to *[hiddenLanes]uint64) {
	sums := &h.plain
	*sums = [hiddenSize]int32{}
	vector := n.vectors[int(w)*vectorSize:][:vectorSize]
	for d, v := range vector {
		if v == 0 {
			continue
		}
		row := (*[hiddenSize]int16)(n.weights[(place*vectorSize+d)*hiddenSize:])
		for i := range sums {
			sums[i] += int32(v) * int32(row[i])
		}
	}
	for i := range to {
		to[i] = packUnits(sums[4*i]>>vectorShift, sums[4*i+1]>>vectorShift, sums[4*i+2]>>vectorShift, sums[4*i+3]>>vectorShift)
	}
}

// packUnits puts four units into a word.
func packUnits(a, b, c, d int32) uint64 {
	return packUnit(a) | packUnit(b)<<16 | packUnit(c)<<32 | packUnit(d)<<48
}

func packUnit(x int32) uint64 { return uint64(max(-unitLimit, min(unitLimit, x)) + unitLimit) }

// output returns the score of output o.
func (n *network) output(h *netHidden, o int) int {
	weights := (*[hiddenSize]int16)(n.outputs[o*hiddenSize:])
	sum := n.offsets[o]
	numbers := h.numbers[:h.active]
	for i, u := range h.units[:h.active] {
		sum += int(u) * int(weights[numbers[i]])
	}
	return sum
}

// wordIDs number words by the hash of their lower case: after none and the root come
// suffixIDs numbers that words share that are not known, then the known words, the
// commonest first.
type wordIDs struct {
	shift uint
	slots []wordID
	count int // of numbers
}

type wordID struct {
	check uint32
	id    int32
}

const firstWord = firstID + suffixIDs

func newWordIDs(keys []uint64) *wordIDs {
	bits := uint(8)
	for 1<<bits < 2*len(keys) {
		bits++
	}
	w := &wordIDs{shift: keyBits - bits, slots: make([]wordID, 1<<bits), count: firstWord + len(keys)}
	for n, key := range keys {
		i := int(key >> w.shift)
		for w.slots[i].id != 0 {
			i = (i + 1) & (len(w.slots) - 1)
		}
		w.slots[i] = wordID{uint32(key), firstWord + int32(n)}
	}
	return w
}

// find returns the number of a word, or the one for unknown words that end like it.
func (w *wordIDs) find(lower, suffix uint64) int32 {
	key := featureKey(lower)
	check := uint32(key)
	for i := int(key >> w.shift); ; i = (i + 1) & (len(w.slots) - 1) {
		s := w.slots[i]
		if s.id == 0 {
			return unknownWord(suffix)
		}
		if s.check == check {
			return s.id
		}
	}
}

func unknownWord(suffix uint64) int32 { return firstID + int32(suffix>>54%suffixIDs) }
