package main

import (
	"fmt"

	"newsgraph/loader/article"
	"newsgraph/loader/nlp"
)

// layers are all that package nlp has; of the two that find names, the one that
// extraction reads by default.
var layers = []nlp.Annotator{
	nlp.Paragraphs, nlp.Tokens, nlp.Sentences, nlp.Quotes, nlp.Dates, nlp.Tags, nlp.Lemmas, nlp.Heads, nlp.NameRules,
}

// showLayers prints how the articles of a path are read, sentence by sentence.
func (a *app) showLayers(path string) error {
	pipeline, err := nlp.New(layers...)
	if err != nil {
		return err
	}
	for art, err := range article.Read([]string{path}, article.Options{Stdin: a.stdin}) {
		if err != nil {
			return err
		}
		doc := new(nlp.Doc)
		doc.Reset(art.Text, art.Published.Value)
		for _, b := range art.Boilerplate {
			doc.Skip = append(doc.Skip, nlp.Range{Start: b.Start, End: b.End})
		}
		if err := pipeline.Run(doc); err != nil {
			return fmt.Errorf("read %s: %w", art.Source, err)
		}
		l := layerPrinter{doc, func(format string, args ...any) { fmt.Fprintf(a.stdout, format, args...) }}
		l.article(art)
		for i := range doc.Sentences {
			l.sentence(i)
		}
	}
	return nil
}

type layerPrinter struct {
	*nlp.Doc
	printf func(format string, args ...any)
}

func (l layerPrinter) article(a article.Article) {
	l.printf("# %s\n", a.Key)
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

// sentence prints a sentence, what was found in it, and its tokens a line each:
// number, bytes, form, tag, lemma, head and relation, as far as they are known.
func (l layerPrinter) sentence(i int) {
	s := l.Sentences[i]
	at := l.Bytes(s)
	l.printf("\nsentence %d, bytes %d-%d: %s\n", i+1, at.Start, at.End, shorten(l.SpanText(s)))
	for _, q := range l.Quotes {
		if q.Start >= at.Start && q.Start < at.End {
			l.printf("  quote, bytes %d-%d: %s\n", q.Start, q.End, shorten(l.Text[q.Start:q.End]))
		}
	}
	for _, n := range l.Names {
		if n.Start >= s.Start && n.Start < s.End {
			l.printf("  name, %s: %s\n", nameTypes[n.Type], l.SpanText(n.Span))
		}
	}
	for _, d := range l.Dates {
		if d.Start >= s.Start && d.Start < s.End {
			l.printf("  date, %s to %s, %s: %s\n", orOpen(d.From), orOpen(d.To), d.Precision, l.SpanText(d.Span))
		}
	}
	for n := s.Start; n < s.End; n++ {
		t := l.Tokens[n]
		l.printf("  %4d %5d-%-5d %s", n, t.Start, t.End, l.Word(n))
		if t.XPOS != 0 {
			l.printf("  %s %s %s", t.XPOS, t.UPOS, t.Lemma)
		}
		if t.Rel != 0 {
			l.printf("  %s of %d", t.Rel, t.Head)
		}
		l.printf("\n")
	}
}

var nameTypes = map[nlp.NameType]string{
	nlp.PersonName: "person", nlp.PlaceName: "place", nlp.OrganizationName: "organization",
	nlp.OtherName: "other", nlp.Demonym: "demonym",
}

func orOpen(day string) string {
	if day == "" {
		return "open"
	}
	return day
}
