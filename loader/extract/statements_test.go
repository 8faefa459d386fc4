package extract

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"newsgraph/loader/article"
)

func TestWhoSaidWhat(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ text, want string }{
		// A name as the description of the speaker, and a description of any length.
		{"“It is dry,” her lawyer, Tomas Brandt, said.", "direct | quote-after/1 | source Tomas Brandt | cue said said | content It is dry,\n"},
		{"Chad, which lies inland, said that rain was due.", "indirect | attribution/1 | source Chad | cue said said | content rain was due\n"},
		{"General Ada Okoye, the defence minister, said that rain was due.", "indirect | attribution/1 | source Ada Okoye | cue said said | content rain was due\n"},
		{"“It is dry,” said the lawyer, Tomas Brandt.", "direct | quote-inversion/1 | source Tomas Brandt | cue said said | content It is dry,\n"},
		// A name behind what its bearer heads; not the name of another.
		{"The head of Chadian diplomacy Ada Okoye said that rain was due.", "indirect | attribution/1 | source Ada Okoye | cue said said | content rain was due\n"},
		{"The lawyer of Ada Okoye said that rain was due.", "indirect | attribution/1 | source “The lawyer of Ada Okoye” | cue said said | content rain was due\n"},
		// The verb first, and an attribution behind another cue.
		{"The bank will pay on time, said Ada Okoye, a judge.", "indirect | attribution/1 | source Ada Okoye | cue said said | content The bank will pay on time\n"},
		{"Chad plans to open the bridge soon, its envoy Ada Okoye said.", "indirect | attribution/1 | source Ada Okoye | cue said said | content Chad plans to open the bridge soon\n"},
		// Who stands for the noun before it; a cue of two words; nouns and adjectives as cues.
		{"Ada Okoye met the officials who said that the bridge was safe.", "indirect | attribution/1 | source “the officials” | cue said said | content the bridge was safe\n"},
		{"Ada Okoye called for a new bridge over the river.", "indirect | attribution/1 | source Ada Okoye | cue called for demanded | content a new bridge over the river\n"},
		// Titles are no statements.
		{"At the end of the song “A Bridge to Lima,” Ada Okoye said that it was late.", "indirect | attribution/1 | source Ada Okoye | cue said said | content it was late\n"},
		// Accusations and denials.
		{"Chad accused its neighbour of breaking an old promise.", "indirect | attribution/1 | source Chad | cue accused accused | content its neighbour of breaking an old promise\n"},
		{"Ada Okoye denied taking the silver spoons.", "indirect | attribution/1 | source Ada Okoye | cue denied denied | content taking the silver spoons\n"},
		// Who is quoted as saying something is the source, and who quotes passes it on.
		{"The agency Lanterna quoted Ada Okoye as saying that the bridge was safe.", "indirect | quoted-as-saying/1 | source Ada Okoye | cue quoted said | content the bridge was safe | via Lanterna\n"},
		{"Ada Okoye was quoted by the agency Lanterna as saying the bridge was safe.", "indirect | quoted-as-saying/1 | source Ada Okoye | cue quoted said | content the bridge was safe | via Lanterna\n"},
		// Who is told something is no part of it; a further report is a statement of its own.
		{"Ada Okoye informed the voters of her plans for the bridge.", "indirect | attribution/1 | source Ada Okoye | cue informed said | content her plans for the bridge\n"},
		{"Ada Okoye said that the bridge was safe and warned that the road was not.", "indirect | attribution/1 | source Ada Okoye | cue said said | content the bridge was safe\nindirect | attribution/1 | source Ada Okoye | cue warned warned | content the road was not\n"},
		// A sentence that says whose the one before is, and through whom.
		{"The bridge is shut. This was announced by Ada Okoye, the agency Lanterna reported.", "indirect | announced-by/1 | source Ada Okoye | cue announced by announced | content The bridge is shut | via Lanterna\n"},
	} {
		doc, err := x.Extract(article.Article{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		checkDocument(t, doc)
		if got := render(doc, "want/statements"); got != test.want {
			t.Errorf("%s\n got %swant %s", test.text, got, test.want)
		}
	}
}

// TestJointSpeakers: those whom "and" joins speak together; those of another clause do not.
func TestJointSpeakers(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ text, want string }{
		{"Ada Okoye and Tomas Brandt said the bridge was safe.", "Ada Okoye, Tomas Brandt"},
		{"“The river is falling,” said the engineers Mina Orrel and Pavel Zdik.", "Mina Orrel, Pavel Zdik"},
		{"France, Germany and Peru said that they would send help.", "France, Germany, Peru"},
		{"Senators Ada Okoye and Tomas Brandt warned that the bridge was shut.", "Ada Okoye, Tomas Brandt"},
		{"Ada Okoye said Tomas Brandt and Mina Orrel had left.", "Ada Okoye"},
		{"Pavel Zdik met Ada Okoye, and Tomas Brandt said it was late.", "Tomas Brandt"},
	} {
		doc, err := x.Extract(article.Article{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		checkDocument(t, doc)
		var names []string
		for _, s := range doc.Statements {
			for _, id := range append([]string{*s.Speaker.Entity}, s.Speaker.With...) {
				for _, e := range doc.Entities {
					if e.ID == id {
						names = append(names, e.Name)
					}
				}
			}
		}
		if got := strings.Join(names, ", "); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// TestStatementsAreAboutTheEventsTheyTell: an event that is only claimed is what the
// claim is about, and one that the article tells itself is not.
func TestStatementsAreAboutTheEventsTheyTell(t *testing.T) {
	doc, err := newExtractor(t).Extract(article.Article{Text: "Peru met Chad in Lima. Ada Okoye said that Chad attacked Mali."})
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	if len(doc.Events) != 2 || len(doc.Statements) != 1 {
		t.Fatalf("%d events, %d statements", len(doc.Events), len(doc.Statements))
	}
	about := doc.Statements[0].About
	if !slices.Contains(about, doc.Events[1].ID) || slices.Contains(about, doc.Events[0].ID) {
		t.Errorf("about %v, want %s and not %s", about, doc.Events[1].ID, doc.Events[0].ID)
	}
}

func TestPronounsThatSpeak(t *testing.T) {
	found := entitiesOf(t, "Ada Okoye came to Lima. “It is dry,” she said. It was.", "")
	if found["Ada Okoye"] != "Person: Ada Okoye, she" {
		t.Errorf("found %v", found)
	}
}

func TestNestedStatements(t *testing.T) {
	doc, err := newExtractor(t).Extract(article.Article{Text: "Ada Okoye said that Tomas Brandt claimed that the bridge was safe."})
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	if len(doc.Statements) != 2 {
		t.Fatalf("%d statements, want what Okoye said and what Brandt claimed:\n%s", len(doc.Statements), render(doc, "want/statements"))
	}
	outer, inner := doc.Statements[0], doc.Statements[1]
	if inner.NestedIn == nil || *inner.NestedIn != outer.ID || outer.NestedIn != nil {
		t.Errorf("inner is nested in %v, outer in %v", inner.NestedIn, outer.NestedIn)
	}
	if inner.Text != "the bridge was safe" || inner.Speaker.Entity == nil {
		t.Errorf("inner: %q of %+v", inner.Text, inner.Speaker)
	}
}

// TestSpeakerOfNobody: who is not said to speak has the form of a speaker all the same.
func TestSpeakerOfNobody(t *testing.T) {
	doc, err := newExtractor(t).Extract(article.Article{Text: "Lanterna met the engineer Ada Okoye.\n\nQ: Is it safe?\n\nA: We tested it.\n\nQ: Who paid?\n\nA: The city."})
	if err != nil || len(doc.Statements) == 0 {
		t.Fatal(doc.Statements, err)
	}
	got, err := json.Marshal(doc.Statements[0].Speaker)
	if want := `{"entity":null,"unnamed":null,"start":38,"end":39}`; err != nil || string(got) != want {
		t.Errorf("got %s, %v; want %s", got, err, want)
	}
}
