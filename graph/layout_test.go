package graph

import (
	"bytes"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite golden files")

// exampleKeys holds a key of every row, made by its builder of fixed arguments.
func exampleKeys() [][]byte {
	var id [16]byte
	copy(id[:], "sixteen bytes id")
	e := edgeID{from: 0x0102, kind: TakesPart, to: 0x0304, disc: Disc{Role: "actor"}.hash()}
	day := ParseDay("2031-03-05")
	m := member{publication("2031-03-05"), "dam/1", 7, 3}
	return [][]byte{
		keyVersion, keyNext, keyStats,
		nameKey(KindPerson, "ada okoye", 0x0102),
		refKey(rowClusters, 7),
		decisionKey(id),
		edgeKey(e, day),
		refKey(rowContribution, 7),
		hubKey(id),
		decidedKey("dam/1", id),
		memberKey(0x0102, m),
		refKey(rowNode, 0x0102),
		refKey(rowText, 7),
		reverseKey(e, day),
		timeKey(SaidAt, KindStatement, NoDay, 0x0304),
		evidenceKey(e, day, 7),
		postingKey(StatementText, "dam", 1),
		idKey(ID(id)),
	}
}

// tableLines returns the lines of the keyspace table in doc.go.
func tableLines(t *testing.T) []string {
	t.Helper()
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(doc)) {
		if strings.HasPrefix(line, "\t") && strings.Contains(line, " → ") {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return lines
}

// TestLayout sets each line of doc.go's table beside the bytes of a key of that row,
// so that table, code and bytes agree.
func TestLayout(t *testing.T) {
	lines, keys := tableLines(t), exampleKeys()
	if len(lines) != len(keys) {
		t.Fatalf("doc.go's table has %d lines, the builders make %d rows", len(lines), len(keys))
	}
	var out strings.Builder
	for i, line := range lines {
		form, _, _ := strings.Cut(line, " → ")
		row := strings.Fields(form)[0]
		if row != string(keys[i][:1]) && row != string(keys[i]) {
			t.Errorf("line %q stands beside a key of row %c", line, keys[i][0])
		}
		fmt.Fprintf(&out, "%s\n\t%s\n\t%q\n", strings.TrimSpace(form), hex.EncodeToString(keys[i]), keys[i])
	}
	golden(t, filepath.Join("testdata", "layout.txt"), out.String())
	if !slices.IsSortedFunc(keys[3:], bytes.Compare) {
		t.Error("the table is not in key order")
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; if that is meant, the format version must change\ngot\n%s\nwant\n%s", file, got, want)
	}
}

// TestRowLetters checks that the constants of key.go are the letters of the table,
// and that Check knows them all.
func TestRowLetters(t *testing.T) {
	source, err := os.ReadFile("key.go")
	if err != nil {
		t.Fatal(err)
	}
	var constants, table []string
	for line := range strings.Lines(string(source)) {
		if f := strings.Fields(line); len(f) == 3 && strings.HasPrefix(f[0], "row") && f[1] == "=" {
			constants = append(constants, strings.Trim(f[2], "'"))
		}
	}
	for _, line := range tableLines(t) {
		table = append(table, line[:1])
	}
	table = slices.Compact(table)
	if len(table) == 0 || !slices.Equal(constants, table) {
		t.Errorf("key.go has the rows %v, doc.go's table %v", constants, table)
	}
}

// TestOrder checks that keys sort as lists should read.
func TestOrder(t *testing.T) {
	days := []Day{ParseDay("9999-12-31"), ParseDay("2031-03-05"), ParseDay("2031-03-04"), 1, 0, -1, ParseDay("1969-01-01"), ParseDay("0001-01-01"), NoDay}
	refs := []Ref{0, 1, 255, 256, 65535, 1 << 40, 1<<64 - 1}
	var edges, times, evidence, members [][]byte
	for _, d := range days { // newest first, undated last; then by number
		for _, r := range refs {
			e := edgeID{from: 5, kind: Said, to: r}
			edges = append(edges, edgeKey(e, d))
			times = append(times, timeKey(Published, KindEvent, d, r))
			evidence = append(evidence, evidenceKey(edgeID{from: 5, kind: Said, to: 6}, d, r))
		}
	}
	for _, p := range []int64{publication("0001-01-01"), -1, 0, publication("2031-03-05"), publication("2031-03-05T00:00:01Z"), undated} {
		for _, key := range []string{"a", "a!", "ab", "b"} { // earliest first, undated last
			for _, nr := range []int{0, 1, 300} {
				members = append(members, memberKey(9, member{p, key, 3, nr}))
			}
		}
	}
	var reverse, refKeys, postings [][]byte
	for _, r := range refs {
		reverse = append(reverse, reverseKey(edgeID{from: r, kind: Said, to: 4}, 7))
		refKeys = append(refKeys, refKey(rowNode, r))
		postings = append(postings, postingKey(ArticleText, "dam", uint64(r)))
	}
	for what, keys := range map[string][][]byte{"edges": edges, "times": times, "evidence": evidence,
		"members": members, "reverse": reverse, "nodes": refKeys, "postings": postings} {
		for i := range keys[1:] {
			if bytes.Compare(keys[i], keys[i+1]) >= 0 {
				t.Errorf("%s: key %d does not sort before the next\n%x\n%x", what, i, keys[i], keys[i+1])
			}
		}
	}
}

// TestPrefixes checks that a scan for one thing does not meet another.
func TestPrefixes(t *testing.T) {
	for _, c := range []struct {
		prefix, inside, outside []byte
	}{
		{append(nameKeyPrefix(KindPerson, "ada"), 0), nameKey(KindPerson, "ada", 1), nameKey(KindPerson, "ada okoye", 1)},
		{nameKeyPrefix(KindPerson, "ada"), nameKey(KindPerson, "ada okoye", 1), nameKey(KindCountry, "ada", 1)},
		{decidedPrefix("dam/1"), decidedKey("dam/1", [16]byte{}), decidedKey("dam/11", [16]byte{})},
		{postingPrefix(ArticleText, "dam", true), postingKey(ArticleText, "dam", 1), postingKey(ArticleText, "damp", 1)},
		{postingPrefix(ArticleText, "dam", false), postingKey(ArticleText, "damp", 1), postingKey(StatementText, "dam", 1)},
		{linksPrefix(rowEdge, 1, Said), edgeKey(edgeID{1, Said, 2, 0}, 0), edgeKey(edgeID{1, About, 2, 0}, 0)},
		{linkPrefix(rowReverse, 2, Said, 9), reverseKey(edgeID{1, Said, 2, 0}, 9), reverseKey(edgeID{1, Said, 2, 0}, 8)},
		{evidencePrefix(edgeID{1, Said, 2, 3}), evidenceKey(edgeID{1, Said, 2, 3}, 0, 1), evidenceKey(edgeID{1, Said, 2, 4}, 0, 1)},
		{timePrefix(SaidAt, KindStatement), timeKey(SaidAt, KindStatement, 0, 1), timeKey(Published, KindStatement, 0, 1)},
	} {
		if !bytes.HasPrefix(c.inside, c.prefix) || bytes.HasPrefix(c.outside, c.prefix) {
			t.Errorf("prefix %q: want %q inside, %q outside", c.prefix, c.inside, c.outside)
		}
	}
}
