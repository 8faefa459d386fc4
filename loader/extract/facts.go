package extract

import "newsgraph/loader/lexicon"

// findOutlet makes sure that the outlet is among the organizations. It has mentions
// only where the story names it; otherwise it is known from the publisher's fact alone.
func findOutlet(r *reading) {
	name := r.article.Outlet.Value
	if name == "" {
		return
	}
	key := outletKey(name)
	for _, e := range r.entities {
		if e.typ == organization && outletKey(e.name) == key {
			return
		}
	}
	r.entities = append(r.entities, &entity{typ: organization, name: name, sort: "media"})
}

func outletKey(name string) string {
	key := fold(name)
	if len(key) > 4 && key[:4] == "the " {
		return key[4:]
	}
	return key
}

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
			r.relations = append(r.relations, relation{from: e, to: c, typ: "LOCATED_IN", ref: lexicon.GazetteerVersion, by: lexicon.GazetteerVersion, confidence: 0.9})
		}
	}
}
