package graph

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"

	"newsgraph/graph/kv"
)

// maxFaults bounds how many faults Check reports.
const maxFaults = 100

// A Fault is an inconsistency of the store: a row, and what is wrong with it.
type Fault struct {
	Row  string // the row's letter in the table of doc.go, and its key
	What string
}

func (f Fault) Error() string { return f.Row + ": " + f.What }

// Check walks every row and returns all the faults that it finds, up to a hundred,
// joined: each edge has both ends, its reverse and the evidence that its articles give,
// each index row its node and each node its index rows, each record its cluster and
// each cluster its records. It recomputes what is derived and compares, so a fault in
// either shows. A nil result means that the store is whole.
func (tx *Tx) Check() error {
	c := checker{tx: tx, articles: map[Ref]int{}, members: map[Ref]int{}, profiles: map[Profile]int{}, texts: map[textKey]uint64{}}
	walks := []struct {
		row  byte
		each func(key, value []byte) error
	}{
		{rowNode, c.node}, {rowContribution, c.contribution}, {rowClusters, c.clusters}, {rowText, c.text},
		{rowMember, c.member}, {rowName, c.name}, {rowTime, c.time}, {rowEdge, c.edge}, {rowReverse, c.reverse},
		{rowEvidence, c.evidence}, {rowID, c.id}, {rowHub, c.hub}, {rowDecision, c.decision}, {rowDecided, c.decided},
		{rowPosting, c.posting}, {rowMeta, c.meta},
	}
	for _, w := range walks {
		if err := c.walk(w.row, w.each); err != nil {
			return err
		}
	}
	if err := c.strangers(); err != nil {
		return err
	}
	c.totals()
	return errors.Join(c.faults...)
}

// A checker collects faults. Methods named after rows check one row; an error they
// return is a failure to read.
type checker struct {
	tx       *Tx
	faults   []error
	counts   Counts
	articles map[Ref]int     // article → bits of which of its rows were seen
	members  map[Ref]int     // cluster → records counted
	profiles map[Profile]int // how many records have each
	last     Ref             // the greatest number of a node
	grouped  map[Ref]groups
	texts    map[textKey]uint64 // sums of what each text's postings should be, less what they are
}

type textKey struct {
	field   Field
	article Ref
	record  int
}

func (c *checker) fault(key []byte, format string, args ...any) {
	if len(c.faults) < maxFaults {
		c.faults = append(c.faults, Fault{describeKey(key), fmt.Sprintf(format, args...)})
	}
}

// walk calls each for every row with the given first byte. A key or value that cannot
// be read is a fault.
func (c *checker) walk(row byte, each func(key, value []byte) error) error {
	return c.tx.list([]byte{row}, Page{}, func(cur kv.Cursor) (bool, error) {
		value, err := cur.Value()
		if err != nil {
			return false, err
		}
		key := bytes.Clone(cur.Key())
		if err := each(key, value); err != nil {
			c.fault(key, "%v", err)
		}
		return len(c.faults) < maxFaults, nil
	})
}

// want faults the row unless the other row is there with the given value; nil asks
// for no value in particular.
func (c *checker) want(key, other, value []byte, what string) {
	got, err := c.tx.get(other)
	switch {
	case err != nil:
		c.fault(key, "%s is missing (%s)", what, describeKey(other))
	case value != nil && !bytes.Equal(got, value):
		c.fault(key, "%s has another value (%s)", what, describeKey(other))
	}
}

func (c *checker) node(key, value []byte) error {
	r, err := parseRefKey(rowNode, key)
	if err != nil {
		return err
	}
	n, err := decode[nodeRow](value)
	if err != nil {
		return err
	}
	if err := n.validate(); err != nil {
		return err
	}
	c.last = max(c.last, r)
	c.counts.addNode(n.Kind, 1)
	for k, v := range indexRows(r, &n) {
		if k[0] != rowNode {
			c.want(key, []byte(k), v, "an index row")
		}
	}
	if ownID(n.Kind) {
		c.want(key, idKey(n.ID), encode(idRow{Ref: r, Record: ArticleRecord}), "its id")
	}
	if n.Kind == KindArticle {
		return c.articleNode(key, r, n)
	}
	return c.cluster(key, r, n)
}

