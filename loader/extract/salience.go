package extract

import (
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// How much a mention makes its person the one that a later pronoun means, in the
// factors of Lappin and Leass (1994): its sentence is the newest, it is the subject or
// an object, it is no part of another phrase. What counted halves with each sentence.
const (
	newestSentence = 100
	asSubject      = 80
	asObject       = 50
	asOblique      = 40
	notEmbedded    = 80
	sameFunction   = 35 // the pronoun is a subject and so was its person
	ownWords       = 80 // the pronoun is the subject of what its person says
)

// referentReach is the number of sentences back that a pronoun may look.
const referentReach = 5

// A candidate is a person whom a pronoun may mean: an entity, or somebody whom the
// article does not name ("a woman").
type candidate struct {
	entity   *entity
	gender   lexicon.Gender
	score    int // of the sentences before
	now      int // of this sentence
	sentence int // of the last mention
	subject  bool
	quoted   bool // the last mention is in a quotation
	governor int  // the token that governs the last mention
	last     int  // token of the last mention
}

// A salience keeps who is present to the reader while the sentences go by.
type salience struct {
	*reading
	people   []*candidate
	byEntity map[*entity]*candidate
	byNoun   map[string]*candidate // those without a name
	speakers map[int]*entity       // by token of a pronoun: what the statements say
	unnamed  map[int]string        // by token of a pronoun: the noun by which the statements say whom it means
	quoted   []*entity             // by token: who is quoted there
	referent map[int]*entity
	at       int // sentence
}

// findReferents finds whom "he" and "she" mean outside quotations.
func findReferents(r *reading) {
	s := newSalience(r)
	s.run()
	r.referents = s.referent
}

func newSalience(r *reading) *salience {
	return &salience{reading: r, byEntity: make(map[*entity]*candidate), byNoun: make(map[string]*candidate), referent: make(map[int]*entity)}
}

func (s *salience) run() {
	for k, sentence := range s.Sentences {
		s.at = k
		s.fade()
		if s.skip[k] {
			continue
		}
		for i := sentence.Start; i < sentence.End; i++ {
			s.token(i, sentence)
		}
	}
}

// fade halves what the sentences before counted, and forgets those long gone.
func (s *salience) fade() {
	kept := s.people[:0]
	for _, c := range s.people {
		c.score, c.now = (c.score+c.now)/2, 0
		if s.at-c.sentence <= referentReach {
			kept = append(kept, c)
			continue
		}
		c.score = 0
	}
	s.people = kept
}

func (s *salience) token(i int, sentence nlp.Span) {
	if m := s.mentionAt(i); m != nil {
		if m.typ == person && m.entity != nil && m.span.Start == i {
			s.touch(s.of(m.entity), s.topOf(m.span))
		}
		return
	}
	w := s.lower(i)
	if g := pronounGender[w]; g != lexicon.AnyGender {
		s.pronoun(i, g, sentence)
		return
	}
	if g, ok := s.somebody(i); ok {
		s.touch(s.nameless(w, g), i)
	}
}

// pronounGender tells whom a pronoun can mean.
var pronounGender = map[string]lexicon.Gender{"he": lexicon.Male, "him": lexicon.Male, "his": lexicon.Male, "himself": lexicon.Male,
	"she": lexicon.Female, "her": lexicon.Female, "hers": lexicon.Female, "herself": lexicon.Female}

// somebody reports whether a noun at token i stands for one person without a name.
func (s *salience) somebody(i int) (lexicon.Gender, bool) {
	if s.Tokens[i].XPOS != nlp.TagNN || s.described[i] {
		return lexicon.AnyGender, false
	}
	if rel := s.rel(i); rel == nlp.RelCompound || rel == nlp.RelFlat || rel == nlp.RelAppos {
		return lexicon.AnyGender, false
	}
	return personNoun(s.lower(i))
}

// personNoun reports whether a noun in lower case stands for a person, and the gender.
func personNoun(w string) (lexicon.Gender, bool) {
	if g, ok := plainPeople[w]; ok {
		return g, true
	}
	if t, ok := lexicon.TitleOf(w); ok {
		return t.Gender, t.Class != "honorific"
	}
	return lexicon.AnyGender, len(w) > 5 && (strings.HasSuffix(w, "ist") && !listNouns[w] || strings.HasSuffix(w, "crat"))
}

// listNouns end like the nouns for people in -ist.
var listNouns = wordSet("checklist playlist shortlist blacklist waitlist wishlist longlist watchlist")

// plainPeople are the nouns for people that are no titles.
var plainPeople = map[string]lexicon.Gender{"man": lexicon.Male, "boy": lexicon.Male, "gentleman": lexicon.Male, "guy": lexicon.Male,
	"woman": lexicon.Female, "girl": lexicon.Female, "lady": lexicon.Female, "child": lexicon.AnyGender, "baby": lexicon.AnyGender,
	"infant": lexicon.AnyGender, "toddler": lexicon.AnyGender,
	"teenager": lexicon.AnyGender, "suspect": lexicon.AnyGender, "victim": lexicon.AnyGender, "person": lexicon.AnyGender,
	"boyfriend": lexicon.Male, "girlfriend": lexicon.Female, "grandson": lexicon.Male, "granddaughter": lexicon.Female, "nephew": lexicon.Male,
	"niece": lexicon.Female, "spouse": lexicon.AnyGender, "mum": lexicon.Female, "mom": lexicon.Female, "dad": lexicon.Male, "stepfather": lexicon.Male,
	"stepmother": lexicon.Female, "fiancé": lexicon.Male, "fiancée": lexicon.Female, "parent": lexicon.AnyGender, "leader": lexicon.AnyGender}

func (s *salience) of(e *entity) *candidate {
	c := s.byEntity[e]
	if c == nil {
		c = &candidate{entity: e, gender: e.gender, sentence: -referentReach - 1}
		s.byEntity[e] = c
	}
	return c
}

func (s *salience) nameless(noun string, g lexicon.Gender) *candidate {
	c := s.byNoun[noun]
	if c == nil {
		c = &candidate{gender: g, sentence: -referentReach - 1}
		s.byNoun[noun] = c
	}
	return c
}

// touch counts a mention of a person whose head is token i.
func (s *salience) touch(c *candidate, i int) {
	if s.at-c.sentence > referentReach {
		s.people = append(s.people, c)
		c.score, c.now = 0, 0
	}
	i = s.behindTitle(i)
	w := s.weight(i)
	c.now = max(c.now, w)
	c.quoted = s.inQuote[i]
	c.sentence, c.last, c.governor = s.at, i, s.headOf(i)
	c.subject = s.rel(i) == nlp.RelNsubj
}

// behindTitle returns the token that stands for a name in its clause: the title that the
// parse hangs the name on, else the name.
func (r *reading) behindTitle(i int) int {
	switch h := r.headOf(i); r.rel(i) {
	case nlp.RelFlat, nlp.RelAppos, nlp.RelNmod, nlp.RelCompound:
		if h < i && h >= i-2 && r.described[h] {
			return h
		}
	}
	return i
}

func (s *salience) weight(i int) int {
	switch rel := s.rel(i); rel {
	case nlp.RelNsubj:
		return newestSentence + asSubject + notEmbedded
	case nlp.RelObj:
		return newestSentence + asObject + notEmbedded
	case nlp.RelIobj, nlp.RelObl:
		return newestSentence + asOblique + notEmbedded
	case nlp.RelNmod, nlp.RelCompound, nlp.RelAppos, nlp.RelFlat:
		return newestSentence
	case nlp.RelConj:
		if h := s.headOf(i); h != i && s.rel(h) != nlp.RelConj {
			return s.weight(h)
		}
	}
	return newestSentence + notEmbedded
}

// pronoun chooses whom the pronoun at token i means.
func (s *salience) pronoun(i int, g lexicon.Gender, sentence nlp.Span) {
	if e := s.speakers[i]; e != nil {
		s.mean(i, s.of(e), g)
		return
	}
	if noun, ok := s.unnamed[i]; ok {
		s.touch(s.nameless(noun, g), i)
		return
	}
	if s.inQuote[i] && s.quoted == nil {
		return
	}
	if c := s.best(i, g); c != nil {
		s.mean(i, c, g)
		return
	}
	if e := s.subjectAfter(i, g, sentence); e != nil {
		s.mean(i, s.of(e), g)
	}
}

// mean notes whom a pronoun means. It tells the gender of one whose it was not known.
func (s *salience) mean(i int, c *candidate, g lexicon.Gender) {
	if c.entity != nil {
		s.referent[i] = c.entity
	}
	if c.gender == lexicon.AnyGender {
		c.gender = g
	}
	s.touch(c, i)
}

// best returns the most salient person whom the pronoun at token i can mean; nil if
// there is none.
func (s *salience) best(i int, g lexicon.Gender) *candidate {
	var best *candidate
	most := 0
	own := s.ownPhrase(i)
	for _, c := range s.people {
		if !s.possible(c, i, g) || c.entity != nil && c.entity == own {
			continue
		}
		score := c.score + c.now
		if c.subject && s.rel(i) == nlp.RelNsubj {
			score += sameFunction
		}
		if s.saidBy(c, i) {
			score += ownWords
		}
		if c.quoted && !s.inQuote[i] {
			score /= 2
		}
		if c.gender == lexicon.AnyGender {
			score = score * 3 / 4
		}
		if c.entity == nil { // news speaks of those whom it names
			score = score * 2 / 3
		}
		if best == nil || score > most || score == most && c.last > best.last {
			best, most = c, score
		}
	}
	return best
}

// saidBy reports whether the pronoun at token i is the subject of what a person, by the
// last mention, says: "Okoye said he was tired".
func (s *salience) saidBy(c *candidate, i int) bool {
	verb := s.headOf(i)
	return c.subject && c.sentence == s.at && s.rel(i) == nlp.RelNsubj && s.rel(verb) == nlp.RelCcomp && s.headOf(verb) == c.governor
}

// possible reports whether a pronoun at token i can mean a person: the gender fits,
// nobody speaks of himself so in a quotation, and the two are not subject and object of
// one verb.
func (s *salience) possible(c *candidate, i int, g lexicon.Gender) bool {
	if c.gender != lexicon.AnyGender && c.gender != g {
		return false
	}
	if s.inQuote[i] && s.quoted != nil && s.quoted[i] != nil && c.entity == s.quoted[i] {
		return false
	}
	w := s.lower(i)
	if strings.HasSuffix(w, "self") || s.Tokens[i].XPOS == nlp.TagPRPS || s.rel(i) == nlp.RelNmod {
		return true
	}
	return c.sentence != s.at || c.governor != s.headOf(i) || c.governor == c.last
}

// ownPhrase returns the person named by the phrase that a possessive at token i is part
// of, who is not its possessor: "his wife Ada Okoye".
func (s *salience) ownPhrase(i int) *entity {
	h := s.headOf(i)
	if h <= i || h > i+ownReach {
		return nil
	}
	for k := h; k <= h+2; k++ {
		if m := s.mentionAt(k); m != nil && m.typ == person && (k == h || s.headOf(s.topOf(m.span)) == h) {
			return m.entity
		}
	}
	return nil
}

// ownReach is the number of tokens between a possessive and its noun.
const ownReach = 8

// subjectAfter returns the person that is the subject of the sentence's main clause, if
// it comes after the pronoun: "In his speech, Okoye said".
func (s *salience) subjectAfter(i int, g lexicon.Gender, sentence nlp.Span) *entity {
	for k := i + 1; k < sentence.End; k++ {
		m := s.mentionAt(k)
		if m == nil || m.typ != person || m.entity == nil {
			continue
		}
		top := s.topOf(m.span)
		h := s.headOf(top)
		if s.rel(top) == nlp.RelNsubj && s.headOf(h) == h && (m.entity.gender == lexicon.AnyGender || m.entity.gender == g) && !s.inQuote[k] {
			return m.entity
		}
		k = m.span.End - 1
	}
	return nil
}
