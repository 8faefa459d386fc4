package nlp

import "strings"

// Sentences finds the sentences of a Doc. A sentence never crosses a paragraph; inside
// one it ends at a period, question or exclamation mark, with the quotation marks and
// brackets that close there, unless what follows shows that it goes on.
var Sentences = Annotator{
	Name: "sentences", Needs: []Layer{ParagraphLayer, TokenLayer}, Adds: []Layer{SentenceLayer},
	Run: func(d *Doc) error {
		s := splitter{Doc: d, informal: isInformal(d)}
		d.Sentences = d.Sentences[:0]
		first := 0
		for _, p := range d.Paragraphs {
			s.end = first
			for s.end < len(d.Tokens) && d.Tokens[s.end].Start < p.End {
				s.end++
			}
			s.paragraph(first)
			first = s.end
		}
		return nil
	},
}

// A splitter appends the sentences of a Doc, a paragraph at a time.
type splitter struct {
	*Doc
	end      int  // end of the paragraph
	informal bool // the writer does not bother with capitals
}

// isInformal reports whether the text is written without care for capitals: it has an
// "i" for "I".
func isInformal(d *Doc) bool {
	for _, t := range d.Tokens {
		if t.End == t.Start+1 && d.Text[t.Start] == 'i' {
			return true
		}
	}
	return false
}

// paragraph appends the sentences of the tokens from first to the paragraph's end.
func (s *splitter) paragraph(first int) {
	for i := first; i < s.end; i++ {
		if next := s.cut(first, i); next > 0 && next < s.end {
			s.Sentences = append(s.Sentences, Span{first, next})
			first, i = next, next-1
		}
	}
	if first < s.end {
		s.Sentences = append(s.Sentences, Span{first, s.end})
	}
}

// cut returns where the next sentence starts if the one from first ends with token i
// and the marks that close after it; else 0.
func (s *splitter) cut(first, i int) int {
	if isTerminator(s.Word(i)) {
		next := s.afterClosers(i + 1)
		if next < s.end && !s.isListNumber(first, i) && s.endsAt(i, next) {
			return next
		}
		return 0
	}
	if s.isHeaderEnd(first, i) || s.isLead(first, i) {
		return i + 1
	}
	return 0
}

// isListNumber reports whether the sentence from first to the period i is but the
// number of a list item: "1."
func (s *splitter) isListNumber(first, i int) bool {
	return s.Word(i) == "." && (i == first+1 && isDigit(s.Word(first)[0]) || i == first+2 && isDigit(s.Word(first + 1)[0]) && !isWord(s.Word(first)))
}

