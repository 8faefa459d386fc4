package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"newsgraph/examples"
	"newsgraph/graph"
	"newsgraph/loader"
	"newsgraph/server"
)

// demoQueries are three questions that the sample answers.
var demoQueries = []struct{ ask, query string }{
	{"What did Anneli Korpivaara say, in the words of which article?",
		`{ entities(name: "Anneli Korpivaara") { nodes { name ... on Person {
    statements { nodes { day wordings { nodes { text start end article { title outlet } } } } } } } } }`},
	{"Which events are planned, happened, or were called off, and who says so?",
		`{ timeline(clock: PUBLISHED, kind: Event, first: 10) { nodes { ... on Event {
    name type participants { nodes { name } } reports { nodes { status text article { outlet published } } } } } } }`},
	{"Where is the port of Vlora spoken of?",
		`{ search(query: "port Vlora", first: 5) { total edges { node { kind name } article { title } matches { text } } } }`},
}

func demoCommand(a *app) *cobra.Command {
	var listen string
	c := &cobra.Command{
		Use:   "demo",
		Short: "Try it on a small sample: load it, serve it, ask it",
		Long: `Load sixteen short articles about three invented affairs into a graph of its own,
serve it, and print three queries to try. The graph is gone when you stop it with
Ctrl-C.`,
		Example: `  newsgraph demo`,
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return a.demo(c, listen) },
	}
	c.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", "the `address` to listen at; :0 is a free port")
	return c
}

func (a *app) demo(c *cobra.Command, listen string) (err error) {
	dir, err := os.MkdirTemp("", "newsgraph-demo-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := os.CopyFS(dir, examples.Articles); err != nil {
		return fmt.Errorf("unpack the sample: %w", err)
	}
	a.store = filepath.Join(dir, "store")
	return a.write(func(g *graph.Graph) error {
		report, err := a.load(c.Context(), g, []string{filepath.Join(dir, "articles")}, loader.Options{})
		if err != nil {
			return err
		}
		if !report.OK() {
			return a.printReport(report, false)
		}
		return a.serve(c, listen, server.Options{Graph: g}, func(url string) { a.invite(url, report.Loaded) })
	})
}

// invite tells what to do with the demo.
func (a *app) invite(url string, articles int) {
	fmt.Fprintf(a.stdout, "Loaded %d articles. Open %s and ask, for example:\n", articles, url)
	for _, q := range demoQueries {
		fmt.Fprintf(a.stdout, "\n# %s\n%s\n", q.ask, q.query)
	}
	fmt.Fprintln(a.stdout, "\nStop with Ctrl-C.")
}
