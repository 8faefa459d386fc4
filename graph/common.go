package graph

import (
	"bytes"
	"errors"
	"iter"

	"newsgraph/graph/kv"
)

// A Side is one list of edges at a node: those of a kind that leave it or reach it.
type Side struct {
	Node      Ref
	Direction Direction
	Kind      EdgeKind
}

func (s Side) prefix() []byte {
	if s.Direction == In {
		return linksPrefix(rowReverse, s.Node, s.Kind)
	}
	return linksPrefix(rowEdge, s.Node, s.Kind)
}

// edge reads an edge of the list from its key.
func (s Side) edge(key []byte) (Edge, error) {
	parse := parseEdgeKey
	if s.Direction == In {
		parse = parseReverseKey
	}
	id, day, err := parse(key)
	return Edge{Kind: id.kind, From: id.from, To: id.to, Day: day, disc: id.disc, list: s.Direction}, err
}

// Common returns the edges of list a whose other end is that of an edge in list b too,
// newest first: by them X said what is about Y, or takes part where Y does. One edge
// comes for each node they share. Both lists must sort by those nodes' own days:
// statements or events. Count and Disc are left empty, as Links does.
func (tx *Tx) Common(a, b Side, p Page) iter.Seq2[Edge, error] {
	return func(yield func(Edge, error) bool) {
		if err := tx.common(a, b, p, func(e Edge) bool { return yield(e, nil) }); err != nil {
			yield(Edge{}, err)
		}
	}
}

// meetSize is the length of what two lists are compared by: a day and a node.
const meetSize = 4 + 8

// afterDisc sorts after every discriminator, and so after every edge to one node.
var afterDisc = bytes.Repeat([]byte{0xff}, 9)

// common leaps through two lists that sort by day and node: the one that is behind
// goes on to where the other stands.
func (tx *Tx) common(a, b Side, p Page, yield func(Edge) bool) error {
	from, skip, err := p.start(a.prefix())
	if err != nil {
		return err
	}
	l, r := tx.leap(a.prefix()), tx.leap(b.prefix())
	defer l.close()
	defer r.close()
	var seen []byte
	target := make([]byte, 0, meetSize)
	if from != nil {
		target = append(target, from[len(l.prefix):min(len(from), len(l.prefix)+meetSize)]...)
	}
	if skip {
		seen = bytes.Clone(target)
	}
	for l.to(target) && r.to(l.at) {
		if !bytes.Equal(l.at, r.at) {
			target = append(target[:0], r.at...)
			continue
		}
		found, err := a.edge(l.key)
		if err != nil {
			return err
		}
		if p.From != 0 && p.From != NoDay && found.Day < p.From {
			return nil
		}
		if !bytes.Equal(l.at, seen) && p.holds(found.Day) && !yield(found) {
			return nil
		}
		target = append(append(target[:0], l.at...), afterDisc...)
	}
	return errors.Join(l.failed, r.failed)
}

// A leap is a walk through one list that can jump ahead. A few steps cost less than
// a jump, so it tries those first.
type leap struct {
	tx     *Tx
	prefix []byte
	c      kv.Cursor
	key    []byte // the current row's
	at     []byte // its day and node
	failed error
}

// leapSteps is how many rows are walked before a jump: a Badger seek costs about ten
// steps.
const leapSteps = 8

func (tx *Tx) leap(prefix []byte) *leap { return &leap{tx: tx, prefix: prefix} }

// to moves to the first row at or after target, and reports whether there is one.
func (l *leap) to(target []byte) bool {
	for range leapSteps {
		if l.c == nil || bytes.Compare(l.key[len(l.prefix):], target) >= 0 {
			break
		}
		if !l.next() {
			return false
		}
	}
	if l.c == nil || bytes.Compare(l.key[len(l.prefix):], target) < 0 {
		l.close()
		l.c = l.tx.scan(l.prefix, append(bytes.Clone(l.prefix), target...), false)
		return l.next()
	}
	return true
}

func (l *leap) next() bool {
	if !l.c.Next() {
		l.failed = l.c.Err()
		return false
	}
	l.key = append(l.key[:0], l.c.Key()...)
	l.at = l.key[len(l.prefix) : len(l.prefix)+meetSize]
	return true
}

func (l *leap) close() {
	if l.c != nil {
		l.c.Close()
		l.c = nil
	}
}
