package schema

import (
	"fmt"
	"strings"
	"testing"

	"newsgraph"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

func TestFlatten(t *testing.T) {
	sdl := gqlparser.MustLoadSchema(&ast.Source{Input: newsgraph.SDL})
	for _, c := range []struct{ name, query, want string }{
		{"no fragments", `{ people { nodes { name } } }`, ""},
		{"side by side", `{ node(id: 1) { ... on Person { name } ... on Entity { aliases } } }`, ""},
		{"a type within an interface",
			`{ node(id: 1) { ... on Entity { id ... on Country { iso } name } } }`,
			`{ node(id: 1) { ... on Entity { id } ... on Country { iso } ... on Entity { name } } }`},
		{"by name",
			`{ node(id: 1) { ...e } } fragment e on Entity { ...c } fragment c on Country { iso }`,
			`{ node(id: 1) { ... on Country { iso } } }`},
		{"of an interface that the field is",
			`{ node(id: 1) { ... on Node { id ... on Country { iso } } } }`,
			`{ node(id: 1) { id ... on Country { iso } } }`},
		{"of a type that the field is; another type is left out",
			`{ node(id: 1) { ... on Entity { ... on Country { ... on Node { id ... on Person { name } } } } } }`,
			`{ node(id: 1) { ... on Country { id } } }`},
		{"nothing can be left",
			`{ entities { nodes { ... on Node { ... on Article { title } } } } }`,
			`{ entities { nodes { ... @include(if: false) { __typename } } } }`},
		{"directives hold for all within",
			`query ($a: Boolean!) { node(id: 1) { ... on Entity @include(if: $a) { id ... on Country @skip(if: $a) { iso } } } }`,
			`query ($a: Boolean!) { node(id: 1) { ... @include(if: $a) { ... on Entity { id } ... @skip(if: $a) { ... on Country { iso } } } } }`},
		{"deep in fields",
			`{ people { nodes { neighbours { nodes { ... on Entity { ... on Person { leads { nodes { ... on Entity { ... on Node { id } } } } } } } } } } }`,
			`{ people { nodes { neighbours { nodes { ... on Person { leads { nodes { id } } } } } } } }`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.want == "" {
				c.want = c.query
			}
			got := strings.Join(strings.Fields(flatten(sdl, c.query)), " ")
			got = strings.Replace(got, "query {", "{", 1)
			if got != c.want {
				t.Errorf("%s\ngot  %s\nwant %s", c.query, got, c.want)
			}
			if _, err := gqlparser.LoadQueryWithRules(sdl, got, nil); err != nil {
				t.Error(err)
			}
		})
	}
}

// Spreads that multiply are left to graphql-go, which refuses them.
func TestFlattenIsBounded(t *testing.T) {
	sdl := gqlparser.MustLoadSchema(&ast.Source{Input: newsgraph.SDL})
	query := "{ node(id: 1) { ...f0 } } "
	for i := range 30 {
		query += fmt.Sprintf("fragment f%d on Entity { ...f%d ...f%d } ", i, i+1, i+1)
	}
	query += "fragment f30 on Entity { id }"
	if got := flatten(sdl, query); got != query {
		t.Errorf("written anew, with %d bytes", len(got))
	}
}
