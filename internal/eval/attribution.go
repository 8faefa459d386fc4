package eval

import (
	"regexp"
	"slices"
	"unicode"

	"newsgraph/loader/extract"
)

// An Attribution is who is said to have said or thought what: spans in code points.
// Direct is PolNeAR's: half of the content stands in marks that it knows.
type Attribution struct {
	Source, Cue, Content [][2]int
	Direct               bool
}

// An AttributionDoc is an article of PolNeAR.
type AttributionDoc struct {
	ID, Text     string
	Attributions []Attribution
}

// AttributionScore counts attributions and their exact spans.
type AttributionScore struct {
	Attributions         Counts // whose content shares half of its words
	Words                Counts // of content
	Direct               Counts // those mostly in quotation marks of any kind
	Source, Cue, Content Counts
}

// Converted returns the statements of a document in the conventions of PolNeAR: its
// content takes "that" and the quotation marks around it, its cue the whole verb group.
func Converted(text []rune, doc *extract.Document) []Attribution {
	var out []Attribution
	for _, s := range doc.Statements {
		var a Attribution
		if s.Speaker.End > s.Speaker.Start {
			a.Source = [][2]int{{s.Speaker.Start, s.Speaker.End}}
		}
		if s.Cue != nil {
			a.Cue = [][2]int{verbGroup(text, s.Cue.Start, s.Cue.End)}
		}
		for _, x := range append([][2]int{{s.Start, s.End}}, s.More...) {
			a.Content = append(a.Content, withMarks(text, x))
		}
		out = append(out, a)
	}
	return out
}

func isMark(r rune) bool { return slices.Contains([]rune("“”\"‘’'"), r) }

// withMarks widens content by quotation marks and "that".
func withMarks(text []rune, x [2]int) [2]int {
	for x[0] > 0 && isMark(text[x[0]-1]) {
		x[0]--
	}
	for n := 0; n < 2 && x[1] < len(text) && isMark(text[x[1]]); n++ {
		x[1]++
	}
	if x[0] >= 5 && string(text[x[0]-5:x[0]]) == "that " {
		x[0] -= 5
	}
	return x
}

// groupWord is a word that stands before a verb in its group, with the blank after it.
var groupWord = regexp.MustCompile(`(?i)(?:^|[\s,])((?:has|have|had|is|are|was|were|be|been|being|will|would|can|could|may|might|must|should|do|does|did|not|never|also|to|has|\w+ly|\w+n['’]t)\s+)$`)

// groupReach is how many code points before a cue its verb group is looked for.
const groupReach = 40

func verbGroup(text []rune, start, end int) [2]int {
	for {
		from := max(0, start-groupReach)
		m := groupWord.FindStringSubmatch(string(text[from:start]))
		if m == nil {
			return [2]int{start, end}
		}
		start -= len([]rune(m[1]))
	}
}

// words returns the words of a text as spans.
func words(text []rune) [][2]int {
	var all [][2]int
	for i := 0; i < len(text); {
		k := i
		for k < len(text) && (unicode.IsLetter(text[k]) || unicode.IsDigit(text[k]) || text[k] == '_') {
			k++
		}
		if k > i {
			all = append(all, [2]int{i, k})
		}
		i = max(k, i+1)
	}
	return all
}

// cover returns which words the spans touch.
func cover(words [][2]int, spans [][2]int) map[int]bool {
	in := make(map[int]bool)
	for n, w := range words {
		for _, s := range spans {
			if w[0] < s[1] && s[0] < w[1] {
				in[n] = true
			}
		}
	}
	return in
}

func common(a, b map[int]bool) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// quoted reports whether at least half of an attribution's words stand in quotation marks.
func quoted(text []rune, a Attribution) bool {
	in, all := 0, 0
	for _, x := range a.Content {
		open := false
		for i := x[0]; i < x[1]; i++ {
			double := i+1 < x[1] && text[i] == '\'' && text[i+1] == '\''
			if slices.Contains([]rune("“”\""), text[i]) || double {
				open = !open
				i += map[bool]int{true: 1}[double]
				continue
			}
			all++
			if open {
				in++
			}
		}
	}
	return in*2 >= all && all > 0
}

// Add counts the attributions found in an article against the gold.
func (s *AttributionScore) Add(text []rune, found, gold []Attribution) {
	w := words(text)
	have, want := covers(w, found), covers(w, gold)
	s.Attributions = s.Attributions.Add(paired(have, want))
	all := func(covers []map[int]bool) map[int]bool {
		in := make(map[int]bool)
		for _, c := range covers {
			for n := range c {
				in[n] = true
			}
		}
		return in
	}
	a, b := all(have), all(want)
	s.Words = s.Words.Add(Counts{common(a, b), len(a), len(b)})
	direct := func(of []Attribution) (out []Attribution) {
		for _, x := range of {
			if quoted(text, x) {
				out = append(out, x)
			}
		}
		return out
	}
	s.Direct = s.Direct.Add(paired(covers(w, direct(found)), covers(w, direct(gold))))
	s.Source = s.Source.Add(exact(found, gold, func(a Attribution) [][2]int { return a.Source }))
	s.Cue = s.Cue.Add(exact(found, gold, func(a Attribution) [][2]int { return a.Cue }))
	s.Content = s.Content.Add(exact(found, gold, func(a Attribution) [][2]int { return a.Content }))
}

func covers(w [][2]int, of []Attribution) []map[int]bool {
	var out []map[int]bool
	for _, a := range of {
		if len(a.Content) > 0 {
			out = append(out, cover(w, a.Content))
		}
	}
	return out
}

// paired pairs contents that share half of their words or more, the most alike first.
func paired(have, want []map[int]bool) Counts {
	type pair struct {
		like float64
		i, k int
	}
	var pairs []pair
	for i, a := range have {
		for k, b := range want {
			if n := common(a, b); 2*n >= len(a)+len(b)-n && n > 0 {
				pairs = append(pairs, pair{float64(n) / float64(len(a)+len(b)-n), i, k})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		switch {
		case a.like > b.like:
			return -1
		case a.like < b.like:
			return 1
		}
		return 0
	})
	i, k, right := make(map[int]bool), make(map[int]bool), 0
	for _, p := range pairs {
		if !i[p.i] && !k[p.k] {
			i[p.i], k[p.k] = true, true
			right++
		}
	}
	return Counts{right, len(have), len(want)}
}

// exact counts the spans of a role that are the same.
func exact(found, gold []Attribution, role func(Attribution) [][2]int) Counts {
	set := func(of []Attribution) map[[2]int]bool {
		in := make(map[[2]int]bool)
		for _, a := range of {
			for _, x := range role(a) {
				in[x] = true
			}
		}
		return in
	}
	have, want := set(found), set(gold)
	c := Counts{Reported: len(have), Expected: len(want)}
	for x := range have {
		if want[x] {
			c.Right++
		}
	}
	return c
}