func (c *checker) articleNode(key []byte, r Ref, n nodeRow) error {
	if n.ID != ArticleID(n.Article.Key) {
		c.fault(key, "id %s is not that of key %q", n.ID, n.Article.Key)
	}
	for _, row := range []byte{rowContribution, rowClusters, rowText} {
		c.want(key, refKey(row, r), nil, "a row of the article")
	}
	return nil
}

// cluster recomputes a node from its records.
func (c *checker) cluster(key []byte, r Ref, n nodeRow) error {
	var want nodeRow
	want.Kind = n.Kind
	members, err := c.tx.MemberRefs(r)
	if err != nil {
		return err
	}
	if len(members) == 0 {
		return errors.New("a derived node without records")
	}
	for i, m := range members {
		contribution, err := c.tx.claims(m.Article)
		if err != nil {
			return err
		}
		if m.Nr >= len(contribution.Records) {
			return fmt.Errorf("article %d has no record %d", m.Article, m.Nr)
		}
		rec := contribution.Records[m.Nr]
		if rec.Kind != n.Kind {
			c.fault(key, "record %d of article %d is a %s", m.Nr, m.Article, rec.Kind)
		}
		want.Tally.record(rec, 1)
		if i == 0 {
			first, err := c.tx.memberOf(m)
			if err != nil {
				return err
			}
			want.First, want.ID = first.row(), clusterID(first.key, rec)
		}
	}
	want.Records = len(members)
	if !bytes.Equal(encode(want), encode(n)) {
		c.fault(key, "does not follow from its records: want %+v, got %+v", want, n)
	}
	return nil
}

// contribution checks that every claim stands where its edge says.
func (c *checker) contribution(key, value []byte) error {
	r, err := parseRefKey(rowContribution, key)
	if err != nil {
		return err
	}
	whole, err := c.tx.Contribution(r)
	if err != nil {
		return err
	}
	c.articles[r] |= 1
	if err := whole.Validate(); err != nil {
		return err
	}
	c.expectText(r, whole)
	slots, err := c.tx.slots(r)
	if err != nil {
		return err
	}
	if len(slots) != len(whole.Records) {
		return fmt.Errorf("%d records have %d places", len(whole.Records), len(slots))
	}
	published := ParseDay(whole.Article.Published)
	a := articleEdges{tx: c.tx, ref: r, published: published, records: whole.Records}
	for _, g := range a.group(whole.Claims, slots).all {
		day, err := c.tx.edgeDay(g)
		if err != nil {
			return err
		}
		row, err := c.tx.edge(g, day)
		if err != nil {
			return err
		}
		switch {
		case row.Article == 0:
			c.want(key, evidenceKey(g.id, published, r), encodeClaims(g.claims), "the evidence row of a claim")
		case row.Article != r || !slices.Equal(row.Claims, g.claims):
			c.fault(key, "the %s edge of claims %v does not have them", g.id.kind, g.claims)
		}
	}
	for i, rec := range whole.Records {
		c.want(key, idKey(RecordID(whole.Article.Key, rec)), encode(idRow{Ref: r, Record: i}), "the id of a record")
		m := member{publication(whole.Article.Published), whole.Article.Key, r, i}
		c.want(key, memberKey(slots[i].Cluster, m), nil, "the membership of a record")
	}
	return nil
}

func (c *checker) clusters(key, value []byte) error {
	r, err := parseRefKey(rowClusters, key)
	if err != nil {
		return err
	}
	c.articles[r] |= 2
	slots, err := decode[[]slot](value)
	for _, s := range slots {
		c.profiles[s.Profile]++
	}
	return err
}

func (c *checker) text(key, _ []byte) error {
	r, err := parseRefKey(rowText, key)
	if err != nil {
		return err
	}
	c.articles[r] |= 4
	return nil
}

