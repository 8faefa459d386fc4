package eval

import "newsgraph/loader/extract"

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

// A Linked is a mention that some reader found and the entity it gave it.
type Linked struct {
	Start, End int
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
		gold = append(gold, Linked{m.Start, m.End, m.Chain})
	}
	return gold
}

// Found returns the mentions of a document.
func Found(doc *extract.Document) []Linked {
	var found []Linked
	for _, e := range doc.Entities {
		for _, m := range e.Mentions {
			found = append(found, Linked{m.Start, m.End, e.ID})
		}
	}
	return found
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

// Add scores the mentions that a reader found in a document. A marked mention is found
// if a mention holds its head word; one that was not found counts nothing.
func (b *B3) Add(d *ChainDoc, found []Linked) {
	entity := matched(d, found)
	size := make(map[string]int)      // of an entity: marked mentions that it got
	length := make(map[string]int)    // of a chain
	shared := make(map[[2]string]int) // of both
	for i, m := range d.Mentions {
		length[m.Chain]++
		if entity[i] != "" {
			size[entity[i]]++
			shared[[2]string{entity[i], m.Chain}]++
		}
	}
	for i, scored := range d.Scored() {
		if !scored {
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

// matched returns for each marked mention the entity of the found one that holds its
// head word; of several the one whose span is nearest.
func matched(d *ChainDoc, found []Linked) []string {
	entity := make([]string, len(d.Mentions))
	for i, m := range d.Mentions {
		best := -1
		for j, f := range found {
			if f.Start > m.Head[0] || f.End < m.Head[1] {
				continue
			}
			if best < 0 || closer(m, f, found[best]) {
				best = j
			}
		}
		if best >= 0 {
			entity[i] = found[best].Entity
		}
	}
	return entity
}

// closer reports whether a fits the mention's span better than b: fewer code points
// differ.
func closer(m ChainMention, a, b Linked) bool {
	return abs(a.Start-m.Start)+abs(a.End-m.End) < abs(b.Start-m.Start)+abs(b.End-m.End)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
