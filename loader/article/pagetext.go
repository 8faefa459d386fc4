package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// articleText is the text of a page, a paragraph a line: what the library found, unless
// that is empty or more than the page holds. Where it finds little the library takes
// everything, as plain paragraphs that may be several in one and stand there twice; then
// the text is what the page states for machines, else its blocks.
func articleText(doc, found *html.Node, stated string) string {
	text := pageText(found, nil)
	if text != "" && !isPlain(found) {
		return text
	}
	if all := pageText(doc, furniture); text != "" && len(text) <= len(all) && longest(text) <= longest(all) {
		return text
	}
	if strings.TrimSpace(stated) != "" {
		if root, err := html.Parse(strings.NewReader(stated)); err == nil && strings.Contains(stated, "</") {
			return pageText(root, furniture)
		}
		return stated
	}
	return pageText(mainElement(doc), furniture)
}

// isPlain tells whether a tree is paragraphs of text alone.
func isPlain(n *html.Node) bool {
	for c := range n.ChildNodes() {
		if c.Data != "p" || c.FirstChild != c.LastChild || c.FirstChild != nil && c.FirstChild.Type != html.TextNode {
			return false
		}
	}
	return true
}

// mainElement is the element that holds the article of a page: its only article
// element, its main element, or its body.
func mainElement(doc *html.Node) *html.Node {
	found := map[string]*html.Node{}
	articles := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "article" {
			articles++
		}
		if found[n.Data] == nil {
			found[n.Data] = n
		}
	}
	switch {
	case articles == 1:
		return found["article"]
	case found["main"] != nil:
		return found["main"]
	}
	return found["body"]
}

func longest(text string) int {
	n := 0
	for l := range strings.Lines(text) {
		n = max(n, len(strings.TrimSpace(l)))
	}
	return n
}

const (
	minSentence  = 8   // words of the shortest line that shows that a page has an article
	maxErrorPage = 100 // words of the longest page that says no more than that something failed
)

// isNoArticle tells whether the text of a page is no article: none of its lines reads as
// a sentence outside links, or it is short and says what a server answers in place of
// a page.
func isNoArticle(doc *html.Node, title, text string) bool {
	lines := splitLines(text)
	if countWords(text) <= maxErrorPage && (failure.MatchString(title) ||
		slices.ContainsFunc(lines, func(l line) bool { return failure.MatchString(l.text) })) {
		return true
	}
	links := linkLines(doc)
	return !slices.ContainsFunc(lines, func(l line) bool {
		return readsAsSentence(l) && !links[squeeze(l.text)]
	})
}

// readsAsSentence counts characters too: not all scripts put blanks between words. A long
// paragraph may end with a credit or a label.
func readsAsSentence(l line) bool {
	return max(l.words, utf8.RuneCountInString(l.text)/10) >= minSentence && endsSentence(l.text) ||
		l.words >= longLine && strings.Contains(l.text, ". ")
}

// failure is a title or a line that is the answer of a server: "404 Not Found", "Page not
// found | The Ferry Post", "Error 500".
var failure = regexp.MustCompile(`(?i)^\W*(?:(?:http )?error [45]\d\d\b|[45]\d\d(?: error)?\W*$|(?:[45]\d\d\W+)?(?:` +
	`(?:page |file |article )?(?:was )?not found|forbidden|unauthorized|access denied|bad request|too many requests|` +
	`internal server error|bad gateway|service unavailable|gateway time-?out)(?:\s*[|–—-].*|\W*)$)`)

// linkLines are the lines of a page's links, squeezed.
func linkLines(doc *html.Node) map[string]bool {
	links := map[string]bool{}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "a" {
			for l := range strings.Lines(pageText(n, nil)) {
				links[squeeze(l)] = true
			}
		}
	}
	return links
}

// squeeze takes the white space out of s, so that prints of one line compare equal.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// pageText writes out a tree without the elements to skip: each block element is a line,
// white space is one blank.
func pageText(n *html.Node, skip map[string]bool) string {
	w := lineWriter{skip: skip}
	w.node(n)
	w.endLine()
	return w.text.String()
}

// A lineWriter gathers a line of words and ends it where a block begins or ends.
type lineWriter struct {
	skip map[string]bool // names of elements that are left out
	text strings.Builder
	line strings.Builder
}

func (w *lineWriter) node(root *html.Node) {
	// Walked by hand: hostile pages nest deeper than a stack should.
	for n := root; n != nil; {
		if n.Type == html.TextNode {
			w.line.WriteString(n.Data)
		}
		w.edge(n)
		if n.FirstChild != nil && !w.skip[n.Data] {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			w.edge(n)
		}
		if n == root {
			return
		}
		w.edge(n)
		n = n.NextSibling
	}
}

// edge ends the line if a block begins or ends with n.
func (w *lineWriter) edge(n *html.Node) {
	if n.Type == html.ElementNode && block[n.Data] {
		w.endLine()
	}
}

func (w *lineWriter) endLine() {
	words := strings.Fields(w.line.String())
	w.line.Reset()
	if len(words) == 0 {
		return
	}
	if w.text.Len() > 0 {
		w.text.WriteByte('\n')
	}
	w.text.WriteString(strings.Join(words, " "))
}

var block = set(`address article aside blockquote body br button caption dd details div dl dt
	fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html label li main nav
	ol option p pre section select summary table tbody td textarea tfoot th thead title tr ul`)

// furniture are the elements that hold no story.
var furniture = set(`aside button dialog footer head iframe label nav noscript option script
	select style svg template textarea`)
