package search

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"newsgraph/graph"
	"newsgraph/graph/text"
)

// Options bounds a search. The zero value finds the twenty best articles and statements.
type Options struct {
	Kinds  []graph.Kind // KindArticle, KindStatement; none: both
	Limit  int          // hits returned; 0: 20
	Offset int          // hits passed over first
}

// A Result is the hits of one search, the best first.
type Result struct {
	Hits  []Hit
	Total int // texts that match: articles, and statements in each article's wording
}

// A Hit is an article or statement that matches.
type Hit struct {
	Ref     graph.Ref
	Kind    graph.Kind
	Score   float64      // BM25; comparable within one search only
	Article graph.Ref    // where it stands: the article itself, or the one with the best matching wording
	Spans   []graph.Span // the words that match, in that article's text
}

// The parameters of BM25, as Robertson and Zaragoza (2009) give them for general use.
const (
	bm25K = 1.2
	bm25B = 0.75
)

const (
	defaultLimit = 20
	// maxPrefixTerms bounds how many words a prefix stands for: the first in order.
	maxPrefixTerms = 256
	// maxTies bounds how many hits of one score are compared by id at the edge of a page.
	maxTies = 1000
	// maxSpans bounds the spans of a hit.
	maxSpans = 50
)

// Search finds what matches a query in the language of Parse.
func Search(tx *graph.Tx, query string, o Options) (Result, error) {
	q, err := Parse(query)
	if err != nil {
		return Result{}, err
	}
	return Run(tx, q, o)
}

// Run finds what matches a query.
func Run(tx *graph.Tx, q Query, o Options) (Result, error) {
	if o.Limit <= 0 {
		o.Limit = defaultLimit
	}
	if len(o.Kinds) == 0 {
		o.Kinds = []graph.Kind{graph.KindArticle, graph.KindStatement}
	}
	counts, err := tx.Counts()
	if err != nil {
		return Result{}, err
	}
	var all []match
	for _, k := range o.Kinds {
		f, err := fieldOf(k)
		if err != nil {
			return Result{}, err
		}
		m := matcher{tx: tx, field: f, texts: float64(counts.Texts[f]), average: float64(counts.Words[f]) / float64(max(counts.Texts[f], 1))}
		found, err := m.match(q)
		if err != nil {
			return Result{}, fmt.Errorf("search %s: %w", q, err)
		}
		for i := range found {
			found[i].kind = k
		}
		all = append(all, found...)
	}
	hits, err := best(tx, all, o)
	if err != nil {
		return Result{}, err
	}
	for i := range hits {
		if err := highlight(tx, q, &hits[i]); err != nil {
			return Result{}, err
		}
	}
	r := Result{Total: len(all)}
	for _, h := range hits {
		r.Hits = append(r.Hits, h.Hit)
	}
	return r, nil
}

func fieldOf(k graph.Kind) (graph.Field, error) {
	switch k {
	case graph.KindArticle:
		return graph.ArticleText, nil
	case graph.KindStatement:
		return graph.StatementText, nil
	}
	return 0, fmt.Errorf("search: %s nodes have no text; want Article or Statement", k)
}

// A match is a text that matches, with its score.
type match struct {
	article graph.Ref
	record  int
	kind    graph.Kind
	score   float64
}

func (m match) compare(o match) int {
	return cmp.Or(cmp.Compare(m.article, o.article), m.record-o.record)
}

// A matcher evaluates queries over one field. Every method returns matches in order
// of their texts.
type matcher struct {
	tx      *graph.Tx
	field   graph.Field
	texts   float64
	average float64 // words of a text
}

func (m *matcher) match(q Query) ([]match, error) {
	switch q := q.(type) {
	case Word:
		return m.term(text.Stem(q.Text))
	case Prefix:
		return m.prefix(text.FoldWord(q.Text))
	case Phrase:
		return m.phrase(q.Words)
	case And:
		return m.all(q)
	case Or:
		return m.any(q)
	}
	return nil, fmt.Errorf("no such query: %T", q)
}

func (m *matcher) term(term string) ([]match, error) {
	var all []match
	var counts [][2]int
	err := m.tx.Postings(m.field, term, func(p graph.Posting) bool {
		all = append(all, match{article: p.Article, record: p.Record})
		counts = append(counts, [2]int{p.Count, p.Words})
		return true
	})
	m.score(all, counts)
	return all, err
}

// score gives each match its BM25 score for one term; counts are how often its text
// has the term, and the text's length.
func (m *matcher) score(all []match, counts [][2]int) {
	n := float64(len(all))
	idf := math.Log(1 + (m.texts-n+0.5)/(n+0.5))
	for i, c := range counts {
		tf, words := float64(c[0]), float64(c[1])
		all[i].score = idf * tf * (bm25K + 1) / (tf + bm25K*(1-bm25B+bm25B*words/m.average))
	}
}

