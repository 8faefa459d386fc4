package graph

import (
	"encoding/base64"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"newsgraph/graph/kv"
	"newsgraph/graph/text"
)

// Node returns the node with the given id, or the cluster that a record's id belongs
// to. It returns ErrNotFound if there is none.
func (tx *Tx) Node(id ID) (Node, error) {
	r, err := tx.refOf(id)
	if err != nil {
		return Node{}, err
	}
	return tx.NodeAt(r)
}

func (tx *Tx) refOf(id ID) (Ref, error) {
	row, err := lookup[idRow](tx, idKey(id))
	if err != nil {
		return 0, fmt.Errorf("node %s: %w", id, err)
	}
	if row.Record == ArticleRecord {
		return row.Ref, nil
	}
	return tx.ClusterOf(RecordRef{Article: row.Ref, Nr: row.Record})
}

// ClusterOf returns the number of the cluster that a record is part of.
func (tx *Tx) ClusterOf(r RecordRef) (Ref, error) {
	slots, err := tx.slots(r.Article)
	if err != nil {
		return 0, err
	}
	if r.Nr < 0 || r.Nr >= len(slots) {
		return 0, fmt.Errorf("record %d of article %d: %w", r.Nr, r.Article, ErrNotFound)
	}
	return slots[r.Nr].Cluster, nil
}

// NodeAt returns the node with the given number.
func (tx *Tx) NodeAt(r Ref) (Node, error) {
	row, err := tx.node(r)
	if err != nil {
		return Node{}, err
	}
	return row.node(r), nil
}

func (n *nodeRow) node(r Ref) Node {
	out := Node{Ref: r, ID: n.ID, Kind: n.Kind, Day: n.day(), Records: n.Records}
	if n.Kind == KindArticle {
		out.Key, out.Name = n.Article.Key, n.Article.Title
		if out.Name == "" {
			out.Name = n.Article.Key
		}
		return out
	}
	out.Name = n.Tally.best(tallyName)
	out.Aliases = n.Tally.aliases(out.Name)
	out.ISO, out.Type, out.When = n.Tally.best(tallyISO), n.Tally.best(tallyType), n.Tally.when()
	return out
}

// Country returns the country with an ISO 3166 alpha-2 code.
func (tx *Tx) Country(iso string) (Node, error) { return tx.Node(CountryID(strings.ToUpper(iso))) }

// ArticleByKey returns the article with the given key.
func (tx *Tx) ArticleByKey(key string) (Node, error) { return tx.Node(ArticleID(key)) }

// Article returns the facts of an article, without its text.
func (tx *Tx) Article(r Ref) (Article, error) {
	n, err := tx.node(r)
	if err != nil {
		return Article{}, err
	}
	if n.Kind != KindArticle {
		return Article{}, fmt.Errorf("node %d is a %s, no article: %w", r, n.Kind, ErrNotFound)
	}
	return *n.Article, nil
}

// Text returns the text of an article.
func (tx *Tx) Text(r Ref) (string, error) {
	b, err := tx.get(refKey(rowText, r))
	if errors.Is(err, kv.ErrNotFound) {
		return "", fmt.Errorf("text of article %d: %w", r, ErrNotFound)
	}
	return string(b), err
}

// Cut returns the words of text at a span.
func Cut(text string, s Span) string {
	from := offset(text, s.Start)
	return text[from : from+offset(text[from:], s.End-s.Start)]
}

