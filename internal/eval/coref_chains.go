package eval

import (
	"strings"

	"newsgraph/loader/extract"
	"newsgraph/loader/nlp"
)

// A ChainDoc is an article of GUM with its mentions and the chains they form. Offsets
// are code points.
type ChainDoc struct {
	ID       string         `json:"id"`
	Text     string         `json:"text"`
	Mentions []ChainMention `json:"mentions"`
}

// A ChainMention is one mention: its span, the span of its head word, its chain.
type ChainMention struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Head  [2]int `json:"head"`
	Type  string `json:"type"`
	Kind  string `json:"kind"` // name, nominal, pronoun
	Chain string `json:"chain"`
}

// A Linked is a mention that some reader found and the entity it gave it. Its head word
// lies within Head: a name or a pronoun as a whole.
type Linked struct {
	Start, End int
	Head       [2]int
	Entity     string
}

// Scored reports which mentions count: those of the chains of people that hold a name.
func (d *ChainDoc) Scored() []bool {
	named := make(map[string]bool)
	for _, m := range d.Mentions {
		if m.Type == "person" && m.Kind == "name" {
			named[m.Chain] = true
		}
	}
	scored := make([]bool, len(d.Mentions))
	for i, m := range d.Mentions {
		scored[i] = named[m.Chain]
	}
	return scored
}

// Gold returns the marked mentions as a reader would report them.
func (d *ChainDoc) Gold() []Linked {
	var gold []Linked
	for _, m := range d.Mentions {
		gold = append(gold, Linked{m.Start, m.End, m.Head, m.Chain})
	}
	return gold
}

// Found returns the mentions of a document. The head of a description is the word that
// governs it by the parse.
func Found(doc *extract.Document, parse *nlp.Doc) []Linked {
	var found []Linked
	for _, e := range doc.Entities {
		for _, m := range e.Mentions {
			l := Linked{m.Start, m.End, [2]int{m.Start, m.End}, e.ID}
			if m.Kind == "nominal" && !strings.HasPrefix(m.By, "title-nominal") {
				l.Head = headWord(parse, m.Start, m.End)
			}
			found = append(found, l)
		}
	}
	return found
}

// headWord returns the last word of a range of code points whose head lies outside it.
func headWord(d *nlp.Doc, start, end int) [2]int {
	s := d.SpanOf(nlp.Range{Start: d.Byte(start), End: d.Byte(end)})
	for i := s.End - 1; i >= s.Start; i-- {
		if h := int(d.Tokens[i].Head); h == i || h < s.Start || h >= s.End {
			return [2]int{d.CodePoint(d.Tokens[i].Start), d.CodePoint(d.Tokens[i].End)}
		}
	}
	return [2]int{start, end}
}

// A B3 adds up, over mentions, what share of the mentions found with one are rightly
// there, and what share of those that belong with it were found with it.
type B3 struct {
	Precision, Recall float64 // sums
	Mentions          int
}

// F1 is the harmonic mean of the two means.
func (b B3) F1() float64 {
	p, r := b.Means()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Means returns the mean precision and recall of the mentions.
func (b B3) Means() (precision, recall float64) {
	if b.Mentions == 0 {
		return 0, 0
	}
	return b.Precision / float64(b.Mentions), b.Recall / float64(b.Mentions)
}

// Add scores the mentions that a reader found in a document. A marked mention is the
// found one with its head word; one that was not found counts nothing.
func (b *B3) Add(d *ChainDoc, found []Linked) {
	entity := matched(d, found)
	scored := d.Scored()
	size := make(map[string]int)      // of an entity: scored mentions that it got
	length := make(map[string]int)    // of a chain
	shared := make(map[[2]string]int) // of both
	for i, m := range d.Mentions {
		length[m.Chain]++
		if entity[i] != "" && scored[i] {
			size[entity[i]]++
			shared[[2]string{entity[i], m.Chain}]++
		}
	}
	for i := range d.Mentions {
		if !scored[i] {
			continue
		}
		b.Mentions++
		if entity[i] == "" {
			continue
		}
		both := float64(shared[[2]string{entity[i], d.Mentions[i].Chain}])
		b.Precision += both / float64(size[entity[i]])
		b.Recall += both / float64(length[d.Mentions[i].Chain])
	}
}

// matched returns for each marked mention the entity of the found one with its head word,
// "" if there is none; of several the one whose span differs least.
func matched(d *ChainDoc, found []Linked) []string {
	entity := make([]string, len(d.Mentions))
	for i, m := range d.Mentions {
		best, least := -1, 0
		for j, f := range found {
			if f.Head[0] > m.Head[0] || f.Head[1] < m.Head[1] {
				continue
			}
			if apart := abs(f.Start-m.Start) + abs(f.End-m.End); best < 0 || apart < least {
				best, least = j, apart
			}
		}
		if best >= 0 {
			entity[i] = found[best].Entity
		}
	}
	return entity
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
