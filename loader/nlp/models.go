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

// Models are trained models, some or all of them. They are read-only.
type Models struct {
	tagger *tagger
	syntax *network
	names  *namer
}

// The embedded models. Each is read when it is first needed, which takes some hundredths
// of a second to a tenth.
var (
	embeddedLexicon = sync.OnceValues(func() (*wordTable, error) {
		file, err := modelFiles.ReadFile("models/lexicon.bin")
		if err != nil {
			return nil, err
		}
		return readLexicon(file)
	})
	embeddedTagger = sync.OnceValues(func() (*Models, error) { return embedded("tagger", embeddedLexicon) })
	embeddedNames  = sync.OnceValues(func() (*Models, error) { return embedded("names", embeddedLexicon) })
	embeddedSyntax = sync.OnceValues(func() (*Models, error) { return embedded("syntax", noLexicon) })
)

func noLexicon() (*wordTable, error) { return emptyLexicon, nil }

func embedded(name string, lexicon func() (*wordTable, error)) (*Models, error) {
	file, err := modelFiles.ReadFile("models/" + name + ".bin")
	if err != nil {
		return nil, fmt.Errorf("embedded models: %w", err)
	}
	lex, err := lexicon()
	if err != nil {
		return nil, fmt.Errorf("embedded models: lexicon: %w", err)
	}
	m := &Models{}
	if err := m.read(name, file, lex); err != nil {
		return nil, fmt.Errorf("embedded models: %w", err)
	}
	return m, nil
}

// ModelFiles are the bytes of model files. A nil one is left out.
type ModelFiles struct {
	Lexicon, Tagger, Syntax, Names []byte
}

// ReadModels reads model files. Models that are left out are not there: annotators
// that need them must not run.
func ReadModels(files ModelFiles) (*Models, error) {
	lex, err := readLexicon(files.Lexicon)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	m := &Models{}
	for _, f := range []struct {
		name string
		file []byte
	}{{"tagger", files.Tagger}, {"syntax", files.Syntax}, {"names", files.Names}} {
		if f.file == nil {
			continue
		}
		if err := m.read(f.name, f.file, lex); err != nil {
			return nil, err
		}
	}
	return m, nil
}

var modelKinds = map[string]byte{"tagger": kindTagger, "syntax": kindSyntax, "names": kindNames}

// read reads the model of a name from its file.
func (m *Models) read(name string, file []byte, lex *wordTable) error {
	r, err := unpackModel(modelKinds[name], file)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	switch name {
	case "tagger":
		m.tagger = r.tagger(lex)
	case "syntax":
		m.syntax = r.network()
	case "names":
		m.names = r.namer(lex)
	}
	if r.err != nil {
		return fmt.Errorf("%s: %w", name, r.err)
	}
	return nil
}
