package main

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/spf13/cobra"

	"newsgraph/graph"
	"newsgraph/loader"
	"newsgraph/loader/article"
)

func loadCommand(a *app) *cobra.Command {
	var o loader.Options
	var asJSON bool
	c := &cobra.Command{
		Use:   "load PATH...",
		Short: "Load articles: text, HTML, JSON and JSON lines",
		Long: `Load articles into the graph: files, folders, patterns; "-" is standard input. Text,
HTML, JSON and JSON lines are known by their names, else by their first bytes.

Loading again does nothing twice. An article whose text has changed takes the place of
the old one. A bad article is named and skipped, and the others are loaded. Ctrl-C
finishes what is in hand; the same command goes on where it stopped.

An article is known by its id or URL, if its publisher gives one, else by its path from
the loaded folder's name down. Use --key-prefix where two folders of one name meet.`,
		Example: `  newsgraph load ./articles
  newsgraph load 'archive/**/*.html' feed.jsonl
  newsgraph load --key-prefix lagos/ ./articles
  zcat wire.jsonl.gz | newsgraph load --json -`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			o.Article.Stdin = untilDone(c.Context(), a.stdin)
			if nothing := findNothing(args, o.Article); nothing != nil { // no reason to make a store
				return a.printReport(nothing, asJSON)
			}
			return a.write(func(g *graph.Graph) error {
				report, err := a.load(c.Context(), g, args, o)
				if report != nil {
					err = errors.Join(err, a.printReport(report, asJSON))
				}
				return err
			})
		},
	}
	c.Flags().IntVar(&o.Workers, "workers", 0, "extract so many `articles` at once (default one for each processor)")
	c.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON")
	articleFlags(c, &o.Article)
	return c
}

// findNothing returns the report on paths that name no file, nil if they name one.
func findNothing(paths []string, o article.Options) *loader.Report {
	r := &loader.Report{Skipped: []loader.Skip{}}
	for _, err := range article.Find(paths, o) {
		var in *article.InputError
		if !errors.As(err, &in) {
			return nil
		}
		r.Read++
		r.Skipped = append(r.Skipped, loader.Skip{Source: in.Source, Reason: in.Error()})
	}
	return r
}

// load loads what paths name and shows its progress. The report may come beside an
// error; a context that ended is told by the report alone.
func (a *app) load(ctx context.Context, g *graph.Graph, paths []string, o loader.Options) (*loader.Report, error) {
	p := a.progress()
	o.Progress = p.show
	l, err := loader.New(g, o)
	if err != nil {
		return nil, err
	}
	report, err := l.Load(ctx, paths)
	p.end()
	if errors.Is(err, context.Canceled) {
		err = nil
	}
	return report, err
}

// printReport says what a load did. It returns errReported unless all went well.
func (a *app) printReport(r *loader.Report, asJSON bool) error {
	switch {
	case asJSON:
		out := json.NewEncoder(a.stdout)
		out.SetIndent("", "  ")
		if err := out.Encode(r); err != nil {
			return err
		}
	case !a.quiet || !r.OK():
		r.WriteText(a.stdout)
	}
	if !r.OK() {
		return errReported
	}
	return nil
}
