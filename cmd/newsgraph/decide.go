package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"

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
last word on a pair wins, and one that names an absent article waits for it.
"-" is standard input.`,
		Example: `  newsgraph decide decisions.jsonl
  newsgraph decide --undo decisions.jsonl

  {"a": {"article": "news/1.txt", "kind": "Person", "text": "Okoye"},
   "b": {"article": "news/7.txt", "kind": "Person", "text": "Ada Okoye"},
   "verdict": "same", "note": "the byline says so"}        (on one line)`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.write(func(g *graph.Graph) error { return a.decide(g, args, undo) })
		},
	}
	c.Flags().BoolVar(&undo, "undo", false, "take the decisions back")
	return c
}

// decide takes every decision that it can, and says what was wrong with the others.
func (a *app) decide(g *graph.Graph, files []string, undo bool) error {
	apply := resolve.Decide
	if undo {
		apply = resolve.Undecide
	}
	taken, failed := 0, 0
	for _, file := range files {
		err := a.eachLine(file, func(n int, line []byte) {
			d, err := parseDecision(line)
			if err == nil {
				err = g.Update(func(tx *graph.Tx) error { return apply(tx, d) })
			}
			if err != nil {
				fmt.Fprintf(a.stderr, "newsgraph: decide %s: line %d: %v\n", file, n, err)
				failed++
				return
			}
			taken++
		})
		if err != nil {
			fmt.Fprintf(a.stderr, "newsgraph: decide %v\n", err)
			failed++
		}
	}
	a.note("%d decisions taken, %d failed", taken, failed)
	if failed > 0 {
		return errReported
	}
	return nil
}

// eachLine calls fn for each line of a file that is not blank, with its number.
func (a *app) eachLine(file string, fn func(n int, line []byte)) error {
	in := a.stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return err
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
			return fmt.Errorf("%s: %w", file, err)
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
	if err := in.Decode(&l); err != nil {
		return graph.Decision{}, fmt.Errorf("want a decision as in newsgraph decide --help: %w", err)
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
	k, err := graph.ParseKind(l.Kind)
	return graph.Target{Article: l.Article, Kind: k, Text: l.Text}, err
}
