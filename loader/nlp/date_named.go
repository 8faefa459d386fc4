package nlp

import "strings"

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
