package schema

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"newsgraph/graph"

	"github.com/rogpeppe/go-internal/txtar"
)

// A world is the graph that the tests of a file ask about. It is written as articles
// in JSON with what they contribute: records name the node they are part of, and
// passages are given by their words, the first place of which counts.
type world struct {
	t     testing.TB
	graph *graph.Graph
	nodes map[string]graph.Ref // clusters by the name that records give
}

type worldArticle struct {
	graph.Article
	Records []worldRecord
	Claims  []worldClaim
}

type worldRecord struct {
	graph.Record
	Is   string // the node that it is part of
	What string // its kind
	At   string // its first span
}

type worldClaim struct {
	From, To string // nodes, or "article"
	What     string // its kind
	At       string
	More     []string
	Role     string
	Title    string
	Evidence struct { // Span, More, By and Confidence are filled in
		graph.Evidence
		Wording *struct {
			graph.Wording
			Cue, Speaker, Via string
		}
	}
}

// newWorld makes a graph in a folder of its own.
func newWorld(t testing.TB) *world {
	t.Helper()
	g, err := graph.Open(t.TempDir(), graph.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := g.Close(); err != nil {
			t.Error(err)
		}
	})
	return &world{t: t, graph: g, nodes: map[string]graph.Ref{}}
}

// loadWorld makes a graph of the articles in a txtar archive.
func loadWorld(t testing.TB, file string) *world {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t)
	for _, f := range a.Files {
		var article worldArticle
		d := json.NewDecoder(strings.NewReader(string(f.Data)))
		d.DisallowUnknownFields()
		if err := d.Decode(&article); err != nil {
			t.Fatalf("%s: %s: %v", file, f.Name, err)
		}
		w.add(article)
	}
	return w
}

// add loads one article.
func (w *world) add(a worldArticle) {
	w.t.Helper()
	c := &graph.Contribution{Article: a.Article}
	index := map[string]int{"article": graph.ArticleRecord}
	clusters := map[graph.ID]string{}
	for i, r := range a.Records {
		r.First = w.span(a.Text, r.At)
		r.Kind = w.kind(r.What)
		c.Records = append(c.Records, r.Record)
		index[r.Is] = i
		clusters[graph.RecordID(a.Key, r.Record)] = r.Is
	}
	for _, cl := range a.Claims {
		c.Claims = append(c.Claims, w.claim(a.Text, cl, index))
	}
	c.Normalize()
	if err := c.Validate(); err != nil {
		w.t.Fatal(err)
	}
	err := w.graph.Update(func(tx *graph.Tx) error {
		m := graph.Mutation{Add: c}
		for i, r := range c.Records {
			is := clusters[graph.RecordID(a.Key, r)]
			if w.nodes[is] == 0 {
				w.nodes[is] = tx.NewRef()
			}
			m.Place = append(m.Place, graph.Placement{Record: graph.RecordRef{Nr: i}, Cluster: w.nodes[is]})
		}
		_, err := tx.Apply(m)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) claim(text string, c worldClaim, index map[string]int) graph.Claim {
	w.t.Helper()
	e := c.Evidence.Evidence
	e.By, e.Confidence = "test/1", 900
	if e.Ref == "" {
		e.Span = w.span(text, c.At)
	}
	for _, more := range c.More {
		e.More = append(e.More, w.span(text, more))
	}
	if in := c.Evidence.Wording; in != nil {
		e.Wording = &in.Wording
		if in.Cue != "" {
			s := w.span(text, in.Cue)
			e.Wording.Cue = &s
		}
		if in.Speaker != "" {
			s := w.span(text, in.Speaker)
			e.Wording.Speaker = &s
		}
		if in.Via != "" {
			via := w.record(index, in.Via)
			e.Wording.Via = &via
		}
	}
	kind, err := graph.ParseEdgeKind(c.What)
	if err != nil {
		w.t.Fatal(err)
	}
	return graph.Claim{Kind: kind, From: w.record(index, c.From), To: w.record(index, c.To), Disc: graph.Disc{Role: c.Role, Title: c.Title}, Evidence: e}
}

func (w *world) record(index map[string]int, name string) int {
	w.t.Helper()
	i, ok := index[name]
	if !ok {
		w.t.Fatalf("the article has no record of %q", name)
	}
	return i
}

func (w *world) kind(name string) graph.Kind {
	w.t.Helper()
	k, err := graph.ParseKind(name)
	if err != nil {
		w.t.Fatal(err)
	}
	return k
}

func (w *world) span(text, words string) graph.Span {
	w.t.Helper()
	i := strings.Index(text, words)
	if i < 0 || words == "" {
		w.t.Fatalf("%q does not stand in %q", words, text)
	}
	return graph.SpanOf(text, i, i+len(words))
}

// files returns the archives that a pattern matches, and fails if there are none.
func files(t testing.TB, archives []string, err error, besides ...string) []string {
	t.Helper()
	archives = slices.DeleteFunc(archives, func(f string) bool { return slices.Contains(besides, f) })
	if err != nil || len(archives) == 0 {
		t.Fatalf("no test cases (%v)", err)
	}
	return archives
}
