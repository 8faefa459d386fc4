package graph

import (
	"errors"
	"fmt"

	"newsgraph/graph/kv"
	"newsgraph/graph/kv/memkv"
)

// A Tx reads one snapshot of the graph, and within Update also changes it. One
// goroutine uses it at a time. What it returns is copies, which stay valid.
type Tx struct {
	snap  kv.Snapshot
	reads int
	w     *writer // nil in View
	// What View read lately. None of it is changed. In Update it could change, and is
	// not kept.
	recent      map[Ref]*Contribution // the text is in Article.Text once it was asked for
	recentNodes map[Ref]*nodeRow
	recentSlots map[Ref][]slot
}

const (
	// maxRecent bounds Tx.recent and recentSlots; an article takes some 30 KB there.
	maxRecent = 2048
	// maxRecentNodes bounds Tx.recentNodes; a node takes some 500 bytes there.
	maxRecentNodes = 1 << 15
)

// remember keeps what View read, in a map of at most limit entries.
func remember[V any](tx *Tx, recent *map[Ref]V, limit int, r Ref, v V) {
	if tx.w != nil {
		return
	}
	if *recent == nil || len(*recent) >= limit {
		*recent = map[Ref]V{}
	}
	(*recent)[r] = v
}

// Reads returns how many gets and scans the transaction has done so far. It lets
// tests hold the cost of a query.
func (tx *Tx) Reads() int { return tx.reads }

// get returns the value of a row, or kv.ErrNotFound.
func (tx *Tx) get(key []byte) ([]byte, error) {
	tx.reads++
	if tx.w != nil {
		for _, rows := range []*memkv.Tree{tx.w.over, tx.w.under} {
			if rows == nil {
				continue
			}
			if v, ok := rows.Get(key); ok {
				if v == nil {
					return nil, kv.ErrNotFound
				}
				return v, nil
			}
		}
	}
	return tx.snap.Get(key)
}

// lookup decodes the value of a row. A missing row is ErrNotFound.
func lookup[V any](tx *Tx, key []byte) (V, error) {
	b, err := tx.get(key)
	if errors.Is(err, kv.ErrNotFound) {
		err = ErrNotFound
	}
	if err != nil {
		var none V
		return none, err
	}
	v, err := decode[V](b)
	if err != nil {
		return v, fmt.Errorf("%s: %w", describeKey(key), err)
	}
	return v, nil
}

// scan walks the rows with a prefix, as kv.Snapshot.Scan does, with what the
// transaction itself has written.
func (tx *Tx) scan(prefix, from []byte, reverse bool) kv.Cursor {
	tx.reads++
	c := tx.snap.Scan(prefix, from, reverse)
	if tx.w == nil {
		return c
	}
	for _, rows := range []*memkv.Tree{tx.w.under, tx.w.over} {
		if rows != nil && rows.Len() > 0 {
			c = newMerge(c, rows.Scan(prefix, from, reverse), reverse)
		}
	}
	return c
}

// node returns the stored form of a node. Within Update it may have changes that
// are not written yet.
func (tx *Tx) node(r Ref) (*nodeRow, error) {
	if tx.w != nil {
		if n, ok := tx.w.nodes[r]; ok {
			if n.now == nil {
				return nil, fmt.Errorf("node %d: %w", r, ErrNotFound)
			}
			return n.now, nil
		}
	}
	if n, ok := tx.recentNodes[r]; ok {
		return n, nil
	}
	n, err := lookup[nodeRow](tx, refKey(rowNode, r))
	if err == nil {
		err = n.validate()
	}
	if err != nil {
		return nil, err
	}
	remember(tx, &tx.recentNodes, maxRecentNodes, r, &n)
	return &n, nil
}

// slots returns where the records of an article are placed.
func (tx *Tx) slots(article Ref) ([]slot, error) {
	if s, ok := tx.recentSlots[article]; ok {
		return s, nil
	}
	s, err := lookup[[]slot](tx, refKey(rowClusters, article))
	if err == nil {
		remember(tx, &tx.recentSlots, maxRecent, article, s)
	}
	return s, err
}

// Contribution returns what an article gives, with its text.
func (tx *Tx) Contribution(article Ref) (*Contribution, error) {
	c, err := lookup[*Contribution](tx, refKey(rowContribution, article))
	if err != nil {
		return nil, fmt.Errorf("contribution of article %d: %w", article, err)
	}
	if c.Article, err = tx.Article(article); err != nil {
		return nil, err
	}
	c.Article.Text, err = tx.Text(article)
	return c, err
}

// claims returns the records and claims of an article. They are shared: not to be changed.
func (tx *Tx) claims(article Ref) (*Contribution, error) {
	if c, ok := tx.recent[article]; ok {
		return c, nil
	}
	if tx.w != nil && tx.w.lastArticle == article && tx.w.lastContribution != nil {
		return tx.w.lastContribution, nil
	}
	c, err := lookup[*Contribution](tx, refKey(rowContribution, article))
	if err != nil {
		return nil, fmt.Errorf("contribution of article %d: %w", article, err)
	}
	remember(tx, &tx.recent, maxRecent, article, c)
	return c, nil
}

// claimsAndText returns the records and claims of an article, and its text.
func (tx *Tx) claimsAndText(article Ref) (*Contribution, string, error) {
	c, err := tx.claims(article)
	if err != nil {
		return nil, "", err
	}
	if c.Article.Text != "" {
		return c, c.Article.Text, nil
	}
	text, err := tx.Text(article)
	if err == nil && tx.w == nil {
		c.Article.Text = text
	}
	return c, text, err
}
