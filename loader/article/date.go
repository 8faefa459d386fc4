package article

import (
	"regexp"
	"strings"
	"time"
)

// Dates are kept as days, 2006-01-02, or as RFC 3339 if the source states a time with
// its zone. A clock time without a zone says nothing that could be compared: of
// "Aug. 7, 2025, 10:12" the day is kept.

// zoned are layouts of times with a zone, as fields have them.
var zoned = []string{
	time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 -07:00", "2006-01-02 15:04:05 UTC",
	time.RFC1123Z, "Mon, _2 Jan 2006 15:04:05 -0700", "Mon, _2 Jan 2006 15:04:05 GMT",
}

// fieldDate brings the value of a publisher's field to the form that is kept, or
// returns "" if it is not clearly a full date: "03/04/2025" is one day in London and
// another in New York.
func fieldDate(s string) string {
	s = strings.TrimSpace(s)
	for _, layout := range zoned {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	if len(s) > maxDateField {
		return ""
	}
	m := wholeDate.FindStringSubmatchIndex(s)
	if m == nil {
		return ""
	}
	return dateValue(s, m)
}

// maxDateField is longer than any date with its weekday, time and zone.
const maxDateField = 64

const (
	months  = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
	weekday = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?`
	ago     = `(?:an?|\d{1,2})\s(?:min(?:ute)?s?|hours?|hrs?|h|days?)\sago`
	clock   = `(?:[,T]?\s*(?:at\s+|-\s+|–\s+|\|\s+)?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?(?:[A-Z]{2,4}|Z|[+-]\d\d:?\d\d)\)?)?)?`

	// A full date; its groups are year, month, day as digits; month, day, year; day,
	// month, year; and day, month, year as digits, which with dots have that order.
	datePattern = weekday + `(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(` + months + `)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})|(\d{1,2})(?:st|nd|rd|th)?\.?\s+(` + months + `)\.?,?\s+(\d{4})|(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{1,2})/(\d{1,2})/(\d{4}))` + clock
)

var (
	wholeDate = regexp.MustCompile(`(?i)^` + datePattern + `\.?$`)
	anyDate   = regexp.MustCompile(`(?i)\b` + datePattern)
)

// dateValue reads the groups of datePattern, or returns "" if no calendar has the day.
func dateValue(s string, m []int) string {
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	year, month, day := group(1), group(2), group(3)
	if year == "" {
		year, month, day = group(6), group(4), group(5)
	}
	if year == "" {
		year, month, day = group(9), group(8), group(7)
	}
	if year == "" {
		year, month, day = group(12), group(11), group(10)
	}
	if year == "" {
		year, month, day = group(15), group(14), group(13)
		if a, b := len(day) == 2 && day > "12", len(month) == 2 && month > "12"; b {
			month, day = day, month
		} else if !a {
			return ""
		}
	}
	if len(month) >= 3 {
		month = strings.ToUpper(month[:1]) + strings.ToLower(month[1:3])
	} else if t, err := time.Parse("1", strings.TrimPrefix(month, "0")); err == nil {
		month = t.Format("Jan")
	}
	t, err := time.Parse("2006 Jan 2", year+" "+month+" "+strings.TrimPrefix(day, "0"))
	if err != nil || t.Year() < firstYear {
		return ""
	}
	return t.Format(time.DateOnly)
}

// firstYear is the year of the first newspaper: an earlier date is a slip.
const firstYear = 1605
