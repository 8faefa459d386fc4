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
	"newsgraph/graph/kv/memkv"
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
	writing sync.Mutex // held by Queue
	queued  *Commit    // the last one queued; under writing
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

// Close ends the graph, after what is queued. Transactions must have ended.
func (g *Graph) Close() error {
	g.writing.Lock()
	defer g.writing.Unlock()
	if g.queued != nil {
		<-g.queued.done
	}
	return g.store.Close()
}

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
// on disk when Update returns nil, and nothing of it if fn returns an error.
func (g *Graph) Update(fn func(*Tx) error) error {
	c, err := g.Queue(fn)
	if err != nil {
		return err
	}
	err = c.Wait()
	if err != nil {
		g.forget(c)
	}
	return err
}

// forget drops a failed transaction whose failure has been told.
func (g *Graph) forget(c *Commit) {
	g.writing.Lock()
	defer g.writing.Unlock()
	if g.queued == c {
		g.queued = nil
	}
}

// Queue is Update that does not wait for the disk: a transaction after it sees what it
// changed and is prepared while it is written. One is written at a time, in order;
// after one that failed, those queued behind it fail with the same error. View shows
// it when it is on disk.
func (g *Graph) Queue(fn func(*Tx) error) (*Commit, error) {
	g.writing.Lock()
	defer g.writing.Unlock()
	before := g.queued
	if before != nil && before.ended() { // asked before the snapshot is taken, which then holds it
		g.queued = nil
		if before.err != nil {
			return nil, before.err
		}
		before = nil
	}
	var rows []kv.Row
	err := g.View(func(tx *Tx) error {
		w, err := newWriter(tx, g.options, before)
		if err != nil {
			return err
		}
		if err := fn(tx); err != nil {
			return err
		}
		rows, err = w.flush(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	if before != nil {
		if err := before.Wait(); err != nil {
			g.queued = nil
			return nil, err
		}
	}
	c := &Commit{rows: memkv.TreeOf(rows), done: make(chan struct{})}
	g.queued = c
	go func() {
		defer close(c.done)
		if len(rows) > 0 {
			c.err = g.store.Apply(rows)
		}
	}()
	return c, nil
}

// A Commit is a transaction on its way to the disk.
type Commit struct {
	rows *memkv.Tree // what later transactions see of it until it is there
	done chan struct{}
	err  error // once done is closed
}

// Wait returns when the transaction is on disk, or says why it is not and never will be.
func (c *Commit) Wait() error {
	<-c.done
	return c.err
}

// ended reports whether the transaction is on disk, or never will be.
func (c *Commit) ended() bool {
	select {
	case <-c.done:
		return true
	default:
		return false
	}
}
