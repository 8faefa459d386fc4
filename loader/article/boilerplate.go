package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Boilerplate is found in four passes over the lines of a text. The story is what lies
// between the first and the last line that read as sentences; the head above it and the
// tail below it hold what pages print around a story, and there a short line is enough
// to be taken for page furniture. Within the story a line is marked only if it can be
// nothing else: a widget's label, a repeated headline, a heading of a few words. Full
// sentences are marked in the tail alone: an author's biography, a disclaimer, the
// beginning of another story. Last come parts of lines: date stamps, datelines, credits.

// A page is a text while its facts and boilerplate are looked for.
type page struct {
	a       *Article
	lines   []line
	title   int      // line of the headline; -1 if there is none
	first   int      // first line of the story; len(lines) if nothing reads as sentences
	tail    int      // first line after the story
	reason  []string // by line: why all of it is marked; "" if it is not
	partial []Region // marked parts of lines
}

// annotate sets the facts that a's text states and its fields do not, and marks the
// boilerplate.
func annotate(a *Article) {
	p := &page{a: a, lines: splitLines(a.Text), title: -1}
	p.reason = make([]string, len(p.lines))
	for i := range p.lines {
		p.reason[i] = labelReason(p.lines[i])
	}
	p.findStory()
	p.findTitle()
	p.findTail()
	p.markHead()
	p.markStory()
	p.markTail()
	p.findFacts()
	a.Boilerplate = p.regions()
}

// regions gathers what is marked, in order. Neighbouring lines with one reason are one.
func (p *page) regions() []Region {
	var rs []Region
	if strings.HasPrefix(p.a.Text, byteOrderMark) {
		rs = append(rs, Region{0, len(byteOrderMark), "byte order mark"})
	}
	part := p.partial
	slices.SortStableFunc(part, func(a, b Region) int { return a.Start - b.Start })
	for i, l := range p.lines {
		whole := p.reason[i] != ""
		for len(part) > 0 && part[0].Start < l.end {
			if last := len(rs) - 1; !whole && part[0].End > part[0].Start && (last < 0 || part[0].Start >= rs[last].End) {
				rs = append(rs, part[0])
			}
			part = part[1:]
		}
		if !whole {
			continue
		}
		if last := len(rs) - 1; i > 0 && last >= 0 && p.reason[i-1] == p.reason[i] {
			rs[last].End = l.end
		} else {
			rs = append(rs, Region{l.start, l.end, p.reason[i]})
		}
	}
	return rs
}

var (
	counter = regexp.MustCompile(`(?i)^[^\pL\d]*\d[\d.,]*\s?[km]?[\s\x{a0}]+(?:min(?:ute)?s?(?:[ -]read)?|views?|comments?|shares?|likes?|reads?|replies|repl(?:y)|reactions?|followers|subscribers)\W*$`)
	byWord  = regexp.MustCompile(`(?i)^(?:views|reads|reading time|time to read|read time|viewed|comments|shares|tags?|topics|keywords|categor(?:y|ies)|filed under|hashtags)\s?:`)
	related = regexp.MustCompile(`(?i)^\W*(?:read (?:also|more|next|on)|also read|see also|more on this|related(?: (?:story|stories|article|articles|news))?|watch(?: also)?|recommended|don['’]t miss)\s*(?:[:|»>]|[-–—]\s)`)
	note    = regexp.MustCompile(`(?i)^[\W]*(?:editor(?:ial)?(?:['’]s|s['’])? note|note to (?:readers|editors)|correction|clarification|disclaimer)\s*[:—–-]`)
	desk    = regexp.MustCompile(`(?i)^\(?(?:(?:additional |with )?(?:reporting|writing|editing|compiled|translated|edited|reported|produced) by|with (?:files|additional reporting|reporting) (?:from|by)|with inputs from) \S`)
	rights  = regexp.MustCompile(`(?i)^\W*(?:©|\(c\)\s*\d{4}|copyright\b|all rights reserved)`)
	policy  = regexp.MustCompile(`(?i)^our (?:standards|principles|values|ethics)\b`)
	helpers = regexp.MustCompile(`^` + nameList + ` (?:(?:also )?contributed (?:reporting|research|to (?:this|the) (?:report|story|article))\b[^"“]*|contributed(?: from [^"“]*)?|(?:also )?reported from [^"“]*)\.$`)
	hour    = regexp.MustCompile(`(?i)^(?:(?:posted|published|updated|last updated)(?: at)?:?\s)?\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?$`)
	address = regexp.MustCompile(`^https?://\S+$`)
	dated   = regexp.MustCompile(`(?i)^\W*(?:date|dated|published(?: on| at)?|posted(?: on)?|first published(?: on)?|publication date|released|last (?:updated|modified)|updated(?: on| at)?|modified)\b[\s:]*`)
)

