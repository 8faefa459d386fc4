package article

import (
	"regexp"
	"strings"
	"unicode"
)

// Facts are taken from a text only where their place and shape say what they are: a
// headline above the story, "By Ada Okoye", "Published: 7 August 2025". A date within a
// sentence is never the date of publication, and a date without a year is none.

const (
	namePattern = `\p{Lu}[\p{L}'’-]*\.?(?:\s(?:al|bin|da|de|del|della|den|der|di|dos|du|el|la|le|van|von))*(?:[\s-]\p{Lu}[\p{L}'’-]*\.?){1,3}`
	nameList    = namePattern + `(?:(?:,| and| &|, and)\s` + namePattern + `){0,5}`
)

var (
	bylineShape = regexp.MustCompile(`^(?:(?:[Bb]y|BY|(?i:written by|words by|story by|text by|report by|reported by|reporter:|authors?:|by:))\s+)(` + nameList + `)(?:\s*[,|•·/–—-].{0,80}|\s+in\s\p{Lu}.{0,40})?\.?$`)
	labelOutlet = regexp.MustCompile(`^(?i:outlet|publisher|publication|newspaper)\s*:\s*(\p{Lu}.{1,60})$`)
	copyrightOf = regexp.MustCompile(`^\W*(?i:©|\(c\)|copyright)(?:\s*©)?[\s,]*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?i:by\s+)?(\p{Lu}[^.|,]{1,60}?)(?:[.|,].*|\s+(?i:all rights).*)?$`)
	atOutlet    = regexp.MustCompile(`^\s*(?:\S+\s+){0,7}?(?:` + pressRolePattern + `),?\s+(?:at|for|with|of)\s+((?:[Tt]he\s)?\p{Lu}[\p{L}'’&-]*(?:\s(?:of\s)?\p{Lu}[\p{L}'’&-]*){0,4})`)
	reportedBy  = regexp.MustCompile(`\b(?:[Rr]eported by|reports|writes) ((?:the )?\p{Lu}[\p{L}'’&-]*(?:\s\p{Lu}[\p{L}'’&-]*){0,3}),? (?:with reference to|with a link to|citing|referring to)\b`)
	turnNames   = regexp.MustCompile(`^(` + namePattern + `)(?: \([^()]{2,20}\))(?:(?:,| and|, and) ` + namePattern + `(?: \([^()]{2,20}\))){0,3}$`)
	nameInPlace = regexp.MustCompile(`^(?:[Ff]rom\s)?(` + namePattern + `)(?:,?\sour\s[\pL ]{0,30}correspondent)?\sin\s\p{Lu}[\pL'’-]*(?:\s\p{Lu}[\pL'’-]*){0,2}$`)
	leadName    = regexp.MustCompile(`^(` + namePattern + `)(?:[\s\p{Z}]*[|•·–—]|,)[\s\p{Z}]*(.+)$`)
)

// pressRolePattern is the singular of pressRoles; the test keeps the two in step.
const pressRolePattern = `author|blogger|columnist|contributor|copywriter|correspondent|editor|editor-in-chief|freelancer|intern|journalist|newscaster|newsreader|photographer|photojournalist|producer|reporter|writer`

// isByline tells whether a line outside the story names its authors and nothing else
// but their office, outlet or the date.
func (p *page) isByline(i int) bool {
	l := p.lines[i]
	if l.words > 20 {
		return false
	}
	return p.bylineSpan(l.text) != nil
}

// bylineSpan returns where the names of a byline stand and where the rest begins:
// [names, end of names], or nil.
func (p *page) bylineSpan(s string) []int {
	if m := bylineShape.FindStringSubmatchIndex(s); m != nil && allNames(s[m[2]:m[3]]) {
		return m[2:4]
	}
	if m := turnNames.FindStringSubmatchIndex(s); m != nil && isName(s[m[2]:m[3]]) {
		return []int{0, len(s)} // "Ada Okoye (now) and Ben Adu (earlier)"
	}
	if m := nameInPlace.FindStringSubmatchIndex(s); m != nil && isName(s[m[2]:m[3]]) &&
		(strings.HasPrefix(strings.ToLower(s), "from ") || !p.inStory(s[m[2]:m[3]], len(p.lines))) {
		return m[2:4]
	}
	m := leadName.FindStringSubmatchIndex(s)
	if m == nil || !isName(s[m[2]:m[3]]) || isOutlet(s[m[2]:m[3]]) || !isBylineRest(s[m[4]:m[5]]) {
		return nil
	}
	if s[m[3]] == ',' && isDateLine(s[m[4]:m[5]]) {
		return nil // "Addis Ababa, 3 April 2024"
	}
	return m[2:4]
}

// isBylineRest tells whether what follows a name says that it is an author's: a date, an
// office of the press, an outlet.
func isBylineRest(s string) bool {
	if countWords(s) > 10 || endsSentence(s) && !wholeDate.MatchString(s) {
		return false
	}
	for _, part := range append(parts(s), s) {
		if isDateLine(part) || isOutlet(part) || counter.MatchString(part) {
			return true
		}
	}
	return hasPressRole(s) && isRole(s)
}

// isRole tells whether s is an office and not a part of a sentence.
func isRole(s string) bool { return !hasVerb(" "+s) && countWords(s) <= 6 }

// isOutlet tells whether s is a name that ends with or holds a word of outlets' names.
func isOutlet(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 || !isCapitalised(s) {
		return false
	}
	found := false
	for _, w := range words {
		w = strings.ToLower(strings.Trim(w, ",."))
		if pressRoles[w] {
			return false
		}
		found = found || outletWords[w]
	}
	return found && !genres[strings.ToLower(words[len(words)-1])]
}

var andComma = regexp.MustCompile(`\s*(?:,\s*and\s+|,|;|\s&\s|\sand\s)\s*`)

// bylineNames divides the value of a byline: "By Ada Okoye and Ben Adu". What follows
// the names is left out: "Ada Okoye, The Harbour Post". A value that does not begin with
// a person's name is kept whole: "Reuters and agencies".
func bylineNames(s string) []string {
	s = strings.Join(strings.Fields(s), " ")
	for _, by := range []string{"By ", "by ", "BY "} {
		s = strings.TrimPrefix(s, by)
	}
	parts := andComma.Split(s, -1)
	for i, p := range parts {
		if !isName(p) {
			parts = parts[:i]
			break
		}
	}
	if len(parts) == 0 {
		return []string{s}
	}
	return parts
}

func allNames(s string) bool {
	for _, n := range andComma.Split(s, -1) {
		if !isName(n) {
			return false
		}
	}
	return true
}

// findFacts fills in what the publisher's fields leave open.
func (p *page) findFacts() {
	a := p.a
	if !a.Title.known() && p.title >= 0 {
		l := p.lines[p.title]
		a.Title = Fact{Value: strings.Join(strings.Fields(l.text), " "), Start: l.start, End: l.end}
	}
	if len(a.Authors) == 0 {
		p.findAuthors()
	}
	if !a.Published.known() {
		p.findDate()
	}
	if !a.Outlet.known() {
		p.findOutlet()
	}
}

// outside yields the lines that are not the story's. Headings and repeated headlines
// are: they stand around nothing.
func (p *page) outside(yield func(int, line) bool) {
	for i, l := range p.lines {
		r := p.reason[i]
		around := i < min(p.first, maxHead) || i >= p.tail || r != ""
		if around && i != p.title && r != "heading" && r != "repeated headline" && !yield(i, l) {
			return
		}
	}
}

