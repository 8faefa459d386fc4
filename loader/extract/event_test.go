package extract

import (
	"testing"

	"newsgraph/loader/article"
)

// eventOf returns the event of a text whose trigger is some words.
func eventOf(t *testing.T, x *Extractor, text, trigger string) *Event {
	t.Helper()
	var a article.Article
	a.Text, a.Published.Value = text, "2031-05-02" // a Friday
	doc, err := x.Extract(a)
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	for i, e := range doc.Events {
		if e.Trigger.Text == trigger {
			return &doc.Events[i]
		}
	}
	t.Errorf("%s\nno event %q in %+v", text, trigger, doc.Events)
	return nil
}

func TestEventDate(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ text, trigger, want string }{
		// Its own clause and words.
		{"Chad attacked Niger on Tuesday.", "attacked", "2031-04-29..2031-04-29"},
		{"Tuesday's attack by Chad on Niger shocked Mali.", "attack", "2031-04-29..2031-04-29"},
		{"Chad's attack on Niger came on Tuesday.", "attack", "2031-04-29..2031-04-29"},
		{"The Chadian minister said that Chad attacked Niger on Sunday.", "attacked", "2031-04-27..2031-04-27"},
		// The verb above it, if it only arranges.
		{"Chad is expected on Sunday to sign a treaty with Niger.", "sign a treaty", "2031-05-04..2031-05-04"},
		{"Chad said on Tuesday that it had attacked Niger.", "attacked", "none"},
		// Joined verbs: a date in front is of all, one at the end of those without a subject.
		{"On Tuesday Chad arrested two Malian envoys, and Niger expelled three Chadian diplomats.", "expelled", "2031-04-29..2031-04-29"},
		{"Chad arrested two Malian envoys on Tuesday, and Niger has expelled three Chadian diplomats.", "expelled", "none"},
		{"Chad invaded Niger and seized the town of Zarra from Mali in 2029.", "invaded", "2029-01-01..2029-12-31"},
		// The occasion on which it was done.
		{"President Ibra Sow accused Niger of theft at a summit in July 2030.", "accused", "2030-07-01..2030-07-31"},
		{"In a speech on Tuesday, President Ibra Sow accused Niger of theft.", "accused", "2031-04-29..2031-04-29"},
		{"Chad rejected the Nigerien offer in a ruling released on Tuesday.", "rejected", "2031-04-29..2031-04-29"},
		{"Chad rejected the June 2029 agreement with Niger.", "rejected", "none"},
		{"Chad withdrew its troops from Niger before Sunday's vote.", "withdrew", "none"},
		// Clauses of other events.
		{"On Tuesday Chad attacked Niger after Mali imposed sanctions on Togo.", "imposed sanctions", "none"},
		{"President Ibra Sow, who met Chancellor Lena Vogt on Sunday, attacked Niger.", "attacked", "none"},
		// What is asked for has a date of its own, as what was refused has none.
		{"Chad called on Tuesday for talks with Niger.", "called", "2031-04-29..2031-04-29"},
		{"Chad called for talks with Niger on Sunday.", "called for", "none"},
		{"Chad demanded a meeting with Niger next week.", "demanded", "none"},
		{"Chad refused to meet Niger on Tuesday.", "refused to", "2031-04-29..2031-04-29"},
		// What the preposition makes of the interval.
		{"Chad has occupied Niger since 2028.", "occupied", "2028-01-01.."},
		{"Chad will withdraw its troops from Niger by June.", "withdraw", "2031-05-02..2031-06-30"},
		// The sentences after, by a noun that the reader knows.
		{"Chad and Niger held talks in Oslo. The talks took place on Tuesday.", "held talks", "2031-04-29..2031-04-29"},
		{"President Ibra Sow of Chad plans to visit Niger. The visit is set for Sunday.", "visit", "2031-05-04..2031-05-04"},
		{"Chad and Niger held talks in Oslo. The latest talks between Mali and Togo were on Tuesday.", "held talks", "none"},
	} {
		e := eventOf(t, x, test.text, test.trigger)
		if e == nil {
			continue
		}
		got := "none"
		if e.Date != nil {
			got = deref(e.Date.From) + ".." + deref(e.Date.To)
		}
		if got != test.want {
			t.Errorf("%s\n%s is of %s; want %s", test.text, test.trigger, got, test.want)
		}
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
