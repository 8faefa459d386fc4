package extract

import (
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// isState reports whether "Georgia" is the American state here: it stands behind a city or
// "the state of", or the text speaks of the state's cities and never of the country's.
func (r *reading) isState(m *mention) bool {
	if r.text(m.Range) != "Georgia" {
		return false
	}
	k := m.span.Start - 1
	if r.word(k) == "," {
		switch in := r.placeEnding(k); {
		case in == "GE":
			return false
		case in == "US":
			return true
		}
		return !r.scene.countries["GE"]
	}
	if r.word(k) == "of" && r.lower(k-1) == "state" {
		return true
	}
	return r.scene.georgiaUS && !r.scene.countries["GE"]
}

// placeEnding returns the country, by the gazetteer, of the place whose name ends before
// token end; "" if it knows none.
func (r *reading) placeEnding(end int) string {
	if n, ok := r.nameOver(end - 1); ok && n.End == end {
		if x := lexicon.Lookup(r.SpanText(n.Span)); x != nil && x.Place != nil {
			return x.Place.Country
		}
	}
	return ""
}

// nameOver returns the name that covers token i.
func (r *reading) nameOver(i int) (nlp.Name, bool) {
	k, _ := slices.BinarySearchFunc(r.Names, i, func(n nlp.Name, at int) int { return n.End - 1 - at })
	if k < len(r.Names) && r.Names[k].Start <= i {
		return r.Names[k], true
	}
	return nlp.Name{}, false
}

// A scene is what the names of an article say of where it plays, for names that mean
// several things: countries by their codes, and what is not of a country.
type scene struct {
	countries map[string]bool
	georgiaUS bool // a city of the American state
	union     bool // the European Union or its Commission
}

// sceneOf reads the names. "Congo", "Congolese" and "Georgia" themselves say nothing.
func (r *reading) sceneOf() scene {
	s := scene{countries: make(map[string]bool)}
	for _, n := range r.Names {
		text := r.SpanText(n.Span)
		s.georgiaUS = s.georgiaUS || citiesOfGeorgiaUS[text]
		s.union = s.union || strings.HasPrefix(text, "European Commission") || strings.HasPrefix(text, "EU ")
		x := lexicon.Lookup(text)
		if x == nil || text == "Congo" || text == "Congolese" || text == "Georgia" {
			continue
		}
		s.union = s.union || x.Org != nil && x.Org.Name == "European Union"
		switch {
		case x.Country != nil:
			s.countries[x.Country.Alpha2] = true
		case x.Demonym != nil:
			s.countries[x.Demonym.Alpha2] = true
		case x.Place != nil && text != "Brussels":
			s.countries[x.Place.Country] = true
		}
	}
	return s
}

var citiesOfGeorgiaUS = wordSet("Atlanta Savannah Augusta Macon Marietta Ga.")

// congo returns which of two states "Congo" is: the Democratic Republic, as news agencies
// write, unless the text speaks of the other one alone. Other names keep their country.
func (r *reading) congo(m *mention, iso string) string {
	if text := r.text(m.Range); text != "Congo" && text != "Congolese" {
		return iso
	}
	if in := r.placeEnding(m.span.Start - 1); r.word(m.span.Start-1) == "," && (in == "CG" || in == "CD") {
		return in
	}
	if r.scene.countries["CG"] && !r.scene.countries["CD"] {
		return "CG"
	}
	return "CD"
}

// isRiver reports whether a country's name means the river here: "along the Congo", "the
// Niger rose". No article stands before the country.
func (r *reading) isRiver(m *mention) bool {
	if text := r.text(m.Range); text != "Congo" && text != "Niger" && text != "Jordan" || r.lower(m.span.Start-1) != "the" {
		return false
	}
	switch r.lower(m.span.Start - 2) {
	case "along", "down", "up", "across":
		return true
	}
	switch r.lemma(m.span.End) {
	case "flow", "rise", "flood", "run", "swell":
		return true
	}
	return false
}

// isLanguage reports whether an adjective of a country or region stands for a language:
// "in English and French", "Welsh-speaking".
func (r *reading) isLanguage(m *mention) bool {
	i, next := m.span.Start, m.span.End
	if n := m.name; n.Demonym == nil && n.Region == nil || next != i+1 || n.Place != nil || n.Country != nil {
		return false
	}
	if r.word(next) == "-" && (r.lower(next+1) == "language" || r.lower(next+1) == "speaking") || r.lower(next) == "language" || r.lower(next) == "translation" {
		return true
	}
	for range languageReach {
		if k := r.SentenceOf(i); k < 0 || r.rel(i) != nlp.RelConj || r.headOf(i) >= i {
			break
		}
		i = r.headOf(i)
	}
	for n := 0; n < 2*languageReach && (r.word(next) == "," || r.lower(next) == "and" || r.lower(next) == "or") && r.adjectiveOfName(next+1); n++ {
		next += 2 // "in Chadian and Peruvian waters"
	}
	if next < len(r.Tokens) && (isNoun(r.Tokens[next].XPOS) || r.tag(next) == nlp.TagNNS || r.Tokens[next].UPOS == nlp.PosAdj) {
		return false
	}
	if w := r.lower(i - 1); w == "in" || w == "into" {
		return true
	}
	switch r.lemma(i - 1) {
	case "speak", "learn", "teach", "fluent":
		return true
	}
	return false
}

// adjectiveOfName reports whether the adjective of a country or region stands at token i.
func (r *reading) adjectiveOfName(i int) bool {
	n := lexicon.Lookup(r.word(i))
	return n != nil && (n.Demonym != nil || n.Region != nil)
}

// languageReach is the number of languages in a list.
const languageReach = 5

// isNative reports whether "Indian" is of the peoples of America here.
func (r *reading) isNative(m *mention) bool {
	if r.text(m.Range) != "Indian" {
		return false
	}
	switch r.lemma(m.span.End) {
	case "tribe", "reservation":
		return true
	}
	return r.lower(m.span.End) == "tribal"
}

// seat decides what a capital or a seat of government stands for: the government that
// acts (the country, as a metonym) or a place. "Lima rejected the offer" is the
// country, "in Lima" the place. Brussels that acts is the European Union, unless the text
// speaks of Belgium and not of the Union.
func (r *reading) seat(m *mention) {
	c := m.name.Capital
	palace := c == nil
	if palace {
		c = m.name.Seat
	}
	if m.name.Country != nil || r.isLocation(m, palace) {
		m.typ, m.by = place, "seat-place/1"
		return
	}
	if r.text(m.Range) == "Brussels" && (r.scene.union || !r.scene.countries["BE"]) {
		m.typ, m.kind, m.by, m.name = organization, "metonym", "seat-metonym/1", lexicon.Lookup("European Union")
		return
	}
	m.typ, m.kind, m.iso, m.by = country, "metonym", c.Alpha2, "seat-metonym/1"
}

// isLocation reports whether a seat of government is a place here. A palace is the
// government unless something is in it; a capital is a place unless it acts or is
// acted on.
func (r *reading) isLocation(m *mention, palace bool) bool {
	i := m.span.Start - 1
	if r.word(i) == "the" || r.word(i) == "The" {
		i--
	}
	before, next := r.lower(i), r.word(m.span.End)
	switch before {
	case "in", "at", "near", "around", "outside", "inside", "through", "across", "into", "central", "downtown",
		"eastern", "western", "northern", "southern", "greater", "nearby", "down", "along", "beyond":
		return true
	}
	if palace {
		return false
	}
	if before == "to" {
		return r.movesBefore(i)
	}
	if next == "," && r.apposedSubject(m) {
		return false
	}
	if r.isTown(m) || next == "," && r.countryAt(m.span.End+1) || before == "from" && r.comesFrom(m) {
		return true
	}
	switch {
	case r.Tokens[m.span.Start].Start == 0 && !r.actsAt(m.span.End), before == "visit", before == "visited", before == "leave", before == "left", before == "reached", before == "entered":
		return true
	case next == "—" || next == "–" || next == "/" || next == "(":
		return true
	case before == "/":
		return true
	case next == "," && before != "and" && !metonymBefore[before]:
		return true
	case isPossessive(next), metonymBefore[before], next == "-", before == "-":
		return false
	}
	starts := r.Sentences[r.SentenceOf(m.span.Start)].Start == m.span.Start
	return !r.actsAt(m.span.End) && !r.verbBefore(i) && !(starts && next == "and")
}

// apposedSubject reports whether a seat of government does something that governments do,
// with what it is to others in between: "Lima, Chad's old ally, blamed the rebels".
func (r *reading) apposedSubject(m *mention) bool {
	top := r.topOf(m.span)
	a, v := r.child(top, nlp.RelAppos), r.headOf(top)
	if r.rel(top) != nlp.RelNsubj || a < 0 || townNouns[r.lemma(a)] || r.tag(a) == nlp.TagNNP || !r.tag(v).IsVerb() {
		return false
	}
	for _, f := range lexicon.VerbFrames(r.lemma(v)) {
		if len(f.Words) == 1 && f.Set == "" && f.Mode != "visit" && f.Type != "OTHER" {
			return true
		}
	}
	return false
}

// countryAt reports whether the name of a country starts at token i.
func (r *reading) countryAt(i int) bool {
	n, ok := r.nameOver(i)
	x := lexicon.Lookup(r.SpanText(n.Span))
	return ok && n.Start == i && x != nil && x.Country != nil
}

// comesFrom reports whether it is a person who is from there: "a teacher from Lima".
func (r *reading) comesFrom(m *mention) bool {
	_, ok := personNoun(r.lemma(r.headOf(r.topOf(m.span))))
	return ok
}

// isTown reports whether what a capital's name stands with is said of towns: "Lima's
// mayor", "Lima-based", "Lima is a city".
func (r *reading) isTown(m *mention) bool {
	e := m.span.End
	if r.word(e) == "-" {
		return r.lower(e+1) == "based" || r.lower(e+1) == "born" || r.lower(e+1) == "area"
	}
	top := r.topOf(m.span)
	switch r.rel(top) {
	case nlp.RelNmod, nlp.RelCompound, nlp.RelNsubj:
		return townNouns[r.lemma(r.headOf(top))]
	}
	return false
}

// townNouns are what towns have, or are.
var townNouns = wordSet(`city town capital mayor street airport museum resident suburb outskirt outskirts district neighborhood neighbourhood metro subway square
	university hospital population downtown center centre attack bombing marathon station zoo`)

// metonymBefore are words after which a capital is a party, not a place.
var metonymBefore = map[string]bool{"with": true, "against": true, "by": true, "towards": true, "toward": true, "between": true,
	"pressure": true, "pressured": true, "accused": true, "urged": true, "told": true, "warned": true, "gave": true, "that": true, "from": true, "on": true}

// movesBefore reports whether a word of travel stands shortly before token i: "a trip to Lima".
func (r *reading) movesBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if motion[r.lemma(k)] {
			return true
		}
	}
	return motion[r.lemma(r.headOf(r.headOf(i)))]
}

