package extract

import "testing"

// TestCountriesByContext tells what the names of countries and seats stand for.
func TestCountriesByContext(t *testing.T) {
	for _, test := range []struct{ text, name, want string }{
		// A person's name, a state of America, or the country.
		{"Judge Jordan Bell left. Jordan closed its border.", "Jordan", "Country: Jordan"},
		{"The bus stopped in Atlanta, Georgia, at noon.", "Georgia", "Place: Georgia"},
		{"Georgia closed its border with Turkey.", "Georgia", "Country: Georgia"},
		{"Chad Okoye left.", "Chad Okoye", "Person: Chad Okoye"},
		// "us" is no country, "US" is one.
		{"They told us to leave. The US agreed.", "United States", "Country: US"},
		// Historic states are kept apart.
		{"The Soviet Union built it and Russia sold it.", "Soviet Union", "Country: Soviet Union"},
		// Peoples are not persons.
		{"The Kurds and the Americans agreed.", "United States", "Country: Americans"},
		// One body under its name and its acronym.
		{"The United Nations met. The UN agreed.", "United Nations", "Organization: United Nations, UN"},
		// A seat that acts is the country, one that something is in is a place.
		{"The Kremlin rejected the offer.", "Russia", "Country: Kremlin"},
		{"They met in the White House.", "White House", "Place: White House"},
		{"Talks failed. Lima rejected the offer.", "Peru", "Country: Lima"},
		{"They met in Lima.", "Lima", "Place: Lima"},
		// The longer name wins.
		{"Guinea-Bissau and Papua New Guinea agreed.", "Papua New Guinea", "Country: Papua New Guinea"},
		{"South Korea and North Korea agreed.", "North Korea", "Country: North Korea"},
		{"Niger and Nigeria agreed.", "Niger", "Country: Niger"},
	} {
		if got := entitiesOf(t, test.text, "")[test.name]; got != test.want {
			t.Errorf("%s\n got %q\nwant %q in %v", test.text, got, test.want, entitiesOf(t, test.text, ""))
		}
	}
}
