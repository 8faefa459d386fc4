package main

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"newsgraph/loader/article"
)

// TestConlluRanges: what TokenRange names, in code points, is the token's form, and heads
// are tokens of the sentence.
func TestConlluRanges(t *testing.T) {
	const text = "Zoë Ångström-Rask said on Friday: “Nous – we – won’t pay €20,000 for that.”\n\nMinisters of Chad didn't \u200banswer 🙂."
	var out bytes.Buffer
	show, err := conlluPrinter(&out)
	if err != nil {
		t.Fatal(err)
	}
	if err := show(article.Article{Key: "a.txt", Source: "a.txt", Text: text}); err != nil {
		t.Fatal(err)
	}
	if err := show(article.Article{Key: "b.txt", Source: "b.txt", Text: "It ended."}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "# sent_id = 1\n"); n != 1 {
		t.Errorf("sent_id 1 stands %d times, want once in a file", n)
	}
	first, _, _ := strings.Cut(out.String(), "# newdoc id = b.txt")
	if strings.Contains(first, "\u200b") {
		t.Error("# text holds a character that no token has")
	}
	points := []rune(text)
	tokens := 0
	for line := range strings.Lines(first) {
		columns := strings.Split(strings.TrimSpace(line), "\t")
		if len(columns) != 10 {
			continue
		}
		tokens++
		_, span, _ := strings.Cut(columns[9], "TokenRange=")
		from, to, _ := strings.Cut(span, ":")
		start, _ := strconv.Atoi(from)
		end, _ := strconv.Atoi(to)
		if got := string(points[start:end]); got != columns[1] {
			t.Errorf("%q\ngot  %q\nwant %q", line, got, columns[1])
		}
		if _, err := strconv.Atoi(columns[6]); err != nil || columns[7] == "_" {
			t.Errorf("%q has no head", line)
		}
	}
	if tokens < 25 {
		t.Errorf("%d tokens, want all of them", tokens)
	}
}
