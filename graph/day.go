package graph

import "time"

// A Day is a calendar day in UTC, counted from 1970-01-01. NoDay means unknown.
type Day int32

// NoDay is the day of what has no date. It sorts before every other day, so lists
// that run newest first end with it.
const NoDay Day = -1 << 31

// ParseDay reads the day of a date (2006-01-02) or an RFC 3339 time, or returns
// NoDay if s is neither.
func ParseDay(s string) Day {
	t, err := parseTime(s)
	if err != nil {
		return NoDay
	}
	return Day(floorDiv(t.Unix(), 86400))
}

// String returns the day as 2006-01-02, or "" for NoDay.
func (d Day) String() string {
	if d == NoDay {
		return ""
	}
	return time.Unix(int64(d)*86400, 0).UTC().Format(time.DateOnly)
}

func parseTime(s string) (time.Time, error) {
	if len(s) > len(time.DateOnly) {
		return time.Parse(time.RFC3339, s)
	}
	return time.Parse(time.DateOnly, s)
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