func (p *page) findAuthors() {
	for i, l := range p.outside {
		if m := p.bylineSpan(l.text); m != nil {
			p.addNames(l, m[0], m[1])
			return
		}
		if p.reason[i] == "byline" && isName(l.text) {
			p.addNames(l, 0, len(l.text))
			return
		}
		if at := authorOfBiography(l.text); p.reason[i] == "author biography" && at != nil {
			p.addNames(l, at[0], at[1])
			return
		}
	}
}

// authorOfBiography returns where the name of an author stands who is introduced.
func authorOfBiography(s string) []int {
	start := 0
	if m := aboutAuthor.FindStringIndex(s); m != nil {
		start = m[1]
	}
	if m := bioStart.FindStringSubmatchIndex(s[start:]); m != nil {
		if name := strings.TrimRight(s[start+m[2]:start+m[3]], ","); isName(name) {
			return []int{start + m[2], start + m[2] + len(name)}
		}
	}
	end := strings.IndexAny(s[start:], ",.(—–")
	if start == 0 || end < 0 || !isName(s[start:start+end]) {
		return nil
	}
	return []int{start, start + end}
}

// addNames adds the names of a list that stands at s[from:to] of a line.
func (p *page) addNames(l line, from, to int) {
	list := l.text[from:to]
	for list != "" {
		end, next := len(list), len(list)
		if m := andComma.FindStringIndex(list); m != nil {
			end, next = m[0], m[1]
		}
		name, _, _ := strings.Cut(list[:end], " (")
		name = strings.TrimRightFunc(name, unicode.IsSpace)
		start := l.start + to - len(list)
		p.a.Authors = append(p.a.Authors, Fact{Value: strings.Join(strings.Fields(name), " "), Start: start, End: start + len(name)})
		list = list[next:]
	}
}

// findDate looks for the date in stamps, bylines and datelines outside the story. A
// label that speaks of a change gives the date of the change.
func (p *page) findDate() {
	for i, l := range p.outside {
		switch r := p.reason[i]; {
		case r == "date stamp", r == "byline", r == "page furniture", headStamp.MatchString(l.text):
			p.takeDate(l.text, l.start)
		}
	}
	for _, r := range p.partial {
		if r.Reason == "dateline" {
			p.takeDate(p.a.Text[r.Start:r.End], r.Start)
		}
	}
}

var changed = regexp.MustCompile(`(?i)\b(?:updated|modified|last edited)\b[^\d]*$`)

// takeDate takes the first full date of s, which begins at byte start of the text, if
// none was found before.
func (p *page) takeDate(s string, start int) {
	for _, m := range anyDate.FindAllStringSubmatchIndex(s, maxDates) {
		value := dateValue(s, m)
		switch {
		case value == "":
		case changed.MatchString(s[:m[0]]):
			p.a.Modified = first(p.a.Modified, value)
		case !p.a.Published.known():
			end := m[0] + len(strings.TrimRightFunc(s[m[0]:m[1]], invisible))
			p.a.Published = Fact{Value: value, Start: start + m[0], End: start + end}
		}
	}
}

// maxDates is how many dates of a line are looked at: of publication and of changes.
const maxDates = 4

// findOutlet looks for a label, a copyright line, an author's employer, a byline, the line
// under it, a row of labels, and for a sentence that says who reports.
func (p *page) findOutlet() {
	for i, l := range p.outside {
		if at := p.outletOf(i, l); at != nil {
			p.setOutlet(l, at)
			return
		}
	}
	for i, l := range p.outside {
		if p.reason[i] == "byline" || p.reason[i] == "page furniture" {
			at := p.outletInRow(l.text)
			if at == nil {
				at = p.underByline(i)
			}
			if at != nil {
				p.setOutlet(l, at)
				return
			}
		}
	}
	if at := p.masthead(); at != nil {
		p.setOutlet(p.lines[0], at)
		return
	}
	for i, l := range p.lines {
		if p.reason[i] != "" || !l.prose || !containsAny(l.text, " reference to ", " link to ", " citing ", " referring to ") {
			continue
		}
		if m := reportedBy.FindStringSubmatchIndex(l.text); m != nil {
			p.setOutlet(l, m[2:4])
			return
		}
	}
}

