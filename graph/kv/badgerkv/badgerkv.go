// Package badgerkv is the kv.Store that newsgraph ships with: Badger, embedded, one
// directory, one writing process or several reading ones.
package badgerkv

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
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
	// memTable bounds a batch: Badger takes one of up to 15 % of it, about 20 MB with
	// some 22 bytes for each row, which kv.MaxRows rows of kv.MaxBytes bytes stay under.
	memTable = 128 << 20
	// memTables is how many of them may wait in memory to be written out as tables.
	memTables = 2
	// blockCache holds decompressed blocks; reads of a cold store gain most from it.
	blockCache = 96 << 20
	// valueLog is the size of a value log file. Only values of 1 MiB and more go there.
	valueLog = 64 << 20
)

type store struct {
	db   *badger.DB
	disk disk
}

// Open opens the store in a directory, made if it is missing. It returns kv.ErrLocked,
// kv.ErrFormat or kv.ErrNoSpace where they say why it cannot.
func Open(dir string, o Options) (kv.Store, error) {
	d := disk{dir: dir, free: freeSpace}
	if !o.ReadOnly {
		if err := errors.Join(checkDir(dir), d.check()); err != nil {
			return nil, err
		}
	}
	b := badger.DefaultOptions(dir).
		WithSyncWrites(!o.NoSync).
		WithReadOnly(o.ReadOnly).
		WithDetectConflicts(false). // one writer: there is nothing to detect
		WithMemTableSize(memTable).
		WithNumMemtables(memTables).
		WithValueLogFileSize(valueLog).
		WithCompression(options.ZSTD).
		WithZSTDCompressionLevel(1).
		WithBlockCacheSize(blockCache).
		WithMetricsEnabled(false).
		WithLogger(logger{o.Log})
	db, err := badger.Open(b)
	if err != nil && strings.Contains(err.Error(), "Create a new file") {
		// A crash just as Badger made a log file left one without bytes. The failed
		// opening has given it its size.
		db, err = badger.Open(b)
	}
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", dir, cause(err))
	}
	return &store{db, d}, nil
}

// cause puts what Badger tells only in words into an error that callers know.
func cause(err error) error {
	switch s := err.Error(); {
	case strings.Contains(s, "Cannot acquire directory lock"):
		return fmt.Errorf("%w: one process at a time may have it open for writing, and none may read it meanwhile; end the other first", kv.ErrLocked)
	case strings.Contains(s, "manifest has unsupported version"), strings.Contains(s, "manifest has bad magic"):
		line, _, _ := strings.Cut(s, "\n")
		return fmt.Errorf("%w: another version of Badger wrote it, or it is damaged: %s", kv.ErrFormat, line)
	}
	return err
}

// checkDir refuses a directory that holds something else than a store, so that a
// mistyped name does not strew Badger's files among others.
func checkDir(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("open store: %w", err)
	}
	other := ""
	for _, e := range entries {
		switch e.Name() {
		case badger.ManifestFilename:
			return nil
		case "LOCK", "MANIFEST-REWRITE", "lost+found": // Badger's own, before its manifest is there
		default:
			other = e.Name()
		}
	}
	if other != "" {
		return fmt.Errorf("open store %s: the folder holds other things (%s) and no store; name a new or empty one", dir, other)
	}
	return nil
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
		size += len(r.Key) + len(r.Value)
	}
	if len(batch) > kv.MaxRows || size > kv.MaxBytes {
		return fmt.Errorf("%d rows of %d bytes: %w", len(batch), size, kv.ErrTooLarge)
	}
	if err := s.disk.check(); err != nil {
		return err
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
		if end := kv.PrefixEnd(prefix); len(from) == 0 || end != nil && bytes.Compare(from, end) >= 0 {
			c.from, c.before = end, true
		}
	} else if bytes.Compare(from, prefix) < 0 {
		c.from = prefix
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
	from    []byte // empty: the end of the store
	way     int    // 0 forwards, 1 backwards
	before  bool   // from itself is past the range
	started bool
	ended   bool
}

func (c *cursor) Next() bool {
	switch {
	case c.ended:
		return false
	case c.started:
		c.it.Next()
	default:
		c.started = true
		c.it.Seek(c.from)
		if c.before && c.from != nil && c.it.Valid() && bytes.Equal(c.Key(), c.from) {
			c.it.Next()
		}
	}
	c.ended = !c.it.ValidForPrefix(c.prefix)
	return !c.ended
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
