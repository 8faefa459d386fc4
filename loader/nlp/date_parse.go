package nlp

import "strings"

// match returns the longest expression of time at token i.
func (p *dater) match(i int) found {
	switch w := p.word(i); w.class {
	case everyWord:
		return p.every(i)
	case setWord:
		return found{end: i + 1, kind: DateSet, unit: unit(w.n)}
	case aboutWord:
		f := p.core(i + 1)
		if f.kind == CalendarDate && p.word(i+1).class != weekdayWord { // "get around Monday's ruling"
			return f
		}
		return found{}
	case partWord:
		return p.partOf(i, part(w.n))
	case laterWord:
		return p.laterOf(i, w.n)
	case edgeWord:
		return p.edgeOf(i, part(w.n))
	case theWord:
		if edge := p.word(i + 1); edge.class == edgeWord {
			return p.edgeOf(i+1, part(edge.n))
		}
	}
	return p.core(i)
}

// partOf reads "early 2022", "late last year", "mid-November", "late Thursday".
func (p *dater) partOf(i int, which part) found {
	f := p.core(p.skip(i+1, "-"))
	if f.kind != CalendarDate {
		return found{}
	}
	f.period = f.narrow(f.unit, which)
	return f
}

// edgeOf reads "end of the year", "beginning of October", "start of next week".
func (p *dater) edgeOf(i int, which part) found {
	if !p.is(i+1, "of") {
		return found{}
	}
	f := p.core(i + 2)
	if f.end == 0 {
		f = p.theUnit(i+2, true)
	}
	if f.kind != CalendarDate || f.unit <= dayUnit {
		return found{}
	}
	f.period = f.narrow(f.unit, which)
	return f
}

// laterOf reads "earlier this year", "later that day", "later Tuesday", "earlier in the
// month": the part of the period before or after the day of writing.
func (p *dater) laterOf(i, direction int) found {
	f := p.core(i + 1)
	if p.word(i+1).class == weekdayWord {
		return found{} // "Earlier Friday": the adverb is no part of the date
	}
	if p.is(i+1, "in") {
		if f = p.core(i + 2); f.end == 0 {
			f = p.theUnit(i+2, true)
		}
	}
	if f.kind != CalendarDate || f.unit == dayUnit && p.is(i+1, "in") {
		return found{}
	}
	if f.value == fullValue && p.dated && f.from <= p.pub && p.pub <= f.to {
		if direction < 0 {
			f.to = p.pub
		} else {
			f.from = p.pub
		}
	}
	return f
}

// core returns the longest expression at token i without a modifier before it.
func (p *dater) core(i int) found {
	mid := i < p.s.End && p.isMid(i)
	f := p.plain(i)
	if f.end > 0 {
		f = p.withYear(f)
	}
	if mid && f.kind == CalendarDate {
		f.period = f.narrow(f.unit, midPart)
	}
	return f
}

func (p *dater) plain(i int) found {
	switch w := p.word(i); w.class {
	case weekdayWord:
		return p.weekday(i, w.n)
	case monthWord:
		return p.month(i, w.n)
	case yearNumber:
		return p.year(i, w.n)
	case decadeWord:
		return p.decade(i, w.n)
	case smallNumber:
		return p.smallNumber(i, w.n)
	case ordinalWord:
		return p.ordinal(i, w.n)
	case numberWord:
		return p.counted(i)
	case dayWord:
		return p.today(i, w.n)
	case lastWord, thisWord, nextWord, thatWord:
		return p.directed(i, w)
	case seasonWord:
		return p.season(i, w.n, i+1)
	case fiscalWord:
		return p.fiscal(i)
	case unitWord:
		return p.unitFirst(i, unit(w.n))
	case theWord:
		return p.the(i)
	case holidayWord:
		return p.holiday(i, 0)
	}
	return found{}
}

// weekday reads "Thursday", "Thursday morning", "Thursday, April 6".
func (p *dater) weekday(i, weekday int) found {
	if n := len(p.Word(i)); n <= 4 && p.Word(i)[n-1] != '.' && p.word(p.skip(i+1, ",")).class != monthWord {
		return found{} // "Sun", "Wed": words of other kinds
	}
	next := p.skip(i+1, ",")
	if w := p.word(next); w.class == monthWord {
		if f := p.monthDay(next, w.n); f.end > 0 {
			return f
		}
	}
	end := p.clock(i + 1)
	if !p.dated {
		return open(end, dayUnit)
	}
	return calendar(end, p.weekdayNear(i, end, weekday), dayUnit)
}

