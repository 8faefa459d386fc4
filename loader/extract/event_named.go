package extract

import (
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
		if f.relation(int(k)) == nlp.RelConj {
			found = append(found, f.named(int(k), depth+1)...)
		}
	}
	return found
}

func (f *eventFinder) one(i, depth int) []participant {
	if found := f.mentioned(i); len(found) > 0 {
		return f.widened(found, i)
	}
	if f.mentionAt(i) != nil {
		return nil // a place
	}
	if w := f.lower(i); pronouns[w] || w == "me" || f.word(i) == "us" {
		return f.pronoun(i, w)
	}
	if a := f.kid(i, nlp.RelAppos); a >= 0 { // "the envoy, Ada Okoye"
		if m := f.mentionAt(a); m != nil && m.typ == person {
			return f.mentioned(a)
		}
	}
	if found := f.titled(i); len(found) > 0 {
		return found
	}
	if !f.acts(i) && !f.counted(i) {
		return nil
	}
	found := f.widened(f.inside(i, depth), i)
	if f.tag(i) == nlp.TagNN && lexicon.IsPrivate(f.lemma(i)) {
		for k := range found {
			found[k].private = true
		}
	}
	return found
}

// titled returns the person or organization whose name stands in the same short phrase
// as its head i, though the name is not the head: "President Ada Okoye", with the title
// for head.
func (f *eventFinder) titled(i int) []participant {
	for _, k := range f.kids(i) {
		switch f.relation(int(k)) {
		case nlp.RelFlat, nlp.RelCompound, nlp.RelAppos, nlp.RelNmodUnmarked:
			if m := f.mentionAt(int(k)); m != nil && m.typ == person {
				return f.mentioned(int(k))
			}
		}
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
		case "of", "from", "for", "to", "by", "against", "with", "on":
		default:
			continue
		}
		if found := f.mentioned(j); len(found) > 0 {
			for _, c := range f.kids(j) {
				if f.relation(int(c)) == nlp.RelConj {
					found = append(found, f.mentioned(int(c))...)
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
	case "he", "she":
		if x := f.referents[i]; x != nil {
			return []participant{{entity: x, span: at}}
		}
	case "i", "we", "me", "us":
		if x := f.speakers[i]; x != nil {
			return []participant{{entity: x, span: at}}
		}
	case "it", "they":
		return f.bodyAbove(i, w)
	}
	return nil
}

// bodyAbove returns the subject that "it" or "they" takes up: that of the clause above
// ("[Chad] said it would withdraw"), else that of the clause before in the sentence.
func (f *eventFinder) bodyAbove(i int, w string) []participant {
	if f.asking {
		return nil
	}
	f.asking = true
	defer func() { f.asking = false }()
	s := -1
	for h, depth := f.head(i), 0; h >= 0 && depth < clauseDepth; h, depth = f.head(h), depth+1 {
		if s = f.subject(h); s >= 0 && s < i {
			break
		}
	}
	if s < 0 || s >= i || pronouns[f.lower(s)] {
		return nil
	}
	found := f.named(s, 1)
	for k := range found {
		if m := f.mentionAt(s); m != nil && m.typ == person && (w == "it" || len(found) == 1) {
			return nil
		}
		found[k].span = nlp.Span{Start: i, End: i + 1}
	}
	return found
}
