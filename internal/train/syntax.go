package main

import (
	"log"
	"os"
	"path/filepath"

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
	return os.ReadFile(t.file(model))
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
