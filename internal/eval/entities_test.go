package eval

import (
	"flag"
	"strings"
	"testing"

	"newsgraph/loader/article"
	"newsgraph/loader/extract"
	"newsgraph/loader/nlp"
)

var listErrors = flag.Bool("errors", false, "list what the evaluations find wrong")

// read extracts a text.
func read(t *testing.T, x *extract.Extractor, text string) *extract.Document {
	t.Helper()
	doc, err := x.Extract(article.Article{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func extractor(t *testing.T) *extract.Extractor {
	t.Helper()
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestCoreferenceScorer(t *testing.T) {
	d := ChainDoc{Mentions: []ChainMention{
		{0, 9, [2]int{0, 3}, "person", "name", "1"},
		{20, 23, [2]int{20, 23}, "person", "pronoun", "1"},
		{30, 35, [2]int{30, 35}, "person", "name", "2"},
		{40, 50, [2]int{44, 50}, "place", "name", "3"},
	}}
	var gold B3
	gold.Add(&d, d.Gold())
	if gold.F1() != 1 || gold.Mentions != 3 {
		t.Errorf("gold against itself: %v of %d mentions", gold.F1(), gold.Mentions)
	}
	var one B3 // all one entity, the pronoun missed
	one.Add(&d, []Linked{{0, 9, [2]int{0, 9}, "e"}, {30, 35, [2]int{30, 35}, "e"}})
	if p, r := one.Means(); p != 1.0/3 || r != (0.5+1)/3 {
		t.Errorf("precision %v, recall %v", p, r)
	}
}

func TestRelationScorerGivesOneOnGold(t *testing.T) {
	for _, d := range relationDocs(t) {
		s := RelationScore{}
		if s.Add(&d, d.Gold()); s.All().Precision() != 1 && s.All().Reported > 0 {
			t.Errorf("%s: gold against itself: %+v", d.ID, s.All())
		}
	}
}

func TestEvalCoreference(t *testing.T) {
	x := extractor(t)
	parser, err := nlp.New(nlp.Paragraphs, nlp.Tokens, nlp.Sentences, nlp.Syntax)
	if err != nil {
		t.Fatal(err)
	}
	var b, gold B3
	kinds := make(map[string]Counts)
	for _, set := range []string{"gum_news_train", "gum_news_dev"} {
		docs, err := readLines[ChainDoc](corpus(t, "entities/"+set+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range docs {
			gold.Add(&d, d.Gold())
			found := Found(read(t, x, d.Text), named(t, parser, d.Text))
			b.Add(&d, found)
			countFound(&d, found, kinds, t)
		}
	}
	if gold.F1() != 1 {
		t.Errorf("gold against itself: %v", gold.F1())
	}
	p, r := b.Means()
	t.Logf("GUM news: B³ of named people F1 %.3f (P %.3f R %.3f), %d mentions", b.F1(), p, r, b.Mentions)
	for _, kind := range []string{"name", "nominal", "pronoun"} {
		c := kinds[kind]
		t.Logf("GUM news: %-8s %d, found %.3f, with the name of their person %.3f", kind, c.Expected, c.Recall(), c.Precision())
	}
	if b.F1() < 0.75 {
		t.Errorf("B³ %.3f, want at least 0.75", b.F1())
	}
}

// countFound counts the scored mentions by kind: those found, and among them those whose
// entity holds most of the names of their chain.
func countFound(d *ChainDoc, found []Linked, kinds map[string]Counts, t *testing.T) {
	entity := matched(d, found)
	names := make(map[string]map[string]int)
	for i, m := range d.Mentions {
		if m.Kind == "name" && entity[i] != "" {
			if names[m.Chain] == nil {
				names[m.Chain] = make(map[string]int)
			}
			names[m.Chain][entity[i]]++
		}
	}
	runes := []rune(d.Text)
	for i, scored := range d.Scored() {
		if !scored {
			continue
		}
		m, c := d.Mentions[i], Counts{Expected: 1}
		if entity[i] != "" {
			c.Reported = 1
			if most(names[m.Chain], entity[i]) {
				c.Right = 1
			}
		}
		if *listErrors && c.Right == 0 {
			t.Logf("%s chain %s: %s %q in %q found %v", d.ID, m.Chain, m.Kind, string(runes[m.Start:m.End]), around(runes, m.Start, m.End), c.Reported)
		}
		k := kinds[m.Kind]
		kinds[m.Kind] = Counts{Expected: k.Expected + 1, Reported: k.Reported + c.Reported, Right: k.Right + c.Right}
	}
}

func most(counts map[string]int, e string) bool {
	for _, n := range counts {
		if n > counts[e] {
			return false
		}
	}
	return counts[e] > 0
}

func around(runes []rune, start, end int) string {
	return strings.Join(strings.Fields(string(runes[max(0, start-80):min(len(runes), end+40)])), " ")
}

func relationDocs(t *testing.T) []RelationDoc {
	t.Helper()
	docs, err := readLines[RelationDoc](corpus(t, "relations/dwie_dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func TestEvalRelations(t *testing.T) {
	x := extractor(t)
	s := RelationScore{}
	for _, d := range relationDocs(t) {
		doc := read(t, x, d.Text)
		wrong := s.Add(&d, Ties(doc))
		if *listErrors {
			for _, w := range wrong {
				t.Logf("%s: %s %q %q", d.ID, w.Type, w.From[0], w.To[0])
			}
		}
	}
	all := s.All()
	t.Logf("DWIE: precision %.3f of %d relations, %d right, recall %.3f", all.Precision(), all.Reported, all.Right, all.Recall())
	for _, typ := range []string{"head_of_state", "head_of_gov", "minister_of", "agent_of", "member_of", "citizen_of", "based_in"} {
		t.Logf("DWIE: %-13s precision %.3f of %3d, marked %d", typ, s[typ].Precision(), s[typ].Reported, s[typ].Expected)
	}
	if all.Precision() < 0.80 || all.Reported < 250 {
		t.Errorf("precision %.3f of %d, want at least 0.80 of 250", all.Precision(), all.Reported)
	}
}
