package eval

import (
	"testing"

	"newsgraph/loader/nlp"
)

func TestDateScorerGivesOneOnGold(t *testing.T) {
	gold := []Calendar{{Start: 3, End: 9, Value: "1998-08-07"}, {Start: 20, End: 29, Value: "1998-WXX"}}
	if spans, values := ScoreDates(gold, gold); spans.F1() != 1 || values.F1() != 1 {
		t.Errorf("gold against itself: spans %v, values %v", spans.F1(), values.F1())
	}
	moved := []Calendar{{Start: 3, End: 8, Value: "1998-08-07"}, {Start: 20, End: 29, Value: "1998-W32"}}
	if spans, values := ScoreDates(moved, gold); spans.Right != 1 || values.Right != 0 {
		t.Errorf("one span and no value right: spans %+v, values %+v", spans, values)
	}
}

func TestHasValue(t *testing.T) {
	for _, c := range []struct {
		from, precision, value string
		want                   bool
	}{
		{"1998-08-07", "day", "1998-08-07", true},
		{"1998-08-07", "day", "1998-08-07TMO", true},
		{"1998-08-07", "day", "1998-08", false},
		{"1998-08-01", "month", "1998-08", true},
		{"1998-08-03", "week", "1998-W32", true},
		{"1998-08-03", "week", "1998-WXX", true},
		{"1998-08-08", "weekend", "1998-W32-WE", true},
		{"1998-07-01", "quarter", "1998-Q3", true},
		{"1998-09-01", "season", "1998-FA", true},
		{"1990-01-01", "decade", "199X", true},
		{"1997-01-01", "year", "1998-XX", false},
	} {
		if got := (Calendar{From: c.from, Precision: c.precision}).HasValue(c.value); got != c.want {
			t.Errorf("%s of precision %s has value %s: %v, want %v", c.from, c.precision, c.value, got, c.want)
		}
	}
}

func TestEvalDates(t *testing.T) {
	p, err := nlp.New(nlp.Paragraphs, nlp.Tokens, nlp.Sentences, nlp.Dates)
	if err != nil {
		t.Fatal(err)
	}
	var spans, values Counts
	for _, name := range []string{"timebank", "aquaint"} {
		docs, err := ReadTimex(corpus(t, "time/"+name+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		var s, v Counts
		for _, d := range docs {
			gold := d.Gold()
			if ss, vv := ScoreDates(gold, gold); ss.Right != len(gold) || vv.Right != len(gold) {
				t.Errorf("%s: gold against itself: spans %+v, values %+v", d.ID, ss, vv)
			}
			found, err := FindDates(p, &d)
			if err != nil {
				t.Fatal(err)
			}
			ss, vv := ScoreDates(found, gold)
			s, v = s.Add(ss), v.Add(vv)
		}
		t.Logf("%s: span F1 %.3f, span and value F1 %.3f (P %.3f R %.3f)", name, s.F1(), v.F1(), v.Precision(), v.Recall())
		spans, values = spans.Add(s), values.Add(v)
	}
	t.Logf("both: span F1 %.3f (P %.3f R %.3f), span and value F1 %.3f (P %.3f R %.3f)",
		spans.F1(), spans.Precision(), spans.Recall(), values.F1(), values.Precision(), values.Recall())
	if values.F1() < 0.75 {
		t.Errorf("date values F1 %.3f, want at least 0.75", values.F1())
	}
}
