package extract

import (
	"newsgraph/loader/nlp"
)

// Dependents answer what hangs on a token: the heads of a Doc turned round.
type dependents struct {
	doc  *nlp.Doc
	from []int32 // by token: where its dependents start in kids; one more at the end
	list []int32 // the dependents of all tokens, in order of the text for each
}

func newDependents(d *nlp.Doc) dependents {
	t := dependents{doc: d, from: make([]int32, len(d.Tokens)+1), list: make([]int32, len(d.Tokens))}
	for i, tok := range d.Tokens {
		if int(tok.Head) != i {
			t.from[tok.Head+1]++
		}
	}
	for i := range d.Tokens {
		t.from[i+1] += t.from[i]
	}
	next := append([]int32(nil), t.from...)
	for i, tok := range d.Tokens {
		if int(tok.Head) != i {
			t.list[next[tok.Head]] = int32(i)
			next[tok.Head]++
		}
	}
	return t
}

// kids returns the tokens whose head is token i, in the order of the text.
func (t *dependents) kids(i int) []int32 { return t.list[t.from[i]:t.from[i+1]] }

// kid returns the first dependent of token i in one of the relations, subtypes told
// apart; -1 if there is none.
func (t *dependents) kid(i int, rels ...nlp.Rel) int {
	for _, k := range t.kids(i) {
		for _, rel := range rels {
			if t.doc.Tokens[k].Rel == rel {
				return int(k)
			}
		}
	}
	return -1
}

// head returns the head of token i; -1 for a root.
func (t *dependents) head(i int) int {
	if h := int(t.doc.Tokens[i].Head); h != i {
		return h
	}
	return -1
}

// relation returns the relation of token i to its head, with its subtype.
func (t *dependents) relation(i int) nlp.Rel { return t.doc.Tokens[i].Rel }

// caseOf returns the preposition of token i in lower case, of several the one next to
// it ("agreed to during the talks": during); "" if it has none. It may hang on what
// stands before a name: "by" of "by Minister Okoye" on the title.
func (f *eventFinder) caseOf(i int) string {
	found := ""
	for _, k := range f.kids(i) {
		j := int(k)
		if j > i {
			break
		}
		switch f.relation(j) {
		case nlp.RelCase:
			if !isPossessive(f.word(j)) {
				found = f.lower(j)
			}
		case nlp.RelNmodDesc, nlp.RelCompound, nlp.RelFlat, nlp.RelAmod:
			if c := f.kid(j, nlp.RelCase); found == "" && c >= 0 && c < j && !isPossessive(f.word(c)) {
				found = f.lower(c)
			}
		}
	}
	return found
}

// markOf returns the word that opens the clause of verb i: "to", "if", "after"; "" if none does.
func (f *eventFinder) markOf(i int) string {
	if k := f.kid(i, nlp.RelMark); k >= 0 {
		return f.lower(k)
	}
	return ""
}

// lemma returns the lemma of token i; "" outside the text.
func (r *reading) lemma(i int) string {
	if i < 0 || i >= len(r.Tokens) {
		return ""
	}
	return r.Tokens[i].Lemma
}

// tag returns the tag of token i; none outside the text.
func (r *reading) tag(i int) nlp.Tag {
	if i < 0 || i >= len(r.Tokens) {
		return nlp.TagNone
	}
	return r.Tokens[i].XPOS
}

// isVerb reports whether token i heads a clause: a verb, or what a copula makes a predicate.
func (f *eventFinder) isVerb(i int) bool {
	return f.tag(i).IsVerb() || f.kid(i, nlp.RelCop) >= 0
}
