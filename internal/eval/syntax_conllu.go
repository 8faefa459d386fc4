package eval

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"

	"newsgraph/loader/nlp"
)

// A TreebankDoc is one document of a treebank with its text rebuilt: the sentences'
// words with the blanks between them, a blank line between paragraphs.
type TreebankDoc struct {
	ID        string
	Text      string
	Words     []TreebankWord
	Sentences []nlp.Span // over Words
}

// A TreebankWord is a syntactic word of a treebank, with its byte offsets into the
// document's text. Words of one written form that do not spell it share its offsets.
type TreebankWord struct {
	nlp.Range
	Form, Lemma, UPOS, XPOS, Rel string
	Head                         int // index into Words; its own for a root
}

// ReadTreebank reads a CoNLL-U file. A file without "# newdoc" is one document.
func ReadTreebank(path string) ([]*TreebankDoc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := treebankReader{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if err := r.line(lines.Text()); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	r.endSentence()
	r.endDoc()
	return r.docs, lines.Err()
}

// A treebankReader holds the document and the sentence that are being read.
type treebankReader struct {
	docs      []*TreebankDoc
	doc       *TreebankDoc
	text      strings.Builder
	first     int    // the sentence's first word
	gap       string // what stands before the next word
	multiEnd  int    // last word number of the multiword token being read
	multi     nlp.Range
	multiForm string
}

func (r *treebankReader) line(line string) error {
	switch {
	case line == "":
		r.endSentence()
	case strings.HasPrefix(line, "# newdoc"):
		r.endDoc()
		_, id, _ := strings.Cut(line, " = ")
		r.doc = &TreebankDoc{ID: id}
	case strings.HasPrefix(line, "# newpar"):
		r.gap = "\n\n"
	case line[0] == '#':
	default:
		return r.word(strings.Split(line, "\t"))
	}
	return nil
}

func (r *treebankReader) endSentence() {
	if r.doc == nil || r.first == len(r.doc.Words) {
		return
	}
	for i := r.first; i < len(r.doc.Words); i++ {
		if head := &r.doc.Words[i].Head; *head == 0 {
			*head = i
		} else {
			*head += r.first - 1
		}
	}
	r.doc.Sentences = append(r.doc.Sentences, nlp.Span{Start: r.first, End: len(r.doc.Words)})
	r.first = len(r.doc.Words)
	r.multiEnd = 0
}

func (r *treebankReader) endDoc() {
	if r.doc != nil && len(r.doc.Words) > 0 {
		r.doc.Text = r.text.String()
		r.docs = append(r.docs, r.doc)
	}
	r.text.Reset()
	r.doc, r.gap, r.first = nil, "", 0
}

// word reads a line of ten fields: a word, a multiword token or an empty node.
func (r *treebankReader) word(field []string) error {
	if len(field) != 10 {
		return fmt.Errorf("%d fields, want 10", len(field))
	}
	if r.doc == nil {
		r.doc = &TreebankDoc{}
	}
	if strings.Contains(field[0], ".") {
		return nil
	}
	if _, end, ok := strings.Cut(field[0], "-"); ok {
		n, err := strconv.Atoi(end)
		r.multiEnd, r.multiForm = n, field[1]
		r.multi = r.write(field[1], field[9])
		return err
	}
	n, err := strconv.Atoi(field[0])
	if err != nil {
		return err
	}
	head, err := strconv.Atoi(field[6])
	if err != nil {
		return err
	}
	w := TreebankWord{Form: field[1], Lemma: field[2], UPOS: field[3], XPOS: field[4], Head: head, Rel: field[7]}
	if n <= r.multiEnd {
		w.Range = r.multiPart(field[1])
	} else {
		w.Range = r.write(field[1], field[9])
	}
	r.doc.Words = append(r.doc.Words, w)
	return nil
}

// write appends a written form to the text.
func (r *treebankReader) write(form, misc string) nlp.Range {
	if r.text.Len() > 0 {
		r.text.WriteString(r.gap)
	}
	start := r.text.Len()
	r.text.WriteString(form)
	r.gap = " "
	if strings.Contains(misc, "SpaceAfter=No") {
		r.gap = ""
	}
	return nlp.Range{Start: start, End: r.text.Len()}
}

// multiPart returns the offsets of the next word of the multiword token.
func (r *treebankReader) multiPart(form string) nlp.Range {
	if !strings.HasPrefix(r.multiForm, form) {
		return r.multi
	}
	r.multiForm = r.multiForm[len(form):]
	end := r.multi.End - len(r.multiForm)
	return nlp.Range{Start: end - len(form), End: end}
}
