package resolve

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"newsgraph/graph"
)

// seeds are where a change of decisions or of named records is felt. What may have
// been one cluster until now must be settled together, so that its parts see who keeps
// the cluster's number.
type seeds struct {
	records  []graph.RecordRef
	profiles []graph.Profile
}

// strata are the seeds of both strata.
type strata struct{ entities, others seeds }

// add sorts a record into its stratum.
func (s *strata) add(tx *graph.Tx, r graph.RecordRef) error {
	c, err := tx.Claims(r.Article)
	if err != nil {
		return err
	}
	at := s.of(c.Records[r.Nr])
	at.records = append(at.records, r)
	return nil
}

func (s *strata) of(r graph.Record) *seeds {
	if entity(r) {
		return &s.entities
	}
	return &s.others
}

// redecide places again the components that the seeds belong to: entities first,
// then statements and events, with those whose profiles that changes.
func redecide(tx *graph.Tx, s strata) error {
	moved, err := settle(tx, s.entities)
	if err != nil {
		return err
	}
	changed, err := reprofile(tx, moved)
	if err != nil {
		return err
	}
	_, err = settle(tx, seeds{
		records:  append(changed.records, s.others.records...),
		profiles: append(changed.profiles, s.others.profiles...),
	})
	return err
}

// settle decides the components of the seeds, applies the moves and returns the
// articles whose records moved.
func settle(tx *graph.Tx, s seeds) ([]graph.Ref, error) {
	c, err := gather(tx, s)
	if err != nil || len(c.records)+len(c.hubs) == 0 {
		return nil, err
	}
	places, err := c.decide()
	if err != nil {
		return nil, err
	}
	if _, err := tx.Apply(graph.Mutation{Place: places, Hubs: c.changes()}); err != nil {
		return nil, err
	}
	var articles []graph.Ref
	for _, p := range places {
		articles = append(articles, p.Record.Article)
	}
	slices.Sort(articles)
	return slices.Compact(articles), nil
}

// A component is the records that decisions name, or named until now, and the hubs
// of their profiles, as far as ties lead. Plain records are not in it: they go with
// their hubs.
type component struct {
	tx      *graph.Tx
	records []decided
	hubs    []hub
	nr      map[graph.RecordRef]int // where each is in records
	hubNr   map[graph.Profile]int   // and in hubs
	found   map[graph.Target]target // targets of decisions looked up so far
	same    [][2]graph.RecordRef
	apart   [][2]graph.RecordRef
}

type decided struct {
	ref   graph.RecordRef
	place graph.Placement
	named bool // an active decision names it
}

type hub struct {
	profile graph.Profile
	graph.Hub
}

// gather follows ties from the seeds until nothing new is found.
func gather(tx *graph.Tx, s seeds) (*component, error) {
	c := &component{tx: tx, nr: map[graph.RecordRef]int{}, hubNr: map[graph.Profile]int{}, found: map[graph.Target]target{}}
	for _, p := range s.profiles {
		if err := c.addHub(p); err != nil {
			return nil, err
		}
	}
	for _, r := range s.records {
		if err := c.addRecord(r); err != nil {
			return nil, err
		}
	}
	return c, c.order()
}

