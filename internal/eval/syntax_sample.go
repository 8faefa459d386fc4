package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"

	"newsgraph/loader/nlp"
)

// A SentenceEnd is where a sentence ends: the number of the record in its file, from 1,
// and the offset in code points.
type SentenceEnd struct{ Record, Offset int }

// Texts reads the texts of a file of records, one JSON object a line.
func Texts(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var texts []string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var r struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s: record %d: %w", path, len(texts)+1, err)
		}
		texts = append(texts, r.Text)
	}
	return texts, lines.Err()
}

// SentenceEnds returns the ends of all sentences that the pipeline finds in the texts.
func SentenceEnds(p *nlp.Pipeline, texts []string) ([]SentenceEnd, error) {
	var d nlp.Doc
	var ends []SentenceEnd
	for i, text := range texts {
		d.Reset(text, "")
		if err := p.Run(&d); err != nil {
			return nil, err
		}
		for _, s := range d.Sentences {
			ends = append(ends, SentenceEnd{i + 1, d.CodePoint(d.Bytes(s).End)})
		}
	}
	return ends, nil
}

// Sample draws n of the ends, the same ones for the same seed.
func Sample(ends []SentenceEnd, n int, seed uint64) []SentenceEnd {
	r := rand.New(rand.NewPCG(seed, seed))
	r.Shuffle(len(ends), func(i, j int) { ends[i], ends[j] = ends[j], ends[i] })
	return ends[:min(n, len(ends))]
}

// ReadVerdicts reads a sample that a person has judged: record, offset and "right" or
// "wrong" with the reason, a line each, after a line that begins with #.
func ReadVerdicts(path string) (map[SentenceEnd]bool, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	verdicts := make(map[SentenceEnd]bool)
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		field := strings.Fields(line)
		if len(field) < 3 {
			return nil, fmt.Errorf("%s: line %q has no verdict", path, line)
		}
		record, err := strconv.Atoi(field[0])
		if err != nil {
			return nil, err
		}
		offset, err := strconv.Atoi(field[1])
		if err != nil {
			return nil, err
		}
		verdicts[SentenceEnd{record, offset}] = field[2] == "right"
	}
	return verdicts, nil
}
