package nlp

import "sync"

// Syntax adds tags, heads and relations, by a network that reads the whole sentence.
// Tags alone are had some six times faster from the annotator Tags, and less well.
var Syntax = Annotator{
	Name:  "syntax",
	Needs: []Layer{TokenLayer, SentenceLayer},
	Adds:  []Layer{TagLayer, HeadLayer},
	Load:  func() error { _, err := embeddedSyntax(); return err },
	Run:   parseDoc,
}

func parseDoc(d *Doc) error {
	m, err := embeddedSyntax()
	if err != nil {
		return err
	}
	m.Parse(d)
	return nil
}

// Parse gives the tokens of d tags, heads and relations.
func (m *Models) Parse(d *Doc) {
	s := scoringPool.Get().(*scoring)
	defer scoringPool.Put(s)
	if s.model != m.syntax { // what is kept is of another model
		*s = scoring{model: m.syntax, kept: make([]formGates, keptForms)}
	}
	for _, words := range d.Sentences {
		m.syntax.sentence(s, d, words)
	}
}

var scoringPool = sync.Pool{New: func() any { return new(scoring) }}

// longest is how many words are parsed at once. The parts of a longer sentence hang on
// the root of the first.
const longest = 250

func (n *network) sentence(s *scoring, d *Doc, words Span) {
	first := int32(-1)
	for start := words.Start; start < words.End; start += longest {
		root := n.parse(s, d, Span{start, min(start+longest, words.End)})
		if first < 0 {
			first = root
		} else {
			d.Tokens[root].Head, d.Tokens[root].Rel = first, RelParataxis
		}
	}
}

// parse tags and parses the words of a span, and returns its root.
func (n *network) parse(s *scoring, d *Doc, words Span) (root int32) {
	n.score(s, d, words)
	n.scoreHeads(s)
	s.tree(s.n)
	for i := range s.n {
		t := &d.Tokens[words.Start+i]
		t.XPOS = n.tags[best(s.at(i, n.tagPlace(), len(n.tags)))]
		t.UPOS = n.poses[best(s.at(i, n.posPlace(), len(n.poses)))]
		head := int(s.heads[i]) - 1
		t.Rel = n.relationOf(s, i, head)
		if head < 0 {
			head = i
			root = int32(words.Start + i)
		}
		t.Head = int32(words.Start + head)
	}
	return root
}
