package graph_test

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"newsgraph/graph"
	"newsgraph/graph/graphtest"
	"newsgraph/loader/resolve"
)

// The graph that these tests read. Times stand under the articles and on the lines;
// a line from an article is a wording or a mention.
//
//	dam/1           dam/2          dam/3         dam/4          dam/5
//	2031-03-01      2031-03-05     undated       2031-04-02     2031-03-05
//	  │  │             │  │  │       │             │              │
//	  │  └──dam────────┘  │  │     water         second         Okoye (bare: stands alone)
//	  │     02-28         │  │    (undated)      04-01
//	  └─────talks─────────┘  │       │             │
//	        03-10            │       │             │
//	                         └──Ada Okoye holds the role of water minister of Chad──┐
//	Ada Okoye   said dam, water, second; was at the talks              (also dam/3)─┘
//	Zoë O'Neill was at the talks; mentioned in dam/1, dam/2
//	dam and second are about Chad, water and second about Peru
func newGraph(t *testing.T) *graph.Graph {
	g := graphtest.Open(t)
	graphtest.Load(t, g, dam3(), dam1(), dam5(), dam4(), dam2())
	return g
}

const (
	damWords    = "the old dam will be open to every farmer by summer"
	waterWords  = "nobody in the valley will be left without water"
	secondWords = "we shall build a second dam in the north"
	roleWords   = "Okoye, Chad's water minister"
)

func dam1() *graphtest.Article {
	a := graphtest.NewArticle("dam/1", "2031-03-01")
	ada, zoe := a.Person("Ada Okoye", "Minister Okoye"), a.Person("Zoë O'Neill")
	a.Statement(ada, "2031-02-28", damWords, a.Country("Chad", "TD"))
	a.Meeting("2031-03-10", "they will meet on 10 March", ada, zoe)
	return a
}

func dam2() *graphtest.Article {
	a := graphtest.NewArticle("dam/2", "2031-03-05")
	ada, zoe, chad := a.Person("Ada Okoye"), a.Person("Zoe O’Neill"), a.Country("Republic of Chad", "TD")
	a.Statement(ada, "2031-02-28", damWords, chad)
	a.Meeting("2031-03-10", "the talks are set for 10 March", ada, zoe)
	a.Role(ada, chad, "water minister", roleWords)
	return a
}

func dam3() *graphtest.Article {
	a := graphtest.NewArticle("dam/3", "")
	ada, peru, chad := a.Person("Ada Okoye"), a.Country("Peru", "PE"), a.Country("Chad", "TD")
	a.Statement(ada, "", waterWords, peru)
	a.Role(ada, chad, "water minister", "the water minister, Ada Okoye")
	return a
}

func dam4() *graphtest.Article {
	a := graphtest.NewArticle("dam/4", "2031-04-02")
	ada, peru, chad := a.Person("Ada Okoye"), a.Country("Peru", "PE"), a.Country("Chad", "TD")
	a.Statement(ada, "2031-04-01", secondWords, peru, chad)
	return a
}

func dam5() *graphtest.Article {
	a := graphtest.NewArticle("dam/5", "2031-03-05")
	a.Person("Okoye")
	return a
}

// A reader asks a snapshot in the words of a test.
type reader struct {
	t  *testing.T
	tx *graph.Tx
}

func read(t *testing.T, fn func(r reader)) {
	t.Helper()
	graphtest.View(t, newGraph(t), func(tx *graph.Tx) error {
		fn(reader{t, tx})
		return nil
	})
}

