package extract

import (
	"slices"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// An event is something that a predicate of the text tells of: a verb ("met"), a verb
// with its object ("held talks"), or a noun ("the invasion").
type event struct {
	frame    *lexicon.Frame
	status   string
	sure     bool     // the status is that of a verb, and not a guess from the noun alone
	trigger  nlp.Span // from the first to the last word of the predicate
	head     int      // the verb or noun
	date     *nlp.Date
	begun    bool // the date is that of its beginning
	parts    []participant
	places   []*entity
	evidence []nlp.Range // sentences
	people   bool        // people whom the text only describes take part
	doers    string      // those who act, if they have no name: "police"
	others   string      // the same of those on whom it falls: "31 protesters"
	passed   bool        // the gate says that the text tells of it
	by       string

	confidence float64 // by the gate; 0 for that of the rule
}

// A participant is an entity in a role of an event, and the words of the phrase that
// names it there: "Chadian troops" for Chad.
type participant struct {
	entity  *entity
	role    string // actor, recipient, mediator, host
	span    nlp.Span
	private bool // of a country: one of its people or companies, who does not act for it
}

// A predicate is a frame where it stands in the text.
type predicate struct {
	*lexicon.Frame
	head   int // the verb, or the noun
	object int // the object that belongs to the frame: "talks" of "held talks"; -1 if none
	noun   bool
	last   int // of a verb: the last word of its frame but the object
}

// An eventFinder reads the events of one article from the heads and relations of its
// sentences. Talk of an event that stands in quotation marks is the statement's.
type eventFinder struct {
	*reading
	dependents
	used     []bool          // by token: it belongs to a predicate already
	speakers []*entity       // by token inside a quotation: who says it, if known
	meant    map[int]*entity // by token inside a quotation: whom "I", "we" and "you" mean
	woven    []bool          // by token inside a quotation: its words go on in the sentence's own
	speaking map[int]*entity // by token of a pronoun that is the source of a statement
	bodies   map[int]*entity // by token of a noun: the organization that it stands for
	byID     map[string][]int
	sideOf   map[*entity]*entity // by person: whom they speak for; made when it is needed
	home     *entity             // the country that the article plays in, if that is plain
	tellings []telling
	features features
	// asking is set while the antecedent of a pronoun is looked for, in which no other
	// pronoun is followed.
	asking bool
}

// findEvents finds the events that predicates outside quotations tell of, with the
// entities that take part in them. A predicate without those who take part tells of
// nothing that a reader could look up, and is left out.
func findEvents(r *reading) {
	f := &eventFinder{reading: r, dependents: newDependents(r.Doc), used: make([]bool, len(r.Tokens)), byID: make(map[string][]int)}
	f.home = r.home()
	if f.judge == nil {
		g, err := trainedGate()
		if err != nil {
			panic(err) // the embedded model is part of the program
		}
		f.judge = g.passes
	}
	f.speakers, f.meant = r.quotedSpeakers(), r.inQuotations()
	f.speaking, _ = r.speakingPronouns()
	f.woven = make([]bool, len(r.Tokens))
	r.inStatements(func(s *statement, i int) { f.woven[i] = s.kind == "mixed" })
	for _, q := range r.Quotes { // a word held at a distance: what Chad "annexed"
		if s := r.SpanOf(q.Inner); s.End-s.Start == 1 {
			f.woven[s.Start] = true
		}
	}
	f.bodies = make(map[int]*entity, len(r.bodies))
	for _, n := range r.bodies {
		f.bodies[n.End-1] = n.entity
	}
	for n, s := range r.Sentences {
		if r.skip[n] {
			continue
		}
		f.sentence(s)
	}
}

// headline reports whether a sentence is a headline, where word order and case say
// little: it is short and no mark ends it.
func (r *reading) headline(s nlp.Span) bool {
	return !isTerminal(r.word(s.End-1)) && s.End-s.Start < 25 && !r.quotedWithin(nlp.Span{Start: s.End - 1, End: s.End})
}

// sentence adds the events of a sentence in the order of their words. Verbs are read
// first, since they may take a noun with them.
func (f *eventFinder) sentence(s nlp.Span) {
	var found []event
	headline := f.headline(s)
	for _, nouns := range []bool{false, true} {
		for i := s.Start; i < s.End; i++ {
			if f.inQuote[i] && f.speakers[i] == nil && !f.woven[i] || f.used[i] {
				continue
			}
			p, ok := f.predicateAt(i, nouns)
			if !ok {
				continue
			}
			e, ok := f.read(p, s)
			if firm := firmFrame(p); !ok && firm != nil { // a purchase whose seller has no name
				p = predicate{Frame: firm, head: i, object: -1}
				e, ok = f.read(p, s)
			}
			if headline && e.status == ongoing {
				e.status = occurred // "Chad rejects offer"
			}
			if ok && (e.passed || (!f.inQuote[i] || f.woven[i]) && !headline || f.told(&e) || headline && e.frame.Firm) {
				found = append(found, e)
				f.take(p)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b event) int { return a.trigger.Start - b.trigger.Start })
	for _, e := range found {
		f.addEvent(e)
	}
}

// firmFrame returns the frame by which the verb of a predicate tells of what a company does.
func firmFrame(p predicate) *lexicon.Frame {
	if p.noun || p.Firm || p.Set != "" || len(p.Words) != 1 {
		return nil
	}
	for _, frame := range lexicon.VerbFrames(p.Words[0]) {
		if frame.Firm && len(frame.Words) == 1 && frame.Set == "" {
			return frame
		}
	}
	return nil
}

// told reports whether an event of a quotation is more than what its speaker does by
// speaking, and told as a fact: a deed, with all its sides. What "we" shall do is done by
// the speaker's side, and not always by the speaker.
func (f *eventFinder) told(e *event) bool {
	sides := map[string]bool{}
	for _, p := range e.parts {
		sides[p.role] = true
		if w := f.lower(p.span.Start); e.status == planned && (w == "we" || w == "our" || f.word(p.span.Start) == "us") {
			return false
		}
	}
	return deeds[e.frame.Type] && (len(sides) > 1 || f.suffered(e) || e.frame.Symm && len(e.parts) > 1) && (happened(e.status) || e.status == planned)
}

// deeds are the types of events that are not done by words alone.
var deeds = wordSet("CONSULT COOPERATE AID RETREAT CONCEDE PROTEST SANCTION MOBILIZE COERCE ASSAULT")

// take marks the words of a predicate, so that no other event is read from them.
func (f *eventFinder) take(p predicate) {
	f.used[p.head] = true
	if p.object >= 0 {
		f.used[p.object] = true
	}
}

// read makes the event of a predicate; false if too few take part in it.
func (f *eventFinder) read(p predicate, s nlp.Span) (event, bool) {
	e := event{frame: p.Frame, head: p.head, trigger: f.triggerSpan(p), evidence: []nlp.Range{f.Bytes(s)}, by: "predicate-verb/2"}
	if p.noun {
		e.by = "predicate-noun/2"
		f.nounSides(&e, p)
	} else {
		f.verbSides(&e, p)
	}
	e.status, e.sure = f.statusOf(p)
	ruled := f.ruled(&e, p, s)
	f.turn(&e)
	if len(e.parts) < 2 && !p.noun && (e.status == hypothetical || e.status == denied || p.Mode == "be ready" && !happened(e.status)) {
		ruled = false
	}
	f.strangers(&e, p)
	e.date = f.dateOf(p, s)
	for _, x := range f.placesOf(p, s) {
		if !slices.Contains(e.places, x) {
			e.places = append(e.places, x)
		}
	}
	e.passed = e.frame.Type != "OTHER" && f.judge(f, &e, p, s) && f.sided(&e, p) && !f.barred(&e, p, s)
	if !ruled && !e.passed {
		if p.noun && len(e.parts) == 0 && f.definite(p.head) {
			f.again(e)
		}
		return e, false
	}
	f.settle(&e)
	f.bounded(&e)
	return e, true
}

// ruled reports whether a predicate tells of an event by who takes part in it.
func (f *eventFinder) ruled(e *event, p predicate, s nlp.Span) bool {
	purpose := !p.noun && f.relation(p.head) == nlp.RelAdvcl && f.markOf(p.head) == "to" && e.status == hypothetical
	return (f.enough(e) || len(e.parts) == 0 && f.bare(p, s)) && !purpose && !f.isGame(e, s) &&
		!(e.ofWords() && !p.noun && p.Type == "ASSAULT" && figurative[f.lemma(p.head)])
}

// sided reports whether enough is known of who takes part in an event for it to be told
// from another: two who meet or agree; who does what a verb or a noun says, or whom a
// passive falls on. They may be people without a name, but if nobody
// has one, a date or a place must say which crime or protest it was.
func (f *eventFinder) sided(e *event, p predicate) bool {
	actors, others := 0, 0
	for _, x := range e.parts {
		if x.role == "recipient" {
			others++
		} else {
			actors++
		}
	}
	if len(e.parts) == 0 && (!crimes[e.frame.Type] || e.date == nil && len(e.places) == 0) {
		return false
	}
	if e.doers != "" {
		actors++
	}
	if e.others != "" {
		others++
	}
	switch {
	case e.frame.Mode == "visit" && len(e.places) > 0:
		return actors > 0
	case e.frame.Mode == "host", e.frame.Mode == "mediate":
		return actors > 0 && others > 0 || actors > 1
	case e.frame.Symm:
		return actors+others > 1 || e.frame.Mode == "war" && actors+others > 0
	case !p.noun && f.passive(p.head):
		return others > 0
	case !p.noun:
		return actors > 0
	case p.Whose:
		return others > 0
	}
	return actors > 0 || len(e.parts) == 0
}

// barred reports whether a predicate tells of no event whatever the gate says: of a game, of
// what a storm did, of a finding, of what a speaker does by speaking.
func (f *eventFinder) barred(e *event, p predicate, s nlp.Span) bool {
	v := p.head
	switch {
	case f.isGame(e, s), f.inQuote[v] && !f.woven[v] && !f.told(e):
		return true
	case p.noun:
		return false
	case f.relation(v) == nlp.RelAcl && f.markOf(v) == "to" && len(e.parts) < 2:
		return true // "a deadline to withdraw": whose withdrawal is not sure
	case e.frame.Type == "AGREE" || e.frame.Type == "CONCEDE":
		return f.finds(v)
	case e.frame.Type == "ASSAULT":
		nobodyDid := f.passive(v) && unwilled[f.lemma(v)] && len(f.agents(v)) == 0 && e.doers == "" // "was killed"
		alone := e.ofWords() || len(e.parts) == 0 && f.tag(f.subject(v)) == nlp.TagNN
		return !f.willed(v) || nobodyDid || alone && (figurative[f.lemma(v)] || f.lemma(v) == "attack") // in words, or a match
	}
	return false
}

// crimes are the types of events of which nobody needs to be known.
var crimes = wordSet("ASSAULT COERCE PROTEST")

// turn makes what is offered a proposal, and what was not agreed to ("did not agree to
// talks") a refusal.
func (f *eventFinder) turn(e *event) {
	if f.lemma(e.head) == "offer" && e.status == occurred {
		e.status = proposed
	}
	if e.frame.Type == "ASSAULT" && e.ofWords() && f.lemma(e.head) == "attack" {
		e.frame = accusal
	}
	if f.lemma(e.head) == "strike" && e.by == "predicate-noun/2" && !slices.ContainsFunc(e.parts, func(p participant) bool { return p.entity.typ != organization || p.entity.sort == "government" }) {
		e.frame = walkout // of a company's workers
	}
	if e.frame.Type == "COOPERATE" && e.frame.Mode == "military" && len(e.parts) == 1 {
		e.frame = manoeuvre // held alone
	}
	if e.frame.Type == "AGREE" && e.status == denied && e.by == "predicate-verb/2" {
		e.frame, e.status = refusal, occurred
		if a := f.kid(e.head, nlp.RelAux); a >= 0 && f.tag(a) == nlp.TagMD {
			e.status = planned // "will not agree"
		}
	}
}

// ofWords reports whether only people by name act, whose attacks are mostly in words.
func (e *event) ofWords() bool {
	return len(e.parts) > 0 && e.parts[0].role == "actor" && !slices.ContainsFunc(e.parts, func(p participant) bool { return p.role == "actor" && p.entity.typ != person })
}

// figurative are verbs of violence that of one person tell of a contest or of hard words.
var figurative = wordSet("beat pound battle fight hit strike fire shell storm club target bomb engage")

var accusal = &lexicon.Frame{Type: "ACCUSE", Mode: "accuse", Root: "11"}

var walkout = &lexicon.Frame{Type: "PROTEST", Mode: "demonstrate", Root: "14", Solo: true}

var manoeuvre = &lexicon.Frame{Type: "MOBILIZE", Mode: "troops", Root: "15", Solo: true}

var refusal = &lexicon.Frame{Type: "REJECT", Mode: "refuse", Root: "12", Solo: true}

// triggerSpan returns the words from the predicate's head to its object, with a word that
// belongs to it next to it.
func (f *eventFinder) triggerSpan(p predicate) nlp.Span {
	start, end := p.head, p.head+1
	if p.object >= 0 {
		start, end = min(start, p.object), max(end, p.object+1)
	}
	if p.noun && len(p.Words) > 1 {
		if start--; f.word(start) == "-" {
			start--
		}
	}
	if p.last == end { // "ruled out"
		end++
	}
	return nlp.Span{Start: start, End: end}
}

// enough reports whether those who take part make an event of a frame: two in talks;
// one who acts and one on whom; or, where the frame or the type says so, one.
func (f *eventFinder) enough(e *event) bool {
	actors, others := 0, 0
	for _, p := range e.parts {
		if p.role == "recipient" {
			others++
		} else {
			actors++
		}
	}
	verb := e.by == "predicate-verb/2"
	switch {
	case verb && (e.frame.Type == "AGREE" || e.frame.Mode == "accede") && f.finds(e.head):
		return false // "agreed that the fleet was old"
	case verb && f.lemma(e.head) == "offer" && others == 0 && f.kid(e.head, nlp.RelXcomp) < 0 && !slices.ContainsFunc(f.objects(e.head), func(o int) bool { return f.inSet("aid", o) || f.inSet("proposal", o) || f.inSet("asylum", o) }):
		return false // "offers a guide"
	case e.frame.Mode == "withdraw" && e.frame.Set == "place":
		return actors > 0 && !e.ofWords() // "left the city": a person went away
	case e.frame.Mode == "die":
		return actors > 0 && e.parts[0].entity.typ == person
	case verb && e.frame.Mode == "demonstrate" && f.passive(e.head):
		return false // shown, and not marched for
	case e.frame.Mode == "urge" && others == 0:
		return verb && actors > 0 && f.asserted(e.head) && f.addressed(e.head)
	case e.frame.Both && others == 0:
		return false
	case verb && e.frame.Type == "ASSAULT" && !f.willed(e.head):
		return false // "the storm killed two Chadian officers"
	case verb && f.passive(e.head) && charges[f.lemma(e.head)]:
		return others >= 1
	case e.frame.Abroad:
		return actors >= 1 && others == 1 && !slices.ContainsFunc(e.parts, func(p participant) bool {
			return p.entity.typ != person && p.role == "actor" || p.entity.typ != country && p.role == "recipient"
		})
	case !verb && e.frame.Mode == "visit" && actors == 1 && others == 0 && len(e.places) == 0:
		return f.staged(e.head) && e.parts[0].entity.typ != country
	case e.frame.Mode == "visit" && len(e.places) > 0 && slices.Contains(e.frame.Words, "visit"):
		return actors >= 1
	case e.frame.Mode == "release" && verb && e.frame.Set == "":
		return e.ofPerson() || actors > 0 && slices.ContainsFunc(f.objects(e.head), func(o int) bool { return f.inSet("detainee", o) })
	case e.frame.Mode == "be ready" && f.relation(e.head) != nlp.RelRoot && f.relation(e.head) != nlp.RelCcomp:
		return false
	case e.frame.Firm && f.kid(e.head, nlp.RelCcomp) >= 0:
		return false // announced that something is so
	case e.frame.Firm:
		return actors >= 1 && e.parts[0].entity.typ == organization && e.parts[0].entity.sort != "government"
	case e.frame.Solo, e.frame.Mode == "war", e.frame.Mode == "ceasefire":
		return actors+others >= 2 || actors+others == 1 && (!verb || f.asserted(e.head))
	case e.frame.Symm && verb && e.frame.Mode == "meet" && actors == 1 && others == 0:
		council := e.parts[0].entity.typ == organization && f.kid(e.head, nlp.RelObj) < 0 // a council meets
		return f.asserted(e.head) && e.parts[0].span.Start < e.head && (council || f.meetsOfficial(e.head))
	case e.frame.Symm && e.frame.Type == "CONSULT" && actors == 1 && others == 0:
		return f.convened(e)
	case e.frame.Symm:
		return actors+others >= 2
	case e.frame.Undone && others >= 1, mutual[e.frame.Type] && actors >= 2, actors >= 1 && others >= 1:
		return true
	}
	return actors >= 1 && (verb && alone[e.frame.Type] && f.asserted(e.head) || !verb && aloneNoun[e.frame.Type])
}

// finds reports whether what verb v says is that something is so, and not what shall be.
func (f *eventFinder) finds(v int) bool {
	c := f.kid(v, nlp.RelCcomp)
	if c < 0 || f.markOf(c) == "to" || f.subject(c) < 0 {
		return false
	}
	a := f.kid(c, nlp.RelAux)
	return (a < 0 || f.tag(a) != nlp.TagMD) && f.tag(c) != nlp.TagVB
}

// ofPerson reports whether the one on whom an event falls is a person, or people called
// by their country: one releases people, and plans too.
func (e *event) ofPerson() bool {
	return slices.ContainsFunc(e.parts, func(p participant) bool { return p.role == "recipient" && p.entity.typ != organization })
}

// asserted reports whether verb v stands in a clause of its own, and not as an
// infinitive or gerund that says what for.
func (f *eventFinder) asserted(v int) bool {
	switch f.tag(v) {
	case nlp.TagVBD, nlp.TagVBZ, nlp.TagVBP:
		return true
	}
	if h := f.head(v); h >= 0 && causes[f.lemma(h)] && f.markOf(v) == "to" {
		return true // "forced Chad to back down"
	}
	return f.kid(v, nlp.RelAux, nlp.RelAuxPass, nlp.RelCop) >= 0
}

// add adds those who take part in a role. Of private people only is noted that there are some.
func (e *event) add(parts []participant, role string) {
	for _, x := range parts {
		if e.people = e.people || x.private; x.private {
			continue
		}
		if !slices.ContainsFunc(e.parts, func(p participant) bool { return p.entity == x.entity }) {
			x.role = role
			e.parts = append(e.parts, x)
		}
	}
}

// mutual are the types of events that two who act make without a recipient.
var mutual = map[string]bool{"AGREE": true, "CONSULT": true, "COOPERATE": true, "SUPPORT": true, "REJECT": true}

// alone are the types of events that a verb tells of even if the one on whom they fall
// has no name.
var alone = map[string]bool{"ASSAULT": true, "COERCE": true, "SANCTION": true, "PROTEST": true, "MOBILIZE": true, "RETREAT": true, "REJECT": true, "THREATEN": true, "ACCUSE": true, "CONCEDE": true, "AID": true, "REQUEST": true, "AGREE": true}

// aloneNoun are those that a noun with one side tells of: "the Chadian offensive".
var aloneNoun = map[string]bool{"ASSAULT": true, "PROTEST": true, "MOBILIZE": true}