func (m *matcher) prefix(prefix string) ([]match, error) {
	terms, err := m.tx.Terms(m.field, prefix, maxPrefixTerms)
	if err != nil {
		return nil, err
	}
	if stem := text.Stem(prefix); stem != "" && !strings.HasPrefix(stem, prefix) {
		terms = append(terms, stem) // "ministers*" is longer than the term of the word itself
	}
	var all []match
	for _, t := range terms {
		found, err := m.term(t)
		if err != nil {
			return nil, err
		}
		all = union(all, found)
	}
	return all, nil
}

func (m *matcher) all(parts []Query) ([]match, error) {
	var all []match
	for i, q := range parts {
		found, err := m.match(q)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			all = found
		} else {
			all = intersect(all, found)
		}
		if len(all) == 0 {
			return nil, nil
		}
	}
	return all, nil
}

func (m *matcher) any(parts []Query) ([]match, error) {
	var all []match
	for _, q := range parts {
		found, err := m.match(q)
		if err != nil {
			return nil, err
		}
		all = union(all, found)
	}
	return all, nil
}

// phrase matches texts in which the words stand one after another. Words that are not
// indexed keep their place: any word may stand there.
func (m *matcher) phrase(words []string) ([]match, error) {
	var texts []phraseText
	first := true
	for i, w := range words {
		term := text.Stem(w)
		if term == "" {
			continue
		}
		found, err := m.places(term, i)
		if err != nil {
			return nil, err
		}
		if first {
			texts, first = found, false
		} else {
			texts = narrow(texts, found)
		}
	}
	all := make([]match, len(texts))
	counts := make([][2]int, len(texts))
	for i, t := range texts {
		all[i], counts[i] = t.match, [2]int{len(t.starts), t.words}
	}
	m.score(all, counts)
	return all, nil
}

// A phraseText is a text with the places at which a phrase may begin.
type phraseText struct {
	match
	words  int
	starts []int
}

// places returns the texts that have a term, with the places where a phrase begins
// whose word number at it is.
func (m *matcher) places(term string, at int) ([]phraseText, error) {
	var all []phraseText
	err := m.tx.Postings(m.field, term, func(p graph.Posting) bool {
		starts := p.Places()
		for i := range starts {
			starts[i] -= at
		}
		all = append(all, phraseText{match{article: p.Article, record: p.Record}, p.Words, starts})
		return true
	})
	return all, err
}

// narrow keeps the beginnings that both have.
func narrow(a, b []phraseText) []phraseText {
	var all []phraseText
	for len(a) > 0 && len(b) > 0 {
		switch c := a[0].compare(b[0].match); {
		case c < 0:
			a = a[1:]
		case c > 0:
			b = b[1:]
		default:
			var starts []int
			for _, s := range a[0].starts {
				if _, ok := slices.BinarySearch(b[0].starts, s); ok {
					starts = append(starts, s)
				}
			}
			if len(starts) > 0 {
				all = append(all, phraseText{a[0].match, a[0].words, starts})
			}
			a, b = a[1:], b[1:]
		}
	}
	return all
}

func intersect(a, b []match) []match {
	all := a[:0]
	for len(a) > 0 && len(b) > 0 {
		switch c := a[0].compare(b[0]); {
		case c < 0:
			a = a[1:]
		case c > 0:
			b = b[1:]
		default:
			a[0].score += b[0].score
			all = append(all, a[0])
			a, b = a[1:], b[1:]
		}
	}
	return all
}

func union(a, b []match) []match {
	if len(a) == 0 {
		return b
	}
	all := make([]match, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch c := a[0].compare(b[0]); {
		case c < 0:
			all, a = append(all, a[0]), a[1:]
		case c > 0:
			all, b = append(all, b[0]), b[1:]
		default:
			a[0].score += b[0].score
			all = append(all, a[0])
			a, b = a[1:], b[1:]
		}
	}
	return append(append(all, a...), b...)
}

// A ranked hit keeps its id, which breaks ties, and the record that matched.
type ranked struct {
	Hit
	id     graph.ID
	record int
}

// best returns the page of hits that o asks for. A statement counts once, with its
// best wording.
func best(tx *graph.Tx, all []match, o Options) ([]ranked, error) {
	need := o.Offset + o.Limit
	for take := need; ; take *= 4 {
		top := top(all, take)
		hits, err := rank(tx, top)
		if err != nil {
			return nil, err
		}
		if len(hits) >= need || len(top) == len(all) {
			from := min(o.Offset, len(hits))
			return hits[from:min(need, len(hits))], nil
		}
	}
}

