package schema

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"newsgraph/graph"

	"github.com/google/go-cmp/cmp"
)

// manyStatements makes a graph of n articles, each with the same minister, three
// statements of hers and a meeting.
func manyStatements(t testing.TB, n int) *world {
	w := newWorld(t)
	for i := range n {
		var a worldArticle
		a.Key = fmt.Sprintf("wire/%d", i)
		a.Title = fmt.Sprintf("Report %d", i)
		a.Published = graph.Day(20000 + i%300).String()
		a.Text = "Minister Edda Holm of Iceland met fishermen. "
		a.Records = []worldRecord{
			{Is: "edda", What: "Person", At: "Edda Holm", Record: graph.Record{Name: "Edda Holm"}},
			{Is: "iceland", What: "Country", At: "Iceland", Record: graph.Record{Name: "Iceland", ISO: "IS"}},
			{Is: fmt.Sprint("met", i), What: "Event", At: "met", Record: graph.Record{Name: "Edda Holm meets fishermen", Type: "CONSULT"}},
		}
		a.Claims = []worldClaim{
			{What: "MENTIONS", From: "article", To: "edda", At: "Edda Holm"},
			{What: "MENTIONS", From: "article", To: "iceland", At: "Iceland"},
			{What: "REPORTS", From: "article", To: fmt.Sprint("met", i), At: "met"},
			{What: "TAKES_PART", From: "edda", To: fmt.Sprint("met", i), At: "Edda", Role: "actor"},
		}
		for j := range 3 {
			words := fmt.Sprintf("“Quota %d.%d is enough,” she said. ", i, j)
			is := fmt.Sprint("quota", i, ".", j)
			a.Text += words
			a.Records = append(a.Records, worldRecord{Is: is, What: "Statement", At: words, Record: graph.Record{Name: words}})
			report := worldClaim{What: "REPORTS", From: "article", To: is, At: words}
			report.Evidence.Evidence.Wording = &graph.Wording{Kind: "direct", Mode: "speech", Cue: &graph.Span{Start: 0, End: 4}}
			a.Claims = append(a.Claims, report,
				worldClaim{What: "SAID", From: "edda", To: is, At: words},
				worldClaim{What: "ABOUT", From: is, To: "iceland", At: words})
		}
		w.add(a)
	}
	return w
}

// nested asks for lists in lists, as researchers do.
const nested = `query ($first: Int) {
  entities(name: "Edda Holm") { nodes {
    name
    statements(first: $first) { nodes {
      id text day
      speakers { nodes { name } }
      about { nodes { name kind } }
      wordings { nodes { text start end cue { text } article { title outlet published } } }
    } }
  } }
}`

// A list twice as long must not cost more than twice the reads, and what stands in
// it again and again (the speaker, the country) must not be read again.
func TestReadsOfNestedLists(t *testing.T) {
	w := manyStatements(t, 40)
	s := newSchema(t, w.graph, Options{})
	reads := func(first int) int {
		var r *request
		s.watch = func(q *request) { r = q }
		answer := s.Exec(context.Background(), Request{Query: nested, Variables: map[string]any{"first": first}})
		if answer.Errors != nil {
			t.Fatal(answer.Errors)
		}
		return r.tx.Reads()
	}
	of20, of40 := reads(20), reads(40)
	each := float64(of40-of20) / 20
	t.Logf("reads: %d for 20 statements, %d for 40: %.1f a statement", of20, of40, each)
	// Of each statement: its node, three lists, and of its wording the edge, the
	// contribution and the text. Three statements share an article, whose node, facts
	// and text are read once.
	const most = 8.5
	if each > most {
		t.Errorf("%.1f reads a statement; want at most %.1f", each, most)
	}
}

func TestLimits(t *testing.T) {
	w := manyStatements(t, 30)
	wide := `{ people { nodes { statements(first: 90) { nodes { about { nodes { ... on Country { statementsAbout(first: 90) { nodes { text } } } } } } } } } }`
	deep := "{ people { nodes { " + strings.Repeat("possiblySame { nodes { ", 15) + "name" + strings.Repeat(" } }", 15) + " } } }"
	repeated := "{ people { nodes { " + strings.Repeat("name ", 3000) + "} } }"
	fragments := "{ ...f0 } "
	for i := range 20 {
		fragments += fmt.Sprintf("fragment f%d on Query { ...f%d ...f%d } ", i, i+1, i+1)
	}
	fragments += "fragment f20 on Query { __typename }"
	for name, c := range map[string]struct {
		query string
		want  string // in the message
		cause error
	}{
		"work":      {wide, "ask for fewer", ErrLimit},
		"length":    {"{ " + strings.Repeat("__typename ", 2000) + "}", "query length", nil},
		"depth":     {deep, "exceeds", nil},
		"repeated":  {repeated, "verlap", nil},
		"fragments": {fragments, "too many selections", nil},
		"several":   {"query A { __typename } query B { __typename }", "more than one operation", nil},
		"mutation":  {"mutation { __typename }", "no mutations", nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSchema(t, w.graph, Options{Budget: 5000})
			start := time.Now()
			answer := s.Exec(context.Background(), Request{Query: c.query})
			if took := time.Since(start); took > 2*time.Second {
				t.Errorf("took %v", took)
			}
			if len(answer.Errors) == 0 || answer.Data != nil {
				t.Fatalf("answered: %v %.200s", answer.Errors, answer.Data)
			}
			if m := answer.Errors[0].Message; !strings.Contains(m, c.want) {
				t.Errorf("message %q; want it to say %q", m, c.want)
			}
			if c.cause != nil && !errors.Is(answer.Errors[0].Err, c.cause) {
				t.Errorf("cause %v; want %v", answer.Errors[0].Err, c.cause)
			}
		})
	}
}

