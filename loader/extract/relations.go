package extract

import "newsgraph/loader/nlp"

// relate adds a relation, once.
func (r *reading) relate(x relation) {
	key := relationKey{x.from, x.to, x.typ, x.title, x.status}
	if x.from == nil || x.to == nil || x.from == x.to || r.related[key] {
		return
	}
	if r.related == nil {
		r.related = make(map[relationKey]bool)
	}
	r.related[key] = true
	r.relations = append(r.relations, x)
}

type relationKey struct {
	from, to           *entity
	typ, title, status string
}

// findTies reads what stands around names and says where people and organizations belong.
func findTies(r *reading) {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.entity == nil || m.kind != "name" || m.by == "name-part/1" {
			continue
		}
		switch m.typ {
		case person:
			r.belongsTo(m)
			r.citizenByName(m)
			r.citizenByPossessive(m)
		case organization:
			r.ofCountry(m)
			r.seatedIn(m)
		}
	}
	for _, d := range r.descriptions {
		r.citizenByDescription(d)
		r.roleByDescription(d)
	}
	r.homeOffices()
	r.officeCitizens()
	r.clauseTies()
	r.memberStates()
}

// between returns the text from one token to another.
func (r *reading) between(from, to int) nlp.Range {
	return nlp.Range{Start: r.Tokens[from].Start, End: r.Tokens[to].End}
}

// next returns the mention that starts at token i, past an article; nil if none does.
func (r *reading) next(i int) *mention {
	i = r.skipArticle(i)
	if m := r.mentionAt(i); m != nil && m.span.Start == i && m.entity != nil {
		return m
	}
	return nil
}

// belongsTo reads the organization behind or before a person's name: "Ada Okoye of the
// LBC", "Ada Okoye (LBC)", "the LBC's Ada Okoye".
func (r *reading) belongsTo(m *mention) {
	e := m.span.End
	if r.word(e) == "," && r.word(e+1) == "of" {
		e++ // "Ada Okoye, of the LBC,"
	}
	switch w := r.word(e); w {
	case "of", "from", "at":
		if x := r.ahead(e+1, e+appositionReach); x != nil && x.typ == organization && r.sameSentence(m.span.Start, x.span.Start) && (w == "of" || r.headOf(r.topOf(x.span)) == r.topOf(m.span)) {
			r.memberOf(m, x, "member-behind/1")
		}
	case "(":
		if x := r.mentionAt(e + 1); x != nil && x.typ == organization && x.entity != nil && r.word(x.span.End) == ")" {
			r.memberOf(m, x, "member-brackets/1")
		}
	}
	if s := m.span.Start; s >= 2 && isPossessive(r.word(s-1)) {
		if x := r.mentionAt(s - 2); x != nil && x.typ == organization && x.entity != nil && x.kind == "name" {
			r.memberOf(m, x, "member-possessive/1")
		}
	}
}

// memberOf ties a person to an organization: a member of a party or an alliance works
// for others.
func (r *reading) memberOf(m, of *mention, by string) {
	typ := "WORKS_FOR"
	if joinedSorts[of.entity.sort] {
		typ = "MEMBER_OF"
	}
	a, b := m.span.Start, of.span.End-1
	if of.span.Start < a {
		a, b = of.span.Start, m.span.End-1
	}
	r.relate(relation{from: m.entity, to: of.entity, typ: typ, evidence: r.between(a, b), by: by})
}

// joinedSorts are the sorts of organizations that one is a member of.
var joinedSorts = map[string]bool{"party": true, "union": true, "alliance": true, "armed group": true, "parliament": true, "team": true, "bloc": true}

// stateSorts are the sorts of organizations that states are members of.
var stateSorts = map[string]bool{"union": true, "alliance": true, "bloc": true, "international": true}

// citizenByName reads a demonym right before a name: "Chadian Ada Okoye".
func (r *reading) citizenByName(m *mention) {
	if x := r.mentionAt(m.span.Start - 1); x != nil && x.kind == "demonym" && x.by != "prefixed/1" && x.typ == country && x.span.End == m.span.Start && r.sameSentence(x.span.Start, m.span.Start) {
		r.relate(relation{from: m.entity, to: x.entity, typ: "CITIZEN_OF", evidence: r.between(x.span.Start, m.span.End-1), by: "demonym-name/1"})
	}
}

