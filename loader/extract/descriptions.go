package extract

import (
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// A description is a phrase that says what a person is, beside the name or in a clause
// about the person: "his wife" in "his wife Ada Okoye", "a judge" in "Okoye is a judge".
type description struct {
	nlp.Span
	head   int // token of its noun
	entity *entity
	by     string
}

// findDescriptions finds what the article calls its people beside their names.
func findDescriptions(r *reading) {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.typ != person || m.entity == nil || m.kind != "name" || m.by == "name-part/1" {
			continue
		}
		r.describedBefore(m)
		r.describedByComma(m)
		r.describedAfter(m)
		r.describedAs(m)
	}
	r.describedAgain()
}

// describe notes a description, unless its noun serves another one.
func (r *reading) addDescription(s nlp.Span, head int, e *entity, by string) {
	if r.described[head] || s.End-s.Start > longDescription {
		return
	}
	r.described[head] = true
	r.descriptions = append(r.descriptions, description{s, head, e, by})
	if g, _ := personNoun(r.lower(head)); e.gender == lexicon.AnyGender {
		e.gender = g
	}
}

// longDescription is the number of tokens above which a phrase is no description.
const longDescription = 25

// describedBefore reads the words in front of a name: "his wife", "Chadian envoy".
// The noun that they end in says what the person is.
func (r *reading) describedBefore(m *mention) {
	head := m.span.Start - 1
	if head < 0 || !r.sameSentence(head, m.span.Start) || !isNoun(r.Tokens[head].XPOS) || strings.Contains(r.word(head), ".") || isCalendarWord(r.word(head)) || r.mentionAt(head) != nil {
		return
	}
	if t, ok := lexicon.TitleOf(r.word(head)); ok && t.Class == "honorific" && (len(r.word(head)) < 5 || t.Gender != lexicon.AnyGender) {
		return
	}
	top := r.topOf(m.span)
	if _, ok := personNoun(r.lower(head)); !ok && r.headOf(head) != top && r.headOf(top) != head {
		return
	}
	r.addDescription(nlp.Span{Start: r.phraseLeft(head, top), End: head + 1}, head, m.entity, "title-nominal/1")
}

// describedByComma reads the phrase that a name stands in apposition to: "his sister, Ada
// Okoye,".
func (r *reading) describedByComma(m *mention) {
	top := r.topOf(m.span)
	head := r.headOf(top)
	if r.word(m.span.Start-1) != "," || !r.sameSentence(m.span.Start-1, m.span.Start) {
		return
	}
	if r.rel(top) != nlp.RelAppos || head >= m.span.Start-1 || head < m.span.Start-longDescription {
		head = m.span.Start - 2 // "their child, Ada."
		if w := r.word(m.span.End); head < 0 || w != "," && w != "." || r.rel(head) == nlp.RelAppos {
			return
		}
	}
	if _, ok := personNoun(r.lower(head)); ok && isNoun(r.Tokens[head].XPOS) && r.mentionAt(head) == nil {
		r.addDescription(nlp.Span{Start: r.phraseLeft(head, head), End: head + 1}, head, m.entity, "apposition-nominal/1")
	}
}

// phraseLeft returns where the noun phrase that token head ends starts: what stands
// before the head and hangs on it, or on the name behind it.
func (r *reading) phraseLeft(head, top int) int {
	start := head
	for k := head - 1; k >= 0 && k > head-longDescription; k-- {
		if r.mentionAt(k) != nil || isPossessive(r.word(k)) && r.mentionAt(k-1) != nil {
			return start
		}
		switch rel := r.rel(k); rel {
		case nlp.RelPunct, nlp.RelCase, nlp.RelCC, nlp.RelMark, nlp.RelAppos, nlp.RelConj, nlp.RelNsubj, nlp.RelCop, nlp.RelAux:
			if !isPossessive(r.word(k)) && r.word(k) != "-" {
				return start
			}
		}
		h := r.headOf(k)
		for n := 0; h != head && h != top && h >= start && h < head && n < 4; n++ {
			h = r.headOf(h)
		}
		if h != head && h != top && !(h >= start && h <= head) {
			return start
		}
		start = k
	}
	return start
}

// describedAfter reads the phrase in apposition to a name: ", a farmer of 54,".
func (r *reading) describedAfter(m *mention) {
	top := r.topOf(m.span)
	if m.span.End >= len(r.Tokens) || !r.sameSentence(top, m.span.End) {
		return
	}
	if w := r.word(m.span.End); w != "," && w != "(" && w != "–" && w != "—" {
		return
	}
	for k := m.span.End + 1; k < r.below[top].End && k < m.span.End+longDescription; k++ {
		if r.rel(k) != nlp.RelAppos || r.headOf(k) < m.span.Start || r.headOf(k) >= m.span.End {
			continue
		}
		if r.isDescription(k) {
			r.addDescription(r.phraseOf(k), k, m.entity, "apposition-nominal/1")
		}
	}
}

// isDescription reports whether the noun at token k, in apposition or predicate, says
// what somebody is: it has an article, or is a noun for people.
func (r *reading) isDescription(k int) bool {
	if !isNoun(r.Tokens[k].XPOS) || isCalendarWord(r.word(k)) {
		return false
	}
	if m := r.mentionAt(k); m != nil {
		return false
	}
	if _, ok := personNoun(r.lower(k)); ok {
		return true
	}
	d := r.child(k, nlp.RelDet)
	return d >= 0 && r.Tokens[k].XPOS == nlp.TagNN && articleWords[r.lower(d)]
}

