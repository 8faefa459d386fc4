package text

import (
	"testing"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want, why string }{
		{"Mrs. Zoë  O'Neill", "zoe oneill", "title, accent and apostrophe go, blanks are single"},
		{"zoe oneill", "zoe oneill", "a folded name folds to itself"},
		{"President", "president", "a name that is only a title stays"},
		{"The Hague", "hague", "the article is no part of a name"},
		{"Łódź", "lodz", "letters without a decomposition are transcribed"},
		{"U.N.", "u n", "full stops separate"},
		{"Ａｄａ", "ada", "full-width letters are letters"},
		{"", "", "nothing stays nothing"},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q: %s", c.in, got, c.want, c.why)
		}
	}
}

func TestTerms(t *testing.T) {
	type term struct {
		stem     string
		position int
		words    string
	}
	for _, c := range []struct {
		in   string
		want []term
		why  string
	}{
		{"the Talks in Geneva", []term{{"talk", 1, "Talks"}, {"geneva", 3, "Geneva"}}, "stop words keep their place"},
		{"Chad's envoys", []term{{"chad", 0, "Chad's"}, {"envoy", 1, "envoys"}}, "a possessive ending goes"},
		{"'open'", []term{{"open", 0, "open"}}, "quotation marks are no part of a word"},
		{"Côte d’Ivoire", []term{{"cote", 0, "Côte"}, {"divoir", 1, "d’Ivoire"}}, "accents fold, apostrophes within join"},
	} {
		var got []term
		Terms(c.in, func(x Term) { got = append(got, term{x.Stem, x.Position, c.in[x.Start:x.End]}) })
		if len(got) != len(c.want) {
			t.Errorf("%s: Terms(%q) = %v, want %v", c.why, c.in, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: Terms(%q)[%d] = %v, want %v", c.why, c.in, i, got[i], c.want[i])
			}
		}
	}
}

func FuzzTerms(f *testing.F) {
	f.Add("Mrs. Zoë O'Neill’s 3rd talk")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		Terms(s, func(x Term) {
			if x.Start < last || x.End <= x.Start || x.End > len(s) || x.Stem == "" || len(x.Stem) > maxTerm {
				t.Errorf("Terms(%q): %+v after byte %d", s, x, last)
			}
			last = x.End
		})
		if f := Fold(s); Fold(f) != f {
			t.Errorf("Fold(%q) = %q, which folds to %q", s, f, Fold(f))
		}
	})
}

func BenchmarkTerms(b *testing.B) {
	s := "The foreign ministers of the two countries will meet again in Geneva next week, her office said on Monday. "
	for b.Loop() {
		Terms(s, func(Term) {})
	}
}
