package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"newsgraph/loader/article"
	"newsgraph/loader/extract"
)

// statementPrinterFor returns what prints articles with their statements, sources and
// cues in colour, for people.
func statementPrinterFor(out io.Writer, paint painter) (articlePrinter, error) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		return nil, err
	}
	return func(a article.Article) error {
		doc, err := x.Extract(a)
		if err != nil {
			return err
		}
		p := statementPrinter{doc, []rune(doc.Article.Text), paint, bufio.NewWriter(out)}
		fmt.Fprintf(p.out, "%s\n", paint.in(bold, "# "+a.Key))
		p.text()
		for _, s := range doc.Statements {
			p.statement(s)
		}
		return p.out.Flush()
	}, nil
}

type statementPrinter struct {
	*extract.Document
	runes []rune
	paint painter
	out   *bufio.Writer
}

// A part is a span of a statement: "" for its content, or what else it is.
type part struct {
	start, end      int
	id, what, color string
}

// parts returns the spans of the statements by start; where two overlap, the later one
// is left out.
func (p statementPrinter) parts() []part {
	var all []part
	for _, s := range p.Statements {
		for _, x := range append([][2]int{{s.Start, s.End}}, s.More...) {
			all = append(all, part{x[0], x[1], s.ID, "", green})
		}
		if s.Speaker.End > s.Speaker.Start {
			all = append(all, part{s.Speaker.Start, s.Speaker.End, s.ID, " source", blue})
		}
		if s.Cue != nil {
			all = append(all, part{s.Cue.Start, s.Cue.End, s.ID, " cue", magenta})
		}
	}
	slices.SortStableFunc(all, func(a, b part) int { return a.start - b.start })
	return all
}

// text prints the article, each part in its colour and with its statement behind it.
func (p statementPrinter) text() {
	at := 0
	for _, x := range p.parts() {
		if x.start < at {
			continue
		}
		fmt.Fprintf(p.out, "%s%s%s", string(p.runes[at:x.start]), p.paint.in(x.color, string(p.runes[x.start:x.end])), p.paint.in(faint, "⟨"+x.id+x.what+"⟩"))
		at = x.end
	}
	fmt.Fprintf(p.out, "%s\n", string(p.runes[at:]))
}

// statement prints what a statement is and who made it.
func (p statementPrinter) statement(s extract.Statement) {
	cue := ""
	if s.Cue != nil {
		cue = s.Cue.Text
	}
	about := make([]string, len(s.About))
	for i, id := range s.About {
		about[i] = p.name(&id)
	}
	fmt.Fprintf(p.out, "%s  %s %s %s  %s %s", s.ID, s.Kind, s.Mode, s.Stance, p.paint.in(blue, p.speaker(s.Speaker)), p.paint.in(magenta, cue))
	within, text := "", s.Text
	if s.NestedIn != nil {
		within = *s.NestedIn
	}
	for _, x := range s.More {
		text += " … " + string(p.runes[x[0]:x[1]])
	}
	for _, x := range [][2]string{{"in", within}, {"to", p.name(s.Addressee)}, {"via", p.name(s.Via)}, {"about", strings.Join(about, ", ")}} {
		if x[1] != "" {
			fmt.Fprintf(p.out, "  %s: %s", x[0], x[1])
		}
	}
	if s.Said != nil {
		fmt.Fprintf(p.out, "  when: %s", s.Said.Text)
	}
	fmt.Fprintf(p.out, "  %s\n    %s\n", p.paint.in(faint, fmt.Sprintf("%s %.2f", s.By, s.Confidence)), p.paint.in(green, strings.ReplaceAll(text, "\n", " ")))
}

// speaker returns who speaks: a name, the words for someone without one, or "nobody".
func (p statementPrinter) speaker(s extract.Speaker) string {
	switch {
	case s.Entity != nil:
		names := []string{p.name(s.Entity)}
		for _, id := range s.With {
			names = append(names, p.name(&id))
		}
		return strings.Join(names, ", ")
	case s.Unnamed != nil:
		return "“" + *s.Unnamed + "”"
	case s.End > s.Start:
		return "“" + string(p.runes[s.Start:s.End]) + "”, unknown"
	}
	return "nobody"
}

func (p statementPrinter) name(id *string) string {
	if id == nil {
		return ""
	}
	for _, e := range p.Entities {
		if e.ID == *id {
			return e.Name
		}
	}
	for _, e := range p.Events {
		if e.ID == *id {
			return e.Label
		}
	}
	return *id
}
