package nlp

import (
	"unicode"
	"unicode/utf8"
)

// A class sorts characters for the tokenizer.
type class uint8

const (
	mark   class = iota // punctuation and symbols
	blank               // spaces, controls and invisible marks between words
	letter              // letters, combining marks, joiners, underscore
	digit
)

var asciiClass = func() (classes [utf8.RuneSelf]class) {
	for c := range classes {
		classes[c] = classify(rune(c))
	}
	return classes
}()

// classAt returns the class and the length in bytes of the character at byte i.
func classAt(text string, i int) (class, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return asciiClass[c], 1
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return classify(r), size
}

// classBefore returns the class and the length of the character that ends at byte i.
func classBefore(text string, i int) (class, int) {
	if c := text[i-1]; c < utf8.RuneSelf {
		return asciiClass[c], 1
	}
	r, size := utf8.DecodeLastRuneInString(text[:i])
	return classify(r), size
}

func classify(r rune) class {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', r == '_':
		return letter
	case '0' <= r && r <= '9':
		return digit
	case r <= ' ', r == 0x7f, unicode.IsSpace(r), isInvisible(r):
		return blank
	case unicode.IsLetter(r), unicode.IsMark(r), isJoiner(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return mark
}

// isInvisible reports whether r is a mark without a shape that stands between words:
// zero-width space, byte order mark, directional marks, control characters.
func isInvisible(r rune) bool {
	switch {
	case r >= 0x80 && r < 0xa0, r == 0x200b, r == 0xfeff, r == 0x200e, r == 0x200f, r == 0x61c,
		r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}

// isJoiner reports whether r is a mark without a shape that stands inside words: soft
// hyphen, joiners, variation selectors.
func isJoiner(r rune) bool {
	return r == 0xad || r == 0x200c || r == 0x200d || r == 0x2060 || r >= 0xfe00 && r <= 0xfe0f
}

// isUpper reports whether the character at byte i is an upper-case letter.
func isUpper(text string, i int) bool {
	if c := text[i]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsUpper(r)
}

// isLower reports whether the character at byte i is a lower-case letter.
func isLower(text string, i int) bool {
	if c := text[i]; c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLower(r)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