var articleWords = wordSet("a an the")

// phraseOf returns the noun phrase of token k without what is set off from it.
func (r *reading) phraseOf(k int) nlp.Span {
	s := r.below[k]
	start, end := k, k+1
	for start > s.Start && r.word(start-1) != "," && r.rel(start-1) != nlp.RelCop && r.rel(start-1) != nlp.RelNsubj && r.rel(start-1) != nlp.RelAdvmod && r.rel(start-1) != nlp.RelCC {
		start--
	}
	for end < s.End && !phraseEnds[r.word(end)] {
		end++
	}
	return nlp.Span{Start: start, End: end}
}

var phraseEnds = wordSet(", ; : ( ) – — . ” \" who whom whose which")

// describedAs reads what a clause says that its subject is: "Okoye is a judge".
func (r *reading) describedAs(m *mention) {
	top := r.topOf(m.span)
	if k := r.headOf(top); k > top && r.rel(top) == nlp.RelNsubj {
		r.predicate(k, m.entity)
	}
	for k := m.span.End; k < r.below[top].End; k++ { // "Okoye, who is now a judge"
		if r.rel(k) == nlp.RelAcl && r.headOf(k) == top && r.child(k, nlp.RelNsubj) == m.span.End+1 && r.lower(m.span.End+1) == "who" {
			r.predicate(k, m.entity)
		}
	}
}

// predicate notes the noun at token k as a description if a copula ties it to its subject.
func (r *reading) predicate(k int, e *entity) {
	cop := r.child(k, nlp.RelCop)
	if cop < 0 || !r.isDescription(k) || r.described[k] || r.child(k, nlp.RelCase) >= 0 {
		return
	}
	for i := cop; i < k; i++ {
		if w := r.lower(i); w == "not" || w == "n't" || w == "never" || w == "no" {
			return
		}
	}
	r.addDescription(r.phraseOf(k), k, e, "predicate-nominal/1")
}

// describedAgain finds the descriptions that come back with an article: "the judge",
// after "Ada Okoye, a judge", if only one person was called so.
func (r *reading) describedAgain() {
	first := make(map[string]description)
	several := make(map[string]bool)
	for _, d := range r.descriptions {
		w := r.descriptionKey(d.head)
		one, ok := first[w]
		several[w] = several[w] || ok && one.entity != d.entity
		if !ok || d.head < one.head {
			first[w] = d
		}
	}
	for i := range r.Tokens {
		w := r.descriptionKey(i)
		if d, ok := first[w]; ok && !several[w] && i > d.head && r.definite(i) && r.genderAgrees(i, d.entity) && r.sameOffice(i, d.head) {
			r.addDescription(nlp.Span{Start: i - 1, End: i + 1}, i, d.entity, "described-nominal/1")
		}
	}
}

// sameOffice reports whether the title that ends at token i can mean the office of the one
// that ends at token first; so can any two nouns that are no titles.
func (r *reading) sameOffice(i, first int) bool {
	p, title := r.titleEnding(i + 1)
	q, titled := r.titleEnding(first + 1)
	if !title || !titled {
		return true
	}
	return standsFor(strings.ToLower(r.SpanText(p.span)), p.status, role{title: strings.ToLower(r.SpanText(q.span)), status: q.status})
}

// descriptionKey is the noun at token i; the nouns for a child are one.
func (r *reading) descriptionKey(i int) string {
	w := r.lower(i)
	if childNouns[w] {
		return "child"
	}
	return w
}

var childNouns = wordSet("child baby infant son daughter boy girl toddler")

func (r *reading) genderAgrees(i int, e *entity) bool {
	g, _ := personNoun(r.lower(i))
	return g == lexicon.AnyGender || e.gender == lexicon.AnyGender || e.gender == g
}

// definite reports whether token i is a noun for a person with "the" right before it and
// nothing that tells it from another one.
func (r *reading) definite(i int) bool {
	if i == 0 || r.lower(i-1) != "the" && r.Tokens[i-1].XPOS != nlp.TagPRPS || r.Tokens[i].XPOS != nlp.TagNN || r.described[i] || r.mentionAt(i) != nil {
		return false
	}
	if _, ok := personNoun(r.lower(i)); !ok {
		return false
	}
	if rel := r.rel(i); rel == nlp.RelCompound || rel == nlp.RelFlat {
		return false
	}
	next := r.lower(i + 1)
	return next != "of" && next != "who" && next != "-" && next != "in"
}

func (r *reading) sameSentence(a, b int) bool { return r.SentenceOf(a) == r.SentenceOf(b) }

func isCalendarWord(w string) bool { return calendarWords[strings.ToLower(w)] }

var calendarWords = wordSet("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december")

// mentionDescriptions makes mentions of the descriptions.
func (r *reading) mentionDescriptions() {
	for _, d := range r.descriptions {
		x := r.Bytes(d.Span)
		if r.spoken(x) {
			continue
		}
		r.mentions = append(r.mentions, mention{Range: x, span: d.Span, typ: person, kind: "nominal", by: d.by, entity: d.entity})
	}
	r.indexMentions()
}

// spoken reports whether a mention of a person stands at exactly that range.
func (r *reading) spoken(x nlp.Range) bool {
	m := r.mentionAt(r.TokenAt(x.Start))
	return m != nil && m.Range == x
}
