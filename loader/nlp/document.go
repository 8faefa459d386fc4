package nlp

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// A Doc is an article's text and the layers of analysis laid over it. It owns the
// tokens; everything else points in. A Doc serves one goroutine; Reset readies it for
// another text.
type Doc struct {
	Text       string
	Published  string  // the article's date, 2006-01-02 or RFC 3339; "" if unknown: dates resolve against it
	Skip       []Range // parts of Text that are not the story; no sentence crosses their edges
	Paragraphs []Range // in order, without the blanks around them; no sentence crosses their edges
	Tokens     []Token
	Sentences  []Span
	Quotes     []Quote // by start, an outer one before those inside it
	Names      []Name
	Dates      []Date

	points  pointIndex
	scratch []byte
	strings map[string]string // forms made by annotators, kept over Reset
}

// A Range is a half-open range of bytes of a Doc's text.
type Range struct{ Start, End int }

// A Span is a half-open range of tokens of one Doc. It is a view and costs nothing to copy.
type Span struct{ Start, End int }

// A Token is one word or mark: its byte offsets in the text, tag, lemma, head and
// relation. Layers that have not run leave their fields zero.
type Token struct {
	Start, End int
	Lemma      string
	XPOS       Tag   // Penn Treebank tag
	UPOS       UPOS  // Universal Dependencies part of speech
	Head       int32 // index of the head in Doc.Tokens; its own index for a root
	Rel        Rel   // Universal Dependencies relation to the head
}

// A NameType is the type of a name.
type NameType uint8

// The name types.
const (
	PersonName NameType = iota + 1
	PlaceName           // countries included
	OrganizationName
	OtherName
	Demonym // "Chadian", "the French"
)

// A Name is a span of tokens that names something.
type Name struct {
	Span
	Type NameType
}

// A Quote is a quoted region: from its opening mark to its closing one, in bytes.
// Inner excludes the marks. A quotation of several paragraphs that is opened again
// in each and closed once is a Quote a paragraph, each Continues but the first.
type Quote struct {
	Range
	Inner     Range
	Depth     int  // 0 for an outermost quotation
	Continues bool // carries on the Quote before it
	Open      bool // no closing mark was found; it ends with its paragraph
}

// A Date is an expression of time and its value.
type Date struct {
	Span
	Kind      DateKind
	From, To  string // 2006-01-02, inclusive; "--01-02" where no year is known; "" where open
	Precision string // day, week, month, quarter, year, decade …
	Bound     Bound  // what the preposition before it makes of the interval
	Count     int    // of a duration: how many of its units, 0 if that is not said
}

// A DateKind tells calendar times from other expressions of time.
type DateKind uint8

// The kinds of date expressions.
const (
	CalendarDate DateKind = iota + 1 // "Thursday", "Aug. 7", "in late 2022"
	Duration                         // "three hours"
	DateSet                          // "every Monday"
	Age                              // "a 54-year-old"
)

// Reset readies d for another text and its date of publication, "" if unknown. Memory
// of the layers is kept: spans, names and tokens of the text before are no longer valid.
func (d *Doc) Reset(text, published string) {
	d.Text, d.Published = text, published
	d.Skip = d.Skip[:0]
	d.Paragraphs = d.Paragraphs[:0]
	d.Tokens = d.Tokens[:0]
	d.Sentences = d.Sentences[:0]
	d.Quotes = d.Quotes[:0]
	d.Names = d.Names[:0]
	d.Dates = d.Dates[:0]
	d.points.reset()
	if len(d.strings) > maxStrings {
		clear(d.strings)
	}
}

// maxStrings bounds the forms that a Doc keeps from text to text.
const maxStrings = 1 << 16

