package resolve

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"newsgraph/graph"
	"newsgraph/graph/text"
)

// minWords is the least length in words of an utterance that is taken for the same
// when one speaker is quoted with the same words twice. Shorter ones ("No comment.")
// are said again and again.
const minWords = 6

// A profiler makes the profiles of one article's records.
type profiler struct {
	c    *graph.Contribution
	from map[int][]int // statement or event → the records that said it or take part
	in   map[int]int   // place → the country that the article puts it in
}

func newProfiler(c *graph.Contribution) *profiler {
	p := &profiler{c: c, from: map[int][]int{}, in: map[int]int{}}
	for _, cl := range c.Claims {
		switch cl.Kind {
		case graph.Said, graph.TakesPart:
			p.from[cl.To] = append(p.from[cl.To], cl.From)
		case graph.LocatedIn:
			if _, ok := p.in[cl.From]; !ok && c.Records[cl.To].Kind == graph.KindCountry {
				p.in[cl.From] = cl.To
			}
		}
	}
	return p
}

// profile returns the fingerprint of a record and a sentence that says what it is
// made of. A zero profile means that the record stands alone. cluster tells where the
// article's entity records are placed; profiles of entities do not ask it.
func (p *profiler) profile(nr int, cluster func(record int) graph.Ref) (graph.Profile, string) {
	r := p.c.Records[nr]
	switch r.Kind {
	case graph.KindCountry:
		return fingerprint(r.Kind, r.ISO), "same country code " + r.ISO
	case graph.KindPerson, graph.KindOrganization:
		name := text.Fold(r.Name)
		if r.Kind == graph.KindPerson {
			name = withoutInitials(name)
		}
		if r.Bare || name == "" {
			return graph.Profile{}, "only part of a name, whose bearer the article does not give"
		}
		return fingerprint(r.Kind, name), fmt.Sprintf("same full name %q", name)
	case graph.KindPlace:
		name, country := text.Fold(r.Name), p.countryOf(nr)
		if name == "" {
			return graph.Profile{}, "no name"
		}
		return fingerprint(r.Kind, name, country), fmt.Sprintf("same place name %q, country %q", name, country)
	case graph.KindStatement:
		return p.statement(nr, cluster)
	case graph.KindEvent:
		return p.event(nr, cluster)
	}
	return graph.Profile{}, ""
}

// withoutInitials drops single letters between the first and the last word of a
// folded name: "ada b okoye" is "ada okoye".
func withoutInitials(name string) string {
	words := strings.Fields(name)
	if len(words) < 3 {
		return name
	}
	inner := slices.DeleteFunc(slices.Clone(words[1:len(words)-1]), func(w string) bool { return utf8.RuneCountInString(w) == 1 })
	return strings.Join(slices.Concat(words[:1], inner, words[len(words)-1:]), " ")
}

// statement makes one of utterances with the same words by the same speakers.
func (p *profiler) statement(nr int, cluster func(int) graph.Ref) (graph.Profile, string) {
	words := text.Fold(p.c.Records[nr].Name)
	speakers := p.ends(nr, cluster)
	if len(speakers) == 0 || strings.Count(words, " ")+1 < minWords {
		return graph.Profile{}, "no speaker, or too few words to tell utterances apart"
	}
	return fingerprint(graph.KindStatement, append(speakers, words)...), "same speaker, same words"
}

// event makes one of events of one type on one day with the same participants, two or
// more.
func (p *profiler) event(nr int, cluster func(int) graph.Ref) (graph.Profile, string) {
	r := p.c.Records[nr]
	who := p.ends(nr, cluster)
	if len(who) < 2 || r.Type == "" || r.When.From == "" || r.When.From != r.When.To || graph.ParseDay(r.When.From) == graph.NoDay {
		return graph.Profile{}, "no day, or fewer than two participants"
	}
	return fingerprint(graph.KindEvent, append(who, r.Type, r.When.From)...), "same type, day and participants"
}

// ends returns the clusters of those who said a statement or take part in an event,
// sorted, each once.
func (p *profiler) ends(nr int, cluster func(int) graph.Ref) []string {
	var all []string
	for _, from := range p.from[nr] {
		all = append(all, string(binary.BigEndian.AppendUint64(nil, uint64(cluster(from)))))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// countryOf returns the ISO code of the country that the article puts a place in.
func (p *profiler) countryOf(place int) string {
	if country, ok := p.in[place]; ok {
		return p.c.Records[country].ISO
	}
	return ""
}

func fingerprint(k graph.Kind, parts ...string) (p graph.Profile) {
	h := sha256.New()
	h.Write([]byte{byte(k)})
	for _, s := range parts {
		h.Write(binary.BigEndian.AppendUint32(nil, uint32(len(s))))
		h.Write([]byte(s))
	}
	copy(p[:], h.Sum(nil))
	return p
}

// entity reports whether a record belongs to the first stratum.
func entity(r graph.Record) bool { return r.Kind.Entity() }
