package lexicon

import (
	"strings"
	"sync"
)

// A Gender is the grammatical gender of a person's name or title.
type Gender uint8

// The genders.
const (
	AnyGender Gender = iota
	Male
	Female
)

func gender(field string) Gender {
	switch field {
	case "m":
		return Male
	case "f":
		return Female
	}
	return AnyGender
}

// A Title is an honorific, an office, a rank, a post, an occupation or an epithet.
type Title struct {
	Class  string // honorific, office, rank, post, occupation, epithet
	Gender Gender
}

var titlesOnce = sync.OnceValue(func() map[string]Title {
	m := make(map[string]Title)
	for _, row := range rows("titles.tsv") {
		m[row[0]] = Title{row[1], gender(row[2])}
	}
	return m
})

// TitleOf returns the title of a phrase in lower case ("prime minister"); honorifics
// are as written ("Mrs."). A plural is not a title.
func TitleOf(phrase string) (Title, bool) {
	t, ok := titlesOnce()[phrase]
	return t, ok
}

var modifiersOnce = sync.OnceValue(func() map[string]bool { return words("title_modifiers.tsv") })

// IsTitleModifier reports whether a word in lower case stands before a title within
// it: "foreign", "deputy", "former".
func IsTitleModifier(word string) bool { return modifiersOnce()[word] }

var givenOnce = sync.OnceValue(func() map[string]Gender {
	m := make(map[string]Gender)
	for _, row := range rows("given_names.tsv") {
		m[row[0]] = gender(row[1])
	}
	return m
})

// GivenName reports whether a capitalised word is a given name, and its gender.
func GivenName(word string) (Gender, bool) {
	g, ok := givenOnce()[word]
	return g, ok
}

// A Head is a word that ends or begins the name of an organization or a place:
// "Ministry", "Bank", "River".
type Head struct {
	Place bool // a place's; else an organization's
	Sort  string
}

var headsOnce = sync.OnceValue(func() map[string]Head {
	m := make(map[string]Head)
	for _, row := range rows("heads.tsv") {
		if _, ok := m[row[0]]; !ok {
			m[row[0]] = Head{row[1] == "Place", row[2]}
		}
	}
	return m
})

// HeadOf returns what a capitalised word says of the name that it stands in.
func HeadOf(word string) (Head, bool) {
	h, ok := headsOnce()[word]
	return h, ok
}

var commonOnce = sync.OnceValue(func() map[string]bool { return words("common_words.tsv") })

// IsCommon reports whether a word in lower case is of a closed class or so common that
// it is no name though capitalised at the start of a sentence.
func IsCommon(word string) bool { return commonOnce()[word] }

func words(table string) map[string]bool {
	m := make(map[string]bool)
	for _, row := range rows(table) {
		m[row[0]] = true
	}
	return m
}

// A Verb reports speech or belief.
type Verb struct {
	Lemma    string
	Particle string // the rest of a verb of two words: "out" of "point out"
	Stance   string // said, claimed, denied …
	Mode     string // speech, belief
	Frames   string // see the frame constants
}

// The frames of a verb: what may follow it as the content that it reports.
const (
	ClauseFrame     = 'c' // said (that) the bridge was safe
	QuoteFrame      = 'q' // said, "The bridge is safe."
	AddresseeFrame  = 'o' // told the council (that) the bridge was safe
	NounFrame       = 'n' // announced the closure of the bridge
	InfinitiveFrame = 'i' // promised to close the bridge
	GerundFrame     = 'g' // denied closing the bridge
	QuestionFrame   = 'w' // asked whether the bridge was safe
	AccusedFrame    = 'a' // accused the council of closing the bridge
	ThatFrame       = 't' // showed that the bridge was safe; never without "that"
	QuotedFrame     = 'z' // called the bridge “a disgrace”; only with quoted words
	MatterFrame     = 'm' // welcomed the closure of the bridge; not who is welcomed
	JudgedFrame     = 'j' // called the bridge a disgrace, sees it as one; only with what it is judged to be
)

// Has reports whether the verb takes the frame.
func (v *Verb) Has(frame rune) bool { return strings.ContainsRune(v.Frames, frame) }

// A Form is an inflected form.
type Form uint8

// The forms of a verb.
const (
	Base Form = 1 << iota
	Third
	Past
	Participle
	Ing
)

// A VerbForm is a verb in one or more of its forms ("said": past and participle).
type VerbForm struct {
	*Verb
	Form Form
}

// verbsOf returns the verbs of a table by their forms.
func verbsOf(table string) func() map[string][]VerbForm {
	return sync.OnceValue(func() map[string][]VerbForm {
		m := make(map[string][]VerbForm)
		for _, row := range rows(table) {
			lemma, particle, _ := strings.Cut(row[0], " ")
			v := &Verb{Lemma: lemma, Particle: particle, Stance: row[2], Mode: row[3], Frames: row[4]}
			for form, f := range inflect(lemma, list(row[1])) {
				m[form] = append(m[form], VerbForm{v, f})
			}
		}
		return m
	})
}

var verbsOnce, opinionsOnce = verbsOf("reporting_verbs.tsv"), verbsOf("opinion_verbs.tsv")

// Verbs returns the reporting verbs that a word in lower case is a form of.
func Verbs(word string) []VerbForm { return verbsOnce()[word] }

// Opinions returns the verbs that a word in lower case is a form of which tell an opinion,
// or what is spoken of, by a phrase rather than a clause.
func Opinions(word string) []VerbForm { return opinionsOnce()[word] }

// A cueStance is what a word that attributes something says of it.
type cueStance struct{ stance, mode string }

var stancesOnce = sync.OnceValue(func() map[string]cueStance {
	m := make(map[string]cueStance)
	for _, row := range rows("stances.tsv") {
		for _, w := range strings.Fields(row[2]) {
			m[w] = cueStance{row[0], row[1]}
		}
	}
	return m
})

// StanceOf returns the stance and the mode of a noun, an adjective or a further verb, by
// its lemma, that is a cue ("admission": admitted, speech); false for a word that is none.
func StanceOf(lemma string) (stance, mode string, ok bool) {
	s, ok := stancesOnce()[lemma]
	return s.stance, s.mode, ok
}
