package nlp

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// rulesOnly are the annotators that need no model.
var rulesOnly = []Annotator{Paragraphs, Tokens, Sentences, Quotes, Dates, noTags, Lemmas}

// noTags stands for a tagger where a test is not about tags.
var noTags = Annotator{Name: "no-tags", Needs: []Layer{TokenLayer}, Adds: []Layer{TagLayer}, Run: func(*Doc) error { return nil }}

// checkDoc reports what in the layers breaks a promise: tokens in order, on whole
// characters, covering all but blanks; sentences that cover the tokens; spans and
// quotations within the text.
func checkDoc(d *Doc) error {
	end := 0
	for i, t := range d.Tokens {
		if t.Start < end || t.End <= t.Start || t.End > len(d.Text) {
			return fmt.Errorf("token %d is %d to %d, the one before ends at %d", i, t.Start, t.End, end)
		}
		if err := onlyBlanks(d.Text[end:t.Start]); err != nil {
			return fmt.Errorf("before token %d: %w", i, err)
		}
		if !startsPoint(d.Text, t.Start) || t.End < len(d.Text) && !startsPoint(d.Text, t.End) {
			return fmt.Errorf("token %d, %q, cuts a character", i, d.Text[t.Start:t.End])
		}
		end = t.End
	}
	if err := onlyBlanks(d.Text[end:]); err != nil {
		return fmt.Errorf("after the last token: %w", err)
	}
	next := 0
	for i, s := range d.Sentences {
		if s.Start != next || s.End <= s.Start {
			return fmt.Errorf("sentence %d is tokens %d to %d, the one before ends at %d", i, s.Start, s.End, next)
		}
		next = s.End
	}
	if next != len(d.Tokens) {
		return fmt.Errorf("sentences end at token %d of %d", next, len(d.Tokens))
	}
	return checkSpans(d)
}

func onlyBlanks(s string) error {
	for len(s) > 0 {
		c, size := classAt(s, 0)
		if c != blank {
			return fmt.Errorf("%q is in no token", s)
		}
		s = s[size:]
	}
	return nil
}

func checkSpans(d *Doc) error {
	start := 0
	for i, q := range d.Quotes {
		if q.Start < start || q.Inner.Start < q.Start || q.Inner.End < q.Inner.Start || q.End < q.Inner.End || q.End > len(d.Text) {
			return fmt.Errorf("quote %d is %+v", i, q)
		}
		start = q.Start
	}
	end := 0
	for i, date := range d.Dates {
		if date.Start < end || date.End <= date.Start || date.End > len(d.Tokens) {
			return fmt.Errorf("date %d is %+v", i, date)
		}
		if date.From > date.To && date.To != "" {
			return fmt.Errorf("date %d, %q, ends before it starts: %+v", i, d.SpanText(date.Span), date)
		}
		end = date.End
	}
	return nil
}

// hostile returns texts made to hurt, of about n bytes each.
func hostile(n int) map[string]string {
	return map[string]string{
		"no space":          strings.Repeat("a", n),
		"no space, hyphens": strings.Repeat("a-", n/2),
		"no space, periods": strings.Repeat("a.", n/2),
		"no space, mixed":   strings.Repeat("ab.c-1,'x@", n/10),
		"apostrophes":       strings.Repeat("'", n),
		"straight marks":    strings.Repeat(`"`, n),
		"opening marks":     strings.Repeat("“", n/3),
		"nested marks":      strings.Repeat("“", n/8) + strings.Repeat("”", n/8),
		"nested, spaced":    strings.Repeat("“a ", n/10) + strings.Repeat(" a”", n/10),
		"mixed marks":       strings.Repeat("“«‘", n/16) + strings.Repeat("»a", n/8),
		"single marks":      strings.Repeat(" 'a", n/3),
		"zero width":        strings.Repeat("a\u200bb\u200e\u202e ", n/12),
		"joiners":           strings.Repeat("\u200d\ufe0f", n/6),
		"emoji":             strings.Repeat("👩🏽‍🚒🇳🇬 ", n/24),
		"NUL bytes":         strings.Repeat("a\x00", n/2),
		"no UTF-8":          strings.Repeat("a\xff\xe2\x80", n/4),
		"one-word lines":    strings.Repeat("word\n", n/5),
		"empty lines":       strings.Repeat("\r\n", n/2),
		"periods":           strings.Repeat(".", n),
		"spaced periods":    strings.Repeat(". ", n/2),
		"brackets":          strings.Repeat("[1]", n/3),
		"months":            strings.Repeat("May ", n/4),
		"early":             strings.Repeat("early ", n/6),
		"earlier":           strings.Repeat("earlier in ", n/11),
		"end of":            strings.Repeat("the end of ", n/11),
		"numbers":           strings.Repeat("1990-", n/5),
		"first of":          strings.Repeat("first half of ", n/14),
		"days":              strings.Repeat("Monday ", n/7),
		"ago":               strings.Repeat("a year ", n/7),
		"names and marks":   strings.Repeat(`Xy.z-"'`, n/7), // a name after another in one sentence
		"commas":            strings.Repeat("a, ", n/3),     // best heads in circles
	}
}

