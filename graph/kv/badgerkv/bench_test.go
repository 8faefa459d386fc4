package badgerkv

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"

	"newsgraph/graph/kv"
)

// A round of the benchmark's workload is what a query and a small load do: gets, and
// scans of a few rows with their values, on one snapshot, then a batch.
const (
	benchRows  = 100_000
	roundGets  = 20
	roundScans = 10
	scanRows   = 20
	roundBatch = 50
)

// BenchmarkSeam measures what the seam costs: the same work through a kv.Store and
// on its Badger directly. "overhead" does rounds of both in turn and compares the
// medians, since what else a machine does moves the others.
func BenchmarkSeam(b *testing.B) {
	opened, err := Open(b.TempDir(), Options{NoSync: true})
	if err != nil {
		b.Fatal(err)
	}
	s := opened.(*store)
	defer s.Close()
	for i := 0; i < benchRows; i += 1000 {
		if err := s.Apply(benchBatch(i, 1000)); err != nil {
			b.Fatal(err)
		}
	}
	reads := map[string]func(r *rand.Rand) (int, error){
		"direct": func(r *rand.Rand) (int, error) { return directReads(s.db, r) },
		"seam":   func(r *rand.Rand) (int, error) { return seamReads(s, r) },
	}
	rounds := map[string]func(r *rand.Rand) (int, error){
		"direct": func(r *rand.Rand) (int, error) {
			n, err := directReads(s.db, r)
			return n, errors.Join(err, directBatch(s.db, benchBatch(r.IntN(benchRows), roundBatch)))
		},
		"seam": func(r *rand.Rand) (int, error) {
			n, err := seamReads(s, r)
			return n, errors.Join(err, s.Apply(benchBatch(r.IntN(benchRows), roundBatch)))
		},
	}
	b.Run("overhead-of-reads", func(b *testing.B) { benchOverhead(b, reads) })
	b.Run("overhead", func(b *testing.B) { benchOverhead(b, rounds) })
	for _, name := range []string{"direct", "seam"} {
		b.Run(name, func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 1))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := rounds[name](r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func benchOverhead(b *testing.B, rounds map[string]func(*rand.Rand) (int, error)) {
	times := map[string][]time.Duration{}
	for seed := uint64(0); b.Loop(); seed++ {
		sizes := map[string]int{}
		order := []string{"direct", "seam"}
		if seed%2 == 1 {
			slices.Reverse(order)
		}
		for _, name := range order {
			start := time.Now()
			n, err := rounds[name](rand.New(rand.NewPCG(seed, 1)))
			if err != nil {
				b.Fatal(err)
			}
			times[name] = append(times[name], time.Since(start))
			sizes[name] = n
		}
		if sizes["direct"] != sizes["seam"] {
			b.Fatalf("the two read %d and %d bytes", sizes["direct"], sizes["seam"])
		}
	}
	direct, seam := median(times["direct"]), median(times["seam"])
	b.ReportMetric(100*(float64(seam)/float64(direct)-1), "%overhead")
}

func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

func benchKey(n int) []byte { return fmt.Appendf(make([]byte, 0, 24), "row/%05d/%08d", n/scanRows, n) }

func benchBatch(from, n int) []kv.Row {
	batch := make([]kv.Row, n)
	for i := range batch {
		batch[i] = kv.Row{Key: benchKey((from + i) % benchRows), Value: bytes.Repeat([]byte{byte(i)}, 100)}
	}
	return batch
}

func seamReads(s kv.Store, r *rand.Rand) (int, error) {
	snap, err := s.Snapshot()
	if err != nil {
		return 0, err
	}
	defer snap.Close()
	n := 0
	for range roundGets {
		v, err := snap.Get(benchKey(r.IntN(benchRows)))
		if err != nil {
			return n, err
		}
		n += len(v)
	}
	for range roundScans {
		c := snap.Scan(benchKey(r.IntN(benchRows))[:len("row/00000/")], nil, false)
		for c.Next() {
			v, err := c.Value()
			if err != nil {
				return n, err
			}
			n += len(c.Key()) + len(v)
		}
		if err := c.Err(); err != nil {
			return n, err
		}
		c.Close()
	}
	return n, nil
}

// directReads is seamReads as one would write it for Badger alone, with one iterator
// for all scans of a transaction.
func directReads(db *badger.DB, r *rand.Rand) (int, error) {
	txn := db.NewTransaction(false)
	defer txn.Discard()
	n := 0
	for range roundGets {
		item, err := txn.Get(benchKey(r.IntN(benchRows)))
		if err != nil {
			return n, err
		}
		v, err := item.ValueCopy(nil)
		if err != nil {
			return n, err
		}
		n += len(v)
	}
	it := txn.NewIterator(badger.IteratorOptions{})
	defer it.Close()
	for range roundScans {
		prefix := benchKey(r.IntN(benchRows))[:len("row/00000/")]
		for it.Seek(prefix); it.ValidForPrefix(prefix); it.Next() {
			n += len(it.Item().Key())
			if err := it.Item().Value(func(v []byte) error { n += len(v); return nil }); err != nil {
				return n, err
			}
		}
	}
	return n, nil
}

func directBatch(db *badger.DB, batch []kv.Row) error {
	txn := db.NewTransaction(true)
	defer txn.Discard()
	var err error
	for _, row := range batch {
		err = errors.Join(err, txn.SetEntry(badger.NewEntry(row.Key, row.Value)))
	}
	if err != nil {
		return err
	}
	return txn.Commit()
}
