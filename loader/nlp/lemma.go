package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lemmas gives each token its dictionary form, as the English Universal Dependencies
// treebanks do: "went" is go, "n't" is not, "States" is State. It goes by the tag:
// irregular forms come from a list, the others lose their ending by rule.
var Lemmas = Annotator{
	Name: "lemmas", Needs: []Layer{TokenLayer, SentenceLayer, TagLayer}, Adds: []Layer{LemmaLayer},
	Run: func(d *Doc) error {
		l := lemmatizer{Doc: d}
		for _, s := range d.Sentences {
			for i := s.Start; i < s.End; i++ {
				d.Tokens[i].Lemma = l.lemma(i, s)
			}
		}
		return nil
	},
}

type lemmatizer struct{ *Doc }

// lemma returns the lemma of token i of the sentence.
func (l *lemmatizer) lemma(i int, s Span) string {
	word, tag := l.Word(i), l.Tokens[i].XPOS
	switch tag {
	case TagNNP, TagADD, TagFW, TagGW, TagLS, TagDollar:
		return word
	case TagNNPS:
		return l.plural(word, true)
	case TagOpenQuote, TagCloseQuote, TagColon, TagHYPH, TagSYM, TagPeriod, TagComma, TagOpenParen, TagCloseParen:
		return markLemma(word)
	case TagCD:
		return l.number(word)
	}
	lower := l.lower(word)
	if base, ok := functionWords[formOf{lower, tag}]; ok {
		return base
	}
	switch tag {
	case TagNNS:
		if isDigit(lower[0]) || lower[0] == '\'' {
			return lower // 1990s, '90s
		}
		if isAcronym(word) {
			return strings.TrimSuffix(word, "s")
		}
		return l.plural(l.plainNoun(word, lower, i > s.Start), i > s.Start)
	case TagVBZ:
		return l.verbS(lower, i, s)
	case TagVBD, TagVBN, TagVBG, TagVB, TagVBP:
		return l.verb(lower, tag)
	case TagJJR, TagJJS, TagRBR, TagRBS:
		return l.compared(lower, tag)
	case TagNN, TagRB:
		if isAcronym(word) {
			return word
		}
	case TagJJ:
		if isAcronym(word) || isUpper(word, 0) && isOfName(lower, i > s.Start) {
			return word
		}
	}
	return lower
}

// plainNoun returns the noun in lower case unless it comes of a name: "two Christians".
func (l *lemmatizer) plainNoun(word, lower string, inside bool) string {
	if isUpper(word, 0) && isOfName(strings.TrimSuffix(lower, "s"), inside) {
		return word
	}
	return lower
}

// isOfName reports whether a capitalized adjective or noun, here in lower case, comes of
// a name: "Chadian", "Lutheran". At the start of a sentence any word has a capital, so
// there it must be a listed one.
func isOfName(lower string, inside bool) bool {
	if isNational(lower) {
		return true
	}
	return inside && strings.HasSuffix(lower, "an") && lower != "human" && lower != "urban"
}

