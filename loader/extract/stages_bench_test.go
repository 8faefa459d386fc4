package extract

import (
	"slices"
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
	statements := []func(*reading){findQuotations, findIndirect, findAround}
	for _, stage := range []struct {
		name          string
		before, timed []func(*reading)
	}{
		{"statements", beforeStatements, statements},
		{"events", slices.Concat(beforeStatements, statements), []func(*reading){findEvents}},
	} {
		b.Run(stage.name, func(b *testing.B) {
			for b.Loop() {
				for _, a := range texts {
					b.StopTimer()
					r := newReading(a, readLayers(b, layers, a))
					for _, step := range stage.before {
						step(r)
					}
					b.StartTimer()
					for _, step := range stage.timed {
						step(r)
					}
				}
			}
		})
	}
}

func readLayers(b *testing.B, layers *nlp.Pipeline, a article.Article) *nlp.Doc {
	d := new(nlp.Doc)
	d.Reset(a.Text, a.Published.Value)
	if err := layers.Run(d); err != nil {
		b.Fatal(err)
	}
	return d
}
