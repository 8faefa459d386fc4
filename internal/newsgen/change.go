package newsgen

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"newsgraph/graph"
)

// Some returns about one in every of the numbers from 0 to n, in order, the same ones
// for the same name: the articles to change, or to withdraw.
func (g *Gen) Some(name string, n, every int) []int {
	r := g.rand(name, n, every)
	var some []int
	for i := range n {
		if chance(r, every) {
			some = append(some, i)
		}
	}
	return some
}

// WriteFiles writes articles 0 to n to files in a folder, which is made, and returns
// how many it wrote: those whose facts only a publisher's fields would tell are left out.
func (g *Gen) WriteFiles(folder string, n int) (int, error) {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return 0, err
	}
	written := 0
	for i := range n {
		if g.outlet(i)%styles == fieldsOnly {
			continue
		}
		a := g.Article(i).Article
		if err := os.WriteFile(filepath.Join(folder, filepath.Base(a.Key)), []byte(a.Text), 0o666); err != nil {
			return written, err
		}
		written++
	}
	return written, nil
}

// WriteJSON writes articles from one number to before another as JSON lines.
func (g *Gen) WriteJSON(w io.Writer, from, to int) error {
	lines := json.NewEncoder(w)
	for i := from; i < to; i++ {
		if err := lines.Encode(publication(g.Article(i).Article)); err != nil {
			return fmt.Errorf("article %d: %w", i, err)
		}
	}
	return nil
}

// publication is an article as its publisher would hand it out.
func publication(a graph.Article) map[string]any {
	p := map[string]any{"id": a.Key, "title": a.Title, "outlet": a.Outlet, "text": a.Text, "language": a.Language}
	if a.Published != "" {
		p["published"] = a.Published
	}
	if len(a.Authors) > 0 {
		p["authors"] = a.Authors
	}
	return p
}

// Decisions returns n decisions by people on records of articles 0 to before the
// given number: mostly on two people of one surname, where there are such.
func (g *Gen) Decisions(n, articles int) []graph.Decision {
	r := g.rand("decisions", n, articles)
	var all []graph.Decision
	for tries := 0; len(all) < n && tries < 100*n; tries++ {
		a := g.target(r, r.IntN(articles))
		b := g.target(r, r.IntN(articles))
		if a == b || a.Kind != b.Kind || surname(a.Text) != surname(b.Text) && !chance(r, 20) {
			continue
		}
		all = append(all, graph.Decision{A: a, B: b, Verdict: pick(r, []graph.Verdict{graph.Same, graph.Different})})
	}
	return all
}

// target names a record of article i: a person's mostly.
func (g *Gen) target(r *rand.Rand, i int) graph.Target {
	c := g.Article(i)
	var people, others []graph.Target
	for _, rec := range c.Records {
		t := graph.Target{Article: c.Article.Key, Kind: rec.Kind, Text: graph.Cut(c.Article.Text, rec.First)}
		switch {
		case rec.Kind == graph.KindPerson:
			people = append(people, t)
		case rec.Kind != graph.KindCountry && rec.Field == "":
			others = append(others, t)
		}
	}
	if len(people) == 0 || chance(r, 8) {
		return pick(r, others)
	}
	return pick(r, people)
}

func surname(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }
