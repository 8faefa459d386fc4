package nlp

import (
	"slices"
	"sync"
)

// A namer finds names: it gives each word, from left to right, a class that says whether
// it begins, continues, ends or is a name, and of what type. A second pass makes the
// names of a document agree with one another.
type namer struct {
	lexicon *wordTable
	outside *formTags // forms that are never in a name
	classes *perceptron
}

// Classes of words. Zero is none.
const (
	outsideName = 1
	firstClass  = 2 // class of the first word of a PersonName; the others follow
	nameParts   = 4
	nameClasses = firstClass + nameParts*int(Demonym)
)

// Parts of a name.
const (
	partFirst = iota
	partInner
	partLast
	partWhole
)

func nameClass(t NameType, part int) uint8 { return uint8(firstClass + nameParts*int(t-1) + part) }

// classParts returns the type and part of a class, 0 for outside.
func classParts(c uint8) (t NameType, part int) {
	if c < firstClass {
		return 0, partWhole
	}
	return NameType((c-firstClass)/nameParts) + 1, int(c-firstClass) % nameParts
}

// follows reports whether class c can stand after class before.
func follows(before, c uint8) bool {
	open, part := classParts(before)
	t, now := classParts(c)
	if open != 0 && (part == partFirst || part == partInner) {
		return t == open && (now == partInner || now == partLast)
	}
	return t == 0 || now == partFirst || now == partWhole
}

// nextClasses lists for each class those that can follow it; lastClasses those of them
// that can end a sentence.
var nextClasses, lastClasses = func() (next, last [nameClasses][]uint8) {
	for before := range uint8(nameClasses) {
		for c := uint8(outsideName); c < uint8(nameClasses); c++ {
			if !follows(before, c) {
				continue
			}
			next[before] = append(next[before], c)
			if _, part := classParts(c); part == partLast || part == partWhole {
				last[before] = append(last[before], c)
			}
		}
	}
	return next, last
}()

// TrainedNames adds names.
var TrainedNames = Annotator{
	Name:  "names",
	Needs: []Layer{TokenLayer, SentenceLayer, TagLayer},
	Adds:  []Layer{NameLayer},
	Load:  func() error { _, err := embeddedNames(); return err },
	Run:   nameDoc,
}

func nameDoc(d *Doc) error {
	m, err := embeddedNames()
	if err != nil {
		return err
	}
	m.Name(d)
	return nil
}

// Name finds the names of d, whose tokens have tags.
func (m *Models) Name(d *Doc) {
	w := namerPool.Get().(*naming)
	defer namerPool.Put(w)
	w.document(d)
	d.Names = d.Names[:0]
	for _, s := range d.Sentences {
		w.read(m.names.lexicon, d, s)
		w.sentence(m.names)
		d.Names = w.appendNames(d.Names, s)
	}
	w.agree(d)
}

var namerPool = sync.Pool{New: func() any { return new(naming) }}

// A naming is the work on one document. Its memory is kept from one to the next.
type naming struct {
	words    []lexeme // padded: word i is words[i+pad]
	tags     []uint64 // padded likewise, as classes and caps
	classes  []uint8
	run      []uint8 // of capitalized words: place in the run and its length, two bits each
	capitals bool    // the sentence is in capitals
	title    bool    // the sentence is in the case of a headline
	features []uint64
	tally    tally
	seen     formSet // lower-case forms of the document
	votes    map[uint64]nameVotes
	people   map[uint64]bool // words of names of people of several words
}

// read analyzes the words of a sentence.
func (w *naming) read(lex *wordTable, d *Doc, s Span) {
	n := s.End - s.Start + 2*pad
	w.words = slices.Grow(w.words[:0], n)[:n]
	w.tags = zeroed(w.tags, n)
	w.classes = zeroed(w.classes, n)
	w.run = zeroed(w.run, n)
	for i := range pad {
		w.words[i], w.words[n-1-i] = edgeWords[i], edgeWords[pad+i]
		w.classes[i] = outsideName
	}
	for i := s.Start; i < s.End; i++ {
		x := &w.words[i-s.Start+pad]
		x.analyze(d.Word(i), lex)
		x.glue = glueOf(d, s, i)
		w.tags[i-s.Start+pad] = uint64(d.Tokens[i].XPOS)
	}
	w.capitalRuns(n)
}

