package graph

import (
	"fmt"
)

// A KindSet is a set of edge kinds.
type KindSet uint64

// KindSetOf returns the set of the given kinds.
func KindSetOf(kinds ...EdgeKind) (s KindSet) {
	for _, k := range kinds {
		s |= 1 << k
	}
	return s
}

// Has reports whether a kind is in the set.
func (s KindSet) Has(k EdgeKind) bool { return s&(1<<k) != 0 }

// Star calls yield for the edges of some kinds at a node, in one direction, by keys
// alone: kind by kind, the newest of each kind first, at most limit of a kind. It
// reports whether edges were left out. Fill completes an edge.
func (tx *Tx) Star(n Ref, d Direction, kinds KindSet, limit int, yield func(Edge) bool) (truncated bool, err error) {
	row, parse := byte(rowEdge), parseEdgeKey
	if d == In {
		row, parse = rowReverse, parseReverseKey
	}
	w := starWalk{prefix: appendRef(newKey(row, 8), n), parse: parse, kinds: kinds, limit: limit, yield: yield}
	var from []byte
	for {
		next, err := w.from(tx, from)
		if err != nil {
			return false, fmt.Errorf("edges of node %d: %w", n, err)
		}
		if next == 0 {
			return w.truncated, nil
		}
		from = append(append([]byte(nil), w.prefix...), byte(next))
	}
}

// A starWalk is one call of Star.
type starWalk struct {
	prefix    []byte
	parse     func([]byte) (edgeID, Day, error)
	kinds     KindSet
	limit     int
	yield     func(Edge) bool
	truncated bool
}

// from yields edges from a key on, until it comes to one that is to be passed over
// with the rest of its kind: then it returns the kind to go on with. 0 is the end.
func (w *starWalk) from(tx *Tx, key []byte) (next EdgeKind, err error) {
	c := tx.scan(w.prefix, key, false)
	defer c.Close()
	kind, n := EdgeKind(0), 0
	for c.Next() {
		id, day, err := w.parse(c.Key())
		if err != nil {
			return 0, err
		}
		if id.kind != kind {
			kind, n = id.kind, 0
		}
		n++
		if !w.kinds.Has(kind) {
			if n < leapSteps { // a few steps cost less than a jump
				continue
			}
			return kind + 1, nil
		}
		if n > w.limit {
			w.truncated = true
			return kind + 1, nil
		}
		if !w.yield(Edge{Kind: id.kind, From: id.from, To: id.to, Day: day, disc: id.disc}) {
			return 0, nil
		}
	}
	return 0, c.Err()
}

// Fill reads the Count and Disc of an edge that Links or Star gave.
func (tx *Tx) Fill(e *Edge) error {
	row, err := lookup[edgeRow](tx, edgeKey(edgeID{e.From, e.Kind, e.To, e.disc}, e.Day))
	if err != nil {
		return fmt.Errorf("%s edge: %w", e.Kind, err)
	}
	e.Count, e.Disc = row.Count, row.Disc
	return nil
}
