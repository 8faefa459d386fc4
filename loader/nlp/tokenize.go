package nlp

import (
	"strings"
	"unicode/utf8"
)

// Tokens cuts the paragraphs of a Doc into words and marks, as the English Universal
// Dependencies treebanks do: "don't" is do n't, "well-known" is well - known, and
// "U.S.", "e-mail", "anti-war", "1,500" and an address are each one.
var Tokens = Annotator{
	Name: "tokens", Needs: []Layer{ParagraphLayer}, Adds: []Layer{TokenLayer},
	Run: func(d *Doc) error {
		t := tokenizer{text: d.Text, tokens: d.Tokens[:0]}
		for _, p := range d.Paragraphs {
			t.paragraph(p)
		}
		d.Tokens = t.tokens
		return nil
	},
}

// A tokenizer appends the tokens of a text, chunk by chunk: a chunk is what stands
// between two blanks.
type tokenizer struct {
	text   string
	tokens []Token
	limit  int // end of the paragraph
	begin  int // start of the chunk
	end    int // end of the chunk
}

func (t *tokenizer) paragraph(p Range) {
	t.limit = p.End
	for i := p.Start; i < p.End; {
		c, size := classAt(t.text, i)
		if c == blank {
			i += size
			continue
		}
		t.begin, t.end = i, t.chunkEnd(i)
		t.chunk()
		i = t.end
	}
}

// chunkEnd returns the end of the chunk that starts at byte i.
func (t *tokenizer) chunkEnd(i int) int {
	for i < t.limit {
		c, size := classAt(t.text, i)
		if c == blank {
			break
		}
		i += size
	}
	return i
}

func (t *tokenizer) chunk() {
	for i := t.begin; i < t.end; {
		if c, _ := classAt(t.text, i); c == mark {
			i = t.mark(i)
		} else {
			i = t.word(i)
		}
	}
}

// add appends the token between two offsets and returns where it ends.
func (t *tokenizer) add(start, end int) int {
	t.tokens = append(t.tokens, Token{Start: start, End: end})
	return end
}

// at returns the byte at offset i of the chunk, or 0 past its end.
func (t *tokenizer) at(i int) byte {
	if i < t.end {
		return t.text[i]
	}
	return 0
}

// isWord reports whether a letter or digit stands at byte i of the chunk.
func (t *tokenizer) isWord(i int) bool {
	if i >= t.end {
		return false
	}
	c, _ := classAt(t.text, i)
	return c >= letter
}

// runEnd returns the end of the letters and digits from byte i on.
func (t *tokenizer) runEnd(i int) int {
	for i < t.end {
		c, size := classAt(t.text, i)
		if c < letter {
			break
		}
		i += size
	}
	return i
}

// apostrophe returns the length of the apostrophe at byte i, or 0.
func (t *tokenizer) apostrophe(i int) int {
	switch c := t.at(i); {
	case c == '\'':
		return 1
	case c == 0xe2 && (strings.HasPrefix(t.text[i:], "’") || strings.HasPrefix(t.text[i:], "‘")):
		return len("’")
	}
	return 0
}

// word appends the tokens of the word at byte i and returns where it ends.
func (t *tokenizer) word(i int) int {
	if end := t.address(i); end > i {
		return t.add(i, end)
	}
	j := t.runEnd(i)
	for {
		next := t.join(i, j)
		if next == 0 {
			break
		}
		j = t.runEnd(next)
	}
	if n := t.clitic(j); n > 0 {
		return t.wordWithClitic(i, j, j+n)
	}
	if n := unitStart(t.text[i:j]); n > 0 {
		t.add(i, i+n)
		i += n
	}
	if t.at(j) == '.' && t.keepsPeriod(i, j) {
		j++
	}
	if t.at(j) == '$' && isDollarPrefix(t.text[i:j]) {
		j++
	}
	if n := fusedSplit(t.text[i:j]); n > 0 {
		t.add(i, i+n)
		i += n
	}
	return t.add(i, t.brokenOff(j))
}

