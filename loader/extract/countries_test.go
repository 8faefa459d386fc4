package extract

import "testing"

// TestCountriesByContext tells what the names of countries and seats stand for.
func TestCountriesByContext(t *testing.T) {
	for _, test := range []struct{ text, name, want string }{
		// A person's name, a state of America, or the country.
		{"Judge Jordan Bell left. Jordan closed its border.", "Jordan", "Country: Jordan"},
		{"The bus stopped in Atlanta, Georgia, at noon.", "Georgia", "Place: Georgia"},
		{"Georgia closed its border with Turkey.", "Georgia", "Country: Georgia"},
		{"The bus stopped in Batumi, Georgia, at noon.", "Georgia", "Country: Georgia"},
		{"A court in Atlanta ruled. Georgia appealed.", "Georgia", "Place: Georgia"},
		// Two states are called Congo, and a river.
		{"Congo closed its border. It was quiet in Goma.", "Democratic Republic of the Congo", "Country: Congo"},
		{"The port of Pointe-Noire closed, officials in Brazzaville said. Congo sells oil.", "Congo", "Country: Congo"},
		{"In Brazzaville, Congo, it rained. Fighting went on near Kinshasa.", "Congo", "Country: Congo"},
		{"They sailed along the Congo.", "Congo", "Place: Congo"},
		{"The Congo River rose.", "Congo River", "Place: Congo River"},
		{"Chad Okoye left.", "Chad Okoye", "Person: Chad Okoye"},
		// Parts of countries have adjectives; peoples of no one country are none.
		{"The Scottish parliament met Welsh farmers.", "Scotland", "Place: Scottish"},
		{"Catalans and Kurds marched.", "Catalonia", "Place: Catalans"},
		{"American Indian tribes sued, and so did an Indian tribe.", "India", ""},
		{"American Indian tribes sued, and so did an Indian tribe.", "United States", ""},
		{"They sailed the Indian Ocean.", "India", ""},
		{"Indian officials agreed.", "India", "Country: Indian"},
		// A language is no country.
		{"She writes in Chadian, Spanish and German.", "Spain", ""},
		{"They fish in Spanish and German waters.", "Spain", "Country: Spanish"},
		{"It is a French-speaking region.", "France", ""},
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
		{"Downing Street said it would wait.", "United Kingdom", "Country: Downing Street"},
		{"They marched down Downing Street, and met in Downing Street.", "Downing Street", "Place: Downing Street, Downing Street"},
		{"A teacher from Lima and the Lima-based firm agreed.", "Lima", "Place: Lima, Lima"},
		{"A bomb went off in eastern Lima.", "Lima", "Place: Lima"},
		{"The demand from Lima came late.", "Peru", "Country: Lima"},
		// Brussels is the Union, unless the text speaks of Belgium alone.
		{"Then Brussels warned Chad.", "European Union", "Organization: Brussels"},
		{"Belgium was told. Then Brussels warned Chad.", "Belgium", "Country: Belgium, Brussels"},
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