func (c *checker) member(key, _ []byte) error {
	cluster, m, err := parseMemberKey(key)
	if err != nil {
		return err
	}
	c.members[cluster]++
	slots, err := c.tx.slots(m.article)
	if err != nil {
		return err
	}
	if m.nr >= len(slots) || slots[m.nr].Cluster != cluster {
		return fmt.Errorf("record %d of article %d is not placed in cluster %d", m.nr, m.article, cluster)
	}
	want, err := c.tx.memberOf(RecordRef{Article: m.article, Nr: m.nr})
	if err == nil && want != m {
		c.fault(key, "the article has key %q, published %d", want.key, want.published)
	}
	return err
}

func (c *checker) name(key, _ []byte) error {
	_, _, r, err := parseNameKey(key)
	if err != nil {
		return err
	}
	return c.derived(key, r)
}

func (c *checker) time(key, _ []byte) error {
	_, _, _, r, err := parseTimeKey(key)
	if err != nil {
		return err
	}
	return c.derived(key, r)
}

// derived checks that an index row follows from its node.
func (c *checker) derived(key []byte, r Ref) error {
	n, err := c.tx.node(r)
	if err != nil {
		return err
	}
	if _, ok := indexRows(r, n)[string(key)]; !ok {
		return errors.New("does not follow from its node")
	}
	return nil
}

// edge checks an edge's ends, day, reverse row and count.
func (c *checker) edge(key, value []byte) error {
	id, day, err := parseEdgeKey(key)
	if err != nil {
		return err
	}
	row, err := decode[edgeRow](value)
	if err != nil {
		return err
	}
	if !slices.Contains(EdgeKinds, id.kind) {
		return fmt.Errorf("no kind of edge: %s", id.kind)
	}
	c.counts.addEdge(id.kind, 1)
	from, err := c.tx.node(id.from)
	if err != nil {
		return fmt.Errorf("its start: %w", err)
	}
	to, err := c.tx.node(id.to)
	if err != nil {
		return fmt.Errorf("its end: %w", err)
	}
	if !id.kind.Allows(from.Kind, to.Kind) || id.from == id.to {
		c.fault(key, "a %s edge from %s to %s", id.kind, from.Kind, to.Kind)
	}
	if row.Disc.hash() != id.disc {
		c.fault(key, "the discriminator is not the one of its key")
	}
	c.want(key, reverseKey(id, day), nil, "its reverse row")
	return c.evidenced(key, group{id: id, from: from.Kind, to: to.Kind}, day, row)
}

// evidenced checks an edge's day, and that its evidence is as much as it counts.
func (c *checker) evidenced(key []byte, g group, day Day, row edgeRow) error {
	want, err := c.tx.edgeDay(g)
	if err != nil {
		return err
	}
	if want != day {
		c.fault(key, "sorts under %q, want %q", day, want)
	}
	shared, err := c.tx.evidenceOf(g.id, 1<<30)
	if err != nil {
		return err
	}
	n := len(row.Claims)
	for _, ev := range shared {
		n += len(ev.claims)
	}
	if n == 0 || n != row.Count {
		c.fault(key, "counts %d evidence items and has %d", row.Count, n)
	}
	if alone := row.Article != 0; alone == (len(shared) > 0) || alone && !g.dated() || g.dated() && len(shared) == 1 {
		c.fault(key, "keeps evidence of %d articles in the wrong rows", max(len(shared), 1))
	}
	if row.Article == 0 {
		return nil
	}
	return c.supported(key, g.id, row.Article, row.Claims)
}

// supported checks that claims of an article are evidence of an edge.
func (c *checker) supported(key []byte, id edgeID, article Ref, claims []int) error {
	groups, err := c.groups(article)
	if err != nil {
		return err
	}
	if !groups.has(group{id: id, claims: claims}) {
		return fmt.Errorf("article %d does not give the claims %v for it", article, claims)
	}
	return nil
}

// groups returns the claims of an article by edge. Those of the articles seen last are
// kept: an article's edges lie all over the store.
func (c *checker) groups(article Ref) (groups, error) {
	if all, ok := c.grouped[article]; ok {
		return all, nil
	}
	contribution, err := c.tx.claims(article)
	if err != nil {
		return groups{}, err
	}
	slots, err := c.tx.slots(article)
	if err != nil {
		return groups{}, err
	}
	if c.grouped == nil || len(c.grouped) >= maxRecent {
		c.grouped = map[Ref]groups{}
	}
	a := articleEdges{tx: c.tx, ref: article, records: contribution.Records}
	c.grouped[article] = a.group(contribution.Claims, slots)
	return c.grouped[article], nil
}

