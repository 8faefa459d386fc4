package nlp

import (
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
)

// Votes of a document on the type of a name.
type nameVotes [Demonym + 1]uint16

// winner returns the type with most votes; of equals, the first to have them stands.
func (v *nameVotes) winner(now NameType) NameType {
	best := now
	for t, n := range v {
		if n > v[best] {
			best = NameType(t)
		}
	}
	return best
}

// The lexicon, a head like Bank or River and an abbreviation after a full name weigh more than what the model
// thinks of one place.
const (
	knownVotes = 3
	shortVotes = 4
	headVotes  = 2
)

// agree makes the names of d agree: titles are cut off people's names; a name is of the
// type that most of its mentions have; a word of the name of a person is one wherever it
// stands alone; the abbreviation in "World Food Programme (WFP)" is what the name is.
func (w *naming) agree(d *Doc) {
	if w.votes == nil {
		w.votes, w.people = make(map[uint64]nameVotes), make(map[uint64]bool)
	}
	clear(w.votes)
	clear(w.people)
	TrimNames(d)
	for _, n := range d.Names {
		w.count(d, n)
	}
	d.Names = slices.DeleteFunc(d.Names, func(n Name) bool { return n.Type == PersonName && (onlyTitle(d, n.Span) || commonNoun(d, n.Span)) })
	w.missed(d)
	for i := range d.Names {
		n := &d.Names[i]
		votes := w.votes[spanHash(d, n.Span)]
		n.Type = votes.winner(n.Type)
		if n.End-n.Start == 1 && n.Type != Demonym && w.people[hashFold(d.Word(n.Start))] && votes[PlaceName] < 3 {
			n.Type = PersonName
		}
	}
}

// trimName cuts titles off the name of a person, and joins what hyphens and particles
// join.
func trimName(d *Doc, n *Name) {
	if n.Type != PersonName {
		return
	}
	n.Start = max(n.Start, titleEnd(d, n.Span))
	for n.End-n.Start > 1 && (isTitleWord(d, d.Word(n.Start)) || exWord(d, n.Span) || shortTitle(d, n.Span)) {
		n.Start++
		for n.End-n.Start > 1 && (d.Word(n.Start) == "." || isHyphen(d.Word(n.Start))) {
			n.Start++
		}
	}
	for n.End+1 < len(d.Tokens) && hyphenated(d, n.End) && syllable(d.Word(n.End+1)) {
		n.End += 2
	}
	for n.Start >= 2 && hyphenated(d, n.Start-1) && startsUpper(d.Word(n.Start-2)) {
		n.Start -= 2
	}
	if n.Start > 0 && n.End-n.Start == 1 && particles[d.Word(n.Start-1)] {
		n.Start--
	}
}

// titleEnd returns where the name starts after a title of several words, as in "US
// Secretary of State Ada Okoye"; the start of the span if it holds none.
func titleEnd(d *Doc, s Span) int {
	for end := min(s.End-1, s.Start+6); end > s.Start+1; end-- {
		last := end - 2 // a title of one word inside a name must leave two words
		if end < s.End-1 {
			last = end - 1
		}
		for from := s.Start; from <= last; from++ {
			if isOffice(d, Span{from, end}) {
				return end
			}
		}
	}
	return s.Start
}

// isOffice reports whether the words are an office or a rank, in any case.
func isOffice(d *Doc, s Span) bool {
	t, ok := titleOf(d, d.SpanText(s))
	return ok && (t.Class == "office" || t.Class == "rank")
}

// titleOf looks up a title in any case.
func titleOf(d *Doc, text string) (lexicon.Title, bool) {
	var low [2 * maxLexeme]byte
	if len(text) > len(low) {
		return lexicon.Title{}, false
	}
	n, ascii := lowerASCII(low[:], text)
	if !ascii {
		return lexicon.Title{}, false
	}
	return lexicon.TitleOf(d.intern(low[:n]))
}

// hyphenated reports whether token i is a hyphen between two words without blanks.
func hyphenated(d *Doc, i int) bool {
	return i > 0 && i+1 < len(d.Tokens) && isHyphen(d.Word(i)) && glued(d, i) && glued(d, i+1)
}

func startsUpper(word string) bool { return word[0] >= 'A' && word[0] <= 'Z' }

// particles stand before family names.
var particles = map[string]bool{
	"bin": true, "bint": true, "ibn": true, "al": true, "el": true, "dos": true, "da": true, "de": true, "del": true,
	"della": true, "di": true, "du": true, "van": true, "von": true, "der": true, "den": true, "ter": true,
}

