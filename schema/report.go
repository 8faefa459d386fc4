package schema

import (
	"strings"

	"newsgraph/graph"
)

// A wording is the type Wording.
type wording struct{ *evidence }

func (w *wording) Form() string    { return strings.ToUpper(w.i.Wording.Kind) }
func (w *wording) Mode() string    { return strings.ToUpper(w.i.Wording.Mode) }
func (w *wording) Stance() *string { return known(w.i.Wording.Stance) }
func (w *wording) Cue() *span      { return w.span(w.i.Wording.Cue) }
func (w *wording) Speaker() *span  { return w.span(w.i.Wording.Speaker) }
func (w *wording) Unnamed() *string {
	return known(w.i.Wording.Unnamed)
}

func (w *wording) Via() *entity {
	if w.i.Via == 0 {
		return nil
	}
	return asEntity(w.r.thing(w.i.Via))
}

func (w *wording) Said() *interval { return intervalOf(w.i.When) }

// An eventReport is the type EventReport.
type eventReport struct{ *evidence }

func (e *eventReport) Status() *string { return enum(e.i.Status) }
func (e *eventReport) When() *interval { return intervalOf(e.i.When) }

// reports takes a page of the evidence by which articles report a statement or event:
// that of as many articles as it takes. The evidence of an article stays together,
// as there is no cursor between its pieces.
func reports[T any](t *thing, args listArgs, as func(*evidence) (T, bool)) (*connection[T], error) {
	size, err := args.size()
	if err != nil {
		return nil, err
	}
	edges, err := follow(t, asArticle, nil, args, in(graph.Reports))
	if err != nil {
		return nil, err
	}
	c := &connection[T]{Edges: []item[T]{}, hasNext: edges.hasNext}
	for i, article := range edges.Edges {
		if len(c.Edges) >= size {
			c.hasNext = i < len(edges.Edges) || edges.hasNext
			break
		}
		all, err := article.link.evidence(maxFirst)
		if err != nil {
			return nil, err
		}
		for _, e := range all {
			if report, ok := as(e); ok {
				c.Edges = append(c.Edges, item[T]{Cursor: article.Cursor, Node: report})
			}
		}
	}
	return c, nil
}
