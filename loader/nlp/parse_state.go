package nlp

// A parsing is the work on one sentence. Its memory is kept from one to the next.
type parsing struct {
	parse
	word   []int32 // of word i at i+1, so that noWord has a place; the same below
	tag    []int32
	state  netState
	hidden netHidden
}

// Numbers of words and tags that stand for none and for the root.
const (
	idNone    = 0
	idRoot    = 1
	firstID   = 2
	firstTag  = 2
	tagValues = 256
	// suffixIDs is how many numbers words share that the network does not know, by
	// their last letters.
	suffixIDs = 1024
)

// What the network sees of a state: the words and tags at places around the top of the
// stack and the next word, relations of arcs made, and numbers of dependents.
const (
	wordPlaces  = 11
	tagPlaces   = 23
	relPlaces   = 13
	otherPlaces = 6
	otherValues = 16
	rowPlaces   = tagPlaces + relPlaces + otherPlaces
	relValues   = int(NumRels) + 1
	tagRows     = tagPlaces * tagValues
	relRows     = relPlaces * relValues
	netRows     = tagRows + relRows + otherPlaces*otherValues
)

// A netState is what the network sees: the words at wordPlaces and the rows of the other
// values.
type netState struct {
	words [wordPlaces]int32
	rows  [rowPlaces]int32
}

// read takes in a tagged sentence.
func (p *parsing) read(m *parser, d *Doc, s Span) {
	n := s.End - s.Start
	p.reset(n)
	p.word, p.tag = zeroed(p.word, n+2), zeroed(p.tag, n+2)
	p.word[n+1], p.tag[n+1] = idRoot, idRoot
	var x lexeme
	for i := range n {
		t := &d.Tokens[s.Start+i]
		x.analyze(d.Word(s.Start+i), emptyLexicon)
		p.word[i+1] = m.words.find(x.lower, x.suffix[2])
		p.tag[i+1] = int32(m.tags[t.XPOS][t.UPOS])
	}
}

// features fills in p.state.
func (p *parsing) features() {
	s0, s1, s2, s3 := p.top(0), p.top(1), p.top(2), p.top(3)
	b0, b1, b2, b3 := p.next, p.ahead(1), p.ahead(2), p.ahead(3)
	s0l, s0l2, s0r, s0r2 := p.side(s0)
	s1l, s1l2, s1r, s1r2 := p.side(s1)
	b0l, b0l2, _, _ := p.side(b0)
	_, _, s2r, _ := p.side(s2)
	_, _, s0rr, _ := p.side(s0r)
	for k, w := range [wordPlaces]int32{s0, s1, s2, b0, b1, b2, s0l, s0r, s1l, s1r, b0l} {
		p.state.words[k] = p.word[w+1]
	}
	before, after, last := max(s0-1, noWord), min(s0+1, p.n), max(b0-1, noWord)
	tags := [tagPlaces]int32{s0, s1, s2, s3, b0, b1, b2, b3, s0l, s0l2, s0r, s0r2, s1l, s1l2, s1r, s1r2, b0l, b0l2, before, after, last, max(s1-1, noWord), s0rr}
	for k, w := range tags {
		p.state.rows[k] = int32(k)*tagValues + p.tag[w+1]
	}
	rels := [relPlaces]int32{s0l, s0l2, s0r, s0r2, s1l, s1l2, s1r, s1r2, b0l, b0l2, s2r, s0rr, s1}
	for k, w := range rels {
		value := int32(relValues - 1)
		if w >= 0 {
			value = int32(p.rel[w])
		}
		p.state.rows[tagPlaces+k] = int32(tagRows+k*relValues) + value
	}
	others := [otherPlaces]int32{distance(s0, b0), distance(s1, s0), p.valency(s0), p.valency(s1), p.valency(b0), int32(min(len(p.stack), otherValues-1))}
	for k, value := range others {
		p.state.rows[tagPlaces+relPlaces+k] = int32(tagRows+relRows+k*otherValues) + value
	}
}

// side returns the outermost and the next dependents of w on both sides.
func (p *parse) side(w int32) (l, l2, r, r2 int32) {
	if w < 0 {
		return noWord, noWord, noWord, noWord
	}
	return p.left[w], p.left2[w], p.right[w], p.right2[w]
}

// ahead returns the word k after the next one, noWord if there is none.
func (p *parse) ahead(k int32) int32 {
	if p.next+k > p.n {
		return noWord
	}
	return p.next + k
}

// valency returns the numbers of dependents on both sides, up to three each.
func (p *parse) valency(w int32) int32 {
	if w < 0 {
		return 0
	}
	return int32(min(p.lefts[w], 3))<<2 | int32(min(p.rights[w], 3))
}

// distance returns the class of the distance between two words.
func distance(a, b int32) int32 {
	switch d := b - a; {
	case a < 0 || b < 0:
		return 0
	case d < 7:
		return d
	case d < 10:
		return 7
	case d < 15:
		return 8
	case d < 25:
		return 9
	}
	return 10
}
