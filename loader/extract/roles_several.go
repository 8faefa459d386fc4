package extract

import (
	"strings"

	"newsgraph/loader/nlp"
)

// titleOfSeveral reads a title in the plural before the first of several names, and gives it
// to each: "Presidents Ada Okoye of Chad and Tomas Brandt of Peru", "Peruvian senators Ada
// Okoye and Tomas Brandt", "the presidents of Chad and Peru, Ada Okoye and Tomas Brandt", "the Chadian and Peruvian
// presidents, Ada Okoye and Tomas Brandt".
func (r *reading) titleOfSeveral(m *mention) {
	i := r.beforeHonorifics(m.span.Start)
	var owners []*entity
	behind := r.word(i-1) == "," // the names stand behind what these people are
	if behind {
		owners, i = r.ownersBefore(i - 1)
	}
	p, ok := r.titleIn(i, true)
	if !ok || !r.sameSentence(p.span.Start, m.span.Start) {
		return
	}
	if behind && len(owners) == 0 {
		if owners = r.demonymsBefore(p.span.Start); len(owners) == 0 {
			return
		}
	}
	of, start := r.owner(p)
	start = r.statusBefore(&p, start)
	names, each := r.listed(m)
	if len(names) < 2 || len(owners) > 1 && len(owners) != len(names) {
		return
	}
	for n, x := range names {
		own := each[n]
		switch {
		case own != nil:
		case len(owners) == 1:
			own = owners[0]
		case len(owners) > 1:
			own = owners[n]
		default:
			own = of
		}
		r.addRole(x.entity, own, p, nlp.Range{Start: r.Tokens[start].Start, End: x.End}, "title/1")
	}
}

// demonymsBefore returns the countries whose adjectives, joined by "and", end before token i.
func (r *reading) demonymsBefore(i int) []*entity {
	var owners []*entity
	for {
		x := r.mentionAt(i - 1)
		if x == nil || x.entity == nil || x.span.End != i || x.kind != "demonym" {
			return owners
		}
		owners = append([]*entity{x.entity}, owners...)
		if i = x.span.Start - 1; r.lower(i) != "and" && r.word(i) != "," {
			return owners
		}
	}
}

// ownersBefore returns the countries and organizations that a title in the plural is of, which
// end before token i, and where the title ends: "the presidents | of Chad and Peru".
func (r *reading) ownersBefore(i int) ([]*entity, int) {
	var owners []*entity
	for {
		x := r.mentionAt(i - 1)
		if x == nil || x.entity == nil || x.span.End != i || x.typ != country && x.typ != organization || x.kind == "demonym" {
			return nil, i
		}
		owners = append([]*entity{x.entity}, owners...)
		i = x.span.Start
		if r.lower(i-1) == "the" {
			i--
		}
		switch r.lower(i - 1) {
		case "of", "from", "at":
			return owners, i - 1
		case "and", ",":
			if i--; r.word(i-1) == "," {
				i--
			}
		default:
			return nil, i
		}
	}
}

// listed returns the people whose names stand in a list that starts with m, and what each
// name has an "of" with.
func (r *reading) listed(m *mention) ([]*mention, []*entity) {
	var names []*mention
	var ofs []*entity
	for m != nil && m.typ == person && m.kind == "name" && m.entity != nil {
		names, ofs = append(names, m), append(ofs, nil)
		k := m.span.End
		if w := r.lower(k); w == "of" || w == "from" {
			if x := r.mentionAt(r.skipArticle(k + 1)); x != nil && (x.typ == country || x.typ == organization) && x.entity != nil && !isPossessive(r.word(x.span.End)) {
				ofs[len(ofs)-1], k = x.entity, x.span.End
			}
		}
		next := k
		if r.word(next) == "," {
			next++
		}
		if r.lower(next) == "and" {
			next++
		}
		if next == k {
			break
		}
		if m = r.mentionAt(next); m != nil && m.span.Start != next {
			break
		}
	}
	return names, ofs
}

// singularTitle returns the singular of a title in lower case: "foreign ministers",
// "secretaries of state", "businesswomen".
func singularTitle(title string) string {
	head, rest, of := strings.Cut(title, " of ")
	switch {
	case strings.HasSuffix(head, "men"):
		head = strings.TrimSuffix(head, "en") + "an"
	case strings.HasSuffix(head, "ies"):
		head = strings.TrimSuffix(head, "ies") + "y"
	default:
		head = strings.TrimSuffix(head, "s")
	}
	if of {
		head += " of " + rest
	}
	return head
}
