package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsgraph/loader/nlp"
)

// A Text is a document of a corpus with the names that are marked in it.
type Text struct {
	ID    string
	Text  string
	Names []Name
}

// A Name is a marked name: bytes of its text and the type that the corpus gives it.
type Name struct {
	nlp.Range
	Type string
}

// record is the union of the forms that corpora of names come in.
type record struct {
	ID, Doc, Text  string
	Tokens         json.RawMessage
	Tags           []string
	Offsets        [][2]int
	Entities       json.RawMessage
	Mentions       []mention
	AnnotatedUntil int      `json:"annotated_until"`
	Sentences      [][3]int // start, end and number
	Validated      []int    `json:"validated_sentences"`
}

type mention struct {
	Start, End  int
	Type, Class string
	Kind        string
	Entity      int
	Spans       [][2]int
}

// Texts reads a file of records with names. Sentences of one document become one text,
// a paragraph each.
func Texts(path string) ([]Text, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var texts []Text
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	doc := ""
	for n := 1; lines.Scan(); n++ {
		var r record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		t, err := r.text()
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if r.Doc != "" && r.Doc == doc {
			texts[len(texts)-1].join(t)
		} else {
			texts = append(texts, t)
		}
		doc = r.Doc
	}
	return texts, lines.Err()
}

// join appends another text as a paragraph.
func (t *Text) join(next Text) {
	by := len(t.Text) + 2
	t.Text += "\n\n" + next.Text
	for _, n := range next.Names {
		t.Names = append(t.Names, Name{nlp.Range{Start: n.Start + by, End: n.End + by}, n.Type})
	}
}

func (r *record) text() (Text, error) {
	t := Text{ID: r.ID, Text: r.Text}
	if r.Tags != nil {
		return t, r.tagged(&t)
	}
	mentions := r.Mentions
	if r.Entities != nil && mentions == nil {
		if err := json.Unmarshal(r.Entities, &mentions); err != nil {
			return t, err
		}
	}
	var types []string // by entity, where mentions point at one
	if r.Entities != nil && r.Mentions != nil {
		types = entityTypes(r.Entities)
	}
	at := pointOffsets(r.Text)
	for _, m := range mentions {
		for _, s := range append(m.Spans, [2]int{m.Start, m.End}) {
			if s[1] > s[0] && s[1] < len(at) && (m.Kind == "" || m.Kind == "name" || m.Kind == "entity") {
				n := Name{nlp.Range{Start: at[s[0]], End: at[s[1]]}, m.Type + m.Class}
				if types != nil {
					n.Type = types[m.Entity]
				}
				t.Names = append(t.Names, n)
			}
		}
	}
	if r.Validated != nil {
		r.blank(&t, at)
	}
	if r.AnnotatedUntil > 0 && r.AnnotatedUntil < len(at) {
		end := at[r.AnnotatedUntil]
		t.Text = t.Text[:end]
		t.Names = slices.DeleteFunc(t.Names, func(n Name) bool { return n.End > end })
	}
	return t, nil
}

// blank empties the sentences that nobody has checked.
func (r *record) blank(t *Text, at []int) {
	b := []byte(t.Text)
	for _, s := range r.Sentences {
		if !slices.Contains(r.Validated, s[2]) {
			for i := at[s[0]]; i < at[min(s[1], len(at)-1)]; i++ {
				b[i] = ' '
			}
		}
	}
	t.Text = string(b)
	t.Names = slices.DeleteFunc(t.Names, func(n Name) bool { return strings.TrimSpace(t.Text[n.Start:n.End]) == "" })
}

// entityTypes returns the tags of each entity, joined.
func entityTypes(raw json.RawMessage) []string {
	var entities []struct{ Tags []string }
	json.Unmarshal(raw, &entities)
	types := make([]string, len(entities))
	for i, e := range entities {
		types[i] = " " + strings.Join(e.Tags, " ") + " "
	}
	return types
}

