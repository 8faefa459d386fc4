package schema

import "newsgraph/graph"

// An evidence is the interface Evidence, and what its types have in common.
type evidence struct {
	r    *request
	kind graph.EdgeKind // of the edge it is for
	i    graph.Item
}

func (e *evidence) Article() *article { return asArticle(e.r.thing(e.i.Article)) }

func (e *evidence) Start() *int32 { return e.offset(e.i.Span.Start) }
func (e *evidence) End() *int32   { return e.offset(e.i.Span.End) }

// offset returns null if the evidence is no passage.
func (e *evidence) offset(n int) *int32 {
	if e.i.Ref != "" {
		return nil
	}
	at := int32(n)
	return &at
}

func (e *evidence) More() []*span {
	all := make([]*span, len(e.i.More))
	for i, s := range e.i.More {
		all[i] = e.span(&s)
	}
	return all
}

func (e *evidence) Text() *string       { return known(e.i.Text) }
func (e *evidence) Ref() *string        { return known(e.i.Ref) }
func (e *evidence) By() string          { return e.i.By }
func (e *evidence) Confidence() float64 { return rate(e.i.Evidence.Confidence) }

// span returns words of the article that the evidence stands in, null for none.
func (e *evidence) span(s *graph.Span) *span {
	if s == nil {
		return nil
	}
	return spanOf(e.r, e.i.Article, *s)
}

// The types that an Evidence may be.

func (e *evidence) ToMention() (*mention, bool) { return &mention{e}, e.kind == graph.Mentions }

func (e *evidence) ToWording() (*wording, bool) {
	return &wording{e}, e.kind == graph.Reports && e.i.Wording != nil
}

func (e *evidence) ToEventReport() (*eventReport, bool) {
	return &eventReport{e}, e.kind == graph.Reports && e.i.Wording == nil
}

func (e *evidence) ToMatch() (*match, bool) {
	switch e.kind {
	case graph.PossiblySame, graph.SameClaim, graph.Contradicts:
		return &match{e}, true
	}
	return nil, false
}

func (e *evidence) ToPassage() (*passage, bool) {
	if e.kind == graph.Mentions || e.kind == graph.Reports {
		return nil, false
	}
	_, matches := e.ToMatch()
	return &passage{e}, !matches
}

// A passage is the type Passage.
type passage struct{ *evidence }

func (p *passage) RoleStatus() *string { return known(p.i.Status) }
func (p *passage) Scope() *string      { return known(p.i.Scope) }
func (p *passage) Unnamed() *string    { return known(p.i.Unnamed) }

// A mention is the type Mention.
type mention struct{ *evidence }

func (m *mention) MentionForm() *string { return enum(m.i.Mention) }

// A match is the type Match.
type match struct{ *evidence }

func (m *match) Score() float64    { return rate(m.i.Score) }
func (m *match) Reasons() []string { return list(m.i.Reasons) }

// A span is the type Span.
type span struct {
	Start int32
	End   int32
	r     *request
	at    graph.Ref // the article
}

func spanOf(r *request, article graph.Ref, s graph.Span) *span {
	return &span{int32(s.Start), int32(s.End), r, article}
}

func (s *span) Text() string {
	return s.r.words(s.at, graph.Span{Start: int(s.Start), End: int(s.End)})
}

// An interval is the type Interval.
type interval struct {
	From      *date
	To        *date
	Precision *string
	Text      *string
}

// intervalOf returns null for an interval of which nothing is known.
func intervalOf(i *graph.Interval) *interval {
	if i == nil || *i == (graph.Interval{}) {
		return nil
	}
	return &interval{known(date(i.From)), known(date(i.To)), known(i.Precision), known(i.Text)}
}
