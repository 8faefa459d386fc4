package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"newsgraph/loader/nlp"
)

// rawSets are the corpora whose texts, without any annotation, the network learns from
// by way of its teacher's analysis. Of those with tests of ours in them (PolNeAR,
// Worldwide, the treebanks' dev sets) there is none.
var rawSets = []string{
	"relations/conll04_train", "relations/re3d_dev", "relations/dwie_dev", "multi/basil_dev", "multi/newswcl50_dev",
	"events/meantime_dev", "events/ecbplus_dev", "events/cameo_actors_train", "time/aquaint", "time/timebank",
	"entities/crossner_politics_train", "entities/crossner_politics_dev", "entities/wikigold",
	"entities/conll2003_train", "entities/conll2003_dev", "statements/riqua_dev",
}

// sentences prints the sentences of rawSets, a line each, a blank between tokens.
func (t *trainer) sentences() error {
	p, err := nlp.New(nlp.Paragraphs, nlp.Tokens, nlp.Sentences)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	var d nlp.Doc
	for _, set := range rawSets {
		texts, err := rawTexts(filepath.Join(t.corpora, set+".jsonl"))
		if err != nil {
			return err
		}
		for _, text := range texts {
			d.Reset(text, "")
			if err := p.Run(&d); err != nil {
				return err
			}
			for _, s := range d.Sentences {
				for i := s.Start; i < s.End; i++ {
					if i > s.Start {
						out.WriteByte(' ')
					}
					out.WriteString(d.Word(i))
				}
				out.WriteByte('\n')
			}
		}
	}
	return out.Flush()
}

// rawTexts reads the texts of a file of JSON lines, or their tokens with blanks between.
func rawTexts(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var texts []string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for n := 1; lines.Scan(); n++ {
		var record struct {
			Text   string
			Tokens []string
		}
		if err := json.Unmarshal(lines.Bytes(), &record); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if record.Text == "" {
			record.Text = strings.Join(record.Tokens, " ")
		}
		texts = append(texts, record.Text)
	}
	return texts, lines.Err()
}
