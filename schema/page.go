package schema

import (
	"encoding/base64"
	"errors"
	"fmt"
	"iter"
	"strconv"

	"newsgraph/graph"
)

// The sizes of a page.
const (
	defaultFirst = 20
	maxFirst     = 100
	maxRank      = 1 << 30 // no list is so long: a forged cursor
)

// A pageArgs says which page of a list is wanted.
type pageArgs struct {
	First *int32
	After *string
}

// A listArgs is a pageArgs of a list with days.
type listArgs struct {
	pageArgs
	From *date
	To   *date
}

// size returns how many items are wanted.
func (a pageArgs) size() (int, error) { return between(0, maxFirst, "first", a.First, defaultFirst) }

// cursor returns what the list goes on after, "" for its start.
func (a pageArgs) cursor() string {
	if a.After == nil {
		return ""
	}
	return *a.After
}

// between returns the value of an argument, otherwise where it was not given.
func between(least, most int, argument string, given *int32, otherwise int) (int, error) {
	if given == nil {
		return otherwise, nil
	}
	if int(*given) < least || int(*given) > most {
		return 0, badInput(argument, "%d is not between %d and %d", *given, least, most)
	}
	return int(*given), nil
}

// badCursor is the error for a cursor that its list did not make.
func badCursor() error { return badInput("after", "no cursor of this list") }

// A connection is a page of a list of T, as Relay has them.
type connection[T any] struct {
	Edges   []item[T]
	hasNext bool
}

// An item is one T of a page, with its place in the list, and the edge of the graph
// that led there, if one did.
type item[T any] struct {
	Cursor string
	Node   T
	link   *edge
}

// Nodes returns the items alone.
func (c *connection[T]) Nodes() []T {
	all := make([]T, len(c.Edges))
	for i, e := range c.Edges {
		all[i] = e.Node
	}
	return all
}

// PageInfo says whether and where the list goes on.
func (c *connection[T]) PageInfo() pageInfo {
	p := pageInfo{HasNextPage: c.hasNext}
	if n := len(c.Edges); n > 0 {
		p.EndCursor = &c.Edges[n-1].Cursor
	}
	return p
}

// Link returns the edge that led to the item.
func (i item[T]) Link() *edge { return i.link }

// A pageInfo is the type PageInfo.
type pageInfo struct {
	HasNextPage bool
	EndCursor   *string
}

// page takes one page of a sequence that starts after its cursor: at most size
// items, those that make does not drop.
func page[In, T any](r *request, size int, all iter.Seq2[In, error], make func(In) (item[T], bool)) (*connection[T], error) {
	c := &connection[T]{Edges: []item[T]{}}
	for in, err := range all {
		if errors.Is(err, graph.ErrCursor) {
			return nil, badCursor()
		}
		if err == nil {
			err = r.spend(1)
		}
		if err != nil {
			return nil, err
		}
		made, ok := make(in)
		if !ok {
			continue
		}
		if len(c.Edges) == size {
			c.hasNext = true
			break
		}
		c.Edges = append(c.Edges, made)
	}
	return c, nil
}

// ranked takes one page of a sequence whose places are numbers, of the best first.
// skip is how many items come before the page.
func ranked[In, T any](r *request, size, skip int, all iter.Seq2[In, error], make func(In) (item[T], bool)) (*connection[T], error) {
	at := 0
	return page(r, size, all, func(in In) (item[T], bool) {
		made, ok := make(in)
		if ok {
			at++
			made.Cursor = rankCursor(at)
		}
		return made, ok && at > skip
	})
}

// rankCursor is the cursor of the nth item of a ranked list.
func rankCursor(n int) string { return opaque("rank " + strconv.Itoa(n)) }

func parseRankCursor(cursor string) (int, error) {
	if cursor == "" {
		return 0, nil
	}
	n := 0
	if _, err := fmt.Sscanf(plain(cursor), "rank %d", &n); err != nil || n < 1 || n > maxRank {
		return 0, badCursor()
	}
	return n, nil
}

// opaque hides what a cursor is made of, so that nobody builds on it.
func opaque(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }

// plain returns what opaque hid, "" if it is nothing of ours.
func plain(s string) string {
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		return ""
	}
	return string(b)
}
