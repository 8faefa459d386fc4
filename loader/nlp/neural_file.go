package nlp

import (
	"encoding/binary"
	"math"
	"slices"
	"sync/atomic"
)

// Scales of the integers of a network. Units are stored times unitScale, so that the
// sums of a state stay within unitLimit for each feature; what exceeds it is cut.
const unitScale = 160

// append writes the network in integers: the scale of vectors is such that all but a few
// of their numbers fit a byte, and the weights make up for it.
func (l *netLearner) append(b []byte) []byte {
	vectorScale := 127 / quantile(l.vectors.values, 0.9995)
	weightScale := unitScale * float64(int(1)<<vectorShift) / vectorScale
	for _, v := range l.vectors.values {
		b = append(b, byte(quantize(float64(v)*vectorScale)))
	}
	for _, v := range l.weights.values {
		b = appendSigned(b, float64(v)*weightScale, math.MaxInt16)
	}
	for _, m := range []*matrix{l.rows, l.bias} {
		for _, v := range m.values {
			b = appendSigned(b, float64(v)*unitScale, unitLimit)
		}
	}
	outputScale := math.MaxInt16 / 2 / quantile(l.outputs.values, 1)
	b = binary.AppendUvarint(b, uint64(len(l.outputs.values)/outputWidth))
	for o := range len(l.outputs.values) / outputWidth {
		row := l.outputs.row(o)
		for _, v := range row[:hiddenSize] {
			b = appendSigned(b, float64(v)*outputScale, math.MaxInt16)
		}
		b = appendSigned(b, float64(row[hiddenSize])*outputScale*unitScale, 1<<40)
	}
	return b
}

func appendSigned(b []byte, x, limit float64) []byte {
	return binary.AppendVarint(b, int64(math.Round(max(-limit, min(limit, x)))))
}

// quantile returns the size that the share of the values does not exceed.
func quantile(values []float32, share float64) float64 {
	sizes := make([]float32, len(values))
	for i, v := range values {
		sizes[i] = max(v, -v)
	}
	slices.Sort(sizes)
	return max(float64(sizes[int(share*float64(len(sizes)-1))]), 1e-9)
}

func (r *modelReader) parser(*wordTable) *parser {
	m := &parser{}
	keys := make([]uint64, r.count(5))
	raw := r.bytes(5 * len(keys))
	if r.err != nil {
		return nil
	}
	for i := range keys {
		k := raw[5*i:]
		keys[i] = uint64(k[0]) | uint64(k[1])<<8 | uint64(k[2])<<16 | uint64(k[3])<<24 | uint64(k[4])<<32
	}
	m.words = newWordIDs(keys)
	for tag := range m.tags {
		copy(m.tags[tag][:], r.bytes(int(NumUPOS)))
	}
	m.net = r.network(m.words.count, parserOutputs)
	return m
}

// network reads a network of so many words and outputs.
func (r *modelReader) network(words, outputs int) *network {
	raw := r.bytes(words * vectorSize)
	if r.err != nil {
		return nil
	}
	n := &network{vectors: make([]int8, len(raw))}
	for i, v := range raw {
		n.vectors[i] = int8(v)
	}
	n.weights = make([]int16, wordPlaces*vectorSize*hiddenSize)
	for i := range n.weights {
		n.weights[i] = int16(r.signed())
	}
	n.rows = r.units(netRows * hiddenLanes)
	n.bias = r.units(hiddenLanes)
	if int(r.uint()) != outputs {
		r.fail()
		return nil
	}
	n.outputs, n.offsets = make([]int16, outputs*hiddenSize), make([]int, outputs)
	for o := range outputs {
		for i := range hiddenSize {
			n.outputs[o*hiddenSize+i] = int16(r.signed())
		}
		n.offsets[o] = int(r.signed())
	}
	n.kept = make([]atomic.Pointer[wordProduct], min(words, keptWords))
	return n
}

// units reads words of four units each.
func (r *modelReader) units(words int) []uint64 {
	u := make([]uint64, words)
	for i := range u {
		u[i] = packUnits(int32(r.signed()), int32(r.signed()), int32(r.signed()), int32(r.signed()))
	}
	return u
}

func (r *modelReader) signed() int64 {
	v, n := binary.Varint(r.b)
	if n <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[n:]
	return v
}
