/*
Package search finds articles and statements by their words. A query is a small tree
(Query), made by Parse or by hand; Search ranks what matches by BM25 and shows where.

	talks Geneva         both words
	"water talks"        a phrase
	minist*              words that begin so
	dam OR port          either
	(dam OR port) talks  brackets group

Words are compared by their stems ("talk" finds "talks"), without case and accents.
The commonest words ("the", "of") match anything: they are not indexed.
*/
package search

import (
	"fmt"
	"strings"
	"unicode"

	"newsgraph/graph/text"
)

// A Query is a node of a query's tree. String gives it in the language of Parse.
type Query interface {
	fmt.Stringer
	node()
}

type (
	// A Word matches texts that have a word with its stem.
	Word struct{ Text string }
	// A Phrase matches texts that have its words one after another.
	Phrase struct{ Words []string }
	// A Prefix matches texts that have a word that begins so.
	Prefix struct{ Text string }
	// And matches what all its parts match.
	And []Query
	// Or matches what any of its parts matches.
	Or []Query
)

func (Word) node()   {}
func (Phrase) node() {}
func (Prefix) node() {}
func (And) node()    {}
func (Or) node()     {}

func (q Word) String() string   { return q.Text }
func (q Phrase) String() string { return `"` + strings.Join(q.Words, " ") + `"` }
func (q Prefix) String() string { return q.Text + "*" }
func (q And) String() string    { return join(q, " ") }
func (q Or) String() string     { return "(" + join(q, " OR ") + ")" }

func join(parts []Query, between string) string {
	all := make([]string, len(parts))
	for i, p := range parts {
		all[i] = p.String()
	}
	return strings.Join(all, between)
}

// A SyntaxError says what is wrong with a query, and at which byte.
type SyntaxError struct {
	Query  string
	Offset int
	What   string
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("search %q: at character %d: %s", e.Query, e.Offset+1, e.What)
}

// maxDepth bounds how deep brackets nest.
const maxDepth = 20

// Parse reads a query. Words that are not indexed are left out of it; a query of
// nothing else, and an empty one, is a SyntaxError.
func Parse(s string) (Query, error) {
	p := parser{in: s}
	q, err := p.or(0)
	if err != nil {
		return nil, err
	}
	if p.at < len(p.in) {
		return nil, p.fail("a bracket closes that none opened")
	}
	if q == nil {
		return nil, &SyntaxError{Query: s, What: nothing(s)}
	}
	return q, nil
}

// nothing says why there is nothing to search for.
func nothing(s string) string {
	left := strings.NewReplacer("(", " ", ")", " ", `"`, " ").Replace(s)
	words := strings.Fields(strings.ReplaceAll(left, "OR", " "))
	switch {
	case strings.Trim(left, "* \t\r\n") == "" && strings.Contains(left, "*"):
		return `nothing to search for: a * stands behind the beginning of a word, as in "minist*"`
	case len(words) == 0 && strings.Contains(left, "OR"):
		return `nothing to search for: OR stands between what may be found, as in "dam OR port"`
	}
	return `nothing to search for: want a word that is not as common as "the"`
}

type parser struct {
	in string
	at int
}

func (p *parser) fail(what string) error { return &SyntaxError{p.in, p.at, what} }

func (p *parser) space() {
	for p.at < len(p.in) && strings.ContainsRune(" \t\r\n", rune(p.in[p.at])) {
		p.at++
	}
}

// or reads parts between the word OR.
func (p *parser) or(depth int) (Query, error) {
	if depth > maxDepth {
		return nil, p.fail("brackets nest too deep")
	}
	var parts Or
	for {
		q, err := p.and(depth)
		if err != nil {
			return nil, err
		}
		if q != nil {
			parts = append(parts, q)
		}
		if !p.keyword() {
			break
		}
	}
	return joined(parts, parts), nil
}

// joined returns whole, which is made of parts; of one part that part, of none nil.
func joined(parts []Query, whole Query) Query {
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return parts[0]
	}
	return whole
}

// keyword reads the word OR, if it comes next.
func (p *parser) keyword() bool {
	p.space()
	rest := p.in[p.at:]
	if strings.HasPrefix(rest, "OR") && (len(rest) == 2 || strings.ContainsRune(" \t\r\n(\"", rune(rest[2]))) {
		p.at += 2
		return true
	}
	return false
}

// and reads parts up to a closing bracket or OR.
func (p *parser) and(depth int) (Query, error) {
	var parts And
	for {
		p.space()
		at := p.at
		if p.at == len(p.in) || p.in[p.at] == ')' {
			break
		}
		if p.keyword() {
			p.at = at
			break
		}
		q, err := p.atom(depth)
		if err != nil {
			return nil, err
		}
		if a, ok := q.(And); ok {
			parts = append(parts, a...)
		} else if q != nil {
			parts = append(parts, q)
		}
	}
	return joined(parts, parts), nil
}

func (p *parser) atom(depth int) (Query, error) {
	switch p.in[p.at] {
	case '(':
		p.at++
		q, err := p.or(depth + 1)
		if err != nil {
			return nil, err
		}
		if p.at == len(p.in) {
			return nil, p.fail("a bracket is not closed")
		}
		p.at++
		return q, nil
	case '"':
		return p.phrase()
	}
	return p.word()
}

func (p *parser) phrase() (Query, error) {
	end := strings.IndexByte(p.in[p.at+1:], '"')
	if end < 0 {
		return nil, p.fail("a quotation mark is not closed")
	}
	inner := p.in[p.at+1 : p.at+1+end]
	p.at += end + 2
	var words []string
	indexed := 0
	text.Words(inner, func(w string, _, _ int) {
		words = append(words, w)
		if text.Stem(w) != "" {
			indexed++
		}
	})
	switch {
	case indexed == 0:
		return nil, nil
	case len(words) == 1:
		return Word{words[0]}, nil
	}
	return Phrase{words}, nil
}

// word reads up to the next blank, bracket or quotation mark. "re-open" is two words,
// as in the index.
func (p *parser) word() (Query, error) {
	from := p.at
	for p.at < len(p.in) && !unicode.IsSpace(rune(p.in[p.at])) && !strings.ContainsRune(`()"`, rune(p.in[p.at])) {
		p.at++
	}
	s := p.in[from:p.at]
	var parts And
	text.Words(s, func(w string, _, end int) {
		if end < len(s) && s[end] == '*' {
			parts = append(parts, Prefix{w})
		} else if text.Stem(w) != "" {
			parts = append(parts, Word{w})
		}
	})
	return joined(parts, parts), nil
}
