package schema

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"
)

// graphql-go panics over a fragment on a type within a fragment on an interface:
//
//	... on Entity { name ... on Country { iso } }
//
// for it tries each type that an Entity may be against Country. So queries of that
// form are written anew before they are answered, each fragment beside the other:
//
//	... on Entity { name } ... on Country { iso }
//
// A flattener does that. It knows the schema, and how many selections it may still
// write: spreads are replaced by what they stand for, which can grow without bound.
type flattener struct {
	schema    *ast.Schema
	fragments ast.FragmentDefinitionList
	left      int
	nested    bool // a fragment stood within a fragment on an interface
}

// flatten returns a query that asks the same and has no fragments in fragments on
// interfaces. The query must be valid.
func flatten(schema *ast.Schema, query string) string {
	if strings.Count(query, "...") < 2 {
		return query
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, maxTokens)
	if err != nil {
		return query
	}
	f := &flattener{schema: schema, fragments: doc.Fragments, left: maxSelections}
	for _, op := range doc.Operations {
		op.SelectionSet = f.field(op.SelectionSet, schema.Query)
	}
	if !f.nested || f.left < 0 {
		return query
	}
	doc.Fragments = nil
	var b strings.Builder
	formatter.NewFormatter(&b).FormatQueryDocument(doc)
	return b.String()
}

// field flattens what is selected of a field of a type.
func (f *flattener) field(all ast.SelectionSet, of *ast.Definition) ast.SelectionSet {
	flat := f.flat(all, of, of)
	if len(flat) == 0 && len(all) > 0 {
		return ast.SelectionSet{nothing}
	}
	return flat
}

// nothing selects nothing: what fragments that exclude each other come to.
var nothing = &ast.InlineFragment{
	Directives: ast.DirectiveList{{Name: "include", Arguments: ast.ArgumentList{{
		Name: "if", Value: &ast.Value{Kind: ast.BooleanValue, Raw: "false"},
	}}}},
	SelectionSet: ast.SelectionSet{&ast.Field{Name: "__typename", Alias: "__typename"}},
}

// flat flattens selections that stand below fragments which let only the type on
// through, in a field of the type of.
func (f *flattener) flat(all ast.SelectionSet, of, on *ast.Definition) ast.SelectionSet {
	var flat ast.SelectionSet
	for _, s := range all {
		if f.left--; f.left < 0 {
			return nil
		}
		switch s := s.(type) {
		case *ast.Field:
			field := *s
			if def := on.Fields.ForName(s.Name); def != nil && len(s.SelectionSet) > 0 {
				if t := f.schema.Types[def.Type.Name()]; t != nil {
					field.SelectionSet = f.field(s.SelectionSet, t)
				}
			}
			flat = append(flat, wrap(ast.SelectionSet{&field}, of, on)...)
		case *ast.InlineFragment:
			flat = append(flat, f.fragment(s.TypeCondition, s.Directives, s.SelectionSet, of, on)...)
		case *ast.FragmentSpread:
			if def := f.fragments.ForName(s.Name); def != nil {
				flat = append(flat, f.fragment(def.TypeCondition, s.Directives, def.SelectionSet, of, on)...)
			}
		}
	}
	return flat
}

// fragment flattens one fragment. Its directives hold for all that it becomes.
func (f *flattener) fragment(condition string, directives ast.DirectiveList, all ast.SelectionSet, of, on *ast.Definition) ast.SelectionSet {
	f.nested = f.nested || on != of && on.IsAbstractType() || of.IsAbstractType() && f.holdsFragment(condition, all)
	var flat ast.SelectionSet
	for _, t := range f.narrow(on, condition) {
		flat = append(flat, f.flat(all, of, t)...)
	}
	if len(directives) > 0 && len(flat) > 0 {
		return ast.SelectionSet{&ast.InlineFragment{Directives: directives, SelectionSet: flat}}
	}
	return flat
}

// holdsFragment reports whether a fragment on an interface has another right in it.
func (f *flattener) holdsFragment(condition string, all ast.SelectionSet) bool {
	t := f.schema.Types[condition]
	return t != nil && t.IsAbstractType() && slices.ContainsFunc(all, func(s ast.Selection) bool {
		_, field := s.(*ast.Field)
		return !field
	})
}

// narrow returns what a type and a condition both let through: the narrower of them,
// or the types that both may be.
func (f *flattener) narrow(on *ast.Definition, condition string) []*ast.Definition {
	t := f.schema.Types[condition]
	if condition == "" || t == nil {
		return []*ast.Definition{on}
	}
	here, there := f.schema.GetPossibleTypes(on), f.schema.GetPossibleTypes(t)
	var both []*ast.Definition
	for _, p := range here {
		if slices.Contains(there, p) {
			both = append(both, p)
		}
	}
	switch len(both) {
	case len(here):
		return []*ast.Definition{on}
	case len(there):
		return []*ast.Definition{t}
	}
	return both
}

// wrap puts selections of the type on into a fragment, if the field may be others.
func wrap(s ast.SelectionSet, of, on *ast.Definition) ast.SelectionSet {
	if on == of {
		return s
	}
	return ast.SelectionSet{&ast.InlineFragment{TypeCondition: on.Name, SelectionSet: s}}
}
