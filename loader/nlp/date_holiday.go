package nlp

import "strings"

// A holiday is a feast that falls on one day each year.
type holiday struct {
	words string // as tokens, between blanks
	in    func(year int) day
}

// holidays are those that English-language news dates events by. A longer name stands
// before a shorter one that it starts with.
var holidays = []holiday{
	{"Thanksgiving Day", thanksgiving},
	{"Thanksgiving", thanksgiving},
	{"Christmas Eve", fixed(12, 24)},
	{"Christmas Day", fixed(12, 25)},
	{"Christmas", fixed(12, 25)},
	{"New Year 's Eve", fixed(12, 31)},
	{"New Year 's Day", fixed(1, 1)},
	{"Boxing Day", fixed(12, 26)},
	{"Halloween", fixed(10, 31)},
	{"Independence Day", fixed(7, 4)},
	{"Veterans Day", fixed(11, 11)},
	{"Valentine 's Day", fixed(2, 14)},
	{"Labor Day", nthWeekday(9, 0, 1)},
	{"Memorial Day", func(year int) day { return nthWeekday(6, 0, 1)(year) - 7 }},
	{"Election Day", func(year int) day { return nthWeekday(11, 0, 1)(year) + 1 }},
	{"Good Friday", func(year int) day { return easter(year) - 2 }},
	{"Easter Sunday", easter},
	{"Easter Monday", func(year int) day { return easter(year) + 1 }},
	{"Easter", easter},
}

var thanksgiving = nthWeekday(11, 3, 4)

func fixed(month, dom int) func(int) day {
	return func(year int) day { return dayOf(year, month, dom) }
}

// nthWeekday returns the nth weekday, 0 for Monday, of a month.
func nthWeekday(month, weekday, n int) func(int) day {
	return func(year int) day {
		first := dayOf(year, month, 1)
		return first + day((weekday-first.weekday()+7)%7+7*(n-1))
	}
}

// easter returns Easter Sunday of the Gregorian calendar, by the anonymous algorithm of
// 1876.
func easter(year int) day {
	a, b, c := year%19, year/100, year%100
	g := (8*b + 13) / 25
	h := (19*a + b - b/4 - g + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	return dayOf(year, month, (h+l-7*m+33*month+19)%32)
}

// holiday reads the name of a holiday at token i, and the year after it. The year is
// else the nearest one, or for sign -1 and 1 that of the last and the next.
func (p *dater) holiday(i, sign int) found {
	for _, h := range holidays {
		end := i
		for word := range strings.SplitSeq(h.words, " ") {
			if end >= p.s.End || p.Word(end) != word && !(word == "'s" && p.Word(end) == "’s") {
				end = -1
				break
			}
			end++
		}
		if end > 0 {
			return p.holidayIn(h, i, end, sign)
		}
	}
	return found{}
}

func (p *dater) holidayIn(h holiday, start, end, sign int) found {
	if w := p.word(p.skip(end, ",")); w.class == yearNumber {
		d := h.in(w.n)
		return calendar(p.skip(end, ",")+1, period{d, d}, dayUnit)
	}
	if !p.dated {
		return open(end, dayUnit)
	}
	year, _, _ := p.pub.date()
	switch {
	case sign < 0 && h.in(year) >= p.pub:
		year--
	case sign > 0 && h.in(year) <= p.pub:
		year++
	case sign == 0:
		_, month, dom := h.in(year).date()
		year = p.nearestYear(start, end, month, dom)
	}
	d := h.in(year)
	return calendar(end, period{d, d}, dayUnit)
}
