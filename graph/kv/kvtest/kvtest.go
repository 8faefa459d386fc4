// Package kvtest says what a kv.Store must do, as tests that any implementation runs:
// Test goes through the contract case by case, Simulate against a Go map.
package kvtest

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"

	"newsgraph/graph/kv"
)

// Test runs the contract's cases, each on a new, empty store that
// open makes. The test closes it.
func Test(t *testing.T, open func(t *testing.T) kv.Store) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() { must(t, s.Close()) })
			c.test(t, s)
		})
	}
}

var cases = []struct {
	name string
	test func(*testing.T, kv.Store)
}{
	{"get", testGet},
	{"empty values", testEmptyValues},
	{"delete", testDelete},
	{"overwrite", testOverwrite},
	{"values are the caller's", testOwnership},
	{"large values", testLargeValues},
	{"scan order", testScanOrder},
	{"scan stays within its prefix", testScanPrefix},
	{"scan from a key", testScanFrom},
	{"scan from outside the prefix", testScanFromOutside},
	{"scan to the end of the store", testScanEnd},
	{"scan after the end", testAfterEnd},
	{"cursors side by side", testSideBySide},
	{"cursors one after another", testReuse},
	{"snapshots do not change", testIsolation},
	{"batches are whole", testAtomic},
	{"many readers", testReaders},
}

// TestTooLarge checks that a store with a limit refuses a batch of the given bytes
// whole and takes the next one. The caller closes the store at cleanup.
func TestTooLarge(t *testing.T, s kv.Store, size int) {
	t.Helper()
	put(t, s, "kept", "before")
	batch := []kv.Row{{Key: []byte("kept"), Value: []byte("after")}}
	for i := 0; i*1000 < size; i++ {
		batch = append(batch, kv.Row{Key: fmt.Appendf(nil, "row %08d", i), Value: make([]byte, 1000)})
	}
	if err := s.Apply(batch); !errors.Is(err, kv.ErrTooLarge) {
		t.Fatalf("a batch of %d bytes: got error %v, want ErrTooLarge", size, err)
	}
	snap := snapshot(t, s)
	wantRows(t, snap.Scan(nil, nil, false), "kept=before")
	put(t, s, "kept", "later")
}

// TestReopen checks that what was applied is there when the store is opened again.
func TestReopen(t *testing.T, open func(t *testing.T) kv.Store) {
	t.Helper()
	s := open(t)
	put(t, s, "a", "1", "b", "2", "c", "3", "empty", "")
	must(t, s.Apply([]kv.Row{{Key: []byte("b")}, {Key: []byte("c"), Value: []byte("4")}}))
	must(t, s.Close())
	s = open(t)
	t.Cleanup(func() { must(t, s.Close()) })
	snap := snapshot(t, s)
	wantRows(t, snap.Scan(nil, nil, false), "a=1", "c=4", "empty=")
}

func testGet(t *testing.T, s kv.Store) {
	long := string(bytes.Repeat([]byte("long "), 600))
	keys := []string{"a", "a\x00", "a\x00\x00", "\x00", "\xff", "\xff\xff", long, "é"}
	for i, k := range keys {
		put(t, s, k, fmt.Sprint(i))
	}
	snap := snapshot(t, s)
	for i, k := range keys {
		wantValue(t, snap, k, fmt.Sprint(i))
	}
	for _, k := range []string{"b", "a\x01", "\xfe", "long", "a\x00\x00\x00"} {
		wantNone(t, snap, k)
	}
}

func testEmptyValues(t *testing.T, s kv.Store) {
	put(t, s, "empty", "", "full", "x")
	snap := snapshot(t, s)
	wantValue(t, snap, "empty", "")
	wantRows(t, snap.Scan([]byte("e"), nil, false), "empty=")
	must(t, s.Apply([]kv.Row{{Key: []byte("empty")}, {Key: []byte("full"), Value: []byte{}}}))
	after := snapshot(t, s)
	wantNone(t, after, "empty")
	wantValue(t, after, "full", "")
	wantRows(t, after.Scan(nil, nil, true), "full=")
}

func testDelete(t *testing.T, s kv.Store) {
	put(t, s, "a", "1", "b", "2", "c", "3")
	must(t, s.Apply([]kv.Row{{Key: []byte("b")}, {Key: []byte("never there")}}))
	snap := snapshot(t, s)
	wantNone(t, snap, "b")
	wantRows(t, snap.Scan(nil, nil, false), "a=1", "c=3")
	wantRows(t, snap.Scan(nil, nil, true), "c=3", "a=1")
	wantRows(t, snap.Scan(nil, []byte("b"), false), "c=3")
	wantRows(t, snap.Scan(nil, []byte("b"), true), "a=1")
	put(t, s, "b", "4")
	wantValue(t, snapshot(t, s), "b", "4")
}

