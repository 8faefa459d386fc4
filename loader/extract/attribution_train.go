package extract

import (
	"fmt"
	"math/rand/v2"
	"sync"

	"newsgraph/loader/article"
	"newsgraph/loader/nlp"
)

// An AttributionExample is an article whose attributions are known.
type AttributionExample struct {
	Text         string
	Attributions []GoldAttribution
	Discard      [][2]int // parts that nothing is known of
}

// A GoldAttribution has the spans of an attribution in code points.
type GoldAttribution struct{ Source, Cue, Content [][2]int }

// AttributionOptions say how to train.
type AttributionOptions struct {
	Rounds  int
	Members int // learners, each with a seed of its own, whose mean is taken
	Seed    uint64
	Held    []AttributionExample // not learned from: the log says how many of theirs are right
	Log     func(format string, args ...any)
}

const (
	// attributionWithout is the share of features left out while learning.
	attributionWithout = 0.3
	// cueMargin is by how much a cue must score above 0, and another word below.
	cueMargin = 15
	// choiceMargin is by how much the right source and content must lead.
	choiceMargin = 15
)

// A lesson is an article to learn from, read once.
type lesson struct {
	*tree
	gold   []goldTokens
	isCue  map[int]int // cue token → index of gold
	ignore []bool
}

type goldTokens struct {
	cue     int
	source  nlp.Span // empty if none
	content []nlp.Span
}

// TrainAttributions returns the model file of attributions learned from examples.
func TrainAttributions(examples []AttributionExample, o AttributionOptions) ([]byte, error) {
	words, err := nlp.LoadWords()
	if err != nil {
		return nil, err
	}
	x, err := New(Options{})
	if err != nil {
		return nil, err
	}
	var lessons []*lesson
	for _, e := range examples {
		l, err := x.lesson(e)
		if err != nil {
			return nil, err
		}
		lessons = append(lessons, l)
	}
	schools := make([]*school, o.Members)
	var all sync.WaitGroup
	for n := range schools {
		seed := o.Seed + 3*uint64(n)
		s := &school{cues: nlp.NewRankLearner(attributionWithout, seed), sources: nlp.NewRankLearner(attributionWithout, seed+1), extent: nlp.NewRankLearner(attributionWithout, seed+2)}
		s.attributor = attributor{words, s.cues, s.sources, s.extent}
		schools[n] = s
		all.Go(func() { s.attend(lessons, o.Rounds, seed) })
	}
	all.Wait()
	var cues, sources, extent nlp.Committee
	for _, s := range schools {
		o.Log("attributions: last round: %s", s.marks)
		cues, sources, extent = append(cues, s.cues), append(sources, s.sources), append(extent, s.extent)
	}
	file := nlp.PackRankers(cues, sources, extent)
	return file, x.examine(file, o)
}

// attend learns from the lessons, in another order each round.
func (s *school) attend(lessons []*lesson, rounds int, seed uint64) {
	order := rand.New(rand.NewPCG(seed, 7))
	for range rounds {
		s.marks = marks{}
		for _, n := range order.Perm(len(lessons)) {
			s.learn(lessons[n])
		}
	}
}

// examine logs how many of the attributions of the held examples a model file gets right.
func (x *Extractor) examine(file []byte, o AttributionOptions) error {
	r, err := nlp.ReadRankers(file, 3)
	if err != nil {
		return err
	}
	words, err := nlp.LoadWords()
	if err != nil {
		return err
	}
	s := &school{attributor: attributor{words, r[0], r[1], r[2]}}
	for _, e := range o.Held {
		l, err := x.lesson(e)
		if err != nil {
			return err
		}
		s.learn(l)
	}
	if len(o.Held) > 0 {
		o.Log("attributions: held: %s", s.marks)
	}
	return nil
}

