package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"newsgraph/loader/article"
)

// A view says which analysis of files "show" prints, and how.
type view struct {
	layers     bool
	entities   bool
	statements bool
	events     bool
	format     string // text or conllu
	color      string // auto, always or never
}

func (v *view) flags(c *cobra.Command) {
	c.Flags().BoolVar(&v.layers, "layers", false, "show how the files named are read")
	c.Flags().BoolVar(&v.entities, "entities", false, "show who and what the files named mention")
	c.Flags().BoolVar(&v.statements, "statements", false, "show who says what in the files named")
	c.Flags().BoolVar(&v.events, "events", false, "show the events of the files named as a timeline")
	c.Flags().StringVar(&v.format, "format", "text", "with --layers: `text` for people, or conllu")
	c.Flags().StringVar(&v.color, "color", "auto", "colour what is read in files: `auto`, always or never")
}

// asked reports whether files are to be shown rather than a node.
func (v *view) asked() bool { return v.chosen() > 0 || v.format != "text" }

// chosen is how many of the analyses are asked for.
func (v *view) chosen() int {
	n := 0
	for _, on := range []bool{v.layers, v.entities, v.statements, v.events} {
		if on {
			n++
		}
	}
	return n
}

// takes refuses flags of a node's view where files are shown. It looks at the command
// line alone: the environment may set them for every command.
func (v *view) takes(c *cobra.Command) error {
	for _, name := range []string{"why", "limit"} {
		if v.asked() && c.Flags().Changed(name) {
			return fmt.Errorf("--%s is for a node, not for files", name)
		}
	}
	return nil
}

// An articlePrinter prints one article.
type articlePrinter func(article.Article) error

// printer returns what prints articles to out as v says.
func (v *view) printer(c *cobra.Command, out io.Writer) (articlePrinter, error) {
	paint, err := paintFor(out, v.color)
	if err != nil {
		return nil, badUsage(c, err)
	}
	data := out
	out = &console{out: out, painted: paint}
	switch {
	case v.chosen() > 1:
		return nil, badUsage(c, errors.New("--layers, --entities, --statements and --events: want one of them"))
	case v.chosen() == 1 && !v.layers && v.format != "text":
		return nil, badUsage(c, fmt.Errorf("--format %q is for --layers", v.format))
	case v.entities:
		return entityPrinterFor(out, paint)
	case v.statements:
		return statementPrinterFor(out, paint)
	case v.events:
		return eventPrinterFor(out, paint)
	}
	switch v.format {
	case "text":
		return layerPrinterFor(out, paint)
	case "conllu":
		return conlluPrinter(data)
	}
	return nil, badUsage(c, fmt.Errorf("--format %q: want text or conllu", v.format))
}

// showFiles prints what the analysis makes of the articles of paths. One that cannot be
// read is told and does not stop the others.
func (a *app) showFiles(c *cobra.Command, paths []string, v view) error {
	show, err := v.printer(c, a.stdout)
	if err != nil {
		return err
	}
	var failed error
	count := 0
	for art, err := range article.Read(paths, article.Options{Stdin: untilDone(c.Context(), a.stdin)}) {
		if c.Context().Err() != nil {
			return c.Context().Err()
		}
		count++
		if err == nil {
			err = show(art)
		}
		if err != nil {
			fmt.Fprintf(a.stderr, "newsgraph: show %v\n", err)
			failed = errReported
		}
	}
	if count == 0 {
		a.note("no articles in %s", strings.Join(paths, ", "))
	}
	return failed
}