// What GraphiQL asks at its start must pass the limits.
func TestIntrospectionFits(t *testing.T) {
	s := newSchema(t, newWorld(t).graph, Options{})
	var r *request
	s.watch = func(q *request) { r = q }
	if answer := s.Exec(context.Background(), Request{Query: introspectionQuery}); answer.Errors != nil {
		t.Fatal(answer.Errors)
	}
	t.Logf("introspection spends %d", defaultBudget-r.left)
}

func TestStoppedQuery(t *testing.T) {
	s := newSchema(t, newWorld(t).graph, Options{})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	answer := s.Exec(ctx, Request{Query: "{ people { nodes { name } } }"})
	if len(answer.Errors) != 1 || !errors.Is(answer.Errors[0].Err, context.Canceled) || answer.Data != nil {
		t.Errorf("got %v %s; want context.Canceled and no data", answer.Errors, answer.Data)
	}
}

// A panic's words may hold anything; they are for the log alone. What breaks in one
// field leaves no answer to the others.
func TestPanicDoesNotShow(t *testing.T) {
	s := newSchema(t, newWorld(t).graph, Options{})
	s.watch = func(r *request) { r.tx = nil }
	answer := s.Exec(context.Background(), Request{Query: "{ stats { articles } people { nodes { name } } __typename }"})
	if len(answer.Errors) != 1 || answer.Data != nil || answer.Errors[0].Message != "internal error" || !errors.Is(answer.Errors[0].Err, ErrPanic) {
		t.Errorf("got %v; want an internal error that is ErrPanic", answer.Errors)
	}
}

// Requests run beside each other, and each field with arguments is a goroutine: this
// is for the race detector.
func TestRequestsAtOnce(t *testing.T) {
	w := manyStatements(t, 10)
	s := newSchema(t, w.graph, Options{})
	want := ask(t, s, nested, "")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if diff := cmp.Diff(want, ask(t, s, nested, "")); diff != "" {
				t.Errorf("another answer: %s", diff)
			}
		})
	}
	wg.Wait()
}

// Lists read page by page are the lists read at once, whatever the size of a page.
func TestPaging(t *testing.T) {
	w := loadWorld(t, worldFile)
	s := newSchema(t, w.graph, Options{})
	for _, field := range []string{
		`people`, `countries`, `organizations`, `articles`, `statements`, `events`,
		`entities(prefix: "a")`, `entities(prefix: "n")`,
		`timeline(clock: PUBLISHED, kind: Article)`, `timeline(clock: SAID, kind: Statement)`,
		`neighbours(id: "id:liv")`, `neighbours(id: "id:norway")`, `neighbours(id: "id:sign")`,
		`neighbours(id: "id:liv", kinds: [MENTIONS, SAID, LEADS], to: "2025-03-04")`,
		`search(query: "minister OR meeting OR May")`,
	} {
		t.Run(field, func(t *testing.T) {
			whole := w.walk(s, field, 100)
			if len(whole) == 0 {
				t.Fatal("the list is empty: nothing is tested")
			}
			for _, size := range []int{1, 2, 3} {
				if diff := cmp.Diff(whole, w.walk(s, field, size)); diff != "" {
					t.Errorf("pages of %d (-whole +pages):\n%s", size, diff)
				}
			}
		})
	}
}

// walk returns the names in a list that is read in pages of a size.
func (w *world) walk(s *Schema, field string, size int) []string {
	w.t.Helper()
	field = strings.TrimSuffix(w.named(field), ")")
	sep := ", "
	if !strings.Contains(field, "(") {
		sep = "("
	}
	var names []string
	after := "null"
	for {
		query := fmt.Sprintf(`{ list: %s%sfirst: %d, after: %s) { edges { cursor node { name } } nodes { name } pageInfo { hasNextPage endCursor } } }`, field, sep, size, after)
		page := decode[struct {
			List struct {
				Edges []struct {
					Cursor string
					Node   struct{ Name string }
				}
				Nodes    []struct{ Name string }
				PageInfo struct {
					HasNextPage bool
					EndCursor   string
				}
			}
		}](w.t, s, query).List
		for i, e := range page.Edges {
			if page.Nodes[i].Name != e.Node.Name {
				w.t.Fatalf("nodes are not the nodes of edges: %v", page)
			}
			names = append(names, e.Node.Name)
		}
		if !page.PageInfo.HasNextPage {
			return names
		}
		if len(page.Edges) != size || page.Edges[size-1].Cursor != page.PageInfo.EndCursor || len(names) > 1000 {
			w.t.Fatalf("bad page: %v", page)
		}
		after = `"` + page.PageInfo.EndCursor + `"`
	}
}
