package extract

import (
	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// predicateAt returns the predicate whose head is token i: of a noun, or of a verb.
func (f *eventFinder) predicateAt(i int, nouns bool) (predicate, bool) {
	tok := &f.Tokens[i]
	if nouns {
		if tok.XPOS != nlp.TagNN && tok.XPOS != nlp.TagNNS || f.mentionAt(i) != nil || tok.Rel == nlp.RelCompound {
			return predicate{}, false
		}
		return f.nounAt(i)
	}
	adjective := tok.XPOS == nlp.TagJJ && f.kid(i, nlp.RelCop) >= 0
	if tok.XPOS.IsVerb() && f.modifies(i) || !tok.XPOS.IsVerb() && !adjective {
		return predicate{}, false
	}
	if tok.XPOS == nlp.TagVB && tok.Rel == nlp.RelRoot && f.kid(i, nlp.RelAux, nlp.RelMark) < 0 && f.subject(i) < 0 {
		return predicate{}, false // "Meet Ada Okoye": told to the reader
	}
	for _, frame := range lexicon.VerbFrames(tok.Lemma) {
		if adjective != (frame.Mode == "be ready") && !(frame.Mode == "be ready" && f.kid(i, nlp.RelCop, nlp.RelAuxPass) >= 0) {
			continue
		}
		if p, ok := f.matches(frame, i); ok {
			return p, frame.Type != "NONE"
		}
	}
	if f.saysMust(i) {
		return predicate{Frame: demand, head: i, object: -1}, true
	}
	return predicate{}, false
}

// demand is the frame of a saying that someone must do something.
var demand = &lexicon.Frame{Type: "REQUEST", Mode: "demand", Root: "10", Slots: []string{"comp"}, Both: true}

// saysMust reports whether what verb v says is that someone must act: "said that Chad
// must return the ship".
func (f *eventFinder) saysMust(v int) bool {
	c := f.kid(v, nlp.RelCcomp)
	if c < 0 || f.subject(c) < 0 {
		return false
	}
	if w := f.lower(f.subject(c)); w == "we" || w == "i" {
		return false // nobody asks himself
	}
	a := f.kid(c, nlp.RelAux)
	return a >= 0 && f.lower(a) == "must" && f.lower(a+1) != "not" && f.lower(a+1) != "be" && f.lower(a+1) != "have"
}

// modifies reports whether a participle stands before a noun as an adjective: "the
// occupied town", "a wounded soldier".
func (f *eventFinder) modifies(i int) bool {
	rel := f.relation(i).Base()
	return rel == nlp.RelAmod || rel == nlp.RelCompound || rel == nlp.RelCase || rel == nlp.RelMark
}

// matches finds the further words of a verb's frame, and the object that it asks for.
func (f *eventFinder) matches(frame *lexicon.Frame, v int) (predicate, bool) {
	p := predicate{Frame: frame, head: v, object: -1}
	prep := ""
	if f.lemma(v) == "call" && f.kid(v, nlp.RelObj) >= 0 && f.kid(v, nlp.RelXcomp) >= 0 {
		return p, false // "called the strike reckless"
	}
	for _, w := range frame.Words[1:] {
		k := f.wordOf(v, w)
		if k < 0 {
			return p, false
		}
		p.last = k
		if prep = ""; f.relation(k) == nlp.RelCase {
			prep = w
		}
	}
	if frame.Set == "" {
		return p, true
	}
	p.object = f.objectIn(v, frame.Set, prep)
	return p, p.object >= 0
}

// wordOf returns the token near verb v, and hanging on it directly or as a preposition
// of what hangs on it, that is a word of its frame: "on" of "called on Chad"; -1 if none is.
func (f *eventFinder) wordOf(v int, w string) int {
	for _, k := range f.kids(v) {
		i := int(k)
		if f.lower(i) == w || f.Tokens[i].Lemma == w {
			if rel := f.relation(i).Base(); rel != nlp.RelNsubj && rel != nlp.RelPunct && rel != nlp.RelConj && (i > v || f.relation(i) == nlp.RelNsubjPass) {
				return i
			}
		}
		if rel := f.relation(i).Base(); rel != nlp.RelObl && rel != nlp.RelAdvcl && rel != nlp.RelObj && rel != nlp.RelXcomp || i < v {
			continue
		}
		for _, c := range f.kids(i) {
			if f.inDate(i) {
				break // "seized a ship on Monday" is no "seize on"
			}
			if f.lower(int(c)) == w && (f.relation(int(c)) == nlp.RelCase || f.relation(int(c)) == nlp.RelMark) {
				return int(c)
			}
		}
	}
	return -1
}

// objectIn returns the object of verb v, or what a preposition of its frame leads to,
// if it is of a class of nouns; -1 if not.
func (f *eventFinder) objectIn(v int, set, prep string) int {
	if prep != "" {
		for _, k := range f.kids(v) {
			if f.relation(int(k)).Base() == nlp.RelObl && f.caseOf(int(k)) == prep && f.inSet(set, int(k)) {
				return int(k)
			}
		}
		return -1
	}
	objects := f.objects(v)
	for _, o := range objects {
		if f.inSet(set, o) {
			return o
		}
	}
	if set == "aid" && len(objects) > 0 { // "sent ships with food"
		for _, k := range f.kids(v) {
			if f.relation(int(k)) == nlp.RelObl && f.caseOf(int(k)) == "with" && f.inSet(set, int(k)) {
				return objects[0]
			}
		}
	}
	return -1
}

// inSet reports whether the noun at token i is of a class, alone or with the word before
// it; or the noun that describes it or that it is a part of is: "aid programme", "50
// tonnes of food".
func (f *eventFinder) inSet(set string, i int) bool { return f.inSetNear(set, i, 0) }

func (f *eventFinder) inSetNear(set string, i, depth int) bool {
	if lexicon.InSet(set, f.nounLemma(i)) || lexicon.InSet(set, f.compoundLemma(i)) {
		return true
	}
	if m := f.mentionAt(i); m != nil && m.typ == person && set == "delegation" && depth == 0 {
		return true
	}
	if depth > 1 {
		return false
	}
	for _, k := range f.kids(i) {
		j := int(k)
		switch f.relation(j) {
		case nlp.RelConj, nlp.RelNmodDesc, nlp.RelCompound, nlp.RelAppos:
		case nlp.RelNmod:
			if c := f.caseOf(j); c != "of" && c != "with" {
				continue
			}
		default:
			continue
		}
		if f.inSetNear(set, j, depth+1) {
			return true
		}
	}
	return false
}

func (f *eventFinder) nounLemma(i int) string { return f.Tokens[i].Lemma }

// compoundLemma returns a noun with the word before it, a hyphen between left out: "cease fire".
func (f *eventFinder) compoundLemma(i int) string {
	k := i - 1
	if f.word(k) == "-" {
		k--
	}
	if k < 0 {
		return ""
	}
	return f.lower(k) + " " + f.Tokens[i].Lemma
}

// objects returns the tokens that are the object of verb v, the subject of its passive,
// or the noun that its participle describes, with those joined to it.
func (f *eventFinder) objects(v int) []int {
	var found []int
	o := f.kid(v, nlp.RelObj)
	if o >= 0 && relativePronouns[f.lower(o)] {
		for _, k := range f.kids(v) {
			if int(k) > v && f.relation(int(k)) == nlp.RelObj {
				o = int(k) // "the war that Chad sent them to watch": them
				break
			}
		}
	}
	switch {
	case f.passive(v):
		if o = f.kid(v, nlp.RelNsubjPass); o < 0 {
			o = f.kid(v, nlp.RelNsubj)
		}
		if o < 0 && f.relation(v).Base() == nlp.RelAcl || o >= 0 && relativePronouns[f.lower(o)] {
			o = f.head(v)
		}
		if o >= 0 && f.lower(o) == "those" && f.caseOf(o) == "among" && f.head(o) >= 0 && f.kid(f.head(o), nlp.RelCop) > o {
			o = f.head(o) // "among those arrested was Ada Okoye"
		}
		if o < 0 && f.relation(v) == nlp.RelConj {
			o = f.kid(f.head(v), nlp.RelNsubjPass)
		}
	case o >= 0 && relativePronouns[f.lower(o)] && f.kid(v, nlp.RelXcomp, nlp.RelCcomp) < 0:
		o = f.head(v)
	case o < 0 && f.relation(v) == nlp.RelAclRelcl && f.kid(v, nlp.RelNsubj) >= 0 && f.isWhom(f.kid(v, nlp.RelNsubj)):
		o = f.head(v)
	case o < 0 && f.relation(v) == nlp.RelAclRelcl && f.kid(v, nlp.RelNsubj) >= 0:
		if h := f.head(v); !f.antecedentFilled(v) && f.kid(v, nlp.RelXcomp, nlp.RelCcomp, nlp.RelIobj) < 0 {
			o = h
		}
	}
	if o >= 0 {
		found = append(found, o)
		for _, k := range f.kids(o) {
			if f.relation(int(k)) == nlp.RelConj {
				found = append(found, int(k))
			}
		}
	}
	return found
}

// antecedentFilled reports whether a relative clause has its relative pronoun as subject,
// so that its head is not its object.
func (f *eventFinder) antecedentFilled(v int) bool {
	s := f.kid(v, nlp.RelNsubj, nlp.RelNsubjPass)
	return s >= 0 && relativePronouns[f.lower(s)]
}

var relativePronouns = wordSet("who which that whom")

// passive reports whether verb v stands in the passive: "was arrested", or "the man
// arrested" and "saw the man arrested" without an auxiliary.
func (f *eventFinder) passive(v int) bool {
	if f.tag(v) != nlp.TagVBN && f.tag(v) != nlp.TagVBD {
		return false
	}
	if f.kid(v, nlp.RelAuxPass, nlp.RelNsubjPass) >= 0 {
		return true
	}
	if f.relation(v) == nlp.RelConj && f.kid(v, nlp.RelNsubj) < 0 && !f.acted(v) && (f.tag(v) == nlp.TagVBN || f.kid(v, nlp.RelObj) >= 0) && f.kid(v, nlp.RelAux) < 0 {
		h := f.head(v)
		return f.kid(h, nlp.RelAuxPass) >= 0
	}
	return f.tag(v) == nlp.TagVBN && f.relation(v) != nlp.RelConj && f.kid(v, nlp.RelAux) < 0
}

// acted reports whether verb v has an object other than a sum: "was sentenced and fined
// ten pounds" is passive in both.
func (f *eventFinder) acted(v int) bool {
	o := f.kid(v, nlp.RelObj)
	return o >= 0 && f.kid(o, nlp.RelNummod) < 0
}

// nounAt returns the predicate of an event noun; of one that only names the occasion of
// a verb of the same event ("met for talks") there is none.
func (f *eventFinder) nounAt(i int) (predicate, bool) {
	for _, frame := range lexicon.NounFrames(f.Tokens[i].Lemma) {
		if n := len(frame.Words); n > 1 && f.compoundLemma(i) != frame.Words[n-2]+" "+frame.Words[n-1] {
			continue
		}
		if frame.Mode == "war" && f.figure(i) {
			continue
		}
		return predicate{Frame: frame, head: i, object: -1, noun: true}, true
	}
	return predicate{}, false
}

// figure reports whether a war is one of words, prices or the like.
func (f *eventFinder) figure(i int) bool {
	for _, k := range f.kids(i) {
		if figures[f.lemma(int(k))] {
			return true
		}
	}
	return false
}

var figures = wordSet("word price trade culture bidding turf tariff drug crime poverty cancer inflation currency")