// pointOffsets returns the byte offset of each code point and of the end.
func pointOffsets(s string) []int {
	at := make([]int, 0, len(s)+1)
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

// tagged reads tokens with tags of beginning and inside.
func (r *record) tagged(t *Text) error {
	var tokens []string
	if err := json.Unmarshal(r.Tokens, &tokens); err != nil {
		return err
	}
	at := make([]nlp.Range, len(tokens))
	if t.Text != "" {
		points := pointOffsets(t.Text)
		for i, o := range r.Offsets {
			at[i] = nlp.Range{Start: points[o[0]], End: points[o[1]]}
		}
	} else {
		t.Text = joinTokens(tokens, at)
	}
	for i, tag := range r.Tags {
		switch {
		case strings.HasPrefix(tag, "B-"):
			t.Names = append(t.Names, Name{at[i], tag[2:]})
		case strings.HasPrefix(tag, "I-") && len(t.Names) > 0:
			t.Names[len(t.Names)-1].End = at[i].End
		}
	}
	return nil
}

// joinTokens writes the tokens as a text, with blanks where English has them.
func joinTokens(tokens []string, at []nlp.Range) string {
	var b strings.Builder
	quoted := false
	open := true // no blank before the next token
	for i, tok := range tokens {
		first, _ := utf8.DecodeRuneInString(tok)
		closing := strings.ContainsRune(",.;:?!)]%", first) || strings.HasPrefix(tok, "'") && len(tok) > 1 || tok == "n't"
		if tok == `"` {
			closing = quoted
		}
		if !open && !closing {
			b.WriteByte(' ')
		}
		at[i].Start = b.Len()
		b.WriteString(tok)
		at[i].End = b.Len()
		open = tok == "(" || tok == "[" || tok == "$" || tok == "``" || tok == `"` && !quoted
		if tok == `"` {
			quoted = !quoted
		}
	}
	return b.String()
}

// Annotate lays tokens, sentences and tags on the text, and then its names, with the
// types that typeOf gives to those of the corpus; it leaves out those without one.
func (t *Text) Annotate(p *nlp.Pipeline, m *nlp.Models, typeOf func(kind, text string) nlp.NameType) (*nlp.Doc, error) {
	d := new(nlp.Doc)
	d.Reset(t.Text, "")
	if err := p.Run(d); err != nil {
		return nil, err
	}
	m.Tag(d)
	for _, n := range t.Names {
		span := touching(d, n.Range)
		kind := typeOf(n.Type, t.Text[n.Start:n.End])
		if kind != 0 && span.Start < span.End {
			d.Names = append(d.Names, nlp.Name{Span: span, Type: kind})
		}
	}
	return d, nil
}

// touching returns the tokens that share bytes with the range.
func touching(d *nlp.Doc, r nlp.Range) nlp.Span {
	s := nlp.Span{Start: d.TokenAt(r.Start)}
	s.End = s.Start
	for s.End < len(d.Tokens) && d.Tokens[s.End].Start < r.End {
		s.End++
	}
	return s
}

// Proper cuts a mention down to the name in it, for corpora that mark whole noun
// phrases: the words without determiner and without what follows the first
// comma or relative clause, if they are all capitalized or of closed classes. ok is
// false if there is no name in it.
func Proper(d *nlp.Doc, s nlp.Span) (nlp.Span, bool) {
	for s.Start < s.End && !proper(d, s.Start) {
		s.Start++
	}
	for s.End > s.Start && !proper(d, s.End-1) {
		s.End--
	}
	for i := s.Start; i < s.End; i++ {
		t := d.Tokens[i].XPOS
		if !proper(d, i) && t != nlp.TagIN && t != nlp.TagDT && t != nlp.TagHYPH && t != nlp.TagCC && t != nlp.TagPOS {
			return s, false
		}
	}
	return s, s.Start < s.End
}

func proper(d *nlp.Doc, i int) bool {
	first, _ := utf8.DecodeRuneInString(d.Word(i))
	t := d.Tokens[i].XPOS
	return unicode.IsUpper(first) && (t.IsProper() || t == nlp.TagJJ || t == nlp.TagNN || t == nlp.TagNNS)
}
