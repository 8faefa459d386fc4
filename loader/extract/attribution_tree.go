package extract

import (
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// A tree is the heads of a reading turned round: the dependents of each token.
type tree struct {
	*reading
	first, next []int32 // by token: its first dependent; the dependent after it; -1 if none
	ruled       map[int]ruled
}

func newTree(r *reading) *tree {
	n := len(r.Tokens)
	t := &tree{reading: r, first: make([]int32, n), next: make([]int32, n)}
	for i := range n {
		t.first[i] = -1
	}
	for i := n - 1; i >= 0; i-- {
		if h := r.headOf(i); h != i {
			t.next[i], t.first[h] = t.first[h], int32(i)
		}
	}
	t.ruled = r.byRules()
	return t
}

// maxUnder bounds the dependents of a token that are looked at.
const maxUnder = 64

// under yields the dependents of token i from left to right, the first maxUnder of them.
func (t *tree) under(i int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for n, c := 0, t.first[i]; c >= 0 && n < maxUnder; n, c = n+1, t.next[c] {
			if !yield(int(c)) {
				return
			}
		}
	}
}

// dependent returns the first dependent of token i with one of the relations, or -1.
func (t *tree) dependent(i int, rels ...nlp.Rel) int {
	for c := range t.under(i) {
		for _, rel := range rels {
			if t.Tokens[c].Rel == rel {
				return c
			}
		}
	}
	return -1
}

// head returns the head of token i, -1 for a root.
func (t *tree) head(i int) int {
	if h := t.headOf(i); h != i {
		return h
	}
	return -1
}

// subtree returns the tokens that hang on token i, itself included, without marks at the edges.
func (t *tree) subtree(i int) nlp.Span {
	return t.trimMarks(t.below[i])
}

func (t *tree) trimMarks(s nlp.Span) nlp.Span {
	for s.End > s.Start && t.Tokens[s.End-1].UPOS == nlp.PosPunct {
		s.End--
	}
	for s.Start < s.End && t.Tokens[s.Start].UPOS == nlp.PosPunct {
		s.Start++
	}
	return s
}

// topFrom climbs from token i to the highest word above it in a span.
func (t *tree) topFrom(i int, s nlp.Span) int {
	for h := t.head(i); h >= s.Start && h < s.End; h = t.head(i) {
		i = h
	}
	return i
}

// Classes of words that a source may have as its head.
const (
	classNone = iota
	classPerson
	classOrganization
	classCountry
	classPlace
	classProper  // a name that nothing is known of
	classSpeaker // a noun for people or bodies
	classNumber
	classNoun
	classRelative // who, which
	classThis
	classVerb
	classOther
	classPronoun // and on: one for each pronoun
)

var mentionClasses = map[string]uint64{person: classPerson, organization: classOrganization, country: classCountry, place: classPlace}

// class returns what kind of word token i is, for the choice of a source.
func (t *tree) class(i int) uint64 {
	if i < 0 || i >= len(t.Tokens) {
		return classNone
	}
	w := t.lower(i)
	if m := t.mentionAt(i); m != nil && m.kind != "pronoun" && m.kind != "nominal" {
		return mentionClasses[m.typ]
	}
	switch tok := t.Tokens[i]; {
	case tok.XPOS == nlp.TagPRP || tok.XPOS == nlp.TagPRPS:
		return classPronoun + nlp.HashWord(w)%1000
	case tok.XPOS == nlp.TagWP || tok.XPOS == nlp.TagWDT || w == "that" && tok.UPOS == nlp.PosPron:
		return classRelative
	case w == "this" || w == "that" || w == "these" || w == "those":
		return classThis
	case t.agentive(nlp.Span{Start: i, End: i + 1}):
		return classSpeaker
	case tok.UPOS == nlp.PosPropn:
		return classProper
	case tok.UPOS == nlp.PosNum:
		return classNumber
	case tok.UPOS == nlp.PosNoun:
		return classNoun
	case tok.UPOS == nlp.PosVerb:
		return classVerb
	}
	return classOther
}

// key returns a value for the word at token i that holds for texts about other people:
// its lemma, or for a name only what it names.
func (t *tree) key(i int) uint64 {
	if i < 0 || i >= len(t.Tokens) {
		return 0
	}
	tok := t.Tokens[i]
	if m := t.mentionAt(i); m != nil && m.kind != "nominal" && m.kind != "pronoun" {
		return 1 + mentionClasses[m.typ]
	}
	if tok.UPOS == nlp.PosPropn || tok.XPOS == nlp.TagNNP || tok.XPOS == nlp.TagNNPS {
		return 20
	}
	if tok.UPOS == nlp.PosNum {
		return 21
	}
	if tok.Lemma == "" {
		return nlp.HashWord(t.lower(i))
	}
	return nlp.HashWord(strings.ToLower(tok.Lemma))
}

// reports returns a value for the kind of reporting verb that token i is by the lexicon.
func (t *tree) reports(i int) uint64 {
	if i < 0 || i >= len(t.Tokens) {
		return 0
	}
	verbs := lexicon.Verbs(t.lower(i))
	switch {
	case len(verbs) == 0:
		return 1
	case verbs[0].Mode == "belief":
		return 2
	case verbs[0].Has(lexicon.ClauseFrame):
		return 3
	}
	return 4
}
