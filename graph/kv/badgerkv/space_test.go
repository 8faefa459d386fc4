package badgerkv

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"newsgraph/graph/kv"
)

func TestDiskGuard(t *testing.T) {
	opened, err := Open(t.TempDir(), Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	s := opened.(*store)
	defer s.Close()
	row := []kv.Row{{Key: []byte("key"), Value: []byte("value")}}
	for _, c := range []struct {
		free  uint64
		known bool
		ok    bool
	}{
		{reserve, true, true},
		{reserve - 1, true, false},
		{0, true, false},
		{0, false, true}, // a system that does not tell
	} {
		s.disk.free = func(string) (uint64, bool) { return c.free, c.known }
		err := s.Apply(row)
		if c.ok != (err == nil) || err != nil && !errors.Is(err, kv.ErrNoSpace) {
			t.Errorf("%d bytes free, known %v: got error %v", c.free, c.known, err)
		}
	}
}

func TestFreeSpaceOfMissingFolder(t *testing.T) {
	dir := t.TempDir()
	here, known := freeSpace(dir)
	if !known {
		t.Skip("this system does not tell its free space")
	}
	there, known := freeSpace(dir + "/not/there/yet")
	if !known || here == 0 || there == 0 {
		t.Errorf("free space is %d here and %d (known %v) in a folder not made yet", here, there, known)
	}
}

func TestNoSpaceMessage(t *testing.T) {
	d := disk{dir: "news", free: func(string) (uint64, bool) { return 12 << 20, true }}
	for _, part := range []string{"news", "12 MB are free", fmt.Sprintf("%d MB must be", reserve>>20), "nothing was lost"} {
		if err := d.check(); err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%v\ndoes not say %q", err, part)
		}
	}
}