// TrimNames cuts titles off the names of people of d, as those that are found are cut,
// and joins what belongs to them. A name that is then within the one before is dropped.
func TrimNames(d *Doc) {
	kept := d.Names[:0]
	end := 0
	for _, n := range d.Names {
		before := n.Start
		trimName(d, &n)
		if n.Start < end {
			n.Start = max(before, end)
		}
		if n.Start < n.End && n.End > end {
			kept = append(kept, n)
			end = n.End
		}
	}
	d.Names = kept
}

// AddDemonyms marks the demonyms of d that the lexicon knows and that are in no name,
// which not all corpora mark, and makes names of another type demonyms if they are known
// for one.
func AddDemonyms(d *Doc) {
	taken := make(map[int]bool)
	for k := range d.Names {
		n := &d.Names[k]
		if n.Type == OtherName && n.End-n.Start == 1 && knownType(d.Word(n.Start)) == Demonym {
			n.Type = Demonym
		}
		for i := n.Start; i < n.End; i++ {
			taken[i] = true
		}
	}
	for i := range d.Tokens {
		if !taken[i] && knownType(d.Word(i)) == Demonym {
			d.Names = append(d.Names, Name{Span{i, i + 1}, Demonym})
		}
	}
	sortNames(d.Names)
}

// onlyTitle reports whether the span is a title without a name: "President".
func onlyTitle(d *Doc, s Span) bool {
	_, ok := titleOf(d, d.SpanText(s))
	return ok
}

// commonNoun reports whether the span is one common noun, capitalized where a sentence
// starts: "Prosecutors".
func commonNoun(d *Doc, s Span) bool {
	t := d.Tokens[s.Start].XPOS
	return s.End-s.Start == 1 && (t == TagNN || t == TagNNS)
}

// exWord reports whether the span starts as in "ex-President Okoye".
func exWord(d *Doc, s Span) bool {
	w := d.Word(s.Start)
	return (w == "ex" || w == "Ex") && isHyphen(d.Word(s.Start+1))
}

// isTitleWord reports whether a capitalized word is a title of its own: "Mr", "Gen", "Professor".
func isTitleWord(d *Doc, word string) bool {
	if _, ok := lexicon.TitleOf(word); ok {
		return true
	}
	if _, given := lexicon.GivenName(word); given {
		return false
	}
	t, ok := titleOf(d, word)
	return ok && (t.Class == "rank" || t.Class == "office" || t.Class == "honorific")
}

// shortTitle reports whether the span starts with an abbreviation before words that are
// not in capitals: "DGP Okoye", "CEO Ada Orrel".
func shortTitle(d *Doc, s Span) bool {
	_, first := shapeOf(d.Word(s.Start))
	_, next := shapeOf(d.Word(s.Start + 1))
	return first == shapeUpper && len(d.Word(s.Start)) > 2 && next == shapeTitle
}

// glued reports whether token i follows the one before it without a blank.
func glued(d *Doc, i int) bool { return d.Tokens[i].Start == d.Tokens[i-1].End }

func isHyphen(word string) bool { return word == "-" || word == "‑" }

// syllable reports whether a word after a hyphen can belong to a name: "Ban Ki-moon",
// "Chan-o-cha", but not "Okoye-backed".
func syllable(word string) bool {
	return len(word) < 5 && !strings.Contains("led era run type like made born held free wide", word) || startsUpper(word)
}

// count takes the votes of a name.
func (w *naming) count(d *Doc, n Name) {
	h := spanHash(d, n.Span)
	votes := w.votes[h]
	votes[n.Type]++
	if known := knownType(d.SpanText(n.Span)); known != 0 && votes[known] < knownVotes {
		votes[known] += knownVotes
	}
	if t := headType(d, n.Span); t != 0 && n.Type != OtherName {
		votes[t] += headVotes
	}
	w.votes[h] = votes
	if n.Type == PersonName && votes[OrganizationName]+votes[PlaceName] == 0 && n.End-n.Start > 1 {
		w.person(d.Word(n.Start))
		w.person(d.Word(n.End - 1))
	}
	if short, ok := shortForm(d, n); ok {
		h := spanHash(d, short)
		votes := w.votes[h]
		votes[n.Type] += shortVotes
		w.votes[h] = votes
	}
}

// person notes a word of the name of a person. One in capitals may be the name of a
// party or a firm before the person's.
func (w *naming) person(word string) {
	if _, class := shapeOf(word); class == shapeTitle || class == shapeMixed {
		w.people[hashFold(word)] = true
	}
}

