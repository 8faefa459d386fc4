package graph

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"

	"newsgraph/graph/kv"
)

// A Verdict is what a person decided of two records.
type Verdict string

// The verdicts.
const (
	Same      Verdict = "same"
	Different Verdict = "different"
)

// A Target names a record by what survives another extraction: its article's key, its
// kind and the words of one of its spans.
type Target struct {
	Article string `cbor:"1,keyasint" json:"article"`
	Kind    Kind   `cbor:"2,keyasint" json:"-"`
	Text    string `cbor:"3,keyasint" json:"text"`
}

// A Decision is a person's word on two records. The last word on a pair wins. While
// one of the articles is absent it rests.
type Decision struct {
	A       Target  `cbor:"1,keyasint"`
	B       Target  `cbor:"2,keyasint"`
	Verdict Verdict `cbor:"3,keyasint"`
	Note    string  `cbor:"4,keyasint,omitempty"` // why, for other people
}

func (t Target) compare(o Target) int {
	return cmp.Or(strings.Compare(t.Article, o.Article), cmp.Compare(t.Kind, o.Kind), strings.Compare(t.Text, o.Text))
}

// pair identifies the two targets of a decision, in either order.
func (d Decision) pair() (id [16]byte) {
	a, b := d.A, d.B
	if a.compare(b) > 0 {
		a, b = b, a
	}
	sum := sha256.Sum256(encode([]Target{a, b}))
	copy(id[:], sum[:])
	return id
}

func (d Decision) validate() error {
	switch {
	case d.Verdict != Same && d.Verdict != Different:
		return fmt.Errorf("verdict %q: want %q or %q", d.Verdict, Same, Different)
	case d.A.Kind != d.B.Kind:
		return fmt.Errorf("a %s and a %s are never one", d.A.Kind, d.B.Kind)
	case d.A.Kind == KindArticle || d.A.Kind == KindCountry:
		return fmt.Errorf("no decision changes what a %s is: its key or ISO code says so", d.A.Kind)
	case d.A.Article == "" || d.B.Article == "" || d.A.Text == "" || d.B.Text == "":
		return errors.New("both sides want an article key and the words of a span")
	case strings.ContainsRune(d.A.Article+d.B.Article, 0):
		return errors.New("an article key holds a NUL byte")
	case d.A == d.B:
		return errors.New("both sides are the same mention")
	}
	return nil
}

// PutDecision keeps a decision, in the place of an earlier one on the same pair. The
// records it names move only when package resolve places them again.
func (tx *Tx) PutDecision(d Decision) error {
	if err := d.validate(); err != nil {
		return fmt.Errorf("%w: decision: %w", ErrInvalid, err)
	}
	pair := d.pair()
	tx.put(decisionKey(pair), encode(d))
	tx.put(decidedKey(d.A.Article, pair), []byte{})
	tx.put(decidedKey(d.B.Article, pair), []byte{})
	return nil
}

// DeleteDecision forgets the decision on d's pair. It returns ErrNotFound if there is none.
func (tx *Tx) DeleteDecision(d Decision) error {
	pair := d.pair()
	if _, err := lookup[Decision](tx, decisionKey(pair)); err != nil {
		return fmt.Errorf("decision: %w", err)
	}
	tx.delete(decisionKey(pair))
	tx.delete(decidedKey(d.A.Article, pair))
	tx.delete(decidedKey(d.B.Article, pair))
	return nil
}

// DecisionsOn returns the decisions that name an article.
func (tx *Tx) DecisionsOn(articleKey string) ([]Decision, error) {
	var all []Decision
	err := tx.list(decidedPrefix(articleKey), Page{}, func(c kv.Cursor) (bool, error) {
		_, pair, err := parseDecidedKey(c.Key())
		if err != nil {
			return false, err
		}
		d, err := lookup[Decision](tx, decisionKey(pair))
		all = append(all, d)
		return true, err
	})
	return all, err
}

// Decisions returns every decision, in the order of their pairs.
func (tx *Tx) Decisions() ([]Decision, error) {
	var all []Decision
	err := tx.list([]byte{rowDecision}, Page{}, func(c kv.Cursor) (bool, error) {
		b, err := c.Value()
		if err != nil {
			return false, err
		}
		d, err := decode[Decision](b)
		all = append(all, d)
		return true, err
	})
	return all, err
}

// The rest is what package resolve reads to place records.

// Hub returns what the store keeps of a profile, or ErrNotFound.
func (tx *Tx) Hub(p Profile) (Hub, error) { return lookup[Hub](tx, hubKey(p)) }

// Places returns the cluster and profile of each record of an article.
func (tx *Tx) Places(article Ref) ([]Placement, error) {
	slots, err := tx.slots(article)
	if err != nil {
		return nil, err
	}
	all := make([]Placement, len(slots))
	for i, s := range slots {
		all[i] = Placement{RecordRef{Article: article, Nr: i}, s.Cluster, s.Profile}
	}
	return all, nil
}

// Claims returns the records and claims of an article, without its facts. They are
// shared: not to be changed.
func (tx *Tx) Claims(article Ref) (*Contribution, error) { return tx.claims(article) }

// ClusterSize returns how many records a cluster has; 0 if there is no such cluster.
func (tx *Tx) ClusterSize(r Ref) (int, error) {
	n, err := tx.node(r)
	if errors.Is(err, ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return n.Records, nil
}

// EarlierRecord orders records by the publication of their articles, then by article
// key: the order that decides which record names a cluster. It is negative if a comes
// before b.
func (tx *Tx) EarlierRecord(a, b RecordRef) (int, error) {
	ma, err := tx.memberOf(a)
	if err != nil {
		return 0, err
	}
	mb, err := tx.memberOf(b)
	return ma.compare(mb), err
}

func (tx *Tx) memberOf(r RecordRef) (member, error) {
	facts, err := tx.Article(r.Article)
	return member{publication(facts.Published), facts.Key, r.Article, r.Nr}, err
}

// MemberRefs returns the records of a cluster, the earliest published first, by keys alone.
func (tx *Tx) MemberRefs(cluster Ref) ([]RecordRef, error) {
	var all []RecordRef
	err := tx.list(appendRef(newKey(rowMember, 8), cluster), Page{}, func(c kv.Cursor) (bool, error) {
		_, m, err := parseMemberKey(c.Key())
		all = append(all, RecordRef{Article: m.article, Nr: m.nr})
		return true, err
	})
	return all, err
}
