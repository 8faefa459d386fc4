package main

import (
	"errors"
	"fmt"

	"newsgraph/graph"
)

// find returns the nodes that what may mean: the one with that id, article key or
// ISO code, else the entities of that name, best known first.
func find(tx *graph.Tx, what string) ([]graph.Node, error) {
	exact := []func() (graph.Node, error){
		func() (graph.Node, error) { return tx.ArticleByKey(what) },
	}
	if id, err := graph.ParseID(what); err == nil {
		exact = append(exact, func() (graph.Node, error) { return tx.Node(id) })
	}
	if len(what) == 2 {
		exact = append(exact, func() (graph.Node, error) { return tx.Country(what) })
	}
	for _, get := range exact {
		n, err := get()
		if err == nil {
			return []graph.Node{n}, nil
		}
		if !errors.Is(err, graph.ErrNotFound) {
			return nil, err
		}
	}
	var found []graph.Node
	for n, err := range tx.Named(what, false) {
		if err != nil {
			return nil, err
		}
		found = append(found, n)
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%q: %w: give an id, an article's key, a country's ISO code, or a whole name", what, graph.ErrNotFound)
	}
	return found, nil
}
