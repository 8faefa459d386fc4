// Package extract finds what an article says: the people, countries, organizations and
// places it mentions, the statements it reports, the events it tells of, and the
// relations that its words establish.
//
// An Extractor makes a Document of an article. It lays the layers of package nlp over
// the text and then runs a list of steps, each of which reads what the steps before it
// found and adds one kind of finding; a better rule or a model replaces a step. One
// sentence on its way through:
//
//	Chadian envoy Ada Okoye said on Monday that talks with Peru would resume.
//
// Mentions are Chadian (the country Chad, as a demonym), Ada Okoye (a person) and Peru;
// the relation is HOLDS_ROLE "envoy" from Okoye to Chad; the statement is "talks with
// Peru would resume", said by Okoye on Monday; the event is a CONSULT, planned.
//
// Extraction is a function of the article: it reads nothing else and keeps nothing.
package extract

import (
	"fmt"
	"slices"
	"sync"

	"newsgraph/loader/article"
	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// Version names what reads articles, with its version. It changes whenever a Document
// could: an article read by another version is read again.
const Version = "newsgraph-extract/10"

// Options say how to extract.
type Options struct {
	// Layers lay tokens, sentences, quotations, names and dates over the text; nil
	// means those below.
	Layers []nlp.Annotator
}

// An Extractor makes Documents of articles. It may be used by several goroutines at once.
type Extractor struct {
	layers *nlp.Pipeline
	docs   sync.Pool // *nlp.Doc
	judge  judge     // of events; nil for the trained gate
}

// New returns an Extractor.
func New(o Options) (*Extractor, error) {
	layers := o.Layers
	if layers == nil {
		layers = defaultLayers
	}
	p, err := nlp.New(layers...)
	if err != nil {
		return nil, fmt.Errorf("layers of extraction: %w", err)
	}
	lexicon.Load()
	return &Extractor{layers: p, docs: sync.Pool{New: func() any { return new(nlp.Doc) }}}, nil
}

var defaultLayers = []nlp.Annotator{nlp.Paragraphs, nlp.Tokens, nlp.Sentences, nlp.Quotes, nlp.Syntax, nlp.Lemmas, nlp.Dates, nlp.JoinedNames}

// beforeStatements find things in the order in which they need each other, up to
// statements, which steps go on with.
var beforeStatements = []func(*reading){
	findMentions,
	findEntities,
	findMinistries,
	findRoles,
	findNominals,
	findOutlet,
	findLocations,
	findDescriptions,
	findBodies,
	findTies,
	findTurns,
	findReferents,
}

var steps = append(slices.Clone(beforeStatements), findQuotations, findIndirect, findAround, findEvents, findPronouns)

// Extract returns what the article says. The same article gives the same Document.
func (x *Extractor) Extract(a article.Article) (*Document, error) {
	d := x.docs.Get().(*nlp.Doc)
	defer x.docs.Put(d)
	d.Reset(a.Text, a.Published.Value)
	for _, b := range a.Boilerplate {
		d.Skip = append(d.Skip, nlp.Range{Start: b.Start, End: b.End})
	}
	if err := x.layers.Run(d); err != nil {
		return nil, fmt.Errorf("read %s: %w", a.Source, err)
	}
	r := newReading(a, d)
	r.judge = x.judge
	for _, step := range steps {
		step(r)
	}
	return r.document(), nil
}
