package badgerkv_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"newsgraph/graph/kv"
	"newsgraph/graph/kv/badgerkv"
	"newsgraph/graph/kv/kvtest"
)

func open(t *testing.T, dir string) kv.Store {
	t.Helper()
	s, err := badgerkv.Open(dir, badgerkv.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStore(t *testing.T) {
	kvtest.Test(t, func(t *testing.T) kv.Store { return open(t, t.TempDir()) })
}

func TestSimulation(t *testing.T) {
	dir := t.TempDir()
	kvtest.Simulate(t, open(t, dir), 1_000, func(s kv.Store) kv.Store {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		return open(t, dir)
	})
}

func TestTooLarge(t *testing.T) {
	s := open(t, t.TempDir())
	t.Cleanup(func() { s.Close() })
	kvtest.TestTooLarge(t, s, 20<<20)
}

func TestReopen(t *testing.T) {
	dir := t.TempDir()
	kvtest.TestReopen(t, func(t *testing.T) kv.Store { return open(t, dir) })
}

func TestLocked(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	defer s.Close()
	for _, o := range []badgerkv.Options{{}, {ReadOnly: true}} {
		if _, err := badgerkv.Open(dir, o); !errors.Is(err, kv.ErrLocked) || !strings.Contains(err.Error(), dir) {
			t.Errorf("opened twice, %+v: got error %v, want ErrLocked and the folder", o, err)
		}
	}
}

func TestReadersBesideOneAnother(t *testing.T) {
	dir := t.TempDir()
	if err := open(t, dir).Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		s, err := badgerkv.Open(dir, badgerkv.Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
	}
	if _, err := badgerkv.Open(dir, badgerkv.Options{}); !errors.Is(err, kv.ErrLocked) {
		t.Errorf("a writer beside readers: got error %v, want ErrLocked", err)
	}
}

func TestNoStore(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "report.txt")
	if err := os.WriteFile(file, []byte("not a store"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := badgerkv.Open(dir, badgerkv.Options{}); err == nil || !strings.Contains(err.Error(), "report.txt") {
		t.Errorf("a folder of other files: got error %v", err)
	}
	if _, err := badgerkv.Open(file, badgerkv.Options{}); err == nil || !strings.Contains(err.Error(), "not a directory") {
		t.Errorf("a file: got error %v", err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("opening left files behind: %v", entries)
	}
}

// TestOtherFormat writes over the manifest, whose first four bytes say that it is
// Badger's and whose last two of eight in which version.
func TestOtherFormat(t *testing.T) {
	for _, c := range []struct {
		name, magic string
	}{
		{"another version of Badger", "Bdgr\x00\x00\x00\x63"},
		{"another program", "SQLite f"},
	} {
		dir := t.TempDir()
		if err := open(t, dir).Close(); err != nil {
			t.Fatal(err)
		}
		manifest := filepath.Join(dir, "MANIFEST")
		b, err := os.ReadFile(manifest)
		if err != nil {
			t.Fatal(err)
		}
		copy(b, c.magic)
		if err := os.WriteFile(manifest, b, 0o666); err != nil {
			t.Fatal(err)
		}
		_, err = badgerkv.Open(dir, badgerkv.Options{})
		if !errors.Is(err, kv.ErrFormat) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got error %v, want ErrFormat on one line", c.name, err)
		}
	}
}

func TestReadOnly(t *testing.T) {
	dir := t.TempDir()
	if _, err := badgerkv.Open(filepath.Join(dir, "missing"), badgerkv.Options{ReadOnly: true}); err == nil {
		t.Error("a missing store opened for reading")
	}
	if err := open(t, dir).Close(); err != nil {
		t.Fatal(err)
	}
	s, err := badgerkv.Open(dir, badgerkv.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Apply([]kv.Row{{Key: []byte("k"), Value: []byte("v")}}); err == nil {
		t.Error("a store opened for reading took a batch")
	}
}
