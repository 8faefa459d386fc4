//go:build !(goexperiment.simd && amd64)

package nlp

// addScaled adds a times x to y. Lengths are equal and multiples of 16.
func addScaled(y []float32, a float32, x []float32) {
	for i, v := range x {
		y[i] += a * v
	}
}

// product returns the sum of products of x and y. Lengths are equal and multiples of 16.
func product(x, y []float32) float32 { return dot(x, y) }
