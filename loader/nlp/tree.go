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
	graph  contraction
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
// Time and memory are quadratic in n: a walk from best head to best head goes on until it
// comes to the root, or to a node that leads there; where it meets itself, the circle
// becomes one node, whose row is the best of its nodes' rows (Tarjan 1977).
func (t *arborist) rooted(n int, root int32) []int32 {
	g := t.newContraction(n)
	for i := range n {
		for h := range n + 1 {
			allowed := i != int(root) && h > 0 && h != i+1 || i == int(root) && h == 0
			arc := (i+1)*g.size + h
			g.scores[arc], g.deps[arc] = never, int32(i+1)
			if allowed {
				g.scores[arc] = t.scores[i*(n+1)+h]
			}
		}
	}
	for v := int32(1); int(v) < g.size; v++ {
		g.walk(g.node[v])
	}
	return g.heads()
}

// A contraction is a graph whose circles become nodes of their own. Words are 1 to
// size-1, the root is 0, and the nodes that circles become follow in the order in which
// they are made.
type contraction struct {
	size   int
	scores []int32 // rows of size: the best arc into a node from each word, and
	deps   []int32 // which word of the node it enters
	node   []int32 // of each word: the outermost node that holds it
	row    []int32 // of each node: its row
	into   []int32 // of each node: the node that it is part of, 0 if none
	head   []int32 // of each node: the word that its best arc comes from,
	dep    []int32 // and the word that it enters
	best   []int32 // and its score
	state  []int32
	path   []int32
	made   int32 // nodes so far
}

// States of a node: not walked to, on the walk, leading to the root.
const (
	fresh int32 = iota
	onPath
	settled
)

func (t *arborist) newContraction(n int) *contraction {
	size := n + 1
	g := &t.graph
	g.size, g.made = size, int32(size)
	g.scores, g.deps = t.take(size*size), t.take(size*size)
	g.node, g.path = t.take(size), t.take(2 * size)[:0]
	for _, of := range []*[]int32{&g.row, &g.into, &g.head, &g.dep, &g.best, &g.state} {
		*of = t.take(2 * size)
	}
	for v := range size {
		g.node[v], g.row[v] = int32(v), int32(v)
	}
	g.state[0] = settled
	return g
}

// walk follows best heads from a node until they lead to the root.
func (g *contraction) walk(a int32) {
	if g.state[a] == settled {
		return
	}
	g.path = append(g.path[:0], a)
	g.state[a] = onPath
	for {
		g.choose(a)
		switch b := g.node[g.head[a]]; g.state[b] {
		case settled:
			for _, x := range g.path {
				g.state[x] = settled
			}
			return
		case onPath:
			a = g.contract(b)
		default:
			g.path = append(g.path, b)
			g.state[b] = onPath
			a = b
		}
	}
}

// choose sets the best arc into a node from outside it, the first of equal ones.
func (g *contraction) choose(a int32) {
	row := int(g.row[a]) * g.size
	top := -1
	for u, s := range g.scores[row : row+g.size] {
		if g.node[u] != a && (top < 0 || s > g.scores[row+top]) {
			top = u
		}
	}
	g.head[a], g.dep[a], g.best[a] = int32(top), g.deps[row+top], g.scores[row+top]
}

// contract makes one node of the end of the walk, from node b on, and returns it.
func (g *contraction) contract(b int32) int32 {
	c := g.made
	g.made++
	first := slices.Index(g.path, b)
	circle := g.path[first:]
	g.row[c] = g.row[b]
	to := int(g.row[c]) * g.size
	for u := range g.size {
		g.scores[to+u] -= min(g.best[b], g.scores[to+u]-never) // not below never
	}
	for _, x := range circle[1:] {
		from := int(g.row[x]) * g.size
		for u := range g.size {
			if s := max(never, g.scores[from+u]-g.best[x]); s > g.scores[to+u] {
				g.scores[to+u], g.deps[to+u] = s, g.deps[from+u]
			}
		}
	}
	for _, x := range circle {
		g.into[x] = c
	}
	for v, x := range g.node {
		if g.into[x] == c {
			g.node[v] = c
		}
	}
	g.path = append(g.path[:first], c)
	g.state[c] = onPath
	return c
}

// heads returns the heads of the words: a circle is cut at the word that the arc into it
// enters, and its other nodes keep the arcs that made it.
func (g *contraction) heads() []int32 {
	for c := g.made - 1; int(c) >= g.size; c-- {
		x := g.dep[c]
		for g.into[x] != c {
			x = g.into[x]
		}
		g.head[x], g.dep[x] = g.head[c], g.dep[c]
	}
	return g.head[1:g.size]
}
