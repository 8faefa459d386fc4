package eval

import (
	"testing"

	corpora "newsgraph/internal/train/corpus"
	"newsgraph/loader/nlp"
)

// dwieTypes are the types of DWIE's entities that are scored as names, by tag.
var dwieTypes = map[string]string{"type::person": "Person", "type::organization": "Organization", "type::location": "Location", "type::gpe0-x": "Location", "type::loc-x": "Location"}

type taggedDoc struct {
	Text     string `json:"text"`
	Mentions []struct {
		Start  int `json:"start"`
		End    int `json:"end"`
		Entity int `json:"entity"`
	} `json:"mentions"`
	Entities []struct {
		ID   int      `json:"id"`
		Tags []string `json:"tags"`
	} `json:"entities"`
}

// goldNames returns the marked names of a document of DWIE.
func (t *taggedDoc) goldNames(d *nlp.Doc) []GoldName {
	types := make(map[int]string)
	for _, e := range t.Entities {
		for _, tag := range e.Tags {
			if typ := dwieTypes[tag]; typ != "" {
				types[e.ID] = typ
			}
		}
	}
	var gold []GoldName
	for _, m := range t.Mentions {
		if types[m.Entity] != "" {
			gold = append(gold, GoldName{nlp.Range{Start: d.Byte(m.Start), End: d.Byte(m.End)}, types[m.Entity]})
		}
	}
	return gold
}

// TestEvalNameAnnotators compares the annotators of names on sets that none has learned from.
func TestEvalNameAnnotators(t *testing.T) {
	for _, a := range []nlp.Annotator{nlp.NameRules, nlp.TrainedNames, nlp.JoinedNames} {
		p, err := nlp.New(nlp.Paragraphs, nlp.Tokens, nlp.Sentences, nlp.Syntax, a)
		if err != nil {
			t.Fatal(err)
		}
		worldwide := NameScore{}
		for _, set := range []string{"worldwide_asia", "worldwide_africa"} {
			texts, err := corpora.Texts(corpus(t, "entities/"+set+".jsonl"))
			if err != nil {
				t.Fatal(err)
			}
			for _, text := range texts {
				worldwide.Add(JoinNationalities(FoundNames(named(t, p, text.Text))), JoinNationalities(goldNames(text)))
			}
		}
		docs, err := readLines[taggedDoc](corpus(t, "relations/dwie_dev.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		dwie := NameScore{}
		for _, doc := range docs {
			d := named(t, p, doc.Text)
			dwie.Add(JoinNationalities(FoundNames(d)), JoinNationalities(doc.goldNames(d)))
		}
		for _, set := range []struct {
			name  string
			score NameScore
		}{{"worldwide", worldwide}, {"DWIE", dwie}} {
			c := func(typ string) (f, p, r float64) {
				x := set.score[typ]
				return 100 * x.F1(), 100 * x.Precision(), 100 * x.Recall()
			}
			pf, pp, pr := c("Person")
			of, op, or := c("Organization")
			lf, lp, lr := c("Location or NORP")
			t.Logf("%-12s %-9s person %.1f (%.1f %.1f), organization %.1f (%.1f %.1f), place and demonym %.1f (%.1f %.1f)", a.Name, set.name, pf, pp, pr, of, op, or, lf, lp, lr)
		}
	}
}

func named(t *testing.T, p *nlp.Pipeline, text string) *nlp.Doc {
	t.Helper()
	d := new(nlp.Doc)
	d.Reset(text, "")
	if err := p.Run(d); err != nil {
		t.Fatal(err)
	}
	return d
}
