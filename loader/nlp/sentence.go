package nlp

import "strings"

// Sentences finds the sentences of a Doc. A sentence never crosses a paragraph; inside
// one it ends at a period, question or exclamation mark, with the quotation marks and
// brackets that close there, unless what follows shows that it goes on.
var Sentences = Annotator{
	Name: "sentences", Needs: []Layer{ParagraphLayer, TokenLayer}, Adds: SentenceLayer,
	Run: func(d *Doc) error {
		d.Sentences = d.Sentences[:0]
		first := 0
		for _, p := range d.Paragraphs {
			end := first
			for end < len(d.Tokens) && d.Tokens[end].Start < p.End {
				end++
			}
			d.splitParagraph(first, end)
			first = end
		}
		return nil
	},
}

// splitParagraph appends the sentences of the tokens from first to end.
func (d *Doc) splitParagraph(first, end int) {
	for i := first; i < end; i++ {
		if !isTerminator(d.Word(i)) {
			continue
		}
		next := d.afterClosers(i+1, end)
		if next < end && d.endsSentence(i, next) {
			d.Sentences = append(d.Sentences, Span{first, next})
			first = next
		}
	}
	if first < end {
		d.Sentences = append(d.Sentences, Span{first, end})
	}
}

// isTerminator reports whether a sentence may end with the token: it ends in a period,
// question mark, exclamation mark or ellipsis.
func isTerminator(word string) bool {
	switch word[len(word)-1] {
	case '.', '!', '?':
		return true
	}
	return word == "…"
}

// afterClosers returns the first token from i on that is not a mark which closes what
// stands before it.
func (d *Doc) afterClosers(i, end int) int {
	for i < end && d.Tokens[i].Start == d.Tokens[i-1].End && isCloser(d.Word(i)) &&
		(i+1 == end || d.Tokens[i+1].Start > d.Tokens[i].End || isCloser(d.Word(i+1)) || d.Word(i) != `"`) {
		i++
	}
	return i
}

func isCloser(word string) bool {
	switch word {
	case `"`, "'", "''", "”", "’", "»", ")", "]", "}":
		return true
	}
	return false
}

// endsSentence reports whether a sentence ends after the terminator i, closers and all,
// given that the token next follows.
func (d *Doc) endsSentence(i, next int) bool {
	word, after := d.Word(i), d.Word(next)
	if startsLower(after) || isContinuation(after) {
		return false
	}
	if d.Tokens[next].Start == d.Tokens[next-1].End && !isUpper(after, 0) {
		return false
	}
	if len(word) > 1 && word[0] != '.' && word[len(word)-1] == '.' && isWordStart(word) {
		return d.abbreviationEnds(word[:len(word)-1], i, next)
	}
	if next > i+1 && word != "." && d.isCue(next) {
		return false
	}
	return true
}

// abbreviationEnds reports whether the abbreviation i, in front of token next, ends its
// sentence too.
func (d *Doc) abbreviationEnds(word string, i, next int) bool {
	after := d.Word(next)
	if isDigit(after[0]) {
		return !lookup(monthAndDay, word)
	}
	switch {
	case lookup(abbreviations, word) == title:
		return false
	case len(word) == 1:
		return false
	}
	return lookup(starters, after)
}

// isCue reports whether a reporting verb follows close by, as after a quotation that
// ends in a question mark: "Why?" Okoye asked.
func (d *Doc) isCue(next int) bool {
	for i := next; i < min(next+4, len(d.Tokens)); i++ {
		if lookup(cues, d.Word(i)) {
			return true
		}
		if isTerminator(d.Word(i)) {
			break
		}
	}
	return false
}

func isWordStart(word string) bool { c, _ := classAt(word, 0); return c >= letter }

// startsLower reports whether word starts with a lower-case letter.
func startsLower(word string) bool { return isLower(word, 0) }

// isContinuation reports whether no sentence starts with the mark.
func isContinuation(word string) bool {
	return strings.IndexByte(",;:.!?)]}%/", word[0]) >= 0
}

// starters are words that, capitalized, often start a sentence and seldom a name.
var starters = wordSet(`the a an this that these those he she it they we i you his her its their
	our my in on at by for from with after before when while as if but and or so yet there
	then however meanwhile although though since because under over during among both
	what who why how where which some many most all no not now here one another also
	still such each until once despite nor to of`)

// cues are the commonest verbs of reporting, as they stand beside a quotation.
var cues = wordSet(`said says say asked asks wrote writes added adds replied replies told
	tells answered shouted yelled cried exclaimed inquired wondered demanded screamed whispered`)
