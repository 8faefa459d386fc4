package graph

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"newsgraph/graph/kv"
	"newsgraph/graph/kv/memkv"
)

// A Mutation is a change of the graph as plain data: an article taken back or added,
// and where records are placed. It is computed by reading (package loader/resolve)
// and applied whole.
type Mutation struct {
	Remove Ref           // the article to take back; 0: none
	Add    *Contribution // the article to add; nil: none. It has been normalized
	Place  []Placement   // every record of Add, and records of other articles that move
	Hubs   []HubChange   // profiles as they stand afterwards
}

// A Placement puts a record into a cluster.
type Placement struct {
	Record  RecordRef // Article is 0 for a record of Mutation.Add
	Cluster Ref       // the cluster's number; NewRef gives free ones
	Profile Profile
}

// A HubChange is a profile's new state. A Hub without records is forgotten.
type HubChange struct {
	Profile Profile
	Hub     Hub
}

// A writer is what an updating transaction keeps: the rows it has written, and the
// nodes and postings it has changed, which become rows when it is flushed.
type writer struct {
	options Options
	over    *memkv.Tree // a nil value marks a deleted row
	under   *memkv.Tree // the rows of the transaction before, if they are not on disk yet
	nodes   map[Ref]*nodeChange
	next    Ref
	counts  Counts
	text    textWriter

	lastArticle      Ref // the article last added, whose contribution is often asked for next
	lastContribution *Contribution
}

// A nodeChange is a node before and during a transaction; nil means that it is not there.
type nodeChange struct{ before, now *nodeRow }

// newWriter makes tx one that writes, after a transaction that may not be on disk yet.
func newWriter(tx *Tx, o Options, before *Commit) (*writer, error) {
	w := &writer{options: o, over: &memkv.Tree{}, nodes: map[Ref]*nodeChange{}, next: 1}
	if before != nil {
		w.under = before.rows
	}
	tx.w = w
	switch b, err := tx.get(keyNext); {
	case err == nil:
		n, _ := binary.Uvarint(b)
		w.next = Ref(n)
	case !errors.Is(err, kv.ErrNotFound):
		return nil, err
	}
	counts, err := lookup[Counts](tx, keyStats)
	if errors.Is(err, ErrNotFound) {
		err = nil
	}
	w.counts = counts.whole()
	return w, err
}

func (tx *Tx) put(key, value []byte) { tx.w.over.Set(string(key), value) }
func (tx *Tx) delete(key []byte)     { tx.w.over.Set(string(key), nil) }

// Rows returns how many rows the transaction would write now, roughly: what a loader
// goes by to end a group of articles.
func (tx *Tx) Rows() int { return tx.w.over.Len() + 3*len(tx.w.nodes) + len(tx.w.text.changed) }

// NewRef returns a number that no node has.
func (tx *Tx) NewRef() Ref {
	if tx.w == nil {
		return 0 // a check in View: the number is only compared
	}
	tx.w.next++
	return tx.w.next - 1
}

// Apply changes the graph as m says and returns the number of the article it added.
// An error leaves the transaction unusable: return it from Update.
func (tx *Tx) Apply(m Mutation) (Ref, error) {
	if m.Remove != 0 {
		if err := tx.withdraw(m.Remove); err != nil {
			return 0, fmt.Errorf("withdraw article %d: %w", m.Remove, err)
		}
	}
	var added Ref
	if m.Add != nil {
		added = tx.NewRef()
		if err := tx.addArticle(added, m.Add); err != nil {
			return 0, fmt.Errorf("add article %q: %w", m.Add.Article.Key, err)
		}
	}
	if err := tx.place(added, m.Place); err != nil {
		return 0, err
	}
	for _, h := range m.Hubs {
		if h.Hub.Plain == 0 && len(h.Hub.Named) == 0 {
			tx.delete(hubKey(h.Profile))
		} else {
			tx.put(hubKey(h.Profile), encode(h.Hub))
		}
	}
	return added, nil
}

// place moves records article by article.
func (tx *Tx) place(added Ref, all []Placement) error {
	byArticle := map[Ref][]Placement{}
	var order []Ref
	for _, p := range all {
		if p.Record.Article == 0 {
			p.Record.Article = added
		}
		if byArticle[p.Record.Article] == nil {
			order = append(order, p.Record.Article)
		}
		byArticle[p.Record.Article] = append(byArticle[p.Record.Article], p)
	}
	for _, article := range order {
		old, err := tx.slots(article)
		if err != nil {
			return fmt.Errorf("place records of article %d: %w", article, err)
		}
		placed := slices.Clone(old)
		for _, p := range byArticle[article] {
			placed[p.Record.Nr] = slot{Cluster: p.Cluster, Profile: p.Profile}
		}
		if err := tx.reassign(article, old, placed); err != nil {
			return fmt.Errorf("place records of article %d: %w", article, err)
		}
	}
	return nil
}

