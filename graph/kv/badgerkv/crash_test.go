package badgerkv

import (
	"os"
	"path/filepath"
	"testing"
)

// A crash just as a file of the store is made leaves one without bytes.
func TestOpenOverAnEmptyLog(t *testing.T) {
	dir := t.TempDir()
	for range 2 {
		s, err := Open(dir, Options{NoSync: true})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "00009.mem"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
