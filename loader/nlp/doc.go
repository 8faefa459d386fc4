// Package nlp reads English: it lays paragraphs, tokens, sentences, quotations, tags,
// lemmas, heads, names and dates over an article's text.
//
// The types to know are Doc, which owns the text and the layers; Token and Span, by
// which everything points into it; and Annotator, which adds one layer. A Pipeline is
// a list of annotators in an order that gives each what it needs:
//
//	p, err := nlp.New(nlp.Sentences, nlp.Tokens, nlp.Paragraphs)
//	var d nlp.Doc
//	d.Reset("Ms. Okoye left at 5 p.m. She didn't say why.", "2031-05-02")
//	err = p.Run(&d)
//
// The text above becomes two sentences, "Ms. Okoye left at 5 p.m." and "She didn't say
// why.", the second with the tokens She, did, n't, say, why and the period.
//
// Paragraphs, Tokens, Sentences, Quotes, Dates and Lemmas go by rules and word lists of
// the language; the layers of tags, heads and names come from models.
//
// Tokens are cut as in the Universal Dependencies treebanks of English: a hyphen
// between words stands alone, a contraction is two tokens. Offsets are bytes;
// Doc.CodePoint and Doc.Byte convert. A Pipeline may be used by several goroutines at
// once, a Doc by one; Reset makes a Doc ready for the next text and keeps its memory,
// so that a worker with one Doc does not allocate for each token.
package nlp
