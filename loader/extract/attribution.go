package extract

import (
	_ "embed"
	"fmt"
	"sync"

	"newsgraph/loader/nlp"
)

// attributionFile is made by internal/train; docs/models.md says from what.
//
//go:embed models/attributions.bin
var attributionFile []byte

// A ranker scores a thing by its features; see nlp.Ranker.
type ranker interface{ Score(features []uint64) int }

// An attributor finds attributions by trained rankers: which words are cues, whom the
// cue's content comes from, and what the content is. It sees words by their lemmas,
// names only by what they name, and the structure of the sentence.
type attributor struct {
	words                 *nlp.Words
	cues, sources, extent ranker
}

var trainedAttributor = sync.OnceValues(func() (*attributor, error) {
	words, err := nlp.LoadWords()
	if err != nil {
		return nil, err
	}
	r, err := nlp.ReadRankers(attributionFile, 3)
	if err != nil {
		return nil, fmt.Errorf("embedded model of attributions: %w", err)
	}
	return &attributor{words, r[0], r[1], r[2]}, nil
})

// An attribution is a cue with its source and its content, in tokens.
type attribution struct {
	cue     int
	score   int // of the cue
	source  sourceCandidate
	content []nlp.Span
}

// cuesIn returns the cues of a sentence that score above a least score.
func (a *attributor) cuesIn(t *tree, s nlp.Span, least int, f *features) []attribution {
	var out []attribution
	for i := s.Start; i < s.End; i++ {
		if !t.canCue(i) {
			continue
		}
		a.cueFeatures(t, i, f)
		if score := a.cues.Score(f.list); score > least {
			out = append(out, attribution{cue: i, score: score})
		}
	}
	return out
}

// sourceOf chooses the source of a cue: a verb of speech whose subject can speak has one.
func (a *attributor) sourceOf(t *tree, cue int, g governed, f *features) sourceCandidate {
	best, top := sourceCandidate{head: -1}, 0
	candidates := t.sources(cue, nil)
	if s := t.subjectOf(cue); len(candidates) > 1 && g.lexical > 1 && s >= 0 && t.agent(s) && t.dependent(cue, nlp.RelAuxPass) < 0 {
		candidates = candidates[1:]
	}
	for n, c := range candidates {
		t.sourceFeatures(cue, g, c, f)
		if score := a.sources.Score(f.list); n == 0 || score > top {
			best, top = c, score
		}
	}
	return best
}

// extents scores the spans of a frame's sentence and returns the best, and the best of
// those that are not the gold; with a gold span the others get a head start of margin.
func (a *attributor) extentOf(x *frame, g governed, gold nlp.Span, margin int, f *features) nlp.Span {
	starts, ends := make([]int, len(x.starts)), make([]int, len(x.ends))
	for n, i := range x.starts {
		x.startFeatures(g, i, f)
		starts[n] = a.extent.Score(f.list)
	}
	for n, i := range x.ends {
		x.endFeatures(g, i, f)
		ends[n] = a.extent.Score(f.list)
	}
	var best nlp.Span
	top, found := 0, false
	for n, i := range x.starts {
		for m, k := range x.ends {
			s := nlp.Span{Start: i, End: k}
			if k <= i || x.sideOf(s) == 0 {
				continue
			}
			x.extentFeatures(g, s, f)
			score := starts[n] + ends[m] + a.extent.Score(f.list)
			if s != gold {
				score += margin
			}
			if !found || score > top {
				best, top, found = s, score, true
			}
		}
	}
	return best
}

// attribute fills in source and content of a cue; false if no content can be found.
func (a *attributor) attribute(t *tree, x *attribution, f *features) bool {
	g := a.governs(t, x.cue)
	x.source = a.sourceOf(t, x.cue, g, f)
	frame := t.frameOf(x.cue, x.source)
	s := a.extentOf(frame, g, nlp.Span{}, 0, f)
	if s.End <= s.Start {
		return false
	}
	x.content = frame.pieces(s)
	return len(x.content) > 0
}