// TestHostile runs every layer over texts made to hurt, at two sizes: time may not grow
// with the square of the size.
func TestHostile(t *testing.T) {
	const small, factor = 1 << 13, 16
	large := hostile(small * factor)
	for name, text := range hostile(small) {
		t.Run(name, func(t *testing.T) {
			slow := timeOf(t, text)
			if fast := timeOf(t, large[name]); fast > 6*factor*slow+time.Second {
				t.Errorf("%d bytes take %v, %d take %v", len(text), slow, len(large[name]), fast)
			}
		})
	}
}

// TestMegabyteWithoutASpace holds the largest single words to a time that nothing but
// linear work keeps.
func TestMegabyteWithoutASpace(t *testing.T) {
	const megabyte = 1 << 20
	for _, name := range []string{"no space", "no space, hyphens", "no space, periods", "straight marks"} {
		if elapsed := timeOf(t, hostile(megabyte)[name]); elapsed > 20*time.Second {
			t.Errorf("%s: %v", name, elapsed)
		}
	}
}

// TestHostileToModels does as TestHostile with the layers that models find, each timed
// apart, so that one whose time grows with the square does not hide behind the others.
func TestHostileToModels(t *testing.T) {
	const small, factor = 1 << 13, 8
	large := hostile(small * factor)
	layerTimes(t, "Models are read first.")
	for name, text := range hostile(small) {
		t.Run(name, func(t *testing.T) {
			slow, fast := layerTimes(t, text), layerTimes(t, large[name])
			for layer, s := range slow {
				if f := fast[layer]; f > 2*factor*s+time.Second/4 {
					t.Errorf("%s: %d bytes take %v, %d take %v", layer, len(text), s, len(large[name]), f)
				}
			}
		})
	}
}

// layerTimes returns how long each layer of the models takes.
func layerTimes(t *testing.T, text string) map[string]time.Duration {
	t.Helper()
	d := run(t, text, "2031-05-02", Paragraphs, Tokens, Sentences, Quotes)
	times := make(map[string]time.Duration)
	for _, a := range []Annotator{Syntax, Lemmas, JoinedNames} {
		start := time.Now()
		if err := a.Run(d); err != nil {
			t.Fatal(err)
		}
		times[a.Name] = time.Since(start)
	}
	return times
}

func timeOf(t *testing.T, text string) time.Duration {
	t.Helper()
	start := time.Now()
	d := run(t, text, "2031-05-02", rulesOnly...)
	elapsed := time.Since(start)
	if err := checkDoc(d); err != nil {
		t.Error(err)
	}
	if got, want := d.CodePoint(len(text)), utf8.RuneCountInString(text); got != want {
		t.Errorf("%d code points, want %d", got, want)
	}
	return elapsed
}

func TestSkippedPartsEndSentences(t *testing.T) {
	d := &Doc{}
	d.Reset("The vote is today SHARE THIS and nobody knows", "")
	d.Skip = append(d.Skip, Range{18, 28})
	p, err := New(Paragraphs, Tokens, Sentences)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Run(d); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range d.Sentences {
		got = append(got, d.SpanText(s))
	}
	if want := "The vote is today|SHARE THIS|and nobody knows"; strings.Join(got, "|") != want {
		t.Errorf("sentences %q, want %q", got, want)
	}
}

func FuzzTokenize(f *testing.F) { fuzzLayers(f, Paragraphs, Tokens, Sentences) }

func FuzzQuotes(f *testing.F) { fuzzLayers(f, Paragraphs, Tokens, Sentences, Quotes) }

func FuzzDates(f *testing.F) { fuzzLayers(f, Paragraphs, Tokens, Sentences, Dates) }

func FuzzLemmas(f *testing.F) {
	everyTag := Annotator{Name: "every-tag", Needs: []Layer{TokenLayer}, Adds: []Layer{TagLayer}, Run: func(d *Doc) error {
		for i := range d.Tokens {
			d.Tokens[i].XPOS = Tag((i + len(d.Text)) % int(NumTags))
		}
		return nil
	}}
	fuzzLayers(f, Paragraphs, Tokens, Sentences, everyTag, Lemmas)
}

func fuzzLayers(f *testing.F, annotators ...Annotator) {
	for _, seed := range []string{
		"Ms. Okoye left at 5 p.m. She didn't say \"why.\" ‘Not now,’ he’d said.",
		"from July 16 to 18, 2031, two days before the early 1990s; '90s; mid-November; every Monday.",
		"www.example.org/a_(b). x@y.org, @z 1,000 9:30 U.S. “a 'b' c” «d» [12] ...",
		"line one\nline two\r\n\r\n\u200b\u202e\x00\xff 👩🏽‍🚒 ``x'' 54-year-old 1990-91",
		", a text may begin with a mark. . \"? — ) ’ > 9",
		"stopped makes women's 10km I'd've gonna w- two- and three-year",
	} {
		f.Add(seed, "2031-05-02")
		f.Add(seed, "")
	}
	p, err := New(annotators...)
	if err != nil {
		f.Fatal(err)
	}
	var d Doc
	f.Fuzz(func(t *testing.T, text, published string) {
		d.Reset(text, published)
		if err := p.Run(&d); err != nil {
			t.Fatal(err)
		}
		if len(d.Tokens) > 0 || len(d.Sentences) > 0 {
			if err := checkDoc(&d); err != nil {
				t.Fatal(err)
			}
		}
	})
}
