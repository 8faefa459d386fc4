package eval

import (
	"slices"
	"testing"

	corpora "newsgraph/internal/train/corpus"
	"newsgraph/loader/extract"
	"newsgraph/loader/nlp"
)

func TestAttributionScorerGivesOneOnGold(t *testing.T) {
	text := []rune("“It is dry,” Ada Okoye said. She added that rain was due.")
	gold := []Attribution{
		{Source: [][2]int{{13, 22}}, Cue: [][2]int{{23, 27}}, Content: [][2]int{{0, 12}}},
		{Source: [][2]int{{29, 32}}, Cue: [][2]int{{33, 38}}, Content: [][2]int{{39, 56}}},
	}
	var s AttributionScore
	s.Add(text, gold, gold)
	for name, c := range map[string]Counts{"attributions": s.Attributions, "words": s.Words, "direct": s.Direct, "source": s.Source, "cue": s.Cue, "content": s.Content} {
		if c.F1() != 1 {
			t.Errorf("%s: gold against itself %+v", name, c)
		}
	}
	if s.Direct.Expected != 1 {
		t.Errorf("direct: %+v, want one", s.Direct)
	}
	var half AttributionScore
	half.Add(text, gold[1:], gold)
	if half.Attributions.Recall() != 0.5 || half.Content.Recall() != 0.5 {
		t.Errorf("one of two: %+v", half)
	}
}

func TestConverted(t *testing.T) {
	doc, text := &extract.Document{}, []rune("Okoye has also said that “rain” fell.")
	doc.Statements = []extract.Statement{{Start: 25, End: 36, Cue: &extract.Piece{Start: 15, End: 19}}}
	a := Converted(text, doc)[0]
	if a.Cue[0] != [2]int{6, 19} || a.Content[0] != [2]int{20, 36} {
		t.Errorf("cue %v, content %v", a.Cue, a.Content)
	}
}

func TestEvalAttributions(t *testing.T) {
	x := extractor(t)
	dev := attributions(t, "statements/polnear_dev.jsonl")
	var aside []AttributionDoc
	for _, d := range attributions(t, "statements/polnear_train.jsonl") {
		if corpora.SetAside(d.ID) {
			aside = append(aside, d)
		}
	}
	a := scoreAttributions(t, x, "dev", dev)
	b := scoreAttributions(t, x, "half of train set aside", aside)
	if gap := a.Attributions.F1() - b.Attributions.F1(); gap > 0.03 || gap < -0.03 {
		t.Errorf("attributions: dev and the half set aside differ by %.3f, want less than 0.03", gap)
	}
}

// TestEvalDirectCeiling says what PolNeAR's own annotation would reach as "direct
// attributions" if each attribution had the kind that a statement has here: whatever holds
// quoted words is direct or mixed, while the corpus calls direct what is quoted by half.
func TestEvalDirectCeiling(t *testing.T) {
	quotes, err := nlp.New(nlp.Paragraphs, nlp.Tokens, nlp.Quotes)
	if err != nil {
		t.Fatal(err)
	}
	var c Counts
	for _, d := range attributions(t, "statements/polnear_dev.jsonl") {
		var doc nlp.Doc
		doc.Reset(d.Text, "")
		if err := quotes.Run(&doc); err != nil {
			t.Fatal(err)
		}
		for _, a := range d.Attributions {
			if len(a.Content) == 0 {
				continue
			}
			hasQuote := slices.ContainsFunc(doc.Quotes, func(q nlp.Quote) bool {
				from, to := doc.CodePoint(q.Inner.Start), doc.CodePoint(q.Inner.End)
				return slices.ContainsFunc(a.Content, func(x [2]int) bool { return x[0] < to && from < x[1] })
			})
			if hasQuote {
				c.Reported++
			}
			if a.Direct {
				c.Expected++
			}
			if hasQuote && a.Direct {
				c.Right++
			}
		}
	}
	if c.Expected == 0 {
		t.Fatal("no direct attributions")
	}
	t.Logf("dev: the annotation itself, with the kinds of statements: direct F1 %.3f (P %.3f, R %.3f of %d)", c.F1(), c.Precision(), c.Recall(), c.Expected)
}

func attributions(t *testing.T, name string) []AttributionDoc {
	t.Helper()
	docs, err := readLines[AttributionDoc](corpus(t, name))
	if err != nil || len(docs) == 0 {
		t.Fatalf("%s: %d articles, %v", name, len(docs), err)
	}
	return docs
}

func scoreAttributions(t *testing.T, x *extract.Extractor, name string, docs []AttributionDoc) AttributionScore {
	t.Helper()
	var s, gold AttributionScore
	for _, d := range docs {
		text := []rune(d.Text)
		s.Add(text, Converted(text, read(t, x, d.Text)), d.Attributions)
		gold.Add(text, d.Attributions, d.Attributions)
	}
	if gold.Attributions.F1() != 1 || gold.Source.F1() != 1 || gold.Cue.F1() != 1 || gold.Content.F1() != 1 {
		t.Errorf("%s: gold against itself: %+v", name, gold)
	}
	t.Logf("%s: attributions F1 %.3f (P %.3f R %.3f), content words %.3f, direct %.3f (P %.3f R %.3f)", name, s.Attributions.F1(),
		s.Attributions.Precision(), s.Attributions.Recall(), s.Words.F1(), s.Direct.F1(), s.Direct.Precision(), s.Direct.Recall())
	t.Logf("%s: exact spans F1: source %.3f, cue %.3f, content %.3f", name, s.Source.F1(), s.Cue.F1(), s.Content.F1())
	return s
}

// TestEvalStatementsHold reads every article of PolNeAR: the words of a statement are those
// at its spans, its pieces do not overlap one another, nor its cue or source.
func TestEvalStatementsHold(t *testing.T) {
	x := extractor(t)
	for _, name := range []string{"statements/polnear_dev.jsonl", "statements/polnear_train.jsonl"} {
		for _, d := range attributions(t, name) {
			doc, text := read(t, x, d.Text), []rune(d.Text)
			for _, s := range doc.Statements {
				checkStatement(t, d.ID, text, s)
			}
		}
	}
}

func checkStatement(t *testing.T, id string, text []rune, s extract.Statement) {
	t.Helper()
	spans := append([][2]int{{s.Start, s.End}}, s.More...)
	for n, x := range spans {
		if x[0] < 0 || x[1] > len(text) || x[0] >= x[1] || n > 0 && x[0] < spans[n-1][1] {
			t.Errorf("%s: %s: pieces %v of %d code points", id, s.ID, spans, len(text))
			return
		}
		apart := func(what string, from, to int) {
			if to > from && from < x[1] && x[0] < to {
				t.Errorf("%s: %s (%s): %s %d–%d overlaps content %v", id, s.ID, s.By, what, from, to, x)
			}
		}
		apart("source", s.Speaker.Start, s.Speaker.End)
		if s.Cue != nil {
			apart("cue", s.Cue.Start, s.Cue.End)
		}
	}
	if string(text[s.Start:s.End]) != s.Text || s.Cue != nil && string(text[s.Cue.Start:s.Cue.End]) != s.Cue.Text {
		t.Errorf("%s: %s (%s): its text or its cue is not at its span", id, s.ID, s.By)
	}
}
