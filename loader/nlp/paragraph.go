package nlp

import (
	"strings"
	"unicode/utf8"
)

// Paragraphs finds the paragraphs of a Doc. Each line is one, unless the text is
// hard-wrapped: then a line that had no room for the next line's first word goes on
// there. The edges of Doc.Skip end paragraphs too.
var Paragraphs = Annotator{Name: "paragraphs", Adds: []Layer{ParagraphLayer}, Run: func(d *Doc) error {
	d.Paragraphs = appendParagraphs(d.Paragraphs[:0], d)
	return nil
}}

func appendParagraphs(paragraphs []Range, d *Doc) []Range {
	start := 0
	for _, skip := range d.Skip {
		paragraphs = appendBlocks(paragraphs, d.Text, Range{start, skip.Start})
		paragraphs = appendBlocks(paragraphs, d.Text, skip)
		start = skip.End
	}
	return appendBlocks(paragraphs, d.Text, Range{start, len(d.Text)})
}

// appendBlocks appends the paragraphs of the text within r.
func appendBlocks(paragraphs []Range, text string, r Range) []Range {
	first := len(paragraphs)
	for r.Start < r.End {
		line, next := cutLine(text, r)
		if line = trimBlank(text, line); line.Start < line.End {
			paragraphs = append(paragraphs, line)
		}
		r.Start = next
	}
	lines := paragraphs[first:]
	if width := wrapWidth(text, lines); width > 0 {
		lines = joinWrapped(text, lines, width)
	}
	return paragraphs[:first+len(lines)]
}

// cutLine returns the first line of r and where the next one starts.
func cutLine(text string, r Range) (line Range, next int) {
	for i := r.Start; i < r.End; i++ {
		if size := lineEnd(text[i:r.End]); size > 0 {
			return Range{r.Start, i}, i + size
		}
	}
	return r, r.End
}

// lineEnd returns the length of the line break that s starts with, or 0.
func lineEnd(s string) int {
	switch s[0] {
	case '\r':
		if strings.HasPrefix(s, "\r\n") {
			return 2
		}
		return 1
	case '\n', '\v', '\f':
		return 1
	case 0xc2:
		if strings.HasPrefix(s, "\u0085") {
			return 2
		}
	case 0xe2:
		if strings.HasPrefix(s, "\u2028") || strings.HasPrefix(s, "\u2029") {
			return 3
		}
	}
	return 0
}

// trimBlank returns r without the blanks around it.
func trimBlank(text string, r Range) Range {
	for r.Start < r.End {
		c, size := classAt(text, r.Start)
		if c != blank {
			break
		}
		r.Start += size
	}
	for r.Start < r.End {
		c, size := classBefore(text, r.End)
		if c != blank {
			break
		}
		r.End -= size
	}
	return r
}

// Lines are taken for wrapped ones only between these widths, in characters.
const (
	minWrap = 40
	maxWrap = 110
)

// wrapWidth returns the width at which the lines are hard-wrapped, or 0 if they are
// not: the widest line's, if most lines that another follows at once had no room
// for its first word.
func wrapWidth(text string, lines []Range) int {
	width := 0
	for _, line := range lines {
		if line.End-line.Start > maxWrap*utf8.UTFMax {
			return 0
		}
		width = max(width, widthOf(text, line))
	}
	if width < minWrap || width > maxWrap {
		return 0
	}
	pairs, full := 0, 0
	for i := 1; i < len(lines); i++ {
		if isNextLine(text, lines[i-1], lines[i]) {
			pairs++
			if isFull(text, lines[i-1], lines[i], width) {
				full++
			}
		}
	}
	if pairs < 2 || full*4 < pairs*3 {
		return 0
	}
	return width
}

func widthOf(text string, line Range) int { return utf8.RuneCountInString(text[line.Start:line.End]) }

// isNextLine reports whether next follows line without an empty line between.
func isNextLine(text string, line, next Range) bool {
	gap := text[line.End:next.Start]
	breaks := 0
	for len(gap) > 0 {
		size := lineEnd(gap)
		if size > 0 {
			breaks++
		}
		gap = gap[max(size, 1):]
	}
	return breaks == 1
}

// isFull reports whether the first word of next would not have fitted on line.
func isFull(text string, line, next Range, width int) bool {
	word := text[next.Start:next.End]
	if n := strings.IndexByte(word, ' '); n >= 0 {
		word = word[:n]
	}
	return widthOf(text, line)+1+utf8.RuneCountInString(word) > width
}

// joinWrapped joins, in place, the lines that go on in the next one.
func joinWrapped(text string, lines []Range, width int) []Range {
	paragraphs := lines[:1]
	last := lines[0]
	for _, line := range lines[1:] {
		if isNextLine(text, last, line) && isFull(text, last, line, width) {
			paragraphs[len(paragraphs)-1].End = line.End
		} else {
			paragraphs = append(paragraphs, line)
		}
		last = line
	}
	return paragraphs
}
