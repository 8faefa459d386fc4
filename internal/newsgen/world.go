package newsgen

import (
	"math/rand/v2"
	"strings"
)

// A world is who and what there is. Everything is named by its index.
type world struct {
	people        []person
	organizations []organization
	places        []place
	outlets       []string
	words         []string

	anyone, anyCountry, anyOrganization, anyPlace, anyOutlet, anyWord zipf
}

type person struct {
	first, last string
	country     int
	employer    int    // an organization
	title       string // held for the country: "energy minister"
}

func (p person) full() string { return p.first + " " + p.last }

type organization struct {
	name, sort string
	country    int // -1: of no country
}

type place struct {
	name    string
	country int
}

type country struct{ iso, name, demonym string }

// countries are real ones, so that lists of countries know them.
var countries = func() []country {
	var all []country
	for _, line := range strings.Split(strings.TrimSpace(countryTable), "\n") {
		f := strings.Split(line, " | ")
		all = append(all, country{f[0], f[1], f[2]})
	}
	return all
}()

const countryTable = `
FR | France | French
KE | Kenya | Kenyan
BR | Brazil | Brazilian
IN | India | Indian
DE | Germany | German
NG | Nigeria | Nigerian
JP | Japan | Japanese
ZA | South Africa | South African
MX | Mexico | Mexican
EG | Egypt | Egyptian
ES | Spain | Spanish
ID | Indonesia | Indonesian
PL | Poland | Polish
AR | Argentina | Argentine
CA | Canada | Canadian
NO | Norway | Norwegian
ET | Ethiopia | Ethiopian
PK | Pakistan | Pakistani
IT | Italy | Italian
VN | Vietnam | Vietnamese
CO | Colombia | Colombian
MA | Morocco | Moroccan
AU | Australia | Australian
SE | Sweden | Swedish
GH | Ghana | Ghanaian
PE | Peru | Peruvian
TH | Thailand | Thai
GR | Greece | Greek
DZ | Algeria | Algerian
CL | Chile | Chilean
NP | Nepal | Nepalese
FI | Finland | Finnish
SN | Senegal | Senegalese
PT | Portugal | Portuguese
KZ | Kazakhstan | Kazakh
TZ | Tanzania | Tanzanian
DK | Denmark | Danish
EC | Ecuador | Ecuadorian
LK | Sri Lanka | Sri Lankan
AT | Austria | Austrian
UG | Uganda | Ugandan
HU | Hungary | Hungarian
BO | Bolivia | Bolivian
MY | Malaysia | Malaysian
ZM | Zambia | Zambian
BE | Belgium | Belgian
UY | Uruguay | Uruguayan
MN | Mongolia | Mongolian
MZ | Mozambique | Mozambican
IE | Ireland | Irish
RW | Rwanda | Rwandan
BG | Bulgaria | Bulgarian
PY | Paraguay | Paraguayan
LA | Laos | Laotian
ML | Mali | Malian
RO | Romania | Romanian
CR | Costa Rica | Costa Rican
EE | Estonia | Estonian
NA | Namibia | Namibian
NZ | New Zealand | New Zealander
IS | Iceland | Icelandic
MT | Malta | Maltese
BW | Botswana | Botswanan
FJ | Fiji | Fijian`

var titles = strings.Split("energy minister,foreign minister,president,trade minister,finance minister,"+
	"prime minister,water minister,ambassador,health minister,chief prosecutor", ",")

// worldwide organizations are real and belong to no country.
var worldwide = strings.Split("United Nations,African Union,European Union,World Bank,World Health Organization,"+
	"International Monetary Fund,Arab League,World Trade Organization", ",")

func newWorld(r *rand.Rand, o Options) world {
	w := world{
		words:           newVocabulary(r, o.Vocabulary),
		anyone:          newZipf(o.People),
		anyCountry:      newZipf(len(countries)),
		anyOrganization: newZipf(o.Organizations),
		anyPlace:        newZipf(o.Places),
		anyOutlet:       newZipf(o.Outlets),
		anyWord:         newZipf(o.Vocabulary),
	}
	w.addOrganizations(r, o.Organizations)
	w.addPeople(r, o.People)
	for _, n := range names(r, o.Places, 2) {
		w.places = append(w.places, place{n, w.anyCountry.draw(r)})
	}
	for _, n := range names(r, o.Outlets, 2) {
		w.outlets = append(w.outlets, n+" "+pick(r, []string{"Gazette", "Courier", "Wire", "Observer"}))
	}
	return w
}

func (w *world) addOrganizations(r *rand.Rand, n int) {
	for i, name := range names(r, n, 2) {
		c := w.anyCountry.draw(r)
		switch {
		case i < len(worldwide):
			w.organizations = append(w.organizations, organization{worldwide[i], "intergovernmental", -1})
		case chance(r, 3):
			w.organizations = append(w.organizations, organization{name + " Foundation", "foundation", c})
		case chance(r, 2):
			w.organizations = append(w.organizations, organization{name + " Workers Union", "union", c})
		default:
			w.organizations = append(w.organizations, organization{name + " Group", "company", c})
		}
	}
}

// addPeople adds n people. There are fewer surnames than people, and now and then
// somebody bears the whole name of another.
func (w *world) addPeople(r *rand.Rand, n int) {
	first, last := names(r, 40+n/20, 1), names(r, 1+2*n/3, 2)
	for range n {
		p := person{pick(r, first), pick(r, last), w.anyCountry.draw(r), r.IntN(len(w.organizations)), pick(r, titles)}
		if len(w.people) > 0 && chance(r, 60) {
			twin := pick(r, w.people)
			p.first, p.last = twin.first, twin.last
		}
		w.people = append(w.people, p)
	}
}
