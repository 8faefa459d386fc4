// Package lexicon holds the word lists of the loader: the countries of ISO 3166 with
// their names, demonyms, capitals and seats of government; large cities, states and
// seas; peoples; organizations of the world; titles and offices; given names; verbs that report
// speech; words that tell of events; and the common words that a capital letter does
// not make a name.
//
// Each list is a table of tab-separated values beside this file, with a line on its
// source and a header. Tables are read when first asked for. The types to know are
// Name, which says what a capitalised name may stand for, and Verb.
//
// Lists are of closed classes and of the world; they hold no people, no outlets and
// nothing of the news.
package lexicon

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

// GazetteerVersion names the tables of countries and places as the ground of a claim:
// where a city lies, what a country is called.
const GazetteerVersion = "gazetteer/1"

//go:embed *.tsv
var tables embed.FS

// A Country is a country of ISO 3166-1, or a former one of ISO 3166-3. Kosovo has the
// user-assigned code XK.
type Country struct {
	Alpha2, Alpha3, Numeric string
	Former                  bool
	Name, Official          string
	Other                   []string // further names in use: "Britain", "UK"
	Adjectives              []string // "British"
	People                  []string // "Briton", "Britons"
	Capitals                []string // the first is the canonical name
	Seats                   []string // what stands for the government: "Downing Street"
}

// A Place is a city, a part of a country, a region of the world or a sea.
type Place struct {
	Name    string
	Sort    string // city, state, region, continent, sea
	Country string // alpha-2; "" if it lies in none or in several
}

// An Organization is one of the world: a union of states, a body of the United
// Nations, an organ of a state.
type Organization struct {
	Name    string
	Sort    string // alliance, union, international, government, party, armed group, platform, bloc
	Country string // alpha-2 of the state that it is an organ of; "" for most
}

// A Name says what a capitalised name may stand for; more than one field may be set
// ("Washington" is a capital and a state, "Luxembourg" a country and its capital).
type Name struct {
	Country *Country      // the country of that name
	Demonym *Country      // the country whose people or things are called so: "Chadian"
	Region  *Place        // the part of a country whose people or things are called so: "Scottish"
	Folk    bool          // a people that is of no one country: "Kurds", "Native Americans"
	People  bool          // the demonym can be a noun: "Chadians", "the French"
	Capital *Country      // the country whose capital it is
	Seat    *Country      // the country whose seat of government it is: "the Kremlin"
	Place   *Place        //
	Org     *Organization //
}

// A gazetteer is the names of countries, places and organizations in one index.
type gazetteer struct {
	countries []*Country
	byCode    map[string]*Country
	names     map[string]*Name
	longest   map[string]int // first word → bytes of the longest name that starts with it
}

var gazetteerOnce = sync.OnceValue(readGazetteer)

// Load reads every table, so that the first article does not wait for it.
func Load() {
	gazetteerOnce()
	titlesOnce()
	givenOnce()
	headsOnce()
	modifiersOnce()
	commonOnce()
	verbsOnce()
	stancesOnce()
	eventsOnce()
}

// Lookup returns what a name stands for, or nil. It minds case: "US" is a country, "us" is not.
func Lookup(name string) *Name { return gazetteerOnce().names[name] }

// Longest returns the length in bytes of the longest known name whose first word is
// word; 0 if none starts so.
func Longest(word string) int { return gazetteerOnce().longest[word] }

// CountryByCode returns the country of an alpha-2 code, or nil.
func CountryByCode(alpha2 string) *Country { return gazetteerOnce().byCode[alpha2] }

// Countries returns every country, in the order of their table.
func Countries() []*Country { return gazetteerOnce().countries }

func readGazetteer() *gazetteer {
	g := &gazetteer{byCode: make(map[string]*Country), names: make(map[string]*Name), longest: make(map[string]int)}
	for _, row := range rows("countries.tsv") {
		c := &Country{Alpha2: row[0], Alpha3: row[1], Numeric: row[2], Former: row[3] == "former", Name: row[4], Official: row[5],
			Other: list(row[6]), Adjectives: list(row[7]), People: list(row[8]), Capitals: list(row[9]), Seats: list(row[10])}
		g.countries = append(g.countries, c)
		g.byCode[c.Alpha2] = c
		g.addCountry(c)
	}
	for _, row := range rows("places.tsv") {
		p := &Place{Name: row[0], Sort: row[1], Country: row[2]}
		for _, name := range append(list(row[3]), p.Name) {
			if n := g.name(name); n.Place == nil {
				n.Place = p
			}
		}
		for _, name := range list(row[4]) {
			g.name(name).Region = p
		}
	}
	for _, row := range rows("peoples.tsv") {
		g.name(row[0]).Folk = true
	}
	for _, row := range rows("organizations.tsv") {
		o := &Organization{Name: row[0], Sort: row[1], Country: row[2]}
		for _, name := range append(list(row[3]), o.Name) {
			g.name(name).Org = o
		}
	}
	return g
}

func (g *gazetteer) addCountry(c *Country) {
	for _, name := range append([]string{c.Name, c.Official}, c.Other...) {
		if name != "" {
			g.name(name).Country = c
		}
	}
	for _, name := range c.Adjectives {
		if n := g.name(name); n.Country == nil {
			n.Demonym = c
		}
	}
	for _, name := range c.People {
		if n := g.name(name); n.Country == nil {
			n.Demonym, n.People = c, true
		}
	}
	for _, name := range c.Seats {
		g.name(name).Seat = c
	}
	for _, name := range c.Capitals {
		n := g.name(name)
		n.Capital = c
		n.Place = &Place{Name: c.Capitals[0], Sort: "city", Country: c.Alpha2}
	}
}

// name returns the entry of a name, new if need be, without the article before it.
func (g *gazetteer) name(name string) *Name {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	n := g.names[name]
	if n == nil {
		n = &Name{}
		g.names[name] = n
	}
	first, _, _ := strings.Cut(name, " ")
	if cut := strings.IndexAny(first, "-'’"); cut > 0 {
		g.longest[first[:cut]] = max(g.longest[first[:cut]], len(name))
	}
	g.longest[first] = max(g.longest[first], len(name))
	return n
}

// rows reads a table: the fields of each line after the lines on its source and the header.
func rows(table string) [][]string {
	data, err := tables.ReadFile(table)
	if err != nil {
		panic(fmt.Sprintf("lexicon: the embedded table %s: %v", table, err))
	}
	var all [][]string
	width := 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, "\t")
		if width == 0 {
			width = len(row)
			continue
		}
		if len(row) != width {
			panic(fmt.Sprintf("lexicon: the embedded table %s: %d fields, want %d: %q", table, len(row), width, line))
		}
		all = append(all, row)
	}
	return all
}

func list(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, "|")
}
