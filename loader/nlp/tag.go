package nlp

import (
	"slices"
	"sync"
)

// A tagger gives tokens their tags, from left to right: a common word that nearly
// always has one tag gets it from a list, any other the tag that a perceptron scores
// best from the word, its neighbours and the tags before it. Parts of speech that do
// not follow from the tag get theirs in a second pass, which sees the tags of both sides.
type tagger struct {
	lexicon *wordTable
	sure    *formTags
	tags    *perceptron
	follows [NumTags]UPOS // the part of speech that a tag entails, or PosNone
	pos     *perceptron
}

// Tags adds tags and parts of speech.
var Tags = Annotator{
	Name:  "tags",
	Needs: []Layer{TokenLayer, SentenceLayer},
	Adds:  []Layer{TagLayer},
	Load:  func() error { _, err := embeddedTagger(); return err },
	Run:   tagDoc,
}

func tagDoc(d *Doc) error {
	m, err := embeddedTagger()
	if err != nil {
		return err
	}
	m.Tag(d)
	return nil
}

// Tag gives the tokens of d tags and parts of speech.
func (m *Models) Tag(d *Doc) {
	w := taggerPool.Get().(*tagging)
	defer taggerPool.Put(w)
	for _, s := range d.Sentences {
		w.sentence(m.tagger, d, s)
	}
}

var taggerPool = sync.Pool{New: func() any { return new(tagging) }}

// A tagging is the work on one sentence. Its memory is kept from one to the next.
type tagging struct {
	words    []lexeme // padded: word i is words[i+pad]
	tags     []Tag    // padded likewise
	features []uint64
	tally    tally
}

// pad is how many empty words stand on either side of a sentence.
const pad = 3

func (w *tagging) sentence(m *tagger, d *Doc, s Span) {
	w.read(m.lexicon, d, s)
	for i := range s.End - s.Start {
		tag, ok := m.sure.find(w.words[i+pad].form)
		if !ok {
			w.features = w.tagFeatures(w.features[:0], i+pad)
			m.tags.score(w.features, &w.tally)
			tag = Tag(m.tags.best(&w.tally))
		}
		w.tags[i+pad] = tag
	}
	for i := range s.End - s.Start {
		tag := w.tags[i+pad]
		pos := m.follows[tag]
		if pos == PosNone {
			w.features = w.posFeatures(w.features[:0], i+pad)
			m.pos.score(w.features, &w.tally)
			pos = UPOS(m.pos.best(&w.tally))
		}
		d.Tokens[s.Start+i].XPOS, d.Tokens[s.Start+i].UPOS = tag, pos
	}
}

// read analyzes the words of the sentence.
func (w *tagging) read(lex *wordTable, d *Doc, s Span) {
	n := s.End - s.Start + 2*pad
	w.words = slices.Grow(w.words[:0], n)[:n]
	w.tags = slices.Grow(w.tags[:0], n)[:n]
	clear(w.tags)
	for i := range pad {
		w.words[i] = edgeWords[i]
		w.words[n-1-i] = edgeWords[pad+i]
	}
	for i := s.Start; i < s.End; i++ {
		x := &w.words[i-s.Start+pad]
		x.analyze(d.Word(i), lex)
		x.glue = glueOf(d, s, i)
	}
}

// edgeWords stand before and after a sentence.
var edgeWords = func() (edges [2 * pad]lexeme) {
	for i := range edges {
		edges[i] = lexeme{form: uint64(i + 1), lower: uint64(i + 1), short: 14}
	}
	return edges
}()

