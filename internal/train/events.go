package main

import (
	"log"

	"newsgraph/internal/train/corpus"
	"newsgraph/loader/extract"
)

// events learns which predicates tell of events from the verdicts of annotators, which
// are a part of this program; the articles judged are in the corpora.
func (t *trainer) events() ([]byte, error) {
	examples, err := corpus.Events(t.corpora)
	if err != nil {
		return nil, err
	}
	return extract.TrainEvents(examples, t.seed, log.Printf)
}