// headType returns the type that the last word of a name gives it: "Orrel Bank"; 0 if
// none.
func headType(d *Doc, s Span) NameType {
	if s.End-s.Start < 2 {
		return 0
	}
	h, ok := lexicon.HeadOf(d.Word(s.End - 1))
	switch {
	case !ok:
		return 0
	case h.Place:
		return PlaceName
	}
	return OrganizationName
}

// shortForm returns the abbreviation in brackets after a name of several words.
func shortForm(d *Doc, n Name) (Span, bool) {
	if n.Type == PersonName || n.End-n.Start < 2 || n.End+2 >= len(d.Tokens) || d.Word(n.End) != "(" || d.Word(n.End+2) != ")" {
		return Span{}, false
	}
	_, class := shapeOf(d.Word(n.End + 1))
	return Span{n.End + 1, n.End + 2}, class == shapeUpper || class == shapeMixed
}

// knownType returns the one type that the lexicon gives a name, 0 for none or several.
func knownType(name string) NameType {
	if faiths[name] {
		return Demonym
	}
	n := lexicon.Lookup(name)
	switch {
	case n == nil:
		return 0
	case n.Demonym != nil && n.Country == nil && n.Place == nil && n.Capital == nil && n.Org == nil:
		return Demonym
	case n.Org != nil && n.Country == nil && n.Place == nil:
		return OrganizationName
	case n.Org == nil && n.Demonym == nil && (n.Country != nil || n.Place != nil || n.Capital != nil):
		return PlaceName
	}
	return 0
}

// faiths are adherents of faiths and peoples of several countries, which count as
// demonyms.
var faiths = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(`Muslim Muslims Islamic Islamist Islamists Christian Christians Catholic Catholics
		Protestant Protestants Orthodox Anglican Anglicans Jew Jews Jewish Hindu Hindus Buddhist Buddhists Sikh Sikhs
		Sunni Sunnis Shia Shias Shiite Shiites Arab Arabs Kurd Kurds Kurdish Tamil Tamils Berber Berbers Roma
		African Africans Asian Asians European Europeans Western Latino Latinos Arabic Slavic Nordic Scandinavian
		Caribbean Balkan Persian Uighur Uighurs Uyghur Uyghurs Tibetan Tibetans Pashtun Pashtuns Zulu Hausa Yoruba Igbo`) {
		m[w] = true
	}
	return m
}()

// missed adds words that the model has in no name: abbreviations given after a full
// name, and words that the lexicon knows for a name and that stand alone.
func (w *naming) missed(d *Doc) {
	found := len(d.Names)
	next := 0
	for i := range d.Tokens {
		for next < found && d.Names[next].End <= i {
			next++
		}
		if next < found && d.Names[next].Start <= i {
			continue
		}
		if t := w.shortType(d, i); t != 0 {
			d.Names = append(d.Names, Name{Span{i, i + 1}, t})
			continue
		}
		if d.Tokens[i].XPOS == TagNN && startsUpper(d.Word(i)) && w.people[hashFold(d.Word(i))] {
			d.Names = append(d.Names, Name{Span{i, i + 1}, PersonName}) // a name that begins a sentence, taken for a noun
			continue
		}
		if !d.Tokens[i].XPOS.IsProper() && d.Tokens[i].XPOS != TagJJ {
			continue
		}
		if t := knownType(d.Word(i)); t != 0 && !besideCapital(d, i) {
			d.Names = append(d.Names, Name{Span{i, i + 1}, t})
		}
	}
	if len(d.Names) > found {
		sortNames(d.Names)
	}
}

// shortType returns the type of token i if it is an abbreviation that follows a full name
// somewhere, else 0.
func (w *naming) shortType(d *Doc, i int) NameType {
	word := d.Word(i)
	if len(word) < 2 || len(word) > 12 || !startsUpper(word) {
		return 0
	}
	votes, ok := w.votes[spanHash(d, Span{i, i + 1})]
	if t := votes.winner(0); ok && votes[t] >= shortVotes {
		return t
	}
	return 0
}

// besideCapital reports whether a word beside token i is a proper noun: then the token
// may be a part of a longer name.
func besideCapital(d *Doc, i int) bool {
	return i > 0 && d.Tokens[i-1].XPOS.IsProper() || i+1 < len(d.Tokens) && d.Tokens[i+1].XPOS.IsProper()
}

func sortNames(names []Name) {
	slices.SortFunc(names, func(a, b Name) int { return a.Start - b.Start })
}

// spanHash hashes the words of a span, their case kept.
func spanHash(d *Doc, s Span) uint64 {
	h := uint64(hashSeed)
	for i := s.Start; i < s.End; i++ {
		h = feature2(1, h, hashFold(d.Word(i)))
	}
	return h
}
