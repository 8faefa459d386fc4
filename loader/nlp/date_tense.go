package nlp

// futureAt reports whether the clause around tokens start to end speaks of the future.
// The verb that decides is the nearest one before the date, else the first one after it.
func (p *dater) futureAt(start, end int) bool {
	for i := start - 1; i >= p.s.Start; i-- {
		switch p.tenseOf(i) {
		case futureTense:
			return true
		case pastTense:
			return false
		}
	}
	for i := end; i < p.s.End; i++ {
		switch p.tenseOf(i) {
		case futureTense:
			return true
		case pastTense:
			return false
		}
	}
	return false
}

// A tense is what a word says of the time of its clause.
type tense uint8

const (
	noTense tense = iota
	pastTense
	futureTense
)

// tenseOf returns what token i says of the time of its clause.
func (p *dater) tenseOf(i int) tense {
	word := p.Word(i)
	switch t := lookup(tenses, word); {
	case t != noTense:
		return t
	case p.is(i, "to"):
		if i > p.s.Start && lookup(intentions, p.Word(i-1)) {
			return futureTense
		}
		return noTense
	}
	if n := len(word); n > 3 && word[n-2] == 'e' && word[n-1] == 'd' && isLower(word, 0) && !p.isParticiple(i) {
		return pastTense
	}
	return noTense
}

// isParticiple reports whether token i, a word in -ed, depends on a form of "be" that
// says when: "will be released", "to be opened".
func (p *dater) isParticiple(i int) bool {
	for j := i - 1; j >= max(p.s.Start, i-2); j-- {
		if p.is(j, "be") || p.is(j, "been") || p.is(j, "being") {
			return true
		}
	}
	return false
}

// intentions are words before "to" that look ahead.
var intentions = wordSet(`plan plans planned planning expect expects expected schedule scheduled due set slated
	agreed intend intends intended hope hopes hoping want wants vow vows vowed promise promises promised ready
	going about is are likely aims aim seeks pledged prepared preparing decided`)

var tenses = wordMap(map[tense]string{
	futureTense: `will 'll ’ll wo shall would may might could can upcoming scheduled due slated expected expects expect
		tomorrow until by forthcoming future ahead begins opens starts`,
	pastTense: `said was were had did told met made went came took gave got saw found held began left sent won lost
		led brought rose fell grew bought sold struck spoke wrote ran set put cut hit shot paid became broke
		chose drew felt kept knew laid let read says shook showed shut stood swore thought threw understood withdrew
		has have been 'd ’d ago reported`,
})
