package corpus

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"newsgraph/loader/extract"
)

// eventVerdicts has a line for each predicate that an annotator has judged: the corpus, the
// article in it, where the predicate starts in code points, the PLOVER type that was asked
// about, and the verdict: the type of the event that the predicate tells of, "none", or
// "again" if another word beside it tells of the event.
//
//go:embed event_verdicts.tsv
var eventVerdicts []byte

// anyDay stands in for the day on which the articles were published: most corpora give none.
const anyDay = "2020-06-15"

// Events reads the articles of which annotators have judged predicates.
func Events(corpora string) ([]extract.EventExample, error) {
	type article struct{ set, id string }
	var order []string
	verdicts := make(map[article]map[int]extract.EventVerdict)
	lines := bufio.NewScanner(bytes.NewReader(eventVerdicts))
	for n := 1; lines.Scan(); n++ {
		if n == 1 {
			continue // the names of the columns
		}
		row := strings.Split(lines.Text(), "\t")
		if len(row) != 5 {
			return nil, fmt.Errorf("event_verdicts.tsv: line %d: %d columns, want 5", n, len(row))
		}
		start, err := strconv.Atoi(row[2])
		if err != nil {
			return nil, fmt.Errorf("event_verdicts.tsv: line %d: %w", n, err)
		}
		a := article{row[0], row[1]}
		if verdicts[a] == nil {
			verdicts[a] = make(map[int]extract.EventVerdict)
		}
		v := extract.EventVerdict(row[4])
		if v == "none" || v == "again" {
			v = ""
		}
		verdicts[a][start] = v
		if len(order) == 0 || order[len(order)-1] != row[0] {
			order = append(order, row[0])
		}
	}
	var examples []extract.EventExample
	for _, set := range order {
		f, err := os.Open(filepath.Join(corpora, set+".jsonl"))
		if err != nil {
			return nil, err
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var row struct {
				ID   any
				Text string
			}
			if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
				return nil, fmt.Errorf("%s: %w", set, err)
			}
			v := verdicts[article{set, fmt.Sprint(row.ID)}]
			if v == nil {
				continue
			}
			examples = append(examples, extract.EventExample{Text: row.Text, Published: anyDay, Verdicts: v})
		}
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("%s: %w", set, err)
		}
	}
	return examples, nil
}
