package extract

import (
	"testing"

	"newsgraph/loader/article"
)

func TestOfficesBehindTheirTitle(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ text, want string }{
		{"The Minister of Defence of Chad Ada Okoye spoke.", "Ada Okoye | HOLDS_ROLE | Chad minister of defence\nAda Okoye | CITIZEN_OF | Chad\n"},
		{"The head of the Lanterna Group Ada Okoye spoke.", "Ada Okoye | HOLDS_ROLE | Lanterna Group head\nAda Okoye | LEADS | Lanterna Group\n"},
		{"US Secretary of State Ada Okoye spoke.", "Ada Okoye | HOLDS_ROLE | United States secretary of state\nAda Okoye | CITIZEN_OF | United States\n"},
		{"Reform Party leader Ada Okoye spoke.", "Ada Okoye | HOLDS_ROLE | Reform Party leader\nAda Okoye | LEADS | Reform Party\n"},
		{"They spoke of Chad. Ada Okoye spoke.", ""},
		{"They met Ada Okoye, the former president of Peru's central bank.", ""}, // not Peru's president
	} {
		doc, err := x.Extract(article.Article{Text: test.text})
		if err != nil {
			t.Fatal(err)
		}
		checkDocument(t, doc)
		if got := render(doc, "want/relations"); got != test.want {
			t.Errorf("%s\n got %swant %s", test.text, got, test.want)
		}
	}
}

// TestAccusedActs: what somebody is accused of is not the accuser's deed.
func TestAccusedActs(t *testing.T) {
	x := newExtractor(t)
	for _, text := range []string{
		"Uganda named six officials whom it accuses of ordering attacks on protesters in Chad.",
		"Uganda accused Sudan of attacking Chad.",
	} {
		doc, err := x.Extract(article.Article{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		names := make(map[string]string)
		for _, e := range doc.Entities {
			names[e.ID] = e.Name
		}
		if len(names) == 0 {
			t.Errorf("%s: no entities", text)
		}
		for _, e := range doc.Events {
			for _, p := range e.Participants {
				if e.Type == "ASSAULT" && names[p.Entity] == "Uganda" {
					t.Errorf("%s: %s", text, e.Label)
				}
			}
		}
	}
}

// TestNamesAreNoCues: "State" in "State Department" says nothing.
func TestNamesAreNoCues(t *testing.T) {
	doc, err := newExtractor(t).Extract(article.Article{Text: "\"We congratulate both sides,\" State Department spokeswoman Ada Okoye said."})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Statements) != 1 || doc.Statements[0].Cue == nil || doc.Statements[0].Cue.Text != "said" {
		t.Errorf("statements %+v, want one with the cue said", doc.Statements)
	}
}
