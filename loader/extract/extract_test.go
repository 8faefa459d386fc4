package extract

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"newsgraph/loader/article"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the want files of testdata")

func newExtractor(t testing.TB) *Extractor {
	t.Helper()
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// A goldMention is a mention marked in the text of a test: [Ada Okoye|person:okoye].
type goldMention struct {
	start, end int // code points
	entity     string
}

var marked = regexp.MustCompile(`\[([^\[\]|]+)\|([a-z]+:[\w-]+)\]`)

// unmark returns the text without its marks, and the mentions that they were.
func unmark(text string) (string, []goldMention) {
	var plain strings.Builder
	var gold []goldMention
	at := 0
	for _, m := range marked.FindAllStringSubmatchIndex(text, -1) {
		plain.WriteString(text[at:m[0]])
		start := utf8.RuneCountInString(plain.String())
		plain.WriteString(text[m[2]:m[3]])
		gold = append(gold, goldMention{start, utf8.RuneCountInString(plain.String()), text[m[4]:m[5]]})
		at = m[1]
	}
	plain.WriteString(text[at:])
	return plain.String(), gold
}

// TestArticles reads the articles of testdata. Every mention is marked in the text and
// no other but a pronoun may be found; want/ files hold the statements, events and relations.
func TestArticles(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test articles: %v", err)
	}
	x := newExtractor(t)
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { testArticle(t, x, name) })
	}
}

