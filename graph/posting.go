package graph

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"newsgraph/graph/kv"
	"newsgraph/graph/text"
)

// Full text is kept as postings: for each term and field, which texts have it and
// where. Texts are numbered by their article (and, for a statement, its record in
// it), and 512 article numbers share a row, so that a common term's postings are
// read by a short scan. A row is a sequence of postings in order, each
//
//	article (delta) · record (statements only) · words in the text · places n · place (delta) × n
//
// as unsigned varints.

// segmentBits says how many article numbers share a row, as a power of two. Nodes of
// all kinds are numbered together, so 512 numbers hold some 60 articles.
const segmentBits = 9

// A Posting says that a text has a term.
type Posting struct {
	Article Ref
	Record  int // statements: number of the record; articles: 0
	Words   int // searchable words in the text
	Count   int // how often it has the term
	places  []byte
}

// Places returns where the term stands: the numbers of its words in the text,
// counted from 0, in order.
func (p Posting) Places() []int {
	all := make([]int, 0, p.Count)
	place, b := 0, p.places
	for range p.Count {
		x, n := binary.Uvarint(b)
		place, b = place+int(x), b[n:]
		all = append(all, place)
	}
	return all
}

func (p Posting) compare(o Posting) int {
	if p.Article != o.Article {
		if p.Article < o.Article {
			return -1
		}
		return 1
	}
	return p.Record - o.Record
}

func encodePostings(f Field, all []Posting) []byte {
	var b []byte
	last := Ref(0)
	for _, p := range all {
		b = binary.AppendUvarint(b, uint64(p.Article-last))
		last = p.Article
		if f == StatementText {
			b = binary.AppendUvarint(b, uint64(p.Record))
		}
		b = binary.AppendUvarint(b, uint64(p.Words))
		b = binary.AppendUvarint(b, uint64(p.Count))
		b = append(b, p.places...)
	}
	return b
}

// decodePostings appends the postings of a row to all. They point into b.
func decodePostings(f Field, b []byte, all []Posting) ([]Posting, error) {
	last := Ref(0)
	for len(b) > 0 {
		var head [4]uint64 // article, record, words, count
		for i := range head {
			if i == 1 && f != StatementText {
				continue
			}
			x, n := binary.Uvarint(b)
			if n <= 0 || x > 1<<48 {
				return nil, errPostings
			}
			head[i], b = x, b[n:]
		}
		size := varintsSize(b, head[3])
		if size < 0 {
			return nil, errPostings
		}
		last += Ref(head[0])
		all = append(all, Posting{last, int(head[1]), int(head[2]), int(head[3]), b[:size]})
		b = b[size:]
	}
	return all, nil
}

var errPostings = errors.New("malformed postings")

// varintsSize returns the length of n varints in bytes, or −1 if b ends before.
func varintsSize(b []byte, n uint64) int {
	i := 0
	for ; n > 0; i++ {
		if i == len(b) {
			return -1
		}
		if b[i] < 0x80 {
			n--
		}
	}
	return i
}

// A textWriter holds the posting rows that a transaction has changed, taken apart.
type textWriter struct {
	changed map[postingRow][]Posting
}

type postingRow struct {
	field   Field
	term    string
	segment uint64
}

// indexText adds an article's text and statements to the index (sign 1) or takes
// them out (−1).
func (tx *Tx) indexText(r Ref, c *Contribution, sign int) error {
	if tx.w.options.NoText {
		return nil
	}
	if err := tx.indexOne(ArticleText, Posting{Article: r}, searchText(c.Article), sign); err != nil {
		return err
	}
	for i, rec := range c.Records {
		if rec.Kind == KindStatement {
			if err := tx.indexOne(StatementText, Posting{Article: r, Record: i}, rec.Name, sign); err != nil {
				return err
			}
		}
	}
	return nil
}

