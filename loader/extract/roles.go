package extract

import (
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// A role is an office, post or occupation of a person as the text words it.
type role struct {
	holder *entity
	of     *entity // country, organization or person; nil if the text does not say
	title  string  // in lower case: "foreign minister"
	class  string  // of the lexicon
	status string  // former, acting, elect

	evidence nlp.Range
	written  bool // as the title of one who has the office: see written
}

// findRoles reads titles before names ("Chadian Foreign Minister Ada Okoye"), and
// descriptions beside them ("Ada Okoye, a judge at the Supreme Court,").
func findRoles(r *reading) {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.typ != person || m.entity == nil || m.kind != "name" || m.by == "name-part/1" {
			continue
		}
		r.titleBefore(m)
		r.titleOfSeveral(m)
		r.apposition(m)
	}
}

// A phrase is a title found in the text: its tokens, its class, and its status.
type phrase struct {
	span   nlp.Span
	class  string
	status string // former, acting, elect
	many   bool   // it is the plural, of several people
}

// titleEnding returns the title whose last token is i-1: "foreign minister" before the
// name at i. Modifiers before the title belong to it, and "-elect" behind it.
func (r *reading) titleEnding(i int) (phrase, bool) { return r.titleIn(i, false) }

// titleIn is titleEnding for the plural too: "foreign ministers".
func (r *reading) titleIn(i int, many bool) (phrase, bool) {
	if w := r.lower(i - 1); r.word(i-2) == "-" && statusOf(w, "") == "elect" {
		p, ok := r.titleEnding(i - 2)
		p.span.End, p.status = i, "elect"
		return p, ok
	}
	for n := 3; n >= 1; n-- {
		if i-n < 0 {
			continue
		}
		text := strings.ToLower(r.SpanText(nlp.Span{Start: i - n, End: i}))
		if many {
			one := singularTitle(text)
			if one == text {
				continue
			}
			text = one
		}
		t, ok := lexicon.TitleOf(text)
		if m := r.mentionAt(i - n); !ok || t.Class == "honorific" || m != nil && n > 1 && m.typ != person {
			continue // "Party" of "Green Party leader" is the name's
		}
		p := phrase{span: nlp.Span{Start: i - n, End: i}, class: t.Class, many: many}
		for k := p.span.Start - 1; k >= 0 && r.mentionAt(k) == nil; k-- {
			w := r.lower(k)
			if w == "-" {
				continue
			}
			if !lexicon.IsTitleModifier(w) && !(w == "then" && r.word(k+1) == "-") && !r.portfolio(k, p.span) {
				break
			}
			p.span.Start = k
			p.status = statusOf(w, p.status)
		}
		p.span.Start = r.portfolioStart(p.span.Start)
		return p, true
	}
	return phrase{}, false
}

// portfolioStart returns where a title in capitals starts, with a portfolio that is none of
// the known modifiers: "EU | Competition Commissioner".
func (r *reading) portfolioStart(i int) int {
	k := i - 1
	for k > i-3 && k > 0 && isUpperWord(r.word(i)) && isUpperWord(r.word(k)) && isNoun(r.tag(k)) && r.mentionAt(k) == nil && !r.honorific(k) {
		k--
	}
	if m := r.mentionAt(k); k < i-1 && m != nil && (m.typ == country || m.typ == organization) && m.span.End == k+1 {
		return k + 1
	}
	return i
}

// portfolio reports whether token k says of what somebody is a minister, whose title starts
// right behind it: "migration minister".
func (r *reading) portfolio(k int, title nlp.Span) bool {
	switch r.lower(title.End - 1) {
	case "minister", "secretary", "commissioner":
		return k+1 == title.Start && title.End == title.Start+1 && r.sameSentence(k, title.Start) && isNoun(r.Tokens[k].XPOS) && r.rel(k) == nlp.RelCompound
	}
	return false
}

func statusOf(w, was string) string {
	switch w {
	case "former", "ex", "late", "retired", "then", "ousted", "deposed":
		return "former"
	case "acting", "interim", "caretaker":
		return "acting"
	case "elect", "designate", "incoming":
		return "elect"
	}
	return was
}

// titleBefore reads what stands in front of a name: a title ("Chadian envoy Ada Okoye"),
// and a description set off by a comma ("An LBC commander, General Ada Okoye").
func (r *reading) titleBefore(m *mention) {
	i := r.titleRight(m, r.beforeHonorifics(m.span.Start))
	if i = r.beforeHonorifics(i); r.word(i-1) == "," && r.setOff(m, i) {
		if end := i - 1; r.lower(end-3) == "at" && r.lower(end-2) == "the" && r.lower(end-1) == "time" {
			r.titleComma(m, end-3, "former")
		} else {
			r.titleComma(m, end, "")
		}
	}
}

