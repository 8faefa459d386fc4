package schema

import (
	"context"
	"errors"

	"newsgraph/graph"

	"github.com/graph-gophers/graphql-go"
)

// A query is the type Query. It has no state: each field finds its request in the
// context.
type query struct{}

// Node answers null for an id that nothing has.
func (query) Node(ctx context.Context, args struct{ ID graphql.ID }) (*node, error) {
	return found(requestOf(ctx), args.ID, asNode, nil)
}

// maxIDs is how many nodes may be asked for at once.
const maxIDs = 100

func (query) Nodes(ctx context.Context, args struct{ IDs []graphql.ID }) ([]*node, error) {
	if len(args.IDs) > maxIDs {
		return nil, badInput("ids", "%d of them; at most %d", len(args.IDs), maxIDs)
	}
	all := make([]*node, len(args.IDs))
	for i, id := range args.IDs {
		n, err := found(requestOf(ctx), id, asNode, nil)
		if err != nil {
			return nil, err
		}
		all[i] = n
	}
	return all, nil
}

func (query) Article(ctx context.Context, args struct {
	ID  *graphql.ID
	Key *string
}) (*article, error) {
	r := requestOf(ctx)
	switch {
	case (args.ID == nil) == (args.Key == nil):
		return nil, badInput("id, key", "want one of them")
	case args.ID != nil:
		return found(r, *args.ID, asArticle, func(k graph.Kind) bool { return k == graph.KindArticle })
	}
	n, err := r.tx.ArticleByKey(*args.Key)
	return there(r, n, err, asArticle, nil)
}

func (query) Country(ctx context.Context, args struct{ ISO string }) (*country, error) {
	r := requestOf(ctx)
	if !alpha2(args.ISO) {
		return nil, badInput("iso", "%q: want a code of two letters (ISO 3166-1 alpha-2), like NO", args.ISO)
	}
	n, err := r.tx.Country(args.ISO)
	return there(r, n, err, asCountry, nil)
}

// alpha2 reports whether a code is two letters.
func alpha2(code string) bool {
	letter := func(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }
	return len(code) == 2 && letter(code[0]) && letter(code[1])
}

func (query) Entities(ctx context.Context, args struct {
	pageArgs
	Name   *string
	Prefix *string
	Kinds  *[]nodeKind
}) (*connection[*entity], error) {
	r := requestOf(ctx)
	if (args.Name == nil) == (args.Prefix == nil) {
		return nil, badInput("name, prefix", "want one of them")
	}
	kinds := nodeKinds(args.Kinds)
	for _, k := range kinds {
		if !k.Entity() {
			return nil, badInput("kinds", "%s is no kind of entity", k)
		}
	}
	if args.Kinds != nil && len(kinds) == 0 {
		return &connection[*entity]{}, nil
	}
	size, err := args.size()
	if err != nil {
		return nil, err
	}
	skip, err := parseRankCursor(args.cursor())
	if err != nil {
		return nil, err
	}
	name, prefix := args.Name, false
	if args.Prefix != nil {
		name, prefix = args.Prefix, true
	}
	return ranked(r, size, skip, r.tx.Named(*name, prefix, kinds...), func(n graph.Node) (item[*entity], bool) {
		return item[*entity]{Node: asEntity(r.keep(n))}, true
	})
}

func (query) Articles(ctx context.Context, args pageArgs) (*connection[*article], error) {
	return listed(ctx, asArticle, graph.KindArticle, args)
}

func (query) People(ctx context.Context, args pageArgs) (*connection[*person], error) {
	return listed(ctx, asPerson, graph.KindPerson, args)
}

func (query) Countries(ctx context.Context, args pageArgs) (*connection[*country], error) {
	return listed(ctx, asCountry, graph.KindCountry, args)
}

func (query) Organizations(ctx context.Context, args pageArgs) (*connection[*organization], error) {
	return listed(ctx, asOrganization, graph.KindOrganization, args)
}

func (query) Places(ctx context.Context, args pageArgs) (*connection[*place], error) {
	return listed(ctx, asPlace, graph.KindPlace, args)
}

func (query) Events(ctx context.Context, args pageArgs) (*connection[*event], error) {
	return listed(ctx, asEvent, graph.KindEvent, args)
}

func (query) Statements(ctx context.Context, args pageArgs) (*connection[*statement], error) {
	return listed(ctx, asStatement, graph.KindStatement, args)
}

func (query) Search(ctx context.Context, args searchArgs) (*searchConnection, error) {
	return searched(requestOf(ctx), args)
}

func (query) Timeline(ctx context.Context, args timelineArgs) (*timelineConnection, error) {
	return timeline(requestOf(ctx), args)
}

func (query) Neighbours(ctx context.Context, args struct {
	neighbourArgs
	ID graphql.ID
}) (*connection[*node], error) {
	n, err := found(requestOf(ctx), args.ID, asNode, nil)
	if n == nil || err != nil {
		return nil, err
	}
	return n.Neighbours(args.neighbourArgs)
}

func (query) Path(ctx context.Context, args pathArgs) (*path, error) {
	return findPath(requestOf(ctx), args)
}

func (query) Neighbourhood(ctx context.Context, args neighbourhoodArgs) (*subgraph, error) {
	return drawn(requestOf(ctx), args)
}

func (query) Stats(ctx context.Context) (*stats, error) {
	c, err := requestOf(ctx).tx.Counts()
	return &stats{c}, err
}

// found returns the node with an id, null if there is none, or none of a kind that
// keep accepts.
func found[T any](r *request, id graphql.ID, as func(*thing) *T, keep func(graph.Kind) bool) (*T, error) {
	parsed, err := idOf(id)
	if err != nil {
		return there(r, graph.Node{}, err, as, keep)
	}
	n, err := r.tx.Node(parsed)
	return there(r, n, err, as, keep)
}

func there[T any](r *request, n graph.Node, err error, as func(*thing) *T, keep func(graph.Kind) bool) (*T, error) {
	if errors.Is(err, graph.ErrNotFound) || err == nil && keep != nil && !keep(n.Kind) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return as(r.keep(n)), r.spend(1)
}

// listed takes a page of all nodes of a kind.
func listed[T any](ctx context.Context, as func(*thing) T, k graph.Kind, args pageArgs) (*connection[T], error) {
	size, err := args.size()
	if err != nil {
		return nil, err
	}
	r := requestOf(ctx)
	return page(r, size, r.tx.Nodes(k, args.cursor()), func(l graph.Listed) (item[T], bool) {
		return item[T]{Cursor: l.Cursor, Node: as(r.thing(l.Ref))}, true
	})
}
