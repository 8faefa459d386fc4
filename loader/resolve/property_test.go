package resolve_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"newsgraph/graph"
	"newsgraph/graph/graphtest"
	"newsgraph/graph/kv/memkv"
	"newsgraph/internal/seed"
	"newsgraph/loader/resolve"
)

// A world is a set of small articles about few people, so that everything collides.
type world struct {
	articles  []*graph.Contribution
	decisions []graph.Decision
}

var people = []string{"Ada Okoye", "Ben Okoye", "Ada Lindqvist", "Tor Lindqvist", "Okoye"}

func newWorld(r *rand.Rand, articles, decisions int) world {
	var w world
	for i := range articles {
		w.articles = append(w.articles, newArticle(r, i))
	}
	for range decisions {
		if d := newDecision(r, w.articles); d.A != d.B {
			w.decisions = append(w.decisions, d)
		}
	}
	return w
}

// newArticle writes an article sentence by sentence, with its records and claims.
func newArticle(r *rand.Rand, nr int) *graph.Contribution {
	b := &builder{c: &graph.Contribution{Article: graph.Article{Key: fmt.Sprintf("wire/%02d", nr)}}}
	if r.IntN(5) > 0 {
		b.c.Article.Published = fmt.Sprintf("2031-0%d-%02d", 1+r.IntN(2), 1+r.IntN(28))
	}
	var who []int
	for range 1 + r.IntN(3) {
		who = append(who, b.entity(graph.KindPerson, people[r.IntN(len(people))], ""))
	}
	country := b.entity(graph.KindCountry, []string{"Chad", "Peru"}[r.IntN(2)], []string{"TD", "PE"}[r.IntN(2)])
	for range 1 + r.IntN(2) {
		said := fmt.Sprintf("the river must be shared by all who live on bank %d", r.IntN(2))
		b.statement(who[r.IntN(len(who))], country, said)
	}
	b.event(who[0], who[len(who)-1], country, fmt.Sprintf("2031-03-0%d", 1+r.IntN(2)))
	b.c.Article.Text = b.text.String()
	return b.c
}

type builder struct {
	c    *graph.Contribution
	text strings.Builder
}

func (b *builder) write(s string) graph.Span {
	from := b.text.Len()
	b.text.WriteString(s)
	span := graph.Span{Start: from, End: b.text.Len()}
	b.text.WriteString(". ")
	return span
}

func (b *builder) add(r graph.Record) int {
	b.c.Records = append(b.c.Records, r)
	return len(b.c.Records) - 1
}

func (b *builder) claim(k graph.EdgeKind, from, to int, s graph.Span, role string) {
	b.c.Claims = append(b.c.Claims, graph.Claim{Kind: k, From: from, To: to, Disc: graph.Disc{Role: role},
		Evidence: graph.Evidence{Span: s, By: "test/1", Confidence: 900}})
}

func (b *builder) entity(k graph.Kind, name, iso string) int {
	for i, r := range b.c.Records {
		if r.Kind == k && r.Name == name {
			return i
		}
	}
	s := b.write(name)
	i := b.add(graph.Record{Kind: k, First: s, Name: name, ISO: iso, Bare: k == graph.KindPerson && !strings.Contains(name, " ")})
	b.claim(graph.Mentions, graph.ArticleRecord, i, s, "")
	return i
}

func (b *builder) statement(speaker, about int, said string) {
	s := b.write(said)
	i := b.add(graph.Record{Kind: graph.KindStatement, First: s, Name: said})
	b.claim(graph.Reports, graph.ArticleRecord, i, s, "")
	b.claim(graph.Said, speaker, i, s, "")
	b.claim(graph.About, i, about, s, "")
}

func (b *builder) event(a, c, place int, day string) {
	s := b.write("They met on " + day)
	i := b.add(graph.Record{Kind: graph.KindEvent, First: s, Name: "Talks", Type: "CONSULT", When: graph.Interval{From: day, To: day, Precision: "day"}})
	b.claim(graph.Reports, graph.ArticleRecord, i, s, "")
	b.claim(graph.TakesPart, a, i, s, "actor")
	if a != c {
		b.claim(graph.TakesPart, c, i, s, "actor")
	}
	b.claim(graph.LocatedIn, i, place, s, "")
}

func newDecision(r *rand.Rand, articles []*graph.Contribution) graph.Decision {
	kind := []graph.Kind{graph.KindPerson, graph.KindPerson, graph.KindPerson, graph.KindStatement, graph.KindEvent}[r.IntN(5)]
	d := graph.Decision{Verdict: graph.Same}
	if r.IntN(2) == 0 {
		d.Verdict = graph.Different
	}
	d.A, d.B = target(r, articles, kind), target(r, articles, kind)
	return d
}

func target(r *rand.Rand, articles []*graph.Contribution, kind graph.Kind) graph.Target {
	for {
		c := articles[r.IntN(len(articles))]
		rec := c.Records[r.IntN(len(c.Records))]
		if rec.Kind == kind {
			return graph.Target{Article: c.Article.Key, Kind: kind, Text: graph.Cut(c.Article.Text, rec.First)}
		}
	}
}

