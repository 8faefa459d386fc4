package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"newsgraph/graph"
	"newsgraph/loader/resolve"
)

func decideCommand(a *app) *cobra.Command {
	var undo bool
	c := &cobra.Command{
		Use:   "decide FILE...",
		Short: "Say that two mentions are the same thing, or are not",
		Long: `Read decisions from JSON lines: two mentions, each by its article's key, kind and
words, and the verdict "same" or "different". Decisions outlive every reload, the
last word on a pair wins, and one that names an absent article waits for it. The kind
is Person, Organization, Place, Event or Statement.
"-" is standard input.`,
		Example: `  newsgraph decide decisions.jsonl
  newsgraph decide --undo decisions.jsonl

  {"a": {"article": "news/1.txt", "kind": "Person", "text": "Okoye"},
   "b": {"article": "news/7.txt", "kind": "Person", "text": "Ada Okoye"},
   "verdict": "same", "note": "the byline says so"}        (on one line)`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			a.stdin = untilDone(c.Context(), a.stdin)
			all, failed := a.readDecisions(args)
			if len(all) == 0 { // no reason to make a store
				return a.decided(0, failed)
			}
			return a.write(func(g *graph.Graph) error {
				d := decider{a: a, g: g, undo: undo, failed: failed}
				if err := d.all(c.Context(), all); err != nil {
					return err
				}
				return a.decided(d.taken, d.failed)
			})
		},
	}
	c.Flags().BoolVar(&undo, "undo", false, "take the decisions back")
	return c
}

// decided says how it went.
func (a *app) decided(taken, failed int) error {
	a.note("%d decisions taken, %d failed", taken, failed)
	if failed > 0 {
		return errReported
	}
	return nil
}

// A placedDecision is a decision with the line that it stands in.
type placedDecision struct {
	graph.Decision
	place string
}

// readDecisions reads every decision that it can, and says what was wrong with the
// others.
func (a *app) readDecisions(files []string) (all []placedDecision, failed int) {
	complain := func(place string, err error) {
		fmt.Fprintf(a.stderr, "newsgraph: decide %s: %v\n", place, err)
		failed++
	}
	for _, file := range files {
		err := a.eachLine(file, func(n int, line []byte) {
			place := fmt.Sprintf("%s: line %d", file, n)
			d, err := parseDecision(line)
			if err != nil {
				complain(place, err)
				return
			}
			all = append(all, placedDecision{d, place})
		})
		if err != nil {
			complain(file, err)
		}
	}
	return all, failed
}

// A decider takes decisions, or takes them back.
type decider struct {
	a             *app
	g             *graph.Graph
	undo          bool
	taken, failed int
}

// decideAtOnce is how many decisions one transaction takes: to wait for the disk after
// each takes longest.
const decideAtOnce = 100

func (d *decider) all(ctx context.Context, all []placedDecision) error {
	for some := range slices.Chunk(all, decideAtOnce) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := d.take(some); err != nil {
			return err
		}
	}
	return nil
}

// take takes decisions in one transaction. If that fails it takes each half by itself,
// down to the decision that is to blame. A full disk is an error.
func (d *decider) take(some []placedDecision) error {
	var warnings []string
	err := d.g.Update(func(tx *graph.Tx) error {
		if err := d.put(tx, some); err != nil || d.undo {
			return err
		}
		for _, one := range some {
			w, err := idle(tx, one.Decision)
			if err != nil {
				return err
			}
			for _, w := range w {
				warnings = append(warnings, one.place+": "+w)
			}
		}
		return nil
	})
	switch {
	case errors.Is(err, graph.ErrNoSpace):
		return err
	case err != nil && len(some) > 1:
		half := len(some) / 2
		if err := d.take(some[:half]); err != nil {
			return err
		}
		return d.take(some[half:])
	case err != nil:
		fmt.Fprintf(d.a.stderr, "newsgraph: decide %s: %v\n", some[0].place, err)
		d.failed++
		return nil
	}
	for _, w := range warnings {
		fmt.Fprintf(d.a.stderr, "newsgraph: decide %s\n", w)
	}
	d.taken += len(some)
	return nil
}

// put takes decisions, or takes them back, and places again what they concern.
func (d *decider) put(tx *graph.Tx, some []placedDecision) error {
	all := make([]graph.Decision, len(some))
	for i, one := range some {
		all[i] = one.Decision
	}
	if d.undo {
		return resolve.Undecide(tx, all...)
	}
	return resolve.Decide(tx, all...)
}

// idle tells why a decision can do nothing now.
func idle(tx *graph.Tx, one graph.Decision) (warnings []string, err error) {
	var records []graph.RecordRef
	for _, t := range []graph.Target{one.A, one.B} {
		r, found, err := resolve.Find(tx, t)
		if err != nil {
			return nil, err
		}
		if found {
			records = append(records, r)
		} else if _, err := tx.ArticleByKey(t.Article); err == nil { // the article is there, but not the words
			warnings = append(warnings, fmt.Sprintf("warning: no %s %q in %s: the decision rests", t.Kind, t.Text, t.Article))
		}
	}
	if len(records) == 2 && records[0] == records[1] {
		warnings = append(warnings, "warning: both sides are the same record: the decision changes nothing")
	}
	return warnings, nil
}

// eachLine calls fn for each line of a file that is not blank, with its number.
func (a *app) eachLine(file string, fn func(n int, line []byte)) error {
	in := a.stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return plainPath(err)
		}
		defer f.Close()
		in = f
	}
	r := bufio.NewReader(in)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if line = bytes.TrimSpace(line); len(line) > 0 {
			fn(n, line)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return plainPath(err)
		}
	}
}

// A decisionLine is a decision as files have it.
type decisionLine struct {
	A       targetLine    `json:"a"`
	B       targetLine    `json:"b"`
	Verdict graph.Verdict `json:"verdict"`
	Note    string        `json:"note"`
}

type targetLine struct {
	Article string `json:"article"`
	Kind    string `json:"kind"`
	Text    string `json:"text"`
}

func parseDecision(line []byte) (graph.Decision, error) {
	var l decisionLine
	in := json.NewDecoder(bytes.NewReader(line))
	in.DisallowUnknownFields()
	err := in.Decode(&l)
	if err == nil {
		if _, more := in.Token(); more != io.EOF {
			err = errors.New("there is more behind it on the line")
		}
	}
	if err != nil {
		return graph.Decision{}, fmt.Errorf("want a decision as in newsgraph decide --help: %s", jsonProblem(err))
	}
	a, err := l.A.target()
	if err != nil {
		return graph.Decision{}, fmt.Errorf("a: %w", err)
	}
	b, err := l.B.target()
	if err != nil {
		return graph.Decision{}, fmt.Errorf("b: %w", err)
	}
	return graph.Decision{A: a, B: b, Verdict: l.Verdict, Note: l.Note}, nil
}

func (l targetLine) target() (graph.Target, error) {
	k, err := decidable(l.Kind)
	return graph.Target{Article: l.Article, Kind: k, Text: l.Text}, err
}

// decidable returns the kind of the given name, in any case, if people may decide
// about its records: an article is what its key says, and a country what its code says.
func decidable(name string) (graph.Kind, error) {
	var names []string
	for _, k := range graph.Kinds {
		if k == graph.KindArticle || k == graph.KindCountry {
			continue
		}
		if strings.EqualFold(name, k.String()) {
			return k, nil
		}
		names = append(names, k.String())
	}
	return 0, fmt.Errorf("kind %q: want one of %s", name, strings.Join(names, ", "))
}
