package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// A Frame is how a verb or a noun tells of an event: what type of event it is, and by
// which relations and prepositions those who take part stand beside it.
type Frame struct {
	Words  []string // lemmas: "call", "on"; of a noun its head is the last
	Set    string   // the class of nouns that must be the object: "sanction" of "lift sanctions"
	Type   string   // PLOVER
	Mode   string   // within the type: "arrest"
	Root   string   // CAMEO root code, two digits; "00" for none
	Slots  []string // where the recipient stands: obj, iobj, comp, or a preposition
	Symm   bool     // all who take part are actors
	Solo   bool     // one participant is enough
	Abroad bool     // a person acts, and a country undergoes it: "flew to Chad"
	Both   bool     // one who acts and one on whom are needed
	Firm   bool     // who acts is an organization: "the company cut jobs"
	Undone bool     // who undergoes it is enough: "Okoye was arrested"
	Deep   bool     // the recipient may stand inside the object: "rejected Chad's plan"
	Whose  bool     // of a noun: its possessor undergoes it: "Okoye's arrest"
	Of     bool     // of a noun: "of" leads to who undergoes it: "the invasion of Chad"
}

// An eventLexicon is the table of the words of events.
type eventLexicon struct {
	verbs, nouns map[string][]*Frame // by verb, by head noun; those of more words first
	sets         map[string]map[string]bool
	status       map[string]string
	light        map[string]bool
	lasting      map[string]bool
	actors       map[string]bool
	people       map[string]bool
}

var eventsOnce = sync.OnceValue(readEvents)

func readEvents() *eventLexicon {
	x := &eventLexicon{verbs: make(map[string][]*Frame), nouns: make(map[string][]*Frame), sets: make(map[string]map[string]bool), status: make(map[string]string)}
	for _, row := range rows("event_triggers.tsv") {
		words := list(row[5])
		switch row[0] {
		case "verb", "noun":
			for _, w := range words {
				x.add(row, w)
			}
		case "set":
			x.sets[row[1]] = setOf(words)
		case "status":
			for _, w := range words {
				if x.status[w] == "" {
					x.status[w] = row[1]
				}
			}
		case "light":
			x.light = setOf(words)
		case "lasting":
			x.lasting = setOf(words)
		case "actor":
			x.actors = setOf(words)
		case "people":
			x.people = setOf(words)
		}
	}
	for _, m := range []map[string][]*Frame{x.verbs, x.nouns} {
		for _, frames := range m {
			slices.SortStableFunc(frames, func(a, b *Frame) int { return b.size() - a.size() })
		}
	}
	return x
}

// size orders frames by how much they ask for.
func (f *Frame) size() int {
	n := len(f.Words)
	if f.Set != "" {
		n++
	}
	return n
}

// add adds the frame of one entry of a row: "lift @sanction".
func (x *eventLexicon) add(row []string, entry string) {
	f := &Frame{Type: row[1], Mode: row[2], Root: row[3]}
	for _, w := range strings.Fields(entry) {
		if set, ok := strings.CutPrefix(w, "@"); ok {
			f.Set = set
			continue
		}
		f.Words = append(f.Words, w)
	}
	for _, w := range strings.Fields(row[4]) {
		f.flag(w)
	}
	if row[0] == "noun" {
		head := f.Words[len(f.Words)-1]
		x.nouns[head] = append(x.nouns[head], f)
		return
	}
	if last := f.Words[len(f.Words)-1]; len(f.Words) > 1 && prepositions[last] && !slices.Contains(f.Slots, last) {
		f.Slots = append([]string{last}, f.Slots...)
	}
	x.verbs[f.Words[0]] = append(x.verbs[f.Words[0]], f)
}

func (f *Frame) flag(w string) {
	switch w {
	case "sym":
		f.Symm = true
	case "solo":
		f.Solo = true
	case "firm":
		f.Firm = true
	case "undergone":
		f.Undone = true
	case "deep":
		f.Deep = true
	case "abroad":
		f.Abroad = true
	case "both":
		f.Both = true
	case "patient":
		f.Whose, f.Of = true, true
	case "of>recipient":
		f.Of = true
	default:
		f.Slots = append(f.Slots, w)
	}
}

var prepositions = setOf(strings.Fields("on to with for from against at into in of by over upon behind"))

func setOf(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// VerbFrames returns the frames of a verb by its lemma, those that ask for more first.
func VerbFrames(lemma string) []*Frame { return eventsOnce().verbs[lemma] }

// NounFrames returns the frames of the nouns whose head has a lemma.
func NounFrames(lemma string) []*Frame { return eventsOnce().nouns[lemma] }

// InSet reports whether a noun, by its lemma, is of a class of nouns of the table.
func InSet(set, noun string) bool { return eventsOnce().sets[set][noun] }

// StatusOf returns what a word that governs an event says of whether it happened:
// planned, proposed, hypothetical, denied, cancelled, ongoing; "" if nothing.
func StatusOf(lemma string) string { return eventsOnce().status[lemma] }

// Lasts reports whether a verb, by its lemma, is of a state or a doing without an end of
// its own, so that in the present it goes on: "occupies", but not "signs".
func Lasts(lemma string) bool { return eventsOnce().lasting[lemma] }

// IsLight reports whether a verb, by its lemma, says of the event that its object is no
// more than that its subject does it: "held talks".
func IsLight(lemma string) bool { return eventsOnce().light[lemma] }

// IsActor reports whether a noun, by its lemma, is of those that act for a country or
// an organization: "troops", "officials".
func IsActor(lemma string) bool { return eventsOnce().actors[lemma] }

// IsPrivate reports whether a noun, by its lemma, is of people or companies that in numbers
// may stand for their country, and one of which does not: "Chadian students".
func IsPrivate(lemma string) bool { return eventsOnce().people[lemma] }
