package nlp

import (
	"os"
	"strings"
	"testing"
)

func run(t testing.TB, text, published string, annotators ...Annotator) *Doc {
	t.Helper()
	p, err := New(annotators...)
	if err != nil {
		t.Fatal(err)
	}
	d := &Doc{}
	d.Reset(text, published)
	if err := p.Run(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// cases reads a file of examples: a block a case, its lines up to "---" the text, those
// after it what is wanted; a line that starts with # is a comment.
func cases(t *testing.T, path string, test func(t *testing.T, text, want string)) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for block := range strings.SplitSeq(string(data), "\n===\n") {
		var lines []string
		for line := range strings.Lines(block + "\n") {
			if !strings.HasPrefix(line, "#") {
				lines = append(lines, line)
			}
		}
		text, want, ok := strings.Cut(strings.Join(lines, ""), "---\n")
		if !ok {
			t.Fatalf("%s: block without ---: %q", path, block)
		}
		test(t, strings.TrimSuffix(text, "\n"), strings.TrimSpace(want))
		n++
	}
	if n == 0 {
		t.Fatalf("%s holds no cases", path)
	}
}

func TestQuotes(t *testing.T) {
	cases(t, "testdata/quotes.txt", func(t *testing.T, text, want string) {
		d := run(t, text, "", Paragraphs, Quotes)
		var got []string
		for _, q := range d.Quotes {
			line := strings.Repeat("> ", q.Depth) + d.Text[q.Start:q.End]
			if q.Continues {
				line = "continues: " + line
			}
			if q.Open {
				line = "open: " + line
			}
			got = append(got, line)
		}
		if g := strings.Join(got, "\n"); g != want {
			t.Errorf("text\n%s\ngot\n%s\nwant\n%s", text, g, want)
		}
	})
}
