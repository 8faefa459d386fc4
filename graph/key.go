package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
)

// This file has one builder and one parser for each row of the table in doc.go, in
// the same order. A builder's partial sibling (…Prefix) is what scans stay within.

// The first byte of a row's key.
const (
	rowMeta         = '!'
	rowName         = 'a'
	rowClusters     = 'c'
	rowDecision     = 'd'
	rowEdge         = 'e'
	rowContribution = 'g'
	rowHub          = 'h'
	rowDecided      = 'k'
	rowMember       = 'm'
	rowNode         = 'n'
	rowText         = 'p'
	rowReverse      = 'r'
	rowTime         = 't'
	rowEvidence     = 'v'
	rowPosting      = 'w'
	rowID           = 'x'
)

var (
	keyVersion = []byte("!version")
	keyNext    = []byte("!next")
	keyStats   = []byte("!stats")
)

// errKey is the cause of every error that a key parser returns.
var errKey = errors.New("malformed key")

// A keyReader takes a key apart. The first fault sticks.
type keyReader struct {
	rest []byte
	bad  bool
}

func readKey(row byte, key []byte) *keyReader {
	if len(key) == 0 || key[0] != row {
		return &keyReader{bad: true}
	}
	return &keyReader{rest: key[1:]}
}

func (k *keyReader) bytes(n int) []byte {
	if len(k.rest) < n {
		k.bad, k.rest = true, nil
		return make([]byte, n)
	}
	b := k.rest[:n]
	k.rest = k.rest[n:]
	return b
}

func (k *keyReader) byte() byte        { return k.bytes(1)[0] }
func (k *keyReader) u64() uint64       { return binary.BigEndian.Uint64(k.bytes(8)) }
func (k *keyReader) ref() Ref          { return Ref(k.u64()) }
func (k *keyReader) day() Day          { return dayOf(binary.BigEndian.Uint32(k.bytes(4))) }
func (k *keyReader) id() (id [16]byte) { copy(id[:], k.bytes(16)); return id }

func (k *keyReader) string() string {
	i := bytes.IndexByte(k.rest, 0)
	if i < 0 {
		k.bad = true
		return ""
	}
	s := string(k.rest[:i])
	k.rest = k.rest[i+1:]
	return s
}

func (k *keyReader) end() error {
	if k.bad || len(k.rest) > 0 {
		return errKey
	}
	return nil
}

func appendRef(b []byte, r Ref) []byte { return binary.BigEndian.AppendUint64(b, uint64(r)) }

// appendDay writes a day so that later ones sort first and NoDay last.
func appendDay(b []byte, d Day) []byte { return binary.BigEndian.AppendUint32(b, ^(uint32(d) ^ 1<<31)) }

func dayOf(u uint32) Day { return Day(^u ^ 1<<31) }

func appendString(b []byte, s string) []byte { return append(append(b, s...), 0) }

func newKey(row byte, size int) []byte { return append(make([]byte, 0, size+1), row) }

// a <kind> <folded name> <ref>

func nameKey(k Kind, folded string, r Ref) []byte {
	return appendRef(append(nameKeyPrefix(k, folded), 0), r)
}

func nameKeyPrefix(k Kind, folded string) []byte {
	return append(append(newKey(rowName, len(folded)+10), byte(k)), folded...)
}

func parseNameKey(key []byte) (Kind, string, Ref, error) {
	k := readKey(rowName, key)
	kind, name, ref := Kind(k.byte()), k.string(), k.ref()
	return kind, name, ref, k.end()
}

// c <article>; g <article>; n <ref>; p <article>

func refKey(row byte, r Ref) []byte { return appendRef(newKey(row, 8), r) }

func parseRefKey(row byte, key []byte) (Ref, error) {
	k := readKey(row, key)
	r := k.ref()
	return r, k.end()
}

// d <pair>

func decisionKey(pair [16]byte) []byte { return append(newKey(rowDecision, 16), pair[:]...) }

// e <from> <kind> <day> <to> <disc>; r <to> <kind> <day> <from> <disc>

// A discHash stands for a discriminator within keys.
type discHash uint64

func (d Disc) hash() discHash {
	if d == (Disc{}) {
		return 0
	}
	sum := sha256.Sum256([]byte(d.Role + "\x00" + d.Title + "\x00" + d.From + "\x00" + d.To))
	return discHash(binary.BigEndian.Uint64(sum[:8]))
}

// An edgeID identifies an edge within one store.
type edgeID struct {
	from Ref
	kind EdgeKind
	to   Ref
	disc discHash
}

func edgeKey(e edgeID, d Day) []byte    { return linkKey(rowEdge, e.from, e.kind, d, e.to, e.disc) }
func reverseKey(e edgeID, d Day) []byte { return linkKey(rowReverse, e.to, e.kind, d, e.from, e.disc) }

func linkKey(row byte, a Ref, k EdgeKind, d Day, b Ref, disc discHash) []byte {
	key := appendRef(linkPrefix(row, a, k, d), b)
	return binary.BigEndian.AppendUint64(key, uint64(disc))
}

// linkPrefix is the part of an e or r key up to its day.
func linkPrefix(row byte, a Ref, k EdgeKind, d Day) []byte {
	return appendDay(append(appendRef(newKey(row, 29), a), byte(k)), d)
}

