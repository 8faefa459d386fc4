package extract

import (
	"slices"

	"newsgraph/loader/nlp"
)

// A sourceCandidate is a phrase that may be who a cue's content comes from; an empty span
// stands for none.
type sourceCandidate struct {
	nlp.Span
	head int    // token that the phrase hangs on
	path uint64 // how it lies to the cue
	cut  uint64 // which of the phrases around the head it is
}

// Ways from a cue to a source.
const (
	pathNone = iota
	pathChild
	pathModified // the cue modifies it: "Okoye, who said"
	pathBefore   // it ends right before the cue
	pathAfter
	pathUp = 8 // and on: of a verb above
)

// sources returns the candidates for the source of the cue at token i.
func (t *tree) sources(i int, out []sourceCandidate) []sourceCandidate {
	out = append(out[:0], sourceCandidate{head: -1})
	out = t.sourcesUnder(i, pathChild, out)
	k := i
	for up := range uint64(3) {
		rel := t.Tokens[k].Rel
		h := t.head(k)
		if h < 0 {
			break
		}
		if u := t.Tokens[h].UPOS; u == nlp.PosNoun || u == nlp.PosPropn || u == nlp.PosPron {
			out = t.phrases(h, pathModified+up<<8+uint64(rel)<<16, i, out)
		}
		out = t.sourcesUnder(h, pathUp+up<<8+uint64(rel)<<16, out)
		k = h
	}
	s := t.Sentences[t.SentenceOf(i)]
	if i > s.Start {
		out = t.phrases(t.nounAbove(i-1, i), pathBefore, i, out)
	}
	if i+1 < s.End {
		out = t.phrases(t.nounAbove(i+1, i), pathAfter, i, out)
	}
	return out
}

// nounAbove climbs from token k to the highest noun below which token i is not.
func (t *tree) nounAbove(k, i int) int {
	for range 8 {
		h := t.head(k)
		if h < 0 || h == i || t.below[h].Start <= i && i < t.below[h].End {
			break
		}
		if u := t.Tokens[h].UPOS; u != nlp.PosNoun && u != nlp.PosPropn && u != nlp.PosPron {
			break
		}
		k = h
	}
	return k
}

var sourceRels = []nlp.Rel{nlp.RelNsubj, nlp.RelNsubjPass, nlp.RelObl, nlp.RelOblAgent, nlp.RelNmod, nlp.RelNmodPoss, nlp.RelCompound, nlp.RelObj, nlp.RelIobj, nlp.RelNsubjOuter, nlp.RelParataxis, nlp.RelDislocated, nlp.RelAmod, nlp.RelDet}

// sourcesUnder adds the dependents of token h that can be sources.
func (t *tree) sourcesUnder(h int, path uint64, out []sourceCandidate) []sourceCandidate {
	for c := range t.under(h) {
		if slices.Contains(sourceRels, t.Tokens[c].Rel) {
			out = t.phrases(c, path|uint64(t.Tokens[c].Rel)<<32, h, out)
		}
	}
	return out
}

// phrases adds the phrases around a head: all of it, and less of what follows a comma
// or a clause. A phrase does not reach over the cue.
func (t *tree) phrases(h int, path uint64, cue int, out []sourceCandidate) []sourceCandidate {
	if h == cue || t.Tokens[h].UPOS == nlp.PosPunct {
		return out
	}
	whole := t.below[h]
	if whole.Start <= cue && cue < whole.End {
		if cue > h {
			whole.End = cue
		} else {
			whole.Start = cue + 1
		}
	}
	if c := t.dependent(h, nlp.RelCase); c >= 0 && c < h && c >= whole.Start {
		for whole.Start <= c || t.Tokens[whole.Start].Rel == nlp.RelFixed {
			whole.Start++
		}
	}
	for c := range t.under(h) { // "and", "but" before it
		if r := t.Tokens[c].Rel; (r == nlp.RelCC || r == nlp.RelMark) && c == whole.Start && c < h {
			whole.Start++
		}
	}
	whole = t.trimMarks(whole)
	if isPossessive(t.word(whole.Start)) && whole.Start < h { // of "Monday's papers"
		whole.Start++
	}
	spans := []nlp.Span{whole}
	for c := range t.under(h) {
		if c <= h || t.below[c].Start >= whole.End {
			continue
		}
		switch t.Tokens[c].Rel {
		case nlp.RelFlat, nlp.RelFixed, nlp.RelCompound, nlp.RelCase, nlp.RelPunct:
		default:
			cut := t.trimMarks(nlp.Span{Start: whole.Start, End: t.below[c].Start})
			if cut.End > h {
				spans = append(spans, cut)
			}
		}
	}
	for n, s := range spans {
		if s.End-s.Start < 1 || s.End-s.Start > sourceReach || len(out) >= maxSources || s.Start > h || s.End <= h {
			continue
		}
		out = append(out, sourceCandidate{s, h, path, uint64(min(n, 2))})
	}
	return out
}

