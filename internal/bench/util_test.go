package bench

import (
	"iter"
	"slices"

	"newsgraph/graph"
)

func sortByRecords(all []graph.Node) {
	slices.SortStableFunc(all, func(a, b graph.Node) int { return b.Records - a.Records })
}

// count reads up to limit items of a list.
func count(all iter.Seq2[graph.Edge, error], limit int) (n int, err error) {
	for _, err := range all {
		if err != nil {
			return n, err
		}
		if n++; n == limit {
			break
		}
	}
	return n, nil
}