func ok[V any](t *testing.T) func(V, error) V {
	return func(v V, err error) V {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// the returns the one node that a whole name matches.
func (r reader) the(name string, k graph.Kind) graph.Ref {
	r.t.Helper()
	all := collect(r.t, r.tx.Named(name, false, k))
	if len(all) == 0 {
		r.t.Fatalf("nobody is called %q", name)
	}
	return all[0].Ref
}

func (r reader) name(n graph.Ref) string { return ok[graph.Node](r.t)(r.tx.NodeAt(n)).Name }

func collect[V any](t *testing.T, seq iter.Seq2[V, error]) []V {
	t.Helper()
	var all []V
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	return all
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if g, w := fmt.Sprintf("%q", got), fmt.Sprintf("%q", want); g != w {
		t.Errorf("%s\ngot  %s\nwant %s", what, g, w)
	}
}

// lines shows edges as "day other-end×count".
func (r reader) lines(n graph.Ref, edges iter.Seq2[graph.Edge, error]) []string {
	r.t.Helper()
	var all []string
	for _, e := range collect(r.t, edges) {
		all = append(all, fmt.Sprintf("%s %s×%d", e.Day, r.name(e.Other(n)), e.Count))
	}
	return all
}

func TestEdges(t *testing.T) {
	read(t, func(r reader) {
		ada, chad := r.the("Ada Okoye", graph.KindPerson), r.the("Chad", graph.KindCountry)
		dam := collect(t, r.tx.Edges(ada, graph.Out, graph.Said, graph.Page{}))[1].To
		for _, c := range []struct {
			what string
			n    graph.Ref
			d    graph.Direction
			k    graph.EdgeKind
			want []string
		}{
			{"said, the undated last", ada, graph.Out, graph.Said, []string{"2031-04-01 " + secondWords + "×1", "2031-02-28 " + damWords + "×2", " " + waterWords + "×1"}},
			{"nobody said her", ada, graph.In, graph.Said, nil},
			{"she is about nothing", ada, graph.Out, graph.About, nil},
			{"about Chad", chad, graph.In, graph.About, []string{"2031-04-01 " + secondWords + "×1", "2031-02-28 " + damWords + "×2"}},
			{"reported by", dam, graph.In, graph.Reports, []string{"2031-03-05 dam/2×1", "2031-03-01 dam/1×1"}},
			{"mentioned by, the undated last", chad, graph.In, graph.Mentions, []string{"2031-04-02 dam/4×1", "2031-03-05 dam/2×1", "2031-03-01 dam/1×1", " dam/3×1"}},
			{"an edge of two articles under the newer", ada, graph.Out, graph.HoldsRole, []string{"2031-03-05 Chad×2"}},
			{"takes part, under the day of the event", ada, graph.Out, graph.TakesPart, []string{"2031-03-10 Talks×2"}},
		} {
			same(t, c.what, r.lines(c.n, r.tx.Edges(c.n, c.d, c.k, graph.Page{})), c.want)
		}
	})
}

func TestEdgeDays(t *testing.T) {
	read(t, func(r reader) {
		chad := r.the("Chad", graph.KindCountry)
		all := []string{"2031-04-02", "2031-03-05", "2031-03-01", ""}
		for _, c := range []struct {
			from, to string
			want     []string
		}{
			{"", "", all},
			{"2031-03-05", "", all[:2]},
			{"2031-03-06", "", all[:1]},
			{"2031-04-03", "", nil},
			{"", "2031-03-05", all[1:3]},
			{"", "2031-03-04", all[2:3]},
			{"", "2031-02-28", nil},
			{"2031-03-01", "2031-03-05", all[1:3]},
			{"2031-03-02", "2031-03-04", nil},
		} {
			p := graph.Page{From: graph.ParseDay(c.from), To: graph.ParseDay(c.to)}
			var got []string
			for _, e := range collect(t, r.tx.Links(chad, graph.In, graph.Mentions, p)) {
				got = append(got, e.Day.String())
			}
			same(t, fmt.Sprintf("from %q to %q", c.from, c.to), got, c.want)
		}
	})
}

// TestPaging pages through lists by one and compares with the whole.
func TestPaging(t *testing.T) {
	read(t, func(r reader) {
		ada, chad := r.the("Ada Okoye", graph.KindPerson), r.the("Chad", graph.KindCountry)
		side := func(n graph.Ref, d graph.Direction, k graph.EdgeKind) func(after string) []string {
			return func(after string) []string { return edgeCursors(t, r.tx.Edges(n, d, k, graph.Page{After: after})) }
		}
		lists := map[string]func(after string) []string{
			"said":     side(ada, graph.Out, graph.Said),
			"mentions": side(chad, graph.In, graph.Mentions),
			"roles":    side(chad, graph.In, graph.HoldsRole),
			"links": func(after string) []string {
				return edgeCursors(t, r.tx.Links(chad, graph.In, graph.About, graph.Page{After: after}))
			},
			"common": func(after string) []string {
				a, b := graph.Side{Node: ada, Direction: graph.Out, Kind: graph.Said}, graph.Side{Node: chad, Direction: graph.In, Kind: graph.About}
				return edgeCursors(t, r.tx.Common(a, b, graph.Page{After: after}))
			},
			"timeline": func(after string) []string {
				return listCursors(t, r.tx.Timeline(graph.Published, graph.KindArticle, graph.Page{After: after}))
			},
		}
		for _, k := range graph.Kinds {
			lists["nodes "+k.String()] = func(after string) []string { return listCursors(t, r.tx.Nodes(k, after)) }
		}
		for name, list := range lists {
			all, after := list(""), ""
			for i, want := range append(all, "") {
				got := append(list(after), "")[0]
				if got != want {
					t.Errorf("%s: page %d begins with another row than the list has there", name, i)
				}
				after = got
			}
			if len(all) == 0 && name != "nodes Organization" && name != "nodes Place" {
				t.Errorf("%s: an empty list shows nothing", name)
			}
		}
	})
}

func edgeCursors(t *testing.T, edges iter.Seq2[graph.Edge, error]) []string {
	var all []string
	for _, e := range collect(t, edges) {
		all = append(all, e.Cursor())
	}
	return all
}

func listCursors(t *testing.T, nodes iter.Seq2[graph.Listed, error]) []string {
	var all []string
	for _, n := range collect(t, nodes) {
		all = append(all, n.Cursor)
	}
	return all
}

func TestForeignCursors(t *testing.T) {
	read(t, func(r reader) {
		ada, chad := r.the("Ada Okoye", graph.KindPerson), r.the("Chad", graph.KindCountry)
		foreign := collect(t, r.tx.Links(chad, graph.In, graph.About, graph.Page{}))[0].Cursor()
		for _, after := range []string{"not base64!", "AAAA", "ZQ", foreign, strings.Repeat("A", 500)} {
			p := graph.Page{After: after}
			for what, err := range map[string]error{
				"edges":    first(r.tx.Edges(ada, graph.Out, graph.Said, p)),
				"timeline": first(r.tx.Timeline(graph.Published, graph.KindArticle, p)),
				"nodes":    first(r.tx.Nodes(graph.KindPerson, after)),
			} {
				if !errors.Is(err, graph.ErrCursor) {
					t.Errorf("%s after %.20q: got error %v, want ErrCursor", what, after, err)
				}
			}
		}
	})
}

func first[V any](seq iter.Seq2[V, error]) error {
	for _, err := range seq {
		return err
	}
	return nil
}

func TestNamed(t *testing.T) {
	read(t, func(r reader) {
		for _, c := range []struct {
			name   string
			prefix bool
			kinds  []graph.Kind
			want   []string
		}{
			{"Ada Okoye", false, nil, []string{"Ada Okoye"}},
			{"ADA okoye", false, nil, []string{"Ada Okoye"}},
			{"  ada   okoye ", false, nil, []string{"Ada Okoye"}},
			{"Mrs. Ada Okoye", false, nil, []string{"Ada Okoye"}},
			{"Zoe O'Neill", false, nil, []string{"Zoe O’Neill"}},
			{"ZOË ONEILL", false, nil, []string{"Zoe O’Neill"}},
			{"Minister Okoye", false, nil, []string{"Ada Okoye"}}, // an alias
			{"Republic of Chad", false, nil, []string{"Chad"}},
			{"Okoye", false, nil, []string{"Okoye"}}, // the bare one stands alone
			{"Chad", false, []graph.Kind{graph.KindPerson}, nil},
			{"Chad", false, []graph.Kind{graph.KindCountry, graph.KindPerson}, []string{"Chad"}},
			{"Ad", false, nil, nil},
			{"Ad", true, nil, []string{"Ada Okoye"}},
			{"ada ok", true, nil, []string{"Ada Okoye"}},
			{"zo", true, nil, []string{"Zoe O’Neill"}},
			{"ok", true, nil, []string{"Okoye"}},
			{"ad ", true, nil, nil},
			{"", true, nil, nil},
			{"...", false, nil, nil},
			{"Nobody", true, nil, nil},
		} {
			var got []string
			for _, n := range collect(t, r.tx.Named(c.name, c.prefix, c.kinds...)) {
				got = append(got, n.Name)
			}
			same(t, fmt.Sprintf("named %q, prefix %v, of %v", c.name, c.prefix, c.kinds), got, c.want)
		}
	})
}

func TestTimeline(t *testing.T) {
	read(t, func(r reader) {
		for _, c := range []struct {
			clock graph.Clock
			kind  graph.Kind
			want  []string
		}{
			{graph.Published, graph.KindArticle, []string{"2031-04-02 dam/4", "2031-03-05 dam/5", "2031-03-05 dam/2", "2031-03-01 dam/1", " dam/3"}},
			{graph.Published, graph.KindStatement, []string{"2031-04-02 " + secondWords, "2031-03-01 " + damWords, " " + waterWords}},
			{graph.SaidAt, graph.KindStatement, []string{"2031-04-01 " + secondWords, "2031-02-28 " + damWords}},
			{graph.Happened, graph.KindEvent, []string{"2031-03-10 Talks"}},
			{graph.Published, graph.KindEvent, []string{"2031-03-01 Talks"}},
			{graph.Happened, graph.KindStatement, nil},
			{graph.SaidAt, graph.KindEvent, nil},
		} {
			var got []string
			for _, n := range collect(t, r.tx.Timeline(c.clock, c.kind, graph.Page{})) {
				got = append(got, n.Day.String()+" "+r.name(n.Ref))
			}
			same(t, fmt.Sprintf("clock %d of %s", c.clock, c.kind), got, c.want)
		}
		for _, n := range collect(t, r.tx.Timeline(graph.Loaded, graph.KindArticle, graph.Page{})) {
			same(t, "loaded", n.Day.String(), graphtest.LoadedOn)
		}
	})
}

func TestEvidence(t *testing.T) {
	read(t, func(r reader) {
		ada := r.the("Ada Okoye", graph.KindPerson)
		for k, want := range map[graph.EdgeKind][]string{
			graph.Said:      {"dam/4: " + secondWords, "dam/2: " + damWords, "dam/1: " + damWords, "dam/3: " + waterWords},
			graph.HoldsRole: {"dam/2: " + roleWords, "dam/3: the water minister, Ada Okoye"},
			graph.TakesPart: {"dam/2: the talks are set for 10 March", "dam/1: they will meet on 10 March"},
		} {
			var got []string
			for _, e := range collect(t, r.tx.Links(ada, graph.Out, k, graph.Page{})) {
				for _, i := range collect(t, r.tx.Evidence(e)) {
					got = append(got, r.name(i.Article)+": "+i.Text)
				}
			}
			same(t, k.String(), got, want)
		}
	})
}

func TestMembers(t *testing.T) {
	read(t, func(r reader) {
		var got []string
		for _, m := range collect(t, r.tx.Members(r.the("Ada Okoye", graph.KindPerson))) {
			got = append(got, r.name(m.Article))
			if n := ok[graph.Node](t)(r.tx.Node(m.ID)); n.Name != "Ada Okoye" || n.Records != 4 {
				t.Errorf("the id of a record of %s answers with %+v", r.name(m.Article), n)
			}
		}
		same(t, "members, the earliest first, the undated last", got, []string{"dam/1", "dam/2", "dam/4", "dam/3"})
	})
}

func TestNodeOfCluster(t *testing.T) {
	read(t, func(r reader) {
		chad := ok[graph.Node](t)(r.tx.Country("td"))
		same(t, "name", chad.Name, "Chad")
		same(t, "aliases", chad.Aliases, []string{"Republic of Chad"})
		same(t, "ISO code", chad.ISO, "TD")
		if chad.ID != graph.CountryID("TD") || chad.Records != 4 {
			t.Errorf("got id %s of %d records, want %s of 4", chad.ID, chad.Records, graph.CountryID("TD"))
		}
		ada := ok[graph.Node](t)(r.tx.NodeAt(r.the("Ada Okoye", graph.KindPerson)))
		earliest := collect(t, r.tx.Members(ada.Ref))[0]
		if ada.ID != earliest.ID {
			t.Errorf("a cluster has id %s, its earliest record %s", ada.ID, earliest.ID)
		}
		same(t, "an alias that no record has as its name", ada.Aliases, []string{"Minister Okoye"})
	})
}

func TestUnknown(t *testing.T) {
	read(t, func(r reader) {
		for what, err := range map[string]error{
			"id":      last(r.tx.Node(graph.ArticleID("dam/6"))),
			"ref":     last(r.tx.NodeAt(1 << 40)),
			"key":     last(r.tx.ArticleByKey("dam")),
			"country": last(r.tx.Country("FR")),
			"text":    last(r.tx.Text(1 << 40)),
			"person":  last(r.tx.Article(r.the("Ada Okoye", graph.KindPerson))),
		} {
			if !errors.Is(err, graph.ErrNotFound) {
				t.Errorf("unknown %s: got error %v, want ErrNotFound", what, err)
			}
		}
	})
}

func last[V any](_ V, err error) error { return err }

func TestWithdrawnIDs(t *testing.T) {
	g := newGraph(t)
	var gone []graph.ID
	graphtest.Update(t, g, func(tx *graph.Tx) error {
		n := ok[graph.Node](t)(tx.ArticleByKey("dam/1"))
		gone = append(gone, n.ID)
		for _, r := range ok[*graph.Contribution](t)(tx.Claims(n.Ref)).Records {
			gone = append(gone, graph.RecordID("dam/1", r))
		}
		return resolve.Remove(tx, n.Ref)
	})
	graphtest.View(t, g, func(tx *graph.Tx) error {
		for _, id := range gone {
			if _, err := tx.Node(id); !errors.Is(err, graph.ErrNotFound) {
				t.Errorf("id %s of a withdrawn article: got error %v, want ErrNotFound", id, err)
			}
		}
		r := reader{t, tx}
		ada := r.the("Ada Okoye", graph.KindPerson)
		same(t, "what is left", r.lines(ada, tx.Edges(ada, graph.Out, graph.Said, graph.Page{})),
			[]string{"2031-04-01 " + secondWords + "×1", "2031-02-28 " + damWords + "×1", " " + waterWords + "×1"})
		return nil
	})
}

// TestSnapshot reads while an article is loaded: the open View goes on as it began.
func TestSnapshot(t *testing.T) {
	g := graphtest.Open(t)
	graphtest.Load(t, g, dam1())
	count := func(tx *graph.Tx) int {
		c := ok[graph.Counts](t)(tx.Counts())
		return c.Nodes[graph.KindArticle]
	}
	graphtest.View(t, g, func(tx *graph.Tx) error {
		r := reader{t, tx}
		ada := r.the("Ada Okoye", graph.KindPerson)
		before := r.lines(ada, tx.Edges(ada, graph.Out, graph.Said, graph.Page{}))
		graphtest.Load(t, g, dam4())
		same(t, "an open snapshot", r.lines(ada, tx.Edges(ada, graph.Out, graph.Said, graph.Page{})), before)
		if _, err := tx.ArticleByKey("dam/4"); !errors.Is(err, graph.ErrNotFound) || count(tx) != 1 {
			t.Error("an article loaded meanwhile shows")
		}
		return nil
	})
	graphtest.View(t, g, func(tx *graph.Tx) error {
		if count(tx) != 2 {
			t.Error("an article loaded before does not show")
		}
		return nil
	})
}

// TestUpdateFails checks that nothing of a transaction is kept when it fails.
func TestUpdateFails(t *testing.T) {
	g := newGraph(t)
	stop := errors.New("stop")
	err := g.Update(func(tx *graph.Tx) error {
		a := graphtest.NewArticle("dam/9", "2031-04-04")
		a.Person("Tor Lindqvist")
		if _, err := resolve.Add(tx, a.Contribution()); err != nil {
			t.Fatal(err)
		}
		if _, err := tx.ArticleByKey("dam/9"); err != nil {
			t.Errorf("a transaction does not see what it wrote: %v", err)
		}
		return stop
	})
	if !errors.Is(err, stop) {
		t.Fatalf("got error %v", err)
	}
	graphtest.View(t, g, func(tx *graph.Tx) error {
		if _, err := tx.ArticleByKey("dam/9"); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("got error %v, want ErrNotFound", err)
		}
		return nil
	})
}

// TestStar compares a walk over several kinds with the lists of each.
func TestStar(t *testing.T) {
	read(t, func(r reader) {
		chad := r.the("Chad", graph.KindCountry)
		kinds := []graph.EdgeKind{graph.Mentions, graph.About, graph.HoldsRole}
		for _, limit := range []int{1, 2, 100} {
			var got, want []string
			cut := false
			truncated, err := r.tx.Star(chad, graph.In, graph.KindSetOf(kinds...), limit, func(e graph.Edge) bool {
				got = append(got, fmt.Sprint(e.Kind, e.Day, e.From))
				return true
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, k := range kinds {
				all := collect(t, r.tx.Links(chad, graph.In, k, graph.Page{}))
				cut = cut || len(all) > limit
				for _, e := range all[:min(limit, len(all))] {
					want = append(want, fmt.Sprint(e.Kind, e.Day, e.From))
				}
			}
			if !slices.Equal(got, want) || truncated != cut {
				t.Errorf("limit %d\ngot  %v, truncated %v\nwant %v, truncated %v", limit, got, truncated, want, cut)
			}
		}
	})
}
