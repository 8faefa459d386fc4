package extract

// A Document is what extract found in one article: the entities its mentions refer
// to, the statements it reports, the events and the relations. Its JSON form is the
// stable interchange format of `newsgraph extract`; offsets are Unicode code points
// into Article.Text, half open. Ids are local to the document.
type Document struct {
	Article    Article     `json:"article"`
	Entities   []Entity    `json:"entities"`
	Statements []Statement `json:"statements"`
	Events     []Event     `json:"events"`
	Relations  []Relation  `json:"relations"`
}

// An Article is the text that was read and the facts its publisher states.
type Article struct {
	Key         string            `json:"key"`
	Source      string            `json:"source"`
	URL         *string           `json:"url"`
	Title       *string           `json:"title"`
	Outlet      *string           `json:"outlet"`
	Authors     []string          `json:"authors"`
	Published   *string           `json:"published"` // 2006-01-02 or RFC 3339
	Modified    *string           `json:"modified"`
	Language    *string           `json:"language"`
	Text        string            `json:"text"`
	Boilerplate []Region          `json:"boilerplate"`
	Basis       map[string]Source `json:"basis,omitempty"` // where title, outlet, published were found
}

// A Source says where a fact of publication stands: a publisher's field, or a span.
type Source struct {
	Field string `json:"field,omitempty"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// A Region is a part of the text that is not the story.
type Region struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Reason string `json:"reason"`
}

// An Entity is a person, country, organization or place with all its mentions.
type Entity struct {
	ID       string    `json:"id"`
	Type     string    `json:"type"` // Person, Country, Organization, Place
	Name     string    `json:"name"` // canonical name in this article
	ISO      string    `json:"iso,omitempty"`
	Sort     string    `json:"sort,omitempty"` // "ministry", "city"
	Bare     bool      `json:"bare,omitempty"` // the article gives a surname or first name only
	Mentions []Mention `json:"mentions"`
}

// A Mention is a span that names an entity or stands for it.
type Mention struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Kind  string `json:"kind"` // name, nominal, pronoun, demonym, metonym
	By    string `json:"by"`   // rule or model with its version

	Confidence float64 `json:"confidence"` // 0 to 1
}

// A Statement is content attributed to a source by a cue.
type Statement struct {
	ID         string   `json:"id"`
	Kind       string   `json:"kind"` // direct, mixed, indirect
	Mode       string   `json:"mode"` // speech, belief
	Stance     string   `json:"stance"`
	NestedIn   *string  `json:"nested_in"`
	Text       string   `json:"text"`
	Start      int      `json:"start"`
	End        int      `json:"end"`
	More       [][2]int `json:"more,omitempty"` // further pieces of a split quotation
	Speaker    Speaker  `json:"speaker"`
	Cue        *Piece   `json:"cue"`
	Addressee  *string  `json:"addressee"`
	Via        *string  `json:"via"`
	About      []string `json:"about"` // entities named in it, and events that it tells of
	Said       *Date    `json:"said"`
	By         string   `json:"by"`
	Confidence float64  `json:"confidence"`
}

// A Speaker is a statement's source: an entity, or words for an unnamed one, and
// where it stands. Start and End are 0 if the article names no source. With are the
// entities that speak together with it: "Okoye and Brandt said".
type Speaker struct {
	Entity  *string  `json:"entity"`
	With    []string `json:"with,omitempty"`
	Unnamed *string  `json:"unnamed"`
	Start   int      `json:"start"`
	End     int      `json:"end"`
}

// A Piece is a span with its words.
type Piece struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// A Date is an interval with its precision and the words it rests on. From and To
// are null where the article leaves them open.
type Date struct {
	From      *string `json:"from"`
	To        *string `json:"to"`
	Precision string  `json:"precision,omitempty"` // day, week, month, year …
	Text      string  `json:"text"`
}

// An Event is something reported to happen.
type Event struct {
	ID           string        `json:"id"`
	Type         string        `json:"type"`            // PLOVER
	Mode         string        `json:"mode,omitempty"`  // within the type: "arrest"
	Root         string        `json:"cameo,omitempty"` // root code of CAMEO: "04"
	Label        string        `json:"label"`
	Status       string        `json:"status"`
	Trigger      Piece         `json:"trigger"`
	Date         *Date         `json:"date"`
	Participants []Participant `json:"participants"`
	Places       []string      `json:"places"`
	ClaimedIn    *string       `json:"claimed_in,omitempty"` // the statement that tells of it, if the article does not itself
	Evidence     []Range       `json:"evidence"`
	By           string        `json:"by"`
	Confidence   float64       `json:"confidence"`
}

// A Participant is an entity in a role of an event.
type Participant struct {
	Entity string `json:"entity"`
	Role   string `json:"role"`  // actor, recipient, mediator, host
	Words  Range  `json:"words"` // the phrase that names it there: "Chadian troops"
}

// A Range is a half-open range of code points.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A Relation ties two entities: HOLDS_ROLE, WORKS_FOR, LEADS, MEMBER_OF,
// CITIZEN_OF, PART_OF, LOCATED_IN.
type Relation struct {
	From       string  `json:"from"`
	Type       string  `json:"type"`
	To         string  `json:"to"`
	Title      string  `json:"title,omitempty"`
	Status     string  `json:"status,omitempty"` // former, acting, elect
	Evidence   []Range `json:"evidence"`         // empty if Ref is set
	Ref        string  `json:"ref,omitempty"`    // reference table: "gazetteer/1"
	By         string  `json:"by"`
	Confidence float64 `json:"confidence"`
}