// citizenByPossessive reads the country that a name is one of: "Chad's Ada Okoye".
func (r *reading) citizenByPossessive(m *mention) {
	s := m.span.Start
	if s < 2 || !isPossessive(r.word(s-1)) {
		return
	}
	if x := r.mentionAt(s - 2); x != nil && x.typ == country && x.kind == "name" && x.entity != nil {
		r.relate(relation{from: m.entity, to: x.entity, typ: "CITIZEN_OF", evidence: r.between(x.span.Start, m.span.End-1), by: "country-possessive/1"})
	}
}

// citizenByDescription reads a demonym in the description of a person: "a Chadian judge".
func (r *reading) citizenByDescription(d description) {
	for i := max(0, d.Start-3); i < d.head; i++ {
		x := r.mentionAt(i)
		if x == nil || x.typ != country || x.kind != "demonym" || x.by == "prefixed/1" || x.span.End != i+1 || !r.sameSentence(i, d.head) {
			continue
		}
		if _, ok := personNoun(r.lower(d.head)); !ok && d.by != "title-nominal/1" {
			continue
		}
		if h := r.headOf(i); h == d.head || i+1 == d.Start && h >= d.Start && h < d.head+4 {
			r.relate(relation{from: d.entity, to: x.entity, typ: "CITIZEN_OF", evidence: r.between(i, d.End-1), by: "demonym-description/1"})
		}
	}
}

// roleByDescription reads the office in what a clause says of a person: "Okoye is the
// director of the LBC".
func (r *reading) roleByDescription(d description) {
	if d.by != "predicate-nominal/1" {
		return
	}
	p, ok := r.titleEnding(d.head + 1)
	if !ok || p.span.Start < d.Start {
		return
	}
	start := d.Start
	m := mention{Range: r.Bytes(nlp.Span{Start: start, End: start + 1}), span: nlp.Span{Start: start, End: start + 1}, entity: d.entity}
	r.appositionOf(&m, p, start, d.End, "predicate/1")
}

// officeCitizens adds that whoever holds an office of a state is its citizen.
func (r *reading) officeCitizens() {
	for _, x := range r.relations {
		if x.typ == "HOLDS_ROLE" && x.to.typ == country && x.by != "serves-office/1" && stateOffice(x.title) {
			x.typ, x.title, x.status, x.by = "CITIZEN_OF", "", "", "office-citizen/1"
			r.relate(x)
		}
	}
}

// stateOffice reports whether a title is of an office that states give to citizens.
func stateOffice(title string) bool {
	for _, w := range officeWords(title) {
		if stateOffices[w] {
			return true
		}
	}
	return false
}

var stateOffices = wordSet("president minister premier chancellor king queen emir sultan secretary senator congressman congresswoman lawmaker mp ambassador speaker governor leader taoiseach")

// ofCountry reads the country before the name of an organization: "the Chadian company
// Lanterna", "Chad's Lake Basin Commission"; or in it: "Chadian Foreign Ministry".
func (r *reading) ofCountry(m *mention) {
	if x := r.mentionWithin(m, m.span.Start); x != nil && x.typ == country {
		r.locate(m, x, x.span.Start, "country-in-name/1")
		return
	}
	i := m.span.Start - 1
	for n := 0; n < 4 && i >= 0 && r.mentionAt(i) == nil && (isNoun(r.Tokens[i].XPOS) && isLower(r.word(i)) || r.Tokens[i].XPOS == nlp.TagJJ || isPossessive(r.word(i)) && n == 0); n++ {
		i--
	}
	x := r.mentionAt(i)
	if x == nil || x.typ != country || x.entity == nil || x.by == "prefixed/1" || x.span.End != i+1 || !r.sameSentence(i, m.span.Start) {
		return
	}
	if x.kind == "demonym" || isPossessive(r.word(i+1)) && i+2 == m.span.Start {
		r.locate(m, x, x.span.Start, "country-before/1")
	}
}

