package nlp

import (
	"math/rand/v2"
	"testing"
)

// inEachForm runs a test with the processor's vectors, if it has them, and without.
func inEachForm(t *testing.T, test func(t *testing.T)) {
	had := hasVectors
	defer func() { hasVectors = had }()
	if had {
		t.Run("vectors", test)
	}
	hasVectors = false
	t.Run("words", test)
}

// TestProducts compares products of packed weights with plain ones.
func TestProducts(t *testing.T) {
	inEachForm(t, func(t *testing.T) {
		chance := rand.New(rand.NewPCG(3, 4))
		var sums []int32
		for range 200 {
			in, out := 2+2*chance.IntN(35), 1+chance.IntN(500)
			values := make([]int8, in*out)
			for i := range values {
				values[i] = int8(chance.IntN(255) - 127)
			}
			factor, bias := make([]int32, out), make([]int32, out)
			for o := range out {
				factor[o], bias[o] = int32(chance.IntN(2000)-1000), int32(chance.IntN(100))
			}
			m, ok := newMatrix(in, out, values, factor, bias, uint(chance.IntN(8)))
			if !ok {
				t.Fatal("refused")
			}
			x, got := make([]int16, in), make([]int32, out)
			for i := range x {
				x[i] = int16(chance.IntN(2*activeLimit+1) - activeLimit)
			}
			m.apply(x, &sums, got)
			for o := range out {
				sum := int64(0)
				for i, v := range x {
					sum += int64(v) * int64(values[o*in+i])
				}
				if want := int32(sum*int64(m.factor[o])>>m.shift) + m.bias[o]; got[o] != want {
					t.Fatalf("output %d of %d is %d, want %d", o, out, got[o], want)
				}
			}
		}
	})
}

// TestMatricesRefuseWhatOverflows: weights whose sum could leave its lane make no matrix.
func TestMatricesRefuseWhatOverflows(t *testing.T) {
	values := make([]int8, 100)
	for i := range values {
		values[i] = 127
	}
	if _, ok := newMatrix(100, 1, values, nil, nil, 0); ok {
		t.Error("100 weights of 127 are taken, though 127 × 127 × 100 exceeds a lane")
	}
}

// TestForms: words that differ in what the network sees have different forms, and curly
// quotation marks are straight ones.
func TestForms(t *testing.T) {
	n := &network{words: newVocabulary([][]byte{[]byte("the"), []byte("ministry"), []byte("'s")})}
	the, upper, ministry := n.formOf("the"), n.formOf("THE"), n.formOf("Ministry")
	if the.word != 1 || upper.word != 1 || ministry.word != 2 {
		t.Errorf("numbers %d, %d, %d, want 1, 1, 2: case does not count", the.word, upper.word, ministry.word)
	}
	if the.shape == upper.shape {
		t.Error("the and THE have one shape")
	}
	if n.formOf("’s") != n.formOf("'s") {
		t.Error("’s and 's differ")
	}
	if f := n.formOf("registry"); f.word != 0 || f.suffix != ministry.suffix || f.prefix == ministry.prefix {
		t.Errorf("registry is %+v; want no number, and the suffix of ministry, %d", f, ministry.suffix)
	}
	seen := make(map[uint64]bool)
	for _, w := range []string{"a", "b", "A", "1", "", "é", "\xff"} {
		seen[n.formOf(w).key()] = true
	}
	if len(seen) != 7 {
		t.Errorf("%d keys of 7 forms", len(seen))
	}
}

// TestDistances: a head before a word and one behind it are never of one class.
func TestDistances(t *testing.T) {
	for d := 1; d < 100; d++ {
		before, behind := distanceClass(-d), distanceClass(d)
		if before < 0 || before >= distanceClasses || behind != before+distanceClasses || behind >= rootDistance {
			t.Errorf("distance %d: classes %d and %d", d, before, behind)
		}
		if d > 1 && behind < distanceClass(d-1) {
			t.Errorf("class of distance %d is less than that of %d", d, d-1)
		}
	}
}
