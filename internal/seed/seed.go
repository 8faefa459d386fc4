// Package seed gives random tests their seed: one of the clock, which shows when the
// test fails, or the one that the flag -seed asks for.
package seed

import (
	"flag"
	"testing"
	"time"
)

var asked = flag.Uint64("seed", 0, "seed of random tests; 0 takes the clock")

// Of returns the seed of a test and prints it if the test fails.
func Of(t *testing.T) uint64 {
	s := *asked
	if s == 0 {
		s = uint64(time.Now().UnixNano())
	}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("run again with -seed %d", s)
		}
	})
	return s
}
