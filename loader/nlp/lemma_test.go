package nlp

import (
	"strings"
	"testing"
)

// TestLemmas reads lines of form, tag and lemma, each a sentence of its own after "the".
func TestLemmas(t *testing.T) {
	cases(t, "testdata/lemmas.txt", func(t *testing.T, text, want string) {
		var got []string
		for line := range strings.Lines(text) {
			word, name, _ := strings.Cut(strings.TrimSpace(line), " ")
			tag, ok := ParseTag(name)
			if !ok {
				t.Fatalf("unknown tag in %q", line)
			}
			d := &Doc{Text: "the " + word, Tokens: []Token{{Start: 0, End: 3, XPOS: TagDT}, {Start: 4, End: 4 + len(word), XPOS: tag}}, Sentences: []Span{{0, 2}}}
			if err := Lemmas.Run(d); err != nil {
				t.Fatal(err)
			}
			got = append(got, d.Tokens[1].Lemma)
		}
		for i, w := range strings.Split(want, " ") {
			if i >= len(got) || got[i] != w {
				t.Errorf("lemmas of\n%s\ngot  %v\nwant %s", text, got, want)
				break
			}
		}
	})
}
