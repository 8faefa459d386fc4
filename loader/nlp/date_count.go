package nlp

import (
	"slices"
	"time"
)

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
		return found{end: end, kind: Duration, unit: u, count: n}
	}
	if u == hourUnit {
		return found{end: end, kind: Duration, unit: u}
	}
	if u == halfUnit { // "a minute and a half later"
		return found{}
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

// Shifted returns the period of a unit, named as in a Date, that lies n such units after an
// interval of days, or before it; "" where those are not days of known years.
func Shifted(from, to string, n int, precision string) (string, string) {
	a, known := parseDay(from)
	b, also := parseDay(to)
	u := slices.Index(unitNames[:], precision)
	if !known || !also || u <= 0 {
		return "", ""
	}
	v := period{unit(u).around(unit(u).plus(a, n)).from, unit(u).around(unit(u).plus(b, n)).to}
	return v.from.time().Format(time.DateOnly), v.to.time().Format(time.DateOnly)
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
