package nlp

import (
	"math"
	"math/rand/v2"
	"slices"
)

// WordVectors are words with a vector each, the commonest first.
type WordVectors struct {
	Words   []string
	Vectors [][]float32
}

// LexiconData is what a lexicon is made from. Words and names are in any case.
type LexiconData struct {
	Vectors WordVectors
	Brown   map[string]uint32 // path in the tree, the root in the lowest bit
	Towns   []string
	Lands   []string // countries and states
	Given   []string // given names
	Family  []string // family names
}

// Sizes of the lexicon, chosen on the dev sets of the tagger and of names.
const (
	fineClusters   = 1000
	coarseClusters = 120
	clusterRounds  = 12
)

// TrainLexicon clusters the words and returns the model file of the lexicon.
func TrainLexicon(data LexiconData) []byte {
	entries := make(map[uint64]*lexiconEntry)
	at := func(word string) *lexiconEntry {
		key := featureKey(lowerHash(word))
		if entries[key] == nil {
			entries[key] = &lexiconEntry{}
		}
		return entries[key]
	}
	clusterVectors(data.Vectors, at)
	for word, path := range data.Brown {
		at(word).Brown = path
	}
	listNames(data, at)
	words := make([]lexiconWord, 0, len(entries))
	for key, e := range entries {
		if *e != (lexiconEntry{}) {
			words = append(words, lexiconWord{key, *e})
		}
	}
	slices.SortFunc(words, func(a, b lexiconWord) int {
		if a.key < b.key {
			return -1
		}
		return 1
	})
	return packModel(kindLexicon, appendLexicon(nil, words))
}

func lowerHash(word string) uint64 {
	var x lexeme
	x.analyze(word, emptyLexicon)
	return x.lower
}

var emptyLexicon = newLexicon(nil)

// listNames marks the words of the lists. A name of a town that is also a common word is
// left to the clusters: only what stands behind the commonest words is listed.
func listNames(data LexiconData, at func(string) *lexiconEntry) {
	for _, name := range data.Towns {
		words := splitName(name)
		if len(words) == 1 {
			at(name).Lists |= townName
			continue
		}
		for i, w := range words {
			if i == 0 {
				at(w).Lists |= townStart
			} else {
				at(w).Lists |= townRest
			}
		}
	}
	for _, name := range data.Lands {
		words := splitName(name)
		if len(words) == 1 {
			at(name).Lists |= landName
			continue
		}
		for _, w := range words {
			at(w).Lists |= landPart
		}
	}
	for _, name := range data.Given {
		at(name).Lists |= givenName
	}
	for _, name := range data.Family {
		at(name).Lists |= familyName
	}
}

// splitName cuts a name as the tokenizer would, near enough for lists.
func splitName(name string) []string {
	return slices.DeleteFunc(splitAny(name, " -"), func(w string) bool { return w == "" })
}

func splitAny(s, cuts string) []string {
	var parts []string
	start := 0
	for i := range len(s) {
		for j := range len(cuts) {
			if s[i] == cuts[j] {
				parts = append(parts, s[start:i])
				start = i + 1
			}
		}
	}
	return append(parts, s[start:])
}

// clusterVectors numbers the words by k-means over their directions, and the clusters
// likewise.
func clusterVectors(v WordVectors, at func(string) *lexiconEntry) {
	points := make([][]float32, len(v.Vectors))
	for i, x := range v.Vectors {
		points[i] = direction(x)
	}
	fine, centres := kMeans(points, fineClusters, 1)
	coarse, _ := kMeans(centres, coarseClusters, 2)
	for i, word := range v.Words {
		e := at(word)
		if e.Fine == 0 {
			e.Fine, e.Coarse = uint16(fine[i]+1), uint8(coarse[fine[i]]+1)
		}
	}
}

func direction(x []float32) []float32 {
	var sum float32
	for _, v := range x {
		sum += v * v
	}
	y := make([]float32, len(x))
	if sum == 0 {
		return y
	}
	scale := 1 / float32(math.Sqrt(float64(sum)))
	for i, v := range x {
		y[i] = v * scale
	}
	return y
}

// kMeans clusters points of unit length. It learns on the first of them, the commonest
// words, and then places the rest.
func kMeans(points [][]float32, k int, seed uint64) (cluster []int, centres [][]float32) {
	const learn = 40000
	k = min(k, len(points))
	some := points[:min(learn, len(points))]
	centres = startCentres(some, k, seed)
	for range clusterRounds {
		cluster = nearest(some, centres)
		centres = recentre(some, cluster, centres)
	}
	return nearest(points, centres), centres
}

// startCentres takes k points, by chance.
func startCentres(points [][]float32, k int, seed uint64) [][]float32 {
	order := rand.New(rand.NewPCG(seed, 7)).Perm(len(points))[:k]
	centres := make([][]float32, k)
	for i, n := range order {
		centres[i] = points[n]
	}
	return centres
}

func nearest(points, centres [][]float32) []int {
	cluster := make([]int, len(points))
	for i, p := range points {
		best := float32(-2)
		for c, centre := range centres {
			if d := dot(p, centre); d > best {
				best, cluster[i] = d, c
			}
		}
	}
	return cluster
}

func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	n := len(a) &^ 3
	for i := 0; i < n; i += 4 {
		x, y := a[i:i+4:i+4], b[i:i+4:i+4]
		s0 += x[0] * y[0]
		s1 += x[1] * y[1]
		s2 += x[2] * y[2]
		s3 += x[3] * y[3]
	}
	for i := n; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}

// recentre returns the mean direction of each cluster; an empty one keeps its centre.
func recentre(points [][]float32, cluster []int, old [][]float32) [][]float32 {
	sums := make([][]float32, len(old))
	for i, p := range points {
		if sums[cluster[i]] == nil {
			sums[cluster[i]] = make([]float32, len(p))
		}
		for d, v := range p {
			sums[cluster[i]][d] += v
		}
	}
	for c := range sums {
		if sums[c] == nil {
			sums[c] = old[c]
		} else {
			sums[c] = direction(sums[c])
		}
	}
	return sums
}
