package eval

import "newsgraph/loader/nlp"

// A SyntaxScore compares tags and trees with gold ones on the same tokens.
type SyntaxScore struct {
	XPOS, UPOS Counts
	UAS, LAS   Counts // of words that are not punctuation
	Subjects   Counts // the relation nsubj, subtypes apart
}

// Add counts a document. Both have the tokens of gold.
func (s *SyntaxScore) Add(got, gold *nlp.Doc) {
	for i := range gold.Tokens {
		g, t := &gold.Tokens[i], &got.Tokens[i]
		s.XPOS.count(g.XPOS == t.XPOS)
		s.UPOS.count(g.UPOS == t.UPOS)
		if g.UPOS != nlp.PosPunct {
			s.UAS.count(g.Head == t.Head)
			s.LAS.count(g.Head == t.Head && g.Rel == t.Rel)
		}
		s.Subjects = s.Subjects.Add(subject(t, g))
	}
}

// count counts one thing that is to be decided.
func (c *Counts) count(right bool) {
	c.Reported++
	c.Expected++
	if right {
		c.Right++
	}
}

func subject(got, gold *nlp.Token) (c Counts) {
	if got.Rel == nlp.RelNsubj {
		c.Reported = 1
	}
	if gold.Rel == nlp.RelNsubj {
		c.Expected = 1
	}
	if got.Rel == nlp.RelNsubj && gold.Rel == nlp.RelNsubj && got.Head == gold.Head {
		c.Right = 1
	}
	return c
}

// Bare returns a copy of d with its text, tokens and sentences only.
func Bare(d *nlp.Doc) *nlp.Doc {
	c := &nlp.Doc{Text: d.Text, Sentences: d.Sentences}
	c.Tokens = make([]nlp.Token, len(d.Tokens))
	for i, t := range d.Tokens {
		c.Tokens[i] = nlp.Token{Start: t.Start, End: t.End}
	}
	return c
}