func testOverwrite(t *testing.T, s kv.Store) {
	for i := range 20 {
		put(t, s, "a", fmt.Sprint(i), "b", fmt.Sprint(-i))
	}
	wantRows(t, snapshot(t, s).Scan(nil, nil, false), "a=19", "b=-19")
}

// testOwnership checks who owns bytes: the store must keep copies of a batch whose
// slices the caller uses again, and give copies of values.
func testOwnership(t *testing.T, s kv.Store) {
	key, value := []byte("key"), []byte("value")
	must(t, s.Apply([]kv.Row{{Key: key, Value: value}}))
	copy(key, "xxx")
	copy(value, "xxxxx")
	snap := snapshot(t, s)
	got, err := snap.Get([]byte("key"))
	must(t, err)
	copy(got, "yyyyy")
	wantValue(t, snap, "key", "value")
	wantRows(t, snap.Scan(nil, nil, false), "key=value")
}

func testLargeValues(t *testing.T, s kv.Store) {
	for i, size := range []int{1 << 10, 1 << 16, 1<<20 - 1, 1 << 20, 3 << 20} {
		key, value := fmt.Appendf(nil, "size %d", i), bytes.Repeat([]byte{byte('a' + i)}, size)
		must(t, s.Apply([]kv.Row{{Key: key, Value: value}}))
		snap := snapshot(t, s)
		got, err := snap.Get(key)
		must(t, err)
		c := snap.Scan(key, nil, false)
		c.Next()
		walked, err := c.Value()
		must(t, err)
		if !bytes.Equal(got, value) || !bytes.Equal(walked, value) {
			t.Errorf("a value of %d bytes: got %d by its key and %d by a scan, or other ones", size, len(got), len(walked))
		}
		c.Close()
	}
}

// nasty holds keys whose order and prefixes are easy to get wrong.
var nasty = []string{
	"\x00", "\x00\x00", "\x00\xff", "\x01", "a", "a\x00", "a\x00\x00", "a\x00b", "a\x00\xff", "a\x01", "a\xfe",
	"a\xff", "a\xff\x00", "a\xff\xff", "a\xff\xffz", "b", "b\x00", "\xfe\xff", "\xff", "\xff\x00", "\xff\xff", "\xff\xff\xff",
	"a\xff" + string(bytes.Repeat([]byte{0xff}, 100)), "a\xff" + string(bytes.Repeat([]byte{0xff}, 99)) + "\x00",
}

func putNasty(t *testing.T, s kv.Store) []string {
	t.Helper()
	sorted := slices.Clone(nasty)
	slices.Sort(sorted)
	for i := range nasty { // not in order
		put(t, s, nasty[(i*7)%len(nasty)], "")
	}
	return sorted
}

func testScanOrder(t *testing.T, s kv.Store) {
	sorted := putNasty(t, s)
	snap := snapshot(t, s)
	wantKeys(t, snap.Scan(nil, nil, false), sorted, "all, forwards")
	slices.Reverse(sorted)
	wantKeys(t, snap.Scan(nil, nil, true), sorted, "all, backwards")
}

func testScanPrefix(t *testing.T, s kv.Store) {
	sorted := putNasty(t, s)
	snap := snapshot(t, s)
	for _, prefix := range append(slices.Clone(nasty), "c", "a\x02", "\xff\xff\xff\xff") {
		for _, reverse := range []bool{false, true} {
			want := within(sorted, prefix, nil, reverse)
			wantKeys(t, snap.Scan([]byte(prefix), nil, reverse), want, fmt.Sprintf("prefix %q, reverse %v", prefix, reverse))
		}
	}
}

// within is what a scan of keys should give.
func within(sorted []string, prefix string, from *string, reverse bool) []string {
	var all []string
	for _, k := range sorted {
		outside := from != nil && (!reverse && k < *from || reverse && k > *from)
		if len(k) >= len(prefix) && k[:len(prefix)] == prefix && !outside {
			all = append(all, k)
		}
	}
	if reverse {
		slices.Reverse(all)
	}
	return all
}

func testScanFrom(t *testing.T, s kv.Store) {
	sorted := putNasty(t, s)
	snap := snapshot(t, s)
	for _, prefix := range []string{"", "a", "a\x00", "a\xff", "\xff", "\xff\xff"} {
		for _, k := range sorted {
			for _, from := range []string{k, k + "\x00", k + "\xff"} {
				wantFrom(t, snap, sorted, prefix, from)
			}
		}
	}
}

