// Package corpus reads annotated corpora into documents, for training the models of
// package nlp and for measuring them.
//
// Treebank reads CoNLL-U; Names reads records with entities. Both give nlp.Doc values
// whose tokens carry the annotation of the corpus, as if an annotator had laid it on.
package corpus

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"newsgraph/loader/nlp"
)

// A Tree is a sentence of a treebank with where it comes from.
type Tree struct {
	Doc   *nlp.Doc // one sentence; Names are those that the treebank marks, if it does
	ID    string   // of the document
	Genre string   // of GUM documents
}

// Treebank reads the sentences of a CoNLL-U file.
func Treebank(path string) ([]Tree, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	trees, err := readTrees(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return trees, nil
}

func readTrees(r io.Reader) ([]Tree, error) {
	var trees []Tree
	var rows [][]string
	var id string
	var glued int      // the last word of the words written as one
	var gluedNext bool // and whether the next one follows without a blank
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc id = "):
			id = strings.TrimPrefix(line, "# newdoc id = ")
		case strings.HasPrefix(line, "#"):
		case line == "":
			if len(rows) > 0 {
				d, err := sentence(rows)
				if err != nil {
					return nil, fmt.Errorf("line %d: %w", n, err)
				}
				trees = append(trees, Tree{Doc: d, ID: id, Genre: genre(id)})
				rows, glued = nil, 0
			}
		default:
			cells := strings.Split(line, "\t")
			if _, last, ok := strings.Cut(cells[0], "-"); ok {
				glued, _ = strconv.Atoi(last)
				gluedNext = strings.Contains(line, "SpaceAfter=No")
			} else if !strings.Contains(cells[0], ".") {
				rows = append(rows, glue(cells, glued, gluedNext))
			}
		}
	}
	return trees, lines.Err()
}

// glue marks a word of several written as one as not followed by a blank.
func glue(cells []string, last int, next bool) []string {
	n, _ := strconv.Atoi(cells[0])
	if len(cells) == 10 && (n < last || n == last && next) {
		cells[9] += "|SpaceAfter=No"
	}
	return cells
}

// genre returns "news" for GUM_news_clock.
func genre(id string) string {
	if parts := strings.Split(id, "_"); len(parts) == 3 && parts[0] == "GUM" {
		return parts[1]
	}
	return ""
}

// sentence makes a Doc of the rows of one sentence.
func sentence(rows [][]string) (*nlp.Doc, error) {
	d := &nlp.Doc{Sentences: []nlp.Span{{Start: 0, End: len(rows)}}}
	var text strings.Builder
	for i, cells := range rows {
		if len(cells) != 10 {
			return nil, fmt.Errorf("%d columns", len(cells))
		}
		t := nlp.Token{Start: text.Len(), Lemma: cells[2]}
		text.WriteString(cells[1])
		t.End = text.Len()
		if !strings.Contains(cells[9], "SpaceAfter=No") {
			text.WriteByte(' ')
		}
		t.XPOS, _ = nlp.ParseTag(cells[4])
		t.UPOS, _ = nlp.ParseUPOS(cells[3])
		t.Rel, _ = nlp.ParseRel(cells[7])
		head, err := strconv.Atoi(cells[6])
		if err != nil || head > len(rows) {
			return nil, fmt.Errorf("head %q", cells[6])
		}
		t.Head = int32(head - 1)
		if head == 0 {
			t.Head = int32(i)
		}
		d.Tokens = append(d.Tokens, t)
	}
	d.Text = text.String()
	return d, nil
}
