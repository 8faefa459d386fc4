package graph

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// parsers has each row's parser as a function that takes a key apart and builds it
// again.
var parsers = map[byte]func(key []byte) ([]byte, error){
	rowName: func(key []byte) ([]byte, error) {
		k, name, r, err := parseNameKey(key)
		return nameKey(k, name, r), err
	},
	rowClusters:     refAgain(rowClusters),
	rowContribution: refAgain(rowContribution),
	rowNode:         refAgain(rowNode),
	rowText:         refAgain(rowText),
	rowEdge: func(key []byte) ([]byte, error) {
		e, d, err := parseEdgeKey(key)
		return edgeKey(e, d), err
	},
	rowReverse: func(key []byte) ([]byte, error) {
		e, d, err := parseReverseKey(key)
		return reverseKey(e, d), err
	},
	rowHub: func(key []byte) ([]byte, error) {
		p, err := parseHubKey(key)
		return hubKey(p), err
	},
	rowDecided: func(key []byte) ([]byte, error) {
		a, pair, err := parseDecidedKey(key)
		return decidedKey(a, pair), err
	},
	rowMember: func(key []byte) ([]byte, error) {
		c, m, err := parseMemberKey(key)
		return memberKey(c, m), err
	},
	rowTime: func(key []byte) ([]byte, error) {
		c, k, d, r, err := parseTimeKey(key)
		return timeKey(c, k, d, r), err
	},
	rowEvidence: func(key []byte) ([]byte, error) {
		e, d, r, err := parseEvidenceKey(key)
		return evidenceKey(e, d, r), err
	},
	rowPosting: func(key []byte) ([]byte, error) {
		f, term, s, err := parsePostingKey(key)
		return postingKey(f, term, s), err
	},
	rowID: func(key []byte) ([]byte, error) {
		id, err := parseIDKey(key)
		return idKey(id), err
	},
}

func refAgain(row byte) func([]byte) ([]byte, error) {
	return func(key []byte) ([]byte, error) {
		r, err := parseRefKey(row, key)
		return refKey(row, r), err
	}
}

// TestKeysRoundTrip takes the example key of every row apart and builds it again; cut
// short, lengthened or under another letter it must be refused.
func TestKeysRoundTrip(t *testing.T) {
	for _, key := range exampleKeys() {
		parse, ok := parsers[key[0]]
		if !ok {
			if key[0] != rowMeta && key[0] != rowDecision { // these are read whole
				t.Errorf("row %c has no parser here", key[0])
			}
			continue
		}
		again, err := parse(key)
		if err != nil || !bytes.Equal(again, key) {
			t.Errorf("row %c\ngot  %x, %v\nwant %x", key[0], again, err, key)
		}
		for _, bad := range [][]byte{nil, key[:1], key[:len(key)-1], append(slices.Clone(key), 0), append([]byte{'?'}, key[1:]...)} {
			if _, err := parse(bad); err == nil {
				t.Errorf("row %c: the key %x is taken", key[0], bad)
			}
		}
	}
}

// FuzzParseKey reads arbitrary bytes as keys of every row: no panic, and what is taken
// builds the same bytes again.
func FuzzParseKey(f *testing.F) {
	for _, key := range exampleKeys() {
		f.Add(key)
	}
	f.Fuzz(func(t *testing.T, key []byte) {
		for row, parse := range parsers {
			again, err := parse(key)
			if err == nil && !bytes.Equal(again, key) {
				t.Errorf("row %c\ngot  %x\nwant %x", row, again, key)
			}
			if err == nil && key[0] != row {
				t.Errorf("a key of row %c is taken for one of row %c", key[0], row)
			}
		}
	})
}

// FuzzBuildKey builds keys of arbitrary parts and takes them apart.
func FuzzBuildKey(f *testing.F) {
	f.Add("ada okoye", uint64(1), uint64(2), uint64(3), int64(22000), byte(5), byte(2), []byte("sixteen bytes id"))
	f.Add("", uint64(0), uint64(1<<63), uint64(1<<64-1), int64(NoDay), byte(0), byte(255), []byte{})
	f.Fuzz(func(t *testing.T, s string, a, b, c uint64, n int64, x, y byte, raw []byte) {
		if strings.ContainsRune(s, 0) {
			t.Skip("names and keys hold no NUL")
		}
		var id [16]byte
		copy(id[:], raw)
		day := Day(int32(n))
		e := edgeID{Ref(a), EdgeKind(x), Ref(b), discHash(c)}
		for _, key := range [][]byte{
			nameKey(Kind(x), s, Ref(a)), refKey(rowNode, Ref(a)), edgeKey(e, day), reverseKey(e, day), hubKey(id),
			decidedKey(s, id), memberKey(Ref(a), member{n, s, Ref(b), int(uint32(c))}), timeKey(Clock(x), Kind(y), day, Ref(a)),
			evidenceKey(e, day, Ref(c)), postingKey(Field(x), s, b), idKey(ID(id)),
		} {
			again, err := parsers[key[0]](key)
			if err != nil || !bytes.Equal(again, key) {
				t.Errorf("row %c\ngot  %x, %v\nwant %x", key[0], again, err, key)
			}
		}
		got, at, err := parseEdgeKey(edgeKey(e, day))
		if err != nil || got != e || at != day {
			t.Errorf("got edge %v on %d, want %v on %d", got, at, e, day)
		}
	})
}

