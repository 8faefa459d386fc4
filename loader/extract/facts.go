package extract

import (
	"strings"
	"unicode/utf8"

	"newsgraph/loader/lexicon"
)

// findOutlet makes sure that the outlet is among the organizations. It has mentions
// only where the story names it; otherwise it is known from the publisher's fact alone.
func findOutlet(r *reading) {
	name := outletName(r.article.Outlet.Value)
	if name == "" {
		return
	}
	key := outletKey(name)
	for _, e := range r.entities {
		if e.typ == organization && outletKey(e.name) == key {
			e.name, e.sort = name, "media"
			return
		}
	}
	r.entities = append(r.entities, &entity{typ: organization, name: name, sort: "media"})
}

// ownOutlet makes mentions of the outlet organizations, whatever type they were given,
// and adds those by the last word of its name: "told the Courant".
func (r *reading) ownOutlet() {
	key := outletKey(r.article.Outlet.Value)
	if key == "" {
		return
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; m.name == nil && outletKey(r.text(m.Range)) == key {
			m.typ, m.by = organization, "outlet/1"
		}
	}
}

// outletName writes the name of an outlet that sets it in capitals as others would:
// "THE NORTHGATE COURANT" is The Northgate Courant. Short words may be initials.
func outletName(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 || strings.ToUpper(name) != name {
		return name
	}
	for i, w := range words {
		low := strings.ToLower(w)
		if utf8.RuneCountInString(w) > 3 || lexicon.IsCommon(low) {
			_, n := utf8.DecodeRuneInString(w)
			words[i] = w[:n] + low[min(n, len(low)):]
		}
	}
	return strings.Join(words, " ")
}

func outletKey(name string) string { return strings.TrimPrefix(fold(name), "the ") }

// findLocations adds where the places of the gazetteer lie, if the article speaks of
// the country too.
func findLocations(r *reading) {
	countries := make(map[string]*entity)
	for _, e := range r.entities {
		if e.typ == country {
			countries[e.iso] = e
		}
	}
	for _, e := range r.entities {
		if c := countries[e.country]; e.typ == place && c != nil {
			r.relate(relation{from: e, to: c, typ: "LOCATED_IN", ref: lexicon.GazetteerVersion, by: lexicon.GazetteerVersion})
		}
	}
}
