package nlp

// A Doc is an article's text and the layers of analysis laid over it. It owns the
// tokens; everything else points in.
type Doc struct {
	Text      string
	Published string  // the article's date, 2006-01-02 or RFC 3339; "" if unknown: dates resolve against it
	Skip      []Range // parts of Text that are not the story; no sentence crosses their edges
	Tokens    []Token
	Sentences []Span
	Quotes    []Quote
	Names     []Name
	Dates     []Date
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
