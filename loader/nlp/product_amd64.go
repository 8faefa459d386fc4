//go:build !purego

package nlp

import "golang.org/x/sys/cpu"

// hasVectors says that products are made by the processor's vector instructions.
var hasVectors = cpu.X86.HasAVX2

// multiplyPairs sets sums, groupSize for each group, to the products of weights with x,
// whose length is 2*pairs. The lengths are not checked.
//
//go:noescape
func multiplyPairs(sums *int32, weights, x *int16, pairs, groups int)
