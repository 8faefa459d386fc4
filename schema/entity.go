package schema

import (
	"github.com/graph-gophers/graphql-go"

	"newsgraph/graph"
)

// An entity is the interface Entity, and what its types have in common.
type entity struct{ *thing }

func asEntity(t *thing) *entity { return &entity{t} }

// The types that an Entity may be.

func (e *entity) ToPerson() (*person, bool) { return asPerson(e.thing), e.n.Kind == graph.KindPerson }
func (e *entity) ToCountry() (*country, bool) {
	return asCountry(e.thing), e.n.Kind == graph.KindCountry
}
func (e *entity) ToOrganization() (*organization, bool) {
	return asOrganization(e.thing), e.n.Kind == graph.KindOrganization
}
func (e *entity) ToPlace() (*place, bool) { return asPlace(e.thing), e.n.Kind == graph.KindPlace }

// The fields that every entity has.

func (e *entity) Aliases() []string { return list(e.n.Aliases) }
func (e *entity) Records() int32    { return int32(e.n.Records) }

func (e *entity) Mentions(args listArgs) (*connection[*article], error) {
	return follow(e.thing, asArticle, nil, args, in(graph.Mentions))
}

// A statementsArgs says which of an entity's statements are wanted.
type statementsArgs struct {
	listArgs
	About *graphql.ID
}

func (e *entity) Statements(args statementsArgs) (*connection[*statement], error) {
	if args.About != nil {
		return shared(e.thing, asStatement, args.listArgs, out(graph.Said), "about", *args.About, in(graph.About))
	}
	return follow(e.thing, asStatement, nil, args.listArgs, out(graph.Said))
}

func (e *entity) StatementsAbout(args listArgs) (*connection[*statement], error) {
	return e.thing.statementsAbout(args)
}

func (e *entity) StatementsTo(args listArgs) (*connection[*statement], error) {
	return follow(e.thing, asStatement, nil, args, in(graph.AddressedTo))
}

// An eventsArgs says which of an entity's events are wanted.
type eventsArgs struct {
	listArgs
	With *graphql.ID
}

// Events returns the events that an entity takes part in, or, as a place takes part
// in none, those that happen there.
func (e *entity) Events(args eventsArgs) (*connection[*event], error) {
	mine := out(graph.TakesPart)
	if e.n.Kind == graph.KindPlace {
		mine = in(graph.LocatedIn)
	}
	if args.With != nil {
		return shared(e.thing, asEvent, args.listArgs, mine, "with", *args.With, out(graph.TakesPart))
	}
	return follow(e.thing, asEvent, events, args.listArgs, mine)
}

func (e *entity) PossiblySame(args pageArgs) (*connection[*entity], error) {
	return follow(e.thing, asEntity, nil, listArgs{pageArgs: args}, both(graph.PossiblySame)...)
}

// What several types have, each under its own names.

func (t *thing) statementsAbout(args listArgs) (*connection[*statement], error) {
	return follow(t, asStatement, nil, args, in(graph.About))
}

func (e *entity) eventsHere(args listArgs) (*connection[*event], error) {
	return follow(e.thing, asEvent, events, args, in(graph.LocatedIn))
}

func (e *entity) people(args pageArgs, s step) (*connection[*person], error) {
	return follow(e.thing, asPerson, nil, listArgs{pageArgs: args}, s)
}

func (e *entity) organizations(args pageArgs, s step) (*connection[*organization], error) {
	return follow(e.thing, asOrganization, nil, listArgs{pageArgs: args}, s)
}

func (e *entity) entities(args pageArgs, s step) (*connection[*entity], error) {
	return follow(e.thing, asEntity, nil, listArgs{pageArgs: args}, s)
}

// contains returns the places and organizations that lie in a place or country.
// Events lie there too, and are left to Events and EventsHere.
func (e *entity) contains(args pageArgs) (*connection[*node], error) {
	return follow(e.thing, asNode, graph.Kind.Entity, listArgs{pageArgs: args}, in(graph.LocatedIn))
}
