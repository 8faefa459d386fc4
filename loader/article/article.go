// Package article reads articles. It finds an article's text and the facts its
// publisher states, in plain text, HTML and JSON lines, and marks the parts of the
// text that are not the story.
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
	Text        string   // UTF-8; of a plain-text file, its bytes unchanged
	Boilerplate []Region // parts of Text that yield nothing, in order, free of overlaps
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
