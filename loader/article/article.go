// Package article reads articles. It finds an article's text and the facts its
// publisher states, in plain text, HTML and JSON lines, and marks the parts of the
// text that are not the story.
//
// Reading has three steps, so that a loader can show progress and parse in parallel.
// [Find] turns paths into Files, whose sizes are known before anything is read.
// [File.Inputs] reads a file and yields its Inputs one at a time: a text or HTML file
// has one, a file of JSON lines one a line, and never more than one is in memory.
// [Parse] turns an Input into an Article; it is the expensive step, touches nothing
// but its argument, and may run on many goroutines. [Read] does all three in a row.
//
// Errors are values of the sequence: each is an [InputError] that names its file and
// record, and what follows it is still read.
package article

// An Article is one published text with the facts its publisher states: key, URL,
// title, byline, outlet, date, language. What is not stated is empty.
type Article struct {
	Key         string // identity across runs: the record's id, else its canonical URL, else prefix + path
	PathKey     bool   // Key was made of the path
	Origin      string // absolute path of the file it came from; "" for standard input
	Source      string // path as given; with the record's number for files of many
	URL         string
	Title       Fact
	Outlet      Fact
	Authors     []Fact
	Published   Fact     // 2006-01-02 or RFC 3339
	Modified    string   // 2006-01-02 or RFC 3339
	Language    string   // BCP 47
	Text        string   // UTF-8; of a plain-text file, its bytes unchanged, a byte order mark too
	Boilerplate []Region // parts of Text that yield nothing, in order, free of overlaps
	Warnings    []string // what was left out and why, a sentence each: a date that cannot be read
}

// A Fact is a value with where it was found: a publisher's field or a span of the
// text. Both are empty for a fact that is not known.
type Fact struct {
	Value string
	Field string // "field:outlet"; "" if found in the text
	Start int    // byte offsets into Text
	End   int
}

// A Region is a half-open range of bytes of an article's text that is not part of
// the story, with the reason: "date stamp", "byline", "share widget".
type Region struct {
	Start, End int
	Reason     string
}

func (f Fact) known() bool { return f.Value != "" }
