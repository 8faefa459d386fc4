package extract

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"newsgraph/loader/article"
)

// hostile are texts that would be slow if a step looked at all that it found for each
// thing that it finds. Each is written n times over.
var hostile = map[string]func(i int) string{
	"titles": func(i int) string {
		return fmt.Sprintf("Foreign Minister Ada Q%dov met the minister. The president of Chad left. ", i)
	},
	"roles": func(i int) string {
		return fmt.Sprintf("Tomas Z%dik, an envoy of the president of Peru, spoke. The Peruvian envoy said no. ", i)
	},
	"surnames": func(i int) string { return fmt.Sprintf("Ada%d Okoye saw Okoye. ", i) },
	"acronyms": func(i int) string {
		return fmt.Sprintf("The Lake Basin %c%c Commission met the QX%cC%c. ", 'A'+i%26, 'a'+i/26%26, 'A'+i%26, 'A'+i/26%26)
	},
	"governments":  func(int) string { return "The Chadian government and the Okoye administration met. " },
	"commas":       func(int) string { return "Ada Okoye, a judge, said, " },
	"of":           func(int) string { return "the head of the office of " },
	"capitals":     func(int) string { return "Okoye Brandt " },
	"quotes":       func(int) string { return "“We came,” said Ada Okoye, “and left.” " },
	"said":         func(int) string { return "said that " },
	"according":    func(int) string { return "according to Okoye " },
	"dashes":       func(int) string { return "He said rain fell — hard " },
	"events":       func(i int) string { return fmt.Sprintf("Chad accused Ada%d Okoye of theft. ", i) },
	"reports":      reports,
	"organisation": func(i int) string { return fmt.Sprintf("Lanterna%d Group said it paid Lanterna%d. ", i, i) },
}

func reports(int) string { return "Ann Lee said that Bob Ray said that " }

// TestTimeIsLinear reads each hostile text at one size and at four times that: a step
// that is quadratic takes sixteen times as long.
func TestTimeIsLinear(t *testing.T) {
	x := newExtractor(t)
	for name, piece := range hostile {
		checkLinear(t, x, name, piece, 30<<10, 8)
	}
	checkLinear(t, x, "reports in one sentence", reports, 100<<10, math.MaxInt)
}

// checkLinear compares the times that a size of a text and four times that take, with so many
// pieces in a paragraph.
func checkLinear(t *testing.T, x *Extractor, name string, piece func(int) string, small, pieces int) {
	t.Helper()
	a, b := grow(piece, small, pieces), grow(piece, 4*small, pieces)
	took(t, x, a) // warm up
	var short, long time.Duration
	slow := true
	for try := 0; slow && try < 4; try++ { // other work on the machine takes time too
		short, long = took(t, x, a), took(t, x, b)
		slow = long > 9*short && long > 300*time.Millisecond
	}
	if slow {
		t.Errorf("%s: %v for %d bytes, %v for %d", name, short, len(a), long, len(b))
	}
}

// grow writes pieces up to a size, so many in a paragraph.
func grow(piece func(int) string, size, pieces int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(piece(i))
		if i%pieces == pieces-1 {
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

func took(t testing.TB, x *Extractor, text string) time.Duration {
	t.Helper()
	start := time.Now()
	if _, err := x.Extract(article.Article{Text: text, Published: article.Fact{Value: "2031-05-02"}}); err != nil {
		t.Fatal(err)
	}
	return time.Since(start)
}

// BenchmarkMegabyte reads a megabyte of each hostile text.
func BenchmarkMegabyte(b *testing.B) {
	x := newExtractor(b)
	for name, piece := range hostile {
		text := grow(piece, 1<<20, 8)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				took(b, x, text)
			}
		})
	}
}
