package graph_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"newsgraph/graph"
	"newsgraph/graph/graphtest"
	"newsgraph/graph/kv"
	"newsgraph/graph/kv/memkv"
	"newsgraph/internal/seed"
	"newsgraph/loader/resolve"
)

// rowsOf returns all rows of a clean graph, with decisions by people, in key order.
func rowsOf(t *testing.T) []kv.Row {
	t.Helper()
	s := memkv.New()
	g := ok[*graph.Graph](t)(graph.OpenStore(s, graph.Options{}))
	defer g.Close()
	graphtest.Load(t, g, dam1(), dam2(), dam3(), dam4(), dam5())
	bare := graph.Target{Article: "dam/5", Kind: graph.KindPerson, Text: "Okoye"}
	ada := graph.Target{Article: "dam/1", Kind: graph.KindPerson, Text: "Ada Okoye"}
	zoe := graph.Target{Article: "dam/2", Kind: graph.KindPerson, Text: "Zoe O’Neill"}
	for _, d := range []graph.Decision{{A: bare, B: ada, Verdict: graph.Same}, {A: ada, B: zoe, Verdict: graph.Different}} {
		graphtest.Update(t, g, func(tx *graph.Tx) error { return resolve.Decide(tx, d) })
	}
	if err := graphtest.Check(g); err != nil {
		t.Fatalf("the graph is not clean before any damage: %v", err)
	}
	snap := ok[kv.Snapshot](t)(s.Snapshot())
	defer snap.Close()
	c := snap.Scan(nil, nil, false)
	defer c.Close()
	var all []kv.Row
	for c.Next() {
		all = append(all, kv.Row{Key: bytes.Clone(c.Key()), Value: bytes.Clone(ok[[]byte](t)(c.Value()))})
	}
	return all
}

