package nlp

import (
	"strings"
)

// A timeWord is what a word means to the date rules: its class and a value.
type timeWord struct {
	class timeClass
	n     int
}

type timeClass uint8

const (
	noTime      timeClass = iota
	monthWord             // n: 1 to 12
	weekdayWord           // n: 0 to 6 from Monday
	unitWord              // n: a unit
	unitsWord             // n: a unit, in the plural
	ordinalWord           // n: its number
	numberWord            // n: its number; 0 for "several"
	dayWord               // n: days from today: today, yesterday, tomorrow
	lastWord              // last, past, previous
	thisWord              // this, current
	nextWord              // next, coming, following
	thatWord              // that, same
	theWord               // the, its, their
	everyWord             // every, each
	partWord              // n: a part: early, late, mid
	laterWord             // n: -1 earlier, +1 later
	aboutWord             // nearly, about
	seasonWord            // n: 0 spring to 3 winter
	clockWord             // morning, night
	edgeWord              // n: a part: beginning, end
	decadeWord            // n: 90 for nineties
	setWord               // daily, Mondays
	fiscalWord            // fiscal
	yearNumber            // n: 1990
	smallNumber           // n: 1 to 99 in figures
	holidayWord           // the first word of a holiday
)

var timeWords = func() map[string]timeWord {
	m := make(map[string]timeWord)
	list := func(class timeClass, first int, words string) {
		for i, alternatives := range strings.Fields(words) {
			for word := range strings.SplitSeq(alternatives, "/") {
				m[word] = timeWord{class, first + i}
			}
		}
	}
	all := func(class timeClass, n int, words string) {
		for word := range strings.FieldsSeq(words) {
			m[word] = timeWord{class, n}
		}
	}
	list(monthWord, 1, "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec")
	list(weekdayWord, 0, "monday/mon tuesday/tues/tue wednesday/wed thursday/thurs/thur/thu friday/fri saturday sunday")
	list(unitWord, 1, "hour day weekend week month quarter season half year decade century")
	list(unitsWord, 1, "hours days weekends weeks months quarters seasons halves years decades centuries")
	list(ordinalWord, 1, `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
		fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`)
	list(numberWord, 1, `one/a/an two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
		sixteen seventeen eighteen nineteen twenty`)
	for i, word := range strings.Fields("thirty forty fifty sixty seventy eighty ninety") {
		m[word] = timeWord{numberWord, 30 + 10*i}
	}
	for i, word := range strings.Fields("twenties thirties forties fifties sixties seventies eighties nineties") {
		m[word] = timeWord{decadeWord, 20 + 10*i}
	}
	all(numberWord, 0, "several few many some")
	list(dayWord, -1, "yesterday today/tonight tomorrow")
	all(lastWord, -1, "last past latest")
	all(lastWord, -2, "previous preceding prior")
	all(thisWord, 0, "this current")
	all(nextWord, 1, "next coming upcoming")
	all(nextWord, 2, "following subsequent")
	all(thatWord, 0, "that same")
	all(theWord, 0, "the its their his her")
	all(everyWord, 0, "every each")
	all(partWord, int(earlyPart), "early")
	all(partWord, int(midPart), "mid")
	all(partWord, int(latePart), "late")
	all(laterWord, -1, "earlier")
	all(laterWord, 1, "later")
	all(aboutWord, 0, "nearly almost about around approximately roughly")
	list(seasonWord, 0, "spring summer fall/autumn winter")
	all(clockWord, 0, "morning afternoon evening night noon midnight")
	all(edgeWord, int(earlyPart), "beginning start")
	all(edgeWord, int(midPart), "middle")
	all(edgeWord, int(endPart), "end")
	all(setWord, int(dayUnit), "daily nightly")
	all(setWord, int(weekUnit), "weekly mondays tuesdays wednesdays thursdays fridays saturdays sundays")
	all(setWord, int(monthUnit), "monthly")
	all(setWord, int(quarterUnit), "quarterly")
	all(setWord, int(yearUnit), "annually yearly")
	all(fiscalWord, 0, "fiscal")
	for _, h := range holidays {
		first, _, _ := strings.Cut(strings.ToLower(h.words), " ")
		m[first] = timeWord{holidayWord, 0}
	}
	return m
}()

// numberOf returns the number that word writes in at most four figures, with "st", "nd",
// "rd" or "th" allowed after it.
func numberOf(word string) (n int, ordinal, ok bool) {
	digits := 0
	for digits < len(word) && isDigit(word[digits]) {
		n = n*10 + int(word[digits]-'0')
		digits++
		if digits > 4 {
			return 0, false, false
		}
	}
	switch rest := word[digits:]; {
	case digits == 0:
		return 0, false, false
	case rest == "":
		return n, false, true
	case digits <= 2 && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th"):
		return n, true, true
	}
	return 0, false, false
}

// figuresOf returns what a word that starts with a figure means: 1990, 1990s, 16, 16th.
func figuresOf(word string) timeWord {
	if n := len(word) - 1; (n == 2 || n == 4) && word[n] == 's' {
		if w := figuresOf(word[:n]); w.n%10 == 0 && (w.class == yearNumber || w.class == smallNumber) {
			return timeWord{decadeWord, w.n}
		}
		return timeWord{}
	}
	n, ordinal, ok := numberOf(word)
	switch {
	case !ok:
	case ordinal:
		return timeWord{ordinalWord, n}
	case len(word) == 4 && n >= minYear && n <= maxYear:
		return timeWord{yearNumber, n}
	case len(word) <= 2:
		return timeWord{smallNumber, n}
	}
	return timeWord{}
}

// timeWordOf returns what the word means to the date rules.
func timeWordOf(word string) timeWord {
	c := word[0]
	switch {
	case isDigit(c):
		return figuresOf(word)
	case c == '\'' && len(word) > 2 && isDigit(word[1]):
		return figuresOf(word[1:])
	case strings.HasPrefix(word, "’") && len(word) > len("’0"):
		return figuresOf(word[len("’"):])
	case !isASCIILetter(c):
		return timeWord{}
	}
	n := len(word)
	if word[n-1] == '.' {
		n--
	}
	return lookup(timeWords, word[:n])
}

// A four-figure number is a year only between these.
const (
	minYear = 1500
	maxYear = 2100
)

// bareMonths are months that are also other words or names: alone they are months only
// after a preposition or the like.
var doubtfulMonths = wordSet("march may april june august mar sep jan dec")

// leadIns are words after which a bare year or month is one.
var leadIns = wordSet(`in since of by until till from to through during before after for around about and
	between than fiscal year early late mid last this next the on throughout`)
