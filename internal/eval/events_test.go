package eval

import (
	"strings"
	"testing"

	"newsgraph/loader/article"
	"newsgraph/loader/extract"
	"newsgraph/loader/nlp"
)

// goldCoding is the document of a reader who finds just what is marked.
func goldCoding(c *CodedSentence) *extract.Document {
	doc := &extract.Document{Article: extract.Article{Text: c.Text}}
	e := extract.Event{Type: c.Type(), Evidence: []extract.Range{{Start: 0, End: len([]rune(c.Text))}}}
	for _, s := range c.Spans {
		if s.Role != "SRC" && s.Role != "TAR" && s.Role != "SRC/TAR" {
			continue
		}
		id := string(rune('a' + len(doc.Entities)))
		doc.Entities = append(doc.Entities, extract.Entity{ID: id, Mentions: []extract.Mention{{Start: s.Start, End: s.End}}})
		e.Participants = append(e.Participants, extract.Participant{Entity: id, Role: "actor", Words: extract.Range{Start: s.Start, End: s.End}})
	}
	doc.Events = append(doc.Events, e)
	return doc
}

func TestCodingScorerGivesOneOnGold(t *testing.T) {
	sentences, err := readLines[CodedSentence](corpus(t, "events/plover_gsr_dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var s, none CodingScore
	for _, c := range sentences {
		s.Add(&c, goldCoding(&c))
		none.Add(&c, &extract.Document{Article: extract.Article{Text: c.Text}})
	}
	if s.Type.Recall() != 1 || s.Quad.Recall() != 1 || s.Mentions.F1() != 1 || s.Phrases.F1() != 1 {
		t.Errorf("gold against itself: %+v", s)
	}
	if none.Type.Right != 0 || none.Type.Expected != len(sentences) {
		t.Errorf("nothing at all scores %+v", none)
	}
}

func TestFactScorerGivesOneOnGold(t *testing.T) {
	articles, err := readLines[FactArticle](corpus(t, "events/meantime_dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var s FactScore
	for _, a := range articles {
		doc := &extract.Document{Article: extract.Article{Text: a.Text}}
		for _, m := range a.Mentions {
			status := "planned"
			if m.Certainty == "CERTAIN" && m.Polarity == "POS" && m.Time == "NON_FUTURE" {
				status = "occurred"
			}
			if m.Kind == "event" {
				doc.Events = append(doc.Events, extract.Event{Status: status, Trigger: extract.Piece{Start: m.Start, End: m.End}, Evidence: []extract.Range{{Start: m.Start, End: m.End}}})
			}
		}
		s.Add(&a, doc)
	}
	if s.All.Right != s.All.Reported || s.All.Reported < 1000 {
		t.Errorf("gold against itself: %+v", s.All)
	}
}

func TestEvalCoding(t *testing.T) {
	x := extractor(t)
	sentences, err := readLines[CodedSentence](corpus(t, "events/plover_gsr_dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var s CodingScore
	for _, c := range sentences {
		doc := read(t, x, c.Text)
		s.Add(&c, doc)
		if e := c.found(doc); *listErrors && (e == nil || e.Type != c.Type()) {
			got := "none"
			if e != nil {
				got = e.Type + ", " + e.Trigger.Text
			}
			t.Logf("%s: want %s, got %s: %s", c.ID, c.Type(), got, c.Text)
		}
	}
	t.Logf("PLOVER GSR: type %.3f, quad class %.3f of %d; who takes part: words of mentions F1 %.3f, of phrases F1 %.3f",
		s.Type.Recall(), s.Quad.Recall(), s.Type.Expected, s.Mentions.F1(), s.Phrases.F1())
}

func TestEvalCertainty(t *testing.T) {
	x := extractor(t)
	articles, err := readLines[FactArticle](corpus(t, "events/meantime_dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var s FactScore
	for _, a := range articles {
		doc, err := x.Extract(article.Article{Text: a.Text, Published: article.Fact{Value: a.Published}})
		if err != nil {
			t.Fatal(err)
		}
		s.Add(&a, doc)
	}
	t.Logf("MEANTIME: %d of %d matched, %.3f right; themselves triggers: %d, %.3f right",
		s.All.Reported, s.All.Expected, s.All.Precision(), s.Own.Reported, s.Own.Precision())
}

// TestEvalEventProperties holds over every corpus of texts: a date of an event has its
// words in the text, and no event has occurred whose verb stands under a modal.
func TestEvalEventProperties(t *testing.T) {
	x := extractor(t)
	p, err := nlp.New(nlp.Paragraphs, nlp.Tokens, nlp.Sentences, nlp.Quotes, nlp.Syntax, nlp.Lemmas)
	if err != nil {
		t.Fatal(err)
	}
	events, modals := 0, 0
	for _, name := range []string{"statements/polnear_dev", "events/meantime_dev", "events/ecbplus_dev", "events/plover_gsr_dev", "events/cameo_actors_train",
		"relations/dwie_dev", "entities/gum_news_train", "entities/worldwide_africa"} {
		texts, err := readLines[struct{ ID, Text string }](corpus(t, name+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range texts {
			doc, err := x.Extract(article.Article{Text: c.Text, Published: article.Fact{Value: "2020-06-15"}})
			if err != nil {
				t.Fatal(err)
			}
			parse := new(nlp.Doc)
			parse.Reset(c.Text, "2020-06-15")
			if err := p.Run(parse); err != nil {
				t.Fatal(err)
			}
			for i := range doc.Events {
				if events++; underModal(parse, doc.Events[i].Trigger) {
					modals++
				}
				checkEvent(t, name+" "+c.ID, c.Text, parse, &doc.Events[i])
			}
		}
	}
	if t.Logf("%d events, %d of them under a modal", events, modals); events < 1000 || modals < 50 {
		t.Errorf("too few to tell")
	}
}

func checkEvent(t *testing.T, where, text string, parse *nlp.Doc, e *extract.Event) {
	t.Helper()
	if e.Date != nil && (e.Date.Text == "" || !strings.Contains(text, e.Date.Text)) {
		t.Errorf("%s: the date %q of %q is not in the text", where, e.Date.Text, e.Label)
	}
	if e.Status == "occurred" && underModal(parse, e.Trigger) {
		t.Errorf("%s: %q has occurred, though under a modal", where, e.Label)
	}
}

// underModal reports whether the verb of a trigger has a modal, or depends as an
// infinitive on verbs of which one has.
func underModal(d *nlp.Doc, trigger extract.Piece) bool {
	v := d.TokenAt(d.Byte(trigger.Start))
	for range 4 {
		if v >= len(d.Tokens) || !d.Tokens[v].XPOS.IsVerb() {
			return false
		}
		for i := range d.Tokens[:v] {
			if t := d.Tokens[v-1-i]; int(t.Head) == v && t.XPOS == nlp.TagMD && t.Rel == nlp.RelAux {
				return true
			} else if i > 20 {
				break
			}
		}
		if d.Tokens[v].Rel != nlp.RelXcomp {
			return false
		}
		v = int(d.Tokens[v].Head)
	}
	return false
}