// offset returns the byte offset of the n-th character.
func offset(s string, n int) int {
	if n <= 0 {
		return 0
	}
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// A Page bounds a list.
type Page struct {
	After string // Cursor of the last one seen; "" starts at the beginning
	From  Day    // earliest day; 0 and NoDay: no bound
	To    Day    // latest day; 0: no bound
}

// holds reports whether a day lies in the page. A page with a latest day leaves out
// what has none.
func (p Page) holds(d Day) bool {
	return (p.From == 0 || p.From == NoDay || d >= p.From) && (p.To == 0 || p.To == NoDay || d != NoDay && d <= p.To)
}

// start returns the key at which a list with the given prefix begins, where each key
// carries a day right after the prefix. skip tells to pass over that very key.
func (p Page) start(prefix []byte) (from []byte, skip bool, err error) {
	if p.After != "" {
		key, err := base64.RawURLEncoding.DecodeString(p.After)
		if err != nil || len(key) <= len(prefix) || string(key[:len(prefix)]) != string(prefix) {
			return nil, false, fmt.Errorf("cursor %.60q: %w", p.After, ErrCursor)
		}
		return key, true, nil
	}
	if p.To != 0 && p.To != NoDay {
		return appendDay(slices.Clone(prefix), p.To), false, nil
	}
	return nil, false, nil
}

func cursorOf(key []byte) string { return base64.RawURLEncoding.EncodeToString(key) }

// list walks the keys with a prefix from the page's start and calls row for each until
// it returns false. Values are read through the cursor.
func (tx *Tx) list(prefix []byte, p Page, row func(c kv.Cursor) (bool, error)) error {
	from, skip, err := p.start(prefix)
	if err != nil {
		return err
	}
	c := tx.scan(prefix, from, false)
	defer c.Close()
	for c.Next() {
		if skip && string(c.Key()) == string(from) {
			continue
		}
		if more, err := row(c); err != nil || !more {
			return err
		}
	}
	return c.Err()
}

// Edges returns the edges of one kind that leave a node (Out) or reach it (In),
// newest first; what has no day comes last. The Count and Disc of an edge that
// reaches are read one by one; Links is cheaper where they do not matter.
func (tx *Tx) Edges(n Ref, d Direction, k EdgeKind, p Page) iter.Seq2[Edge, error] {
	return func(yield func(Edge, error) bool) {
		err := tx.edges(n, d, k, p, true, func(e Edge) bool { return yield(e, nil) })
		if err != nil {
			yield(Edge{}, err)
		}
	}
}

// Links returns what Edges does by keys alone: Count and Disc are left empty.
func (tx *Tx) Links(n Ref, d Direction, k EdgeKind, p Page) iter.Seq2[Edge, error] {
	return func(yield func(Edge, error) bool) {
		err := tx.edges(n, d, k, p, false, func(e Edge) bool { return yield(e, nil) })
		if err != nil {
			yield(Edge{}, err)
		}
	}
}

func (tx *Tx) edges(n Ref, d Direction, k EdgeKind, p Page, whole bool, yield func(Edge) bool) error {
	row, parse := byte(rowEdge), parseEdgeKey
	if d == In {
		row, parse = rowReverse, parseReverseKey
	}
	return tx.list(linksPrefix(row, n, k), p, func(c kv.Cursor) (bool, error) {
		id, day, err := parse(c.Key())
		if err != nil {
			return false, err
		}
		if p.From != 0 && p.From != NoDay && day < p.From {
			return false, nil
		}
		if !p.holds(day) {
			return true, nil
		}
		e := Edge{Kind: id.kind, From: id.from, To: id.to, Day: day, disc: id.disc, list: d}
		if whole {
			if err := tx.fill(&e, id, d, c); err != nil {
				return false, err
			}
		}
		return yield(e), nil
	})
}

// fill reads the value of an edge's row: under the cursor if it is at the e row.
func (tx *Tx) fill(e *Edge, id edgeID, d Direction, c kv.Cursor) error {
	var b []byte
	var err error
	if d == Out {
		b, err = c.Value()
	} else {
		b, err = tx.get(edgeKey(id, e.Day))
	}
	if err != nil {
		return fmt.Errorf("%s edge: %w", e.Kind, err)
	}
	row, err := decode[edgeRow](b)
	e.Count, e.Disc = row.Count, row.Disc
	return err
}

// Evidence returns what an edge rests on, by article, the newest published first.
func (tx *Tx) Evidence(e Edge) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		stopped := false
		err := tx.evidence(e, func(i Item) bool { stopped = !yield(i, nil); return !stopped })
		if err != nil && !stopped {
			yield(Item{}, err)
		}
	}
}

func (tx *Tx) evidence(e Edge, yield func(Item) bool) error {
	id := edgeID{e.From, e.Kind, e.To, e.disc}
	row, err := lookup[edgeRow](tx, edgeKey(id, e.Day))
	if err != nil {
		return fmt.Errorf("evidence of %s edge: %w", e.Kind, err)
	}
	if row.Article != 0 {
		_, err := tx.items(row.Article, row.Claims, yield)
		return err
	}
	return tx.eachEvidence(id, func(ev evidence) (bool, error) { return tx.items(ev.article, ev.claims, yield) })
}

// items yields the given claims of an article as evidence. It reports whether more
// is wanted.
func (tx *Tx) items(article Ref, claims []int, yield func(Item) bool) (bool, error) {
	c, words, err := tx.claimsAndText(article)
	if err != nil {
		return false, err
	}
	for _, n := range claims {
		if n >= len(c.Claims) {
			return false, fmt.Errorf("article %d has no claim %d", article, n)
		}
		i := Item{Article: article, Evidence: c.Claims[n].Evidence}
		i.Text = i.words(words)
		if w := i.Wording; w != nil && w.Via != nil {
			if i.Via, err = tx.ClusterOf(RecordRef{Article: article, Nr: *w.Via}); err != nil {
				return false, err
			}
		}
		if !yield(i) {
			return false, nil
		}
	}
	return true, nil
}

