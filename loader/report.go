package loader

import (
	"errors"
	"fmt"
	"io"
	"time"

	"newsgraph/loader/article"
)

// A Report says what a load did. Its JSON form is stable.
type Report struct {
	Read        int       `json:"read"`       // articles, good and bad
	Loaded      int       `json:"loaded"`     // new ones
	Replaced    int       `json:"replaced"`   // another text or other facts under a known key
	Unchanged   int       `json:"unchanged"`  // loaded before as they are
	Superseded  int       `json:"superseded"` // another article of this run has their key and comes first
	Skipped     []Skip    `json:"skipped"`    // could not be loaded
	Warnings    []Warning `json:"warnings,omitempty"`
	Interrupted bool      `json:"interrupted"` // stopped before the end; run again to go on
	Seconds     float64   `json:"seconds"`
}

// A Skip is an article that could not be loaded, with the reason.
type Skip struct {
	Source string `json:"source"` // path as given
	Record int    `json:"record,omitempty"`
	Reason string `json:"reason"`
}

// A Warning is something that an article was loaded without.
type Warning struct {
	Source string `json:"source"`
	Record int    `json:"record,omitempty"` // of a file of many
	Text   string `json:"warning"`
}

// OK reports whether all went well: every article read is in the graph.
func (r *Report) OK() bool { return len(r.Skipped) == 0 && !r.Interrupted }

// WriteText writes the report for a person.
func (r *Report) WriteText(w io.Writer) {
	for _, x := range r.Warnings {
		fmt.Fprintf(w, "warning: %v\n", &article.InputError{Source: x.Source, Record: x.Record, Err: errors.New(x.Text)})
	}
	for _, s := range r.Skipped {
		fmt.Fprintf(w, "skipped: %s\n", s.Reason)
	}
	fmt.Fprintf(w, "%d read: %d loaded, %d replaced, %d unchanged, %d skipped", r.Read, r.Loaded, r.Replaced, r.Unchanged, len(r.Skipped))
	if r.Superseded > 0 {
		fmt.Fprintf(w, ", %d superseded by another article with the same key", r.Superseded)
	}
	fmt.Fprintf(w, "; %.1f s", r.Seconds)
	if changed := r.Loaded + r.Replaced; changed > 0 && r.Seconds > 0 {
		fmt.Fprintf(w, ", %.0f articles/s", float64(changed)/r.Seconds)
	}
	fmt.Fprintln(w)
	if r.Interrupted {
		fmt.Fprintln(w, "stopped before the end; what is counted above is on disk. Run the same command again to go on.")
	}
}

// Progress says how far a load is.
type Progress struct {
	Files     int   // to read in all
	FilesRead int   //
	Bytes     int64 // to read in all; less than there is if a size is not known (standard input)
	BytesRead int64
	Articles  int // read
	Skipped   int
	Elapsed   time.Duration
	Done      bool
}

// count adds one article's outcome to the report.
func (r *run) count(p prepared, o outcome) {
	r.progress.BytesRead += p.bytes
	if o.what == nothing {
		r.progress.FilesRead++
		return
	}
	r.report.Read++
	r.progress.Articles++
	for _, w := range p.article.Warnings {
		r.report.Warnings = append(r.report.Warnings, Warning{p.source, p.record, w})
	}
	switch o.what {
	case loaded:
		r.report.Loaded++
	case replaced:
		r.report.Replaced++
	case unchanged:
		r.report.Unchanged++
	case superseded:
		r.report.Superseded++
	case skipped:
		r.progress.Skipped++
		r.report.Skipped = append(r.report.Skipped, p.skip(o.why))
	}
}

// tell calls Options.Progress, if it is time.
func (r *run) tell(done bool) {
	if r.l.options.Progress == nil || !done && time.Since(r.told) < progressEvery {
		return
	}
	r.told = time.Now()
	r.progress.Elapsed, r.progress.Done = time.Since(r.started), done
	r.l.options.Progress(r.progress)
}
