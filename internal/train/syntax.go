package main

import (
	"log"
	"os"
	"path/filepath"
	"slices"

	"newsgraph/internal/train/corpus"
	"newsgraph/loader/nlp"
)

// openGenres are the genres of GUM whose texts and annotation may be used by anyone who
// names their source.
var openGenres = map[string]bool{
	"bio": true, "news": true, "interview": true, "textbook": true, "voyage": true, "speech": true, "vlog": true,
}

// trees reads the training sentences of the treebanks.
func (t *trainer) trees() ([]*nlp.Doc, error) {
	var docs []*nlp.Doc
	for _, file := range []string{"ewt_train.conllu", "gum_train.conllu"} {
		trees, err := corpus.Treebank(filepath.Join(t.corpora, "syntax", file))
		if err != nil {
			return nil, err
		}
		for _, tree := range trees {
			if t.open && tree.Genre != "" && !openGenres[tree.Genre] {
				continue
			}
			docs = append(docs, tree.Doc)
		}
	}
	words := 0
	for _, d := range docs {
		words += len(d.Tokens)
	}
	log.Printf("%d sentences, %d words", len(docs), words)
	return docs, nil
}

func (t *trainer) options(rounds int) nlp.TrainOptions {
	if t.rounds > 0 {
		rounds = t.rounds
	}
	return nlp.TrainOptions{Rounds: rounds, Seed: t.seed, Log: log.Printf}
}

func (t *trainer) read(model string) ([]byte, error) {
	return os.ReadFile(filepath.Join(t.out, model+".bin"))
}

func (t *trainer) tagger() ([]byte, error) {
	lexicon, err := t.read("lexicon")
	if err != nil {
		return nil, err
	}
	docs, err := t.trees()
	if err != nil {
		return nil, err
	}
	return nlp.TrainTagger(lexicon, docs, t.options(8))
}

// folds is into how many parts the sentences are dealt to tag each by a tagger that has
// not seen it.
const folds = 5

func (t *trainer) parser() ([]byte, error) {
	lexicon, err := t.read("lexicon")
	if err != nil {
		return nil, err
	}
	docs, err := t.trees()
	if err != nil {
		return nil, err
	}
	if !readTags(t.tags, docs) {
		for fold := range folds {
			if err := t.jackknife(lexicon, docs, fold); err != nil {
				return nil, err
			}
		}
		writeTags(t.tags, docs)
	}
	vectors, err := readVectors(filepath.Join(t.extra, "glove.6B.50d.txt"), vectorWords)
	if err != nil {
		return nil, err
	}
	o := t.options(11)
	o.Each = func(file []byte) { os.WriteFile(filepath.Join(t.out, "parser.bin"), file, 0o666) }
	return nlp.TrainParser(vectors, docs, o)
}

// jackknife gives the sentences of a fold the tags of a tagger trained on the others.
func (t *trainer) jackknife(lexicon []byte, docs []*nlp.Doc, fold int) error {
	var rest, part []*nlp.Doc
	for i, d := range docs {
		if i%folds == fold {
			part = append(part, d)
		} else {
			rest = append(rest, d)
		}
	}
	file, err := nlp.TrainTagger(lexicon, rest, nlp.TrainOptions{Rounds: 4, Seed: t.seed})
	if err != nil {
		return err
	}
	m, err := nlp.ReadModels(nlp.ModelFiles{Lexicon: lexicon, Tagger: file})
	if err != nil {
		return err
	}
	right, all := 0, 0
	for _, d := range part {
		gold := slices.Clone(d.Tokens)
		m.Tag(d)
		for i, t := range d.Tokens {
			all++
			if t.XPOS == gold[i].XPOS {
				right++
			}
		}
	}
	log.Printf("fold %d: %.2f %% of tags right", fold, 100*float64(right)/float64(all))
	return nil
}

// readTags gives the sentences the tags that writeTags wrote, if they are of the same
// sentences.
func readTags(path string, docs []*nlp.Doc) bool {
	b, err := os.ReadFile(path)
	words := 0
	for _, d := range docs {
		words += len(d.Tokens)
	}
	if path == "" || err != nil || len(b) != 2*words {
		return false
	}
	for _, d := range docs {
		for i := range d.Tokens {
			d.Tokens[i].XPOS, d.Tokens[i].UPOS = nlp.Tag(b[0]), nlp.UPOS(b[1])
			b = b[2:]
		}
	}
	return true
}

// writeTags keeps the tags of the sentences for another training of the parser.
func writeTags(path string, docs []*nlp.Doc) {
	if path == "" {
		return
	}
	var b []byte
	for _, d := range docs {
		for _, t := range d.Tokens {
			b = append(b, byte(t.XPOS), byte(t.UPOS))
		}
	}
	if err := os.WriteFile(path, b, 0o666); err != nil {
		log.Print(err)
	}
}
