package nlp

import "encoding/binary"

// A lexiconEntry is what the lexicon knows of a word, whatever its case.
type lexiconEntry struct {
	Fine   uint16 // cluster of words that stand in like company; 0 for a word unknown
	Coarse uint8  // cluster of clusters
	Lists  uint8  // the lists of the world that it stands in
	Brown  uint32 // path in the tree of Brown clusters, the root in the lowest bit; 0 for unknown
}

// Bits of lexiconEntry.Lists.
const (
	townName  uint8 = 1 << iota // names a town by itself
	townStart                   // first word of the name of a town
	townRest                    // later word of one
	landName                    // names a country or a state by itself
	landPart                    // a word of the name of one
	givenName
	familyName
)

// A wordTable maps words to entries by the hash of their lower case.
type wordTable struct {
	shift uint
	slots []lexiconSlot
	kinds []uint8 // of fine clusters: how many of its words are names of people and of places
}

// A lexiconSlot holds the low half of the key of its word, or an empty entry.
type lexiconSlot struct {
	check uint32
	entry lexiconEntry
}

// A lexiconWord is an entry with the key that finds it, as stored.
type lexiconWord struct {
	key   uint64 // keyBits bits of the hash of the word
	entry lexiconEntry
}

// newLexicon builds the table of the words, which is at most half full. An empty entry
// is as good as none.
func newLexicon(words []lexiconWord) *wordTable {
	bits := uint(8)
	for 1<<bits < 2*len(words) {
		bits++
	}
	l := &wordTable{shift: keyBits - bits, slots: make([]lexiconSlot, 1<<bits)}
	for _, w := range words {
		i := int(w.key >> l.shift)
		for l.slots[i].entry != (lexiconEntry{}) {
			i = (i + 1) & (len(l.slots) - 1)
		}
		l.slots[i] = lexiconSlot{uint32(w.key), w.entry}
	}
	l.kinds = clusterKinds(words)
	return l
}

// clusterKinds tells clusters of names apart: the lists hold few of the names of the
// world, but a cluster that holds many of the lists' is one of names.
func clusterKinds(words []lexiconWord) []uint8 {
	type counts struct{ all, people, towns int }
	clusters := make([]counts, 1)
	for _, w := range words {
		for len(clusters) <= int(w.entry.Fine) {
			clusters = append(clusters, counts{})
		}
		c := &clusters[w.entry.Fine]
		c.all++
		if w.entry.Lists&(givenName|familyName) != 0 {
			c.people++
		}
		if w.entry.Lists&townName != 0 {
			c.towns++
		}
	}
	kinds := make([]uint8, len(clusters))
	for i, c := range clusters[1:] {
		kinds[i+1] = 1 + density(c.people, c.all)*5 + density(c.towns, c.all)
	}
	return kinds
}

// density returns the class of a share, 0 to 4.
func density(part, all int) uint8 {
	switch share := 100 * part / max(all, 1); {
	case share < 3:
		return 0
	case share < 8:
		return 1
	case share < 20:
		return 2
	case share < 40:
		return 3
	}
	return 4
}

// lookup returns the entry of the word whose lower case has the hash, empty if there is none.
func (l *wordTable) lookup(hash uint64) lexiconEntry {
	key := featureKey(hash)
	check := uint32(key)
	for i := int(key >> l.shift); ; i = (i + 1) & (len(l.slots) - 1) {
		s := &l.slots[i]
		if s.check == check || s.entry == (lexiconEntry{}) {
			return s.entry
		}
	}
}

func appendLexicon(b []byte, words []lexiconWord) []byte {
	b = binary.AppendUvarint(b, uint64(len(words)))
	last := uint64(0)
	for _, w := range words {
		b = binary.AppendUvarint(b, w.key-last)
		last = w.key
	}
	for _, w := range words {
		b = binary.AppendUvarint(b, uint64(w.entry.Fine))
	}
	for _, w := range words {
		b = append(b, w.entry.Coarse, w.entry.Lists)
	}
	for _, w := range words {
		b = binary.AppendUvarint(b, uint64(w.entry.Brown))
	}
	return b
}

func (r *modelReader) lexicon() *wordTable {
	words := make([]lexiconWord, r.count(5))
	last := uint64(0)
	for i := range words {
		last += r.uint()
		words[i].key = last & (1<<keyBits - 1)
	}
	for i := range words {
		words[i].entry.Fine = uint16(r.uint())
	}
	for i := range words {
		words[i].entry.Coarse = r.byte()
		words[i].entry.Lists = r.byte()
	}
	for i := range words {
		words[i].entry.Brown = uint32(r.uint())
	}
	return newLexicon(words)
}
