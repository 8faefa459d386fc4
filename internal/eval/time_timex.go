package eval

import (
	"bufio"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"time"

	"newsgraph/loader/nlp"
)

// A TimexDoc is one article of TimeBank or AQUAINT with its marked time expressions.
// Offsets are code points.
type TimexDoc struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	DCT  struct {
		Value string `json:"value"`
	} `json:"dct"`
	Timexes []Timex `json:"timexes"`
}

// A Timex is one marked time expression.
type Timex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

// A Calendar is a calendar date with a value: code points, interval and precision.
type Calendar struct {
	Start, End int
	From, To   string
	Precision  string
	Value      string // as the set writes it; "" for one that was found
}

// ReadTimex reads a file of articles, one a line.
func ReadTimex(path string) ([]TimexDoc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []TimexDoc
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d TimexDoc
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	return docs, lines.Err()
}

// Gold returns the expressions of type DATE that have a calendar value. "The future",
// "recently" and values that are lengths have none.
func (d *TimexDoc) Gold() []Calendar {
	var gold []Calendar
	for _, t := range d.Timexes {
		if t.Type == "DATE" && t.Value != "" && t.Value[0] >= '0' && t.Value[0] <= '9' {
			gold = append(gold, Calendar{Start: t.Start, End: t.End, Value: t.Value})
		}
	}
	return gold
}

// FindDates returns the calendar dates with a value that the pipeline finds.
func FindDates(p *nlp.Pipeline, d *TimexDoc) ([]Calendar, error) {
	var doc nlp.Doc
	doc.Reset(d.Text, d.DCT.Value)
	if err := p.Run(&doc); err != nil {
		return nil, err
	}
	var found []Calendar
	for _, date := range doc.Dates {
		if date.Kind == nlp.CalendarDate && date.From != "" {
			r := doc.Bytes(date.Span)
			found = append(found, Calendar{
				Start: doc.CodePoint(r.Start), End: doc.CodePoint(r.End),
				From: date.From, To: date.To, Precision: date.Precision,
			})
		}
	}
	return found, nil
}

// ScoreDates counts the dates whose span is exactly that of a marked one, and those of
// them whose value is that one's at its own precision.
func ScoreDates(found, gold []Calendar) (spans, values Counts) {
	byStart := make(map[int]Calendar, len(gold))
	for _, g := range gold {
		byStart[g.Start] = g
	}
	spans = Counts{Reported: len(found), Expected: len(gold)}
	values = spans
	for _, f := range found {
		g, ok := byStart[f.Start]
		if !ok || g.End != f.End {
			continue
		}
		spans.Right++
		if f.HasValue(g.Value) {
			values.Right++
		}
	}
	return spans, values
}

// HasValue reports whether the date has a value as TIMEX3 writes it: the same precision,
// and the same year, month, week … of that precision. Where the value leaves a part
// unknown, as in "1998-WXX", the part that is known decides.
func (c Calendar) HasValue(value string) bool {
	if c.Value != "" {
		return c.Value == value
	}
	known, _, _ := strings.Cut(value, "T")
	if n := strings.IndexByte(known, 'X'); n >= 0 && len(known) > 4 {
		known = strings.TrimRight(known[:n], "-WQ")
		return len(c.From) >= len(known) && c.From[:len(known)] == known
	}
	return c.timexValue() == normalValue(known)
}

// normalValue writes the forms that mean the same in one way.
func normalValue(value string) string {
	value = strings.TrimRight(value, "X")
	if year, week, ok := strings.Cut(value, "-W"); ok && len(week) == 1 && week >= "0" && week <= "9" {
		return year + "-W0" + week
	}
	return value
}

// timexValue returns the date's value as TIMEX3 writes it.
func (c Calendar) timexValue() string {
	day, err := time.Parse(time.DateOnly, c.From)
	if err != nil {
		return ""
	}
	year := c.From[:4]
	switch c.Precision {
	case "day":
		return c.From
	case "month":
		return c.From[:7]
	case "year":
		return year
	case "decade":
		return year[:3]
	case "century":
		return year[:2]
	case "quarter":
		return year + "-Q" + strconv.Itoa((int(day.Month())+2)/3)
	case "half":
		return year + "-H" + strconv.Itoa((int(day.Month())+5)/6)
	case "season":
		return year + "-" + [...]string{"WI", "SP", "SU", "FA"}[int(day.Month())/3%4]
	case "week", "weekend":
		y, w := day.ISOWeek()
		value := strconv.Itoa(y) + "-W" + strconv.Itoa(w/10) + strconv.Itoa(w%10)
		if c.Precision == "weekend" {
			value += "-WE"
		}
		return value
	}
	return ""
}
