package loader_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"newsgraph/graph"
	"newsgraph/internal/newsgen"
	"newsgraph/internal/seed"
	"newsgraph/loader"
	"newsgraph/loader/resolve"
)

// lines returns articles as JSON lines, which carry all that their publishers state.
func lines(t *testing.T, gen *newsgen.Gen, from, to int) []string {
	t.Helper()
	var b bytes.Buffer
	if err := gen.WriteJSON(&b, from, to); err != nil {
		t.Fatal(err)
	}
	return strings.SplitAfter(strings.TrimSpace(b.String())+"\n", "\n")[:to-from]
}

// loadLines loads lines in a number of runs, as files of a few lines each.
func loadLines(t *testing.T, g *graph.Graph, all []string, runs, workers int) {
	t.Helper()
	for i := range runs {
		part := all[len(all)*i/runs : len(all)*(i+1)/runs]
		if len(part) == 0 {
			continue
		}
		dir := t.TempDir()
		for j := 0; len(part) > 0; j++ {
			n := min(7, len(part))
			name := filepath.Join(dir, string(rune('a'+j))+".jsonl")
			if err := os.WriteFile(name, []byte(strings.Join(part[:n], "")), 0o644); err != nil {
				t.Fatal(err)
			}
			part = part[n:]
		}
		if r := load(t, g, loader.Options{Workers: workers}, dir); !r.OK() {
			t.Fatalf("load: %+v", r)
		}
	}
}

func decide(t *testing.T, g *graph.Graph, all []graph.Decision) {
	t.Helper()
	for _, d := range all {
		if err := g.Update(func(tx *graph.Tx) error { return resolve.Decide(tx, d) }); err != nil {
			t.Fatal(err)
		}
	}
}

func shuffled[E any](r *rand.Rand, all []E) []E {
	all = slices.Clone(all)
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

const generated = 60

// TestOrderRunsAndWorkersLeaveNoTrace loads the same articles in order by one worker,
// and shuffled, in several runs, by sixteen, with people deciding in between.
func TestOrderRunsAndWorkersLeaveNoTrace(t *testing.T) {
	chosen := seed.Of(t)
	r := rand.New(rand.NewPCG(chosen, 1))
	gen := newsgen.New(chosen, newsgen.Options{})
	all, decisions := lines(t, gen, 0, generated), gen.Decisions(8, generated)
	plain := open(t)
	loadLines(t, plain, all, 1, 1)
	decide(t, plain, decisions)
	want := export(t, plain)
	for _, runs := range []int{1, 2, 9} {
		g := open(t)
		early := r.IntN(len(decisions) + 1)
		decide(t, g, decisions[:early])
		loadLines(t, g, shuffled(r, all), runs, 16)
		decide(t, g, decisions[early:])
		sameExport(t, want, export(t, g))
	}
}

// TestChangedAndWithdrawnArticlesLeaveNoTrace loads first versions and articles that
// are taken back, and wants the graph of what is left.
func TestChangedAndWithdrawnArticlesLeaveNoTrace(t *testing.T) {
	chosen := seed.Of(t)
	r := rand.New(rand.NewPCG(chosen, 1))
	gen := newsgen.New(chosen, newsgen.Options{})
	all, decisions := lines(t, gen, 0, generated), gen.Decisions(8, generated)
	withdrawn := gen.Some("withdrawn", generated, 4)
	changed := gen.Some("changed", generated, 3)
	var left []string
	for i, line := range all {
		if !slices.Contains(withdrawn, i) {
			left = append(left, line)
		}
	}
	plain := open(t)
	decide(t, plain, decisions)
	loadLines(t, plain, left, 1, 2)

	g := open(t)
	first := slices.Clone(all)
	for _, i := range changed { // an earlier edition: the words of another article
		first[i] = strings.Replace(all[(i+1)%generated], gen.Key((i+1)%generated), gen.Key(i), 1)
	}
	loadLines(t, g, shuffled(r, first), 2, 4)
	decide(t, g, decisions)
	loadLines(t, g, shuffled(r, all), 2, 4)
	for _, i := range withdrawn {
		withdraw(t, g, gen.Key(i))
	}
	sameExport(t, export(t, plain), export(t, g))
}

func withdraw(t *testing.T, g *graph.Graph, key string) {
	t.Helper()
	err := g.Update(func(tx *graph.Tx) error {
		n, err := tx.ArticleByKey(key)
		if err != nil {
			return err
		}
		return resolve.Remove(tx, n.Ref)
	})
	if err != nil {
		t.Fatalf("withdraw %s: %v", key, err)
	}
}

func sameExport(t *testing.T, want, got string) {
	t.Helper()
	if got == want {
		return
	}
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			t.Fatalf("exports differ at line %d\nwant %s\ngot  %s", i+1, w[i], g[i])
		}
	}
	t.Fatalf("exports differ: want %d lines, got %d", len(w), len(g))
}
