package corpus

import (
	"os"
	"path/filepath"
	"testing"

	"newsgraph/loader/nlp"
)

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "set")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTreebank(t *testing.T) {
	trees, err := Treebank(write(t, `# newdoc id = GUM_news_river
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VB	_	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
3	wait	wait	VERB	VB	_	0	root	_	SpaceAfter=No
4	!	!	PUNCT	.	_	3	punct	_	_

`))
	if err != nil {
		t.Fatal(err)
	}
	d := trees[0].Doc
	if trees[0].Genre != "news" || d.Text != "Don't wait! " {
		t.Errorf("genre %q, text %q", trees[0].Genre, d.Text)
	}
	if d.Tokens[2].Head != 2 || d.Tokens[0].Head != 2 || d.Tokens[1].Rel != nlp.RelAdvmod || d.Word(1) != "n't" {
		t.Errorf("tokens %+v", d.Tokens)
	}
}

func TestTexts(t *testing.T) {
	for name, c := range map[string]struct{ records, text, names string }{
		"tagged tokens of one document": {
			`{"id":"a","doc":"d","tokens":["Ada","Orrel","(","left",")","."],"tags":["B-PER","I-PER","O","O","O","O"]}
{"id":"b","doc":"d","tokens":["Chad"],"tags":["B-LOC"]}`,
			"Ada Orrel (left).\n\nChad", "PER Ada Orrel|LOC Chad|"},
		"entities by code points": {
			`{"id":"a","text":"é Orrel","entities":[{"start":2,"end":7,"type":"Person"}]}`, "é Orrel", "Person Orrel|"},
		"annotated in part": {
			`{"id":"a","text":"Orrel met Dovrik","annotated_until":9,"mentions":[{"kind":"entity","start":0,"end":5,"class":"PER"},{"kind":"entity","start":10,"end":16,"class":"PER"}]}`,
			"Orrel met", "PER Orrel|"},
		"checked in part": {
			`{"id":"a","text":"Orrel. Dovrik.","sentences":[[0,6,0],[7,14,1]],"validated_sentences":[1],"mentions":[{"class":"HUMAN_PART_PER","spans":[[0,5]]},{"class":"HUMAN_PART_PER","spans":[[7,13]]}]}`,
			"       Dovrik.", "HUMAN_PART_PER Dovrik|"},
		"types of entities": {
			`{"id":"a","text":"Orrel","mentions":[{"start":0,"end":5,"entity":0}],"entities":[{"tags":["type::person"]}]}`,
			"Orrel", " type::person  Orrel|"},
	} {
		texts, err := Texts(write(t, c.records))
		if err != nil {
			t.Fatal(err)
		}
		names := ""
		for _, n := range texts[0].Names {
			names += n.Type + " " + texts[0].Text[n.Start:n.End] + "|"
		}
		if len(texts) != 1 || texts[0].Text != c.text || names != c.names {
			t.Errorf("%s: %d texts, %q with names %q", name, len(texts), texts[0].Text, names)
		}
	}
}
