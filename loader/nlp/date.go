package nlp

// Dates finds the expressions of time of a Doc and what they mean. Those that depend on
// the day of writing, such as "Thursday" or "last month", count from Doc.Published; in
// an undated Doc they stay open. A weekday or month alone is the last one, or the next
// one if the clause speaks of the future.
var Dates = Annotator{
	Name: "dates", Needs: []Layer{TokenLayer, SentenceLayer}, Adds: []Layer{DateLayer},
	Run: func(d *Doc) error {
		p := dater{Doc: d}
		p.pub, p.dated = parseDay(d.Published)
		d.Dates = d.Dates[:0]
		for _, s := range d.Sentences {
			p.sentence(s)
		}
		return nil
	},
}

// A Bound says what the preposition before a date makes of its interval.
type Bound uint8

// The bounds.
const (
	Within Bound = iota // "in January", "on Monday"
	Since               // "since January", "after January": open to the right
	Until               // "until January", "by January": open to the left
)

// Interval returns the interval that the date means with its Bound: "since January"
// begins with January's first day and is open, "by January" ends with its last.
func (d Date) Interval() (from, to string) {
	switch d.Bound {
	case Since:
		return d.From, ""
	case Until:
		return "", d.To
	}
	return d.From, d.To
}

var bounds = wordMap(map[Bound]string{
	Since: "since from after starting beginning",
	Until: "until till by before through to",
})

// A dater finds the dates of one Doc, sentence by sentence.
type dater struct {
	*Doc
	s        Span // the sentence
	pub      day
	dated    bool
	ref      found // the last calendar date with a value: "the following day" counts from it
	quarter  period
	quarters bool // a quarter was named
}

// A found is what a rule makes of the tokens up to end. Zero is nothing.
type found struct {
	end   int
	kind  DateKind
	value valueState
	period
	unit    unit
	month   int  // of a date without a year
	dom     int  // 0 for a month
	count   int  // of a duration
	derived bool // a comparison: "a year earlier" is not the quarter spoken of
}

// A valueState says how much of a value is known.
type valueState uint8

const (
	openValue valueState = iota
	yearless
	fullValue
	fromValue // its start only
	upToValue // its end only
)

func (p *dater) sentence(s Span) {
	p.s = s
	for i := s.Start; i < s.End; {
		if p.word(i).class == noTime {
			i++
			continue
		}
		f := p.match(i)
		if f.end <= i {
			i++
			continue
		}
		p.report(i, f)
		i = f.end
	}
}

// report adds the date and remembers what later ones may count from.
func (p *dater) report(start int, f found) {
	date := Date{Span: Span{start, f.end}, Kind: f.kind, Precision: unitNames[f.unit], Count: f.count}
	if isRange := f.unit == dayUnit && f.from != f.to; start > p.s.Start && !isRange { // "from July 16 to 18"
		date.Bound = lookup(bounds, p.Word(start-1))
	}
	switch f.value {
	case fullValue:
		date.From, date.To = p.formatDay(f.from), p.formatDay(f.to)
	case fromValue:
		date.From = p.formatDay(f.from)
	case upToValue:
		date.To = p.formatDay(f.to)
	case yearless:
		date.From, date.To = p.formatYearless(f)
	}
	p.Dates = append(p.Dates, date)
	if f.kind == CalendarDate && f.value == fullValue {
		p.ref = f
		if f.unit == quarterUnit && !f.derived && (!p.dated || f.to <= p.pub) {
			p.quarter, p.quarters = f.period, true
		}
	}
}

func (p *dater) formatDay(d day) string {
	p.scratch = d.time().AppendFormat(p.scratch[:0], "2006-01-02")
	return p.intern(p.scratch)
}

// formatYearless returns the first and the last day of a date without a year.
func (p *dater) formatYearless(f found) (from, to string) {
	if f.dom > 0 {
		from = p.formatMonthDay(f.month, f.dom)
		return from, from
	}
	const leapYear = 2000
	_, _, last := monthOf(leapYear, f.month).to.date()
	return p.formatMonthDay(f.month, 1), p.formatMonthDay(f.month, last)
}

func (p *dater) formatMonthDay(month, dom int) string {
	digits := func(n int) (byte, byte) { return byte('0' + n/10), byte('0' + n%10) }
	m1, m2 := digits(month)
	d1, d2 := digits(dom)
	p.scratch = append(p.scratch[:0], '-', '-', m1, m2, '-', d1, d2)
	return p.intern(p.scratch)
}

// word returns what token i means; none past the sentence.
func (p *dater) word(i int) timeWord {
	if i >= p.s.End || i < p.s.Start {
		return timeWord{}
	}
	w := p.Word(i)
	if p.isMid(i) {
		w = w[len("mid-"):]
	}
	return timeWordOf(w)
}

// isMid reports whether token i is of the form "mid-November".
func (p *dater) isMid(i int) bool {
	w := p.Word(i)
	return len(w) > len("mid-") && w[3] == '-' && lookup(timeWords, w[:3]) == timeWord{partWord, int(midPart)}
}

// is reports whether token i is the word, in small letters or capitalized.
func (p *dater) is(i int, word string) bool {
	if i >= p.s.End || i < p.s.Start {
		return false
	}
	w := p.Word(i)
	return len(w) == len(word) && (w == word || w[1:] == word[1:] && w[0]|0x20 == word[0])
}

// skip returns the token after i if i is the mark or word, else i.
func (p *dater) skip(i int, word string) int {
	if p.is(i, word) {
		return i + 1
	}
	return i
}

// calendar returns a calendar date with a value.
func calendar(end int, v period, u unit) found {
	return found{end: end, kind: CalendarDate, value: fullValue, period: v, unit: u}
}

// open returns a calendar date whose value is not known.
func open(end int, u unit) found { return found{end: end, kind: CalendarDate, unit: u} }

// relative returns the calendar date, or an open one in an undated text.
func (p *dater) relative(end int, v period, u unit) found {
	if !p.dated {
		return open(end, u)
	}
	return calendar(end, v, u)
}

// anchor returns the day that "earlier" and "later" count from: that of the last date,
// else that of publication.
func (p *dater) anchor() (day, bool) {
	if p.ref.end > 0 {
		return p.ref.from, true
	}
	return p.pub, p.dated
}
