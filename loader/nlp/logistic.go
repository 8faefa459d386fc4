package nlp

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// A Logistic learns a Ranker by logistic regression (steps by AdaGrad, weights held small
// by an L2 penalty), so that a score s of it means that a thing is right with probability
// 1/(1+exp(-s/LogisticScale)). It suits a few thousand examples with many features.
type Logistic struct{ kept []rankRow }

// LogisticScale is the score at which the odds are e to 1.
const LogisticScale = 4096

// A RankExample is a thing by its features, and whether it is right.
type RankExample struct {
	Features []uint64
	Right    bool
}

const (
	logisticRate = 0.02
	// logisticPenalty is the share of a weight that each step takes off, for each
	// example that has gone by without the feature, up to logisticReach of them.
	logisticPenalty = 0.03
	logisticReach   = 100
	// logisticSeen is in how many examples a feature must stand to be learned.
	logisticSeen = 3
	// logisticLeast prunes weights.
	logisticLeast = 12
)

type logit struct {
	weight, squares float64
	last            int
}

// LearnLogistic goes over the examples a number of rounds, in another order each round.
func LearnLogistic(examples []RankExample, rounds int, seed uint64) *Logistic {
	seen := make(map[uint64]int)
	for _, x := range examples {
		for _, h := range x.Features {
			seen[featureKey(h)]++
		}
	}
	table := make(map[uint64]*logit)
	used := make([][]*logit, len(examples))
	for i, x := range examples {
		for _, h := range x.Features {
			key := featureKey(h)
			if seen[key] < logisticSeen {
				continue
			}
			w := table[key]
			if w == nil {
				w = new(logit)
				table[key] = w
			}
			used[i] = append(used[i], w)
		}
	}
	order := rand.New(rand.NewPCG(seed, 7))
	step := 0
	for range rounds {
		for _, i := range order.Perm(len(examples)) {
			step++
			score := 0.0
			for _, w := range used[i] {
				score += w.weight
			}
			miss := 1 / (1 + math.Exp(-score))
			if examples[i].Right {
				miss--
			}
			for _, w := range used[i] {
				g := miss + logisticPenalty*float64(min(step-w.last, logisticReach))*w.weight
				w.last = step
				w.squares += g * g
				w.weight -= logisticRate * g / math.Sqrt(w.squares+1)
			}
		}
	}
	l := new(Logistic)
	for key, w := range table {
		if n := int32(math.Round(w.weight * LogisticScale)); n >= logisticLeast || n <= -logisticLeast {
			l.kept = append(l.kept, rankRow{key, n})
		}
	}
	slices.SortFunc(l.kept, func(a, b rankRow) int { return cmp.Compare(a.key, b.key) })
	return l
}

// rows returns what was learned.
func (l *Logistic) rows() []rankRow { return l.kept }

// Ranker returns what was learned, to score with.
func (l *Logistic) Ranker() *Ranker { return newRanker(l.kept) }