// top returns the n matches with the best scores, and those that tie with the last of
// them, up to a bound.
func top(all []match, n int) []match {
	if len(all) <= n {
		return all
	}
	scores := make([]float64, len(all))
	for i, m := range all {
		scores[i] = m.score
	}
	least := nth(scores, n)
	var top []match
	ties := 0
	for _, m := range all {
		if m.score > least || m.score == least && ties < maxTies {
			top = append(top, m)
			if m.score == least {
				ties++
			}
		}
	}
	return top
}

// nth returns the n-th greatest of the scores, which it puts in disorder.
func nth(scores []float64, n int) float64 {
	lo, hi, k := 0, len(scores)-1, n-1
	for lo < hi {
		pivot := scores[(lo+hi)/2]
		i, j := lo, hi
		for i <= j {
			for scores[i] > pivot {
				i++
			}
			for scores[j] < pivot {
				j--
			}
			if i <= j {
				scores[i], scores[j] = scores[j], scores[i]
				i, j = i+1, j-1
			}
		}
		switch {
		case k <= j:
			hi = j
		case k >= i:
			lo = i
		default:
			return scores[k]
		}
	}
	return scores[k]
}

// rank looks up the nodes of matches and sorts them: by score, then id.
func rank(tx *graph.Tx, top []match) ([]ranked, error) {
	at := map[graph.Ref]int{}
	var hits []ranked
	for _, m := range top {
		h := ranked{Hit: Hit{Ref: m.article, Kind: m.kind, Score: m.score, Article: m.article}, record: m.record}
		if m.kind == graph.KindStatement {
			var err error
			if h.Ref, err = tx.ClusterOf(graph.RecordRef{Article: m.article, Nr: m.record}); err != nil {
				return nil, err
			}
		}
		if i, ok := at[h.Ref]; ok {
			if m.score > hits[i].Score {
				h.id = hits[i].id
				hits[i] = h
			}
			continue
		}
		n, err := tx.NodeAt(h.Ref)
		if err != nil {
			return nil, err
		}
		h.id = n.ID
		at[h.Ref] = len(hits)
		hits = append(hits, h)
	}
	slices.SortFunc(hits, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), bytes.Compare(a.id[:], b.id[:]))
	})
	return hits, nil
}

// highlight fills in where the query's words stand in a hit's article: in all of it,
// or in the passage of the statement.
func highlight(tx *graph.Tx, q Query, h *ranked) error {
	words, err := tx.Text(h.Article)
	if err != nil {
		return err
	}
	from, to := 0, len(words)
	if h.Kind == graph.KindStatement {
		c, err := tx.Claims(h.Article)
		if err != nil {
			return err
		}
		first := c.Records[h.record].First
		passage := graph.Cut(words, first)
		from = len(graph.Cut(words, graph.Span{End: first.Start}))
		to = from + len(passage)
	}
	terms, prefixes := wanted(q, nil, nil)
	begins := firstBytes(append(slices.Clone(terms), prefixes...))
	text.Words(words[from:to], func(w string, start, end int) {
		if w[0] < utf8.RuneSelf && !begins[w[0]|0x20] || len(h.Spans) == maxSpans {
			return
		}
		stem := text.Stem(w)
		hit := stem != "" && slices.Contains(terms, stem) || slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(stem, p) })
		if hit {
			h.Spans = append(h.Spans, graph.SpanOf(words, from+start, from+end))
		}
	})
	return nil
}

// firstBytes is the set of bytes that terms begin with. A stem begins as its word does
// but for case and accents, so most words need not be stemmed.
func firstBytes(terms []string) (set [256]bool) {
	for _, t := range terms {
		if t != "" {
			set[t[0]] = true
		}
	}
	return set
}

// wanted collects the terms and prefixes of a query.
func wanted(q Query, terms, prefixes []string) (_, _ []string) {
	switch q := q.(type) {
	case Word:
		terms = append(terms, text.Stem(q.Text))
	case Prefix:
		prefixes = append(prefixes, text.FoldWord(q.Text))
		terms = append(terms, text.Stem(q.Text))
	case Phrase:
		for _, w := range q.Words {
			if s := text.Stem(w); s != "" {
				terms = append(terms, s)
			}
		}
	case And:
		for _, part := range q {
			terms, prefixes = wanted(part, terms, prefixes)
		}
	case Or:
		for _, part := range q {
			terms, prefixes = wanted(part, terms, prefixes)
		}
	}
	return terms, prefixes
}
