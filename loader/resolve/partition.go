package resolve

// A tie says that two nodes of a component are one. Nodes are numbered: records by
// their order (earliest first), then hubs.
type tie struct{ a, b int }

// partition puts n nodes into parts, given ties in falling strength and pairs that
// must stay apart, and returns the part of each node. A tie that would bring such a
// pair together is passed over: so a chain is cut at its weakest tie.
func partition(n int, ties []tie, apart []tie) []int {
	p := parts{root: make([]int, n), apart: make([]map[int]bool, n)}
	for i := range p.root {
		p.root[i] = i
	}
	for _, t := range apart {
		p.keepApart(t.a, t.b)
		p.keepApart(t.b, t.a)
	}
	for _, t := range ties {
		p.unite(p.find(t.a), p.find(t.b))
	}
	all := make([]int, n)
	for i := range all {
		all[i] = p.find(i)
	}
	return all
}

// parts is a union-find in which each root knows the roots it must not be united with.
type parts struct {
	root  []int
	apart []map[int]bool
}

func (p *parts) find(i int) int {
	for p.root[i] != i {
		p.root[i] = p.root[p.root[i]]
		i = p.root[i]
	}
	return i
}

func (p *parts) keepApart(a, b int) {
	if p.apart[a] == nil {
		p.apart[a] = map[int]bool{}
	}
	p.apart[a][b] = true
}

func (p *parts) unite(a, b int) {
	if a == b || p.apart[a][b] {
		return
	}
	p.root[b] = a
	for x := range p.apart[b] {
		p.keepApart(a, x)
		delete(p.apart[x], b)
		p.keepApart(x, a)
	}
}