func capital(short uint8) bool {
	return short == shapeTitle || short == shapeUpper || short == shapeInitial || short == shapeMixed
}

// capitalRuns numbers the words of runs of capitalized words, and finds sentences in
// capitals and headlines.
func (w *naming) capitalRuns(n int) {
	upper, title, lower := 0, 0, 0
	for i := pad; i < n-pad; {
		end := i
		for end < n-pad && capital(w.words[end].short) {
			if w.words[end].short == shapeUpper {
				upper++
			} else {
				title++
			}
			end++
		}
		for k := i; k < end; k++ {
			w.run[k] = uint8(min(k-i, 3)<<2 | min(end-k, 3))
		}
		if end == i {
			if w.words[i].short == shapeLower {
				lower++
			}
			end++
		}
		i = end
	}
	w.capitals = upper > 2 && upper > 3*(lower+title)
	w.title = !w.capitals && title+upper > 3 && title+upper > 2*lower
}

// sentence decides the class of each word, from left to right.
func (w *naming) sentence(m *namer) {
	last := len(w.words) - pad - 1
	before := uint8(outsideName)
	for i := pad; i <= last; i++ {
		allowed := nextClasses[before]
		if i == last {
			allowed = lastClasses[before]
		}
		_, sure := m.outside.find(w.words[i].form)
		if sure && follows(before, outsideName) {
			before = outsideName
		} else {
			w.features = w.nameFeatures(w.features[:0], i)
			m.classes.score(w.features, &w.tally)
			before = uint8(w.tally.bestOf(allowed))
		}
		w.classes[i] = before
	}
}

// appendNames reads the names off the classes.
func (w *naming) appendNames(names []Name, s Span) []Name {
	start := 0
	for i := pad; i < len(w.words)-pad; i++ {
		t, part := classParts(w.classes[i])
		if part == partFirst || part == partWhole {
			start = i
		}
		if t != 0 && (part == partLast || part == partWhole) {
			names = append(names, Name{Span{s.Start + start - pad, s.Start + i - pad + 1}, t})
		}
	}
	return names
}

