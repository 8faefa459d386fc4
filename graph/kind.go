package graph

import "fmt"

// A Kind says what a node is.
type Kind uint8

// The node kinds. Their numbers are part of the store's format.
const (
	KindArticle      Kind = 1 // one published text
	KindPerson       Kind = 2
	KindCountry      Kind = 3 // a country of ISO 3166
	KindOrganization Kind = 4
	KindPlace        Kind = 5
	KindEvent        Kind = 6 // a happening, reported by articles
	KindStatement    Kind = 7 // an utterance, reported by articles in their wordings
)

// Kinds lists every node kind.
var Kinds = []Kind{KindArticle, KindPerson, KindCountry, KindOrganization, KindPlace, KindEvent, KindStatement}

var kindNames = [...]string{"", "Article", "Person", "Country", "Organization", "Place", "Event", "Statement"}

// String returns the kind's name as DESIGN and GraphQL write it: "Person".
func (k Kind) String() string {
	if int(k) < len(kindNames) && k > 0 {
		return kindNames[k]
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// ParseKind returns the kind of the given name, the reverse of String.
func ParseKind(name string) (Kind, error) {
	for _, k := range Kinds {
		if kindNames[k] == name {
			return k, nil
		}
	}
	return 0, fmt.Errorf("node kind %q: want one of %v", name, kindNames[1:])
}

// Entity reports whether nodes of the kind are things that mentions refer to.
func (k Kind) Entity() bool { return k >= KindPerson && k <= KindPlace }

// An EdgeKind says what an edge means.
type EdgeKind uint8

// The edge kinds. Their numbers are part of the store's format.
const (
	Mentions     EdgeKind = 1  // Article → entity: the spans that refer to it
	Reports      EdgeKind = 2  // Article → Statement (wordings), Event (status, date)
	PublishedBy  EdgeKind = 3  // Article → Organization
	Cites        EdgeKind = 4  // Article → Organization, Article: source lineage
	Said         EdgeKind = 5  // Person, Organization, Country → Statement
	AddressedTo  EdgeKind = 6  // Statement → any but Article
	About        EdgeKind = 7  // Statement → any but Article
	NestedIn     EdgeKind = 8  // Statement → Statement: A says that B said
	TakesPart    EdgeKind = 9  // Person, Country, Organization → Event, in a role
	LocatedIn    EdgeKind = 10 // Event, Place, Organization → Place, Country
	HoldsRole    EdgeKind = 11 // Person → Country, Organization, Person, under a title
	WorksFor     EdgeKind = 12 // Person → Organization
	Leads        EdgeKind = 13 // Person → Organization
	MemberOf     EdgeKind = 14 // Person, Country, Organization → Organization
	CitizenOf    EdgeKind = 15 // Person → Country
	PartOf       EdgeKind = 16 // Organization → Organization, Country
	PossiblySame EdgeKind = 17 // any → the same kind: the evidence does not decide
	SameClaim    EdgeKind = 18 // Statement → Statement: other speakers, the same content
	Contradicts  EdgeKind = 19 // Statement, Event → the same kind
)

type edgeSpec struct {
	name     string
	from, to []Kind
}

var (
	anyEntity = []Kind{KindPerson, KindCountry, KindOrganization, KindPlace}
	actors    = []Kind{KindPerson, KindCountry, KindOrganization}
	topics    = []Kind{KindPerson, KindCountry, KindOrganization, KindPlace, KindEvent, KindStatement}
)

var edgeSpecs = [...]edgeSpec{
	Mentions:     {"MENTIONS", []Kind{KindArticle}, anyEntity},
	Reports:      {"REPORTS", []Kind{KindArticle}, []Kind{KindStatement, KindEvent}},
	PublishedBy:  {"PUBLISHED_BY", []Kind{KindArticle}, []Kind{KindOrganization}},
	Cites:        {"CITES", []Kind{KindArticle}, []Kind{KindOrganization, KindArticle}},
	Said:         {"SAID", actors, []Kind{KindStatement}},
	AddressedTo:  {"ADDRESSED_TO", []Kind{KindStatement}, topics},
	About:        {"ABOUT", []Kind{KindStatement}, topics},
	NestedIn:     {"NESTED_IN", []Kind{KindStatement}, []Kind{KindStatement}},
	TakesPart:    {"TAKES_PART", actors, []Kind{KindEvent}},
	LocatedIn:    {"LOCATED_IN", []Kind{KindEvent, KindPlace, KindOrganization}, []Kind{KindPlace, KindCountry}},
	HoldsRole:    {"HOLDS_ROLE", []Kind{KindPerson}, []Kind{KindCountry, KindOrganization, KindPerson}},
	WorksFor:     {"WORKS_FOR", []Kind{KindPerson}, []Kind{KindOrganization}},
	Leads:        {"LEADS", []Kind{KindPerson}, []Kind{KindOrganization}},
	MemberOf:     {"MEMBER_OF", actors, []Kind{KindOrganization}},
	CitizenOf:    {"CITIZEN_OF", []Kind{KindPerson}, []Kind{KindCountry}},
	PartOf:       {"PART_OF", []Kind{KindOrganization}, []Kind{KindOrganization, KindCountry}},
	PossiblySame: {"POSSIBLY_SAME", topics, topics},
	SameClaim:    {"SAME_CLAIM", []Kind{KindStatement}, []Kind{KindStatement}},
	Contradicts:  {"CONTRADICTS", []Kind{KindStatement, KindEvent}, []Kind{KindStatement, KindEvent}},
}

// EdgeKinds lists every edge kind.
var EdgeKinds = func() []EdgeKind {
	var all []EdgeKind
	for k := Mentions; int(k) < len(edgeSpecs); k++ {
		all = append(all, k)
	}
	return all
}()

// String returns the kind's name as DESIGN and GraphQL write it: "TAKES_PART".
func (k EdgeKind) String() string {
	if k > 0 && int(k) < len(edgeSpecs) {
		return edgeSpecs[k].name
	}
	return fmt.Sprintf("EdgeKind(%d)", uint8(k))
}

// ParseEdgeKind returns the edge kind of the given name, the reverse of String.
func ParseEdgeKind(name string) (EdgeKind, error) {
	for _, k := range EdgeKinds {
		if edgeSpecs[k].name == name {
			return k, nil
		}
	}
	return 0, fmt.Errorf("edge kind %q is none of this graph's", name)
}

// Allows reports whether an edge of this kind may lead from one node kind to another.
func (k EdgeKind) Allows(from, to Kind) bool {
	if k == 0 || int(k) >= len(edgeSpecs) {
		return false
	}
	if (k == PossiblySame || k == Contradicts) && from != to {
		return false
	}
	s := edgeSpecs[k]
	return has(s.from, from) && has(s.to, to)
}

func has(kinds []Kind, k Kind) bool {
	for _, x := range kinds {
		if x == k {
			return true
		}
	}
	return false
}
