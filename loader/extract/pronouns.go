package extract

import "newsgraph/loader/nlp"

// findPronouns makes mentions of the pronouns for which it is known whom they mean:
// those that speak, those of a quotation that mean its speaker or whom he speaks to, and
// "he" and "she" wherever they stand.
func findPronouns(r *reading) {
	s := newSalience(r)
	s.speakers, s.unnamed = r.speakingPronouns()
	s.quoted = r.quotedSpeakers()
	s.run()
	own := r.inQuotations()
	for i := range r.Tokens {
		switch {
		case s.speakers[i] != nil:
			r.pronounMention(i, s.speakers[i], "pronoun-speaker/1")
		case s.referent[i] != nil:
			r.pronounMention(i, s.referent[i], "pronoun-salience/1")
		case own[i] != nil:
			r.pronounMention(i, own[i], "pronoun-quoted/1")
		}
	}
	r.pronounPredicates(s.referent)
	r.mentionDescriptions()
	r.mentionBodies()
}

// pronounPredicates reads what clauses say of a pronoun's person: "She is a judge".
func (r *reading) pronounPredicates(referent map[int]*entity) {
	for i := range r.Tokens {
		if e := referent[i]; e != nil && r.rel(i) == nlp.RelNsubj && r.headOf(i) > i {
			r.predicate(r.headOf(i), e)
		}
	}
}

func (r *reading) pronounMention(i int, e *entity, by string) {
	if r.mentionAt(i) != nil {
		return
	}
	span := nlp.Span{Start: i, End: i + 1}
	r.mentions = append(r.mentions, mention{Range: r.Bytes(span), span: span, typ: e.typ, kind: "pronoun", by: by, entity: e})
}

// speakingPronouns returns, by token, whom the pronouns mean that are sources of
// statements, and the nouns of those without a name.
func (r *reading) speakingPronouns() (map[int]*entity, map[int]string) {
	found, unnamed := make(map[int]*entity), make(map[int]string)
	for i := range r.statements {
		x := r.statements[i].source
		if x.pronoun != "" && x.entity != nil {
			found[x.span.Start] = x.entity
		}
		if x.pronoun != "" && x.unnamed != "" {
			unnamed[x.span.Start] = x.noun
		}
	}
	return found, unnamed
}

// quotedSpeakers returns, by token, the speaker of the quotation that the token is in.
func (r *reading) quotedSpeakers() []*entity {
	who := make([]*entity, len(r.Tokens))
	r.inStatements(func(s *statement, i int) { who[i] = s.source.entity })
	return who
}

// inQuotations returns, by token, whom the pronouns of the first and second person mean.
func (r *reading) inQuotations() map[int]*entity {
	own := make(map[int]*entity)
	sides := r.sides()
	r.inStatements(func(s *statement, i int) {
		e := s.source.entity
		switch w := r.lower(i); {
		case e != nil && e.typ == person && groupWords[w]:
			if own[i] = sides[e]; own[i] == nil {
				own[i] = e
			}
		case e != nil && (e.typ == person && speakerWords[w] || e.typ != person && groupWords[w]):
			own[i] = e
		case s.addressee != nil && s.addressee.typ == person && addresseeWords[w]:
			own[i] = s.addressee
		}
	})
	return own
}

// sides returns for whom people speak who say "we": the country whose office they hold,
// else the organization that they lead.
func (r *reading) sides() map[*entity]*entity {
	sides := make(map[*entity]*entity)
	for _, office := range []bool{true, false} {
		for _, x := range r.relations {
			if sides[x.from] == nil && x.status != "former" && (office && x.typ == "HOLDS_ROLE" && x.to.typ == country || !office && x.typ == "LEADS") {
				sides[x.from] = x.to
			}
		}
	}
	return sides
}

// inStatements calls do for every quoted token of every statement.
func (r *reading) inStatements(do func(s *statement, i int)) {
	for k := range r.statements {
		s := &r.statements[k]
		if s.dropped {
			continue
		}
		for _, c := range s.content {
			span := r.SpanOf(c)
			for i := span.Start; i < span.End; i++ {
				if r.inQuote[i] {
					do(s, i)
				}
			}
		}
	}
}

// The pronouns by which speakers mean themselves, the body or country that they are or
// speak for, and whom they speak to.
var (
	speakerWords   = wordSet("i me my mine myself")
	groupWords     = wordSet("we us our ours ourselves")
	addresseeWords = wordSet("you your yours yourself")
)