// weekdayNear returns the weekday that the clause means: the last one, the day of
// writing included, or the next one.
func (p *dater) weekdayNear(start, end, weekday int) period {
	ahead := (weekday - p.pub.weekday() + 7) % 7
	if ahead == 0 {
		return period{p.pub, p.pub}
	}
	if !p.futureAt(start, end) {
		ahead -= 7
	}
	d := p.pub + day(ahead)
	return period{d, d}
}

// clock returns the token after the part of the day that starts at token i: "morning".
func (p *dater) clock(i int) int {
	if p.word(i).class == clockWord {
		return i + 1
	}
	return i
}

// month reads "August", "Aug. 7", "August 2022", "Aug. 7, 2022", "March eighth",
// "July 16 to 18".
func (p *dater) month(i, month int) found {
	if f := p.monthDay(i, month); f.end > 0 {
		return f
	}
	if f := p.plainYear(p.skip(i+1, ",")); f.end > 0 {
		year, _, _ := f.from.date()
		return calendar(f.end, monthOf(year, month), monthUnit)
	}
	if !isUpper(p.Word(i), 0) && !p.isMid(i) || !p.isBareMonth(i) {
		return found{}
	}
	if !p.dated {
		return found{end: i + 1, kind: CalendarDate, value: yearless, unit: monthUnit, month: month}
	}
	return calendar(i+1, monthOf(p.yearOfMonth(i, month), month), monthUnit)
}

// yearOfMonth returns the year of the month that the clause means: the last one, the
// next one, or, if the clause does not say, the nearest.
func (p *dater) yearOfMonth(i, month int) int {
	year, current, _ := p.pub.date()
	switch t := p.tenseAt(i, i+1); {
	case month < current && (t == futureTense || t == noTense && current-month > 8):
		return year + 1
	case month > current && (t == pastTense || t == noTense && month-current > 3):
		return year - 1
	}
	return year
}

// isBareMonth reports whether the month's name, alone, is one: "may", "March" and first
// names need a word such as "in" before them.
func (p *dater) isBareMonth(i int) bool {
	w := strings.TrimSuffix(p.Word(i), ".")
	if p.isMid(i) || !lookup(doubtfulMonths, w) {
		return true
	}
	if i == p.s.Start || i+1 < p.s.End && isUpper(p.Word(i+1), 0) { // "Jan Brask"
		return false
	}
	return lookup(leadIns, p.Word(i-1)) || p.is(i-1, "-")
}

// monthDay reads a month with a day, a range of days and a year.
func (p *dater) monthDay(i, month int) found {
	next := p.skip(i+1, "the")
	w := p.word(next)
	if w.class != smallNumber && w.class != ordinalWord || w.n < 1 || w.n > 31 || p.is(next+1, "%") {
		return found{}
	}
	first, last, end := w.n, w.n, next+1
	if n, after := p.rangeEnd(end); n > first {
		last, end = n, after
	}
	return p.dayOfMonth(i, end, month, first, last)
}

// rangeEnd reads the rest of a range of days: "to 18", "-18".
func (p *dater) rangeEnd(i int) (n, end int) {
	if !p.is(i, "to") && !p.is(i, "-") && !p.is(i, "through") && !p.isDash(i) {
		return 0, i
	}
	w := p.word(i + 1)
	if w.class != smallNumber && w.class != ordinalWord || w.n > 31 || p.word(i+2).class == monthWord {
		return 0, i
	}
	return w.n, i + 2
}

func (p *dater) isDash(i int) bool { return i < p.s.End && (p.Word(i) == "–" || p.Word(i) == "—") }

// dayOfMonth returns the days first to last of a month, with the year after them if
// there is one, else that which lies nearest.
func (p *dater) dayOfMonth(start, end, month, first, last int) found {
	next := p.skip(end, ",")
	if w := p.word(next); w.class == yearNumber {
		return calendar(next+1, period{dayOf(w.n, month, first), dayOf(w.n, month, last)}, dayUnit)
	}
	if w := p.word(next); w.class == decadeWord && len(p.Word(next)) < 4 {
		return found{}
	}
	if !p.dated {
		return found{end: end, kind: CalendarDate, value: yearless, unit: dayUnit, month: month, dom: first}
	}
	year := p.nearestYear(start, end, month, first)
	return calendar(end, period{dayOf(year, month, first), dayOf(year, month, last)}, dayUnit)
}

