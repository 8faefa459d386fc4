package schema

import (
	"testing"

	"newsgraph"

	"github.com/graph-gophers/graphql-go"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// The library that answers queries takes nearly any SDL, so another one reads it
// here by the letter of the specification.
func TestSDLIsValid(t *testing.T) {
	if _, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphql", Input: newsgraph.SDL}); err != nil {
		t.Fatal(err)
	}
	if _, err := graphql.ParseSchema(newsgraph.SDL, nil, graphql.UseStringDescriptions()); err != nil {
		t.Fatal(err)
	}
}
