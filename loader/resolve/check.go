package resolve

import (
	"errors"
	"fmt"
	"slices"

	"newsgraph/graph"
)

// Check decides every record again from nothing but contributions and decisions and
// returns all differences from what the store has.
func Check(tx *graph.Tx) error {
	c := checker{tx: tx, seen: map[graph.Profile]graph.Hub{}, clusters: map[graph.Ref]*seeds{}}
	for a, err := range tx.Nodes(graph.KindArticle, "") {
		if err != nil {
			return err
		}
		if err := c.article(a.Ref); err != nil {
			return err
		}
	}
	for p, want := range c.seen {
		c.hub(p, want)
	}
	for _, s := range c.clusters {
		if len(s.records) > 0 || len(s.profiles) > 1 {
			if err := c.component(*s); err != nil {
				return err
			}
		}
	}
	return errors.Join(c.faults...)
}

type checker struct {
	tx       *graph.Tx
	seen     map[graph.Profile]graph.Hub
	clusters map[graph.Ref]*seeds // what is in each: hubs, and records that go their own way
	faults   []error
}

func (c *checker) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Errorf(format, args...))
}

func (c *checker) article(a graph.Ref) error {
	contribution, err := c.tx.Claims(a)
	if err != nil {
		return err
	}
	places, err := c.tx.Places(a)
	if err != nil {
		return err
	}
	facts, err := c.tx.Article(a)
	if err != nil {
		return err
	}
	decisions, err := c.tx.DecisionsOn(facts.Key)
	if err != nil {
		return err
	}
	decided := map[graph.RecordRef]bool{}
	targets := component{tx: c.tx, found: map[graph.Target]target{}}
	for _, d := range decisions {
		x, y, active, err := targets.pair(d)
		if err != nil {
			return err
		}
		decided[x], decided[y] = decided[x] || active, decided[y] || active
	}
	profiles := newProfiler(contribution)
	for i, p := range places {
		want, _ := profiles.profile(i, func(r int) graph.Ref { return places[r].Cluster })
		if want != p.Profile {
			c.fault("%s: record %d has profile %x, want %x", facts.Key, i, p.Profile, want)
		}
		if err := c.record(facts.Key, p, decided[p.Record]); err != nil {
			return err
		}
	}
	return nil
}

// record checks one record's place and counts it for its hub.
func (c *checker) record(key string, p graph.Placement, decided bool) error {
	c.anchor(p, decided)
	if p.Profile == (graph.Profile{}) {
		size, err := c.tx.ClusterSize(p.Cluster)
		if err == nil && !decided && size != 1 {
			c.fault("%s: record %d stands alone in a cluster of %d", key, p.Record.Nr, size)
		}
		return err
	}
	h, ok := c.seen[p.Profile]
	if !ok {
		h.Cluster = p.Cluster
	}
	if decided {
		h.Named = append(h.Named, p.Record)
	} else {
		if h.Plain > 0 && h.Cluster != p.Cluster {
			c.fault("%s: record %d is in cluster %d, others of its profile in %d", key, p.Record.Nr, p.Cluster, h.Cluster)
		}
		h.Plain++
		h.Cluster = p.Cluster
	}
	c.seen[p.Profile] = h
	return nil
}

// anchor notes what holds a record in its cluster.
func (c *checker) anchor(p graph.Placement, decided bool) {
	s := c.clusters[p.Cluster]
	if s == nil {
		s = &seeds{}
		c.clusters[p.Cluster] = s
	}
	if decided || p.Profile == (graph.Profile{}) {
		s.records = append(s.records, p.Record)
	} else if !slices.Contains(s.profiles, p.Profile) {
		s.profiles = append(s.profiles, p.Profile)
	}
}

// component checks that what is in one cluster would be decided as it is.
func (c *checker) component(s seeds) error {
	comp, err := gather(c.tx, s)
	if err != nil {
		return err
	}
	moves, err := comp.decide()
	if err != nil {
		return err
	}
	for _, m := range moves {
		c.fault("record %d of article %d is in the wrong cluster", m.Record.Nr, m.Record.Article)
	}
	return nil
}

func (c *checker) hub(p graph.Profile, want graph.Hub) {
	got, err := c.tx.Hub(p)
	if err != nil {
		c.fault("hub %x: %w", p, err)
		return
	}
	if got.Plain != want.Plain || len(got.Named) != len(want.Named) || want.Plain > 0 && got.Cluster != want.Cluster {
		c.fault("hub %x: is %+v, want %+v", p, got, want)
	}
}
