package loader_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"newsgraph/graph"
	"newsgraph/graph/graphtest"
	"newsgraph/loader"
	"newsgraph/loader/article"
)

// open returns an empty graph in memory that is checked when the test ends.
func open(t *testing.T) *graph.Graph { return graphtest.Memory(t) }

func load(t *testing.T, g *graph.Graph, o loader.Options, paths ...string) *loader.Report {
	t.Helper()
	l, err := loader.New(g, o)
	if err != nil {
		t.Fatal(err)
	}
	r, err := l.Load(context.Background(), paths)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func export(t *testing.T, g *graph.Graph) string {
	t.Helper()
	var out bytes.Buffer
	if err := g.View(func(tx *graph.Tx) error { return tx.Export(&out) }); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// folder writes files and returns their folder, whose own name is "news".
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "news")
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const dam = "Water talks resume\n\nN'DJAMENA, March 3, 2031 — The foreign minister of Chad, Ada Okoye, said on Monday that the dam would be finished.\n\n“We will finish the dam before the rains,” Okoye said.\n"

func TestLoadTwiceChangesNothing(t *testing.T) {
	g := open(t)
	dir := folder(t, map[string]string{"a.txt": dam, "b/c.txt": strings.ReplaceAll(dam, "March 3", "March 4")})
	if r := load(t, g, loader.Options{}, dir); r.Loaded != 2 || !r.OK() {
		t.Fatalf("first load: %+v", r)
	}
	want := export(t, g)
	if r := load(t, g, loader.Options{Workers: 3}, dir); r.Unchanged != 2 || r.Loaded+r.Replaced != 0 {
		t.Errorf("second load: %+v", r)
	}
	if got := export(t, g); got != want {
		t.Errorf("the second load changed the graph")
	}
}

func TestChangedArticleReplacesTheOld(t *testing.T) {
	g, fresh := open(t), open(t)
	dir := folder(t, map[string]string{"a.txt": dam, "b.txt": dam + "No date was given.\n"})
	load(t, g, loader.Options{}, dir)
	changed := strings.ReplaceAll(dam, "finish", "abandon")
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
	if r := load(t, g, loader.Options{}, dir); r.Replaced != 1 || r.Unchanged != 1 {
		t.Errorf("second load: %+v", r)
	}
	load(t, fresh, loader.Options{}, dir)
	if export(t, g) != export(t, fresh) {
		t.Errorf("replacing left a trace of the old text")
	}
}

func TestOneKeyTwiceInARunKeepsTheLaterChange(t *testing.T) {
	line := func(modified, text string) string {
		return `{"id":"x","modified":"` + modified + `","text":"` + text + `"}` + "\n"
	}
	older, newer := line("2031-01-01", "Ada Okoye spoke in Chad."), line("2031-01-02", "Ada Okoye spoke in Peru.")
	var exports []string
	for _, lines := range []string{older + newer, newer + older} {
		g := open(t)
		r := load(t, g, loader.Options{}, folder(t, map[string]string{"a.jsonl": lines}))
		if r.Loaded+r.Replaced+r.Superseded != 2 {
			t.Errorf("report %+v", r)
		}
		exports = append(exports, export(t, g))
	}
	if exports[0] != exports[1] || !strings.Contains(exports[0], "Peru") {
		t.Errorf("the order of the lines shows:\n%s\n%s", exports[0], exports[1])
	}
}

func TestNamesakeOfAnotherFolderIsRefused(t *testing.T) {
	g := open(t)
	load(t, g, loader.Options{}, folder(t, map[string]string{"a.txt": dam}))
	want := export(t, g)
	other := folder(t, map[string]string{"a.txt": strings.ReplaceAll(dam, "dam", "port")})
	r := load(t, g, loader.Options{}, other)
	if len(r.Skipped) != 1 || !strings.Contains(r.Skipped[0].Reason, "--key-prefix") {
		t.Errorf("want one skipped with a hint, got %+v", r)
	}
	if export(t, g) != want {
		t.Errorf("a namesake changed the graph")
	}
	if r := load(t, g, loader.Options{Article: article.Options{KeyPrefix: "other/"}}, other); r.Loaded != 1 {
		t.Errorf("with a prefix: %+v", r)
	}
}

// TestKeysOfPathsAndIds has two articles under one key, of which one or both made it
// of a path: whichever comes second is refused, and nothing is lost.
func TestKeysOfPathsAndIds(t *testing.T) {
	file := folder(t, map[string]string{"a.txt": dam})
	other := folder(t, map[string]string{"a.txt": strings.ReplaceAll(dam, "dam", "port")})
	record := folder(t, map[string]string{"r.jsonl": `{"id":"news/a.txt","text":"Ada Okoye spoke in Peru."}` + "\n"})
	for _, paths := range [][2]string{{file, other}, {other, file}, {file, record}, {record, file}} {
		together, apart := open(t), open(t)
		r := load(t, together, loader.Options{}, paths[0], paths[1])
		if r.Loaded != 1 || len(r.Skipped) != 1 {
			t.Errorf("%v in one run: %+v", paths, r)
		}
		load(t, apart, loader.Options{}, paths[0])
		if r := load(t, apart, loader.Options{}, paths[1]); len(r.Skipped) != 1 {
			t.Errorf("%v in two runs: %+v", paths, r)
		}
		if export(t, together) != export(t, apart) {
			t.Errorf("%v: one run and two make two graphs", paths)
		}
	}
}

// TestModifiedIsATime has the later change written in an earlier-looking way.
func TestModifiedIsATime(t *testing.T) {
	g := open(t)
	load(t, g, loader.Options{}, folder(t, map[string]string{"a.jsonl": `{"id":"x","modified":"2031-05-01T23:00:00+02:00","text":"Ada Okoye spoke in Chad."}
{"id":"x","modified":"2031-05-01T22:00:00Z","text":"Ada Okoye spoke in Peru."}
`}))
	if !strings.Contains(export(t, g), "Peru") {
		t.Errorf("21:00 UTC was taken for later than 22:00 UTC")
	}
}

// TestArticleTooLargeForATransaction is skipped, and what stands beside it is loaded.
func TestArticleTooLargeForATransaction(t *testing.T) {
	var huge strings.Builder
	for i := 0; huge.Len() < 1_000_000; i++ {
		fmt.Fprintf(&huge, "“W%da x%db y%dc z%dd, q%de r%df,” Ada Okoye said.\n", i, i, i, i, i, i)
	}
	g := open(t)
	r := load(t, g, loader.Options{}, folder(t, map[string]string{"a.txt": dam, "b.txt": huge.String(), "c.txt": strings.ReplaceAll(dam, "dam", "port")}))
	if r.Loaded != 2 || len(r.Skipped) != 1 || !strings.Contains(r.Skipped[0].Reason, "split it") {
		t.Errorf("report %+v", r)
	}
}

func TestBadArticleDoesNotStopTheRest(t *testing.T) {
	g := open(t)
	r := load(t, g, loader.Options{}, folder(t, map[string]string{"a.txt": "", "b.txt": dam, "c.txt": "\x00\x01\x02", "d.txt": "caf\xe9 au lait"}))
	if r.Loaded != 1 || len(r.Skipped) != 3 {
		t.Fatalf("report %+v", r)
	}
	for _, s := range r.Skipped {
		if !strings.Contains(s.Reason, s.Source) {
			t.Errorf("the reason %q does not name its file", s.Reason)
		}
	}
}

func TestInterruptedLoadGoesOn(t *testing.T) {
	g := open(t)
	dir := folder(t, map[string]string{"a.txt": dam, "b.txt": dam, "c.txt": dam})
	l, err := loader.New(g, loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r, err := l.Load(ctx, []string{dir})
	if err == nil || !r.Interrupted || r.OK() {
		t.Errorf("interrupted load: %+v, %v", r, err)
	}
	if again := load(t, g, loader.Options{}, dir); again.Loaded+r.Loaded != 3 {
		t.Errorf("after it: %+v", again)
	}
}

func TestTextLimitsAgree(t *testing.T) {
	if article.MaxText != graph.MaxText {
		t.Errorf("articles are read up to %d bytes of text and stored up to %d", article.MaxText, graph.MaxText)
	}
}
