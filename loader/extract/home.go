package extract

import "strings"

// home returns the country that the article plays in, if its words leave no doubt: of the
// countries that it names, by their cities, demonyms and seats too, it names that one three
// times as often as any other. Nil if there is none.
func (r *reading) home() *entity {
	count := make(map[string]int)
	abroad := ""
	byCode := make(map[string]*entity)
	most := ""
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.entity == nil {
			continue
		}
		iso := m.entity.iso
		switch {
		case m.typ == country:
			byCode[iso] = m.entity
			if next := r.lower(m.span.End); next == "counterpart" || next == "counterparts" {
				abroad = iso // "his Chadian counterpart": the other side's
			}
		case m.typ == place && m.entity.country != "":
			iso = m.entity.country
		default:
			continue
		}
		if count[iso]++; count[iso] > count[most] {
			most = iso
		}
	}
	for iso, n := range count {
		if iso != most && n*3 > count[most] {
			return nil
		}
	}
	if count[most] < fewMentions || most == abroad {
		return nil
	}
	return byCode[most]
}

// fewMentions is the number of times that an article must name the country it plays in.
const fewMentions = 3

// homeOffices gives the offices that every state has, and of which the text does not say
// whose they are, to the country that the article plays in: "President Okoye". A state
// has one president: where two are called so, the text leaves open of what they are.
func (r *reading) homeOffices() {
	home := r.home()
	if home == nil {
		return
	}
	holders := make(map[string]*entity)
	several := make(map[string]bool)
	for _, e := range r.entities {
		for _, x := range e.roles {
			if x.of != nil && x.of != home {
				continue
			}
			office := x.status + " " + strings.Join(officeWords(x.title), " ")
			if was := holders[office]; was != nil && was != e && x.status != "former" {
				several[office] = true
			}
			holders[office] = e
		}
	}
	for _, e := range r.entities {
		if e.typ != person || r.servesAny(e) {
			continue
		}
		for _, x := range e.roles {
			if office := x.status + " " + strings.Join(officeWords(x.title), " "); !x.written || !everyState(x.title) || several[office] {
				continue
			}
			r.relate(relation{from: e, to: home, typ: "HOLDS_ROLE", title: x.title, status: x.status, evidence: x.evidence, by: "office-home/1"})
		}
	}
}

// servesAny reports whether the text says of what some office of a person is.
func (r *reading) servesAny(e *entity) bool {
	for _, x := range r.relations {
		if x.from == e && (x.typ == "HOLDS_ROLE" || x.typ == "LEADS" || x.typ == "WORKS_FOR" || x.typ == "CITIZEN_OF") {
			return true
		}
	}
	return false
}

// everyState reports whether a title is of an office that a state has, and hardly anything
// but a state.
func everyState(title string) bool {
	office := strings.Join(officeWords(title), " ")
	return titleHead(title) == "minister" && office != "chief minister" || ofStates[office]
}

// ofStates are further offices of that kind, as officeWords spells them. Parts of states have
// premiers, attorneys general and secretaries of state too.
var ofStates = map[string]bool{"president": true, "vice president": true, "vice-president": true, "chancellor": true, "supreme leader": true, "chief justice": true,
	"foreign secretary": true, "home secretary": true, "interior secretary": true, "defence secretary": true,
	"national security adviser": true, "national security advisor": true, "army chief": true, "navy chief": true, "air force chief": true,
	"army commander": true, "navy commander": true, "air force commander": true, "police inspector-general": true, "police inspector general": true}