var motion = wordSet("travel go visit trip fly flight come return bring arrive move send tour journey road drive march flee evacuate invite")

// actsAt reports whether what stands at token i is a verb whose subject came before:
// an auxiliary, or a word that looks like a finite verb.
func (r *reading) actsAt(i int) bool {
	subject, perfect := i-1, false
	for r.lower(i) == "also" || r.lower(i) == "has" || r.lower(i) == "have" || r.lower(i) == "had" || r.tag(i) == nlp.TagRB {
		perfect = perfect || r.tag(i) != nlp.TagRB
		i++
	}
	w := r.word(i)
	if t := r.tag(i); perfect && t == nlp.TagVBN {
		return true
	}
	if t := r.tag(i); (t == nlp.TagVBZ || t == nlp.TagVBD) && r.rel(subject) == nlp.RelNsubj && r.headOf(subject) == i && !ofTowns[r.lemma(i)] && !perfect {
		return true
	}
	if auxiliaries[w] {
		return true
	}
	if isNoun(r.tag(i)) || r.tag(i) == nlp.TagNNS {
		return false
	}
	for _, v := range lexicon.Verbs(w) {
		if v.Form&(lexicon.Past|lexicon.Third|lexicon.Participle) != 0 {
			return true
		}
	}
	if t := r.tag(i); (t == nlp.TagVBD || t == nlp.TagVBZ || t == nlp.TagVBN) && len(lexicon.VerbFrames(r.lemma(i))) > 0 {
		return true
	}
	return isLower(w) && len(w) > 4 && (w[len(w)-2:] == "ed" || w[len(w)-1] == 's' && w[len(w)-2] != 's' && !lexicon.IsCommon(w))
}

// verbBefore reports whether token i looks like a verb that takes the name after it as
// its object.
func (r *reading) verbBefore(i int) bool {
	if !r.tag(i).IsVerb() {
		return false
	}
	for _, f := range lexicon.VerbFrames(r.lemma(i)) {
		if len(f.Words) == 1 && f.Set == "" && f.Type != "CONSULT" {
			return true
		}
	}
	return touches[r.lemma(i)]
}

var auxiliaries = map[string]bool{"is": true, "was": true, "are": true, "were": true, "has": true, "have": true, "had": true, "will": true, "would": true,
	"should": true, "could": true, "can": true, "may": true, "might": true, "must": true, "does": true, "did": true, "do": true, "sees": true, "wants": true}

// ofTowns are verbs of which a town is the subject as a place.
var ofTowns = wordSet("lie sit stand host boast wake sleep bask freeze flood shake see stretch sprawl grow shrink empty fill fall have welcome experience record register become remain mean")

// touches are verbs whose object is a party, not a place.
var touches = wordSet("cost help hurt benefit embarrass anger irritate infuriate reassure convince persuade pressure press push force compel")

func adverb(w string) bool { return len(w) > 4 && w[len(w)-2:] == "ly" }