// beforeHonorifics returns where the honorifics start that end before token i.
func (r *reading) beforeHonorifics(i int) int {
	for r.honorific(i - 1) {
		i--
	}
	return i
}

// titleRight reads the title right before token i, where a name starts, and what it is of:
// the country, organization or person before it, or after "of" behind the name. It
// returns where all that starts.
func (r *reading) titleRight(m *mention, i int) int {
	p, ok := r.titleEnding(i)
	if !ok {
		r.officeBefore(m, i)
		return i
	}
	of, start := r.owner(p)
	start = r.statusBefore(&p, start)
	if of == nil && r.word(m.span.End) == "of" {
		if x := r.mentionAt(r.skipArticle(m.span.End + 1)); x != nil && !isPossessive(r.word(x.span.End)) && (x.typ == country || x.typ == organization) {
			of = x.entity
		}
	}
	r.addRole(m.entity, of, p, nlp.Range{Start: r.Tokens[start].Start, End: m.End}, "title/1")
	return start
}

// statusBefore reads a status in front of whose a title is, at token start: "the former |
// Chadian president". It returns where the status starts, or start.
func (r *reading) statusBefore(p *phrase, start int) int {
	if s := statusOf(r.lower(start-1), ""); s != "" {
		p.status = s
		return start - 1
	}
	return start
}

// setOff reports whether the comma before token i, where a name with its title starts,
// sets off a description: in "he met the head of the LBC, Ada Okoye said" it ends what
// she said.
func (r *reading) setOff(m *mention, i int) bool {
	s := r.SentenceOf(i)
	if s < 0 || !r.sameSentence(i-1, m.span.Start) || m.span.End >= len(r.Tokens) {
		return false
	}
	pos := r.Tokens[m.span.End].UPOS
	return pos != nlp.PosVerb && pos != nlp.PosAux
}

// titleComma reads the description that ends before token i, and holds with a status.
func (r *reading) titleComma(m *mention, i int, status string) {
	p, ok := r.titleEnding(i)
	if !ok {
		if !r.officeBefore(m, i) {
			r.officeAbove(m, i)
		}
		return
	}
	of, start := r.owner(p)
	if of == nil && (p.class != "office" || r.lower(start-1) != "the") {
		return
	}
	if p.status == "" {
		p.status = status
	}
	start = r.statusBefore(&p, start)
	r.addRole(m.entity, of, p, nlp.Range{Start: r.Tokens[start].Start, End: m.End}, "title/1")
}

// officeAbove reads a title with what it is for, to which the parse ties the name behind
// a comma at token i: "Chad's special envoy for the Lanterna talks, Ada Okoye,".
func (r *reading) officeAbove(m *mention, i int) {
	head := r.topOf(m.span)
	if r.rel(head) != nlp.RelAppos {
		return
	}
	var p phrase
	ok := false
	for n := 0; n < 4 && !ok; n++ { // the parse may tie it to the last noun
		if head = r.headOf(head); head >= i || !r.sameSentence(head, i) {
			return
		}
		p, ok = r.titleEnding(head + 1)
	}
	if !ok {
		return
	}
	if of, start := r.owner(p); of != nil {
		r.statusBefore(&p, start)
		r.addRole(m.entity, of, p, nlp.Range{Start: r.Tokens[start].Start, End: m.End}, "title/1")
	}
}

// officeBefore reads an office that ends at token i and says what it is of behind its
// title: "Minister of Defence of Chad Ada Okoye", "the head of the Lanterna Group, Ada
// Okoye", "Chad's ambassador to Peru, Ada Okoye".
func (r *reading) officeBefore(m *mention, i int) bool {
	k := i - 1
	var of *entity
	link := ""
	if x := r.mentionAt(k); x != nil && x.entity != nil && x.span.End == k+1 && (x.typ == country || x.typ == organization) && x.kind != "demonym" {
		of, k = x.entity, x.span.Start-1
		if r.lower(k) == "the" {
			k--
		}
		if link = r.lower(k); link != "of" && link != "to" {
			return false
		}
		k--
	}
	end := k + 1 // of the title with its portfolio
	for r.mentionAt(k) == nil && (lexicon.IsTitleModifier(r.lower(k)) || k < end-1 && r.lower(k) == "and") {
		k--
	}
	if k+1 < end {
		if r.lower(k) != "of" {
			return false
		}
		k--
	}
	p, ok := r.titleEnding(k + 1)
	if !ok || of == nil && k+1 == end {
		return false
	}
	p.span.End = end
	if link == "to" { // who is sent there serves another
		p.span.End, of = i, nil
	}
	if of == nil {
		of, _ = r.owner(p)
	}
	r.addRole(m.entity, of, p, nlp.Range{Start: r.Tokens[p.span.Start].Start, End: m.End}, "title/1")
	return true
}

