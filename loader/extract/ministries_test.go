package extract

import (
	"testing"

	"newsgraph/loader/article"
)

func TestMinistriesInSmallLetters(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ text, name, of string }{
		{"Chad's foreign ministry rejected the offer of Peru.", "Chad's foreign ministry", "Chad"},
		{"The Chadian ministry of defence rejected the offer of Peru.", "Chadian ministry of defence", "Chad"},
		{"The Chadian Foreign Ministry met. The foreign ministry rejected the offer of Peru.", "Chadian Foreign Ministry", "Chad"},
		{"The finance ministry of Chad rejected the offer of Peru. The finance ministry met.", "finance ministry of Chad", "Chad"},
		// In an article about one country it is that one's.
		{"Chadians voted in Chad. Chadians queued. The interior ministry spoke.", "Chadian interior ministry", "Chad"},
		{"Chad met Peru. The interior ministry spoke.", "interior ministry", ""},
		// Parts of states have attorneys general.
		{"Chadians voted in Chad. Chadians queued. The attorney general's office spoke.", "attorney general's office", ""},
		{"Chad met Peru. She is in the ministry of a church.", "", ""}, // no portfolio
		{"Chad met Peru. They left Okoye's office.", "", ""},
	} {
		doc, err := x.Extract(article.Article{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		checkDocument(t, doc)
		var name, of string
		names := make(map[string]string)
		for _, e := range doc.Entities {
			if names[e.ID] = e.Name; e.Type == organization {
				name += e.Name
			}
		}
		for _, x := range doc.Relations {
			if x.Type == "PART_OF" {
				of += names[x.To]
			}
		}
		if name != test.name || of != test.of {
			t.Errorf("%s\n got %q of %q, want %q of %q", test.text, name, of, test.name, test.of)
		}
	}
}
