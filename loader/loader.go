/*
Package loader puts articles into a graph. A Loader reads what paths name, extracts
in parallel and applies in groups, one writer after another:

	find → read → parse and extract ×N → resolve and apply (one)

Articles are applied in the order they were found, so a report reads like its input;
the graph does not depend on it. Running a load again does nothing twice, and one that
was stopped goes on where it stopped. A bad article is skipped, and the Report says why.
*/
package loader

import (
	"context"
	"runtime"
	"time"

	"newsgraph/graph"
	"newsgraph/loader/article"
	"newsgraph/loader/extract"
)

// Options says how articles are loaded. The zero value works.
type Options struct {
	Article  article.Options
	Extract  extract.Options
	Workers  int            // articles extracted at once; 0: one for each processor
	Progress func(Progress) // called from time to time by one goroutine, and at the end; nil: not
}

// A Loader loads articles into one graph.
type Loader struct {
	graph     *graph.Graph
	extractor *extract.Extractor
	options   Options
}

// New returns a loader into g.
func New(g *graph.Graph, o Options) (*Loader, error) {
	x, err := extract.New(o.Extract)
	if err != nil {
		return nil, err
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	return &Loader{g, x, o}, nil
}

const (
	// groupRows ends a group of articles: larger groups cost memory, smaller ones
	// wait for the disk more often.
	groupRows = 20_000
	// groupTime ends a group that fills slowly, so that little is lost by a crash.
	groupTime = 2 * time.Second
	// progressEvery is the least time between two calls of Options.Progress.
	progressEvery = 200 * time.Millisecond
)

// Load loads the articles that paths name: files, folders, patterns, "-" for standard
// input. It returns a Report of what it did, also beside an error. An error means that
// the run could not go on: the context ended, or the store failed. What the report
// counts as loaded is on disk.
func (l *Loader) Load(ctx context.Context, paths []string) (*Report, error) {
	r := &run{l: l, report: &Report{Skipped: []Skip{}}, versions: map[string]version{}, started: time.Now()}
	reading, stop := context.WithCancel(ctx)
	defer stop()
	queue := l.prepare(reading, r.find(paths))
	err := r.write(queue)
	stop()
	for range queue { // what was in hand when the writer failed
	}
	if err == nil {
		err = ctx.Err()
	}
	r.report.Interrupted = ctx.Err() != nil
	r.report.Seconds = time.Since(r.started).Seconds()
	r.tell(true)
	return r.report, err
}
