package extract

import (
	"fmt"
	"slices"

	"newsgraph/loader/article"
	"newsgraph/loader/nlp"
)

// An EventExample is an article of which annotators have judged predicates.
type EventExample struct {
	Text, Published string
	Verdicts        map[int]EventVerdict // by where the predicate starts, in code points
}

// An EventVerdict is the PLOVER type of the event that a predicate tells of; "" if it
// tells of none, or of one that another word beside it tells of.
type EventVerdict string

// TrainEvents returns the model file of what tells of events, learned from examples.
func TrainEvents(examples []EventExample, seed uint64, log func(format string, args ...any)) ([]byte, error) {
	lessons, err := eventLessons(examples)
	if err != nil {
		return nil, err
	}
	var all []nlp.RankExample
	for _, l := range lessons {
		all = append(all, l...)
	}
	log("events: %d predicates of %d articles", len(all), len(lessons))
	crossExamine(lessons, seed, log)
	return nlp.PackRankers(nlp.LearnLogistic(all, eventRounds, seed)), nil
}

const (
	// eventRounds is how often the examples are gone over.
	eventRounds = 20
	// eventFolds is the number of parts of which each is judged by what the others teach.
	eventFolds = 8
)

// eventLessons reads the judged predicates of each article. One that nobody judged tells
// of an event, for those after it, if two sides have a name.
func eventLessons(examples []EventExample) ([][]nlp.RankExample, error) {
	x, err := New(Options{})
	if err != nil {
		return nil, err
	}
	words, err := nlp.LoadWords()
	if err != nil {
		return nil, err
	}
	g := &gate{words: words}
	lessons := make([][]nlp.RankExample, len(examples))
	for n, ex := range examples {
		x.judge = func(f *eventFinder, e *event, p predicate, s nlp.Span) bool {
			g.describe(f, e, p, s)
			v, ok := ex.Verdicts[f.CodePoint(f.Bytes(e.trigger).Start)]
			if !ok {
				return len(e.parts) > 1
			}
			right := string(v) == e.frame.Type
			lessons[n] = append(lessons[n], nlp.RankExample{Features: slices.Clone(f.features.list), Right: right})
			return right
		}
		if _, err := x.Extract(article.Article{Text: ex.Text, Published: article.Fact{Value: ex.Published}}); err != nil {
			return nil, fmt.Errorf("example: %w", err)
		}
	}
	return lessons, nil
}

// crossExamine logs how many of the events are found, and how many of those found are
// events, when each part of the articles is judged by what the others teach.
func crossExamine(lessons [][]nlp.RankExample, seed uint64, log func(format string, args ...any)) {
	type judged struct {
		score int
		right bool
	}
	var all []judged
	events := 0
	for k := range eventFolds {
		var taught []nlp.RankExample
		for n, l := range lessons {
			if n%eventFolds != k {
				taught = append(taught, l...)
			}
		}
		r := nlp.LearnLogistic(taught, eventRounds, seed).Ranker()
		for n := k; n < len(lessons); n += eventFolds {
			for _, x := range lessons[n] {
				all = append(all, judged{r.Score(x.Features), x.Right})
				if x.Right {
					events++
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b judged) int { return b.score - a.score })
	found, below, pairs := 0, 0, 0
	next := 1
	for n, x := range all {
		if x.right {
			found++
		} else {
			below++
			pairs += found
		}
		if x.right && found*10 >= next*events {
			log("events: recall %.2f, precision %.2f above %.2f", float64(found)/float64(events), float64(found)/float64(n+1), float64(x.score)/nlp.LogisticScale)
			next++
		}
	}
	log("events: %d of %d are; area under the curve %.3f", events, len(all), float64(pairs)/float64(max(1, below*events)))
}
