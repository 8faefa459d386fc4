package nlp

import (
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
)

// TrainOptions say how a model is trained. The same options on the same documents give
// the same bytes.
type TrainOptions struct {
	Rounds int // passes over the documents
	Seed   uint64
	Log    func(format string, args ...any) // progress; nil for none
}

func (o TrainOptions) logf(format string, args ...any) {
	if o.Log != nil {
		o.Log(format, args...)
	}
}

const (
	// A form is sure of its tag if it has been seen so often, with so large a share.
	sureCount = 20
	sureShare = 0.995
	// tagWithout is the share of features left out while learning.
	tagWithout = 0.2
	// tagLeast and posLeast prune rows of weights; a weight is at most 127.
	tagLeast = 3
	posLeast = 4
)

// TrainTagger returns the model file of a tagger trained on the tags of the documents.
func TrainTagger(lexiconFile []byte, docs []*Doc, o TrainOptions) ([]byte, error) {
	lex, err := readLexicon(lexiconFile)
	if err != nil {
		return nil, err
	}
	docs = append(slices.Clone(docs), recased(docs)...)
	forms := sureForms(docs)
	sure := newFormTags(forms)
	follows := entailed(docs)
	tags, pos := newLearner(int(NumTags), tagWithout, o.Seed), newLearner(int(NumUPOS), tagWithout, o.Seed)
	order := rand.New(rand.NewPCG(o.Seed, 1))
	var w tagging
	for round := range o.Rounds {
		wrong, all := 0, 0
		for _, n := range order.Perm(len(docs)) {
			for _, s := range docs[n].Sentences {
				w.read(lex, docs[n], s)
				wrong += w.learnTags(tags, sure, docs[n], s)
				w.learnPos(pos, &follows, docs[n], s)
				all += s.End - s.Start
			}
		}
		o.logf("tagger: round %d: %.2f %% right while learning, %d features", round+1, 100-100*float64(wrong)/float64(all), len(tags.keys))
	}
	return packModel(kindTagger, appendTagger(forms, &follows, tags, pos)), nil
}

func readLexicon(file []byte) (*wordTable, error) {
	r, err := unpackModel(kindLexicon, file)
	if err != nil {
		return nil, err
	}
	lex := r.lexicon()
	return lex, r.err
}

// learnTags tags the sentence with the weights as they are, and corrects them.
func (w *tagging) learnTags(l *learner, sure *formTags, d *Doc, s Span) (wrong int) {
	for i := s.Start; i < s.End; i++ {
		at := i - s.Start + pad
		gold := d.Tokens[i].XPOS
		tag, ok := sure.find(w.words[at].form)
		if !ok {
			tag = Tag(l.learn(w.tagFeatures(w.features[:0], at), int(gold)))
		}
		if tag != gold {
			wrong++
		}
		w.tags[at] = tag
	}
	return wrong
}

func (w *tagging) learnPos(l *learner, follows *[NumTags]UPOS, d *Doc, s Span) {
	for i := s.Start; i < s.End; i++ {
		at := i - s.Start + pad
		if follows[w.tags[at]] == PosNone {
			l.learn(w.posFeatures(w.features[:0], at), int(d.Tokens[i].UPOS))
		}
	}
}

// sureForms counts the tags of forms.
func sureForms(docs []*Doc) []sureForm {
	counts := make(map[uint64]*[NumTags]int)
	for _, d := range docs {
		for i := range d.Tokens {
			key := featureKey(hashFold(d.Word(i)))
			if counts[key] == nil {
				counts[key] = new([NumTags]int)
			}
			counts[key][d.Tokens[i].XPOS]++
		}
	}
	var forms []sureForm
	for key, tags := range counts {
		all, most := 0, TagNone
		for tag, n := range tags {
			all += n
			if n > tags[most] {
				most = Tag(tag)
			}
		}
		if all >= sureCount && most != TagNone && float64(tags[most]) >= sureShare*float64(all) {
			forms = append(forms, sureForm{key, most})
		}
	}
	slices.SortFunc(forms, func(a, b sureForm) int { return int(int64(a.key) - int64(b.key)) })
	return forms
}

// entailed finds the tags that have one part of speech nearly always.
func entailed(docs []*Doc) (follows [NumTags]UPOS) {
	var counts [NumTags][NumUPOS]int
	for _, d := range docs {
		for _, t := range d.Tokens {
			counts[t.XPOS][t.UPOS]++
		}
	}
	for tag := range counts {
		all, most := 0, 0
		for pos, n := range counts[tag] {
			all += n
			if n > counts[tag][most] {
				most = pos
			}
		}
		if float64(counts[tag][most]) >= sureShare*float64(all) {
			follows[tag] = UPOS(most)
		}
	}
	return follows
}

// recased returns copies of some of the documents in capitals and in the case of
// headlines, of which treebanks hold few.
func recased(docs []*Doc) []*Doc {
	var copies []*Doc
	for i, d := range docs {
		switch i % 25 {
		case 7:
			copies = append(copies, withText(d, strings.ToUpper(d.Text)))
		case 16:
			copies = append(copies, withText(d, headlineCase(d)))
		}
	}
	return slices.DeleteFunc(copies, func(d *Doc) bool { return d == nil })
}

// withText returns d with another text of the same length, nil if it has another length.
func withText(d *Doc, text string) *Doc {
	if len(text) != len(d.Text) {
		return nil
	}
	c := *d
	c.Text = text
	return &c
}

// headlineCase capitalizes the words of d but for short ones of closed classes.
func headlineCase(d *Doc) string {
	b := []byte(d.Text)
	for _, t := range d.Tokens {
		closed := t.XPOS == TagIN || t.XPOS == TagDT || t.XPOS == TagCC || t.XPOS == TagTO || t.XPOS == TagPOS
		if closed && t.End-t.Start < 5 || b[t.Start] == '\'' || t.End-t.Start == 3 && string(b[t.Start:t.End]) == "n't" {
			continue
		}
		if b[t.Start] < 0x80 {
			b[t.Start] = byte(unicode.ToUpper(rune(b[t.Start])))
		}
	}
	return string(b)
}

func appendTagger(forms []sureForm, follows *[NumTags]UPOS, tags, pos *learner) []byte {
	b := binary.AppendUvarint(nil, uint64(len(forms)))
	last := uint64(0)
	for _, f := range forms {
		b = binary.AppendUvarint(b, f.key-last)
		b = append(b, byte(f.tag))
		last = f.key
	}
	for _, pos := range follows {
		b = append(b, byte(pos))
	}
	b = appendPerceptron(b, tags.classes, tags.average(tagLeast))
	return appendPerceptron(b, pos.classes, pos.average(posLeast))
}
