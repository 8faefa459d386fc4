package extract

import (
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
		r.apposition(m)
	}
}

// A phrase is a title found in the text: its tokens, its class, and its status.
type phrase struct {
	span   nlp.Span
	class  string
	status string // former, acting, elect
}

// titleEnding returns the title whose last token is i-1: "foreign minister" before the
// name at i. Modifiers before the title belong to it.
func (r *reading) titleEnding(i int) (phrase, bool) {
	for n := 3; n >= 1; n-- {
		if i-n < 0 {
			continue
		}
		t, ok := lexicon.TitleOf(strings.ToLower(r.SpanText(nlp.Span{Start: i - n, End: i})))
		if m := r.mentionAt(i - n); !ok || t.Class == "honorific" || m != nil && n > 1 && m.typ != person {
			continue // "Party" of "Green Party leader" is the name's
		}
		p := phrase{span: nlp.Span{Start: i - n, End: i}, class: t.Class}
		for p.span.Start > 0 {
			w := r.lower(p.span.Start - 1)
			if !lexicon.IsTitleModifier(w) && w != "-" || r.mentionAt(p.span.Start-1) != nil {
				break
			}
			p.span.Start--
			p.status = statusOf(w, p.status)
		}
		return p, true
	}
	return phrase{}, false
}

func statusOf(w, was string) string {
	switch w {
	case "former", "ex", "late", "retired":
		return "former"
	case "acting", "interim", "caretaker":
		return "acting"
	case "elect", "designate", "incoming":
		return "elect"
	}
	return was
}

// titleBefore reads the title in front of a name, with or without a comma, and what
// it is of: the country, organization or person before it, or after "of" behind the name.
func (r *reading) titleBefore(m *mention) {
	i := m.span.Start
	for r.honorific(i - 1) {
		i--
	}
	comma := r.word(i-1) == ","
	if comma {
		i--
	}
	p, ok := r.titleEnding(i)
	if !ok {
		r.officeBefore(m)
		return
	}
	of, start := r.owner(p.span.Start)
	if of == nil && !comma && r.word(m.span.End) == "of" {
		if x := r.mentionAt(r.skipArticle(m.span.End + 1)); x != nil && !isPossessive(r.word(x.span.End)) && (x.typ == country || x.typ == organization) {
			of = x.entity
		}
	}
	if comma && of == nil {
		return
	}
	r.addRole(m.entity, of, p, nlp.Range{Start: r.Tokens[start].Start, End: m.End}, "title/1")
}

// officeBefore reads an office in front of a name that says what it is of behind its
// title: "Minister of Defence of Chad Ada Okoye", "head of the Lanterna Group Ada Okoye".
func (r *reading) officeBefore(m *mention) {
	k := m.span.Start - 1
	var of *entity
	if x := r.mentionAt(k); x != nil && x.span.End == k+1 && (x.typ == country || x.typ == organization) && x.kind != "demonym" {
		of, k = x.entity, x.span.Start-1
		if r.lower(k) == "the" {
			k--
		}
		if r.lower(k) != "of" {
			return
		}
		k--
	}
	end := k + 1 // of the title with its portfolio
	for r.mentionAt(k) == nil && (lexicon.IsTitleModifier(r.lower(k)) || k < end-1 && r.lower(k) == "and") {
		k--
	}
	if k+1 < end {
		if r.lower(k) != "of" {
			return
		}
		k--
	}
	p, ok := r.titleEnding(k + 1)
	if !ok || of == nil && k+1 == end {
		return
	}
	p.span.End = end
	if of == nil {
		of, _ = r.owner(p.span.Start)
	}
	r.addRole(m.entity, of, p, nlp.Range{Start: r.Tokens[p.span.Start].Start, End: m.End}, "title/1")
}

func (r *reading) honorific(i int) bool {
	t, ok := lexicon.TitleOf(r.word(i))
	return ok && t.Class == "honorific"
}

// owner returns whose the title at token i is: the country, organization or person
// that stands before it, with or without a possessive; and the token where that starts.
func (r *reading) owner(i int) (*entity, int) {
	k := i - 1
	for k >= 0 && (r.lower(k) == "state" || isPossessive(r.word(k))) {
		k--
	}
	m := r.mentionAt(k)
	if m == nil || m.entity == nil || m.span.End != k+1 || m.by == "prefixed/1" {
		return nil, i
	}
	if m.typ == person && !isPossessive(r.word(k+1)) || m.typ == place {
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
	of, from := r.owner(p.span.Start)
	if from < start {
		of = nil
	}
	end := p.span.End
	if w := r.lower(end); of == nil && (w == "of" || w == "at" || w == "for" || w == "with" || w == "from" || w == "to") {
		x := r.mentionAt(r.skipArticle(end + 1))
		if x != nil && x.span.Start < stop && !isPossessive(r.word(x.span.End)) && (x.typ == country || x.typ == organization || w == "to" && x.typ == person) {
			of, end = x.entity, x.span.End // not of Chad in "head of Chad's water agency"
		}
	}
	evidence := nlp.Range{Start: m.Start, End: r.Tokens[end-1].End}
	r.addRole(m.entity, of, p, evidence, by)
}

// leads are the titles whose bearer heads the organization.
var leads = map[string]bool{"director": true, "chairman": true, "chairwoman": true, "chairperson": true, "chair": true, "chief executive": true, "ceo": true,
	"head": true, "president": true, "leader": true, "director-general": true, "director general": true, "secretary general": true, "secretary-general": true,
	"general secretary": true, "executive director": true, "managing director": true, "editor-in-chief": true, "principal": true, "rector": true,
	"chief": true, "commander": true, "founder": true, "chief executive officer": true}

// addRole notes a role and adds its relations. Epithets ("dictator") are no offices;
// an occupation ("farmer") is of nothing.
func (r *reading) addRole(holder, of *entity, p phrase, evidence nlp.Range, by string) {
	title := strings.ToLower(r.SpanText(p.span))
	for _, x := range holder.roles {
		if x.of == of && x.title == title {
			return
		}
	}
	r.keepRole(role{holder, of, title, p.class})
	if of == nil || of == holder || p.class == "epithet" {
		return
	}
	if (p.class == "occupation" || p.class == "post") && of.typ == country {
		r.relate(relation{from: holder, to: of, typ: "CITIZEN_OF", evidence: evidence, by: by})
		return
	}
	r.relate(relation{from: holder, to: of, typ: "HOLDS_ROLE", title: title, status: p.status, evidence: evidence, by: by})
	if of.typ == organization && p.status == "" {
		typ := "WORKS_FOR"
		switch {
		case leads[title]:
			typ = "LEADS"
		case joinedSorts[of.sort]:
			typ = "MEMBER_OF"
		}
		r.relate(relation{from: holder, to: of, typ: typ, evidence: evidence, by: by})
	}
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
	head, _, _ := strings.Cut(title, " of ")
	return head[strings.LastIndexByte(head, ' ')+1:]
}

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
