package extract

import (
	"testing"

	"newsgraph/loader/article"
)

// TestSport: a city that plays is its club, and a match is no war.
func TestSport(t *testing.T) {
	for _, test := range []struct{ text, name, want string }{
		{"Milan beat Turin 2-1 on Sunday.", "Milan", "Organization: Milan"},
		{"Milan beat Turin 2-1 on Sunday.", "Turin", "Organization: Turin"},
		{"Madrid lost 0-3 to Munich. Madrid defended badly.", "Madrid", "Organization: Madrid, Madrid"},
		{"The match between two old rivals opened the season. The striker scored late, and Dallas edged Denver 1-0. The coach wept.", "Denver", "Organization: Denver"},
		{"Milan beat Turin 2-1 in Rome.", "Rome", "Place: Rome"},
		{"Madrid rejected the offer.", "Spain", "Country: Madrid"},
		{"Lawmakers in Rome lost a vote 201-99, and Milan lost its tax.", "Milan", "Place: Milan"},
		{"Milan sent 10-20 ambulances and fought the flood.", "Milan", "Place: Milan"},
	} {
		if got := entitiesOf(t, test.text, "")[test.name]; got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
	x := newExtractor(t)
	for _, test := range []struct{ text, want string }{
		{"Chad crushed Niger 5-0 in the qualifier.", ""},
		{"Germany beat France 2-0 in Munich.", ""},
		{"The striker Ada Okoye shot wide as the league season opened. Her coach praised the match. Lima won 2-1.", ""},
		{"Chad attacked Niger with 20-30 missiles on Monday.", "ASSAULT"},
		{"Chad bombed Niger on Monday.", "ASSAULT"},
		{"The league season opened with a match that the coach praised. Lima won 2-1. Tomas Brandt shot Ada Okoye dead at the stadium.", "ASSAULT"},
	} {
		doc, err := x.Extract(article.Article{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, e := range doc.Events {
			if deeds[e.Type] {
				got += e.Type
			}
		}
		if got != test.want {
			t.Errorf("%s\n got %q, want %q", test.text, got, test.want)
		}
	}
}
