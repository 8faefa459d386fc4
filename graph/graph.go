package graph

import (
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"

	"newsgraph/graph/kv"
	"newsgraph/graph/kv/badgerkv"
)

// formatVersion is the format that this program reads and writes.
//
//	1: the first
const formatVersion = 1

// Options says how a graph is opened. The zero value opens it for reading and
// writing, durably.
type Options struct {
	ReadOnly bool             // read beside other readers; the store must exist
	NoSync   bool             // do not wait for the disk at each transaction: tests, throw-away stores
	NoText   bool             // write no full-text rows: for measuring what they cost
	Log      *slog.Logger     // the store's warnings; nil drops them
	Now      func() time.Time // when articles are loaded; nil: time.Now
}

// A Graph is an open store. Its methods may be called by several goroutines at once;
// writers wait for one another.
type Graph struct {
	store   kv.Store
	options Options
	writing sync.Mutex // held by Update
}

// Open opens the graph in a directory, which is made if it is missing. One process
// may have it open for writing.
func Open(dir string, o Options) (*Graph, error) {
	if o.ReadOnly {
		if _, err := os.Stat(dir); err != nil {
			return nil, fmt.Errorf("open store: %w", err)
		}
	}
	s, err := badgerkv.Open(dir, badgerkv.Options{ReadOnly: o.ReadOnly, NoSync: o.NoSync, Log: o.Log})
	if err != nil {
		return nil, err
	}
	g, err := OpenStore(s, o)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", dir, err), s.Close())
	}
	return g, nil
}

// OpenStore opens the graph in a store of any kind. The graph closes it.
func OpenStore(s kv.Store, o Options) (*Graph, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	g := &Graph{store: s, options: o}
	return g, g.checkVersion()
}

// checkVersion refuses a store of another format, and marks a new one with ours.
func (g *Graph) checkVersion() error {
	snap, err := g.store.Snapshot()
	if err != nil {
		return err
	}
	defer snap.Close()
	b, err := snap.Get(keyVersion)
	if errors.Is(err, kv.ErrNotFound) {
		if g.options.ReadOnly {
			return nil
		}
		return g.store.Apply([]kv.Row{{Key: keyVersion, Value: binary.AppendUvarint(nil, formatVersion)}})
	}
	if err != nil {
		return err
	}
	if v, _ := binary.Uvarint(b); v != formatVersion {
		return fmt.Errorf("%w: version %d, this program reads version %d; load the articles again into a new store", ErrFormat, v, formatVersion)
	}
	return nil
}

// Close ends the graph. Transactions must have ended.
func (g *Graph) Close() error { return g.store.Close() }

// View calls fn with a transaction on the graph as it is now. Whatever is loaded
// meanwhile does not show. The Tx must not be used after fn returns, nor by two
// goroutines at once.
func (g *Graph) View(fn func(*Tx) error) error {
	snap, err := g.store.Snapshot()
	if err != nil {
		return err
	}
	defer snap.Close()
	return fn(&Tx{snap: snap})
}

// Update calls fn with a transaction that can also apply Mutations. All of it is
// written when fn returns nil, and nothing if fn returns an error.
func (g *Graph) Update(fn func(*Tx) error) error {
	g.writing.Lock()
	defer g.writing.Unlock()
	return g.View(func(tx *Tx) error {
		w, err := newWriter(tx, g.options)
		if err != nil {
			return err
		}
		tx.w = w
		if err := fn(tx); err != nil {
			return err
		}
		rows, err := tx.flush()
		if err != nil || len(rows) == 0 {
			return err
		}
		return g.store.Apply(rows)
	})
}
