package extract

import "newsgraph/loader/nlp"

// subtrees notes the tokens that each token governs, itself included: the first and one
// past the last. Whatever the parser leaves open stands for itself.
func (r *reading) subtrees() {
	n := len(r.Tokens)
	r.below = make([]nlp.Span, n)
	waiting := make([]int32, n) // dependents not yet counted
	for i := range r.Tokens {
		r.below[i] = nlp.Span{Start: i, End: i + 1}
		if h := r.headOf(i); h != i {
			waiting[h]++
		}
	}
	var ready []int
	for i := range waiting {
		if waiting[i] == 0 {
			ready = append(ready, i)
		}
	}
	for len(ready) > 0 {
		i := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		h := r.headOf(i)
		if h == i {
			continue
		}
		r.below[h].Start, r.below[h].End = min(r.below[h].Start, r.below[i].Start), max(r.below[h].End, r.below[i].End)
		if waiting[h]--; waiting[h] == 0 {
			ready = append(ready, h)
		}
	}
}

// headOf returns the head of token i; i itself for a root.
func (r *reading) headOf(i int) int {
	h := int(r.Tokens[i].Head)
	if h < 0 || h >= len(r.Tokens) {
		return i
	}
	return h
}

// rel returns the relation of token i to its head, without its subtype.
func (r *reading) rel(i int) nlp.Rel { return r.Tokens[i].Rel.Base() }

// topOf returns the token of a span whose head lies outside it: "Okoye" of "Ada Okoye".
func (r *reading) topOf(s nlp.Span) int {
	for i := s.Start; i < s.End; i++ {
		if h := r.headOf(i); h == i || h < s.Start || h >= s.End {
			return i
		}
	}
	return s.Start
}

// child returns the first dependent of token h, within its subtree, in one of some
// relations; -1 if there is none. It looks at no more than reach tokens on either side.
func (r *reading) child(h int, rels ...nlp.Rel) int {
	s := r.below[h]
	for i := max(s.Start, h-childReach); i < min(s.End, h+childReach); i++ {
		if i == h || r.headOf(i) != h {
			continue
		}
		for _, rel := range rels {
			if r.rel(i) == rel {
				return i
			}
		}
	}
	return -1
}

// childReach is the number of tokens on either side in which dependents are looked for.
const childReach = 30

func isNoun(t nlp.Tag) bool { return t == nlp.TagNN || t == nlp.TagNNP }
