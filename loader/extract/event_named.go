package extract

import (
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// phraseDepth bounds how deep a phrase is searched for the entities that it names.
const phraseDepth = 4

// named returns the entities that the phrase with head i stands for, and those joined
// to it: a name; a pronoun whose person is known; or a noun that acts for a country or
// an organization ("Chadian troops", "leaders of the union").
func (f *eventFinder) named(i, depth int) []participant {
	if depth > phraseDepth {
		return nil
	}
	found := f.one(i, depth)
	for _, k := range f.kids(i) {
		if f.relation(int(k)) == nlp.RelConj || f.relation(int(k)) == nlp.RelFlat && f.otherPerson(i, int(k)) || len(found) > 0 && f.along(int(k)) {
			found = append(found, f.named(int(k), depth+1)...)
		}
	}
	return found
}

// along reports whether token k is joined by "together with", "along with" or "alongside".
func (f *eventFinder) along(k int) bool {
	if f.relation(k).Base() != nlp.RelNmod {
		return false
	}
	c := f.caseOf(k)
	if c != "with" {
		return c == "alongside"
	}
	for j := k - 1; j > 0 && j > k-nearReach; j-- {
		if f.lower(j) == "with" {
			return f.lower(j-1) == "together" || f.lower(j-1) == "along"
		}
	}
	return false
}

// otherPerson reports whether two tokens of what was read as one name are of two people:
// "Ada Okoye and Peruvian President Sven Lind".
func (f *eventFinder) otherPerson(i, k int) bool {
	a, b := f.mentionAt(i), f.mentionAt(k)
	joined := false
	for j := i + 1; j < k; j++ {
		joined = joined || f.lower(j) == "and"
	}
	return joined && a != nil && b != nil && a.typ == person && b.typ == person && a.entity != b.entity
}

func (f *eventFinder) one(i, depth int) []participant {
	if found := f.mentioned(i); len(found) > 0 {
		found = f.widened(found, i)
		if f.mentionAt(i).kind == "demonym" && (f.single(i) || f.lower(f.mentionAt(i).span.Start-1) == "ethnic") {
			found[0].private = true // "another Chadian", "three Serbs"
		}
		return found
	}
	if f.mentionAt(i) != nil {
		return nil // a place
	}
	if m := f.mentionAt(i + 1); m != nil && m.typ == person && m.span.Start == i+1 && (f.described[i] || f.isTitle(i) || f.head(i) == f.head(i+1) && f.relation(i) == f.relation(i+1)) {
		return f.mentioned(i + 1) // "leader Ada Okoye", read as two phrases
	}
	if x := f.bodies[i]; x != nil {
		return []participant{{entity: x, span: nlp.Span{Start: i - 1, End: i + 1}}}
	}
	if f.home != nil && homeBodies[f.lemma(i)] && f.isBody(i) && f.plain(i) {
		return []participant{{entity: f.home, span: nlp.Span{Start: i - 1, End: i + 1}}}
	}
	if found := f.pair(i); len(found) > 0 {
		return found
	}
	if w := f.lower(i); pronouns[w] || pronounGender[w] != lexicon.AnyGender || w == "me" || w == "you" || w == "them" || f.word(i) == "us" {
		return f.pronoun(i, w)
	}
	for a := f.kid(i, nlp.RelAppos); a >= 0; a = f.kid(a, nlp.RelAppos) { // "the envoy, his brother Ada Okoye"
		if m := f.mentionAt(a); m != nil && m.typ == person {
			return f.mentioned(a)
		}
	}
	if found := f.titled(i); len(found) > 0 {
		return found
	}
	if m := f.mentionAt(i + 2); m != nil && m.typ == person && m.span.Start == i+2 && f.word(i+1) == "," && f.counterpart(i) {
		return f.mentioned(i + 2) // "her Chadian counterpart, Ada Okoye", read as two people
	}
	if found := f.officer(i); len(found) > 0 {
		return found
	}
	if h := f.head(i); f.relation(i) == nlp.RelAppos && h >= 0 && f.human(i) { // "Ada Okoye, a baker who was shot"
		if m := f.mentionAt(h); m != nil && (m.typ == person || m.typ == organization) {
			return f.mentioned(h)
		}
	}
	if x := f.namedNext(i); x != nil {
		return []participant{{entity: x, span: nlp.Span{Start: i, End: i + 1}}}
	}
	if !f.acts(i) && !f.counted(i) {
		return nil
	}
	found := f.widened(f.inside(i, depth), i)
	return found
}

func (f *eventFinder) isTitle(i int) bool {
	_, ok := lexicon.TitleOf(f.lower(i))
	return ok
}

// single reports whether a demonym at token i is of one or some of a people: "another
// Chadian", "three Serbs", "the first American".
func (f *eventFinder) single(i int) bool {
	d := f.kid(i, nlp.RelDet)
	if d >= 0 && singles[f.lower(d)] || f.fewOf(i) {
		return true
	}
	w := f.lower(i)
	return d >= 0 && (strings.HasSuffix(w, "an") || strings.HasSuffix(w, "li") || strings.HasSuffix(w, "qi")) && f.relation(i) != nlp.RelAmod && f.relation(i) != nlp.RelCompound
}

var singles = wordSet("a an another one")

// counterpart reports whether token i is a singular noun for one who holds an office.
func (f *eventFinder) counterpart(i int) bool {
	_, title := lexicon.TitleOf(f.lower(i))
	return f.tag(i) == nlp.TagNN && (title || f.lower(i) == "counterpart")
}

// officer returns the person whose name follows the long title that starts at head i, though
// it may hang on the last name of the title: "the head of Lanterna, Ada Okoye".
func (f *eventFinder) officer(i int) []participant {
	_, title := lexicon.TitleOf(f.lower(i))
	if _, long := lexicon.TitleOf(f.compoundLemma(i)); !title && !long {
		return nil
	}
	for _, k := range f.kids(i) {
		if f.relation(int(k)) != nlp.RelNmod {
			continue
		}
		a := int(k)
		if f.caseOf(a) != "" {
			a = f.kid(a, nlp.RelAppos, nlp.RelFlat)
		}
		if m := f.mentionAt(a); m != nil && m.typ == person && f.lower(m.span.Start-1) != "of" {
			return f.mentioned(a)
		}
	}
	return nil
}

// namedNext returns the person whom a first sentence of an article calls by a noun ("a
// Chadian man"), if the sentence behind it opens with a name and an age: "Omar Okoye, 39, …".
func (f *eventFinder) namedNext(i int) *entity {
	n := f.SentenceOf(i)
	d := f.kid(i, nlp.RelDet)
	if d < 0 || !indefinite[f.lower(d)] || n+1 >= len(f.Sentences) || !(lexicon.IsPrivate(f.lemma(i)) || plainPerson(f.lower(i))) {
		return nil
	}
	at := f.Sentences[n+1].Start
	m := f.mentionAt(at)
	if m == nil || m.typ != person || m.entity == nil || m.span.Start != at || m.entity.first != m.Start || f.word(m.span.End) != "," || f.tag(m.span.End+1) != nlp.TagCD || f.word(m.span.End+2) != "," {
		return nil
	}
	if g, _ := personNoun(f.lower(i)); g != lexicon.AnyGender && m.entity.gender != lexicon.AnyGender && g != m.entity.gender {
		return nil
	}
	return m.entity
}

var indefinite = wordSet("a an")

func plainPerson(w string) bool {
	_, ok := plainPeople[w]
	return ok
}

// titled returns the person or organization whose name stands in the same short phrase
// as its head i, though the name is not the head: "President Ada Okoye", "the car maker
// Lanterna", with the title or the kind for head.
func (f *eventFinder) titled(i int) []participant {
	for _, k := range f.kids(i) {
		j := int(k)
		switch f.relation(j) {
		case nlp.RelFlat, nlp.RelCompound, nlp.RelAppos, nlp.RelNmodUnmarked:
		default:
			continue
		}
		m := f.mentionAt(j)
		if m != nil && (m.typ == person || m.typ == organization && f.relation(j) == nlp.RelAppos) {
			return f.mentioned(j)
		}
	}
	if m := f.mentionAt(i + 1); m != nil && m.typ == organization && m.kind == "name" && m.span.Start == i+1 && f.tag(i) == nlp.TagNN {
		return f.mentioned(i + 1)
	}
	return nil
}

// acts reports whether a noun is of those that act for a country or an organization: one
// of the table, a people ("Iraqi Kurds"), or those who do something ("Chadian smugglers").
func (f *eventFinder) acts(i int) bool {
	w := strings.ToLower(f.lemma(i))
	return lexicon.IsActor(w) || lexicon.IsPrivate(w) || f.tag(i) == nlp.TagNNPS || f.tag(i) == nlp.TagNNS && agentSuffix(w)
}

// counted reports whether token i is a number or a measure of people: "thousands of
// Chadians", "two of the soldiers".
func (f *eventFinder) counted(i int) bool {
	return f.tag(i) == nlp.TagCD || measures[f.lemma(i)]
}

var measures = wordSet("thousand hundred dozen ten score group number majority many some most several part member")

// inside returns the entities that describe noun i or that "of" leads to from it:
// "[Chadian] troops", "leaders of [the union]", "[Chad]'s offer".
func (f *eventFinder) inside(i, depth int) []participant {
	found := f.within(i, depth)
	private, theirs := f.private(i), kin[f.lemma(i)]
	for k, p := range found {
		found[k].private = p.private || private && p.entity.typ != organization || theirs && p.entity.typ == person // "his father"
	}
	return found
}

// kin are the nouns for those who are somebody's, and do not act for him.
var kin = wordSet("relative family cousin uncle aunt nephew niece brother sister son daughter husband wife father mother parent grandfather grandmother grandparent spouse child sibling friend widow neighbour neighbor")

func (f *eventFinder) within(i, depth int) []participant {
	if depth > phraseDepth {
		return nil
	}
	if found := f.owners(i); len(found) > 0 {
		return found
	}
	for _, k := range f.kids(i) {
		j := int(k)
		if rel := f.relation(j).Base(); rel != nlp.RelNmod {
			continue
		}
		switch f.caseOf(j) {
		case "of", "for", "to", "by", "against", "with", "on":
		case "from":
			if stateless[strings.ToLower(f.lemma(i))] {
				continue // "rebels from Chad" are not Chad
			}
		default:
			continue
		}
		if found := f.mentioned(j); len(found) > 0 {
			for _, c := range f.kids(j) {
				if f.relation(int(c)) == nlp.RelConj {
					found = append(found, f.one(int(c), depth+1)...)
				}
			}
			return found
		}
		if found := f.inside(j, depth+1); len(found) > 0 {
			return found
		}
	}
	return nil
}

// stateless are those who do not act for the state that they are from.
var stateless = wordSet("rebel militant insurgent separatist gunman guerrilla fighter dissident refugee migrant worker farmer student exile bandit smuggler pirate activist")

// mentioned returns the person, country or organization that a mention at token i names.
func (f *eventFinder) mentioned(i int) []participant {
	m := f.mentionAt(i)
	if m == nil || m.entity == nil || m.typ == place {
		return nil
	}
	return []participant{{entity: m.entity, span: m.span}}
}

// widened gives participants the words of the whole phrase up to its head i, without
// the article before it.
func (f *eventFinder) widened(parts []participant, i int) []participant {
	start, end := i, i+1
	for _, p := range parts {
		end = max(end, p.span.End)
	}
	for _, k := range f.kids(i) {
		switch f.relation(int(k)) {
		case nlp.RelAmod, nlp.RelCompound, nlp.RelNmodPoss, nlp.RelNmodDesc, nlp.RelNmodUnmarked:
			start = min(start, f.leftmost(int(k)))
		}
	}
	if len(parts) != 1 {
		return parts
	}
	parts[0].span = nlp.Span{Start: min(start, parts[0].span.Start), End: end}
	return parts
}

// leftmost returns the first token of the short phrase that ends at token i.
func (f *eventFinder) leftmost(i int) int {
	start := i
	for _, k := range f.kids(i) {
		if int(k) < start && f.relation(int(k)) != nlp.RelPunct && f.relation(int(k)) != nlp.RelDet {
			start = int(k)
		}
	}
	if m := f.mentionAt(i); m != nil {
		start = min(start, m.span.Start)
	}
	return start
}

// pronoun returns whom a pronoun at token i means: a person by gender; "it" and "they"
// the subject of the clause above, if that is no single person.
func (f *eventFinder) pronoun(i int, w string) []participant {
	at := nlp.Span{Start: i, End: i + 1}
	switch w {
	case "he", "she", "him", "her":
		if x := f.referents[i]; x != nil {
			return []participant{{entity: x, span: at}}
		}
	case "i", "we", "me", "us", "you":
		if x := f.meant[i]; x != nil {
			return []participant{{entity: x, span: at}}
		}
	case "them":
		return f.manyBefore(i, at)
	case "it", "they":
		if found := f.bodyAbove(i, w); len(found) > 0 {
			return found
		}
		if x := f.speaking[i]; x != nil && x.typ != person {
			return []participant{{entity: x, span: at}}
		}
		if found := f.bodyBefore(i, w); len(found) > 0 || w == "it" {
			return found
		}
		if s := f.subjectAbove(i); s >= 0 && (f.tag(s) == nlp.TagNNS || f.tag(s) == nlp.TagNNPS) {
			return nil // "officials said they"
		}
		if found := f.two(i, at, 1, nil); len(found) > 0 && found[0].role == found[1].role {
			return found // not of one who hit another
		}
	}
	return nil
}

// bodyBefore returns whom "it" or "they" takes up as the subject of a sentence: the country or
// organization that is the subject of the sentence before; of "they" the several, or the
// people who act for one.
func (f *eventFinder) bodyBefore(i int, w string) []participant {
	n := f.SentenceOf(i)
	if n < 1 || f.asking || f.relation(i).Base() != nlp.RelNsubj || f.head(i) < 0 || f.relation(f.head(i)) != nlp.RelRoot {
		return nil
	}
	f.asking = true
	defer func() { f.asking = false }()
	found := f.subjectBefore(n, w, 0)
	for k := range found {
		found[k].span = nlp.Span{Start: i, End: i + 1}
	}
	return found
}

// manyBefore returns the several whom "them" at token i takes up: the subject of the clause
// above that of its own verb, else of the sentence before.
func (f *eventFinder) manyBefore(i int, at nlp.Span) []participant {
	n, v := f.SentenceOf(i), f.head(i)
	if f.asking || n < 0 || v < 0 {
		return nil
	}
	f.asking = true
	defer func() { f.asking = false }()
	own := f.subject(v)
	var found []participant
	if own >= 0 && pronouns[f.lower(own)] && f.lower(own) != "it" {
		return nil // "they … them"
	}
	if s := f.subjectAbove(v); s >= 0 && s != own {
		if f.tag(s) != nlp.TagNNS && f.kid(s, nlp.RelConj) < 0 {
			return nil
		}
		found = f.named(s, 1)
	} else {
		found = f.subjectBefore(n, "they", 0)
	}
	for k := range found {
		found[k].span = at
	}
	return found
}

// subjectBefore returns those who are the subject of the sentence before sentence n,
// whom that sentence may itself take up from the one before.
func (f *eventFinder) subjectBefore(n int, w string, depth int) []participant {
	if n < 1 || depth > phraseDepth || f.skip[n-1] {
		return nil
	}
	s := f.Sentences[n-1]
	for v := s.Start; v < s.End; v++ {
		k := -1
		if f.relation(v) == nlp.RelRoot {
			k = f.subject(v)
		}
		if k < 0 {
			continue
		}
		if f.lower(k) == w {
			return f.subjectBefore(n-1, w, depth+1)
		}
		found := f.named(k, 1)
		if slices.ContainsFunc(found, func(p participant) bool { return p.entity.typ == person && len(found) == 1 || p.private }) {
			return nil
		}
		if many := len(found) > 1 || f.tag(k) == nlp.TagNNS || f.tag(k) == nlp.TagNNPS; len(found) > 0 && many == (w == "they") {
			return found
		}
		return nil
	}
	return nil
}

// pair returns the two whom a phrase with head i takes up from an event before: "the two
// leaders", "both countries", "the neighbours".
func (f *eventFinder) pair(i int) []participant {
	persons, known := pairs[f.lemma(i)]
	if w := f.lower(i); (w == "pair" || w == "duo") && f.lower(i-1) == "the" {
		return f.two(i, nlp.Span{Start: i - 1, End: i + 1}, pairReach, nil)
	}
	both := f.lower(i) == "both" && f.relation(i) == nlp.RelNsubj
	two := f.lower(i) == "two" && f.lower(i-1) == "the" && f.tag(i) == nlp.TagCD && f.relation(i) != nlp.RelNummod
	if !both && !two {
		if f.tag(i) != nlp.TagNNS {
			return nil
		}
		if knownPeople[f.lemma(i)] && f.plain(i) {
			return f.fewPeople(i)
		}
		if !known || !f.twofold(i) {
			return nil
		}
		return f.two(i, nlp.Span{Start: i, End: i + 1}, pairReach, func(e *entity) bool {
			return (e.typ == person) == persons && (e.typ == country || !ofCountries[f.lemma(i)])
		})
	}
	return f.two(i, nlp.Span{Start: i, End: i + 1}, pairReach, nil)
}

// homeBodies are the bodies of which a state has one, so that "the government" is that of
// the country that the article plays in.
var homeBodies = wordSet("government army military authority")

// plain reports whether nothing but an article tells the noun at token i from others of its
// kind: "the men", "the brothers".
func (f *eventFinder) plain(i int) bool {
	if f.lower(i-1) != "the" {
		return false
	}
	for _, k := range f.kids(i) {
		if rel := f.relation(int(k)); rel != nlp.RelDet && rel != nlp.RelPunct && rel != nlp.RelCase {
			return false
		}
	}
	return true
}

// knownPeople are the nouns for people that take up some by name.
var knownPeople = wordSet("man woman brother sister sibling suspect defendant")

// fewPeople returns the people by name whom a plural noun at token i takes up: those of the
// last list of people in the sentences before, else their two or three subjects.
func (f *eventFinder) fewPeople(i int) []participant {
	if f.asking {
		return nil
	}
	f.asking = true
	defer func() { f.asking = false }()
	n := f.SentenceOf(i)
	at, want := nlp.Span{Start: i - 1, End: i + 1}, peopleGender[f.lemma(i)]
	var subjects []participant
	for k := n - 1; k >= 0 && k >= n-peopleReach; k-- {
		for t := f.Sentences[k].Start; t < f.Sentences[k].End; t++ {
			root := f.relation(t).Base() == nlp.RelNsubj && f.relation(f.head(t)) == nlp.RelRoot
			if list := f.kid(t, nlp.RelConj) >= 0 && f.relation(t) != nlp.RelConj; !root && !list {
				continue
			}
			found := slices.DeleteFunc(f.named(t, 1), func(p participant) bool {
				g := p.entity.gender
				return p.entity.typ != person || want != lexicon.AnyGender && g != lexicon.AnyGender && g != want
			})
			if len(found) > 1 {
				subjects = found
				k = 0
				break
			}
			if root {
				subjects = append(subjects, others(found, subjects)...)
			}
		}
	}
	if len(subjects) < 2 || len(subjects) > 3 {
		return nil
	}
	slices.SortFunc(subjects, func(a, b participant) int { return a.span.Start - b.span.Start })
	for k := range subjects {
		subjects[k].span = at
	}
	return subjects
}

// peopleReach is the number of sentences back in which they are named.
const peopleReach = 3

var peopleGender = map[string]lexicon.Gender{"man": lexicon.Male, "brother": lexicon.Male, "woman": lexicon.Female, "sister": lexicon.Female}

// twofold reports whether a noun is said to be of two known ones: "both sides", "the two
// countries"; neighbours and rivals are without a number.
func (f *eventFinder) twofold(i int) bool {
	the, two := relational[f.lemma(i)], false
	for _, k := range f.kids(i) {
		switch w := f.lower(int(k)); f.relation(int(k)) {
		case nlp.RelDet, nlp.RelDetPredet, nlp.RelNummod, nlp.RelCCPreconj:
			two = two || w == "two" || w == "both"
		case nlp.RelNmod, nlp.RelNmodPoss, nlp.RelAclRelcl:
			return false // "the two leaders of the rebels"
		}
	}
	return two || the && f.lower(i-1) == "the"
}

// pairReach is the number of sentences before a phrase in which the event is looked for
// whose two sides it takes up.
const pairReach = 8

// two returns the two sides of the last event before token i that has two that fit.
func (f *eventFinder) two(i int, at nlp.Span, reach int, fits func(*entity) bool) []participant {
	n := f.SentenceOf(i)
	if n < 0 {
		return nil
	}
	here, from := f.Bytes(f.Sentences[n]), f.Bytes(f.Sentences[max(0, n-reach)]).Start
	for k := len(f.events) - 1; k >= 0; k-- {
		e := &f.events[k]
		last := e.evidence[len(e.evidence)-1]
		parts := slices.DeleteFunc(slices.Clone(e.parts), func(p participant) bool { return p.role == "mediator" || p.role == "host" })
		if last.Start < from || last.Start >= here.Start || len(parts) != 2 {
			continue
		}
		a, b := parts[0].entity, parts[1].entity
		if (a.typ == person) != (b.typ == person) || fits != nil && (!fits(a) || !fits(b)) {
			continue
		}
		return []participant{{entity: a, role: parts[0].role, span: at}, {entity: b, role: parts[1].role, span: at}}
	}
	return nil
}

// pairs are the nouns of which two are taken up, and whether they are people.
var pairs = map[string]bool{"leader": true, "president": true, "minister": true, "man": true, "woman": true, "counterpart": true, "politician": true, "official": true, "candidate": true,
	"side": false, "country": false, "nation": false, "state": false, "neighbour": false, "neighbor": false, "government": false, "party": false, "company": false, "firm": false,
	"rival": false, "ally": false, "capital": false, "power": false, "army": false, "foe": false, "enemy": false}

// ofCountries are those that only countries are or have.
var ofCountries = wordSet("country nation state capital")

// relational are those that say by themselves that they are of one another.
var relational = wordSet("neighbour neighbor rival foe")

// bodyAbove returns the subject that "it" or "they" takes up: that of the clause above
// ("[Chad] said it would withdraw"), else that of the clause before in the sentence.
func (f *eventFinder) bodyAbove(i int, w string) []participant {
	if f.asking {
		return nil
	}
	f.asking = true
	defer func() { f.asking = false }()
	s := f.subjectAbove(i)
	if s < 0 || pronouns[f.lower(s)] {
		return nil
	}
	found := f.named(s, 1)
	if w == "it" && f.kid(s, nlp.RelConj) < 0 && len(found) > 1 {
		found = slices.DeleteFunc(found, func(p participant) bool { return p.entity.typ == person }) // "President Okoye's administration"
	}
	if o := f.kid(f.head(s), nlp.RelObj); len(found) > 1 && w == "it" && o >= 0 && o < i {
		found = f.named(o, 1) // "Chad and Mali warned Peru that it"
	}
	if len(found) > 1 && w == "it" {
		return nil
	}
	for k := range found {
		if m := f.mentionAt(s); m != nil && m.typ == person && (w == "it" || len(found) == 1) {
			return nil
		}
		found[k].span = nlp.Span{Start: i, End: i + 1}
	}
	return found
}

// subjectAbove returns the subject before token i of the clause that the clause of token i
// depends on; -1 if there is none.
func (f *eventFinder) subjectAbove(i int) int {
	for h, depth := f.head(i), 0; h >= 0 && depth < clauseDepth; h, depth = f.head(h), depth+1 {
		if s := f.subject(h); s >= 0 && s < i {
			return s
		}
	}
	return -1
}
