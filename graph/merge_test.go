package graph

import (
	"bytes"
	"maps"
	"slices"
	"sync"
	"testing"

	"newsgraph/graph/kv"
	"newsgraph/graph/kv/kvtest"
	"newsgraph/graph/kv/memkv"
)

// TestOverlay reads as an updating transaction does, through what it has written and
// what the one before it has, by the contract of a kv.Store.
func TestOverlay(t *testing.T) {
	kvtest.Test(t, func(*testing.T) kv.Store { return newOverlay() })
}

func TestOverlaySimulation(t *testing.T) { kvtest.Simulate(t, newOverlay(), 1_500, nil) }

// An overlay is a store whose batches pass through the two layers of a transaction,
// and reach the store below only later.
type overlay struct {
	mu          sync.Mutex // over the fields below
	lower       kv.Store
	under, over map[string][]byte
	applied     int
}

func newOverlay() kv.Store {
	return &overlay{lower: memkv.New(), under: map[string][]byte{}, over: map[string][]byte{}}
}

func (o *overlay) Apply(batch []kv.Row) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, r := range batch {
		o.over[string(r.Key)] = bytes.Clone(r.Value)
	}
	if o.applied++; o.applied%3 > 0 {
		return nil
	}
	err := o.lower.Apply(rowsIn(o.under))
	o.under, o.over = o.over, map[string][]byte{}
	return err
}

func rowsIn(layer map[string][]byte) []kv.Row {
	var rows []kv.Row
	for _, k := range slices.Sorted(maps.Keys(layer)) {
		rows = append(rows, kv.Row{Key: []byte(k), Value: layer[k]})
	}
	return rows
}

func (o *overlay) Snapshot() (kv.Snapshot, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	s, err := o.lower.Snapshot()
	if err != nil {
		return nil, err
	}
	w := &writer{under: memkv.TreeOf(rowsIn(o.under)), over: memkv.TreeOf(rowsIn(o.over))}
	return overlaySnapshot{&Tx{snap: s, w: w}}, nil
}

func (o *overlay) Close() error { return o.lower.Close() }

// An overlaySnapshot reads through a Tx.
type overlaySnapshot struct{ tx *Tx }

func (s overlaySnapshot) Get(key []byte) ([]byte, error) {
	v, err := s.tx.get(key)
	return bytes.Clone(v), err // a Tx keeps what it returns
}

func (s overlaySnapshot) Scan(prefix, from []byte, reverse bool) kv.Cursor {
	return s.tx.scan(prefix, from, reverse)
}

func (s overlaySnapshot) Close() { s.tx.snap.Close() }
