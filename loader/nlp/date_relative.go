package nlp

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
	if !p.endsClause(i + 1) {
		return found{end: i, kind: Duration, unit: dayUnit, count: 1} // from what follows
	}
	if !known {
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
	case u == quarterUnit && p.quarters && !p.is(next+1, "-"):
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
