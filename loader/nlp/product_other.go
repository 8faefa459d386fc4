//go:build !amd64 || purego

package nlp

// hasVectors says that products are made by the processor's vector instructions.
var hasVectors = false

func multiplyPairs(sums *int32, weights, x *int16, pairs, groups int) {
	panic("nlp: no vector instructions here")
}