// tagFeatures appends the features of the tag of word i.
func (w *tagging) tagFeatures(f []uint64, i int) []uint64 {
	x, left, right := &w.words[i], &w.words[i-1], &w.words[i+1]
	left2, right2 := &w.words[i-2], &w.words[i+2]
	t1, t2 := uint64(w.tags[i-1]), uint64(w.tags[i-2])
	first := uint64(0)
	if i == pad {
		first = 1
	}
	fine, brown := uint64(x.entry.Fine), uint64(x.entry.Brown)
	f = append(f,
		feature(1, x.form), feature(2, x.lower), feature(3, x.shape),
		feature(4, x.suffix[0]), feature(5, x.suffix[1]), feature(6, x.suffix[2]), feature(7, x.suffix[3]),
		feature(8, x.prefix[0]), feature(9, x.prefix[1]), feature(10, x.prefix[2]), feature(11, x.prefix[3]),
		feature2(12, uint64(x.short), first), feature(13, fine), feature(14, brown), feature(15, brown&0xff),
		feature2(16, fine, uint64(x.short)),
		feature(17, left.lower), feature(18, left2.lower), feature(19, right.lower), feature(20, right2.lower),
		feature(21, left.suffix[2]), feature(22, right.suffix[2]), feature(23, right.suffix[1]),
		feature(24, uint64(left.entry.Fine)), feature(25, uint64(right.entry.Fine)), feature(26, uint64(right2.entry.Fine)),
		feature(27, uint64(right.entry.Brown)), feature(28, uint64(right2.entry.Coarse)),
		feature(30, t1), feature2(31, t1, t2), feature2(32, t1, x.lower), feature2(33, t1, right.lower),
		feature2(34, t1, x.suffix[2]), feature3(35, t1, t2, x.lower), feature3(36, t1, uint64(x.short), first),
		feature2(37, left.lower, x.lower), feature2(38, x.lower, right.lower),
		feature2(39, t1, uint64(right.entry.Fine)), feature2(40, x.suffix[1], uint64(right.entry.Fine)),
		feature3(41, uint64(left.short), uint64(x.short), uint64(right.short)),
		feature2(42, x.suffix[1], uint64(x.short)), feature2(43, t1, fine), feature3(44, t1, t2, uint64(right.entry.Coarse)),
		feature2(45, x.lower, uint64(right.entry.Coarse)), feature2(46, uint64(right.entry.Brown), x.lower),
		feature2(47, x.lower, uint64(x.glue)), feature3(48, uint64(x.short), uint64(x.glue), first), feature3(49, x.shape, uint64(x.glue), t1),
	)
	return f
}

// posFeatures appends the features of the part of speech of word i, whose tag and those
// around it are known.
func (w *tagging) posFeatures(f []uint64, i int) []uint64 {
	x, left, right := &w.words[i], &w.words[i-1], &w.words[i+1]
	t := uint64(w.tags[i])
	tl, tl2 := uint64(w.tags[i-1]), uint64(w.tags[i-2])
	tr, tr2, tr3 := uint64(w.tags[i+1]), uint64(w.tags[i+2]), uint64(w.tags[i+3])
	return append(f,
		feature(1, t), feature2(2, t, x.lower), feature3(3, x.lower, tl, tr), feature3(4, t, tl, tr),
		feature2(5, x.lower, right.lower), feature2(6, x.lower, left.lower), feature3(7, x.lower, tr, tr2),
		feature3(8, t, tr, tr2), feature3(9, x.lower, tl, tl2), feature3(10, t, tl, tl2),
		feature3(11, tr, tr2, tr3), feature2(12, x.lower, uint64(right.entry.Fine)), feature2(13, x.lower, uint64(left.entry.Fine)),
		feature2(14, x.lower, uint64(w.words[i+2].entry.Coarse)), feature2(15, t, uint64(right.entry.Brown)),
		feature2(16, t, x.suffix[2]), feature2(17, t, right.lower), feature2(18, t, uint64(x.entry.Fine)),
	)
}

// formTags maps forms to the tag that they nearly always have.
type formTags struct {
	shift uint
	slots []formTag
}

type formTag struct {
	check uint32
	tag   Tag
}

// A sureForm is a form with its tag, as stored.
type sureForm struct {
	key uint64
	tag Tag
}

func newFormTags(forms []sureForm) *formTags {
	bits := uint(8)
	for 1<<bits < 2*len(forms) {
		bits++
	}
	t := &formTags{shift: keyBits - bits, slots: make([]formTag, 1<<bits)}
	for _, f := range forms {
		i := int(f.key >> t.shift)
		for t.slots[i].tag != TagNone {
			i = (i + 1) & (len(t.slots) - 1)
		}
		t.slots[i] = formTag{uint32(f.key), f.tag}
	}
	return t
}

func (t *formTags) find(hash uint64) (Tag, bool) {
	key := featureKey(hash)
	check := uint32(key)
	for i := int(key >> t.shift); ; i = (i + 1) & (len(t.slots) - 1) {
		s := t.slots[i]
		if s.tag == TagNone || s.check == check {
			return s.tag, s.tag != TagNone
		}
	}
}

func (r *modelReader) tagger(lex *wordTable) *tagger {
	m := &tagger{lexicon: lex}
	forms := make([]sureForm, r.count(2))
	last := uint64(0)
	for i := range forms {
		last += r.uint()
		forms[i] = sureForm{last & (1<<keyBits - 1), Tag(min(r.byte(), byte(NumTags-1)))}
	}
	m.sure = newFormTags(forms)
	for i := range m.follows {
		m.follows[i] = UPOS(min(r.byte(), byte(NumUPOS-1)))
	}
	m.tags = r.perceptron()
	m.pos = r.perceptron()
	if r.err == nil && (m.tags.classes > int(NumTags) || m.pos.classes > int(NumUPOS)) {
		r.fail()
	}
	return m
}
