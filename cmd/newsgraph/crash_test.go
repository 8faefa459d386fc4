package main

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"newsgraph/internal/newsgen"
	"newsgraph/internal/seed"
	"newsgraph/loader"
)

// A load is killed again and again at random moments and started anew. Whatever it
// left must open, check clean and hold whole articles; in the end the graph is the one
// of a load that nothing stopped.
func TestKilledLoadGoesOn(t *testing.T) {
	articles, kills := 1200, 20 // of which WriteFiles writes some 1,000
	if testing.Short() {
		articles, kills = 300, 5
	}
	s := seed.Of(t)
	r := rand.New(rand.NewPCG(s, 0))
	c := &crasher{t: t, program: build(t), news: filepath.Join(t.TempDir(), "newsgen")}
	if _, err := newsgen.New(s, newsgen.Options{}).WriteFiles(c.news, articles); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	c.store = t.TempDir()
	c.must("load", c.news)
	whole := time.Since(start)
	t.Logf("loaded in %v", whole)
	want := c.must("export")
	parts := articleParts(t, want)

	c.store = t.TempDir()
	for killed := 0; killed < kills; {
		if c.kill(time.Duration(r.Int64N(int64(whole)))) {
			c.finish(want) // it ended before it could be killed: begin anew, and aim earlier
			c.store = t.TempDir()
			whole = whole * 3 / 4
			continue
		}
		if _, err := os.Stat(filepath.Join(c.store, "MANIFEST")); err != nil {
			killed++
			t.Logf("kill %d: before there was a store", killed)
			continue
		}
		c.must("check")
		got := articleParts(t, c.must("export"))
		if len(got) == len(parts) { // it was killed with nothing left to load: begin anew
			c.finish(want)
			c.store = t.TempDir()
			continue
		}
		killed++
		t.Logf("kill %d: %d of %d articles loaded", killed, len(got), len(parts))
		for id, part := range got {
			if !slices.Equal(part, parts[id]) {
				t.Fatalf("kill %d: article %s is not whole:\ngot  %s\nwant %s", killed, id, part, parts[id])
			}
		}
	}
	c.finish(want)
}

// A crash just as a file of the store is made leaves one without bytes.
func TestEmptyFileOfACrash(t *testing.T) {
	store := t.TempDir()
	for _, args := range [][]string{{"load", "../../examples/articles"}, {"check"}, {"load", "../../examples/articles"}} {
		var out bytes.Buffer
		if status := run(t.Context(), append(args, "--store", store), nil, &out, &out); status != exitOK {
			t.Fatalf("%s: %s", args, &out)
		}
		if err := os.WriteFile(filepath.Join(store, "00009.mem"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// build compiles the program as its users do.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "newsgraph")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return program
}

// A crasher runs the program on one store.
type crasher struct {
	t                    *testing.T
	program, news, store string
}

func (c *crasher) command(args ...string) *exec.Cmd {
	return exec.Command(c.program, append([]string{"--store", c.store}, args...)...)
}

// must runs a command that has to succeed and returns what it prints.
func (c *crasher) must(args ...string) []byte {
	c.t.Helper()
	cmd := c.command(args...)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		c.t.Fatalf("newsgraph %s: %v\n%s%s", strings.Join(args, " "), err, out, &complaint)
	}
	return out
}

// kill loads for some time and kills the load with SIGKILL, unless it ends before.
func (c *crasher) kill(after time.Duration) (ended bool) {
	c.t.Helper()
	cmd := c.command("load", c.news)
	if err := cmd.Start(); err != nil {
		c.t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case <-done:
		return true
	case <-time.After(after):
		_ = cmd.Process.Kill()
		<-done
		return false
	}
}

// finish completes the load and compares its graph.
func (c *crasher) finish(want []byte) {
	c.t.Helper()
	c.must("load", c.news)
	c.must("check")
	if got := c.must("export"); !bytes.Equal(got, want) {
		c.t.Errorf("after crashes the graph is another one: %d bytes, want %d", len(got), len(want))
	}
}

// articleParts returns what an export says of each article alone, whatever else is in
// the graph: the article with its text, and the evidence of the edges that leave it.
func articleParts(t *testing.T, export []byte) map[string][]string {
	t.Helper()
	parts := map[string][]string{}
	for line := range bytes.Lines(export) {
		var l struct {
			Node, Kind, Edge, From string
			Evidence               json.RawMessage
		}
		if err := json.Unmarshal(line, &l); err != nil {
			t.Fatalf("export: %v in %s", err, line)
		}
		switch {
		case l.Kind == "Article":
			parts[l.Node] = append(parts[l.Node], string(line))
		case l.Edge == "MENTIONS", l.Edge == "REPORTS", l.Edge == "PUBLISHED_BY", l.Edge == "CITES":
			parts[l.From] = append(parts[l.From], l.Edge+string(l.Evidence))
		}
	}
	for _, part := range parts {
		slices.Sort(part)
	}
	return parts
}

// Ctrl-C ends a load with a report of what is on disk, also one that waits for input,
// and the same command goes on.
func TestInterruptedLoadGoesOn(t *testing.T) {
	c := &crasher{t: t, program: build(t), news: filepath.Join(t.TempDir(), "news.jsonl"), store: t.TempDir()}
	var news bytes.Buffer
	if err := newsgen.New(1, newsgen.Options{}).WriteJSON(&news, 0, 400); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(c.news, news.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := c.command("load", "--json", "-")
	var out bytes.Buffer
	cmd.Stdout = &out
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close() // not before: the load waits for more
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := stdin.Write(news.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != exitFail {
		t.Fatalf("an interrupted load ended with %v\n%s", err, &out)
	}
	var report loader.Report
	if err := json.Unmarshal(out.Bytes(), &report); err != nil || !report.Interrupted || len(report.Skipped) > 0 {
		t.Fatalf("report: %v\n%s", err, &out)
	}
	c.must("check")
	if got := len(articleParts(t, c.must("export"))); got != report.Loaded {
		t.Errorf("%d articles are in the graph, the report says %d", got, report.Loaded)
	}
	t.Logf("interrupted after %d articles", report.Loaded)
	interrupted := c.store
	c.store = t.TempDir()
	c.must("load", c.news)
	want := c.must("export")
	c.store = interrupted
	c.finish(want)
}
