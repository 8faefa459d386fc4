package extract

import (
	"testing"

	"newsgraph/loader/article"
	"newsgraph/loader/nlp"
)

// BenchmarkStages times the language core up to the parse, and statements and events after
// it, on the sample articles: each must cost less than the parse.
func BenchmarkStages(b *testing.B) {
	var texts []article.Article
	for a, err := range article.Read([]string{"../../examples/articles"}, article.Options{}) {
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, a)
	}
	if len(texts) == 0 {
		b.Fatal("no sample articles")
	}
	layers, err := nlp.New(defaultLayers...)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("layers", func(b *testing.B) {
		for b.Loop() {
			for _, a := range texts {
				readLayers(b, layers, a)
			}
		}
	})
	b.Run("statements", func(b *testing.B) {
		for b.Loop() {
			for _, a := range texts {
				b.StopTimer()
				r := newReading(a, readLayers(b, layers, a))
				for _, step := range beforeStatements {
					step(r)
				}
				b.StartTimer()
				findQuotations(r)
				findIndirect(r)
			}
		}
	})
	b.Run("events", func(b *testing.B) {
		for b.Loop() {
			for _, a := range texts {
				b.StopTimer()
				r := newReading(a, readLayers(b, layers, a))
				for _, step := range beforeStatements {
					step(r)
				}
				findQuotations(r)
				findIndirect(r)
				findAround(r)
				b.StartTimer()
				findEvents(r)
			}
		}
	})
}

func readLayers(b *testing.B, layers *nlp.Pipeline, a article.Article) *nlp.Doc {
	d := new(nlp.Doc)
	d.Reset(a.Text, a.Published.Value)
	if err := layers.Run(d); err != nil {
		b.Fatal(err)
	}
	return d
}