// isLead reports whether the sentence from first to token i is a source in brackets
// before the text, "(River Post)", or ends in an emoticon.
func (s *splitter) isLead(first, i int) bool {
	if i+1 >= s.end || !s.gap(i+1) || !isUpper(s.Word(i+1), 0) {
		return false
	}
	if lookup(emoticons, s.Word(i)) {
		return true
	}
	return s.Word(i) == ")" && s.Word(first) == "(" && i > first+1 && len(s.Word(first+1)) > 1 && isUpper(s.Word(first+1), 0)
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

// afterClosers returns the first token from i on that does not belong to what stands
// before it: closing marks and references such as [12] do.
func (s *splitter) afterClosers(i int) int {
	for i < s.end && s.closes(i) {
		i++
	}
	for {
		n := s.reference(i)
		if n == 0 {
			return i
		}
		i += n
	}
}

// closes reports whether token i is a closing mark that touches the token before it. A
// straight quotation mark closes if nothing but another one touches it on the right.
func (s *splitter) closes(i int) bool {
	if s.gap(i) || !isCloser(s.Word(i)) {
		return false
	}
	return s.Word(i) != `"` || i+1 >= s.end || s.gap(i+1) || isCloser(s.Word(i+1))
}

// gap reports whether blanks stand before token i.
func (s *splitter) gap(i int) bool { return i == 0 || s.Tokens[i].Start > s.Tokens[i-1].End }

func isCloser(word string) bool {
	switch word {
	case `"`, "'", "''", "”", "’", "»", ")", "]", "}":
		return true
	}
	return false
}

// reference returns the number of tokens of the note in brackets at token i, or 0: a
// number, an ellipsis, a few words in small letters: [12], [...], [citation needed].
func (s *splitter) reference(i int) int {
	if i+2 >= s.end || s.Word(i) != "[" {
		return 0
	}
	if w := s.Word(i + 1); !isDigit(w[0]) && w != "..." && w != "…" && !startsLower(w) {
		return 0
	}
	for n := 2; n <= longestNote && i+n < s.end; n++ {
		if s.Word(i+n) == "]" {
			return n + 1
		}
	}
	return 0
}

// longestNote is the largest number of tokens of a note in brackets.
const longestNote = 5

// endsAt reports whether a sentence ends after the terminator i, closers and all, given
// that token next follows.
func (s *splitter) endsAt(i, next int) bool {
	word, after := s.Word(i), s.Word(next)
	switch {
	case isContinuation(after):
		return false
	case startsLower(after):
		return s.endsBeforeLower(i, next)
	case !s.gap(next) && !isUpper(after, 0):
		return false
	case isAbbreviated(word):
		return s.abbreviationEnds(word[:len(word)-1], next)
	case next > i+1 && word != "." && s.isCue(next):
		return false
	case after == "(" && word != "." && next+1 < s.end && isDigit(s.Word(next + 1)[0]):
		return false // a title: "Viva! (1965)"
	}
	return true
}

// endsBeforeLower reports whether the sentence ends with token i although a small
// letter follows: "Exports fell. the reason is not known."
func (s *splitter) endsBeforeLower(i, next int) bool {
	word := s.Word(i)
	switch {
	case word[0] == '.' && (len(word) > 1 || !s.gap(next)), word == "…", isAbbreviated(word), i == 0:
		return false
	case next > i+1 && !(s.informal && s.Word(next-1) == ")"):
		return false // "Why?" she asked
	case s.informal:
		return true
	case word == ".":
		return len(s.Word(i-1)) > longestShortened
	}
	return startsLower(s.Word(i - 1)) // and not "Yahoo! said"
}

// longestShortened is the length of the longest word that a period before a small
// letter may shorten.
const longestShortened = 2

// isAbbreviated reports whether the token is a word that ends in a period.
func isAbbreviated(word string) bool {
	if word[len(word)-1] != '.' {
		return false
	}
	c, _ := classAt(word, 0)
	return c >= letter
}

// abbreviationEnds reports whether the abbreviation, in front of token next, ends its
// sentence too.
func (s *splitter) abbreviationEnds(word string, next int) bool {
	after := s.Word(next)
	switch {
	case lookup(abbreviations, word) == title, len(word) == 1, lookup(midSentence, word):
		return false
	case isDigit(after[0]):
		return !lookup(monthAndDay, word)
	case lookup(states, word) && next > 1 && s.Word(next-2) == ",":
		return isUpper(after, 0) // "in Albany, N.Y. Officials said": mid-sentence, a comma would follow
	}
	return lookup(starters, after)
}

// isCue reports whether a reporting verb follows close by, as after a quotation that
// ends in a question mark: "Why?" Okoye asked. A word that has its capital only from the
// start of a sentence starts one, if it is no pronoun right before the verb: "Why?" The
// mayor laughed.
func (s *splitter) isCue(next int) bool {
	if lookup(starters, s.Word(next)) {
		return lookup(askers, s.Word(next)) && next+1 < s.end && lookup(cues, s.Word(next+1))
	}
	for i := next; i < min(next+4, s.end); i++ {
		if lookup(cues, s.Word(i)) {
			return true
		}
		if isTerminator(s.Word(i)) || lookup(unsaid, s.Word(i)) {
			break
		}
	}
	return false
}

// isHeaderEnd reports whether token i ends a line of a message's head or foot that was
// run into the text: an address, a date with a clock time, a complimentary close.
func (s *splitter) isHeaderEnd(first, i int) bool {
	if i+1 >= s.end {
		return false
	}
	word, after := s.Word(i), s.Word(i+1)
	switch {
	case word == ">" && i > 1:
		return isAddress(s.Word(i-1)) && !isContinuation(after) && (s.informal || !startsLower(after))
	case isAddress(word), isFileName(word):
		return isUpper(after, 0) || isAddress(after) || after == "-" && s.gap(i+1) || s.isStamp(i+1) ||
			s.informal && startsLower(after) && strings.Contains(word, "://")
	case isRuleLine(word, shortestStars), isRuleLine(after, shortestRule):
		return s.gap(i + 1)
	case word == ">>":
		return isUpper(after, 0) || after == "-"
	case word == "," && lookup(greetings, s.Word(first)):
		return i-first <= 3 && isUpper(after, 0) && lookup(starters, after)
	case word == "," && i == first+1 && lookup(thanks, s.Word(first)):
		return isUpper(after, 0) && !lookup(starters, after) // "Thanks, Ada"
	case word == "," && i > first:
		return i-first <= 2 && isUpper(after, 0) && lookup(valedictions, s.Word(i-1))
	case s.isStamp(i + 1):
		return s.gap(i+1) && isWord(word) && isUpper(s.Word(first), 0) && !startsLower(word)
	}
	return s.isStamp(i-1) && !isHalfDay(after) && after != "a.m." && after != "p.m." || isHalfDay(word) && s.isStamp(i-2)
}

// isRuleLine reports whether word is a line drawn of at least so many marks: "=====".
func isRuleLine(word string, shortest int) bool {
	if len(word) < shortest || strings.IndexByte("=*_-", word[0]) < 0 || word[0] == '-' && len(word) < shortestRule {
		return false
	}
	return strings.Count(word, word[:1]) == len(word)
}

// Marks that stand together are a line, and no dash or stress, from these numbers on:
// one that ends what stands before it, and one that only ends itself.
const (
	shortestRule  = 5
	shortestStars = 3
)

// isFileName reports whether word ends in a file's extension.
func isFileName(word string) bool {
	n := strings.LastIndexByte(word, '.')
	return n > 0 && lookup(extensions, word[n+1:])
}

// isStamp reports whether a date in figures and a clock time start at token i.
func (s *splitter) isStamp(i int) bool {
	return i >= 0 && i+1 < s.end && isFigures(s.Word(i), '/') && isFigures(s.Word(i+1), ':')
}

// isFigures reports whether word is of digits with sep between some of them.
func isFigures(word string, sep byte) bool {
	return isDigit(word[0]) && strings.IndexByte(word, sep) > 0
}

func isHalfDay(word string) bool {
	return len(word) == 2 && word[1]|0x20 == 'm' && strings.IndexByte("apAP", word[0]) >= 0
}

func isAddress(word string) bool {
	at := strings.IndexByte(word, '@')
	return strings.Contains(word, "://") || at > 0 && strings.IndexByte(word[at:], '.') > 0 || strings.HasPrefix(word, "www.")
}

func isWord(word string) bool { c, _ := classAt(word, 0); return c >= letter }

// greetings are the first words of a letter.
var greetings = wordSet("dear hi hello hey")

// thanks close a letter before the writer's name.
var thanks = wordSet("thanks thx")

// valedictions are the last words of a letter's complimentary close.
var valedictions = wordSet("regards sincerely respectfully cheers")

// startsLower reports whether word starts with a lower-case letter.
func startsLower(word string) bool { return isLower(word, 0) }

// isContinuation reports whether no sentence starts with the mark.
func isContinuation(word string) bool {
	return strings.IndexByte(",;:.!?)]}%/", word[0]) >= 0
}

// midSentence are abbreviations that lead on to something.
var midSentence = wordSet("e.g i.e vs viz cf c ca approx al p.s ps ext tel")

// states are the abbreviations of regions that stand after a town's name.
var states = wordSet(`ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
	n.y n.j n.h n.c n.d n.m okla ore pa r.i s.c s.d tenn tex va vt wash w.va wis wyo d.c ont que b.c`)

// starters are words that, capitalized, often start a sentence and seldom a name.
var starters = wordSet(`the a an this that these those he she it they we i you his her its their
	our my in on at by for from with after before when while as if but and or so yet there
	then however meanwhile although though since because under over during among both
	what who why how where which some many most all no not now here one another also
	still such each until once despite nor to of yes thank thanks please just i'm i've`)

// askers are the starters that may stand between a quotation and its verb.
var askers = wordSet("he she it they we i you")

// unsaid are words in front of a verb that tells of what is not or not yet said.
var unsaid = wordSet("not n't never would will could can may might should must to")

// cues are the commonest verbs of reporting, as they stand beside a quotation.
var cues = wordSet(`said says say asked asks wrote writes added adds replied replies told
	tells answered shouted yelled cried exclaimed inquired wondered demanded screamed whispered
	ask thought called call muttered snapped insisted began started sighed laughed continued howled yells shouts cries`)
