package eval

import "newsgraph/loader/nlp"

// Doc returns the document with the treebank's own tokens, sentences and tags, so that
// one layer can be scored apart from those it needs. A tag that package nlp does not
// know is left out.
func (d *TreebankDoc) Doc() *nlp.Doc {
	doc := &nlp.Doc{}
	doc.Reset(d.Text, "")
	for _, w := range d.Words {
		tag, _ := nlp.ParseTag(w.XPOS)
		upos, _ := nlp.ParseUPOS(w.UPOS)
		doc.Tokens = append(doc.Tokens, nlp.Token{Start: w.Start, End: w.End, XPOS: tag, UPOS: upos})
	}
	doc.Sentences = append(doc.Sentences, d.Sentences...)
	return doc
}

// ScoreLemmas counts the words whose lemma is the treebank's.
func ScoreLemmas(got *nlp.Doc, want *TreebankDoc) Counts {
	c := Counts{Reported: len(want.Words), Expected: len(want.Words)}
	for i, w := range want.Words {
		if got.Tokens[i].Lemma == w.Lemma {
			c.Right++
		}
	}
	return c
}
