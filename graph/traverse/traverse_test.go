package traverse_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"newsgraph/graph"
	"newsgraph/graph/kv/memkv"
	"newsgraph/graph/traverse"
	"newsgraph/internal/newsgen"
	"newsgraph/loader/resolve"
)

// generated returns a graph of generated articles.
func generated(t *testing.T, articles int) *graph.Graph {
	t.Helper()
	g, err := graph.OpenStore(memkv.New(), graph.Options{NoText: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	gen := newsgen.New(7, newsgen.Options{})
	err = g.Update(func(tx *graph.Tx) error {
		for i := range articles {
			c := gen.Article(i)
			if _, err := resolve.Add(tx, &c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// neighbours returns the nodes next to n, both ways, by the plainest reading.
func neighbours(tx *graph.Tx, n graph.Ref, kinds []graph.EdgeKind) (all []graph.Ref, err error) {
	for _, k := range kinds {
		for _, d := range []graph.Direction{graph.Out, graph.In} {
			for e, err := range tx.Edges(n, d, k, graph.Page{}) {
				if err != nil {
					return nil, err
				}
				all = append(all, e.Other(n))
			}
		}
	}
	return all, nil
}

// distances returns how far every node is from n.
func distances(tx *graph.Tx, n graph.Ref, kinds []graph.EdgeKind) (map[graph.Ref]int, error) {
	far := map[graph.Ref]int{n: 0}
	for queue := []graph.Ref{n}; len(queue) > 0; queue = queue[1:] {
		next, err := neighbours(tx, queue[0], kinds)
		if err != nil {
			return nil, err
		}
		for _, m := range next {
			if _, seen := far[m]; !seen {
				far[m] = far[queue[0]] + 1
				queue = append(queue, m)
			}
		}
	}
	return far, nil
}

func people(tx *graph.Tx) (all []graph.Ref, err error) {
	for l, err := range tx.Nodes(graph.KindPerson, "") {
		if err != nil {
			return nil, err
		}
		all = append(all, l.Ref)
	}
	return all, nil
}

// TestPathIsShortest compares paths between people with distances found by walking
// everything.
func TestPathIsShortest(t *testing.T) {
	err := generated(t, 40).View(func(tx *graph.Tx) error {
		who, err := people(tx)
		if err != nil {
			return err
		}
		if len(who) < 20 {
			t.Fatalf("only %d people", len(who))
		}
		found := 0
		far, err := distances(tx, who[3], traverse.Ties)
		if err != nil {
			return err
		}
		for _, to := range who {
			p, err := traverse.Path(context.Background(), tx, who[3], to, traverse.PathOptions{MaxDepth: 20, MaxFanout: 1000})
			if err != nil {
				return err
			}
			want, reachable := far[to]
			if p.Found != reachable || p.Truncated || len(p.Edges) != want {
				t.Errorf("to %d: found %v with %d edges, want %v with %d", to, p.Found, len(p.Edges), reachable, want)
			}
			if p.Found && !leads(p.Edges, who[3], to) {
				t.Errorf("to %d: the edges %v are no path", to, p.Edges)
			}
			if len(p.Edges) > 0 {
				found++
			}
		}
		if found < 5 {
			t.Errorf("only %d of %d people can be reached: the test shows little", found, len(who))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func leads(path []graph.Edge, from, to graph.Ref) bool {
	for _, e := range path {
		if e.From != from && e.To != from || e.Count == 0 {
			return false
		}
		from = e.Other(from)
	}
	return from == to
}

func TestPathKeepsToItsBounds(t *testing.T) {
	err := generated(t, 40).View(func(tx *graph.Tx) error {
		who, err := people(tx)
		if err != nil {
			return err
		}
		far, err := distances(tx, who[3], traverse.Ties)
		if err != nil {
			return err
		}
		for to, n := range far {
			if n < 3 {
				continue
			}
			p, err := traverse.Path(context.Background(), tx, who[3], to, traverse.PathOptions{MaxDepth: n - 1})
			if err != nil || p.Found {
				t.Errorf("a path of %d edges within %d: %v, %v", n, n-1, p, err)
			}
			p, err = traverse.Path(context.Background(), tx, who[3], to, traverse.PathOptions{Kinds: []graph.EdgeKind{graph.Contradicts}})
			if err != nil || p.Found {
				t.Errorf("a path by edges that are not there: %v, %v", p, err)
			}
		}
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := traverse.Path(ctx, tx, who[3], who[5], traverse.PathOptions{}); !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled: %v", err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestNeighbourhood(t *testing.T) {
	err := generated(t, 40).View(func(tx *graph.Tx) error {
		who, err := people(tx)
		if err != nil {
			return err
		}
		far, err := distances(tx, who[3], traverse.Ties)
		if err != nil {
			return err
		}
		want := 0
		for _, n := range far {
			if n <= 2 {
				want++
			}
		}
		s, err := traverse.Neighbourhood(context.Background(), tx, who[3], traverse.NeighbourhoodOptions{Depth: 2, MaxEdges: 100_000, MaxFanout: 1000})
		if err != nil {
			return err
		}
		if len(s.Nodes) != want || s.Truncated || s.Nodes[0] != who[3] {
			t.Errorf("%d nodes (truncated %v), want %d", len(s.Nodes), s.Truncated, want)
		}
		for i, e := range s.Edges {
			if !slices.Contains(s.Nodes, e.From) || !slices.Contains(s.Nodes, e.To) {
				t.Errorf("edge %v has an end outside", e)
			}
			if slices.ContainsFunc(s.Edges[:i], e.SameAs) {
				t.Errorf("edge %v comes twice", e)
			}
		}
		few, err := traverse.Neighbourhood(context.Background(), tx, who[3], traverse.NeighbourhoodOptions{Depth: 2, MaxEdges: 3})
		if len(few.Edges) != 3 || !few.Truncated {
			t.Errorf("of at most 3 edges: %d, truncated %v", len(few.Edges), few.Truncated)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
