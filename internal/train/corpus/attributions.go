package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"

	"newsgraph/loader/extract"
)

// An Attributed is an article of PolNeAR.
type Attributed struct {
	ID string
	extract.AttributionExample
}

// SetAside reports whether an article of PolNeAR's training set is in the half that is
// scored only: nobody reads it, and no model learns from it.
func SetAside(id string) bool {
	h := fnv.New32a()
	h.Write([]byte(setAsideSeed + id))
	return h.Sum32()>>16&1 == 1
}

// setAsideSeed decides which half is set aside.
const setAsideSeed = "newsgraph-1/"

// Attributions reads articles with their attributions.
func Attributions(path string) ([]Attributed, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []Attributed
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		var row struct {
			ID, Text     string
			Attributions []extract.GoldAttribution
			Discard      [][2]int
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, n, err)
		}
		all = append(all, Attributed{row.ID, extract.AttributionExample{Text: row.Text, Attributions: row.Attributions, Discard: row.Discard}})
	}
	return all, lines.Err()
}