// words returns the text of an evidence's spans, its pieces joined by " … ".
func (e Evidence) words(text string) string {
	if e.Ref != "" {
		return ""
	}
	all := Cut(text, e.Span)
	for _, s := range e.More {
		all += " … " + Cut(text, s)
	}
	return all
}

// Named returns the entities of the given kinds (all, if none are given) with a name
// or alias that folds to the same as name; with prefix, that begins so. An entity
// comes once, under the least of its names that match. Whole-name matches come most
// records first.
func (tx *Tx) Named(name string, prefix bool, kinds ...Kind) iter.Seq2[Node, error] {
	return func(yield func(Node, error) bool) {
		all, err := tx.named(name, prefix, kinds)
		for _, n := range all {
			if !yield(n, nil) {
				return
			}
		}
		if err != nil {
			yield(Node{}, err)
		}
	}
}

// maxNamed bounds how many rows a lookup by name reads.
const maxNamed = 10_000

func (tx *Tx) named(name string, prefix bool, kinds []Kind) ([]Node, error) {
	if len(kinds) == 0 {
		kinds = anyEntity
	}
	folded := cutName(text.Fold(name))
	if folded == "" {
		return nil, nil
	}
	if prefix {
		folded = cutName(text.FoldPrefix(name))
	}
	var all []Node
	for _, k := range kinds {
		key := nameKeyPrefix(k, folded)
		if !prefix {
			key = append(key, 0)
		}
		seen := map[Ref]bool{}
		err := tx.list(key, Page{}, func(c kv.Cursor) (bool, error) {
			_, _, r, err := parseNameKey(c.Key())
			if err != nil || seen[r] {
				return true, err
			}
			seen[r] = true
			n, err := tx.NodeAt(r)
			all = append(all, n)
			return len(all) < maxNamed, err
		})
		if err != nil {
			return nil, err
		}
	}
	if !prefix {
		slices.SortStableFunc(all, func(a, b Node) int { return b.Records - a.Records })
	}
	return all, nil
}

// A Listed is a node's number in a list, with the list's cursor.
type Listed struct {
	Ref    Ref
	Day    Day
	Cursor string
}

// Timeline returns the nodes of a kind by one of their times, newest first. By
// publication it has all articles, statements and events, the undated last.
func (tx *Tx) Timeline(c Clock, k Kind, p Page) iter.Seq2[Listed, error] {
	return func(yield func(Listed, error) bool) {
		err := tx.list(timePrefix(c, k), p, func(c kv.Cursor) (bool, error) {
			_, _, day, r, err := parseTimeKey(c.Key())
			if err != nil || p.From != 0 && p.From != NoDay && day < p.From {
				return false, err
			}
			return !p.holds(day) || yield(Listed{r, day, cursorOf(c.Key())}, nil), nil
		})
		if err != nil {
			yield(Listed{}, err)
		}
	}
}

// Nodes returns all nodes of a kind in a fixed order: entities by name, the others
// newest published first. After is the Cursor of the last one seen.
func (tx *Tx) Nodes(k Kind, after string) iter.Seq2[Listed, error] {
	if !k.Entity() {
		return tx.Timeline(Published, k, Page{After: after})
	}
	return func(yield func(Listed, error) bool) {
		err := tx.list(nameKeyPrefix(k, ""), Page{After: after}, func(c kv.Cursor) (bool, error) {
			_, name, r, err := parseNameKey(c.Key())
			if err != nil {
				return false, err
			}
			n, err := tx.node(r)
			if err != nil {
				return false, err
			}
			if cutName(text.Fold(n.Tally.best(tallyName))) != name {
				return true, nil // an alias: it is listed under its name
			}
			return yield(Listed{r, NoDay, cursorOf(c.Key())}, nil), nil
		})
		if err != nil {
			yield(Listed{}, err)
		}
	}
}

// A Member is one record of a cluster.
type Member struct {
	ID      ID
	Article Ref
	Nr      int
	Record  Record
}

// Members returns the records of a cluster, the earliest published first.
func (tx *Tx) Members(n Ref) iter.Seq2[Member, error] {
	return func(yield func(Member, error) bool) {
		err := tx.list(appendRef(newKey(rowMember, 8), n), Page{}, func(c kv.Cursor) (bool, error) {
			_, m, err := parseMemberKey(c.Key())
			if err != nil {
				return false, err
			}
			contribution, err := tx.claims(m.article)
			if err != nil {
				return false, err
			}
			r := contribution.Records[m.nr]
			return yield(Member{RecordID(m.key, r), m.article, m.nr, r}, nil), nil
		})
		if err != nil {
			yield(Member{}, err)
		}
	}
}

// SpanOf returns the characters of text that the bytes from start to end are.
func SpanOf(s string, start, end int) Span {
	from := utf8.RuneCountInString(s[:start])
	return Span{Start: from, End: from + utf8.RuneCountInString(s[start:end])}
}
