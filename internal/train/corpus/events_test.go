package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEventVerdicts holds that each line of the verdicts is of a corpus, a place in an
// article, and a PLOVER type or none.
func TestEventVerdicts(t *testing.T) {
	verdicts := map[string]bool{"none": true, "again": true}
	for _, v := range strings.Fields("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT") {
		verdicts[v] = true
	}
	lines := strings.Split(strings.TrimSpace(string(eventVerdicts)), "\n")
	if len(lines) < 1000 {
		t.Fatalf("%d lines", len(lines))
	}
	for n, line := range lines[1:] {
		row := strings.Split(line, "\t")
		if len(row) != 5 || !strings.Contains(row[0], "/") || verdicts[row[3]] && (row[3] == "none" || row[3] == "again") || !verdicts[row[3]] || !verdicts[row[4]] {
			t.Errorf("line %d: %q", n+2, line)
		}
	}
}

// TestEvents holds that an article gets the verdicts of its own lines, and that a corpus
// that is missing is an error.
func TestEvents(t *testing.T) {
	dir := t.TempDir()
	if _, err := Events(dir); err == nil {
		t.Error("no corpora, and no error")
	}
	lines := strings.Split(strings.TrimSpace(string(eventVerdicts)), "\n")
	first := strings.Split(lines[1], "\t")
	sets := map[string]bool{}
	for _, line := range lines[1:] {
		sets[strings.Split(line, "\t")[0]] = true
	}
	for set := range sets {
		path := filepath.Join(dir, set+".jsonl")
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		text := ""
		if set == first[0] {
			text = `{"id": "` + first[1] + `", "text": "Chad attacked Niger."}`
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	examples, err := Events(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(examples) != 1 || len(examples[0].Verdicts) == 0 || examples[0].Text != "Chad attacked Niger." {
		t.Errorf("%+v", examples)
	}
}
