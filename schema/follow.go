package schema

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/graph-gophers/graphql-go"

	"newsgraph/graph"
)

// A step is a kind of edge and the way in which it is followed.
type step struct {
	kind graph.EdgeKind
	way  graph.Direction
}

func out(k graph.EdgeKind) step { return step{k, graph.Out} }
func in(k graph.EdgeKind) step  { return step{k, graph.In} }

func both(k graph.EdgeKind) []step { return []step{out(k), in(k)} }

func events(k graph.Kind) bool     { return k == graph.KindEvent }
func statements(k graph.Kind) bool { return k == graph.KindStatement }

// String returns the step as cursors have it.
func (s step) String() string { return fmt.Sprintf("%d.%d", s.kind, s.way) }

// follow takes a page of what is one step away from a node, newest first, as T; only
// nodes of the kinds that keep accepts, if it is not nil.
func follow[T any](t *thing, as func(*thing) T, keep func(graph.Kind) bool, args listArgs, steps ...step) (*connection[T], error) {
	size, err := args.size()
	if err != nil {
		return nil, err
	}
	places, err := parsePlaces(steps, args.cursor())
	if err != nil {
		return nil, err
	}
	days := graph.Page{From: args.From.day(), To: args.To.day()}
	return page(t.r, size, t.edges(steps, places, days), func(m met) (item[T], bool) {
		other := t.r.thing(m.edge.Other(t.n.Ref))
		return item[T]{m.cursor, as(other), &edge{r: t.r, e: m.edge}}, keep == nil || keep(other.n.Kind)
	})
}

// shared takes a page of what is one step from a node and also one step from another,
// which an argument names by its id: newest first, as T.
func shared[T any](t *thing, as func(*thing) T, args listArgs, mine step, argument string, other graphql.ID, theirs step) (*connection[T], error) {
	size, err := args.size()
	if err != nil {
		return nil, err
	}
	id, err := idOf(other)
	if err != nil {
		return nil, badInput(argument, "%q is no id", other)
	}
	n, err := t.r.tx.Node(id)
	if errors.Is(err, graph.ErrNotFound) {
		return nil, badInput(argument, "there is no node %s", id)
	}
	if err != nil {
		return nil, err
	}
	p := graph.Page{After: args.cursor(), From: args.From.day(), To: args.To.day()}
	both := t.r.tx.Common(mine.side(t.n.Ref), theirs.side(n.Ref), p)
	return page(t.r, size, both, func(e graph.Edge) (item[T], bool) {
		return item[T]{e.Cursor(), as(t.r.thing(e.Other(t.n.Ref))), &edge{r: t.r, e: e}}, true
	})
}

// side is the list of edges that the step follows at a node.
func (s step) side(n graph.Ref) graph.Side {
	return graph.Side{Node: n, Direction: s.way, Kind: s.kind}
}

// A met is an edge met on one of several steps, with its place in their list.
type met struct {
	edge   graph.Edge
	cursor string
}

// edges returns the edges of several steps, each after its place, as one list, newest
// first; of one day, in the order of the steps.
func (t *thing) edges(steps []step, p places, days graph.Page) iter.Seq2[met, error] {
	lists := make([]iter.Seq2[graph.Edge, error], len(steps))
	for i, s := range steps {
		page := days
		page.After = p[i]
		lists[i] = t.r.tx.Links(t.n.Ref, s.way, s.kind, page)
	}
	if len(lists) == 1 {
		return single(lists[0], steps, p)
	}
	return merged(lists, steps, p)
}

// single does what merged does, for one list, without a coroutine.
func single(list iter.Seq2[graph.Edge, error], steps []step, p places) iter.Seq2[met, error] {
	return func(yield func(met, error) bool) {
		for e, err := range list {
			p[0] = e.Cursor()
			if !yield(met{e, p.cursor(steps)}, err) {
				return
			}
		}
	}
}

func merged(lists []iter.Seq2[graph.Edge, error], steps []step, p places) iter.Seq2[met, error] {
	return func(yield func(met, error) bool) {
		heads := make([]head, len(lists))
		for i, list := range lists {
			next, stop := iter.Pull2(list)
			defer stop()
			heads[i].next = next
			heads[i].advance()
		}
		for {
			i := newest(heads)
			if i < 0 {
				return
			}
			h := &heads[i]
			p[i] = h.edge.Cursor()
			if !yield(met{h.edge, p.cursor(steps)}, h.err) {
				return
			}
			h.advance()
		}
	}
}

// A head is the next edge of one step's list.
type head struct {
	next func() (graph.Edge, error, bool)
	edge graph.Edge
	err  error
	ok   bool
}

func (h *head) advance() { h.edge, h.err, h.ok = h.next() }

// newest returns which head comes first, or -1 if all lists have ended. An error
// comes before all.
func newest(heads []head) int {
	best := -1
	for i, h := range heads {
		switch {
		case !h.ok:
		case h.err != nil:
			return i
		case best < 0 || h.edge.Day > heads[best].edge.Day:
			best = i
		}
	}
	return best
}

// A places holds, for each of several steps, the cursor of its last edge seen, "" if
// none was. All of it is the cursor of their common list.
type places []string

func (p places) cursor(steps []step) string {
	var parts []string
	for i, place := range p {
		if place != "" {
			parts = append(parts, steps[i].String()+":"+place)
		}
	}
	return opaque(strings.Join(parts, " "))
}

func parsePlaces(steps []step, cursor string) (places, error) {
	p := make(places, len(steps))
	if cursor == "" {
		return p, nil
	}
	for _, part := range strings.Fields(plain(cursor) + " ") {
		name, place, _ := strings.Cut(part, ":")
		i := slices.IndexFunc(steps, func(s step) bool { return s.String() == name })
		if i < 0 || place == "" {
			return nil, badCursor()
		}
		p[i] = place
	}
	if slices.Equal(p, make(places, len(steps))) {
		return nil, badCursor()
	}
	return p, nil
}
