package extract

import (
	"slices"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// The statuses of an event, as a Document writes them.
const (
	occurred     = "occurred"
	ongoing      = "ongoing"
	planned      = "planned"
	proposed     = "proposed"
	denied       = "denied"
	hypothetical = "hypothetical"
	cancelled    = "cancelled"
)

// statusOf returns what the text says of whether an event happened, and whether a verb
// says it.
func (f *eventFinder) statusOf(p predicate) (string, bool) {
	if p.noun {
		return f.nounStatus(p)
	}
	s := f.verbStatus(p.head, 0)
	if happened(s) && p.Type == "CONSULT" && p.object >= 0 && f.classOf(p.head) == cancelled {
		return cancelled, true // "postponed the talks"
	}
	return s, true
}

// verbStatus reads tense, aspect, modals and negation of verb v, and then the verbs and
// conjunctions that govern it.
func (f *eventFinder) verbStatus(v, depth int) string {
	own := f.ownStatus(v)
	if own == planned && (f.feared(v) || f.conditional(v)) {
		return hypothetical
	}
	if own != "" && own != ongoing || depth > clauseDepth {
		return or(own, occurred)
	}
	above := f.statusAbove(v, depth)
	if own == ongoing && above == "" {
		return own
	}
	if above == "" || above == occurred {
		return or(own, occurred)
	}
	return above
}

func or(status, other string) string {
	if status != "" {
		return status
	}
	return other
}

// ownStatus is what the words of the verb itself say: "" if they leave it to what governs it.
func (f *eventFinder) ownStatus(v int) string {
	modal, negated, progressive, yet, be, being, still := "", false, false, false, false, false, false
	for _, k := range f.kids(v) {
		w := f.lower(int(k))
		switch f.relation(int(k)) {
		case nlp.RelAux, nlp.RelAuxPass, nlp.RelCop:
			if f.tag(int(k)) == nlp.TagMD {
				modal = w
			}
			if beForm(f.lemma(int(k))) {
				progressive = progressive || f.tag(v) == nlp.TagVBG
				being = being || w == "being"
				be = be || w != "be" && w != "being"
			}
		case nlp.RelMark, nlp.RelCase:
			negated = negated || w == "without"
		case nlp.RelAdvmod:
			negated = negated || negations[w] && f.lower(int(k)+1) != "only" || almost[w] && int(k) == v-1
			yet = yet || repeated[w] || w == "far" && f.lower(int(k)-1) == "so" || w == "since" && f.lower(int(k)-1) == "ever"
			still = still || w == "still"
		case nlp.RelNsubj, nlp.RelNsubjPass, nlp.RelObj:
			negated = negated || f.nobody(int(k))
		}
	}
	switch {
	case negated && modal != "" && !futures[modal] && modal != "would":
		return hypothetical
	case negated:
		return denied
	case futures[modal], modal == "would" && f.announced(v), f.isDue(v):
		return planned
	case modal != "":
		return hypothetical
	case be && f.markOf(v) == "to" && f.lemma(v) != "blame":
		return planned // "is to meet", "was to have met"
	case progressive, be && being, still && f.presentSimple(v), yet && f.kid(v, nlp.RelAux) >= 0, lexicon.Lasts(f.lemma(v)) && (f.presentSimple(v) || f.perfectSince(v)):
		return ongoing
	}
	return ""
}

// announced reports whether "would" of verb v is the future that somebody spoke of in the
// past, without a condition: "said it would withdraw".
func (f *eventFinder) announced(v int) bool {
	h := f.head(v)
	if f.relation(v) != nlp.RelCcomp || h < 0 || f.tag(h) != nlp.TagVBD || !announces[f.lemma(h)] {
		return false
	}
	return !f.conditional(v) && !conditions[f.markOf(v)]
}

// conditional reports whether what verb v tells of hangs on a condition: "will leave if".
func (f *eventFinder) conditional(v int) bool {
	return slices.ContainsFunc(f.kids(v), func(k int32) bool {
		m := f.kid(int(k), nlp.RelMark)
		return f.relation(int(k)).Base() == nlp.RelAdvcl && conditions[f.lower(m)] && f.lower(m) != "whether" && f.lower(m-1) != "even"
	})
}

// feared reports whether verb v tells what somebody threatens with, hopes for or thinks
// possible: "warned that it will leave", "fears that", "is unlikely that".
func (f *eventFinder) feared(v int) bool {
	h := f.head(v)
	if h < 0 {
		return false
	}
	lemma := f.lemma(h)
	switch f.relation(v).Base() {
	case nlp.RelCcomp:
		return (wishes[lemma] || threats[lemma]) && f.classOf(h) == hypothetical
	case nlp.RelCsubj, nlp.RelAcl:
		return !f.tag(h).IsVerb() && f.relation(v) != nlp.RelAclRelcl && lexicon.StatusOf(lemma) == hypothetical
	}
	return false
}

var threats = wordSet("warn threaten")

// almost are the adverbs before a verb by which it was not done: "nearly attacked".
var almost = wordSet("almost nearly")

// announces are the verbs by which one says what one will do.
var announces = wordSet("say announce confirm tell add declare state vow promise pledge write agree")

// presentSimple reports whether verb v stands in the present without an auxiliary. What
// lasts goes on then ("Chad occupies the town"); what is done at a stroke has happened,
// as in a headline ("Chad signs treaty").
func (f *eventFinder) presentSimple(v int) bool {
	t := f.tag(v)
	return (t == nlp.TagVBZ || t == nlp.TagVBP) && f.kid(v, nlp.RelAux, nlp.RelAuxPass) < 0 && f.subject(v) >= 0
}

// perfectSince reports whether verb v stands in the present perfect with when it began or
// how long it has lasted: "has occupied the town since 2022".
func (f *eventFinder) perfectSince(v int) bool {
	if a := f.kid(v, nlp.RelAux); a < 0 || f.tag(a) != nlp.TagVBZ && f.tag(a) != nlp.TagVBP {
		return false
	}
	for _, k := range f.kids(v) {
		if f.relation(int(k)).Base() != nlp.RelObl {
			continue
		}
		if c := f.caseOf(int(k)); (c == "since" || c == "for") && f.inDate(int(k)) {
			return true
		}
	}
	return false
}

var futures = wordSet("will 'll ’ll wo shall")

// repeated are the adverbs that make of a perfect what still goes on.
var repeated = wordSet("repeatedly consistently constantly long")

func beForm(lemma string) bool { return lemma == "be" || lemma == "'s" || lemma == "’s" }

// nobody reports whether a noun phrase says that there is none: "no one", "no deal".
func (f *eventFinder) nobody(i int) bool {
	w := f.lower(i)
	if w == "nobody" || w == "none" || w == "nothing" || w == "neither" {
		return true
	}
	d := f.kid(i, nlp.RelDet, nlp.RelCCPreconj)
	return d >= 0 && (f.lower(d) == "no" || f.lower(d) == "neither")
}

// statusAbove returns what governs verb v: a conjunction ("if"), a verb ("plans to"), a
// noun ("an attempt to"); "" if nothing does.
func (f *eventFinder) statusAbove(v, depth int) string {
	h := f.head(v)
	mark := f.markOf(v)
	if mark == "for" && f.infinite(v) {
		mark = "to" // "plans for Chad to attack"
	}
	if conditions[mark] {
		return hypothetical
	}
	if h < 0 {
		return ""
	}
	switch f.relation(v).Base() {
	case nlp.RelXcomp:
		return f.infinitive(v, h, mark, depth)
	case nlp.RelCcomp:
		return f.contentStatus(v, h, depth)
	case nlp.RelAcl:
		if f.relation(v) == nlp.RelAcl {
			return f.describing(v, h, mark, depth)
		}
	case nlp.RelAdvcl:
		return f.adverbial(v, h, mark, depth)
	case nlp.RelConj:
		if f.tag(v) == nlp.TagVB || f.tag(v) == nlp.TagVBG || f.kid(v, nlp.RelNsubj, nlp.RelAux) < 0 && f.tag(v) == f.tag(h) {
			return f.verbStatus(h, depth+1)
		}
	case nlp.RelCsubj, nlp.RelDep, nlp.RelObl, nlp.RelNmod:
		if mark == "to" {
			return hypothetical
		}
	}
	if mark == "to" && f.infinite(v) {
		return hypothetical
	}
	return ""
}

// infinite reports whether verb v is an infinitive, and not after "did".
func (f *eventFinder) infinite(v int) bool {
	return f.tag(v) == nlp.TagVB && f.lemma(f.kid(v, nlp.RelAux)) != "do"
}

var conditions = wordSet("if unless whether lest provided")

// infinitive is the status of what depends on verb h without a subject of its own. A noun
// just before its "to" may be what it truly depends on: "told Okoye of a plan to leave".
func (f *eventFinder) infinitive(v, h int, mark string, depth int) string {
	switch {
	case f.lemma(h) == "go" && f.tag(h) == nlp.TagVBG:
		return planned // "is going to meet"
	case mark == "to" && reported[f.lemma(h)] && f.lemma(f.kid(v, nlp.RelAux)) == "have":
		if s := f.verbStatus(h, depth+1); !happened(s) {
			return s
		}
		return occurred // "is said to have met"
	}
	if mark != "to" || f.classOf(h) != "" || factual[f.lemma(h)] {
		return f.governedBy(h, depth)
	}
	if k := f.kid(v, nlp.RelMark); f.tag(k - 1).IsNoun() {
		return f.purpose(k-1, depth)
	}
	if s := f.governedBy(h, depth); !happened(s) {
		return s
	}
	return hypothetical
}

// reported are verbs of what others say or think was done.
var reported = wordSet("say believe claim report think know allege understand suspect admit rumor rumour presume")

// factual are verbs whose infinitive has happened if they have.
var factual = wordSet("manage begin start help force lead compel come go get prove seem appear happen proceed move cause enable drive resume cease")

// governedBy is the status of what depends as an infinitive or gerund on word h: h's
// own class, unless h itself did not happen.
func (f *eventFinder) governedBy(h, depth int) string {
	own := f.verbStatus(h, depth+1)
	class := f.classOf(h)
	switch {
	case class == denied && own == denied && implicative[f.lemma(h)]:
		return occurred // "did not refuse to meet"
	case class == denied && own == denied:
		return hypothetical // "has not ruled out meeting"
	case class == ongoing && own == occurred:
		return ongoing
	case own == denied, own == cancelled:
		return denied
	case class == "" || class == ongoing:
		return own
	}
	return class
}

// implicative are the verbs of not doing that, denied, say that it was done.
var implicative = wordSet("refuse fail decline hesitate forget neglect")

// classOf returns what a governing word says of what depends on it, with its particle
// ("called off"); "have yet to" denies.
func (f *eventFinder) classOf(h int) string {
	lemma := f.lemma(h)
	if f.kid(h, nlp.RelAdvmod) == h+1 {
		if s := lexicon.StatusOf(lemma + " " + f.lower(h+1)); s != "" {
			return s // "stopped short"
		}
	}
	if lemma == "way" && f.lower(h-1) == "under" {
		return ongoing
	}
	if k := f.kid(h, nlp.RelCompoundPrt); k >= 0 {
		if s := lexicon.StatusOf(lemma + " " + f.lower(k)); s != "" {
			return s
		}
	}
	if lemma == "have" || lemma == "be" {
		for _, k := range f.kids(h) {
			if f.lower(int(k)) == "yet" {
				return denied
			}
		}
		if lemma == "be" {
			return planned // "is to meet"
		}
		return hypothetical // "have to meet"
	}
	if lemma == "remain" {
		return ""
	}
	return lexicon.StatusOf(lemma)
}

// contentStatus is the status of a clause that is what verb h says, wants or fears: a
// saying leaves it to the clause, "demanded that" does not.
func (f *eventFinder) contentStatus(v, h, depth int) string {
	switch c := f.classOf(h); c {
	case proposed, denied:
		if f.infinite(v) || f.kid(v, nlp.RelAux) < 0 && f.tag(v) != nlp.TagVBD || c == denied {
			return c
		}
	case hypothetical, planned:
		if f.markOf(v) == "to" || f.infinite(v) || h != -1 && wishes[f.lemma(h)] {
			return c
		}
	}
	if f.markOf(v) == "to" {
		return f.governedBy(h, depth)
	}
	return ""
}

// wishes are verbs whose clause has not happened, whatever its tense.
var wishes = wordSet("hope wish want expect fear suggest propose imagine suppose demand insist think believe doubt speculate")

// describing is the status of a clause that describes noun h: "a plan to attack", "on the
// verge of attacking", "fears that Chad attacked", "dismissed reports that Chad attacked".
func (f *eventFinder) describing(v, h int, mark string, depth int) string {
	class := lexicon.StatusOf(f.lemma(h))
	switch {
	case mark == "to", f.tag(v) == nlp.TagVBG && mark == "of" && class != "":
		return f.purpose(h, depth)
	case mark != "that":
		return ""
	case slices.ContainsFunc(f.kids(h), func(k int32) bool { return falsehoods[f.lower(int(k))] }):
		return denied
	case class == hypothetical || class == proposed:
		return class
	}
	if g := f.head(h); g >= 0 && f.relation(h) == nlp.RelObj && f.classOf(g) == denied && f.verbStatus(g, depth+1) != denied {
		return denied
	}
	return ""
}

// falsehoods are the adjectives of what is said and is not so: "the false claim that".
var falsehoods = wordSet("false baseless unfounded debunked groundless untrue fabricated")

// purpose is the status of an infinitive that describes noun h, "a plan to attack",
// unless there is none or a verb calls it off: "has no plans to attack", "scrapped a plan".
func (f *eventFinder) purpose(h, depth int) string {
	if f.nobody(h) {
		return denied
	}
	if f.foremost(h) && depth < clauseDepth { // "the first state to attack": it did
		v := f.head(h)
		if f.isVerb(h) { // "was the first to attack"
			v = h
		}
		if v >= 0 && f.isVerb(v) {
			if s := f.verbStatus(v, depth+1); !happened(s) {
				return s
			}
		}
		return occurred
	}
	if v := f.head(h); v >= 0 && f.isVerb(v) && depth < clauseDepth {
		switch rel := f.relation(h); {
		case rel == nlp.RelObj || rel == nlp.RelNsubjPass:
			class, status := f.classOf(v), f.verbStatus(v, depth+1)
			if status == denied && class != denied {
				return denied
			}
			if status != denied && (class == denied || class == cancelled) {
				return class
			}
		}
	}
	if s := lexicon.StatusOf(f.lemma(h)); s != "" {
		return s
	}
	if f.relation(h) == nlp.RelRoot && f.mentionAt(h) != nil {
		return planned // a headline: "Chad to attack Niger"
	}
	return hypothetical
}

// foremost reports whether a noun, or what stands for one, is the first, last or only one.
func (f *eventFinder) foremost(n int) bool {
	return ranks[f.lower(n)] || slices.ContainsFunc(f.kids(n), func(k int32) bool { return f.relation(int(k)) == nlp.RelAmod && ranks[f.lower(int(k))] })
}

var ranks = wordSet("first second third last only latest youngest oldest")

// adverbial is the status of a clause beside verb h: "to press Chad" has not happened;
// "after meeting Okoye" has, if h has.
func (f *eventFinder) adverbial(v, h int, mark string, depth int) string {
	switch {
	case mark == "to" && causes[f.lemma(h)]:
		return f.verbStatus(h, depth+1)
	case mark == "to" || f.infinite(v):
		if c := f.classOf(h); c != "" {
			return c
		}
		return hypothetical
	case mark == "before" || mark == "until":
		if f.past(v) {
			return "" // "left before Chad attacked"
		}
		if s := f.verbStatus(h, depth+1); f.tag(v) == nlp.TagVBG || !happened(s) {
			return s
		}
		return hypothetical // "stays until Chad attacks"
	case f.beginsSince(v):
		return ongoing
	case f.tag(v) == nlp.TagVBG && mark == "against":
		return hypothetical // "warned against attacking"
	case f.tag(v) == nlp.TagVBG && f.classOf(h) == denied:
		return f.governedBy(h, depth) // "refrained from attacking"
	case f.tag(v) == nlp.TagVBG && (mark == "of" || mark == "about" || mark == "on" || mark == "for" && f.classOf(h) == proposed) && f.classOf(h) != "":
		return f.governedBy(h, depth) // "called for sending troops"
	case f.tag(v) == nlp.TagVBG:
		return f.verbStatus(h, depth+1)
	case f.presentSimple(v) && (f.headed(v, "when") || f.headed(v, "once") || f.headed(v, "as") || f.headed(v, "after")):
		if s := f.verbStatus(h, depth+1); !happened(s) {
			return s // "will send troops when Chad attacks"
		}
	}
	return ""
}

// beginsSince reports whether verb v tells from when on something has gone on: "since
// beginning talks".
func (f *eventFinder) beginsSince(v int) bool {
	return f.tag(v) == nlp.TagVBG && f.markOf(v) == "since" && (f.lemma(v) == "begin" || f.lemma(v) == "start")
}

// past reports whether verb v, or an auxiliary of it, has the form of the past.
func (f *eventFinder) past(v int) bool {
	return f.tag(v) == nlp.TagVBD || slices.ContainsFunc(f.kids(v), func(k int32) bool {
		rel := f.relation(int(k))
		return (rel == nlp.RelAux || rel == nlp.RelAuxPass) && f.tag(int(k)) == nlp.TagVBD
	})
}

// headed reports whether a word opens the clause of verb v, as a conjunction or an adverb.
func (f *eventFinder) headed(v int, word string) bool {
	k := f.kid(v, nlp.RelMark, nlp.RelAdvmod)
	return k >= 0 && f.lower(k) == word
}

// nounStatus is the status of an event noun: by what describes it, by the verb that it
// is object or subject of, by its preposition, by whether it is known to the reader.
func (f *eventFinder) nounStatus(p predicate) (string, bool) {
	n := p.head
	s, sure := f.nounGovernor(p)
	if s == cancelled || s == denied && sure {
		return s, true
	}
	if f.goesOn(p) {
		return ongoing, true
	}
	if a := f.adjective(n); a != "" {
		return a, true
	}
	if s != "" {
		return s, sure
	}
	if p.Mode == "war" {
		return ongoing, false
	}
	if existing := p.Type == "AGREE" && f.tag(n) == nlp.TagNNS; f.indefinite(n) && p.Symm && !f.occasion(n) && !existing {
		return hypothetical, false
	}
	return occurred, false
}

// goesOn reports whether the text says that what a noun tells of has come into some day or
// year of its own, is in force, or, of a truce, holds: "the siege, now in its third week".
func (f *eventFinder) goesOn(p predicate) bool {
	n, h := p.head, f.head(p.head)
	for _, k := range f.kids(n) {
		if rel := f.relation(int(k)); rel.Base() == nlp.RelNmod && rel != nlp.RelNmodPoss && f.ownAge(int(k)) {
			return true
		}
	}
	if h < 0 || f.relation(n) != nlp.RelNsubj {
		return false
	}
	if seems[f.lemma(h)] {
		if x := f.kid(h, nlp.RelXcomp); x >= 0 {
			h = x
		}
	}
	switch lemma := f.lemma(h); {
	case lemma == "enter":
		return f.ownAge(f.kid(h, nlp.RelObj))
	case lemma == "hold":
		return p.Mode == "ceasefire" && happened(f.verbStatus(h, 0))
	case f.kid(h, nlp.RelCop) >= 0 && f.caseOf(h) == "in":
		c := f.tag(f.kid(h, nlp.RelCop))
		return (c == nlp.TagVBZ || c == nlp.TagVBP) && (f.ownAge(h) || inForce[lemma])
	}
	return false
}

// ownAge reports whether a phrase counts the days or years of what the text speaks of:
// "its third week".
func (f *eventFinder) ownAge(i int) bool {
	d, ok := f.dateAt(i)
	return ok && d.Kind == nlp.Duration && (f.lower(d.Start) == "its" || f.lower(d.Start) == "their")
}

var seems = wordSet("seem appear")

// inForce are nouns that after "in" say of their subject that it goes on.
var inForce = wordSet("force place effect progress")

// adjective returns what an adjective or a determiner says: "a possible meeting", "no talks".
func (f *eventFinder) adjective(n int) string {
	if f.nobody(n) {
		return denied
	}
	for _, k := range f.kids(n) {
		if rel := f.relation(int(k)); rel != nlp.RelAmod && rel != nlp.RelCompound {
			continue
		}
		if bygone[f.lower(int(k))] {
			return occurred
		}
		for _, w := range []string{f.lower(int(k)), f.lemma(int(k))} {
			if s := lexicon.StatusOf(w); s != "" && adjectival[s] && w != "last" && w != "set" && w != "open" {
				return s
			}
		}
	}
	return ""
}

// bygone are adjectives of what has happened: "recent talks".
var bygone = wordSet("recent previous earlier past prior latest last failed")

var adjectival = map[string]bool{planned: true, proposed: true, hypothetical: true, ongoing: true, cancelled: true}

// nounGovernor reads the verb or noun above an event noun: "will hold talks", "the
// meeting was called off", "a proposal for talks".
func (f *eventFinder) nounGovernor(p predicate) (string, bool) {
	n := p.head
	h := f.head(n)
	if h < 0 {
		return "", false
	}
	rel := f.relation(n).Base()
	if rel == nlp.RelConj {
		n, h = h, f.head(h)
		if h < 0 {
			return "", false
		}
		rel = f.relation(n).Base()
	}
	if !f.isVerb(h) {
		return f.underNoun(p, n, h)
	}
	switch rel {
	case nlp.RelObj, nlp.RelNsubj:
		return f.underVerb(p, n, h)
	case nlp.RelObl:
		return f.beside(p, n, h)
	case nlp.RelCcomp: // a verb taken for a noun
		return f.contentStatus(n, h, 0), true
	}
	return "", false
}

// underVerb is the status of an event noun that is the object or the subject of verb h.
func (f *eventFinder) underVerb(p predicate, n, h int) (string, bool) {
	status, class := f.verbStatus(h, 0), f.nounClass(n, h)
	if f.isState(p) && (status != denied || class != "") {
		return ongoing, false
	}
	for _, k := range f.kids(h) { // "a meeting was arranged, but Chad called it off"
		if o := f.kid(int(k), nlp.RelObj); f.relation(int(k)) == nlp.RelConj && f.classOf(int(k)) == cancelled && o >= 0 && (f.lower(o) == "it" || f.lower(o) == "them") {
			return cancelled, true
		}
	}
	happens := f.relation(n).Base() == nlp.RelObj || f.relation(n) == nlp.RelNsubjPass || happenings[f.lemma(h)]
	switch {
	case f.lemma(h) == "follow" && f.relation(n).Base() == nlp.RelObj:
		return occurred, true
	case status == denied && class == denied:
		return "", false
	case class == cancelled && status != denied:
		return cancelled, true
	case (class == ongoing || f.lemma(h) == "remain") && (happens || f.relation(n) == nlp.RelNsubj):
		if status == occurred {
			return ongoing, true
		}
		return status, true
	case opposes[f.lemma(h)] && (p.Type == "ASSAULT" || p.Type == "ACCUSE") && happens:
		return "", false // "opposed the invasion", which there was
	case class != "" && (f.relation(n).Base() == nlp.RelObj || f.relation(n) == nlp.RelNsubjPass):
		return class, true
	case f.relation(n).Base() == nlp.RelNsubj && f.relation(n) != nlp.RelNsubjPass && !happens:
		if !happened(status) && f.indefinite(n) {
			return hypothetical, false
		}
		return "", false
	case happens && (lexicon.IsLight(f.lemma(h)) || happenings[f.lemma(h)]) && !(status == ongoing && f.presentSimple(h)):
		return status, true
	case p.Mode == "war" && f.indefinite(n) && !happened(status):
		return status, false // "did not want to see a civil war"
	case status == occurred || status == ongoing || status == denied, p.Type != "CONSULT" && !f.indefinite(n):
		return "", false // "would praise the agreement", which is there
	}
	return status, false
}

// nounClass returns what a verb says of an event noun that is its subject or object: that
// of "have" and "be" is of infinitives only, and what talks "were aimed at" says nothing
// of them.
func (f *eventFinder) nounClass(n, h int) string {
	switch lemma := f.lemma(h); {
	case lemma == "have" || lemma == "be", aims[lemma] && f.relation(n).Base() == nlp.RelNsubj:
		return ""
	}
	return f.classOf(h)
}

// opposes are verbs of not doing that, before a deed of others, only say what one thinks of it.
var opposes = wordSet("oppose reject dismiss resist")

// aims are verbs whose subject is there, and only what for is to come.
var aims = wordSet("aim mean intend design prepare")

// happenings are verbs whose subject is what happens.
var happenings = wordSet("occur happen take begin start end continue resume last follow come conclude break erupt proceed go open")

// isState reports whether an event is one that lasts over what is said of it: the war
// that somebody wants to end goes on, a war that somebody fears does not.
func (f *eventFinder) isState(p predicate) bool {
	if p.Mode != "war" {
		return false
	}
	d := f.lower(f.kid(p.head, nlp.RelDet))
	return !f.indefinite(p.head) || f.caseOf(p.head) == "at" || d != "a" && d != "any" && d != "another" && f.kid(p.head, nlp.RelCompound, nlp.RelAmod) >= 0
}

// underNoun is the status of an event noun that depends on another noun: "plans for
// talks", "the possibility of a meeting", "during the visit".
func (f *eventFinder) underNoun(p predicate, n, h int) (string, bool) {
	if f.isState(p) {
		return ongoing, false
	}
	switch f.lemma(h) {
	case "event", "case":
		if f.caseOf(h) == "in" {
			return hypothetical, true // "in the event of an attack"
		}
	case "ahead":
		return planned, true
	}
	if s := lexicon.StatusOf(f.lemma(h)); s != "" && s != ongoing {
		if s == denied {
			return denied, true
		}
		return s, true
	}
	return f.timed(f.caseOf(n))
}

// beside is the status of an event noun after a preposition beside verb h: "after the
// talks" has happened, "ahead of the talks" not yet.
func (f *eventFinder) beside(p predicate, n, h int) (string, bool) {
	if f.isState(p) {
		return ongoing, false
	}
	c := f.caseOf(n)
	if k := f.kid(n, nlp.RelCase); f.lower(k) == "in" && f.lower(k+1) == "case" {
		return hypothetical, true
	}
	status := f.verbStatus(h, 0)
	if s, ok := f.timed(c); s != "" {
		if s == occurred && status == planned || c == "before" && status == occurred && !f.indefinite(n) {
			return "", false
		}
		return s, ok
	}
	if class := f.nounClass(n, h); class != "" && class != denied && n > h && (c == "for" || c == "to" || c == "on" || c == "about") {
		return class, true
	}
	if status != occurred && status != ongoing && f.indefinite(n) {
		return status, false
	}
	if c == "in" || c == "during" || c == "at" {
		return status, false
	}
	return "", false
}

// timed is the status that a preposition of time gives: "" if it gives none.
func (f *eventFinder) timed(prep string) (string, bool) {
	switch prep {
	case "after", "since", "following", "during":
		return occurred, true
	case "before", "ahead", "until":
		return planned, false
	case "amid", "amidst":
		return ongoing, true
	case "without":
		return denied, false
	}
	return "", false
}

// indefinite reports whether a noun is new to the reader: "a meeting", "talks".
func (f *eventFinder) indefinite(n int) bool {
	for _, k := range f.kids(n) {
		switch f.relation(int(k)) {
		case nlp.RelDet:
			w := f.lower(int(k))
			return w == "a" || w == "an" || w == "any" || w == "some" || w == "another"
		case nlp.RelNmodPoss:
			return false
		}
	}
	return true
}
