package extract

import (
	"slices"

	"newsgraph/loader/nlp"
)

// A frame is the sentence around a cue while the extent of its content is looked for.
type frame struct {
	*tree
	cue    int
	source sourceCandidate
	hull   nlp.Span // cue and source with what stands between them
	within nlp.Span // the sentence, as far as it is near the cue
	units  []unit
	starts []int // tokens that the content may start at
	ends   []int // tokens that it may end before
}

// A unit is a phrase of the sentence and how it lies to the cue.
type unit struct {
	nlp.Span
	label uint64 // relation, and how many heads up
}

// hullReach is how far a source may stand from its cue for what lies between not to be content.
const hullReach = 6

// frameReach is how many tokens before and after a cue its content is looked for.
const frameReach = 150

// frameOf lays out the sentence around a cue and its source.
func (t *tree) frameOf(cue int, source sourceCandidate) *frame {
	s := t.Sentences[t.SentenceOf(cue)]
	x := &frame{tree: t, cue: cue, source: source, within: nlp.Span{Start: max(s.Start, cue-frameReach), End: min(s.End, cue+frameReach)}}
	x.hull = nlp.Span{Start: cue, End: cue + 1}
	if source.head >= 0 && gapOf(source.Span, cue) < hullReach && source.Start >= x.within.Start {
		x.hull = nlp.Span{Start: min(source.Start, cue), End: max(source.End, cue+1)}
	}
	x.findUnits()
	x.findEdges()
	return x
}

const maxUnits, maxEdges = 40, 28

func (x *frame) findUnits() {
	k := x.cue
	for up := range uint64(4) {
		for c := range x.under(k) {
			if len(x.units) < maxUnits && x.Tokens[c].Rel != nlp.RelPunct {
				x.units = append(x.units, unit{x.subtree(c), 1 + up<<8 + uint64(x.Tokens[c].Rel)<<16})
			}
		}
		if k = x.head(k); k < 0 {
			break
		}
	}
}

func (x *frame) findEdges() {
	s := x.within
	x.addStart(s.Start)
	x.addStart(x.cue + 1)
	x.addStart(x.hull.End)
	if rule, ok := x.ruled[x.cue]; ok {
		x.addStart(rule.content.Start)
		x.addEnd(rule.content.End)
	}
	for _, u := range x.units {
		x.addStart(u.Start)
		x.addEnd(u.End)
	}
	for i := s.Start; i < s.End; i++ {
		opens, closes := x.quoteEdge(i)
		switch w := x.lower(i); {
		case w == "," || w == ";" || w == "—" || w == "–" || w == ":" || w == "-":
			x.addStart(i + 1)
			x.addEnd(i)
		case w == "that" || w == "to" || w == "whether" || w == "if" || w == "how" || w == "why" || w == "what":
			x.addStart(i)
		case w == "and" || w == "but" || w == "as":
			x.addEnd(i)
		}
		if opens {
			x.addStart(i)
		}
		if closes {
			x.addEnd(i + 1)
		}
	}
	end := s.End
	x.addEnd(end)
	for end > s.Start && (isTerminal(x.word(end-1)) || x.Tokens[end-1].UPOS == nlp.PosPunct && x.word(end-1) == ".") {
		end--
		x.addEnd(end)
	}
	x.addEnd(x.hull.Start)
	if x.hull.Start-1 > s.Start && x.word(x.hull.Start-1) == "," {
		x.addEnd(x.hull.Start - 1)
	}
	slices.Sort(x.starts)
	slices.Sort(x.ends)
}

// quoteEdge reports whether token i is a mark that opens, or closes, a quotation.
func (x *frame) quoteEdge(i int) (opens, closes bool) {
	if x.inQuote[i] || x.Tokens[i].UPOS != nlp.PosPunct {
		return false, false
	}
	opens = i+1 < len(x.inQuote) && x.inQuote[i+1]
	closes = i > 0 && x.inQuote[i-1]
	return opens, closes
}

// addStart adds a token that content may start at: not within what describes the source.
func (x *frame) addStart(i int) {
	if h := x.source.head; h >= 0 && x.below[h].Start < i && i < x.below[h].End && (x.cue < x.below[h].Start || x.below[h].End <= x.cue) {
		return
	}
	if i >= x.within.Start && i < x.within.End && len(x.starts) < maxEdges && !slices.Contains(x.starts, i) {
		x.starts = append(x.starts, i)
	}
}

func (x *frame) addEnd(i int) {
	if i > x.within.Start && i <= x.within.End && len(x.ends) < maxEdges && !slices.Contains(x.ends, i) {
		x.ends = append(x.ends, i)
	}
}

