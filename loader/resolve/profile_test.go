package resolve

import (
	"testing"

	"newsgraph/graph"
)

func TestProfileOfNames(t *testing.T) {
	person := func(name string) graph.Record { return graph.Record{Kind: graph.KindPerson, Name: name} }
	for _, c := range []struct {
		a, b graph.Record
		same bool
		why  string
	}{
		{person("Ada Okoye"), person("Mrs. Ada OKOYE"), true, "titles and case do not count"},
		{person("Zoë Lindqvist"), person("Zoe Lindqvist"), true, "nor do accents"},
		{person("Ada B. Okoye"), person("Ada Okoye"), true, "nor does an initial in the middle"},
		{person("A. Okoye"), person("Ada Okoye"), false, "an initial in front could be another's"},
		{person("Ada Okoye"), person("Ben Okoye"), false, "a surname alone says little"},
		{person("Ada Okoye"), graph.Record{Kind: graph.KindOrganization, Name: "Ada Okoye"}, false, "a person is no organization"},
		{graph.Record{Kind: graph.KindCountry, Name: "Chad", ISO: "TD"}, graph.Record{Kind: graph.KindCountry, Name: "Tchad", ISO: "TD"}, true, "a country is its code"},
	} {
		a, _ := newProfiler(&graph.Contribution{Records: []graph.Record{c.a}}).profile(0, nil)
		b, _ := newProfiler(&graph.Contribution{Records: []graph.Record{c.b}}).profile(0, nil)
		if (a == b) != c.same {
			t.Errorf("%s and %s: one profile %v, want %v: %s", c.a.Name, c.b.Name, a == b, c.same, c.why)
		}
	}
	bare := person("Okoye")
	bare.Bare = true
	if p, _ := newProfiler(&graph.Contribution{Records: []graph.Record{bare}}).profile(0, nil); p != (graph.Profile{}) {
		t.Errorf("a bare surname has the profile %x: it must stand alone", p)
	}
}

func TestPartitionCutsAtTheWeakestTie(t *testing.T) {
	for _, c := range []struct {
		ties, apart []tie
		want        []int // nodes with equal numbers are one
		why         string
	}{
		{[]tie{{0, 1}, {1, 2}}, nil, []int{0, 0, 0}, "ties make chains"},
		{[]tie{{0, 1}, {1, 2}}, []tie{{0, 2}}, []int{0, 0, 1}, "the weaker tie, which comes later, gives way"},
		{[]tie{{1, 2}, {0, 1}}, []tie{{0, 2}}, []int{0, 1, 1}, "whichever that is"},
		{[]tie{{0, 1}}, []tie{{0, 1}}, []int{0, 1, 2}, "kept apart directly"},
		{nil, []tie{{0, 1}}, []int{0, 1, 2}, "nothing ties"},
	} {
		got := partition(3, c.ties, c.apart)
		for i := range got {
			for j := range got {
				if (got[i] == got[j]) != (c.want[i] == c.want[j]) {
					t.Errorf("%s: ties %v apart %v give %v, want parts as in %v", c.why, c.ties, c.apart, got, c.want)
				}
			}
		}
	}
}
