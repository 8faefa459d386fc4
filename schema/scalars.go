package schema

import (
	"fmt"
	"strings"

	"newsgraph/graph"

	"github.com/graph-gophers/graphql-go"
)

// A date is the scalar Date.
type date string

// ImplementsGraphQLType says which scalar it is.
func (date) ImplementsGraphQLType(name string) bool { return name == "Date" }

// UnmarshalGraphQL reads an argument: a day with its year.
func (d *date) UnmarshalGraphQL(input any) error {
	s, ok := input.(string)
	if !ok || len(s) != len("2006-01-02") || graph.ParseDay(s) == graph.NoDay {
		return badQuery("date %v: want a day like 2025-08-07", input)
	}
	*d = date(s)
	return nil
}

// day returns the day of an argument, NoDay where it was not given.
func (d *date) day() graph.Day {
	if d == nil {
		return graph.NoDay
	}
	return graph.ParseDay(string(*d))
}

// dateOf returns a day as a Date, null if it is not known.
func dateOf(d graph.Day) *date { return known(date(d.String())) }

// A dateTime is the scalar DateTime. No argument has it.
type dateTime string

// ImplementsGraphQLType says which scalar it is.
func (dateTime) ImplementsGraphQLType(name string) bool { return name == "DateTime" }

// UnmarshalGraphQL is there because graphql-go wants it of every scalar.
func (d *dateTime) UnmarshalGraphQL(any) error {
	return badQuery("DateTime is no argument")
}

// known returns null for an empty string: not known.
func known[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	return &s
}

// list returns an empty list for nil: known to be none.
func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}

// enum returns a word of the graph as the enum value it is: planned, PLANNED. Null
// for an empty word.
func enum(word string) *string { return known(strings.ToUpper(word)) }

// rate returns a share of one thousand as one of 1.
func rate(perMille int) float64 { return float64(perMille) / 1000 }

// idOf reads an id. What is no UUID is the id of nothing.
func idOf(id graphql.ID) (graph.ID, error) {
	parsed, err := graph.ParseID(string(id))
	if err != nil {
		return parsed, fmt.Errorf("%w: %w", graph.ErrNotFound, err)
	}
	return parsed, nil
}

// A nodeKind is an argument of the enum NodeKind.
type nodeKind graph.Kind

// ImplementsGraphQLType says which enum it is.
func (nodeKind) ImplementsGraphQLType(name string) bool { return name == "NodeKind" }

// UnmarshalGraphQL reads an argument.
func (k *nodeKind) UnmarshalGraphQL(input any) error {
	kind, err := graph.ParseKind(fmt.Sprint(input))
	if err != nil {
		return badQuery("%v", err)
	}
	*k = nodeKind(kind)
	return nil
}

// An edgeKind is an argument of the enum EdgeKind.
type edgeKind graph.EdgeKind

// ImplementsGraphQLType says which enum it is.
func (edgeKind) ImplementsGraphQLType(name string) bool { return name == "EdgeKind" }

// UnmarshalGraphQL reads an argument.
func (k *edgeKind) UnmarshalGraphQL(input any) error {
	kind, err := graph.ParseEdgeKind(fmt.Sprint(input))
	if err != nil {
		return badQuery("%v", err)
	}
	*k = edgeKind(kind)
	return nil
}

// nodeKinds returns the kinds of an argument, nil where it was not given.
func nodeKinds(kinds *[]nodeKind) []graph.Kind {
	if kinds == nil {
		return nil
	}
	all := make([]graph.Kind, len(*kinds))
	for i, k := range *kinds {
		all[i] = graph.Kind(k)
	}
	return all
}

// edgeKinds returns the kinds of an argument, otherwise where it was not given.
func edgeKinds(kinds *[]edgeKind, otherwise []graph.EdgeKind) []graph.EdgeKind {
	if kinds == nil {
		return otherwise
	}
	all := make([]graph.EdgeKind, len(*kinds))
	for i, k := range *kinds {
		all[i] = graph.EdgeKind(k)
	}
	return all
}
