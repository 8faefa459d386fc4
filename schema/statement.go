package schema

import "newsgraph/graph"

// A statement is the type Statement.
type statement struct{ *thing }

func asStatement(t *thing) *statement { return &statement{t} }

func (s *statement) Text() string    { return s.n.Name }
func (s *statement) Said() *interval { return intervalOf(&s.n.When) }
func (s *statement) Day() *date      { return dateOf(s.n.Day) }

func (s *statement) Speakers(args pageArgs) (*connection[*entity], error) {
	return follow(s.thing, asEntity, nil, listArgs{pageArgs: args}, in(graph.Said))
}

func (s *statement) Wordings(args listArgs) (*connection[*wording], error) {
	return reports(s.thing, args, (*evidence).ToWording)
}

func (s *statement) Addressees(args pageArgs) (*connection[*node], error) {
	return follow(s.thing, asNode, nil, listArgs{pageArgs: args}, out(graph.AddressedTo))
}

func (s *statement) About(args pageArgs) (*connection[*node], error) {
	return follow(s.thing, asNode, nil, listArgs{pageArgs: args}, out(graph.About))
}

func (s *statement) NestedIn(args pageArgs) (*connection[*statement], error) {
	return s.others(args, out(graph.NestedIn))
}

func (s *statement) Nested(args pageArgs) (*connection[*statement], error) {
	return s.others(args, in(graph.NestedIn))
}

func (s *statement) StatementsAbout(args listArgs) (*connection[*statement], error) {
	return s.statementsAbout(args)
}

func (s *statement) SameClaim(args pageArgs) (*connection[*statement], error) {
	return s.others(args, both(graph.SameClaim)...)
}

func (s *statement) Contradicts(args pageArgs) (*connection[*statement], error) {
	return s.others(args, both(graph.Contradicts)...)
}

func (s *statement) PossiblySame(args pageArgs) (*connection[*statement], error) {
	return s.others(args, both(graph.PossiblySame)...)
}

func (s *statement) others(args pageArgs, steps ...step) (*connection[*statement], error) {
	return follow(s.thing, asStatement, nil, listArgs{pageArgs: args}, steps...)
}