// nearestYear returns the year that puts the day nearest to the day of writing; a day
// ahead needs a clause that does not speak of the past if it is far.
func (p *dater) nearestYear(start, end, month, dom int) int {
	year, _, _ := p.pub.date()
	best := year
	for _, y := range [...]int{year - 1, year + 1} {
		if abs(dayOf(y, month, dom)-p.pub) < abs(dayOf(best, month, dom)-p.pub) {
			best = y
		}
	}
	ahead := dayOf(best, month, dom) - p.pub
	switch p.tenseAt(start, end) {
	case pastTense:
		if ahead > farPast {
			best--
		}
	case noTense:
		if ahead > farAhead {
			best--
		}
	}
	return best
}

// A day of the year that lies this many days ahead is taken for the coming one only in a
// clause about the future: in one about the past, and in one that does not say.
const (
	farPast  = 45
	farAhead = 120
)

func abs(d day) day { return max(d, -d) }

// year reads "1990", "2020-2022", "1990-91".
func (p *dater) year(i, year int) found {
	if p.isQuantity(i) {
		return found{}
	}
	v := yearOf(year)
	end := i + 1
	if p.is(end, "-") || p.isDash(end) {
		if w := p.word(end + 1); w.class == yearNumber && w.n > year {
			v.to, end = yearOf(w.n).to, end+2
		} else if w.class == smallNumber && w.n == (year+1)%100 {
			v.to, end = yearOf(year+1).to, end+2
		}
	}
	return calendar(end, v, yearUnit)
}

// isQuantity reports whether the figures at token i count or measure something.
func (p *dater) isQuantity(i int) bool {
	if i > p.s.Start {
		switch before := p.Word(i - 1); before {
		case "$", "£", "€", "#", "No.", "no.", ".", "/", "(":
			return before != "("
		}
	}
	if i+1 >= p.s.End {
		return false
	}
	switch after := p.Word(i + 1); after {
	case "%", "percent", "per", "people", "feet", "miles", "shares", "points", "dollars", "hours", "meters", "tons", "troops", "million", "billion", "/", ":":
		return true
	}
	return p.word(i+1).class == unitsWord
}

// decade reads "1990s", "'90s", "nineties".
func (p *dater) decade(i, n int) found {
	if n < 100 {
		if !p.is(i-1, "the") && !p.is(i-1, "early") && !p.is(i-1, "late") && !p.is(i-1, "mid") && isDigit(p.Word(i)[0]) {
			return found{} // "in his 60s"
		}
		n += 1900
	}
	return calendar(i+1, decadeUnit.startingAt(n*12), decadeUnit)
}

// smallNumber reads what starts with a number in figures: "7 August 2022", "10 days
// ago", "9 a.m. Tuesday", "54-year-old".
func (p *dater) smallNumber(i, n int) found {
	if f := p.dayMonth(i, n); f.end > 0 {
		return f
	}
	return p.counted(i)
}

// dayMonth reads "7 August", "the 7th of August 2022".
func (p *dater) dayMonth(i, n int) found {
	next := p.skip(i+1, "of")
	w := p.word(next)
	if w.class != monthWord || n < 1 || n > 31 || !isUpper(p.Word(next), 0) {
		return found{}
	}
	return p.dayOfMonth(i, next+1, w.n, n, n)
}

// ordinal reads "third quarter", "third-quarter", "20th century", "first half of 1990",
// "16th of July".
func (p *dater) ordinal(i, n int) found {
	if f := p.dayMonth(i, n); f.end > 0 {
		return f
	}
	next := p.skip(i+1, "-")
	w := p.word(next)
	if w.class != unitWord {
		return found{}
	}
	switch unit(w.n) {
	case quarterUnit:
		if n <= 4 && !p.is(next+1, "-") { // "quarter-final"
			return p.quarterOf(i, next+1, n)
		}
	case centuryUnit:
		return calendar(next+1, period{dayOf(n*100-100, 1, 1), dayOf(n*100, 1, 1) - 1}, centuryUnit)
	case halfUnit:
		if n <= 2 {
			return p.halfOf(next+1, n)
		}
	}
	return found{}
}

// quarterOf returns the nth quarter of the year that stands after it, else the last one
// that has ended or is running, or the next if the clause speaks of the future.
func (p *dater) quarterOf(start, end, n int) found {
	if p.is(end, "of") {
		if f := p.yearOnly(end + 1); f.end > 0 {
			return calendar(f.end, quarterIn(f.period, n), quarterUnit)
		}
	}
	if !p.dated {
		return open(end, quarterUnit)
	}
	year, month, _ := p.pub.date()
	current := (month-1)/3 + 1
	if n > current && !(n == current+1 && p.futureAt(start, end)) {
		year--
	} else if n < current-2 && p.futureAt(start, end) {
		year++
	}
	return calendar(end, quarterIn(yearOf(year), n), quarterUnit)
}

