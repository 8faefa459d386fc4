package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// A turn is a paragraph that starts with who speaks in it: "OKOYE: It is safe."
type turn struct {
	paragraph int // index in Doc.Paragraphs
	label     nlp.Span
	colon     int       // token
	content   nlp.Range // of the paragraph, behind the label
	key       string    // the same for one speaker's turns
	role      turnRole
	quoted    bool    // the content stands in marks, whole
	known     *entity // whom the label names, or who is asked; nil if nobody that the article names
}

// A turnRole says what a label is.
type turnRole uint8

const (
	nameLabel     turnRole = iota // "Okoye:", "SEN. OKOYE:"
	roleLabel                     // "Interviewer:"
	questionLabel                 // "Q:"
	answerLabel                   // "A:"
)

// labelReach is the number of tokens that a label may have.
const labelReach = 9

// findTurns makes statements of the turns of transcripts and interviews, one of each
// turn with the paragraphs that carry it on. What is said there counts as quoted.
func findTurns(r *reading) {
	turns := r.dialogue(r.turns())
	if len(turns) == 0 || turns[0].paragraph != r.title() {
		r.titleStatement()
	}
	for i, t := range turns {
		s := statement{kind: "direct", mode: "speech", stance: "said", by: "turn/1", content: []nlp.Range{t.content}}
		s.source = r.turnSource(t)
		s.cue = nlp.Span{Start: t.colon, End: t.colon + 1}
		if i+1 < len(turns) {
			s.content = append(s.content, r.carriedOn(t, turns[i+1])...)
		}
		r.addTurn(s)
	}
	if len(turns) == 0 {
		r.interview()
	}
}

func (r *reading) addTurn(s statement) {
	for _, c := range s.content {
		tokens := r.SpanOf(c)
		for i := tokens.Start; i < tokens.End; i++ {
			r.inQuote[i] = true
		}
	}
	r.statements = append(r.statements, s)
}

// turns returns the paragraphs that start with a label.
func (r *reading) turns() []turn {
	var found []turn
	surnames := r.bySurname()
	for n, p := range r.Paragraphs {
		if r.skipped(p) {
			continue
		}
		if t, ok := r.turnAt(p, surnames); ok {
			t.paragraph = n
			found = append(found, t)
		}
	}
	return found
}

// turnAt reads a label at the start of a paragraph: words in capitals before a colon, with
// a description in brackets or behind a comma, and text after it.
func (r *reading) turnAt(p nlp.Range, surnames map[string]*entity) (turn, bool) {
	s := r.SpanOf(p)
	i := s.Start
	for i < s.End && isOpening(r.word(i)) { // each turn between marks, or in a list
		i++
	}
	t := turn{label: nlp.Span{Start: i, End: i}}
	if w := r.word(i); (w == "Q." || w == "A.") && i+1 < s.End {
		t.label.End, t.colon, t.content = i+1, i, r.trim(nlp.Range{Start: r.Tokens[i].End, End: p.End})
		return t, r.label(&t, surnames)
	}
	for k := i; k < s.End && k <= i+labelReach; k++ {
		w := r.word(k)
		switch {
		case w == ":":
			t.colon = k
			if t.label.End == i {
				t.label.End = k
			}
			c := nlp.Range{Start: r.Tokens[k].End, End: p.End}
			blank := c.Start < c.End && (r.Text[c.Start] == ' ' || r.Text[c.Start] == '\t')
			t.content, t.quoted = r.unquoted(r.trim(c), i > s.Start)
			return t, t.label.End > i && blank && t.content.Start < t.content.End && r.label(&t, surnames)
		case (w == "," || w == "(" || w == "[") && t.label.End == i && k > i:
			t.label.End = k
		case t.label.End > i || isUpperWord(w) || w == "." || w == "-" || k > i && (digits(w) || r.lower(k) == "member" || nobility[w]):
		default:
			return t, false
		}
	}
	return t, false
}

func isOpening(w string) bool {
	switch w {
	case "“", "\"", "”", "``", "''", "«", "-", "–", "—", "•", "*", ">":
		return true
	}
	return false
}

func digits(w string) bool { return w != "" && strings.Trim(w, "0123456789") == "" }

