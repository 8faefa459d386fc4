package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A line is a line of an article's text that is not blank, without the space around it.
type line struct {
	start, end int // byte offsets into the text
	text       string
	words      int
	prose      bool // reads as sentences, and not as a label, a headline or a list item
	gap        bool // a blank line stands before it
}

// splitLines cuts a text into its lines. Blank ones leave a gap.
func splitLines(text string) []line {
	lines := make([]line, 0, 1+strings.Count(text, "\n"))
	gap := false
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.IndexAny(text[start:], "\r\n"); i >= 0 {
			end = start + i
		}
		next := min(end+1, len(text))
		if strings.HasPrefix(text[end:], "\r\n") {
			next = end + 2
		}
		if l := newLine(text, start, end); l.text != "" {
			l.gap, gap = gap, false
			lines = append(lines, l)
		} else {
			gap = true
		}
		start = next
	}
	return lines
}

func newLine(text string, start, end int) line {
	s := strings.TrimRightFunc(text[start:end], invisible)
	end = start + len(s)
	s = strings.TrimLeftFunc(s, invisible)
	l := line{start: end - len(s), end: end, text: s, words: countWords(s)}
	l.prose = l.words >= minProse && endsSentence(s) || l.words >= longLine
	return l
}

func invisible(r rune) bool { return !visible(r) }

const (
	minProse = 5  // words of the shortest line that may be a sentence of a story
	longLine = 25 // words that no headline or label has, whatever stands at their end
)

// countWords counts what holds a letter or digit between blanks.
func countWords(s string) int {
	n, in := 0, false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			in = false
		case !in && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			in = true
			n++
		}
	}
	return n
}

// endsSentence tells whether s ends as a sentence does, closing marks put aside.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, closers)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;。！？।؟۔", r)
}

// closers are marks that may follow the end of a sentence.
const closers = "\"'”’»“‘)]"

// quoted tells whether s holds a quotation mark, so that someone may be speaking.
func quoted(s string) bool { return strings.ContainsAny(s, "\"“”„«»") }

// fold brings two prints of one headline together: case, space and marks at the ends.
func fold(s string) string {
	s = strings.Join(strings.FieldsFunc(s, invisible), " ")
	return strings.ToLower(strings.TrimFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}))
}

// isName tells whether s has the shape of a person's full name: two to four words, each
// capitalised, with particles and initials between, and none a word of page furniture.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 || len(s) > 60 {
		return false
	}
	for i, w := range words {
		if i > 0 && i < len(words)-1 && particles[w] {
			continue
		}
		if !isNamePart(w) || notNames[strings.ToLower(strings.Trim(w, "."))] {
			return false
		}
	}
	return true
}

// isNamePart tells whether w is a capitalised word, "O'Neill-Adeyemi", or an initial.
func isNamePart(w string) bool {
	lower := false
	for i, r := range w {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return false
		case unicode.IsLower(r):
			lower = true
		case unicode.IsLetter(r), strings.ContainsRune("-'’", r):
		case r == '.' && i == len(w)-1 && len(w) <= 4:
			return true
		default:
			return false
		}
	}
	return lower || utf8.RuneCountInString(w) >= 2
}

// isCapitalised tells whether every word of s begins with a capital or is "of", "and".
func isCapitalised(s string) bool {
	for _, w := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && w != "of" && w != "and" && w != "&" {
			return false
		}
	}
	return s != ""
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}