// A step changes a graph.
type step func(tx *graph.Tx) error

func add(c *graph.Contribution) step {
	return func(tx *graph.Tx) error {
		_, err := resolve.Add(tx, clone(c))
		return err
	}
}

func remove(c *graph.Contribution) step {
	return func(tx *graph.Tx) error {
		n, err := tx.ArticleByKey(c.Article.Key)
		if err != nil {
			return err
		}
		return resolve.Remove(tx, n.Ref)
	}
}

func decide(d graph.Decision) step {
	return func(tx *graph.Tx) error { return resolve.Decide(tx, d) }
}

func clone(c *graph.Contribution) *graph.Contribution {
	n := *c
	n.Records = append([]graph.Record(nil), c.Records...)
	n.Claims = append([]graph.Claim(nil), c.Claims...)
	return &n
}

// build runs steps in transactions of random sizes, checks the store and exports it.
func build(t *testing.T, r *rand.Rand, steps []step) string {
	t.Helper()
	g, err := graph.OpenStore(memkv.New(), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	for len(steps) > 0 {
		n := 1 + r.IntN(len(steps))
		err := g.Update(func(tx *graph.Tx) error {
			for _, s := range steps[:n] {
				if err := s(tx); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		steps = steps[n:]
	}
	var out bytes.Buffer
	if err := graphtest.Check(g); err != nil {
		t.Fatal(err)
	}
	if err := g.View(func(tx *graph.Tx) error { return tx.Export(&out) }); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func (w world) steps() []step {
	var all []step
	for _, c := range w.articles {
		all = append(all, add(c))
	}
	for _, d := range w.decisions {
		all = append(all, decide(d))
	}
	return all
}

func TestOrderAndBatchesLeaveNoTrace(t *testing.T) {
	s := seed.Of(t)
	for i := range worlds(t) {
		r := rand.New(rand.NewPCG(s, uint64(i)))
		w := newWorld(r, 1+r.IntN(12), r.IntN(6))
		w.decisions = lastWords(w.decisions)
		want := build(t, r, w.steps())
		for range 3 {
			steps := w.steps()
			r.Shuffle(len(steps), func(a, b int) { steps[a], steps[b] = steps[b], steps[a] })
			compare(t, i, want, build(t, r, steps))
		}
	}
}

// lastWords keeps the last decision on each pair: in another order another would win.
func lastWords(all []graph.Decision) []graph.Decision {
	var last []graph.Decision
	for i, d := range all {
		again := false
		for _, e := range all[i+1:] {
			again = again || (e.A == d.A && e.B == d.B) || (e.A == d.B && e.B == d.A)
		}
		if !again {
			last = append(last, d)
		}
	}
	return last
}

func TestWithdrawnArticlesLeaveNoTrace(t *testing.T) {
	s := seed.Of(t)
	for i := range worlds(t) {
		r := rand.New(rand.NewPCG(s, uint64(i)))
		w := newWorld(r, 2+r.IntN(10), r.IntN(6))
		keep := w
		keep.articles = w.articles[:1+r.IntN(len(w.articles)-1)]
		want := build(t, r, keep.steps())
		steps := w.steps()
		for _, c := range w.articles[len(keep.articles):] {
			steps = append(steps, remove(c))
		}
		compare(t, i, want, build(t, r, steps))
	}
}

func TestDecisionTakenBackLeavesNoTrace(t *testing.T) {
	s := seed.Of(t)
	for i := range worlds(t) {
		r := rand.New(rand.NewPCG(s, uint64(i)))
		w := newWorld(r, 2+r.IntN(10), 1+r.IntN(5))
		w.decisions = lastWords(w.decisions)
		if len(w.decisions) == 0 {
			continue
		}
		keep := w
		keep.decisions = w.decisions[1:]
		steps := append(w.steps(), func(tx *graph.Tx) error { return resolve.Undecide(tx, w.decisions[0]) })
		compare(t, i, build(t, r, keep.steps()), build(t, r, steps))
	}
}

func worlds(t *testing.T) int {
	if testing.Short() {
		return 20
	}
	return 150
}

func compare(t *testing.T, world int, want, got string) {
	t.Helper()
	if got == want {
		return
	}
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			t.Fatalf("world %d: exports differ at line %d\nwant %s\ngot  %s", world, i, w[i], g[i])
		}
	}
	t.Fatalf("world %d: exports differ in length: want %d lines, got %d", world, len(w), len(g))
}

func TestDecisionsTogetherAreAsOneByOne(t *testing.T) {
	s := seed.Of(t)
	for i := range worlds(t) {
		r := rand.New(rand.NewPCG(s, uint64(i)))
		w := newWorld(r, 2+r.IntN(10), 1+r.IntN(8))
		articles := world{articles: w.articles}.steps()
		together := append(articles, func(tx *graph.Tx) error { return resolve.Decide(tx, w.decisions...) })
		compare(t, i, build(t, r, w.steps()), build(t, r, together))
	}
}