var nobility = wordSet("de del der den van von bin al da dos la le ibn")

// unquoted takes the mark off the end of a turn that stands between marks, and those
// around the whole of what comes behind the label; it reports whether there are any of these.
func (r *reading) unquoted(c nlp.Range, opened bool) (nlp.Range, bool) {
	for q := range r.quotesIn(c) {
		if q.Start == c.Start && q.End == c.End {
			return r.trim(q.Inner), true
		}
	}
	if opened {
		text := strings.TrimRight(r.text(c), "\"”'’»")
		c.End = c.Start + len(text)
	}
	return c, false
}

// label finds what a label stands for; false if it is none of a speaker.
func (r *reading) label(t *turn, surnames map[string]*entity) bool {
	text := strings.TrimRight(r.SpanText(t.label), ".")
	low := strings.ToLower(text)
	t.key = low
	for i := t.label.Start; i < t.colon; i++ {
		if r.isCue(i) { // "Added Okoye:", "Ada Okoye, who chairs the board, said:"
			return false
		}
	}
	letter := strings.TrimRight(low, "0123456789")
	switch {
	case letter == "q" || letter == "question":
		t.role, t.key = questionLabel, "q"
		return true
	case letter == "a" || letter == "answer":
		t.role, t.key = answerLabel, "a"
		return true
	case turnRoles[r.lower(t.label.End-1)] || turnRoles[r.lower(t.label.Start)]:
		t.role = roleLabel
		return true
	case noSpeakers[low] || noSpeakers[r.lower(t.label.End-1)] || noSpeakers[r.lower(t.label.Start)] || t.label.End-t.label.Start > 6:
		return false
	}
	t.key = strings.ToLower(r.word(t.label.End - 1))
	t.known = r.labelled(t.label, surnames)
	for i := t.label.Start; i < t.label.End && t.known == nil; i++ {
		m := r.mentionAt(i)
		if m != nil && m.typ != person && m.name != nil { // a country, or what else all know: a heading
			return false
		}
		if _, title := lexicon.TitleOf(r.lower(i)); m == nil && !title && lexicon.IsCommon(r.lower(i)) {
			return false
		}
	}
	return true
}

// turnRoles are who speaks in a transcript without a name.
var turnRoles = wordSet("interviewer moderator host anchor reporter journalist presenter narrator announcer correspondent caller audience unidentified speaker translator interpreter chairman chairwoman")

// noSpeakers are labels that no one speaks behind.
var noSpeakers = wordSet(`note notes update updates updated photo photos photograph picture image images video watch listen read related more source sources correction clarification
	editor editors caption credit file date time place location where when what why how who contact email phone tel fax website price tickets venue age born died result results
	score scores poll report reports summary background opinion analysis exclusive breaking live factbox timeline explainer topics tags category published posted by from to cc subject re
	recommended advertisement warning spoiler disclaimer fact claim verdict rating example tip step part chapter day week month year total dead injured`)

// labelled returns the person that a label names, by the mention in it or by the surname:
// of one that the article names elsewhere, outside labels.
func (r *reading) labelled(label nlp.Span, surnames map[string]*entity) *entity {
	for i := label.Start; i < label.End; i++ {
		if m := r.mentionAt(i); m != nil && m.typ == person && m.entity != nil && len(m.entity.words) > 1 && m.span.End <= label.End {
			return m.entity
		}
	}
	if e := surnames[r.word(label.Start)]; label.End-label.Start == 1 && e != nil {
		return e
	}
	return surnames[r.lower(label.End-1)]
}

// bySurname returns the people with a given name and a surname by the surname, in lower
// case, and by their initials in capitals ("AO"); nil where two share it.
func (r *reading) bySurname() map[string]*entity {
	found := make(map[string]*entity)
	for _, e := range r.entities {
		if e.typ != person || len(e.words) < 2 {
			continue
		}
		initials := ""
		for _, w := range e.words {
			initials += strings.ToUpper(string([]rune(w)[:1]))
		}
		for _, name := range []string{strings.ToLower(e.words[len(e.words)-1]), initials} {
			if _, shared := found[name]; shared {
				found[name] = nil
			} else {
				found[name] = e
			}
		}
	}
	return found
}

