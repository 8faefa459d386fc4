// Package kv is the one seam below the graph: an ordered store of keys and values.
// A Store gives Snapshots to read on and applies Batches whole. Badger implements
// it (package badgerkv), and so does a tree in memory (package memkv); package
// kvtest says what any other must do.
//
// Every scan of the graph stays inside a prefix whose first parts could name a
// partition, so a distributed ordered store can stand here too.
package kv

import "errors"

// A Store is an ordered store of keys and values. Its methods may be called by
// several goroutines at once.
type Store interface {
	// Snapshot returns a view of the store as it is now. Close it after use.
	Snapshot() (Snapshot, error)
	// Apply writes the rows of a batch, all or none, in any order. When it returns
	// nil they are on disk. Keys are not empty and come once. The caller may use the
	// batch's bytes again. A batch that is too large returns ErrTooLarge, and one for
	// which the disk may not suffice ErrNoSpace; they change nothing.
	Apply(batch []Row) error
	// Close ends the store. Snapshots must be closed before.
	Close() error
}

// A Snapshot reads one unchanging state of the store. One goroutine uses it at a time.
type Snapshot interface {
	// Get returns the value of a key, or ErrNotFound. The value is a copy and the
	// caller's to keep.
	Get(key []byte) ([]byte, error)
	// Scan returns a cursor over the keys with the given prefix, in order, or in
	// reverse. It starts at the first key at or after from (reverse: at or before);
	// an empty from starts at the end of the range. It never leaves the prefix, wherever
	// from lies. Cursors may be open side by side; they keep prefix and from.
	Scan(prefix, from []byte, reverse bool) Cursor
	// Close frees the snapshot. Its cursors must be closed before.
	Close()
}

// A Cursor walks rows: for c.Next() { use c.Key(), c.Value() }, then Err and Close.
type Cursor interface {
	// Next moves to the first or next row and reports whether there is one. After
	// the last it stays false.
	Next() bool
	// Key returns the row's key. It is valid until Next or Close.
	Key() []byte
	// Value returns the row's value. It is valid until Next or Close.
	Value() ([]byte, error)
	// Err returns the error that ended the walk, if one did.
	Err() error
	// Close frees the cursor.
	Close()
}

// A Row of a batch is a key with its new value; a nil Value deletes the key. An
// empty value that is not nil is a value.
type Row struct {
	Key   []byte
	Value []byte
}

// MaxRows and MaxBytes (of keys and values) bound a batch. Every store takes one of
// that size.
const (
	MaxRows  = 120_000
	MaxBytes = 16 << 20
)

var (
	// ErrNotFound means that no row has the key.
	ErrNotFound = errors.New("no such row")
	// ErrTooLarge means that a batch has more rows or bytes than can be applied whole.
	ErrTooLarge = errors.New("batch too large to apply whole")
	// ErrLocked means that another process has the store open.
	ErrLocked = errors.New("store is in use by another process")
	// ErrFormat means that the store was written in another format than this program's.
	ErrFormat = errors.New("store has another format")
	// ErrNoSpace means that the disk is too full to write on safely.
	ErrNoSpace = errors.New("too little space left on the disk")
)

// PrefixEnd returns the least key after every key that has the prefix, or nil if
// there is none.
func PrefixEnd(prefix []byte) []byte {
	for i := len(prefix) - 1; i >= 0; i-- {
		if prefix[i] != 0xff {
			end := append([]byte(nil), prefix[:i+1]...)
			end[i]++
			return end
		}
	}
	return nil
}
