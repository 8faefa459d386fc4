package extract

import (
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// A quotation is a quoted region while its speaker is looked for.
type quotation struct {
	nlp.Quote
	tokens  nlp.Span   // from the opening mark to the closing one
	first   bool       // it starts its paragraph
	at      int        // index of its statement; -1 if it has none
	carried bool       // it carries on the one before
	opened  *quotation // the one that it goes on with: its marks are closed only behind this one
}

// findQuotations makes statements of the quotations that someone is said to have made,
// and of the paragraphs that are set as quotations without marks.
func findQuotations(r *reading) {
	var before, last *quotation
	var turns []nlp.Range // in order
	for _, s := range r.statements {
		turns = append(turns, s.content...)
	}
	for _, q := range r.Quotes {
		i, _ := slices.BinarySearchFunc(turns, q.Start, func(c nlp.Range, at int) int { return c.End - at })
		if q.Depth > 0 || r.skipped(q.Range) || i < len(turns) && turns[i].Start < q.End {
			continue
		}
		x := quotation{Quote: q, tokens: r.SpanOf(q.Range), at: -1}
		x.first = r.startsParagraph(q.Start)
		if q.Continues {
			x.opened = last
		}
		last = &x
		r.quote(&x, before)
		if x.at >= 0 {
			before = &x
		}
	}
	r.blocks()
	for i := range r.statements {
		r.quotedWithinQuoted(r.statements[i])
	}
}

// quotedWithinQuoted adds the quotations inside a quotation, or a turn, that are attributed
// there: “The mayor told me, ‘Go home,’ and I went,” Okoye said. Others are titles and terms.
func (r *reading) quotedWithinQuoted(outer statement) {
	for _, c := range outer.content {
		i, _ := slices.BinarySearchFunc(r.Quotes, c.Start, func(q nlp.Quote, at int) int { return q.Start - at })
		level := 0
		if first := r.TokenAt(c.Start); first < len(r.depth) && (i == len(r.Quotes) || r.Quotes[i].Start > c.Start || r.Quotes[i].Depth > 0) {
			level = r.depth[first]
		}
		for ; i < len(r.Quotes) && r.Quotes[i].End <= c.End; i++ {
			x := quotation{Quote: r.Quotes[i], tokens: r.SpanOf(r.Quotes[i].Range), at: -1}
			if x.Depth != level || x.Range == c || !r.sentenceLike(&x) {
				continue
			}
			s := statement{kind: "direct", content: []nlp.Range{r.trim(x.Inner)}, within: outer.content[0]}
			if r.attributedBefore(&x, &s) || r.attributedAfter(&x, &s) {
				s.by = "quote-nested/1"
				r.statements = append(r.statements, s)
			}
		}
	}
}

// quote finds the speaker of a quotation and adds its statement, or a piece to the
// statement that it carries on.
func (r *reading) quote(q, before *quotation) {
	content := r.trim(q.Inner)
	split := content.Start < content.End && before != nil && r.splitBy(q, before)
	if !split && !r.sentenceLike(q) {
		return
	}
	s := statement{kind: "direct", content: []nlp.Range{content}}
	s.said(nil)
	switch {
	case split:
		old := &r.statements[before.at]
		old.content = append(old.content, content)
		q.at = before.at
		return
	case r.ledTo(q) && r.attributedBefore(q, &s), r.attributedAfter(q, &s), r.attributedBefore(q, &s), r.introduced(q, &s):
		if r.closesChain(q, s) {
			return
		}
	case before != nil && r.carriesOn(q, before):
		old := &r.statements[before.at]
		q.carried = true
		if !q.first || strings.TrimSpace(r.Text[before.End:q.Start]) == "" {
			old.content = append(old.content, content)
			q.at = before.at
			return
		}
		s.source, s.mode, s.stance = old.source, old.mode, old.stance
		s.by = "quote-continued/1"
	case r.announced(q, &s):
	default:
		return
	}
	r.statements = append(r.statements, s)
	q.at = len(r.statements) - 1
}

// closesChain gives the whole of a quotation that opens in each paragraph to whom its last
// one is attributed, if the paragraphs before had nobody or a guess. Each opens with the same
// mark: who writes “ has another reason for a ".
func (r *reading) closesChain(q *quotation, s statement) bool {
	first := q
	for x := q.opened; x != nil && r.Text[x.Start] == r.Text[q.Start]; x = x.opened {
		if x.at >= 0 {
			old := &r.statements[x.at]
			if old.by != "quote-announced/1" {
				return false
			}
			s.content = append(old.content, s.content...)
			*old, q.at = s, x.at
			return true
		}
		first = x
		s.content = append([]nlp.Range{r.trim(x.Inner)}, s.content...)
	}
	if first == q {
		return false
	}
	r.statements = append(r.statements, s)
	q.at = len(r.statements) - 1
	return true
}

// ledTo reports whether what stands before a quotation leads to it, and it ends a
// sentence: whose verb of speech follows then speaks on his own: Okoye asked: “Where?” Brandt
// said that he was in Lima.
func (r *reading) ledTo(q *quotation) bool {
	switch r.word(q.tokens.Start - 1) {
	case ":":
		return true
	case ",":
		return !strings.HasSuffix(strings.TrimSpace(r.text(q.Inner)), ",") && !r.outsideEnds(q)
	}
	return false
}

// quoteWords is the least number of words of a quotation that need not look like a sentence.
const quoteWords = 5

// sentenceLike reports whether a quotation may be a whole utterance rather than a
// quoted fragment: it starts like a sentence, and ends like one or is long.
func (r *reading) sentenceLike(q *quotation) bool {
	inner := r.SpanOf(q.Inner)
	n := inner.End - inner.Start
	if n == 0 {
		return false
	}
	if w := r.lower(q.tokens.Start - 1); namesWorks[w] || wordNouns[w] || determiners[w] && w != "that" || r.titled(q.tokens.Start, inner) {
		return false
	}
	text := strings.TrimSpace(r.text(q.Inner))
	ends := strings.ContainsAny(text[len(text)-1:], ".,?!") || strings.HasSuffix(text, "…") || strings.HasSuffix(text, "—")
	starts := isUpperWord(r.word(inner.Start)) || !isLower(r.word(inner.Start)) || r.startsSentence(q.tokens.Start)
	before := r.word(q.tokens.Start - 1)
	return starts && (ends || n >= quoteWords || r.outsideEnds(q)) || n >= quoteWords && (before == ":" || before == ",") && ends
}

// titleWords is the greatest number of words of the title of a work.
const titleWords = 8

// titled reports whether what a mark at a token opens is the title of a work: each word but
// those of a closed class has a capital, and what stands before it can govern a name ("the
// song “A Bridge to Nowhere,”").
func (r *reading) titled(mark int, inner nlp.Span) bool {
	before := r.lower(mark - 1)
	if before == "," && worksNouns[r.lower(mark-2)] { // "under the theme, “The Bridge of Peace,”"
		before = r.lower(mark - 2)
	}
	if inner.End-inner.Start > titleWords || !linkers[before] && !worksNouns[before] && !namesWorks[before] && !isPossessive(before) {
		return false
	}
	for i := inner.Start; i < inner.End; i++ {
		if w := r.word(i); isLower(w) && !functionWords[r.lower(i)] && !determiners[r.lower(i)] {
			return false
		}
	}
	return true
}

var namesWorks = wordSet("titled entitled called named dubbed labeled labelled nicknamed")

// wordNouns stand before words that are looked at and not spoken: "the phrase “never again”".
var wordNouns = wordSet("word words phrase phrases term terms slogan motto chant sign reading")

var worksNouns = wordSet("book song film movie show series album essay novel play program programme podcast report anthem ad spot magazine hashtag hit documentary memoir book's slogan motto theme headline banner")

// outsideEnds reports whether a comma, or a colon in a title, stands after the closing
// mark: “No”, she said.
func (r *reading) outsideEnds(q *quotation) bool {
	w := r.word(q.tokens.End)
	return w == "," || w == ":" && q.first
}

func (r *reading) startsSentence(i int) bool {
	s := r.SentenceOf(i)
	return s >= 0 && r.Sentences[s].Start == i
}

func (r *reading) startsParagraph(at int) bool {
	_, found := slices.BinarySearchFunc(r.Paragraphs, at, func(p nlp.Range, at int) int { return p.Start - at })
	return found
}

// attributedAfter finds the attribution behind a quotation: “…,” said Ada Okoye; “…,”
// Okoye said; “…?” she asked.
func (r *reading) attributedAfter(q *quotation, s *statement) bool {
	i := q.tokens.End
	text := strings.TrimSpace(r.text(q.Inner))
	soft := strings.ContainsAny(text[len(text)-1:], ",?!") || strings.HasSuffix(text, "…") || strings.HasSuffix(text, "—")
	for {
		w := r.word(i)
		if w != "," && w != "-" && !isBar(w) && !closingMarks[w] { // a mark too many: “No,”” she said
			break
		}
		soft = soft || !closingMarks[w]
		i++
	}
	stop := r.attributionEnd(q)
	if i >= stop || !soft && r.word(i) != ":" && !isLower(r.word(i)) && strings.ContainsAny(text[len(text)-1:], ".") {
		return false
	}
	if m := r.mentionAt(i); m != nil && m.typ == person && m.entity != nil && i > q.tokens.End && isBar(r.word(i-1)) && !r.actsAt(m.span.End) {
		s.source, s.by = source{span: m.span, entity: m.entity}, "quote-signed/1" // “…” — Ada Okoye
		return true
	}
	if m := r.mentionAt(i + 1); q.first && r.word(i) == ":" && m != nil && m.entity != nil && m.typ != place {
		s.source, s.by = source{span: m.span, entity: m.entity}, "quote-titled/1" // ‘Never again’: Okoye ends her strike
		return true
	}
	if r.lower(i) == "according" && r.lower(i+1) == "to" {
		src, _ := r.sourcePhrase(i+2, stop)
		return src.span.End > i+2 && s.attribute(src, nil, nlp.Span{Start: i, End: i + 2}, "quote-according/1")
	}
	return r.attribution(i, stop, s)
}

var closingMarks = map[string]bool{"”": true, "\"": true, "’": true, "''": true, "»": true}

// isBar reports whether a mark sets off who signs a quotation.
func isBar(w string) bool { return w == "—" || w == "–" || w == "―" }

// attributionEnd returns where an attribution behind a quotation has to end: the
// sentence, what is around it, the next quotation or some forty tokens on.
func (r *reading) attributionEnd(q *quotation) int {
	i := q.tokens.End
	n := r.SentenceOf(i)
	if n < 0 {
		return i
	}
	stop := min(r.Sentences[n].End, i+40)
	for k := i; k < stop; k++ {
		if r.depth[k] != q.Depth {
			return k
		}
	}
	return stop
}

// attribution reads a verb of speech with its subject on either side, starting at token i.
func (r *reading) attribution(i, stop int, s *statement) bool {
	if v, n := r.cueAt(i); v != nil {
		if src, ok := r.sourceAfter(i+n, stop); ok {
			return s.attribute(src, v, nlp.Span{Start: i, End: i + n}, "quote-inversion/1")
		}
	}
	for k := i + 1; k < stop; k++ {
		v, n := r.cueAt(k)
		if v == nil {
			continue
		}
		if v.Lemma == "quote" && r.pronounObject(k+n) != nil {
			src := *r.pronounObject(k + n)
			return s.attribute(src, v, nlp.Span{Start: k, End: k + n}, "quote-quoted/1")
		}
		src, ok := r.sourceBefore(k, i)
		if ok && src.span.Start <= i+1 && !strings.HasPrefix(r.lower(k), "citing") {
			return s.attribute(src, v, nlp.Span{Start: k, End: k + n}, "quote-after/1")
		}
	}
	return false
}

// pronounObject returns the person quoted by someone else: "the agency quoted her as saying".
func (r *reading) pronounObject(i int) *source {
	switch r.lower(i) {
	case "him":
		return &source{span: nlp.Span{Start: i, End: i + 1}, pronoun: "he"}
	case "her":
		return &source{span: nlp.Span{Start: i, End: i + 1}, pronoun: "she"}
	}
	if m := r.mentionAt(i); m != nil && m.typ == person {
		return &source{span: m.span, entity: m.entity}
	}
	return nil
}

func (s *statement) attribute(src source, v *lexicon.Verb, cue nlp.Span, by string) bool {
	s.source, s.cue, s.by = src, cue, by
	s.said(v)
	return true
}

// cueAt returns the verb of speech at token i in a finite form, and its length with
// its particle; nil if there is none.
func (r *reading) cueAt(i int) (*lexicon.Verb, int) {
	w := r.lower(i)
	if r.mentionAt(i) != nil && isUpperWord(r.word(i)) {
		return nil, 0 // "State Department spokeswoman"
	}
	for _, v := range lexicon.Verbs(w) {
		if r.tag(i).IsNoun() && v.Form&lexicon.Past == 0 { // "her reply", "reports"
			continue
		}
		if v.Form == lexicon.Ing || v.Frames == "x" && !r.quotesSomeone(i) || v.Particle != "" && r.lower(i+1) != v.Particle {
			continue
		}
		n := 1
		if v.Particle != "" {
			n = 2
		}
		return v.Verb, n
	}
	return nil, 0
}

// quotesSomeone reports whether "quoted" at token i has a person after it.
func (r *reading) quotesSomeone(i int) bool { return r.pronounObject(i+1) != nil }

// attributedBefore finds the attribution in front of a quotation: Okoye said: “…”.
func (r *reading) attributedBefore(q *quotation, s *statement) bool {
	i := q.tokens.Start - 1
	n := r.SentenceOf(q.tokens.Start)
	if i < 0 || n < 0 || r.Sentences[n].Start > i {
		return false
	}
	if w := r.word(i); w != "," && w != ":" && w != "that" && !r.isCue(i) {
		return false
	}
	start := r.Sentences[n].Start
	for k := i; k >= start && k > i-2*sourceReach; k-- {
		if r.depth[k] < q.Depth { // before what is around it
			start = k + 1
		}
	}
	for k := i; k >= start && k > i-14; k-- {
		if r.depth[k] > q.Depth {
			return false
		}
		v, width := r.cueAt(k)
		if v == nil {
			continue
		}
		src, ok := r.sourceBefore(k, start)
		if !ok && (r.lower(k-1) == "and" || r.lower(k-1) == "but") {
			src, ok = r.sentenceSubject(k, start)
		}
		if ok {
			return s.attribute(src, v, nlp.Span{Start: k, End: k + width}, "quote-before/1")
		}
	}
	return false
}

func (r *reading) isCue(i int) bool {
	v, _ := r.cueAt(i)
	return v != nil
}

// carriesOn reports whether a quotation without an attribution goes on with the one
// before it: in the same paragraph, or as the start of the next one.
func (r *reading) carriesOn(q, before *quotation) bool {
	between := r.Text[before.End:q.Start]
	if q.Continues {
		for x := q.opened; x != nil; x = x.opened {
			if x == before {
				return true
			}
		}
		return false
	}
	if !strings.Contains(between, "\n") {
		return len(between) < 300 && strings.TrimSpace(between) != "" && r.statements[before.at].by != "quote-signed/1" && !r.someoneElse(q, before)
	}
	cue := r.statements[before.at].cue
	introduced := cue.End > 0 && cue.End <= before.tokens.Start // Okoye said: “…” and in the next paragraph “…”
	alone := strings.TrimSpace(between) == ""
	return q.first && (alone && (introduced || before.carried) || !alone && !strings.Contains(strings.TrimSpace(between), "\n") && len(between) < 200)
}

// someoneElse reports whether a sentence after the attribution of one quotation, up to the
// next, has another person for its subject, or somebody new: “…,” Okoye said. Brandt shook his
// head. “…” Also whether the next one is what somebody new shouts, or a sign has on it.
func (r *reading) someoneElse(q, before *quotation) bool {
	s := &r.statements[before.at]
	last := r.SentenceOf(q.tokens.Start)
	if r.startsSentence(q.tokens.Start) {
		last--
	}
	other := false
	for n := r.SentenceOf(max(before.tokens.End, s.cue.End, s.source.span.End)-1) + 1; n <= last; n++ {
		i := r.subjectOf(r.Sentences[n])
		if i < 0 || i >= q.tokens.Start || r.inQuote[i] || r.rel(i) != nlp.RelNsubj {
			continue
		}
		if m := r.mentionAt(i); m != nil {
			other = m.typ == person && m.entity != nil && r.isOther(m.entity, s.source)
		} else {
			other = r.newSubject(i, n == r.SentenceOf(q.tokens.Start))
		}
	}
	return other
}

// isOther reports whether somebody is not the source of a statement, whose pronoun may not be
// resolved yet.
func (r *reading) isOther(e *entity, s source) bool {
	switch {
	case s.pronoun == "":
		return e != s.entity
	case r.referents[s.span.Start] != nil:
		return e != r.referents[s.span.Start]
	}
	return (s.pronoun == "he" || s.pronoun == "she") && !genderFits(s.pronoun, e)
}

// newSubject reports whether the noun at token i stands for somebody whom the text has not
// told of before: "a fisherman", "her opponents", "villagers"; or, if things count, for
// something: "a banner".
func (r *reading) newSubject(i int, things bool) bool {
	w := r.lower(i)
	if indefinites[w] {
		return true
	}
	_, somebody := personNoun(w)
	if !r.tag(i).IsNoun() || r.tag(i).IsProper() || !somebody && !things && !r.agentive(nlp.Span{Start: i, End: i + 1}) {
		return false
	}
	switch first := r.lower(r.phraseStart(i, r.Sentences[r.SentenceOf(i)].Start)); first {
	case "a", "an", "another", "one", "some":
		return true
	case "his", "her", "its", "their":
		return somebody || r.agentive(nlp.Span{Start: i, End: i + 1})
	default:
		return !determiners[first] && r.tag(i) == nlp.TagNNS
	}
}

// indefinites are pronouns for somebody new.
var indefinites = wordSet("somebody someone another others nobody everybody everyone")

// splitBy reports whether nothing but the attribution of the quotation before stands
// between the two, a comma before the second: “…,” Okoye said on Monday, “…”. With another
// cue ("said, adding that") or in another sentence it is a quotation of its own.
func (r *reading) splitBy(q, before *quotation) bool {
	cue := r.statements[before.at].cue
	if w := r.word(q.tokens.Start - 1); w != "," && w != ";" && !isBar(w) && w != "-" && w != "--" {
		return false // “…,” Okoye said on “The Late Hour.”
	}
	if cue.Start < before.tokens.End || cue.End > q.tokens.Start || r.SentenceOf(cue.Start) != r.SentenceOf(q.tokens.Start) {
		return false
	}
	for i := cue.End; i < q.tokens.Start; i++ {
		if r.isCue(i) || r.participleCue(i) || r.word(i) == "." {
			return false
		}
	}
	return true
}

// introduced finds the speaker of a quotation behind a colon or a comma where no verb of
// speech is known: the subject of the verb before it. "The crowd chanted, “…”", "Okoye’s
// reply was short: “…”". Behind a comma it has to be a clause that ends the sentence.
func (r *reading) introduced(q *quotation, s *statement) bool {
	mark := q.tokens.Start - 1
	n := r.SentenceOf(q.tokens.Start)
	if n < 0 || mark <= r.Sentences[n].Start {
		return false
	}
	switch r.word(mark) {
	case ":":
	case ",":
		if !r.finiteIn(r.SpanOf(q.Inner)) || q.tokens.End < r.clauseEnd(r.Sentences[n]) {
			return false
		}
	default:
		return false
	}
	for k := mark - 1; k >= r.Sentences[n].Start && r.depth[k] <= q.Depth; k-- {
		if r.tag(k).IsVerb() {
			src, ok := r.subjectAbove(k, q.tokens.Start)
			v, cue := r.verbOf(k), nlp.Span{}
			if v != nil {
				cue = nlp.Span{Start: k, End: k + 1}
			}
			return ok && s.attribute(src, v, cue, "quote-introduced/1")
		}
	}
	return false
}

// finiteIn reports whether a finite verb or an imperative stands in a span, or a mark that
// only a sentence has.
func (r *reading) finiteIn(s nlp.Span) bool {
	for i := s.Start; i < s.End; i++ {
		switch r.tag(i) {
		case nlp.TagVBD, nlp.TagVBZ, nlp.TagVBP, nlp.TagMD:
			return true
		case nlp.TagVB:
			if i == s.Start {
				return true
			}
		}
		if w := r.word(i); w == "?" || w == "!" {
			return true
		}
	}
	return false
}

// subjectAbove returns who does what the verb at token i tells of, or a verb that governs
// it, before token stop: one who can speak, or whose speech it is ("Okoye’s reply").
func (r *reading) subjectAbove(i, stop int) (source, bool) {
	for range childReach {
		if sub := r.child(i, nlp.RelNsubj); sub >= 0 && sub < stop {
			return r.speakerAt(sub, stop)
		}
		h := r.headOf(i)
		if h == i || h >= stop {
			break
		}
		i = h
	}
	return source{}, false
}

// speakerAt makes a source of the noun at token i, if it is one who can speak.
func (r *reading) speakerAt(i, stop int) (source, bool) {
	if w := r.lower(i); pronouns[w] {
		return source{span: nlp.Span{Start: i, End: i + 1}, pronoun: w}, w != "it"
	}
	end := i + 1
	if m := r.mentionAt(i); m != nil {
		end = m.span.End
	}
	start := r.phraseStart(end-1, r.Sentences[r.SentenceOf(i)].Start)
	if start < 0 {
		return source{}, false
	}
	src, ok := r.describe(nlp.Span{Start: start, End: end}, end-1)
	if ok && (src.entity != nil || r.agentive(src.span)) {
		return src, true
	}
	if p := r.child(i, nlp.RelNmod); p >= 0 && p < i {
		if m := r.mentionAt(p); m != nil && m.entity != nil && m.typ != place {
			return source{span: m.span, entity: m.entity}, true
		}
	}
	return source{}, false
}

// announced finds the speaker of a quotation in the sentence before it, which ends in a
// colon, tells of one person's speech or else has a person as its subject: Okoye was
// firm. “…”
func (r *reading) announced(q *quotation, s *statement) bool {
	n := r.SentenceOf(q.tokens.Start) - 1
	if n < 0 || r.skip[n] || r.tooFar(n, q.Start) || !r.startsSentence(q.tokens.Start) && r.word(q.tokens.Start-1) != ":" {
		return false
	}
	if last := r.SentenceOf(q.tokens.End - 1); last >= 0 && q.tokens.End < r.clauseEnd(r.Sentences[last]) { // more is said of it: “…,” they heard
		return false
	}
	before := r.Sentences[n]
	for k := before.End - 1; k >= before.Start; k-- {
		v, width := r.cueAt(k)
		if v == nil || v.Mode != "speech" {
			continue
		}
		if src, ok := r.sourceBefore(k, before.Start); ok {
			return s.attribute(src, v, nlp.Span{Start: k, End: k + width}, "quote-announced/1")
		}
	}
	if !r.startsSentence(q.tokens.Start) || !r.finiteIn(r.SpanOf(q.Inner)) {
		return false
	}
	if r.word(before.End-1) == ":" && (r.leadByText(before, s) || n > 0 && r.lower(before.Start) == "it" && r.leadByText(r.Sentences[n-1], s)) {
		s.by = "quote-announced/1" // "Okoye issued a statement. It read:"
		return true
	}
	for k := before.Start; k < before.End; k++ {
		if r.headOf(k) == k && r.depth[k] == 0 && !r.inQuote[k] {
			src, ok := r.subjectAbove(k, before.End)
			if src.entity == nil && src.pronoun == "" {
				src, ok = r.subjectNamed(before)
			}
			return ok && (src.entity != nil && src.entity.typ == person || src.pronoun == "he" || src.pronoun == "she") && s.attribute(src, nil, nlp.Span{}, "quote-announced/1")
		}
	}
	return false
}

// subjectNamed makes a source of the name that a sentence has for its subject, be it in
// apposition: "the mayor, Ada Okoye, left".
func (r *reading) subjectNamed(s nlp.Span) (source, bool) {
	m := r.mentionAt(r.subjectOf(s))
	if m == nil || m.entity == nil {
		return source{}, false
	}
	return source{span: m.span, entity: m.entity}, true
}

// tooFar reports whether a sentence is not of the paragraph of an offset, unless it ends in a colon.
func (r *reading) tooFar(n, at int) bool {
	s := r.Sentences[n]
	if r.word(s.End-1) == ":" {
		return false
	}
	return strings.Contains(r.Text[r.Tokens[s.End-1].End:at], "\n")
}

func (r *reading) quotedWithin(s nlp.Span) bool {
	for i := s.Start; i < s.End; i++ {
		if r.inQuote[i] {
			return true
		}
	}
	return false
}
