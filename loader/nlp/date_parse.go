package nlp

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

// the reads what follows "the": "the weekend", "the third quarter", "the 1988 period",
// "the day before yesterday", "the year 2000".
func (p *dater) the(i int) found {
	next := i + 1
	switch w := p.word(next); w.class {
	case lastWord, nextWord, thisWord, thatWord, ordinalWord, decadeWord, fiscalWord:
		if w.class == ordinalWord && !p.is(i, "the") {
			return p.itsOrdinal(next)
		}
		if w.class == ordinalWord && p.is(next+1, "-") {
			return found{} // "the third-quarter loss": without the determiner
		}
		return p.core(next)
	case partWord:
		if p.is(next+1, "-") {
			return found{} // "the late-November trip": without the determiner
		}
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

// itsOrdinal reads "its fourth year": a time that has lasted so long. A quarter is a
// date, and is read without the determiner.
func (p *dater) itsOrdinal(i int) found {
	w := p.word(i + 1)
	if w.class != unitWord || unit(w.n) == quarterUnit || unit(w.n) == halfUnit {
		return found{}
	}
	return found{end: i + 2, kind: Duration, unit: unit(w.n)}
}