func (c *checker) reverse(key, _ []byte) error {
	id, day, err := parseReverseKey(key)
	if err != nil {
		return err
	}
	c.want(key, edgeKey(id, day), nil, "its edge")
	return nil
}

func (c *checker) evidence(key, value []byte) error {
	id, day, article, err := parseEvidenceKey(key)
	if err != nil {
		return err
	}
	claims, err := decodeClaims(value)
	if err != nil {
		return err
	}
	n, err := c.tx.node(article)
	if err != nil {
		return err
	}
	if n.published() != day {
		c.fault(key, "sorts under %q, its article was published on %q", day, n.published())
	}
	from, err := c.tx.node(id.from)
	if err != nil {
		return err
	}
	to, err := c.tx.node(id.to)
	if err != nil {
		return err
	}
	at, err := c.tx.edgeDay(group{id: id, from: from.Kind, to: to.Kind})
	if err != nil {
		return err
	}
	c.want(key, edgeKey(id, at), nil, "its edge")
	return c.supported(key, id, article, claims)
}

func (c *checker) id(key, value []byte) error {
	id, err := parseIDKey(key)
	if err != nil {
		return err
	}
	row, err := decode[idRow](value)
	if err != nil {
		return err
	}
	if row.Record == ArticleRecord {
		n, err := c.tx.node(row.Ref)
		if err == nil && n.ID != id {
			c.fault(key, "its node has the id %s", n.ID)
		}
		return err
	}
	facts, err := c.tx.Article(row.Ref)
	if err != nil {
		return err
	}
	contribution, err := c.tx.claims(row.Ref)
	if err != nil {
		return err
	}
	if row.Record < 0 || row.Record >= len(contribution.Records) || RecordID(facts.Key, contribution.Records[row.Record]) != id {
		return fmt.Errorf("record %d of article %d has another id", row.Record, row.Ref)
	}
	return nil
}

func (c *checker) hub(key, value []byte) error {
	p, err := parseHubKey(key)
	if err != nil {
		return err
	}
	h, err := decode[Hub](value)
	if err != nil {
		return err
	}
	if n := c.profiles[p]; n == 0 || h.Plain < 0 || h.Plain+len(h.Named) != n {
		return fmt.Errorf("counts %d plain records and %d others, there are %d in all", h.Plain, len(h.Named), n)
	}
	for _, r := range h.Named {
		slots, err := c.tx.slots(r.Article)
		if err != nil {
			return err
		}
		if r.Nr < 0 || r.Nr >= len(slots) || slots[r.Nr].Profile != p {
			return fmt.Errorf("record %d of article %d has another profile", r.Nr, r.Article)
		}
	}
	_, err = c.tx.node(h.Cluster)
	return err
}

func (c *checker) decision(key, value []byte) error {
	d, err := decode[Decision](value)
	if err != nil {
		return err
	}
	pair := d.pair()
	if !bytes.Equal(key, decisionKey(pair)) {
		return errors.New("the decision is on another pair")
	}
	c.want(key, decidedKey(d.A.Article, pair), nil, "its article's row")
	c.want(key, decidedKey(d.B.Article, pair), nil, "its article's row")
	return d.validate()
}

func (c *checker) decided(key, _ []byte) error {
	article, pair, err := parseDecidedKey(key)
	if err != nil {
		return err
	}
	d, err := lookup[Decision](c.tx, decisionKey(pair))
	if err == nil && d.A.Article != article && d.B.Article != article {
		c.fault(key, "the decision names other articles")
	}
	return err
}

// expectText adds up what the postings of an article's texts should be. Order does
// not matter to the sums, so no text need be looked up twice.
func (c *checker) expectText(r Ref, whole *Contribution) {
	c.expect(textKey{ArticleText, r, 0}, searchText(whole.Article))
	for i, rec := range whole.Records {
		if rec.Kind == KindStatement {
			c.expect(textKey{StatementText, r, i}, rec.Name)
		}
	}
}