// Word returns the text of token i.
func (d *Doc) Word(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Bytes returns the range of the text from the first token of s to its last.
func (d *Doc) Bytes(s Span) Range {
	if s.Start >= s.End {
		return Range{}
	}
	return Range{d.Tokens[s.Start].Start, d.Tokens[s.End-1].End}
}

// SpanText returns the text from the first token of s to its last.
func (d *Doc) SpanText(s Span) string {
	r := d.Bytes(s)
	return d.Text[r.Start:r.End]
}

// SentenceOf returns the index of the sentence that holds token i, or -1.
func (d *Doc) SentenceOf(i int) int {
	n := sort.Search(len(d.Sentences), func(s int) bool { return d.Sentences[s].End > i })
	if n == len(d.Sentences) || d.Sentences[n].Start > i {
		return -1
	}
	return n
}

// TokenAt returns the index of the first token that ends after the byte offset, which
// is the token there or the next one; len(d.Tokens) if there is none.
func (d *Doc) TokenAt(offset int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > offset })
}

// SpanOf returns the tokens that lie within the range of bytes.
func (d *Doc) SpanOf(r Range) Span {
	return Span{d.TokenAt(r.Start), sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > r.End })}
}

// CodePoint returns the offset in Unicode code points of a byte offset of the text.
// An invalid byte counts as one code point.
func (d *Doc) CodePoint(offset int) int { return d.points.codePoint(d.Text, offset) }

// Byte returns the byte offset of an offset in Unicode code points.
func (d *Doc) Byte(point int) int { return d.points.byte(d.Text, point) }

// intern returns the string of b. It allocates only for forms that d has not seen.
func (d *Doc) intern(b []byte) string {
	if s, ok := d.strings[string(b)]; ok {
		return s
	}
	if d.strings == nil {
		d.strings = make(map[string]string)
	}
	s := string(b)
	d.strings[s] = s
	return s
}

// lowered returns s in lower case. It allocates only for forms that d has not seen.
func (d *Doc) lowered(s string) string {
	b := d.scratch[:0]
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return strings.ToLower(s)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	d.scratch = b
	if string(b) == s {
		return s
	}
	return d.intern(b)
}

// A pointIndex maps byte offsets to code points: the code points before each stride of
// bytes, counted when first asked for. An ASCII text needs no table.
type pointIndex struct {
	counts []int
	ready  bool
	ascii  bool
}

// pointStride is the bytes between two counts: a lookup scans at most so many.
const pointStride = 256

func (p *pointIndex) reset() { p.counts, p.ready = p.counts[:0], false }

func (p *pointIndex) build(text string) {
	p.ready, p.ascii = true, true
	points := 0
	for i := 0; i < len(text); i += pointStride {
		p.counts = append(p.counts, points)
		end := min(i+pointStride, len(text))
		n := startsIn(text, i, end)
		if n != end-i {
			p.ascii = false
		}
		points += n
	}
	p.counts = append(p.counts, points)
}

// startsIn counts the code points that start in text[from:to].
func startsIn(text string, from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if startsPoint(text, i) {
			n++
		}
	}
	return n
}

// startsPoint reports whether a code point starts at byte i: any byte that is not
// inside a valid encoding.
func startsPoint(text string, i int) bool {
	if utf8.RuneStart(text[i]) {
		return true
	}
	for back := 1; back < utf8.UTFMax && back <= i; back++ {
		if c := text[i-back]; utf8.RuneStart(c) {
			_, size := utf8.DecodeRuneInString(text[i-back:])
			return size <= back
		}
	}
	return true
}

func (p *pointIndex) codePoint(text string, offset int) int {
	if !p.ready {
		p.build(text)
	}
	if p.ascii {
		return offset
	}
	stride := offset / pointStride
	return p.counts[stride] + startsIn(text, stride*pointStride, offset)
}

func (p *pointIndex) byte(text string, point int) int {
	if !p.ready {
		p.build(text)
	}
	if p.ascii {
		return point
	}
	stride := sort.SearchInts(p.counts, point+1) - 1
	points := p.counts[stride]
	for i := stride * pointStride; i < len(text); i++ {
		if startsPoint(text, i) {
			if points == point {
				return i
			}
			points++
		}
	}
	return len(text)
}
