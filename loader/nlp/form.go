package nlp

import (
	"unicode"
	"unicode/utf8"
)

// A form is what the network knows of a word by its letters alone: its number, and
// buckets of its ends and its shape. internal/train/network/forms.py has the same.
type form struct{ word, suffix, ending, prefix, shape int32 }

// Buckets of the parts of a form.
const (
	suffixBuckets = 2048 // the last three letters
	endingBuckets = 512  // the last two
	prefixBuckets = 2048 // the first three
	shapeBuckets  = 512
)

// Seeds of the hashes of the parts of a form.
const (
	suffixSeed = iota + 1
	endingSeed
	prefixSeed
	shapeSeed
	wordSeed
)

// key puts a form into one number.
func (f form) key() uint64 {
	return uint64(f.word)<<42 | uint64(f.suffix)<<31 | uint64(f.ending)<<22 | uint64(f.prefix)<<11 | uint64(f.shape)<<1 | 1
}

// fnv is the FNV-1a hash of 32 bits, with a seed.
func fnv(b []byte, seed uint32) uint32 {
	h := 2166136261 ^ seed
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// maxForm bounds the bytes of a word that are looked at: of a longer one, half of them
// from each end.
const maxForm = 64

// formOf returns the form of s.
func (n *network) formOf(s string) form {
	if len(s) > maxForm {
		s = s[:maxForm/2] + s[len(s)-maxForm/2:]
	}
	var buf [utf8.UTFMax * maxForm]byte
	low := lowerForm(buf[:0], s)
	return form{
		word:   n.words.find(low),
		suffix: int32(fnv(lastRunes(low, 3), suffixSeed) % suffixBuckets),
		ending: int32(fnv(lastRunes(low, 2), endingSeed) % endingBuckets),
		prefix: int32(fnv(firstRunes(low, 3), prefixSeed) % prefixBuckets),
		shape:  int32(shapeHash(s) % shapeBuckets),
	}
}

// lowerForm appends s in lower case, with straight quotation marks.
func lowerForm(low []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return lowerRunes(low, s[i:])
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		low = append(low, c)
	}
	return low
}

func lowerRunes(low []byte, s string) []byte {
	for _, r := range s {
		low = utf8.AppendRune(low, unicode.ToLower(straight(r)))
	}
	return low
}

// straight returns the straight form of a curly quotation mark: treebanks have few others.
func straight(r rune) rune {
	switch r {
	case '‘', '’', '‛', '′':
		return '\''
	case '“', '”', '„', '″':
		return '"'
	}
	return r
}

func lastRunes(b []byte, n int) []byte {
	end := len(b)
	for ; n > 0 && end > 0; n-- {
		_, size := utf8.DecodeLastRune(b[:end])
		end -= size
	}
	return b[end:]
}

func firstRunes(b []byte, n int) []byte {
	end := 0
	for ; n > 0 && end < len(b); n-- {
		_, size := utf8.DecodeRune(b[end:])
		end += size
	}
	return b[:end]
}

// shapeLength is how many runes of a shape count, runs cut to two.
const shapeLength = 8

// shapeHash hashes the shape of s: X for a capital, x for another letter, 0 for a digit.
func shapeHash(s string) uint32 {
	var buf [utf8.UTFMax * shapeLength]byte
	shape := buf[:0]
	last, run, count := rune(-1), 0, 0
	for _, r := range s {
		c := shapeRune(straight(r))
		if c == last {
			run++
		} else {
			last, run = c, 1
		}
		if run > 2 {
			continue
		}
		shape = utf8.AppendRune(shape, c)
		if count++; count == shapeLength {
			break
		}
	}
	return fnv(shape, shapeSeed)
}

func shapeRune(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && (unicode.IsUpper(r) || unicode.IsTitle(r)):
		return 'X'
	case '0' <= r && r <= '9' || r >= utf8.RuneSelf && unicode.IsDigit(r):
		return '0'
	case r >= utf8.RuneSelf && unicode.IsLetter(r):
		return 'x'
	}
	return r
}

// A vocabulary numbers the words that the network knows from 1, by two hashes of their
// lower case.
type vocabulary struct {
	mask  uint32
	slots []vocabularySlot
}

type vocabularySlot struct {
	check uint32
	id    int32
}

// newVocabulary numbers words in their order.
func newVocabulary(words [][]byte) *vocabulary {
	size := 1 << 8
	for size < 2*len(words) {
		size *= 2
	}
	v := &vocabulary{uint32(size - 1), make([]vocabularySlot, size)}
	for n, w := range words {
		i := fnv(w, 0) & v.mask
		for v.slots[i].id != 0 {
			i = (i + 1) & v.mask
		}
		v.slots[i] = vocabularySlot{fnv(w, wordSeed), int32(n + 1)}
	}
	return v
}

// find returns the number of a word, 0 if it is not known.
func (v *vocabulary) find(low []byte) int32 {
	check := fnv(low, wordSeed)
	for i := fnv(low, 0) & v.mask; ; i = (i + 1) & v.mask {
		s := v.slots[i]
		if s.id == 0 || s.check == check {
			return s.id
		}
	}
}