func (p *page) setOutlet(l line, at []int) {
	s := strings.TrimRightFunc(l.text[at[0]:at[1]], invisible)
	p.a.Outlet = Fact{Value: strings.Join(strings.Fields(s), " "), Start: l.start + at[0], End: l.start + at[0] + len(s)}
}

// outletOf returns where in a line outside the story the outlet stands, or nil.
func (p *page) outletOf(i int, l line) []int {
	s := l.text
	if m := labelOutlet.FindStringSubmatchIndex(s); m != nil {
		return m[2:4]
	}
	switch p.reason[i] {
	case "copyright":
		if m := copyrightOf.FindStringSubmatchIndex(s); m != nil && isCapitalised(s[m[2]:m[3]]) {
			return m[2:4]
		}
	case "date stamp":
		if name, _, _ := strings.Cut(s, ","); isOutlet(name) {
			return []int{0, len(name)}
		}
	case "author biography":
		return employer(s)
	}
	return nil
}

// employer returns where the outlet stands at which a biography's author works.
func employer(s string) []int {
	m := bioStart.FindStringSubmatchIndex(s)
	if m == nil {
		return nil
	}
	at := atOutlet.FindStringSubmatchIndex(s[m[4]:])
	if at == nil {
		return nil
	}
	return []int{m[4] + at[2], m[4] + at[3]}
}

// outletInRow looks for an outlet among the parts of a byline or a row of labels: a part
// with a word of outlets' names, or one that the text says it is reported by. Without
// an author's name such a word is not enough: "World News" may be a section.
func (p *page) outletInRow(s string) []int {
	rest, byline := 0, false
	if at := p.bylineSpan(s); at != nil {
		rest, byline = at[1], true
	}
	for _, part := range strings.FieldsFunc(s[rest:], func(r rune) bool { return strings.ContainsRune("•|·,›»–—", r) }) {
		part = strings.TrimFunc(part, invisible)
		if part == "" || !isCapitalised(part) {
			continue
		}
		if byline && isOutlet(part) || p.reports(part) {
			at := rest + strings.Index(s[rest:], part)
			return []int{at, at + len(part)}
		}
	}
	return nil
}

// underByline returns where in a line right under a byline the outlet stands, or nil.
func (p *page) underByline(i int) []int {
	if i == 0 || p.reason[i-1] != "byline" && !p.isByline(i-1) && !(p.title >= 0 && i-1 > p.title && p.isAuthorLine(i-1)) {
		return nil
	}
	name, _, _ := strings.Cut(p.lines[i].text, ",")
	if !isOutlet(name) {
		return nil
	}
	return []int{0, len(name)}
}

// masthead returns where in the first line, above the headline, the outlet stands: a
// name with a word of outlets' names, or one that stands again outside the story.
func (p *page) masthead() []int {
	if p.title <= 0 || p.reason[0] != "page furniture" || p.bylineSpan(p.lines[0].text) != nil {
		return nil
	}
	s := p.lines[0].text
	end := strings.IndexAny(s, "•|·—–")
	if end < 0 {
		end = len(s)
	}
	name := strings.TrimRightFunc(s[:end], invisible)
	bare := strings.TrimPrefix(fold(name), "the ")
	if !isCapitalised(name) || bare == "" || notNames[bare] {
		return nil
	}
	again := isOutlet(name)
	for i, l := range p.outside {
		again = again || i > 0 && strings.Contains(fold(l.text), bare)
	}
	if !again {
		return nil
	}
	return []int{0, len(name)}
}

// reports tells whether the text says of a name that it reports.
func (p *page) reports(name string) bool {
	for _, turn := range []string{"reported by " + name, "reports " + name, "writes " + name, name + " reports", name + " correspondent"} {
		if strings.Contains(p.a.Text, turn) {
			return true
		}
	}
	return false
}
