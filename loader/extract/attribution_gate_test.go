package extract

import (
	"testing"

	"newsgraph/loader/article"
)

func extractText(t *testing.T, text string) *Document {
	t.Helper()
	doc, err := newExtractor(t).Extract(article.Article{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	return doc
}

func TestNothingIsSaid(t *testing.T) {
	for _, text := range []string{
		// What is not said.
		"The ministry did not respond to a request for comment on Monday.",
		"Ada Okoye declined to comment on the new bridge.",
		"No one said that the bridge was safe.",
		"Tomas Brandt never said that the bridge was safe.",
		"Tomas Brandt, who led the talks, did not elaborate.",
		// What is done.
		"The court granted the company a licence to build the bridge.",
		"Chad recalled its ambassador from Lima.",
		"Ada Okoye welcomed the delegation at the airport in Lima.",
		"Peru offered to host the talks.",
		"The new bridge has been ruled unsafe by the council.",
		"Ada Okoye showed no emotion at the trial.",
		"The police saw the man near the river.",
		"Tomas Brandt wrote a book about bridges.",
		"Ada Okoye knows the region well.",
		"The rain seemed to matter to the people of Lima.",
		"The two women spoke for about five minutes.",
		// What will be said.
		"The ministry will announce a plan for the bridge on Monday.",
	} {
		if doc := extractText(t, text); len(doc.Statements) > 0 {
			t.Errorf("%s\n got %s", text, render(doc, "want/statements"))
		}
	}
}

func TestStanceAndContent(t *testing.T) {
	for _, test := range []struct{ text, content, stance string }{
		{"Ada Okoye declined to say whether the bridge was safe.", "whether the bridge was safe", "declined to comment"},
		{"The ministry refused to comment on whether the dam would open.", "whether the dam would open", "declined to comment"},
		{"Tomas Brandt did not rule out a second vote.", "a second vote", "denied"},
		{"Ada Okoye welcomed the decision of the court.", "the decision of the court", "praised"},
		{"The union complained about the noise at night.", "the noise at night", "criticized"},
		{"Ada Okoye described the bridge as a disgrace to the city.", "the bridge as a disgrace to the city", "described"},
		{"The union urged the government to act.", "the government to act", "demanded"},
	} {
		doc := extractText(t, test.text)
		if len(doc.Statements) != 1 || doc.Statements[0].Text != test.content || doc.Statements[0].Stance != test.stance {
			t.Errorf("%s\n got %swant %s, %s", test.text, render(doc, "want/statements"), test.stance, test.content)
		}
	}
}
