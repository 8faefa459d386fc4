package extract

import (
	"slices"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// verbSides reads who does what a verb tells of, and to whom.
func (f *eventFinder) verbSides(e *event, p predicate) {
	v := p.head
	actors := f.subjects(v, 0)
	switch {
	case f.passive(v):
		actors = f.agents(v)
	case len(actors) == 0:
		if actors = f.before(v); len(actors) == 0 && material[p.Type] {
			if s := f.subject(v); s >= 0 && f.tag(s) == nlp.TagNNS {
				actors = f.owners(s) // "Chadian bulldozers"
			}
		}
	}
	actors = public(actors)
	if p.Symm && p.object >= 0 {
		if sides := f.after(p.object, "between"); len(sides) > 0 && !joins[f.lemma(v)] {
			e.add(sides, "actor")
			e.add(actors, "mediator") // "brokered a truce between Chad and Niger"
			return
		}
		if assemblies[f.lemma(p.object)] && f.passive(v) {
			actors = append(actors, append(f.after(p.object, "of"), f.owners(p.object)...)...) // "a summit of the union was held"
		}
	}
	if kills[f.lemma(v)] && f.lower(v+1) == "dead" && len(f.objects(v)) == 0 {
		e.add(actors, "recipient") // "Okoye shot dead in Lima", in a headline
		return
	}
	if p.Symm && brokers[f.lemma(v)] && len(f.slot(p, "with")) == 0 {
		e.add(actors, "mediator") // "a truce brokered by Chad"
		actors = nil
	}
	e.add(actors, "actor")
	role := "recipient"
	if p.Symm {
		role = "actor"
	}
	e.add(f.recipients(p, actors), role)
	if p.Mode == "visit" {
		e.add(f.visited(p, e), role)
	}
	if p.Mode == "mediate" {
		f.mediator(e)
	}
	if p.Mode == "host" {
		for i := range e.parts {
			if e.parts[i].role == "actor" {
				e.parts[i].role = "host"
			}
		}
	}
}

// material are the types of events that things do for a country as well as people.
var material = map[string]bool{"ASSAULT": true, "COERCE": true, "AID": true, "MOBILIZE": true, "RETREAT": true, "PROTEST": true}

// brokers are the verbs whose subject leads others to an agreement.
var brokers = wordSet("broker mediate facilitate")

// joins are the verbs by which one takes part in the talks of others.
var joins = wordSet("join attend participate")

// mediator makes those between whom someone mediates the actors.
func (f *eventFinder) mediator(e *event) {
	for i := range e.parts {
		if e.parts[i].role == "actor" {
			e.parts[i].role = "mediator"
		}
	}
}

// recipients returns the entities at the first of a frame's slots that holds any other
// than those who act ("recalled its envoy from Chad"); in talks those of all slots.
func (f *eventFinder) recipients(p predicate, actors []participant) []participant {
	var found []participant
	for _, slot := range p.Slots {
		found = append(found, others(f.slot(p, slot), actors)...)
		if len(found) > 0 && !p.Symm {
			return found
		}
	}
	if len(found) == 0 && p.Deep {
		for _, o := range f.objects(p.head) {
			if kills[f.lemma(p.head)] && !f.acts(o) && !f.inSet("person", o) {
				continue // one kills people: "killed Chad's hopes"
			}
			found = append(found, others(f.inside(o, 0), actors)...)
		}
	}
	if len(found) == 0 && !f.passive(p.head) {
		found = f.behind(p)
	}
	if len(found) == 0 {
		found = f.placeHit(p, actors)
	}
	return found
}

// public leaves out those who stand for no country or organization: one private person
// is not a state that acts.
func public(parts []participant) []participant {
	return slices.DeleteFunc(parts, func(p participant) bool { return p.private })
}

// kills are the verbs of violence to people only.
var kills = wordSet("kill murder shoot stab injure wound execute torture poison slay")

// others returns those of found who are none of those who act.
func others(found, actors []participant) []participant {
	return slices.DeleteFunc(found, func(x participant) bool {
		return slices.ContainsFunc(actors, func(a participant) bool { return a.entity == x.entity })
	})
}

// visited returns the country of the place that a verb or noun of travel leads to, if
// the article speaks of it, and those who travel are not known to be of it.
func (f *eventFinder) visited(p predicate, e *event) []participant {
	var found []participant
	for _, i := range f.destinations(p) {
		if m := f.mentionAt(i); m != nil && m.typ == place && m.entity != nil {
			e.places = append(e.places, m.entity)
			found = append(found, f.land(m, e.parts)...)
		}
	}
	return found
}

// destinations returns the tokens that a verb or noun of travel leads to.
func (f *eventFinder) destinations(p predicate) []int {
	var found []int
	for _, h := range []int{p.head, p.object} {
		if h < 0 {
			continue
		}
		for _, k := range f.kids(h) {
			i := int(k)
			if f.relation(i) != nlp.RelObj && !travels[f.caseOf(i)] {
				continue
			}
			found = append(found, i)
			for _, c := range f.kids(i) {
				if f.relation(int(c)) == nlp.RelConj {
					found = append(found, int(c))
				}
			}
		}
	}
	return found
}

var travels = wordSet("to in for into")

// land returns the country that a place lies in, if the article speaks of it and none of
// those who act is known to be of it.
func (f *eventFinder) land(m *mention, actors []participant) []participant {
	if m.entity.country == "" {
		return nil
	}
	for _, x := range f.entities {
		if x.typ == country && x.iso == m.entity.country && !slices.ContainsFunc(actors, func(a participant) bool { return f.isOf(a.entity, x) }) {
			return []participant{{entity: x, span: m.span}}
		}
	}
	return nil
}

// fallsOn are the types of events that on a place fall on the country that it lies in.
var fallsOn = wordSet("ASSAULT AID COERCE MOBILIZE RETREAT SANCTION SUPPORT")

// placeHit returns the countries of the places that an event falls on: "shelled Lima".
func (f *eventFinder) placeHit(p predicate, actors []participant) []participant {
	if !fallsOn[p.Type] || len(actors) == 0 {
		return nil
	}
	near := f.objects(p.head)
	for _, h := range []int{p.head, p.object} {
		if h < 0 {
			continue
		}
		for _, k := range f.kids(h) {
			if c := f.caseOf(int(k)); c == "on" || c == "to" || c == "from" || c == "into" || c == "against" || c == "in" && slices.Contains(p.Slots, c) {
				near = append(near, int(k))
			}
		}
	}
	for _, i := range near {
		if m := f.mentionAt(i); m != nil && m.typ == place && m.entity != nil {
			if found := f.land(m, actors); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// isOf reports whether a person, an organization or a place is known to be of country c.
func (f *eventFinder) isOf(x, c *entity) bool {
	return x == c || slices.ContainsFunc(f.relations, func(r relation) bool { return r.from == x && r.to == c })
}

// slot returns the entities that stand in one slot of a verb's frame.
func (f *eventFinder) slot(p predicate, slot string) []participant {
	var found []participant
	switch slot {
	case "obj":
		if p.object >= 0 && slices.Contains(f.objects(p.head), p.object) {
			return f.named(p.object, 0) // of a class of people: "released Chadian soldiers"
		}
		objects := f.objects(p.head)
		for _, o := range objects {
			found = append(found, f.named(o, 0)...)
		}
		if k := f.kid(p.head, nlp.RelIobj); len(objects) == 0 && k >= 0 {
			return f.named(k, 0) // "urged Chad to withdraw", read as of "gave Chad time"
		}
	case "iobj":
		if k := f.kid(p.head, nlp.RelIobj); k >= 0 {
			return f.named(k, 0)
		}
	case "comp":
		return f.complement(p.head)
	default:
		found = f.after(p.head, slot)
		if len(found) == 0 && p.object >= 0 {
			found = f.after(p.object, slot)
		}
		if o := f.kid(p.head, nlp.RelObj); len(found) == 0 && o >= 0 && o != p.object && p.Set == "" && slot != "of" && slot != "in" {
			found = f.after(o, slot)
		}
		if len(found) == 0 && (slot == "to" || slot == "on" || slot == "against") {
			found = f.afterInside(p.head, slot)
		}
	}
	return found
}

// afterInside returns the entities that a preposition leads to from a thing beside verb
// v: "pledged ten tonnes in aid to Chad".
func (f *eventFinder) afterInside(v int, prep string) []participant {
	for _, k := range f.kids(v) {
		i := int(k)
		if rel := f.relation(i).Base(); i < v || rel != nlp.RelObl && rel != nlp.RelObj || f.mentionAt(i) != nil {
			continue
		}
		for _, c := range append([]int32{k}, f.kids(i)...) {
			if f.mentionAt(int(c)) != nil || !f.tag(int(c)).IsNoun() {
				continue
			}
			if found := f.after(int(c), prep); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// after returns the entities that a preposition leads to from token i.
func (f *eventFinder) after(i int, prep string) []participant {
	var found []participant
	for _, k := range f.kids(i) {
		rel := f.relation(int(k)).Base()
		if rel != nlp.RelObl && rel != nlp.RelNmod || f.caseOf(int(k)) != prep {
			continue
		}
		found = append(found, f.named(int(k), 0)...)
	}
	return found
}

// complement returns who is to act in the clause that depends on a verb ("demanded that
// Chad withdraw"), or on whom its subject is to act ("offered to pay Chad").
func (f *eventFinder) complement(v int) []participant {
	if requests[f.lemma(v)] && (f.addressed(v) || len(f.after(v, "on")) > 0) {
		return nil
	}
	k := f.kid(v, nlp.RelCcomp, nlp.RelXcomp)
	if k < 0 {
		if k = f.kid(v, nlp.RelAdvcl); k < 0 || k < v || f.markOf(k) != "to" {
			return nil
		}
	}
	if s := f.kid(k, nlp.RelNsubj, nlp.RelNsubjPass); s >= 0 {
		return f.named(s, 0)
	}
	if f.relation(k) == nlp.RelCcomp {
		return nil
	}
	var found []participant
	for _, c := range f.kids(k) {
		if rel := f.relation(int(c)).Base(); rel == nlp.RelObj || rel == nlp.RelIobj || rel == nlp.RelObl && partnerPrepositions[f.caseOf(int(c))] {
			found = append(found, f.named(int(c), 0)...)
			if len(found) == 0 && rel != nlp.RelObl {
				found = append(found, f.inside(int(c), 0)...)
			}
			if len(found) > 0 {
				break
			}
		}
	}
	return found
}

var partnerPrepositions = wordSet("to with from against on at into")

// agents returns the entities after "by" of a passive or a noun. A name has no "by" of
// its own: "imposed on Chad by Peru".
func (f *eventFinder) agents(v int) []participant {
	for _, k := range f.kids(v) {
		i := int(k)
		if rel := f.relation(i).Base(); rel != nlp.RelObl && rel != nlp.RelNmod {
			continue
		}
		if f.caseOf(i) == "by" {
			return f.named(i, 0)
		}
		if f.mentionAt(i) == nil {
			continue
		}
		for _, c := range f.kids(i) {
			if f.relation(int(c)).Base() == nlp.RelNmod && f.caseOf(int(c)) == "by" {
				return f.named(int(c), 0)
			}
		}
	}
	return nil
}

// clauseDepth bounds how many verbs up the subject of one without its own is looked for.
const clauseDepth = 5

// subjects returns the entities that the subject of verb v is; of an infinitive or a
// further verb those of the verb that it depends on.
func (f *eventFinder) subjects(v, depth int) []participant {
	s := f.subject(v)
	if s < 0 && f.tag(v) == nlp.TagJJ {
		s = f.kid(v, nlp.RelExpl) // "it is willing to", read as an empty "it"
	}
	if s >= 0 {
		if relativePronouns[f.lower(s)] && f.relation(v) == nlp.RelAclRelcl {
			return f.named(f.head(v), 0)
		}
		return f.named(s, 0)
	}
	h := f.head(v)
	if h < 0 && depth > 0 {
		return f.before(v)
	}
	if h < 0 || depth > clauseDepth {
		return nil
	}
	switch f.relation(v).Base() {
	case nlp.RelConj:
		if f.isVerb(h) {
			return f.subjects(h, depth+1)
		}
		if g := f.head(h); g >= 0 && f.isVerb(g) && f.tag(v) == nlp.TagVBG && f.relation(h).Base() == nlp.RelObl {
			return f.subjects(g, depth+1) // "by an attack or by attacking Chad"
		}
	case nlp.RelXcomp, nlp.RelAdvcl, nlp.RelCcomp:
		return f.controller(v, h, depth)
	case nlp.RelAcl:
		return f.describer(v, h, depth)
	}
	return nil
}

// subject returns the subject of verb v, active or passive; -1 if it has none of its own.
func (f *eventFinder) subject(v int) int {
	s := f.kid(v, nlp.RelNsubj, nlp.RelNsubjPass, nlp.RelNsubjOuter)
	if s >= 0 && f.isWhom(s) {
		s = f.secondSubject(v, s)
	}
	if o := f.kid(v, nlp.RelObj); s < 0 && o >= 0 && f.isDue(v) {
		s = f.kid(o, nlp.RelNsubj) // "are due to hold talks", read as "due to talks"
	}
	return s
}

// secondSubject returns the subject of verb v behind a relative pronoun that was read as
// another one: "refugees, whom Chad blames"; -1 if there is none.
func (f *eventFinder) secondSubject(v, first int) int {
	for _, k := range f.kids(v) {
		if int(k) > first && f.relation(int(k)).Base() == nlp.RelNsubj {
			return int(k)
		}
	}
	return -1
}

// isWhom reports whether token i is a relative pronoun that is no subject: "whom", or one
// before another subject of its verb.
func (f *eventFinder) isWhom(i int) bool {
	return f.lower(i) == "whom" || (f.lower(i) == "which" || f.lower(i) == "that") && f.relation(f.head(i)) == nlp.RelAclRelcl && f.secondSubject(f.head(i), i) >= 0
}

// isDue reports whether verb v is what somebody is due to do.
func (f *eventFinder) isDue(v int) bool {
	return f.tag(v) == nlp.TagVB && f.lower(v-1) == "to" && f.lower(v-2) == "due" && beForm(f.lemma(v-3))
}

// controller returns who acts in a clause without a subject, below verb h: h's object
// ("urged Chad to withdraw"), else h's subject ("agreed to withdraw").
func (f *eventFinder) controller(v, h, depth int) []participant {
	if f.relation(v) == nlp.RelCcomp && f.markOf(v) != "to" {
		return nil
	}
	if accuses[f.lemma(h)] && f.tag(v) == nlp.TagVBG && f.kid(h, nlp.RelNsubjPass) < 0 {
		if o := f.kid(h, nlp.RelObj); o >= 0 {
			return f.named(o, 0) // "accused Chad of attacking": Chad's attack
		}
		return nil
	}
	if o := f.kid(h, nlp.RelObj); o >= 0 && f.markOf(v) == "for" && f.tag(v) == nlp.TagVBG {
		return f.named(o, 0) // "praised Chad for attacking": Chad's attack
	}
	infinitive := f.markOf(v) == "to" || f.tag(v) == nlp.TagVB
	if o := f.kid(h, nlp.RelObj, nlp.RelIobj); o >= 0 && infinitive && (f.relation(v) == nlp.RelXcomp || causes[f.lemma(h)]) && !subjectControl[f.lemma(h)] {
		return f.named(o, 0)
	}
	if infinitive && requests[f.lemma(h)] {
		for _, prep := range []string{"on", "upon", "to"} {
			if found := f.after(h, prep); len(found) > 0 {
				return found
			}
		}
		if o := f.kid(h, nlp.RelObj, nlp.RelIobj); o >= 0 {
			return f.named(o, 0)
		}
		if f.addressed(h) {
			return nil // "called on the government to release her": not the caller
		}
	}
	return f.subjects(h, depth+1)
}

// accuses are verbs whose object is said to have done what follows in "of" or "for".
var accuses = wordSet("accuse suspect blame charge convict acquit")

// causes are verbs whose object does what their infinitive says.
var causes = wordSet("force compel")

// subjectControl are verbs with an object whose infinitive is their subject's.
var subjectControl = wordSet("promise threaten vow pledge use take")

// requests are verbs whose infinitive is what the one spoken to is to do.
var requests = wordSet("call appeal urge ask order press push lobby plead invite instruct tell summon")

// describer returns who acts in a clause that describes noun h: "troops attacking
// Chad", "Chad's plan to attack".
func (f *eventFinder) describer(v, h, depth int) []participant {
	if f.markOf(v) != "to" {
		if found := f.named(h, 0); len(found) > 0 || f.relation(v) != nlp.RelAcl || f.tag(v) != nlp.TagVBG || f.human(h) {
			return found
		}
		if own := f.owners(h); len(own) > 0 {
			return own // "Okoye's letter accusing Chad"
		}
	} else if own := f.owners(h); len(own) > 0 {
		return own
	}
	if g := f.head(h); g >= 0 && f.isVerb(g) && (f.relation(h) == nlp.RelObj || f.relation(h) == nlp.RelObl) {
		return f.subjects(g, depth+1)
	}
	return nil
}

// nounSides reads the sides of an event that a noun tells of: "talks between Chad and
// Niger", "Chad's invasion of Niger", "Chadian strikes on Niger", "Okoye held talks with Bell".
func (f *eventFinder) nounSides(e *event, p predicate) {
	n := p.head
	mine, theirs := "actor", "recipient"
	if p.Symm {
		theirs = "actor"
	}
	agents := f.agents(n)
	if h := f.head(n); len(agents) == 0 && h >= 0 && f.relation(n) == nlp.RelObj && f.isVerb(h) {
		agents = f.agents(h) // "denounced its invasion by Chad"
	}
	e.add(agents, "actor")
	if owners := f.owners(n); p.Whose || p.Of && len(agents) > 0 || p.Mode == "war" && len(owners) == 1 && f.kid(n, nlp.RelNmodPoss) < 0 {
		e.add(owners, "recipient") // "Okoye's arrest", "the Chad war"
	} else {
		e.add(owners, "actor")
	}
	if p.Whose {
		mine = "recipient"
	}
	for _, k := range f.kids(n) {
		i := int(k)
		if rel := f.relation(i).Base(); rel != nlp.RelNmod && rel != nlp.RelObl || f.relation(i) == nlp.RelNmodPoss {
			continue
		}
		switch c := f.caseOf(i); {
		case c == "by":
		case c == "from" && !slices.Contains(p.Slots, c):
			e.add(f.named(i, 0), "actor")
		case p.Mode == "war" && (c == "against" || c == "in" || c == "on"):
			e.add(f.onWhom(i, p), "recipient")
		case c == "of" && (p.Of || p.Symm), slices.Contains(p.Slots, c):
			e.add(f.onWhom(i, p), theirs)
		case c == "of":
			e.add(f.named(i, 0), mine)
		}
	}
	if c := f.kid(n, nlp.RelAcl, nlp.RelAdvcl); c >= 0 && f.markOf(c) == "for" && !p.Symm {
		if s := f.kid(c, nlp.RelNsubj, nlp.RelNsubjPass); s >= 0 {
			e.add(f.named(s, 0), theirs) // "a deadline for Chad to withdraw"
		}
	}
	if c := f.kid(n, nlp.RelAcl); c >= 0 && p.Symm && f.lemma(c) == "involve" {
		for _, o := range f.objects(c) {
			e.add(f.one(o, 0), "actor") // "talks involving Chad and Peru"
		}
	}
	f.governed(e, p, mine, theirs)
	if material[p.Type] && len(e.parts) > 0 && !slices.ContainsFunc(e.parts, func(x participant) bool { return x.role == "actor" }) {
		e.add(f.culprits(n), "actor")
	}
	if p.Symm {
		f.third(e, n)
	}
	if p.Mode == "visit" {
		e.add(f.visited(p, e), theirs)
	}
	if p.Mode == "mediate" {
		f.mediator(e)
	}
}

// third adds to a meeting of three, of whom its sentence names two, the one whom one of
// them meets in the last event before.
func (f *eventFinder) third(e *event, n int) {
	if len(e.parts) != 2 || !slices.ContainsFunc(f.kids(n), func(k int32) bool {
		return threefold[f.lower(int(k))] || f.lower(int(k)) == "way" && (f.lower(int(k)-1) == "three" || f.lower(int(k)-2) == "three")
	}) {
		return
	}
	for k := len(f.events) - 1; k >= 0; k-- {
		x := &f.events[k]
		if x.frame.Type != e.frame.Type || len(x.parts) != 2 {
			continue
		}
		rest := others(slices.Clone(x.parts), e.parts)
		if len(rest) == 1 && rest[0].entity.typ == e.parts[0].entity.typ {
			e.add([]participant{{entity: rest[0].entity, span: nlp.Span{Start: n, End: n + 1}}}, "actor")
			return
		}
	}
}

// threefold are the words that say that three meet.
var threefold = wordSet("trilateral tripartite three-way")

// culprits returns those whose deed noun n is because somebody accuses or praises them for
// it: "accused Chad of an attack on Peru", "was convicted of the murder of Okoye".
func (f *eventFinder) culprits(n int) []participant {
	v, c := f.head(n), f.caseOf(n)
	if v < 0 || f.relation(n).Base() != nlp.RelObl || !accuses[f.lemma(v)] && !(punishes[f.lemma(v)] && c == "for") || c != "of" && c != "for" && c != "with" {
		return nil
	}
	if f.passive(v) {
		return f.subjects(v, 0)
	}
	if o := f.kid(v, nlp.RelObj); o >= 0 {
		return f.named(o, 0)
	}
	return nil
}

// punishes are the verbs that lead to a deed with "for".
var punishes = wordSet("arrest detain hold jail imprison sentence indict prosecute try punish fine condemn criticise criticize denounce praise thank execute sanction")

// onWhom returns who stands behind a preposition of a noun's frame: an entity, or the one
// inside the phrase ("tariffs on goods from Chad").
func (f *eventFinder) onWhom(i int, p predicate) []participant {
	found := f.named(i, 0)
	if len(found) == 0 && !p.Symm && f.caseOf(i) != "in" {
		found = f.inside(i, 0)
	}
	return found
}

// possessor returns whom a possessive pronoun at token i before noun n means: a person
// by gender; of "its" and "their" the subject of the verb above the noun.
func (f *eventFinder) possessor(i, n int) []participant {
	if f.asking {
		return nil
	}
	f.asking = true
	defer func() { f.asking = false }()
	at := nlp.Span{Start: i, End: i + 1}
	switch f.lower(i) {
	case "whose":
		v := f.head(n)
		for v >= 0 && f.relation(v) != nlp.RelAclRelcl {
			v = f.head(v)
		}
		if v < 0 || f.head(v) < 0 {
			return nil
		}
		return f.ofState(f.named(f.head(v), 1), n)
	case "his", "her":
		if x := f.referents[i]; x != nil {
			return f.ofState([]participant{{entity: x, span: at}}, n)
		}
	case "my", "our", "your":
		if x := f.meant[i]; x != nil {
			return []participant{{entity: x, span: at}}
		}
	case "its", "their":
		for v, depth := f.head(n), 0; v >= 0 && depth < clauseDepth; v, depth = f.head(v), depth+1 {
			if s := f.subject(v); !f.isVerb(v) || s == n || s >= 0 && pronouns[f.lower(s)] {
				continue
			}
			found := f.subjects(v, 1)
			if f.lower(i) == "its" {
				found = slices.DeleteFunc(found, func(p participant) bool { return p.entity.typ == person })
			}
			if len(found) > 0 {
				for k := range found {
					found[k].span = at
				}
				return found
			}
		}
	}
	return nil
}

// ofState gives the countries of those whose noun n is, if it is what a state has: "his
// government" is that of the country whose office he holds.
func (f *eventFinder) ofState(parts []participant, n int) []participant {
	if !ofStatesOnly[f.lemma(n)] {
		return parts
	}
	if f.sideOf == nil {
		f.sideOf = f.sides()
	}
	for k := range parts {
		if x := f.sideOf[parts[k].entity]; x != nil && x.typ == country {
			parts[k].entity = x
		}
	}
	return parts
}

// ofStatesOnly are the nouns for what states have, and people not.
var ofStatesOnly = wordSet("government country nation state army military navy troop force administration ministry parliament soldier police diplomat ambassador")

// governed adds the sides that the verb above a noun names: the subject of "held
// talks" and those whom "with" beside it leads to.
func (f *eventFinder) governed(e *event, p predicate, mine, theirs string) {
	v := f.head(p.head)
	if p.Symm {
		f.gathered(e, p)
	}
	if p.Mode == "visit" {
		f.travelled(e, p, v)
	}
	if v >= 0 && p.Mode == "visit" && f.relation(p.head) != nlp.RelNsubj && awaits[f.lemma(v)] && len(e.parts) > 0 {
		e.add(f.subjects(v, 0), theirs) // "Chad looks forward to a visit from Okoye"
	}
	if v < 0 || !f.isVerb(v) || !lexicon.IsLight(f.lemma(v)) || f.used[v] {
		return
	}
	rel := f.relation(p.head).Base()
	if rel != nlp.RelObj && rel != nlp.RelNsubj && rel != nlp.RelObl {
		return
	}
	if rel == nlp.RelObj && !p.Whose && (p.Symm && p.Mode != "war" || does[f.lemma(v)]) {
		e.add(f.subjects(v, 0), "actor")
	}
	if k := f.kid(v, nlp.RelIobj); k >= 0 {
		e.add(f.named(k, 0), theirs) // "gave Chad a deadline"
	}
	for _, slot := range p.Slots {
		if slot != "in" && slot != "of" {
			e.add(f.after(v, slot), theirs)
		}
	}
}

// gathered adds those who come together for talks or in them, the subject of the verb
// above: "returned for talks with Chad", "Chad and Peru agreed in talks", "said after
// talks with Chad".
func (f *eventFinder) gathered(e *event, p predicate) {
	n, v := p.head, f.head(p.head)
	c := f.caseOf(n)
	for v >= 0 && !f.isVerb(v) && (f.relation(n) == nlp.RelConj || f.relation(n).Base() == nlp.RelNmod) {
		if n, v = v, f.head(v); c == "of" {
			c = f.caseOf(n) // "after months of talks"
		}
	}
	if v < 0 || !f.isVerb(v) {
		return
	}
	switch c {
	case "in", "during", "at":
		s := f.subjects(v, 0)
		if o := f.kid(v, nlp.RelObj); o >= 0 && len(e.parts) > 0 && lexicon.InSet("delegation", f.lemma(o)) {
			s = append(s, f.owners(o)...) // "led Chad's delegation in talks with Peru"
		}
		if len(e.parts) == 0 && len(s) > 1 || len(e.parts) == 1 && len(s) > 0 && len(f.after(p.head, "with")) > 0 && (c == "in" || (s[0].entity.typ == person) == (e.parts[0].entity.typ == person)) {
			e.add(s, "actor")
		}
	case "for":
		if rel := f.relation(n).Base(); gathers[f.lemma(v)] && (rel == nlp.RelObl || rel == nlp.RelConj) {
			e.add(f.subjects(v, 0), "actor")
		}
	case "after", "following":
		if s := f.subjects(v, 0); len(e.parts) == 1 && f.relation(n).Base() == nlp.RelObl && len(s) == 1 && (s[0].entity.typ == person) == (e.parts[0].entity.typ == person) {
			e.add(s, "actor")
		}
	}
}

// gathers are the verbs whose subject takes part in what they are done for.
var gathers = wordSet("prepare arrive travel fly return gather convene sit come go assemble head land reconvene")

// travelled adds who makes a visit of which the noun names nobody: the subject of the verb
// above, if it is a person: "cancelled a trip to Chad", "said during a visit to Chad".
func (f *eventFinder) travelled(e *event, p predicate, v int) {
	if v < 0 || !f.isVerb(v) || len(f.destinations(p)) == 0 || slices.ContainsFunc(e.parts, func(x participant) bool { return x.role == "actor" }) {
		return
	}
	c := f.caseOf(p.head)
	if rel := f.relation(p.head).Base(); rel == nlp.RelObj || rel == nlp.RelObl && (c == "on" || c == "during" || c == "after" || c == "for") {
		e.add(slices.DeleteFunc(f.subjects(v, 0), func(x participant) bool { return x.entity.typ != person }), "actor")
	}
}

// awaits are the verbs whose subject is visited.
var awaits = wordSet("look await expect receive host welcome get anticipate")

// does are the verbs whose subject does what their object names, be it talks or a war.
var does = wordSet("launch begin start mount stage carry conduct wage make continue resume undertake impose plan order announce threaten give issue deliver open initiate commit lead hold have take prepare suspend call seek reach sign")

// resembles are the words that with a name before them say what something is like, or who
// stands behind it, and not whose it is.
var resembles = wordSet("like style type backed born based educated sponsored funded trained made bound")

// owners returns the entities that stand before noun n as its possessor or describe
// it: "Chad's (war)", "Chadian (strikes)", "the Chad-Niger (summit)".
func (f *eventFinder) owners(n int) []participant {
	var found []participant
	for _, k := range f.kids(n) {
		i := int(k)
		switch f.relation(i) {
		case nlp.RelNmodPoss:
			if f.tag(i) == nlp.TagPRPS || f.tag(i) == nlp.TagWPS {
				found = append(found, f.possessor(i, n)...)
				continue
			}
			found = append(found, f.named(i, 0)...)
		case nlp.RelAmod, nlp.RelCompound, nlp.RelNmodDesc, nlp.RelNmodUnmarked:
			found = append(found, f.mentioned(i)...)
			if resembles[f.lower(i)] {
				continue // "a Chad-style revolt"
			}
			for _, c := range f.kids(i) {
				if rel := f.relation(int(c)); rel == nlp.RelConj || rel == nlp.RelCompound || rel == nlp.RelAmod || rel == nlp.RelFlat && f.mentionAt(int(c)) != f.mentionAt(i) {
					found = append(found, f.mentioned(int(c))...)
				}
			}
		}
	}
	return found
}