// searchText is what an article is found by: its text, and its title where the text
// does not have it.
func searchText(a Article) string {
	if a.Title == "" || strings.Contains(a.Text, a.Title) {
		return a.Text
	}
	return a.Text + "\n" + a.Title
}

func (tx *Tx) indexOne(f Field, p Posting, s string, sign int) error {
	terms, words := termsOf(s)
	tx.w.counts.Texts[f] += sign
	tx.w.counts.Words[f] += sign * words
	p.Words = words
	for len(terms) > 0 {
		n := 1
		for n < len(terms) && terms[n].Stem == terms[0].Stem {
			n++
		}
		p.Count, p.places = n, nil
		place := 0
		for _, t := range terms[:n] {
			p.places = binary.AppendUvarint(p.places, uint64(t.Position-place))
			place = t.Position
		}
		if err := tx.changePosting(postingRow{f, terms[0].Stem, uint64(p.Article) >> segmentBits}, p, sign); err != nil {
			return err
		}
		terms = terms[n:]
	}
	return nil
}

// termsOf returns a text's terms sorted by stem, and how many there are.
func termsOf(s string) ([]text.Term, int) {
	var terms []text.Term
	text.Terms(s, func(t text.Term) { terms = append(terms, t) })
	slices.SortStableFunc(terms, func(a, b text.Term) int { return strings.Compare(a.Stem, b.Stem) })
	return terms, len(terms)
}

func (tx *Tx) changePosting(row postingRow, p Posting, sign int) error {
	if tx.w.text.changed == nil {
		tx.w.text.changed = map[postingRow][]Posting{}
	}
	all, ok := tx.w.text.changed[row]
	if !ok {
		b, err := tx.get(postingKey(row.field, row.term, row.segment))
		if err == nil {
			all, err = decodePostings(row.field, b, nil)
		}
		if err != nil && !errors.Is(err, kv.ErrNotFound) {
			return fmt.Errorf("postings of %q: %w", row.term, err)
		}
	}
	i, found := slices.BinarySearchFunc(all, p, Posting.compare)
	switch {
	case sign > 0 && !found:
		all = slices.Insert(all, i, p)
	case sign < 0 && found:
		all = slices.Delete(all, i, i+1)
	default:
		return fmt.Errorf("postings of %q disagree with article %d", row.term, p.Article)
	}
	tx.w.text.changed[row] = all
	return nil
}

func (tx *Tx) flushText() error {
	for row, all := range tx.w.text.changed {
		key := postingKey(row.field, row.term, row.segment)
		if len(all) == 0 {
			tx.delete(key)
		} else {
			tx.put(key, encodePostings(row.field, all))
		}
	}
	return nil
}

// Postings calls yield for each text that has a term, in order of their numbers.
// A Posting is valid until yield returns.
func (tx *Tx) Postings(f Field, term string, yield func(Posting) bool) error {
	c := tx.scan(postingPrefix(f, term, true), nil, false)
	defer c.Close()
	var all []Posting
	for c.Next() {
		b, err := c.Value()
		if err != nil {
			return err
		}
		if all, err = decodePostings(f, b, all[:0]); err != nil {
			return fmt.Errorf("postings of %q: %w", term, err)
		}
		for _, p := range all {
			if !yield(p) {
				return nil
			}
		}
	}
	return c.Err()
}

// Terms returns up to limit terms of the index that begin with prefix, in order.
func (tx *Tx) Terms(f Field, prefix string, limit int) ([]string, error) {
	var all []string
	from := postingPrefix(f, prefix, false)
	for len(all) < limit {
		c := tx.scan(postingPrefix(f, prefix, false), from, false)
		if !c.Next() {
			c.Close()
			return all, c.Err()
		}
		_, term, _, err := parsePostingKey(c.Key())
		c.Close()
		if err != nil {
			return nil, err
		}
		all = append(all, term)
		from = append(postingPrefix(f, term, false), 1) // after every row of the term
	}
	return all, nil
}
