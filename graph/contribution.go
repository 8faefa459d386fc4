package graph

// A Contribution is what one article gives to the graph: itself, the records it
// speaks of, and the claims that tie them together. It is fixed by the article
// alone, is stored whole, and is the evidence that every edge points back to.
type Contribution struct {
	Article Article  `cbor:"1,keyasint"`
	Records []Record `cbor:"2,keyasint,omitempty"`
	Claims  []Claim  `cbor:"3,keyasint,omitempty"`
}

// An Article is one published text with the facts its publisher states. What is
// not known is empty; nothing is filled in.
type Article struct {
	Key         string   `cbor:"1,keyasint"`            // identity across runs: record id, URL or path
	Origin      string   `cbor:"2,keyasint,omitempty"`  // absolute path of a path-keyed file: guards against namesakes; not exported
	Source      string   `cbor:"3,keyasint,omitempty"`  // path or URL as given; not exported
	URL         string   `cbor:"4,keyasint,omitempty"`  // canonical URL
	Title       string   `cbor:"5,keyasint,omitempty"`  //
	Outlet      string   `cbor:"6,keyasint,omitempty"`  // publisher's name as stated
	Authors     []string `cbor:"7,keyasint,omitempty"`  //
	Published   string   `cbor:"8,keyasint,omitempty"`  // 2006-01-02 or RFC 3339
	Modified    string   `cbor:"9,keyasint,omitempty"`  // 2006-01-02 or RFC 3339
	Language    string   `cbor:"10,keyasint,omitempty"` // BCP 47
	Extractor   string   `cbor:"11,keyasint,omitempty"` // name and version of what read it; not exported
	Hash        []byte   `cbor:"12,keyasint,omitempty"` // SHA-256 of the input record: text and publisher's facts
	Text        string   `cbor:"-"`                     // stored in a row of its own
	Boilerplate []Region `cbor:"13,keyasint,omitempty"` // parts of Text that yield nothing
}

// A Span is a half-open range of an article's text in Unicode code points.
type Span struct {
	_     struct{} `cbor:",toarray"`
	Start int
	End   int
}

// A Region is a marked part of an article's text.
type Region struct {
	_      struct{} `cbor:",toarray"`
	Start  int
	End    int
	Reason string // "byline", "date stamp"
}

// A Record is what one article says of one thing: all its mentions of a person,
// one statement, one event. Records that are one thing form a cluster, which is a
// node. A record's id is UUIDv5 of (article key, kind, first span).
type Record struct {
	Kind    Kind     `cbor:"1,keyasint"`
	First   Span     `cbor:"2,keyasint"`           // its first span; {0,0} with Field set if it has none
	Field   string   `cbor:"3,keyasint,omitempty"` // "field:outlet" for a record known from a publisher's field alone
	Name    string   `cbor:"4,keyasint"`           // canonical name; an event's label; a statement's text
	Aliases []string `cbor:"5,keyasint,omitempty"` // its other names in this article, sorted
	Bare    bool     `cbor:"6,keyasint,omitempty"` // Name is a surname or first name whose bearer the article does not give
	ISO     string   `cbor:"7,keyasint,omitempty"` // countries: ISO 3166 alpha-2
	Type    string   `cbor:"8,keyasint,omitempty"` // events: PLOVER type; organizations and places: sort ("ministry", "city")
	When    Interval `cbor:"9,keyasint,omitempty"` // statements: when said; events: when it happens
}

// An Interval is a time with its precision, and the words it rests on.
type Interval struct {
	From      string `cbor:"1,keyasint,omitempty" json:"from,omitempty"`      // 2006-01-02, or --01-02 where no year is known
	To        string `cbor:"2,keyasint,omitempty" json:"to,omitempty"`        // inclusive
	Precision string `cbor:"3,keyasint,omitempty" json:"precision,omitempty"` // day, week, month, year …
	Text      string `cbor:"4,keyasint,omitempty" json:"text,omitempty"`      // verbatim; pieces joined by " … "
}

// ArticleRecord stands for the article itself as an end of a claim.
const ArticleRecord = -1

// A Claim is one edge as one passage of one article supports it. Claims with the
// same kind, ends and discriminator are evidence of one edge.
type Claim struct {
	Kind     EdgeKind `cbor:"1,keyasint"`
	From     int      `cbor:"2,keyasint"` // index into Records, or ArticleRecord
	To       int      `cbor:"3,keyasint"`
	Disc     Disc     `cbor:"4,keyasint,omitempty"`
	Evidence Evidence `cbor:"5,keyasint"`
}

// A Disc (discriminator) tells apart edges of one kind between the same two nodes.
type Disc struct {
	Role  string `cbor:"1,keyasint,omitempty"` // TAKES_PART: actor, recipient, mediator, host …
	Title string `cbor:"2,keyasint,omitempty"` // HOLDS_ROLE: "foreign minister"
	From  string `cbor:"3,keyasint,omitempty"` // HOLDS_ROLE: start of the interval, where stated
	To    string `cbor:"4,keyasint,omitempty"` // HOLDS_ROLE: its end
}

// Evidence is the ground of a claim: a span of the article, a publisher's field,
// or a reference table; who found it, and how sure. The fields below Confidence
// belong to the edge kinds they name and are empty elsewhere.
type Evidence struct {
	Span       Span   `cbor:"1,keyasint"`
	More       []Span `cbor:"2,keyasint,omitempty"` // further pieces of a split quotation
	Ref        string `cbor:"3,keyasint,omitempty"` // "field:outlet", "gazetteer/1": then Span is empty
	By         string `cbor:"4,keyasint"`           // rule or model with its version: "quote-inversion/3"
	Confidence int    `cbor:"5,keyasint"`           // per mille

	Mention string    `cbor:"6,keyasint,omitempty"`  // MENTIONS: name, nominal, pronoun, demonym, metonym
	Wording *Wording  `cbor:"7,keyasint,omitempty"`  // REPORTS → Statement
	Status  string    `cbor:"8,keyasint,omitempty"`  // REPORTS → Event: occurred, ongoing, planned, proposed, denied, hypothetical, cancelled; HOLDS_ROLE: former, acting, elect
	When    *Interval `cbor:"9,keyasint,omitempty"`  // REPORTS: when it was said, or happens, as this article has it
	Scope   string    `cbor:"10,keyasint,omitempty"` // CITES: article or passage
	Unnamed string    `cbor:"11,keyasint,omitempty"` // SAID: description of an unnamed speaker ("a White House official")
	Score   int       `cbor:"12,keyasint,omitempty"` // POSSIBLY_SAME, SAME_CLAIM, CONTRADICTS: per mille
	Reasons []string  `cbor:"13,keyasint,omitempty"` // the same: why
}

// A Wording is how one article words a statement.
type Wording struct {
	Kind    string `cbor:"1,keyasint"`           // direct, mixed, indirect
	Mode    string `cbor:"2,keyasint"`           // speech, belief
	Stance  string `cbor:"3,keyasint,omitempty"` // said, claimed, denied …
	Cue     *Span  `cbor:"4,keyasint,omitempty"`
	Speaker *Span  `cbor:"5,keyasint,omitempty"` // surface of the speaker
	Unnamed string `cbor:"6,keyasint,omitempty"` // words for a speaker without a name
	Via     *int   `cbor:"7,keyasint,omitempty"` // record of the entity it reached the article through
}
