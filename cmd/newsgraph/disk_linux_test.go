package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"newsgraph/internal/newsgen"
)

// A load onto a disk that is full, or fills up, says so and loses nothing.
func TestFullDisk(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can mount a small disk")
	}
	disk, news := t.TempDir(), filepath.Join(t.TempDir(), "newsgen")
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=64m"); err != nil {
		t.Skipf("cannot mount a small disk: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(disk, 0); err != nil {
			t.Error(err)
		}
	})
	if _, err := newsgen.New(1, newsgen.Options{}).WriteFiles(news, 20); err != nil {
		t.Fatal(err)
	}
	t.Setenv("NEWSGRAPH_STORE", filepath.Join(disk, "store"))

	refused := func(args ...string) {
		t.Helper()
		var out, complaint bytes.Buffer
		status := run(t.Context(), args, nil, &out, &complaint)
		if status != exitFail || !strings.Contains(complaint.String(), "free some space") {
			t.Errorf("%s on a full disk: status %d, %s", args, status, &complaint)
		}
	}
	done := func(args ...string) string {
		t.Helper()
		var out, complaint bytes.Buffer
		if status := run(t.Context(), args, nil, &out, &complaint); status != exitOK {
			t.Fatalf("%s: status %d, %s", args, status, &complaint)
		}
		return out.String()
	}
	refused("load", news)
	if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT, "size=1400m"); err != nil {
		t.Fatal(err)
	}
	done("load", "../../examples/articles")
	before := done("export")
	filler := filepath.Join(disk, "filler")
	if err := os.WriteFile(filler, make([]byte, 800<<20), 0o666); err != nil {
		t.Fatal(err)
	}
	refused("load", news)
	if got := done("export"); got != before {
		t.Error("a load that the full disk stopped has changed the graph")
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	done("load", news)
	done("check")
}