func quarterIn(year period, n int) period {
	return quarterUnit.around(monthUnit.plus(year.from, 3*(n-1)))
}

// yearOnly reads a year that has a value: "1990", "last year", "fiscal 1990".
func (p *dater) yearOnly(i int) found {
	f := found{}
	switch w := p.word(i); w.class {
	case yearNumber, numberWord:
		f = p.plainYear(i)
	case fiscalWord:
		f = p.plainYear(i + 1)
	case lastWord, thisWord, nextWord:
		if p.is(i+1, "year") {
			f = p.unitFrom(i+1, w, yearUnit)
		}
	}
	if f.value != fullValue || f.unit != yearUnit {
		return found{}
	}
	return f
}

// halfOf reads the year of a half: "first half of 1990".
func (p *dater) halfOf(i, n int) found {
	f := p.yearOnly(p.skip(i, "of"))
	if f.end == 0 {
		return found{}
	}
	return calendar(f.end, halfUnit.around(monthUnit.plus(f.from, 6*(n-1))), halfUnit)
}

// today reads "today", "yesterday morning", "tomorrow".
func (p *dater) today(i, n int) found {
	d := p.pub + day(n)
	return p.relative(p.clock(i+1), period{d, d}, dayUnit)
}

// directed reads what follows "last", "this", "next", "that": a unit, a weekday, a
// month, a season, a part of the day, or a number of units.
func (p *dater) directed(i int, w timeWord) found {
	next := i + 1
	if w2 := p.word(next); w.class == thisWord && (w2.class == lastWord || w2.class == nextWord) { // "this coming Sunday"
		w, next = w2, next+1
	}
	next = p.skip(next, "fiscal")
	sign := max(-1, min(1, w.n))
	if p.is(i, "latest") {
		return p.latest(next)
	}
	switch w2 := p.word(next); w2.class {
	case unitWord:
		if p.isTitle(i, next) {
			return found{}
		}
		return p.unitFrom(next, w, unit(w2.n))
	case weekdayWord:
		return p.directedWeekday(i, next, sign, w2.n)
	case monthWord:
		return p.directedMonth(next, sign, w2.n)
	case seasonWord:
		return p.directedSeason(next, sign, w2.n)
	case holidayWord:
		return p.holiday(next, sign)
	case clockWord:
		if p.is(i, "last") || p.is(i, "this") {
			d := p.pub + day(sign)
			return p.relative(next+1, period{d, d}, dayUnit)
		}
	case numberWord, smallNumber:
		return p.span(next, w)
	case ordinalWord:
		if w.class == thisWord {
			return p.ordinal(next, w2.n)
		}
	case unitsWord:
		if p.is(i, "past") || p.is(i, "last") || p.is(i, "coming") {
			return found{end: next + 1, kind: Duration, unit: unit(w2.n), value: p.openSide(sign), period: period{p.pub, p.pub}}
		}
	}
	return found{}
}

// openSide returns the value of a period of unknown length before or after the day of
// writing: "the past weeks", "the coming days".
func (p *dater) openSide(sign int) valueState {
	switch {
	case !p.dated:
		return openValue
	case sign < 0:
		return upToValue
	}
	return fromValue
}

// isTitle reports whether the tokens are the name of something, such as a broadcast:
// "This Week".
func (p *dater) isTitle(start, end int) bool {
	return start > p.s.Start && isUpper(p.Word(start), 0) && isUpper(p.Word(end), 0)
}

// latest reads "latest quarter", "latest period": the one that the text speaks of, else
// the last to have ended.
func (p *dater) latest(i int) found {
	isPeriod := p.is(i, "period")
	if !isPeriod && !p.is(i, "quarter") || isPeriod && !p.quarters {
		return found{}
	}
	if p.quarters {
		return calendar(i+1, p.quarter, quarterUnit)
	}
	return p.relative(i+1, quarterUnit.around(quarterUnit.plus(p.pub, -1)), quarterUnit)
}

