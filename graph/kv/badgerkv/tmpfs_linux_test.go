package badgerkv

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"syscall"
	"testing"

	"newsgraph/graph/kv"
)

// tmpfs mounts a file system in memory of the given size. resize changes it.
func tmpfs(t *testing.T, mb int) (dir string, resize func(mb int)) {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can mount a small disk")
	}
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%dm", mb)); err != nil {
		t.Skipf("cannot mount a small disk: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir, func(mb int) {
		t.Helper()
		if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT, fmt.Sprintf("size=%dm", mb)); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenOnSmallDisk(t *testing.T) {
	dir, _ := tmpfs(t, 16)
	if _, err := Open(dir+"/store", Options{}); !errors.Is(err, kv.ErrNoSpace) {
		t.Errorf("got error %v, want ErrNoSpace", err)
	}
}

// TestFullDisk fills a disk through the store until it refuses, and checks that every
// batch it took is there, that it closes, opens and goes on when there is room.
func TestFullDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 128 MB of random bytes")
	}
	dir, resize := tmpfs(t, reserve>>20+128)
	s, err := Open(dir, Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	taken := 0
	for ; err == nil; taken++ {
		err = s.Apply(randomBatch(taken))
	}
	taken--
	if !errors.Is(err, kv.ErrNoSpace) || taken < 10 {
		t.Fatalf("after %d batches: got error %v, want ErrNoSpace", taken, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, Options{}); !errors.Is(err, kv.ErrNoSpace) {
		t.Errorf("open on the full disk: got error %v, want ErrNoSpace", err)
	}
	wantBatches(t, dir, Options{ReadOnly: true}, taken)
	resize(reserve>>20 + 512)
	wantBatches(t, dir, Options{NoSync: true}, taken)
}

// randomBatch makes a batch that does not compress, of some 4 MB.
func randomBatch(nr int) []kv.Row {
	var seed [32]byte
	seed[0] = byte(nr)
	r := rand.NewChaCha8(seed)
	var batch []kv.Row
	for i := range 40 {
		value := make([]byte, 100_000)
		r.Read(value)
		batch = append(batch, kv.Row{Key: fmt.Appendf(nil, "%04d %02d", nr, i), Value: value})
	}
	return batch
}

func wantBatches(t *testing.T, dir string, o Options, batches int) {
	t.Helper()
	s, err := Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	snap, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	defer snap.Close()
	rows := 0
	c := snap.Scan(nil, nil, false)
	for c.Next() {
		rows++
	}
	c.Close()
	if rows != 40*batches {
		t.Errorf("%d rows after %d batches of 40", rows, batches)
	}
	if !o.ReadOnly {
		if err := s.Apply(randomBatch(batches)); err != nil {
			t.Error(err)
		}
	}
}