// labelReason tells why a line is boilerplate by itself, wherever it stands; "" if it
// is not. Only short lines and lines with a telling first word are.
func labelReason(l line) string {
	s := l.text
	if l.words <= 6 {
		f := fold(s)
		if r := widgets[f]; r != "" {
			return r
		}
		if r := relatedLabels[f]; r != "" {
			return r
		}
	}
	switch {
	case l.words <= 8 && counter.MatchString(s):
		return "counter"
	case l.words <= 30 && byWord.MatchString(s):
		return "tag list"
	case l.words <= 25 && related.MatchString(s):
		return "related stories"
	case note.MatchString(s):
		return "editor's note"
	case l.words <= 30 && desk.MatchString(s):
		return "desk credit"
	case l.words <= 30 && helpers.MatchString(s):
		return "desk credit"
	case l.words <= 20 && policy.MatchString(s):
		return "site navigation"
	case l.words <= maxInvitation && begins(s, invitations):
		return "subscription prompt"
	case l.words <= 40 && rights.MatchString(s):
		if strings.Contains(s, "/") {
			return "photo credit"
		}
		return "copyright"
	case address.MatchString(s):
		return "address"
	case l.words <= longLine && (isDateLine(s) || placeAndDate.MatchString(s)) || hour.MatchString(s):
		return "date stamp"
	}
	return ""
}

// isDateLine tells whether a line says nothing but a date and when it was changed, with
// or without a label: "Published: 7 August 2025, 10:12 · Updated 2 hours ago".
func isDateLine(s string) bool {
	found := false
	for _, part := range parts(s) {
		if m := dated.FindStringIndex(part); m != nil {
			part = part[m[1]:]
		}
		part = strings.TrimSpace(part)
		whole := wholeDate.MatchString(part)
		if !whole && !changedAgo.MatchString(part) {
			return false
		}
		found = found || whole
	}
	return found
}

var changedAgo = regexp.MustCompile(`(?i)^(?:` + ago + `|\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)$`)

// placeAndDate is a line such as "Addis Ababa, 3 April 2024" or "The Post, May 3, 2024".
var placeAndDate = regexp.MustCompile(`^\p{Lu}[\pL'’.-]*(?: \p{Lu}[\pL'’.-]*){0,4}, (?i:` + datePattern + `)\.?$`)

// findStory sets the first line that reads as sentences. A question that is followed by
// such a line is a headline.
func (p *page) findStory() {
	p.first = p.nextProse(0)
	if p.first != 0 {
		return
	}
	l := p.lines[0]
	if end := strings.TrimRight(l.text, closers); l.words <= 20 && !strings.HasSuffix(end, ".") &&
		(strings.HasSuffix(end, "?") || strings.HasSuffix(end, "!")) && !strings.ContainsAny(end[:len(end)-1], ".!?") {
		if next := p.nextProse(1); next < len(p.lines) {
			p.first = next
		}
	}
}

func (p *page) nextProse(from int) int {
	for i := from; i < len(p.lines); i++ {
		if p.lines[i].prose && p.reason[i] == "" && !p.isByline(i) && !headStamp.MatchString(p.lines[i].text) {
			return i
		}
	}
	return len(p.lines)
}

// maxHead is how many lines above a story are looked at. What is longer is no head of
// an article but a list.
const maxHead = 50

// findTitle chooses the headline among the lines above the story: one that the text
// repeats, else the first of some length.
func (p *page) findTitle() {
	if p.first == len(p.lines) && p.first < 2 {
		return
	}
	var candidates []int
	for i := range p.lines[:min(p.first, maxHead)] {
		if p.reason[i] == "" && !p.isByline(i) && !p.isFurniture(i) && !startsLower(p.lines[i].text) && p.underByline(i) == nil && (!p.isAuthorLine(i) || p.repeats(i)) {
			candidates = append(candidates, i)
		}
	}
	for _, i := range candidates {
		if p.a.Title.known() && fold(p.lines[i].text) == fold(p.a.Title.Value) || !p.a.Title.known() && p.repeats(i) {
			p.title = i
			return
		}
	}
	if p.a.Title.known() || len(candidates) == 0 {
		return
	}
	p.title = candidates[0]
	for _, i := range candidates {
		if p.lines[i].words >= 4 {
			p.title = i
			return
		}
	}
}

func (p *page) repeats(i int) bool {
	f := fold(p.lines[i].text)
	if p.lines[i].words < 3 {
		return false
	}
	for j := i + 1; j < len(p.lines); j++ {
		if p.lines[j].words == p.lines[i].words && fold(p.lines[j].text) == f {
			return true
		}
	}
	return false
}

