package resolve

import (
	"errors"
	"fmt"
	"slices"

	"newsgraph/graph"
)

// Add adds an article's contribution to the graph and returns the article's number.
// The contribution is normalized first, and kept.
func Add(tx *graph.Tx, c *graph.Contribution) (graph.Ref, error) {
	c.Normalize()
	if err := c.Validate(); err != nil {
		return 0, fmt.Errorf("article %q: %w", c.Article.Key, err)
	}
	m, err := plan(tx, c)
	if err != nil {
		return 0, fmt.Errorf("article %q: %w", c.Article.Key, err)
	}
	article, err := tx.Apply(m)
	if err != nil {
		return 0, err
	}
	decisions, err := tx.DecisionsOn(c.Article.Key)
	if err != nil || len(decisions) == 0 {
		return article, err
	}
	return article, decide(tx, decisions)
}

// plan places the records of a new article as if no decision named them.
func plan(tx *graph.Tx, c *graph.Contribution) (graph.Mutation, error) {
	h := newHubs(tx)
	places := make([]graph.Placement, len(c.Records))
	cluster := func(i int) graph.Ref { return places[i].Cluster }
	profiles := newProfiler(c)
	for _, stratum := range []bool{true, false} {
		for i, r := range c.Records {
			if entity(r) != stratum {
				continue
			}
			p, _ := profiles.profile(i, cluster)
			to, err := h.join(p)
			if err != nil {
				return graph.Mutation{}, err
			}
			places[i] = graph.Placement{Record: graph.RecordRef{Nr: i}, Cluster: to, Profile: p}
		}
	}
	return graph.Mutation{Add: c, Place: places, Hubs: h.changes()}, nil
}

// Remove takes back all that an article gave.
func Remove(tx *graph.Tx, article graph.Ref) error {
	facts, err := tx.Article(article)
	if err != nil {
		return err
	}
	decisions, err := tx.DecisionsOn(facts.Key)
	if err != nil {
		return err
	}
	s, err := named(tx, decisions, article)
	if err != nil {
		return err
	}
	places, err := tx.Places(article)
	if err != nil {
		return err
	}
	c, err := tx.Claims(article)
	if err != nil {
		return err
	}
	h := newHubs(tx)
	for i, p := range places {
		if err := h.leave(p.Profile, p.Record); err != nil {
			return err
		}
		at := s.of(c.Records[i])
		at.profiles = append(at.profiles, p.Profile)
	}
	if _, err := tx.Apply(graph.Mutation{Remove: article, Hubs: h.changes()}); err != nil {
		return err
	}
	if len(decisions) == 0 {
		return nil
	}
	return redecide(tx, s)
}

// Decide keeps decisions of people, in this order, and places again what they concern.
func Decide(tx *graph.Tx, all ...graph.Decision) error {
	for _, d := range all {
		if err := tx.PutDecision(d); err != nil {
			return err
		}
	}
	return decide(tx, all)
}

// Undecide forgets decisions and places again what they concerned.
func Undecide(tx *graph.Tx, all ...graph.Decision) error {
	for _, d := range all {
		if err := tx.DeleteDecision(d); err != nil {
			return err
		}
	}
	return decide(tx, all)
}

// decide places again what decisions name.
func decide(tx *graph.Tx, decisions []graph.Decision) error {
	s, err := named(tx, decisions, 0)
	if err != nil {
		return err
	}
	return redecide(tx, s)
}

// named returns the records that decisions name, but for those of one article.
func named(tx *graph.Tx, decisions []graph.Decision, but graph.Ref) (strata, error) {
	var s strata
	for _, d := range decisions {
		for _, t := range []graph.Target{d.A, d.B} {
			r, ok, err := Find(tx, t)
			if err != nil {
				return s, err
			}
			if !ok || r.Article == but {
				continue
			}
			if err := s.add(tx, r); err != nil {
				return s, err
			}
		}
	}
	return s, nil
}

// Find returns the record that a target names, and whether there is one now: the
// first of its kind in its article with a span of these words.
func Find(tx *graph.Tx, t graph.Target) (graph.RecordRef, bool, error) {
	n, err := tx.ArticleByKey(t.Article)
	if errors.Is(err, graph.ErrNotFound) {
		return graph.RecordRef{}, false, nil
	}
	if err != nil {
		return graph.RecordRef{}, false, err
	}
	c, err := tx.Claims(n.Ref)
	if err != nil {
		return graph.RecordRef{}, false, err
	}
	words, err := tx.Text(n.Ref)
	if err != nil {
		return graph.RecordRef{}, false, err
	}
	for i, r := range c.Records {
		if r.Kind == t.Kind && says(c, i, words, t.Text) {
			return graph.RecordRef{Article: n.Ref, Nr: i}, true, nil
		}
	}
	return graph.RecordRef{}, false, nil
}

// says reports whether one of a record's spans has the given words.
func says(c *graph.Contribution, nr int, text, words string) bool {
	r := c.Records[nr]
	if r.Field == "" && graph.Cut(text, r.First) == words {
		return true
	}
	return slices.ContainsFunc(c.Claims, func(cl graph.Claim) bool {
		direct := cl.Kind == graph.Mentions || cl.Kind == graph.Reports
		return direct && cl.To == nr && cl.Evidence.Ref == "" && graph.Cut(text, cl.Evidence.Span) == words
	})
}

// hubs collects changes to hubs while a mutation is planned.
type hubs struct {
	tx      *graph.Tx
	changed map[graph.Profile]*graph.Hub
}

func newHubs(tx *graph.Tx) *hubs { return &hubs{tx, map[graph.Profile]*graph.Hub{}} }

// of returns the hub of a profile for changing; a new one has no cluster yet.
func (h *hubs) of(p graph.Profile) (*graph.Hub, error) {
	if hub, ok := h.changed[p]; ok {
		return hub, nil
	}
	hub, err := h.tx.Hub(p)
	if err != nil && !errors.Is(err, graph.ErrNotFound) {
		return nil, err
	}
	h.changed[p] = &hub
	return &hub, nil
}

// join returns the cluster that a new record of a profile goes to, as a plain one.
func (h *hubs) join(p graph.Profile) (graph.Ref, error) {
	if p == (graph.Profile{}) {
		return h.tx.NewRef(), nil
	}
	hub, err := h.of(p)
	if err != nil {
		return 0, err
	}
	if hub.Plain == 0 && len(hub.Named) == 0 {
		hub.Cluster = h.tx.NewRef()
	}
	hub.Plain++
	return hub.Cluster, nil
}

// leave takes a record out of its hub, if it has one.
func (h *hubs) leave(p graph.Profile, r graph.RecordRef) error {
	if p == (graph.Profile{}) {
		return nil
	}
	hub, err := h.of(p)
	if err != nil {
		return err
	}
	if i := slices.Index(hub.Named, r); i >= 0 {
		hub.Named = slices.Delete(slices.Clone(hub.Named), i, i+1)
	} else {
		hub.Plain--
	}
	return nil
}

func (h *hubs) changes() []graph.HubChange {
	all := make([]graph.HubChange, 0, len(h.changed))
	for p, hub := range h.changed {
		all = append(all, graph.HubChange{Profile: p, Hub: *hub})
	}
	return all
}
