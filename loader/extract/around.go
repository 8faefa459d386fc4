package extract

import (
	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// findAround finds whom a statement is made to, and through whom it reached the article,
// in the sentence of its cue.
func findAround(r *reading) {
	for i := range r.statements {
		s := &r.statements[i]
		n := r.SentenceOf(s.cue.Start)
		if s.cue.End == 0 || n < 0 {
			continue
		}
		r.told(s)
		for k := max(r.Sentences[n].Start, s.cue.Start-aroundReach); k < min(r.Sentences[n].End, s.cue.End+aroundReach); k++ {
			m := r.mentionAt(k)
			if m == nil || m.span.Start != k || m.entity == nil || m.typ == place || m.entity == s.source.entity || s.covers(m.Range) > 0 {
				continue
			}
			r.circumstanceOf(s, m)
		}
	}
}

// aroundReach is the number of tokens on either side of a cue that are looked at.
const aroundReach = 60

// told takes the object of a verb like "tell" for the one that is told.
func (r *reading) told(s *statement) {
	v := r.verbOf(s.cue.Start)
	if s.addressee != nil || v == nil || !v.Has(lexicon.AddresseeFrame) {
		return
	}
	who := r.child(s.cue.Start, nlp.RelIobj, nlp.RelObj)
	if who < s.cue.End {
		return
	}
	if m := r.mentionAt(who); m != nil && m.entity != nil && m.typ != place && m.kind != "demonym" && m.entity != s.source.entity && s.covers(m.Range) == 0 {
		s.addressee = m.entity
	}
}

// circumstanceOf reads what a name stands for beside a cue by its preposition: "in a
// letter to Okoye", "on X", "in an interview with Lanterna", "according to Lanterna",
// "quoted by Lanterna"; or as the subject of "Lanterna quoted her as saying".
func (r *reading) circumstanceOf(s *statement, m *mention) {
	own := r.topOf(m.span)
	top := r.phraseTop(own)
	h := r.headOf(top)
	body := m.typ == organization && (top == own || outlets[r.lower(top)] || r.Tokens[own].Rel == nlp.RelNmodPoss)
	if h == s.cue.Start && r.lemma(h) == "quote" && body && r.rel(top) == nlp.RelNsubj {
		s.pass(m.entity)
		return
	}
	c := r.child(top, nlp.RelCase)
	if c < 0 || m.kind == "demonym" || !r.beside(h, s.cue.Start) {
		return
	}
	direct := h == s.cue.Start || messages[r.lemma(h)] || talks[r.lemma(h)]
	switch r.lower(c) {
	case "to":
		switch {
		case !direct:
		case body && top != own: // "posted to its Facebook page"
			s.pass(m.entity)
		case s.addressee == nil:
			s.addressee = m.entity
		}
	case "with":
		switch {
		case !talks[r.lemma(h)]:
		case body:
			s.pass(m.entity)
		case s.addressee == nil:
			s.addressee = m.entity
		}
	case "on", "via", "through":
		if body && direct {
			s.pass(m.entity)
		}
	case "per", "according":
		if body {
			s.pass(m.entity)
		}
	case "by":
		if body && passings[r.lemma(h)] {
			s.pass(m.entity)
		}
	}
}

func (s *statement) pass(e *entity) {
	if s.via == nil {
		s.via = e
	}
}

// phraseTop returns the token that stands for a name in its clause: of "the Lanterna news
// agency" and of "Lanterna’s Late Hour" the last one.
func (r *reading) phraseTop(i int) int {
	for range 3 {
		switch r.rel(i) {
		case nlp.RelFlat, nlp.RelAppos, nlp.RelCompound:
		case nlp.RelNmod:
			if r.Tokens[i].Rel != nlp.RelNmodPoss {
				return i
			}
		default:
			return i
		}
		i = r.headOf(i)
	}
	return i
}

// beside reports whether token i is a cue, or hangs on it by no more than two others.
func (r *reading) beside(i, cue int) bool {
	for range 3 {
		if i == cue {
			return true
		}
		i = r.headOf(i)
	}
	return false
}

// Words for what is sent to someone, what is held with someone, and where it is heard or
// read; and verbs for what a body does to pass words on.
var (
	messages = wordSet("post speak appear appearance program programme show letter message statement email e-mail mail note memo telegram address speech remark comment response reply appeal answer tweet testimony text submission")
	talks    = wordSet("interview conversation call chat talk discussion exchange")
	outlets  = wordSet("agency newspaper magazine broadcaster channel television radio station network website site page account feed blog show program programme platform app")
	passings = wordSet("quote cite report carry publish obtain see release broadcast air")
)

// saidWhen returns when a statement was made: the date that hangs on its cue, or stands
// right behind it.
func (r *reading) saidWhen(s *statement) *Date {
	n := r.SentenceOf(s.cue.Start)
	if s.cue.End == s.cue.Start || n < 0 {
		return nil
	}
	for i, d := range r.datesIn(r.Sentences[n]) {
		if d.Kind != nlp.CalendarDate || s.covers(r.Bytes(d.Span)) > 0 || s.source.span.Start <= d.Start && d.End <= s.source.span.End {
			continue
		}
		if r.datesCue(d.Span, s.cue) {
			return r.dateOut(r.Dates[i])
		}
	}
	return nil
}

// datesCue reports whether a date tells when what a cue tells of was: no other verb
// stands between the two, in the tree or in the text.
func (r *reading) datesCue(d, cue nlp.Span) bool {
	i := r.topOf(d)
	for range dateReach {
		if i == cue.Start || r.child(i, nlp.RelCase) == cue.Start { // "according to a letter of Monday"
			return true
		}
		if r.tag(i).IsVerb() {
			break
		}
		i = r.headOf(i)
	}
	if d.Start < cue.End || d.Start > cue.End+dateReach {
		return false
	}
	for k := cue.End; k < d.Start; k++ {
		if w := r.word(k); w == "," || r.tag(k).IsVerb() {
			return false
		}
	}
	return true
}

// dateReach is the number of steps from a date to its cue.
const dateReach = 5
