package nlp

import (
	"fmt"
	"slices"
)

// A Layer is one kind of analysis of a Doc.
type Layer uint8

// The layers.
const (
	ParagraphLayer Layer = iota + 1 // Doc.Paragraphs
	TokenLayer                      // Doc.Tokens
	SentenceLayer                   // Doc.Sentences
	QuoteLayer                      // Doc.Quotes
	TagLayer                        // Token.XPOS and Token.UPOS
	LemmaLayer                      // Token.Lemma
	HeadLayer                       // Token.Head and Token.Rel
	NameLayer                       // Doc.Names
	DateLayer                       // Doc.Dates
)

var layerNames = [...]string{"none", "paragraphs", "tokens", "sentences", "quotes", "tags", "lemmas", "heads", "names", "dates"}

// String returns the layer's name: "sentences".
func (l Layer) String() string { return layerNames[l] }

// An Annotator adds layers to a Doc. Run may assume the layers it needs, and must be
// safe for use on several Docs at once.
type Annotator struct {
	Name  string // short and lower-case: "tokens", "tags-fast"
	Needs []Layer
	Adds  []Layer
	Run   func(*Doc) error
	// Load reads what Run needs, if it is not read yet; nil for nothing. Run calls it itself.
	Load func() error
}

// A Pipeline runs annotators in an order that gives each the layers it needs.
type Pipeline struct {
	annotators []Annotator
}

// New returns a pipeline of the annotators. It puts them in order, those given first
// first where it is free to, and rejects a layer that is needed and not added, or is
// added twice.
func New(annotators ...Annotator) (*Pipeline, error) {
	added := make(map[Layer]string)
	for _, a := range annotators {
		for _, layer := range a.Adds {
			if other, ok := added[layer]; ok {
				return nil, fmt.Errorf("annotators %s and %s both add %s", other, a.Name, layer)
			}
			added[layer] = a.Name
		}
	}
	for _, a := range annotators {
		if a.Load != nil {
			go a.Load() // side by side; Run waits for it, and reports what fails
		}
	}
	for _, a := range annotators {
		for _, layer := range a.Needs {
			if _, ok := added[layer]; !ok {
				return nil, fmt.Errorf("annotator %s needs %s, which none adds", a.Name, layer)
			}
		}
	}
	return ordered(annotators)
}

// ordered returns the annotators in an order that meets their needs.
func ordered(annotators []Annotator) (*Pipeline, error) {
	p := &Pipeline{}
	waiting := slices.Clone(annotators)
	done := make(map[Layer]bool)
	for len(waiting) > 0 {
		next := slices.IndexFunc(waiting, func(a Annotator) bool {
			return !slices.ContainsFunc(a.Needs, func(l Layer) bool { return !done[l] })
		})
		if next < 0 {
			return nil, fmt.Errorf("annotator %s needs what needs it", waiting[0].Name)
		}
		for _, layer := range waiting[next].Adds {
			done[layer] = true
		}
		p.annotators = append(p.annotators, waiting[next])
		waiting = slices.Delete(waiting, next, next+1)
	}
	return p, nil
}

// Names returns the names of the annotators in the order in which they run.
func (p *Pipeline) Names() []string {
	names := make([]string, len(p.annotators))
	for i, a := range p.annotators {
		names[i] = a.Name
	}
	return names
}

// Run adds every layer to d, whose text has none yet.
func (p *Pipeline) Run(d *Doc) error {
	for _, a := range p.annotators {
		if err := a.Run(d); err != nil {
			return fmt.Errorf("%s: %w", a.Name, err)
		}
	}
	return nil
}
