package schema

import "newsgraph/graph"

// A place is the type Place.
type place struct{ entity }

func asPlace(t *thing) *place { return &place{entity{t}} }

func (p *place) Sort() *string { return known(p.n.Type) }

func (p *place) LocatedIn(args pageArgs) (*connection[*entity], error) {
	return p.entities(args, out(graph.LocatedIn))
}

func (p *place) Contains(args pageArgs) (*connection[*node], error) { return p.contains(args) }