// linksPrefix is the part of an e or r key up to its kind.
func linksPrefix(row byte, a Ref, k EdgeKind) []byte {
	return append(appendRef(newKey(row, 29), a), byte(k))
}

func parseEdgeKey(key []byte) (edgeID, Day, error) {
	k := readKey(rowEdge, key)
	from, kind, day, to, disc := k.ref(), EdgeKind(k.byte()), k.day(), k.ref(), k.u64()
	return edgeID{from, kind, to, discHash(disc)}, day, k.end()
}

func parseReverseKey(key []byte) (edgeID, Day, error) {
	k := readKey(rowReverse, key)
	to, kind, day, from, disc := k.ref(), EdgeKind(k.byte()), k.day(), k.ref(), k.u64()
	return edgeID{from, kind, to, discHash(disc)}, day, k.end()
}

// h <profile>

func hubKey(p Profile) []byte { return append(newKey(rowHub, 16), p[:]...) }

func parseHubKey(key []byte) (Profile, error) {
	k := readKey(rowHub, key)
	p := k.id()
	return p, k.end()
}

// k <article key> <pair>

func decidedKey(article string, pair [16]byte) []byte {
	return append(decidedPrefix(article), pair[:]...)
}

func decidedPrefix(article string) []byte {
	return appendString(newKey(rowDecided, len(article)+17), article)
}

func parseDecidedKey(key []byte) (string, [16]byte, error) {
	k := readKey(rowDecided, key)
	article, pair := k.string(), k.id()
	return article, pair, k.end()
}

// m <cluster> <published> <article key> <article> <nr>

// A member is one record of a cluster, ordered by publication, then article key;
// what is undated comes last.
type member struct {
	published int64 // Unix seconds, or undated
	key       string
	article   Ref
	nr        int
}

// undated is the publication of an article without a date.
const undated = 1<<63 - 1

func (m member) compare(o member) int {
	return bytes.Compare(memberKey(0, m), memberKey(0, o))
}

func memberKey(cluster Ref, m member) []byte {
	b := appendRef(newKey(rowMember, 30+len(m.key)), cluster)
	b = binary.BigEndian.AppendUint64(b, uint64(m.published)^1<<63)
	b = appendRef(appendString(b, m.key), m.article)
	return binary.BigEndian.AppendUint32(b, uint32(m.nr))
}

func parseMemberKey(key []byte) (Ref, member, error) {
	k := readKey(rowMember, key)
	cluster := k.ref()
	m := member{published: int64(k.u64() ^ 1<<63), key: k.string(), article: k.ref()}
	m.nr = int(binary.BigEndian.Uint32(k.bytes(4)))
	return cluster, m, k.end()
}

// t <clock> <kind> <day> <ref>

func timeKey(c Clock, k Kind, d Day, r Ref) []byte {
	return appendRef(appendDay(timePrefix(c, k), d), r)
}

func timePrefix(c Clock, k Kind) []byte { return append(newKey(rowTime, 14), byte(c), byte(k)) }

func parseTimeKey(key []byte) (Clock, Kind, Day, Ref, error) {
	k := readKey(rowTime, key)
	c, kind, day, ref := Clock(k.byte()), Kind(k.byte()), k.day(), k.ref()
	return c, kind, day, ref, k.end()
}

// v <from> <kind> <to> <disc> <day> <article>

func evidenceKey(e edgeID, published Day, article Ref) []byte {
	return appendRef(appendDay(evidencePrefix(e), published), article)
}

func evidencePrefix(e edgeID) []byte {
	b := append(appendRef(newKey(rowEvidence, 37), e.from), byte(e.kind))
	return binary.BigEndian.AppendUint64(appendRef(b, e.to), uint64(e.disc))
}

func parseEvidenceKey(key []byte) (edgeID, Day, Ref, error) {
	k := readKey(rowEvidence, key)
	e := edgeID{from: k.ref(), kind: EdgeKind(k.byte()), to: k.ref(), disc: discHash(k.u64())}
	day, article := k.day(), k.ref()
	return e, day, article, k.end()
}

// w <field> <term> <segment>

// A Field is a kind of text that can be searched.
type Field byte

// The fields of the full-text index.
const (
	ArticleText   Field = 1 // whole articles
	StatementText Field = 2 // statements in each article's wording
)

func postingKey(f Field, term string, segment uint64) []byte {
	b := appendString(append(newKey(rowPosting, len(term)+10), byte(f)), term)
	return binary.BigEndian.AppendUint64(b, segment)
}

func postingPrefix(f Field, term string, whole bool) []byte {
	b := append(append(newKey(rowPosting, len(term)+2), byte(f)), term...)
	if whole {
		b = append(b, 0)
	}
	return b
}

func parsePostingKey(key []byte) (Field, string, uint64, error) {
	k := readKey(rowPosting, key)
	f, term, segment := Field(k.byte()), k.string(), k.u64()
	return f, term, segment, k.end()
}

// x <id>

func idKey(id ID) []byte { return append(newKey(rowID, 16), id[:]...) }

func parseIDKey(key []byte) (ID, error) {
	k := readKey(rowID, key)
	id := k.id()
	return id, k.end()
}

// describeKey shows a key for a person: its row and parts.
func describeKey(key []byte) string {
	if len(key) == 0 {
		return "empty key"
	}
	return fmt.Sprintf("row %c, key %x", key[0], key)
}
