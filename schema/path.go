package schema

import (
	"newsgraph/graph"
	"newsgraph/graph/traverse"

	"github.com/graph-gophers/graphql-go"
)

// A pathArgs says which path is wanted.
type pathArgs struct {
	From     graphql.ID
	To       graphql.ID
	MaxDepth *int32
	Kinds    *[]edgeKind
}

// The longest paths, and the one sought where no length is given.
const (
	defaultPathDepth = 6
	maxPathDepth     = 8
)

// A path is the type Path.
type path struct {
	Found     bool
	Truncated bool
	Nodes     []*node
	Edges     []*edge
}

func findPath(r *request, args pathArgs) (*path, error) {
	depth, err := between(1, maxPathDepth, "maxDepth", args.MaxDepth, defaultPathDepth)
	if err != nil {
		return nil, err
	}
	from, err := found(r, args.From, asNode, nil)
	if from == nil || err != nil {
		return nil, err
	}
	to, err := found(r, args.To, asNode, nil)
	if to == nil || err != nil {
		return nil, err
	}
	way, err := traverse.Path(r.ctx, r.tx, from.n.Ref, to.n.Ref, traverse.PathOptions{MaxDepth: depth, Kinds: edgeKinds(args.Kinds, nil)})
	if err != nil {
		return nil, err
	}
	p := &path{Found: way.Found, Truncated: way.Truncated, Nodes: []*node{}, Edges: edges(r, way.Edges)}
	if !way.Found {
		return p, nil
	}
	p.Nodes = append(p.Nodes, from)
	at := from.n.Ref
	for _, e := range way.Edges {
		at = e.Other(at)
		p.Nodes = append(p.Nodes, asNode(r.thing(at)))
	}
	return p, r.spend(len(way.Edges))
}

func edges(r *request, all []graph.Edge) []*edge {
	views := make([]*edge, len(all))
	for i, e := range all {
		views[i] = &edge{r: r, e: e, whole: true}
	}
	return views
}

// A neighbourhoodArgs says what part of the graph is wanted.
type neighbourhoodArgs struct {
	ID       graphql.ID
	Depth    *int32
	MaxEdges *int32
	Kinds    *[]edgeKind
}

// The bounds of a neighbourhood.
const (
	defaultDepth = 1
	maxNearDepth = 4
	defaultEdges = 200
	maxEdges     = 1000
)

// A subgraph is the type Subgraph.
type subgraph struct {
	Nodes     []*node
	Edges     []*edge
	Truncated bool
}

func drawn(r *request, args neighbourhoodArgs) (*subgraph, error) {
	depth, err := between(1, maxNearDepth, "depth", args.Depth, defaultDepth)
	if err != nil {
		return nil, err
	}
	most, err := between(1, maxEdges, "maxEdges", args.MaxEdges, defaultEdges)
	if err != nil {
		return nil, err
	}
	middle, err := found(r, args.ID, asNode, nil)
	if middle == nil || err != nil {
		return nil, err
	}
	near, err := traverse.Neighbourhood(r.ctx, r.tx, middle.n.Ref, traverse.NeighbourhoodOptions{Depth: depth, MaxEdges: most, Kinds: edgeKinds(args.Kinds, nil)})
	if err != nil {
		return nil, err
	}
	s := &subgraph{Edges: edges(r, near.Edges), Truncated: near.Truncated}
	for _, n := range near.Nodes {
		s.Nodes = append(s.Nodes, asNode(r.thing(n)))
	}
	return s, r.spend(len(near.Edges))
}
