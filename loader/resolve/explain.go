package resolve

import (
	"fmt"

	"newsgraph/graph"
)

// A Reason says why one record is in its cluster.
type Reason struct {
	Record    graph.ID
	Article   string // key
	Name      string
	Profile   string             // what it is compared by: `same full name "ada okoye"`
	Alone     bool               // its profile ties it to nothing
	Decisions []ReasonOfDecision // people's word on it
}

// A ReasonOfDecision is a decision that names the record.
type ReasonOfDecision struct {
	Verdict graph.Verdict
	Other   graph.Target
	Note    string
	Active  bool // both articles are there
	Kept    bool // the clusters are as it says; a stronger tie or another decision can stand against it
}

// Explain says why a cluster is one: for each of its records, the earliest published
// first, what ties it to the others. It returns at most limit reasons.
func Explain(tx *graph.Tx, cluster graph.Ref, limit int) ([]Reason, error) {
	var all []Reason
	for m, err := range tx.Members(cluster) {
		if err != nil {
			return nil, err
		}
		if len(all) == limit {
			break
		}
		r, err := reason(tx, m)
		if err != nil {
			return nil, fmt.Errorf("explain record %s: %w", m.ID, err)
		}
		all = append(all, r)
	}
	return all, nil
}

func reason(tx *graph.Tx, m graph.Member) (Reason, error) {
	r := Reason{Record: m.ID, Name: m.Record.Name}
	facts, err := tx.Article(m.Article)
	if err != nil {
		return r, err
	}
	r.Article = facts.Key
	c, err := tx.Claims(m.Article)
	if err != nil {
		return r, err
	}
	places, err := tx.Places(m.Article)
	if err != nil {
		return r, err
	}
	p, why := newProfiler(c).profile(m.Nr, func(i int) graph.Ref { return places[i].Cluster })
	r.Profile, r.Alone = why, p == graph.Profile{}
	decisions, err := tx.DecisionsOn(facts.Key)
	if err != nil {
		return r, err
	}
	for _, d := range decisions {
		if err := r.decision(tx, d, places[m.Nr]); err != nil {
			return r, err
		}
	}
	return r, nil
}

// decision adds a decision if it names the record.
func (r *Reason) decision(tx *graph.Tx, d graph.Decision, at graph.Placement) error {
	for _, side := range [][2]graph.Target{{d.A, d.B}, {d.B, d.A}} {
		self, ok, err := Find(tx, side[0])
		if err != nil {
			return err
		}
		if !ok || self != at.Record {
			continue
		}
		of := ReasonOfDecision{Verdict: d.Verdict, Other: side[1], Note: d.Note}
		other, there, err := Find(tx, side[1])
		if err != nil {
			return err
		}
		if of.Active = there && other != self; of.Active {
			to, err := tx.ClusterOf(other)
			if err != nil {
				return err
			}
			of.Kept = (to == at.Cluster) == (d.Verdict == graph.Same)
		}
		r.Decisions = append(r.Decisions, of)
		return nil
	}
	return nil
}
