package extract

import (
	"testing"

	"newsgraph/loader/article"
)

func TestOfficesBehindTheirTitle(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ text, want string }{
		{"The Minister of Defence of Chad Ada Okoye spoke.", "Ada Okoye | HOLDS_ROLE | Chad minister of defence\nAda Okoye | CITIZEN_OF | Chad\n"},
		{"The head of the Lanterna Group Ada Okoye spoke.", "Ada Okoye | HOLDS_ROLE | Lanterna Group head\nAda Okoye | LEADS | Lanterna Group\n"},
		{"They spoke of Chad. Ada Okoye spoke.", ""},
	} {
		doc, err := x.Extract(article.Article{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		checkDocument(t, doc)
		if got := render(doc, "want/relations"); got != test.want {
			t.Errorf("%s\n got %swant %s", test.text, got, test.want)
		}
	}
}
