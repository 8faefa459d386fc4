package extract

import (
	"slices"

	"newsgraph/loader/nlp"
)

// clubs makes organizations of the cities whose clubs play: "Milan beat Turin 2-1". What else
// such a name does in the text the club does.
func (r *reading) clubs() {
	r.ofSport = r.isSport()
	playing := make(map[string]bool)
	for _, again := range []bool{false, true} {
		for i := range r.mentions {
			m := &r.mentions[i]
			x, text := m.name, r.text(m.Range)
			if m.kind == "demonym" || x == nil || x.Country != nil || x.Place == nil && x.Capital == nil {
				continue
			}
			if top := r.topOf(m.span); !again && r.plays(m.span) || again && playing[text] && r.rel(top) == nlp.RelNsubj && r.tag(r.headOf(top)).IsVerb() {
				playing[text] = true
				m.typ, m.kind, m.by, m.name, m.iso = organization, "name", "club/1", nil, ""
			}
		}
	}
}

// plays reports whether a name stands for who wins, loses or plays a match: it is a side of a
// verb of contests in a sentence with a result, or in a text about sport.
func (r *reading) plays(s nlp.Span) bool {
	top := r.topOf(s)
	verb := r.headOf(top)
	switch r.rel(top) {
	case nlp.RelConj: // "Milan beat Turin, and Lagos Lima"
		return false
	case nlp.RelNsubj, nlp.RelObj:
	case nlp.RelObl:
		if p := r.lower(s.Start - 1); p != "to" && p != "with" && p != "against" && p != "over" && p != "past" {
			return false
		}
	default:
		return false
	}
	return contests[r.lemma(verb)] && r.contestIn(verb)
}

// contestIn reports whether the verb at token i tells of sport, where it may.
func (r *reading) contestIn(i int) bool {
	n := r.SentenceOf(i)
	return n >= 0 && (r.ofSport || r.resultIn(r.Sentences[n]))
}

// isGame reports whether an event is one of a match, and no violence: "Chad crushed Niger 5-0",
// "she shot wide". What has victims is told of all the same.
func (r *reading) isGame(e *event, s nlp.Span) bool {
	teams := !slices.ContainsFunc(e.parts, func(p participant) bool { return p.entity.typ != organization })
	lemma := r.lemma(e.head)
	if lemma == "beat" && teams {
		return true
	}
	violent := e.frame.Type == "ASSAULT" || e.frame.Type == "COERCE" || e.frame.Type == "CONCEDE" || e.frame.Type == "RETREAT"
	return e.by == "predicate-verb/2" && (violent || teams && e.frame.Type != "OTHER") && contests[lemma] && r.contestIn(e.head) && !r.holds(r.Bytes(s), victims)
}

// resultIn reports whether the result of a match stands in a sentence: "2-1". A vote has one, too.
func (r *reading) resultIn(s nlp.Span) bool {
	found := false
	for i := s.Start; i < s.End; i++ {
		switch r.lemma(i) {
		case "vote", "voter", "poll", "seat", "ballot", "parliament", "senate", "court", "ruling":
			return false
		}
		found = found || r.resultAt(i)
	}
	return found
}

// resultAt reports whether the result of a match starts at token i: no range of something, as
// "20-30 missiles".
func (r *reading) resultAt(i int) bool {
	w := r.word(i + 1)
	return digits(r.word(i)) && len(r.word(i)) <= 3 && (w == "-" || w == "–") && digits(r.word(i+2)) && len(r.word(i+2)) <= 3 &&
		r.Tokens[i].End == r.Tokens[i+1].Start && r.Tokens[i+1].End == r.Tokens[i+2].Start &&
		(i+3 >= len(r.Tokens) || !r.tag(i+3).IsNoun() || outcomes[r.lemma(i+3)])
}

// isSport reports whether the text is about sport: it has a result, and words enough of matches.
func (r *reading) isSport() bool {
	result := slices.ContainsFunc(r.Sentences, r.resultIn)
	found := make(map[string]bool)
	for i := 0; result && i < len(r.Tokens) && len(found) < sportWords; i++ {
		if w := r.lemma(i); sport[w] {
			found[w] = true
		}
	}
	return len(found) >= sportWords
}

// sportWords is how many words of sport make a text about it.
const sportWords = 4

var (
	// contests are verbs of what a side does to another one in a match, many of them of war.
	contests = wordSet(`beat defeat thrash crush hammer edge rout sweep draw lose win route destroy trounce stun upset overcome down eliminate demolish dismantle
		outclass blitz attack shoot strike fire fight battle face host play meet defend drub maul whip blank outlast outscore oust topple sink humble humiliate punish bomb pound storm target blast score qualify advance`)
	sport = wordSet(`match goal goalkeeper striker midfielder defender coach league cup final semifinal semi-final quarterfinal quarter-final tournament season
		penalty stadium championship champion quarterback inning playoff touchdown goalless equalizer equaliser referee fixture qualifier derby wicket batsman kick-off halftime half-time scoreless relegation`)
	outcomes = wordSet("win victory defeat loss draw lead result rout triumph")
	victims  = wordSet("dead killed wounded injured police died death deaths hospital gun gunman")
)
