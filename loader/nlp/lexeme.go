package nlp

import (
	"unicode"
	"unicode/utf8"
)

// A lexeme is what the trained models see of one token: hashes of its form and of
// parts of it, and what the lexicon knows of the form.
type lexeme struct {
	form, lower    uint64 // digits are folded to 0
	prefix, suffix [4]uint64
	shape          uint64 // runs of letters, digits and marks, folded: "Xx", "X.X."
	short          uint8  // class of the shape: see the shape constants
	glue           uint8  // gluedLeft, gluedRight
	entry          lexiconEntry
	kind           uint8 // of the entry's cluster
}

// Classes of shapes.
const (
	shapeOther uint8 = iota
	shapeLower
	shapeTitle
	shapeUpper // all capitals, more than one letter
	shapeInitial
	shapeMixed
	shapeDigits
	shapeAlnum
)

// Bits of lexeme.glue: no blank between the word and its neighbour.
const (
	gluedLeft uint8 = 1 << iota
	gluedRight
)

// glueOf returns the bits of token i of the span.
func glueOf(d *Doc, s Span, i int) (glue uint8) {
	if i > s.Start && d.Tokens[i-1].End >= d.Tokens[i].Start {
		glue |= gluedLeft
	}
	if i+1 < s.End && d.Tokens[i+1].Start <= d.Tokens[i].End {
		glue |= gluedRight
	}
	return glue
}

// maxLexeme bounds the bytes of a token that are looked at: a token of a megabyte
// costs no more than its start and its end.
const maxLexeme = 48

// analyze fills x for the form s.
func (x *lexeme) analyze(s string, lex *wordTable) {
	if len(s) > maxLexeme {
		s = s[:maxLexeme/2] + s[len(s)-maxLexeme/2:]
	}
	var low [2 * maxLexeme]byte
	n, ascii := lowerASCII(low[:], s)
	if !ascii {
		n = lowerUnicode(low[:], s)
	}
	x.form = hashFold(s)
	x.lower = hashBytes(low[:n])
	x.shape, x.short = shapeOf(s)
	x.affixes(low[:n])
	x.entry = lex.lookup(x.lower)
	x.kind = lex.kinds[x.entry.Fine]
}

// affixes hashes the first one to four bytes of low and the last one to four, which
// are letters but for scripts that English text seldom holds.
func (x *lexeme) affixes(low []byte) {
	for k := range 4 {
		n := min(k+1, len(low))
		x.prefix[k] = hashBytes(low[:n])
		x.suffix[k] = hashBytes(low[len(low)-n:]) ^ 0x5bd1e995
	}
}

// lowerASCII writes the lower case of s with digits as 0, up to a byte that is not ASCII.
func lowerASCII(low []byte, s string) (n int, ascii bool) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			return i, false
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case '0' <= c && c <= '9':
			c = '0'
		}
		low[i] = c
	}
	return len(s), true
}

func lowerUnicode(low []byte, s string) int {
	n := 0
	for _, r := range s {
		if n+utf8.UTFMax > len(low) {
			break
		}
		if unicode.IsDigit(r) {
			r = '0'
		}
		n += utf8.EncodeRune(low[n:], unicode.ToLower(foldMark(r)))
	}
	return n
}

// foldMark gives curly quotation marks and the kinds of dashes one form each, since
// treebanks hold few of some.
func foldMark(r rune) rune {
	switch r {
	case '‘', '’', '‛', '′':
		return '\''
	case '–', '—', '―':
		return '-'
	}
	return r
}

// shapeOf returns the hash of the shape of s, runs cut to two, and its class.
func shapeOf(s string) (shape uint64, class uint8) {
	h := uint64(hashSeed)
	var last, run byte
	var upper, lower, digit, other, letters int
	for i, r := range s {
		c := shapeByte(r)
		switch c {
		case 'X':
			upper++
		case 'x':
			lower++
		case '0':
			digit++
		default:
			if i > 0 && (r == '.' || r == '-' || r == '\'' || r == '&') {
				letters++
			}
			other++
		}
		if c == last {
			run++
		} else {
			last, run = c, 0
		}
		if run < 2 {
			h = (h ^ uint64(c)) * hashMul
		}
	}
	return finish(h), shapeClass(s, upper, lower, digit, other-letters)
}

func shapeClass(s string, upper, lower, digit, other int) uint8 {
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case upper+lower == 0 && digit > 0:
		return shapeDigits
	case digit > 0 && upper+lower > 0:
		return shapeAlnum
	case upper+lower == 0 || other > 0:
		return shapeOther
	case upper == 0:
		return shapeLower
	case upper == 1 && lower == 0:
		return shapeInitial
	case lower == 0:
		return shapeUpper
	case upper == 1 && unicode.IsUpper(first):
		return shapeTitle
	}
	return shapeMixed
}

func shapeByte(r rune) byte {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z':
		return 'X'
	case '0' <= r && r <= '9':
		return '0'
	case r < utf8.RuneSelf:
		return byte(r)
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	case unicode.IsDigit(r):
		return '0'
	case unicode.IsPunct(r):
		return byte(foldMark(r))
	}
	return '*'
}

// Constants of the hash functions.
const (
	hashSeed = 0x9e3779b97f4a7c15
	hashMul  = 0x9fb21c651e98df25
	hashAdd  = 0xd6e8feb86659fd93
)

func finish(h uint64) uint64 {
	h ^= h >> 32
	h *= hashAdd
	return h ^ h>>29
}

func hashBytes(b []byte) uint64 {
	h := uint64(hashSeed)
	for _, c := range b {
		h = (h ^ uint64(c)) * hashMul
	}
	return finish(h)
}

// hashFold hashes s with its case kept and its digits folded.
func hashFold(s string) uint64 {
	h := uint64(hashSeed)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if '0' <= c && c <= '9' {
			c = '0'
		}
		h = (h ^ uint64(c)) * hashMul
	}
	return finish(h)
}

// feature combines the number of a template with the values that fill it.
func feature(template, a uint64) uint64 {
	h := (a + template*hashSeed) * hashMul
	return h ^ h>>31
}

func feature2(template, a, b uint64) uint64 {
	h := (a + template*hashSeed) * hashMul
	h = (h ^ h>>32 ^ b) * hashAdd
	return h ^ h>>30
}

func feature3(template, a, b, c uint64) uint64 {
	return feature2(template, feature2(template, a, b), c)
}
