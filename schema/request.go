package schema

import (
	"context"
	"fmt"

	"newsgraph/graph"
)

// A request is one query at work: its snapshot, what it has read from there, and
// what it may still spend. One resolver uses it at a time (see New).
type request struct {
	ctx       context.Context
	stop      context.CancelFunc // makes graphql-go call no more resolvers
	tx        *graph.Tx
	operation string
	left      int   // of the budget
	err       error // the first failure; the answer is no good then

	things   map[graph.Ref]*thing
	articles map[graph.Ref]*graph.Article
	texts    map[graph.Ref]string
}

type requestKey struct{}

func newRequest(ctx context.Context, stop context.CancelFunc, tx *graph.Tx, budget int) *request {
	r := &request{
		stop:     stop,
		tx:       tx,
		left:     budget,
		things:   map[graph.Ref]*thing{},
		articles: map[graph.Ref]*graph.Article{},
		texts:    map[graph.Ref]string{},
	}
	r.ctx = context.WithValue(ctx, requestKey{}, r)
	return r
}

func requestOf(ctx context.Context) *request { return ctx.Value(requestKey{}).(*request) }

// fail ends the request. The first failure is the one that counts.
func (r *request) fail(err error) {
	if r.err == nil {
		r.err = err
		r.stop()
	}
}

// spend takes n from the budget. It fails the request when nothing is left; a
// resolver that loops returns the error.
func (r *request) spend(n int) error {
	if r.left -= n; r.left < 0 {
		r.fail(fmt.Errorf("%w: it reads or answers too many things; ask for fewer at a time", ErrLimit))
	}
	if r.err != nil {
		return r.err
	}
	return r.ctx.Err()
}

// thing returns a node by its number, which came from the same snapshot.
func (r *request) thing(ref graph.Ref) *thing {
	if t, ok := r.things[ref]; ok {
		return t
	}
	_ = r.spend(1)
	n, err := r.tx.NodeAt(ref)
	if err != nil {
		r.fail(fmt.Errorf("node %d: %w", ref, err))
	}
	return r.keep(n)
}

// keep remembers a node that was read.
func (r *request) keep(n graph.Node) *thing {
	t := &thing{r, n}
	r.things[n.Ref] = t
	return t
}

// article returns the facts of an article.
func (r *request) article(ref graph.Ref) *graph.Article {
	if a, ok := r.articles[ref]; ok {
		return a
	}
	_ = r.spend(1)
	a, err := r.tx.Article(ref)
	if err != nil {
		r.fail(fmt.Errorf("article %d: %w", ref, err))
	}
	r.articles[ref] = &a
	return &a
}

// text returns the text of an article. It costs one for each 256 bytes, as much as
// a short field.
func (r *request) text(ref graph.Ref) string {
	if s, ok := r.texts[ref]; ok {
		return s
	}
	s, err := r.tx.Text(ref)
	if err != nil {
		r.fail(fmt.Errorf("text of article %d: %w", ref, err))
	}
	_ = r.spend(1 + len(s)/256)
	r.texts[ref] = s
	return s
}

// words returns the words at a span of an article.
func (r *request) words(article graph.Ref, s graph.Span) string {
	return graph.Cut(r.text(article), s)
}
