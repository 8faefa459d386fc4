package schema

import (
	"os"
	"strings"
	"testing"

	"newsgraph"

	"github.com/graph-gophers/graphql-go"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
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

// The queries of the guide must fit the schema as it is.
func TestGuideFits(t *testing.T) {
	guide, err := os.ReadFile("../docs/query.md")
	if err != nil {
		t.Fatal(err)
	}
	sdl := gqlparser.MustLoadSchema(&ast.Source{Input: newsgraph.SDL})
	blocks := strings.Split(string(guide), "```graphql\n")[1:]
	if len(blocks) == 0 {
		t.Fatal("the guide has no queries")
	}
	for _, block := range blocks {
		query, _, _ := strings.Cut(block, "```")
		if _, err := gqlparser.LoadQueryWithRules(sdl, query, rules.NewDefaultRules()); err != nil {
			t.Errorf("%s\n%v", query, err)
		}
	}
}
