package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"

	"newsgraph/loader/article"
	"newsgraph/loader/extract"
)

// entityPrinterFor returns what prints articles with the people, countries, organizations
// and places that they mention, for people.
func entityPrinterFor(out io.Writer, paint painter) (articlePrinter, error) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		return nil, err
	}
	return func(a article.Article) error {
		doc, err := x.Extract(a)
		if err != nil {
			return err
		}
		p := entityPrinter{doc, []rune(doc.Article.Text), paint, bufio.NewWriter(out)}
		p.printf("%s\n", paint.in(bold, "# "+a.Key))
		p.text()
		for _, e := range doc.Entities {
			p.entity(e)
		}
		p.relations()
		return p.out.Flush()
	}, nil
}

type entityPrinter struct {
	*extract.Document
	runes []rune
	paint painter
	out   *bufio.Writer
}

func (p entityPrinter) printf(format string, args ...any) { fmt.Fprintf(p.out, format, args...) }

var entityColours = map[string]string{"Person": green, "Country": yellow, "Organization": blue, "Place": magenta}

// A marking is a mention with what it refers to, as the text shows it.
type marking struct {
	extract.Mention
	id, colour string
}

// markings returns the mentions by start, of those that start together the longer first.
func (p entityPrinter) markings() []marking {
	var all []marking
	for _, e := range p.Entities {
		for _, m := range e.Mentions {
			all = append(all, marking{m, e.ID, entityColours[e.Type]})
		}
	}
	slices.SortStableFunc(all, func(a, b marking) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return all
}

// text prints the article: each mention in the colour of its kind, and behind it the
// entity and the rule. A mention inside another one has its own colour.
func (p entityPrinter) text() {
	var open []marking // an outer one before those inside it
	at := 0
	for _, m := range p.markings() {
		open, at = p.close(open, at, m.Start)
		at = p.until(open, at, m.Start)
		open = append(open, m)
	}
	_, at = p.close(open, at, len(p.runes))
	p.until(nil, at, len(p.runes))
	p.printf("\n")
}

// close ends the mentions that end at or before a code point.
func (p entityPrinter) close(open []marking, at, before int) ([]marking, int) {
	for {
		next := -1
		for i, m := range open {
			if m.End <= before && (next < 0 || m.End <= open[next].End) {
				next = i
			}
		}
		if next < 0 {
			return open, at
		}
		m := open[next]
		at = p.until(open, at, m.End)
		p.printf("%s", p.paint.in(faint, fmt.Sprintf("⟨%s %s⟩", m.id, m.By)))
		open = slices.Delete(open, next, next+1)
	}
}

// until prints the text up to a code point in the colour of the innermost mention.
func (p entityPrinter) until(open []marking, at, end int) int {
	if at >= end {
		return at
	}
	words := string(p.runes[at:end])
	if len(open) > 0 {
		words = p.paint.in(open[len(open)-1].colour, words)
	}
	p.printf("%s", words)
	return end
}

// entity prints an entity and how often each rule found it.
func (p entityPrinter) entity(e extract.Entity) {
	p.printf("%s  %s %s", e.ID, e.Type, p.paint.in(entityColours[e.Type], e.Name))
	for _, word := range []string{e.ISO, e.Sort} {
		if word != "" {
			p.printf(", %s", word)
		}
	}
	p.printf("\n")
	for _, m := range e.Mentions {
		p.printf("    %d-%d %s  %s\n", m.Start, m.End, shorten(m.Text), p.paint.in(faint, m.Kind+" "+m.By))
	}
}

func (p entityPrinter) relations() {
	names := make(map[string]string)
	for _, e := range p.Entities {
		names[e.ID] = e.Name
	}
	for _, r := range p.Relations {
		p.printf("%s %s %s", names[r.From], p.paint.in(bold, r.Type), names[r.To])
		for _, word := range []string{r.Title, r.Status} {
			if word != "" {
				p.printf(", %s", word)
			}
		}
		p.printf("  %s\n", p.paint.in(faint, r.By))
	}
}
