package bench

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"newsgraph/graph"
	"newsgraph/internal/newsgen"
	"newsgraph/loader/resolve"
)

// groupRows is the size of a transaction, as package loader has it.
const groupRows = 20_000

// articles is how many articles the store of the queries holds.
func articles(b *testing.B) int {
	s := os.Getenv("NEWSGRAPH_BENCH_ARTICLES")
	if s == "" {
		return 2000
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		b.Fatalf("NEWSGRAPH_BENCH_ARTICLES=%q: want a number", s)
	}
	return n
}

func BenchmarkApply(b *testing.B) {
	for _, c := range []struct {
		name string
		o    graph.Options
	}{{"without-text", graph.Options{NoText: true}}, {"with-text", graph.Options{}}} {
		b.Run(c.name, func(b *testing.B) { benchmarkApply(b, c.o) })
	}
}

// benchmarkApply counts b.N articles; they are made before the clock starts.
func benchmarkApply(b *testing.B, o graph.Options) {
	gen := newsgen.New(1, newsgen.Bench)
	all := make([]graph.Contribution, b.N)
	for i := range all {
		all[i] = gen.Article(i)
		all[i].Normalize()
	}
	dir := b.TempDir()
	g, err := graph.Open(dir, o)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.ResetTimer()
	fill(b, g, all)
	b.StopTimer()
	if err := g.Close(); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric(float64(size(b, dir))/float64(b.N), "disk-B/article")
	b.ReportMetric(float64(claims(all))/float64(b.N), "claims/article")
}

func claims(all []graph.Contribution) (n int) {
	for _, c := range all {
		n += len(c.Claims)
	}
	return n
}

// fill applies contributions in groups.
func fill(tb testing.TB, g *graph.Graph, all []graph.Contribution) {
	tb.Helper()
	var last *graph.Commit
	for len(all) > 0 {
		c, err := g.Queue(func(tx *graph.Tx) error {
			for len(all) > 0 && tx.Rows() < groupRows {
				if _, err := resolve.Add(tx, &all[0]); err != nil {
					return err
				}
				all = all[1:]
			}
			return nil
		})
		if err != nil {
			tb.Fatal(err)
		}
		last = c
	}
	if err := last.Wait(); err != nil {
		tb.Fatal(err)
	}
}

// size returns the bytes on disk of a folder: what is allocated, as holes do not count.
func size(tb testing.TB, dir string) int64 {
	tb.Helper()
	total := int64(0)
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			total += allocated(info)
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return total
}
