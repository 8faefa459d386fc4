package eval

import (
	"testing"

	corpora "newsgraph/internal/train/corpus"
	"newsgraph/loader/nlp"
)

func TestSyntaxScorerGivesOneOnGold(t *testing.T) {
	gold := &nlp.Doc{Text: "Rain fell .", Sentences: []nlp.Span{{Start: 0, End: 3}}, Tokens: []nlp.Token{
		{Start: 0, End: 4, XPOS: nlp.TagNN, UPOS: nlp.PosNoun, Head: 1, Rel: nlp.RelNsubj},
		{Start: 5, End: 9, XPOS: nlp.TagVBD, UPOS: nlp.PosVerb, Head: 1, Rel: nlp.RelRoot},
		{Start: 10, End: 11, XPOS: nlp.TagPeriod, UPOS: nlp.PosPunct, Head: 1, Rel: nlp.RelPunct},
	}}
	var s SyntaxScore
	s.Add(gold, gold)
	for name, c := range map[string]Counts{"XPOS": s.XPOS, "UPOS": s.UPOS, "UAS": s.UAS, "LAS": s.LAS, "subjects": s.Subjects} {
		if c.F1() != 1 {
			t.Errorf("%s of gold against itself: %v", name, c.F1())
		}
	}
	if s.UAS.Expected != 2 {
		t.Errorf("%d words scored for heads, want 2: punctuation is left out", s.UAS.Expected)
	}
	var none SyntaxScore
	none.Add(Bare(gold), gold)
	if none.XPOS.Right != 0 || none.LAS.Right != 0 || none.Subjects.Right != 0 {
		t.Errorf("nothing at all scores %+v", none)
	}
}

func TestNameScorerGivesOneOnGold(t *testing.T) {
	gold := []GoldName{{nlp.Range{Start: 0, End: 4}, "Person"}, {nlp.Range{Start: 9, End: 12}, "NORP"}}
	s := NameScore{}
	s.Add(gold, gold)
	for _, kind := range []string{"Person", "NORP"} {
		if s[kind].F1() != 1 {
			t.Errorf("%s: gold against itself: %v", kind, s[kind].F1())
		}
	}
	s = NameScore{}
	s.Add([]GoldName{{nlp.Range{Start: 0, End: 3}, "Person"}}, gold)
	if s["Person"].Right != 0 || s["Person"].Reported != 1 {
		t.Errorf("a shorter span scores %+v", s["Person"])
	}
}

func TestEvalSyntax(t *testing.T) {
	for _, name := range []string{"gum_dev", "ewt_dev", "gum_news_dev"} {
		trees, err := corpora.Treebank(corpus(t, "syntax/"+name+".conllu"))
		if err != nil {
			t.Fatal(err)
		}
		var s SyntaxScore
		for _, tree := range trees {
			got := Bare(tree.Doc)
			if err := nlp.Syntax.Run(got); err != nil {
				t.Fatal(err)
			}
			s.Add(got, tree.Doc)
		}
		t.Logf("%s: XPOS %.2f, UPOS %.2f; own tags: UAS %.2f, LAS %.2f without punctuation, nsubj F %.2f", name,
			100*s.XPOS.F1(), 100*s.UPOS.F1(), 100*s.UAS.F1(), 100*s.LAS.F1(), 100*s.Subjects.F1())
	}
}

func TestEvalNames(t *testing.T) {
	p, err := nlp.New(nlp.Paragraphs, nlp.Tokens, nlp.Sentences, nlp.Syntax, nlp.TrainedNames)
	if err != nil {
		t.Fatal(err)
	}
	apart, joined := NameScore{}, NameScore{}
	for _, set := range []string{"worldwide_asia", "worldwide_africa"} {
		texts, err := corpora.Texts(corpus(t, "entities/"+set+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range texts {
			var d nlp.Doc
			d.Reset(text.Text, "")
			if err := p.Run(&d); err != nil {
				t.Fatal(err)
			}
			found, gold := FoundNames(&d), goldNames(text)
			apart.Add(found, gold)
			joined.Add(JoinNationalities(found), JoinNationalities(gold))
		}
	}
	for _, kind := range []string{"Person", "Location", "NORP", "Organization"} {
		c := apart[kind]
		t.Logf("worldwide asia + africa: %-12s F %.1f (P %.1f R %.1f)", kind, 100*c.F1(), 100*c.Precision(), 100*c.Recall())
	}
	t.Logf("worldwide asia + africa: location + NORP F %.1f", 100*joined["Location or NORP"].F1())
}

func goldNames(text corpora.Text) []GoldName {
	var names []GoldName
	for _, n := range text.Names {
		names = append(names, GoldName{n.Range, n.Type})
	}
	return names
}