// mentionWithin returns a mention that starts at token i inside another one.
func (r *reading) mentionWithin(m *mention, i int) *mention {
	for k := r.at[m.span.Start]; k < len(r.mentions) && k >= 0 && r.mentions[k].span.Start <= i; k++ {
		if x := &r.mentions[k]; x.span.Start == i && x.End < m.End && x.entity != nil {
			return x
		}
	}
	return nil
}

// locate ties an organization to its country: organs of the state are parts of it.
func (r *reading) locate(m, of *mention, from int, by string) {
	typ := "LOCATED_IN"
	if organs[m.entity.sort] {
		typ = "PART_OF"
	}
	r.relate(relation{from: m.entity, to: of.entity, typ: typ, evidence: r.between(from, m.span.End-1), by: by})
}

// organs are the sorts of organizations that are parts of a state.
var organs = map[string]bool{"government": true, "ministry": true, "parliament": true, "court": true, "military": true, "agency": true}

// seatedIn reads where an organization is: "the LBC in Geneva", "Geneva-based LBC", "the
// LBC, based in Geneva".
func (r *reading) seatedIn(m *mention) {
	e := m.span.End
	switch {
	case r.word(e) == "in" && e+1 < len(r.Tokens):
		if x := r.next(e + 1); x != nil && (x.typ == place || x.typ == country) && r.headOf(r.topOf(x.span)) == r.topOf(m.span) && m.span.End-m.span.Start > 1 {
			r.relate(relation{from: m.entity, to: x.entity, typ: "LOCATED_IN", evidence: r.between(m.span.Start, x.span.End-1), by: "seat-behind/1"})
		}
	case r.word(e) == "of" && e+1 < len(r.Tokens):
		if x := r.next(e + 1); x != nil && x.typ == country && organs[m.entity.sort] {
			r.relate(relation{from: m.entity, to: x.entity, typ: "PART_OF", evidence: r.between(m.span.Start, x.span.End-1), by: "seat-behind/1"})
		}
	}
	i := m.span.Start - 1
	for n := 0; n < 3 && i > 2 && r.lower(i) != "based" && r.mentionAt(i) == nil && isLower(r.word(i)); n++ {
		i--
	}
	if i > 2 && r.lower(i) == "based" && r.word(i-1) == "-" {
		if x := r.mentionAt(i - 2); x != nil && x.entity != nil && (x.typ == place || x.typ == country) {
			r.relate(relation{from: m.entity, to: x.entity, typ: "LOCATED_IN", evidence: r.between(x.span.Start, m.span.End-1), by: "based/1"})
		}
	}
}

// clauseTies reads clauses whose subject is a person or a state and whose object an
// organization: "Okoye heads the LBC", "Chad joined the alliance".
func (r *reading) clauseTies() {
	for i := range r.mentions {
		if m := &r.mentions[i]; m.entity != nil && m.typ == organization && m.kind == "name" {
			r.clauseTie(m.span, m.entity)
		}
	}
	for _, b := range r.bodies {
		r.clauseTie(b.Span, b.entity)
	}
}

func (r *reading) clauseTie(s nlp.Span, of *entity) {
	top := r.topOf(s)
	v := r.headOf(top)
	typ := clauseVerbs[r.Tokens[v].Lemma]
	if typ == "" || v >= top || r.Tokens[v].UPOS != nlp.PosVerb || !clauseObject(r, top, r.Tokens[v].Lemma) || r.unreal(v) {
		return
	}
	subject := r.child(v, nlp.RelNsubj)
	if subject < 0 {
		return
	}
	if w := r.lower(subject); (w == "who" || w == "which" || w == "that") && r.rel(v) == nlp.RelAcl {
		subject = r.headOf(v)
	}
	for _, k := range r.withConjuncts(subject) {
		x := r.mentionAt(k)
		if x == nil || x.entity == nil || x.kind != "name" || x.typ != person && (x.typ != country || typ != "MEMBER_OF" || !stateSorts[of.sort] || r.joinsIn(s.End)) {
			continue
		}
		r.relate(relation{from: x.entity, to: of, typ: typ, evidence: r.between(min(k, v), s.End-1), by: "clause/1"})
	}
}