// isFurniture tells whether a line above the story is a stamp or a row of labels:
// "Lagos • Daily Wire", "12 March 2024 | 10:00".
func (p *page) isFurniture(i int) bool {
	l := p.lines[i]
	if headStamp.MatchString(l.text) || endCredit(l.text) >= 0 {
		return true
	}
	return l.words <= 8 && len(parts(l.text)) > 1 || l.words == 0
}

// parts divides a row of labels at bullets and bars. It has one part if there are none.
func parts(s string) []string {
	ps := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("•|·›»●▪", r) })
	if len(ps) == 1 && ps[0] != s {
		ps = append(ps, "") // a bullet before a label: "• Politics"
	}
	for i := range ps {
		ps[i] = strings.TrimFunc(ps[i], invisible)
	}
	return ps
}

// markHead marks what stands above the story beside the headline and a second headline
// of some length.
func (p *page) markHead() {
	if p.first == len(p.lines) {
		return
	}
	for i := range p.lines[:min(p.first, maxHead)] {
		l := p.lines[i]
		switch {
		case i == p.title || p.reason[i] != "":
		case p.isByline(i):
			p.reason[i] = "byline"
		case p.underByline(i) != nil:
			p.reason[i] = "page furniture"
		case headStamp.MatchString(l.text):
			p.markStamp(i)
		case p.isFurniture(i):
			if endCredit(l.text) < 0 {
				p.reason[i] = "page furniture"
			}
		case i > p.title && p.isAuthorLine(i):
			p.reason[i] = "byline"
		case l.words <= 4 && !quoted(l.text) && p.title >= 0:
			p.reason[i] = "page furniture"
		}
	}
}

// headStamp is a date before other text at the beginning of a page: what follows may be
// figures of a widget, which are marked with it, or a caption.
var headStamp = regexp.MustCompile(`(?i)^\W*(?:date|dated|published|posted|updated)[\s:]+` + datePattern)

func (p *page) markStamp(i int) {
	l := p.lines[i]
	m := headStamp.FindStringIndex(l.text)
	rest := l.text[m[1]:]
	if strings.IndexFunc(rest, unicode.IsLetter) < 0 || isCaption(rest) {
		p.reason[i] = "date stamp"
		return
	}
	p.partial = append(p.partial, Region{l.start, l.start + m[1], "date stamp"})
}

// markStory marks widgets' labels, which have a reason already, repeated headlines,
// headings and parts of lines.
func (p *page) markStory() {
	title := ""
	if p.title >= 0 {
		title = fold(p.lines[p.title].text)
	} else if p.a.Title.known() {
		title = fold(p.a.Title.Value)
	}
	seen := map[string]int{}
	for i := p.first; i < p.tail; i++ {
		if l := p.lines[i]; !l.prose && l.words <= maxHeading {
			seen[fold(l.text)]++
		}
	}
	prose, titleWords := 0, countWords(title)
	for i, l := range p.lines {
		if p.reason[i] != "" {
			continue
		}
		if title != "" && i > p.title && l.words >= 2 && l.words == titleWords && fold(l.text) == title && (p.title >= 0 || i > 0) {
			p.reason[i] = "repeated headline"
			continue
		}
		if i > p.title && i < p.first+byUnderIntro && p.isByline(i) {
			p.reason[i] = "byline"
			continue
		}
		if i > p.first && i < p.tail-1 && p.isHeading(i) && seen[fold(l.text)] == 1 {
			p.reason[i] = "heading"
			continue
		}
		if l.prose && prose < datelineLines {
			if end := dateline(l.text); end > 0 {
				p.partial = append(p.partial, Region{l.start, l.start + end, "dateline"})
				prose = datelineLines
			}
			prose++
		}
		p.markCredit(i)
	}
}

// byUnderIntro is how many lines from an introduction on a byline may stand below it.
const byUnderIntro = 4

// maxHeading is how many words a heading within a story has at most. Longer ones occur,
// but so do sentences without a full stop.
const maxHeading = 5

// datelineLines is among how many first paragraphs a dateline is looked for: a caption
// or an introduction may stand before it.
const datelineLines = 2

// isHeading tells whether a line within the story is a heading: a few words without a
// verb or a mark at their end, between paragraphs. A line that stands several times is
// none: it may be the name of one who answers questions.
func (p *page) isHeading(i int) bool {
	l := p.lines[i]
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.text, "\"'“‘«"))
	if l.prose || l.words == 0 || l.words > maxHeading || !unicode.IsUpper(r) || endsSentence(l.text) || hasVerb(l.text) {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(l.text); strings.ContainsRune("—–-", last) || strings.ContainsAny(l.text, ",:0123456789") {
		return false // "Okoye: no comment", "Ada Okoye, 62": a list, a statement in brief
	}
	return p.lines[i-1].prose && p.lines[i+1].prose && !strings.HasSuffix(p.lines[i-1].text, ":")
}

