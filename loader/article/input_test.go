package article

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// read lists what Read yields: "source key text", or the error.
func read(paths []string, opts Options) []string {
	var got []string
	for a, err := range Read(paths, opts) {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, fmt.Sprintf("%s %s %s", a.Source, a.Key, a.Text))
	}
	return got
}

// Each bad input has one message that says what is wrong, where, and how to mend it,
// and none keeps the good ones from being read.
func TestReadBadInput(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"empty.txt", "", "the file is empty"},
		{"blank.txt", " \n\u00a0\t\ufeff\n", "no text: there is nothing but white space"},
		{"nul.txt", "abc\x00def", "not text: a NUL byte at byte 3 (is it a binary file?)"},
		{"picture.txt", "\x89PNG\r\n\x1a\n\x00\x00", "not text but image/png (extract its text first)"},
		{"paper.dat", "%PDF-1.7\n%", "not text but application/pdf (extract its text first)"},
		{"latin.txt", "caf\xe9 au lait", "not UTF-8: byte 0xE9 at byte 3 (convert it, for example: iconv -f WINDOWS-1252 -t UTF-8)"},
		{"wide.txt", "\xff\xfea\x00b\x00", "the text is UTF-16 (convert it: iconv -f UTF-16 -t UTF-8)"},
		{"large.txt", strings.Repeat("x", 2001), "2001 bytes is more than the limit of 2000 bytes for one article (split it into articles)"},
		{"empty.html", "<html><body></body></html>", "no article found on the page (is it a list of links, a sign-in or error page, or filled in by a script? save its text as a .txt file)"},
		{"empty.jsonl", "\n\n", "the file holds no JSON lines: it is empty or blank"},
		{"empty.json", "", "the file is empty"},
		{"none.json", "[]", "the array is empty: it holds no articles"},
		{"cut.json", `[{"text": "a"`, `record 1: the JSON ends in the middle (is the file complete?)`},
		{"number.json", "17", `want an object with a field "text", found a number`},
		{"null.json", "null", `want an object, found null`},
		{"title.json", `{"text": "a", "title": 17}`, `field "title": want a string, found a number (write it in quotes)`},
		{"author.json", `{"text": "a", "authors": [true]}`, `field "authors": want a string or a list of strings, found a boolean`},
		{"text.json", `{"text": ["a"]}`, `field "text": want a string, found a list (write one string)`},
		{"notext.json", `{"title": "a"}`, `no text: the record has neither "text" nor "html"`},
		{"nul.json", `{"text": "a\u0000b"}`, "the text holds a NUL byte at byte 1 (remove it)"},
		{"key.json", `{"text": "a", "id": "a\u0000b"}`, `field "id": a key may hold no control characters`},
		{"latin.json", "{\"text\": \"caf\xe9\"}", "not UTF-8: byte 0xE9 at byte 13 (convert it, for example: iconv -f WINDOWS-1252 -t UTF-8)"},
	}
	files := map[string]string{"zz.txt": "good"}
	for _, tt := range tests {
		files["n/"+tt.name] = tt.data
	}
	tree(t, files)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := read([]string{"n/" + tt.name, "zz.txt"}, Options{MaxBytes: 2000})
			want := []string{"n/" + tt.name + ": " + tt.want, "zz.txt zz.txt good"}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// A bad line names its number and column and does not stop the lines after it.
