package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"newsgraph/loader/article"
)

// A view says which analysis of files "show" prints, and how.
type view struct {
	layers     bool
	entities   bool
	statements bool
	format     string // text or conllu
	color      string // auto, always or never
}

func (v *view) flags(c *cobra.Command) {
	c.Flags().BoolVar(&v.layers, "layers", false, "show how the files named are read")
	c.Flags().BoolVar(&v.entities, "entities", false, "show who and what the files named mention")
	c.Flags().BoolVar(&v.statements, "statements", false, "show who says what in the files named")
	c.Flags().StringVar(&v.format, "format", "text", "with --layers: `text` for people, or conllu")
	c.Flags().StringVar(&v.color, "color", "auto", "colour what is read in files: `auto`, always or never")
}

// asked reports whether files are to be shown rather than a node.
func (v *view) asked() bool { return v.layers || v.entities || v.statements || v.format != "text" }

// An articlePrinter prints one article.
type articlePrinter func(article.Article) error

// printer returns what prints articles to out as v says.
func (v *view) printer(c *cobra.Command, out io.Writer) (articlePrinter, error) {
	paint, err := paintFor(out, v.color)
	if err != nil {
		return nil, badUsage(c, err)
	}
	switch {
	case v.statements && (v.entities || v.layers):
		return nil, badUsage(c, errors.New("--statements with --layers or --entities: want one of them"))
	case v.statements && v.format == "text":
		return statementPrinterFor(out, paint)
	case v.entities && v.layers:
		return nil, badUsage(c, errors.New("--layers and --entities: want one of the two"))
	case v.entities && v.format == "text":
		return entityPrinterFor(out, paint)
	case v.entities, v.statements:
		return nil, badUsage(c, fmt.Errorf("--format %q is for --layers", v.format))
	}
	switch v.format {
	case "text":
		return layerPrinterFor(out, paint)
	case "conllu":
		return conlluPrinter(out)
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
	for art, err := range article.Read(paths, article.Options{Stdin: untilDone(c.Context(), a.stdin)}) {
		if c.Context().Err() != nil {
			return c.Context().Err()
		}
		if err == nil {
			err = show(art)
		}
		if err != nil {
			fmt.Fprintf(a.stderr, "newsgraph: show %v\n", err)
			failed = errReported
		}
	}
	return failed
}
