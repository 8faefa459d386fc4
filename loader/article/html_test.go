package article

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

// A page's article is its paragraphs, a line each; its facts are those of its metadata.
func TestParseHTML(t *testing.T) {
	b, err := os.ReadFile("testdata/html/page.html")
	if err != nil {
		t.Fatal(err)
	}
	a := mustParse(t, HTML, string(b))
	checkSpans(t, a)
	want := Article{
		Key: "https://ferrypost.example/news/fares", Origin: "/test", Source: "test",
		URL:   "https://ferrypost.example/news/fares/?utm_source=feed",
		Title: fieldFact("title", "Ferry fares rise again"), Outlet: fieldFact("outlet", "The Ferry Post"),
		Authors: []Fact{fieldFact("authors", "Ada Okoye")}, Published: fieldFact("published", "2025-08-07T10:12:00+02:00"),
		Modified: "2025-08-08T09:00:00Z", Language: "en-GB",
		Text: strings.Join([]string{
			"Ferry fares will rise by a tenth in October, the ministers of three states agreed in Cotonou on Thursday after two days of talks behind closed doors.",
			"Little enough",
			"“It is little enough,” the Beninese minister said. “Our crews have had no rise for four years — none at all.”",
			"We asked for half of that and were laughed at, a passenger wrote to this paper.",
			"The new fares hold until the spring, when the three states will look at them again, and the company has promised to buy two boats with what they bring in.",
		}, "\n"),
	}
	a.Text = strings.TrimPrefix(a.Text, "Ferry fares rise again\n") // the headline may stay above the text
	want.Boilerplate, a.Boilerplate = nil, nil
	if diff := cmp.Diff(want, a); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// What a page states for machines alone is read too.
func TestParseHTMLLinkedData(t *testing.T) {
	a := mustParse(t, HTML, webPage(`<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
		{"@type": "NewsArticle", "headline": "Fares &amp; boats", "datePublished": "2025-08-07", "dateModified": 7,
		 "author": [{"@type": "Person", "name": "Ada Okoye"}, {"@type": "Person", "name": "Ben Adu"}],
		 "publisher": {"@type": "Organization", "name": "Ferry Post"}}]}</script>`))
	got := describe(a)
	want := []string{"title = Fares & boats", "outlet = Ferry Post", "author = Ada Okoye", "author = Ben Adu", "published = 2025-08-07"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// webPage is a web page with an article of some length; head goes into its head.
func webPage(head string) string {
	return "<html><head>" + head + "</head><body><article>" +
		strings.Repeat("<p>The café council met on Monday to hear the ferry company's plan for the winter months.</p>\n", 6) +
		"</article></body></html>"
}

// A page is read in the encoding it declares, and as UTF-8 if it declares none.
func TestParseHTMLEncodings(t *testing.T) {
	latin, err := charmap.ISO8859_1.NewEncoder().String(webPage(`<meta charset="iso-8859-1">`))
	if err != nil {
		t.Fatal(err)
	}
	late := webPage("<!--" + strings.Repeat(" plain ", 400) + "-->") // beyond the bytes that are looked at for a guess
	tests := []struct {
		name, in string
		warned   bool
	}{
		{"UTF-8 declared", webPage(`<meta charset="utf-8">`), false},
		{"UTF-8 not declared", webPage(""), false},
		{"UTF-8 not declared and late", late, false},
		{"byte order mark", "\ufeff" + webPage(""), false},
		{"Latin-1 declared", latin, false},
		{"UTF-8 declared and broken", webPage(`<meta charset="utf-8">`) + "<p>\xff</p>", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustParse(t, HTML, tt.in)
			if !strings.HasPrefix(a.Text, "The café council") || strings.Count(a.Text, "\n") != 5 {
				t.Errorf("got %q", a.Text)
			}
			if (len(a.Warnings) > 0) != tt.warned {
				t.Errorf("warnings %q, want some: %v", a.Warnings, tt.warned)
			}
		})
	}
}

// A page whose site name is unknown has no outlet: a host's name is none.
func TestParseHTMLOutletUnknown(t *testing.T) {
	a := mustParse(t, HTML, webPage(`<link rel="canonical" href="https://ferrypost.example/a">`))
	if a.Outlet.known() || a.Key != "https://ferrypost.example/a" || a.Published.known() {
		t.Errorf("outlet %+v, key %q, published %+v", a.Outlet, a.Key, a.Published)
	}
}

// Markup in a record's content is read as a page; its text field is taken as it is.
func TestParseRecordHTML(t *testing.T) {
	body := `<p>` + strings.Repeat("The council met on Monday to hear the ferry company. ", 10) + `</p>`
	a := mustParse(t, JSON, `{"content": "`+body+`", "title": "Fares"}`)
	if strings.Contains(a.Text, "<") || !strings.HasPrefix(a.Text, "The council met") || a.Title.Value != "Fares" {
		t.Errorf("title %q, text %q", a.Title.Value, a.Text)
	}
	if a := mustParse(t, JSON, `{"text": "<p>a"}`); a.Text != "<p>a" {
		t.Errorf("got %q", a.Text)
	}
}

// A page may nest deeper than any real one; it is parsed or refused, and no more.
func TestParseHTMLDeep(t *testing.T) {
	for _, n := range []int{300, 5000} {
		in := Input{Source: "x", Format: HTML, Bytes: []byte(strings.Repeat("<div><b>", n) + webPage(""))}
		if a, err := Parse(in); err == nil {
			checkSpans(t, a)
		}
	}
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(webPage(`<script type="application/ld+json">[{"headline": 1}]</script>`)))
	f.Add([]byte("<table><p>a<td>\xff<script>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if a, err := Parse(Input{Source: "x", Format: HTML, Bytes: b, key: "k"}); err == nil {
			checkSpans(t, a)
		}
	})
}

func BenchmarkParseHTML(b *testing.B) {
	in := Input{Source: "x", Format: HTML, Bytes: []byte(webPage("")), key: "k"}
	b.SetBytes(int64(len(in.Bytes)))
	for b.Loop() {
		if _, err := Parse(in); err != nil {
			b.Fatal(err)
		}
	}
}
