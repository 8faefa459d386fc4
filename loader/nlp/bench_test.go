package nlp

import (
	"strings"
	"testing"
)

// article is of the kind that the benchmarks read: a few hundred words of news.
var article = strings.Repeat(`The council of the river towns voted on Monday to reopen the old bridge, which
has been closed since last August. "We can't wait another winter," said Ms. Ada Okoye, the council's
chair. "The engineers — all of them — told us 'it will stand.'"

In the third quarter of 2029, the U.S.-owned Brask Co. had offered $1.5 million for a well-known site
near the port; two years later, it withdrew. Officials said they'd decide by Aug. 7.

`, 8)

func benchmark(b *testing.B, annotators ...Annotator) {
	p, err := New(annotators...)
	if err != nil {
		b.Fatal(err)
	}
	var d Doc
	d.Reset(article, "2031-05-14")
	if err := p.Run(&d); err != nil {
		b.Fatal(err)
	}
	last := annotators[len(annotators)-1]
	b.ReportAllocs()
	for b.Loop() {
		if last.Adds[0] == TokenLayer {
			d.Tokens = d.Tokens[:0]
		}
		if err := last.Run(&d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*float64(len(d.Tokens))/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkParagraphs(b *testing.B) { benchmark(b, Tokens, Paragraphs) }
func BenchmarkTokens(b *testing.B)     { benchmark(b, Paragraphs, Tokens) }
func BenchmarkSentences(b *testing.B)  { benchmark(b, Paragraphs, Tokens, Sentences) }
func BenchmarkQuotes(b *testing.B)     { benchmark(b, Paragraphs, Tokens, Quotes) }
func BenchmarkDates(b *testing.B)      { benchmark(b, Paragraphs, Tokens, Sentences, Dates) }
func BenchmarkLemmas(b *testing.B)     { benchmark(b, Paragraphs, Tokens, Sentences, nounTags, Lemmas) }

// nounTags calls every word a plural or a past form, by turns: what costs most.
var nounTags = Annotator{Name: "noun-tags", Needs: []Layer{TokenLayer}, Adds: []Layer{TagLayer}, Run: func(d *Doc) error {
	for i := range d.Tokens {
		d.Tokens[i].XPOS = [...]Tag{TagNNS, TagVBD}[i%2]
	}
	return nil
}}

// BenchmarkRules runs every layer that needs no model, the Doc's reset included.
func BenchmarkRules(b *testing.B) {
	p, err := New(rulesOnly...)
	if err != nil {
		b.Fatal(err)
	}
	var d Doc
	b.ReportAllocs()
	for b.Loop() {
		d.Reset(article, "2031-05-14")
		if err := p.Run(&d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*float64(len(d.Tokens))/b.Elapsed().Seconds(), "words/s")
}

// TestAllocations holds a Doc that is used again to no allocation a token.
func TestAllocations(t *testing.T) {
	p, err := New(Paragraphs, Tokens, Sentences, Quotes, Dates, nounTags, Lemmas)
	if err != nil {
		t.Fatal(err)
	}
	var d Doc
	n := testing.AllocsPerRun(10, func() {
		d.Reset(article, "2031-05-14")
		if err := p.Run(&d); err != nil {
			t.Fatal(err)
		}
	})
	if n > 20 {
		t.Errorf("%v allocations for %d tokens, want a few for the text and none a token", n, len(d.Tokens))
	}
}
