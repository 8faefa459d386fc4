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

// profile returns the fingerprint of a record and a sentence that says what it is
// made of. A zero profile means that the record stands alone. cluster tells where the
// article's entity records are placed; profiles of entities do not ask it.
func profile(c *graph.Contribution, nr int, cluster func(record int) graph.Ref) (graph.Profile, string) {
	r := c.Records[nr]
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
		name, country := text.Fold(r.Name), countryOf(c, nr)
		if name == "" {
			return graph.Profile{}, "no name"
		}
		return fingerprint(r.Kind, name, country), fmt.Sprintf("same place name %q, country %q", name, country)
	case graph.KindStatement:
		return statementProfile(c, nr, cluster)
	case graph.KindEvent:
		return eventProfile(c, nr, cluster)
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

// statementProfile makes one of utterances with the same words by the same speakers.
func statementProfile(c *graph.Contribution, nr int, cluster func(int) graph.Ref) (graph.Profile, string) {
	words := text.Fold(c.Records[nr].Name)
	speakers := ends(c, nr, graph.Said, cluster)
	if len(speakers) == 0 || strings.Count(words, " ")+1 < minWords {
		return graph.Profile{}, "no speaker, or too few words to tell utterances apart"
	}
	return fingerprint(graph.KindStatement, append(speakers, words)...), "same speaker, same words"
}

// eventProfile makes one of events of one type on one day with the same participants,
// two or more.
func eventProfile(c *graph.Contribution, nr int, cluster func(int) graph.Ref) (graph.Profile, string) {
	r := c.Records[nr]
	who := ends(c, nr, graph.TakesPart, cluster)
	if len(who) < 2 || r.Type == "" || r.When.From == "" || r.When.From != r.When.To || graph.ParseDay(r.When.From) == graph.NoDay {
		return graph.Profile{}, "no day, or fewer than two participants"
	}
	return fingerprint(graph.KindEvent, append(who, r.Type, r.When.From)...), "same type, day and participants"
}

// ends returns the clusters from which edges of a kind lead to a record, sorted, each once.
func ends(c *graph.Contribution, to int, k graph.EdgeKind, cluster func(int) graph.Ref) []string {
	var all []string
	for _, cl := range c.Claims {
		if cl.Kind == k && cl.To == to {
			all = append(all, string(binary.BigEndian.AppendUint64(nil, uint64(cluster(cl.From)))))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// countryOf returns the ISO code of the country that the article puts a place in.
func countryOf(c *graph.Contribution, place int) string {
	for _, cl := range c.Claims {
		if cl.Kind == graph.LocatedIn && cl.From == place && c.Records[cl.To].Kind == graph.KindCountry {
			return c.Records[cl.To].ISO
		}
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
