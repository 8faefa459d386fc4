package schema

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"newsgraph/graph"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the want.json of the test cases")

const worldFile = "testdata/world.txtar"

func newSchema(t testing.TB, g *graph.Graph, o Options) *Schema {
	t.Helper()
	s, err := New(g, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Each archive asks testdata/world.txtar a query and has the answer. An argument of
// the form id:liv stands for the id of that node.
func TestAnswers(t *testing.T) {
	w := loadWorld(t, worldFile)
	s := newSchema(t, w.graph, Options{})
	archives, err := filepath.Glob("testdata/*.txtar")
	for _, file := range files(t, archives, err, worldFile) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := ask(t, s, w.named(section(a, "query.graphql")), w.named(section(a, "variables.json")))
			if *update {
				set(a, "want.json", got)
				if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(section(a, "want.json"), got); diff != "" {
				t.Errorf("answer (-want +got):\n%s", diff)
			}
		})
	}
}

// ask returns the answer to a query, indented.
func ask(t testing.TB, s *Schema, query, variables string) string {
	t.Helper()
	q := Request{Query: query}
	if variables != "" {
		if err := json.Unmarshal([]byte(variables), &q.Variables); err != nil {
			t.Fatal(err)
		}
	}
	b, err := json.Marshal(s.Exec(context.Background(), q))
	if err != nil {
		t.Fatal(err)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, b, "", "  "); err != nil {
		t.Fatal(err)
	}
	return indented.String() + "\n"
}

// named puts ids in the place of id:name.
func (w *world) named(s string) string {
	err := w.graph.View(func(tx *graph.Tx) error {
		for name, ref := range w.nodes {
			n, err := tx.NodeAt(ref)
			if err != nil {
				return err
			}
			s = strings.ReplaceAll(s, `"id:`+name+`"`, `"`+n.ID.String()+`"`)
		}
		return nil
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return s
}

func section(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func set(a *txtar.Archive, name, data string) {
	for i := range a.Files {
		if a.Files[i].Name == name {
			a.Files[i].Data = []byte(data)
			return
		}
	}
	a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(data)})
}

// decode returns the data of an answer that has no errors.
func decode[T any](t testing.TB, s *Schema, query string) T {
	t.Helper()
	answer := s.Exec(context.Background(), Request{Query: query})
	if answer.Errors != nil {
		t.Fatalf("%s: %v", query, answer.Errors)
	}
	var data T
	if err := json.Unmarshal(answer.Data, &data); err != nil {
		t.Fatal(err)
	}
	return data
}
