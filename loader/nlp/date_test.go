package nlp

import (
	"strings"
	"testing"
)

func TestDates(t *testing.T) {
	cases(t, "testdata/dates.txt", func(t *testing.T, text, want string) {
		d := run(t, text, "2031-05-14", Paragraphs, Tokens, Sentences, Dates)
		var got []string
		for _, date := range d.Dates {
			got = append(got, describe(d, date))
		}
		if g := strings.Join(got, "\n"); g != want {
			t.Errorf("text\n%s\ngot\n%s\nwant\n%s", text, g, want)
		}
	})
}

// describe writes a date as the examples do.
func describe(d *Doc, date Date) string {
	parts := []string{d.SpanText(date.Span) + ":", [...]string{"", "date", "duration", "set", "age"}[date.Kind]}
	if date.From != "" {
		parts = append(parts, date.From)
	}
	if date.To != date.From {
		parts = append(parts, date.To)
	}
	s := strings.Join(append(parts, date.Precision), " ")
	return s + [...]string{"", ", since", ", until"}[date.Bound]
}

// TestUndated shows that a text without a date leaves open what depends on it.
func TestUndated(t *testing.T) {
	d := run(t, "On Thursday, Aug. 7, she left; last week it rained, in January 2030 and in March. By Monday it was over.", "", Paragraphs, Tokens, Sentences, Dates)
	var got []string
	for _, date := range d.Dates {
		got = append(got, describe(d, date))
	}
	want := []string{
		"Thursday, Aug. 7: date --08-07 day",
		"last week: date week",
		"January 2030: date 2030-01-01 2030-01-31 month",
		"March: date --03-01 --03-31 month",
		"Monday: date day, until",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestShifted shows what lies some units from a day: a day, the week or the year around it.
func TestShifted(t *testing.T) {
	for _, test := range []struct {
		from, to, unit string
		n              int
		want           [2]string
	}{
		{"2031-05-01", "2031-05-01", "day", -1, [2]string{"2031-04-30", "2031-04-30"}},
		{"2031-05-01", "2031-05-31", "day", 2, [2]string{"2031-05-03", "2031-06-02"}},
		{"2031-05-14", "2031-05-14", "week", 1, [2]string{"2031-05-19", "2031-05-25"}},
		{"2031-05-14", "2031-05-14", "year", -3, [2]string{"2028-01-01", "2028-12-31"}},
		{"--05-14", "--05-14", "day", 1, [2]string{"", ""}},
		{"2031-05-14", "2031-05-14", "", 1, [2]string{"", ""}},
	} {
		if from, to := Shifted(test.from, test.to, test.n, test.unit); [2]string{from, to} != test.want {
			t.Errorf("%s to %s and %d %ss: %s to %s, want %v", test.from, test.to, test.n, test.unit, from, to, test.want)
		}
	}
}

func TestInterval(t *testing.T) {
	date := Date{From: "2031-05-01", To: "2031-05-31"}
	for bound, want := range map[Bound][2]string{Within: {"2031-05-01", "2031-05-31"}, Since: {"2031-05-01", ""}, Until: {"", "2031-05-31"}} {
		date.Bound = bound
		if from, to := date.Interval(); [2]string{from, to} != want {
			t.Errorf("bound %d: %s to %s, want %v", bound, from, to, want)
		}
	}
}