func (r *reading) honorific(i int) bool {
	t, ok := lexicon.TitleOf(r.word(i))
	return ok && t.Class == "honorific"
}

// owner returns whose a title is: the country, organization or person that stands before
// it, with or without a possessive; and the token where that starts. "A Chad expert"
// serves no country. A pronoun or noun may stand for a body: "its chief executive".
func (r *reading) owner(p phrase) (*entity, int) {
	i := p.span.Start
	k := i - 1
	if x, start := r.ownerMeant(k); x != nil {
		return x, start
	}
	for k >= 0 && (r.lower(k) == "state" || isPossessive(r.word(k))) {
		k--
	}
	m := r.mentionAt(k)
	if m == nil || m.entity == nil || m.span.End != k+1 || m.by == "prefixed/1" {
		return nil, i
	}
	if owns := isPossessive(r.word(k + 1)); m.typ == place || !owns && (m.typ == person || m.typ == country && m.kind == "name" && (p.class == "post" || p.class == "occupation")) {
		return nil, i
	}
	return m.entity, m.span.Start
}

func (r *reading) skipArticle(i int) int {
	if w := r.lower(i); w == "the" || w == "a" || w == "an" {
		return i + 1
	}
	return i
}

// appositionReach is the number of tokens that are read of a description beside a name.
const appositionReach = 14

// apposition reads the description after a name: ", a senior fellow at the Centre for
// Peace,". It ends at a comma, a dash or the end of the sentence.
func (r *reading) apposition(m *mention) {
	i := m.span.End
	if r.word(i) != "," && r.word(i) != "(" {
		return
	}
	s := r.SentenceOf(m.span.Start)
	if s < 0 {
		return
	}
	stop := min(r.Sentences[s].End, i+1+appositionReach)
	for k := i + 1; k < stop; k++ {
		w := r.lower(k)
		if w == "," || w == ")" || w == "”" || w == "\"" || w == "said" || w == ";" || w == "—" || w == "who" || w == "and" && k > i+6 {
			return
		}
		if x := r.mentionAt(k); x != nil {
			k = x.span.End - 1
			continue
		}
		if p, ok := r.titleEnding(k + 1); ok && p.span.Start > i && !r.titleGoesOn(k+1) {
			if x := r.mentionAt(k + 1); x != nil && x.typ == person {
				return // the title of the next name
			}
			r.appositionOf(m, p, i+1, stop, "apposition/1")
			return
		}
	}
}

// titleGoesOn reports whether the word at token i makes the title before it a modifier:
// "chief (economist)".
func (r *reading) titleGoesOn(i int) bool {
	if _, ok := lexicon.TitleOf(r.lower(i)); ok || lexicon.IsTitleModifier(r.lower(i)) {
		return true
	}
	_, ok := lexicon.TitleOf(r.lower(i-1) + " " + r.lower(i))
	return ok || isPossessive(r.word(i))
}

// appositionOf adds the role of a description whose title was found: of what stands
// before the title or after "of", "at", "for", "in charge of".
func (r *reading) appositionOf(m *mention, p phrase, start, stop int, by string) {
	of, from := r.owner(p)
	if from < start {
		of = nil
	} else if from > start {
		r.statusBefore(&p, from)
	}
	end := p.span.End
	if x := r.ahead(end+1, stop); of != nil && of.typ == country && r.lower(end) == "of" && x != nil && x.typ == organization {
		of = nil // "the Chadian head of the LBC" heads the LBC
	}
	if w := r.lower(end); of == nil && (w == "of" || w == "at" || w == "for" || w == "with" || w == "from" || w == "to") {
		x := r.ahead(end+1, stop)
		if x != nil && !isPossessive(r.word(x.span.End)) && !r.modifies(x) && (x.typ == country || x.typ == organization || w == "to" && x.typ == person) {
			of, end = x.entity, x.span.End // not of Chad in "head of Chad's water agency"
		}
	}
	if x, at := r.fieldAt(p, end, stop); of == nil && x != nil {
		of, end, p.span.End = x.entity, x.span.End, at
	}
	evidence := nlp.Range{Start: m.Start, End: r.Tokens[end-1].End}
	r.addRole(m.entity, of, p, evidence, by)
}

