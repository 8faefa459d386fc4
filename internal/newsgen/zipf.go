package newsgen

import (
	"math/rand/v2"
	"sort"
)

// A zipf draws ranks by Zipf's law: rank k comes about 1/(k+3) as often as all ranks
// together do. It holds the running sum of the weights, in whole numbers, so that
// every machine draws alike.
type zipf []uint64

func newZipf(n int) zipf {
	z := make(zipf, n)
	var sum uint64
	for k := range z {
		sum += 1 << 40 / uint64(k+3)
		z[k] = sum
	}
	return z
}

func (z zipf) draw(r *rand.Rand) int {
	x := r.Uint64N(z[len(z)-1])
	return sort.Search(len(z), func(k int) bool { return z[k] > x })
}

// pick returns one of the choices, each as likely.
func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// chance is true once in n times.
func chance(r *rand.Rand, n int) bool { return r.IntN(n) == 0 }