func (c *component) addHub(p graph.Profile) error {
	if p == (graph.Profile{}) || c.hub(p) >= 0 {
		return nil
	}
	h, err := c.tx.Hub(p)
	if errors.Is(err, graph.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	c.hubNr[p] = len(c.hubs)
	c.hubs = append(c.hubs, hub{p, h})
	for _, r := range h.Named {
		if err := c.addRecord(r); err != nil {
			return err
		}
	}
	return nil
}

func (c *component) addRecord(r graph.RecordRef) error {
	if c.record(r) >= 0 {
		return nil
	}
	places, err := c.tx.Places(r.Article)
	if err != nil {
		return err
	}
	at := len(c.records)
	c.nr[r] = at
	c.records = append(c.records, decided{ref: r, place: places[r.Nr]})
	if err := c.addHub(places[r.Nr].Profile); err != nil {
		return err
	}
	facts, err := c.tx.Article(r.Article)
	if err != nil {
		return err
	}
	decisions, err := c.tx.DecisionsOn(facts.Key)
	if err != nil {
		return err
	}
	for _, d := range decisions {
		a, b, ok, err := c.pair(d)
		if err != nil {
			return err
		}
		if !ok || (a != r && b != r) {
			continue
		}
		c.records[at].named = true
		if err := c.addDecision(a, b, d.Verdict); err != nil {
			return err
		}
	}
	return nil
}

// A target is the record that a decision names, if it is there.
type target struct {
	ref graph.RecordRef
	ok  bool
}

// find does what Find does, once for each target.
func (c *component) find(t graph.Target) (target, error) {
	if known, ok := c.found[t]; ok {
		return known, nil
	}
	r, ok, err := Find(c.tx, t)
	c.found[t] = target{r, ok}
	return c.found[t], err
}

// pair returns the two records of a decision, and whether it is active: both are
// there, and they are two.
func (c *component) pair(d graph.Decision) (a, b graph.RecordRef, active bool, err error) {
	x, err := c.find(d.A)
	if err != nil {
		return a, b, false, err
	}
	y, err := c.find(d.B)
	return x.ref, y.ref, x.ok && y.ok && x.ref != y.ref, err
}

func (c *component) addDecision(a, b graph.RecordRef, v graph.Verdict) error {
	if v == graph.Same {
		c.same = append(c.same, [2]graph.RecordRef{a, b})
	} else {
		c.apart = append(c.apart, [2]graph.RecordRef{a, b})
	}
	if err := c.addRecord(a); err != nil {
		return err
	}
	return c.addRecord(b)
}

// record returns where a record is in c.records, or −1.
func (c *component) record(r graph.RecordRef) int {
	if i, ok := c.nr[r]; ok {
		return i
	}
	return -1
}

// hub returns where a profile's hub is in c.hubs, or −1.
func (c *component) hub(p graph.Profile) int {
	if i, ok := c.hubNr[p]; ok {
		return i
	}
	return -1
}

// order sorts the records, the earliest first.
func (c *component) order() error {
	var failed error
	slices.SortFunc(c.records, func(a, b decided) int {
		n, err := c.tx.EarlierRecord(a.ref, b.ref)
		failed = cmp.Or(failed, err)
		return n
	})
	for i, r := range c.records {
		c.nr[r.ref] = i
	}
	return failed
}

// ties returns the component's ties, the strongest first: people's word, then
// profiles; among equals those of earlier records first.
func (c *component) ties() (ties, apart []tie) {
	numbered := func(pairs [][2]graph.RecordRef) []tie {
		var all []tie
		for _, p := range pairs {
			a, b := c.record(p[0]), c.record(p[1])
			all = append(all, tie{min(a, b), max(a, b)})
		}
		slices.SortFunc(all, func(x, y tie) int { return cmp.Or(x.a-y.a, x.b-y.b) })
		return slices.Compact(all)
	}
	ties = numbered(c.same)
	for i, r := range c.records {
		if h := c.hub(r.place.Profile); h >= 0 {
			ties = append(ties, tie{i, len(c.records) + h})
		}
	}
	return ties, numbered(c.apart)
}

// decide partitions the component and returns the moves that it takes.
func (c *component) decide() ([]graph.Placement, error) {
	c.keepBooks()
	ties, apart := c.ties()
	part := partition(len(c.records)+len(c.hubs), ties, apart)
	cluster, err := c.clusters(part)
	if err != nil {
		return nil, err
	}
	var moves []graph.Placement
	for i, r := range c.records {
		if to := cluster[part[i]]; to != r.place.Cluster {
			moves = append(moves, graph.Placement{Record: r.ref, Cluster: to, Profile: r.place.Profile})
		}
	}
	for i := range c.hubs {
		h := &c.hubs[i]
		to := cluster[part[len(c.records)+i]]
		if to == h.Cluster {
			continue
		}
		plain, err := c.plain(*h)
		if err != nil {
			return nil, err
		}
		for _, r := range plain {
			moves = append(moves, graph.Placement{Record: r, Cluster: to, Profile: h.profile})
		}
		h.Cluster = to
	}
	return moves, nil
}

// keepBooks brings each hub's list of named records up to date.
func (c *component) keepBooks() {
	named := make([][]graph.RecordRef, len(c.hubs))
	for _, r := range c.records {
		i := c.hub(r.place.Profile)
		if i < 0 {
			continue
		}
		h := &c.hubs[i]
		was := slices.Contains(h.Named, r.ref)
		switch {
		case r.named:
			named[i] = append(named[i], r.ref)
			if !was {
				h.Plain--
			}
		case was:
			h.Plain++
		}
	}
	for i := range c.hubs {
		c.hubs[i].Named = named[i]
	}
}

// clusters gives each part a cluster: of those that its records are in now the one
// from which the fewest move, and a new one if others have them all.
func (c *component) clusters(part []int) (map[int]graph.Ref, error) {
	type claim struct {
		part    int
		cluster graph.Ref
		weight  int
	}
	weights := map[[2]uint64]int{}
	for i, r := range c.records {
		weights[[2]uint64{uint64(part[i]), uint64(r.place.Cluster)}]++
	}
	for i, h := range c.hubs {
		weights[[2]uint64{uint64(part[len(c.records)+i]), uint64(h.Cluster)}] += h.Plain
	}
	var claims []claim
	for k, w := range weights {
		claims = append(claims, claim{int(k[0]), graph.Ref(k[1]), w})
	}
	slices.SortFunc(claims, func(a, b claim) int {
		return cmp.Or(b.weight-a.weight, cmp.Compare(a.cluster, b.cluster), a.part-b.part)
	})
	given, taken := map[int]graph.Ref{}, map[graph.Ref]bool{}
	for _, cl := range claims {
		if given[cl.part] == 0 && !taken[cl.cluster] && cl.weight > 0 {
			given[cl.part], taken[cl.cluster] = cl.cluster, true
		}
	}
	for _, p := range part {
		if given[p] == 0 {
			given[p] = c.tx.NewRef()
		}
	}
	return given, nil
}

// plain returns the records of a hub that no decision names. They are all in the
// hub's cluster.
func (c *component) plain(h hub) ([]graph.RecordRef, error) {
	if h.Plain == 0 {
		return nil, nil
	}
	members, err := c.tx.MemberRefs(h.Cluster)
	if err != nil {
		return nil, err
	}
	var all []graph.RecordRef
	for _, r := range members {
		places, err := c.tx.Places(r.Article)
		if err != nil {
			return nil, err
		}
		if places[r.Nr].Profile == h.profile && c.record(r) < 0 {
			all = append(all, r)
		}
	}
	return all, nil
}

func (c *component) changes() []graph.HubChange {
	var all []graph.HubChange
	for _, h := range c.hubs {
		all = append(all, graph.HubChange{Profile: h.profile, Hub: h.Hub})
	}
	return all
}

// reprofile looks again at the statements and events of articles whose entities
// moved: those whose profile changed go where it leads. It returns what of it
// decisions may concern, to be settled.
func reprofile(tx *graph.Tx, articles []graph.Ref) (seeds, error) {
	var all seeds
	for _, article := range articles {
		s, err := reprofileArticle(tx, article)
		if err != nil {
			return all, fmt.Errorf("article %d: %w", article, err)
		}
		all.records = append(all.records, s.records...)
		all.profiles = append(all.profiles, s.profiles...)
	}
	return all, nil
}

func reprofileArticle(tx *graph.Tx, article graph.Ref) (s seeds, err error) {
	c, err := tx.Claims(article)
	if err != nil {
		return s, err
	}
	places, err := tx.Places(article)
	if err != nil {
		return s, err
	}
	h, profiles := newHubs(tx), newProfiler(c)
	var moves []graph.Placement
	for i, old := range places {
		if entity(c.Records[i]) {
			continue
		}
		p, _ := profiles.profile(i, func(r int) graph.Ref { return places[r].Cluster })
		if p == old.Profile {
			continue
		}
		if err := h.leave(old.Profile, old.Record); err != nil {
			return s, err
		}
		to, err := h.join(p)
		if err != nil {
			return s, err
		}
		moves = append(moves, graph.Placement{Record: old.Record, Cluster: to, Profile: p})
		s.records = append(s.records, old.Record)
		s.profiles = append(s.profiles, old.Profile)
	}
	if len(moves) == 0 {
		return s, nil
	}
	if _, err := tx.Apply(graph.Mutation{Place: moves, Hubs: h.changes()}); err != nil {
		return s, err
	}
	return concerned(tx, article, s)
}

// concerned keeps the seeds only if decisions name the article they come from.
func concerned(tx *graph.Tx, article graph.Ref, s seeds) (seeds, error) {
	facts, err := tx.Article(article)
	if err != nil {
		return s, err
	}
	decisions, err := tx.DecisionsOn(facts.Key)
	if err != nil || len(decisions) == 0 {
		return seeds{}, err
	}
	return s, nil
}