// hasVerb tells whether s holds a word that only a sentence has. The first word is left
// out: "Dignified peace", "Will power".
func hasVerb(s string) bool {
	for i, w := range strings.Fields(s) {
		w = strings.Trim(w, ",.;:"+closers)
		if i > 0 && (verbs[w] || len(w) > 4 && strings.HasSuffix(w, "ed") && w == strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// A dateline is places in capitals or before a long dash, perhaps with a date and an
// agency: "GENEVA, May 3 (Agency) —", "Lagos/Abuja — ".
var datelineShape = regexp.MustCompile(`^(\p{Lu}[\p{L}.'’]*(?:[ -]\p{Lu}[\p{L}.'’]*){0,3}(?:/\p{Lu}[\p{L}.'’]*(?: \p{Lu}[\p{L}.'’]*){0,2}){0,2}(?:, \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?)?)((?i:, ` + months + `\.? \d{1,2}(?:,? \d{4})?|, \d{1,2} ` + months + `(?:,? \d{4})?|, \d{1,2}[./]\d{1,2}[./]\d{4})?)(?:,? ?\((\p{L}[^()]{1,40})\))?:?\s*(—|–|--?)\s`)

// dateline returns the end of a dateline at the beginning of a paragraph, or 0. Of a
// name in small letters a dash alone makes no dateline if the sentence has a second one:
// "Lagos — the largest city — was calm."
func dateline(s string) int {
	m := datelineShape.FindStringSubmatchIndex(s)
	if m == nil {
		return 0
	}
	place, dash := s[m[2]:m[3]], s[m[8]:m[9]]
	sure := m[5] > m[4] || m[6] >= 0 || place == strings.ToUpper(place) && len(place) > 3
	if !sure && (dash != "—" || strings.Contains(firstSentence(s[m[1]:]), "—") || startsLower(s[m[1]:])) {
		return 0
	}
	return m[9]
}

func firstSentence(s string) string {
	if i := strings.Index(s, ". "); i >= 0 {
		return s[:i]
	}
	return s
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// markCredit marks a photo's credit: in parentheses at the end of a caption, or after a
// word such as "Picture:". A caption without a verb is marked with it.
func (p *page) markCredit(i int) {
	l := p.lines[i]
	if l.words > maxCaption {
		return
	}
	start := endCredit(l.text)
	if start < 0 {
		return
	}
	if isCaption(l.text) && l.text[start] != '(' {
		p.reason[i] = "photo credit"
		return
	}
	p.partial = append(p.partial, Region{l.start + start, l.end, "photo credit"})
}

const (
	maxCaption = 60 // words of a caption with its credit
	maxCredit  = 12 // words of a credit
	maxLabel   = 8  // words of a caption that is no sentence
)

// isCaption tells whether s is a caption of a few words, without a verb, and a credit.
func isCaption(s string) bool {
	start := endCredit(s)
	return start >= 0 && countWords(s[:start]) <= maxLabel && !hasVerb(s[:start])
}

var (
	parenCredit = regexp.MustCompile(`(?:(?i:\b(?:photos?|photographs?|images?|pictures?|handout|courtesy|getty|shutterstock|screenshot|screengrab|file photo|pool)\b)|\bvia \p{Lu}|\p{Lu}[\p{L}.]+ ?/ ?\p{Lu}{2,}\b|\p{L} ?/ ?(?:AP|AFP|EPA|Reuters|Getty)\b)`)
	wordCredit  = regexp.MustCompile(`(?:^|[.!?…)"”’]\s+|\s[|•]\s*|\s[—–-]\s)((?:(?:File )?(?:Picture|Photo|Photos|Photograph|Photographs|Image|Images|Pic|Pics|PHOTO|PICTURE|IMAGE|Photo credit|Image credit|Credit|Photography)(?:\s?:|\s(?:by|courtesy(?: of)?|via|from)\s+\p{Lu}|\s?/)|©\s?\p{Lu}).*)$`)
)

// endCredit returns where a credit that ends s begins, or -1.
func endCredit(s string) int {
	if strings.HasSuffix(s, ")") {
		if i := strings.LastIndexByte(s, '('); i >= 0 && countWords(s[i:]) <= maxCredit && parenCredit.MatchString(s[i:]) {
			return i
		}
		return -1
	}
	if !containsAny(s, "Photo", "Pic", "Image", "Credit", "PHOTO", "PICTURE", "IMAGE", "©") {
		return -1 // most lines: the pattern is slow
	}
	m := wordCredit.FindStringSubmatchIndex(s)
	if m == nil || countWords(s[m[2]:]) > maxCredit {
		return -1
	}
	return m[2]
}
