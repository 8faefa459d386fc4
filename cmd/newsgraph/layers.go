package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"newsgraph/loader/article"
	"newsgraph/loader/nlp"
)

// layers are all that package nlp has, as extraction lays them too.
var layers = []nlp.Annotator{
	nlp.Paragraphs, nlp.Tokens, nlp.Sentences, nlp.Quotes, nlp.Dates, nlp.Syntax, nlp.Lemmas, nlp.JoinedNames,
}

// readLayers lays the layers of a pipeline over an article.
func readLayers(p *nlp.Pipeline, a article.Article) (*nlp.Doc, error) {
	doc := new(nlp.Doc)
	doc.Reset(a.Text, a.Published.Value)
	for _, b := range a.Boilerplate {
		doc.Skip = append(doc.Skip, nlp.Range{Start: b.Start, End: b.End})
	}
	if err := p.Run(doc); err != nil {
		return nil, fmt.Errorf("%s: %w", a.Source, err)
	}
	return doc, nil
}

// layerPrinterFor returns what prints articles sentence by sentence, for people.
func layerPrinterFor(out io.Writer, paint painter) (articlePrinter, error) {
	pipeline, err := nlp.New(layers...)
	if err != nil {
		return nil, err
	}
	return func(a article.Article) error {
		doc, err := readLayers(pipeline, a)
		if err != nil {
			return err
		}
		l := layerPrinter{doc, paint, children(doc), bufio.NewWriter(out)}
		l.article(a)
		for i := range doc.Sentences {
			l.sentence(i)
		}
		return l.out.Flush()
	}, nil
}

type layerPrinter struct {
	*nlp.Doc
	paint    painter
	children [][]int // of each token, in order
	out      *bufio.Writer
}

func (l layerPrinter) printf(format string, args ...any) { fmt.Fprintf(l.out, format, args...) }

func (l layerPrinter) article(a article.Article) {
	l.printf("%s\n", l.paint.in(bold, "# "+a.Key))
	for _, f := range []struct {
		name string
		fact article.Fact
	}{{"title", a.Title}, {"outlet", a.Outlet}, {"published", a.Published}} {
		if f.fact.Value != "" {
			l.printf("# %s: %s\n", f.name, f.fact.Value)
		}
	}
	for _, b := range a.Boilerplate {
		l.printf("# boilerplate %d-%d, %s: %s\n", b.Start, b.End, b.Reason, shorten(a.Text[b.Start:b.End]))
	}
}

// sentence prints a sentence, what was found in it, and its parse.
func (l layerPrinter) sentence(i int) {
	s := l.Sentences[i]
	at := l.Bytes(s)
	l.printf("\nsentence %d, bytes %d-%d: %s\n", i+1, at.Start, at.End, l.coloured(s))
	for _, q := range startingIn(l.Quotes, at.Start, at.End, func(q nlp.Quote) int { return q.Start }) {
		l.printf("  quote, bytes %d-%d: %s\n", q.Start, q.End, l.paint.in(green, shorten(l.Text[q.Start:q.End])))
	}
	for _, n := range l.namesIn(s) {
		l.printf("  name, %s: %s\n", nameTypes[n.Type].word, l.paint.in(nameTypes[n.Type].colour, l.SpanText(n.Span)))
	}
	for _, d := range l.datesIn(s) {
		l.printf("  date, %s to %s, %s: %s\n", orOpen(d.From), orOpen(d.To), d.Precision, l.paint.in(cyan, l.SpanText(d.Span)))
	}
	for n := s.Start; n < s.End; n++ {
		if int(l.Tokens[n].Head) == n {
			l.tree(n, "  ", "  ")
		}
	}
}

// startingIn returns those of a list, sorted by start, that start within a range.
func startingIn[T any](list []T, from, to int, start func(T) int) []T {
	at := func(x T, n int) int { return start(x) - n }
	a, _ := slices.BinarySearchFunc(list, from, at)
	b, _ := slices.BinarySearchFunc(list, to, at)
	return list[a:b]
}

func (l layerPrinter) namesIn(s nlp.Span) []nlp.Name {
	return startingIn(l.Names, s.Start, s.End, func(n nlp.Name) int { return n.Start })
}

func (l layerPrinter) datesIn(s nlp.Span) []nlp.Date {
	return startingIn(l.Dates, s.Start, s.End, func(d nlp.Date) int { return d.Start })
}

// deepest is how far the branches of a tree are indented.
const deepest = 40

// tree prints a token and below it the tokens that hang on it: form, tags, lemma,
// relation, bytes. lead stands before the token, below before what hangs on it.
func (l layerPrinter) tree(n int, lead, below string) {
	t := l.Tokens[n]
	l.printf("%s%s  %s %s %s  %s  %s\n", lead, l.paint.in(bold, l.Word(n)), t.XPOS, t.UPOS, t.Lemma, l.paint.in(magenta, t.Rel.String()), l.paint.in(faint, fmt.Sprintf("%d-%d", t.Start, t.End)))
	kids := l.children[n]
	for i, k := range kids {
		last := i == len(kids)-1
		switch {
		case len(below) > deepest:
			l.tree(k, below, below)
		case last:
			l.tree(k, below+"└ ", below+"  ")
		default:
			l.tree(k, below+"├ ", below+"│ ")
		}
	}
}

func children(d *nlp.Doc) [][]int {
	kids := make([][]int, len(d.Tokens))
	for i, t := range d.Tokens {
		if int(t.Head) != i {
			kids[t.Head] = append(kids[t.Head], i)
		}
	}
	return kids
}

// coloured returns the words of a sentence with its names and dates in colour.
func (l layerPrinter) coloured(s nlp.Span) string {
	colours := make([]string, s.End-s.Start)
	mark := func(x nlp.Span, colour string) {
		for i := max(x.Start, s.Start); i < min(x.End, s.End); i++ {
			colours[i-s.Start] = colour
		}
	}
	for _, d := range l.datesIn(s) {
		mark(d.Span, cyan)
	}
	for _, n := range l.namesIn(s) {
		mark(n.Span, nameTypes[n.Type].colour)
	}
	var b strings.Builder
	for i := s.Start; i < s.End; i++ {
		if i > s.Start && l.Tokens[i-1].End < l.Tokens[i].Start {
			b.WriteByte(' ')
		}
		if c := colours[i-s.Start]; c != "" {
			b.WriteString(l.paint.in(c, l.Word(i)))
		} else {
			b.WriteString(l.Word(i))
		}
	}
	return b.String()
}

// nameTypes say how types of names are told.
var nameTypes = map[nlp.NameType]struct{ word, colour string }{
	nlp.PersonName:       {"person", yellow},
	nlp.PlaceName:        {"place", blue},
	nlp.OrganizationName: {"organization", red},
	nlp.OtherName:        {"other", magenta},
	nlp.Demonym:          {"demonym", blue},
}

func orOpen(day string) string {
	if day == "" {
		return "open"
	}
	return day
}
