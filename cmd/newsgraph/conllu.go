package main

import (
	"bufio"
	"fmt"
	"io"

	"newsgraph/loader/article"
	"newsgraph/loader/nlp"
)

// conlluPrinter returns what prints articles in the CoNLL-U form of Universal
// Dependencies 2: https://universaldependencies.org/format.html.
func conlluPrinter(out io.Writer) (articlePrinter, error) {
	pipeline, err := nlp.New(layers...)
	if err != nil {
		return nil, err
	}
	sentences := 0 // of all articles: sent_id is one in a file
	return func(a article.Article) error {
		doc, err := readLayers(pipeline, a)
		if err != nil {
			return err
		}
		w := conlluWriter{doc, nameLabels(doc), bufio.NewWriter(out)}
		fmt.Fprintf(w.out, "# newdoc id = %s\n", a.Key)
		for i := range doc.Sentences {
			sentences++
			w.sentence(doc.Sentences[i], sentences)
		}
		return w.out.Flush()
	}, nil
}

type conlluWriter struct {
	*nlp.Doc
	names []string // by token: "B-PER"; "" outside names
	out   *bufio.Writer
}

// nerLabels are the types of names as NER= has them.
var nerLabels = map[nlp.NameType]string{
	nlp.PersonName: "PER", nlp.PlaceName: "LOC", nlp.OrganizationName: "ORG", nlp.OtherName: "MISC", nlp.Demonym: "NORP",
}

func nameLabels(d *nlp.Doc) []string {
	labels := make([]string, len(d.Tokens))
	for _, n := range d.Names {
		begin := "B-"
		for i := n.Start; i < n.End; i++ {
			labels[i] = begin + nerLabels[n.Type]
			begin = "I-"
		}
	}
	return labels
}

func (w conlluWriter) sentence(s nlp.Span, id int) {
	fmt.Fprintf(w.out, "# sent_id = %d\n# text = ", id)
	for n := s.Start; n < s.End; n++ {
		w.out.WriteString(w.Word(n))
		if n+1 < s.End && !w.glued(n) {
			w.out.WriteByte(' ')
		}
	}
	w.out.WriteByte('\n')
	for n := s.Start; n < s.End; n++ {
		w.token(s, n)
	}
	fmt.Fprintln(w.out)
}

// glued reports whether the token behind token n follows without a blank, or without
// one of the invisible characters that no token holds.
func (w conlluWriter) glued(n int) bool { return w.Tokens[n+1].Start == w.Tokens[n].End }

// token writes a token's ten columns; morphological features and enhanced dependencies
// are not found.
func (w conlluWriter) token(s nlp.Span, n int) {
	t := w.Tokens[n]
	head := int(t.Head) - s.Start + 1
	if int(t.Head) == n {
		head = 0
	}
	misc := fmt.Sprintf("TokenRange=%d:%d", w.CodePoint(t.Start), w.CodePoint(t.End))
	if n+1 < s.End && w.glued(n) {
		misc = "SpaceAfter=No|" + misc
	}
	if w.names[n] != "" {
		misc = "NER=" + w.names[n] + "|" + misc
	}
	fmt.Fprintf(w.out, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s\n", n-s.Start+1, w.Word(n), orNone(t.Lemma), t.UPOS, t.XPOS, head, t.Rel, misc)
}

func orNone(s string) string {
	if s == "" {
		return "_"
	}
	return s
}