// lesson reads an example as far as attributions need it.
func (x *Extractor) lesson(e AttributionExample) (*lesson, error) {
	d := new(nlp.Doc)
	d.Reset(e.Text, "")
	if err := x.layers.Run(d); err != nil {
		return nil, fmt.Errorf("example: %w", err)
	}
	r := newReading(article.Article{Text: e.Text}, d)
	for _, step := range beforeStatements {
		step(r)
	}
	l := &lesson{tree: newTree(r), isCue: make(map[int]int), ignore: make([]bool, len(d.Tokens))}
	for _, g := range e.Attributions {
		l.add(g)
	}
	for _, x := range e.Discard {
		for s, i := l.tokens(x), 0; s.Start+i < s.End; i++ {
			l.ignore[s.Start+i] = true
		}
	}
	return l, nil
}

func (l *lesson) tokens(x [2]int) nlp.Span {
	from, to := l.Byte(x[0]), l.Byte(x[1])
	s := nlp.Span{Start: l.TokenAt(from)}
	for s.End = s.Start; s.End < len(l.Tokens) && l.Tokens[s.End].Start < to; s.End++ {
	}
	return s
}

// hullOf returns the tokens from the first of some spans to the last.
func (l *lesson) hullOf(spans [][2]int) nlp.Span {
	if len(spans) == 0 {
		return nlp.Span{}
	}
	s := l.tokens(spans[0])
	for _, x := range spans[1:] {
		t := l.tokens(x)
		s.Start, s.End = min(s.Start, t.Start), max(s.End, t.End)
	}
	return s
}

func (l *lesson) add(g GoldAttribution) {
	span := l.hullOf(g.Cue)
	cue := -1
	for i := span.Start; i < span.End; i++ {
		if !l.canCue(i) {
			continue
		}
		h := l.head(i)
		if outside := h < span.Start || h >= span.End; cue < 0 || outside && l.Tokens[cue].UPOS != nlp.PosVerb {
			cue = i
		}
	}
	if cue < 0 {
		for i := span.Start; i < span.End; i++ {
			l.ignore[i] = true
		}
		return
	}
	for i := span.Start; i < span.End; i++ {
		l.ignore[i] = i != cue
	}
	gold := goldTokens{cue: cue, source: l.hullOf(g.Source)}
	for _, c := range g.Content {
		gold.content = append(gold.content, l.tokens(c))
	}
	l.isCue[cue] = len(l.gold)
	l.gold = append(l.gold, gold)
}

// A school learns from lessons.
type school struct {
	attributor
	cues, sources, extent *nlp.RankLearner
	f                     features
	marks
}

// marks count what was right while learning.
type marks struct{ cues, found, hit, sources, sourceRight, extents, extentRight, unreachable int }

func (m marks) String() string {
	p, r := float64(m.hit)/float64(max(m.found, 1)), float64(m.hit)/float64(max(m.cues, 1))
	return fmt.Sprintf("cues P %.3f R %.3f; sources %.3f; extents %.3f; %d of %d unreachable",
		p, r, float64(m.sourceRight)/float64(max(m.sources, 1)), float64(m.extentRight)/float64(max(m.extents, 1)), m.unreachable, m.extents+m.unreachable)
}

func (s *school) learn(l *lesson) {
	for i := range l.Tokens {
		if n, ok := l.isCue[i]; l.SentenceOf(i) >= 0 && l.canCue(i) && (ok || !l.ignore[i]) {
			s.learnCue(l, i, ok)
			if ok {
				s.learnSource(l, l.gold[n])
				s.learnExtent(l, l.gold[n])
			}
		}
	}
}

func (s *school) learnCue(l *lesson, i int, gold bool) {
	s.attributor.cueFeatures(l.tree, i, &s.f)
	score := s.attributor.cues.Score(s.f.list)
	s.marks.cues += int(bit(gold))
	s.found += int(bit(score > 0))
	s.hit += int(bit(gold && score > 0))
	if s.cues == nil {
		return
	}
	s.cues.Step()
	thin := s.cues.Thin(s.f.list)
	score = s.cues.Score(thin)
	if gold && score < cueMargin {
		s.cues.Raise(thin)
	} else if !gold && score > -cueMargin {
		s.cues.Lower(thin)
	}
}

