package graph

// A Ref is a node's number inside one store. It is short, which keeps keys short;
// it means nothing elsewhere and never shows in an answer.
type Ref uint64

// A Node is a stored thing of one kind: an article, or a cluster of records. It is
// a copy and stays valid after the transaction ends.
type Node struct {
	Ref     Ref
	ID      ID
	Kind    Kind
	Name    string   // articles: title, else the key; statements: text; events: label
	Aliases []string // its other names, sorted
	ISO     string   // countries
	Type    string   // events: PLOVER type; organizations and places: sort
	When    Interval // statements: said; events: happens; as most records have it
	Day     Day      // what lists sort it under: When, else the publication it first stood in
	Records int      // how many records it unites; 0 for an article
	Key     string   // articles
}

// A Direction says which way edges are followed.
type Direction uint8

// The directions, as seen from the node at hand.
const (
	Out Direction = iota
	In
)

// An Edge is a directed, typed link between two nodes. It is a copy and stays
// valid after the transaction ends.
type Edge struct {
	Kind  EdgeKind
	From  Ref
	To    Ref
	Disc  Disc
	Day   Day // the day it sorts under: its statement's or event's, else its article's, else its newest evidence's
	Count int // evidence items

	disc discHash
	list Direction // of the list it came from
}

// Other returns the end of the edge that is not n.
func (e Edge) Other(n Ref) Ref {
	if e.From == n {
		return e.To
	}
	return e.From
}

// An Item is one piece of evidence with the article it stands in.
type Item struct {
	Article Ref
	Evidence
	Text string // the words at Span, further pieces joined by " … "; "" for a publisher's field or a table
	Via  Ref    // Wording.Via, resolved; 0 if none
}

// SameAs reports whether e and o are one edge.
func (e Edge) SameAs(o Edge) bool {
	return e.Kind == o.Kind && e.From == o.From && e.To == o.To && e.disc == o.disc
}

// Cursor returns the edge's place in the list that it came from, for Page.After.
func (e Edge) Cursor() string {
	id := edgeID{e.From, e.Kind, e.To, e.disc}
	if e.list == In {
		return cursorOf(reverseKey(id, e.Day))
	}
	return cursorOf(edgeKey(id, e.Day))
}
