package nlp

import (
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	cases(t, "testdata/sentences.txt", func(t *testing.T, text, want string) {
		d := run(t, text, "", Paragraphs, Tokens, Sentences)
		if err := checkDoc(d); err != nil {
			t.Error(err)
		}
		var got []string
		for _, s := range d.Sentences {
			var words []string
			for i := s.Start; i < s.End; i++ {
				words = append(words, d.Word(i))
			}
			got = append(got, strings.Join(words, "|"))
		}
		if g := strings.Join(got, "\n"); g != want {
			t.Errorf("text\n%s\ngot\n%s\nwant\n%s", text, g, want)
		}
	})
}

func TestParagraphs(t *testing.T) {
	const wrapped = "The council of the river towns met on Monday\nto hear the engineers, who said that nothing\nwould fall.\nThe mayor of the largest town was not in the\nhall."
	for text, want := range map[string]string{
		"one\n\n  two \r\nthree": "one|two|three",
		"a\u2028b\vc\u0085d":     "a|b|c|d",
		" \n\t\n":                "",
		// A line that had room for the next word ends its paragraph.
		wrapped: "The council of the river towns met on Monday\nto hear the engineers, who said that nothing\nwould fall.|The mayor of the largest town was not in the\nhall.",
	} {
		d := run(t, text, "", Paragraphs)
		var got []string
		for _, p := range d.Paragraphs {
			got = append(got, text[p.Start:p.End])
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%q: got %q, want %q", text, g, want)
		}
	}
}
