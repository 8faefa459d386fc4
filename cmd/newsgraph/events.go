package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"newsgraph/loader/article"
	"newsgraph/loader/extract"
)

// eventPrinterFor returns what prints the events of articles as a timeline: those with
// a date by date, then those without in the order of the text; each with its status,
// who takes part, where, and the words that it rests on.
func eventPrinterFor(out io.Writer, paint painter) (articlePrinter, error) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		return nil, err
	}
	return func(a article.Article) error {
		doc, err := x.Extract(a)
		if err != nil {
			return err
		}
		t := timeline{doc, paint, []rune(doc.Article.Text), bufio.NewWriter(out)}
		t.print()
		return t.out.Flush()
	}, nil
}

// A timeline prints the events of one document.
type timeline struct {
	doc   *extract.Document
	paint painter
	text  []rune
	out   *bufio.Writer
}

func (t timeline) print() {
	fmt.Fprintf(t.out, "%s\n", t.paint.in(bold, "# "+t.doc.Article.Key))
	if p := t.doc.Article.Published; p != nil {
		fmt.Fprintf(t.out, "# published: %s\n", *p)
	}
	events := slices.Clone(t.doc.Events)
	slices.SortStableFunc(events, func(a, b extract.Event) int { return cmp.Compare(sortDay(a), sortDay(b)) })
	for i := range events {
		t.event(&events[i])
	}
}

// undatedLast sorts after every date.
const undatedLast = "~"

func sortDay(e extract.Event) string {
	if e.Date == nil || e.Date.From == nil || strings.HasPrefix(*e.Date.From, "-") {
		return undatedLast
	}
	return *e.Date.From
}

// statusColours are how a terminal shows each status.
var statusColours = map[string]string{"occurred": green, "ongoing": cyan, "planned": yellow, "proposed": yellow, "hypothetical": magenta, "denied": red, "cancelled": red}

func (t timeline) event(e *extract.Event) {
	fmt.Fprintf(t.out, "\n%-24s %s  %s  %s\n", dateWords(e.Date), t.paint.in(statusColours[e.Status], fmt.Sprintf("%-12s", e.Status)), fmt.Sprintf("%-9s", e.Type), t.paint.in(bold, e.Label))
	for _, p := range e.Participants {
		fmt.Fprintf(t.out, "  %s: %s\n", p.Role, t.name(p.Entity))
	}
	for _, p := range e.Places {
		fmt.Fprintf(t.out, "  in: %s\n", t.name(p))
	}
	if e.ClaimedIn != nil {
		fmt.Fprintf(t.out, "  as claimed by: %s\n", t.claimant(*e.ClaimedIn))
	}
	for _, r := range e.Evidence {
		fmt.Fprintf(t.out, "  %s\n", t.words(e, r))
	}
}

// dateWords words a date: its interval, and the words that it rests on.
func dateWords(d *extract.Date) string {
	if d == nil {
		return "no date"
	}
	if d.From == nil && d.To == nil {
		return "(" + d.Text + ")"
	}
	from, to := "", ""
	if d.From != nil {
		from = *d.From
	}
	if d.To != nil {
		to = *d.To
	}
	if from == to {
		return from
	}
	return from + " to " + to
}

func (t timeline) name(id string) string {
	for _, e := range t.doc.Entities {
		if e.ID == id {
			return e.Name
		}
	}
	return id
}

// claimant is who makes the statement that tells of an event.
func (t timeline) claimant(id string) string {
	for _, s := range t.doc.Statements {
		switch {
		case s.ID != id:
		case s.Speaker.Entity != nil:
			return t.name(*s.Speaker.Entity)
		case s.Speaker.Unnamed != nil:
			return *s.Speaker.Unnamed
		}
	}
	return "somebody unnamed"
}

// words returns a piece of evidence in one line, with the trigger marked.
func (t timeline) words(e *extract.Event, r extract.Range) string {
	line := func(start, end int) string { return strings.ReplaceAll(string(t.text[start:end]), "\n", " ") }
	if e.Trigger.Start < r.Start || e.Trigger.End > r.End {
		return t.paint.in(faint, line(r.Start, r.End))
	}
	return line(r.Start, e.Trigger.Start) + t.paint.in(yellow, "["+line(e.Trigger.Start, e.Trigger.End)+"]") + line(e.Trigger.End, r.End)
}
