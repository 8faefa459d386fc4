// Command train trains the models that package nlp embeds.
//
//	go run ./internal/train [flags] lexicon|tagger|names|attributions|events|score|sentences
//
// The network of tags and heads is trained by internal/train/network, from the treebanks
// and the sentences that this command prints.
//
// It reads the corpora from -corpora, or NEWSGRAPH_CORPORA, and for the lexicon the
// files named by its flags; docs/models.md says where they come from. It writes
// nlp/models/NAME.bin below -out, attributions and events below extract/models. The same inputs give the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

// A trainer holds the settings of one run.
type trainer struct {
	corpora  string
	extra    string
	out      string
	open     bool
	copyleft bool
	rounds   int
	seed     uint64
	errors   bool
}

func main() {
	log.SetFlags(log.Ltime)
	var t trainer
	flag.StringVar(&t.corpora, "corpora", os.Getenv("NEWSGRAPH_CORPORA"), "folder of the annotated corpora")
	flag.StringVar(&t.extra, "extra", os.Getenv("NEWSGRAPH_WORDS"), "folder of word vectors, clusters and lists of names")
	flag.StringVar(&t.out, "out", "loader", "folder to write below: nlp/models, extract/models")
	flag.BoolVar(&t.open, "open", true, "train on openly licensed corpora only")
	flag.BoolVar(&t.copyleft, "copyleft", false, "train names on corpora under the GPL too")
	flag.IntVar(&t.rounds, "rounds", 0, "passes over the corpora; 0 for the model's own number")
	flag.Uint64Var(&t.seed, "seed", 1, "seed of the order of sentences")
	flag.BoolVar(&t.errors, "errors", false, "score: print the names that are wrong")
	flag.Parse()
	run := t.run
	switch flag.Arg(0) {
	case "score":
		run = func(string) error { return t.score() }
	case "sentences":
		run = func(string) error { return t.sentences() }
	}
	if err := run(flag.Arg(0)); err != nil {
		log.Fatal(err)
	}
}

func (t *trainer) run(model string) error {
	steps := map[string]func() ([]byte, error){
		"lexicon": t.lexicon, "tagger": t.tagger, "names": t.names, "attributions": t.attributions, "events": t.events,
	}
	step, ok := steps[model]
	if !ok {
		return fmt.Errorf("train %q: want lexicon, tagger, names, attributions or events", model)
	}
	file, err := step()
	if err != nil {
		return fmt.Errorf("train %s: %w", model, err)
	}
	path := t.file(model)
	log.Printf("%s: %d bytes", path, len(file))
	return os.WriteFile(path, file, 0o666)
}

// file returns where a model is kept.
func (t *trainer) file(model string) string {
	home := "nlp"
	if model == "attributions" || model == "events" {
		home = "extract"
	}
	return filepath.Join(t.out, home, "models", model+".bin")
}
