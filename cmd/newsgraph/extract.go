package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"newsgraph/loader/article"
	"newsgraph/loader/extract"
)

func extractCommand(a *app) *cobra.Command {
	var o article.Options
	c := &cobra.Command{
		Use:   "extract FILE...",
		Short: "Print what articles say, as JSON lines, without a graph",
		Long: `Print what each article says as one JSON object a line: mentions, statements, events
and relations, with the words that they rest on. Nothing is stored. Offsets count
Unicode code points. "-" is standard input.`,
		Example: `  newsgraph extract article.txt
  newsgraph extract ./articles | jq -c '.statements[] | [.speaker.entity, .text]'`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			o.Stdin = untilDone(c.Context(), a.stdin)
			return a.extract(c, args, o)
		},
	}
	articleFlags(c, &o)
	return c
}

// articleFlags are the flags of every command that reads articles.
func articleFlags(c *cobra.Command, o *article.Options) {
	c.Flags().StringVar(&o.KeyPrefix, "key-prefix", "", "put `text` before the keys that are made of paths")
	c.Flags().Int64Var(&o.MaxBytes, "max-bytes", article.DefaultMaxBytes, "refuse an input file, or record of one, of more `bytes`; the text of an article has 1 MiB at most whatever this says")
}

func (a *app) extract(c *cobra.Command, paths []string, o article.Options) error {
	x, err := extract.New(extract.Options{})
	if err != nil {
		return err
	}
	out := json.NewEncoder(a.stdout)
	out.SetEscapeHTML(false)
	var failed error
	count := 0
	for art, err := range article.Read(paths, o) {
		if c.Context().Err() != nil {
			return c.Context().Err()
		}
		count++
		var doc *extract.Document
		if err == nil {
			doc, err = x.Extract(art)
		}
		if err != nil {
			fmt.Fprintf(a.stderr, "newsgraph: extract %v\n", err)
			failed = errReported
			continue
		}
		if err := out.Encode(doc); err != nil {
			return fmt.Errorf("print %s: %w", art.Source, err)
		}
	}
	if count == 0 {
		a.note("no articles in %s", strings.Join(paths, ", "))
	}
	return failed
}
