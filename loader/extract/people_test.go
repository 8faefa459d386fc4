package extract

import (
	"strings"
	"testing"

	"newsgraph/loader/article"
)

// entitiesOf returns the names of an article's entities with their mentions.
func entitiesOf(t *testing.T, text, outlet string) map[string]string {
	t.Helper()
	a := article.Article{Text: text}
	a.Outlet.Value = outlet
	doc, err := newExtractor(t).Extract(a)
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string]string)
	for _, e := range doc.Entities {
		var words []string
		for _, m := range e.Mentions {
			words = append(words, m.Text)
		}
		found[e.Name] = e.Type + ": " + strings.Join(words, ", ")
	}
	return found
}

func TestSurnameOfSeveral(t *testing.T) {
	for _, test := range []struct{ text, name, want string }{
		// Only one of that name has been named so far.
		{"Ada Okoye left. Okoye was tired. Then Tomas Okoye came.", "Ada Okoye", "Person: Ada Okoye, Okoye"},
		// Whoever went by the surname before goes by it again.
		{"Ada Okoye left. Okoye was tired. Then Tomas Okoye came, and Okoye spoke.", "Ada Okoye", "Person: Ada Okoye, Okoye, Okoye"},
		// Both have been named in full: nobody can tell.
		{"Ada Okoye left. Then Tomas Okoye came. Later Okoye spoke.", "Ada Okoye", "Person: Ada Okoye"},
	} {
		if got := entitiesOf(t, test.text, "")[test.name]; got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestOutletInCapitals(t *testing.T) {
	for outlet, want := range map[string]string{"THE VARNHOLM PAPER": "The Varnholm Paper", "QXR NEWS": "QXR News", "QXR": "QXR", "Varnholm PAPER": "Varnholm PAPER"} {
		if got := outletName(outlet); got != want {
			t.Errorf("%s is written %s, want %s", outlet, got, want)
		}
	}
	found := entitiesOf(t, "She told Varnholm Paper so.", "VARNHOLM PAPER")
	if found["Varnholm Paper"] != "Organization: Varnholm Paper" || len(found) != 1 {
		t.Errorf("found %v", found)
	}
}

func TestShortNameOfOrganization(t *testing.T) {
	found := entitiesOf(t, "Varnholm Logistics lost. On Monday Varnholm denied it.", "")
	if found["Varnholm Logistics"] != "Organization: Varnholm Logistics, Varnholm" {
		t.Errorf("found %v", found)
	}
}

func TestOnePersonInManyForms(t *testing.T) {
	for _, test := range []struct{ text, name, want string }{
		// Two spellings of one first name.
		{"Mohamed Okoye left. Mohammed Okoye returned.", "Mohamed Okoye", "Person: Mohamed Okoye, Mohammed Okoye"},
		{"Maria Okoye left. Marie Okoye returned.", "Maria Okoye", "Person: Maria Okoye"},
		// A surname that is also a country's name.
		{"Ada Jordan left. Jordan said she was tired.", "Ada Jordan", "Person: Ada Jordan, Jordan"},
		{"Ada Jordan left. She lives in Jordan.", "Jordan", "Country: Jordan"},
		// A person whose name is in another one.
		{"Thomas Brandt died. The Thomas Brandt Foundation pays.", "Thomas Brandt", "Person: Thomas Brandt, Thomas Brandt"},
	} {
		got := entitiesOf(t, test.text, "")[test.name]
		got = strings.Replace(got, ", she", "", 1)
		got = strings.Replace(got, ", She", "", 1)
		if got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}
