package nlp

import (
	"encoding/binary"
	"slices"
)

// network reads the body of a syntax model, as internal/train/network/export.py writes it.
func (r *modelReader) network() *network {
	n := &network{}
	n.tags = readNames(r, ParseTag)
	n.poses = readNames(r, ParseUPOS)
	n.rels = readNames(r, ParseRel)
	words := make([][]byte, r.count(1))
	for i := range words {
		words[i] = r.bytes(r.count(1))
	}
	n.words = newVocabulary(words)
	n.vectors = r.int8s((len(words) + 1) * wordSize)
	n.suffixes, n.endings = r.int8s(suffixBuckets*formSize), r.int8s(endingBuckets*formSize)
	n.prefixes, n.shape = r.int8s(prefixBuckets*formSize), r.int8s(shapeBuckets*formSize)
	n.sigmoid, n.tanh = r.int16s(tableSize), r.int16s(tableSize)
	n.input = r.matrix(inputSize, 2*gateSize)
	n.recurrent = [2]*matrix{r.matrix(stateSize, gateSize), r.matrix(stateSize, gateSize)}
	n.between = r.matrix(bothSize, 2*gateSize)
	n.second = [2]*matrix{r.matrix(stateSize, gateSize), r.matrix(stateSize, gateSize)}
	n.output = r.matrix(bothSize, n.outputs())
	n.distance = r.matrix(arcSize, rootDistance+1)
	n.relation = r.matrix(relSize, len(n.rels))
	n.rootRel = r.int32s(relSize)
	root := slices.Index(n.rels, RelRoot)
	if len(n.tags) == 0 || len(n.poses) == 0 || len(n.rels) < 2 || root < 0 {
		r.fail()
	}
	return n
}

// readNames reads the labels that outputs stand for.
func readNames[T any](r *modelReader, parse func(string) (T, bool)) []T {
	names := make([]T, r.count(1))
	for i := range names {
		var ok bool
		if names[i], ok = parse(string(r.bytes(r.count(1)))); !ok {
			r.fail()
		}
	}
	return names
}

func (r *modelReader) int8s(n int) []int8 {
	raw := r.bytes(n)
	values := make([]int8, len(raw))
	for i, v := range raw {
		values[i] = int8(v)
	}
	return values
}

func (r *modelReader) int16s(n int) []int16 {
	raw := r.bytes(2 * n)
	values := make([]int16, len(raw)/2)
	for i := range values {
		values[i] = int16(binary.LittleEndian.Uint16(raw[2*i:]))
	}
	return values
}

func (r *modelReader) int32s(n int) []int32 {
	raw := r.bytes(4 * n)
	values := make([]int32, len(raw)/4)
	for i := range values {
		values[i] = int32(binary.LittleEndian.Uint32(raw[4*i:]))
	}
	return values
}

// matrix reads a matrix of so many inputs and outputs.
func (r *modelReader) matrix(in, out int) *matrix {
	if r.uint() != uint64(in) || r.uint() != uint64(out) {
		r.fail()
	}
	shift := r.uint()
	values := r.int8s(in * out)
	factor, bias := r.int32s(out), r.int32s(out)
	if r.err != nil {
		return nil
	}
	m, ok := newMatrix(in, out, values, factor, bias, uint(shift))
	if !ok || shift > 32 {
		r.fail()
		return nil
	}
	return m
}
