package extract

import (
	"iter"
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// findIndirect makes statements of what someone is said to have said without being
// quoted: "Okoye said the bridge was safe", "according to Okoye, …". A clause that
// holds a quoted fragment is a mixed one. Of statements inside one another only the
// outermost is kept.
func findIndirect(r *reading) {
	slices.SortStableFunc(r.statements, func(a, b statement) int { return a.content[0].Start - b.content[0].Start })
	r.quoted = len(r.statements)
	r.findAttributed()
	r.statements = slices.DeleteFunc(r.statements, func(s statement) bool { return s.dropped })
	slices.SortStableFunc(r.statements, func(a, b statement) int { return a.content[0].Start - b.content[0].Start })
	r.resolvePronouns()
}

// A ruled is an attribution that the rules read at a cue.
type ruled struct {
	by      uint64 // the rule
	source  nlp.Span
	content nlp.Span
	read    statement
}

// byRules returns what the rules read at each cue: one of the things that the model of
// attributions goes by.
func (r *reading) byRules() map[int]ruled {
	found := make(map[int]ruled)
	for n, s := range r.Sentences {
		if r.skip[n] {
			continue
		}
		end := r.clauseEnd(s)
		for i := s.Start; i < end; i++ {
			if r.inQuote[i] {
				continue
			}
			x, ok := r.accordingTo(i, s, end)
			if !ok {
				x, ok = r.reported(i, s, end)
			}
			if !ok {
				continue
			}
			content := r.SpanOf(nlp.Range{Start: x.content[0].Start, End: x.content[len(x.content)-1].End})
			found[i] = ruled{nlp.HashWord(x.by), x.source.span, content, x}
		}
	}
	return found
}

// announcedBy makes the sentence before sentence n a statement if n says whose it is:
// "The bridge is safe. This was announced by the judge Ada Okoye."
func (r *reading) announcedBy(n int) {
	s := r.Sentences[n]
	i := s.Start
	if w := r.lower(i); w != "this" && w != "that" && w != "it" || r.lower(i+1) != "was" || r.lower(i+3) != "by" || n == 0 || r.skip[n-1] {
		return
	}
	before := r.Sentences[n-1]
	if r.quotedWithin(before) || r.headline(before) {
		return
	}
	for _, v := range lexicon.Verbs(r.lower(i + 2)) {
		src, ok := r.sourceAfter(i+4, r.clauseEnd(s))
		if v.Form&lexicon.Participle == 0 || v.Mode != "speech" || !ok {
			continue
		}
		x := statement{source: src, cue: nlp.Span{Start: i + 2, End: i + 4}, by: "announced-by/1"}
		x.said(v.Verb)
		if x, ok = r.content(x, nlp.Span{Start: before.Start, End: r.clauseEnd(before)}); ok && r.fresh(&x) {
			r.finish(&x)
			r.statements = append(r.statements, x)
			return
		}
	}
}

// clauseEnd returns the end of a sentence without its final mark.
func (r *reading) clauseEnd(s nlp.Span) int {
	end := s.End
	for end > s.Start && isTerminal(r.word(end-1)) {
		end--
	}
	return end
}

func isTerminal(w string) bool { return w == "." || w == "?" || w == "!" || w == ":" || w == "…" }

// fresh reports whether a statement says something that no other one does: its cue is
// not another's, its words are not quoted whole, it is not inside another one.
func (r *reading) fresh(x *statement) bool {
	c := x.content[0]
	for i := range r.near(c) {
		s := &r.statements[i]
		if s.cue == x.cue && s.cue.End > 0 || s.covers(r.Bytes(x.cue)) > 0 {
			return false
		}
		if s.covers(c)*2 > c.End-c.Start {
			return false
		}
	}
	return true
}

// nearby is how far from a range, in bytes, statements are looked at that may overlap it.
const nearby = 4096

// near yields the indices of the statements whose content starts near a range: of the
// quotations, which stand first and in order, and of the latest others.
func (r *reading) near(x nlp.Range) iter.Seq[int] {
	return func(yield func(int) bool) {
		i, _ := slices.BinarySearchFunc(r.statements[:r.quoted], x.Start-nearby, func(s statement, at int) int { return s.content[0].Start - at })
		for ; i < r.quoted && r.statements[i].content[0].Start < x.End+nearby; i++ {
			if !r.statements[i].dropped && !yield(i) {
				return
			}
		}
		for i := len(r.statements) - 1; i >= r.quoted && r.statements[i].content[0].End > x.Start-nearby; i-- {
			if !r.statements[i].dropped && !yield(i) {
				return
			}
		}
	}
}

// quotesIn yields the outermost quotations that start in a range.
func (r *reading) quotesIn(x nlp.Range) iter.Seq[nlp.Quote] {
	return func(yield func(nlp.Quote) bool) {
		i, _ := slices.BinarySearchFunc(r.Quotes, x.Start, func(q nlp.Quote, at int) int { return q.Start - at })
		for ; i < len(r.Quotes) && r.Quotes[i].Start < x.End; i++ {
			if r.Quotes[i].Depth == 0 && !yield(r.Quotes[i]) {
				return
			}
		}
	}
}

// finish sets the kind by what is quoted inside, the stance where the cue is a noun, an
// adjective or a further verb, and drops direct statements that are fragments of this one.
func (r *reading) finish(x *statement) {
	if stance, mode, ok := lexicon.StanceOf(r.lemma(x.cue.Start)); ok && x.stance == "said" && r.verbOf(x.cue.Start) == nil {
		x.stance, x.mode = stance, mode
	}
	x.kind = "indirect"
	c := x.content[0]
	for q := range r.quotesIn(c) {
		if before := max(x.source.span.End, x.cue.End); q.End > c.End && len(x.content) == 1 && before <= r.TokenAt(c.End) { // quoted over the end of the sentence
			c.End = r.trim(q.Range).End
			x.content[0] = c
		}
		if q.End <= c.End+1 && !r.titled(r.SpanOf(q.Range).Start, r.SpanOf(q.Inner)) {
			x.kind = "mixed"
		}
		if q.Start <= c.Start && q.End >= c.End && r.finiteIn(r.SpanOf(q.Inner)) { // the whole of it is quoted
			x.kind, x.content[0] = "direct", r.trim(q.Inner)
		}
	}
	for i := range r.near(c) {
		s := &r.statements[i]
		s.dropped = len(s.content) == 1 && c.Start <= s.content[0].Start && s.content[0].End <= c.End
	}
}

// accordingTo reads "according to Okoye, the bridge is safe" and "the bridge is safe,
// according to Okoye" at token i.
func (r *reading) accordingTo(i int, s nlp.Span, end int) (statement, bool) {
	if r.lower(i) != "according" || r.lower(i+1) != "to" {
		return statement{}, false
	}
	src, stop := r.sourcePhrase(i+2, end)
	if stop == i+2 {
		return statement{}, false
	}
	x := statement{source: src, cue: nlp.Span{Start: i, End: i + 2}, mode: "speech", stance: "said", by: "according-to/1"}
	if i == s.Start || i == s.Start+1 && isLower(r.word(i)) {
		for stop < end && r.word(stop) != "," {
			stop++
		}
		return r.content(x, nlp.Span{Start: stop + 1, End: end})
	}
	start := r.clauseStart(i, s.Start)
	last := i
	if r.word(last-1) == "," {
		last--
	}
	return r.content(x, nlp.Span{Start: start, End: last})
}

// clauseStart returns where the clause before token i starts: after a quotation or a semicolon.
func (r *reading) clauseStart(i, start int) int {
	for k := i - 1; k > start; k-- {
		if r.word(k) == ";" {
			return k + 1
		}
	}
	return start
}

// sourcePhrase reads a source that starts at token i, with its descriptions between
// commas: "Ada Okoye, the head of the agency,". It returns the token after it.
func (r *reading) sourcePhrase(i, end int) (source, int) {
	src, ok := r.sourceAfter(i, end)
	if !ok {
		return src, i
	}
	stop := src.span.End
	for stop < end && r.word(stop) != "," && !r.inQuote[stop] { // "sources close to the ministry"
		stop++
	}
	if src.entity == nil && src.pronoun == "" {
		src.span.End = stop
		src.unnamed = r.SpanText(src.span)
	}
	if src.entity != nil && r.word(stop) == "," { // a description between commas
		for k := stop + 1; k < end && k < stop+sourceReach; k++ {
			if r.word(k) != "," || !r.determinerAt(stop+1) && !r.titleNear(stop+1, k) {
				continue
			}
			if next := r.nextComma(k+1, end); src.entity.typ == person && r.titleNear(stop+1, k) && r.determinerAt(k+1) && next < end && !r.clauseAt(k+1, next) {
				return src, next // "Ada Okoye, head of the Chancel Institute, a private body, …"
			}
			return src, k
		}
	}
	return src, stop
}

func (r *reading) nextComma(i, end int) int {
	for i < end && r.word(i) != "," {
		i++
	}
	return i
}

func (r *reading) determinerAt(i int) bool {
	w := r.lower(i)
	return w == "a" || w == "an" || w == "the"
}

func (r *reading) titleNear(i, stop int) bool {
	for k := i; k < stop; k++ {
		if t, ok := lexicon.TitleOf(r.lower(k)); ok && t.Class != "honorific" {
			return true
		}
	}
	return false
}

// contentWords is the least number of words of indirect content.
const contentWords = 3

// content gives a statement its words; false if they are too few.
func (r *reading) content(x statement, s nlp.Span) (statement, bool) {
	for s.Start < s.End && (r.word(s.Start) == "," || r.word(s.Start) == "that" || r.word(s.Start) == "—") {
		s.Start++
	}
	for s.End > s.Start && (r.word(s.End-1) == "," || r.word(s.End-1) == "—" || r.word(s.End-1) == "–") {
		s.End--
	}
	if s.End-s.Start < contentWords {
		return x, false
	}
	c := r.Bytes(s)
	for q := range r.quotesIn(c) { // a quotation is inside whole or not at all
		c.End = max(c.End, q.End)
	}
	x.content = []nlp.Range{c}
	return x, true
}

// reported reads a verb of speech or belief at token i with its subject and content.
func (r *reading) reported(i int, s nlp.Span, end int) (statement, bool) {
	for _, v := range lexicon.Verbs(r.lower(i)) {
		n := 1
		if v.Particle != "" {
			if n = 2; r.lower(i+1) != v.Particle {
				continue
			}
		}
		if v.Frames == "x" {
			if x, ok := r.quotedAs(i, v, s.Start, end); ok {
				return x, true
			}
			continue
		}
		src, ok := r.subject(i, v, s.Start)
		if !ok {
			if x, ok := r.inverted(i, i+n, v, s, end); ok {
				return x, true
			}
			continue
		}
		x := statement{source: src, cue: nlp.Span{Start: i, End: i + n}, by: "reported/1"}
		x.said(v.Verb)
		if x, ok = r.complement(x, v, i+n, s, end); ok {
			return x, true
		}
	}
	return statement{}, false
}

// inverted reads an attribution behind its content with the verb first: "The bridge is
// safe, said Ada Okoye, a judge."
func (r *reading) inverted(i, after int, v lexicon.VerbForm, s nlp.Span, end int) (statement, bool) {
	if r.word(i-1) != "," || v.Form&(lexicon.Past|lexicon.Third) == 0 || v.Mode != "speech" || !v.Has(lexicon.ClauseFrame) || !r.clauseAt(s.Start, i) {
		return statement{}, false
	}
	src, ok := r.sourceAfter(after, end)
	if !ok || src.entity == nil && !r.agentive(src.span) {
		return statement{}, false
	}
	x := statement{source: src, cue: nlp.Span{Start: i, End: after}}
	x.said(v.Verb)
	return r.contentBefore(x, s)
}

// subject returns who the verb at token i is said of.
func (r *reading) subject(i int, v lexicon.VerbForm, start int) (source, bool) {
	switch before := r.lower(i - 1); {
	case v.Form&lexicon.Ing != 0:
		if before == "," {
			return r.sentenceSubject(i, start)
		}
		return source{}, false
	case beForms[before], r.mentionAt(i) != nil, isUpperWord(r.word(i)) && i > start:
		return source{}, false
	case v.Form&(lexicon.Base|lexicon.Third) != 0 && (determiners[before] || isPossessive(before) || linkers[before] && before != "and"):
		return source{}, false // "his plans", "of claims"
	case v.Form == lexicon.Participle && before != "has" && before != "have" && before != "had" && !adverb(before):
		return source{}, false
	}
	src, ok := r.sourceBefore(i, start)
	if !ok && (r.lower(i-1) == "and" || r.lower(i-1) == "but" || r.lower(i-1) == "also") {
		return r.sentenceSubject(i, start)
	}
	if ok && v.Form == lexicon.Base && !r.pluralSource(src, i) {
		return src, false
	}
	return src, ok && r.canSpeak(src, v, i)
}

// canSpeak reports whether a source can be who says or thinks something. Most verbs of
// speech have other senses ("the delay explains the cost"): of a source without a name
// they need a noun for people or bodies; a form that is also a plural noun ("European
// states") needs a "that", too.
func (r *reading) canSpeak(src source, v lexicon.VerbForm, i int) bool {
	if v.Form == lexicon.Third && nounForms[v.Lemma] && src.entity == nil && src.pronoun == "" && r.lower(i+1) != "that" {
		return false
	}
	return src.unnamed == "" || v.Lemma == "say" || r.lower(i+1) == "that" || r.agentive(src.span)
}

var nounForms = wordSet("state fear plan report claim demand hope request comment note estimate forecast promise question answer post offer doubt")

// agentive reports whether a noun phrase has a noun for people or bodies that speak.
func (r *reading) agentive(s nlp.Span) bool {
	for i := s.Start; i < s.End; i++ {
		w := r.lower(i)
		if speakers[w] {
			return true
		}
		for _, form := range []string{w, strings.TrimSuffix(w, "s")} {
			if t, ok := lexicon.TitleOf(form); ok && t.Class != "honorific" {
				return true
			}
		}
		if strings.HasSuffix(w, "men") || strings.HasSuffix(w, "women") || len(w) > 5 && agentSuffix(strings.TrimSuffix(w, "s")) {
			return true
		}
	}
	return false
}

func agentSuffix(w string) bool {
	return strings.HasSuffix(w, "er") || strings.HasSuffix(w, "or") || strings.HasSuffix(w, "ist") || strings.HasSuffix(w, "ian") || strings.HasSuffix(w, "ant") || strings.HasSuffix(w, "crat")
}

// speakers are nouns for people and bodies that no suffix shows.
var speakers = wordSet(`people person sources source media press police authorities government governments ministry agency company group groups union party parties
	court committee commission council bank army military team campaign family families report reports statement study studies poll polls survey surveys newspaper paper
	outlet letter document documents experts critics individuals many some others both sides delegation delegations all most one several few data association organization organisation
	institute department office embassy state states nation countries allies rivals republicans democrats conservatives liberals activists man woman boy girl child
	children men women public voters watchdog coalition alliance board firm firms school university administration lawsuit complaint indictment filing`)

var beForms = map[string]bool{"is": true, "are": true, "was": true, "were": true, "be": true, "been": true, "being": true, "to": true}

// pluralSource reports whether a verb in its base form can have the source as its subject.
func (r *reading) pluralSource(s source, i int) bool {
	if s.pronoun != "" {
		return s.pronoun == "they" || s.pronoun == "we" || s.pronoun == "i"
	}
	return s.entity == nil && (r.pluralNoun(s.span.End-1) || strings.Contains(s.unnamed, " and ") || r.lower(i-1) == ",")
}

// sentenceSubject returns the subject of a sentence for a verb that shares it: the
// first person, organization or country that is not inside a phrase of place or time.
func (r *reading) sentenceSubject(i, start int) (source, bool) {
	for k := start; k < i; k++ {
		if pronouns[r.lower(k)] && !r.inQuote[k] {
			return source{span: nlp.Span{Start: k, End: k + 1}, pronoun: r.lower(k)}, true
		}
		m := r.mentionAt(k)
		if m == nil || r.inQuote[k] {
			continue
		}
		if m.entity != nil && m.typ != place && m.kind != "demonym" && !linkers[r.lower(k-1)] && !isPossessive(r.word(m.span.End)) {
			if src, ok := r.phraseEnding(m.span.End-1, start); ok {
				return src, true
			}
		}
		k = m.span.End - 1
	}
	return source{}, false
}

// complement finds the content of a verb of speech: after it, or before it if nothing
// but circumstances follow.
func (r *reading) complement(x statement, v lexicon.VerbForm, i int, s nlp.Span, end int) (statement, bool) {
	k := i
	if v.Has(lexicon.AddresseeFrame) {
		k = r.addressee(k, end)
	} else if v.Has(lexicon.AccusedFrame) {
		k = r.accused(k, end)
	}
	that := r.findThat(k, end)
	switch {
	case that > 0:
		return r.content(x, nlp.Span{Start: that + 1, End: r.contentEnd(that+1, end)})
	}
	after := r.skipCircumstances(k, end)
	if r.word(after) == "," && r.word(x.source.span.Start-1) == "," &&
		(r.clauseAt(s.Start, x.source.span.Start) || after == i && r.verbAt(after+1)) {
		if y, ok := r.contentBefore(x, s); ok {
			if rest := (nlp.Span{Start: after + 1, End: end}); after == i && rest.End-rest.Start >= contentWords && r.lower(after+1) != "according" { // "The bridge, he said, was safe."
				y.content = append(y.content, r.Bytes(rest))
			}
			return y, true
		}
	}
	if after >= end || r.word(after) == "," && v.Has(lexicon.ClauseFrame) && after+1 >= end {
		return r.contentBefore(x, s)
	}
	switch {
	case v.Has(lexicon.ClauseFrame) && r.clauseAt(after, end):
		return r.content(x, nlp.Span{Start: after, End: r.contentEnd(after, end)})
	case (v.Has(lexicon.QuotedFrame) || v.Has(lexicon.NounFrame)) && k == after && r.nounPhraseAt(after):
		return r.nounContent(x, v, after, end)
	case (v.Has(lexicon.AddresseeFrame) || v.Has(lexicon.AccusedFrame)) && r.lower(k) == "of" && k > i:
		return r.content(x, nlp.Span{Start: k + 1, End: r.contentEnd(k+1, end)})
	case v.Has(lexicon.InfinitiveFrame) && r.lower(after) == "to":
		x.by = "reported-infinitive/1"
		return r.content(x, nlp.Span{Start: after, End: r.contentEnd(after, end)})
	case v.Has(lexicon.QuestionFrame) && questionWords[r.lower(after)]:
		return r.content(x, nlp.Span{Start: after, End: r.contentEnd(after, end)})
	}
	return x, false
}

// nounContent takes a noun phrase as content: of some verbs only with quoted words
// ("called the bridge “a disgrace”").
func (r *reading) nounContent(x statement, v lexicon.VerbForm, i, end int) (statement, bool) {
	content := nlp.Span{Start: i, End: r.nounContentEnd(i, end)}
	if v.Has(lexicon.QuotedFrame) {
		for range r.quotesIn(r.Bytes(content)) {
			x.by = "called/1"
			return r.content(x, content)
		}
	}
	if !v.Has(lexicon.NounFrame) {
		return x, false
	}
	x.by = "reported-noun/1"
	return r.content(x, content)
}

var questionWords = wordSet("whether if why how what when where who")

// quotedAs reads "Lanterna quoted Okoye as saying (that) …" and "Okoye was quoted as saying
// …" at token i: the source is who is quoted, and who quotes passes it on.
func (r *reading) quotedAs(i int, v lexicon.VerbForm, start, end int) (statement, bool) {
	k := i + 1
	for ; r.lower(k) != "as" || r.lower(k+1) != "saying"; k++ {
		if k+1 >= end || k > i+quotedReach {
			return statement{}, false
		}
	}
	x := statement{cue: nlp.Span{Start: i, End: i + 1}, by: quotedAsSaying}
	x.said(v.Verb)
	var ok bool
	if beForms[r.lower(i-1)] {
		e := i - 1
		for e > start && (beForms[r.lower(e)] || r.verbGroup(r.lower(e))) {
			e--
		}
		x.source, ok = r.phraseEnding(e, start)
		if by, found := r.sourceAfter(i+2, k); found && r.lower(i+1) == "by" {
			x.via = by.entity
		}
	} else {
		if x.source, ok = r.phraseEnding(k-1, i+1); !ok {
			if p := r.pronounObject(k - 1); p != nil {
				x.source, ok = *p, true
			}
		}
		if by, found := r.subject(i, v, start); found {
			x.via = by.entity
		}
	}
	if !ok || r.findThat(k+2, end) == 0 && !r.clauseAt(k+2, end) {
		return x, false
	}
	return r.content(x, nlp.Span{Start: k + 2, End: r.contentEnd(k+2, end)})
}

// quotedReach is how far behind "quoted" its "as saying" may stand.
const quotedReach = 20

const quotedAsSaying = "quoted-as-saying/1"

// addressee skips who is told something: "told [reporters] (that) …".
func (r *reading) addressee(i, end int) int {
	if w := r.lower(i); w == "me" || w == "us" || w == "him" || w == "her" || w == "them" {
		return i + 1
	}
	src, ok := r.sourceAfter(i, end)
	if !ok {
		return i
	}
	k := src.span.End
	if src.entity == nil && src.pronoun == "" && (r.lower(k) == "in" || r.lower(k) == "at") { // "reporters in Lima"
		if m := r.mentionAt(r.skipArticle(k + 1)); m != nil {
			k = m.span.End
		}
	}
	return k
}

// accused skips who is accused: "accused [the council] (of …)".
func (r *reading) accused(i, end int) int {
	for k := i; k < end && k < i+thatReach; k++ {
		if w := r.lower(k); w == "of" {
			return k
		} else if w == "," {
			return i
		}
	}
	return i
}

// thatReach is the number of tokens between a verb and the "that" of its content.
const thatReach = 10

// findThat returns the "that" which starts the content of a verb that ends before token
// i, or 0: only circumstances stand between ("said on Monday in Lima that").
func (r *reading) findThat(i, end int) int {
	k := r.skipCircumstances(i, end)
	if k < end && k < i+thatReach && r.lower(k) == "that" {
		return k
	}
	return 0
}

// skipCircumstances returns the token after the phrases of time, place and manner at
// token i: "on Monday", "in a statement", "at a news conference in Lima", "again".
func (r *reading) skipCircumstances(i, end int) int {
	for i < end {
		w := r.lower(i)
		switch {
		case adverb(w) || timeWords[w] || calendarStart(w):
			i++
		case circumstance[w]:
			k := r.circumstanceEnd(i+1, end)
			if k == i+1 {
				return i
			}
			i = k
		case w == "," && i+1 < end && (circumstance[r.lower(i+1)] || timeWords[r.lower(i+1)]) && r.circumstanceEnd(i+2, end) < end && r.word(r.circumstanceEnd(i+2, end)) == ",":
			i = r.circumstanceEnd(i+2, end) + 1
		default:
			return i
		}
	}
	return i
}

var timeWords = wordSet("yesterday today tomorrow again earlier later monday tuesday wednesday thursday friday saturday sunday tonight")

var circumstance = wordSet("on in at during after following late early this last via through by")

func calendarStart(w string) bool { return w == "late" || w == "early" }

// circumstanceEnd returns the end of the noun phrase of a circumstance that starts at
// token i: "a news conference in Lima", "Aug. 7". A clause is none: "on the bridge was".
func (r *reading) circumstanceEnd(i, end int) int {
	k := i
	for k < end {
		w := r.lower(k)
		switch {
		case w == "that" && k > i, auxiliaries[w], pronouns[w], w == ",":
			return k
		case determiners[w] && k > i && !functionWords[r.lower(k-1)]: // "on Monday [the bridge …]"
			return k
		case isLower(r.word(k)) || isUpperWord(r.word(k)) || w != "" && w[0] >= '0' && w[0] <= '9' || w == "-" || isPossessive(w):
			if k > i && r.mentionAt(k) != nil && r.mentionAt(k-1) != r.mentionAt(k) && !functionWords[r.lower(k-1)] && r.mentionAt(k).kind != "metonym" && timeWords[r.lower(k-1)] {
				return k
			}
			k++
		default:
			return k
		}
	}
	return k
}

// clauseAt reports whether a clause starts at token i: a subject, and a verb soon after.
func (r *reading) clauseAt(i, end int) bool {
	w := r.lower(i)
	if i+2 >= end || w == "," || w == "to" || w == "as" || w == "than" || w == "about" || w == "of" {
		return false
	}
	for k := i; k < end && k < i+25; k++ {
		w := r.lower(k)
		if auxiliaries[w] || w == "are" || finite(w) || r.inQuote[k] {
			return true
		}
	}
	return false
}

// verbAt reports whether a finite verb, or an adverb and one, stands at token i.
func (r *reading) verbAt(i int) bool {
	if adverb(r.lower(i)) {
		i++
	}
	return auxiliaries[r.lower(i)] || finite(r.lower(i))
}

// finite reports whether a word looks like a finite verb by its form alone.
func finite(w string) bool {
	if modals[w] {
		return true
	}
	return len(w) > 3 && strings.HasSuffix(w, "ed") || irregularPast[w]
}

var modals = wordSet("can could will would may might shall should must 'll 'd 's 're 've ’s ’ll ’d ’re ’ve wo ca")

var irregularPast = wordSet("went came took made gave got saw knew found thought left held kept began ran brought met lost won sent built fell led grew wrote stood paid sold broke spoke chose drove rose needs wants remains seems appears means makes takes gives goes comes holds has have")

// nounPhraseAt reports whether a noun phrase starts at token i.
func (r *reading) nounPhraseAt(i int) bool {
	w := r.lower(i)
	return determiners[w] || r.mentionAt(i) != nil || r.nounish(i)
}

// contentEnd returns where content that starts at token i ends: before an attribution
// or a concession after a comma.
func (r *reading) contentEnd(i, end int) int {
	end = min(end, i+longestContent)
	for k := i + contentWords; k < end; k++ {
		if r.word(k) == ";" || isDash(r.word(k)) && !r.inQuote[k] && !r.dashAfter(k, end) {
			return k
		}
		if isDash(r.word(k)) && !r.inQuote[k] {
			for k++; k < end && !isDash(r.word(k)); k++ {
			}
			continue
		}
		if r.word(k) != "," || r.inQuote[k] {
			continue
		}
		switch w := r.lower(k + 1); {
		case w == "although" || w == "though" || w == "according" || w == "while" || w == "whereas" || w == "citing" || w == "following" || w == "amid":
			return k
		case w == "as" && (r.lower(k+2) == "per" || r.lower(k+2) == "quoted"):
			return k
		case r.participleCue(k + 1):
			return k
		case w == "but" && (r.pronounCue(k + 2)):
			return k
		}
	}
	return end
}

// longestContent is the greatest number of tokens of what somebody is said to have said. No
// real sentence has as many; it keeps a text of one sentence from being read over and over.
const longestContent = 500

func isDash(w string) bool { return w == "—" || w == "–" }

// dashAfter reports whether a second dash closes what the one at token k opens.
func (r *reading) dashAfter(k, end int) bool {
	for i := k + 1; i < end; i++ {
		if isDash(r.word(i)) {
			return true
		}
	}
	return false
}

// participleCue reports whether a further report starts at token i: "adding that".
func (r *reading) participleCue(i int) bool {
	for _, v := range lexicon.Verbs(r.lower(i)) {
		if v.Form == lexicon.Ing && v.Mode == "speech" {
			return true
		}
	}
	return false
}

// pronounCue reports whether a verb of speech with a new subject follows: "but he added".
func (r *reading) pronounCue(i int) bool {
	for k := i; k < i+4; k++ {
		if len(lexicon.Verbs(r.lower(k))) > 0 {
			return true
		}
	}
	return false
}

// nounContentEnd returns where a noun phrase as content ends: at the next comma or
// clause of the sentence.
func (r *reading) nounContentEnd(i, end int) int {
	for k := i + 1; k < end; k++ {
		w := r.lower(k)
		if (w == "," || w == ";" || w == "—" || w == "–") && !r.inQuote[k] && r.lower(k+1) != "which" && r.lower(k+1) != "including" {
			return k
		}
		if (w == "and" || w == "but") && (pronouns[r.lower(k+1)] || len(lexicon.Verbs(r.lower(k+1))) > 0) {
			return k
		}
	}
	return end
}

// contentBefore takes what stands before the source as the content: "The bridge was
// safe, Okoye said on Monday."
func (r *reading) contentBefore(x statement, s nlp.Span) (statement, bool) {
	k := min(x.source.span.Start, x.cue.Start) - 1
	if k <= s.Start || r.word(k) != "," && r.word(k) != "—" && r.word(k) != "–" {
		return x, false
	}
	if r.inQuote[k-1] || r.word(k-1) == "”" || r.word(k-1) == "\"" {
		return x, false
	}
	x.by = "reported-after/1"
	return r.content(x, nlp.Span{Start: r.clauseStart(k, s.Start), End: k})
}