func TestReadLines(t *testing.T) {
	long := `{"text": "` + strings.Repeat("x", 3000) + `"}`
	tree(t, map[string]string{"x.jsonl": "\ufeff" + `{"id": "one", "text": "first"}

{"text": 3}
{"text": "é" "title"}
` + long + `
{"url": "HTTPS://Example.org:443/a/?utm_source=x#top", "text": "second"}
{"text": "third", "unknown": [1, {}]}`})
	want := []string{
		"x.jsonl#1 one first",
		`x.jsonl: record 3: field "text": want a string, found a number (write it in quotes)`,
		"x.jsonl: record 4: column 14: not JSON: invalid character '\"' after object key:value pair",
		"x.jsonl: record 5: larger than the limit of 2000 bytes for one article (split it into articles)",
		"x.jsonl#6 https://example.org/a second",
		"x.jsonl#7 p/x.jsonl#7 third",
	}
	if diff := cmp.Diff(want, read([]string{"x.jsonl"}, Options{MaxBytes: 2000, KeyPrefix: "p/"})); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestReadJSON(t *testing.T) {
	tree(t, map[string]string{
		"one.json":  "\ufeff" + ` {"text": "a"} `,
		"many.json": ` [{"text": "a"}, {"text": 1}, {"text": "c"}]`,
		"row.json":  "{\"text\": \"a\"}\n{\"text\": \"b\"}",
		"bad.json":  `[{"text": "a"}, {"text": ]`,
	})
	tests := map[string][]string{
		"one.json":  {"one.json one.json a"},
		"many.json": {"many.json#1 many.json#1 a", `many.json: record 2: field "text": want a string, found a number (write it in quotes)`, "many.json#3 many.json#3 c"},
		"row.json":  {"row.json#1 row.json#1 a", "row.json#2 row.json#2 b"},
		"bad.json":  {"bad.json#1 bad.json#1 a", "bad.json: record 2: after byte 15: invalid character ']' looking for beginning of value (the rest of the file is not read)"},
	}
	for name, want := range tests {
		if diff := cmp.Diff(want, read([]string{name}, Options{})); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
}

// A record that is too large is passed over, in an array too, and the others are read.
func TestReadLargeRecord(t *testing.T) {
	large := `{"text": "[\"` + strings.Repeat(`{\\`, 5000) + `", "a": [1, {"b": []}]}`
	const tooLarge = ": larger than the limit of 2000 bytes for one article (split it into articles)"
	const cut = ": the JSON ends in the middle (is the file complete?)"
	tests := map[string]struct {
		in   string
		want []string
	}{
		"array":          {`[{"text": "a"}, ` + large + ` , {"text": "c"},{"text": "d"}]`, []string{"x.json#1 a", "record 2" + tooLarge, "x.json#3 c", "x.json#4 d"}},
		"first":          {`[` + large + `,{"text": "b"}]`, []string{"record 1" + tooLarge, "x.json#2 b"}},
		"two at the end": {`[{"text": "a"},` + large + `,` + large + "\n]\n", []string{"x.json#1 a", "record 2" + tooLarge, "record 3" + tooLarge}},
		"cut":            {`[{"text": "a"},` + large[:len(large)-3], []string{"x.json#1 a", "record 2" + tooLarge, "record 2" + cut}},
		"not closed":     {`[{"text": "a"},` + large, []string{"x.json#1 a", "record 2" + tooLarge, "record 2" + cut}},
		"syntax after it": {`[` + large + ` , {"text": ]`, []string{"record 1" + tooLarge,
			fmt.Sprintf("record 2: after byte %d: invalid character ']' looking for beginning of value (the rest of the file is not read)", len(large)+4)}},
		"in a row": {`{"text": "a"} ` + large + ` {"text": "c"}`, []string{"x.json#1 a", "record 2" + tooLarge, "x.json#3 c"}},
		"alone":    {large, []string{"record 1" + tooLarge}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			tree(t, map[string]string{"x.json": tt.in})
			var got []string
			for a, err := range Read([]string{"x.json"}, Options{MaxBytes: 2000}) {
				if err != nil {
					got = append(got, strings.TrimPrefix(err.Error(), "x.json: "))
				} else {
					got = append(got, a.Source+" "+a.Text)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// Standard input has no name to go by: its format is told from its first bytes, and its
// key from all of them, so that two unrelated inputs do not replace one another.
func TestReadStdin(t *testing.T) {
	web := "<!DOCTYPE html><html><body><article>" + strings.Repeat("<p>The council met on Monday to hear the ferry company's plan for the winter.</p>", 8) + "</article></body></html>"
	tests := []struct {
		name, in string
		n        int
		text     string
	}{
		{"text", "Plain words.", 1, "Plain words."},
		{"text that begins with a bracket", "[Lagos] Plain words.", 1, "[Lagos] Plain words."},
		{"JSON lines", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n", 2, "a"},
		{"one object over several lines", "{\n \"text\": \"a\"\n}\n", 1, "a"},
		{"array", "[\n{\"text\": \"a\"}, {\"text\": \"b\"}]", 2, "a"},
		{"HTML", web, 1, strings.TrimSuffix(strings.Repeat("The council met on Monday to hear the ferry company's plan for the winter.\n", 8), "\n")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			keys := map[string]bool{}
			first := ""
			for a, err := range Read([]string{"-"}, Options{Stdin: strings.NewReader(tt.in)}) {
				if err != nil {
					t.Fatal(err)
				}
				if first == "" {
					first = a.Text
				}
				if !strings.HasPrefix(a.Key, "stdin-") || a.PathKey || a.Origin != "" {
					t.Errorf("key %q, PathKey %v, origin %q", a.Key, a.PathKey, a.Origin)
				}
				keys[a.Key] = true
			}
			if len(keys) != tt.n || first != tt.text {
				t.Errorf("got %d articles, the first %q\nwant %d, %q", len(keys), first, tt.n, tt.text)
			}
		})
	}
}

// A plain text file is its bytes: a byte order mark and carriage returns stay, so that
// offsets are those of the file.
func TestTextUnchanged(t *testing.T) {
	const text = "\ufeffA headline\r\n\r\nThe council met on Monday, she said.\r\n"
	a := mustParse(t, Text, text)
	if a.Text != text {
		t.Errorf("got %q", a.Text)
	}
	if got := text[a.Title.Start:a.Title.End]; got != "A headline" {
		t.Errorf("title spans %q", got)
	}
	if diff := cmp.Diff([]Region{{0, 3, "byte order mark"}}, a.Boilerplate); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// A file over the limit is refused by its size: what is behind its first bytes is never
// read.
func TestTooLargeIsNotRead(t *testing.T) {
	tree(t, nil)
	fd, err := os.Create("large.txt")
	if err != nil {
		t.Fatal(err)
	}
	if err := fd.Truncate(200 << 20); err != nil { // sparse: takes no room on the disk
		t.Fatal(err)
	}
	if err := fd.Close(); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	read([]string{"large.txt"}, Options{})
	runtime.ReadMemStats(&after)
	allocated := after.TotalAlloc - before.TotalAlloc
	if allocated > 1<<20 {
		t.Errorf("%d bytes were allocated to refuse the file", allocated)
	}
	want := []string{"large.txt: 209.7 MB is more than the limit of 16.8 MB for one article (split it into articles)"}
	if diff := cmp.Diff(want, read([]string{"large.txt"}, Options{})); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// A text that the graph has no room for is refused, in whatever it came; a page may be
// larger than its text.
func TestTextTooLarge(t *testing.T) {
	const sentence = "The council met on Monday, she said.\n"
	fits := strings.Repeat(sentence, MaxText/len(sentence))
	more := fits + sentence
	quote := strings.NewReplacer("\n", "\\n")
	tests := []struct {
		name   string
		format Format
		in     string
		ok     bool
	}{
		{"text that fits", Text, fits, true},
		{"text", Text, more, false},
		{"record", JSON, `{"text": "` + quote.Replace(more) + `"}`, false},
		{"page", HTML, "<article><p>" + more + "</p></article>", false},
		{"page with more markup than text", HTML, webPage("<style>" + more + "</style>"), true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(Input{Source: "x", Format: tt.format, Bytes: []byte(tt.in), key: "k"})
			if tt.ok {
				if err != nil {
					t.Error(err)
				}
				return
			}
			const want = "bytes is more than the limit of 1048576 for one article (split it into articles)"
			if err == nil || !strings.HasPrefix(err.Error(), "x: a text of 1048") || !strings.HasSuffix(err.Error(), want) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestRecordFields(t *testing.T) {
	a := mustParse(t, JSON, `{"key": 42, "link": "ftp://x", "headline": " Ferry \n fares ", "publisher": {"name": "Ferry Post"},
		"byline": "By Ada Okoye and Ben Adu, The Ferry Post", "datePublished": "2025-08-07T10:12:00+02:00", "modified": "soon",
		"lang": "EN_gb", "body": "The council met on Monday, she said.", "title": null, "outlet": ""}`)
	want := Article{
		Key: "42", Origin: "/test", Source: "test", URL: "ftp://x",
		Title: fieldFact("title", "Ferry fares"), Outlet: fieldFact("outlet", "Ferry Post"),
		Authors:   []Fact{fieldFact("authors", "Ada Okoye"), fieldFact("authors", "Ben Adu")},
		Published: fieldFact("published", "2025-08-07T10:12:00+02:00"), Language: "en-GB",
		Text: "The council met on Monday, she said.",
		Warnings: []string{
			`the url "ftp://x" is not an absolute http address: no key is made of it`,
			`the date of change "soon" is not a date that is understood: it is left open (write 2006-01-02 or RFC 3339)`,
		},
	}
	if diff := cmp.Diff(want, a); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// Fields count more than what the text says, and what they leave open is found there.
func TestFieldsAndText(t *testing.T) {
	a := mustParse(t, JSON, `{"title": "Ferry fares", "text": "Ferry fares rise\n\nBy Ada Okoye\nPublished: 7 August 2025\n\nThe council met on Monday, she said.\n\nFerry fares\n"}`)
	want := []string{"byline | By Ada Okoye", "date stamp | Published: 7 August 2025", "repeated headline | Ferry fares",
		"title = Ferry fares", "author = Ada Okoye", "published = 2025-08-07"}
	if diff := cmp.Diff(want, describe(a)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// Parse may run on many goroutines and gives the same article each time.
func TestParseInParallel(t *testing.T) {
	for _, in := range []Input{
		{Source: "x", Format: Text, Bytes: []byte("Ferry fares rise\n\nBy Ada Okoye\n\nThe council met on Monday, she said.\n"), key: "k"},
		{Source: "x", Format: HTML, Bytes: []byte(webPage("<title>Ferry fares</title>")), key: "k"},
	} {
		want, err := Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				if got, err := Parse(in); err != nil || !cmp.Equal(want, got) {
					t.Errorf("got %v\n%s", err, cmp.Diff(want, got))
				}
			})
		}
		wg.Wait()
	}
}

func FuzzLines(f *testing.F) {
	f.Add([]byte("{\"text\": \"a\"}\n\n{\"title\": 1}\nx"), false)
	f.Add([]byte("[{\"html\": \"<p>a\"}, 1, null, [], {\"authors\": [{\"name\": 1}]}"), true)
	f.Fuzz(func(t *testing.T, b []byte, array bool) {
		format := Lines
		if array {
			format = JSON
		}
		r := &reader{file: File{Source: "x", Format: format, key: "k"}, max: 1 << 12, yield: func(in Input, err error) bool {
			if err == nil {
				if a, err := Parse(in); err == nil {
					checkSpans(t, a)
					if a.Key == "" {
						t.Fatal("an article has no key")
					}
				}
			}
			return true
		}}
		r.read(bytes.NewReader(b))
	})
}
