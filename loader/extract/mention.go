package extract

import (
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// The types of entities, as a Document writes them.
const (
	person       = "Person"
	country      = "Country"
	organization = "Organization"
	place        = "Place"
)

// findMentions turns the names of the text into mentions of people, countries,
// organizations and places.
func findMentions(r *reading) {
	surnames, companies := r.surnames(), r.companies()
	called := r.calledLikePlaces()
	r.findAliases()
	r.scene = r.sceneOf()
	for _, n := range r.Names {
		if n.Start >= n.End || r.skipped(r.Bytes(n.Span)) {
			continue
		}
		if n.Type != nlp.PersonName && n.End-n.Start == 1 && (surnames[r.Word(n.Start)] || called[r.Word(n.Start)]) && !r.whereabouts(n.Start) {
			n.Type = nlp.PersonName // "Jordan said", after "Ada Jordan"
		}
		if w := r.Word(n.Start); n.End-n.Start == 1 && companies[w] && !surnames[w] {
			n.Type = nlp.OrganizationName // "Varnholm fell", after "Varnholm A/S"
		}
		if of, ok := r.aliases[r.SpanText(n.Span)]; ok {
			n.Type = of.Type
		}
		r.mention(n)
	}
	r.platforms()
	r.prefixed()
	r.administrations()
	r.ownOutlet()
	r.clubs()
	r.indexMentions()
}

// findAliases notes the other names that the text gives somebody or something: "Ada Okoye,
// also known as Lanterna,".
func (r *reading) findAliases() {
	starts := make(map[int]nlp.Name)
	for _, n := range r.Names {
		starts[n.Start] = n
	}
	for _, n := range slices.Clone(r.Names) {
		if n.Type == nlp.OrganizationName {
			r.acronymAfter(n, starts)
		}
		k := r.knownAs(n.End)
		if k < 0 || n.Type != nlp.PersonName && n.Type != nlp.OrganizationName || !r.sameSentence(n.Start, k) {
			continue
		}
		x, found := starts[k]
		quoted := false
		if !found {
			x, quoted = r.quotedName(k)
		}
		text := r.SpanText(x.Span)
		if !found && !quoted || lexicon.Lookup(text) != nil || text == r.SpanText(n.Span) {
			continue
		}
		if quoted {
			r.Names = append(r.Names, x)
		}
		r.addAlias(text, n)
	}
	slices.SortStableFunc(r.Names, func(a, b nlp.Name) int { return a.Start - b.Start })
}

func (r *reading) addAlias(text string, of nlp.Name) {
	if r.aliases == nil {
		r.aliases = make(map[string]nlp.Name)
	}
	if _, ok := r.aliases[text]; !ok {
		r.aliases[text] = of
	}
}

// acronymAfter notes the acronym that the text introduces in brackets behind the name of an
// organization: "Lake Chad Basin Commission (LCBC)". Whatever the lexicon knows by it, here
// it stands for that name if it is made of its letters.
func (r *reading) acronymAfter(n nlp.Name, starts map[int]nlp.Name) {
	i := n.End + 1
	w := r.word(i)
	if r.word(n.End) != "(" || r.word(i+1) != ")" || len(w) < 2 || strings.ToUpper(w) != w || !isUpperWord(w) {
		return
	}
	known := lexicon.Lookup(w)
	if known != nil && (known.Org == nil || !r.abbreviates(w, n.Span) || lexicon.Lookup(r.SpanText(n.Span)) != nil) {
		return
	}
	if _, ok := starts[i]; !ok {
		r.Names = append(r.Names, nlp.Name{Span: nlp.Span{Start: i, End: i + 1}, Type: nlp.OrganizationName})
	}
	r.addAlias(w, n)
}

// abbreviates reports whether the letters of an acronym begin words of a name, in their order.
func (r *reading) abbreviates(acronym string, s nlp.Span) bool {
	k := 0
	for i := s.Start; i < s.End && k < len(acronym); i++ {
		if w := r.Word(i); w[0] == acronym[k] {
			k++
		}
	}
	return k == len(acronym)
}

// quotedName returns the name in quotation marks that starts at token i: “Lanterna”.
func (r *reading) quotedName(i int) (nlp.Name, bool) {
	if w := r.word(i - 1); i < 1 || w != "“" && w != "\"" && w != "‘" {
		return nlp.Name{}, false
	}
	end := i
	for end < len(r.Tokens) && end < i+longAlias && isUpperWord(r.word(end)) {
		end++
	}
	w := r.word(end)
	return nlp.Name{Span: nlp.Span{Start: i, End: end}}, end > i && (w == "”" || w == "\"" || w == "’" || w == ",")
}

// longAlias is the number of words that another name in quotation marks may have.
const longAlias = 4

// knownAs returns where the other name starts that words at token i announce, -1 if none does.
func (r *reading) knownAs(i int) int {
	if w := r.word(i); w == "," || w == "(" {
		i++
	}
	switch r.lower(i) {
	case "aka", "a.k.a.", "a.k.a", "alias", "nicknamed":
	default:
		for n := 0; n < 2 && r.lower(i) != "known"; n++ {
			i++ // "also", "better"
		}
		if r.lower(i) != "known" {
			return -1
		}
		for i++; r.tag(i) == nlp.TagRB && r.lower(i) != "as"; i++ {
		}
		if r.lower(i) != "as" {
			return -1
		}
	}
	for i++; r.word(i) == "“" || r.word(i) == "\"" || r.word(i) == "‘" || r.word(i) == "the"; i++ {
	}
	return i
}

// surnames returns the last words of the full names of people.
func (r *reading) surnames() map[string]bool {
	last := make(map[string]bool)
	for _, n := range r.Names {
		if n.Type == nlp.PersonName && n.End-n.Start > 1 {
			last[r.Word(n.End-1)] = true
		}
	}
	return last
}

// calledLikePlaces returns the names of places by which the text calls people: those that
// stand behind an honorific, "Mr. Jordan", and the first names of people whom it never calls
// by the surname alone, "Milan Kovac", or whom it has speak of themselves, unless they
// are told of as places, too.
func (r *reading) calledLikePlaces() map[string]bool {
	called, told := make(map[string]bool), r.placesTold()
	for _, n := range r.Names {
		first := r.Word(n.Start)
		x := lexicon.Lookup(first)
		if n.Type != nlp.PersonName || x == nil || told.states[first] {
			continue
		}
		if c := countryOf(x); c != nil && len(told.countries[c]) > 1 {
			continue
		}
		t, titled := lexicon.TitleOf(r.word(n.Start - 1))
		if n.End-n.Start == 1 && titled && t.Class == "honorific" || n.End-n.Start > 1 && !told.places[first] && (!told.alone[r.Word(n.End-1)] || told.speaking[first]) {
			called[first] = true
		}
	}
	return called
}

// A placesTold is what the text tells of names that places have.
type placesTold struct {
	alone     map[string]bool                      // names that stand alone
	places    map[string]bool                      // used as places, "in Milan"
	states    map[string]bool                      // used as states, "Chad closed its border"
	speaking  map[string]bool                      // used as people, "Milan said he"
	countries map[*lexicon.Country]map[string]bool // the words that speak of each
}

func (r *reading) placesTold() placesTold {
	t := placesTold{make(map[string]bool), make(map[string]bool), make(map[string]bool), make(map[string]bool), make(map[*lexicon.Country]map[string]bool)}
	for _, n := range r.Names {
		text := r.SpanText(n.Span)
		t.alone[text] = true
		x := lexicon.Lookup(text)
		if x == nil {
			continue
		}
		if c := countryOf(x); c != nil && n.Type != nlp.PersonName {
			if t.countries[c] == nil {
				t.countries[c] = make(map[string]bool)
			}
			t.countries[c][text] = true
		}
		switch r.lower(n.Start - 1) {
		case "in", "near", "around", "outside", "across", "through", "into":
			t.places[text] = true
		}
		for i := n.End; i < n.End+itsReach && !isTerminal(r.word(i)); i++ {
			t.states[text] = t.states[text] || r.lower(i) == "its"
		}
		for i := n.End + 1; x.Country == nil && r.isCue(n.End) && i < n.End+heReach; i++ {
			t.speaking[text] = t.speaking[text] || r.lower(i) == "he" || r.lower(i) == "she"
		}
	}
	return t
}

// In tokens: how far behind a name "its" means that it is no person's, and how far behind a name
// and its verb of speech "he" means that it is one's.
const (
	itsReach = 15
	heReach  = 5
)

// countryOf returns the country that a name of the lexicon is, belongs to, or stands for.
func countryOf(x *lexicon.Name) *lexicon.Country {
	for _, c := range []*lexicon.Country{x.Country, x.Demonym, x.Capital, x.Seat} {
		if c != nil {
			return c
		}
	}
	return nil
}

// companies returns the first words of the names of companies, by which they go too.
func (r *reading) companies() map[string]bool {
	first := make(map[string]bool)
	for _, n := range r.Names {
		w := r.Word(n.Start)
		if n.Type != nlp.OrganizationName || n.End-n.Start < 2 || lexicon.IsCommon(strings.ToLower(w)) || lexicon.Lookup(w) != nil {
			continue
		}
		if h, _ := lexicon.HeadOf(r.Word(n.End - 1)); h.Sort == "company" || isDanishCompany(r.SpanText(n.Span)) {
			if _, given := lexicon.GivenName(w); !given {
				first[w] = true
			}
		}
	}
	return first
}

// isDanishCompany reports whether a name ends in a form of company that is no word.
func isDanishCompany(name string) bool { return strings.HasSuffix(name, " A/S") }

// whereabouts reports whether a preposition of place stands before token i, or the name
// of a place goes on behind it: "in Jordan", "Jordan's capital" is either.
func (r *reading) whereabouts(i int) bool {
	switch r.lower(i - 1) {
	case "in", "at", "near", "from", "to", "around", "outside", "across", "into", "the", "through":
		return true
	case "and", ",":
		if countryNamed(r.word(i - 2)) {
			return true // "Chad and Jordan"
		}
		if w := r.word(i + 1); !isPossessive(w) && (i+1 >= len(r.Tokens) || r.Tokens[i+1].UPOS != nlp.PosVerb && r.Tokens[i+1].UPOS != nlp.PosAux) {
			return true
		}
	}
	if r.lower(i+1) == "and" && countryNamed(r.word(i+2)) {
		return true
	}
	return r.word(i+1) == "," && !personRelatives[r.lower(i+2)] || r.word(i+1) == "-"
}

func countryNamed(w string) bool {
	x := lexicon.Lookup(w)
	return x != nil && x.Country != nil
}

// personRelatives go on with what somebody does or has.
var personRelatives = wordSet("who whose")

// mention adds the mentions of one name.
func (r *reading) mention(n nlp.Name) {
	x := r.Bytes(n.Span)
	known := lexicon.Lookup(r.text(x))
	if _, ok := r.aliases[r.text(x)]; ok {
		known = nil
	}
	m := mention{Range: x, span: n.Span, kind: "name", by: "name/1", name: known}
	switch {
	case n.Type == nlp.PersonName:
		m.typ = person
	case known != nil:
		if !r.known(&m) {
			return
		}
	case n.Type == nlp.PlaceName:
		m.typ = place
	case n.Type == nlp.OrganizationName:
		m.typ = organization
		r.countryInside(n.Span)
	default:
		return
	}
	r.mentions = append(r.mentions, m)
}

// known types a name of the lexicon; false if it is not used as a name here.
func (r *reading) known(m *mention) bool {
	m.by = "gazetteer-name/1"
	switch n := m.name; {
	case n.Folk || r.isLanguage(m) || r.isNative(m):
		return false
	case n.Country != nil && r.isState(m), r.isRiver(m):
		m.typ = place
	case n.Country != nil:
		m.typ, m.iso = country, r.congo(m, n.Country.Alpha2)
		if n.Capital == nil && isAdjectiveHere(r, m, n.Country) {
			m.kind = "demonym"
		}
	case n.Demonym != nil:
		m.typ, m.kind, m.iso = country, "demonym", r.congo(m, n.Demonym.Alpha2)
	case n.Region != nil && n.Place == nil:
		m.typ, m.kind = place, "demonym"
	case n.Seat != nil || n.Capital != nil:
		r.seat(m)
	case n.Org != nil:
		m.typ = organization
		if len(n.Org.Name) == 1 || n.Org.Sort == "bloc" {
			return r.word(m.span.Start-1) == "the" || r.word(m.span.Start-1) == "The"
		}
	default:
		m.typ = place
	}
	return true
}

// isAdjectiveHere reports whether a country's name that is also its adjective stands
// before a noun: "US officials", "the UK government".
func isAdjectiveHere(r *reading, m *mention, c *lexicon.Country) bool {
	name := r.text(m.Range)
	for _, a := range c.Adjectives {
		if a == name {
			next := r.word(m.span.End)
			return next != "" && (isLower(next) || isUpperWord(next)) && !lexicon.IsCommon(strings.ToLower(next))
		}
	}
	return false
}

// countryInside adds the country that an organization's name starts with: "Chadian
// Foreign Ministry" speaks of Chad.
func (r *reading) countryInside(s nlp.Span) {
	w := r.Word(s.Start)
	n := lexicon.Lookup(w)
	if n == nil || s.End-s.Start < 2 {
		return
	}
	m := mention{span: nlp.Span{Start: s.Start, End: s.Start + 1}, typ: country, kind: "demonym", by: "name-part/1", name: n}
	switch {
	case n.Demonym != nil:
		m.iso = n.Demonym.Alpha2
	case n.Country != nil:
		m.iso, m.kind = n.Country.Alpha2, "name"
	default:
		return
	}
	m.Range = r.Bytes(m.span)
	r.mentions = append(r.mentions, m)
}

// platforms adds the networks of one letter that posts are made on: "posted on X".
func (r *reading) platforms() {
	for i := 1; i < len(r.Tokens); i++ {
		if w := r.Word(i); len(w) != 1 || w[0] < 'A' || w[0] > 'Z' || r.Word(i-1) != "on" {
			continue
		}
		n := lexicon.Lookup(r.Word(i))
		s := nlp.Span{Start: i, End: i + 1}
		if n == nil || n.Org == nil || r.skipped(r.Bytes(s)) {
			continue
		}
		r.mentions = append(r.mentions, mention{Range: r.Bytes(s), span: s, typ: organization, kind: "name", by: "platform/1", name: n})
	}
}

// prefixed adds the countries inside words with a prefix: "anti-Chadian", "pro-Kremlin".
func (r *reading) prefixed() {
	for i, t := range r.Tokens {
		w := r.Word(i)
		cut := strings.LastIndexByte(w, '-')
		if cut <= 0 || cut == len(w)-1 || r.skipped(nlp.Range{Start: t.Start, End: t.End}) {
			continue
		}
		n := lexicon.Lookup(w[cut+1:])
		if n, ok := r.nameOver(i); ok && n.Type == nlp.OrganizationName && isUpperWord(w) {
			continue // "Inter-American" in the name of a court
		}
		m := mention{Range: nlp.Range{Start: t.Start + cut + 1, End: t.End}, span: nlp.Span{Start: i, End: i + 1}, typ: country, kind: "demonym", by: "prefixed/1", name: n}
		switch {
		case n == nil:
			continue
		case n.Country != nil:
			m.iso, m.kind = n.Country.Alpha2, "name"
		case n.Demonym != nil:
			m.iso = n.Demonym.Alpha2
		case n.Seat != nil:
			m.iso, m.kind = n.Seat.Alpha2, "metonym"
		default:
			continue
		}
		r.mentions = append(r.mentions, m)
	}
}

// governments are the nouns that make an organization of the country or leader before
// them: "the Chadian government", "the Okoye administration".
var governments = map[string]bool{"government": true, "administration": true, "regime": true}

// administrations adds governments named after a country or a leader.
func (r *reading) administrations() {
	for _, m := range r.mentions {
		next := r.lower(m.span.End)
		if !governments[next] || m.kind == "metonym" || m.typ != person && m.typ != country {
			continue
		}
		s := nlp.Span{Start: m.span.Start, End: m.span.End + 1}
		r.mentions = append(r.mentions, mention{Range: r.Bytes(s), span: s, typ: organization, kind: "name", by: "administration/1"})
	}
}

func isLower(w string) bool {
	return w != "" && (w[0] >= 'a' && w[0] <= 'z' || w[0] >= 0x80)
}

func isUpperWord(w string) bool {
	return w != "" && w[0] >= 'A' && w[0] <= 'Z'
}
