/*
Package traverse follows edges: Path finds a shortest path between two nodes,
Neighbourhood what lies around one. Both stop at super-nodes on purpose: of each kind
of edge at a node only the newest are followed, and the result says so.
*/
package traverse

import (
	"context"
	"slices"

	"newsgraph/graph"
)

// Ties are the edge kinds that are followed unless others are asked for: all but those
// of an article to what it mentions, its publisher and its sources, which tie
// everything to everything.
var Ties = slices.DeleteFunc(slices.Clone(graph.EdgeKinds), func(k graph.EdgeKind) bool {
	return k == graph.Mentions || k == graph.PublishedBy || k == graph.Cites
})

const (
	defaultDepth  = 6
	defaultFanout = 200
	defaultEdges  = 500
	defaultHops   = 2
)

// PathOptions bounds the search for a path. The zero value works.
type PathOptions struct {
	MaxDepth  int              // edges of the path; 0: 6
	Kinds     []graph.EdgeKind // which edges may be used; none: Ties
	MaxFanout int              // edges followed of each kind and direction at a node; 0: 200
}

// A PathResult is a shortest path. Edges lead from node to node, each in its own
// direction.
type PathResult struct {
	Found     bool
	Edges     []graph.Edge
	Truncated bool // some node had more edges than were followed: a shorter path may exist
}

// Path finds a shortest path between two nodes, edges being followed both ways. It
// searches from both ends, always on the side with fewer nodes to look at.
func Path(ctx context.Context, tx *graph.Tx, from, to graph.Ref, o PathOptions) (PathResult, error) {
	if o.MaxDepth <= 0 {
		o.MaxDepth = defaultDepth
	}
	w := newWalker(tx, o.Kinds, o.MaxFanout)
	if from == to {
		return PathResult{Found: true}, nil
	}
	a, b := newSide(from), newSide(to)
	for depth := 0; depth < o.MaxDepth && len(a.front) > 0 && len(b.front) > 0; depth++ {
		near, far := a, b
		if len(b.front) < len(a.front) {
			near, far = b, a
		}
		met, err := w.grow(ctx, near, far)
		if err != nil {
			return PathResult{}, err
		}
		if met != 0 {
			r := PathResult{Found: true, Truncated: w.truncated, Edges: join(a, b, met)}
			for i := range r.Edges {
				if err := tx.Fill(&r.Edges[i]); err != nil {
					return r, err
				}
			}
			return r, nil
		}
	}
	return PathResult{Truncated: w.truncated}, nil
}

// A side is one half of the search: the nodes it has reached, with the edge that
// reached each.
type side struct {
	start graph.Ref
	front []graph.Ref
	edge  map[graph.Ref]graph.Edge
}

func newSide(start graph.Ref) *side {
	return &side{start, []graph.Ref{start}, map[graph.Ref]graph.Edge{start: {}}}
}

// grow reaches one step further on one side. It returns the node where the sides met, or 0.
func (w *walker) grow(ctx context.Context, s, other *side) (graph.Ref, error) {
	front := s.front
	s.front = nil
	for _, n := range front {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		var met graph.Ref
		err := w.star(n, func(e graph.Edge) bool {
			next := e.Other(n)
			if _, seen := s.edge[next]; seen {
				return true
			}
			s.edge[next] = e
			s.front = append(s.front, next)
			if _, there := other.edge[next]; there {
				met = next
			}
			return met == 0
		})
		if err != nil || met != 0 {
			return met, err
		}
	}
	return 0, nil
}

// join strings the edges of both sides together at the node where they met.
func join(a, b *side, met graph.Ref) []graph.Edge {
	var path []graph.Edge
	for n := met; n != a.start; {
		e := a.edge[n]
		path = append(path, e)
		n = e.Other(n)
	}
	slices.Reverse(path)
	for n := met; n != b.start; {
		e := b.edge[n]
		path = append(path, e)
		n = e.Other(n)
	}
	return path
}

// NeighbourhoodOptions bounds a neighbourhood. The zero value works.
type NeighbourhoodOptions struct {
	Depth     int              // steps from the node; 0: 2
	MaxEdges  int              // 0: 500
	Kinds     []graph.EdgeKind // which edges are followed; none: Ties
	MaxFanout int              // edges followed of each kind and direction at a node; 0: 200
}

// A Subgraph is a part of the graph. Every end of Edges is in Nodes; the node asked
// about comes first, then those nearest to it.
type Subgraph struct {
	Nodes     []graph.Ref
	Edges     []graph.Edge
	Truncated bool // there is more within Depth
}

// Neighbourhood returns what lies around a node, step by step. Edges are completed.
func Neighbourhood(ctx context.Context, tx *graph.Tx, from graph.Ref, o NeighbourhoodOptions) (Subgraph, error) {
	if o.Depth <= 0 {
		o.Depth = defaultHops
	}
	if o.MaxEdges <= 0 {
		o.MaxEdges = defaultEdges
	}
	w := newWalker(tx, o.Kinds, min(orElse(o.MaxFanout, defaultFanout), o.MaxEdges))
	s := Subgraph{Nodes: []graph.Ref{from}}
	seen := map[graph.Ref]bool{from: true}
	for step, at := 0, 0; step < o.Depth && !s.Truncated; step++ {
		front := s.Nodes[at:]
		at = len(s.Nodes)
		for _, n := range front {
			if err := ctx.Err(); err != nil {
				return s, err
			}
			if err := w.star(n, func(e graph.Edge) bool { return s.add(e, n, seen, o.MaxEdges) }); err != nil {
				return s, err
			}
		}
	}
	s.Truncated = s.Truncated || w.truncated
	for i := range s.Edges {
		if err := tx.Fill(&s.Edges[i]); err != nil {
			return s, err
		}
	}
	return s, nil
}

// add takes an edge of n in, unless it came from its other end already. It reports
// whether there is room for more.
func (s *Subgraph) add(e graph.Edge, n graph.Ref, seen map[graph.Ref]bool, limit int) bool {
	next := e.Other(n)
	if seen[next] && slices.ContainsFunc(s.Edges, func(o graph.Edge) bool { return o.SameAs(e) }) {
		return true
	}
	if len(s.Edges) == limit {
		s.Truncated = true
		return false
	}
	s.Edges = append(s.Edges, e)
	if !seen[next] {
		seen[next] = true
		s.Nodes = append(s.Nodes, next)
	}
	return true
}

// A walker knows which edges to follow.
type walker struct {
	tx        *graph.Tx
	kinds     graph.KindSet
	fanout    int
	truncated bool
}

func newWalker(tx *graph.Tx, kinds []graph.EdgeKind, fanout int) *walker {
	if len(kinds) == 0 {
		kinds = Ties
	}
	return &walker{tx: tx, kinds: graph.KindSetOf(kinds...), fanout: orElse(fanout, defaultFanout)}
}

// orElse returns n, or otherwise if n is not set.
func orElse(n, otherwise int) int {
	if n <= 0 {
		return otherwise
	}
	return n
}

// star calls yield for the edges at a node, those that leave first.
func (w *walker) star(n graph.Ref, yield func(graph.Edge) bool) error {
	stopped := false
	for _, d := range []graph.Direction{graph.Out, graph.In} {
		truncated, err := w.tx.Star(n, d, w.kinds, w.fanout, func(e graph.Edge) bool {
			stopped = !yield(e)
			return !stopped
		})
		w.truncated = w.truncated || truncated
		if err != nil || stopped {
			return err
		}
	}
	return nil
}
