package nlp

import "time"

// A day is a date as a count of days from 1 January 1970.
type day int

const secondsPerDay = 24 * 60 * 60

// dayOf returns the day of a calendar date; months and days beyond their range carry.
func dayOf(year, month, dom int) day {
	return day(time.Date(year, time.Month(month), dom, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

func (d day) time() time.Time { return time.Unix(int64(d)*secondsPerDay, 0).UTC() }

// date returns the year, the month and the day of the month.
func (d day) date() (year, month, dom int) {
	y, m, n := d.time().Date()
	return y, int(m), n
}

// weekday returns 0 for Monday to 6 for Sunday.
func (d day) weekday() int { return (int(d.time().Weekday()) + 6) % 7 }

// parseDay reads the date of publication: its first ten characters are 2006-01-02.
func parseDay(s string) (day, bool) {
	if len(s) < len(time.DateOnly) {
		return 0, false
	}
	t, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)])
	if err != nil {
		return 0, false
	}
	return day(t.Unix() / secondsPerDay), true
}

// A unit is a length of calendar time.
type unit uint8

const (
	noUnit unit = iota
	hourUnit
	dayUnit
	weekendUnit
	weekUnit
	monthUnit
	quarterUnit
	seasonUnit
	halfUnit
	yearUnit
	decadeUnit
	centuryUnit
)

var unitNames = [...]string{"", "hour", "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century"}

// unitStarts are the months of a unit that is made of months.
var unitMonths = [...]int{monthUnit: 1, quarterUnit: 3, seasonUnit: 3, halfUnit: 6, yearUnit: 12, decadeUnit: 120, centuryUnit: 1200}

// A period is an interval of days, both inclusive.
type period struct{ from, to day }

// around returns the period of the unit that holds d: for a week its Monday to Sunday,
// for a weekend its Saturday and Sunday, or those that follow.
func (u unit) around(d day) period {
	switch u {
	case weekUnit:
		monday := d - day(d.weekday())
		return period{monday, monday + 6}
	case weekendUnit:
		monday := d - day(d.weekday())
		return period{monday + 5, monday + 6}
	case hourUnit, dayUnit, noUnit:
		return period{d, d}
	}
	year, month, _ := d.date()
	return u.startingAt(u.floor(year, month))
}

// floor returns the first month of the unit that holds the month, counted from year 0.
// Seasons begin in March, June, September and December.
func (u unit) floor(year, month int) int {
	n := unitMonths[u]
	months := year*12 + month - 1
	if u == seasonUnit {
		return (months+1)/n*n - 1
	}
	return months / n * n
}

// startingAt returns the period of the unit whose first month is given.
func (u unit) startingAt(months int) period {
	end := months + unitMonths[u]
	return period{dayOf(0, 1+months, 1), dayOf(0, 1+end, 1) - 1}
}

// plus returns the day n units after d. A month keeps the day of the month if it can.
func (u unit) plus(d day, n int) day {
	switch u {
	case dayUnit:
		return d + day(n)
	case weekUnit, weekendUnit:
		return d + day(7*n)
	case hourUnit, noUnit:
		return d
	}
	year, month, dom := d.date()
	month += n * unitMonths[u]
	last := dayOf(year, month+1, 1) - 1
	return min(dayOf(year, month, dom), last)
}

// yearOf returns the period of a calendar year.
func yearOf(year int) period { return yearUnit.startingAt(year * 12) }

// monthOf returns the period of a month of a year.
func monthOf(year, month int) period { return monthUnit.startingAt(year*12 + month - 1) }

// A part narrows a period: the first, middle or last third.
type part uint8

const (
	wholePart part = iota
	earlyPart
	midPart
	latePart
	endPart // its last day
)

// narrow returns the part of p that lies in units of the same kind as u is made of:
// "early 2022" is January to April, "late March" the 21st to the 31st.
func (p period) narrow(u unit, which part) period {
	if which == wholePart || u <= dayUnit {
		return p
	}
	if which == endPart {
		return period{p.to, p.to}
	}
	first, last := p.third(u, 1), p.third(u, 2)
	switch which {
	case earlyPart:
		return period{p.from, first - 1}
	case midPart:
		return period{first, last - 1}
	}
	return period{last, p.to}
}

// third returns the day on which the second or the third third of p starts.
func (p period) third(u unit, n int) day {
	switch u {
	case monthUnit:
		return p.from + day(10*n)
	case yearUnit:
		return monthUnit.plus(p.from, 4*n)
	case decadeUnit:
		return yearUnit.plus(p.from, 1+3*n)
	case centuryUnit:
		return yearUnit.plus(p.from, 33*n)
	case quarterUnit, seasonUnit:
		return monthUnit.plus(p.from, n)
	}
	return p.from + (p.to-p.from+1)*day(n)/3
}