// unitFrom returns the unit before, around or after the day of writing, or, for "that
// year" and "the following year", the last date: "last week", "the next day".
func (p *dater) unitFrom(i int, w timeWord, u unit) found {
	if u <= hourUnit || u == seasonUnit || u == halfUnit && w.class != lastWord {
		return found{}
	}
	if u == halfUnit {
		return p.halfOf(i+1, 2)
	}
	if u == dayUnit && w.n > -2 && w.n < 1 && w.class != thatWord || w.class == lastWord && u >= decadeUnit {
		return found{}
	}
	base, ok := p.pub, p.dated
	if w.class == thatWord || w.n < -1 || w.n > 1 {
		base, ok = p.anchor()
	}
	if w.class == thatWord && (p.ref.end == 0 || p.ref.unit > u) {
		return found{}
	}
	if !ok {
		return p.possessed(open(i+1, u))
	}
	sign := max(-1, min(1, w.n))
	return p.possessed(calendar(i+1, u.around(u.plus(u.around(base).from, sign)), u))
}

// possessed reads what belongs to a year: "this year's third quarter".
func (p *dater) possessed(f found) found {
	if f.unit != yearUnit || !p.is(f.end, "'s") && !p.is(f.end, "’s") {
		return f
	}
	w := p.word(f.end + 1)
	next := p.skip(f.end+2, "-")
	if w.class != ordinalWord || w.n > 4 || p.word(next) != (timeWord{unitWord, int(quarterUnit)}) {
		return f
	}
	if f.value != fullValue {
		return open(next+1, quarterUnit)
	}
	return calendar(next+1, quarterIn(f.period, w.n), quarterUnit)
}

// directedWeekday reads "last Friday", "this Friday", "next Friday": the next one after
// this week's end.
func (p *dater) directedWeekday(start, i, sign, weekday int) found {
	end := p.clock(i + 1)
	if w := p.word(p.skip(i+1, ",")); w.class == monthWord {
		if f := p.monthDay(p.skip(i+1, ","), w.n); f.end > 0 {
			return f
		}
	}
	ahead := day(weekday - p.pub.weekday())
	switch {
	case sign < 0 && ahead >= 0:
		ahead -= 7
	case sign > 0 && (ahead <= 0 || p.is(i-1, "next")):
		ahead += 7
	case sign == 0 && ahead < 0 && p.futureAt(start, end):
		ahead += 7
	}
	return p.relative(end, period{p.pub + ahead, p.pub + ahead}, dayUnit)
}

// directedMonth reads "last May", "next March", "this September".
func (p *dater) directedMonth(i, sign, month int) found {
	if !isUpper(p.Word(i), 0) {
		return found{}
	}
	if f := p.monthDay(i, month); f.end > 0 {
		return f
	}
	year, current, _ := p.pub.date()
	switch {
	case sign < 0 && month >= current-1:
		year--
	case sign > 0 && month <= current:
		year++
	}
	return p.relative(i+1, monthOf(year, month), monthUnit)
}

// directedSeason reads "last summer", "this fall", "next winter".
func (p *dater) directedSeason(i, sign, season int) found {
	year, month, _ := p.pub.date()
	v := seasonIn(year, season)
	switch {
	case sign < 0 && v.to >= p.pub:
		v = seasonIn(year-1, season)
	case sign > 0 && v.from <= p.pub:
		v = seasonIn(year+1, season)
	case sign == 0 && season == 3 && month <= 2:
		v = seasonIn(year-1, season)
	}
	return p.relative(i+1, v, seasonUnit)
}

// seasonIn returns the season, 0 for spring, that begins in the year.
func seasonIn(year, season int) period { return seasonUnit.startingAt(year*12 + 2 + 3*season) }

// season reads "summer of 1990", "summer 1990", "the summer".
func (p *dater) season(i, season, end int) found {
	next := p.skip(end, "of")
	if f := p.plainYear(next); f.end > 0 {
		year, _, _ := f.from.date()
		return calendar(f.end, seasonIn(year, season), seasonUnit)
	}
	return found{}
}

// plainYear reads a year in figures or in words.
func (p *dater) plainYear(i int) found {
	if w := p.word(i); w.class == yearNumber && !p.isQuantity(i) {
		return calendar(i+1, yearOf(w.n), yearUnit)
	}
	return p.spelledYear(i)
}

// span reads a number of units before or after the day of writing: "the last three
// months", "the next two weeks". It is a duration that has its place.
func (p *dater) span(i int, w timeWord) found {
	n, next := p.number(i)
	w2 := p.word(next)
	if next == i || w2.class != unitsWord && w2.class != unitWord {
		return found{}
	}
	u := unit(w2.n)
	f := found{end: next + 1, kind: Duration, unit: u}
	if !p.dated || u <= hourUnit || u == seasonUnit || u == halfUnit {
		return f
	}
	switch {
	case n == 0 && w.n != 0:
		f.value, f.period = p.openSide(w.n), period{p.pub, p.pub}
	case w.n < 0:
		f.value, f.period = fullValue, period{u.plus(p.pub, -n), p.pub}
	case w.n > 0:
		f.value, f.period = fullValue, period{p.pub, u.plus(p.pub, n)}
	}
	return f
}

