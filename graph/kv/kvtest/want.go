package kvtest

import (
	"errors"
	"slices"
	"testing"

	"newsgraph/graph/kv"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// put applies keys and values in turn as one batch.
func put(t *testing.T, s kv.Store, pairs ...string) {
	t.Helper()
	var batch []kv.Row
	for i := 0; i < len(pairs); i += 2 {
		batch = append(batch, kv.Row{Key: []byte(pairs[i]), Value: []byte(pairs[i+1])})
	}
	must(t, s.Apply(batch))
}

// snapshot returns a snapshot that is closed with the test, before its store.
func snapshot(t *testing.T, s kv.Store) kv.Snapshot {
	t.Helper()
	snap, err := s.Snapshot()
	must(t, err)
	t.Cleanup(snap.Close)
	return snap
}

func wantValue(t *testing.T, s kv.Snapshot, key, want string) {
	t.Helper()
	if got, err := s.Get([]byte(key)); err != nil || string(got) != want {
		t.Errorf("key %.60q: got %q, %v, want %q", key, got, err, want)
	}
}

func wantNone(t *testing.T, s kv.Snapshot, key string) {
	t.Helper()
	if got, err := s.Get([]byte(key)); !errors.Is(err, kv.ErrNotFound) {
		t.Errorf("key %.60q: got %q, %v, want ErrNotFound", key, got, err)
	}
}

// wantRows walks a cursor, closes it, and compares "key=value" strings.
func wantRows(t *testing.T, c kv.Cursor, want ...string) {
	t.Helper()
	if got := rowsOf(t, c); !slices.Equal(got, want) {
		t.Errorf("rows\ngot  %q\nwant %q", got, want)
	}
}

func wantKeys(t *testing.T, c kv.Cursor, want []string, scan string) {
	t.Helper()
	if got := keysOf(c); !slices.Equal(got, want) {
		t.Errorf("scan of %s\ngot  %q\nwant %q", scan, got, want)
	}
}

func rowsOf(t *testing.T, c kv.Cursor) []string {
	t.Helper()
	defer c.Close()
	var all []string
	for c.Next() {
		v, err := c.Value()
		must(t, err)
		all = append(all, string(c.Key())+"="+string(v))
	}
	must(t, c.Err())
	return all
}

func keysOf(c kv.Cursor) []string {
	defer c.Close()
	var all []string
	for c.Next() {
		all = append(all, string(c.Key()))
	}
	return all
}
