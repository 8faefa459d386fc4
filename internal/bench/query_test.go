package bench

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"newsgraph/graph"
	"newsgraph/graph/search"
	"newsgraph/graph/traverse"
	"newsgraph/internal/newsgen"
	"newsgraph/loader/resolve"
)

// store is a graph of newsgen's articles with the nodes that the queries start from.
type store struct {
	*graph.Graph
	gen               *newsgen.Gen
	person            graph.Node   // often quoted
	others            []graph.Node // to find paths to: every fiftieth of the thousand most quoted
	country, countryB graph.Node   // much talked about
	fromName          string
}

var open = sync.OnceValues(func() (*store, error) {
	dir := os.Getenv("NEWSGRAPH_BENCH_STORE")
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "newsgraph-bench-*"); err != nil {
			return nil, err
		}
	}
	g, err := graph.Open(filepath.Join(dir, "store"), graph.Options{})
	return &store{Graph: g, gen: newsgen.New(1, newsgen.Bench)}, err
})

// filled returns the store, filled on first use.
func filled(b *testing.B) *store {
	b.Helper()
	s, err := open()
	if err != nil {
		b.Fatal(err)
	}
	if s.fromName != "" {
		return s
	}
	n := articles(b)
	const group = 1000
	for from := s.loaded(b); from < n; from += group {
		var all []graph.Contribution
		for i := from; i < min(n, from+group); i++ {
			all = append(all, s.gen.Article(i))
		}
		fill(b, s.Graph, all)
	}
	s.choose(b)
	return s
}

