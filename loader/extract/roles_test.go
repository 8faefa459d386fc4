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
		// A description before a comma, unless the comma ends what somebody says.
		{"The head of the Lanterna Group, Ada Okoye, spoke.", "Ada Okoye | HOLDS_ROLE | Lanterna Group head\nAda Okoye | LEADS | Lanterna Group\n"},
		{"Tomas Brandt was the head of the Lanterna Group, Ada Okoye said.", "Tomas Brandt | HOLDS_ROLE | Lanterna Group head\nTomas Brandt | LEADS | Lanterna Group\n"},
		{"An LBC commander, General Ada Okoye, spoke.", "Ada Okoye | HOLDS_ROLE | LBC commander\nAda Okoye | WORKS_FOR | LBC\n"},
		{"Chad's ambassador to Peru, Ada Okoye, spoke.", "Ada Okoye | HOLDS_ROLE | Chad ambassador to peru\nAda Okoye | CITIZEN_OF | Chad\n"},
		{"The ambassador to Peru, Ada Okoye, spoke.", ""}, // of which country?
		{"Chad's defence minister-elect, Ada Okoye, spoke. Defence Minister Tomas Brandt left.", "Ada Okoye | HOLDS_ROLE | Chad elect defence minister-elect\nAda Okoye | CITIZEN_OF | Chad\n"},
		{"They met former Chadian president Ada Okoye.", "Ada Okoye | HOLDS_ROLE | Chad former president\nAda Okoye | CITIZEN_OF | Chad\n"},
		{"They met Ada Okoye, a former Lanterna Group chairwoman.", "Ada Okoye | HOLDS_ROLE | Lanterna Group former chairwoman\n"},
		{"They met the acting head of the Lanterna Group, Ada Okoye.", "Ada Okoye | HOLDS_ROLE | Lanterna Group acting acting head\nAda Okoye | LEADS | Lanterna Group\n"},
		{"The LBC's special envoy, former Chadian president Ada Okoye, spoke.", "Ada Okoye | HOLDS_ROLE | Chad former president\nAda Okoye | HOLDS_ROLE | LBC special envoy\nAda Okoye | WORKS_FOR | LBC\nAda Okoye | CITIZEN_OF | Chad\n"},
		{"EU Competition Commissioner Ada Okoye spoke.", "Ada Okoye | HOLDS_ROLE | EU competition commissioner\nAda Okoye | WORKS_FOR | EU\n"},
		{"They met Ada Okoye, an analyst at Lima-based Lanterna Bank NV.", "Ada Okoye | HOLDS_ROLE | Lanterna Bank NV analyst\nAda Okoye | WORKS_FOR | Lanterna Bank NV\nLanterna Bank NV | LOCATED_IN | Lima\n"},
		{"Tomas Brandt's wife, Ada Okoye, spoke.", ""}, // no office
		// The body may be a pronoun or a noun, and the title may say what it is for.
		{"The Lanterna Group denied it. Its chairwoman, Ada Okoye, spoke.", "Ada Okoye | HOLDS_ROLE | Lanterna Group chairwoman\nAda Okoye | LEADS | Lanterna Group\n"},
		{"The Varnholm Commission met. The commission's chairwoman, Ada Okoye, spoke.", "Ada Okoye | HOLDS_ROLE | Varnholm Commission chairwoman\nAda Okoye | LEADS | Varnholm Commission\n"},
		{"Chad denied it. The commission's chairwoman, Ada Okoye, spoke.", ""},
		{"The Lanterna Group's special envoy for the lake talks, Ada Okoye, spoke.", "Ada Okoye | HOLDS_ROLE | Lanterna Group special envoy\nAda Okoye | WORKS_FOR | Lanterna Group\n"},
		{"They met Chad's fisheries minister, Ada Okoye.", "Ada Okoye | HOLDS_ROLE | Chad fisheries minister\nAda Okoye | CITIZEN_OF | Chad\n"},
		{"They met Chad's pension minister, Ada Okoye.", "Ada Okoye | HOLDS_ROLE | Chad pension minister\nAda Okoye | CITIZEN_OF | Chad\n"},
		// In an article about one country its offices need no name of the country.
		{"Chad voted. Chadians queued in Chad. President Ada Okoye spoke.", "Ada Okoye | HOLDS_ROLE | Chad president\nAda Okoye | CITIZEN_OF | Chad\n"},
		{"Chad voted. Chadians queued in Chad. They met the interior minister, Ada Okoye.", "Ada Okoye | HOLDS_ROLE | Chad interior minister\nAda Okoye | CITIZEN_OF | Chad\n"},
		{"Chad voted. Chadians queued in Chad. They met Ada Okoye, the interior minister.", "Ada Okoye | HOLDS_ROLE | Chad interior minister\nAda Okoye | CITIZEN_OF | Chad\n"},
		{"Chad voted. Chadians queued in Chad. They met Ada Okoye, a Baptist minister.", ""},
		{"Chad voted. Chadians queued in Chad. President Ada Okoye met President Tomas Brandt.", ""}, // which is of Chad?
		{"Chad voted. Chadians queued, not Peruvians. President Ada Okoye spoke.", ""},
		{"Ada Okoye, the Chadian head of the Varnholm Institute, spoke.", "Ada Okoye | HOLDS_ROLE | Varnholm Institute head\nAda Okoye | LEADS | Varnholm Institute\nAda Okoye | CITIZEN_OF | Chad\n"},
		{"Ada Okoye, the Chadian head of a UN mission, spoke.", "Ada Okoye | CITIZEN_OF | Chad\n"}, // not of the UN
		// A title in the plural is each one's.
		{"Presidents Ada Okoye of Chad and Tomas Brandt of Peru spoke.", "Ada Okoye | HOLDS_ROLE | Chad president\nTomas Brandt | HOLDS_ROLE | Peru president\nAda Okoye | CITIZEN_OF | Chad\nTomas Brandt | CITIZEN_OF | Peru\n"},
		{"Chadian lawmakers Ada Okoye and Tomas Brandt spoke.", "Ada Okoye | HOLDS_ROLE | Chad lawmaker\nTomas Brandt | HOLDS_ROLE | Chad lawmaker\nAda Okoye | CITIZEN_OF | Chad\nTomas Brandt | CITIZEN_OF | Chad\n"},
		{"The foreign ministers of Chad and Peru, Ada Okoye and Tomas Brandt, spoke.", "Ada Okoye | HOLDS_ROLE | Chad foreign minister\nTomas Brandt | HOLDS_ROLE | Peru foreign minister\nAda Okoye | CITIZEN_OF | Chad\nTomas Brandt | CITIZEN_OF | Peru\n"},
		{"The Chadian and Peruvian presidents, Ada Okoye and Tomas Brandt, spoke.", "Ada Okoye | HOLDS_ROLE | Chad president\nTomas Brandt | HOLDS_ROLE | Peru president\nAda Okoye | CITIZEN_OF | Chad\nTomas Brandt | CITIZEN_OF | Peru\n"},
		{"The former presidents of Chad, Ada Okoye and Tomas Brandt, spoke.", "Ada Okoye | HOLDS_ROLE | Chad former former president\nTomas Brandt | HOLDS_ROLE | Chad former former president\nAda Okoye | CITIZEN_OF | Chad\nTomas Brandt | CITIZEN_OF | Chad\n"},
		{"Chadian President Ada Okoye and Tomas Brandt spoke.", "Ada Okoye | HOLDS_ROLE | Chad president\nAda Okoye | CITIZEN_OF | Chad\n"},
		{"Chad's ministers met Ada Okoye and Tomas Brandt.", ""},
		// A field is no body, nor does an expert on Chad serve it.
		{"They met Ada Okoye, a professor of law at the Varnholm Institute.", "Ada Okoye | HOLDS_ROLE | Varnholm Institute professor of law\nAda Okoye | WORKS_FOR | Varnholm Institute\n"},
		{"They met Ada Okoye, a Chad expert at the centrist Varnholm Institute.", "Ada Okoye | HOLDS_ROLE | Varnholm Institute expert\nAda Okoye | WORKS_FOR | Varnholm Institute\n"},
		{"They met Ada Okoye, head of the Chadian army.", ""},
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

// TestTitlesAlone tells whom a title without a name means.
func TestTitlesAlone(t *testing.T) {
	for _, test := range []struct{ text, name, want string }{
		{"Foreign Minister Ada Okoye left. The minister was tired.", "Ada Okoye", "Person: Foreign Minister, Ada Okoye, The minister"},
		{"Foreign Minister Ada Okoye left. The defence minister was tired.", "Ada Okoye", "Person: Foreign Minister, Ada Okoye"},
		{"Vice President Ada Okoye left. The president was tired.", "Ada Okoye", "Person: Vice President, Ada Okoye"},
		{"Former President Ada Okoye left. The president was tired.", "Ada Okoye", "Person: Former President, Ada Okoye"},
		{"Prime Minister Ada Okoye left. The PM was tired.", "Ada Okoye", "Person: Prime Minister, Ada Okoye, The PM"},
		{"Acting Prime Minister Ada Okoye met Prime Minister Tomas Brandt. The acting PM was tired.", "Ada Okoye", "Person: Acting Prime Minister, Ada Okoye, The acting PM"},
	} {
		if got := entitiesOf(t, test.text, "")[test.name]; got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}
