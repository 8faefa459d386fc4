package extract

import (
	"strings"

	"newsgraph/loader/nlp"
)

// blocks finds paragraphs set as quotations without marks: after one that leads to them,
// "Okoye said:", "Okoye issued the following statement:"; or before one that says whose they
// are, "— said Okoye", "— Ada Okoye, engineer".
func (r *reading) blocks() {
	for i := 0; i+1 < len(r.Paragraphs); i++ {
		a, b := r.Paragraphs[i], r.Paragraphs[i+1]
		if r.skipped(a) || r.skipped(b) {
			continue
		}
		sa, sb := r.SpanOf(a), r.SpanOf(b)
		if sa.Start == sa.End || sb.Start == sb.End {
			continue
		}
		if r.word(sa.End-1) == ":" && !r.inQuote[sb.Start] && r.blockAfter(i, sa, sb) {
			continue
		}
		if isDash(r.word(sb.Start)) && !r.quotedWithin(sa) {
			r.blockBefore(i, sb)
		}
	}
}

// blockAfter adds the statement that paragraph i, of the tokens sa, leads to.
func (r *reading) blockAfter(i int, sa, sb nlp.Span) bool {
	s := statement{kind: "direct"}
	s.said(nil)
	if !r.leadBySpeech(sa, &s) && !((r.firstPerson(sb) || r.setApart(i+1)) && r.leadByText(sa, &s)) {
		return false
	}
	s.content = r.block(i+1, s.source.entity)
	if len(s.content) == 0 {
		return false
	}
	r.addTurn(s)
	return true
}

// leadBySpeech finds the verb of speech with its subject that leads to a block.
func (r *reading) leadBySpeech(lead nlp.Span, s *statement) bool {
	for k := lead.End - 2; k >= lead.Start; k-- {
		v, width := r.cueAt(k)
		if v == nil || v.Mode != "speech" {
			continue
		}
		if src, ok := r.sourceBefore(k, r.Sentences[r.SentenceOf(k)].Start); ok {
			s.attribute(src, v, nlp.Span{Start: k, End: k + width}, "block-after-colon/1")
			if s.stance == "denied" { // something else, by the words that follow
				s.said(nil)
			}
			return true
		}
	}
	return false
}

// leadByText finds whose text follows where the lead names one: "Okoye read a statement",
// "her letter reads", "in a letter from Ada Okoye".
func (r *reading) leadByText(lead nlp.Span, s *statement) bool {
	sentence := r.Sentences[r.SentenceOf(lead.End-1)]
	for k := sentence.End - 1; k >= sentence.Start; k-- {
		if !textNouns[r.lower(k)] || !r.tag(k).IsNoun() {
			continue
		}
		switch r.lower(k + 1) {
		case "from", "by", "of", "that", "which":
			if src, ok := r.sourceAfter(k+2, sentence.End); ok && src.entity != nil {
				return s.attribute(src, nil, nlp.Span{}, "block-after-text/1")
			}
		}
		switch w := r.lower(k - 1); w {
		case "his", "her":
			return s.attribute(source{span: nlp.Span{Start: k - 1, End: k}, pronoun: map[string]string{"his": "he", "her": "she"}[w]}, nil, nlp.Span{}, "block-after-text/1")
		}
		if m := r.mentionAt(k - 2); isPossessive(r.word(k-1)) && m != nil && m.entity != nil && m.typ != place { // "Okoye's report says"
			return s.attribute(source{span: m.span, entity: m.entity}, nil, nlp.Span{}, "block-after-text/1")
		}
		src, ok := r.subjectAbove(k, sentence.End)
		if !ok {
			src, ok = r.speakerAt(k, sentence.End)
		}
		if src.entity == nil && src.pronoun == "" {
			src, ok = r.subjectNamed(sentence)
		}
		if ok && (src.entity != nil || src.pronoun != "") {
			return s.attribute(src, nil, nlp.Span{}, "block-after-text/1")
		}
	}
	return false
}

// textNouns are what somebody writes or says that an article may give in full.
var textNouns = wordSet(`statement letter post message email e-mail note memo speech address remarks reply response diary appeal text
	testimony plea report manifesto communique blog tribute toast obituary`)

// blockReach is the greatest number of paragraphs of a block.
const blockReach = 30

// closeReach is the greatest number of tokens of the close of a letter.
const closeReach = 4

