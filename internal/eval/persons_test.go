package eval

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// A dispute is a place where two readers do not name the same people: code points, and
// the spans that each found there.
type dispute struct {
	id           string
	start, end   int
	ours, theirs [][2]int
}

type peerDoc struct {
	ID       string `json:"id"`
	Entities []struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Type  string `json:"type"`
	} `json:"entities"`
}

// disputes returns the places where the spans differ, those that overlap as one.
func disputes(id string, ours, theirs [][2]int) []dispute {
	var all []dispute
	add := func(s [2]int, mine bool) {
		last := len(all) - 1
		if last < 0 || all[last].end <= s[0] {
			all = append(all, dispute{id: id, start: s[0], end: s[1]})
			last++
		}
		all[last].end = max(all[last].end, s[1])
		if mine {
			all[last].ours = append(all[last].ours, s)
		} else {
			all[last].theirs = append(all[last].theirs, s)
		}
	}
	for len(ours) > 0 || len(theirs) > 0 {
		if len(theirs) == 0 || len(ours) > 0 && ours[0][0] <= theirs[0][0] {
			add(ours[0], true)
			ours = ours[1:]
		} else {
			add(theirs[0], false)
			theirs = theirs[1:]
		}
	}
	return slices.DeleteFunc(all, func(d dispute) bool { return slices.Equal(d.ours, d.theirs) })
}

// TestEvalPersonSample draws 100 places where newsgraph and CoreNLP name other people,
// with -errors printed to be judged, and counts the verdicts of the file.
func TestEvalPersonSample(t *testing.T) {
	x := extractor(t)
	texts, err := readLines[struct{ ID, Text string }](corpus(t, "statements/polnear_dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	peers, err := readLines[peerDoc](corpus(t, "statements/corenlp_dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	text := make(map[string]string)
	for _, d := range texts {
		text[d.ID] = d.Text
	}
	var all []dispute
	for _, p := range peers {
		var ours, theirs [][2]int
		for _, e := range read(t, x, text[p.ID]).Entities {
			for _, m := range e.Mentions {
				if e.Type == "Person" && m.Kind == "name" {
					ours = append(ours, [2]int{m.Start, m.End})
				}
			}
		}
		for _, e := range p.Entities {
			if e.Type == "PERSON" {
				theirs = append(theirs, [2]int{e.Start, e.End})
			}
		}
		slices.SortFunc(ours, func(a, b [2]int) int { return a[0] - b[0] })
		all = append(all, disputes(p.ID, ours, theirs)...)
	}
	rand.New(rand.NewPCG(4, 100)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	t.Logf("PolNeAR dev: %d places where newsgraph and CoreNLP name other people", len(all))
	for i, d := range all[:min(100, len(all))] {
		if *listErrors {
			r := []rune(text[d.id])
			t.Logf("sample %d %s %d %d ours %q theirs %q in %q", i, d.id, d.start, d.end, spanWords(r, d.ours), spanWords(r, d.theirs), around(r, d.start, d.end))
		}
	}
	t.Logf("PolNeAR dev, judged: %s", verdicts(t, "testdata/persons_polnear.tsv"))
}

func spanWords(r []rune, spans [][2]int) string {
	var w []string
	for _, s := range spans {
		w = append(w, string(r[s[0]:s[1]]))
	}
	return strings.Join(w, "|")
}

// verdicts counts the last column of a table.
func verdicts(t *testing.T, path string) string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	counts := make(map[string]int)
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if cells := strings.Split(lines.Text(), "\t"); len(cells) == 4 {
			counts[cells[3]]++
		}
	}
	return fmt.Sprintf("ours right %d, theirs right %d, both wrong %d", counts["ours"], counts["theirs"], counts["neither"])
}
