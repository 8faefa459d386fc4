package extract

import (
	"strings"
	"testing"

	"newsgraph/loader/article"
)

// eventOf returns the event of a text whose trigger is some words or begins with them.
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
		if e.Trigger.Text == trigger || strings.HasPrefix(e.Trigger.Text, trigger+" ") {
			return &doc.Events[i]
		}
	}
	t.Errorf("%s\nno event %q in %+v", text, trigger, doc.Events)
	return nil
}

// TestEventsOfKin holds that what someone's relatives do or suffer is not told of that person.
func TestEventsOfKin(t *testing.T) {
	x := newExtractor(t)
	for _, text := range []string{
		"Ada Okoye's mother died in 2029.",
		"Ada Okoye spoke. Her father died in 2029.",
		"Chadian soldiers killed Ada Okoye's brother.",
		"The son of Ada Okoye visited Niger.",
	} {
		doc, err := x.Extract(article.Article{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range doc.Events {
			if strings.Contains(e.Label, "Okoye") {
				t.Errorf("%s\n%s", text, e.Label)
			}
		}
	}
}

func TestEventStatus(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ text, trigger, want string }{
		// Tense and aspect.
		{"Chad attacked Niger.", "attacked", "occurred"},
		{"Chad has attacked Niger.", "attacked", "occurred"},
		{"Chad is attacking Niger.", "attacking", "ongoing"},
		{"Chad has been attacking Niger for months.", "attacking", "ongoing"},
		{"Chad has repeatedly accused Niger of theft.", "accused", "ongoing"},
		{"Chad occupies Niger.", "occupies", "ongoing"},
		{"Chad has occupied Niger since 2028.", "occupied", "ongoing"},
		{"Chad has long accused Niger of theft.", "accused", "ongoing"},
		{"Since beginning talks with Niger in January, Chad has been silent.", "beginning talks", "ongoing"},
		{"Chad attacks Niger, witnesses say.", "attacks", "occurred"},
		{"Chad not only attacked Niger but occupied its capital.", "attacked", "occurred"},
		{"Chad and Niger still exchange prisoners.", "exchange prisoners", "ongoing"},
		{"Chad still releases Nigerien soldiers.", "releases", "ongoing"},
		{"Chad has urged Niger ever since to withdraw.", "urged", "ongoing"},
		{"Chad sanctions Niger.", "sanctions", "occurred"},
		{"Niger is being attacked by Chad.", "attacked", "ongoing"},
		{"Chad continues to occupy Niger.", "occupy", "ongoing"},
		{"Chad keeps attacking Niger.", "attacking", "ongoing"},
		{"Chad managed to attack Niger.", "attack", "occurred"},
		{"Chad stopped attacking Niger.", "attacking", "occurred"},
		// Nouns of what goes on.
		{"The war between Chad and Niger is in its third year.", "war", "ongoing"},
		{"Talks between Chad and Niger are underway in Oslo.", "Talks", "ongoing"},
		{"Talks between Chad and Niger are under way in Oslo.", "Talks", "ongoing"},
		{"Talks between Chad and Niger continue.", "Talks", "ongoing"},
		{"Negotiations between Chad and Niger have dragged on for months.", "Negotiations", "ongoing"},
		{"Prices rose amid talks between Chad and Niger.", "talks", "ongoing"},
		{"Chad's sanctions on Niger remain in force.", "sanctions", "ongoing"},
		{"Chad's sanctions on Niger are still in place.", "sanctions", "ongoing"},
		{"Chad's siege of the Nigerien town of Zarra entered its third week.", "siege", "ongoing"},
		{"The talks between Chad and Niger, now in their fourth day, are about water.", "talks", "ongoing"},
		{"A truce between Chad and Niger appeared to hold.", "truce", "ongoing"},
		// What is to come.
		{"Chad will attack Niger.", "attack", "planned"},
		{"Chad is going to attack Niger.", "attack", "planned"},
		{"Chad is about to attack Niger.", "attack", "planned"},
		{"Chad is to meet Niger in Oslo.", "meet", "planned"},
		{"Chad was to have met Niger in Oslo.", "met", "planned"},
		{"Chad is due to meet Niger in Oslo.", "meet", "planned"},
		{"Chad is meeting Niger in Oslo on Sunday.", "meeting", "planned"},
		{"Chad agreed to send troops to Niger.", "send troops", "planned"},
		{"Chad made a decision to attack Niger.", "attack", "planned"},
		{"Chad looked forward to a visit from President Ibra Sow of Niger.", "visit", "planned"},
		{"Mali will send troops when Chad attacks Niger.", "attacks", "planned"},
		{"A meeting between Chad and Niger will take place in Oslo.", "meeting", "planned"},
		{"Ahead of talks between Chad and Niger, Mali left.", "talks", "planned"},
		{"Chad to expel Nigerien envoy", "expel", "planned"},
		{"Chad and Niger are due to hold talks in Oslo.", "hold talks", "planned"},
		{"President Ibra Sow said Chad would withdraw its troops from Niger.", "withdraw", "planned"},
		{"President Ibra Sow said Chad would withdraw its troops from Niger if Mali left.", "withdraw", "hypothetical"},
		{"President Ibra Sow said Chad would not withdraw its troops from Niger.", "withdraw", "denied"},
		// Modals, conditions and what is only thought of.
		{"Chad could attack Niger.", "attack", "hypothetical"},
		{"Chad may have attacked Niger.", "attacked", "hypothetical"},
		{"A meeting between Chad and Niger could take place in Oslo.", "meeting", "hypothetical"},
		{"If Chad attacks Niger, Mali will send troops.", "attacks", "hypothetical"},
		{"Unless Chad attacks Niger, Mali will leave.", "attacks", "hypothetical"},
		{"In case of an attack by Chad on Niger, Mali will leave.", "attack", "hypothetical"},
		{"In the event of an attack by Chad on Niger, Mali will leave.", "attack", "hypothetical"},
		{"Chad threatened to attack Niger.", "attack", "hypothetical"},
		{"Chad warned Niger against attacking Mali.", "attacking", "hypothetical"},
		{"Chad warned that it will impose sanctions on Niger.", "impose sanctions", "hypothetical"},
		{"Fears that Chad will attack Niger are growing.", "attack", "hypothetical"},
		{"It is unlikely that Chad will attack Niger.", "attack", "hypothetical"},
		{"If Mali leaves, Chad will attack Niger.", "attack", "hypothetical"},
		{"Even if Mali leaves, Chad will attack Niger.", "attack", "planned"},
		{"Chad weighed the risk of attacking Niger.", "attacking", "hypothetical"},
		{"The prospect of talks between Chad and Niger faded.", "talks", "hypothetical"},
		// What somebody wants of another.
		{"Chad urged Niger to attack Mali.", "attack", "proposed"},
		{"Chad demanded that Niger attack Mali.", "attack", "proposed"},
		{"Chad called for imposing sanctions on Niger.", "imposing sanctions", "proposed"},
		{"Chad proposed talks with Niger.", "talks", "proposed"},
		// What did not happen.
		{"Chad did not attack Niger.", "attack", "denied"},
		{"Chad won't attack Niger.", "attack", "denied"},
		{"Chad has yet to attack Niger.", "attack", "denied"},
		{"Neither Chad nor Mali attacked Niger.", "attacked", "denied"},
		{"No talks between Chad and Niger were held.", "talks", "denied"},
		{"No Chadian soldier attacked Niger.", "attacked", "denied"},
		{"Chad left without attacking Niger.", "attacking", "denied"},
		{"Chad has no plans to meet Niger.", "meet", "denied"},
		{"There are no plans for Chad to meet Niger.", "meet", "denied"},
		{"Chad denied attacking Niger.", "attacking", "denied"},
		{"Chad denied that it attacked Niger.", "attacked", "denied"},
		{"Chad denied plans to attack Niger.", "attack", "denied"},
		{"Chad refused to meet Niger.", "meet", "denied"},
		{"Chad failed to meet Niger.", "meet", "denied"},
		{"Chad stopped short of attacking Niger.", "attacking", "denied"},
		{"Chad nearly attacked Niger in 2019.", "attacked", "denied"},
		{"Chad repeated the false claim that it had attacked Niger.", "attacked", "denied"},
		{"Chad rejected claims that it had arrested the Nigerien envoy.", "arrested", "denied"},
		{"Chad has refrained from attacking Niger.", "attacking", "denied"},
		{"Chad did not refuse to meet Niger.", "meet", "occurred"},
		{"Chad has not ruled out attacking Niger.", "attacking", "hypothetical"},
		// What was called off, though it was planned.
		{"The planned talks between Chad and Niger were postponed.", "talks", "cancelled"},
		{"Chad postponed talks with Niger.", "postponed talks", "cancelled"},
		{"A meeting with President Ibra Sow was arranged for May, but Chad called it off.", "meeting", "cancelled"},
		{"Chad scrapped plans to meet Niger.", "meet", "cancelled"},
		{"A summit between Chad and Niger fell through.", "summit", "cancelled"},
		{"Chad abandoned a plan to attack Niger.", "attack", "cancelled"},
		// What is told by another clause has happened all the same.
		{"The siege went on until Chad ended the bombing of Niger.", "ended the bombing", "occurred"},
		{"Mali stays until Chad attacks Niger.", "attacks", "hypothetical"},
		{"Chad fears a war with Niger.", "war", "hypothetical"},
		{"Mali does not want to see a long war between Chad and Niger.", "war", "denied"},
		{"Chad prepared for war with Niger.", "war", "planned"},
		{"Chad praised recent talks between Niger and Mali.", "talks", "occurred"},
		{"Chad would praise the agreement between Niger and Mali.", "agreement", "occurred"},
		{"The talks between Chad and Niger were aimed at peace.", "talks", "occurred"},
		{"Mali left before Chad attacked Niger.", "attacked", "occurred"},
		{"Before the attack by Chad on Niger, Mali left.", "attack", "occurred"},
		{"Chad warned that Niger attacked Mali.", "attacked", "occurred"},
		{"Chad is said to have attacked Niger.", "attacked", "occurred"},
		{"Chad insists that Niger attacked Mali.", "attacked", "occurred"},
		{"Chad apologized for attacking Niger.", "attacking", "occurred"},
		{"Chad condemned the Nigerien attack on Mali.", "attack", "occurred"},
		{"Togo opposed the Nigerien attack on Mali.", "attack", "occurred"},
		{"Chad was the first state to attack Niger.", "attack", "occurred"},
		{"While Chad did attack Niger, it spared Mali.", "attack", "occurred"},
		{"After being attacked by Chad, Niger left.", "attacked", "occurred"},
		{"On later visits to Niger, President Ibra Sow sought peace.", "visits", "occurred"},
	} {
		if e := eventOf(t, x, test.text, test.trigger); e != nil && e.Status != test.want {
			t.Errorf("%s\n%s is %s; want %s", test.text, test.trigger, e.Status, test.want)
		}
	}
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
		{"Chad and Niger failed on Tuesday to end their quarrel, but agreed to meet in Oslo.", "agreed", "2031-04-29..2031-04-29"},
		{"Chad arrested two Malian envoys on Tuesday but has expelled three Nigerien diplomats.", "expelled", "none"},
		// The clause right behind a date.
		{"Chad has had no embassy there since 2028, when Niger expelled the Chadian envoy.", "expelled", "2028-01-01..2028-12-31"},
		{"In 2029, after Chad invaded Niger, Mali left.", "invaded", "2029-01-01..2029-12-31"},
		// The occasion on which it was done.
		{"President Ibra Sow accused Niger of theft at a summit in July 2030.", "accused", "2030-07-01..2030-07-31"},
		{"In a speech on Tuesday, President Ibra Sow accused Niger of theft.", "accused", "2031-04-29..2031-04-29"},
		{"Chad rejected the Nigerien offer in a ruling released on Tuesday.", "rejected", "2031-04-29..2031-04-29"},
		{"Chad rejected the June 2029 agreement with Niger.", "rejected", "none"},
		{"Chad withdrew its troops from Niger before Sunday's vote.", "withdrew", "none"},
		// Clauses of other events.
		{"On Tuesday Chad attacked Niger after Mali imposed sanctions on Togo.", "imposed sanctions", "none"},
		{"President Ibra Sow, who met Chancellor Lena Vogt on Sunday, attacked Niger.", "attacked", "none"},
		// Some days before or after another event.
		{"Mali protested on Wednesday, a day after Chad attacked Niger.", "attacked", "2031-04-29..2031-04-29"},
		{"On Wednesday, three days after Chad's attack on Niger, Mali protested.", "attack", "2031-04-27..2031-04-27"},
		{"Chad attacked Niger the day before Mali expelled its envoy on Tuesday.", "attacked", "2031-04-28..2031-04-28"},
		{"Mali left in 2030, two years after Chad invaded Niger.", "invaded", "2028-01-01..2028-12-31"},
		{"Chad said on Thursday that its envoys would leave. The announcement came a day after Niger attacked Mali.", "attacked", "2031-04-30..2031-04-30"},
		{"An announcement came a day after Niger attacked Mali.", "attacked", "none"},
		{"Mali left in 2030, nearly a decade after Chad invaded Niger.", "invaded", "none"},
		// What is asked for has a date of its own, as what was refused has none.
		{"Chad called on Tuesday for talks with Niger.", "called", "2031-04-29..2031-04-29"},
		{"Chad called for talks with Niger on Sunday.", "called for", "none"},
		{"Chad demanded a meeting with Niger next week.", "demanded", "none"},
		{"Chad refused to meet Niger on Tuesday.", "refused to", "2031-04-29..2031-04-29"},
		{"Chad authorized a visit by Niger on June 3.", "authorized", "none"},
		// What the preposition makes of the interval.
		{"Chad has occupied Niger since 2028.", "occupied", "2028-01-01.."},
		{"Since beginning talks with Niger in January, Chad has been silent.", "beginning talks", "2031-01-01.."},
		{"Chad will withdraw its troops from Niger by June.", "withdraw", "2031-05-02..2031-06-30"},
		{"Chad will withdraw its troops from Niger before June.", "withdraw", "2031-05-02..2031-05-31"},
		{"Chad will withdraw its troops from Niger before the end of June.", "withdraw", "2031-05-02..2031-06-30"},
		{"Chad could have met Niger before 2030.", "met", "none"},
		{"Chad occupied the Nigerien town of Zarra before 2029.", "occupied", "..2028-12-31"},
		{"Chad fought Niger between 2028 and 2030.", "fought", "2028-01-01..2030-12-31"},
		{"President Ibra Sow visited Niger from Tuesday to Thursday.", "visited", "2031-04-29..2031-05-01"},
		{"Chad attacked Niger for the first time since November.", "attacked", "none"},
		// A participle that says for when it is arranged, in the nearest year.
		{"Talks between Chad and Niger planned for June have been put off.", "Talks", "2031-06-01..2031-06-30"},
		{"Talks between Chad and Niger pencilled in for July have been put off.", "Talks", "2031-07-01..2031-07-31"},
		// A beginning, where the event goes on.
		{"The war between Chad and Niger, now in its fourth year, began in February 2028.", "war", "2028-02-01.."},
		{"Chad's war with Niger goes on. Chad went to war with Niger in February 2028.", "war", "2028-02-01.."},
		{"Chad went to war with Niger in February 2028.", "went to war", "2028-02-01..2028-02-29"},
		{"Chad ended the war with Niger in March 2029.", "ended the war", "2029-03-01..2029-03-31"},
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
