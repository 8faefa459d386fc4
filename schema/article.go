package schema

import "newsgraph/graph"

// An article is the type Article. What its publisher states is read when asked for.
type article struct{ *thing }

func asArticle(t *thing) *article { return &article{t} }

func (a *article) facts() *graph.Article { return a.r.article(a.n.Ref) }

func (a *article) Key() string          { return a.n.Key }
func (a *article) URL() *string         { return known(a.facts().URL) }
func (a *article) Title() *string       { return known(a.facts().Title) }
func (a *article) Outlet() *string      { return known(a.facts().Outlet) }
func (a *article) Authors() []string    { return list(a.facts().Authors) }
func (a *article) Published() *dateTime { return known(dateTime(a.facts().Published)) }
func (a *article) Modified() *dateTime  { return known(dateTime(a.facts().Modified)) }
func (a *article) Language() *string    { return known(a.facts().Language) }

// Text returns the text. Each time it is answered costs as if it were read again.
func (a *article) Text() string {
	s := a.r.text(a.n.Ref)
	_ = a.r.spend(len(s) / 256)
	return s
}

func (a *article) Boilerplate() []region {
	all := make([]region, len(a.facts().Boilerplate))
	for i, b := range a.facts().Boilerplate {
		all[i] = region{int32(b.Start), int32(b.End), b.Reason}
	}
	return all
}

func (a *article) Publishers(args pageArgs) (*connection[*organization], error) {
	return follow(a.thing, asOrganization, nil, listArgs{pageArgs: args}, out(graph.PublishedBy))
}

func (a *article) Mentions(args pageArgs) (*connection[*entity], error) {
	return follow(a.thing, asEntity, nil, listArgs{pageArgs: args}, out(graph.Mentions))
}

func (a *article) Statements(args pageArgs) (*connection[*statement], error) {
	return follow(a.thing, asStatement, statements, listArgs{pageArgs: args}, out(graph.Reports))
}

func (a *article) Events(args pageArgs) (*connection[*event], error) {
	return follow(a.thing, asEvent, events, listArgs{pageArgs: args}, out(graph.Reports))
}

func (a *article) Cites(args pageArgs) (*connection[*node], error) {
	return follow(a.thing, asNode, nil, listArgs{pageArgs: args}, out(graph.Cites))
}

func (a *article) CitedBy(args listArgs) (*connection[*article], error) {
	return follow(a.thing, asArticle, nil, args, in(graph.Cites))
}

// A region is the type Region.
type region struct {
	Start  int32
	End    int32
	Reason string
}
