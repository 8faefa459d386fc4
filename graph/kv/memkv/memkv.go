// Package memkv is a kv.Store in memory: for tests, and for graphs that need not
// outlive the process.
package memkv

import (
	"bytes"
	"strings"
	"sync"

	"github.com/tidwall/btree"

	"newsgraph/graph/kv"
)

// New returns an empty store.
func New() kv.Store { return &store{} }

type store struct {
	mu   sync.Mutex
	rows Tree // under mu; snapshots hold copies, which share until written
}

func (s *store) Snapshot() (kv.Snapshot, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return &snapshot{Tree{*s.rows.rows.Copy()}}, nil
}

func (s *store) Apply(batch []kv.Row) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range batch {
		if r.Value == nil {
			s.rows.rows.Delete(string(r.Key))
		} else {
			s.rows.Set(string(r.Key), bytes.Clone(r.Value))
		}
	}
	return nil
}

func (s *store) Close() error { return nil }

type snapshot struct{ tree Tree }

func (s *snapshot) Get(key []byte) ([]byte, error) {
	v, ok := s.tree.Get(key)
	if !ok {
		return nil, kv.ErrNotFound
	}
	return bytes.Clone(v), nil
}

func (s *snapshot) Close() {}

func (s *snapshot) Scan(prefix, from []byte, reverse bool) kv.Cursor {
	return s.tree.Scan(prefix, from, reverse)
}

// A Tree is an ordered map of rows. The zero value is empty.
type Tree struct{ rows btree.Map[string, []byte] }

// TreeOf returns a tree of rows; a nil value is kept as one.
func TreeOf(rows []kv.Row) *Tree {
	var t Tree
	for _, r := range rows {
		t.rows.Load(string(r.Key), r.Value)
	}
	return &t
}

// Get returns the value of a key and whether there is one.
func (t *Tree) Get(key []byte) ([]byte, bool) { return t.rows.Get(string(key)) }

// Set puts a row in; the tree keeps the value.
func (t *Tree) Set(key string, value []byte) { t.rows.Set(key, value) }

// Len returns the number of rows.
func (t *Tree) Len() int { return t.rows.Len() }

// All calls yield for each row in order until it returns false.
func (t *Tree) All(yield func(key string, value []byte) bool) { t.rows.Scan(yield) }

// Scan walks rows as kv.Snapshot.Scan does.
func (t *Tree) Scan(prefix, from []byte, reverse bool) kv.Cursor {
	return &cursor{it: t.rows.Iter(), prefix: string(prefix), from: from, reverse: reverse}
}

type cursor struct {
	it      btree.MapIter[string, []byte]
	prefix  string
	from    []byte
	reverse bool
	started bool
	ended   bool
}

func (c *cursor) Next() bool {
	ok := false
	switch {
	case c.ended:
	case !c.started && c.reverse:
		ok = c.last()
	case !c.started:
		ok = c.it.Seek(max(c.prefix, string(c.from)))
	case c.reverse:
		ok = c.it.Prev()
	default:
		ok = c.it.Next()
	}
	c.started = true
	c.ended = !ok || !strings.HasPrefix(c.it.Key(), c.prefix)
	return !c.ended
}

// last moves to the greatest key at or before from, or the last one of the prefix.
func (c *cursor) last() bool {
	limit, included := kv.PrefixEnd([]byte(c.prefix)), false
	if len(c.from) > 0 && (limit == nil || bytes.Compare(c.from, limit) < 0) {
		limit, included = c.from, true
	}
	if limit == nil || !c.it.Seek(string(limit)) {
		return c.it.Last()
	}
	return included && c.it.Key() == string(limit) || c.it.Prev()
}

func (c *cursor) Key() []byte            { return []byte(c.it.Key()) }
func (c *cursor) Value() ([]byte, error) { return c.it.Value(), nil }
func (c *cursor) Err() error             { return nil }
func (c *cursor) Close()                 {}
