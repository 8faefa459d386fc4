package nlp

import "slices"

// An arborist finds the best tree over the words of a sentence: the one whose arcs have
// the greatest sum of scores, with one word on the root. Most often the best head of
// each word make a tree already; where they make a circle, it is contracted
// (Chu and Liu 1965; Edmonds 1967). Scratch memory is kept.
type arborist struct {
	scores []int32 // of the sentence: heads+1 for each word, the root first
	heads  []int32 // 0 is the root, word i is i+1
	best   []int32
	mark   []int32
	memory []int32 // scratch memory, of which so much is
	taken  int
}

// never is the score of an arc that may not be.
const never = -1 << 30

// roots is how many words are tried as the one on the root, if the best heads have
// another number of them there.
const roots = 3

// tree sets t.heads to the heads of n words by t.scores.
func (t *arborist) tree(n int) {
	t.heads = zeroed(t.heads, n)
	t.greedy(n, t.heads)
	if t.isTree(n, t.heads) {
		return
	}
	t.taken = 0
	var total int64
	t.best = zeroed(t.best, n)
	for k, root := range t.rootCandidates(n) {
		heads := t.rooted(n, root)
		var sum int64
		for i, h := range heads {
			sum += int64(t.scores[i*(n+1)+int(h)])
		}
		if k == 0 || sum > total {
			total = sum
			copy(t.best, heads)
		}
	}
	copy(t.heads, t.best)
}

// greedy sets heads to the best head of each word, the first of equal ones.
func (t *arborist) greedy(n int, heads []int32) {
	for i := range n {
		best := 0
		row := t.scores[i*(n+1):][:n+1]
		for h, s := range row {
			if s > row[best] {
				best = h
			}
		}
		heads[i] = int32(best)
	}
}

// isTree reports whether every word leads to the root, and one word hangs on it.
func (t *arborist) isTree(n int, heads []int32) bool {
	under := 0
	for _, h := range heads[:n] {
		if h == 0 {
			under++
		}
	}
	return under == 1 && t.circle(heads[:n]) < 0
}

// circle returns a word on a circle of heads, or -1.
func (t *arborist) circle(heads []int32) int {
	t.mark = zeroed(t.mark, len(heads)+1)
	t.mark[0] = -1
	for i := range heads {
		w := int32(i + 1)
		for t.mark[w] == 0 {
			t.mark[w] = int32(i + 1)
			w = heads[w-1]
		}
		if t.mark[w] == int32(i+1) {
			return int(w - 1)
		}
	}
	return -1
}

// rootCandidates returns the words that score best on the root.
func (t *arborist) rootCandidates(n int) []int32 {
	best := t.take(min(roots, n))[:0]
	for range cap(best) {
		top := int32(-1)
		for i := range int32(n) {
			if !slices.Contains(best, i) && (top < 0 || t.scores[int(i)*(n+1)] > t.scores[int(top)*(n+1)]) {
				top = i
			}
		}
		best = append(best, top)
	}
	return best
}

// take returns n zeros of the scratch memory of a sentence.
func (t *arborist) take(n int) []int32 {
	if t.taken+n > len(t.memory) {
		t.memory, t.taken = make([]int32, 2*(len(t.memory)+n)), 0
	}
	s := t.memory[t.taken:][:n:n]
	t.taken += n
	clear(s)
	return s
}

// rooted returns the heads of the best tree in which one word alone hangs on the root.
func (t *arborist) rooted(n int, root int32) []int32 {
	g := graph{n + 1, t.take((n + 1) * (n + 1))}
	for i := range n {
		for h := range n + 1 {
			if i != int(root) && h > 0 && h != i+1 || i == int(root) && h == 0 {
				g.scores[(i+1)*g.size+h] = t.scores[i*(n+1)+h]
			} else {
				g.scores[(i+1)*g.size+h] = never
			}
		}
	}
	heads := t.take(n + 1)
	t.span(g, heads)
	return heads[1:]
}

// A graph has scores of arcs from each node to each head. Node 0 is the root.
type graph struct {
	size   int
	scores []int32
}

func (g graph) score(node, head int32) int32 { return g.scores[int(node)*g.size+int(head)] }

// span sets heads to those of the best tree of g. If the best heads have a circle, it
// becomes one node of a smaller graph, whose tree says where the circle is to be cut.
func (t *arborist) span(g graph, heads []int32) {
	for v := int32(1); int(v) < g.size; v++ {
		for u := range int32(g.size) {
			if u != v && g.score(v, u) > g.score(v, heads[v]) {
				heads[v] = u
			}
		}
	}
	circle := t.nodesOnCircle(heads)
	if len(circle) == 0 {
		return
	}
	rest := t.take(g.size)[:0]
	for v := range int32(g.size) {
		if !slices.Contains(circle, v) {
			rest = append(rest, v)
		}
	}
	small, enter, leave := t.contract(g, heads, rest, circle)
	smallHeads := t.take(small.size)
	t.span(small, smallHeads)
	for k := 1; k < len(rest); k++ {
		if h := int(smallHeads[k]); h == len(rest) {
			heads[rest[k]] = leave[k]
		} else {
			heads[rest[k]] = rest[h]
		}
	}
	into := smallHeads[len(rest)]
	heads[enter[into]] = rest[into]
}

// contract returns the graph of the rest, with the circle as its last node. leave has
// for each of the rest its head on the circle, should it hang there, and enter the node
// of the circle that it would take.
func (t *arborist) contract(g graph, heads, rest, circle []int32) (small graph, enter, leave []int32) {
	one := len(rest)
	small = graph{one + 1, t.take((one + 1) * (one + 1))}
	enter, leave = t.take(one), t.take(one)
	for k, v := range rest {
		for l, u := range rest {
			small.scores[k*small.size+l] = g.score(v, u)
		}
		gain := func(w int32) int32 { return max(never, g.score(w, v)-g.score(w, heads[w])) }
		leave[k], enter[k] = circle[0], circle[0]
		for _, w := range circle[1:] {
			if g.score(v, w) > g.score(v, leave[k]) {
				leave[k] = w
			}
			if gain(w) > gain(enter[k]) {
				enter[k] = w
			}
		}
		small.scores[k*small.size+one] = g.score(v, leave[k])
		small.scores[one*small.size+k] = gain(enter[k])
	}
	small.scores[one*small.size+one] = never
	return small, enter, leave
}

// nodesOnCircle returns the nodes of one circle of heads, none if there is none. Node 0
// has no head.
func (t *arborist) nodesOnCircle(heads []int32) []int32 {
	seen := t.take(len(heads))
	for v := int32(1); int(v) < len(heads); v++ {
		u := v
		for u != 0 && seen[u] == 0 {
			seen[u] = v
			u = heads[u]
		}
		if u == 0 || seen[u] != v {
			continue
		}
		circle := append(t.take(len(heads))[:0], u)
		for w := heads[u]; w != u; w = heads[w] {
			circle = append(circle, w)
		}
		return circle
	}
	return nil
}