// nameFeatures appends the features of the class of word i.
func (w *naming) nameFeatures(f []uint64, i int) []uint64 {
	x, l1, r1, l2, r2 := &w.words[i], &w.words[i-1], &w.words[i+1], &w.words[i-2], &w.words[i+2]
	t, tl, tr, tl2, tr2 := w.tags[i], w.tags[i-1], w.tags[i+1], w.tags[i-2], w.tags[i+2]
	c1, c2 := uint64(w.classes[i-1]), uint64(w.classes[i-2])
	var place uint64
	if i == pad {
		place |= 1
	}
	if w.capitals {
		place |= 2
	}
	if w.title {
		place |= 4
	}
	if w.seen.has(x.lower) {
		place |= 8
	}
	short := uint64(x.short) | place<<4
	run := uint64(w.run[i])
	e, el, er := x.entry, l1.entry, r1.entry
	f = append(f,
		feature(1, x.form), feature(2, x.lower), feature(3, x.shape), feature(4, short), feature2(5, t, short),
		feature(6, x.suffix[2]), feature(7, x.suffix[3]), feature(8, x.prefix[2]), feature(9, x.prefix[3]), feature(10, x.suffix[1]),
		feature(11, l1.lower), feature(12, r1.lower), feature(13, l2.lower), feature(14, r2.lower),
		feature3(15, tl, t, tr), feature2(16, tl2, tl), feature2(17, tr, tr2), feature(18, t),
		feature3(19, uint64(l1.short), uint64(x.short), uint64(r1.short)), feature2(20, run, place), feature2(21, run, t),
		feature(22, uint64(e.Fine)), feature(23, uint64(e.Coarse)), feature(24, uint64(e.Brown)), feature(25, uint64(e.Brown&63)), feature(26, uint64(e.Brown&1023)),
		feature2(27, uint64(e.Fine), uint64(x.short)),
		feature(28, uint64(el.Fine)), feature(29, uint64(er.Fine)), feature(30, uint64(el.Brown)), feature(31, uint64(er.Brown)),
		feature(32, uint64(l2.entry.Fine)), feature(33, uint64(r2.entry.Fine)), feature2(34, uint64(el.Coarse), uint64(e.Coarse)), feature2(35, uint64(e.Coarse), uint64(er.Coarse)),
		feature2(36, uint64(e.Fine), uint64(er.Fine)), feature2(37, uint64(el.Fine), uint64(e.Fine)),
	)
	return append(f,
		feature2(40, uint64(e.Lists), uint64(x.short)), feature3(41, uint64(e.Lists), uint64(er.Lists), run), feature3(42, uint64(el.Lists), uint64(e.Lists), run),
		feature(43, c1), feature2(44, c1, c2), feature2(45, c1, x.lower), feature2(46, c1, uint64(x.short)), feature3(47, c1, t, tr),
		feature2(48, c1, uint64(e.Fine)), feature2(49, c1, l1.lower), feature3(50, c1, uint64(el.Fine), uint64(e.Coarse)), feature3(51, c1, x.lower, r1.lower),
		feature2(52, l1.lower, uint64(e.Coarse)), feature2(53, r1.lower, uint64(e.Coarse)), feature2(54, l1.lower, short), feature2(55, r1.lower, uint64(x.short)),
		feature2(56, x.lower, r1.lower), feature2(57, l1.lower, x.lower), feature3(58, l1.lower, uint64(x.short), r1.lower),
		feature2(59, uint64(w.words[i+3].entry.Coarse), uint64(r2.entry.Coarse)), feature3(60, run, uint64(e.Coarse), uint64(er.Coarse)), feature2(61, run, uint64(e.Fine)),
		feature3(62, uint64(x.glue), uint64(x.short), c1), feature2(63, uint64(w.words[w.runEnd(i)].entry.Fine), run), feature2(64, w.words[w.runEnd(i)].lower, run),
		feature3(65, w.words[w.runEnd(i)+1].lower, c1, uint64(x.short)), feature2(66, uint64(w.words[w.runEnd(i)+1].entry.Coarse), uint64(e.Coarse)),
		feature2(70, uint64(x.kind), uint64(x.short)), feature3(71, uint64(x.kind), uint64(r1.kind), run), feature3(72, uint64(x.kind), uint64(l1.kind), c1),
		feature2(73, uint64(w.words[w.runEnd(i)].kind), run), feature3(74, uint64(x.kind), c1, tr), feature3(75, uint64(x.kind), r1.lower, run),
	)
}

// runEnd returns the last word of the run of capitalized words of word i, as far as pad
// words on; i if it is not in one.
func (w *naming) runEnd(i int) int { return i + max(int(w.run[i]&3)-1, 0) }

// A formSet is a small set of forms by their hashes.
type formSet struct {
	bits [1 << 10]uint64
	used bool
}

func (s *formSet) add(h uint64) { s.bits[h>>6&(1<<10-1)] |= 1 << (h & 63); s.used = true }

func (s *formSet) has(h uint64) bool { return s.bits[h>>6&(1<<10-1)]>>(h&63)&1 != 0 }

// document notes which words the document holds in lower case: a capitalized one that it
// also holds so is less likely a name.
func (w *naming) document(d *Doc) {
	if w.seen.used {
		w.seen = formSet{}
	}
	for _, s := range d.Sentences {
		for i := s.Start; i < s.End; i++ {
			if word := d.Word(i); len(word) > 2 && 'a' <= word[0] && word[0] <= 'z' {
				w.seen.add(hashFold(word))
			}
		}
	}
}

func (r *modelReader) namer(lex *wordTable) *namer {
	m := &namer{lexicon: lex}
	forms := make([]sureForm, r.count(1))
	last := uint64(0)
	for i := range forms {
		last += r.uint()
		forms[i] = sureForm{last & (1<<keyBits - 1), outsideName}
	}
	m.outside = newFormTags(forms)
	m.classes = r.perceptron()
	if r.err == nil && m.classes.classes != nameClasses {
		r.fail()
	}
	return m
}
