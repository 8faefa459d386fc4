package extract

import (
	"strings"
	"testing"

	"newsgraph/loader/article"
	"newsgraph/loader/nlp"
)

// benchArticle is a page of news with people, bodies, pronouns and quotations.
var benchArticle = strings.Repeat(`Chadian President Ada Okoye met Peruvian Foreign Minister Thomas Brandt in Geneva on Monday.
She said the talks had been useful. “I told him that the bridge is safe,” Okoye said.

Brandt, a lawyer from Lima, heads the Lake Basin Commission (LBC). He thanked the president, who leads the Reform Party.
The Geneva-based Varnholm Institute criticised the Chadian Foreign Ministry. Its director, Maria Vale, is an economist.

`, 10)

// BenchmarkEntities measures the steps that find entities and their ties, and the layers
// of syntax that they read, each alone.
func BenchmarkEntities(b *testing.B) {
	p, err := nlp.New(defaultLayers...)
	if err != nil {
		b.Fatal(err)
	}
	layers := func() *nlp.Doc {
		d := new(nlp.Doc)
		d.Reset(benchArticle, "2031-05-02")
		if err := p.Run(d); err != nil {
			b.Fatal(err)
		}
		return d
	}
	d := layers()
	b.Run("entities", func(b *testing.B) {
		b.SetBytes(int64(len(benchArticle)))
		for b.Loop() {
			r := newReading(article.Article{Text: benchArticle}, d)
			for _, step := range []func(*reading){findMentions, findEntities, findRoles, findNominals, findLocations, findDescriptions, findBodies, findTies, findReferents, findPronouns} {
				step(r)
			}
		}
	})
	b.Run("syntax", func(b *testing.B) {
		b.SetBytes(int64(len(benchArticle)))
		for b.Loop() {
			if err := nlp.Syntax.Run(d); err != nil {
				b.Fatal(err)
			}
		}
	})
}
