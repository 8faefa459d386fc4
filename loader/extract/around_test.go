package extract

import (
	"testing"

	"newsgraph/loader/article"
)

// TestAround says to whom a statement is made, through whom it came and when.
func TestAround(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ why, text, to, via, said string }{
		{"whom a quotation is told", "“The bridge is safe,” Ada Okoye told Tomas Brandt on Monday.", "Tomas Brandt", "", "Monday"},
		{"to whom a letter goes", "In a letter to Tomas Brandt, Ada Okoye said that the bridge was safe.", "Tomas Brandt", "", ""},
		{"a network of one letter", "“The bridge is safe,” Ada Okoye said on X.", "", "X", ""},
		{"a body's account", "“The bridge is safe,” Ada Okoye wrote on her Facebook page.", "", "Facebook", ""},
		{"an agency that passes it on", "“The bridge is safe,” Ada Okoye said, according to the Lanterna news agency.", "", "Lanterna", ""},
		{"a body that its speaker is a member of is no channel", "“The bridge is safe,” said Ada Okoye, a member of the Bridge Committee.", "", "", ""},
		{"the date of what is said, not of the saying", "Ada Okoye said that the bridge would open on Monday.", "", "", ""},
		{"a date in front", "On Monday, Ada Okoye warned that the bridge would fall.", "", "", "Monday"},
		{"the date of another verb", "Ada Okoye, who left the board in May, said that the bridge was safe.", "", "", ""},
	} {
		doc, err := x.Extract(article.Article{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		checkDocument(t, doc)
		if len(doc.Statements) != 1 {
			t.Errorf("%s: %q: %d statements, want one", test.why, test.text, len(doc.Statements))
			continue
		}
		s := doc.Statements[0]
		name := func(id *string) string {
			for _, e := range doc.Entities {
				if id != nil && e.ID == *id {
					return e.Name
				}
			}
			return ""
		}
		said := ""
		if s.Said != nil {
			said = s.Said.Text
		}
		if name(s.Addressee) != test.to || name(s.Via) != test.via || said != test.said {
			t.Errorf("%s: %q\n got to %q via %q said %q\nwant to %q via %q said %q", test.why, test.text, name(s.Addressee), name(s.Via), said, test.to, test.via, test.said)
		}
	}
}