// sideOf says where a span lies to cue and source: 1 before, 2 after, 3 around; 0 inside.
func (x *frame) sideOf(s nlp.Span) uint64 {
	switch {
	case s.End <= x.hull.Start:
		return 1
	case s.Start >= x.hull.End:
		return 2
	case s.Start < x.hull.Start && s.End > x.hull.End:
		return 3
	case x.hull.End-x.hull.Start > 1 && s.Start > x.cue && x.source.End <= x.cue: // between
		return 2
	case s.Start > x.cue && s.End <= x.source.Start:
		return 4
	}
	return 0
}

// pieces returns an extent without cue, source, and the commas that set them off.
func (x *frame) pieces(s nlp.Span) []nlp.Span {
	if x.sideOf(s) != 3 {
		return []nlp.Span{s}
	}
	a, b := nlp.Span{Start: s.Start, End: x.hull.Start}, nlp.Span{Start: x.hull.End, End: s.End}
	for k := x.hull.End; k < s.End && k < x.hull.End+afterHull; k++ { // "he said on Monday,"
		if x.word(k) == "," {
			b.Start = k + 1
			break
		}
	}
	if x.word(a.End-1) == "," {
		a.End--
	}
	var out []nlp.Span
	for _, p := range []nlp.Span{a, b} {
		if p.End > p.Start {
			out = append(out, p)
		}
	}
	return out
}

// afterHull is how far after cue and source the comma stands that ends an insertion.
const afterHull = 8

func (x *frame) labelOfStart(i int) uint64 {
	for _, u := range x.units {
		if u.Start == i {
			return u.label
		}
	}
	return 0
}

func (x *frame) labelOfEnd(i int) uint64 {
	for _, u := range x.units {
		if u.End == i {
			return u.label
		}
	}
	return 0
}

// place says how far a token lies from cue and source, by side.
func (x *frame) place(i int) uint64 {
	switch {
	case i < x.hull.Start:
		return 1<<8 + uint64(min(x.hull.Start-i, 4))
	case i >= x.hull.End:
		return 2<<8 + uint64(min(i-x.hull.End, 6))
	}
	return 3<<8 + uint64(min(max(i-x.cue, -1)+1, 5))
}

func (x *frame) startFeatures(g governed, i int, f *features) {
	f.start(startThing)
	label, place, w := x.labelOfStart(i), x.place(i), x.key(i)
	opens, _ := x.quoteEdge(i)
	first := bit(i == x.within.Start)<<1 | bit(opens)
	f.add(label, 0)
	f.add(label, g.lexical)
	f.add(label, g.word)
	f.add(label, g.complement)
	f.add(label, place)
	f.add(place, g.word)
	f.add(place, g.complement<<3|g.lexical)
	f.add(place, w)
	f.add(place, first)
	f.add(w, g.complement)
	f.add(w, g.word)
	f.add(w, label)
	f.add(x.key(i-1), place)
	f.add(x.key(i-1), w)
	f.add(x.key(i-1), uint64(x.tag(i)))
	f.add(uint64(x.tag(i)), place)
	f.add(uint64(x.tag(i)), label)
	f.add(first, g.lexical)
	f.add(uint64(x.tag(x.cue)), place<<8|uint64(x.tag(i)))
	f.add(bit(i > 0 && x.inQuote[i-1] && x.inQuote[i]), place)
	if rule, ok := x.ruled[x.cue]; ok {
		same := bit(rule.content.Start == i)<<1 | bit(rule.content.Start == i+1)
		f.each(1, rule.by, same)
		f.each(2, g.word, same)
		f.each(3, label, same)
		f.each(4, place, same)
		f.each(5, w, same)
		f.each(6, uint64(x.tag(i)), same)
	}
}

func (x *frame) endFeatures(g governed, i int, f *features) {
	f.start(endThing)
	label, place, w := x.labelOfEnd(i), x.place(i), x.key(i)
	_, closes := x.quoteEdge(i - 1)
	last := bit(i == x.within.End)<<2 | bit(i >= x.within.End-1)<<1 | bit(closes)
	next := x.key(i + 1)
	f.add(label, 0)
	f.add(label, g.lexical)
	f.add(label, g.word)
	f.add(label, last)
	f.add(place, last)
	f.add(place, g.lexical<<4|g.complement)
	f.add(w, next)
	f.add(w, uint64(x.tag(i+1)))
	f.add(w, label)
	f.add(w, last)
	f.add(x.key(i-1), w)
	f.add(last, x.key(i-1))
	f.add(uint64(x.tag(i)), uint64(x.tag(i+1)))
	f.add(w, bit(x.inQuote[i-1]))
	f.add(uint64(x.tag(i-1)), w)
	f.add(uint64(min(i-x.hull.End+20, 60)), 0)
	f.add(w, uint64(x.tag(i+1))<<8|uint64(x.tag(i+2)))
	f.add(w, x.reports(i+1))
	f.add(uint64(x.tag(i+1)), x.reports(i+1)<<8|x.reports(i+2))
	after, hangs, clause := x.goesOn(i)
	f.add(hangs, 0)
	f.add(hangs, clause<<1|bit(after > i))
	f.add(hangs, w)
	f.add(hangs, x.key(after))
	f.add(hangs, g.complement)
	f.add(hangs, label)
	f.add(hangs, x.key(i-1))
	f.add(hangs, bit(x.inQuote[i-1]))
	if rule, ok := x.ruled[x.cue]; ok {
		same := bit(rule.content.End == i)
		f.each(1, rule.by, same)
		f.each(2, g.word, same)
		f.each(3, last, same)
		f.each(4, w, same)
		f.each(5, next, same)
		f.each(6, label, same)
	}
}

