package nlp

import (
	"encoding/binary"
	"math/rand/v2"
	"slices"
)

const (
	// outsideCount is how often a form must have been seen outside names, and never in
	// one, to be taken for outside without a look at its neighbours.
	outsideCount = 15
	// nameWithout is the share of features left out while learning.
	nameWithout = 0.35
	// nameLeast prunes rows of weights; a weight is at most 127.
	nameLeast = 3
)

// TrainNames returns the model file of a namer trained on the names of the documents,
// whose tokens have tags.
func TrainNames(lexiconFile []byte, docs []*Doc, o TrainOptions) ([]byte, error) {
	lex, err := readLexicon(lexiconFile)
	if err != nil {
		return nil, err
	}
	docs = append(slices.Clone(docs), recased(docs)...)
	forms := outsideForms(docs)
	outside := newFormTags(forms)
	l := newLearner(nameClasses, nameWithout, o.Seed)
	order := rand.New(rand.NewPCG(o.Seed, 5))
	var w naming
	var gold []uint8
	for round := range o.Rounds {
		wrong, all := 0, 0
		for _, n := range order.Perm(len(docs)) {
			d := docs[n]
			gold = goldClasses(gold, d)
			w.document(d)
			for _, s := range d.Sentences {
				w.read(lex, d, s)
				wrong += w.learn(l, outside, gold[s.Start:s.End])
				all += s.End - s.Start
			}
		}
		o.logf("names: round %d: %.2f %% right while learning, %d features", round+1, 100-100*float64(wrong)/float64(all), len(l.keys))
	}
	b := binary.AppendUvarint(nil, uint64(len(forms)))
	last := uint64(0)
	for _, f := range forms {
		b = binary.AppendUvarint(b, f.key-last)
		last = f.key
	}
	return packModel(kindNames, appendPerceptron(b, nameClasses, l.average(nameLeast))), nil
}

// learn decides the classes of a sentence with the weights as they are, and corrects them.
func (w *naming) learn(l *learner, outside *formTags, gold []uint8) (wrong int) {
	for i, g := range gold {
		at := i + pad
		c := uint8(outsideName)
		if _, sure := outside.find(w.words[at].form); !sure || !follows(w.classes[at-1], c) {
			c = uint8(l.learn(w.nameFeatures(w.features[:0], at), int(g)))
		}
		if c != g {
			wrong++
		}
		w.classes[at] = c
	}
	return wrong
}

// goldClasses writes the classes that the names of d make.
func goldClasses(gold []uint8, d *Doc) []uint8 {
	gold = slices.Grow(gold[:0], len(d.Tokens))[:len(d.Tokens)]
	for i := range gold {
		gold[i] = outsideName
	}
	for _, n := range d.Names {
		for i := n.Start; i < n.End; i++ {
			switch {
			case n.End-n.Start == 1:
				gold[i] = nameClass(n.Type, partWhole)
			case i == n.Start:
				gold[i] = nameClass(n.Type, partFirst)
			case i == n.End-1:
				gold[i] = nameClass(n.Type, partLast)
			default:
				gold[i] = nameClass(n.Type, partInner)
			}
		}
	}
	return gold
}

// outsideForms finds the forms that are never in a name.
func outsideForms(docs []*Doc) []sureForm {
	counts := make(map[uint64]int)
	var gold []uint8
	for _, d := range docs {
		gold = goldClasses(gold, d)
		for i := range d.Tokens {
			key := featureKey(hashFold(d.Word(i)))
			if gold[i] != outsideName {
				counts[key] = -1 << 30
			}
			counts[key]++
		}
	}
	var forms []sureForm
	for key, n := range counts {
		if n >= outsideCount {
			forms = append(forms, sureForm{key, outsideName})
		}
	}
	slices.SortFunc(forms, func(a, b sureForm) int { return int(int64(a.key) - int64(b.key)) })
	return forms
}
