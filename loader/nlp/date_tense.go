package nlp

// futureAt reports whether the clause around the tokens speaks of the future.
func (p *dater) futureAt(start, end int) bool { return p.tenseAt(start, end) == futureTense }

// tenseAt returns the tense of the clause around the tokens from start to end. The verb
// that decides is the nearest one before them, else the first one after.
func (p *dater) tenseAt(start, end int) tense {
	if p.is(start-1, "until") || p.is(start-1, "till") || p.is(end, "if") || p.is(end, "unless") {
		return futureTense
	}
	for i := start - 1; i >= max(p.s.Start, start-longestClause); i-- {
		if t := p.tenseOf(i); t != noTense {
			return t
		}
	}
	for i := end; i < min(p.s.End, end+longestClause); i++ {
		if t := p.tenseOf(i); t != noTense {
			return t
		}
	}
	return noTense
}

// longestClause is how many tokens from a date its verb is looked for.
const longestClause = 40

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
	switch {
	case p.is(i, "to"):
		return p.tenseOfTo(i)
	case p.is(i, "set"):
		if p.is(i+1, "for") || p.is(i+1, "to") {
			return futureTense
		}
	}
	t := lookup(tenses, word)
	if n := len(word); t == noTense && n > 3 && word[n-2:] == "ed" && isLower(word, 0) {
		t = pastTense
	}
	if t == pastTense && (p.isParticiple(i) || i > p.s.Start && lookup(beforeAdjective, p.Word(i-1))) {
		return noTense
	}
	return t
}

// tenseOfTo returns what "to" says: "plans to meet" and "to be opened" look ahead, "agreed
// to the terms" does not.
func (p *dater) tenseOfTo(i int) tense {
	if i+1 >= p.s.End || lookup(beforeAdjective, p.Word(i+1)) || lookup(leadIns, p.Word(i+1)) {
		return noTense
	}
	if p.is(i+1, "be") || i > p.s.Start && lookup(intentions, p.Word(i-1)) {
		return futureTense
	}
	return noTense
}

// isParticiple reports whether token i, a past form, depends on a form of "be" that
// says when: "will be released", "to be opened".
func (p *dater) isParticiple(i int) bool {
	for j := i - 1; j >= max(p.s.Start, i-2); j-- {
		if p.is(j, "be") || p.is(j, "been") || p.is(j, "being") {
			return true
		}
	}
	return false
}

// beforeAdjective are words after which a word in -ed is no verb: "a planned visit".
var beforeAdjective = wordSet("a an the its their his her this still of in with no any")

// intentions are words before "to" that look ahead.
var intentions = wordSet(`plan plans planned planning expect expects expected schedule scheduled due set slated
	agreed intend intends intended hope hopes hoping want wants vow vows vowed promise promises promised ready
	going about is are likely aims aim seeks pledged prepared preparing decided agreement deal plan offer bid proposal effort decision invitation supposed
	threatened threatens threatening warned`)

var tenses = wordMap(map[tense]string{
	futureTense: `will 'll ’ll wo shall would upcoming scheduled due slated expected expects expect
		planned plans tomorrow forthcoming future soon through`,
	pastTense: `said was were had did told met made went came took gave got saw found held began left sent won lost
		led brought rose fell grew bought sold struck spoke wrote ran put cut hit shot paid became broke
		chose drew felt kept knew laid let read says shook showed shut stood swore thought threw understood withdrew
		has have been 'd ’d ago reported`,
})