// FuzzDecodePostings reads arbitrary bytes as a posting row: no panic, places can be
// listed, and what was decoded encodes to postings that are the same.
func FuzzDecodePostings(f *testing.F) {
	f.Add(byte(1), encodePostings(ArticleText, []Posting{{Article: 3, Words: 9, Count: 2, places: []byte{1, 4}}, {Article: 800, Words: 1, Count: 1, places: []byte{0}}}))
	f.Add(byte(2), encodePostings(StatementText, []Posting{{Article: 3, Record: 2, Words: 9, Count: 1, places: []byte{1}}}))
	f.Add(byte(1), []byte{1, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0x3f})
	f.Fuzz(func(t *testing.T, field byte, b []byte) {
		fd := Field(field)
		all, err := decodePostings(fd, b, nil)
		if err != nil {
			return
		}
		for _, p := range all {
			if places := p.Places(); len(places) != p.Count {
				t.Errorf("%d places, want %d", len(places), p.Count)
			}
		}
		again, err := decodePostings(fd, encodePostings(fd, all), nil)
		if err != nil || !reflect.DeepEqual(again, all) {
			t.Errorf("got  %v, %v\nwant %v", again, err, all)
		}
	})
}

// FuzzDecodeClaims reads arbitrary bytes as the value of a v row.
func FuzzDecodeClaims(f *testing.F) {
	f.Add(encodeClaims([]int{0, 1, 300, 70000}))
	f.Add([]byte{0x80})
	f.Fuzz(func(t *testing.T, b []byte) {
		claims, err := decodeClaims(b)
		if err != nil {
			return
		}
		again, err := decodeClaims(encodeClaims(claims))
		if err != nil || !slices.Equal(again, claims) {
			t.Errorf("got  %v, %v\nwant %v", again, err, claims)
		}
	})
}

// FuzzDecodeRows reads arbitrary bytes as the values of CBOR rows: no panic, and what
// was read is written the same way twice.
func FuzzDecodeRows(f *testing.F) {
	rows := exampleValues()
	for _, v := range rows {
		f.Add(encode(v))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		again[nodeRow](t, b)
		again[edgeRow](t, b)
		again[*Contribution](t, b)
		again[[]slot](t, b)
		again[Hub](t, b)
		again[Decision](t, b)
		again[Counts](t, b)
		again[idRow](t, b)
		if n, err := decode[nodeRow](b); err == nil {
			indexRowsOf(n)
		}
	})
}

// indexRowsOf does what reading a damaged node would.
func indexRowsOf(n nodeRow) {
	if n.Kind == KindArticle && n.Article == nil {
		return
	}
	n.node(1)
	indexRows(1, &n)
}

func again[V any](t *testing.T, b []byte) {
	t.Helper()
	v, err := decode[V](b)
	if err != nil {
		return
	}
	once := encode(v)
	w, err := decode[V](once)
	if err != nil {
		t.Errorf("%T: what was encoded does not decode: %v\n%x", v, err, once)
		return
	}
	if twice := encode(w); !bytes.Equal(once, twice) {
		t.Errorf("%T\ngot  %x\nwant %x", v, twice, once)
	}
}

// exampleValues has a value of each kind that stands in a row, with its fields filled.
func exampleValues() []any {
	via, s := 1, Span{Start: 3, End: 9}
	when := Interval{From: "2031-03-05", To: "2031-03-06", Precision: "day", Text: "on Wednesday"}
	a := Article{Key: "dam/1", Title: "The dam", Authors: []string{"Tor Lindqvist"}, Published: "2031-03-05", Hash: []byte{1, 2}, Boilerplate: []Region{{Start: 1, End: 2, Reason: "byline"}}}
	n := nodeRow{Kind: KindPerson, ID: ArticleID("x"), Records: 1, First: member{5, "dam/1", 7, 0}.row()}
	n.Tally.record(Record{Kind: KindPerson, Name: "Ada Okoye", Aliases: []string{"Okoye"}, When: when}, 1)
	c := &Contribution{
		Records: []Record{{Kind: KindCountry, First: s, Name: "Chad", ISO: "TD"}, {Kind: KindPerson, Field: "field:outlet", Name: "Okoye", Bare: true}},
		Claims: []Claim{{Kind: Reports, From: ArticleRecord, To: 0, Disc: Disc{Role: "host", Title: "minister", From: "2030", To: "2031"},
			Evidence: Evidence{Span: s, More: []Span{s}, Ref: "gazetteer/1", By: "test/1", Confidence: 1000, Mention: "name", Status: "planned",
				Wording: &Wording{Kind: "direct", Mode: "speech", Stance: "said", Cue: &s, Speaker: &s, Via: &via}, When: &when, Reasons: []string{"same words"}}}},
	}
	return []any{n, nodeRow{Kind: KindArticle, ID: ArticleID("dam/1"), Article: &a, Loaded: 9}, edgeRow{Count: 2, Disc: Disc{Role: "actor"}},
		edgeRow{Count: 1, Article: 4, Claims: []int{3}}, c, []slot{{Cluster: 3, Profile: Profile{1}}}, Hub{Cluster: 3, Plain: 2, Named: []RecordRef{{Article: 7, Nr: 1}}},
		Decision{A: Target{"a", KindPerson, "x"}, B: Target{"b", KindPerson, "y"}, Verdict: Same, Note: "why"},
		Counts{Nodes: []int{0, 1}, Edges: []int{0, 2}}, idRow{Ref: 3, Record: ArticleRecord}}
}

// TestCodecRoundTrip decodes what it encodes, field by field.
func TestCodecRoundTrip(t *testing.T) {
	for _, v := range exampleValues() {
		got := reflect.New(reflect.TypeOf(v))
		if err := decoding.Unmarshal(encode(v), got.Interface()); err != nil {
			t.Errorf("%T: %v", v, err)
		} else if !reflect.DeepEqual(got.Elem().Interface(), v) {
			t.Errorf("%T\ngot  %+v\nwant %+v", v, got.Elem().Interface(), v)
		}
	}
}