func (x *frame) extentFeatures(g governed, s nlp.Span, f *features) {
	f.start(extentThing)
	side, size := x.sideOf(s), uint64(min(s.End-s.Start, 12))
	if size > 8 {
		size = 8 + uint64(min((s.End-s.Start)/8, 5))
	}
	var same uint64
	for _, u := range x.units {
		if u.Span == s {
			same = u.label
			break
		}
	}
	left, right := x.labelOfStart(s.Start), x.labelOfEnd(s.End)
	last, first := bit(s.End >= x.within.End-1), bit(s.Start == x.within.Start)
	f.add(side, g.lexical)
	f.add(side, g.word)
	f.add(side, g.complement)
	f.add(side, g.fine)
	f.add(side, size)
	f.add(size, g.lexical)
	f.add(size, g.word)
	f.add(same, 0)
	f.add(same, g.word)
	f.add(same, g.lexical)
	f.add(left, right)
	f.add(left, last)
	f.add(right, first<<1|last)
	f.add(side, first<<1|last)
	f.add(side, x.key(x.hull.End))
	f.add(side, x.key(x.hull.Start-1))
	f.add(side, x.quotesBroken(s)<<2|first<<1|last)
	f.add(x.quotesBroken(s), 0)
	f.add(side, uint64(x.tag(x.cue)))
	f.add(side, bit(x.hull.End >= x.within.End-1)<<1|bit(x.hull.Start == x.within.Start))
	f.add(uint64(x.Tokens[x.cue].Rel), side)
	f.add(side<<1|bit(x.source.Start > x.cue), g.complement)
	f.add(side, uint64(x.tag(s.Start))<<8|uint64(x.tag(s.End)))
	count, top, last0, beyond := x.whole(s)
	shape := count<<2 | beyond
	f.add(shape, side)
	f.add(shape, g.complement)
	f.add(shape, top)
	f.add(shape, last0)
	f.add(top, last0)
	f.add(top, g.complement)
	f.add(top, g.word)
	f.add(top, g.lexical<<8|count)
}

// goesOn looks at what follows content that ends before token i: the first word of it,
// what the phrase of that word hangs on and how, and whether that phrase is a clause of
// its own, with a subject.
func (x *frame) goesOn(i int) (first int, hangs, clause uint64) {
	first = i
	for first < x.within.End && x.Tokens[first].UPOS == nlp.PosPunct {
		first++
	}
	if first >= x.within.End {
		return first, 0, 0
	}
	top := x.topFrom(first, nlp.Span{Start: first, End: x.within.End})
	if x.dependent(top, nlp.RelNsubj, nlp.RelNsubjPass) >= 0 {
		clause = 1 + x.reports(top)
	}
	return first, 1 + x.lies(x.head(top))<<8 + uint64(x.Tokens[top].Rel)<<16, clause
}

// lies says where a word lies to the cue: it is the cue, hangs on it, and so on.
func (x *frame) lies(h int) uint64 {
	switch {
	case h < 0:
		return 1
	case h == x.cue:
		return 2
	case x.head(h) == x.cue:
		return 3
	case h >= x.hull.Start && h < x.hull.End:
		return 4
	case h < x.hull.Start:
		return 5
	case x.below[x.cue].Start <= h && h < x.below[x.cue].End:
		return 6
	}
	return 7
}

// whole describes a span as phrases: how many it is made of, what the first and the last
// hang on, and whether they reach beyond it on the left or right.
func (x *frame) whole(s nlp.Span) (count, first, last, beyond uint64) {
	for i := s.Start; i < s.End; {
		if x.Tokens[i].UPOS == nlp.PosPunct {
			i++
			continue
		}
		top := x.topFrom(i, s)
		below := x.below[top]
		last = 1 + x.lies(x.head(top)) + uint64(x.Tokens[top].Rel)<<8
		if count++; count == 1 {
			first = last
		}
		beyond |= bit(below.Start < s.Start)<<1 | bit(below.End > s.End)
		i = max(below.End, i+1)
	}
	return min(count, 4), first, last, beyond
}

// quotesBroken says whether a span starts or ends within a quotation that it does not hold whole.
func (x *frame) quotesBroken(s nlp.Span) uint64 {
	return bit(s.Start > 0 && x.inQuote[s.Start-1] && x.inQuote[s.Start])<<1 | bit(s.End < len(x.inQuote) && x.inQuote[s.End-1] && x.inQuote[s.End])
}
