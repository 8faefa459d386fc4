package extract

import (
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// Those whom a text only describes: people without a name, who make an event of a crime
// or a protest, but stand for no country.

// private reports whether a noun with a nationality stands for its own sake, and not for
// the country: one person ("the French chef"), a few who are counted ("three Serbs"), or
// a business ("a Turkish shipping company"). The many ("French farmers") are its people.
func (f *eventFinder) private(i int) bool {
	w := f.lemma(i)
	if businesses[w] {
		return true
	}
	if lexicon.IsActor(w) || f.tag(i) != nlp.TagNN && !f.fewOf(i) {
		return false
	}
	if t, ok := lexicon.TitleOf(w); ok && t.Class == "rank" {
		return false // "a Chadian sergeant"
	}
	_, known := personNoun(w)
	return known || lexicon.IsPrivate(w)
}

// fewOf reports whether a noun is counted by a number beside it: "three (fishermen)", but
// not "thousands of (fishermen)".
func (f *eventFinder) fewOf(i int) bool { return f.kid(i, nlp.RelNummod) >= 0 }

// businesses are the nouns of those who trade or work together for themselves.
var businesses = wordSet("company firm bank newspaper airline club team gang business manufacturer retailer maker producer exporter importer trader operator carrier startup supplier")

// human reports whether a noun phrase with head i is of people, or of a body of people.
func (f *eventFinder) human(i int) bool {
	if i < 0 {
		return false
	}
	if m := f.mentionAt(i); m != nil {
		return m.typ != place
	}
	w := f.lemma(i)
	if _, known := personNoun(w); known || humanPronouns[f.lower(i)] || lexicon.IsActor(w) || lexicon.IsPrivate(w) || lexicon.InSet("person", w) || businesses[w] {
		return true
	}
	return f.tag(i) == nlp.TagNNS && agentSuffix(w) || f.counted(i)
}

var humanPronouns = wordSet("he she they we i him her them us me who")

// willed reports whether a verb of violence tells of what somebody did: of a subject that
// can will it, or of weapons and attacks that somebody sent. A storm kills nobody in that sense.
func (f *eventFinder) willed(v int) bool {
	if f.passive(v) {
		return !slices.ContainsFunc(f.kids(v), func(k int32) bool {
			return f.relation(int(k)).Base() == nlp.RelObl && mishaps[f.lemma(int(k))]
		})
	}
	s := f.subject(v)
	if s >= 0 && f.mishap(s) {
		return false // "Cyclone Ada"
	}
	if s < 0 || f.human(s) || f.relation(v) == nlp.RelAclRelcl || !f.tag(s).IsNoun() || f.tag(s) == nlp.TagNNP {
		return true
	}
	if lexicon.InSet("strike", f.lemma(s)) {
		return true
	}
	for _, frame := range lexicon.NounFrames(f.lemma(s)) {
		if frame.Type == "ASSAULT" || frame.Type == "COERCE" || frame.Type == "PROTEST" {
			return true
		}
	}
	return violent[f.lemma(s)]
}

// mishap reports whether a noun or name at token i is of a storm or the like.
func (f *eventFinder) mishap(i int) bool {
	start := i
	if m := f.mentionAt(i); m != nil {
		start = m.span.Start
	}
	return mishaps[f.lower(i)] || mishaps[f.lower(start)] || mishaps[f.lower(start-1)]
}

// violent are things that kill because somebody wills it.
var violent = wordSet("explosion blast gunfire bullet fire gas knife gun rifle mine militiaman weapon explosive violence")

// mishaps are what people die in or of without anybody's will.
var mishaps = wordSet("crash accident collision fall earthquake quake flood storm cyclone typhoon hurricane tornado avalanche landslide mudslide wildfire blaze stampede derailment disease virus capsizing shipwreck wreck heatwave epidemic outbreak lightning wind rain heat eruption tsunami collapse")

// bystanders returns the heads of the phrases of people without a name who do what verb v
// tells of, and to whom; -1 if there are none.
func (f *eventFinder) bystanders(v int) (agent, patient int) {
	agent, patient = f.subject(v), -1
	if f.passive(v) {
		agent = -1
		for _, k := range f.kids(v) {
			if f.caseOf(int(k)) == "by" {
				agent = int(k)
			}
		}
	}
	if o := f.objects(v); len(o) > 0 {
		patient = o[0]
	}
	if !f.human(agent) {
		agent = -1
	}
	if !f.human(patient) || humanPronouns[f.lower(patient)] {
		patient = -1
	}
	return agent, patient
}

// strangers notes the words for the people without a name who do what the verb of a
// predicate tells of, and for those on whom it falls, where no one is named for that side.
func (f *eventFinder) strangers(e *event, p predicate) {
	if p.noun || p.Symm {
		return
	}
	agent, patient := f.bystanders(p.head)
	if !slices.Contains(p.Slots, "obj") || patient == p.object && p.Type == "MOBILIZE" {
		patient = -1
	}
	for _, slot := range p.Slots {
		if patient >= 0 || slot == "obj" {
			break
		}
		for _, k := range f.kids(p.head) {
			if f.relation(int(k)).Base() == nlp.RelObl && f.caseOf(int(k)) == slot && f.human(int(k)) {
				patient = int(k)
				break
			}
		}
	}
	if e.sideOf(false) == sideNone {
		e.doers = f.peopleAt(agent)
	}
	if e.sideOf(true) == sideNone {
		e.others = f.peopleAt(patient)
	}
}

// peopleAt returns the short phrase with head i, if it is of people without a name.
func (f *eventFinder) peopleAt(i int) string {
	if i < 0 || f.mentionAt(i) != nil || humanPronouns[f.lower(i)] || relativePronouns[f.lower(i)] {
		return ""
	}
	start := i
	for _, k := range f.kids(i) {
		switch f.relation(int(k)) {
		case nlp.RelAmod, nlp.RelCompound, nlp.RelNummod, nlp.RelNmodDesc, nlp.RelNmodUnmarked:
			start = min(start, f.leftmost(int(k)))
		}
	}
	if i-start > maxStranger {
		start = i
	}
	return strings.Join(strings.Fields(f.SpanText(nlp.Span{Start: start, End: i + 1})), " ")
}

// maxStranger bounds the words before the noun in what people are called.
const maxStranger = 4

// bare reports whether the verb of a predicate tells of violence, police work or a protest
// in which nobody has a name: people do it or suffer it, and a date or a place says which
// it was. "Gunmen kidnapped two teachers near Lima" is an event, "gunmen kidnap people" not.
func (f *eventFinder) bare(p predicate, s nlp.Span) bool {
	v := p.head
	if p.noun || p.Symm || !bareModes[p.Mode] || !f.asserted(v) {
		return false
	}
	agent, patient := f.bystanders(v)
	if (figurative[f.lemma(v)] || f.lemma(v) == "attack") && p.Set == "" && len(p.Words) == 1 && agent >= 0 && f.tag(agent) != nlp.TagNNS {
		return false // one who attacks another does so in words
	}
	switch p.Mode {
	case "demonstrate":
		if agent < 0 || f.passive(v) {
			return false
		}
	case "restrict":
		if agent < 0 || businesses[f.lemma(agent)] || patient < 0 && len(p.Words) == 1 {
			return false
		}
	case "accuse", "sue":
		if patient < 0 || !f.passive(v) || !charges[f.lemma(v)] {
			return false
		}
	case "arrest":
		if patient < 0 || agent < 0 && !f.passive(v) {
			return false
		}
	case "seize", "destroy":
		if agent < 0 || businesses[f.lemma(agent)] || len(f.objects(v)) == 0 {
			return false
		}
	default:
		if !f.willed(v) || agent < 0 && (patient < 0 || !f.passive(v) || unwilled[f.lemma(v)]) || patient < 0 && len(p.Words) == 1 && p.Set == "" && (p.Mode != "fight" || len(f.objects(v)) == 0) {
			return false
		}
	}
	return f.dateOf(p, s) != nil || len(f.placesOf(p, s)) > 0
}

// bareModes are the modes of events that need no name.
var bareModes = wordSet("arrest seize destroy restrict attack bomb fight demonstrate accuse sue")

// charges are what prosecutors do, in whose passive they need no name.
var charges = wordSet("charge indict prosecute arraign impeach")

// unwilled are the verbs whose passive tells of mishaps too: "was killed".
var unwilled = wordSet("kill wound injure hit beat poison maim hang strike")

// addressed reports whether verb v has people, whom only a description names, do
// something at its subject's word: "called on her supporters to block roads".
func (f *eventFinder) addressed(v int) bool {
	if c := f.kid(v, nlp.RelXcomp, nlp.RelAdvcl, nlp.RelCcomp); c < v || f.markOf(c) != "to" {
		return false
	}
	for _, k := range f.kids(v) {
		i := int(k)
		rel := f.relation(i).Base()
		spoken := rel == nlp.RelObj || rel == nlp.RelIobj || rel == nlp.RelObl && (f.caseOf(i) == "on" || f.caseOf(i) == "upon" || f.caseOf(i) == "to")
		if i > v && spoken && f.mentionAt(i) == nil && f.tag(i).IsNoun() && f.human(i) {
			return true
		}
	}
	return false
}

// convened reports whether talks of which one side has a name are an event: a body holds
// a session, or a meeting is said to be held, planned or called off.
func (f *eventFinder) convened(e *event) bool {
	who, noun := e.parts[0].entity, e.head
	verb := e.by == "predicate-verb/2"
	if verb {
		o := f.objects(e.head)
		if len(o) == 0 || !f.asserted(e.head) {
			return false
		}
		noun = o[0]
	}
	if k := f.kid(noun, nlp.RelCompound); !assemblies[f.lemma(noun)] || k >= 0 && forPress[f.lemma(k)] {
		return false
	}
	body := who.typ == organization && who.sort != "company" && who.sort != "media"
	with := who.typ == person && e.parts[0].span.Start > noun // "a meeting with Ada Okoye"
	return body && verb || (body || with) && !verb && f.staged(noun)
}

// assemblies are the nouns of a meeting that one body holds by itself.
var assemblies = wordSet("summit session meeting")

var forPress = wordSet("news press earnings training practice town photo")

// meetsOfficial reports whether whom verb v meets is one who holds an office: "met the governor".
func (f *eventFinder) meetsOfficial(v int) bool {
	if f.lemma(v) != "meet" {
		return false
	}
	for _, k := range f.kids(v) {
		i := int(k)
		if rel := f.relation(i); i < v || rel != nlp.RelObj && (rel.Base() != nlp.RelObl || f.caseOf(i) != "with") || f.mentionAt(i) != nil {
			continue
		}
		if t, ok := lexicon.TitleOf(f.lemma(i)); ok && (t.Class == "office" || t.Class == "post") {
			return true
		}
	}
	return false
}

// staged reports whether an event noun is what a verb of holding, planning or calling off
// is about: "a visit by Ada Okoye was put off".
func (f *eventFinder) staged(n int) bool {
	v := f.head(n)
	if v < 0 || !f.isVerb(v) {
		return false
	}
	switch f.relation(n) {
	case nlp.RelObj, nlp.RelNsubjPass:
		c := f.classOf(v)
		return lexicon.IsLight(f.lemma(v)) && f.lemma(v) != "have" && f.lemma(v) != "make" && f.lemma(v) != "want" || c == cancelled || c == planned
	case nlp.RelNsubj:
		return happenings[f.lemma(v)] && f.lemma(v) != "go" && f.lemma(v) != "come"
	}
	return false
}

// suffered reports whether an event of a quotation has people on both sides, of whom the text
// may only describe some: "they arrested my brother", "we met the minister".
func (f *eventFinder) suffered(e *event) bool {
	if e.by != "predicate-verb/2" || !f.asserted(e.head) {
		return false
	}
	agent, patient := f.bystanders(e.head)
	return patient >= 0 && (agent >= 0 || f.passive(e.head))
}
