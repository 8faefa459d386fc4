package article

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// TestBoilerplate reads each article of testdata/boilerplate and compares what is
// marked and which facts are found with the file's list.
func TestBoilerplate(t *testing.T) {
	files, err := filepath.Glob("testdata/boilerplate/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases found: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			a := mustParse(t, Text, string(ar.Files[0].Data))
			checkSpans(t, a)
			want := strings.TrimSpace(string(ar.Files[1].Data))
			if diff := cmp.Diff(strings.Split(want, "\n"), describe(a)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// describe lists an article's regions and facts, one a line.
func describe(a Article) []string {
	var out []string
	for _, r := range a.Boilerplate {
		var lines []string
		for _, l := range splitLines(a.Text[r.Start:r.End]) {
			lines = append(lines, l.text)
		}
		out = append(out, r.Reason+" | "+strings.Join(lines, "⏎"))
	}
	add := func(name string, facts ...Fact) {
		for _, f := range facts {
			if f.known() {
				out = append(out, name+" = "+f.Value)
			}
		}
	}
	add("title", a.Title)
	add("outlet", a.Outlet)
	add("author", a.Authors...)
	add("published", a.Published)
	add("modified", Fact{Value: a.Modified})
	return out
}

func mustParse(t testing.TB, f Format, s string) Article {
	t.Helper()
	a, err := Parse(Input{Source: "test", Origin: "/test", Format: f, Bytes: []byte(s), key: "test"})
	if err != nil {
		t.Fatalf("Parse(%.60q): %v", s, err)
	}
	return a
}

// TestLines says of single lines, in the place they have in an article, whether they
// are marked.
func TestLines(t *testing.T) {
	const story = "The council met on Monday to hear the ferry company's plan.\n\nIt was told that fares must rise.\n\n"
	tests := []struct {
		name, before, line, after, reason string
	}{
		// Within the story.
		{"heading", story, "Second thoughts", "\n\n" + story, "heading"},
		{"heading in quotation marks", story, "‘Costly peace’", "\n\n" + story, "heading"},
		{"a short sentence", story, "Nobody laughed.", "\n\n" + story, ""},
		{"a sentence that lost its full stop", story, "The mayor agreed", "\n\n" + story, ""},
		{"an attribution by itself", story, "— said Ada Okoye", "\n\n" + story, ""},
		{"one victim of a list", story, "Ada Okoye, 62", "\n\n" + story, ""},
		{"a statement in brief", story, "Okoye: no comment", "\n\n" + story, ""},
		{"a caption with its credit", story, "Ferries in Lagos. Photo: Ben Adu / Sunfoto", "\n\n" + story, "photo credit"},
		{"a mention of a video", story, "He spoke to the council by link (via a video screen).", "\n\n" + story, ""},
		{"a sentence with the word photo", story, "The photo by Ben Adu was shown to the court, and the judge kept it.", "\n\n" + story, ""},
		{"counter", story, "1,204 views", "\n\n" + story, "counter"},
		{"a sentence that counts", story, "There were 1,204 comments in the first hour of the debate.", "\n\n" + story, ""},
		{"date by itself", story, "Friday, June 10, 2016.", "\n\n" + story, "date stamp"},
		{"the hour of an entry", story, "19.51", "\n\n" + story, "date stamp"},
		{"an invitation", story, "Sign up for our breaking news email here", "\n\n" + story, "subscription prompt"},
		{"a sentence that begins alike", story, "If you find a job in Lagos, you keep it.", "\n\n" + story, ""},
		{"who helped", story, "Ada Okoye and Ben Adu contributed reporting.", "\n\n" + story, "desk credit"},
		{"a sentence of the story about who helped", story, "Ada Okoye contributed to the plan that the council has before it.", "\n\n" + story, ""},
		// In the tail.
		{"biography of one who is credited above", "By Ada Okoye\n\nAda Okoye reported from Lagos.\n\n" + story, "Ada Okoye is The Ferry Post’s harbour chief, covering West Africa.", "", "author biography"},
		{"row of labels", story, "Topics Ferries · Lagos · Reuse this content", "", "tag list"},
		{"donations", story, "HOW TO HELP: Donate to the ferry crews' fund.", "", "subscription prompt"},
		{"biography", story, "Ben Adu is a reporter at the Ferry Post.", "", "author biography"},
		{"a source of the story is no author", story + "Ben Adu nodded, she said, and left the room.\n\n", "Ben Adu is a reporter at the Ferry Post.", "", ""},
		{"a professor is no author", story, "Ben Adu is a professor of law at Lagos.", "", ""},
		{"disclaimer", story, "The views expressed in this article are the author's own.", "", "disclaimer"},
		{"a quoted disclaimer is the story's", story, "“The views expressed in this letter are mine,” she said.", "", ""},
		{"comment widget", story, "Leave a comment", "", "comment widget"},
		{"a last paragraph that breaks off", story, "The company said that it would publish its figures before the end of the year, and that until then nobody should expect", "", ""},
		{"stories under a label", story + "Related stories\n", "Ferry sinks off Lomé and all are saved by fishermen", "", "related stories"},
		// In the head.
		{"address", "", "https://example.org/a/b", "\n" + story, "address"},
		{"reading time", "Ferry fares rise again\n", "3 min read", "\n" + story, "counter"},
		{"author and date", "Ferry fares rise again\n", "Ada Okoye | Aug. 7, 2025, 10:12", "\n" + story, "byline"},
		{"author and outlet", "Ferry fares rise again\n", "Ada Okoye, The Ferry Post", "\n" + story, "byline"},
		{"date and change", "Ferry fares rise again\n", "March 4, 2025 6:12 PM GMT · Updated 2 hours ago", "\n" + story, "date stamp"},
		{"day, date and hour", "Ferry fares rise again\n", "Tue 14 Oct 2025 17.05 BST", "\n" + story, "date stamp"},
		{"authors by turns", "Ferry fares rise again\n", "Ada Okoye (now) and Ben Adu (earlier)", "\n" + story, "byline"},
		{"byline below an introduction", "Ferry fares rise again\n\nThe council has heard the company, and it is in no hurry.\n", "By Ada Okoye", "\n" + story, "byline"},
		{"author and place", "Ferry fares rise again\n", "Ada Okoye in Cotonou", "\n" + story, "byline"},
		{"place and date", "Ferry fares rise again\n", "Addis Ababa, 3 April 2024", "\n" + story, "date stamp"},
		{"second headline", "Ferry fares rise again\n", "Council hears that the company cannot pay its crews", "\n" + story, ""},
		{"headline", "", "Harbour Ferry Plan", "\n" + story, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustParse(t, Text, tt.before+tt.line+tt.after)
			checkSpans(t, a)
			at, got := len(tt.before), ""
			for _, r := range a.Boilerplate {
				if r.Start < at+len(tt.line) && r.End > at {
					got = r.Reason
				}
			}
			if got != tt.reason {
				t.Errorf("%q\n got %q\nwant %q\nall: %v", tt.line, got, tt.reason, describe(a))
			}
		})
	}
}

func TestDateline(t *testing.T) {
	tests := []struct{ in, want string }{
		{"GENEVA, May 3 (Sarv News) — The talks resumed.", "GENEVA, May 3 (Sarv News) —"},
		{"Lagos/Abuja — Ministers met.", "Lagos/Abuja —"},
		{"MANCHESTER, N.H. - The senator spoke.", "MANCHESTER, N.H. -"},
		{"Accra (Sarv) – The bank said so.", "Accra (Sarv) –"},
		{"NANJING, July 18 (Sarv) -- The river fell.", "NANJING, July 18 (Sarv) --"},
		{"BEIRA, 23/01/2025 (Sarv News) – The river fell.", "BEIRA, 23/01/2025 (Sarv News) –"},
		{"Lagos — the largest city — was calm.", ""},
		{"Ada Okoye – once a minister – was calm.", ""},
		{"Talks resumed on Monday — at last.", ""},
		{"UN - what now?", ""},
	}
	for _, tt := range tests {
		if got := tt.in[:dateline(tt.in)]; got != tt.want {
			t.Errorf("%s\n got %q\nwant %q", tt.in, got, tt.want)
		}
	}
}

// Hostile texts take no more time than their length asks for: a step that looked at all
// lines for each line would keep this test busy for minutes.
func TestHostile(t *testing.T) {
	const story = "The council met on Monday to hear the ferry company's plan.\n"
	const n = 17_000 // as many as MaxText has room for
	for _, s := range []string{
		strings.Repeat("word\n", n),
		story + strings.Repeat("word\n", n),
		strings.Repeat("Ada Okoye\n", n) + story,
		strings.Repeat("Ada Okoye in Cotonou\n", n) + "Ada Okoye in Cotonou met the council and was heard.\n",
		strings.Repeat("By Ada Okoye\n", n),
		story + "Related stories\n" + strings.Repeat("Ferry sinks off the coast and all are saved\n", n),
		story + strings.Repeat("Ben Adu is a reporter at the Ferry Post.\n", n),
		story + strings.Repeat("About the author\n", n),
		strings.Repeat("LAGOS, May 3 (", n),
		strings.Repeat("Photo: ", n) + "x",
		strings.Repeat("(", n) + strings.Repeat("\u200b\u202e", n) + "🙂)",
		strings.Repeat("x", 1<<20),
		strings.Repeat("• ", n) + story,
		strings.Repeat(story, n),
	} {
		checkSpans(t, mustParse(t, Text, s))
	}
}

// The pattern of offices and their set are two forms of one list.
func TestPressRoles(t *testing.T) {
	words := strings.Split(pressRolePattern, "|")
	if len(words) != len(pressRoles) {
		t.Errorf("pattern has %d offices, set %d", len(words), len(pressRoles))
	}
	for _, w := range words {
		if !pressRoles[w] {
			t.Errorf("%q stands in the pattern and not in the set", w)
		}
	}
}

// checkSpans checks what holds for every article: regions and spans lie in the text, on
// the bounds of characters, in order and apart.
func checkSpans(t testing.TB, a Article) {
	t.Helper()
	last := 0
	for _, r := range a.Boilerplate {
		if r.Start < last || r.End <= r.Start || r.End > len(a.Text) || r.Reason == "" {
			t.Fatalf("region %+v after byte %d in a text of %d bytes", r, last, len(a.Text))
		}
		last = r.End
		checkBounds(t, a.Text, r.Start, r.End)
	}
	for _, f := range append([]Fact{a.Title, a.Outlet, a.Published}, a.Authors...) {
		if !f.known() || f.Field != "" {
			continue
		}
		if f.Start < 0 || f.End > len(a.Text) || f.Start >= f.End {
			t.Fatalf("fact %+v in a text of %d bytes", f, len(a.Text))
		}
		checkBounds(t, a.Text, f.Start, f.End)
	}
}

func checkBounds(t testing.TB, text string, at ...int) {
	t.Helper()
	for _, i := range at {
		if i < len(text) && text[i]&0xC0 == 0x80 {
			t.Fatalf("byte %d lies within a character", i)
		}
	}
}

func FuzzBoilerplate(f *testing.F) {
	f.Add("Head\n\nBy Ada Okoye\n\nThe council met on Monday, she said.\n\nRead more\n")
	f.Add("\uFEFF date 2024-02-30 x\r\n• 3 views\r\rA (B / AFP)")
	f.Add("LAGOS, May 3 (X) — a.\n\nRelated:\nAbout the author. A B, c.")
	f.Fuzz(func(t *testing.T, s string) {
		a, err := Parse(Input{Source: "x", Format: Text, Bytes: []byte(s), key: "k"})
		if err == nil {
			if a.Text != s {
				t.Fatal("the text was changed")
			}
			checkSpans(t, a)
		}
	})
}

func BenchmarkParseText(b *testing.B) {
	var sb strings.Builder
	sb.WriteString("Ferry fares rise again\n\nBy Ada Okoye\n\n")
	for i := range 30 {
		fmt.Fprintf(&sb, "The council of ward %d met on Monday to hear what the ferry company had to say about its fares, and it was told that they must rise by a tenth before October.\n\n", i)
	}
	in := Input{Source: "x", Format: Text, Bytes: []byte(sb.String()), key: "k"}
	b.SetBytes(int64(len(in.Bytes)))
	for b.Loop() {
		if _, err := Parse(in); err != nil {
			b.Fatal(err)
		}
	}
}
