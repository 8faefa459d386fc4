package extract

import (
	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// saysSo reports whether an attribution is a statement: someone says, writes or thinks
// something that its words tell. PolNeAR, from which the model has learned, also takes
// for attributions what people do ("granted a licence"), and what they do not say. It
// makes the stance of what someone declines to say "declined to comment".
func (r *reading) saysSo(t *tree, x attribution, s *statement) bool {
	if !r.mayspeak(t, x, s.source) {
		return false
	}
	told := t.contentKind(x, s)
	switch {
	case s.source.span.End == 0 && (r.verbOf(x.cue) == nil || len(s.content) > 1): // "it seemed to matter", "the court is expected to rule"
		return false
	case t.declined(x.cue):
		s.stance = "declined to comment"
		return told == toldQuestion
	case t.negated(x.cue) && s.mode != "belief" && s.stance != "denied":
		return false
	}
	switch told {
	case toldBefore:
		return t.Tokens[x.cue].UPOS != nlp.PosNoun && (t.ruled[x.cue].by != 0 || r.verbOf(x.cue) != nil || t.clausal(t.SpanOf(s.content[0]), true))
	case toldClause, toldQuestion, toldQuoted:
		return true
	case toldInfinitive:
		if r.takes(x.cue, lexicon.InfinitiveFrame, lexicon.AddresseeFrame) {
			return true
		}
	}
	first := t.SpanOf(s.content[0]).Start
	judged := t.dependent(x.cue, nlp.RelXcomp) >= 0 || t.judges(t.SpanOf(s.content[0]))
	switch {
	case s.source.span.End == 0, t.lower(first) == "by", t.modal(x.cue), t.undergone(x.cue): // "ruled by a committee", "will announce a plan"
		return false
	case r.takes(x.cue, lexicon.NounFrame, lexicon.AccusedFrame, lexicon.GerundFrame):
		return true
	case r.takes(x.cue, lexicon.JudgedFrame) && judged:
		return true
	case r.takes(x.cue, lexicon.AddresseeFrame) && r.lower(first-1) == "of": // "informed voters of the closure"
		return true
	}
	if r.verbOf(x.cue) == nil {
		stance, _, _ := lexicon.StanceOf(r.lemma(x.cue))
		return x.score > phraseLeast || judging[stance] && x.score > phraseLeast/3
	}
	return r.takes(x.cue, lexicon.MatterFrame) && !t.living(x.cue)
}

// judging are the stances of words that judge what their phrase names: a cue of them need
// be less sure.
var judging = wordSet("criticized praised denied described apologized believed liked disliked")

// phraseLeast is the least score of a cue that the lexicon does not know and that has a
// phrase as its content: more than four in five of those are attributions on PolNeAR dev.
const phraseLeast = 800

// living reports whether the object of token i, or the subject of it as a passive, is
// someone or a body.
func (t *tree) living(i int) bool { return t.agent(t.dependent(i, nlp.RelObj, nlp.RelNsubjPass)) }

// agent reports whether token i is a word for someone or a body.
func (t *tree) agent(i int) bool {
	c := t.class(i)
	return c == classPerson || c == classOrganization || c == classCountry || c == classSpeaker || c >= classPronoun
}

// mayspeak reports whether a source can be who says something: a thing without a name does
// only where a clause follows ("the figures show that") or the model is very sure, since
// most cues have other senses ("the delay explains the cost").
func (r *reading) mayspeak(t *tree, x attribution, s source) bool {
	if nobody[r.lower(s.span.Start)] && s.entity == nil {
		return false
	}
	if s.unnamed == "" || r.agentive(s.span) || x.score > thingLeast && r.verbOf(x.cue) != nil {
		return true
	}
	c := t.complementOf(x.cue)
	return c == complementThat || c == complementClause || r.lower(x.cue) == "according" || x.content[0].Start < x.cue
}

// nobody says anything.
var nobody = wordSet("no nobody none neither nothing")

// thingLeast is the least score of a cue for a noun that is not known to be one for people
// or bodies to say something.
const thingLeast = 2000

// Ways to tell what is said.
const (
	toldPhrase     = iota // a noun phrase, with or without a preposition
	toldClause            // that the bridge was safe
	toldQuestion          // whether the bridge was safe
	toldInfinitive        // to close the bridge
	toldQuoted            // with quoted words in it
	toldBefore            // The bridge is safe, Okoye said.
)

// contentKind says how the content of an attribution tells what is said.
func (t *tree) contentKind(x attribution, s *statement) int {
	for _, c := range s.content {
		for range t.quotesIn(c) {
			return toldQuoted
		}
	}
	c := t.SpanOf(s.content[0])
	passive := t.dependent(x.cue, nlp.RelAuxPass) >= 0
	switch {
	case t.lower(x.cue) == "according" || c.Start < x.cue && !passive:
		return toldBefore
	case questionWords[t.lower(c.Start)], t.Tokens[c.Start].UPOS == nlp.PosAdp && questionWords[t.lower(c.Start+1)]:
		return toldQuestion
	case t.clausal(c, t.takes(x.cue, lexicon.ClauseFrame)):
		return toldClause
	case t.infinitive(c):
		return toldInfinitive
	}
	return toldPhrase
}

// clausal reports whether a span is a clause: a word that the others hang on has a
// subject. Where a clause is expected, a finite verb that is not in a relative clause will
// do, since a clause that was misread is more likely there than a phrase.
func (t *tree) clausal(s nlp.Span, expected bool) bool {
	for i := s.Start; i < s.End; i++ {
		if expected && finiteTag[t.Tokens[i].XPOS] && t.Tokens[i].Rel.Base() != nlp.RelAcl && t.Tokens[i].Rel != nlp.RelAdvcl {
			return true
		}
		if h := t.head(i); h >= s.Start && h < s.End {
			continue
		}
		for k := range t.under(i) {
			if rel := t.Tokens[k].Rel; k >= s.Start && (rel.Base() == nlp.RelNsubj || rel == nlp.RelCsubj || rel == nlp.RelExpl) {
				return true
			}
		}
	}
	return t.lower(s.Start) == "that" && s.End-s.Start > contentWords
}

var finiteTag = map[nlp.Tag]bool{nlp.TagVBD: true, nlp.TagVBZ: true, nlp.TagVBP: true, nlp.TagMD: true}

// infinitive reports whether "to" and a verb stand in a span: "the council to resign".
func (t *tree) infinitive(s nlp.Span) bool {
	for i := s.Start; i+1 < s.End; i++ {
		if t.lower(i) == "to" && t.Tokens[i+1].XPOS == nlp.TagVB {
			return true
		}
	}
	return false
}

// judges reports whether a span says of something what it is judged to be: "the bridge as
// a disgrace", "the bridge a disgrace", "it unsafe".
func (t *tree) judges(s nlp.Span) bool {
	for i := s.Start + 1; i < s.End; i++ {
		if t.lower(i) == "as" {
			return true
		}
		if u := t.Tokens[i-1].UPOS; u != nlp.PosNoun && u != nlp.PosPropn && u != nlp.PosPron {
			continue
		}
		if w := t.lower(i); w == "a" || w == "an" || w == "the" || t.Tokens[i].UPOS == nlp.PosAdj || t.Tokens[i].XPOS == nlp.TagVBN {
			return true
		}
	}
	return false
}

// negated reports whether token i is denied: "did not say", "never said".
func (t *tree) negated(i int) bool {
	for c := range t.under(i) {
		if c < i && (negations[t.lower(c)] || t.lower(c) == "neither" || t.lower(c) == "nor") {
			return true
		}
	}
	return false
}

// modal reports whether token i only may be so, or will.
func (t *tree) modal(i int) bool {
	for c := range t.under(i) {
		if c < i && t.Tokens[c].XPOS == nlp.TagMD {
			return true
		}
	}
	return false
}

// undergone reports whether token i is a participle that its subject undergoes: "[asked]
// about the bridge, she left".
func (t *tree) undergone(i int) bool {
	rel := t.Tokens[i].Rel
	return t.Tokens[i].XPOS == nlp.TagVBN && (rel == nlp.RelAdvcl || rel == nlp.RelAcl) && t.dependent(i, nlp.RelAux, nlp.RelAuxPass) < 0
}

// declined reports whether token i is that someone declines, or what he declines to do:
// "refused to say".
func (t *tree) declined(i int) bool {
	if h := t.head(i); t.Tokens[i].Rel == nlp.RelXcomp && h >= 0 {
		i = h
	}
	return declines[t.Tokens[i].Lemma]
}

// declines are verbs of which what they govern is not done.
var declines = wordSet("decline refuse fail neglect forget avoid")
