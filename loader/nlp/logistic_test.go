package nlp

import (
	"math"
	"testing"
)

// TestLogistic holds that what was learned tells things apart by their features, gives
// one that is right three times of four about that chance, and survives its file.
func TestLogistic(t *testing.T) {
	var examples []RankExample
	for n := range 400 {
		examples = append(examples,
			RankExample{Features: []uint64{Feature(1, 1, 0)}, Right: true},
			RankExample{Features: []uint64{Feature(1, 2, 0)}, Right: false},
			RankExample{Features: []uint64{Feature(1, 3, 0)}, Right: n%4 != 0},
		)
	}
	l := LearnLogistic(examples, 20, 1)
	read, err := ReadRankers(PackRankers(l), 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ feature, least, most float64 }{{1, 0.8, 1}, {2, 0, 0.2}, {3, 0.6, 0.85}, {4, 0.5, 0.5}} {
		x := []uint64{Feature(1, uint64(test.feature), 0)}
		score := l.Ranker().Score(x)
		p := 1 / (1 + math.Exp(-float64(score)/LogisticScale))
		if p < test.least || p > test.most {
			t.Errorf("feature %v: probability %.3f, want %v to %v", test.feature, p, test.least, test.most)
		}
		if again := read[0].Score(x); again != score {
			t.Errorf("feature %v: score %d, from the file %d", test.feature, score, again)
		}
	}
}
