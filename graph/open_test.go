package graph_test

import (
	"encoding/binary"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"newsgraph/graph"
	"newsgraph/graph/graphtest"
	"newsgraph/graph/kv"
	"newsgraph/graph/kv/badgerkv"
	"newsgraph/graph/kv/memkv"
	"newsgraph/loader/resolve"
)

// TestOtherVersion opens a store that a later program wrote.
func TestOtherVersion(t *testing.T) {
	dir := t.TempDir()
	s := ok[kv.Store](t)(badgerkv.Open(dir, badgerkv.Options{NoSync: true}))
	later := kv.Row{Key: []byte("!version"), Value: binary.AppendUvarint(nil, 99)}
	if err := errors.Join(s.Apply([]kv.Row{later}), s.Close()); err != nil {
		t.Fatal(err)
	}
	for _, o := range []graph.Options{{}, {ReadOnly: true}} {
		_, err := graph.Open(dir, o)
		if !errors.Is(err, graph.ErrFormat) || !strings.Contains(err.Error(), "99") || !strings.Contains(err.Error(), dir) {
			t.Errorf("%+v: got error %v, want ErrFormat with the version and the folder", o, err)
		}
	}
	s = ok[kv.Store](t)(badgerkv.Open(dir, badgerkv.Options{NoSync: true})) // it was let go
	s.Close()
}

func TestOpenTwice(t *testing.T) {
	dir := t.TempDir()
	g := ok[*graph.Graph](t)(graph.Open(dir, graph.Options{NoSync: true}))
	defer g.Close()
	if _, err := graph.Open(dir, graph.Options{}); !errors.Is(err, graph.ErrLocked) || !strings.Contains(err.Error(), dir) {
		t.Errorf("got error %v, want ErrLocked with the folder", err)
	}
}

func TestOpenMissingForReading(t *testing.T) {
	if _, err := graph.Open(filepath.Join(t.TempDir(), "missing"), graph.Options{ReadOnly: true}); err == nil {
		t.Error("a store that is not there was opened for reading")
	}
}

// TestReopen closes a store and reads it again, by a reader and by a writer.
func TestReopen(t *testing.T) {
	dir := t.TempDir()
	g := ok[*graph.Graph](t)(graph.Open(dir, graph.Options{NoSync: true}))
	graphtest.Load(t, g, dam1(), dam2(), dam3())
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	for _, o := range []graph.Options{{ReadOnly: true}, {NoSync: true}} {
		g := ok[*graph.Graph](t)(graph.Open(dir, o))
		if err := errors.Join(graphtest.Check(g), count(g, 3), g.Close()); err != nil {
			t.Errorf("%+v: %v", o, err)
		}
	}
}

func count(g *graph.Graph, articles int) error {
	return g.View(func(tx *graph.Tx) error {
		c, err := tx.Counts()
		if err == nil && c.Nodes[graph.KindArticle] != articles {
			err = errors.New("other articles than were loaded")
		}
		return err
	})
}

// A failingStore takes a number of batches and then no more.
type failingStore struct {
	kv.Store
	left int
}

var errDisk = errors.New("disk on fire")

func (s *failingStore) Apply(batch []kv.Row) error {
	if s.left--; s.left < 0 {
		return errDisk
	}
	return s.Store.Apply(batch)
}

// TestFailedCommit checks that what a store did not take is not there, and that the
// graph goes on when the store does.
func TestFailedCommit(t *testing.T) {
	s := &failingStore{memkv.New(), 2} // the version, and one article
	g := ok[*graph.Graph](t)(graph.OpenStore(s, graph.Options{}))
	defer g.Close()
	graphtest.Load(t, g, dam1())
	for range 2 { // the second begins from what is on disk, not from what is not
		if err := graphtest.Add(g, dam3()); !errors.Is(err, errDisk) {
			t.Errorf("got error %v, want the store's own", err)
		}
	}
	s.left = 1
	if err := graphtest.Add(g, dam2()); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(graphtest.Check(g), count(g, 2)); err != nil {
		t.Error(err)
	}
}

// TestFailedQueue checks that what is prepared on top of a transaction that fails
// fails with it.
func TestFailedQueue(t *testing.T) {
	s := &failingStore{memkv.New(), 1}
	g := ok[*graph.Graph](t)(graph.OpenStore(s, graph.Options{}))
	defer g.Close()
	queue := func(a *graphtest.Article) (*graph.Commit, error) {
		return g.Queue(func(tx *graph.Tx) error {
			_, err := resolve.Add(tx, a.Contribution())
			return err
		})
	}
	first, err := queue(dam1())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := queue(dam2()); !errors.Is(err, errDisk) {
		t.Errorf("behind a failed one: got error %v, want the store's own", err)
	}
	if err := first.Wait(); !errors.Is(err, errDisk) {
		t.Errorf("got error %v, want the store's own", err)
	}
	s.left = 1
	next, err := queue(dam3())
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(next.Wait(), graphtest.Check(g), count(g, 1)); err != nil {
		t.Error(err)
	}
}
