package extract

import (
	"iter"
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// attributionLeast is the least score of a word to be taken for a cue: where the F1 of
// attributions on PolNeAR dev is at its best, within a tenth of a point.
const attributionLeast = 0

// findAttributed makes statements of the attributions that the trained model finds.
// Of attributions inside one another only the outermost is kept.
func (r *reading) findAttributed() {
	a, err := trainedAttributor()
	if err != nil {
		panic(err) // the embedded model is part of the program
	}
	t := newTree(r)
	var f features
	for n, s := range r.Sentences {
		if r.skip[n] {
			continue
		}
		r.announcedBy(n)
		for _, x := range r.outermost(r.attributionsIn(a, t, s, &f)) {
			if !r.announcedVia(&x) && r.fresh(&x) {
				r.finish(&x)
				r.statements = append(r.statements, x)
				r.nested(a, t, x, &f)
			}
		}
	}
}

// maxCues bounds the cues of a sentence.
const maxCues = 32

// announcedVia notes that a statement announced in a sentence of its own, or quoted and
// attributed within the content of x, reached the article through the source of x: "This
// was announced by Okoye, writes Lanterna.", "“No,” Okoye said, according to Lanterna."
func (r *reading) announcedVia(x *statement) bool {
	e := x.source.entity
	for i := range r.near(x.content[0]) {
		s := &r.statements[i]
		quoted := s.kind == "direct" && e != nil && e.typ == organization && x.covers(s.content[0]) == s.content[0].End-s.content[0].Start
		if (s.by == "announced-by/1" || quoted) && x.covers(r.Bytes(s.cue)) > 0 && e != nil && e != s.source.entity {
			s.via = e
			return true
		}
	}
	return false
}

// attributionsIn returns the statements of a sentence, those with the surest cues first.
func (r *reading) attributionsIn(a *attributor, t *tree, s nlp.Span, f *features) []statement {
	found := a.cuesIn(t, s, attributionLeast, f)
	slices.SortStableFunc(found, func(x, y attribution) int { return y.score - x.score })
	var made []statement
	for i := s.Start; i < s.End; i++ {
		if rule, ok := t.ruled[i]; ok && rule.read.by == quotedAsSaying && !r.isStated(i) {
			made = append(made, rule.read)
		}
		if x, ok := r.refused(a, t, i, f); ok && !r.isStated(i) {
			made = append(made, x)
		}
	}
	for _, x := range found[:min(len(found), maxCues)] {
		if r.inQuote[x.cue] || r.word(x.cue) == ":" && x.cue == s.End-1 || t.ruled[x.cue].read.by == quotedAsSaying || r.isStated(x.cue) || !a.attribute(t, &x, f) {
			continue
		}
		if s, ok := r.stated(t, x); ok && r.saysSo(t, x, &s) {
			made = append(made, s)
		}
	}
	for _, x := range made {
		made = append(made, r.passedBy(a, t, x, f)...)
	}
	return made
}

// refused makes a statement of what someone declines to say at token i, if it is told as a
// question: "declined to say whether the bridge was safe".
func (r *reading) refused(a *attributor, t *tree, i int, f *features) (statement, bool) {
	v := r.verbOf(i)
	if v == nil || v.Mode != "speech" || t.Tokens[i].Rel != nlp.RelXcomp || !t.declined(i) || r.inQuote[i] {
		return statement{}, false
	}
	k := i + 1
	if w := r.lower(k); w == "on" || w == "about" { // "to comment on whether"
		k++
	}
	end := r.clauseEnd(t.Sentences[t.SentenceOf(i)])
	if k+contentWords > end || !questionWords[r.lower(k)] {
		return statement{}, false
	}
	x := attribution{cue: i, source: a.sourceOf(t, i, a.governs(t, i), f), content: []nlp.Span{{Start: k, End: r.contentEnd(k, end)}}}
	s, ok := r.stated(t, x)
	s.stance = "declined to comment"
	return s, ok && s.source.span.End > 0
}

// nested adds the statement that another one tells of: Okoye said that Brandt had
// denied the report. It is of a verb of speech with a clause, and of another source.
func (r *reading) nested(a *attributor, t *tree, outer statement, f *features) {
	tokens := r.SpanOf(outer.content[0])
	for i := tokens.Start; i < tokens.End; i++ {
		rule, ok := t.ruled[i]
		x := attribution{cue: i}
		c := t.complementOf(i)
		if !ok || r.inQuote[i] || rule.read.mode != "speech" || c != complementThat && c != complementClause || !a.attribute(t, &x, f) {
			continue
		}
		s, ok := r.stated(t, x)
		if !ok || s.source.span.End == 0 || outer.covers(s.content[0]) < s.content[0].End-s.content[0].Start || outer.covers(r.Bytes(s.source.span)) == 0 {
			continue
		}
		s.within, s.by = outer.content[0], "attribution-nested/1"
		s.kind = "indirect"
		for range r.quotesIn(s.content[0]) {
			s.kind = "mixed"
		}
		r.statements = append(r.statements, s)
		return
	}
}

// passedBy returns the statements that stand in what a body is said to have reported.
func (r *reading) passedBy(a *attributor, t *tree, outer statement, f *features) []statement {
	var made []statement
	tokens := r.SpanOf(outer.content[0])
	for i := tokens.Start; i < tokens.End; i++ {
		rule, ok := t.ruled[i]
		x := attribution{cue: i}
		if !ok || rule.read.mode != "speech" || r.inQuote[i] || r.isStated(i) || !a.attribute(t, &x, f) {
			continue
		}
		if s, ok := r.stated(t, x); ok && r.passedOn(&s, &outer) {
			made = append(made, s)
		}
	}
	return made
}

// isStated reports whether a token is the cue, or within the content, of a statement.
func (r *reading) isStated(i int) bool {
	x := r.Bytes(nlp.Span{Start: i, End: i + 1})
	for n := range r.near(x) {
		s := &r.statements[n]
		if s.cue.Start <= i && i < s.cue.End || s.covers(x) > 0 {
			return true
		}
	}
	return false
}

// stated makes a statement of an attribution.
func (r *reading) stated(t *tree, x attribution) (statement, bool) {
	s := statement{cue: nlp.Span{Start: x.cue, End: x.cue + 1}, by: "attribution/1"}
	v := r.verbOf(x.cue)
	if v != nil && v.Particle != "" {
		s.cue.End++
	}
	s.said(v)
	if r.lower(x.cue) == "according" && r.lower(x.cue+1) == "to" {
		s.cue.End++
	}
	s.source = r.sourceFrom(t, x)
	from := r.addressed(t, x.cue, &s)
	words := 0
	for _, c := range x.content {
		if s.cue.Start <= c.Start { // "pointed out that", "called for"
			c.Start = max(c.Start, s.cue.End)
			if c.Start < from && from < c.End {
				c.Start = from
			}
		}
		for c.Start < c.End && (r.lower(c.Start) == "that" && c.End-c.Start > contentWords && c.Start > x.cue || r.word(c.Start) == "," || r.word(c.Start) == "—" || r.word(c.Start) == ":") {
			c.Start++
		}
		c.End = t.beforeNextCue(x.cue, c)
		for c.End > c.Start && (r.word(c.End-1) == "," || r.word(c.End-1) == "—" || r.word(c.End-1) == "–" || r.word(c.End-1) == ".") {
			c.End--
		}
		if c.End == c.Start+1 && len(x.content) > 1 && r.lower(c.Start) == "what" {
			continue // "[what] she called “a disgrace”"
		}
		if c.End > c.Start {
			words += c.End - c.Start
			s.content = append(s.content, r.wholeQuotes(r.Bytes(c)))
		}
	}
	if len(s.content) == 0 || s.covers(r.Bytes(s.source.span)) > 0 || s.covers(r.Bytes(s.cue)) > 0 {
		return s, false
	}
	if x := r.SpanOf(s.content[0]); len(s.content) == 1 && s.cue.Start < x.Start {
		if m := r.mentionAt(x.Start); m != nil && m.kind == "name" && m.span == x {
			return s, false // "fired Ada Okoye"
		}
	}
	return s, words > 1 || words == 1 && r.mentionAt(r.SpanOf(s.content[0]).Start) == nil && !pointers[strings.ToLower(r.text(s.content[0]))]
}

// addressed notes who is told something, and returns the token after: "told [the council]
// that …", "informed [voters] of …", "said to [reporters] that …".
func (r *reading) addressed(t *tree, cue int, s *statement) int {
	who := -1
	if r.takes(cue, lexicon.AddresseeFrame) {
		who = t.dependent(cue, nlp.RelIobj, nlp.RelObj)
	} else if k := t.dependent(cue, nlp.RelObl); k > cue && t.lower(t.below[k].Start) == "to" {
		who = k
	}
	if who < cue || !t.agent(who) {
		return 0
	}
	if m := r.mentionAt(who); m != nil {
		s.addressee = m.entity
	}
	next := len(r.Tokens)
	for c := range t.under(cue) {
		if from := t.subtree(c).Start; from > who {
			next = min(next, from)
		}
	}
	for k := who + 1; k <= next && k <= who+thatReach; k++ {
		switch w := r.lower(k); {
		case w == "that", w == "to", questionWords[w], k == next:
			return k
		case w == "of" && k == who+1 && t.dependent(cue, nlp.RelCcomp, nlp.RelXcomp) < 0:
			return k + 1
		case w == ",", w == ".":
			return 0
		}
	}
	return 0
}

// beforeNextCue returns where content ends: before a further report of the same source, in
// the same tense, if there is one: "said that the bridge was safe [and warned that …]".
func (t *tree) beforeNextCue(cue int, c nlp.Span) int {
	for i := max(c.Start, cue) + 1; i+1 < c.End; i++ {
		if w := t.lower(i); w != "and" && w != "but" || t.inQuote[i] {
			continue
		}
		k := i + 1
		for k < c.End && t.Tokens[k].UPOS == nlp.PosAdv {
			k++
		}
		if k == c.End || !t.saidBeside(k, cue) || t.Tokens[k].XPOS != t.Tokens[cue].XPOS || t.Tokens[k].UPOS != nlp.PosVerb || t.dependent(k, nlp.RelNsubj) >= 0 {
			continue
		}
		if v := t.verbOf(k); v != nil && v.Mode == "speech" && finiteTag[t.Tokens[k].XPOS] {
			return i
		}
	}
	return c.End
}

// saidBeside reports whether token i hangs on a cue, however deep, but not in a relative or
// an adverbial clause.
func (t *tree) saidBeside(i, cue int) bool {
	for range 5 {
		rel := t.Tokens[i].Rel
		if i = t.head(i); i == cue {
			return true
		}
		if i < 0 || rel == nlp.RelAcl || rel == nlp.RelAclRelcl || rel == nlp.RelAdvcl {
			return false
		}
	}
	return false
}

// pointers are words that stand for content which is told elsewhere.
var pointers = wordSet("it this that these those they them him her he she which what who whom so one me us you such")

// wholeQuotes widens a range by a closing mark of which it holds the opening one.
func (r *reading) wholeQuotes(x nlp.Range) nlp.Range {
	for q := range r.quotesIn(x) {
		if q.Inner.End >= x.End-1 && q.Inner.End <= x.End+1 {
			x.End = max(x.End, q.End)
		}
	}
	return x
}

// verbsAt yields the verbs of speech and of opinion that token i is a form of, those with
// a particle first.
func (r *reading) verbsAt(i int) iter.Seq[*lexicon.Verb] {
	return func(yield func(*lexicon.Verb) bool) {
		w, next := r.lower(i), r.lower(i+1)
		for _, particle := range []string{next, ""} {
			for _, verbs := range [][]lexicon.VerbForm{lexicon.Verbs(w), lexicon.Opinions(w)} {
				for _, v := range verbs {
					if v.Particle == particle && !yield(v.Verb) {
						return
					}
				}
			}
		}
	}
}

// verbOf returns the verb of speech or opinion at token i, nil if the lexicon has none.
func (r *reading) verbOf(i int) *lexicon.Verb {
	for v := range r.verbsAt(i) {
		return v
	}
	return nil
}

// takes reports whether the verb at token i has one of some frames.
func (r *reading) takes(i int, frames ...rune) bool {
	for v := range r.verbsAt(i) {
		for _, frame := range frames {
			if v.Has(frame) {
				return true
			}
		}
	}
	return false
}

// sourceFrom makes a source of the phrase that was chosen. Where the rules read the same
// words, they say who that is.
func (r *reading) sourceFrom(t *tree, x attribution) source {
	c := x.source
	if c.head < 0 {
		return source{}
	}
	if k := t.subjectAround(x.cue, c); k >= 0 {
		return r.named(sourceCandidate{Span: t.uncut(k, x.cue), head: k})
	}
	if rule := t.ruled[x.cue]; rule.by != 0 && like(c.Span, rule.source) > 0 {
		s := rule.read.source
		if k := t.subjectAround(x.cue, sourceCandidate{Span: rule.source, head: r.topOf(rule.source)}); k >= 0 {
			return r.named(sourceCandidate{Span: t.uncut(k, x.cue), head: k})
		}
		if inside := rule.source.Start <= c.Start && c.End <= rule.source.End; s.unnamed == "" || inside || like(c.Span, rule.source) > sameWords {
			return s
		}
	}
	if w := r.lower(c.Start); c.End-c.Start == 1 && pronouns[w] {
		return source{span: c.Span, pronoun: w}
	}
	if t.class(c.head) == classRelative {
		return r.relative(t, c)
	}
	return r.named(c)
}

// subjectAround returns the head of the cue's subject if a candidate is no more than a part
// of that phrase: "Chad" in "refugees from Chad", "him" in "people close to him". A name in
// apposition to the head is all of it. So is the subject in front of what is set off behind
// it and taken for another one: "France, until last year the biggest donor". It is -1
// elsewhere.
func (t *tree) subjectAround(cue int, c sourceCandidate) int {
	k := t.dependent(cue, nlp.RelNsubj)
	if k < 0 && t.Tokens[cue].Rel == nlp.RelAdvcl && t.tag(cue) == nlp.TagVBG && t.dependent(cue, nlp.RelMark) >= 0 {
		h := t.head(cue) // "was sacked as chief, after saying"
		if k = t.dependent(h, nlp.RelNsubj, nlp.RelNsubjPass); k >= 0 && k < h && t.head(c.head) == h && c.Start > h && c.End <= cue {
			return k
		}
		return -1
	}
	if k < 0 || k > cue || c.Start <= k && k < c.End {
		return -1
	}
	if t.head(c.head) == cue && t.Tokens[c.head].Rel == nlp.RelNsubj {
		m := t.mentionAt(k)
		if m != nil && m.entity != nil && m.typ != place && t.word(m.span.End) == "," && t.word(c.End) == "," && t.mentionAt(c.head) == nil {
			return k
		}
		return -1
	}
	m, i := t.mentionAt(c.head), c.head
	if m != nil && m.typ != person && m.kind == "name" && t.Tokens[i].Rel == nlp.RelAppos {
		i = t.head(i)
	}
	for i >= 0 && t.Tokens[i].Rel == nlp.RelConj {
		i = t.head(i)
	}
	if i == k { // "Germany and Peru" of "France, Germany and Peru"
		return k
	}
	if i < 0 || t.Tokens[i].Rel != nlp.RelNmod && t.Tokens[i].Rel != nlp.RelObl || t.dependent(i, nlp.RelCase) < 0 || isPossessive(t.lower(t.dependent(i, nlp.RelCase))) {
		return -1
	}
	switch before := c.Start - 1; { // else a title stands in front, and the parse is wrong
	case t.Tokens[c.Start].Rel == nlp.RelCase, t.Tokens[before].Rel == nlp.RelCase, t.Tokens[before].Rel == nlp.RelCC, t.word(before) == ",":
	default:
		return -1
	}
	for n := 0; i >= 0 && n < pathReach; n++ {
		if i == k {
			return k
		}
		if rel := t.Tokens[i].Rel; rel == nlp.RelAppos || rel == nlp.RelFlat || rel == nlp.RelCompound {
			return -1
		}
		i = t.head(i)
	}
	return -1
}

// pathReach bounds the way from a part of a phrase up to its head.
const pathReach = 6

// uncut is the phrase of token k as far as the cue at token i, without a clause behind it.
func (t *tree) uncut(k, i int) nlp.Span {
	s := t.subtree(k)
	s.End = min(s.End, i)
	return t.trimMarks(s)
}

// sameWords is how alike two phrases are, in thousandths, that are the same but for
// what is next to their edges.
const sameWords = 500

// relative makes a source of what "who" or "which" stands for: the noun before it.
func (r *reading) relative(t *tree, c sourceCandidate) source {
	clause := t.head(c.head)
	if clause < 0 {
		return source{span: c.Span}
	}
	h := t.head(clause)
	if h < 0 || h >= c.Start || t.Tokens[clause].Rel != nlp.RelAclRelcl {
		return source{span: c.Span}
	}
	s := r.named(sourceCandidate{Span: t.trimMarks(nlp.Span{Start: t.below[h].Start, End: c.Start}), head: h})
	s.span = c.Span
	return s
}

// named makes a source of a noun phrase.
func (r *reading) named(c sourceCandidate) source {
	head := c.head
	if m := r.mentionAt(head); m != nil {
		head = m.span.End - 1
	}
	s, _ := r.describe(c.Span, head)
	if m := r.apposed(head+1, c.End); s.entity == nil && m != nil {
		s.entity, s.unnamed = m.entity, ""
	}
	if m := r.mentionAt(head + 1); s.entity == nil && m != nil && m.typ == person && m.kind == "name" && m.span.End <= c.End { // "Senators Ada Okoye and Tomas Brandt"
		if _, several := r.titleIn(head+1, true); several {
			s.entity, s.unnamed = m.entity, ""
		}
	}
	if s.entity == nil && s.pronoun == "" {
		s.unnamed = r.SpanText(r.beforeClause(c.Span))
	}
	return s
}

// apposed returns the person, or the body, named behind the comma at token k at the end of a
// noun phrase: "the group's director[, Father Ada Okoye]".
func (r *reading) apposed(k, end int) *mention {
	if r.word(k) != "," || r.mentionAt(k-1) != nil {
		return nil
	}
	i := r.behindTitles(k + 1)
	m := r.mentionAt(i)
	if m == nil || m.entity == nil || m.kind != "name" || m.span.Start != i || m.span.End != end {
		return nil
	}
	if m.typ == person || m.typ == organization && i == k+1 && (bodies[r.lower(k-1)] || bodyNouns[r.lower(k-1)]) {
		return m
	}
	return nil
}

// behindTitles returns the token behind the titles in front of a name that token i may start with.
func (r *reading) behindTitles(i int) int {
	for n := 0; n < 2 && r.mentionAt(i) == nil; n++ {
		if _, ok := lexicon.TitleOf(r.word(i)); !ok {
			if _, ok = lexicon.TitleOf(r.lower(i)); !ok || !isUpperWord(r.word(i)) {
				break
			}
		}
		i++
	}
	return i
}

// bodyNouns are further nouns for bodies that have names.
var bodyNouns = wordSet("agency paper service charity organisation organization association federation commission council court regulator watchdog authority committee alliance coalition movement group outlet")

// beforeClause cuts marks of quotation in front of a phrase and a relative clause behind it.
func (r *reading) beforeClause(s nlp.Span) nlp.Span {
	for s.Start < s.End-1 && r.Tokens[s.Start].UPOS == nlp.PosPunct {
		s.Start++
	}
	for i := s.Start + 1; i < s.End-1; i++ {
		if r.word(i) == "," && relatives[r.lower(i+1)] {
			s.End = i
		}
	}
	return s
}

// outermost leaves of the statements of a sentence those that are not in another's
// content. What a body is said to have reported of someone's words ("Okoye said the
// bridge was safe, according to Lanterna") is a statement of that someone's, via the body.
func (r *reading) outermost(all []statement) []statement {
	inner := make([]bool, len(all))
	for i := range all {
		for k := range all {
			if i == k || inner[i] || inner[k] || all[k].covers(r.Bytes(all[i].cue)) == 0 {
				continue
			}
			switch {
			case r.passedOn(&all[i], &all[k]):
				all[i].via, inner[k] = all[k].source.entity, true
			case all[i].covers(r.Bytes(all[k].cue)) == 0 || k < i:
				inner[i] = true
			}
		}
	}
	var kept []statement
	for i, s := range all {
		if !inner[i] {
			kept = append(kept, s)
		}
	}
	return kept
}

// passedOn reports whether outer only passes on what inner says.
func (r *reading) passedOn(inner, outer *statement) bool {
	e := outer.source.entity
	if e == nil || e.typ != organization || inner.source.entity == e || inner.source.span.End == 0 {
		return false
	}
	return outer.content[0].Start < r.Bytes(outer.cue).Start && inner.content[0].Start >= outer.content[0].Start && 2*inner.covers(outer.content[0]) > outer.content[0].End-outer.content[0].Start
}