// block returns the paragraphs from i on that are set as one quotation: those that are
// indented, or marked, alike; those down to who signs them; else the first and what goes on in
// the first person.
func (r *reading) block(i int, who *entity) []nlp.Range {
	mark, indent, set := r.lineMark(i), r.indent(i), r.setApart(i)
	if !set && r.quotedWithin(r.SpanOf(r.Paragraphs[i])) {
		return nil
	}
	var content []nlp.Range
	spoken := 0 // paragraphs up to the last one in the first person
	for k := i; k < min(i+blockReach, len(r.Paragraphs)); k++ {
		p := r.Paragraphs[k]
		tokens := r.SpanOf(p)
		if r.skipped(p) || tokens.Start == tokens.End {
			break
		}
		if set {
			if r.lineMark(k) != mark || r.indent(k) != indent {
				break
			}
			content = append(content, r.trim(nlp.Range{Start: p.Start + len(mark), End: p.End}))
			continue
		}
		if k > i && tokens.End-tokens.Start <= closeReach && r.word(tokens.End-1) == "," { // "Yours sincerely,"
			break
		}
		if e := r.signature(tokens); e != nil && k > i && (who == nil || who == e) {
			return content
		}
		content = append(content, p)
		if r.firstPerson(tokens) && spoken == len(content)-1 && !r.quotedWithin(tokens) {
			spoken++
		}
	}
	if set {
		return content
	}
	return content[:min(len(content), max(1, spoken))]
}

// setApart reports whether a paragraph is indented more than the one before, or marked.
func (r *reading) setApart(i int) bool { return r.lineMark(i) != "" || r.indent(i) > r.indent(i-1) }

// lineMark returns the mark that a paragraph starts with, as a quotation or a point of a list
// does, blanks and all; "" if there is none.
func (r *reading) lineMark(i int) string {
	text := r.text(r.Paragraphs[i])
	for _, mark := range []string{"> ", "• ", "- ", "* ", "– ", "— "} {
		if strings.HasPrefix(text, mark) {
			return mark
		}
	}
	return ""
}

// indent returns how many blanks stand before a paragraph on its line.
func (r *reading) indent(i int) int {
	start := r.Paragraphs[i].Start
	return start - len(strings.TrimRight(r.Text[:start], " \t"))
}

// firstPerson reports whether the words of a paragraph are somebody's own: they hold a pronoun of
// the first person, or greet.
func (r *reading) firstPerson(s nlp.Span) bool {
	c := r.Bytes(s)
	return r.lower(s.Start) == "dear" || r.holds(c, speakerWords) || r.holds(c, groupWords)
}

// signatureReach is the greatest number of tokens of a signature.
const signatureReach = 12

// signature returns the person that a paragraph is the signature of: the name, with a dash
// before it or not, and nothing or what that person is behind it.
func (r *reading) signature(s nlp.Span) *entity {
	if s.End-s.Start > signatureReach {
		return nil
	}
	i := s.Start
	for i < s.End && isDash(r.word(i)) {
		i++
	}
	m := r.mentionAt(r.behindTitles(i))
	if m == nil || m.typ != person || m.entity == nil || m.span.End > s.End || m.span.End < s.End && r.word(m.span.End) != "," || r.finiteIn(s) {
		return nil
	}
	return m.entity
}

// blockBefore adds the statement that paragraph i is if the one behind it, of the tokens sb,
// says or signs whose it is. What is signed is in the first person, as are the paragraphs before
// that belong to it; a name behind the last line of a story is its author's.
func (r *reading) blockBefore(i int, sb nlp.Span) {
	s := statement{kind: "direct", content: []nlp.Range{r.Paragraphs[i]}}
	s.said(nil)
	if r.isCue(sb.Start + 1) {
		if r.attribution(sb.Start+1, sb.End, &s) {
			s.by = "block-before-dash/1"
			r.statements = append(r.statements, s)
		}
		return
	}
	e := r.signature(sb)
	if e == nil || i+2 >= len(r.Paragraphs) || r.skipped(r.Paragraphs[i+2]) {
		return
	}
	first := i + 1
	for first > 0 && !r.skipped(r.Paragraphs[first-1]) && r.firstPerson(r.SpanOf(r.Paragraphs[first-1])) && !r.quotedWithin(r.SpanOf(r.Paragraphs[first-1])) {
		first--
	}
	if s.content = r.Paragraphs[first : i+1 : i+1]; len(s.content) > 0 {
		s.source, s.by = source{span: nlp.Span{Start: sb.Start + 1, End: sb.End}, entity: e}, "block-signed/1"
		r.addTurn(s)
	}
}