// brokenOff returns the end of the word that ends at j with the hyphen that shows it
// was broken off: "I kn- I know". The hyphen of "two- and three-year" stands alone.
func (t *tokenizer) brokenOff(j int) int {
	if t.at(j) != '-' || j+1 != t.end || j-t.begin > longestBrokenOff || !isASCIILetter(t.text[t.begin]) {
		return j
	}
	rest := strings.TrimLeft(t.text[j+1:min(t.limit, j+6)], " ")
	for _, word := range []string{"and ", "or ", "to ", "&"} {
		if strings.HasPrefix(rest, word) {
			return j
		}
	}
	return j + 1
}

// longestBrokenOff is the length of the longest start of a word before a hyphen and a
// blank that is taken for a broken-off word, and not for a word with a dash.
const longestBrokenOff = 3

// wordWithClitic appends the word from i to j and the clitic after it: he 's, do n't.
func (t *tokenizer) wordWithClitic(i, j, end int) int {
	if t.text[end-1]|0x20 == 't' {
		j-- // the n belongs to n't
	}
	if i < j {
		t.add(i, j)
	}
	return t.add(j, end)
}

// clitic returns the length of the clitic at byte i with its apostrophe, or 0: 's 'm
// 'd 're 've 'll, and the 't of n't.
func (t *tokenizer) clitic(i int) int {
	n := t.apostrophe(i)
	if n == 0 {
		return 0
	}
	end := t.runEnd(i + n)
	switch end - i - n {
	case 1:
		switch t.text[i+n] | 0x20 {
		case 's', 'm', 'd':
			return n + 1
		case 't':
			if i > t.begin && t.text[i-1]|0x20 == 'n' {
				return n + 1
			}
		}
	case 2:
		switch [2]byte{t.text[i+n] | 0x20, t.text[i+n+1] | 0x20} {
		case [2]byte{'r', 'e'}, [2]byte{'v', 'e'}, [2]byte{'l', 'l'}:
			return n + 2
		}
	}
	return 0
}

// join returns where the word from i to j goes on after the mark at j, or 0 if it ends.
func (t *tokenizer) join(i, j int) int {
	if j == i || j+1 >= t.end {
		return 0
	}
	if n := t.apostrophe(j); n > 0 {
		if t.isWord(j+n) && t.clitic(j) == 0 && !isDigit(t.text[j-1]) {
			return j + n
		}
		return 0
	}
	next := j + 1
	if !t.isWord(next) {
		return 0
	}
	digits := isDigit(t.text[j-1]) && isDigit(t.text[next])
	joins := false
	switch t.text[j] {
	case '.':
		joins = digits || t.isAcronym(i, j)
	case ',':
		joins = digits && t.groupsThousands(i, j)
	case ':':
		joins = digits && (t.runEnd(next)-next == 2 || unitStart(t.text[i:t.runEnd(next)]) > 0)
	case '/':
		joins = digits || isSlashWord(t.text[i:t.runEnd(next)])
	case '-':
		joins = digits && t.isCode(i, j) || !digits && isPrefix(t.text[i:j])
	case '&':
		joins = isUpper(t.text, j-1) && isUpper(t.text, next)
	case '*':
		joins = isASCIILetter(t.text[j-1]) && isASCIILetter(t.text[next])
	}
	if joins {
		return next
	}
	return 0
}

// isAcronym reports whether the period at j stands inside an acronym: after one letter
// and before one, as in "U.S." and "a.m.", or in a degree such as "Ph.D.".
func (t *tokenizer) isAcronym(i, j int) bool {
	end := t.runEnd(j + 1)
	one := j == i+1 || j >= 2 && t.text[j-2] == '.'
	if one && isASCIILetter(t.text[j-1]) && end == j+2 {
		return true
	}
	return isDegree(t.text[i:end])
}

// groupsThousands reports whether the comma at j stands between the groups of a number.
func (t *tokenizer) groupsThousands(i, j int) bool {
	before := j
	for before > i && isDigit(t.text[before-1]) {
		before--
	}
	end := t.runEnd(j + 1)
	return j-before <= 3 && end-j-1 >= 3 && isDigit(t.text[j+2]) && isDigit(t.text[j+3]) && !isDigit(t.at(j+4))
}

// isCode reports whether the hyphen at j stands in a telephone number or a date such
// as 2004-11-17, and not in a range.
func (t *tokenizer) isCode(i, j int) bool {
	end := t.runEnd(j + 1)
	if strings.IndexByte(t.text[i:j], '-') >= 0 || t.at(end) == '-' && isDigit(t.at(end+1)) {
		return true
	}
	return j-i == 3 && end-j-1 == 4
}