func (c *checker) expect(k textKey, s string) {
	terms, words := termsOf(s)
	c.counts.Texts[k.field]++
	c.counts.Words[k.field] += words
	for _, t := range terms {
		c.texts[k] += placeSum(t.Stem, words, t.Position)
	}
	if _, ok := c.texts[k]; !ok {
		c.texts[k] = 0
	}
}

func placeSum(term string, words, place int) uint64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%d\x00%d", term, words, place)
	return h.Sum64()
}

func (c *checker) posting(key, value []byte) error {
	f, term, segment, err := parsePostingKey(key)
	if err != nil {
		return err
	}
	all, err := decodePostings(f, value, nil)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return errors.New("no postings")
	}
	for i, p := range all {
		k := textKey{f, p.Article, p.Record}
		if _, ok := c.texts[k]; !ok {
			return fmt.Errorf("there is no text of article %d, record %d", p.Article, p.Record)
		}
		if uint64(p.Article)>>segmentBits != segment || i > 0 && all[i-1].compare(p) >= 0 {
			c.fault(key, "article %d is out of place", p.Article)
		}
		for _, place := range p.Places() {
			c.texts[k] -= placeSum(term, p.Words, place)
		}
	}
	return nil
}

func (c *checker) meta(key, value []byte) error {
	if !slices.ContainsFunc([][]byte{keyVersion, keyNext, keyStats}, func(k []byte) bool { return bytes.Equal(k, key) }) {
		return errors.New("unknown row")
	}
	if bytes.Equal(key, keyNext) {
		if next, _ := binary.Uvarint(value); Ref(next) <= c.last {
			c.fault(key, "gives the number %d, which node %d has or comes after", next, c.last)
		}
	}
	if !bytes.Equal(key, keyStats) {
		return nil
	}
	got, err := decode[Counts](value)
	if err != nil {
		return err
	}
	want := c.counts
	for _, n := range []*Counts{&got, &want} {
		n.addNode(KindArticle, 0)
		n.addEdge(Mentions, 0)
	}
	if !slices.Equal(got.Nodes, want.Nodes) || !slices.Equal(got.Edges, want.Edges) {
		c.fault(key, "counts %v nodes and %v edges, there are %v and %v", got.Nodes, got.Edges, want.Nodes, want.Edges)
	}
	if (got.Texts != want.Texts || got.Words != want.Words) && got.Texts != [3]int{} { // none: the store has no full text
		c.fault(key, "counts %v texts of %v words, there are %v of %v", got.Texts, got.Words, want.Texts, want.Words)
	}
	if got.Texts == [3]int{} {
		clear(c.texts)
	}
	return nil
}

// strangers faults rows whose first byte is none of the table's.
func (c *checker) strangers() error {
	return c.tx.list(nil, Page{}, func(cur kv.Cursor) (bool, error) {
		if !bytes.Contains([]byte("!acdeghkmnprtvwx"), cur.Key()[:1]) {
			c.fault(cur.Key(), "unknown row")
		}
		return true, nil
	})
}

// totals checks what only the whole walk can tell.
func (c *checker) totals() {
	for _, key := range [][]byte{keyVersion, keyNext, keyStats} {
		if c.last > 0 {
			c.want(key, key, nil, "the row itself")
		}
	}
	for r, rows := range c.articles {
		if rows != 7 {
			c.fault(refKey(rowContribution, r), "only some of the article's rows are there")
		} else if n, err := c.tx.node(r); err != nil || n.Kind != KindArticle {
			c.fault(refKey(rowContribution, r), "there is no such article")
		}
	}
	for cluster := range c.members {
		if _, err := c.tx.node(cluster); err != nil {
			c.fault(refKey(rowNode, cluster), "records are in a cluster that is not there")
		}
	}
	for k, left := range c.texts {
		if left != 0 {
			c.fault(refKey(rowText, k.article), "postings of field %d, record %d differ from the text", k.field, k.record)
		}
	}
}
