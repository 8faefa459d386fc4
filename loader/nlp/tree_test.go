package nlp

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestTreeIsBest compares the tree found with all trees of small sentences.
func TestTreeIsBest(t *testing.T) {
	chance := rand.New(rand.NewPCG(5, 6))
	var a arborist
	for range 3000 {
		n := 1 + chance.IntN(5)
		a.scores = make([]int32, n*(n+1))
		for i := range a.scores {
			a.scores[i] = int32(chance.IntN(41) - 20)
		}
		for i := range n {
			a.scores[i*(n+1)+i+1] = never
		}
		a.tree(n)
		heads := append([]int32(nil), a.heads...)
		if !a.isTree(n, heads) {
			t.Fatalf("%v is no tree with one root; scores %v", heads, a.scores)
		}
		if n > roots {
			continue // not every word is tried as the root
		}
		if got, want := a.sum(n, heads), a.bestSum(n, make([]int32, n), 0); got != want {
			t.Fatalf("heads %v have score %d, the best tree %d; scores %v", heads, got, want, a.scores)
		}
	}
}

func (t *arborist) sum(n int, heads []int32) (sum int64) {
	for i, h := range heads {
		sum += int64(t.scores[i*(n+1)+int(h)])
	}
	return sum
}

// bestSum returns the greatest sum of scores over all trees, heads before word i given.
func (t *arborist) bestSum(n int, heads []int32, i int) int64 {
	if i == n {
		if !t.isTree(n, heads) {
			return n0
		}
		return t.sum(n, heads)
	}
	best := int64(n0)
	for h := range int32(n + 1) {
		heads[i] = h
		best = max(best, t.bestSum(n, heads, i+1))
	}
	return best
}

// n0 is less than the score of any tree.
const n0 = -1 << 40

// TestRootedTreeIsBest compares the tree for each root with all trees that have it, in
// sentences of up to six words: circles within circles occur from five on.
func TestRootedTreeIsBest(t *testing.T) {
	chance := rand.New(rand.NewPCG(7, 8))
	var a arborist
	circles := 0
	for range 400 {
		n := 2 + chance.IntN(5)
		a.scores = make([]int32, n*(n+1))
		for i := range a.scores {
			a.scores[i] = int32(chance.IntN(201) - 100)
		}
		for i := range n {
			a.scores[i*(n+1)+i+1] = never
		}
		best := make([]int64, n)
		for i := range best {
			best[i] = n0
		}
		a.eachTree(n, make([]int32, n), 0, func(heads []int32) {
			root := slices.Index(heads, 0)
			best[root] = max(best[root], a.sum(n, heads))
		})
		for root := range int32(n) {
			a.taken = 0
			heads := a.rooted(n, root)
			if !a.isTree(n, heads) || heads[root] != 0 {
				t.Fatalf("%v is no tree with the root %d", heads, root)
			}
			if got := a.sum(n, heads); got != best[root] {
				t.Fatalf("root %d: heads %v have score %d, the best tree %d; scores %v", root, heads, got, best[root], a.scores)
			}
			circles += int(a.graph.made) - n - 1
		}
	}
	if circles < 500 {
		t.Errorf("%d circles were contracted, too few to tell", circles)
	}
}

func (t *arborist) eachTree(n int, heads []int32, i int, yield func([]int32)) {
	if i == n {
		if t.isTree(n, heads) {
			yield(heads)
		}
		return
	}
	for h := range int32(n + 1) {
		if heads[i] = h; int(h) != i+1 {
			t.eachTree(n, heads, i+1, yield)
		}
	}
}

// TestCircleCut: two words that each want the other are cut where it costs least.
func TestCircleCut(t *testing.T) {
	a := arborist{scores: []int32{
		1, never, 9, 0, // word 1: on the root 1, on word 2 9
		2, 8, never, 0, // word 2: on the root 2, on word 1 8
		0, 5, 4, never, // word 3
	}}
	a.tree(3)
	if want := []int32{2, 0, 1}; a.heads[0] != want[0] || a.heads[1] != want[1] || a.heads[2] != want[2] {
		t.Errorf("heads %v, want %v", a.heads, want)
	}
}
