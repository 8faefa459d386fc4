// Package schema answers GraphQL questions about a graph. New ties schema.graphql to
// the resolvers of this package; Exec answers one query.
//
// There is one file for each type of schema.graphql, or for a few that belong
// together, with its fields in the same order. A resolver is a thin struct over
// something that graph returned.
//
// # One request, one snapshot, one resolver at a time
//
// Exec opens one snapshot of the graph and puts it in a request, which every
// resolver holds. A snapshot may not be used by two goroutines at once, and
// graphql-go starts a goroutine for each field that takes arguments or returns an
// error, and for its siblings. So New sets MaxParallelism(1): of one request, one
// resolver runs at a time, on whatever goroutine; a lock would do no more. Requests
// run beside each other, each on its own snapshot.
//
// Nodes, facts and texts that a request has read stay with it, so a thing that
// stands in a list a hundred times is read once. Fields without arguments read when
// they are asked for, are plain methods, and so start no goroutine; they tell their
// failures to the request (request.fail). A failing store fails the whole request, as
// an answer with holes would mislead.
//
// # Limits
//
// The length, depth and selections of a query are bounded, and so is its work: each
// field answered, node, edge and passage read counts one against a budget
// (request.spend). This bounds what nested lists can multiply to, exactly and
// without estimates.
package schema

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"newsgraph"
	"newsgraph/graph"

	"github.com/graph-gophers/graphql-go"
	gqlerrors "github.com/graph-gophers/graphql-go/errors"
	"github.com/graph-gophers/graphql-go/introspection"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// The limits on a query. Introspection, as GraphiQL does it, is 13 deep and has
// some 300 selections.
const (
	maxDepth      = 20
	maxLength     = 16 << 10 // bytes
	maxSelections = 2000
	maxTokens     = 10_000
	maxOverlap    = 10_000 // pairs of fields compared: repeated fields are quadratic
	defaultBudget = 250_000
)

// Options says how a Schema works. The zero value works.
type Options struct {
	Budget int // fields answered and rows read for one query; default 250,000, about half a second
}

// A Schema answers queries about one graph. It may be used by several goroutines at
// once.
type Schema struct {
	graph  *graph.Graph
	gql    *graphql.Schema
	sdl    *ast.Schema // the same, as flatten reads it
	budget int
	watch  func(*request) // for tests: sees each request before it runs
}

// A Request is a query with its variables.
type Request struct {
	Query         string
	OperationName string // which of the query's operations; "" for the only one
	Variables     map[string]any
}

// A Response is the answer. Without Data the request was not answered at all, and
// Errors says why; its causes are the sentinels of this package, or unknown.
type Response struct {
	graphql.Response
	Operation string `json:"-"` // the name of the operation answered; "" if it has none
}

// New returns a Schema of the graph. It fails if a field of schema.graphql has no
// resolver.
func New(g *graph.Graph, o Options) (*Schema, error) {
	if o.Budget == 0 {
		o.Budget = defaultBudget
	}
	gql, err := graphql.ParseSchema(newsgraph.SDL, &query{},
		graphql.UseStringDescriptions(),
		graphql.UseFieldResolvers(),
		graphql.MaxParallelism(1),
		graphql.MaxDepth(maxDepth),
		graphql.MaxQueryLength(maxLength),
		graphql.MaxSelections(maxSelections),
		graphql.OverlapValidationLimit(maxOverlap),
		graphql.Tracer(tracer{}),
		graphql.PanicHandler(panics{}),
		graphql.Logger(panics{}),
	)
	if err != nil {
		return nil, fmt.Errorf("schema.graphql: %w", err)
	}
	sdl, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphql", Input: newsgraph.SDL})
	if err != nil {
		return nil, err
	}
	return &Schema{graph: g, gql: gql, sdl: sdl, budget: o.Budget}, nil
}

// Exec answers a query on one snapshot of the graph.
func (s *Schema) Exec(ctx context.Context, q Request) *Response {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var answer Response
	err := s.graph.View(func(tx *graph.Tx) error {
		r := newRequest(ctx, cancel, tx, s.budget)
		if s.watch != nil {
			s.watch(r)
		}
		answer.Response = *s.gql.Exec(r.ctx, s.executable(q), q.OperationName, q.Variables)
		answer.Operation = r.operation
		return r.err
	})
	if err != nil {
		answer.Errors = []*gqlerrors.QueryError{{Message: err.Error(), Err: err}}
		answer.Data = nil
		return &answer
	}
	// Fields are answered in any order; their errors are told in one.
	slices.SortStableFunc(answer.Errors, func(a, b *gqlerrors.QueryError) int {
		return strings.Compare(fmt.Sprint(a.Path), fmt.Sprint(b.Path))
	})
	if i := slices.IndexFunc(answer.Errors, broken); i >= 0 {
		answer.Errors, answer.Data = answer.Errors[i:i+1], nil
		return &answer
	}
	for _, e := range answer.Errors {
		// An error of no field is one of the request: graphql-go answers {} beside it.
		if e.Path == nil {
			answer.Data = nil
			if !errors.Is(e.Err, ErrPanic) && ctx.Err() == nil {
				e.Err = errors.Join(ErrQuery, e.Err)
			}
			// graphql-go takes the end for a token without letters.
			if strings.HasPrefix(e.Message, `syntax error: unexpected ""`) {
				e.Message = "syntax error: the query ends too early; is a closing bracket missing?"
			}
		}
	}
	return &answer
}

// broken reports whether an error is a fault of the store or of this package. Then
// there is no answer: one with holes would mislead.
func broken(e *gqlerrors.QueryError) bool {
	return e.ResolverError != nil && !errors.Is(e.ResolverError, ErrInput) || errors.Is(e.Err, ErrPanic)
}

// executable returns the query in a form that graphql-go can execute. One that is
// not valid is left as it is, so that errors speak of the query as it was written.
func (s *Schema) executable(q Request) string {
	flat := flatten(s.sdl, q.Query)
	if flat != q.Query && len(s.gql.ValidateWithVariables(q.Query, q.Variables)) > 0 {
		return q.Query
	}
	return flat
}

// IsMutation reports whether the operation asked for is a mutation.
func IsMutation(q Request) bool {
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: q.Query}, maxTokens)
	if err != nil {
		return false
	}
	op := doc.Operations.ForName(q.OperationName)
	return op != nil && op.Operation == ast.Mutation
}

// A tracer charges each field to its request's budget.
type tracer struct{}

func (tracer) TraceQuery(ctx context.Context, _, operation string, _ map[string]any, _ map[string]*introspection.Type) (context.Context, func([]*gqlerrors.QueryError)) {
	requestOf(ctx).operation = operation
	return ctx, func([]*gqlerrors.QueryError) {}
}

func (tracer) TraceField(ctx context.Context, _, _, _ string, _ bool, _ map[string]any) (context.Context, func(*gqlerrors.QueryError)) {
	_ = requestOf(ctx).spend(1) // sticks to the request
	return ctx, func(*gqlerrors.QueryError) {}
}

// panics turns a panic into an error that keeps its words from the answer.
type panics struct{}

func (panics) MakePanicError(_ context.Context, value any) *gqlerrors.QueryError {
	return &gqlerrors.QueryError{Message: "internal error", Err: fmt.Errorf("%w: %v\n%s", ErrPanic, value, debug.Stack())}
}

func (panics) LogPanic(context.Context, any) {} // the error has it
