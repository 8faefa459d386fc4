package extract

import (
	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// seat decides what a capital or a seat of government stands for: the government that
// acts (the country, as a metonym) or a place. "Lima rejected the offer" is the
// country, "in Lima" the place.
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
	case "in", "at", "near", "around", "outside", "inside", "through", "across", "into", "central", "downtown":
		return true
	}
	if palace {
		return false
	}
	if before == "to" {
		return r.movesBefore(i)
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

// metonymBefore are words after which a capital is a party, not a place.
var metonymBefore = map[string]bool{"with": true, "against": true, "by": true, "towards": true, "toward": true, "between": true,
	"pressure": true, "pressured": true, "accused": true, "urged": true, "told": true, "warned": true, "gave": true, "that": true, "from": true, "on": true}

// movesBefore reports whether a word of travel stands shortly before token i: "a trip to Lima".
func (r *reading) movesBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if motion[r.lower(k)] {
			return true
		}
	}
	return false
}

var motion = map[string]bool{"travel": true, "travelled": true, "traveled": true, "travels": true, "go": true, "went": true, "goes": true, "going": true,
	"visit": true, "visits": true, "trip": true, "flew": true, "fly": true, "flight": true, "flights": true, "come": true, "came": true, "comes": true,
	"return": true, "returned": true, "returns": true, "brought": true, "bring": true, "brings": true, "arrived": true, "moved": true, "sent": true,
	"tour": true, "journey": true, "travelling": true, "traveling": true, "flying": true, "road": true, "drove": true, "marched": true}

// actsAt reports whether what stands at token i is a verb whose subject came before:
// an auxiliary, or a word that looks like a finite verb.
func (r *reading) actsAt(i int) bool {
	for r.lower(i) == "also" || r.lower(i) == "has" || r.lower(i) == "have" || r.lower(i) == "had" || adverb(r.lower(i)) {
		i++
	}
	w := r.word(i)
	if auxiliaries[w] {
		return true
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
	return false
}

var auxiliaries = map[string]bool{"is": true, "was": true, "are": true, "were": true, "has": true, "have": true, "had": true, "will": true, "would": true,
	"should": true, "could": true, "can": true, "may": true, "might": true, "must": true, "does": true, "did": true, "do": true, "sees": true, "wants": true}

func adverb(w string) bool { return len(w) > 4 && w[len(w)-2:] == "ly" }
