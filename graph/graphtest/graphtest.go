// Package graphtest opens graphs for tests and writes small articles to load into
// them. What it opens is checked, row by row, when the test ends.
package graphtest

import (
	"errors"
	"strings"
	"testing"
	"time"

	"newsgraph/graph"
	"newsgraph/graph/kv/memkv"
	"newsgraph/loader/resolve"
)

// LoadedOn is the day on which the graphs of this package load their articles.
const LoadedOn = "2031-05-01"

func options() graph.Options {
	return graph.Options{NoSync: true, Now: func() time.Time {
		t, _ := time.Parse(time.DateOnly, LoadedOn)
		return t
	}}
}

// Open opens a graph on Badger in a folder of the test's own.
func Open(t testing.TB) *graph.Graph {
	t.Helper()
	g, err := graph.Open(t.TempDir(), options())
	return checked(t, g, err)
}

// Memory opens a graph in memory.
func Memory(t testing.TB) *graph.Graph {
	t.Helper()
	g, err := graph.OpenStore(memkv.New(), options())
	return checked(t, g, err)
}

// checked checks and closes the graph at the end of the test.
func checked(t testing.TB, g *graph.Graph, err error) *graph.Graph {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(Check(g), g.Close()); err != nil {
			t.Errorf("at the end of the test: %v", err)
		}
	})
	return g
}

// Check returns what is wrong with a graph: its rows, and if those are whole, what
// was decided of its records.
func Check(g *graph.Graph) error {
	return g.View(func(tx *graph.Tx) error {
		if err := tx.Check(); err != nil {
			return err
		}
		return resolve.Check(tx)
	})
}

// Load adds articles, each in a transaction of its own. An error ends the test.
func Load(t testing.TB, g *graph.Graph, articles ...*Article) {
	t.Helper()
	for _, a := range articles {
		if err := Add(g, a); err != nil {
			t.Fatal(err)
		}
	}
}

// Add adds an article in a transaction of its own.
func Add(g *graph.Graph, a *Article) error {
	return g.Update(func(tx *graph.Tx) error {
		_, err := resolve.Add(tx, a.Contribution())
		return err
	})
}

// View calls fn with a transaction for reading; an error ends the test.
func View(t testing.TB, g *graph.Graph, fn func(*graph.Tx) error) {
	t.Helper()
	if err := g.View(fn); err != nil {
		t.Fatal(err)
	}
}

// Update calls fn with a transaction for writing; an error ends the test.
func Update(t testing.TB, g *graph.Graph, fn func(*graph.Tx) error) {
	t.Helper()
	if err := g.Update(fn); err != nil {
		t.Fatal(err)
	}
}

// An Article is one that a test writes, sentence by sentence. Its methods add records
// and claims whose evidence is the words they write, and return record numbers.
type Article struct {
	c     graph.Contribution
	text  strings.Builder
	chars int
}

// NewArticle begins an article. published may be empty.
func NewArticle(key, published string) *Article {
	return &Article{c: graph.Contribution{Article: graph.Article{Key: key, Published: published}}}
}

// Contribution returns a copy of what was written so far.
func (a *Article) Contribution() *graph.Contribution {
	c := a.c
	c.Article.Text = a.text.String()
	c.Records = append([]graph.Record(nil), a.c.Records...)
	c.Claims = append([]graph.Claim(nil), a.c.Claims...)
	return &c
}

// Write adds words to the text and returns where they stand.
func (a *Article) Write(words string) graph.Span {
	s := graph.Span{Start: a.chars, End: a.chars + len([]rune(words))}
	a.text.WriteString(words + ". ")
	a.chars = s.End + 2
	return s
}

// Record adds a record and a claim that the article mentions or reports it. Words are
// what the text says of it.
func (a *Article) Record(r graph.Record, words string) int {
	r.First = a.Write(words)
	nr := len(a.c.Records)
	a.c.Records = append(a.c.Records, r)
	kind := graph.Mentions
	if !r.Kind.Entity() {
		kind = graph.Reports
	}
	a.Claim(kind, graph.ArticleRecord, nr, graph.Disc{}, r.First)
	return nr
}

// Claim adds a claim with a span as its evidence.
func (a *Article) Claim(k graph.EdgeKind, from, to int, d graph.Disc, s graph.Span) {
	a.c.Claims = append(a.c.Claims, graph.Claim{Kind: k, From: from, To: to, Disc: d,
		Evidence: graph.Evidence{Span: s, By: "test/1", Confidence: 900}})
}

// Person adds a person.
func (a *Article) Person(name string, aliases ...string) int {
	return a.Record(graph.Record{Kind: graph.KindPerson, Name: name, Aliases: aliases, Bare: !strings.Contains(name, " ")}, name)
}

// Country adds a country.
func (a *Article) Country(name, iso string) int {
	return a.Record(graph.Record{Kind: graph.KindCountry, Name: name, ISO: iso}, name)
}

// Statement adds what a record said on a day, which may be empty, about others.
func (a *Article) Statement(speaker int, day, words string, about ...int) int {
	nr := a.Record(graph.Record{Kind: graph.KindStatement, Name: words, When: on(day)}, words)
	s := a.c.Records[nr].First
	a.Claim(graph.Said, speaker, nr, graph.Disc{}, s)
	for _, other := range about {
		a.Claim(graph.About, nr, other, graph.Disc{}, s)
	}
	return nr
}

// Meeting adds an event of type CONSULT in which records take part as actors.
func (a *Article) Meeting(day, words string, actors ...int) int {
	nr := a.Record(graph.Record{Kind: graph.KindEvent, Name: "Talks", Type: "CONSULT", When: on(day)}, words)
	for _, who := range actors {
		a.Claim(graph.TakesPart, who, nr, graph.Disc{Role: "actor"}, a.c.Records[nr].First)
	}
	return nr
}

// Role adds that a person holds an office.
func (a *Article) Role(person, of int, title, words string) {
	a.Claim(graph.HoldsRole, person, of, graph.Disc{Title: title}, a.Write(words))
}

func on(day string) graph.Interval {
	if day == "" {
		return graph.Interval{}
	}
	return graph.Interval{From: day, To: day, Precision: "day"}
}
