package extract

import (
	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// features collects the features of one thing. Each call of add has its own template, by
// its place in the order of calls; each repeats one template.
type features struct {
	list     []uint64
	template uint64
	bias     uint64 // of the templates of this kind of thing
}

func (f *features) start(bias uint64) { f.list, f.template, f.bias = f.list[:0], 0, bias<<16 }

func (f *features) add(a, b uint64) {
	f.template++
	f.list = append(f.list, nlp.Feature(f.bias+f.template, a, b))
}

// each adds a feature of a template that may hold several times.
func (f *features) each(template, a, b uint64) {
	f.list = append(f.list, nlp.Feature(f.bias+1<<12+template, a, b))
}

// Things that have features.
const (
	cueThing = iota + 1
	sourceThing
	startThing
	endThing
	extentThing
)

// canCue reports whether token i is of a kind of word that can be a cue.
func (t *tree) canCue(i int) bool {
	switch t.Tokens[i].UPOS {
	case nlp.PosVerb, nlp.PosNoun, nlp.PosAdj:
		return true
	case nlp.PosPunct:
		return t.word(i) == ":" && i > 0
	}
	w := t.lower(i)
	return w == "according" || w == "per" || w == "via"
}

// A governed says what a cue governs: the features that most others are crossed with.
type governed struct {
	subject    uint64 // class of the subject
	complement uint64 // how what is said hangs on it
	word       uint64
	lexical    uint64
	fine       uint64
	coarse     uint64
}

// Kinds of complements.
const (
	complementNone = iota
	complementThat
	complementClause
	complementTo
	complementOpen
	complementBeside
	complementObject
	complementOblique
	complementNominal
)

// governs reads what token i governs.
func (a *attributor) governs(t *tree, i int) governed {
	g := governed{word: t.key(i), lexical: t.reports(i)}
	g.fine, g.coarse = a.words.Clusters(t.lower(i))
	if t.Tokens[i].UPOS == nlp.PosPropn {
		g.fine, g.coarse = 0, 0
	}
	g.subject = t.class(t.subjectOf(i))
	g.complement = t.complementOf(i)
	return g
}

// subjectOf returns the head of the subject of token i, or of the verb that it shares
// its subject with; -1 if there is none.
func (t *tree) subjectOf(i int) int {
	for range 3 {
		if s := t.dependent(i, nlp.RelNsubj, nlp.RelNsubjPass, nlp.RelNsubjOuter); s >= 0 {
			return s
		}
		switch t.Tokens[i].Rel {
		case nlp.RelConj, nlp.RelXcomp, nlp.RelAdvcl:
			i = t.head(i)
		case nlp.RelAcl, nlp.RelAclRelcl:
			return t.head(i)
		default:
			return -1
		}
		if i < 0 {
			return -1
		}
	}
	return -1
}

func (t *tree) complementOf(i int) uint64 {
	kind := uint64(complementNone)
	for c := range t.under(i) {
		switch t.Tokens[c].Rel {
		case nlp.RelCcomp:
			if m := t.dependent(c, nlp.RelMark); m >= 0 && t.lower(m) == "that" {
				return complementThat
			}
			return complementClause
		case nlp.RelXcomp:
			if m := t.dependent(c, nlp.RelMark); m >= 0 && t.lower(m) == "to" {
				return complementTo
			}
			kind = complementOpen
		case nlp.RelParataxis:
			kind = complementBeside
		case nlp.RelObj:
			kind = max(kind, complementObject)
		case nlp.RelObl:
			if kind == complementNone {
				kind = complementOblique
			}
		case nlp.RelNmod, nlp.RelAcl:
			if kind == complementNone {
				kind = complementNominal
			}
		}
	}
	return kind
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// cueFeatures describes token i as a possible cue.
func (a *attributor) cueFeatures(t *tree, i int, f *features) {
	f.start(cueThing)
	g := a.governs(t, i)
	tok, s := t.Tokens[i], t.Sentences[t.SentenceOf(i)]
	tag, rel, head := uint64(tok.XPOS), uint64(tok.Rel), t.head(i)
	for _, v := range [...]uint64{g.word, g.fine + 1<<20, g.coarse + 1<<30, g.lexical + 1<<40} {
		f.add(v, 0)
		f.each(1, v, tag)
		f.each(2, v, rel)
		f.each(3, v, g.subject)
		f.each(4, v, g.complement)
		f.each(5, v, g.complement<<20|g.subject)
		f.each(6, v, t.key(i+1))
		f.each(7, v, t.key(i-1))
		f.each(8, v, t.quotesNear(i))
		f.each(9, v, t.reports(head))
		f.each(10, v, g.subject<<8|t.quotesNear(i))
	}
	f.add(tag, rel)
	f.add(rel, t.key(head))
	f.add(g.word, t.key(head))
	f.add(g.complement, g.subject)
	f.add(uint64(min(i-s.Start, 6)), g.lexical)
	f.add(uint64(min(s.End-i, 6)), g.lexical)
	f.add(t.key(i+1), t.key(i+2))
	f.add(t.key(i-1), t.key(i-2))
	f.add(uint64(t.tag(i-1)), uint64(t.tag(i+1)))
	f.add(tag, uint64(t.tag(i+1)))
	f.add(bit(t.inQuote[i]), g.lexical)
	f.add(bit(t.headline(s)), g.lexical)
	f.add(bit(t.headline(s)), g.word)
	f.add(t.reports(head), rel)
	f.add(t.above(i), g.lexical)
	f.add(bit(t.hasQuote(s)), g.lexical)
	rule := t.ruled[i]
	f.add(rule.by, 0)
	f.add(rule.by, g.word)
	f.add(rule.by, g.subject)
	f.add(rule.by, g.complement)
	f.add(rule.by, bit(t.headline(s)))
	f.add(rule.by, t.above(i))
	for c := range t.under(i) {
		x := uint64(t.Tokens[c].Rel)
		f.each(20, x, g.word)
		f.each(21, x, g.fine)
		f.each(22, x, g.lexical)
		f.each(23, x, tag)
		switch t.Tokens[c].Rel {
		case nlp.RelAux, nlp.RelAdvmod, nlp.RelMark, nlp.RelCase, nlp.RelCompoundPrt, nlp.RelDet, nlp.RelAuxPass, nlp.RelCop:
			f.each(24, t.key(c), g.word)
			f.each(25, t.key(c), g.lexical)
			f.each(26, t.key(c), tag)
		case nlp.RelObj, nlp.RelXcomp, nlp.RelCcomp, nlp.RelObl:
			f.each(27, t.key(c), g.word)
			f.each(28, t.key(c), x)
			f.each(29, t.class(c), g.word)
			if m := t.dependent(c, nlp.RelCase, nlp.RelMark); m >= 0 {
				f.each(30, t.key(m), g.word)
				f.each(31, t.key(m), g.fine<<8|x)
				f.each(32, t.key(m), g.lexical<<8|x)
			}
		}
	}
}

func (t *tree) tag(i int) nlp.Tag {
	if i < 0 || i >= len(t.Tokens) {
		return nlp.TagNone
	}
	return t.Tokens[i].XPOS
}

// above says whether token i stands in what a reporting verb above it governs, and how.
func (t *tree) above(i int) uint64 {
	for k := range uint64(4) {
		rel := t.Tokens[i].Rel
		if i = t.head(i); i < 0 {
			return 0
		}
		if len(lexicon.Verbs(t.lower(i))) > 0 {
			return 1 + k<<16 + uint64(rel)<<8
		}
	}
	return 0
}

// quoteReach is how near a quotation mark counts as beside a cue.
const quoteReach = 3

// quotesNear says whether a quotation ends shortly before token i, or starts shortly after it.
func (t *tree) quotesNear(i int) uint64 {
	var near uint64
	for k := 1; k <= quoteReach && !t.inQuote[i]; k++ {
		if i-k >= 0 && t.inQuote[i-k] {
			near |= 1
		}
		if i+k < len(t.inQuote) && t.inQuote[i+k] {
			near |= 2
		}
	}
	return near | bit(t.inQuote[i])<<2
}

func (t *tree) hasQuote(s nlp.Span) bool {
	for range t.quotesIn(t.Bytes(s)) {
		return true
	}
	return false
}
