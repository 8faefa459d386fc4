package extract

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// labelOf words an event as a person would, whatever verb or noun tells of it: "Talks
// between Chad and Niger in Geneva", "Attack by Chad on Niger".
func (r *reading) labelOf(e *event) string {
	var actors, others []string
	for _, p := range e.parts {
		if p.role == "recipient" {
			others = append(others, p.entity.name)
		} else {
			actors = append(actors, p.entity.name)
		}
	}
	if e.doers != "" {
		actors = append(actors, e.doers)
	}
	if e.others != "" {
		others = append(others, e.others)
	}
	w, ok := wordings[e.frame.Mode]
	if e.frame.Type == "OTHER" || !ok {
		w = wording{what: capitalized(strings.Join(strings.Fields(r.SpanText(e.trigger)), " ")), to: ": "}
	}
	label := w.what
	switch {
	case len(actors) > 1 && len(others) == 0 && e.frame.Symm:
		label += " between " + joined(actors)
	case len(actors) > 0:
		label += " by " + joined(actors)
	}
	if len(others) > 0 {
		label += w.to + joined(others)
	}
	if len(e.places) > 0 {
		label += " in " + e.places[0].name
	}
	return label
}

// A wording is a noun for events of a mode, and what leads to whom they concern.
type wording struct{ what, to string }

var wordings = map[string]wording{
	"meet": {"Meeting", " with "}, "visit": {"Visit", " to "}, "host": {"Reception", " for "}, "talk": {"Talks", " with "}, "call": {"Call", " with "},
	"mediate": {"Mediation", " for "}, "agree": {"Agreement", " with "}, "offer": {"Offer", " to "}, "be ready": {"Readiness to act", " towards "},
	"sign": {"Signing of an agreement", " with "}, "praise": {"Support", " for "}, "recognize": {"Recognition", " of "}, "apologize": {"Apology", " to "},
	"economic": {"Cooperation", " with "}, "military": {"Joint exercises", " with "}, "intelligence": {"Sharing of information", " with "}, "trade": {"Trade", " with "},
	"material": {"Aid", " to "}, "rescue": {"Rescue", " of "}, "withdraw": {"Withdrawal", " from "}, "release": {"Release", " of "}, "ease": {"Easing of restrictions", " on "},
	"access": {"Access", " for "}, "ceasefire": {"Ceasefire", " with "}, "resign": {"Resignation", " from "}, "accede": {"Concession", " to "}, "allow": {"Permission", " for "},
	"demand": {"Demand", " to "}, "urge": {"Appeal", " to "}, "seek": {"Request", " to "}, "accuse": {"Accusation", " against "}, "sue": {"Legal action", " against "},
	"investigate": {"Investigation", " of "}, "reject": {"Rejection", " of "}, "refuse": {"Refusal", " towards "}, "threaten": {"Threat", " against "}, "warn": {"Warning", " to "},
	"demonstrate": {"Protest", " against "}, "obstruct": {"Blockade of roads", " against "}, "sanction": {"Sanctions", " on "}, "expel": {"Expulsion", " of "},
	"relations": {"Break of ties", " with "}, "troops": {"Deployment", " against "}, "arrest": {"Arrest", " of "}, "seize": {"Seizure", " from "}, "destroy": {"Destruction", " against "},
	"restrict": {"Ban", " on "}, "cyber": {"Intrusion", " against "}, "attack": {"Attack", " on "}, "bomb": {"Bombing", " of "}, "fight": {"Attack", " on "}, "war": {"War", " against "},
	"massacre": {"Massacre", " of "},
}

func capitalized(w string) string {
	if w == "" {
		return w
	}
	_, n := utf8.DecodeRuneInString(w)
	return strings.ToUpper(w[:n]) + w[n:]
}

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
		if e.confidence > 0 {
			ev.Confidence = math.Round(100*e.confidence) / 100
		}
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
