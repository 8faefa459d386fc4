package extract

import (
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// Where the parser gives a verb no subject or object that is an entity, the words
// beside the verb are read as they stand: it errs more often on heads than on which
// phrase is next to the verb.

// nearReach is the number of tokens beside a verb within which such a phrase starts.
const nearReach = 8

// before returns the entities of the phrase that ends before the verb group of v: dates,
// adverbs, auxiliaries and what stands in brackets are passed over.
func (f *eventFinder) before(v int) []participant {
	if h := f.head(v); f.relation(v) != nlp.RelRoot && (h < 0 || h > v) && f.relation(v) != nlp.RelCcomp {
		return nil
	}
	s := f.Sentences[max(0, f.SentenceOf(v))]
	i := v - 1
	for i > s.Start && i > v-nearReach && (f.Tokens[i].UPOS == nlp.PosAux || f.Tokens[i].UPOS == nlp.PosAdv || f.Tokens[i].UPOS == nlp.PosPart || f.inDate(i) || f.lower(i) == "on" && f.inDate(i+1)) {
		i--
	}
	if f.word(i) == "," && (f.tag(v) == nlp.TagVBD || f.tag(v) == nlp.TagVBZ) { // "its envoy, Ada Okoye, held talks"
		if m := f.mentionAt(i - 1); m != nil && m.typ == person && f.word(m.span.Start-1) == "," {
			return f.mentioned(i - 1)
		}
	}
	if m := f.mentionAt(i); m != nil || f.acts(i) {
		if m != nil && (f.lower(m.span.Start-1) == "," || f.ofKin(m) || f.whereFrom(m)) {
			return nil
		}
		if m != nil {
			top := f.topOf(m.span)
			if h := f.head(top); f.relation(top) == nlp.RelConj && f.mentionAt(h) != nil {
				if f.mentionAt(h).typ != m.typ {
					return f.joined(h, m.typ) // "after talks in Lima, Chad and Peru agreed"
				}
				i, top = h, h // the whole list
			}
			in := false
			for f.relation(top).Base() == nlp.RelNmod && f.caseOf(top) != "" {
				in = in || beside[f.caseOf(top)]
				top = f.head(top)
			}
			if in && !f.human(top) {
				return nil // "the attacks in Chad"
			}
		}
		return f.named(i, 1)
	}
	return nil
}

// joined returns the entities of a type that were read as joined to token h.
func (f *eventFinder) joined(h int, typ string) []participant {
	var found []participant
	for _, k := range f.kids(h) {
		if m := f.mentionAt(int(k)); f.relation(int(k)) == nlp.RelConj && m != nil && m.typ == typ {
			found = append(found, f.mentioned(int(k))...)
		}
	}
	return found
}

// beside are prepositions that lead to no subject.
var beside = wordSet("in at on near from after during with for to against")

// inDate reports whether token i belongs to an expression of time.
func (f *eventFinder) inDate(i int) bool {
	_, ok := f.dateAt(i)
	return ok
}

// dateAt returns the expression of time that token i belongs to, if it does to one.
func (f *eventFinder) dateAt(i int) (nlp.Date, bool) {
	k, ok := slices.BinarySearchFunc(f.Dates, i, func(d nlp.Date, at int) int {
		if d.End <= at {
			return -1
		}
		if d.Start > at {
			return 1
		}
		return 0
	})
	if !ok {
		return nlp.Date{}, false
	}
	return f.Dates[k], true
}

// behind returns the entities of the phrase after a verb, or after a preposition of its
// frame: up to the next mark, verb or other preposition.
func (f *eventFinder) behind(p predicate) []participant {
	i := max(p.head, p.object) + 1
	open := slices.Contains(p.Slots, "obj") && p.object < 0
	stop := min(i+nearReach, len(f.Tokens), f.Sentences[max(0, f.SentenceOf(p.head))].End)
	for ; i < stop; i++ {
		if m := f.mentionAt(i); m != nil {
			if !open || m.entity == nil || m.typ == place || m.kind == "demonym" && !p.Deep && !f.actorAfter(m) {
				return nil
			}
			if isPossessive(f.word(m.span.End)) && !p.Deep || f.ofKin(m) || f.word(m.span.End) == "-" && resembles[f.lower(m.span.End+1)] {
				return nil
			}
			return f.listed(m)
		}
		switch tok := &f.Tokens[i]; {
		case f.inDate(i):
		case slices.Contains(p.Slots, f.lower(i)):
			open = true
		case tok.UPOS == nlp.PosPunct && f.word(i) != "-", tok.UPOS == nlp.PosVerb, tok.UPOS == nlp.PosSconj, tok.UPOS == nlp.PosAux:
			return nil
		case tok.UPOS == nlp.PosAdp && !(p.Deep && (f.lower(i) == "of" || f.lower(i) == "by" || f.lower(i) == "from")):
			if f.inDate(i + 1) {
				continue
			}
			return nil
		}
	}
	return nil
}

// actorAfter reports whether the noun after a demonym acts for the country: "Chadian troops".
func (f *eventFinder) actorAfter(m *mention) bool {
	for i := m.span.End; i < m.span.End+3 && i < len(f.Tokens); i++ {
		if f.acts(i) && !f.tag(i+1).IsNoun() {
			return true
		}
		if x := f.mentionAt(i); x != nil {
			return x.typ == person
		}
	}
	return false
}

// listed returns the entity of a mention and those that "and" joins to it. A demonym or
// possessor before a person gives way to the person.
func (f *eventFinder) listed(m *mention) []participant {
	for i := m.span.End; i < m.span.End+4 && i < len(f.Tokens); i++ {
		if x := f.mentionAt(i); x != nil && x.typ == person && (m.kind == "demonym" || isPossessive(f.word(m.span.End))) {
			m = x
			break
		}
	}
	found := []participant{{entity: m.entity, span: m.span}}
	i := m.span.End
	if f.lower(i) == "and" || f.lower(i) == "," {
		if x := f.mentionAt(i + 1); x != nil && x.entity != nil && x.typ == m.typ && x.kind == m.kind {
			found = append(found, participant{entity: x.entity, span: x.span})
		}
	}
	return found
}

// whereFrom reports whether a country only says where those are from who do not act for
// it: "rebels from Chad".
func (f *eventFinder) whereFrom(m *mention) bool {
	top := f.topOf(m.span)
	h := f.head(top)
	return m.typ == country && h >= 0 && f.relation(top).Base() == nlp.RelNmod && f.caseOf(top) == "from" && stateless[strings.ToLower(f.lemma(h))]
}

// ofKin reports whether a mention of a person only says whose relative or friend a noun
// tells of.
func (f *eventFinder) ofKin(m *mention) bool {
	top := f.topOf(m.span)
	h := f.head(top)
	return m.typ == person && h >= 0 && f.relation(top).Base() == nlp.RelNmod && lexicon.IsPrivate(f.lemma(h))
}
