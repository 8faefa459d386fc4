package nlp

import (
	"embed"
	"fmt"
	"sync"
)

// modelFiles are made by internal/train; docs/models.md says from what.
//
//go:embed models
var modelFiles embed.FS

// Models are the trained models. They are read-only.
type Models struct {
	tagger *tagger
	parser *parser
	names  *namer
}

// LoadModels returns the embedded models. The first call reads them, which takes some
// tenths of a second; annotators call it themselves, so calling it early only moves the
// wait.
func LoadModels() (*Models, error) { return embedded() }

var embedded = sync.OnceValues(func() (*Models, error) {
	var files ModelFiles
	for name, to := range map[string]*[]byte{
		"lexicon": &files.Lexicon, "tagger": &files.Tagger, "parser": &files.Parser, "names": &files.Names,
	} {
		b, err := modelFiles.ReadFile("models/" + name + ".bin")
		if err != nil {
			return nil, fmt.Errorf("embedded models: %w", err)
		}
		*to = b
	}
	m, err := ReadModels(files)
	if err != nil {
		return nil, fmt.Errorf("embedded models: %w", err)
	}
	return m, nil
})

// ModelFiles are the bytes of model files. A nil one is left out.
type ModelFiles struct {
	Lexicon, Tagger, Parser, Names []byte
}

// ReadModels reads model files. Models that are left out are not there: annotators
// that need them must not run.
func ReadModels(files ModelFiles) (*Models, error) {
	lex, err := readLexicon(files.Lexicon)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	m := &Models{}
	err = readModel("tagger", kindTagger, files.Tagger, func(r *modelReader) { m.tagger = r.tagger(lex) })
	if err == nil {
		err = readModel("parser", kindParser, files.Parser, func(r *modelReader) { m.parser = r.parser(lex) })
	}
	if err == nil {
		err = readModel("names", kindNames, files.Names, func(r *modelReader) { m.names = r.namer(lex) })
	}
	if err != nil {
		return nil, err
	}
	return m, nil
}

func readModel(name string, kind byte, file []byte, read func(*modelReader)) error {
	if file == nil {
		return nil
	}
	r, err := unpackModel(kind, file)
	if err == nil {
		read(r)
		err = r.err
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
