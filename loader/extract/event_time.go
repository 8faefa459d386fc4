package extract

import (
	"slices"
	"time"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// dateOf returns the date of a predicate: one that hangs on its own words or clause;
// else the only one of the sentence that hangs on a verb which only arranges the event
// ("is expected on Monday to meet").
func (f *eventFinder) dateOf(p predicate, s nlp.Span) *nlp.Date {
	best, least := -1, 1<<30
	for i, d := range f.datesIn(s) {
		if inName := f.mentionAt(d.Start) != nil && !weekdays[f.lower(d.Start)]; d.Kind != nlp.CalendarDate || inName || f.besideSpeech(d) || f.lower(d.Start-1) == "since" && f.lower(d.Start-2) == "time" {
			continue // "the first time since May"
		}
		if steps, ok := f.dateSteps(d, p); ok && steps < least {
			best, least = i, steps
		}
	}
	if best < 0 {
		return f.distantDate(p, s)
	}
	return &f.Dates[best]
}

// distantDate returns the date of a predicate that the text puts some days or years after
// or before something else: "on Wednesday, a day after Chad attacked", "left a day after
// Chad attacked on Tuesday".
func (f *eventFinder) distantDate(p predicate, s nlp.Span) *nlp.Date {
	for _, d := range f.datesIn(s) {
		n := d.Count
		if f.lower(d.End) == "before" {
			n = -n
		} else if f.lower(d.End) != "after" {
			continue
		}
		main, other := f.comparedAt(d.End)
		if d.Kind != nlp.Duration || n == 0 || other < 0 || roughly[f.lower(d.Start-1)] {
			continue
		}
		var base *nlp.Date
		switch {
		case f.tellsOf(p, other):
			n = -n
			if base = f.dateBeside(main, s, nlp.Span{Start: d.Start, End: f.below[other].End}); base == nil {
				base = f.dateBefore(main, s)
			}
		case f.tellsOf(p, main):
			base = f.dateBeside(other, nlp.Span{Start: d.End, End: s.End}, nlp.Span{})
		}
		if base == nil {
			continue
		}
		date := nlp.Date{Span: nlp.Span{Start: d.Start, End: d.End + 1}, Kind: nlp.CalendarDate, Precision: d.Precision}
		if date.From, date.To = nlp.Shifted(base.From, base.To, n, d.Precision); date.From != "" {
			return &date
		}
	}
	return nil
}

// roughly are the words before a length of time that is not exact.
var roughly = wordSet("about almost around barely nearly over roughly some than")

// comparedAt returns the heads of the clause and of what an "after" or a "before" puts it
// behind or ahead of; -1 if there is none.
func (f *eventFinder) comparedAt(i int) (main, other int) {
	if other = f.head(i); other < 0 {
		return -1, -1
	}
	if h := f.head(other); h >= 0 && f.relation(other).Base() == nlp.RelNsubj {
		other = h // the parser took the conjunction for a preposition
	}
	if main = f.head(other); main < 0 || !f.isVerb(main) {
		return -1, -1
	}
	for _, k := range f.kids(main) { // its subject taken for what "after" leads to
		if v := int(k); v > other && f.relation(v) == nlp.RelAdvcl && f.tag(v) == nlp.TagVBD && f.subject(v) < 0 && f.kid(v, nlp.RelMark) < 0 {
			return main, v
		}
	}
	return main, other
}

// tellsOf reports whether a predicate is what a clause or a phrase tells of.
func (f *eventFinder) tellsOf(p predicate, head int) bool {
	return p.head == head || p.noun && f.head(p.head) == head && f.isVerb(head) && f.relation(p.head).Base() == nlp.RelNsubj
}

// dateBeside returns the date of a verb's clause or of a noun among the words of a span
// but those of another.
func (f *eventFinder) dateBeside(head int, in, but nlp.Span) *nlp.Date {
	for i, d := range f.datesIn(in) {
		if d.Kind == nlp.CalendarDate && (d.Start < but.Start || d.Start >= but.End) && f.clauseOf(f.topOf(d.Span), predicate{head: head, object: -1}) == head {
			return &f.Dates[i]
		}
	}
	return nil
}

// dateBefore returns the last day near the day of publication that the sentences before s
// name, if the clause of verb v takes up what they told: "The announcement came".
func (f *eventFinder) dateBefore(v int, s nlp.Span) *nlp.Date {
	subject := f.subject(v)
	if f.relation(v) != nlp.RelRoot || f.tag(v) != nlp.TagVBD || subject < 0 || !f.definite(subject) || len(f.Published) < len(time.DateOnly) {
		return nil
	}
	pub := f.Published[:10]
	earliest, _ := nlp.Shifted(pub, pub, -7, "day")
	for _, d := range slices.Backward(f.Dates) {
		if d.Start < s.Start && d.Kind == nlp.CalendarDate && d.Precision == "day" && d.From == d.To && d.From >= earliest && d.From <= pub {
			return &d
		}
	}
	return nil
}

// dateSteps returns how far a date is from a predicate: 0 on its own words, 1 on the
// verb above them, more on a clause of the sentence that is of the same time; false if it
// belongs to something else.
func (f *eventFinder) dateSteps(d nlp.Date, p predicate) (int, bool) {
	owner := f.clauseOf(f.topOf(d.Span), p)
	switch {
	case owner < 0:
		return 0, false
	case owner == p.head && f.ofWhatIsAsked(d, p):
		return 0, false
	case owner == p.head || owner == p.object, !p.noun && f.timeOfClause(d, p.head), f.arrangedAs(owner, p):
		return 0, true
	case !p.noun && f.sharesEnd(owner, p.head, d):
		return 1, true
	}
	own := p.head
	if p.noun {
		v := f.head(p.head)
		if f.occasion(p.head) {
			v = f.verbOver(p.head)
		}
		if v < 0 || !f.isVerb(v) || !f.nounOfTime(p.head, v, d) {
			return 0, false
		}
		if own = v; owner == v && (f.occasion(p.head) || !reportsContent(f.lemma(v))) {
			return 1, true
		}
	}
	for steps := 2; steps < 2*clauseDepth; steps++ {
		h := f.head(own)
		if h < 0 || !f.sameTime(own, h, d) {
			return 0, false
		}
		if own = h; own == owner {
			return steps, true
		}
	}
	return 0, false
}

// arrangedAs reports whether a participle says of an event noun for when it is arranged,
// or how it was done: "a visit planned for June", "a deal signed in May".
func (f *eventFinder) arrangedAs(v int, p predicate) bool {
	h, class := f.head(v), f.classOf(v)
	return f.relation(v) == nlp.RelAcl && f.tag(v) == nlp.TagVBN && (p.noun && h == p.head || h >= 0 && h == p.object) &&
		(class == planned || class == "" && lexicon.IsLight(f.lemma(v)))
}

// timeOfClause reports whether a date is that of the clause of verb v right behind it:
// "since 2028, when Chad expelled the envoy"; "in 2029, after Chad agreed".
func (f *eventFinder) timeOfClause(d nlp.Date, v int) bool {
	i := d.End
	if f.word(i) == "," {
		i++
	}
	switch f.lower(i) {
	case "when":
	case "after", "as":
		if s := f.Sentences[max(0, f.SentenceOf(d.Start))]; d.Start > s.Start+2 {
			return false
		}
	default:
		return false
	}
	rel := f.relation(v).Base()
	return (rel == nlp.RelAdvcl || rel == nlp.RelAcl) && i < v && f.head(i) == v
}

// ofWhatIsAsked reports whether a date beside a verb that asks for something is of what
// is asked for: it stands behind an event noun ("called for talks on Sunday"), or is yet
// to come ("demanded an answer next week").
func (f *eventFinder) ofWhatIsAsked(d nlp.Date, p predicate) bool {
	if p.noun || p.Type != "REQUEST" || d.Start < p.head {
		return false
	}
	return d.From > f.Published && f.Published != "" || f.asksFor(p.head, d.Start) >= 0
}

// asksFor returns the event noun between verb v and a token that the verb asks for; -1
// if there is none.
func (f *eventFinder) asksFor(v, before int) int {
	for _, k := range f.kids(v) {
		rel := f.relation(int(k)).Base()
		if int(k) > v && int(k) < before && (rel == nlp.RelObj || rel == nlp.RelObl && f.caseOf(int(k)) == "for") && len(lexicon.NounFrames(f.lemma(int(k)))) > 0 {
			return int(k)
		}
	}
	return -1
}

// sharesEnd reports whether a date at the end of joined verbs is of the first one too
// ("invaded Chad and seized its capital in 2029"), or whether it stands in what somebody
// refused to do, which has no time of its own.
func (f *eventFinder) sharesEnd(owner, v int, d nlp.Date) bool {
	if f.head(owner) != v || d.Start < owner {
		return false
	}
	switch f.relation(owner) {
	case nlp.RelConj:
		return f.subject(owner) < 0 && f.tag(owner) == f.tag(v) && f.kid(owner, nlp.RelAux, nlp.RelAdvmod) < 0
	case nlp.RelXcomp:
		return f.classOf(v) == denied
	}
	return false
}

// nounOfTime reports whether an event noun is of the time of the verb v it depends on:
// its subject, what it does ("held talks"), or its occasion ("praised Chad at a meeting").
func (f *eventFinder) nounOfTime(n, v int, d nlp.Date) bool {
	switch f.relation(n).Base() {
	case nlp.RelNsubj:
		return true
	case nlp.RelObj:
		return lexicon.IsLight(f.lemma(v)) || f.asksFor(v, d.Start) == n
	case nlp.RelObl:
		class := f.classOf(v)
		return lexicon.IsLight(f.lemma(v)) || f.occasion(n) || (class == planned || class == proposed) && d.Start > n
	}
	return f.occasion(n)
}

// occasion reports whether a noun is what something is done at or in: "at a summit", "in
// a speech". One that hangs on another noun is so if a place makes it one by itself:
// "stressed their ties in talks in Oslo", but not "interest in talks".
func (f *eventFinder) occasion(n int) bool {
	c, rel := f.caseOf(n), f.relation(n).Base()
	switch {
	case c != "at" && c != "in" && c != "during":
		return false
	case rel == nlp.RelObl:
		return true
	}
	return rel == nlp.RelNmod && f.verbOver(n) >= 0 && f.placed(n)
}

// verbOver returns the verb in whose object or other phrase a noun stands; -1 if it does in none.
func (f *eventFinder) verbOver(n int) int {
	for range dateDepth {
		switch f.relation(n).Base() {
		case nlp.RelNmod, nlp.RelObj, nlp.RelObl:
		default:
			return -1
		}
		if n = f.head(n); n < 0 || f.isVerb(n) {
			return n
		}
	}
	return -1
}

// contrasted reports whether "but" joins verb i to the one before it.
func (f *eventFinder) contrasted(i int) bool {
	k := f.kid(i, nlp.RelCC)
	return k >= 0 && f.lower(k) == "but"
}

// ofOccasion reports whether a participle describes an occasion: "in a ruling released on
// Tuesday".
func (f *eventFinder) ofOccasion(v int) bool {
	return f.relation(v) == nlp.RelAcl && f.tag(v) == nlp.TagVBN && f.occasion(f.head(v))
}

// sameTime reports whether what token i tells of is of the time of its head h, beside
// which a date stands: "is expected to meet", "signed an order imposing tariffs", "met and
// agreed".
func (f *eventFinder) sameTime(i, h int, d nlp.Date) bool {
	switch f.relation(i) {
	case nlp.RelXcomp:
		return arranges[f.lemma(h)]
	case nlp.RelAcl:
		return f.tag(i) == nlp.TagVBG
	case nlp.RelObj:
		return f.isVerb(h) && !reportsContent(f.lemma(h))
	case nlp.RelConj:
		if d.Start < h {
			return f.subject(i) < 0 || f.tag(i) == f.tag(h)
		}
		return f.subject(i) < 0 && (!f.contrasted(i) || f.tag(i) == f.tag(h) && f.kid(i, nlp.RelAux, nlp.RelAdvmod) < 0)
	case nlp.RelAdvcl:
		return f.tag(i) == nlp.TagVBG && f.markOf(i) == ""
	}
	return false
}

// arranges are verbs beside which stands when the event is to be, not when it was arranged.
var arranges = wordSet("expect schedule set due slate plan be begin start continue have try help manage")

func reportsContent(lemma string) bool {
	for _, v := range lexicon.Verbs(lemma) {
		if v.Mode == "speech" && v.Has(lexicon.ClauseFrame) {
			return lemma != "announce" && lemma != "confirm"
		}
	}
	return false
}

// dateDepth bounds how many heads up the clause of a date is looked for.
const dateDepth = 6

// clauseOf returns what a date says the time of: the first verb above it, or the
// predicate itself if it comes before; -1 if there is none near. A date that describes a
// noun says nothing of the verb ("rejected the June agreement"), unless the noun is the
// occasion ("in a June speech").
func (f *eventFinder) clauseOf(i int, p predicate) int {
	for range dateDepth {
		h := f.head(i)
		if h < 0 {
			return -1
		}
		if h == p.head || h == p.object || f.isVerb(h) && !f.ofOccasion(h) {
			return h
		}
		if f.ofNoun(i, h) {
			return h
		}
		i = h
	}
	return -1
}

// ofNoun reports whether a date is the time of the noun h it hangs on, and of nothing
// else: "the June agreement", "after a test in June".
func (f *eventFinder) ofNoun(date, h int) bool {
	if f.occasion(h) {
		return false
	}
	switch f.relation(date) {
	case nlp.RelNmodPoss:
		return true
	case nlp.RelNmod, nlp.RelNmodUnmarked:
		when, _ := f.timed(f.caseOf(h))
		return when != "" || f.caseOf(date) == "since" || len(lexicon.NounFrames(f.lemma(h))) > 0
	case nlp.RelCompound, nlp.RelAmod, nlp.RelNummod:
		return f.mentionAt(h) == nil && !dayParts[f.lemma(h)]
	}
	return false
}

// dayParts are nouns that with a date before them are one: "Easter weekend".
var dayParts = wordSet("weekend week day morning afternoon evening night eve season")

// besideSpeech reports whether a date says when something was said: "said on Monday".
func (r *reading) besideSpeech(d nlp.Date) bool {
	i := d.Start - 1
	if w := r.lower(i); w == "on" || w == "in" || w == "late" || w == "early" {
		i--
	}
	for _, v := range lexicon.Verbs(r.lower(i)) {
		if v.Mode == "speech" && v.Has(lexicon.ClauseFrame) && !r.tellsOfEvent(i) {
			return true
		}
	}
	return false
}

// tellsOfEvent reports whether a verb of speech is one that an event is told by too.
func (r *reading) tellsOfEvent(i int) bool { return len(lexicon.VerbFrames(r.lemma(i))) > 0 }

// moveWeekday moves a weekday alone by some weeks: beside what has occurred it is the one
// before publication, though the clause speaks of the future elsewhere, and beside "is
// meeting" the one after, though it does not. It reports whether it did.
func (f *eventFinder) moveWeekday(e *event, weeks int) bool {
	d := *e.date
	from, err := time.Parse(time.DateOnly, d.From)
	pub, err2 := time.Parse(time.DateOnly, f.Published[:10])
	if err != nil || err2 != nil || d.From != d.To || d.End-d.Start != 1 || !weekdays[f.lower(d.Start)] || from.Sub(pub).Abs() > 7*24*time.Hour {
		return false
	}
	d.From = from.AddDate(0, 0, 7*weeks).Format(time.DateOnly)
	d.To = d.From
	e.date = &d
	return true
}

// nextYear moves the date of what has not happened, a day or a month without a year, to the
// year after if that is nearer: "a visit planned for January was put off", in December.
func (f *eventFinder) nextYear(e *event) {
	d := *e.date
	from, err := time.Parse(time.DateOnly, d.From)
	to, err2 := time.Parse(time.DateOnly, d.To)
	pub, err3 := time.Parse(time.DateOnly, f.Published[:10])
	if err != nil || err2 != nil || err3 != nil || d.Precision != "month" && d.Precision != "day" || !f.months(d.Span) {
		return
	}
	if next := from.AddDate(1, 0, 0); next.Sub(pub) < pub.Sub(to) {
		d.From, d.To = next.Format(time.DateOnly), to.AddDate(1, 0, 0).Format(time.DateOnly)
		e.date = &d
	}
}

// months reports whether a date names a month and no year, and does not count from today
// ("last May").
func (f *eventFinder) months(s nlp.Span) bool {
	named := false
	for i := s.Start; i < s.End; i++ {
		switch w := f.lower(i); {
		case w == "last", w == "this", w == "past", len(w) == len("2031") && w[0] >= '0' && w[0] <= '9':
			return false
		default:
			_, err := time.Parse("January", f.word(i))
			named = named || err == nil
		}
	}
	return named
}

// arranged reports whether verb v is one of those whose present tense with a day tells of
// what is to be: "is meeting".
func (f *eventFinder) arranged(v int) bool {
	a := f.kid(v, nlp.RelAux)
	return f.tag(v) == nlp.TagVBG && a >= 0 && f.lemma(a) == "be" && (f.tag(a) == nlp.TagVBZ || f.tag(a) == nlp.TagVBP)
}

var weekdays = wordSet("monday tuesday wednesday thursday friday saturday sunday")

// bounded makes the interval of an event's date what the preposition before it says:
// "since 2022" is open, what is to be done "by June" lies between publication and June's
// last day, and what was done "before June" has no first day.
func (f *eventFinder) bounded(e *event) {
	if e.date == nil {
		return
	}
	d := *e.date
	if f.relation(f.topOf(d.Span)) == nlp.RelNmodPoss {
		return // "before Sunday's vote"
	}
	e.begun = f.begins(e)
	switch before := f.lower(d.Start - 1); {
	case before == "from" || before == "between":
		if last := f.rangeEnd(d); last != "" {
			d.To = last
		}
	case before == "before" && len(d.From) == len(time.DateOnly) && f.lower(d.Start+1) != "end":
		d.To, _ = nlp.Shifted(d.From, d.From, -1, "day")
		if d.From = ""; !happened(e.status) && len(f.Published) >= len(time.DateOnly) {
			if d.From = f.Published[:10]; d.To < d.From {
				e.date = nil // of a time that is over
				return
			}
		}
	case before == "since" && f.timeOfClause(d, e.head):
	case before == "since", e.begun && e.status == ongoing:
		d.To = ""
	case (before == "until" || before == "till") && happened(e.status):
		d.From = ""
	case d.Bound == nlp.Until && !happened(e.status) && len(f.Published) >= len(time.DateOnly) && len(d.To) == len(time.DateOnly) && d.To >= f.Published[:10]:
		d.From = f.Published[:10]
	default:
		return
	}
	e.date = &d
}

// begins reports whether an event is told of by its beginning: "went to war", "the talks
// began", "since beginning talks".
func (f *eventFinder) begins(e *event) bool {
	lemma, h := f.lemma(e.head), f.head(e.head)
	if e.by == "predicate-verb/2" {
		return lemma == "go" && e.frame.Mode == "war" || f.beginsSince(e.head)
	}
	return h >= 0 && f.relation(e.head) == nlp.RelNsubj && beginnings[f.lemma(h)]
}

var beginnings = wordSet("begin start erupt")

// rangeEnd returns the last day of the date that a range leads to from another: "from
// Tuesday to Thursday", "between 2028 and 2030"; "" if no date follows.
func (f *eventFinder) rangeEnd(d nlp.Date) string {
	k, _ := slices.BinarySearchFunc(f.Dates, d.End, func(x nlp.Date, at int) int { return x.Start - at })
	if k == len(f.Dates) || f.Dates[k].Start != d.End+1 || f.Dates[k].From < d.From {
		return ""
	}
	switch f.lower(d.End) {
	case "to", "until", "till", "through", "and", "-", "–":
		return f.Dates[k].To
	}
	return ""
}

// settle makes status and date agree: what is to come has not occurred, and what has a
// date in the past was not only planned in a bare noun.
func (f *eventFinder) settle(e *event) {
	if e.date == nil || e.date.From == "" || len(f.Published) < 10 || len(e.date.From) < 10 {
		return
	}
	pub := f.Published[:10]
	if e.date.From > pub && e.sure && e.status == occurred && !f.moveWeekday(e, -1) && f.tag(e.head) == nlp.TagVBD {
		e.date = nil // of something else: "summoned him to appear on Feb. 10"
		return
	}
	if !happened(e.status) && e.date.To < pub {
		f.nextYear(e)
	}
	if e.date.From < pub && e.status == ongoing && f.arranged(e.head) && f.moveWeekday(e, 1) {
		e.status = planned
	}
	switch {
	case e.date.From > pub && (e.status == occurred || e.status == ongoing):
		e.status = planned
	case e.date.To != "" && e.date.To < pub && !e.sure && (e.status == hypothetical || e.status == planned):
		e.status = occurred
	case e.date.To != "" && e.date.To < pub && e.status == ongoing && e.frame.Mode != "war" && e.date.Bound != nlp.Since && !f.begins(e):
		e.status = occurred
	}
}

// placesOf returns the places where the event was: what "in", "at" or "near" leads to
// from its words; else from the clause.
func (f *eventFinder) placesOf(p predicate, s nlp.Span) []*entity {
	var found []*entity
	heads := []int{p.head, p.object}
	if h := f.head(p.head); p.noun && h >= 0 && f.isVerb(h) {
		heads = append(heads, h)
	}
	for _, i := range heads {
		if i < 0 {
			continue
		}
		for _, k := range f.kids(i) {
			found = f.placesAt(found, int(k))
			for _, c := range f.placeKids(int(k)) { // "between Chad and Niger in Oslo"
				found = f.placesAt(found, int(c))
			}
		}
	}
	return found
}

// placed reports whether a noun has a place of its own: "talks in Oslo".
func (f *eventFinder) placed(n int) bool {
	for _, k := range f.kids(n) {
		if len(f.placesAt(nil, int(k))) > 0 {
			return true
		}
	}
	return false
}

// placeKids returns the dependents of a phrase and of those joined to it.
func (f *eventFinder) placeKids(i int) []int32 {
	all := slices.Clone(f.kids(i))
	for _, k := range f.kids(i) {
		if f.relation(int(k)) == nlp.RelConj {
			all = append(all, f.kids(int(k))...)
		}
	}
	return all
}

// placesAt adds the place that a phrase names if its preposition says where.
func (f *eventFinder) placesAt(found []*entity, i int) []*entity {
	if rel := f.relation(i).Base(); rel != nlp.RelObl && rel != nlp.RelNmod {
		return found
	}
	if c := f.caseOf(i); c != "in" && c != "at" && c != "near" && c != "outside" {
		return found
	}
	if m := f.mentionAt(i); m != nil && m.typ == place && m.entity != nil && !slices.Contains(found, m.entity) {
		found = append(found, m.entity)
	}
	for _, k := range f.kids(i) {
		if f.relation(int(k)) == nlp.RelConj {
			if m := f.mentionAt(int(k)); m != nil && m.typ == place && m.entity != nil && !slices.Contains(found, m.entity) {
				found = append(found, m.entity)
			}
		}
	}
	return found
}
