package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"newsgraph/graph"
	"newsgraph/loader/resolve"
)

func removeCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "remove KEY|ID...",
		Short: "Take articles back, with everything that rests on them alone",
		Long: `Take articles back. Afterwards the graph is the one that never had them: facts that
other articles state too stay, with those articles as their evidence.`,
		Example: `  newsgraph remove articles/meridian-dam-talks.txt
  newsgraph remove 5f0c9b7a-2e11-5f3e-9a55-1f0c9b7a2e11`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.change(func(g *graph.Graph) error {
				var failed error
				for _, what := range args {
					if c.Context().Err() != nil {
						return errors.Join(failed, c.Context().Err())
					}
					key, err := remove(g, what)
					if err != nil {
						fmt.Fprintf(a.stderr, "newsgraph: remove %v\n", err)
						failed = errReported
						continue
					}
					a.note("removed %s", key)
				}
				return failed
			})
		},
	}
}

// remove takes back the article with the given key or id and returns its key.
func remove(g *graph.Graph, what string) (key string, err error) {
	err = g.Update(func(tx *graph.Tx) error {
		n, err := findArticle(tx, what)
		if err != nil {
			return err
		}
		key = n.Key
		return resolve.Remove(tx, n.Ref)
	})
	if err != nil {
		return "", fmt.Errorf("%s: %w", what, err)
	}
	return key, nil
}

func findArticle(tx *graph.Tx, what string) (graph.Node, error) {
	n, err := tx.ArticleByKey(what)
	if !errors.Is(err, graph.ErrNotFound) {
		return n, err
	}
	id, err := graph.ParseID(what)
	if err == nil {
		n, err = tx.Node(id)
	}
	if err != nil {
		return n, errors.New("there is no article with this key or id (newsgraph query '{ articles { nodes { key } } }' lists keys)")
	}
	if n.Kind != graph.KindArticle {
		return n, fmt.Errorf("this is the %s %q; only articles can be removed", n.Kind, n.Name)
	}
	return n, nil
}