// lower returns the word in lower case, with straight apostrophes.
func (l *lemmatizer) lower(word string) string {
	plain := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	b := l.scratch[:0]
	for _, r := range word {
		if r == '’' || r == '‘' {
			r = '\''
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	l.scratch = b
	return l.intern(b)
}

// join returns a + b as a string of the Doc.
func (l *lemmatizer) join(a, b string) string {
	l.scratch = append(append(l.scratch[:0], a...), b...)
	return l.intern(l.scratch)
}

// isAcronym reports whether the word has a capital or a figure after its first
// character, or is one capital. A long word all in capitals is one of a headline.
func isAcronym(word string) bool {
	if len(word) == 1 {
		return isUpper(word, 0)
	}
	if len(word) > longestAcronym && isAllCapitals(word) {
		return false
	}
	for i := 1; i < len(word); i++ {
		if c := word[i]; 'A' <= c && c <= 'Z' || isDigit(c) {
			return true
		}
	}
	return false
}

func isAllCapitals(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; 'a' <= c && c <= 'z' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// longestAcronym is the length of the longest acronym that is written all in capitals
// and is no name.
const longestAcronym = 4

// markLemma returns the plain form of a mark.
func markLemma(word string) string {
	switch word {
	case "“", "”", "``", "''", "„", "«", "»":
		return `"`
	case "‘", "’", "`":
		return "'"
	case "–", "--", "---":
		return "-"
	case "...", "....":
		return "…"
	}
	return word
}

// number returns a number without the commas between its groups.
func (l *lemmatizer) number(word string) string {
	if isDigit(word[0]) {
		if strings.IndexByte(word, ',') < 0 {
			return word
		}
		b := l.scratch[:0]
		for i := 0; i < len(word); i++ {
			if word[i] != ',' {
				b = append(b, word[i])
			}
		}
		l.scratch = b
		return l.intern(b)
	}
	if isAcronym(word) {
		return word
	}
	return l.lower(word)
}

// plural returns the singular of a plural noun.
func (l *lemmatizer) plural(word string, proper bool) string {
	if base, ok := lookupForm(irregularNouns, word); ok {
		if proper && isUpper(word, 0) {
			return l.capitalized(base)
		}
		return base
	}
	if isDigit(word[0]) || proper && isUpper(word, 0) && lookup(pluralNames, word) {
		return word
	}
	for _, irregular := range [...]string{"men", "children"} {
		if strings.HasSuffix(word, irregular) {
			return l.join(word[:len(word)-len(irregular)], irregularNouns[irregular])
		}
	}
	stem, ok := strings.CutSuffix(word, "s")
	if !ok || strings.HasSuffix(stem, "s") || len(stem) < 2 {
		return word
	}
	switch {
	case strings.HasSuffix(stem, "'"):
		return stem[:len(stem)-1]
	case strings.HasSuffix(stem, "ie") && len(stem) > 3:
		if !hasListedSuffix(nounsInIE, stem) {
			return l.join(stem[:len(stem)-2], "y")
		}
	case strings.HasSuffix(stem, "e"):
		if bare := stem[:len(stem)-1]; dropsES(bare) {
			return bare
		}
	}
	return stem
}

// capitalized returns the word with a capital.
func (l *lemmatizer) capitalized(word string) string {
	l.scratch = append(l.scratch[:0], word...)
	l.scratch[0] -= 'a' - 'A'
	return l.intern(l.scratch)
}

// dropsES reports whether the plural or third person of bare is made with -es: "boxes".
func dropsES(bare string) bool {
	n := len(bare)
	if n < 2 {
		return false
	}
	if es, ok := suffixOf(endsInES, bare); ok {
		return es
	}
	if e, _ := suffixOf(endsInE, bare); e {
		return false
	}
	switch bare[n-1] {
	case 'x', 'o':
		return true
	case 'h':
		return bare[n-2] == 'c' || bare[n-2] == 's'
	case 's', 'z':
		return bare[n-2] == bare[n-1]
	}
	return false
}

// verbS returns the base of a verb in the third person.
func (l *lemmatizer) verbS(word string, i int, s Span) string {
	if word == "'s" || word == "s" {
		return l.isOrHas(i, s)
	}
	if base, ok := lookupForm(irregularVerbs, word); ok {
		return base
	}
	stem, ok := strings.CutSuffix(word, "s")
	switch {
	case !ok || len(stem) < 2:
		return word
	case strings.HasSuffix(stem, "ie") && len(stem) > 3:
		if !hasListedSuffix(verbsInIE, stem) {
			return l.join(stem[:len(stem)-2], "y")
		}
	case strings.HasSuffix(stem, "e") && dropsES(stem[:len(stem)-1]):
		return stem[:len(stem)-1]
	}
	return stem
}

// isOrHas tells the verbs that "'s" stands for: it is "have" before "been" and "got".
func (l *lemmatizer) isOrHas(i int, s Span) string {
	for j := i + 1; j < min(i+3, s.End); j++ {
		switch w := l.Word(j); {
		case w == "been" || w == "got" || w == "had":
			return "have"
		case l.Tokens[j].XPOS != TagRB:
			return "be"
		}
	}
	return "be"
}

// verb returns the base of any other form of a verb.
func (l *lemmatizer) verb(word string, tag Tag) string {
	if base, ok := lookupForm(irregularVerbs, word); ok && !(tag == TagVB || tag == TagVBP) {
		return base
	}
	switch tag {
	case TagVB, TagVBP:
		if base, ok := reducedVerbs[word]; ok {
			return base
		}
		return word
	case TagVBG:
		return l.strip(word, "ing")
	}
	return l.strip(word, "ed")
}

// strip returns the word without the ending: "stopped" is stop, "making" is make,
// "tried" is try.
func (l *lemmatizer) strip(word, ending string) string {
	stem, ok := strings.CutSuffix(word, ending)
	if !ok && ending == "ing" {
		stem, ok = strings.CutSuffix(word, "in'")
	}
	if !ok || !hasVowel(stem) {
		return word
	}
	n := len(stem)
	last := stem[n-1]
	switch {
	case ending != "ing" && last == 'i' && n > 2:
		return l.join(stem[:n-1], "y")
	case ending != "ing" && last == 'e':
		return l.join(stem, "e")
	case n > 2 && last == stem[n-2] && isDoubled(stem):
		return stem[:n-1]
	case hasListedSuffix(endsInE, stem):
		return l.join(stem, "e")
	}
	return stem
}

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }

// isDoubled reports whether the double consonant at the end of the stem is one in the
// base: "stopp", "controll", and not "pass", "call".
func isDoubled(stem string) bool {
	switch stem[len(stem)-1] {
	case 'b', 'd', 'g', 'k', 'm', 'n', 'p', 'r', 't', 'v':
		return !lookup(endsInDouble, stem)
	case 'l':
		return syllables(stem) > 1 && !hasListedSuffix(endsInLL, stem)
	}
	return false
}

// syllables counts the groups of vowels.
func syllables(s string) int {
	n := 0
	inside := false
	for i := 0; i < len(s); i++ {
		vowel := strings.IndexByte("aeiouy", s[i]) >= 0
		if vowel && !inside {
			n++
		}
		inside = vowel
	}
	return n
}

// compared returns the base of a comparative or superlative.
func (l *lemmatizer) compared(word string, tag Tag) string {
	if base, ok := lookupForm(irregularDegrees, word); ok {
		if (tag == TagRBR || tag == TagRBS) && base == "good" {
			return "well"
		}
		return base
	}
	if tag == TagJJS || tag == TagRBS {
		return l.strip(word, "est")
	}
	return l.strip(word, "er")
}

// hasListedSuffix reports what the list says of the longest ending of the stem that it
// holds.
func hasListedSuffix(list map[string]bool, stem string) bool {
	v, _ := suffixOf(list, stem)
	return v
}

// suffixOf returns what the list says of the longest ending of the stem that it holds,
// and whether it holds any.
func suffixOf(list map[string]bool, stem string) (v, ok bool) {
	if len(stem) < longestListed {
		var whole [longestListed]byte
		whole[0] = '^'
		n := copy(whole[1:], stem)
		if v, ok = list[string(whole[:n+1])]; ok {
			return v, true
		}
	}
	for k := max(0, len(stem)-longestSuffix); k < len(stem); k++ {
		if v, ok = list[stem[k:]]; ok {
			return v, true
		}
	}
	return false, false
}

// longestSuffix bounds the endings that the lists hold.
const longestSuffix = 8

// lookupForm returns what m holds for the word in lower case.
func lookupForm(m map[string]string, word string) (string, bool) {
	base := lookup(m, word)
	return base, base != ""
}
