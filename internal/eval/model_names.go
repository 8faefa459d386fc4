package eval

import "newsgraph/loader/nlp"

// A GoldName is a name in a text, in bytes, with its type in the words of the corpus.
type GoldName struct {
	nlp.Range
	Type string
}

// A NameScore counts names with exact spans, by type.
type NameScore map[string]Counts

// Add counts a document. Names whose type is "" are not scored.
func (s NameScore) Add(got, gold []GoldName) {
	left := make(map[GoldName]bool)
	for _, g := range gold {
		if g.Type != "" && !left[g] {
			left[g] = true
			s[g.Type] = s[g.Type].Add(Counts{Expected: 1})
		}
	}
	for _, n := range got {
		c := Counts{Reported: 1}
		if left[n] {
			c.Right = 1
			delete(left, n)
		}
		if n.Type != "" {
			s[n.Type] = s[n.Type].Add(c)
		}
	}
}

// FoundNames returns the names of d as the Worldwide corpus calls them: demonyms are
// nationalities, names of other things are not scored.
func FoundNames(d *nlp.Doc) []GoldName {
	kinds := [...]string{nlp.PersonName: "Person", nlp.PlaceName: "Location", nlp.OrganizationName: "Organization", nlp.OtherName: "", nlp.Demonym: "NORP"}
	var names []GoldName
	for _, n := range d.Names {
		names = append(names, GoldName{d.Bytes(n.Span), kinds[n.Type]})
	}
	return names
}

// JoinNationalities makes places and nationalities one type, as corpora mark "the
// Chadian border" either way, and drops the types that are not scored.
func JoinNationalities(names []GoldName) []GoldName {
	var joined []GoldName
	for _, n := range names {
		switch n.Type {
		case "Person", "Organization":
		case "Location", "NORP":
			n.Type = "Location or NORP"
		default:
			continue
		}
		joined = append(joined, n)
	}
	return joined
}