// maxSources bounds the candidates for one source.
const maxSources = 40

// sourceFeatures describes a candidate for the source of the cue at token i.
func (t *tree) sourceFeatures(i int, g governed, c sourceCandidate, f *features) {
	f.start(sourceThing)
	if c.head < 0 {
		f.add(g.word, 0)
		f.add(g.fine, 1)
		f.add(g.lexical, uint64(t.Tokens[i].UPOS))
		f.add(g.lexical, g.subject)
		f.add(g.complement, g.subject)
		f.add(uint64(t.Tokens[i].Rel), g.lexical)
		f.add(uint64(t.tag(i)), 2)
		f.add(t.quotesNear(i), g.subject)
		if rule, ok := t.ruled[i]; ok {
			f.each(6, rule.by, bit(rule.source.End > rule.source.Start))
		}
		return
	}
	f.start(sourceThing + 100)
	class := t.class(c.head)
	after, before := t.key(c.End), t.key(c.Start-1)
	side, gap := bit(c.Start > i), gapOf(c.Span, i)
	pos := uint64(t.Tokens[i].UPOS)
	f.add(c.path, 0)
	f.add(c.path, g.word)
	f.add(c.path, g.lexical)
	f.add(c.path, class)
	f.add(c.path, pos)
	f.add(c.path&0xff, class)
	f.add(c.path>>32, class)
	f.add(c.path, g.complement)
	f.add(class, g.word)
	f.add(class, g.lexical<<1|side)
	f.add(class, g.fine)
	f.add(t.key(c.head), 0)
	f.add(t.key(c.head), g.lexical)
	f.add(side, gap)
	f.add(side<<8|gap, g.lexical)
	f.add(side<<8|gap, g.word)
	f.add(side<<8|gap, class)
	f.add(c.cut, after)
	f.add(c.cut, before)
	f.add(c.cut, class)
	f.add(c.cut, uint64(min(c.End-c.Start, 8)))
	f.add(uint64(min(c.End-c.Start, 12)), class)
	f.add(after, before)
	f.add(after, side)
	f.add(before, side)
	f.add(t.key(c.Start), c.cut)
	f.add(t.key(c.End-1), c.cut)
	f.add(uint64(t.tag(c.Start)), uint64(t.tag(c.End-1)))
	f.add(bit(t.inQuote[c.head])<<1|bit(t.inQuote[i]), side)
	f.add(t.marksIn(c.Span), c.cut)
	if rule, ok := t.ruled[i]; ok {
		same := bit(c.Start == rule.source.Start)<<1 | bit(c.End == rule.source.End)
		f.each(1, rule.by, same)
		f.each(2, same, class)
		f.each(3, same, c.path)
		f.each(4, same, c.cut)
		f.each(5, same, g.word)
	}
	f.add(bit(t.word(c.End) == ",")<<1|bit(t.word(c.Start-1) == ","), t.marksIn(c.Span))
}

// gapOf returns how many tokens lie between a span and a token, up to eight.
func gapOf(s nlp.Span, i int) uint64 { return uint64(min(max(s.Start-i-1, i-s.End, 0), 8)) }

// marksIn says which marks stand inside a span.
func (t *tree) marksIn(s nlp.Span) uint64 {
	var in uint64
	for i := s.Start; i < s.End; i++ {
		switch t.word(i) {
		case ",":
			in |= 1
		case "“", "”", "\"", ":", ";":
			in |= 2
		case "(", ")", "—", "–":
			in |= 4
		}
	}
	return in
}
