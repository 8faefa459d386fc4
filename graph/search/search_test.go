package search_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"newsgraph/graph"
	"newsgraph/graph/kv/memkv"
	"newsgraph/graph/search"
	"newsgraph/loader/resolve"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, want, why string }{
		{"talks Geneva", "talks Geneva", "words stand side by side"},
		{`"water talks" chad`, `"water talks" chad`, "a phrase in straight marks"},
		{"minist*", "minist*", "a prefix"},
		{"dam OR port", "(dam OR port)", "either"},
		{"(dam OR port) talks", "(dam OR port) talks", "brackets group"},
		{"dam talks OR port", "(dam talks OR port)", "OR binds less than standing side by side"},
		{"the dam", "dam", "words that are not indexed are left out"},
		{`"Okoye"`, "Okoye", "a phrase of one word is a word"},
		{"re-open", "re open", "a hyphen separates, as in the index"},
		{"ORAL", "ORAL", "OR is a word of its own"},
	} {
		q, err := search.Parse(c.in)
		if err != nil || q.String() != c.want {
			t.Errorf("Parse(%q) = %v, %v, want %s: %s", c.in, q, err, c.want, c.why)
		}
	}
	for _, in := range []string{"", "the", "(dam", `"dam`, "dam)", strings.Repeat("(", 50) + "dam"} {
		var syntax *search.SyntaxError
		if q, err := search.Parse(in); !errors.As(err, &syntax) {
			t.Errorf("Parse(%q) = %v, %v, want a SyntaxError", in, q, err)
		}
	}
}

func TestParseNothing(t *testing.T) {
	for in, want := range map[string]string{
		"*": "behind the beginning of a word", "(* *)": "behind the beginning of a word",
		"OR": "stands between", "OR (OR)": "stands between",
		"": "want a word", "the": "want a word", "the OR of": "want a word", "!": "want a word",
	} {
		if _, err := search.Parse(in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Parse(%q): %v, want %q", in, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`(dam OR "water talks") minist* the`)
	f.Fuzz(func(t *testing.T, s string) {
		q, err := search.Parse(s)
		if err != nil {
			return
		}
		again, err := search.Parse(q.String())
		if err != nil || again.String() != q.String() {
			t.Errorf("Parse(%q) = %s, which parses to %v, %v", s, q, again, err)
		}
	})
}

// texts are five articles; the statement of each is its last sentence.
var texts = []string{
	"The water talks in Geneva ended. The dam will stand.",
	"The talks about water were long, and the water was cold. The dam will fall.",
	"The port reopened with talks. Ministers met in Lomé.",
	"Nothing happened in the ministry. The dam will stand.",
	"Harbour talks, harbour talks, harbour talks. Nobody spoke of rivers.",
}

func texted(t *testing.T) *graph.Graph {
	t.Helper()
	g, err := graph.OpenStore(memkv.New(), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	err = g.Update(func(tx *graph.Tx) error {
		for i, s := range texts {
			last := strings.LastIndex(strings.TrimSuffix(s, "."), ". ") + 2
			span := graph.SpanOf(s, last, len(s))
			c := &graph.Contribution{
				Article: graph.Article{Key: fmt.Sprint(i), Text: s},
				Records: []graph.Record{{Kind: graph.KindStatement, First: span, Name: s[last:]}},
				Claims: []graph.Claim{{Kind: graph.Reports, From: graph.ArticleRecord, To: 0,
					Evidence: graph.Evidence{Span: span, By: "test/1", Confidence: 1000}}},
			}
			if _, err := resolve.Add(tx, c); err != nil {
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

func TestSearch(t *testing.T) {
	g := texted(t)
	for _, c := range []struct {
		query string
		kind  graph.Kind
		want  string // keys of the articles, in any order
		words string // what is marked in the best
		why   string
	}{
		{"geneva", graph.KindArticle, "0", "Geneva", "case does not matter"},
		{"LOME", graph.KindArticle, "2", "Lomé", "nor do accents"},
		{"talk water", graph.KindArticle, "1 0", "talks water water", "all words, in any form; the more often, the better"},
		{`"water talks"`, graph.KindArticle, "0", "water talks", "a phrase keeps its order"},
		{`"talks about water"`, graph.KindArticle, "1", "talks about water water", "of three words"},
		{`"dam the stand"`, graph.KindArticle, "0 3", "dam stand", "a word that is not indexed keeps its place, whatever it is"},
		{"geneva OR port", graph.KindArticle, "0 2", "", "any of the words"},
		{"minist*", graph.KindArticle, "2 3", "", "words that begin so"},
		{"ministers*", graph.KindArticle, "2", "Ministers", "a prefix longer than the stem"},
		{"harbor", graph.KindArticle, "", "", "nothing matches"},
		{"dam", graph.KindStatement, "0 1 3", "dam", "statements are found by their own words"},
		{"water", graph.KindStatement, "", "", "and not by those around them"},
	} {
		err := g.View(func(tx *graph.Tx) error {
			r, err := search.Search(tx, c.query, search.Options{Kinds: []graph.Kind{c.kind}})
			if err != nil {
				return err
			}
			var keys, words []string
			for i, h := range r.Hits {
				a, err := tx.Article(h.Article)
				if err != nil {
					return err
				}
				keys = append(keys, a.Key)
				for _, s := range h.Spans {
					if i == 0 {
						words = append(words, graph.Cut(texts[int(a.Key[0]-'0')], s))
					}
				}
			}
			if !sameKeys(keys, c.want) || r.Total != len(keys) {
				t.Errorf("%s: %q finds %v of %d, want %s", c.why, c.query, keys, r.Total, c.want)
			}
			if got := strings.Join(words, " "); c.words != "" && got != c.words {
				t.Errorf("%s: %q marks %q, want %q", c.why, c.query, got, c.words)
			}
			return nil
		})
		if err != nil {
			t.Errorf("%q: %v", c.query, err)
		}
	}
}

// sameKeys compares sets: where scores tie, ids decide, which say nothing to a reader.
func sameKeys(got []string, want string) bool {
	if len(got) != len(strings.Fields(want)) {
		return false
	}
	for _, k := range strings.Fields(want) {
		if !strings.Contains(" "+strings.Join(got, " ")+" ", " "+k+" ") {
			return false
		}
	}
	return true
}

func TestBestComesFirst(t *testing.T) {
	err := texted(t).View(func(tx *graph.Tx) error {
		r, err := search.Search(tx, "talks", search.Options{Kinds: []graph.Kind{graph.KindArticle}, Limit: 2})
		if err != nil {
			return err
		}
		best, err := tx.Article(r.Hits[0].Article)
		if best.Key != "4" || len(r.Hits) != 2 || r.Total != 4 {
			t.Errorf("talks: best is article %s of %d hits, %d in all; want 4 of 2, 4", best.Key, len(r.Hits), r.Total)
		}
		rest, err2 := search.Search(tx, "talks", search.Options{Kinds: []graph.Kind{graph.KindArticle}, Limit: 10, Offset: 2})
		if len(rest.Hits) != 2 {
			t.Errorf("after two hits: %d, want 2", len(rest.Hits))
		}
		return errors.Join(err, err2)
	})
	if err != nil {
		t.Fatal(err)
	}
}
