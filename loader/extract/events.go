package extract

import (
	"fmt"
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// An event is something that a trigger in the text tells of.
type event struct {
	typ      string // PLOVER
	label    string
	status   string
	trigger  nlp.Span
	date     *nlp.Date
	parts    []participant
	places   []*entity
	evidence []nlp.Range // sentences
	by       string
}

// A participant is an entity in a role of an event.
type participant struct {
	entity *entity
	role   string // actor, recipient
}

// findEvents finds the events that triggers of the lexicon tell of outside quotations,
// with the entities that take part in them. A trigger without a participant tells of
// nothing that a reader could look up, and is left out.
func findEvents(r *reading) {
	for n, s := range r.Sentences {
		if r.skip[n] || r.headline(s) {
			continue
		}
		r.eventsOf(s)
	}
}

// headline reports whether a sentence is a headline, where word order and case say
// little: it is short and no mark ends it.
func (r *reading) headline(s nlp.Span) bool {
	return !isTerminal(r.word(s.End-1)) && s.End-s.Start < 25 && !r.quotedWithin(nlp.Span{Start: s.End - 1, End: s.End})
}

func (r *reading) eventsOf(s nlp.Span) {
	for i := s.Start; i < s.End; i++ {
		if r.inQuote[i] || r.mentionAt(i) != nil {
			continue
		}
		t, n := r.triggerAt(i)
		if n == 0 {
			continue
		}
		e := event{typ: t.Type, trigger: nlp.Span{Start: i, End: i + n}, evidence: []nlp.Range{r.Bytes(s)}}
		if t.Verb {
			r.verbEvent(&e, t, s)
		} else {
			r.nounEvent(&e, t, s)
		}
		if len(e.parts) > 0 {
			e.places, e.date = r.placesOf(s), r.dateOf(&e, s)
			r.addEvent(e)
		}
		i += n - 1
	}
}

// triggerAt returns the longest trigger at token i and its length in tokens; 0 if there is none.
func (r *reading) triggerAt(i int) (best lexicon.Trigger, n int) {
	for _, t := range lexicon.Triggers(r.lower(i)) {
		if len(t.Words) <= n {
			continue
		}
		k, ok := i+1, true
		for _, w := range t.Words[1:] {
			if r.word(k) == "-" {
				k++
			}
			if r.lower(k) != w {
				ok = false
				break
			}
			k++
		}
		if ok && !r.notTrigger(t, i) {
			best, n = t, k-i
		}
	}
	return best, n
}

// notTrigger reports whether a word of the list is not used as a trigger here: a noun
// where a verb is meant, or the reverse.
func (r *reading) notTrigger(t lexicon.Trigger, i int) bool {
	before := r.lower(i - 1)
	if isUpperWord(r.word(i)) && !r.startsSentence(i) {
		return true
	}
	if t.Verb && t.Form&(lexicon.Base|lexicon.Third) != 0 && nounTriggers[t.Words[0]] && !r.objectStarts(i+1) {
		return true
	}
	if !t.Verb {
		return before == "to" || before == "will" || modals[before]
	}
	if t.Form&lexicon.Ing != 0 {
		return !beForms[before] || before == "to"
	}
	return t.Form&lexicon.Base != 0 && (determiners[before] || isPossessive(before)) || before == "of" || t.Form == lexicon.Participle && determiners[before]
}

// nounTriggers are verbs whose base form, and with an s the plural, is a noun too.
var nounTriggers = wordSet("visit sanction request attack protest support demand raid bomb shell storm release arrest blame aid rescue supply appeal veto embargo boycott free ease shoot")

// objectStarts reports whether an object can start at token i: a name or a determiner.
func (r *reading) objectStarts(i int) bool {
	return determiners[r.lower(i)] || r.mentionAt(i) != nil || r.honorific(i)
}

// verbEvent reads the subject and object of a verb, active or passive.
func (r *reading) verbEvent(e *event, t lexicon.Trigger, s nlp.Span) {
	i := e.trigger.Start
	e.by = "trigger-verb/1"
	e.status = r.status(e.trigger, t, s)
	subject := r.subjectEntities(i, s.Start)
	object := r.objectOf(e.trigger.End, s.End, t)
	if passive := t.Form&lexicon.Participle != 0 && r.passiveAt(i, s.Start); passive {
		subject, object = r.agents(e.trigger.End, s.End), subject
	}
	reciprocal := slices.Contains(t.Partners, "with") && len(subject) > 1 // "Chad and Peru met"
	undergone := len(subject) == 0 && len(object) > 0 && doneTo[t.Type]   // "Okoye was arrested"
	if len(subject) == 0 && !undergone || len(object) == 0 && !reciprocal && t.Type != "PROTEST" && t.Type != "MOBILIZE" && t.Type != "RETREAT" {
		return
	}
	role := "recipient"
	if slices.Contains(t.Partners, "with") {
		role = "actor"
	}
	e.add(subject, "actor")
	e.add(object, role)
	e.label = r.labelOf(e, t)
}

// doneTo are the types of events that are told of those who undergo them without a
// word on who did it.
var doneTo = map[string]bool{"COERCE": true, "ASSAULT": true, "SANCTION": true}

// objectOf returns the object of a verb that ends before token i: behind one of its
// prepositions if it takes no other.
func (r *reading) objectOf(i, end int, t lexicon.Trigger) []*entity {
	if !t.Indirect {
		return r.objectEntities(i, end, t.Partners)
	}
	for k := i; k < end && k < i+objectReach; k++ {
		if slices.Contains(t.Partners, r.lower(k)) {
			return r.objectEntities(k+1, end, nil)
		}
	}
	return nil
}

func (e *event) add(entities []*entity, role string) {
	for _, x := range entities {
		if !slices.ContainsFunc(e.parts, func(p participant) bool { return p.entity == x }) {
			e.parts = append(e.parts, participant{x, role})
		}
	}
}

func (r *reading) passiveAt(i, start int) bool {
	for k := i - 1; k >= start && k > i-3; k-- {
		if beForms[r.lower(k)] && r.lower(k) != "to" {
			return true
		}
	}
	return false
}

// agents returns the entities after "by": "was arrested [by Chadian police]".
func (r *reading) agents(i, end int) []*entity {
	for k := i; k < end && k < i+6; k++ {
		if r.lower(k) == "by" {
			return r.objectEntities(k+1, end, nil)
		}
	}
	return nil
}

// subjectEntities returns the entities that the subject of the verb at token i is or
// belongs to; of an infinitive, those of the verb that it depends on.
func (r *reading) subjectEntities(i, start int) []*entity {
	k := i
	for k > start && (modals[r.lower(k-1)] || auxiliaries[r.lower(k-1)] || beForms[r.lower(k-1)] || r.verbGroup(r.lower(k-1)) || negations[r.lower(k-1)]) {
		k--
	}
	if k < i && r.lower(k) == "to" { // "agreed to meet": the subject of "agreed"
		for m := k - 1; m > start && m > k-5; m-- {
			if found := r.phraseEntities(m-1, start); len(found) > 0 {
				return found
			}
		}
		return nil
	}
	if found := r.phraseEntities(k-1, start); len(found) > 0 {
		return found
	}
	if src, ok := r.sourceBefore(k, start); ok {
		if src.entity != nil && !r.hasAnd(src.span) {
			return []*entity{src.entity} // not those of a description between commas
		}
		return r.entitiesIn(src.span)
	}
	switch r.lower(k - 1) {
	case "and", "but", ",":
		if src, ok := r.sentenceSubject(k-1, start); ok && src.entity != nil {
			return []*entity{src.entity}
		}
	}
	return nil
}

// phraseEntities returns the entities of the noun phrase that ends at token e: those
// joined by "and", or the country or organization that describes its head.
func (r *reading) phraseEntities(e, start int) []*entity {
	if e < start {
		return nil
	}
	if p := r.lower(e); p == "he" || p == "she" {
		if x := r.personBefore(e, p); x != nil {
			return []*entity{x}
		}
		return nil
	}
	src, ok := r.phraseEnding(e, start)
	if !ok {
		return nil
	}
	if src.entity != nil && r.lower(src.span.Start-1) != "and" && !r.hasAnd(src.span) {
		return []*entity{src.entity}
	}
	return r.entitiesIn(src.span)
}

func (r *reading) hasAnd(s nlp.Span) bool {
	for i := s.Start; i < s.End; i++ {
		if r.lower(i) == "and" {
			return true
		}
	}
	return false
}

// entitiesIn returns the people, countries and organizations mentioned in a span: if a
// person is, then not the country of the title before the name.
func (r *reading) entitiesIn(s nlp.Span) []*entity {
	var found []*entity
	for i := s.Start; i < s.End; i++ {
		m := r.mentionAt(i)
		if m == nil || m.entity == nil || m.typ == place {
			continue
		}
		i = m.span.End - 1
		if m.kind == "demonym" && r.titleOfPerson(m.span.End, s.End) || isPossessive(r.word(m.span.End)) && m.span.End+1 < s.End && r.titleOfPerson(m.span.End+1, s.End) {
			continue
		}
		if !slices.Contains(found, m.entity) {
			found = append(found, m.entity)
		}
	}
	return found
}

// titleOfPerson reports whether a title and then a person's name start at token i.
func (r *reading) titleOfPerson(i, end int) bool {
	for k := i; k < end && k < i+6; k++ {
		if m := r.mentionAt(k); m != nil {
			return m.typ == person
		}
	}
	return false
}

// objectReach is the number of tokens after a trigger within which its object is looked for.
const objectReach = 9

// objectEntities returns the entities of the noun phrase after a trigger, directly or
// after one of the prepositions; joined by "and" they are several.
func (r *reading) objectEntities(i, end int, partners []string) []*entity {
	stop := min(end, i+objectReach)
	for k := i; k < stop; k++ {
		m := r.mentionAt(k)
		w := r.lower(k)
		if m == nil {
			if w == "," || w == ";" || w == "that" || w == "after" || w == "when" || w == "said" || isTerminal(w) || w == "in" && !slices.Contains(partners, "in") && k > i {
				return nil
			}
			if w == "about" || w == "over" || w == "by" || w == "at" || w == "on" && !slices.Contains(partners, "on") {
				return nil
			}
			continue
		}
		if m.typ == place || m.entity == nil {
			k = m.span.End - 1
			continue
		}
		if isPossessive(r.word(m.span.End)) && !r.titleOfPerson(m.span.End+1, end) {
			return nil // "released [Okoye]'s letters": nothing was done to Okoye
		}
		return r.coordinated(k, end)
	}
	return nil
}

// coordinated returns the entities of a list of names that starts at token i: "Chad,
// Niger and Mali". The country of a title before a name is left out.
func (r *reading) coordinated(i, end int) []*entity {
	k := i
	for k < end && k < i+sourceReach {
		if m := r.mentionAt(k); m != nil {
			k = m.span.End
			continue
		}
		w := r.lower(k)
		if w == "and" || w == "," && (r.mentionAt(k+1) != nil || r.lower(k+1) == "and") || isPossessive(w) || r.nounish(k) || r.honorific(k) {
			k++
			continue
		}
		break
	}
	return r.entitiesIn(nlp.Span{Start: i, End: k})
}

// nounEvent reads the sides of an event that a noun tells of: "talks between Chad and
// Niger", "Chad's invasion of Niger", "the Chad-Niger summit", "Okoye held talks with Bell".
func (r *reading) nounEvent(e *event, t lexicon.Trigger, s nlp.Span) {
	i, after := e.trigger.Start, e.trigger.End
	e.by = "trigger-noun/1"
	e.status = r.status(e.trigger, t, s)
	symmetric := t.Type == "CONSULT" || t.Type == "COOPERATE" || t.Type == "AGREE"
	role := "recipient"
	if symmetric {
		role = "actor"
	}
	switch w := r.lower(after); {
	case w == "between" || w == "of" && symmetric:
		e.add(r.coordinated(r.skipArticle(after+1), s.End), "actor")
	case slices.Contains(t.Partners, w):
		partners := r.objectEntities(after+1, s.End, nil)
		e.add(r.owners(i, s.Start), "actor")
		if len(partners) > 0 {
			e.add(partners, role)
		}
	default:
		e.add(r.owners(i, s.Start), "actor")
	}
	if len(e.parts) == 1 && e.parts[0].role == role || len(e.parts) < 2 && symmetric {
		e.add(r.holders(i, s.Start), "actor")
	}
	if len(e.parts) < 2 && (symmetric || len(e.parts) == 0 || !slices.Contains(t.Partners, r.lower(after))) {
		e.parts = nil
		return
	}
	e.label = r.labelOf(e, t)
}

// owners returns the entities in front of a noun in its own phrase: "Chad's (war)",
// "the Chad-Niger (summit)".
func (r *reading) owners(i, start int) []*entity {
	k := r.phraseStart(i, start)
	if k < 0 {
		return nil
	}
	return r.entitiesIn(nlp.Span{Start: k, End: i})
}

// holders returns the subject of the verb before a noun: "[Okoye] held (talks)".
func (r *reading) holders(i, start int) []*entity {
	for k := i - 1; k > start && k > i-10; k-- {
		if w := r.lower(k); w == "," || w == ";" || w == "that" {
			return nil
		}
		if v := r.lower(k); finite(v) || holdVerbs[v] {
			return r.subjectEntities(k, start)
		}
	}
	return nil
}

var holdVerbs = wordSet("hold holds holding have has begin begins resume conduct host hosts attend attends seek seeks end launch launches impose imposes sign signs")

// Words that say whether an event has happened. They are looked for before the trigger,
// within its clause; the nearest wins.
var statusWords = func() map[string]string {
	m := make(map[string]string)
	for status, words := range map[string]string{
		"planned":      "will plans plan planned scheduled expected set due upcoming forthcoming agreed agree intends intend intended prepares preparing preparation preparations next looking",
		"proposed":     "proposed propose proposes proposal suggested offered offer offers invited idea calls urged urging demanded openness request asked",
		"hypothetical": "would could may might if possible potential whether hope hopes hoped unless should can any want wants wanted desire ready willing threatened threatens threatening",
		"denied":       "not n't n’t no never denied without refused refuses rejected ruled",
		"cancelled":    "cancelled canceled postponed scrapped suspended",
		"ongoing":      "ongoing continuing continues continue underway is are 's ’s",
	} {
		for _, w := range strings.Fields(words) {
			m[w] = status
		}
	}
	return m
}()

// statusReach is the number of tokens before a trigger that its status is read from.
const statusReach = 10

func (r *reading) status(trigger nlp.Span, t lexicon.Trigger, s nlp.Span) string {
	i := trigger.Start
	infinitive := t.Verb && r.lower(i-1) == "to"
	for k := i - 1; k >= s.Start && k >= i-statusReach; k-- {
		w := r.lower(k)
		if w == "," || w == ";" || w == "that" || w == "—" {
			break
		}
		status := statusWords[w]
		switch {
		case status == "" || status == "ongoing" && !(t.Verb && t.Form&lexicon.Ing != 0 || w == "ongoing" || w == "continuing" || w == "continues"):
			continue
		case status == "denied" && infinitive && (w == "refused" || w == "refuses"):
			return "denied"
		}
		return status
	}
	if infinitive {
		return "hypothetical"
	}
	if !t.Verb && t.Words[0] == "war" {
		return "ongoing"
	}
	return "occurred"
}

func (r *reading) placesOf(s nlp.Span) []*entity {
	var found []*entity
	for i := s.Start; i < s.End; i++ {
		m := r.mentionAt(i)
		if m == nil || m.typ != place || m.entity == nil || slices.Contains(found, m.entity) {
			continue
		}
		if w := r.lower(m.span.Start - 1); w == "in" || w == "at" || w == "near" {
			found = append(found, m.entity)
		}
	}
	return found
}

// dateReach is the number of tokens between a trigger and the date that it is taken to have.
const dateReach = 12

// dateOf returns the date next to a trigger in its sentence that no other verb of
// speech claims.
func (r *reading) dateOf(e *event, s nlp.Span) *nlp.Date {
	best, distance := -1, dateReach+1
	for i, d := range r.datesIn(s) {
		if d.Kind != nlp.CalendarDate || r.besideSpeech(d) {
			continue
		}
		if gap := max(d.Start-e.trigger.End, e.trigger.Start-d.End); gap < distance {
			best, distance = i, gap
		}
	}
	if best < 0 {
		return nil
	}
	return &r.Dates[best]
}

// besideSpeech reports whether a date says when something was said: "said on Monday".
func (r *reading) besideSpeech(d nlp.Date) bool {
	i := d.Start - 1
	if w := r.lower(i); w == "on" || w == "in" || w == "late" || w == "early" {
		i--
	}
	for _, v := range lexicon.Verbs(r.lower(i)) {
		if v.Mode == "speech" && v.Has(lexicon.ClauseFrame) {
			return true
		}
	}
	return false
}

// labelOf words an event: "Ada Okoye, Jordan Bell: meeting".
func (r *reading) labelOf(e *event, t lexicon.Trigger) string {
	var actors, others []string
	for _, p := range e.parts {
		if p.role == "actor" {
			actors = append(actors, p.entity.name)
		} else {
			others = append(others, p.entity.name)
		}
	}
	what := strings.Join(t.Words, " ")
	label := strings.Join(actors, " and ")
	if label == "" {
		return what + " – " + strings.Join(others, " and ")
	}
	if t.Verb {
		label += " " + what
		if len(others) > 0 {
			label += " " + strings.Join(others, " and ")
		}
		return strings.TrimSpace(label)
	}
	label += ": " + what
	if len(others) > 0 {
		label += " – " + strings.Join(others, " and ")
	}
	return label
}

// addEvent adds an event, or what it tells to the one that it is: the same type and
// participants, and a status that can be the same event's.
func (r *reading) addEvent(e event) {
	key := e.key()
	for _, i := range r.eventsBy[key] {
		x := &r.events[i]
		if happened(x.status) != happened(e.status) || dated(x, &e) {
			continue
		}
		if !slices.Contains(x.evidence, e.evidence[0]) {
			x.evidence = append(x.evidence, e.evidence...)
		}
		if x.date == nil {
			x.date = e.date
		}
		if e.status == "planned" && x.status != "planned" && !happened(x.status) {
			x.status = "planned"
		}
		return
	}
	if r.eventsBy == nil {
		r.eventsBy = make(map[string][]int)
	}
	r.eventsBy[key] = append(r.eventsBy[key], len(r.events))
	r.events = append(r.events, e)
}

// key is the same for events of one type with the same participants.
func (e *event) key() string {
	parts := make([]string, len(e.parts))
	for i, p := range e.parts {
		parts[i] = p.entity.typ + " " + p.entity.name
	}
	slices.Sort(parts)
	return e.typ + "\x00" + strings.Join(parts, "\x00")
}

func happened(status string) bool { return status == "occurred" || status == "ongoing" }

// dated reports whether two events have dates that differ.
func dated(a, b *event) bool {
	return a.date != nil && b.date != nil && a.date.From != b.date.From
}

func (r *reading) eventsOut() []Event {
	out := []Event{}
	for i, e := range r.events {
		ev := Event{ID: fmt.Sprintf("v%d", i+1), Type: e.typ, Label: e.label, Status: e.status, Trigger: *r.piece(r.Bytes(e.trigger)),
			Participants: []Participant{}, Places: []string{}, Evidence: []Range{}, By: e.by, Confidence: confidence[e.by]}
		if e.date != nil {
			ev.Date = r.dateOut(*e.date)
		}
		for _, p := range e.parts {
			ev.Participants = append(ev.Participants, Participant{p.entity.id, p.role})
		}
		for _, p := range e.places {
			ev.Places = append(ev.Places, p.id)
		}
		for _, x := range e.evidence {
			ev.Evidence = append(ev.Evidence, r.points(x))
		}
		out = append(out, ev)
	}
	return out
}
