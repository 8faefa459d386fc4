package graph

import (
	"encoding/binary"
	"fmt"

	"github.com/fxamacker/cbor/v2"
)

// Values are CBOR in its core deterministic encoding, with numbers for field names:
// short, self-describing, and open to new fields. Postings have a form of their own
// (posting.go).

var (
	encoding = mustMode(cbor.CoreDetEncOptions().EncMode())
	decoding = mustMode(cbor.DecOptions{MaxArrayElements: 1 << 24, MaxMapPairs: 1 << 24, MaxNestedLevels: 16}.DecMode())
)

func mustMode[M any](m M, err error) M {
	if err != nil {
		panic("cbor options: " + err.Error())
	}
	return m
}

func encode(v any) []byte {
	b, err := encoding.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("encode %T: %v", v, err)) // our own types always encode
	}
	return b
}

func decode[V any](b []byte) (V, error) {
	var v V
	err := decoding.Unmarshal(b, &v)
	return v, err
}

// A nodeRow is the value of an n row. What a cluster's name, type and time are
// follows from its tally (tally.go); nothing of it is stored twice.
type nodeRow struct {
	Kind    Kind      `cbor:"1,keyasint"`
	Article *Article  `cbor:"2,keyasint,omitempty"` // articles
	Loaded  int64     `cbor:"3,keyasint,omitempty"` // articles: Unix seconds
	ID      ID        `cbor:"4,keyasint"`
	Records int       `cbor:"5,keyasint,omitempty"`
	First   memberRow `cbor:"6,keyasint"` // clusters: the earliest record
	Tally   tally     `cbor:"7,keyasint,omitempty"`
}

// validate refuses what only damage makes of a row.
func (n *nodeRow) validate() error {
	switch {
	case n.Kind < KindArticle || n.Kind > KindStatement:
		return fmt.Errorf("no kind of node: %s", n.Kind)
	case (n.Kind == KindArticle) != (n.Article != nil):
		return fmt.Errorf("a %s with the facts of another kind", n.Kind)
	}
	return nil
}

// A memberRow is a member as it stands in a nodeRow.
type memberRow struct {
	_         struct{} `cbor:",toarray"`
	Published int64
	Key       string
	Article   Ref
	Nr        int
}

func (m memberRow) member() member { return member{m.Published, m.Key, m.Article, m.Nr} }
func (m member) row() memberRow    { return memberRow{struct{}{}, m.published, m.key, m.article, m.nr} }

// An edgeRow is the value of an e row. Most edges have the evidence of one article,
// which then stands here; those of more have a v row for each. An edge between
// entities always has v rows: the newest of them says which day it sorts under.
type edgeRow struct {
	Count   int   `cbor:"1,keyasint"`
	Disc    Disc  `cbor:"2,keyasint,omitzero"`
	Article Ref   `cbor:"3,keyasint,omitempty"` // the only one with evidence
	Claims  []int `cbor:"4,keyasint,omitempty"` // which of its claims
}

// A slot says where a record of an article is placed.
type slot struct {
	_       struct{} `cbor:",toarray"`
	Cluster Ref
	Profile Profile
}

// A Profile is the fingerprint of what makes records one thing without further
// evidence, as package resolve computes it. Zero means that the record stands alone.
type Profile [16]byte

// A Hub is what the store keeps of a profile: the cluster that its plain records
// are in, how many there are, and the records that decisions name, which are placed
// one by one.
type Hub struct {
	Cluster Ref         `cbor:"1,keyasint"`
	Plain   int         `cbor:"2,keyasint,omitempty"`
	Named   []RecordRef `cbor:"3,keyasint,omitempty"`
}

// A RecordRef names a record within one store.
type RecordRef struct {
	_       struct{} `cbor:",toarray"`
	Article Ref
	Nr      int
}

// An idRow is the value of an x row: a node, or a record whose cluster answers.
type idRow struct {
	_      struct{} `cbor:",toarray"`
	Ref    Ref      // the node; for a record, its article
	Record int      // the record's number, or ArticleRecord for a node
}

// encodeClaims makes the value of a v row: which claims of the article.
func encodeClaims(claims []int) []byte {
	b := make([]byte, 0, len(claims)+1)
	for _, c := range claims {
		b = binary.AppendUvarint(b, uint64(c))
	}
	return b
}

func decodeClaims(b []byte) ([]int, error) {
	var claims []int
	for len(b) > 0 {
		c, n := binary.Uvarint(b)
		if n <= 0 || c > 1<<31 {
			return nil, fmt.Errorf("claim numbers: malformed at %x", b)
		}
		claims, b = append(claims, int(c)), b[n:]
	}
	return claims, nil
}