// loaded returns how many articles the store has already.
func (s *store) loaded(b *testing.B) (n int) {
	b.Helper()
	err := s.View(func(tx *graph.Tx) error {
		c, err := tx.Counts()
		n = c.Nodes[graph.KindArticle]
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// choose picks the nodes that queries start from: of the people and countries with
// the most records those of rank 10, so that they are well known and not the extreme.
func (s *store) choose(b *testing.B) {
	b.Helper()
	err := s.View(func(tx *graph.Tx) error {
		people, err := best(tx, graph.KindPerson, graph.Side{Direction: graph.Out, Kind: graph.Said})
		if err != nil {
			return err
		}
		countries, err := best(tx, graph.KindCountry, graph.Side{Direction: graph.In, Kind: graph.About})
		if err != nil {
			return err
		}
		s.person = people[min(10, len(people)-1)]
		for i := 50; i <= 1000 && i < len(people); i += 50 {
			s.others = append(s.others, people[i])
		}
		s.country, s.countryB = countries[min(9, len(countries)-1)], countries[min(10, len(countries)-1)]
		s.fromName = s.person.Name
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

// best returns the nodes of a kind that have edges, those with most records first.
func best(tx *graph.Tx, k graph.Kind, side graph.Side) ([]graph.Node, error) {
	var all []graph.Node
	for l, err := range tx.Nodes(k, "") {
		if err != nil {
			return nil, err
		}
		n, err := tx.NodeAt(l.Ref)
		if err != nil {
			return nil, err
		}
		for range tx.Links(l.Ref, side.Direction, side.Kind, graph.Page{}) {
			all = append(all, n)
			break
		}
	}
	sortByRecords(all)
	if len(all) == 0 {
		return nil, fmt.Errorf("no %s has a %s edge", k, side.Kind)
	}
	return all, nil
}

// BenchmarkQueries measures the seven questions that FACTS compares stores by.
func BenchmarkQueries(b *testing.B) {
	s := filled(b)
	common := s.words(b)
	next := 0
	for _, q := range []struct {
		name string
		run  func(tx *graph.Tx) (found int, err error)
	}{
		{"Q1-last-20-statements-of-a-name", s.lastStatements},
		{"Q2-statements-by-X-about-Y", func(tx *graph.Tx) (int, error) {
			return count(tx.Common(graph.Side{Node: s.person.Ref, Direction: graph.Out, Kind: graph.Said},
				graph.Side{Node: s.country.Ref, Direction: graph.In, Kind: graph.About}, graph.Page{}), 20)
		}},
		{"Q3-two-hops-500-edges", func(tx *graph.Tx) (int, error) {
			g, err := traverse.Neighbourhood(context.Background(), tx, s.person.Ref, traverse.NeighbourhoodOptions{Depth: 2, MaxEdges: 500})
			return len(g.Edges), err
		}},
		{"Q4-shortest-path-depth-6", func(tx *graph.Tx) (int, error) {
			next++
			p, err := traverse.Path(context.Background(), tx, s.person.Ref, s.others[next%len(s.others)].Ref, traverse.PathOptions{MaxDepth: 6})
			return len(p.Edges), err
		}},
		{"Q5-full-text-all-words-top-20", func(tx *graph.Tx) (int, error) {
			r, err := search.Search(tx, common, search.Options{Kinds: []graph.Kind{graph.KindArticle}, Limit: 20})
			return r.Total, err
		}},
		{"Q6-events-between-countries-in-a-year", func(tx *graph.Tx) (int, error) {
			newest := graph.ParseDay("2099-01-01")
			for l, err := range tx.Timeline(graph.Happened, graph.KindEvent, graph.Page{}) {
				if err != nil {
					return 0, err
				}
				newest = l.Day
				break
			}
			return count(tx.Common(graph.Side{Node: s.country.Ref, Kind: graph.TakesPart}, graph.Side{Node: s.countryB.Ref, Kind: graph.TakesPart},
				graph.Page{From: newest - 365, To: newest}), 1<<30)
		}},
		{"Q7-statements-per-month", s.perMonth},
	} {
		b.Run(q.name, func(b *testing.B) {
			found := 0
			b.ReportAllocs()
			for b.Loop() {
				err := s.View(func(tx *graph.Tx) (err error) { found, err = q.run(tx); return err })
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(found), "found")
		})
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.Logf("%d articles; %q, %s and %s; words %q; %d MB from the system", articles(b), s.person.Name, s.country.Name, s.countryB.Name, common, m.Sys>>20)
}

// words returns two words that stand together in many articles: of the middle of an
// article's vocabulary.
func (s *store) words(b *testing.B) string {
	b.Helper()
	query := ""
	err := s.View(func(tx *graph.Tx) error {
		terms, err := tx.Terms(graph.ArticleText, "", 1<<20)
		if err != nil {
			return err
		}
		want := articles(b) / 20
		var found []string
		for _, t := range terms {
			n := 0
			if err := tx.Postings(graph.ArticleText, t, func(graph.Posting) bool { n++; return n <= 2*want }); err != nil {
				return err
			}
			if n > want && n <= 2*want && t[0] > '9' {
				found = append(found, t)
			}
		}
		for _, t := range found[1:] {
			query = found[0] + " " + t
			r, err := search.Search(tx, query, search.Options{Kinds: []graph.Kind{graph.KindArticle}})
			if err != nil || r.Total >= articles(b)/500 {
				return err
			}
		}
		return fmt.Errorf("no two words that stand together in one article of five hundred")
	})
	if err != nil {
		b.Fatal(err)
	}
	return query
}

func (s *store) lastStatements(tx *graph.Tx) (found int, err error) {
	for who, err := range tx.Named(s.fromName, false, graph.KindPerson) {
		if err != nil {
			return found, err
		}
		for e, err := range tx.Links(who.Ref, graph.Out, graph.Said, graph.Page{}) {
			if err != nil || found == 20 {
				return found, err
			}
			if _, err := tx.NodeAt(e.To); err != nil {
				return found, err
			}
			for r, err := range tx.Links(e.To, graph.In, graph.Reports, graph.Page{}) {
				if err != nil {
					return found, err
				}
				if _, err := tx.Article(r.From); err != nil {
					return found, err
				}
				break
			}
			found++
		}
		return found, nil
	}
	return 0, nil
}

func (s *store) perMonth(tx *graph.Tx) (int, error) {
	months := map[string]int{}
	last, month := graph.NoDay, ""
	total := 0
	for e, err := range tx.Links(s.country.Ref, graph.In, graph.About, graph.Page{}) {
		if err != nil {
			return 0, err
		}
		if e.Day != last && e.Day != graph.NoDay {
			last, month = e.Day, e.Day.String()[:7]
		}
		months[month]++
		total++
	}
	return total, nil
}

// BenchmarkCheck measures "newsgraph check" and "newsgraph export", an article each.
func BenchmarkCheck(b *testing.B) {
	s := filled(b)
	for _, c := range []struct {
		name string
		run  func(tx *graph.Tx) error
	}{
		{"check", func(tx *graph.Tx) error { return errors.Join(tx.Check(), resolve.Check(tx)) }},
		{"export", func(tx *graph.Tx) error { return tx.Export(io.Discard) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if err := s.View(c.run); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(b.Elapsed().Seconds()*1e6/float64(b.N)/float64(articles(b)), "µs/article")
		})
	}
}
