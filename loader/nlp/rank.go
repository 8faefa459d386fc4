package nlp

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
)

// A Ranker scores things by their features with integer weights: of two things the
// better one has the greater score, and a thing that scores above 0 is more likely right
// than not. It is read-only, so any number of goroutines may use it.
type Ranker struct {
	shift uint
	slots []rankSlot
}

// A rankSlot holds a feature's weight, 0 if there is none.
type rankSlot struct {
	check  uint32
	weight int32
}

// Score returns the score of a thing with these features.
func (r *Ranker) Score(features []uint64) int {
	sum := 0
	for _, h := range features {
		key := featureKey(h)
		for i := int(key >> r.shift); r.slots[i].weight != 0; i = (i + 1) & (len(r.slots) - 1) {
			if r.slots[i].check == uint32(key) {
				sum += int(r.slots[i].weight)
				break
			}
		}
	}
	return sum
}

// A rankRow is the weight of one feature, as trained and stored.
type rankRow struct {
	key    uint64 // keyBits bits
	weight int32  // not 0
}

func newRanker(rows []rankRow) *Ranker {
	bits := uint(8)
	for 1<<bits < 2*len(rows) {
		bits++
	}
	r := &Ranker{shift: keyBits - bits, slots: make([]rankSlot, 1<<bits)}
	for _, row := range rows {
		i := int(row.key >> r.shift)
		for r.slots[i].weight != 0 {
			i = (i + 1) & (len(r.slots) - 1)
		}
		r.slots[i] = rankSlot{uint32(row.key), row.weight}
	}
	return r
}

// Feature returns the feature made of a template's number and the values that fill it.
func Feature(template, a, b uint64) uint64 { return feature2(template, a, b) }

// HashWord returns a value for a feature: of a word as it is written, digits apart.
func HashWord(s string) uint64 { return hashFold(s) }

// Words are the words of the embedded lexicon. They are read-only.
type Words struct{ table *wordTable }

// LoadWords returns the embedded lexicon. The first call reads it.
func LoadWords() (*Words, error) {
	t, err := embeddedLexicon()
	return &Words{t}, err
}

// Clusters returns two clusters of words in like company that a word in lower case is
// of, a small and a large one; 0 for a word that is not known.
func (w *Words) Clusters(word string) (fine, coarse uint64) {
	var low [2 * maxLexeme]byte
	n, ascii := lowerASCII(low[:], word[:min(len(word), maxLexeme)])
	if !ascii {
		return 0, 0
	}
	e := w.table.lookup(hashBytes(low[:n]))
	return uint64(e.Fine), uint64(e.Coarse)
}

// Classes of a learner's weights: a score is the sum of the one less that of the other.
const (
	rankWrong = iota
	rankRight
	rankClasses
)

// A RankLearner trains a Ranker.
type RankLearner struct{ l *learner }

// NewRankLearner returns a learner that leaves out a share of the features; see newLearner.
func NewRankLearner(without float64, seed uint64) *RankLearner {
	return &RankLearner{newLearner(rankClasses, without, seed)}
}

// Thin leaves out features by chance, in place: those that are learned from this time.
func (r *RankLearner) Thin(features []uint64) []uint64 { return r.l.thin(features) }

// Score returns the score of a thing by the weights so far.
func (r *RankLearner) Score(features []uint64) int {
	s := r.l.score(features)
	return int(s[rankRight] - s[rankWrong])
}

// Step counts one example.
func (r *RankLearner) Step() { r.l.step++ }

// Raise makes a thing with these features score higher from now on, Lower lower.
func (r *RankLearner) Raise(features []uint64) { r.l.update(features, rankRight, rankWrong) }

// Lower is the opposite of Raise.
func (r *RankLearner) Lower(features []uint64) { r.l.update(features, rankWrong, rankRight) }

const (
	// rankScale makes weights integers: a score of rankScale is worth one correction.
	rankScale = 32
	// rankLeast prunes weights.
	rankLeast = 6
)

// A Committee is learners of the same thing, each with a seed of its own. What chance
// made of one of them is little in the mean of all.
type Committee []*RankLearner

// rows returns the averaged weights of the features that some member changed at least twice.
func (c Committee) rows() []rankRow {
	sums := make(map[uint64]float64)
	for _, r := range c {
		for n, key := range r.l.keys {
			if r.l.updates[n] >= 2 {
				sums[key] += (r.l.mean(n*rankClasses+rankRight) - r.l.mean(n*rankClasses+rankWrong)) / 2
			}
		}
	}
	var rows []rankRow
	for key, sum := range sums {
		if w := int32(math.Round(rankScale * sum / float64(len(c)))); w >= rankLeast || w <= -rankLeast {
			rows = append(rows, rankRow{key, w})
		}
	}
	slices.SortFunc(rows, func(a, b rankRow) int { return cmp.Compare(a.key, b.key) })
	return rows
}

// A Learned is what a Ranker can be made of: a Committee or a Logistic.
type Learned interface{ rows() []rankRow }

// PackRankers returns a model file of what was learned.
func PackRankers(learned ...Learned) []byte {
	b := binary.AppendUvarint(nil, uint64(len(learned)))
	for _, c := range learned {
		rows := c.rows()
		b = binary.AppendUvarint(b, uint64(len(rows)))
		last := uint64(0)
		for _, row := range rows {
			b = binary.AppendUvarint(b, row.key-last)
			b = binary.AppendUvarint(b, uint64(uint32(row.weight<<1^row.weight>>31)))
			last = row.key
		}
	}
	return packModel(kindRankers, b)
}

// ReadRankers reads a model file of n rankers.
func ReadRankers(file []byte, n int) ([]*Ranker, error) {
	var rankers []*Ranker
	r, err := unpackModel(kindRankers, file)
	if err != nil {
		return nil, err
	}
	if r.uint() != uint64(n) {
		r.fail()
	}
	for range n {
		rankers = append(rankers, r.ranker())
	}
	return rankers, r.err
}

// ranker reads the rows of a ranker: the step from the key before, and the weight with
// its sign in the lowest bit.
func (r *modelReader) ranker() *Ranker {
	rows := make([]rankRow, r.count(2))
	last := uint64(0)
	for i := range rows {
		last += r.uint()
		w := uint32(r.uint())
		rows[i] = rankRow{last & (1<<keyBits - 1), int32(w>>1) ^ -int32(w&1)}
		if rows[i].weight == 0 {
			r.fail()
		}
	}
	return newRanker(rows)
}