// number reads a count: "10", "three", "twenty-five", "a couple of", "several" is 0. It
// returns i itself if there is none.
func (p *dater) number(i int) (n, end int) {
	w := p.word(i)
	switch w.class {
	case smallNumber:
		return w.n, i + 1
	case numberWord:
	default:
		return 0, i
	}
	if (p.is(i, "a") || p.is(i, "an")) && i+1 < p.s.End {
		switch {
		case p.is(i+1, "couple"):
			return 2, p.skip(i+2, "of")
		case p.is(i+1, "few"):
			return 0, i + 2
		case p.is(i+1, "dozen"):
			return 12, i + 2
		}
	}
	if w.n >= 20 && p.is(i+1, "-") {
		if ones := p.word(i + 2); ones.class == numberWord && ones.n < 10 && ones.n > 0 {
			return w.n + ones.n, i + 3
		}
	}
	return w.n, i + 1
}

// counted reads a number of units and what follows: "two weeks ago", "a year earlier",
// "54-year-old", "three hours".
func (p *dater) counted(i int) found {
	if f := p.spelledYear(i); f.end > 0 {
		return f
	}
	n, next := p.number(i)
	if next == i {
		return found{}
	}
	next = p.skip(next, "-")
	w := p.word(next)
	if w.class != unitsWord && w.class != unitWord {
		return p.clockTime(i)
	}
	u := unit(w.n)
	end := next + 1
	if end+1 < p.s.End && p.is(end, "-") && (p.is(end+1, "old") || p.is(end+1, "olds")) {
		return found{end: end + 2, kind: Age, unit: u}
	}
	if p.is(end, "old") || p.is(end, "of") && p.is(end+1, "age") {
		return found{end: end + 1, kind: Age, unit: u}
	}
	return p.distance(end, n, u)
}

// distance reads the direction after a number of units: "ago", "earlier", "from now".
func (p *dater) distance(end, n int, u unit) found {
	if p.is(end, "or") && p.is(end+1, "so") {
		end += 2
	}
	sign := 0
	base, known := p.pub, p.dated
	switch {
	case p.is(end, "ago"):
		sign, end = -1, end+1
	case p.is(end, "from") && p.is(end+1, "now"):
		sign, end = 1, end+2
	case p.is(end, "earlier"), p.is(end, "before") && p.endsClause(end+1):
		sign, end = -1, end+1
		base, known = p.anchor()
	case p.is(end, "later"), p.is(end, "after") && p.endsClause(end+1):
		sign, end = 1, end+1
		base, known = p.anchor()
	default:
		return found{end: end, kind: Duration, unit: u}
	}
	if u == hourUnit {
		return found{end: end, kind: Duration, unit: u}
	}
	if n == 0 || !known {
		return open(end, u)
	}
	return p.shifted(end, base, sign*n, u)
}

// shifted returns the unit that lies n units from base. "A year ago" beside a quarter
// is that quarter of the year before, and a decade ago is a year.
func (p *dater) shifted(end int, base day, n int, u unit) found {
	if u == yearUnit && n == -1 && p.quarters {
		f := calendar(end, quarterUnit.around(yearUnit.plus(p.quarter.from, -1)), quarterUnit)
		f.derived = true
		return f
	}
	d := u.plus(base, n)
	if u == decadeUnit || u == centuryUnit {
		u = yearUnit
	}
	return calendar(end, u.around(d), u)
}

// endsClause reports whether nothing follows that "before" could govern.
func (p *dater) endsClause(i int) bool {
	if i >= p.s.End {
		return true
	}
	c, _ := classAt(p.Word(i), 0)
	return c == mark || p.is(i, "and") || p.is(i, "but") || p.is(i, "that")
}

// clockTime reads a day after a clock time: "9 a.m. Tuesday".
func (p *dater) clockTime(i int) found {
	if !p.is(i+1, "a.m.") && !p.is(i+1, "p.m.") && !p.is(i+1, "am") && !p.is(i+1, "pm") {
		return found{}
	}
	next := i + 2
	if next < p.s.End && len(p.Word(next)) <= 4 && isUpper(p.Word(next), len(p.Word(next))-1) { // a time zone
		next++
	}
	if w := p.word(next); w.class == weekdayWord {
		return p.weekday(next, w.n)
	}
	return found{}
}

