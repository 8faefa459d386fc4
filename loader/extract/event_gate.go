package extract

import (
	_ "embed"
	"fmt"
	"math"
	"sync"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// eventFile is made by internal/train; docs/models.md says from what.
//
//go:embed models/events.bin
var eventFile []byte

// A gate says whether a predicate with its sides tells of an event that an annotator
// would list: a happening in particular, of the type of its frame, and not a figure of
// speech, a habit or another word for an event told of beside it. It sees words by lemma
// and cluster, names only by what they name, and the structure of the sentence.
type gate struct {
	words  *nlp.Words
	ranker ranker
}

var trainedGate = sync.OnceValues(func() (*gate, error) {
	words, err := nlp.LoadWords()
	if err != nil {
		return nil, err
	}
	r, err := nlp.ReadRankers(eventFile, 1)
	if err != nil {
		return nil, fmt.Errorf("embedded model of events: %w", err)
	}
	return &gate{words, r[0]}, nil
})

// A judge says whether a predicate with its sides tells of an event.
type judge func(f *eventFinder, e *event, p predicate, s nlp.Span) bool

// eventLeast is the least score of an event: more likely one than not.
const eventLeast = 0

// passes reports whether a predicate tells of an event, and notes how sure that is.
func (g *gate) passes(f *eventFinder, e *event, p predicate, s nlp.Span) bool {
	g.describe(f, e, p, s)
	score := g.ranker.Score(f.features.list)
	e.confidence = 1 / (1 + math.Exp(-float64(score)/nlp.LogisticScale))
	return score > eventLeast
}

// eventThing goes on the things that have features.
const eventThing = extentThing + 1

// Classes of what stands on one side of a predicate.
const (
	sideNone = iota
	sidePerson
	sideCountry
	sideGovernment
	sideBody
	sidePlace
	sideActor // a noun of those that act for a state or a body: "troops"
	sidePeople
	sideBusiness
	sideWeapon
	sideEvent
	sideThing
	sideProper
	sideClause
	sidePronoun // and on
)

// sideClass returns the class of the phrase with head i.
func (f *eventFinder) sideClass(i int) uint64 {
	if i < 0 {
		return sideNone
	}
	if m := f.mentionAt(i); m != nil {
		switch {
		case m.typ == person:
			return sidePerson
		case m.typ == country:
			return sideCountry
		case m.typ == place:
			return sidePlace
		case m.entity != nil && m.entity.sort == "government":
			return sideGovernment
		}
		return sideBody
	}
	w := f.lemma(i)
	switch tag := f.tag(i); {
	case tag == nlp.TagPRP || tag == nlp.TagPRPS || relativePronouns[f.lower(i)]:
		return sidePronoun + nlp.HashWord(f.lower(i))%1000
	case tag.IsVerb():
		return sideClause
	case lexicon.IsActor(w):
		return sideActor
	case businesses[w]:
		return sideBusiness
	case f.human(i):
		return sidePeople
	case lexicon.InSet("strike", w):
		return sideWeapon
	case len(lexicon.NounFrames(w)) > 0:
		return sideEvent
	case tag == nlp.TagNNP || tag == nlp.TagNNPS:
		return sideProper
	}
	return sideThing
}

// sideOf returns the class of the first of those on whom an event falls, or of the others who
// take part, and how many they are; up to three are told apart.
func (e *event) sideOf(recipient bool) uint64 {
	var class, n uint64
	for _, p := range e.parts {
		if (p.role == "recipient") != recipient {
			continue
		}
		if n++; n > 1 {
			continue
		}
		switch {
		case p.entity.typ == person:
			class = sidePerson
		case p.entity.typ == country:
			class = sideCountry
		case p.entity.sort == "government":
			class = sideGovernment
		default:
			class = sideBody
		}
	}
	return class + min(n, 3)<<4
}

// describe collects the features of a predicate with its sides.
func (g *gate) describe(f *eventFinder, e *event, p predicate, s nlp.Span) {
	words, x := g.words, &f.features
	x.start(eventThing)
	i := p.head
	tok := &f.Tokens[i]
	lemma := nlp.HashWord(tok.Lemma)
	fine, coarse := words.Clusters(tok.Lemma)
	frame := nlp.HashWord(e.frame.Mode)<<1 | bit(p.noun)
	trigger := lemma
	for _, w := range p.Words[min(1, len(p.Words)):] {
		trigger = trigger*31 + nlp.HashWord(w)
	}
	trigger = trigger*31 + nlp.HashWord(p.Set)
	typ := nlp.HashWord(e.frame.Type)<<1 | bit(p.noun)

	agent, patient := -1, -1
	if p.noun {
		agent = f.kid(i, nlp.RelNmodPoss, nlp.RelAmod, nlp.RelCompound, nlp.RelNmodDesc)
		patient = f.kid(i, nlp.RelNmod)
	} else {
		agent = f.subject(i)
		if f.passive(i) {
			agent = -1
			for _, k := range f.kids(i) {
				if f.caseOf(int(k)) == "by" {
					agent = int(k)
				}
			}
		}
		if o := f.objects(i); len(o) > 0 {
			patient = o[0]
		}
	}
	head := f.head(i)
	a, o := f.sideClass(agent), f.sideClass(patient)
	actors, recipients := e.sideOf(false), e.sideOf(true)
	rel := uint64(tok.Rel)
	status := nlp.HashWord(e.status)
	dated := bit(e.date != nil)
	placed := bit(len(e.places) > 0)
	quote := bit(f.inQuote[i])<<1 | bit(f.woven[i])
	headline := bit(f.headline(s))
	asserted := uint64(0)
	if !p.noun {
		asserted = bit(f.asserted(i)) | bit(f.passive(i))<<1
	} else if d := f.kid(i, nlp.RelDet); d >= 0 {
		asserted = nlp.HashWord(f.lower(d))
	}
	hasComp := bit(f.kid(i, nlp.RelCcomp) >= 0) | bit(f.kid(i, nlp.RelXcomp) >= 0)<<1 | bit(f.kid(i, nlp.RelObj) >= 0)<<2 | bit(f.kid(i, nlp.RelObl) >= 0)<<3 | bit(f.kid(i, nlp.RelAux) >= 0)<<4
	agentWord, patientWord, headWord := f.gateWord(words, agent), f.gateWord(words, patient), f.gateWord(words, head)
	for n, v := range [...]uint64{0, typ, frame, trigger, lemma, fine + 1<<20, coarse + 1<<30} {
		v += uint64(n) << 50
		x.add(v, 0)
		x.each(1, v, rel)
		x.each(2, v, actors<<8|recipients)
		x.each(3, v, actors)
		x.each(4, v, recipients)
		x.each(5, v, a)
		x.each(6, v, o)
		x.each(7, v, a<<20|o)
		x.each(9, v, status)
		x.each(10, v, asserted)
		x.each(11, v, dated<<1|placed)
		x.each(12, v, quote)
		x.each(13, v, headline)
		x.each(14, v, headWord.lemma)
		x.each(15, v, hasComp)
		x.each(16, v, uint64(tok.XPOS))
		x.each(17, v, uint64(min(len(e.parts), 3)))
		x.each(18, v, bit(e.people)<<2|bit(e.doers != "")<<1|bit(e.others != ""))
		if patient >= 0 {
			x.each(20, v, patientWord.lemma)
			x.each(21, v, patientWord.fine)
			x.each(22, v, patientWord.coarse)
		}
		if agent >= 0 && f.mentionAt(agent) == nil {
			x.each(23, v, agentWord.lemma)
			x.each(24, v, agentWord.fine)
			x.each(25, v, agentWord.coarse)
		}
		for _, k := range f.kids(i) {
			switch f.relation(int(k)) {
			case nlp.RelAux, nlp.RelAdvmod, nlp.RelMark, nlp.RelCase, nlp.RelCompoundPrt, nlp.RelDet, nlp.RelCop:
				x.each(26, v, nlp.HashWord(f.lower(int(k))))
			case nlp.RelObl, nlp.RelNmod:
				x.each(27, v, nlp.HashWord(f.caseOf(int(k))))
				x.each(28, v, nlp.HashWord(f.caseOf(int(k)))+f.sideClass(int(k)))
			case nlp.RelAmod, nlp.RelCompound:
				x.each(29, v, nlp.HashWord(f.lemma(int(k))))
			case nlp.RelConj:
				x.each(30, v, 0)
			}
		}
		if head >= 0 {
			x.each(31, v, headWord.fine)
			x.each(32, v, headWord.coarse)
			x.each(33, v, bit(len(lexicon.Verbs(f.lemma(head))) > 0)|rel<<1)
		}
	}
	n := f.SentenceOf(i)
	same := f.sinceTold(typ>>1<<1, n)
	again := f.sinceTold(lemma, n)
	var people, countries, bodies, places uint64
	for k := s.Start; k < s.End; k++ {
		if m := f.mentionAt(k); m != nil {
			if m.span.Start != k {
				continue
			}
			switch m.typ {
			case person:
				people++
			case country:
				countries++
			case organization:
				bodies++
			default:
				places++
			}
			continue
		}
		if k == i || !f.tag(k).IsNoun() && !f.tag(k).IsVerb() && f.tag(k) != nlp.TagJJ {
			continue
		}
		kf, kc := words.Clusters(f.lemma(k))
		w := nlp.HashWord(f.lemma(k))
		for m, v := range [...]uint64{0, typ, frame} {
			v += uint64(m) << 50
			x.each(40, v, kf)
			x.each(41, v, kc)
			x.each(42, v, w)
		}
	}
	grand := -1
	if head >= 0 {
		grand = f.head(head)
	}
	for m, v := range [...]uint64{0, typ, frame, lemma} {
		v += uint64(m) << 50
		x.each(43, v, same)
		x.each(44, v, again)
		x.each(46, v, min(people, 3))
		x.each(47, v, min(countries, 3))
		x.each(48, v, min(bodies, 3))
		x.each(49, v, min(places, 3))
		x.each(50, v, uint64(min(n, 6)))
		x.each(51, v, f.generic(agent)<<4|f.generic(patient))
		x.each(52, v, nlp.HashWord(f.lemma(grand)))
		x.each(53, v, uint64(f.Tokens[max(head, 0)].XPOS))
		x.each(54, v, uint64(f.Tokens[max(head, 0)].Rel))
	}
	f.tellings = append(f.tellings, telling{typ >> 1 << 1, n}, telling{lemma, n})
	x.add(actors<<8|recipients, a<<20|o)
	x.add(uint64(len(p.Words)), bit(p.Set != ""))
}

// A gateWord is what the gate sees of a word beside the predicate.
type gateWord struct{ lemma, fine, coarse uint64 }

func (f *eventFinder) gateWord(words *nlp.Words, i int) gateWord {
	fine, coarse := words.Clusters(f.lemma(i))
	return gateWord{nlp.HashWord(f.lemma(i)), fine, coarse}
}

// A telling is a predicate read before: its type and lemma, and its sentence.
type telling struct {
	what     uint64
	sentence int
}

// tellingReach is how many tellings back is looked.
const tellingReach = 60

// sinceTold says how many sentences ago a predicate of the same sort was read, in steps.
func (f *eventFinder) sinceTold(what uint64, n int) uint64 {
	for k := len(f.tellings) - 1; k >= max(0, len(f.tellings)-tellingReach); k-- {
		if f.tellings[k].what != what {
			continue
		}
		switch d := n - f.tellings[k].sentence; {
		case d <= 1:
			return uint64(max(d, 0))
		case d <= 3:
			return 2
		case d <= 8:
			return 3
		}
		return 4
	}
	return 5
}

// generic says how definite a phrase is: nobody, a name, a bare plural, a bare singular, with an
// article or a number.
func (f *eventFinder) generic(i int) uint64 {
	if i < 0 {
		return 0
	}
	if f.mentionAt(i) != nil {
		return 1
	}
	if f.kid(i, nlp.RelNummod) >= 0 {
		return 2
	}
	if d := f.kid(i, nlp.RelDet); d >= 0 {
		switch f.lower(d) {
		case "the", "this", "that", "these", "those":
			return 3
		case "a", "an":
			return 4
		}
		return 5
	}
	if f.kid(i, nlp.RelNmodPoss) >= 0 {
		return 6
	}
	if f.tag(i) == nlp.TagNNS {
		return 7
	}
	return 8
}
