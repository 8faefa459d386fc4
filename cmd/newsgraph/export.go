package main

import (
	"github.com/spf13/cobra"

	"newsgraph/graph"
)

func exportCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "export",
		Short: "Print the whole graph as JSON lines",
		Long: `Print the whole graph as JSON lines, in one order: nodes, then edges, each sorted
by id. Two graphs of the same articles and decisions print the same bytes.`,
		Example: `  newsgraph export > graph.jsonl
  newsgraph export | sha256sum       # the same on every machine`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return a.view(func(tx *graph.Tx) error { return tx.Export(a.stdout) })
		},
	}
}
