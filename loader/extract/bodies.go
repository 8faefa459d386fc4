package extract

import (
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// bodySorts are the nouns that stand for an organization of the article, by its sort:
// "the alliance" is the one alliance that was named before.
var bodySorts = map[string]string{"alliance": "alliance", "bloc": "union", "union": "union", "party": "party", "ministry": "ministry", "company": "company",
	"firm": "company", "bank": "bank", "court": "court", "university": "university", "newspaper": "media", "broadcaster": "media", "institute": "institute",
	"agency": "agency", "parliament": "parliament"}

// findBodies finds the nouns that stand for an organization: "the alliance" for the one of
// its sort, "the airline" for the one that the article calls an airline.
func findBodies(r *reading) {
	named := make(map[string]*entity) // by sort, or "the" and noun; nil if there are several
	note := func(key string, e *entity) {
		if one, ok := named[key]; ok && one != e {
			e = nil
		}
		named[key] = e
	}
	at := 0
	for i := range r.Tokens {
		for ; at < len(r.mentions) && r.mentions[at].span.Start <= i; at++ {
			m := &r.mentions[at]
			if m.entity == nil || m.typ != organization {
				continue
			}
			if m.entity.sort != "" {
				note(m.entity.sort, m.entity)
			}
			if w := r.calls(m); w != "" {
				note("the "+w, m.entity)
			}
		}
		w := r.lower(i)
		e := named[bodySorts[w]]
		if e == nil {
			e = named["the "+w]
		}
		if e == nil && rebels[w] {
			if e = named["the rebels"]; e == nil {
				e = named["armed group"]
			}
		}
		if e != nil && r.isBody(i) && !(anyBody[w] && r.nearerBody(i, e)) {
			r.bodies = append(r.bodies, nominal{nlp.Span{Start: i - 1, End: i + 1}, e})
		}
	}
}

// nearerBody reports whether a general noun for a body at token i may mean another one of no
// known sort that its sentence names before: "the agency" behind "Lanterna, the institute,".
func (r *reading) nearerBody(i int, e *entity) bool {
	x := r.bodyBefore(i, r.Sentences[r.SentenceOf(i)].Start, func(m *mention) bool { return m.typ == organization && (m.entity.sort == "" || m.entity == e) })
	return x != nil && x != e
}

// rebels are the nouns for the fighters of an armed group.
var rebels = wordSet("rebels militants insurgents guerrillas fighters gunmen jihadists separatists")

// rebellious are the words that make a group one of fighters.
var rebellious = wordSet("rebel militant insurgent guerrilla armed terrorist jihadist separatist paramilitary extremist islamist")

// calls returns the noun by which the article says what an organization is: "airline" of
// "Lanterna, an airline" and "the airline Lanterna". Of those who fight it is
// "rebels": "the Norba rebels", "Norba, a militant group".
func (r *reading) calls(m *mention) string {
	if rebels[r.lower(m.span.End)] {
		return "rebels"
	}
	top, noun := r.topOf(m.span), -1
	for k := m.span.End + 1; k < r.below[top].End && k < m.span.End+longDescription; k++ {
		if r.rel(k) == nlp.RelAppos && r.mentionAt(k) == nil && r.headOf(k) >= m.span.Start && r.headOf(k) < m.span.End {
			noun = k
			break
		}
	}
	if h := r.headOf(top); noun < 0 && r.rel(top) == nlp.RelNsubj && r.child(h, nlp.RelCop) >= 0 {
		noun = h // "Lanterna is an airline"
	}
	if k := m.span.Start - 1; noun < 0 && k >= 0 && r.sameSentence(k, m.span.Start) && (r.headOf(k) == top || r.headOf(top) == k) {
		noun = k
	}
	if noun < 0 || r.Tokens[noun].XPOS != nlp.TagNN || r.mentionAt(noun) != nil {
		return ""
	}
	for k := noun - 1; k >= r.below[noun].Start; k-- {
		if r.headOf(k) == noun && rebellious[r.lower(k)] {
			return "rebels"
		}
	}
	if w := r.lower(noun); lexicon.IsActor(w) || lexicon.IsPrivate(w) {
		return w
	}
	return ""
}

// A nominal is a phrase that stands for an organization.
type nominal struct {
	nlp.Span
	entity *entity
}

// isBody reports whether token i is a noun with "the" before it and nothing behind it
// that tells which one: "the alliance", not "the alliance of Chad and Peru".
func (r *reading) isBody(i int) bool {
	if i == 0 || r.lower(i-1) != "the" || r.mentionAt(i) != nil || !r.Tokens[i].XPOS.IsNoun() || r.rel(i) == nlp.RelCompound {
		return false
	}
	k := r.SentenceOf(i)
	next := r.lower(i + 1)
	tells := (next == "for" || next == "in") && r.headOf(r.headOf(i+1)) == i
	return k >= 0 && !r.skip[k] && next != "of" && next != "-" && !tells
}

// mentionBodies makes mentions of them.
func (r *reading) mentionBodies() {
	for _, n := range r.bodies {
		r.mentions = append(r.mentions, mention{Range: r.Bytes(n.Span), span: n.Span, typ: organization, kind: "nominal", by: "body-nominal/1", entity: n.entity})
	}
	r.indexMentions()
}

// sortNamed returns the one organization named so far whose sort the lone word of a
// mention says: "the Alliance".
func (c *clusters) sortNamed(m *mention) *entity {
	sort := bodySorts[strings.ToLower(c.text(m.Range))]
	if sort == "" || m.span.End-m.span.Start != 1 || strings.ToLower(c.word(m.span.Start-1)) != "the" {
		return nil
	}
	return c.bySort[sort]
}

// sorted notes the sort of an organization.
func (c *clusters) sorted(e *entity) {
	if e.sort == "" {
		return
	}
	if one, ok := c.bySort[e.sort]; ok && one != e {
		c.bySort[e.sort] = nil
		return
	}
	c.bySort[e.sort] = e
}

// ownerMeant returns the body that a possessive ending at token i stands for, "its" or
// "the commission's", and the token where that starts; nil if it stands for none.
func (r *reading) ownerMeant(i int) (*entity, int) {
	k := r.SentenceOf(max(i, 0))
	if i < 0 || k < 0 {
		return nil, i
	}
	if r.lower(i) == "its" {
		return r.bodyBefore(i, r.Sentences[max(k-1, 0)].Start, func(m *mention) bool { return r.rel(r.topOf(m.span)) == nlp.RelNsubj }), i
	}
	noun := r.lower(i - 1)
	if !isPossessive(r.word(i)) || r.lower(i-2) != "the" || r.mentionAt(i-1) != nil {
		return nil, i
	}
	sort := bodySorts[noun]
	return r.bodyBefore(i, r.Sentences[max(k-bodyReach, 0)].Start, func(m *mention) bool {
		return m.typ == organization && (sort != "" && m.entity.sort == sort || anyBody[noun] && m.entity.sort != "media" || r.hasWord(m.span, noun))
	}), i - 2
}

// bodyReach is the number of sentences back that a noun for a body may look.
const bodyReach = 4

// bodyBefore returns the organization or country last named between two tokens for which
// is holds.
func (r *reading) bodyBefore(i, from int, is func(*mention) bool) *entity {
	for n := i - 1; n >= from; n-- {
		m := r.mentionAt(n)
		if m == nil {
			continue
		}
		n = m.span.Start
		if m.entity != nil && (m.typ == organization || m.typ == country && m.kind != "demonym") && is(m) {
			return m.entity
		}
	}
	return nil
}

// anyBody are the nouns that can stand for an organization of any sort.
var anyBody = wordSet("organization organisation group agency body company firm charity watchdog association nonprofit")

// hasWord reports whether a word in lower case is one of a name's.
func (r *reading) hasWord(s nlp.Span, w string) bool {
	for i := s.Start; i < s.End; i++ {
		if r.lower(i) == w {
			return true
		}
	}
	return false
}
