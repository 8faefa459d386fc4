package kvtest

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"newsgraph/graph/kv"
	"newsgraph/internal/seed"
)

// Simulate applies random batches to a store and to a Go map, and compares what
// both hold on snapshots old and new. reopen, if it is not nil, closes the store
// and opens it again now and then.
func Simulate(t *testing.T, s kv.Store, steps int, reopen func(kv.Store) kv.Store) {
	chosen := seed.Of(t)
	sim := &simulation{t: t, store: s, rows: map[string]string{}, rand: rand.New(rand.NewPCG(chosen, 1))}
	for step := 0; step < steps && !t.Failed(); step++ {
		switch n := sim.rand.IntN(100); {
		case n < 40:
			sim.apply()
		case n < 50:
			sim.open()
		case n < 60:
			sim.closeOne()
		case n == 60 && reopen != nil:
			sim.closeAll()
			sim.store = reopen(sim.store)
			sim.open()
		default:
			sim.compare()
		}
	}
	sim.closeAll()
	must(t, sim.store.Close())
}

type simulation struct {
	t     *testing.T
	rand  *rand.Rand
	store kv.Store
	rows  map[string]string
	views []view
}

// A view is a snapshot with the rows it should show.
type view struct {
	snap kv.Snapshot
	rows map[string]string
}

// key makes keys that often collide, nest and touch the ends of bytes.
func (s *simulation) key() string {
	var b strings.Builder
	for range 1 + s.rand.IntN(5) {
		b.WriteByte("\x00\x01abc\xfe\xff"[s.rand.IntN(7)])
	}
	return b.String()
}

func (s *simulation) apply() {
	batch := map[string][]byte{}
	for range s.rand.IntN(12) {
		switch s.rand.IntN(4) {
		case 0:
			batch[s.key()] = nil
		case 1:
			batch[s.key()] = []byte{}
		default:
			batch[s.key()] = fmt.Appendf(nil, "%x", s.rand.Uint64())
		}
	}
	var rows []kv.Row
	for k, v := range batch {
		rows = append(rows, kv.Row{Key: []byte(k), Value: v})
		if v == nil {
			delete(s.rows, k)
		} else {
			s.rows[k] = string(v)
		}
	}
	must(s.t, s.store.Apply(rows))
}

func (s *simulation) open() {
	snap, err := s.store.Snapshot()
	must(s.t, err)
	s.views = append(s.views, view{snap, maps.Clone(s.rows)})
}

func (s *simulation) closeOne() {
	if len(s.views) > 0 {
		i := s.rand.IntN(len(s.views))
		s.views[i].snap.Close()
		s.views = slices.Delete(s.views, i, i+1)
	}
}

func (s *simulation) closeAll() {
	for len(s.views) > 0 {
		s.closeOne()
	}
}

// compare looks at one key and one range of one snapshot.
func (s *simulation) compare() {
	if len(s.views) == 0 {
		s.open()
	}
	v := s.views[s.rand.IntN(len(s.views))]
	key := s.key()
	want, there := v.rows[key]
	got, err := v.snap.Get([]byte(key))
	if there != (err == nil) || string(got) != want || err != nil && !errors.Is(err, kv.ErrNotFound) {
		s.t.Errorf("key %q: got %q, %v, want %q, there %v", key, got, err, want, there)
	}
	prefix := s.key()
	prefix = prefix[:s.rand.IntN(len(prefix)+1)]
	var from *string
	if s.rand.IntN(3) > 0 {
		k := prefix + s.key()
		if s.rand.IntN(4) == 0 {
			k = s.key()
		}
		from = &k
	}
	s.compareScan(v, prefix, from, s.rand.IntN(2) == 0)
}

func (s *simulation) compareScan(v view, prefix string, from *string, reverse bool) {
	want := within(slices.Sorted(maps.Keys(v.rows)), prefix, from, reverse)
	for i, k := range want {
		want[i] = k + "=" + v.rows[k]
	}
	start, name := []byte(nil), "the end"
	if from != nil {
		start, name = []byte(*from), fmt.Sprintf("%q", *from)
	}
	got := rowsOf(s.t, v.snap.Scan([]byte(prefix), start, reverse))
	if !slices.Equal(got, want) {
		s.t.Errorf("prefix %q from %s, reverse %v\ngot  %q\nwant %q", prefix, name, reverse, got, want)
	}
}

// testAtomic reads while batches come in: of the rows of a batch, all or none are seen.
func testAtomic(t *testing.T, s kv.Store) {
	const rows, batches = 20, 50
	done := make(chan error, 1)
	go func() {
		var err error
		for i := 0; i < batches && err == nil; i++ {
			var batch []kv.Row
			for r := range rows {
				batch = append(batch, kv.Row{Key: fmt.Appendf(nil, "row %02d", r), Value: fmt.Append(nil, i)})
			}
			err = s.Apply(batch)
		}
		done <- err
	}()
	for {
		select {
		case err := <-done:
			must(t, err)
			wantWhole(t, s, rows, fmt.Sprint(batches-1))
			return
		default:
			wantWhole(t, s, rows, "")
		}
	}
}

// wantWhole checks that all rows hold one value: the given one, if it is not empty.
func wantWhole(t *testing.T, s kv.Store, rows int, value string) {
	t.Helper()
	snap, err := s.Snapshot()
	must(t, err)
	defer snap.Close()
	got := rowsOf(t, snap.Scan(nil, nil, false))
	if len(got) == 0 && value == "" {
		return
	}
	values := map[string]bool{}
	for _, row := range got {
		values[row[strings.Index(row, "=")+1:]] = true
	}
	if len(got) != rows || len(values) != 1 || value != "" && !values[value] {
		t.Fatalf("%d rows with the values %v: want %d with one", len(got), slices.Sorted(maps.Keys(values)), rows)
	}
}

// testReaders reads on several goroutines, each on its own snapshot.
func testReaders(t *testing.T, s kv.Store) {
	sorted := putNasty(t, s)
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for range 20 {
				snap, err := s.Snapshot()
				if err != nil {
					t.Error(err)
					return
				}
				if got := keysOf(snap.Scan(nil, nil, false)); !slices.Equal(got, sorted) {
					t.Errorf("got %q, want %q", got, sorted)
				}
				snap.Close()
			}
		})
	}
	for i := range 20 {
		must(t, s.Apply([]kv.Row{{Key: []byte(nasty[i%len(nasty)]), Value: fmt.Append(nil, i)}}))
	}
	readers.Wait()
}