// testScanFromOutside checks that a scan never leaves its prefix, wherever it starts.
func testScanFromOutside(t *testing.T, s kv.Store) {
	sorted := putNasty(t, s)
	snap := snapshot(t, s)
	for _, prefix := range []string{"a", "a\xff", "b", "c"} {
		for _, from := range []string{"\x00", "Z", "a", "b", "bb", "c", "d", "\xff\xff\xff\xff"} {
			wantFrom(t, snap, sorted, prefix, from)
		}
	}
}

func wantFrom(t *testing.T, snap kv.Snapshot, sorted []string, prefix, from string) {
	t.Helper()
	for _, reverse := range []bool{false, true} {
		want := within(sorted, prefix, &from, reverse)
		wantKeys(t, snap.Scan([]byte(prefix), []byte(from), reverse), want, fmt.Sprintf("prefix %q from %q, reverse %v", prefix, from, reverse))
	}
}

// testScanEnd walks prefixes without a key after them.
func testScanEnd(t *testing.T, s kv.Store) {
	snap := snapshot(t, s)
	wantRows(t, snap.Scan(nil, nil, false))
	wantRows(t, snap.Scan(nil, nil, true))
	put(t, s, "a\xff", "1", "a\xff\xff", "2")
	snap = snapshot(t, s)
	wantRows(t, snap.Scan([]byte("a\xff"), nil, true), "a\xff\xff=2", "a\xff=1")
	wantRows(t, snap.Scan([]byte("b"), nil, true))
	wantRows(t, snap.Scan([]byte("\xff"), nil, true))
	wantRows(t, snap.Scan([]byte("\xff"), nil, false))
}

func testAfterEnd(t *testing.T, s kv.Store) {
	put(t, s, "a", "1", "b", "2", "c", "3")
	snap := snapshot(t, s)
	for _, prefix := range []string{"", "b"} {
		for _, reverse := range []bool{false, true} {
			c := snap.Scan([]byte(prefix), nil, reverse)
			for c.Next() {
			}
			for range 3 {
				if c.Next() {
					t.Errorf("prefix %q, reverse %v: Next gave %q after the end", prefix, reverse, c.Key())
				}
			}
			must(t, c.Err())
			c.Close()
		}
	}
}

func testSideBySide(t *testing.T, s kv.Store) {
	put(t, s, "a1", "", "a2", "", "a3", "", "b1", "", "b2", "", "b3", "")
	snap := snapshot(t, s)
	a, b := snap.Scan([]byte("a"), nil, false), snap.Scan([]byte("b"), nil, true)
	var got []string
	for a.Next() {
		inner := snap.Scan(a.Key(), nil, false) // nested, on the very row
		if !inner.Next() || !b.Next() {
			t.Fatal("a cursor beside another ends early")
		}
		got = append(got, string(a.Key())+string(b.Key())+string(inner.Key()))
		inner.Close()
	}
	a.Close()
	b.Close()
	if want := []string{"a1b3a1", "a2b2a2", "a3b1a3"}; !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// testReuse opens and closes cursors at many places, since stores may keep them.
func testReuse(t *testing.T, s kv.Store) {
	sorted := putNasty(t, s)
	snap := snapshot(t, s)
	for i := range 3 * len(sorted) {
		c := snap.Scan(nil, []byte(sorted[(i*5)%len(sorted)]), i%2 == 0)
		if !c.Next() || string(c.Key()) != sorted[(i*5)%len(sorted)] {
			t.Fatalf("scan %d does not start at its key", i)
		}
		c.Close()
	}
	snap.Scan(nil, nil, false).Close() // never moved
}

func testIsolation(t *testing.T, s kv.Store) {
	put(t, s, "a", "1", "b", "2")
	before := snapshot(t, s)
	open := before.Scan(nil, nil, false)
	open.Next()
	must(t, s.Apply([]kv.Row{{Key: []byte("a")}, {Key: []byte("b"), Value: []byte("3")}, {Key: []byte("c"), Value: []byte("4")}}))
	if !open.Next() || string(open.Key()) != "b" || open.Next() {
		t.Error("an open cursor sees a later batch")
	}
	open.Close()
	wantRows(t, before.Scan(nil, nil, false), "a=1", "b=2")
	wantRows(t, before.Scan(nil, nil, true), "b=2", "a=1")
	wantValue(t, before, "b", "2")
	wantNone(t, before, "c")
	wantRows(t, snapshot(t, s).Scan(nil, nil, false), "b=3", "c=4")
}