// addArticle writes what belongs to the article alone. Its records are not placed yet.
func (tx *Tx) addArticle(r Ref, c *Contribution) error {
	if err := c.Validate(); err != nil {
		return err
	}
	id := ArticleID(c.Article.Key)
	if _, err := lookup[idRow](tx, idKey(id)); err == nil {
		return fmt.Errorf("%w: the key is taken", ErrInvalid)
	}
	facts := c.Article
	facts.Text = ""
	tx.setNode(r, &nodeRow{Kind: KindArticle, ID: id, Article: &facts, Loaded: tx.w.options.Now().Unix()})
	tx.put(refKey(rowContribution, r), encode(&Contribution{Records: c.Records, Claims: c.Claims}))
	tx.put(refKey(rowText, r), []byte(c.Article.Text))
	tx.put(refKey(rowClusters, r), encode(make([]slot, len(c.Records))))
	for i, rec := range c.Records {
		tx.put(idKey(RecordID(c.Article.Key, rec)), encode(idRow{Ref: r, Record: i}))
	}
	tx.w.lastArticle, tx.w.lastContribution = r, c
	return tx.indexText(r, c, 1)
}

// withdraw takes back everything that an article gave.
func (tx *Tx) withdraw(r Ref) error {
	c, err := tx.Contribution(r)
	if err != nil {
		return err
	}
	old, err := tx.slots(r)
	if err != nil {
		return err
	}
	if err := tx.reassign(r, old, make([]slot, len(old))); err != nil {
		return err
	}
	if err := tx.indexText(r, c, -1); err != nil {
		return err
	}
	for _, rec := range c.Records {
		tx.delete(idKey(RecordID(c.Article.Key, rec)))
	}
	for _, row := range []byte{rowContribution, rowText, rowClusters} {
		tx.delete(refKey(row, r))
	}
	tx.setNode(r, nil)
	if tx.w.lastArticle == r {
		tx.w.lastArticle, tx.w.lastContribution = 0, nil
	}
	return nil
}

// reassign moves the records of one article from their old places to new ones: first
// it takes back the evidence of every edge that changes, then it moves the records,
// then it gives the evidence to the edges as they are now.
func (tx *Tx) reassign(article Ref, old, placed []slot) error {
	c, err := tx.claims(article)
	if err != nil {
		return err
	}
	n, err := tx.node(article)
	if err != nil {
		return err
	}
	a := articleEdges{tx: tx, ref: article, published: n.published(), records: c.Records}
	before, after := a.group(c.Claims, old), a.group(c.Claims, placed)
	for _, g := range before.all {
		if !after.has(g) {
			if err := a.set(g, nil); err != nil {
				return err
			}
		}
	}
	if err := tx.moveRecords(article, n.Article, c.Records, old, placed); err != nil {
		return err
	}
	for _, g := range after.all {
		if !before.has(g) {
			if err := a.set(g, g.claims); err != nil {
				return err
			}
		}
	}
	tx.put(refKey(rowClusters, article), encode(placed))
	return nil
}

func (tx *Tx) moveRecords(article Ref, facts *Article, records []Record, old, placed []slot) error {
	for i := range placed {
		if old[i].Cluster == placed[i].Cluster {
			continue
		}
		m := member{published: publication(facts.Published), key: facts.Key, article: article, nr: i}
		if old[i].Cluster != 0 {
			if err := tx.leave(old[i].Cluster, m, records[i]); err != nil {
				return fmt.Errorf("record %d leaves cluster %d: %w", i, old[i].Cluster, err)
			}
		}
		if placed[i].Cluster != 0 {
			if err := tx.join(placed[i].Cluster, m, records[i]); err != nil {
				return fmt.Errorf("record %d joins cluster %d: %w", i, placed[i].Cluster, err)
			}
		}
	}
	return nil
}

// publication is a date as members are ordered by it.
func publication(s string) int64 {
	t, err := parseTime(s)
	if err != nil {
		return undated
	}
	return t.Unix()
}

// join adds a record to a cluster, which comes to be with its first record.
func (tx *Tx) join(cluster Ref, m member, r Record) error {
	old, err := tx.node(cluster)
	switch {
	case errors.Is(err, ErrNotFound):
		old = &nodeRow{Kind: r.Kind}
	case err != nil:
		return err
	case old.Kind != r.Kind:
		return fmt.Errorf("%w: a %s cannot be part of a %s", ErrInvalid, r.Kind, old.Kind)
	}
	n := *old
	n.Tally = append(make(tally, 0, len(old.Tally)+4), old.Tally...)
	n.Tally.record(r, 1)
	n.Records++
	if n.Records == 1 || m.compare(n.First.member()) < 0 {
		n.First, n.ID = m.row(), clusterID(m.key, r)
	}
	tx.put(memberKey(cluster, m), []byte{})
	return tx.changeNode(cluster, old, &n)
}

