package schema

import "newsgraph/graph"

// A stats is the type Stats.
type stats struct{ c graph.Counts }

func (s *stats) Articles() int32      { return s.count(graph.KindArticle) }
func (s *stats) People() int32        { return s.count(graph.KindPerson) }
func (s *stats) Countries() int32     { return s.count(graph.KindCountry) }
func (s *stats) Organizations() int32 { return s.count(graph.KindOrganization) }
func (s *stats) Places() int32        { return s.count(graph.KindPlace) }
func (s *stats) Events() int32        { return s.count(graph.KindEvent) }
func (s *stats) Statements() int32    { return s.count(graph.KindStatement) }

func (s *stats) count(k graph.Kind) int32 { return int32(s.c.Nodes[k]) }

func (s *stats) Edges() []edgeCount {
	all := make([]edgeCount, len(graph.EdgeKinds))
	for i, k := range graph.EdgeKinds {
		all[i] = edgeCount{k, int32(s.c.Edges[k])}
	}
	return all
}

// An edgeCount is the type EdgeCount.
type edgeCount struct {
	Kind  graph.EdgeKind
	Count int32
}
