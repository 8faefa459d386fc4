package graph

// What the tests of damage need of the store's inside.
type (
	NodeRow   = nodeRow
	EdgeRow   = edgeRow
	SlotRow   = slot
	CountsRow = Counts
)

// Changed decodes a row's value, changes it and encodes it again.
func Changed[V any](value []byte, change func(*V)) []byte {
	v, err := decode[V](value)
	if err != nil {
		panic(err)
	}
	change(&v)
	return encode(v)
}

// Recount adds to the number of records that give a node its first name or alias.
func Recount(n *NodeRow, by int) { n.Tally[0].N += by }

// Encoded encodes a row's value.
func Encoded(v any) []byte { return encode(v) }

// KeyOfHub and KeyOfEvidence make keys of rows that are not there.
func KeyOfHub(p Profile) []byte { return hubKey(p) }

// KeyOfEvidence makes the key of evidence of an edge, given by its key, in an article
// without a date.
func KeyOfEvidence(edge []byte, article Ref) []byte {
	id, _, err := parseEdgeKey(edge)
	if err != nil {
		panic(err)
	}
	return evidenceKey(id, NoDay, article)
}