func testArticle(t *testing.T, x *Extractor, name string) {
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var doc *Document
	for i, f := range a.Files {
		data := string(f.Data)
		switch f.Name {
		case "article.txt":
			text, gold := unmark(data)
			in := article.Article{Key: name, Source: name, Text: text}
			in.Published.Value = published(a)
			if doc, err = x.Extract(in); err != nil {
				t.Fatal(err)
			}
			checkDocument(t, doc)
			checkMentions(t, doc, gold)
		case "published":
		default:
			got := render(doc, f.Name)
			if got != data && !*update {
				t.Errorf("%s\n got:\n%s\nwant:\n%s", f.Name, got, data)
			}
			a.Files[i].Data = []byte(got)
		}
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func published(a *txtar.Archive) string {
	for _, f := range a.Files {
		if f.Name == "published" {
			return strings.TrimSpace(string(f.Data))
		}
	}
	return ""
}

// checkMentions compares the mentions found with those marked: the same spans, the same
// types, and two of one entity exactly if they have one mark.
func checkMentions(t *testing.T, doc *Document, gold []goldMention) {
	t.Helper()
	runes := []rune(doc.Article.Text)
	idOf, markOf := make(map[string]string), make(map[string]string)
	found := make(map[[2]int]Entity)
	for _, e := range doc.Entities {
		for _, m := range e.Mentions {
			found[[2]int{m.Start, m.End}] = e
		}
	}
	for _, g := range gold {
		words := string(runes[g.start:g.end])
		e, ok := found[[2]int{g.start, g.end}]
		if !ok {
			t.Errorf("%q at %d is not found; want %s", words, g.start, g.entity)
			continue
		}
		delete(found, [2]int{g.start, g.end})
		typ, _, _ := strings.Cut(g.entity, ":")
		if strings.ToLower(e.Type) != typ {
			t.Errorf("%q at %d is a %s; want %s", words, g.start, e.Type, g.entity)
		}
		if id := idOf[g.entity]; id != "" && id != e.ID {
			t.Errorf("%q at %d is %s (%s), another mention of %s is %s", words, g.start, e.ID, e.Name, g.entity, id)
		}
		if mark := markOf[e.ID]; mark != "" && mark != g.entity {
			t.Errorf("%q at %d, marked %s, is the same entity as one marked %s", words, g.start, g.entity, mark)
		}
		idOf[g.entity], markOf[e.ID] = e.ID, g.entity
	}
	for span, e := range found {
		if slices.ContainsFunc(e.Mentions, func(m Mention) bool { return m.Kind == "pronoun" && [2]int{m.Start, m.End} == span }) {
			continue // their speakers are in want/statements
		}
		t.Errorf("%q at %d is found as %s %s and is not marked", string(runes[span[0]:span[1]]), span[0], e.Type, e.Name)
	}
}

// render prints one kind of findings, a line each.
func render(doc *Document, what string) string {
	names := make(map[string]string)
	for _, e := range doc.Entities {
		names[e.ID] = e.Name
	}
	name := func(id *string) string {
		if id == nil {
			return "-"
		}
		return names[*id]
	}
	runes := []rune(doc.Article.Text)
	var b strings.Builder
	switch what {
	case "want/statements":
		for _, s := range doc.Statements {
			content := strings.ReplaceAll(s.Text, "\n", " ")
			for _, m := range s.More {
				content += " … " + string(runes[m[0]:m[1]])
			}
			speaker := name(s.Speaker.Entity)
			if s.Speaker.Unnamed != nil {
				speaker = "“" + *s.Speaker.Unnamed + "”"
			}
			fmt.Fprintf(&b, "%s | %s | source %s | cue %s %s | content %s", s.Kind, s.By, speaker, pieceText(s.Cue), s.Stance, content)
			if s.Addressee != nil {
				fmt.Fprintf(&b, " | to %s", name(s.Addressee))
			}
			if s.Via != nil {
				fmt.Fprintf(&b, " | via %s", name(s.Via))
			}
			if s.Said != nil {
				fmt.Fprintf(&b, " | when %s", dateText(s.Said))
			}
			b.WriteString("\n")
		}
	case "want/events":
		for _, e := range doc.Events {
			fmt.Fprintf(&b, "%s %s | trigger %s | who", e.Type, e.Status, e.Trigger.Text)
			for i, p := range e.Participants {
				fmt.Fprintf(&b, "%s %s %s", []string{"", ","}[min(i, 1)], p.Role, names[p.Entity])
			}
			if len(e.Places) > 0 {
				fmt.Fprintf(&b, " | where %s", names[e.Places[0]])
			}
			if e.Date != nil {
				fmt.Fprintf(&b, " | when %s", dateText(e.Date))
			}
			b.WriteString("\n")
		}
	case "want/relations":
		for _, r := range doc.Relations {
			line := strings.Join(strings.Fields(fmt.Sprintf("%s | %s | %s %s %s", names[r.From], r.Type, names[r.To], r.Status, r.Title)), " ")
			fmt.Fprintf(&b, "%s\n", line)
		}
	case "want/bare":
		for _, e := range doc.Entities {
			if e.Bare {
				fmt.Fprintf(&b, "%s\n", e.Name)
			}
		}
	}
	return b.String()
}

func pieceText(p *Piece) string {
	if p == nil {
		return "-"
	}
	return p.Text
}

func dateText(d *Date) string {
	from := "open"
	if d.From != nil {
		from = *d.From
	}
	return d.Text + " = " + from
}

// checkDocument checks what holds of every Document: spans are verbatim, ids are
// there, and nothing was found in boilerplate.
func checkDocument(t testing.TB, doc *Document) {
	t.Helper()
	runes := []rune(doc.Article.Text)
	span := func(what string, start, end int, text string) {
		if start < 0 || end < start || end > len(runes) {
			t.Fatalf("%s: span %d–%d of %d", what, start, end, len(runes))
		}
		if text != "" && string(runes[start:end]) != text {
			t.Errorf("%s: %q at %d–%d, the article has %q", what, text, start, end, string(runes[start:end]))
		}
		for _, b := range doc.Article.Boilerplate {
			if start < b.End && b.Start < end {
				t.Errorf("%s: %q touches boilerplate %d–%d", what, string(runes[start:end]), b.Start, b.End)
			}
		}
	}
	ids := make(map[string]bool)
	for _, e := range doc.Entities {
		if ids[e.ID] || e.Name == "" {
			t.Errorf("entity %q: id %q", e.Name, e.ID)
		}
		ids[e.ID] = true
		if (e.Type == country) != (e.ISO != "") {
			t.Errorf("%s %s has the code %q", e.Type, e.Name, e.ISO)
		}
		for _, m := range e.Mentions {
			if m.By == "" || m.Confidence <= 0 || m.Confidence > 1 {
				t.Errorf("mention %q: rule %q, confidence %v", m.Text, m.By, m.Confidence)
			}
			span("mention", m.Start, m.End, m.Text)
		}
	}
	known := func(what string, id *string) {
		if id != nil && !ids[*id] {
			t.Errorf("%s: no entity %s", what, *id)
		}
	}
	events := make(map[string]bool)
	for _, e := range doc.Events {
		events[e.ID] = true
	}
	for _, s := range doc.Statements {
		span("statement", s.Start, s.End, s.Text)
		for _, m := range s.More {
			span("piece", m[0], m[1], "")
		}
		span("speaker", s.Speaker.Start, s.Speaker.End, "")
		if s.Cue != nil {
			span("cue", s.Cue.Start, s.Cue.End, s.Cue.Text)
		}
		known("speaker", s.Speaker.Entity)
		known("addressee", s.Addressee)
		known("via", s.Via)
		for _, id := range s.About {
			if !events[id] {
				known("about", &id)
			}
		}
		if s.Text == "" || s.By == "" || s.Confidence <= 0 || s.Confidence > 1 || s.Mode == "" || s.Stance == "" {
			t.Errorf("statement %+v lacks something", s)
		}
	}
	for _, e := range doc.Events {
		span("trigger", e.Trigger.Start, e.Trigger.End, e.Trigger.Text)
		for _, x := range e.Evidence {
			span("evidence", x.Start, x.End, "")
		}
		for _, p := range e.Participants {
			known("participant", &p.Entity)
		}
		for _, id := range e.Places {
			known("place", &id)
		}
		if len(e.Evidence) == 0 || len(e.Participants) == 0 && len(e.Places) == 0 && e.Date == nil || e.By == "" || e.Label == "" {
			t.Errorf("event %+v lacks something", e)
		}
	}
	for _, r := range doc.Relations {
		known("relation", &r.From)
		known("relation", &r.To)
		if len(r.Evidence) == 0 && r.Ref == "" {
			t.Errorf("relation %+v has no evidence", r)
		}
		for _, x := range r.Evidence {
			span("evidence", x.Start, x.End, "")
		}
	}
}

// TestExamples checks what always holds on the sample articles, and that reading them
// again, at the same time, gives the same.
func TestExamples(t *testing.T) {
	x := newExtractor(t)
	n := 0
	for a, err := range article.Read([]string{"../../examples/articles"}, article.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		doc, err := x.Extract(a)
		if err != nil {
			t.Fatal(err)
		}
		checkDocument(t, doc)
		t.Run(filepath.Base(a.Source), func(t *testing.T) {
			t.Parallel()
			again, err := x.Extract(a)
			if err != nil {
				t.Fatal(err)
			}
			one, _ := json.Marshal(doc)
			two, _ := json.Marshal(again)
			if !slices.Equal(one, two) {
				t.Errorf("two readings differ:\n%s\n%s", one, two)
			}
		})
	}
	if n == 0 {
		t.Fatal("no sample articles")
	}
}

// TestBoilerplateYieldsNothing marks each half of an article in turn.
func TestBoilerplateYieldsNothing(t *testing.T) {
	x := newExtractor(t)
	a, _ := unmark("Ada Okoye, the Chadian president, met Jordan Bell of Peru in Lima on Monday.\n\n“We agreed,” Ms Okoye told reporters.")
	half := strings.Index(a, "\n\n")
	for _, region := range []article.Region{{Start: 0, End: half, Reason: "teaser"}, {Start: half + 2, End: len(a), Reason: "teaser"}, {Start: 0, End: len(a), Reason: "teaser"}} {
		doc, err := x.Extract(article.Article{Text: a, Boilerplate: []article.Region{region}})
		if err != nil {
			t.Fatal(err)
		}
		checkDocument(t, doc)
		if region.End-region.Start == len(a) && len(doc.Entities)+len(doc.Statements)+len(doc.Events) > 0 {
			t.Errorf("an article of boilerplate yields %+v", doc)
		}
		if region.End-region.Start < len(a) && len(doc.Entities) == 0 {
			t.Errorf("the story outside %v yields nothing", region)
		}
	}
}

func TestOutletIsAnOrganization(t *testing.T) {
	x := newExtractor(t)
	doc, err := x.Extract(article.Article{Text: "Rain fell.", Outlet: article.Fact{Value: "The Lanterna", Field: "field:outlet"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Entities) != 1 || doc.Entities[0].Type != organization || len(doc.Entities[0].Mentions) != 0 {
		t.Errorf("entities %+v, want the outlet without mentions", doc.Entities)
	}
}

// FuzzExtract reads any text, with any part of it marked as boilerplate.
func FuzzExtract(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range files {
		if a, err := txtar.ParseFile(name); err == nil {
			text, _ := unmark(string(a.Files[0].Data))
			f.Add(text, 0, 0)
			f.Add(text, len(text)/3, len(text)/2)
		}
	}
	f.Add("“", 0, 0)
	f.Add("Said said said, “A” said.\n— said X\nX said:\n", 0, 0)
	f.Add("\xff\xfe Ada Okoye said \"é\xe2\x80", 3, 5)
	x := newExtractor(f)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		a := article.Article{Text: text, Published: article.Fact{Value: "2031-05-02"}}
		if 0 <= start && start < end && end <= len(text) && utf8.ValidString(text) && utf8.RuneStart(text[start]) && (end == len(text) || utf8.RuneStart(text[end])) {
			a.Boilerplate = []article.Region{{Start: start, End: end, Reason: "any"}}
		}
		doc, err := x.Extract(a)
		if err != nil {
			t.Fatal(err)
		}
		if utf8.ValidString(text) {
			checkDocument(t, doc)
		}
	})
}

func BenchmarkExtract(b *testing.B) {
	x := newExtractor(b)
	var texts []article.Article
	for a, err := range article.Read([]string{"../../examples/articles"}, article.Options{}) {
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, a)
	}
	if path := os.Getenv("NEWSGRAPH_CORPUS"); path != "" {
		texts = nil
		for a, err := range article.Read([]string{path}, article.Options{}) {
			if err != nil {
				b.Fatal(err)
			}
			texts = append(texts, a)
		}
	}
	words, i := 0, 0
	b.ReportAllocs()
	for b.Loop() {
		a := texts[i%len(texts)]
		if _, err := x.Extract(a); err != nil {
			b.Fatal(err)
		}
		words += len(strings.Fields(a.Text))
		i++
	}
	b.ReportMetric(float64(i)/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}
