package extract

import (
	"slices"
	"strings"

	"newsgraph/loader/nlp"
)

// addEvent adds an event, or what it tells to the one that it is: the same type and
// participants, dates that can be one, and statuses that can be the same event's.
func (f *eventFinder) addEvent(e event) {
	key := f.key(&e)
	for _, i := range f.byID[key] {
		if x := &f.events[i]; oneEvent(x, &e) {
			x.absorb(&e)
			return
		}
	}
	if i := f.warOf(&e); i >= 0 {
		x := &f.events[i]
		x.absorb(&e)
		for _, p := range e.parts {
			x.add([]participant{p}, p.role)
		}
		f.byID[key] = append(f.byID[key], i)
		return
	}
	f.byID[key] = append(f.byID[key], len(f.events))
	f.events = append(f.events, e)
}

// warOf returns the index of the war of which an event of war tells with fewer or more of
// its sides: "the war in Chad" is that between Chad and Niger. It is -1 if there is none,
// or two.
func (f *eventFinder) warOf(e *event) int {
	found := -1
	for i := range f.events {
		x := &f.events[i]
		if e.frame.Mode != "war" || x.frame.Mode != "war" || dated(x, e) || !x.holds(e) && !e.holds(x) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// holds reports whether all who take part in another event take part in x.
func (x *event) holds(e *event) bool {
	for _, p := range e.parts {
		if !slices.ContainsFunc(x.parts, func(q participant) bool { return q.entity == p.entity }) {
			return false
		}
	}
	return true
}

// againReach is the number of sentences before a definite noun in which the event that it
// takes up is looked for.
const againReach = 3

// again adds what a noun without those who take part tells of the one event of its type
// that the sentences before tell of: "The talks were held on Sunday".
func (f *eventFinder) again(e event) {
	n := f.SentenceOf(e.head)
	from := f.Bytes(f.Sentences[max(0, n-againReach)]).Start
	one := -1
	for i := range f.events {
		x := &f.events[i]
		if x.evidence[len(x.evidence)-1].Start < from || x.frame.Type != e.frame.Type || (apart[x.frame.Mode] || apart[e.frame.Mode]) && x.frame.Mode != e.frame.Mode {
			continue
		}
		if one >= 0 {
			return
		}
		one = i
	}
	if one < 0 {
		return
	}
	f.settle(&e)
	f.bounded(&e)
	x := &f.events[one]
	if news := e.date != nil && x.date == nil || e.sure && !x.sure; news && oneEvent(x, &e) {
		x.absorb(&e)
	}
}

// definite reports whether a noun is known to the reader and nothing tells it from
// another: "the talks", "this visit", but not "the latest visit".
func (f *eventFinder) definite(n int) bool {
	if f.kid(n, nlp.RelAmod, nlp.RelCompound, nlp.RelNmodPoss, nlp.RelAcl, nlp.RelAclRelcl) >= 0 {
		return false
	}
	switch d := f.kid(n, nlp.RelDet); f.lower(d) {
	case "the", "this", "that", "these", "those":
		return true
	}
	return false
}

// absorb takes over what another mention of the same event tells: a status that a verb
// says goes before one guessed from a noun.
func (x *event) absorb(e *event) {
	if x.evidence[len(x.evidence)-1] != e.evidence[0] {
		x.evidence = append(x.evidence, e.evidence...)
	}
	began := x.begun
	if x.date == nil {
		x.date, x.begun = e.date, e.begun
	}
	for _, p := range e.places {
		if !slices.Contains(x.places, p) {
			x.places = append(x.places, p)
		}
	}
	if x.frame.Mode == "war" && began != e.begun { // that it began says nothing of its end
		if began {
			x.status, x.sure = e.status, e.sure
		}
	} else if e.sure && !x.sure || !x.sure && x.status == hypothetical {
		x.status, x.sure = e.status, e.sure
	} else if e.sure && certainty[e.status] > certainty[x.status] && !happened(x.status) && !happened(e.status) {
		x.status = e.status
	}
	if x.begun && x.status == ongoing && x.date.To != "" {
		d := *x.date
		d.To = ""
		x.date = &d
	}
}

// certainty orders the statuses of what has not happened: what is planned was proposed
// too, and what is called off was planned.
var certainty = map[string]int{hypothetical: 1, proposed: 2, planned: 3, denied: 4, cancelled: 5}

// oneEvent reports whether two events with the same type and participants can be one.
func oneEvent(a, b *event) bool {
	if len(a.parts) == 0 && (a.date == nil || b.date == nil) && (len(a.places) == 0 || len(b.places) == 0) {
		return false // nobody named, and nothing else in common
	}
	if dated(a, b) || elsewhere(a, b) {
		return false
	}
	if !a.sure || !b.sure {
		return true
	}
	return happened(a.status) == happened(b.status)
}

// elsewhere reports whether two events happened in places that differ.
func elsewhere(a, b *event) bool {
	return len(a.places) > 0 && len(b.places) > 0 && !slices.ContainsFunc(a.places, func(p *entity) bool { return slices.Contains(b.places, p) })
}

// key is the same for events of one type with the same participants, on the same side
// where there are two; of deeds outside the types the verb counts too.
func (f *eventFinder) key(e *event) string {
	parts := make([]string, len(e.parts))
	for i, p := range e.parts {
		parts[i] = p.entity.typ + " " + p.entity.name
		if p.role == "recipient" && !e.frame.Symm {
			parts[i] += " >"
		}
	}
	slices.Sort(parts)
	mode := ""
	if apart[e.frame.Mode] {
		mode = e.frame.Mode
	}
	if e.frame.Type == "OTHER" {
		mode += " " + f.lemma(e.head)
	}
	return e.frame.Type + mode + "\x00" + strings.Join(parts, "\x00")
}

// apart are the modes that are never one with another of their type: a visit is not the
// talks that it is for, a war not each attack in it.
var apart = map[string]bool{"visit": true, "call": true, "host": true, "mediate": true, "war": true, "business": true, "elect": true}

func happened(status string) bool { return status == occurred || status == ongoing }

// dated reports whether two events have dates that differ.
func dated(a, b *event) bool {
	return a.date != nil && b.date != nil && a.date.From != b.date.From
}