// dialogue leaves of the labelled paragraphs those that are turns of speech. A dialogue
// goes back and forth: a label comes again behind another one, or answers follow
// questions; and people who speak say "I" and "you", or ask. Without that, only who is
// known and speaks so has a turn: a list of people has none. A title is a turn if the next
// paragraph is one, or if it is spoken and its label comes again.
func (r *reading) dialogue(all []turn) []turn {
	last := make(map[string]int)
	people := make(map[string]bool) // keys of labels of which one looks like a person's, or has two names and comes again
	asked := make(map[turnRole]bool)
	back, spoken := false, false
	for i, t := range all {
		n, again := last[t.key]
		back = back || again && n != i-1
		spoken = spoken || r.speaksItself(t.content)
		asked[t.role] = true
		people[t.key] = people[t.key] || t.known != nil || r.personal(t.label) || again && t.label.End > t.label.Start+1
		last[t.key] = i
	}
	answers := asked[questionLabel] && asked[answerLabel]
	title := r.title()
	kept := slices.DeleteFunc(all, func(t turn) bool {
		switch {
		case t.paragraph == title && !(len(all) > 1 && all[1].paragraph == title+1) && !(last[t.key] > 0 && r.speaksItself(t.content)):
			return true
		case t.quoted && t.known != nil:
			return false
		case t.role == questionLabel || t.role == answerLabel:
			return !answers
		case back && spoken || answers:
			return t.role == nameLabel && !people[t.key]
		}
		return t.known == nil || !r.speaksItself(t.content)
	})
	who := (*entity)(nil)
	if answers {
		first := 0
		if kept[0].paragraph == title && len(kept) > 1 { // what says who answers stands behind the first question
			first = 1
		}
		who = r.interviewee(r.Paragraphs[kept[first].paragraph].Start)
	}
	for i := range kept {
		if kept[i].role == answerLabel {
			kept[i].known = who
		}
	}
	return kept
}

// personal reports whether a label of nobody known looks like a person's: it stands in
// capitals, or is taken for a name.
func (r *reading) personal(label nlp.Span) bool {
	text := r.SpanText(label)
	return text == strings.ToUpper(text) || r.mentionAt(label.End-1) != nil
}

// title returns the index of the first paragraph of the story.
func (r *reading) title() int {
	return slices.IndexFunc(r.Paragraphs, func(p nlp.Range) bool { return !r.skipped(p) })
}

// speaksItself reports whether the words of a range are spoken to someone: they hold a
// pronoun of the first or second person, or ask.
func (r *reading) speaksItself(c nlp.Range) bool {
	return strings.HasSuffix(strings.TrimRight(r.text(c), "\"”’'"), "?") || r.holds(c, speakerWords) || r.holds(c, groupWords) || r.holds(c, addresseeWords)
}

// interviewee returns the person whom the text before an offset names most often, with
// given name and surname, if there is one: the one that questions are put to.
func (r *reading) interviewee(before int) *entity {
	count := make(map[*entity]int)
	var best *entity
	for _, m := range r.mentions {
		if m.Start >= before || m.typ != person || m.entity == nil || len(m.entity.words) < 2 {
			continue
		}
		if count[m.entity]++; best == nil || count[m.entity] > count[best] {
			best = m.entity
		}
	}
	for e, n := range count {
		if e != best && n == count[best] {
			return nil
		}
	}
	return best
}

// turnSource makes a source of a label.
func (r *reading) turnSource(t turn) source {
	s := source{span: t.label}
	switch {
	case t.known != nil:
		s.entity = t.known
	case t.role != questionLabel && t.role != answerLabel:
		s.unnamed = r.SpanText(t.label)
	}
	return s
}

// carriedOn returns the paragraphs between two turns that carry the first one on. What
// stands in brackets or in marks, or leads up to something, does not.
func (r *reading) carriedOn(t, next turn) []nlp.Range {
	var more []nlp.Range
	for n := t.paragraph + 1; n < next.paragraph; n++ {
		p := r.Paragraphs[n]
		if r.skipped(p) {
			break
		}
		first, _ := utf8.DecodeRuneInString(r.text(p))
		if !unicode.IsUpper(first) || strings.HasSuffix(r.text(p), ":") || strings.ToUpper(r.text(p)) == r.text(p) {
			break
		}
		more = append(more, p)
	}
	return more
}

