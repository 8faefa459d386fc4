package schema

import (
	"github.com/graph-gophers/graphql-go"

	"newsgraph/graph"
)

// An edge is the type Edge. Lists know their edges by key alone; the rest is read
// when it is asked for.
type edge struct {
	r     *request
	e     graph.Edge
	whole bool // e has Disc and Count
}

// disc returns what tells the edge from others between the same nodes.
func (e *edge) disc() graph.Disc { return e.complete().Disc }

func (e *edge) complete() *graph.Edge {
	if !e.whole {
		e.whole = true
		_ = e.r.spend(1)
		if err := e.r.tx.Fill(&e.e); err != nil {
			e.r.fail(err)
		}
	}
	return &e.e
}

func (e *edge) ID() graphql.ID {
	from, to := e.r.thing(e.e.From), e.r.thing(e.e.To)
	return graphql.ID(graph.EdgeID(e.e.Kind, from.n.ID, to.n.ID, e.disc()).String())
}

func (e *edge) Kind() graph.EdgeKind { return e.e.Kind }
func (e *edge) From() *node          { return asNode(e.r.thing(e.e.From)) }
func (e *edge) To() *node            { return asNode(e.r.thing(e.e.To)) }
func (e *edge) Day() *date           { return dateOf(e.e.Day) }
func (e *edge) Role() *string        { return known(e.disc().Role) }
func (e *edge) Title() *string       { return known(e.disc().Title) }

func (e *edge) Period() *interval {
	return intervalOf(&graph.Interval{From: e.disc().From, To: e.disc().To})
}

func (e *edge) EvidenceCount() int32 { return int32(e.complete().Count) }

func (e *edge) Evidence(args struct{ First *int32 }) ([]*evidence, error) {
	size, err := between(0, maxFirst, "first", args.First, defaultFirst)
	if err != nil {
		return nil, err
	}
	return e.evidence(size)
}

// evidence reads at most so many pieces of evidence.
func (e *edge) evidence(most int) ([]*evidence, error) {
	all := []*evidence{}
	if most == 0 {
		return all, nil
	}
	for i, err := range e.r.tx.Evidence(e.e) {
		if err == nil {
			err = e.r.spend(1)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, &evidence{e.r, e.e.Kind, i})
		if len(all) == most {
			break
		}
	}
	return all, nil
}
