package eval

import "newsgraph/loader/nlp"

// Counts are the right, the reported and the expected findings of one task.
type Counts struct{ Right, Reported, Expected int }

// Precision is the share of the reported that is right.
func (c Counts) Precision() float64 { return share(c.Right, c.Reported) }

// Recall is the share of the expected that was found.
func (c Counts) Recall() float64 { return share(c.Right, c.Expected) }

// F1 is the harmonic mean of precision and recall.
func (c Counts) F1() float64 { return share(2*c.Right, c.Reported+c.Expected) }

// Add returns the sum of two counts.
func (c Counts) Add(o Counts) Counts {
	return Counts{c.Right + o.Right, c.Reported + o.Reported, c.Expected + o.Expected}
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// Matches counts the elements of got that are in want, each as often as it stands there.
func Matches[T comparable](got, want []T) Counts {
	open := make(map[T]int, len(want))
	for _, w := range want {
		open[w]++
	}
	c := Counts{Reported: len(got), Expected: len(want)}
	for _, g := range got {
		if open[g] > 0 {
			open[g]--
			c.Right++
		}
	}
	return c
}

// A Segmentation is a text cut into words and sentences, as byte ranges.
type Segmentation struct{ Words, Sentences []nlp.Range }

// Gold returns the document's own segmentation.
func (d *TreebankDoc) Gold() Segmentation {
	var s Segmentation
	for _, w := range d.Words {
		s.Words = append(s.Words, w.Range)
	}
	for _, sentence := range d.Sentences {
		s.Sentences = append(s.Sentences, nlp.Range{Start: d.Words[sentence.Start].Start, End: d.Words[sentence.End-1].End})
	}
	return s
}

// Segment returns the segmentation of a text by the pipeline.
func Segment(p *nlp.Pipeline, text string) (Segmentation, error) {
	var d nlp.Doc
	d.Reset(text, "")
	if err := p.Run(&d); err != nil {
		return Segmentation{}, err
	}
	var s Segmentation
	for _, t := range d.Tokens {
		s.Words = append(s.Words, nlp.Range{Start: t.Start, End: t.End})
	}
	for _, sentence := range d.Sentences {
		s.Sentences = append(s.Sentences, d.Bytes(sentence))
	}
	return s, nil
}

// ScoreSegmentation counts the words and the sentences whose both ends are right.
func ScoreSegmentation(got, want Segmentation) (words, sentences Counts) {
	return Matches(got.Words, want.Words), Matches(got.Sentences, want.Sentences)
}
