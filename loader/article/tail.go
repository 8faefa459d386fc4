package article

import (
	"regexp"
	"slices"
	"strings"
)

// findTail sets the first line after the story. It walks from the end as long as lines
// are short, or sentences about the page and not of the story.
func (p *page) findTail() {
	p.tail = len(p.lines)
	if p.first == len(p.lines) {
		return
	}
	for p.tail > p.first+1 && p.tail > len(p.lines)-maxTail {
		n := p.isAfter(p.tail - 1)
		if n == 0 {
			p.keepList()
			return
		}
		p.tail -= n
	}
}

// maxTail is how many lines after a story are looked at. A longer list is hostile, or
// not an article.
const maxTail = 300

// isAfter tells how many lines that end with line i stand after the story: 0 if line i
// belongs to it.
func (p *page) isAfter(i int) int {
	l := p.lines[i]
	switch {
	case p.reason[i] != "" || p.isByline(i) || p.isAfterword(i):
		return 1
	case (l.words <= maxTag || p.isRow(i)) && !endsSentence(l.text) && !quoted(l.text) && !hasVerb(l.text):
		return 1
	case p.isTeaser(i):
		return 2
	case p.underRelated(i):
		return 1
	}
	if head := p.biographyAbove(i); head > p.first {
		return i - head + 1
	}
	return 0
}

// maxTag is how many words a tag or a line of page furniture has at most.
const maxTag = 6

// isRow tells whether line i is a row of labels: "Topics Ports · Ferries · Reuse this content".
func (p *page) isRow(i int) bool {
	l := p.lines[i]
	return !l.prose && len(parts(l.text)) > 2
}

// keepList gives back to the story a list that its last paragraph announces, "The
// members are:".
func (p *page) keepList() {
	if !strings.HasSuffix(p.lines[p.tail-1].text, ":") {
		return
	}
	for p.tail < len(p.lines) && p.reason[p.tail] == "" && !p.lines[p.tail].gap {
		p.tail++
	}
}

// isTeaser tells whether line i is the beginning of another story below its headline:
// it breaks off in the middle, and the page goes on after it.
func (p *page) isTeaser(i int) bool {
	l, head := p.lines[i], p.lines[i-1]
	cut := !endsSentence(l.text) || strings.HasSuffix(l.text, "…") || strings.HasSuffix(l.text, "...")
	return cut && l.words >= minTeaser && i < len(p.lines)-1 && i-1 > p.first &&
		head.words >= minTeaserTitle && head.words <= maxTeaserTitle && !endsSentence(head.text)
}

const (
	minTeaser      = 15 // words of the beginning of a story
	minTeaserTitle = 5  // words of a headline: fewer are a heading within the story
	maxTeaserTitle = 30
)

// underRelated tells whether line i is a headline in a list of other stories: a label
// such as "Related stories" stands above it and nothing but headlines between.
func (p *page) underRelated(i int) bool {
	for end := i - maxRelated; i > p.first && i > end; i-- {
		if p.reason[i] == "related stories" {
			return true
		}
		if l := p.lines[i]; l.words > maxTeaserTitle || strings.HasSuffix(l.text, ".") {
			return false
		}
	}
	return false
}

// maxRelated is how many other stories may stand under one label.
const maxRelated = 30

// isAfterword tells whether a paragraph speaks of the page, its author or its reader.
func (p *page) isAfterword(i int) bool {
	return p.afterwordReason(i) != ""
}

func (p *page) afterwordReason(i int) string {
	l := p.lines[i]
	if p.isBiography(i) {
		return "author biography"
	}
	if l.words > maxDisclaimer {
		return ""
	}
	low := strings.ToLower(l.text)
	if !quoted(l.text) {
		for _, d := range disclaimers {
			if strings.Contains(low, d) {
				return "disclaimer"
			}
		}
	}
	if begins(l.text, invitations) || begins(l.text, prompts) {
		return "subscription prompt"
	}
	return ""
}

// begins tells whether a line, perhaps after a label in capitals, begins with one of a
// list: "Sign up for …", "HOW TO HELP: Donate to …".
func begins(s string, list []string) bool {
	if label, rest, ok := strings.Cut(s, ": "); ok && label == strings.ToUpper(label) {
		s = rest
	}
	s = strings.ToLower(strings.TrimLeft(s, "-–—•*»> "))
	return slices.ContainsFunc(list, func(start string) bool { return strings.HasPrefix(s, start) })
}

// maxInvitation is how many words an invitation has at most that stands within a story.
const maxInvitation = 20

// maxDisclaimer is how many words a paragraph about the page has at most.
const maxDisclaimer = 60

var (
	aboutAuthor = regexp.MustCompile(`(?i)^\W*about (?:the )?(?:author|writer|reporter)s?\b[.:\s—–-]*`)
	bioStart    = regexp.MustCompile(`^((?:\p{Lu}[\p{L}'’.-]*\s+)(?:(?:[\p{L}'’.-]+)\s+){0,2}\p{Lu}[\p{L}'’-]+),?\s+(?:is|was|has been|works|covers|writes|reports|joined|contributes)\s+(.*)$`)
)

