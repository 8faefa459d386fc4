// Package text folds names and cuts texts into search terms. The index and the
// queries both use it, so that they agree: Fold("Mrs. Zoë  O'Neill") and
// Fold("zoe oneill") are one, and Terms finds "talk" in "the Talks".
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"golang.org/x/text/unicode/norm"
)

// honorifics are the titles that Fold drops before a name: they tell how someone is
// addressed, not who it is.
var honorifics = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "miss": true, "mx": true, "dr": true, "prof": true, "professor": true,
	"sir": true, "dame": true, "lord": true, "lady": true, "president": true, "chancellor": true, "senator": true,
	"sen": true, "rep": true, "gov": true, "governor": true, "gen": true, "general": true, "col": true, "colonel": true,
	"capt": true, "captain": true, "judge": true, "justice": true, "king": true, "queen": true, "prince": true,
	"princess": true, "pope": true, "sheikh": true, "the": true,
}

// Fold returns the form of a name under which it is compared: lower case, without
// accents, punctuation and leading titles, single blanks between the words. An
// apostrophe joins ("O'Neill" → "oneill"), other marks separate. A name that is
// nothing but titles is kept.
func Fold(name string) string {
	words := strings.Fields(fold(name))
	for len(words) > 1 && honorifics[words[0]] {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// FoldPrefix folds the beginning of a name, of which the last word may be cut.
func FoldPrefix(name string) string {
	f := Fold(name)
	if f != "" && strings.HasSuffix(name, " ") {
		f += " "
	}
	return f
}

func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range decompose(s) {
		switch {
		case r == '\'' || r == '’' || r == 'ʼ' || unicode.Is(unicode.Mn, r):
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteByte(byte(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			writeLetter(&b, unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// writeLetter writes a lower-case letter; those that Unicode does not decompose are
// spelt as they are commonly transcribed.
func writeLetter(b *strings.Builder, r rune) {
	switch r {
	case 'ø':
		b.WriteByte('o')
	case 'ł':
		b.WriteByte('l')
	case 'đ', 'ð':
		b.WriteByte('d')
	case 'ı':
		b.WriteByte('i')
	case 'ß':
		b.WriteString("ss")
	case 'æ':
		b.WriteString("ae")
	case 'œ':
		b.WriteString("oe")
	case 'þ':
		b.WriteString("th")
	default:
		b.WriteRune(r)
	}
}

func decompose(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return norm.NFKD.String(s)
		}
	}
	return s
}

// stopWords carry too little to be searched for; they keep their place, so that a
// phrase around one still matches.
var stopWords = map[string]bool{
	"a": true, "an": true, "and": true, "are": true, "as": true, "at": true, "be": true, "by": true, "for": true,
	"from": true, "has": true, "have": true, "he": true, "her": true, "his": true, "in": true, "is": true, "it": true,
	"its": true, "of": true, "on": true, "or": true, "she": true, "that": true, "the": true, "their": true, "they": true,
	"this": true, "to": true, "was": true, "were": true, "which": true, "who": true, "will": true, "with": true,
}

// A Term is a searchable word of a text: its stem, its place among the words, and
// where it stands in bytes.
type Term struct {
	Stem       string
	Position   int
	Start, End int
}

// maxTerm bounds a term's length in bytes; the rest of a longer word is cut off.
const maxTerm = 64

// Terms calls yield for each term of s in order. Stop words are passed over but
// count as positions.
func Terms(s string, yield func(Term)) {
	position := 0
	Words(s, func(word string, start, end int) {
		if t := Stem(word); t != "" {
			yield(Term{t, position, start, end})
		}
		position++
	})
}

// Words calls yield for each word of s: a run of letters, digits and apostrophes
// within.
func Words(s string, yield func(word string, start, end int)) {
	start := -1
	for i, r := range s {
		inWord := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
		if start >= 0 && (r == '\'' || r == '’') {
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			inWord = unicode.IsLetter(next)
		}
		switch {
		case inWord && start < 0:
			start = i
		case !inWord && start >= 0:
			yield(s[start:i], start, i)
			start = -1
		}
	}
	if start >= 0 {
		yield(s[start:], start, len(s))
	}
}

// Stem returns the search term of one word, or "" for a stop word.
func Stem(word string) string {
	w := FoldWord(word)
	if stopWords[w] || w == "" {
		return ""
	}
	if ascii(w) {
		w = english.Stem(w, false)
	}
	if len(w) > maxTerm {
		w = w[:maxTerm]
		for !utf8.ValidString(w) {
			w = w[:len(w)-1]
		}
	}
	return w
}

// FoldWord folds one word as Fold does, without its possessive ending.
func FoldWord(word string) string {
	for _, ending := range []string{"'s", "’s", "'S", "’S"} {
		word = strings.TrimSuffix(word, ending)
	}
	return strings.TrimSpace(fold(word))
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
