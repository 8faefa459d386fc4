package graph

import (
	"cmp"
	"slices"
	"strings"

	"newsgraph/graph/text"
)

// A tally counts what a cluster's records say of it: names, aliases, types, times.
// Counts commute, so the order in which records come and go leaves no trace.
// Entries are sorted by field, then value.
type tally []count

type count struct {
	_     struct{} `cbor:",toarray"`
	Field tallyField
	Value string
	N     int
}

type tallyField uint8

const (
	tallyName  tallyField = 1 // Record.Name
	tallyAlias tallyField = 2 // Record.Aliases
	tallyISO   tallyField = 3
	tallyType  tallyField = 4
	tallyWhen  tallyField = 5 // from|to|precision
)

// record adds n times what a record says; n is 1 or −1.
func (t *tally) record(r Record, n int) {
	t.add(tallyName, r.Name, n)
	for _, a := range r.Aliases {
		t.add(tallyAlias, a, n)
	}
	t.add(tallyISO, r.ISO, n)
	t.add(tallyType, r.Type, n)
	if r.When.From != "" {
		t.add(tallyWhen, r.When.From+"|"+r.When.To+"|"+r.When.Precision, n)
	}
}

func (t *tally) add(f tallyField, value string, n int) {
	if value == "" {
		return
	}
	i, found := slices.BinarySearchFunc(*t, count{Field: f, Value: value}, func(a, b count) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), strings.Compare(a.Value, b.Value))
	})
	switch {
	case !found:
		*t = slices.Insert(*t, i, count{Field: f, Value: value, N: n})
	case (*t)[i].N+n == 0:
		*t = slices.Delete(*t, i, i+1)
	default:
		(*t)[i].N += n
	}
}

// best returns the value of a field that most records give; of equals the least in
// bytes. It returns "" if there is none.
func (t tally) best(f tallyField) string {
	best := count{}
	for _, c := range t {
		if c.Field == f && c.N > best.N {
			best = c
		}
	}
	return best.Value
}

func (t tally) when() Interval {
	p := strings.Split(t.best(tallyWhen), "|")
	if len(p) != 3 {
		return Interval{}
	}
	return Interval{From: p[0], To: p[1], Precision: p[2]}
}

// aliases returns the names other than name, sorted.
func (t tally) aliases(name string) []string {
	var all []string
	for _, c := range t {
		if (c.Field == tallyName || c.Field == tallyAlias) && c.Value != name {
			all = append(all, c.Value)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// folded returns the distinct folded forms of all names.
func (t tally) folded() []string {
	var all []string
	for _, c := range t {
		if c.Field == tallyName || c.Field == tallyAlias {
			if f := text.Fold(c.Value); f != "" {
				all = append(all, cutName(f))
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// maxName bounds a folded name in keys, in bytes.
const maxName = 200

func cutName(folded string) string {
	if len(folded) > maxName {
		return strings.ToValidUTF8(folded[:maxName], "")
	}
	return folded
}
