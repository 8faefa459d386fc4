package badgerkv

import (
	"fmt"
	"path/filepath"

	"newsgraph/graph/kv"
)

// Badger writes to memory-mapped files, and a page for which the disk has no room
// kills the process (SIGBUS) where a write would return an error. So a store stops
// taking batches while there is still room for all that Badger may write for those
// it has taken.

// reserve is how much must be free before a batch is taken: the memtables that may
// wait to be written out, and a merge of the five tables of level 0, which keeps what
// it merges until it is done. They are counted uncompressed; on disk they are about a
// third, which leaves room for the level below, the batch itself, and what others
// write on the disk meanwhile.
const reserve = (memTables + 5) * memTable

// A disk is the file system that a store is on.
type disk struct {
	dir  string
	free func(dir string) (bytes uint64, known bool)
}

func (d disk) check() error {
	free, known := d.free(d.dir)
	if !known || free >= reserve {
		return nil
	}
	return fmt.Errorf("store %s: %w: %d MB are free and %d MB must be; nothing was lost, and nothing is written until there is room",
		d.dir, kv.ErrNoSpace, free>>20, reserve>>20)
}

// freeSpace asks for the directory, or the nearest parent that is there.
func freeSpace(dir string) (uint64, bool) {
	for {
		if free, err := statfs(dir); err == nil {
			return free, true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return 0, false
		}
		dir = parent
	}
}
