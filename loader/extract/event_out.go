package extract

import (
	"fmt"
	"slices"
	"strings"
)

// labelOf words an event as a person would: "Talks between Chad and Niger in Geneva".
func (r *reading) labelOf(e *event) string {
	var actors, others []string
	for _, p := range e.parts {
		if p.role == "recipient" {
			others = append(others, p.entity.name)
		} else {
			actors = append(actors, p.entity.name)
		}
	}
	what := strings.Join(strings.Fields(r.SpanText(e.trigger)), " ")
	if e.trigger.End-e.trigger.Start > 6 {
		what = r.word(e.head)
	}
	noun := e.by == "predicate-noun/2"
	var label string
	switch {
	case noun && e.frame.Symm && len(actors) > 1:
		label = capitalized(what) + " between " + joined(actors)
	case noun:
		label = capitalized(what)
		if len(actors) > 0 {
			label += " by " + joined(actors)
		}
		if len(others) > 0 {
			label += " – " + joined(others)
		}
	case len(actors) == 0:
		label = capitalized(what) + ": " + joined(others)
	case len(others) == 0:
		label = joined(actors) + ": " + what
	default:
		label = joined(actors) + " – " + joined(others) + ": " + what
	}
	for i, p := range e.places {
		if i == 0 {
			label += " in " + p.name
		}
	}
	return label
}

func capitalized(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

// joined writes names as a list: "Chad, Niger and Mali".
func joined(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return names[0]
}

func (r *reading) eventsOut() []Event {
	out := []Event{}
	for i := range r.events {
		e := &r.events[i]
		ev := Event{ID: fmt.Sprintf("v%d", i+1), Type: e.frame.Type, Mode: e.frame.Mode, Root: e.frame.Root, Label: r.labelOf(e), Status: e.status, Trigger: *r.piece(r.Bytes(e.trigger)),
			Participants: []Participant{}, Places: []string{}, Evidence: []Range{}, By: e.by, Confidence: confidence[e.by]}
		if e.date != nil {
			ev.Date = r.dateOut(*e.date)
		}
		for _, p := range e.parts {
			ev.Participants = append(ev.Participants, Participant{Entity: p.entity.id, Role: p.role, Words: r.points(r.Bytes(p.span))})
		}
		for _, p := range e.places {
			ev.Places = append(ev.Places, p.id)
		}
		for _, x := range e.evidence {
			ev.Evidence = append(ev.Evidence, r.points(x))
		}
		ev.ClaimedIn = r.claimedIn(e)
		out = append(out, ev)
	}
	return out
}

// claimedIn returns the id of the innermost statement whose content tells of the event;
// nil if the article itself does. The statements have their order already.
func (r *reading) claimedIn(e *event) *string {
	at := r.Bytes(e.trigger)
	n, found := 0, -1
	i, _ := slices.BinarySearchFunc(r.statements, at.Start+1, func(s statement, x int) int { return s.content[0].Start - x })
	for k := i - 1; k >= 0 && n < 8; k, n = k-1, n+1 {
		if r.statements[k].covers(at) == at.End-at.Start {
			found = k
			break
		}
	}
	if found < 0 {
		return nil
	}
	id := fmt.Sprintf("s%d", found+1)
	return &id
}