// check lays damage over clean rows and returns what the checks say.
func check(t *testing.T, clean, damage []kv.Row) error {
	t.Helper()
	s := memkv.New()
	if err := s.Apply(clean); err != nil {
		t.Fatal(err)
	}
	if err := s.Apply(damage); err != nil {
		t.Fatal(err)
	}
	g, err := graph.OpenStore(s, graph.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer g.Close()
	return graphtest.Check(g)
}

// TestEveryRowIsChecked takes each row of a graph away, cuts its value short, and adds
// a stray row like it. A text is cut by its last word: blanks at its end are in no
// other row.
func TestEveryRowIsChecked(t *testing.T) {
	clean := rowsOf(t)
	letters := map[byte]int{}
	for _, row := range clean {
		letters[row.Key[0]]++
		stray := kv.Row{Key: bytes.Clone(row.Key), Value: row.Value}
		stray.Key[len(stray.Key)-1] ^= 0x40
		damage := map[string]kv.Row{"deleted": {Key: row.Key}, "a stray one like it added": stray}
		if len(row.Value) > 0 {
			short := row.Value
			if row.Key[0] == 'p' {
				short = bytes.TrimRight(short, ". ")
			}
			damage["cut short"] = kv.Row{Key: row.Key, Value: short[:len(short)-1]}
		}
		for what, d := range damage {
			if check(t, clean, []kv.Row{d}) == nil {
				t.Errorf("no fault with this row %s: %.60q", what, row.Key)
			}
		}
	}
	for _, letter := range "!acdeghkmnprtvwx" {
		if letters[byte(letter)] == 0 {
			t.Errorf("the graph has no row %c to damage", letter)
		}
	}
}

// TestRandomDamage changes single bytes of rows. Check must not break down; a changed
// key it must always find.
func TestRandomDamage(t *testing.T) {
	clean := rowsOf(t)
	r := rand.New(rand.NewPCG(seed.Of(t), 2))
	for range 400 {
		row := clean[r.IntN(len(clean))]
		damage := kv.Row{Key: bytes.Clone(row.Key), Value: bytes.Clone(row.Value)}
		if len(row.Value) > 0 && r.IntN(2) == 0 {
			damage.Value[r.IntN(len(row.Value))] ^= byte(1 + r.IntN(255))
			check(t, clean, []kv.Row{damage})
			continue
		}
		damage.Key[r.IntN(len(row.Key))] ^= byte(1 + r.IntN(255))
		if check(t, clean, []kv.Row{{Key: row.Key}, damage}) == nil {
			t.Errorf("no fault with this key changed\nfrom %q\nto   %q", row.Key, damage.Key)
		}
	}
}

// TestPlantedDamage changes rows to what could as well stand there.
func TestPlantedDamage(t *testing.T) {
	clean := rowsOf(t)
	if err := check(t, clean, nil); err != nil {
		t.Fatalf("without damage: %v", err)
	}
	for _, c := range []struct {
		name   string
		damage func(rows damaged) []kv.Row
	}{
		{"an edge counts one more", func(d damaged) []kv.Row {
			return change(d.nth('e', 0), func(e *graph.EdgeRow) { e.Count++ })
		}},
		{"an edge has another discriminator", func(d damaged) []kv.Row {
			return change(d.nth('e', 0), func(e *graph.EdgeRow) { e.Disc.Role = "host" })
		}},
		{"an edge keeps another claim", func(d damaged) []kv.Row {
			return change(where(d, 'e', func(e graph.EdgeRow) bool { return len(e.Claims) > 0 }), func(e *graph.EdgeRow) { e.Claims[0]++ })
		}},
		{"an edge and its reverse row are gone", func(d damaged) []kv.Row {
			e := where(d, 'e', func(e graph.EdgeRow) bool { return e.Disc.Role == "actor" })
			r := slices.Concat([]byte{'r'}, e.Key[14:22], e.Key[9:14], e.Key[1:9], e.Key[22:])
			return []kv.Row{{Key: e.Key}, {Key: r}}
		}},
		{"an edge and its reverse row stand under another day", func(d damaged) []kv.Row {
			e := d.nth('e', 0)
			later := bytes.Clone(e.Key)
			later[13]--
			r := func(k []byte) []byte { return slices.Concat([]byte{'r'}, k[14:22], k[9:14], k[1:9], k[22:]) }
			return []kv.Row{{Key: e.Key}, {Key: r(e.Key)}, {Key: later, Value: e.Value}, {Key: r(later), Value: []byte{}}}
		}},
		{"a name is counted twice", func(d damaged) []kv.Row {
			return change(d.person(), func(n *graph.NodeRow) { graph.Recount(n, 1) })
		}},
		{"a node has more records", func(d damaged) []kv.Row {
			return change(d.person(), func(n *graph.NodeRow) { n.Records++ })
		}},
		{"a node has another id", func(d damaged) []kv.Row {
			return change(d.person(), func(n *graph.NodeRow) { n.ID[3]++ })
		}},
		{"a node is of another kind", func(d damaged) []kv.Row {
			return change(d.person(), func(n *graph.NodeRow) { n.Kind = graph.KindPlace })
		}},
		{"an article has another key", func(d damaged) []kv.Row {
			return change(d.article(), func(n *graph.NodeRow) { n.Article.Key += "0" })
		}},
		{"an article was published later", func(d damaged) []kv.Row {
			return change(d.article(), func(n *graph.NodeRow) { n.Article.Published = "2031-12-31" })
		}},
		{"an article was loaded on another day", func(d damaged) []kv.Row {
			return change(d.article(), func(n *graph.NodeRow) { n.Loaded += 86400 })
		}},
		{"an article lost a record", func(d damaged) []kv.Row {
			return change(d.nth('g', 0), func(c *graph.Contribution) { c.Records = c.Records[:len(c.Records)-1] })
		}},
		{"an article lost a claim", func(d damaged) []kv.Row {
			return change(d.nth('g', 0), func(c *graph.Contribution) { c.Claims = c.Claims[:len(c.Claims)-1] })
		}},
		{"an article has another name for a record", func(d damaged) []kv.Row {
			return change(d.nth('g', 0), func(c *graph.Contribution) { c.Records[0].Name += "s" })
		}},
		{"a text has another word", func(d damaged) []kv.Row {
			p := d.nth('p', 0)
			return []kv.Row{{Key: p.Key, Value: bytes.Replace(p.Value, []byte("farmer"), []byte("banker"), 1)}}
		}},
		{"a text is shorter than its spans", func(d damaged) []kv.Row {
			p := d.nth('p', 0)
			return []kv.Row{{Key: p.Key, Value: p.Value[:len(p.Value)/2]}}
		}},
		{"a record is placed elsewhere", func(d damaged) []kv.Row {
			return change(d.nth('c', 0), func(s *[]graph.SlotRow) { (*s)[0].Cluster++ })
		}},
		{"a record has another profile", func(d damaged) []kv.Row {
			return change(d.nth('c', 0), func(s *[]graph.SlotRow) { (*s)[0].Profile[0]++ })
		}},
		{"a hub counts one more", func(d damaged) []kv.Row {
			return change(d.nth('h', 0), func(h *graph.Hub) { h.Plain++ })
		}},
		{"a hub leads to another cluster", func(d damaged) []kv.Row {
			return change(d.nth('h', 0), func(h *graph.Hub) { h.Cluster = 1 })
		}},
		{"a hub that no record has", func(d damaged) []kv.Row {
			h := d.nth('h', 0)
			return []kv.Row{{Key: graph.KeyOfHub(graph.Profile{1, 2, 3}), Value: h.Value}}
		}},
		{"evidence of an article that is not there", func(d damaged) []kv.Row {
			v := d.nth('v', 0)
			return []kv.Row{{Key: graph.KeyOfEvidence(d.nth('e', 0).Key, 1<<40), Value: v.Value}}
		}},
		{"evidence of other claims", func(d damaged) []kv.Row {
			v := d.nth('v', 0)
			return []kv.Row{{Key: v.Key, Value: append(bytes.Clone(v.Value), 0)}}
		}},
		{"a decision says otherwise", func(d damaged) []kv.Row {
			return change(where(d, 'd', func(x graph.Decision) bool { return x.Verdict == graph.Same }), func(x *graph.Decision) { x.Verdict = graph.Different })
		}},
		{"a decision names another article", func(d damaged) []kv.Row {
			return change(d.nth('d', 0), func(x *graph.Decision) { x.A.Article = "dam/4" })
		}},
		{"a posting for another word", func(d damaged) []kv.Row {
			w := d.nth('w', 0)
			return []kv.Row{{Key: w.Key}, {Key: bytes.Replace(w.Key, w.Key[2:3], []byte("z"), 1), Value: w.Value}}
		}},
		{"a posting at another place", func(d damaged) []kv.Row {
			w := d.nth('w', 0)
			value := bytes.Clone(w.Value)
			value[len(value)-1]++
			return []kv.Row{{Key: w.Key, Value: value}}
		}},
		{"the counts have one node more", func(d damaged) []kv.Row {
			return change(d.key("!stats"), func(c *graph.CountsRow) { c.Nodes[graph.KindPerson]++ })
		}},
		{"the counts have one edge less", func(d damaged) []kv.Row {
			return change(d.key("!stats"), func(c *graph.CountsRow) { c.Edges[graph.Said]-- })
		}},
		{"the counts have one word more", func(d damaged) []kv.Row {
			return change(d.key("!stats"), func(c *graph.CountsRow) { c.Words[graph.ArticleText]++ })
		}},
		{"the next number is taken", func(d damaged) []kv.Row {
			return []kv.Row{{Key: []byte("!next"), Value: []byte{1}}}
		}},
		{"an unknown row", func(d damaged) []kv.Row {
			return []kv.Row{{Key: []byte("zebra"), Value: []byte("x")}}
		}},
		{"an unknown row of the store's own", func(d damaged) []kv.Row {
			return []kv.Row{{Key: []byte("!zebra"), Value: []byte("x")}}
		}},
		{"bytes that are no row", func(d damaged) []kv.Row {
			return []kv.Row{{Key: d.nth('n', 0).Key, Value: []byte("not CBOR")}}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := check(t, clean, c.damage(damaged{t, clean}))
			if err == nil {
				t.Fatal("no fault is reported")
			}
			t.Log(err)
		})
	}
}

// damaged finds the rows to damage.
type damaged struct {
	t    *testing.T
	rows []kv.Row
}

// nth returns the n-th row with a letter.
func (d damaged) nth(letter byte, n int) kv.Row {
	d.t.Helper()
	for _, r := range d.rows {
		if r.Key[0] != letter {
			continue
		}
		if n == 0 {
			return r
		}
		n--
	}
	d.t.Fatalf("there are fewer rows %c", letter)
	return kv.Row{}
}

func (d damaged) key(key string) kv.Row {
	d.t.Helper()
	i := slices.IndexFunc(d.rows, func(r kv.Row) bool { return string(r.Key) == key })
	if i < 0 {
		d.t.Fatalf("there is no row %q", key)
	}
	return d.rows[i]
}

func (d damaged) person() kv.Row {
	return where(d, 'n', func(n graph.NodeRow) bool { return n.Kind == graph.KindPerson })
}

func (d damaged) article() kv.Row {
	return where(d, 'n', func(n graph.NodeRow) bool { return n.Kind == graph.KindArticle })
}

// where returns the first row with a letter whose value is wanted.
func where[V any](d damaged, letter byte, wanted func(V) bool) kv.Row {
	d.t.Helper()
	for _, r := range d.rows {
		found := false
		if r.Key[0] == letter {
			graph.Changed(r.Value, func(v *V) { found = wanted(*v) })
		}
		if found {
			return r
		}
	}
	d.t.Fatalf("there is no such row %c", letter)
	return kv.Row{}
}

// change returns a row with its value changed.
func change[V any](r kv.Row, fn func(*V)) []kv.Row {
	return []kv.Row{{Key: r.Key, Value: graph.Changed(r.Value, fn)}}
}
