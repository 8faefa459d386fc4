// Package badgerkv is the kv.Store that newsgraph ships with: Badger, embedded, one
// directory, one writing process or several reading ones.
package badgerkv

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"

	"newsgraph/graph/kv"
)

// Options says how a store is opened. The zero value is a durable store for reading
// and writing.
type Options struct {
	ReadOnly bool         // open beside other readers; a store that crashed must be opened for writing once
	NoSync   bool         // do not wait for the disk at each batch: for tests and throw-away stores
	Log      *slog.Logger // Badger's warnings and errors; nil drops them
}

const (
	// memTable bounds a batch: Badger takes one of up to 15 % of it, about 19 MB.
	memTable = 128 << 20
	// blockCache holds decompressed blocks; reads of a cold store gain most from it.
	blockCache = 256 << 20
	// batchRows and batchBytes keep a batch clear of Badger's own limits.
	batchBytes = memTable / 100 * 14
)

type store struct {
	db *badger.DB
}

// Open opens the store in a directory, made if it is missing.
func Open(dir string, o Options) (kv.Store, error) {
	b := badger.DefaultOptions(dir).
		WithSyncWrites(!o.NoSync).
		WithReadOnly(o.ReadOnly).
		WithDetectConflicts(false). // one writer: there is nothing to detect
		WithMemTableSize(memTable).
		WithNumMemtables(3).
		WithCompression(options.ZSTD).
		WithZSTDCompressionLevel(1).
		WithBlockCacheSize(blockCache).
		WithMetricsEnabled(false).
		WithLogger(logger{o.Log})
	db, err := badger.Open(b)
	if err != nil {
		if strings.Contains(err.Error(), "Cannot acquire directory lock") {
			return nil, fmt.Errorf("%s: %w", dir, kv.ErrLocked)
		}
		return nil, fmt.Errorf("open store %s: %w", dir, err)
	}
	return &store{db}, nil
}

func (s *store) Close() error { return s.db.Close() }

func (s *store) Snapshot() (kv.Snapshot, error) {
	if s.db.IsClosed() {
		return nil, badger.ErrDBClosed
	}
	return &snapshot{txn: s.db.NewTransaction(false)}, nil
}

func (s *store) Apply(batch []kv.Row) error {
	size := 0
	for _, r := range batch {
		size += len(r.Key) + len(r.Value) + 16
	}
	if size > batchBytes {
		return fmt.Errorf("%d rows of %d bytes: %w", len(batch), size, kv.ErrTooLarge)
	}
	txn := s.db.NewTransaction(true)
	defer txn.Discard()
	for _, r := range batch {
		var err error
		if r.Value == nil {
			err = txn.Delete(r.Key)
		} else {
			err = txn.SetEntry(badger.NewEntry(r.Key, r.Value))
		}
		if errors.Is(err, badger.ErrTxnTooBig) {
			return fmt.Errorf("%d rows of %d bytes: %w", len(batch), size, kv.ErrTooLarge)
		}
		if err != nil {
			return fmt.Errorf("write row: %w", err)
		}
	}
	return txn.Commit()
}

// A snapshot is a read-only Badger transaction. A new iterator costs twice a Seek, so
// iterators are kept and used again by later scans.
type snapshot struct {
	txn  *badger.Txn
	idle [2][]*badger.Iterator // forward, reverse
}

func (s *snapshot) Get(key []byte) ([]byte, error) {
	item, err := s.txn.Get(key)
	if errors.Is(err, badger.ErrKeyNotFound) {
		return nil, kv.ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	return item.ValueCopy(nil)
}

func (s *snapshot) Scan(prefix, from []byte, reverse bool) kv.Cursor {
	c := &cursor{s: s, prefix: prefix, from: from}
	if reverse {
		c.way = 1
	}
	if from == nil {
		c.from = prefix
		if reverse {
			c.from = append(bytes.Clone(prefix), bytes.Repeat([]byte{0xff}, 64)...)
		}
	}
	if n := len(s.idle[c.way]); n > 0 {
		c.it, s.idle[c.way] = s.idle[c.way][n-1], s.idle[c.way][:n-1]
		return c
	}
	c.it = s.txn.NewIterator(badger.IteratorOptions{Reverse: reverse})
	return c
}

func (s *snapshot) Close() {
	for _, its := range s.idle {
		for _, it := range its {
			it.Close()
		}
	}
	s.txn.Discard()
}

type cursor struct {
	s       *snapshot
	it      *badger.Iterator
	prefix  []byte
	from    []byte
	way     int
	started bool
}

func (c *cursor) Next() bool {
	if !c.started {
		c.it.Seek(c.from)
		c.started = true
	} else {
		c.it.Next()
	}
	return c.it.ValidForPrefix(c.prefix)
}

func (c *cursor) Key() []byte { return c.it.Item().Key() }

func (c *cursor) Value() ([]byte, error) {
	var v []byte
	err := c.it.Item().Value(func(b []byte) error { v = b; return nil })
	return v, err
}

func (c *cursor) Err() error { return nil }

func (c *cursor) Close() {
	if c.it != nil {
		c.s.idle[c.way] = append(c.s.idle[c.way], c.it)
		c.it = nil
	}
}

// logger hands Badger's warnings and errors on; its chatter is dropped.
type logger struct{ log *slog.Logger }

func (l logger) Errorf(f string, a ...any) {
	if l.log != nil {
		l.log.Error("badger: " + strings.TrimSpace(fmt.Sprintf(f, a...)))
	}
}

func (l logger) Warningf(f string, a ...any) {
	if l.log != nil {
		l.log.Warn("badger: " + strings.TrimSpace(fmt.Sprintf(f, a...)))
	}
}

func (l logger) Infof(string, ...any)  {}
func (l logger) Debugf(string, ...any) {}
