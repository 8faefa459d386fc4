package nlp

import (
	"strings"
	"unicode/utf8"
)

// Quotes finds the quoted regions of a Doc: which mark opens what, and where it closes.
// A region never crosses a paragraph. An apostrophe is no mark; a mark without its other
// half opens a region that is Open, or, if it could only have closed one, is ignored.
var Quotes = Annotator{
	Name: "quotes", Needs: []Layer{ParagraphLayer}, Adds: []Layer{QuoteLayer},
	Run: func(d *Doc) error {
		q := quoter{Doc: d}
		d.Quotes = d.Quotes[:0]
		for _, p := range d.Paragraphs {
			q.paragraph(p)
		}
		q.setDepths()
		return nil
	},
}

// A family is a set of marks that open and close one another. Writers mix those of one
// family: “ with ", „ with “.
type family uint8

const (
	noFamily        family = iota
	doubleQuote            // " “ ” „ `` ''
	singleQuote            // ' ‘ ’ ‚ `
	guillemet              // « »
	singleGuillemet        // ‹ ›
	corner                 // 「 」
	whiteCorner            // 『 』
	numFamilies
)

// A side says what a mark is by its shape alone.
type side uint8

const (
	either side = iota
	opens
	closes
)

// A quoteMark is one mark where it stands.
type quoteMark struct {
	Range
	family
	side
	left  bool // nothing that a mark could close stands before it
	right bool // nothing that a mark could open stands after it
}

// A quoter finds the quotations of one Doc.
type quoter struct {
	*Doc
	p         Range            // the paragraph
	first     int              // its first Quote
	stack     []int            // Quotes not yet closed, as indexes
	families  []family         // of the Quotes from first on
	open      [numFamilies]int // how many of each are on the stack
	closers   [numFamilies]int // marks still to come that look like closing ones
	openers   [numFamilies]int // and those that look like opening ones
	unclosed  family           // of the outermost Quote that the paragraph before left open
	dropsUsed bool             // some Quote of the paragraph was found to be none
}

// paragraph appends the quotations of a paragraph.
func (q *quoter) paragraph(p Range) {
	q.p, q.first = p, len(q.Quotes)
	q.stack, q.families = q.stack[:0], q.families[:0]
	q.open, q.closers, q.openers = [numFamilies]int{}, [numFamilies]int{}, [numFamilies]int{}
	q.dropsUsed = false
	for i := p.Start; i < p.End; {
		m, size := q.markAt(i)
		if m.family != noFamily {
			q.closers[m.family] += count(m.looksClosing())
			q.openers[m.family] += count(m.looksOpening())
		}
		i += size
	}
	for i := p.Start; i < p.End; {
		m, size := q.markAt(i)
		if m.family != noFamily {
			q.closers[m.family] -= count(m.looksClosing())
			q.openers[m.family] -= count(m.looksOpening())
			q.mark(m)
		}
		i += size
	}
	q.endParagraph()
}

// looksClosing reports whether the mark may close a quotation.
func (m quoteMark) looksClosing() bool {
	return m.side == closes && !m.left || m.side != opens && !m.left && m.right
}

// looksOpening reports whether the mark may open a quotation.
func (m quoteMark) looksOpening() bool {
	return m.left && !m.right || m.side == opens && m.left == m.right
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// markAt returns the quotation mark at byte i, and the bytes to the next character. A
// mark inside a word is none.
func (q *quoter) markAt(i int) (quoteMark, int) {
	c := q.Text[i]
	if c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' {
		return quoteMark{}, 1
	}
	f, s, size := markShape(q.Text[i:q.p.End])
	if f == noFamily {
		return quoteMark{}, size
	}
	m := quoteMark{Range: Range{i, i + size}, family: f, side: s}
	m.left = q.isLeftEdge(i)
	m.right = q.isRightEdge(i + size)
	if f == singleQuote && q.isApostrophe(m) {
		return quoteMark{}, size
	}
	return m, size
}

