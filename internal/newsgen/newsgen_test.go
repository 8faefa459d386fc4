package newsgen

import (
	"reflect"
	"strings"
	"testing"

	"newsgraph/graph"
)

func TestArticleDependsOnItsNumberAlone(t *testing.T) {
	g, h := New(7, Options{}), New(7, Options{})
	for i := 20; i >= 0; i-- {
		h.Article(i)
	}
	for i := range 20 {
		if a, b := g.Version(i, i%2), h.Version(i, i%2); !reflect.DeepEqual(a, b) {
			t.Fatalf("article %d differs:\n%+v\n%+v", i, a, b)
		}
	}
	if reflect.DeepEqual(g.Article(0), New(8, Options{}).Article(0)) {
		t.Error("two seeds make the same article")
	}
}

func TestContributionsAreValid(t *testing.T) {
	for name, o := range map[string]Options{"small": {}, "bench": Bench} {
		g := New(1, o)
		for i := range 300 {
			c := g.Version(i, i%3)
			if err := c.Validate(); err != nil {
				t.Fatalf("%s: article %d: %v\n%s", name, i, err, c.Article.Text)
			}
		}
	}
}

// Every claim's words are where it says, which Validate cannot know.
func TestSpansHoldTheirWords(t *testing.T) {
	g := New(3, Options{})
	for i := range 200 {
		c := g.Article(i)
		text := []rune(c.Article.Text)
		at := func(s graph.Span) string { return string(text[s.Start:s.End]) }
		for _, r := range c.Records {
			if r.Field == "" && r.Kind.Entity() && at(r.First) != r.Name && !has(r.Aliases, at(r.First)) {
				t.Fatalf("article %d: record %q stands at %q", i, r.Name, at(r.First))
			}
		}
		for _, cl := range c.Claims {
			e := cl.Evidence
			if e.When != nil && !strings.Contains(c.Article.Text, e.When.Text) {
				t.Errorf("article %d: date %q is not in the text", i, e.When.Text)
			}
			if w := e.Wording; w != nil {
				pieces := []string{at(e.Span)}
				for _, m := range e.More {
					pieces = append(pieces, at(m))
				}
				if got := strings.Join(pieces, " … "); got != c.Records[cl.To].Name {
					t.Errorf("article %d: statement %q is worded %q", i, c.Records[cl.To].Name, got)
				}
				if cue := at(*w.Cue); cue != "said" && cue != "told" {
					t.Errorf("article %d: cue %q", i, cue)
				}
			}
		}
	}
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// The world must have what makes resolution hard, and stories must develop.
func TestTheWorldIsVaried(t *testing.T) {
	g := New(1, Options{})
	bearers, full := map[string]int{}, map[string]int{}
	for _, p := range g.people {
		bearers[p.last]++
		full[p.full()]++
	}
	seen := map[string]int{}
	for i := range 300 {
		c := g.Article(i)
		for _, r := range c.Records {
			if r.Bare {
				seen["bare surname"]++
			}
			if r.Field != "" {
				seen["publisher's field"]++
			}
		}
		for _, cl := range c.Claims {
			seen[cl.Evidence.Status]++
			if len(cl.Evidence.More) > 0 {
				seen["split quotation"]++
			}
			if cl.Evidence.Wording != nil {
				seen[cl.Evidence.Wording.Kind]++
			}
		}
		if c.Article.Published == "" {
			seen["undated"]++
		}
		if len(c.Article.Boilerplate) > 0 {
			seen["boilerplate"]++
		}
	}
	if most(bearers) < 2 || most(full) < 2 {
		t.Errorf("no namesakes: a surname has %d bearers at most, a name %d", most(bearers), most(full))
	}
	for _, what := range []string{"bare surname", "publisher's field", "split quotation", "direct", "indirect",
		"planned", "occurred", "cancelled", "undated", "boilerplate"} {
		if seen[what] < 3 {
			t.Errorf("%s: %d in 300 articles", what, seen[what])
		}
	}
}

func most(counts map[string]int) int {
	n := 0
	for _, c := range counts {
		n = max(n, c)
	}
	return n
}

func TestBenchIsOfUsualSize(t *testing.T) {
	g := New(1, Bench)
	words, claims, vocabulary := 0, 0, map[string]bool{}
	const n = 200
	for i := range n {
		c := g.Article(i)
		fields := strings.Fields(c.Article.Text)
		words, claims = words+len(fields), claims+len(c.Claims)
		for _, w := range fields {
			vocabulary[w] = true
		}
	}
	t.Logf("%d words, %d claims an article; %d words in all, %d in the vocabulary", words/n, claims/n, len(vocabulary), len(g.words))
	if words/n < 350 || words/n > 500 {
		t.Errorf("%d words an article", words/n)
	}
	if len(g.words) < 20000 || len(vocabulary) < 5000 {
		t.Errorf("%d different words, %d of them met", len(g.words), len(vocabulary))
	}
}

func TestWriteFiles(t *testing.T) {
	g := New(1, Options{})
	dir := t.TempDir()
	n, err := g.WriteFiles(dir, 20)
	if err != nil || n < 5 {
		t.Fatalf("wrote %d files: %v", n, err)
	}
	var lines strings.Builder
	if err := g.WriteJSON(&lines, 0, 20); err != nil || strings.Count(lines.String(), "\n") != 20 {
		t.Errorf("%d lines, %v", strings.Count(lines.String(), "\n"), err)
	}
}

func BenchmarkArticle(b *testing.B) {
	g := New(1, Bench)
	b.ReportAllocs()
	for i := range b.N {
		g.Article(i)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

func TestDecisionsNameRecords(t *testing.T) {
	g := New(5, Options{})
	seen := map[graph.Verdict]int{}
	for _, d := range g.Decisions(40, 60) {
		seen[d.Verdict]++
		for _, side := range []graph.Target{d.A, d.B} {
			if !named(g, 60, side) {
				t.Errorf("no article has %+v", side)
			}
		}
	}
	if seen[graph.Same] < 5 || seen[graph.Different] < 5 {
		t.Errorf("verdicts %v", seen)
	}
	if n := len(g.Some("withdrawn", 1000, 10)); n < 50 || n > 200 {
		t.Errorf("%d of 1,000 articles are one in ten", n)
	}
}

func named(g *Gen, articles int, t graph.Target) bool {
	for i := range articles {
		c := g.Article(i)
		for _, r := range c.Records {
			if c.Article.Key == t.Article && r.Kind == t.Kind && graph.Cut(c.Article.Text, r.First) == t.Text {
				return true
			}
		}
	}
	return false
}
