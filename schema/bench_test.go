package schema

import (
	"context"
	"testing"
)

// The queries are those a person types and a drawing asks for, on 2,000 articles of
// one minister with 6,000 statements.
func BenchmarkExec(b *testing.B) {
	w := manyStatements(b, 2000)
	s := newSchema(b, w.graph, Options{})
	for _, c := range []struct{ name, query string }{
		{"empty", `{ __typename }`},
		{"name", `{ entities(name: "Edda Holm") { nodes { id name aliases } } }`},
		{"statements20", nested},
		{"statements20/flat", `{ entities(name: "Edda Holm") { nodes { statements { nodes { text day } } } } }`},
		{"neighbours100", `{ node(id: "id:edda") { neighbours(first: 100) { edges { link { kind role day } node { id kind name } } } } }`},
		{"timeline100", `{ timeline(clock: PUBLISHED, kind: Article, first: 100) { edges { day node { name } } } }`},
		{"search20", `{ search(query: "quota enough", kinds: [Statement]) { total edges { score node { name } matches { text } article { title } } } }`},
		{"neighbourhood200", `{ neighbourhood(id: "id:edda", depth: 2) { nodes { id kind name } edges { kind role from { id } to { id } } } }`},
		{"introspection", introspectionQuery},
	} {
		query := w.named(c.query)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if answer := s.Exec(context.Background(), Request{Query: query}); answer.Errors != nil {
					b.Fatal(answer.Errors)
				}
			}
		})
	}
}
