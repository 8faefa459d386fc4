package eval

import (
	"fmt"
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
			if m.certain() {
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
	t.Logf("MEANTIME: %d of %d matched, %.3f right; themselves triggers: %d, %.3f right; with the gold certainty of each trigger: %.3f right",
		s.All.Reported, s.All.Expected, s.All.Precision(), s.Own.Reported, s.Own.Precision(), s.Ceiling.Precision())
}

// textCorpora are the corpora whose records are texts; the others have tokens only.
var textCorpora = []string{"entities/conll2003_dev", "entities/gum_news_dev", "entities/gum_news_train", "entities/re3d_dev", "entities/uner_ewt_dev",
	"entities/worldwide_africa", "entities/worldwide_asia", "entities/worldwide_indigenous", "events/cameo_actors_train", "events/ecbplus_dev",
	"events/meantime_dev", "events/plover_gsr_dev", "linking/aida_dev", "multi/basil_dev", "multi/newswcl50_dev", "relations/conll04_dev",
	"relations/conll04_train", "relations/dwie_dev", "relations/re3d_dev", "statements/polnear_dev", "statements/polnear_train", "time/aquaint", "time/timebank"}

// TestEvalEventProperties holds over every corpus of texts: a date of an event is a date
// of a sentence that tells of it, and no event has occurred whose verb stands under a
// modal or a future.
func TestEvalEventProperties(t *testing.T) {
	x := extractor(t)
	p, err := nlp.New(nlp.Paragraphs, nlp.Tokens, nlp.Sentences, nlp.Quotes, nlp.Dates, nlp.Syntax, nlp.Lemmas)
	if err != nil {
		t.Fatal(err)
	}
	const published = "2020-06-15"
	events, dates, modals := 0, 0, 0
	for _, name := range textCorpora {
		texts, err := readLines[struct {
			ID   any
			Text string
		}](corpus(t, name+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range texts {
			doc, err := x.Extract(article.Article{Text: c.Text, Published: article.Fact{Value: published}})
			if err != nil {
				t.Fatal(err)
			}
			if len(doc.Events) == 0 {
				continue
			}
			parse := new(nlp.Doc)
			parse.Reset(c.Text, published)
			if err := p.Run(parse); err != nil {
				t.Fatal(err)
			}
			for i := range doc.Events {
				e := &doc.Events[i]
				where := fmt.Sprintf("%s %v: %q", name, c.ID, e.Label)
				events++
				if e.Date != nil {
					if dates++; !dateTold(parse, e) {
						t.Errorf("%s has a date that none of its sentences tells: %q", where, e.Date.Text)
					}
				}
				if underModal(parse, e.Trigger) {
					if modals++; e.Status == "occurred" {
						t.Errorf("%s has occurred, though under a modal", where)
					}
				}
			}
		}
	}
	if t.Logf("%d events, %d with a date, %d under a modal", events, dates, modals); events < 1000 || dates < 200 || modals < 50 {
		t.Errorf("too few to tell")
	}
}

// dateTold reports whether the words of an event's date are a date in its evidence, or
// begin with a length of time there: "a day after".
func dateTold(d *nlp.Doc, e *extract.Event) bool {
	for _, date := range d.Dates {
		at := d.Bytes(date.Span)
		if strings.HasPrefix(e.Date.Text, d.SpanText(date.Span)) && within(d.CodePoint(at.Start), d.CodePoint(at.End), e.Evidence) {
			return true
		}
	}
	return false
}

// underModal reports whether the verb of a trigger has a modal or stands after "is to" or
// "is going to", or depends as an infinitive on verbs of which one does.
func underModal(d *nlp.Doc, trigger extract.Piece) bool {
	v := d.TokenAt(d.Byte(trigger.Start))
	for range 4 {
		if v >= len(d.Tokens) || !d.Tokens[v].XPOS.IsVerb() {
			return false
		}
		to, be := false, false
		for i := max(0, v-20); i < v; i++ {
			t := d.Tokens[i]
			if int(t.Head) != v {
				continue
			}
			if t.XPOS == nlp.TagMD && t.Rel == nlp.RelAux {
				return true
			}
			to = to || t.Rel == nlp.RelMark && d.Word(i) == "to"
			be = be || t.Rel == nlp.RelAux && (d.Word(i) == "is" || d.Word(i) == "are")
		}
		h := int(d.Tokens[v].Head)
		if to && (be || d.Word(h) == "going") {
			return true
		}
		if d.Tokens[v].Rel != nlp.RelXcomp {
			return false
		}
		v = h
	}
	return false
}
