package schema

import (
	"errors"

	"newsgraph/graph"
	"newsgraph/graph/search"
)

// A searchArgs says what is searched for.
type searchArgs struct {
	pageArgs
	Query string
	Kinds *[]nodeKind
}

// A searchConnection is the type SearchConnection.
type searchConnection struct {
	Edges   []searchEdge
	Total   int32
	hasNext bool
}

// A searchEdge is the type SearchEdge.
type searchEdge struct {
	Cursor string
	Node   *node
	Score  float64
	r      *request
	hit    search.Hit
}

func (e searchEdge) Article() *article { return asArticle(e.r.thing(e.hit.Article)) }

func (e searchEdge) Matches() []*span {
	all := make([]*span, len(e.hit.Spans))
	for i, s := range e.hit.Spans {
		all[i] = spanOf(e.r, e.hit.Article, s)
	}
	return all
}

func (c *searchConnection) Nodes() []*node {
	all := make([]*node, len(c.Edges))
	for i, e := range c.Edges {
		all[i] = e.Node
	}
	return all
}

func (c *searchConnection) PageInfo() pageInfo {
	p := pageInfo{HasNextPage: c.hasNext}
	if n := len(c.Edges); n > 0 {
		p.EndCursor = &c.Edges[n-1].Cursor
	}
	return p
}

func searched(r *request, args searchArgs) (*searchConnection, error) {
	kinds := nodeKinds(args.Kinds)
	for _, k := range kinds {
		if k != graph.KindArticle && k != graph.KindStatement {
			return nil, badInput("kinds", "%s has no text to search; want Article or Statement", k)
		}
	}
	size, err := args.size()
	if err != nil {
		return nil, err
	}
	skip, err := parseRankCursor(args.cursor())
	if err != nil {
		return nil, err
	}
	if args.Kinds == nil {
		kinds = []graph.Kind{graph.KindArticle, graph.KindStatement}
	}
	if len(kinds) == 0 {
		return &searchConnection{Edges: []searchEdge{}}, nil
	}
	// One more than wanted tells whether there is more.
	found, err := search.Search(r.tx, args.Query, search.Options{Kinds: kinds, Limit: size + 1, Offset: skip})
	if err != nil {
		return nil, searchError(err)
	}
	c := &searchConnection{Edges: []searchEdge{}, Total: int32(found.Total), hasNext: len(found.Hits) > size}
	for i, h := range found.Hits[:min(size, len(found.Hits))] {
		c.Edges = append(c.Edges, searchEdge{rankCursor(skip + i + 1), asNode(r.thing(h.Ref)), h.Score, r, h})
	}
	return c, r.spend(len(found.Hits))
}

// searchError tells a query that cannot be read from a search that failed.
func searchError(err error) error {
	var syntax *search.SyntaxError
	if errors.As(err, &syntax) {
		return badInput("query", "%v", err)
	}
	return err
}