// like returns how much of two spans is common to both, of what either has, in thousandths.
func like(a, b nlp.Span) int {
	both := max(0, min(a.End, b.End)-max(a.Start, b.Start))
	all := a.End - a.Start + b.End - b.Start - both
	return 1000 * both / max(all, 1)
}

func (s *school) learnSource(l *lesson, gold goldTokens) {
	candidates := l.tree.sources(gold.cue, nil)
	right, near := -1, 499
	for n, c := range candidates {
		if gold.source.End == 0 {
			right = 0
			break
		}
		if v := like(c.Span, gold.source); v > near {
			right, near = n, v
		}
	}
	if right < 0 {
		return
	}
	g := s.governs(l.tree, gold.cue)
	rival, top, score := -1, 0, 0
	for n, c := range candidates {
		l.sourceFeatures(gold.cue, g, c, &s.f)
		v := s.attributor.sources.Score(s.f.list)
		if n == right {
			score = v
		} else if rival < 0 || v > top {
			rival, top = n, v
		}
	}
	s.marks.sources++
	s.sourceRight += int(bit(rival < 0 || score > top))
	if s.sources == nil {
		return
	}
	s.sources.Step()
	if rival < 0 || score-top >= choiceMargin {
		return
	}
	l.sourceFeatures(gold.cue, g, candidates[right], &s.f)
	s.sources.Raise(s.sources.Thin(s.f.list))
	l.sourceFeatures(gold.cue, g, candidates[rival], &s.f)
	s.sources.Lower(s.sources.Thin(s.f.list))
}

// contentIn returns the hull of the content in the sentence of the frame.
func (x *frame) contentIn(spans []nlp.Span) nlp.Span {
	var s nlp.Span
	for _, c := range spans {
		c.Start, c.End = max(c.Start, x.within.Start), min(c.End, x.within.End)
		if c.End <= c.Start {
			continue
		}
		if s.End == 0 {
			s = c
		}
		s.Start, s.End = min(s.Start, c.Start), max(s.End, c.End)
	}
	return s
}

func (s *school) learnExtent(l *lesson, gold goldTokens) {
	source := sourceCandidate{Span: gold.source, head: -1}
	if gold.source.End > 0 && l.SentenceOf(gold.source.Start) == l.SentenceOf(gold.cue) {
		source.head = l.topFrom(gold.source.Start, gold.source)
	}
	x := l.frameOf(gold.cue, source)
	want := x.contentIn(gold.content)
	var right nlp.Span
	near := 599
	for _, i := range x.starts {
		for _, k := range x.ends {
			c := nlp.Span{Start: i, End: k}
			if v := like(c, want); k > i && v > near && x.sideOf(c) != 0 {
				right, near = c, v
			}
		}
	}
	if right.End == 0 {
		s.unreachable++
		return
	}
	g := s.governs(l.tree, gold.cue)
	margin := choiceMargin
	if s.extent == nil {
		margin = 0
	}
	got := s.extentOf(x, g, right, margin, &s.f)
	s.marks.extents++
	s.extentRight += int(bit(got == right))
	if s.extent == nil {
		return
	}
	s.extent.Step()
	if got == right {
		return
	}
	s.shift(x, g, right, got)
}

// shift moves weights from the features of the wrong extent to those of the right one.
func (s *school) shift(x *frame, g governed, right, wrong nlp.Span) {
	move := func(change func([]uint64)) { change(s.extent.Thin(s.f.list)) }
	if right.Start != wrong.Start {
		x.startFeatures(g, right.Start, &s.f)
		move(s.extent.Raise)
		x.startFeatures(g, wrong.Start, &s.f)
		move(s.extent.Lower)
	}
	if right.End != wrong.End {
		x.endFeatures(g, right.End, &s.f)
		move(s.extent.Raise)
		x.endFeatures(g, wrong.End, &s.f)
		move(s.extent.Lower)
	}
	x.extentFeatures(g, right, &s.f)
	move(s.extent.Raise)
	x.extentFeatures(g, wrong, &s.f)
	move(s.extent.Lower)
}