// markShape returns the family, the side and the length of the mark that s starts with.
func markShape(s string) (family, side, int) {
	switch s[0] {
	case '"':
		return doubleQuote, either, 1
	case '\'':
		if strings.HasPrefix(s, "''") {
			return doubleQuote, closes, 2
		}
		return singleQuote, either, 1
	case '`':
		if strings.HasPrefix(s, "``") {
			return doubleQuote, opens, 2
		}
		return singleQuote, opens, 1
	}
	r, size := utf8.DecodeRuneInString(s)
	m := wideMarks(r)
	return m.family, m.side, size
}

type markKind struct {
	family
	side
}

func wideMarks(r rune) markKind {
	switch r {
	case '“', '„', '‟', '〝', '＂':
		return markKind{doubleQuote, opens}
	case '”', '〞', '〟':
		return markKind{doubleQuote, closes}
	case '‘', '‚', '‛':
		return markKind{singleQuote, opens}
	case '’':
		return markKind{singleQuote, closes}
	case '«':
		return markKind{guillemet, opens}
	case '»':
		return markKind{guillemet, closes}
	case '‹':
		return markKind{singleGuillemet, opens}
	case '›':
		return markKind{singleGuillemet, closes}
	case '「':
		return markKind{corner, opens}
	case '」':
		return markKind{corner, closes}
	case '『':
		return markKind{whiteCorner, opens}
	case '』':
		return markKind{whiteCorner, closes}
	}
	return markKind{}
}

// isLeftEdge reports whether nothing stands before byte i that a mark could close:
// a blank, an opening bracket or mark, a dash, or the paragraph's start, straight marks
// between left out.
func (q *quoter) isLeftEdge(i int) bool {
	for n := 0; n < maxMarks && i > q.p.Start && (q.Text[i-1] == '\'' || q.Text[i-1] == '"'); n++ {
		i--
	}
	if i == q.p.Start {
		return true
	}
	if c, _ := classBefore(q.Text, i); c != mark {
		return c == blank
	}
	r, _ := utf8.DecodeLastRuneInString(q.Text[:i])
	return strings.ContainsRune("([{<-–—―/=“‘„‚«‹「『`", r)
}

// isRightEdge reports whether nothing stands from byte i on that a mark could open,
// straight marks between left out.
func (q *quoter) isRightEdge(i int) bool {
	for n := 0; n < maxMarks && i < q.p.End && (q.Text[i] == '\'' || q.Text[i] == '"'); n++ {
		i++
	}
	if i == q.p.End {
		return true
	}
	if c, _ := classAt(q.Text, i); c != mark {
		return c == blank
	}
	r, _ := utf8.DecodeRuneInString(q.Text[i:])
	return strings.ContainsRune(".,;:!?)]}>-–—―/…”’»›」』", r)
}

// maxMarks bounds the straight marks that stand together.
const maxMarks = 4

// isApostrophe reports whether the single mark belongs to a word: "don't", "'em", "the
// '90s", "the players' union".
func (q *quoter) isApostrophe(m quoteMark) bool {
	switch {
	case !m.left && !m.right:
		return true
	case m.left && m.right:
		return m.side == either || m.side == closes
	case m.left:
		end := m.End
		for end < q.p.End {
			c, size := classAt(q.Text, end)
			if c < letter {
				break
			}
			end += size
			if end-m.End > longestListed {
				return false
			}
		}
		return isElision(q.Text[m.End:end]) || lookup(archaic, q.Text[m.End:end])
	}
	return false
}

// archaic are words with a lost first syllable that stand at the start of a sentence.
var archaic = wordSet("tis twas twere twill")

// mark takes one mark: it opens or closes a quotation, or is ignored.
func (q *quoter) mark(m quoteMark) {
	switch {
	case m.left && !m.right:
		q.openAt(m)
	case m.right && !m.left:
		q.closeAt(m)
	case m.side == opens:
		q.openAt(m)
	case m.side == closes || q.open[m.family] > 0:
		q.closeAt(m)
	case m.left:
		q.openAt(m)
	}
}