// leave takes a record out of a cluster, which ends with its last record.
func (tx *Tx) leave(cluster Ref, m member, r Record) error {
	old, err := tx.node(cluster)
	if err != nil {
		return err
	}
	tx.delete(memberKey(cluster, m))
	if old.Records == 1 {
		tx.setNode(cluster, nil)
		return nil
	}
	n := *old
	n.Tally = slices.Clone(old.Tally)
	n.Tally.record(r, -1)
	n.Records--
	if m == n.First.member() {
		first, record, err := tx.firstMember(cluster)
		if err != nil {
			return err
		}
		n.First, n.ID = first.row(), clusterID(first.key, record)
	}
	return tx.changeNode(cluster, old, &n)
}

func (tx *Tx) firstMember(cluster Ref) (member, Record, error) {
	c := tx.scan(appendRef(newKey(rowMember, 8), cluster), nil, false)
	defer c.Close()
	if !c.Next() {
		return member{}, Record{}, errors.Join(fmt.Errorf("cluster %d has no records", cluster), c.Err())
	}
	_, m, err := parseMemberKey(c.Key())
	if err != nil {
		return m, Record{}, err
	}
	contribution, err := tx.claims(m.article)
	if err != nil {
		return m, Record{}, err
	}
	return m, contribution.Records[m.nr], nil
}

// clusterID is the id of a cluster whose earliest record is r. A country has one of
// its own, which no record can move.
func clusterID(articleKey string, r Record) ID {
	if r.Kind == KindCountry {
		return CountryID(r.ISO)
	}
	return RecordID(articleKey, r)
}

// changeNode replaces a cluster. If its day moved, so do its edges in the lists.
func (tx *Tx) changeNode(r Ref, old, n *nodeRow) error {
	tx.setNode(r, n)
	if old.Records == 0 || (n.Kind != KindEvent && n.Kind != KindStatement) || old.day() == n.day() {
		return nil
	}
	return tx.moveEdges(r, n.Kind, old.day(), n.day())
}

// setNode puts a node into the transaction; nil removes it. Its index rows wait for
// flush, but its own id answers at once.
func (tx *Tx) setNode(r Ref, n *nodeRow) {
	c, ok := tx.w.nodes[r]
	if !ok {
		before, err := lookup[nodeRow](tx, refKey(rowNode, r))
		c = &nodeChange{}
		if err == nil {
			c.before, c.now = &before, &before
		}
		tx.w.nodes[r] = c
	}
	if c.now != nil {
		tx.w.counts.addNode(c.now.Kind, -1)
		if ownID(c.now.Kind) {
			tx.delete(idKey(c.now.ID))
		}
	}
	if n != nil {
		tx.w.counts.addNode(n.Kind, 1)
		if ownID(n.Kind) {
			tx.put(idKey(n.ID), encode(idRow{Ref: r, Record: ArticleRecord}))
		}
	}
	c.now = n
}

// flush turns what the transaction has changed into rows, in key order.
func (w *writer) flush(tx *Tx) ([]kv.Row, error) {
	for r, c := range w.nodes {
		tx.writeNode(r, c)
	}
	if err := tx.flushText(); err != nil {
		return nil, err
	}
	if w.over.Len() == 0 {
		return nil, nil
	}
	tx.put(keyNext, binary.AppendUvarint(nil, uint64(w.next)))
	tx.put(keyStats, encode(w.counts))
	rows := make([]kv.Row, 0, w.over.Len())
	size := 0
	w.over.All(func(key string, value []byte) bool {
		rows = append(rows, kv.Row{Key: []byte(key), Value: value})
		size += len(key) + len(value)
		return true
	})
	if len(rows) > kv.MaxRows || size > kv.MaxBytes {
		return nil, fmt.Errorf("%d rows of %d bytes, the limits are %d and %d: %w", len(rows), size, kv.MaxRows, kv.MaxBytes, ErrTooLarge)
	}
	return rows, nil
}

// writeNode writes a changed node's row, and what of its index rows differs.
func (tx *Tx) writeNode(r Ref, c *nodeChange) {
	had, has := indexRows(r, c.before), indexRows(r, c.now)
	for key := range had {
		if _, still := has[key]; !still {
			tx.delete([]byte(key))
		}
	}
	for key, value := range has {
		if old, there := had[key]; !there || string(old) != string(value) {
			tx.put([]byte(key), value)
		}
	}
}
