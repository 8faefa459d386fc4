package graph

import (
	"errors"
	"fmt"
	"slices"

	"newsgraph/graph/kv"
)

// A group is the claims of one article that are evidence of one edge.
type group struct {
	id       edgeID
	disc     Disc
	from, to Kind
	claims   []int
}

// groups are the groups of one article, in the order of their first claims.
type groups struct {
	all []group
	at  map[edgeID]int
}

// has reports whether an equal group is among them.
func (gs groups) has(g group) bool {
	i, ok := gs.at[g.id]
	return ok && slices.Equal(gs.all[i].claims, g.claims)
}

// articleEdges gives the evidence of one article to edges and takes it back.
type articleEdges struct {
	tx        *Tx
	ref       Ref
	published Day
	records   []Record
}

// group sorts claims by the edge that they support, with the records placed as slots
// say. Claims of records that are not placed, and those whose ends have become one
// node, support none.
func (a articleEdges) group(claims []Claim, slots []slot) groups {
	gs := groups{at: make(map[edgeID]int, len(claims))}
	for i, c := range claims {
		from, fromKind := a.end(c.From, slots)
		to, toKind := a.end(c.To, slots)
		if from == 0 || to == 0 || from == to {
			continue
		}
		id := edgeID{from, c.Kind, to, c.Disc.hash()}
		n, ok := gs.at[id]
		if !ok {
			n = len(gs.all)
			gs.at[id] = n
			gs.all = append(gs.all, group{id: id, disc: c.Disc, from: fromKind, to: toKind})
		}
		gs.all[n].claims = append(gs.all[n].claims, i)
	}
	return gs
}

func (a articleEdges) end(record int, slots []slot) (Ref, Kind) {
	if record == ArticleRecord {
		return a.ref, KindArticle
	}
	if record < 0 || record >= min(len(slots), len(a.records)) {
		return 0, 0 // only in a damaged store, which Check walks too
	}
	return slots[record].Cluster, a.records[record].Kind
}

// set makes claims the article's evidence of an edge; none takes it back.
func (a articleEdges) set(g group, claims []int) error {
	ev := evidence{a.ref, a.published, claims}
	if !g.dated() {
		return a.tx.setNewest(g, ev)
	}
	day, err := a.tx.edgeDay(g)
	if err != nil {
		return err
	}
	row, err := a.tx.edge(g, day)
	if err != nil {
		return err
	}
	had := row.Count
	if row.Article == a.ref || had == 0 {
		row.Count, row.Article, row.Claims = len(claims), a.ref, claims
	} else if err := a.tx.share(g, &row, ev); err != nil {
		return err
	}
	a.tx.writeEdge(g.id, day, row, had)
	return nil
}

// evidence is the claims of one article for an edge.
type evidence struct {
	article   Ref
	published Day
	claims    []int
}

// dated reports whether an end says which day the edge sorts under.
func (g group) dated() bool { return g.from == KindArticle || timed(g.from) || timed(g.to) }

// writeEdge writes an edge that had a number of evidence items before.
func (tx *Tx) writeEdge(id edgeID, d Day, row edgeRow, had int) {
	switch {
	case row.Count == 0 && had > 0:
		tx.deleteEdge(id, d)
	case row.Count > 0:
		tx.put(edgeKey(id, d), encode(row))
		if had == 0 {
			tx.put(reverseKey(id, d), []byte{})
			tx.w.counts.addEdge(id.kind, 1)
		}
	}
}

func (tx *Tx) deleteEdge(id edgeID, d Day) {
	tx.delete(edgeKey(id, d))
	tx.delete(reverseKey(id, d))
	tx.w.counts.addEdge(id.kind, -1)
}

// share sets evidence of an edge that other articles support too: in v rows while
// there are two articles or more.
func (tx *Tx) share(g group, row *edgeRow, ev evidence) error {
	if row.Article != 0 {
		other, err := tx.node(row.Article)
		if err != nil {
			return err
		}
		tx.put(evidenceKey(g.id, other.published(), row.Article), encodeClaims(row.Claims))
		row.Article, row.Claims = 0, nil
	}
	change, err := tx.setClaims(g.id, ev)
	row.Count += change
	if err != nil || len(ev.claims) > 0 {
		return err
	}
	left, err := tx.evidenceOf(g.id, 2)
	if err != nil || len(left) != 1 {
		return err
	}
	row.Article, row.Claims = left[0].article, left[0].claims
	tx.delete(evidenceKey(g.id, left[0].published, left[0].article))
	return nil
}

// setClaims writes a v row, or deletes it if there are no claims, and returns by how
// many claims it grew.
func (tx *Tx) setClaims(id edgeID, ev evidence) (int, error) {
	key := evidenceKey(id, ev.published, ev.article)
	had, err := tx.claimNumbers(key)
	if err != nil {
		return 0, err
	}
	if len(ev.claims) > 0 {
		tx.put(key, encodeClaims(ev.claims))
	} else {
		tx.delete(key)
	}
	return len(ev.claims) - len(had), nil
}

// setNewest sets evidence of an edge that sorts under its newest evidence.
func (tx *Tx) setNewest(g group, ev evidence) error {
	day, err := tx.edgeDay(g)
	if err != nil {
		return err
	}
	row, err := tx.edge(g, day)
	if err != nil {
		return err
	}
	had := row.Count
	change, err := tx.setClaims(g.id, ev)
	if err != nil {
		return err
	}
	row.Count += change
	now, err := tx.edgeDay(g)
	if err != nil {
		return err
	}
	if now != day && had > 0 {
		tx.deleteEdge(g.id, day)
		had = 0
	}
	tx.writeEdge(g.id, now, row, had)
	return nil
}

