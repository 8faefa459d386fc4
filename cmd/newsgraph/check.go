package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"newsgraph/graph"
	"newsgraph/loader/resolve"
)

func checkCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Prove that the store is whole",
		Long: `Walk every row of the store: each edge has both ends and its reverse, each index row
its node, each derived node its evidence. Then decide anew which records are one
thing, and compare. What is wrong is printed.`,
		Example: `  newsgraph check`,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return a.view(func(tx *graph.Tx) error {
				err := tx.Check()
				if err == nil { // resolution is only to be read in a store that is whole
					err = resolve.Check(tx)
				}
				if err != nil {
					return fmt.Errorf("the store is damaged:\n%w\nLoad the articles again into a new folder", err)
				}
				counts, err := tx.Counts()
				if err != nil {
					return err
				}
				a.note("%s", summary(counts))
				return nil
			})
		},
	}
}

// summary is "whole: 16 articles, 210 nodes in all, 812 edges".
func summary(c graph.Counts) string {
	nodes, edges := 0, 0
	for _, n := range c.Nodes {
		nodes += n
	}
	for _, n := range c.Edges {
		edges += n
	}
	articles := 0
	if len(c.Nodes) > int(graph.KindArticle) {
		articles = c.Nodes[graph.KindArticle]
	}
	return fmt.Sprintf("whole: %d articles, %d nodes in all, %d edges", articles, nodes, edges)
}