// interviewQuestions is the least number of paragraphs that ask, in an interview
// whose questions have no labels.
const interviewQuestions = 3

// interview makes statements of the answers of an interview whose questions stand as
// paragraphs of their own, if it says whom they are put to. The questions say "you", the
// answers "I"; and who answers is not named in them. An opinion may ask questions, too.
func (r *reading) interview() {
	var questions []int
	put := 0
	for n, p := range r.Paragraphs {
		if s := r.SpanOf(p); !r.skipped(p) && s.End > s.Start && strings.HasSuffix(r.text(p), "?") && !r.quotedWithin(s) {
			questions = append(questions, n)
			if r.holds(p, addresseeWords) {
				put++
			}
		}
	}
	if len(questions) < interviewQuestions || 2*put <= len(questions) {
		return
	}
	who := r.interviewee(r.Paragraphs[questions[0]].Start)
	if who == nil {
		return
	}
	var answers []statement
	spoken := 0
	for i, q := range questions {
		end := min(len(r.Paragraphs), q+2)
		if i+1 < len(questions) {
			end = questions[i+1]
		}
		s := statement{kind: "direct", mode: "speech", stance: "said", by: "interview/1", source: source{entity: who}}
		for _, p := range r.Paragraphs[min(q+1, end):end] {
			if !r.skipped(p) {
				s.content = append(s.content, p)
			}
		}
		if len(s.content) == 0 || slices.Contains(r.inside(s.content), who) {
			return
		}
		if slices.ContainsFunc(s.content, func(c nlp.Range) bool { return r.holds(c, speakerWords) || r.holds(c, groupWords) }) {
			spoken++
		}
		answers = append(answers, s)
	}
	if 2*spoken <= len(answers) {
		return
	}
	for _, s := range answers {
		r.addTurn(s)
	}
}

// holds reports whether one of the words stands in a range.
func (r *reading) holds(c nlp.Range, words map[string]bool) bool {
	tokens := r.SpanOf(c)
	for i := tokens.Start; i < tokens.End; i++ {
		if words[r.lower(i)] && r.word(i) != "i" && r.word(i) != "US" {
			return true
		}
	}
	return false
}

// titleStatement makes a statement of a title that says whose it is: "Okoye: Bridge Will
// Stay Shut", "Poll: Voters Want a Bridge". The title of a list or a portrait has no clause.
func (r *reading) titleStatement() {
	n := r.title()
	if n < 0 {
		return
	}
	start := r.TokenAt(r.Paragraphs[n].Start)
	s := r.Sentences[r.SentenceOf(start)]
	colon := start + 1
	for colon < s.End && r.word(colon) != ":" {
		colon++
	}
	end := r.clauseEnd(s)
	content := nlp.Span{Start: colon + 1, End: end}
	if end-start > titleReach || colon > start+labelReach || content.End-content.Start < contentWords || r.Tokens[colon].End == r.Tokens[colon+1].Start {
		return
	}
	x := statement{kind: "indirect", cue: nlp.Span{Start: colon, End: colon + 1}, by: "title-colon/1"}
	x.said(nil)
	x.source.span = nlp.Span{Start: start, End: colon}
	switch m := r.mentionAt(start); {
	case m != nil && m.span == x.source.span && m.entity != nil && (m.typ == person || m.typ == organization):
		x.source.entity = m.entity
	case colon == start+1 && r.agentive(x.source.span):
		x.source.unnamed = r.word(start)
	default:
		return
	}
	if questionWords[r.lower(content.Start)] || !r.finiteIn(content) || strings.HasSuffix(r.SpanText(s), "?") {
		return
	}
	c := r.wholeQuotes(r.Bytes(content))
	for q := range r.quotesIn(c) {
		x.kind = "mixed"
		if q.Start == c.Start && q.End >= c.End {
			x.kind, c = "direct", r.trim(q.Inner)
		}
	}
	x.content = []nlp.Range{c}
	r.statements = append(r.statements, x)
}

// titleReach is the greatest number of tokens of a title.
const titleReach = 25