// spelledYear reads "nineteen ninety-six", "two thousand".
func (p *dater) spelledYear(i int) found {
	century := p.word(i)
	if century.class != numberWord || p.is(i, "a") {
		return found{}
	}
	if century.n == 2 && p.is(i+1, "thousand") && p.is(i-1, "year") {
		return calendar(i+2, yearOf(2000), yearUnit)
	}
	if century.n < 15 || century.n > 20 || p.word(i+1).class != numberWord {
		return found{}
	}
	rest, end := p.number(i + 1)
	if rest < 10 {
		return found{}
	}
	return calendar(end, yearOf(century.n*100+rest), yearUnit)
}

// fiscal reads "fiscal 1989", "fiscal year 1989", "fiscal first quarter".
func (p *dater) fiscal(i int) found {
	next := p.skip(p.skip(i+1, "year"), "-")
	switch w := p.word(next); w.class {
	case yearNumber:
		return calendar(next+1, yearOf(w.n), yearUnit)
	case ordinalWord:
		return p.ordinal(next, w.n)
	}
	return found{}
}

// unitFirst reads "year-end", "year's end", "year-earlier quarter", "year-ago".
func (p *dater) unitFirst(i int, u unit) found {
	if u != yearUnit {
		return found{}
	}
	next := p.skip(i+1, "-")
	if p.is(i+1, "'s") || p.is(i+1, "’s") {
		next = i + 2
	}
	year, _, _ := p.pub.date()
	switch {
	case p.is(next, "end"):
		return p.relative(next+1, period{dayOf(year, 12, 31), dayOf(year, 12, 31)}, dayUnit)
	case next > i+1 && (p.is(next, "earlier") || p.is(next, "ago")):
		return p.yearEarlier(next + 1)
	case p.word(next).class == yearNumber:
		return p.year(next, p.word(next).n)
	case p.is(next, "two"):
		return p.spelledYear(next)
	}
	return found{}
}

// yearEarlier reads what follows "year-earlier": nothing, "quarter", "period", "third
// quarter".
func (p *dater) yearEarlier(end int) found {
	if w := p.word(end); w.class == ordinalWord {
		if f := p.ordinal(end, w.n); f.unit == quarterUnit && f.value == fullValue {
			f.period, f.derived = quarterUnit.around(yearUnit.plus(f.from, -1)), true
			return f
		}
	}
	if !p.is(end, "quarter") && !p.is(end, "period") {
		return p.relative(end, yearUnit.around(yearUnit.plus(p.pub, -1)), yearUnit)
	}
	end++
	base, known := p.anchor()
	if !known {
		return open(end, yearUnit)
	}
	return p.shifted(end, base, -1, yearUnit)
}

// the reads what follows "the": "the weekend", "the third quarter", "the 1988 period",
// "the day before yesterday", "the year 2000".
func (p *dater) the(i int) found {
	next := i + 1
	switch w := p.word(next); w.class {
	case lastWord, nextWord, thisWord, thatWord, ordinalWord, decadeWord, fiscalWord:
		if w.class == ordinalWord && (!p.is(i, "the") || p.is(next+1, "-")) {
			return found{} // "its third quarter", "the third-quarter loss": without the determiner
		}
		return p.core(next)
	case partWord:
		return p.partOf(next, part(w.n))
	case seasonWord:
		return p.theSeason(i, w.n)
	case yearNumber:
		return p.yearPeriod(next, w.n)
	case unitWord:
		if p.is(next, "day") && (p.is(next+1, "before") || p.is(next+1, "after")) {
			return p.dayBeside(next + 1)
		}
		f := p.unitFirst(next, unit(w.n))
		if f.end == 0 {
			return p.theUnit(i, false)
		}
		if p.is(f.end-1, "earlier") || p.is(f.end-1, "ago") {
			return found{} // "the year-ago loss"
		}
		return f
	}
	return found{}
}

// theSeason reads "the summer" after a preposition, and "the summer of 1990".
func (p *dater) theSeason(i, season int) found {
	if f := p.season(i+1, season, i+2); f.end > 0 {
		return f
	}
	if i == p.s.Start || !lookup(leadIns, p.Word(i-1)) {
		return found{}
	}
	if !p.dated {
		return open(i+2, seasonUnit)
	}
	year, _, _ := p.pub.date()
	v := seasonIn(year, season)
	if v.from > p.pub && !p.futureAt(i, i+2) {
		v = seasonIn(year-1, season)
	}
	return calendar(i+2, v, seasonUnit)
}