// isBiography tells whether a paragraph introduces an author. The author's name begins
// it, an office of the press follows, and the story itself never has the name: whom it
// speaks of is no author of it.
func (p *page) isBiography(i int) bool {
	l := p.lines[i]
	if aboutAuthor.MatchString(l.text) {
		return true
	}
	name, rest := biography(l.text)
	if name == "" || p.inStory(name, i) {
		return false
	}
	if p.standsAlone(name) {
		return true
	}
	return hasPressRole(rest)
}

func biography(s string) (name, rest string) {
	m := bioStart.FindStringSubmatch(s)
	if m == nil || !isName(strings.TrimRight(m[1], ",")) {
		return "", ""
	}
	return strings.TrimRight(m[1], ","), m[2]
}

// hasPressRole looks at the first words of what is said of a person.
func hasPressRole(rest string) bool {
	for n, w := range strings.Fields(rest) {
		if n == 8 {
			break
		}
		if pressRoles[strings.ToLower(strings.Trim(w, ",.;:"))] {
			return true
		}
	}
	return false
}

// inStory tells whether a paragraph above line i has the name.
func (p *page) inStory(name string, i int) bool {
	for j, l := range p.lines[:i] {
		if l.prose && p.reason[j] == "" && strings.Contains(l.text, name) {
			return true
		}
	}
	return false
}

// standsAlone tells whether a line is the name and nothing more, "By" put aside.
func (p *page) standsAlone(name string) bool {
	for _, l := range p.lines {
		if l.text == name || l.words <= 6 && strings.HasPrefix(l.text, "By "+name) {
			return true
		}
	}
	return false
}

// biographyAbove returns the line that begins the biography of which paragraph i is a
// further part, or 0. There are few such parts, and none has a quotation.
func (p *page) biographyAbove(i int) int {
	for back := 0; back <= maxBiography && i > p.first; back, i = back+1, i-1 {
		if p.isBiography(i) {
			return i
		}
		if quoted(p.lines[i].text) {
			return 0
		}
	}
	return 0
}

// maxBiography is how many paragraphs may follow the first of a biography.
const maxBiography = 2

// markTail gives each line after the story its reason.
func (p *page) markTail() {
	biography := false
	for i := p.tail; i < len(p.lines); i++ {
		if p.reason[i] != "" {
			biography = false
			continue
		}
		l := p.lines[i]
		switch reason := p.afterwordReason(i); {
		case reason != "":
			p.reason[i] = reason
		case p.isByline(i):
			p.reason[i] = "byline"
		case i == p.tail && p.isAuthorLine(i) || p.namesBiography(i):
			p.reason[i] = "byline"
		case p.isRow(i):
			p.reason[i] = "tag list"
		case l.words <= maxTag:
			p.reason[i] = p.furnitureReason(i)
		case biography:
			p.reason[i] = "author biography"
		default:
			p.reason[i] = "related stories"
		}
		biography = p.reason[i] == "author biography"
	}
}

// minTags is how many short lines in a row are a list of tags.
const minTags = 3

// furnitureReason tells tags, which come in rows, from other short lines.
func (p *page) furnitureReason(i int) string {
	run := 0
	for _, step := range []int{-1, 1} {
		for j := i + step; run < minTags && j >= p.tail && j < len(p.lines) && p.lines[j].words <= maxTag &&
			(p.reason[j] == "" || p.reason[j] == "tag list"); j += step {
			run++
		}
	}
	if run >= minTags-1 {
		return "tag list"
	}
	return "page furniture"
}

// maxBetween is how many lines may stand between an author's name and biography, the
// biography included: an office, a placeholder of a picture.
const maxBetween = 5

// namesBiography tells whether line i is the name of one whose biography follows.
func (p *page) namesBiography(i int) bool {
	l := p.lines[i]
	if !isName(l.text) {
		return false
	}
	for _, next := range p.lines[i+1 : min(i+1+maxBetween, len(p.lines))] {
		if name, _ := biography(next.text); name == l.text {
			return true
		}
	}
	return false
}

// isAuthorLine tells whether line i is a name alone of which the story has no word: the
// words of "Harbour Bridge Reopens", which has the same shape, come again below it.
func (p *page) isAuthorLine(i int) bool {
	if !isName(p.lines[i].text) {
		return false
	}
	words := strings.Fields(strings.ToLower(p.lines[i].text))
	for _, l := range p.lines {
		if !l.prose {
			continue
		}
		low := strings.ToLower(l.text)
		for _, w := range words {
			if len(w) > 3 && strings.Contains(low, w) && !strings.HasPrefix(l.text, p.lines[i].text) {
				return false
			}
		}
	}
	return true
}