// modifies reports whether a name stands before a noun for something else: "the LBC mission",
// but not "the LBC union".
func (r *reading) modifies(m *mention) bool {
	top := r.topOf(m.span)
	return r.rel(top) == nlp.RelCompound && r.headOf(top) == m.span.End && !bodies[r.lower(m.span.End)]
}

// ahead returns the mention that a noun phrase at token i names: past the article, and, if
// it is an organization, past what describes it: "the rightist Chadian | Reform Party".
func (r *reading) ahead(i, stop int) *mention {
	i = r.skipArticle(i)
	for k := i; k < stop && k < i+appositionReach/2; k++ {
		m := r.mentionAt(k)
		switch {
		case m != nil && m.kind == "demonym":
			k = m.span.End - 1
		case m != nil && m.typ == place && r.word(m.span.End) == "-" && r.lower(m.span.End+1) == "based":
			k = m.span.End + 1
		case m != nil:
			if m.entity != nil && m.span.Start == k && (k == i || m.typ == organization) {
				return m
			}
			return nil
		case r.Tokens[k].UPOS != nlp.PosAdj && !lexicon.IsTitleModifier(r.lower(k)) && r.word(k) != "-" && r.word(k+1) != "-":
			return nil
		}
	}
	return nil
}

// fieldAt returns the organization at which somebody has a post that is called after a
// field, and where the field ends: "a professor of law | at the Varnholm Institute".
func (r *reading) fieldAt(p phrase, i, stop int) (*mention, int) {
	if p.class != "post" || r.lower(i) != "of" && r.lower(i) != "in" && r.lower(i) != "on" && r.lower(i) != "for" {
		return nil, 0
	}
	for k := i + 1; k < stop; k++ {
		switch w := r.lower(k); {
		case w == "," || w == ")" || w == ";" || w == "who" || r.Tokens[k].UPOS == nlp.PosVerb || r.Tokens[k].UPOS == nlp.PosAux:
			return nil, 0
		case w == "at" || w == "with":
			if x := r.ahead(k+1, stop); x != nil && x.typ == organization && !isPossessive(r.word(x.span.End)) {
				return x, k
			}
			return nil, 0
		}
	}
	return nil, 0
}

// leads are the titles whose bearer heads the organization.
var leads = map[string]bool{"director": true, "chairman": true, "chairwoman": true, "chairperson": true, "chair": true, "chief executive": true,
	"head": true, "president": true, "leader": true, "director-general": true, "director general": true, "secretary general": true, "secretary-general": true,
	"general secretary": true, "executive director": true, "managing director": true, "editor-in-chief": true, "principal": true, "rector": true,
	"chief": true, "commander": true, "founder": true, "co-director": true, "co-leader": true}

// addRole notes a role and adds its relations. Epithets ("dictator") are no offices;
// an occupation ("farmer") is of nothing.
func (r *reading) addRole(holder, of *entity, p phrase, evidence nlp.Range, by string) {
	title := strings.ToLower(r.SpanText(p.span))
	if p.many {
		title = singularTitle(title)
	}
	for _, x := range holder.roles {
		if x.of == of && x.title == title {
			return
		}
	}
	r.keepRole(role{holder: holder, of: of, title: title, class: p.class, status: p.status, evidence: evidence, written: r.written(p, by)})
	if of == nil || of == holder || p.class == "epithet" {
		return
	}
	if (p.class == "occupation" || p.class == "post") && of.typ == country {
		r.relate(relation{from: holder, to: of, typ: "CITIZEN_OF", evidence: evidence, by: by})
		return
	}
	if personalTies[titleHead(title)] {
		return
	}
	r.relate(relation{from: holder, to: of, typ: "HOLDS_ROLE", title: title, status: p.status, evidence: evidence, by: by})
	if of.typ == organization && (p.status == "" || p.status == "acting") {
		office := strings.Join(officeWords(title), " ")
		typ := "WORKS_FOR"
		switch {
		case leads[office] && !r.oneOfSeveral(p):
			typ = "LEADS"
		case office == "member" || joinedSorts[of.sort] && !employees[titleHead(title)]:
			typ = "MEMBER_OF"
		}
		r.relate(relation{from: holder, to: of, typ: typ, evidence: evidence, by: by})
	}
}

// personalTies are the nouns for what people are to each other, which are no offices.
var personalTies = wordSet(`widow mother father son daughter wife husband brother sister uncle aunt grandfather grandmother cousin neighbor neighbour
	friend colleague ally rival opponent critic victim successor predecessor counterpart`)

