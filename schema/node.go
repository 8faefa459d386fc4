package schema

import (
	"slices"

	"newsgraph/graph"

	"github.com/graph-gophers/graphql-go"
)

// A thing is a node of the graph within a request. The types of schema.graphql that
// are nodes are views of it.
type thing struct {
	r *request
	n graph.Node
}

// The fields that every node has.

func (t *thing) ID() graphql.ID   { return graphql.ID(t.n.ID.String()) }
func (t *thing) Kind() graph.Kind { return t.n.Kind }
func (t *thing) Name() string     { return t.n.Name }

// neighbourArgs says which neighbours are wanted.
type neighbourArgs struct {
	listArgs
	Kinds     *[]edgeKind
	Direction *string
}

func (t *thing) Neighbours(args neighbourArgs) (*connection[*node], error) {
	return follow(t, asNode, nil, args.listArgs, t.allSteps(args)...)
}

// allSteps returns the steps that neighbourArgs ask for, those without any edges at
// nodes of this kind left out.
func (t *thing) allSteps(args neighbourArgs) []step {
	var all []step
	for _, k := range edgeKinds(args.Kinds, graph.EdgeKinds) {
		if args.Direction == nil || *args.Direction == "OUT" {
			all = append(all, out(k))
		}
		if args.Direction == nil || *args.Direction == "IN" {
			all = append(all, in(k))
		}
	}
	return slices.DeleteFunc(all, func(s step) bool { return !possible(t.n.Kind, s) })
}

// possible reports whether nodes of a kind can have edges on a step.
func possible(k graph.Kind, s step) bool {
	for _, other := range graph.Kinds {
		if s.way == graph.Out && s.kind.Allows(k, other) || s.way == graph.In && s.kind.Allows(other, k) {
			return true
		}
	}
	return false
}

// A node is the interface Node.
type node struct{ *thing }

func asNode(t *thing) *node { return &node{t} }

// The types that a Node may be.

func (n *node) ToArticle() (*article, bool) { return asArticle(n.thing), n.n.Kind == graph.KindArticle }
func (n *node) ToPerson() (*person, bool)   { return asPerson(n.thing), n.n.Kind == graph.KindPerson }
func (n *node) ToCountry() (*country, bool) { return asCountry(n.thing), n.n.Kind == graph.KindCountry }
func (n *node) ToOrganization() (*organization, bool) {
	return asOrganization(n.thing), n.n.Kind == graph.KindOrganization
}
func (n *node) ToPlace() (*place, bool) { return asPlace(n.thing), n.n.Kind == graph.KindPlace }
func (n *node) ToEvent() (*event, bool) { return asEvent(n.thing), n.n.Kind == graph.KindEvent }
func (n *node) ToStatement() (*statement, bool) {
	return asStatement(n.thing), n.n.Kind == graph.KindStatement
}
