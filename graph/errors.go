package graph

import (
	"errors"

	"newsgraph/graph/kv"
)

// Opening a store.
var (
	// ErrLocked means that another process has the store open for writing.
	ErrLocked = kv.ErrLocked
	// ErrFormat means that the store was written in another format than this program's.
	ErrFormat = kv.ErrFormat
)

// Reading.
var (
	// ErrNotFound means that no node has the id, key or code asked for. The id of a
	// withdrawn article's records answers so too.
	ErrNotFound = errors.New("not found")
	// ErrCursor means that a cursor was not made by the list it is used on.
	ErrCursor = errors.New("malformed cursor")
)

// Writing.
var (
	// ErrInvalid means that a contribution breaks a rule of the data model.
	ErrInvalid = errors.New("invalid contribution")
	// ErrTooLarge means that a transaction has more rows than can be applied whole.
	ErrTooLarge = kv.ErrTooLarge
	// ErrNoSpace means that the disk is too full to write on safely; Open may return it
	// too. What was written before is whole.
	ErrNoSpace = kv.ErrNoSpace
)