// eachEvidence calls yield for the v rows of an edge, the newest published first,
// until it returns false.
func (tx *Tx) eachEvidence(id edgeID, yield func(evidence) (bool, error)) error {
	return tx.list(evidencePrefix(id), Page{}, func(c kv.Cursor) (bool, error) {
		_, day, article, err := parseEvidenceKey(c.Key())
		if err != nil {
			return false, err
		}
		b, err := c.Value()
		if err != nil {
			return false, err
		}
		claims, err := decodeClaims(b)
		if err != nil {
			return false, err
		}
		return yield(evidence{article, day, claims})
	})
}

// evidenceOf returns the first v rows of an edge, up to limit.
func (tx *Tx) evidenceOf(id edgeID, limit int) ([]evidence, error) {
	var all []evidence
	err := tx.eachEvidence(id, func(ev evidence) (bool, error) {
		all = append(all, ev)
		return len(all) < limit, nil
	})
	return all, err
}

func (tx *Tx) claimNumbers(key []byte) ([]int, error) {
	b, err := tx.get(key)
	if errors.Is(err, kv.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return decodeClaims(b)
}

// edge returns the row of an edge, an empty one if it is not there.
func (tx *Tx) edge(g group, d Day) (edgeRow, error) {
	row, err := lookup[edgeRow](tx, edgeKey(g.id, d))
	if errors.Is(err, ErrNotFound) {
		return edgeRow{Disc: g.disc}, nil
	}
	return row, err
}

// timed reports whether nodes of the kind have a day that their edges sort under.
func timed(k Kind) bool { return k == KindStatement || k == KindEvent }

// edgeDay is the day that an edge sorts under as things stand: that of the article,
// statement or event that it starts from, else of the statement or event it leads to,
// else that of its newest evidence.
func (tx *Tx) edgeDay(g group) (Day, error) {
	end := g.id.from
	switch {
	case !g.dated():
		return tx.newestEvidence(g.id)
	case g.from != KindArticle && !timed(g.from):
		end = g.id.to
	}
	n, err := tx.node(end)
	if err != nil {
		return NoDay, fmt.Errorf("end of %s edge: %w", g.id.kind, err)
	}
	return n.day(), nil
}

func (tx *Tx) newestEvidence(id edgeID) (Day, error) {
	newest, err := tx.evidenceOf(id, 1)
	if err != nil || len(newest) == 0 {
		return NoDay, err
	}
	return newest[0].published, nil
}

// moveEdges moves the edges of a statement or event from one day to another, all but
// those that sort under their other end.
func (tx *Tx) moveEdges(r Ref, kind Kind, from, to Day) error {
	for _, row := range []byte{rowEdge, rowReverse} {
		for _, k := range EdgeKinds {
			if err := tx.moveLinks(row, r, k, from, to); err != nil {
				return err
			}
		}
	}
	return nil
}

func (tx *Tx) moveLinks(row byte, r Ref, k EdgeKind, from, to Day) error {
	ids, err := tx.links(linkPrefix(row, r, k, from))
	if err != nil {
		return err
	}
	for _, id := range ids {
		if row == rowReverse {
			other, err := tx.node(id.from)
			if err != nil {
				return err
			}
			if other.Kind == KindArticle || timed(other.Kind) {
				continue
			}
		}
		value, err := tx.get(edgeKey(id, from))
		if err != nil {
			return err
		}
		tx.delete(edgeKey(id, from))
		tx.delete(reverseKey(id, from))
		tx.put(edgeKey(id, to), value)
		tx.put(reverseKey(id, to), []byte{})
	}
	return nil
}

// links collects the edges with a key prefix of e or r rows.
func (tx *Tx) links(prefix []byte) ([]edgeID, error) {
	c := tx.scan(prefix, nil, false)
	defer c.Close()
	var all []edgeID
	for c.Next() {
		parse := parseEdgeKey
		if prefix[0] == rowReverse {
			parse = parseReverseKey
		}
		id, _, err := parse(c.Key())
		if err != nil {
			return nil, err
		}
		all = append(all, id)
	}
	return all, c.Err()
}

// Counts says how much a graph holds, by kind: Nodes[KindPerson], Edges[Said].
type Counts struct {
	Nodes []int  `cbor:"1,keyasint,omitempty"`
	Edges []int  `cbor:"2,keyasint,omitempty"`
	Texts [3]int `cbor:"3,keyasint"` // texts of each search field
	Words [3]int `cbor:"4,keyasint"` // words of each search field
}

func (c *Counts) addNode(k Kind, n int) {
	c.Nodes = grown(c.Nodes, int(KindStatement)+1)
	c.Nodes[k] += n
}

func (c *Counts) addEdge(k EdgeKind, n int) {
	c.Edges = grown(c.Edges, len(edgeSpecs))
	c.Edges[k] += n
}

func grown(a []int, n int) []int {
	for len(a) < n {
		a = append(a, 0)
	}
	return a
}

// whole returns the counts with a place for every kind.
func (c Counts) whole() Counts {
	c.Nodes, c.Edges = grown(c.Nodes, int(KindStatement)+1), grown(c.Edges, len(edgeSpecs))
	return c
}

// Counts returns how much the graph holds.
func (tx *Tx) Counts() (Counts, error) {
	if tx.w != nil {
		return tx.w.counts, nil
	}
	c, err := lookup[Counts](tx, keyStats)
	if errors.Is(err, ErrNotFound) {
		err = nil
	}
	return c.whole(), err
}
