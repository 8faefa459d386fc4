package schema

import (
	"slices"

	"newsgraph/graph"
)

// A timelineArgs says which timeline is wanted.
type timelineArgs struct {
	listArgs
	Clock string
	Kind  nodeKind
}

// clocks are the clocks by name, with the kinds of node that each knows.
var clocks = map[string]struct {
	clock graph.Clock
	kinds []graph.Kind
}{
	"HAPPENED":  {graph.Happened, []graph.Kind{graph.KindEvent}},
	"SAID":      {graph.SaidAt, []graph.Kind{graph.KindStatement}},
	"PUBLISHED": {graph.Published, []graph.Kind{graph.KindArticle, graph.KindStatement, graph.KindEvent}},
	"LOADED":    {graph.Loaded, []graph.Kind{graph.KindArticle}},
}

// A timelineConnection is the type TimelineConnection.
type timelineConnection struct {
	*connection[*node]
	days []graph.Day
}

// A timelineEdge is the type TimelineEdge.
type timelineEdge struct {
	Cursor string
	Node   *node
	Day    *date
}

func (c *timelineConnection) Edges() []timelineEdge {
	all := make([]timelineEdge, len(c.days))
	for i, e := range c.connection.Edges {
		all[i] = timelineEdge{e.Cursor, e.Node, dateOf(c.days[i])}
	}
	return all
}

func timeline(r *request, args timelineArgs) (*timelineConnection, error) {
	clock, kind := clocks[args.Clock], graph.Kind(args.Kind)
	if !slices.Contains(clock.kinds, kind) {
		return nil, badInput("kind", "the clock %s knows %v, not %s", args.Clock, clock.kinds, kind)
	}
	size, err := args.size()
	if err != nil {
		return nil, err
	}
	p := graph.Page{After: args.cursor(), From: args.From.day(), To: args.To.day()}
	var days []graph.Day
	c, err := page(r, size, r.tx.Timeline(clock.clock, kind, p), func(l graph.Listed) (item[*node], bool) {
		if len(days) < size {
			days = append(days, l.Day)
		}
		return item[*node]{Cursor: l.Cursor, Node: asNode(r.thing(l.Ref))}, true
	})
	return &timelineConnection{c, days}, err
}
