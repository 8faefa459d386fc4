package extract

import (
	"strings"
	"testing"

	"newsgraph/loader/article"
)

// linked returns the mentions of a text that are no names: "she=Ada Okoye".
func linked(t *testing.T, x *Extractor, text string) string {
	t.Helper()
	doc, err := x.Extract(article.Article{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	type link struct {
		at   int
		text string
	}
	var links []link
	for _, e := range doc.Entities {
		for _, m := range e.Mentions {
			if m.Kind == "pronoun" || m.Kind == "nominal" {
				links = append(links, link{m.Start, m.Text + "=" + e.Name})
			}
		}
	}
	for i := range links {
		for j := i; j > 0 && links[j].at < links[j-1].at; j-- {
			links[j], links[j-1] = links[j-1], links[j]
		}
	}
	var words []string
	for _, l := range links {
		words = append(words, l.text)
	}
	return strings.Join(words, "; ")
}

func TestPronounsAndDescriptions(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ text, want string }{
		// The subject before an object, and the gender before both.
		{"Sarah Okoye met Maria Brandt. She smiled.", "She=Sarah Okoye"},
		{"Sarah Okoye met Thomas Brandt. He smiled.", "He=Thomas Brandt"},
		// Subject and object of one verb are two people; a reflexive is the subject.
		{"Thomas Brandt waited. Peter Vale saw him.", "him=Thomas Brandt"},
		// A woman without a name takes the pronoun that follows.
		{"Maria Brandt left. A woman had called, and she wept.", ""},
		// Who says something is who it is about; a body by its sort.
		{"Peter Vale called Thomas Brandt. Brandt said he was tired.", "he=Thomas Brandt"},
		{"The Varnholm Bank lost money. The bank sold its seat.", "The bank=Varnholm Bank"},
		{"The Varnholm Bank and the Lima Bank lost money. The bank sold its seat.", ""},
		// In a quotation: the speaker is I; he is somebody else.
		{"Thomas Brandt praised Peter Vale. “I like him,” Brandt said.", "I=Thomas Brandt; him=Peter Vale"},
		// Somebody named later in the sentence.
		{"In her speech, Maria Brandt thanked them.", "her=Maria Brandt"},
		// Descriptions before, behind and of a name, and again with an article.
		{"They met his wife Maria Brandt.", "his wife=Maria Brandt"},
		{"Maria Brandt, a lawyer from Lima, left. The judge thanked the lawyer.", "a lawyer from Lima=Maria Brandt; the lawyer=Maria Brandt"},
		{"Maria Brandt is a lawyer.", "a lawyer=Maria Brandt"},
		{"Maria Brandt is not a lawyer.", ""},
		{"Maria Brandt, a lawyer, left. Thomas Vale, a lawyer, stayed. They asked the lawyer.", "a lawyer=Maria Brandt; a lawyer=Thomas Vale"},
	} {
		if got := linked(t, x, test.text); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}