// keepsPeriod reports whether the period at j belongs to the word from i to j.
func (t *tokenizer) keepsPeriod(i, j int) bool {
	if t.at(j+1) == '.' {
		return false
	}
	word := t.text[i:j]
	if lookup(abbreviations, word) == beforeDigit && t.nextIsDigit(j+1) {
		return true
	}
	if strings.IndexByte(word, '.') > 0 {
		return isASCIILetter(word[len(word)-1]) && (len(word) == 3 || word[len(word)-2] == '.' || isDegree(word))
	}
	if len(word) == 1 {
		if i > t.begin && t.text[i-1] == '(' && isLower(word, 0) { // "(b. March 2009)"
			return true
		}
		if word == "X" && strings.HasSuffix(t.text[:i], " on ") {
			return false // "posted on X."
		}
		return isUpper(word, 0) && j+1 < t.limit && t.followsInitial(j+1)
	}
	switch lookup(abbreviations, word) {
	case anywhere, title:
		return true
	case capitalized:
		return isUpper(word, 0)
	}
	return false
}

// followsInitial reports whether what stands at byte i may follow a person's initial.
func (t *tokenizer) followsInitial(i int) bool {
	for i < t.limit && t.text[i] == ' ' {
		i++
	}
	return i < t.limit && (isUpper(t.text, i) || t.text[i] == ',' || t.text[i] == '-')
}

func (t *tokenizer) nextIsDigit(i int) bool {
	for i < t.limit && t.text[i] == ' ' {
		i++
	}
	return i < t.limit && isDigit(t.text[i])
}

// mark appends the token of the mark at byte i and returns where it ends.
func (t *tokenizer) mark(i int) int {
	if n := t.clitic(i); n > 0 {
		return t.add(i, i+n)
	}
	if end := t.elision(i); end > i {
		return t.add(i, end)
	}
	if i == t.begin && lookup(emoticons, t.text[i:t.end]) {
		return t.add(i, t.end)
	}
	switch c := t.text[i]; c {
	case '.', '!', '?':
		if c == '.' && isDigit(t.at(i+1)) && i == t.begin {
			return t.add(i, t.runEnd(i+1))
		}
		return t.add(i, t.spanOf(i, ".!?"))
	case '-', '*', '=', '~', '+', '#':
		if c == '#' && isASCIILetter(t.at(i+1)) {
			return t.add(i, t.runEnd(i+1))
		}
		return t.add(i, t.spanOf(i, t.text[i:i+1]))
	case '@':
		return t.add(i, t.runEnd(i+1))
	case '\'', '`', '<', '>':
		if t.at(i+1) == c {
			return t.add(i, i+2)
		}
	}
	return t.add(i, t.symbolEnd(i))
}

// spanOf returns the end of the bytes from i on that stand in set.
func (t *tokenizer) spanOf(i int, set string) int {
	for i < t.end && strings.IndexByte(set, t.text[i]) >= 0 {
		i++
	}
	return i
}

// elision returns the end of the word at byte i that starts with an apostrophe, or 0:
// 'em, 'til, '90s.
func (t *tokenizer) elision(i int) int {
	n := t.apostrophe(i)
	if n == 0 || i > t.begin && t.isWord(i-1) {
		return 0
	}
	end := t.runEnd(i + n)
	if isElision(t.text[i+n : end]) {
		return end
	}
	return 0
}

// symbolEnd returns the end of the symbol at byte i: one character with the variation
// selectors, skin tones and joined characters that follow it in an emoji.
func (t *tokenizer) symbolEnd(i int) int {
	r, size := utf8.DecodeRuneInString(t.text[i:])
	i += size
	if r < utf8.RuneSelf {
		return i
	}
	for i < t.end {
		r, size := utf8.DecodeRuneInString(t.text[i:])
		switch {
		case r == zeroWidthJoiner:
			i += size
			if i < t.end {
				_, size = utf8.DecodeRuneInString(t.text[i:])
				i += size
			}
		case r >= 0xfe00 && r <= 0xfe0f, r >= 0x1f3fb && r <= 0x1f3ff, r == 0x20e3:
			i += size
		default:
			return i
		}
	}
	return i
}

const zeroWidthJoiner = 0x200d
