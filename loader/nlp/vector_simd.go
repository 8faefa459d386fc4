//go:build goexperiment.simd && amd64

package nlp

import "simd/archsimd"

// addScaled adds a times x to y. Lengths are equal and multiples of 16.
func addScaled(y []float32, a float32, x []float32) {
	scale := archsimd.BroadcastFloat32x16(a)
	for i := 0; i+16 <= len(y); i += 16 {
		v := archsimd.LoadFloat32x16Slice(x[i : i+16])
		w := archsimd.LoadFloat32x16Slice(y[i : i+16])
		v.MulAdd(scale, w).StoreSlice(y[i : i+16])
	}
	archsimd.ClearAVXUpperBits() // or what follows without vectors is slow
}

// product returns the sum of products of x and y. Lengths are equal and multiples of 16.
func product(x, y []float32) float32 {
	var sum archsimd.Float32x16
	for i := 0; i+16 <= len(y); i += 16 {
		sum = archsimd.LoadFloat32x16Slice(x[i:i+16]).MulAdd(archsimd.LoadFloat32x16Slice(y[i:i+16]), sum)
	}
	var parts [16]float32
	sum.Store(&parts)
	archsimd.ClearAVXUpperBits()
	total := float32(0)
	for _, p := range parts {
		total += p
	}
	return total
}
