package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestCountries(t *testing.T) {
	current := 0
	seen := make(map[string]bool)
	for _, c := range Countries() {
		if !c.Former {
			current++
		}
		for _, code := range []string{c.Alpha2, c.Alpha3, "n" + c.Numeric} {
			if code != "n" && seen[code] {
				t.Errorf("%s: code %s is given twice", c.Name, code)
			}
			seen[code] = true
		}
		if len(c.Alpha2) != 2 || len(c.Alpha3) != 3 || len(c.Numeric) != 3 && c.Alpha2 != "XK" {
			t.Errorf("%s: codes %q %q %q", c.Name, c.Alpha2, c.Alpha3, c.Numeric)
		}
		if n := Lookup(strings.TrimPrefix(c.Name, "the ")); n == nil || n.Country == nil {
			t.Errorf("%s is not found by its name", c.Name)
		}
	}
	if want := 249 + 1; current != want { // ISO 3166-1 has 249, and Kosovo
		t.Errorf("%d countries, want %d", current, want)
	}
}

func TestLookup(t *testing.T) {
	iso := func(c *Country) string {
		if c == nil {
			return ""
		}
		return c.Alpha2
	}
	for _, test := range []struct{ name, country, demonym, capital, seat, place, org string }{
		{name: "Chad", country: "TD"},
		{name: "U.S.", country: "US"},
		{name: "us"},
		{name: "Kosovo", country: "XK"},
		{name: "Netherlands", country: "NL"},
		{name: "Chadians", demonym: "TD"},
		{name: "Congolese", demonym: "CD"},
		{name: "Lima", capital: "PE", place: "Lima"},
		{name: "Kremlin", seat: "RU"},
		{name: "Downing Street", seat: "GB"},
		{name: "Bombay", place: "Mumbai"},
		{name: "Black Sea", place: "Black Sea"},
		{name: "OSCE", org: "Organization for Security and Co-operation in Europe"},
	} {
		n := Lookup(test.name)
		if n == nil {
			n = &Name{}
		}
		got := test
		got.country, got.demonym, got.capital, got.seat, got.place, got.org = iso(n.Country), iso(n.Demonym), iso(n.Capital), iso(n.Seat), "", ""
		if n.Place != nil {
			got.place = n.Place.Name
		}
		if n.Org != nil {
			got.org = n.Org.Name
		}
		if got != test {
			t.Errorf("Lookup(%q)\n got %+v\nwant %+v", test.name, got, test)
		}
	}
}

func TestRegionsAndPeoples(t *testing.T) {
	if n := Lookup("Scottish"); n == nil || n.Region == nil || n.Region.Name != "Scotland" || n.Region.Country != "GB" {
		t.Errorf("Scottish is %+v, want what is of Scotland in GB", n)
	}
	if n := Lookup("Kurds"); n == nil || !n.Folk || n.Demonym != nil {
		t.Errorf("Kurds are %+v, want a people of no one country", n)
	}
}

func TestPlacesLieInCountries(t *testing.T) {
	for _, row := range rows("places.tsv") {
		if row[2] != "" && CountryByCode(row[2]) == nil {
			t.Errorf("%s lies in %q, which is no country", row[0], row[2])
		}
	}
}

func TestVerbs(t *testing.T) {
	for _, test := range []struct {
		word, lemma string
		form        Form
	}{
		{"said", "say", Past | Participle},
		{"says", "say", Third},
		{"wrote", "write", Past},
		{"written", "write", Participle},
		{"denies", "deny", Third},
		{"stressing", "stress", Ing},
		{"announced", "announce", Past | Participle},
		{"added", "add", Past | Participle},
	} {
		forms := Verbs(test.word)
		if len(forms) == 0 || forms[0].Lemma != test.lemma || forms[0].Form != test.form {
			t.Errorf("Verbs(%q) = %v, want %s in form %b", test.word, forms, test.lemma, test.form)
		}
	}
}

func TestEventTable(t *testing.T) {
	types := setOf(strings.Fields("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT OTHER NONE"))
	sets := map[string]bool{}
	for _, row := range rows("event_triggers.tsv") {
		if row[0] == "set" {
			sets[row[1]] = true
		}
		if (row[0] == "verb" || row[0] == "noun") && (!types[row[1]] || len(row[3]) != 2) {
			t.Errorf("%s %s %s: not a type of PLOVER with a root of CAMEO", row[0], row[1], row[3])
		}
	}
	for _, frames := range eventsOnce().verbs {
		for _, f := range frames {
			if f.Set != "" && !sets[f.Set] {
				t.Errorf("%v: the table has no set %q", f.Words, f.Set)
			}
		}
	}
}

func TestFrames(t *testing.T) {
	for _, c := range []struct{ verb, set, want string }{
		{"lift", "blockade", "RETREAT"}, {"lift", "restraint", "CONCEDE"}, {"hold", "talk", "CONSULT"}, {"meet", "", "CONSULT"},
	} {
		i := slices.IndexFunc(VerbFrames(c.verb), func(f *Frame) bool { return f.Set == c.set && len(f.Words) == 1 })
		if i < 0 || VerbFrames(c.verb)[i].Type != c.want {
			t.Errorf("VerbFrames(%q) with an object of set %q: want %s", c.verb, c.set, c.want)
		}
	}
	if f := NounFrames("strike")[0]; len(f.Words) != 2 {
		t.Errorf("NounFrames(strike): the first is %v, want one of two words before the word alone", f.Words)
	}
}

func TestLookupDoesNotAllocate(t *testing.T) {
	Load()
	text := "the Black Sea and Lima"
	if n := testing.AllocsPerRun(100, func() {
		Lookup(text[4:13])
		GivenName(text[18:])
		Verbs("said")
		Longest("Black")
	}); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

// A word has one stance, and the verbs of the other table have theirs there.
func TestStances(t *testing.T) {
	for word, want := range map[string]string{"admission": "admitted", "afraid": "feared", "lambast": "criticized", "insistence": "emphasized"} {
		if got, _, ok := StanceOf(word); !ok || got != want {
			t.Errorf("StanceOf(%q) = %q, %v, want %q", word, got, ok, want)
		}
	}
	seen := make(map[string]string)
	for _, row := range rows("stances.tsv") {
		for word := range strings.FieldsSeq(row[2]) {
			if seen[word] != "" {
				t.Errorf("%q is %q and %q", word, seen[word], row[0])
			}
			seen[word] = row[0]
			if slices.ContainsFunc(Verbs(word), func(v VerbForm) bool { return v.Lemma == word && v.Particle == "" }) {
				t.Errorf("%q is %q, and a reporting verb", word, row[0])
			}
		}
	}
}
