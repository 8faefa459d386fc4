package eval

import (
	"os"
	"path/filepath"
	"testing"

	"newsgraph/loader/nlp"
)

// corpus returns the path of a development set, or skips the test: the sets are not
// part of the repository.
func corpus(t *testing.T, name string) string {
	t.Helper()
	dir := os.Getenv("NEWSGRAPH_CORPORA")
	if dir == "" {
		t.Skip("NEWSGRAPH_CORPORA does not name the folder of the development sets")
	}
	path := filepath.Join(dir, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("development set %s is not there", name)
	}
	return path
}

func treebank(t *testing.T, name string) []*TreebankDoc {
	t.Helper()
	docs, err := ReadTreebank(corpus(t, "syntax/"+name+".conllu"))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

const sample = `# newdoc id = river
# newpar
# text = They didn't wait.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	wait	wait	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# text = Why?
1	Why	why	ADV	WRB	_	0	root	_	SpaceAfter=No
2	?	?	PUNCT	.	_	1	punct	_	_

# newpar
# text = Rain.
1	Rain	rain	NOUN	NN	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_

`

func TestReadTreebank(t *testing.T) {
	path := filepath.Join(t.TempDir(), "river.conllu")
	if err := os.WriteFile(path, []byte(sample), 0o600); err != nil {
		t.Fatal(err)
	}
	docs, err := ReadTreebank(path)
	if err != nil {
		t.Fatal(err)
	}
	d := docs[0]
	if want := "They didn't wait. Why?\n\nRain."; d.Text != want {
		t.Errorf("text %q, want %q", d.Text, want)
	}
	for _, w := range d.Words {
		if got := d.Text[w.Start:w.End]; got != w.Form {
			t.Errorf("offsets give %q for %q", got, w.Form)
		}
	}
	if w := d.Words[6]; w.Form != "?" || w.Head != 5 {
		t.Errorf("word 6 is %q with head %d, want ? with head 5", w.Form, w.Head)
	}
}

func TestScorersGiveOneOnGold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "river.conllu")
	if err := os.WriteFile(path, []byte(sample), 0o600); err != nil {
		t.Fatal(err)
	}
	docs, err := ReadTreebank(path)
	if err != nil {
		t.Fatal(err)
	}
	gold := docs[0].Gold()
	words, sentences := ScoreSegmentation(gold, gold)
	if words.F1() != 1 || sentences.F1() != 1 {
		t.Errorf("gold against itself: words %v, sentences %v", words.F1(), sentences.F1())
	}
	one := Segmentation{gold.Words[:1], gold.Sentences[:1]}
	words, sentences = ScoreSegmentation(one, gold)
	if words.Right != 1 || sentences.Right != 1 || words.F1() == 1 || sentences.F1() == 1 {
		t.Errorf("a part against gold: words %+v, sentences %+v", words, sentences)
	}
}

func TestEvalSegmentation(t *testing.T) {
	p, err := nlp.New(nlp.Paragraphs, nlp.Tokens, nlp.Sentences)
	if err != nil {
		t.Fatal(err)
	}
	for _, least := range []struct {
		name              string
		sentences, tokens float64
	}{{"gum_dev", 0.95, 0.994}, {"ewt_dev", 0.90, 0.985}, {"gum_news_dev", 0.99, 0.994}} {
		name := least.name
		var words, sentences Counts
		for _, d := range treebank(t, name) {
			got, err := Segment(p, d.Text)
			if err != nil {
				t.Fatal(err)
			}
			w, s := ScoreSegmentation(got, d.Gold())
			words, sentences = words.Add(w), sentences.Add(s)
		}
		t.Logf("%s: sentences F %.2f (P %.2f R %.2f), tokens F %.2f (P %.2f R %.2f)", name,
			100*sentences.F1(), 100*sentences.Precision(), 100*sentences.Recall(),
			100*words.F1(), 100*words.Precision(), 100*words.Recall())
		if sentences.F1() < least.sentences || words.F1() < least.tokens {
			t.Errorf("%s: sentences F %.4f, tokens F %.4f, want at least %v and %v", name,
				sentences.F1(), words.F1(), least.sentences, least.tokens)
		}
	}
}

func TestLemmaScorerGivesOneOnGold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "river.conllu")
	if err := os.WriteFile(path, []byte(sample), 0o600); err != nil {
		t.Fatal(err)
	}
	docs, err := ReadTreebank(path)
	if err != nil {
		t.Fatal(err)
	}
	doc := docs[0].Doc()
	if c := ScoreLemmas(doc, docs[0]); c.Right != 0 {
		t.Errorf("no lemmas at all: %d right", c.Right)
	}
	for i, w := range docs[0].Words {
		doc.Tokens[i].Lemma = w.Lemma
	}
	if c := ScoreLemmas(doc, docs[0]); c.F1() != 1 {
		t.Errorf("gold against itself: %v", c.F1())
	}
}

func TestEvalLemmas(t *testing.T) {
	for name, least := range map[string]float64{"gum_dev": 0.993, "ewt_dev": 0.97} {
		var total Counts
		for _, d := range treebank(t, name) {
			doc := d.Doc()
			if err := nlp.Lemmas.Run(doc); err != nil {
				t.Fatal(err)
			}
			total = total.Add(ScoreLemmas(doc, d))
		}
		t.Logf("%s: lemmas %.2f %% with the treebank's tags", name, 100*total.Recall())
		if total.Recall() < least {
			t.Errorf("%s: lemmas %.4f, want at least %v", name, total.Recall(), least)
		}
	}
}

// TestEvalSentenceSample compares with the verdicts of a person on a sample of news
// sentences. With NEWSGRAPH_SAMPLE=1 it prints a sample to be judged.
func TestEvalSentenceSample(t *testing.T) {
	texts, err := Texts(corpus(t, "statements/polnear_train.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := nlp.New(nlp.Paragraphs, nlp.Tokens, nlp.Sentences)
	if err != nil {
		t.Fatal(err)
	}
	ends, err := SentenceEnds(p, texts)
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("NEWSGRAPH_SAMPLE") != "" {
		for _, e := range Sample(ends, 500, 1) {
			text := []rune(texts[e.Record-1])
			t.Logf("%d %d %q | %q", e.Record, e.Offset, string(text[max(0, e.Offset-60):e.Offset]), string(text[e.Offset:min(len(text), e.Offset+40)]))
		}
		return
	}
	verdicts, err := ReadVerdicts("testdata/syntax_sentence_ends.txt")
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[SentenceEnd]bool, len(ends))
	for _, e := range ends {
		found[e] = true
	}
	agree := 0
	for e, right := range verdicts {
		if found[e] == right {
			agree++
		}
	}
	got := share(agree, len(verdicts))
	t.Logf("news: %d of %d sentence ends as judged, %.1f %%", agree, len(verdicts), 100*got)
	if got < 0.985 {
		t.Errorf("%.1f %% of the judged sentence ends, want at least 98.5", 100*got)
	}
}
