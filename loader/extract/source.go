package extract

import (
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// A source is who a statement comes from: an entity, words for one without a name, or
// a pronoun that is resolved once all sources are known.
type source struct {
	span    nlp.Span // its words: "Chadian envoy Ada Okoye", "two officials", "she"
	entity  *entity
	unnamed string
	pronoun string // in lower case
	noun    string // of a pronoun's person without a name: "leader"
}

// sourceReach is the number of tokens that a source may have.
const sourceReach = 30

// sourceBefore returns the noun phrase that ends before the verb at token i, the
// subject of the verb if English is in its usual order: "[Ada Okoye, a judge,] said".
func (r *reading) sourceBefore(i, start int) (source, bool) {
	e := i - 1
	for e >= start && (r.verbGroup(r.lower(e)) || isPossessive(r.word(e)) && r.tag(e).IsVerb()) { // "she’s also said"
		e--
	}
	if e < start || negations[r.lower(e+1)] {
		return source{}, false
	}
	if r.word(e) == "," && r.lower(e+1) == "who" { // "Okoye, who has said"
		return r.phraseEnding(e-1, start)
	}
	if r.word(e) == "," {
		return r.sourceBeforeComma(e, start)
	}
	if k := r.beforeBrackets(e, start); k < e {
		s, ok := r.phraseEnding(k, start)
		s.span.End = e + 1
		return s, ok && s.entity != nil
	}
	return r.phraseEnding(e, start)
}

// verbGroup reports whether a word may stand between a subject and its verb.
func (r *reading) verbGroup(w string) bool {
	switch w {
	case "has", "have", "had", "also", "later", "then", "again", "now", "once", "long", "first", "further", "often", "always", "both", "just", "all", "even", "still", "did", "does", "do", "would", "will", "who", "since", "already":
		return true
	}
	return len(w) > 4 && strings.HasSuffix(w, "ly") && w != "family" && w != "italy" && w != "ally" && w != "assembly"
}

var negations = map[string]bool{"not": true, "n't": true, "n’t": true, "never": true}

// bracketReach is the number of tokens that brackets behind a name may hold.
const bracketReach = 8

// beforeBrackets returns the token before the brackets that close at token e: "Ada
// Okoye (54) said"; e if there are none.
func (r *reading) beforeBrackets(e, start int) int {
	if r.word(e) != ")" {
		return e
	}
	for k := e - 1; k > start && k >= e-bracketReach; k-- {
		if r.word(k) == "(" {
			return k - 1
		}
	}
	return e
}

// sourceBeforeComma returns a source with a description between commas, where the name
// stands before the first comma ("Ada Okoye, a judge, said"; "Chad, which lies inland,
// said") or is itself the description ("her lawyer, Ada Okoye, said").
func (r *reading) sourceBeforeComma(comma, start int) (source, bool) {
	for k := comma - 1; k > start && k > comma-sourceReach; k-- {
		if r.word(k) != "," {
			continue
		}
		if m := r.apposed(k, comma); m != nil {
			s, ok := r.phraseEnding(k-1, start)
			if m.typ == organization && r.phraseStart(k-1, start) > s.span.Start { // "a letter of the institute, WIMET,"
				s.span.End = comma
				return s, ok
			}
			return source{span: nlp.Span{Start: s.span.Start, End: comma}, entity: m.entity}, ok && m.entity != nil
		}
		last := r.beforeBrackets(k-1, start)
		m := r.mentionAt(last)
		if m == nil || m.entity == nil || m.typ == place || m.typ == country && !relatives[r.lower(k+1)] && !r.startsClause(m, start) {
			continue
		}
		s, ok := r.phraseEnding(last, start)
		s.span.End = comma
		return s, ok && s.entity != nil
	}
	return source{}, false
}

// startsClause reports whether the name of a country starts a clause: then it is no
// whereabouts, and what is set off behind it describes it.
func (r *reading) startsClause(m *mention, start int) bool {
	k := m.span.Start - 1
	if determiners[r.lower(k)] {
		k--
	}
	return m.kind == "name" && (k < start || r.tag(k) == nlp.TagCC || r.word(k) == ";")
}

var relatives = wordSet("which whose who")

// phraseEnding returns the noun phrase whose last token is e: it goes left over
// names, nouns and adjectives to a determiner or the edge of the clause, and on over
// "of", "for", "from" to the noun that these depend on.
func (r *reading) phraseEnding(e, start int) (source, bool) {
	if pronouns[r.lower(e)] {
		return source{span: nlp.Span{Start: e, End: e + 1}, pronoun: r.lower(e)}, true
	}
	head := e // last token of the leftmost noun phrase
	k := e
	for {
		k = r.phraseStart(k, start)
		if k < 0 {
			return source{}, false
		}
		p := r.lower(k - 1)
		if k-2 < start || !linkers[p] || e-k > sourceReach {
			break
		}
		if p == "and" && !r.nounish(k-2) {
			break
		}
		if p == "to" && r.lower(k-2) != "close" && r.lower(k-2) != "according" {
			break
		}
		if _, ok := r.phraseAt(k-2, start); !ok {
			break
		}
		head = k - 2
		k = head
	}
	return r.describe(nlp.Span{Start: k, End: e + 1}, head)
}

func (r *reading) phraseAt(e, start int) (int, bool) {
	k := r.phraseStart(e, start)
	return k, k >= 0
}

var linkers = map[string]bool{"of": true, "for": true, "from": true, "at": true, "in": true, "with": true, "and": true, "to": true, "on": true}

var pronouns = map[string]bool{"he": true, "she": true, "they": true, "it": true, "we": true, "i": true}

// phraseStart returns the first token of the simple noun phrase whose last token is e,
// or -1 if none ends there.
func (r *reading) phraseStart(e, start int) int {
	if e < start || !r.nounish(e) {
		return -1
	}
	k := e
	for k > start {
		w := r.lower(k - 1)
		if determiners[w] {
			return k - 1
		}
		if isPossessive(w) || w == "-" && r.Tokens[k-1].End == r.Tokens[k].Start || r.nounish(k-1) {
			k--
			continue
		}
		break
	}
	return k
}

// nounish reports whether token i can be part of a noun phrase: a name, or a word that
// is not of a closed class, a verb of speech or a mark.
func (r *reading) nounish(i int) bool {
	if r.mentionAt(i) != nil {
		return true
	}
	w := r.word(i)
	if w == "" || w == "”" || w == "’" || !isLower(w) && !isUpperWord(w) {
		return false
	}
	low := strings.ToLower(w)
	if functionWords[low] || auxiliaries[low] || negations[low] || adverb(low) && !r.tag(i).IsNoun() {
		return false
	}
	for _, v := range lexicon.Verbs(low) {
		if v.Form&^lexicon.Base != 0 && !(v.Form == lexicon.Third && plainNouns[low]) {
			return false
		}
	}
	return true
}

// plainNouns are forms of verbs of speech that are as often nouns.
var plainNouns = map[string]bool{"reports": true, "claims": true, "posts": true, "plans": true, "comments": true, "notes": true, "demands": true, "estimates": true}

var determiners = wordSet("the a an this that these those some many several other another his her its their two three four five six both all most few any one no each every our my")

var functionWords = wordSet(`and or but nor yet so for because although though while whereas if unless until since when where after before as than whether
	in on at by to of from with within without into onto upon over under above below between among amid across through throughout during against about around along near toward towards via off out up down
	he she it they we i you him them who whom whose which what how why there here then now today yesterday tomorrow not n't also only just even still ever never too again soon later meanwhile however instead therefore
	monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
	according despite like per
	be been being is are was were has have had do does did will would can could may might shall should must`)

func wordSet(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// describe makes a source of a noun phrase whose head noun phrase ends at token head: an
// entity if that is a name, else the words of an unnamed one.
func (r *reading) describe(s nlp.Span, head int) (source, bool) {
	out := source{span: s}
	if m := r.mentionAt(head); m != nil && m.span.End == head+1 && m.kind != "demonym" && m.typ != place && m.by != "prefixed/1" {
		out.entity = m.entity
		return out, true
	}
	if m := r.calledBody(head); m != nil {
		out.entity = m.entity
		return out, true
	}
	if m := r.titledAtEnd(s, head); m != nil {
		out.entity = m.entity
		return out, true
	}
	if head == s.End-1 && s.End-s.Start == 1 && !r.pluralNoun(head) {
		return out, false // a bare word: more likely not a noun
	}
	out.unnamed = r.SpanText(s)
	return out, true
}

// titledAtEnd returns the person whose full name ends a noun phrase with a title as its
// head: "the head of Chadian diplomacy Ada Okoye". In "the aide of Ada Okoye" and "the
// aide of the judge Ada Okoye" the name belongs to the inner phrase.
func (r *reading) titledAtEnd(s nlp.Span, head int) *mention {
	m := r.mentionAt(s.End - 1)
	if m == nil || m.typ != person || m.entity == nil || m.span.End-m.span.Start < 2 || m.span.Start <= head+1 {
		return nil
	}
	if _, ok := r.titleEnding(head + 1); !ok {
		return nil
	}
	before := r.lower(m.span.Start - 1)
	_, title := lexicon.TitleOf(before)
	if title || linkers[before] || determiners[before] || isPossessive(before) {
		return nil
	}
	return m
}

// namedAfter returns the person that a description from token i to token k is of, named
// behind it: "said [the lawyer], Ada Okoye."; "said [the head] of the agency Ada Okoye".
func (r *reading) namedAfter(i, k, stop int) *mention {
	m := r.mentionAt(r.behindTitles(k + 1))
	if r.word(k) != "," || m == nil || m.typ != person || m.entity == nil || r.mentionAt(k-1) != nil || m.span.End > stop {
		return r.titledAfterOf(i, k, stop)
	}
	if after := r.word(m.span.End); after == "," || isTerminal(after) {
		return m
	}
	return nil
}

// titledAfterOf is titledAtEnd for a noun phrase that starts at token i and goes on with
// an "of" at token k.
func (r *reading) titledAfterOf(i, k, stop int) *mention {
	if r.lower(k) != "of" {
		return nil
	}
	for j := k + 1; j < stop && j < k+thatReach; j++ {
		if m := r.mentionAt(j); m != nil && m.typ == person {
			return r.titledAtEnd(nlp.Span{Start: i, End: m.span.End}, k-1)
		}
		if w := r.lower(j); !r.nounish(j) && !determiners[w] && !isPossessive(w) && w != "of" {
			return nil
		}
	}
	return nil
}

// bodies are the nouns after an organization's name that say what it is.
var bodies = wordSet("news agency newspaper magazine broadcaster channel company group bank party union website firm network institute ministry")

// calledBody returns the organization that the words up to token head name and call a
// body: "the Lanterna news agency".
func (r *reading) calledBody(head int) *mention {
	k := head
	for k > 0 && bodies[r.lower(k)] && r.mentionAt(k) == nil {
		k--
	}
	if m := r.mentionAt(k); k < head && m != nil && m.typ == organization && m.entity != nil {
		return m
	}
	return nil
}

// pluralNoun reports whether token i looks like a noun that can stand without an
// article: "officials", "police", "critics".
func (r *reading) pluralNoun(i int) bool {
	w := r.lower(i)
	switch w {
	case "police", "people", "media", "prosecutors", "men", "women", "legend", "one", "others":
		return true
	}
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
}

// sourceAfter returns the noun phrase that starts at token i, the subject of a verb
// before it: "said [pro-government lawyer Ada Okoye]".
func (r *reading) sourceAfter(i, stop int) (source, bool) {
	if pronouns[r.lower(i)] {
		return source{span: nlp.Span{Start: i, End: i + 1}, pronoun: r.lower(i)}, true
	}
	k := i
	if determiners[r.lower(k)] {
		k++
	}
	first := k
	for k < stop && k < i+sourceReach {
		if m := r.mentionAt(k); m != nil {
			k = m.span.End
			if m.typ == person && m.entity != nil {
				if next := r.nextPerson(k); next != nil {
					m, k = next, next.span.End
				}
				return source{span: nlp.Span{Start: i, End: k}, entity: m.entity}, true
			}
			continue
		}
		w := r.word(k)
		if (w == "-" || isPossessive(w) || w == "." && isUpperWord(r.word(k-1))) && k+1 < stop || r.nounish(k) {
			k++
			continue
		}
		if t, ok := lexicon.TitleOf(w); ok && t.Class == "honorific" {
			k++
			continue
		}
		break
	}
	if k == first {
		return source{}, false
	}
	if m := r.namedAfter(i, k, stop); m != nil {
		return source{span: nlp.Span{Start: i, End: m.span.End}, entity: m.entity}, true
	}
	return r.describe(nlp.Span{Start: i, End: k}, k-1)
}

// nextPerson returns the mention of the person to whose description a name belongs that
// ends before token i: "Okoye's lawyer [Ada Brandt]", "Varnholm chief [Ada Brandt]".
func (r *reading) nextPerson(i int) *mention {
	k := i
	if isPossessive(r.word(k)) {
		k++
	}
	for k < i+descriptionReach && r.nounish(k) && r.mentionAt(k) == nil {
		k++
	}
	if m := r.mentionAt(k); m != nil && m.typ == person && m.entity != nil && r.described[k-1] {
		return m
	}
	return nil
}

// descriptionReach is how far behind a name somebody starts whom it helps to describe.
const descriptionReach = 6

// resolve gives the pronouns among the sources their people, in the order of the text:
// "he" and "she" are the last speaker if one spoke shortly before, else the nearest
// person named before, by gender.
func (r *reading) resolvePronouns() {
	var last []*statement // those with a named or described source, in order
	for i := range r.statements {
		s := &r.statements[i]
		if s.by == "quote-nested/1" {
			r.resolveNested(s)
			continue
		}
		if s.source.pronoun != "" {
			r.resolve(s, last)
		}
		if s.source.entity != nil || s.source.unnamed != "" {
			last = append(last, s)
		}
	}
}

// resolveNested finds who speaks in a quotation inside another: "I" is who says that one,
// "he" or "she" somebody whom its words name before.
func (r *reading) resolveNested(s *statement) {
	i, found := slices.BinarySearchFunc(r.statements, s.within.Start, func(x statement, at int) int { return x.content[0].Start - at })
	if s.source.pronoun == "i" && found {
		s.source.entity, s.source.unnamed = r.statements[i].source.entity, r.statements[i].source.unnamed
	}
	if p := s.source.pronoun; p == "he" || p == "she" {
		for t := s.source.span.Start - 1; t >= 0 && r.Tokens[t].Start >= s.within.Start; t-- {
			if m := r.mentionAt(t); m != nil && m.typ == person && m.entity != nil && genderFits(p, m.entity) {
				s.source.entity = m.entity
				return
			}
		}
	}
}

// pronounReach is the number of sentences back that a pronoun looks for its speaker, those
// inside a quotation not counted; longReach is the number with them.
const (
	pronounReach = 3
	longReach    = 30
)

// storyBetween returns the number of sentences from sentence i to sentence j that do not
// start in a quotation.
func (r *reading) storyBetween(i, j int) int {
	if j-i > longReach {
		return j - i
	}
	n := 0
	for k := i; k < j; k++ {
		if s := r.Sentences[k]; !r.inQuote[s.Start] && !(s.Start+1 < s.End && r.inQuote[s.Start+1]) {
			n++
		}
	}
	return n
}

func (r *reading) resolve(s *statement, before []*statement) {
	at := r.SentenceOf(s.source.span.Start)
	near, found := r.subjectMeant(&s.source)
	for i := len(before) - 1; i >= 0; i-- {
		b := before[i]
		if found && b.source.span.Start <= near.span.Start {
			break
		}
		if r.storyBetween(r.SentenceOf(b.source.span.Start), at) > pronounReach {
			break
		}
		if (fits(s.source.pronoun, b.source) || r.fitsUnnamed(s.source.pronoun, b.source) && !r.namedBetween(s, b)) && r.nearestPerson(s, b) {
			s.source.entity, s.source.unnamed = b.source.entity, b.source.unnamed
			if s.source.noun = b.source.noun; s.source.unnamed != "" && s.source.noun == "" {
				s.source.noun, _ = r.unnamedPerson(b.source)
			}
			return
		}
	}
	if found {
		s.source.entity, s.source.unnamed = near.entity, near.unnamed
	}
	if s.source.pronoun != "he" && s.source.pronoun != "she" {
		return
	}
	r.personBefore(&s.source)
}

// subjectMeant returns the subject of the sentence of "it" or "they", if it stands before that,
// or of the sentence before, outside quotations, that can speak: for "it" a body or a
// country, for "they" people.
func (r *reading) subjectMeant(p *source) (source, bool) {
	if p.pronoun != "it" && p.pronoun != "they" {
		return source{}, false
	}
	at := r.SentenceOf(p.span.Start)
	for k := at; k >= 0 && k >= at-1; k-- {
		i := r.subjectOf(r.Sentences[k])
		if i < 0 || i >= p.span.Start || r.inQuote[i] || r.skip[k] || pronouns[r.lower(i)] || r.rel(i) != nlp.RelNsubj {
			continue
		}
		x := r.below[i]
		for x.End > i+1 && (x.End > p.span.Start || !r.nounish(x.End-1)) {
			x.End--
		}
		for x.Start < i && !r.nounish(x.Start) && !determiners[r.lower(x.Start)] {
			x.Start++
		}
		s := r.named(sourceCandidate{Span: x, head: i})
		s.span = x
		m, plural := r.mentionAt(i), r.tag(i) == nlp.TagNNS || r.lower(i) == "police"
		one := s.entity != nil && (m == nil || m.kind != "demonym") && (s.entity.typ == organization || s.entity.typ == country)
		switch {
		case p.pronoun == "it" && (one || s.entity == nil && !plural && (bodies[r.lower(i)] || bodyNouns[r.lower(i)])),
			p.pronoun == "they" && s.entity == nil && plural && r.agentive(nlp.Span{Start: i, End: i + 1}):
			return s, true
		}
	}
	return source{}, false
}

// fitsUnnamed reports whether "he" or "she" can mean a source without a name: "a rebel
// leader", not "officials". "The leader" may be somebody whom the text names.
func (r *reading) fitsUnnamed(pronoun string, s source) bool {
	if w := r.lower(s.span.Start); pronoun != "he" && pronoun != "she" || s.unnamed == "" || s.pronoun == "" && w != "a" && w != "an" && w != "another" && w != "one" {
		return false
	}
	noun, ok := r.unnamedPerson(s)
	g, _ := personNoun(noun)
	return ok && (g == lexicon.AnyGender || (g == lexicon.Male) == (pronoun == "he"))
}

// namedBetween reports whether the text names somebody whom the pronoun of s can mean
// between the source of b and the pronoun.
func (r *reading) namedBetween(s, b *statement) bool {
	for i := b.source.span.End; i < s.source.span.Start; i++ {
		if m := r.mentionAt(i); m != nil && m.typ == person && m.kind == "name" && m.entity != nil && !r.inQuote[i] && genderFits(s.source.pronoun, m.entity) {
			return true
		}
	}
	return false
}

// unnamedPerson returns the noun by which a source without a name is called, if that is
// one person.
func (r *reading) unnamedPerson(s source) (string, bool) {
	if s.pronoun != "" {
		return s.noun, s.noun != ""
	}
	top := r.topOf(s.span)
	if r.tag(top) != nlp.TagNN {
		return "", false
	}
	noun := r.lower(top)
	_, ok := personNoun(noun)
	return noun, ok
}

// nearestPerson reports whether no other subject came between the source of b and the
// pronoun of s: a person who starts a sentence after b's, or is its subject.
func (r *reading) nearestPerson(s, b *statement) bool {
	at, from := r.SentenceOf(s.source.span.Start), r.SentenceOf(b.source.span.Start)
	for k := from + 1; k < at; k++ {
		for _, i := range []int{r.Sentences[k].Start, r.subjectOf(r.Sentences[k])} {
			if m := r.mentionAt(i); m != nil && m.typ == person && m.entity != b.source.entity && !r.inQuote[i] && genderFits(s.source.pronoun, m.entity) {
				return false
			}
			if g, _ := personNoun(r.lower(max(i, 0))); i >= 0 && g != lexicon.AnyGender && !r.inQuote[i] && r.somebodyNew(i, s.source.pronoun) {
				return false // "a spokeswoman came"
			}
		}
	}
	return true
}

// subjectOf returns the token that stands for the subject of a sentence's main clause: of
// a title with a name behind it the name; -1 if there is none.
func (r *reading) subjectOf(s nlp.Span) int {
	i := s.Start
	for n := 0; n < s.End-s.Start && r.headOf(i) != i; n++ {
		i = r.headOf(i)
	}
	subject := r.child(i, nlp.RelNsubj)
	if subject < 0 || r.mentionAt(subject) != nil {
		return subject
	}
	if r.mentionAt(subject+1) != nil {
		return subject + 1 // "General Ada Okoye"
	}
	if k := r.behindTitles(subject + 2); r.word(subject+1) == "," && r.mentionAt(k) != nil && r.word(r.mentionAt(k).span.End) == "," {
		return k // "the general, Ada Okoye, left"
	}
	return subject
}

func fits(pronoun string, s source) bool {
	switch pronoun {
	case "he", "she":
		return s.entity != nil && s.entity.typ == person && genderFits(pronoun, s.entity)
	case "they":
		return s.entity == nil && s.unnamed != "" || s.entity != nil && s.entity.typ == organization
	case "it":
		return s.entity != nil && (s.entity.typ == organization || s.entity.typ == country)
	}
	return false
}

func genderFits(pronoun string, e *entity) bool {
	return e.gender == lexicon.AnyGender || (e.gender == lexicon.Male) == (pronoun == "he")
}

// personBefore gives a pronoun the person that it most likely means: the first named, or
// told of as the subject ("a woman came"), in its own sentence before it, else in one of
// the sentences before, outside quotations.
func (r *reading) personBefore(p *source) {
	i := p.span.Start
	at := r.SentenceOf(i)
	for k := at; k >= 0 && r.storyBetween(k, at) <= pronounReach; k-- {
		s := r.Sentences[k]
		for t := s.Start; t < s.End && t < i; t++ {
			if r.inQuote[t] {
				continue
			}
			if m := r.mentionAt(t); m != nil {
				if m.typ == person && m.entity != nil && genderFits(p.pronoun, m.entity) {
					p.entity = m.entity
					return
				}
				continue
			}
			if r.somebodyNew(t, p.pronoun) {
				start := r.phraseStart(t, s.Start)
				p.unnamed, p.noun = r.SpanText(nlp.Span{Start: start, End: t + 1}), r.lower(t)
				return
			}
		}
	}
}

// somebodyNew reports whether the noun at token i is a subject that tells of a person who
// has no name, by an indefinite article, and whom the pronoun fits: "a woman came".
func (r *reading) somebodyNew(i int, pronoun string) bool {
	g, ok := personNoun(r.lower(i))
	if !ok || r.tag(i) != nlp.TagNN || r.rel(i) != nlp.RelNsubj || r.described[i] || g != lexicon.AnyGender && (g == lexicon.Male) != (pronoun == "he") {
		return false
	}
	start := r.phraseStart(i, r.Sentences[r.SentenceOf(i)].Start)
	switch r.lower(max(start, 0)) {
	case "a", "an", "another", "one":
		return start >= 0
	}
	return false
}