// unreal reports whether the verb at token v does not tell what is or was: it is denied, or
// comes after "to", "would" or the like.
func (r *reading) unreal(v int) bool {
	for k := r.below[v].Start; k < v; k++ {
		if r.headOf(k) == v && (negations[r.lower(k)] || r.tag(k) == nlp.TagMD || r.tag(k) == nlp.TagTO) {
			return true
		}
	}
	return false
}

// joinsIn reports whether one joins others in doing something, rather than them: "Chad
// joined the alliance in calling for talks".
func (r *reading) joinsIn(i int) bool { return r.lower(i) == "in" && r.tag(i+1) == nlp.TagVBG }

// withConjuncts returns a token and those that are joined to it by "and".
func (r *reading) withConjuncts(i int) []int {
	found := []int{i}
	for k := i + 1; k < r.below[i].End && len(found) < manyMembers; k++ {
		if r.headOf(k) == i && r.rel(k) == nlp.RelConj {
			found = append(found, k)
		}
	}
	return found
}

// manyMembers is the number of names that a list of members may have.
const manyMembers = 12

var clauseVerbs = map[string]string{"head": "LEADS", "lead": "LEADS", "chair": "LEADS", "run": "LEADS", "found": "LEADS", "direct": "LEADS",
	"join": "MEMBER_OF", "work": "WORKS_FOR"}

// clauseObject reports whether an organization is what a verb takes: an object, or what
// one works "for" or "at".
func clauseObject(r *reading, top int, lemma string) bool {
	if lemma != "work" {
		return r.rel(top) == nlp.RelObj
	}
	c := r.child(top, nlp.RelCase)
	return r.rel(top) == nlp.RelObl && c >= 0 && (r.lower(c) == "for" || r.lower(c) == "at")
}

// memberStates reads which states are members of an organization: "NATO member Chad", "EU
// member states Chad and Peru", "Chad, a member of the European Union,", "Chad is a member
// of NATO".
func (r *reading) memberStates() {
	for i := range r.Tokens {
		if r.Tokens[i].Lemma != "member" || r.mentionAt(i) != nil || r.SentenceOf(i) < 0 || r.word(i-1) == "-" {
			continue
		}
		if of := r.mentionAt(i - 1); of != nil && of.typ == organization && of.entity != nil {
			r.membersNamed(i, of)
		} else {
			r.memberClause(i)
		}
	}
}

// membersNamed reads the states behind "member" at token i.
func (r *reading) membersNamed(i int, of *mention) {
	k := i + 1
	switch r.lemma(k) {
	case "state", "country", "nation":
		k++
	}
	for x := r.mentionAt(k); x != nil && x.typ == country && x.kind == "name" && x.entity != nil && r.sameSentence(i, k); x = r.mentionAt(k) {
		r.relate(relation{from: x.entity, to: of.entity, typ: "MEMBER_OF", evidence: r.between(of.span.Start, x.span.End-1), by: "member-state/1"})
		if k = x.span.End; r.tag(i) != nlp.TagNNS && r.lower(k-1) != "states" {
			return
		}
		for r.word(k) == "," || r.lower(k) == "and" {
			k++
		}
	}
}

// memberClause reads of what a state is said to be a member, in apposition or by a copula.
func (r *reading) memberClause(i int) {
	subject := r.headOf(i)
	if r.rel(i) != nlp.RelAppos {
		if subject = r.child(i, nlp.RelNsubj); subject < 0 || r.child(i, nlp.RelCop) < 0 || r.unreal(i) {
			return
		}
	}
	for k := r.below[i].Start; k < i; k++ {
		if w := r.lower(k); r.headOf(k) == i && (w == "former" || w == "candidate" || w == "no" || w == "longer" || w == "aspiring") {
			return
		}
	}
	if r.lower(i+1) != "of" {
		return
	}
	of := r.ahead(i+2, r.below[i].End)
	if of == nil || of.typ != organization {
		return
	}
	if x := r.mentionAt(subject); x != nil && x.typ == country && x.kind == "name" && x.entity != nil {
		a, b := min(x.span.Start, i), max(x.span.End, of.span.End)-1
		r.relate(relation{from: x.entity, to: of.entity, typ: "MEMBER_OF", evidence: r.between(a, b), by: "member-state/1"})
	}
}
