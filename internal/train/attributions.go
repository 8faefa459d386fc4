package main

import (
	"log"
	"path/filepath"

	"newsgraph/internal/train/corpus"
	"newsgraph/loader/extract"
)

// attributions learns from the half of PolNeAR's training articles that is for learning;
// the other half is for scoring alone.
func (t *trainer) attributions() ([]byte, error) {
	all, err := corpus.Attributions(filepath.Join(t.corpora, "statements/polnear_train.jsonl"))
	if err != nil {
		return nil, err
	}
	var examples []extract.AttributionExample
	for _, a := range all {
		if !corpus.SetAside(a.ID) {
			examples = append(examples, a.AttributionExample)
		}
	}
	log.Printf("attributions: %d of %d articles", len(examples), len(all))
	o := extract.AttributionOptions{Rounds: t.rounds, Members: 3, Seed: t.seed, Log: log.Printf}
	if o.Rounds == 0 {
		o.Rounds = 10
	}
	dev, err := corpus.Attributions(filepath.Join(t.corpora, "statements/polnear_dev.jsonl"))
	if err != nil {
		return nil, err
	}
	for _, a := range dev {
		o.Held = append(o.Held, a.AttributionExample)
	}
	return extract.TrainAttributions(examples, o)
}