// openAt opens a quotation. If fewer closing marks are to come than it takes for one of the
// same family that is open already, for this and for those to come, the writer forgot to
// close that one: it ends here.
func (q *quoter) openAt(m quoteMark) {
	if m.family == singleQuote && q.closers[singleQuote] == 0 {
		return
	}
	if n := q.open[m.family]; n > 0 && q.closers[m.family] < n+1+q.openers[m.family] {
		q.pop(m.family, Range{m.Start, m.Start}, true)
	}
	q.stack = append(q.stack, len(q.Quotes))
	q.families = append(q.families, m.family)
	q.open[m.family]++
	quote := Quote{Range: m.Range, Inner: Range{m.End, m.End}}
	quote.Continues = len(q.Quotes) == q.first && m.Start == q.p.Start && q.unclosed == m.family
	q.Quotes = append(q.Quotes, quote)
}

// closeAt closes the innermost quotation of the mark's family.
func (q *quoter) closeAt(m quoteMark) {
	switch {
	case q.open[m.family] > 0:
		if m.family == singleQuote && q.isPossessive(m) {
			return
		}
		q.pop(m.family, m.Range, false)
	case q.unclosed == m.family && len(q.Quotes) == q.first && m.family != singleQuote:
		q.unclosed = noFamily
		q.families = append(q.families, m.family)
		q.Quotes = append(q.Quotes, Quote{
			Range: Range{q.p.Start, m.End}, Inner: Range{q.p.Start, m.Start}, Continues: true,
		})
	}
}

// isPossessive reports whether the mark after an s is more likely a plural's apostrophe
// than the closing mark, for which another one is to come: 'the players' union'.
func (q *quoter) isPossessive(m quoteMark) bool {
	if q.closers[singleQuote] == 0 || q.Text[m.Start-1]|0x20 != 's' || m.End+1 >= q.p.End {
		return false
	}
	return q.Text[m.End] == ' ' && isLower(q.Text, m.End+1)
}

// pop ends the innermost quotation of the family at the closing mark, and those inside
// it that were never closed.
func (q *quoter) pop(f family, mark Range, unclosed bool) {
	for {
		top := q.stack[len(q.stack)-1]
		q.stack = q.stack[:len(q.stack)-1]
		found := q.families[top-q.first]
		q.open[found]--
		if found == f {
			quote := &q.Quotes[top]
			quote.End, quote.Inner.End, quote.Open = mark.End, mark.Start, unclosed
			return
		}
		q.endOpen(top, mark.Start)
	}
}

// endOpen ends a quotation that was never closed. A single mark without its other half
// was an apostrophe.
func (q *quoter) endOpen(i, end int) {
	quote := &q.Quotes[i]
	quote.End, quote.Inner.End, quote.Open = end, end, true
	if q.families[i-q.first] == singleQuote {
		quote.End = -1
		q.dropsUsed = true
	}
}

// endParagraph ends what is still open, and remembers the outermost: the next paragraph
// may carry it on.
func (q *quoter) endParagraph() {
	q.unclosed = noFamily
	for i, open := range q.stack {
		if i == 0 {
			q.unclosed = q.families[open-q.first]
		}
		q.endOpen(open, q.p.End)
	}
	if !q.dropsUsed {
		return
	}
	kept := q.Quotes[:q.first]
	for _, quote := range q.Quotes[q.first:] {
		if quote.End >= 0 {
			kept = append(kept, quote)
		}
	}
	q.Quotes = kept
}

// setDepths counts, for each of the quotations in order of their start, those around it.
func (q *quoter) setDepths() {
	around := q.stack[:0]
	for i := range q.Quotes {
		for len(around) > 0 && q.Quotes[around[len(around)-1]].End <= q.Quotes[i].Start {
			around = around[:len(around)-1]
		}
		q.Quotes[i].Depth = len(around)
		around = append(around, i)
	}
}
