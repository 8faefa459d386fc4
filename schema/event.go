package schema

import "newsgraph/graph"

// An event is the type Event.
type event struct{ *thing }

func asEvent(t *thing) *event { return &event{t} }

// Type returns the PLOVER type. An event without one is of none of its classes.
func (e *event) Type() string {
	if e.n.Type == "" {
		return "OTHER"
	}
	return e.n.Type
}

func (e *event) QuadClass() *int32 {
	p, ok := ploverTypes[e.n.Type]
	if !ok {
		return nil
	}
	return &p.quad
}

func (e *event) Goldstein() *float64 {
	p, ok := ploverTypes[e.n.Type]
	if !ok {
		return nil
	}
	return &p.goldstein
}

func (e *event) CameoRoots() []string { return list(ploverTypes[e.n.Type].cameo) }
func (e *event) When() *interval      { return intervalOf(&e.n.When) }
func (e *event) Day() *date           { return dateOf(e.n.Day) }

func (e *event) Participants(args pageArgs) (*connection[*entity], error) {
	return follow(e.thing, asEntity, nil, listArgs{pageArgs: args}, in(graph.TakesPart))
}

func (e *event) Places(args pageArgs) (*connection[*entity], error) {
	return follow(e.thing, asEntity, nil, listArgs{pageArgs: args}, out(graph.LocatedIn))
}

func (e *event) Reports(args listArgs) (*connection[*eventReport], error) {
	return reports(e.thing, args, (*evidence).ToEventReport)
}

func (e *event) StatementsAbout(args listArgs) (*connection[*statement], error) {
	return e.statementsAbout(args)
}

func (e *event) Contradicts(args pageArgs) (*connection[*event], error) {
	return follow(e.thing, asEvent, nil, listArgs{pageArgs: args}, both(graph.Contradicts)...)
}

func (e *event) PossiblySame(args pageArgs) (*connection[*event], error) {
	return follow(e.thing, asEvent, nil, listArgs{pageArgs: args}, both(graph.PossiblySame)...)
}