// yearPeriod reads "the 1988 quarter", "the 1988 third quarter", "the 1988 period".
func (p *dater) yearPeriod(i, year int) found {
	switch w := p.word(i + 1); {
	case w.class == ordinalWord && w.n <= 4:
		if next := p.skip(i+2, "-"); p.word(next) == (timeWord{unitWord, int(quarterUnit)}) {
			return calendar(next+1, quarterIn(yearOf(year), w.n), quarterUnit)
		}
	case w == timeWord{unitWord, int(quarterUnit)}, p.is(i+1, "period"):
		if p.quarters {
			_, month, _ := p.quarter.from.date()
			return calendar(i+2, quarterIn(yearOf(year), (month-1)/3+1), quarterUnit)
		}
		return calendar(i+2, yearOf(year), yearUnit)
	}
	return found{}
}

// dayBeside reads "the day before yesterday", "the day after tomorrow", "the day
// before".
func (p *dater) dayBeside(i int) found {
	n := 1
	if p.is(i, "before") {
		n = -1
	}
	if w := p.word(i + 1); w.class == dayWord {
		d := p.pub + day(w.n+n)
		return p.relative(i+2, period{d, d}, dayUnit)
	}
	base, known := p.anchor()
	if !p.endsClause(i+1) || !known {
		return found{}
	}
	return calendar(i+1, period{base + day(n), base + day(n)}, dayUnit)
}

// theUnit reads "the weekend", "the quarter", and, where the context asks for a date,
// any unit: "the end of the year".
func (p *dater) theUnit(i int, asked bool) found {
	next := p.skip(i, "the")
	w := p.word(next)
	if w.class != unitWord {
		return found{}
	}
	u := unit(w.n)
	switch {
	case u == weekendUnit:
		return p.relative(next+1, p.weekendNear(i, next+1), u)
	case u == quarterUnit && p.quarters:
		return calendar(next+1, p.quarter, u)
	case asked && u >= dayUnit && u != seasonUnit && u != halfUnit:
		return p.relative(next+1, u.around(p.pub), u)
	}
	return found{}
}

// weekendNear returns the last weekend, or the next if the clause speaks of the future.
func (p *dater) weekendNear(start, end int) period {
	v := weekendUnit.around(p.pub)
	if v.from > p.pub && !p.futureAt(start, end) {
		return period{v.from - 7, v.to - 7}
	}
	return v
}

// withYear reads a year that stands after a month, a quarter or a season: "of 1990",
// "last year", "of this year".
func (p *dater) withYear(f found) found {
	if f.kind != CalendarDate || f.unit < monthUnit || f.unit >= yearUnit {
		return f
	}
	next := p.skip(f.end, "of")
	w := p.word(next)
	switch w.class {
	case lastWord, thisWord, nextWord:
		if !p.is(next+1, "year") || !p.dated {
			return f
		}
		year, _, _ := p.pub.date()
		return p.inYear(f, next+2, year+w.n)
	case yearNumber:
		if next > f.end {
			return p.inYear(f, next+1, w.n)
		}
	}
	return f
}

// inYear moves the date to a year.
func (p *dater) inYear(f found, end, year int) found {
	if f.value != fullValue {
		if f.month == 0 {
			return f
		}
		return calendar(end, monthOf(year, f.month), f.unit)
	}
	was, _, _ := f.from.date()
	f.end = end
	f.period = period{yearUnit.plus(f.from, year-was), yearUnit.plus(f.to, year-was)}
	return f
}

// every reads "every Monday", "each year", "every two weeks".
func (p *dater) every(i int) found {
	w := p.word(i + 1)
	switch w.class {
	case unitWord:
		return found{end: i + 2, kind: DateSet, unit: unit(w.n)}
	case weekdayWord:
		return found{end: p.clock(i + 2), kind: DateSet, unit: weekUnit}
	case monthWord, seasonWord:
		return found{end: i + 2, kind: DateSet, unit: yearUnit}
	case clockWord, dayWord:
		return found{end: i + 2, kind: DateSet, unit: dayUnit}
	case numberWord, smallNumber:
		if _, next := p.number(i + 1); p.word(next).class == unitsWord {
			return found{end: next + 1, kind: DateSet, unit: unit(p.word(next).n)}
		}
	}
	return found{}
}