// written reports whether a title is written as that of the one who has the office:
// "Minister Okoye", "the minister, Ada Okoye", "Ada Okoye, the minister".
func (r *reading) written(p phrase, by string) bool {
	switch the := r.lower(p.span.Start-1) == "the"; by {
	case "title/1":
		return the || isUpperWord(r.word(p.span.End-1))
	case "apposition/1":
		next := r.lower(p.span.End)
		return the && next != "of" && next != "at" && next != "for" && r.lower(p.span.End-1) != "president"
	}
	return false
}

// employees are the last words of titles whose bearers work for a party or a parliament
// without being of it.
var employees = wordSet("spokesman spokeswoman spokesperson adviser advisor aide secretary official economist expert analyst lawyer attorney fellow professor researcher scientist historian manager coach envoy commissioner mediator negotiator diplomat")

// oneOfSeveral reports whether a description has the indefinite article: "an LBC commander".
func (r *reading) oneOfSeveral(p phrase) bool {
	_, start := r.owner(p)
	w := r.lower(start - 1)
	return w == "a" || w == "an"
}

// officeWords returns the words of a title that say which office it is, in one spelling:
// "former PM" is "prime minister", "minister of defense" is "defence minister".
func officeWords(title string) []string {
	title, portfolio, _ := strings.Cut(title, " of ")
	for _, link := range []string{" to ", " on ", " in ", " for "} {
		title, _, _ = strings.Cut(title, link)
	}
	var words []string
	for _, w := range strings.Fields(portfolio + " " + strings.ReplaceAll(title, "-elect", "")) {
		switch w {
		case "pm":
			words = append(words, "prime", "minister")
		case "ceo":
			words = append(words, "chief", "executive")
		case "vp":
			words = append(words, "vice", "president")
		case "defense":
			words = append(words, "defence")
		case "new", "newly", "longtime", "long-time", "veteran", "senior", "outgoing", "sitting", "reigning", "exiled", "jailed", "affairs", "and", "the", "-", "first":
		default:
			if statusOf(w, "") == "" {
				words = append(words, w)
			}
		}
	}
	return words
}

// A roleKey finds roles by the head of their title and by what they are of: an entity,
// nil where the text does not say, or anything.
type roleKey struct {
	head string
	of   *entity
}

var anything = new(entity)

// keepRole notes a role under its holder and under the head of its title.
func (r *reading) keepRole(x role) {
	if r.roles == nil {
		r.roles = make(map[roleKey][]role)
	}
	head := titleHead(x.title)
	for _, of := range []*entity{x.of, anything} {
		r.roles[roleKey{head, of}] = append(r.roles[roleKey{head, of}], x)
	}
	x.holder.roles = append(x.holder.roles, x)
}

// titleHead returns the last word of a title without the portfolio behind it.
func titleHead(title string) string {
	words := officeWords(title)
	if len(words) == 0 {
		return title
	}
	return words[len(words)-1]
}

// standsFor reports whether a title alone can mean the holder of a role: it says nothing
// that the role's title does not ("the defence minister" is not the foreign minister), and
// leaves out nothing that makes another office of it ("the president" is no vice president).
func standsFor(title, status string, x role) bool {
	if status != x.status && (status != "" || x.status != "acting") {
		return false
	}
	words, of := officeWords(title), officeWords(x.title)
	for _, w := range words {
		if !slices.Contains(of, w) {
			return false
		}
	}
	for _, w := range of {
		if lesser[w] && !slices.Contains(words, w) {
			return false
		}
	}
	return true
}

// lesser are words of titles that make another office of the one that they stand with.
var lesser = wordSet("vice deputy assistant under associate prime shadow")

// delegates adds that whoever serves a head of state or government serves the country:
// an envoy of the president of Chad is an envoy of Chad.
func (r *reading) delegates() {
	held := make(map[[2]*entity]bool)
	for _, x := range r.relations {
		if x.typ == "HOLDS_ROLE" {
			held[[2]*entity{x.from, x.to}] = true
		}
	}
	for _, x := range r.relations {
		if x.typ != "HOLDS_ROLE" || x.to.typ != person {
			continue
		}
		for _, y := range x.to.roles {
			if y.of != nil && y.of.typ == country && y.class == "office" && !held[[2]*entity{x.from, y.of}] {
				x.to, x.by = y.of, "serves-office/1"
				held[[2]*entity{x.from, x.to}] = true
				r.relate(x)
				break
			}
		}
	}
}
