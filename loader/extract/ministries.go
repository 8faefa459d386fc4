package extract

import (
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// findMinistries makes organizations of the ministries and offices of state that the text
// writes in small letters: "Chad's foreign ministry", "the attorney general's office".
//
// Where it does not say whose they are, they are the one of that name, if there is only
// one; else that of the country that the article plays in; else of a country left open.
func findMinistries(r *reading) {
	home := r.home()
	r.mentions = slices.DeleteFunc(r.mentions, func(m mention) bool { // some are names to a trained annotator
		w := r.lower(m.span.End - 1)
		return m.typ == organization && isLower(r.word(m.span.Start)) && (w == "ministry" || w == "office")
	})
	r.indexMentions()
	for i := range r.mentions { // those in capitals
		m := &r.mentions[i]
		if m.entity == nil || m.entity.sort != "ministry" || slices.ContainsFunc(r.ministries, func(x ministry) bool { return x.entity == m.entity }) {
			continue
		}
		var of *entity
		if x := r.mentionWithin(m, m.span.Start); x != nil && x.typ == country {
			of = x.entity
		}
		r.ministries = append(r.ministries, ministry{m.entity, of})
	}
	for i := range r.Tokens {
		if k := r.SentenceOf(i); k < 0 || r.skip[k] {
			continue
		}
		if s, ofState := r.ministryAt(i); s.End > s.Start {
			if !ofState {
				r.ministry(s, nil)
			} else {
				r.ministry(s, home)
			}
		}
	}
	r.indexMentions()
	r.orderEntities()
}

// ministryAt returns the words of the ministry or office whose noun is token i, and
// whether it is one that every state has.
func (r *reading) ministryAt(i int) (s nlp.Span, ofState bool) {
	start, end := i, i+1
	switch r.word(i) {
	case "ministry":
		for start > 0 && r.mentionAt(start-1) == nil && isLower(r.word(start-1)) && (lexicon.IsTitleModifier(r.lower(start-1)) || start < i && r.lower(start-1) == "and" || r.rel(start-1) == nlp.RelCompound) {
			start--
		}
		if r.lower(start) == "and" {
			start++
		}
		if start == i && r.lower(end) == "of" {
			for end++; lexicon.IsTitleModifier(r.word(end)) || end > i+2 && r.lower(end) == "and" && lexicon.IsTitleModifier(r.word(end+1)) || r.lower(end) == "the" && end == i+2; {
				end++
			}
		}
		if start == i && (end <= i+2 || r.lower(end-1) == "the") {
			return nlp.Span{}, false
		}
		return nlp.Span{Start: start, End: end}, true
	case "office":
		if !isPossessive(r.word(i-1)) || r.mentionAt(i-2) != nil {
			return nlp.Span{}, false
		}
		p, ok := r.titleEnding(i - 1)
		if !ok || p.status != "" {
			return nlp.Span{}, false
		}
		switch head := titleHead(strings.ToLower(r.SpanText(p.span))); head {
		case "general", "attorney-general", "prosecutor", "president", "minister", "chancellor":
			ofState = head != "general" && head != "attorney-general" && head != "prosecutor"
			return nlp.Span{Start: p.span.Start, End: end}, ofState && r.word(p.span.Start) != "chief"
		}
	}
	return nlp.Span{}, false
}

// ministry adds the mention of a ministry whose words without its owner are s.
func (r *reading) ministry(s nlp.Span, home *entity) {
	words := r.SpanText(s)
	m := mention{span: s, typ: organization, kind: "name", by: "ministry/1"}
	k := s.Start - 1
	if isPossessive(r.word(k)) {
		k--
	}
	owner := r.mentionAt(k)
	var behind *mention
	if w := r.lower(s.End); w == "of" || w == "in" {
		if behind = r.next(s.End + 1); behind != nil && behind.typ != country {
			behind = nil
		}
	}
	switch {
	case owner != nil && owner.typ == country && owner.span.End == k+1 && (owner.kind == "demonym" || k < s.Start-1):
		m.span.Start = owner.span.Start
		m.entity = r.ministryNamed(words, owner.entity)
		if m.entity == nil {
			m.entity = r.newMinistry(r.SpanText(m.span), owner.entity)
		}
	case behind != nil:
		if m.entity = r.ministryNamed(words, behind.entity); m.entity == nil {
			m.entity = r.newMinistry(words+" of "+behind.entity.name, behind.entity)
		}
	case owner != nil || r.lower(k) != "the" || k < s.Start-1:
		return
	default:
		if m.entity = r.ministryNamed(words, nil); m.entity != nil {
			m.kind = "nominal"
			break
		}
		if home == nil {
			m.entity = r.newMinistry(words, nil)
			break
		}
		of := home.name
		if a := lexicon.CountryByCode(home.iso).Adjectives; len(a) > 0 {
			of = a[0]
		}
		m.entity = r.newMinistry(of+" "+words, home)
		r.relate(relation{from: m.entity, to: home, typ: "PART_OF", evidence: r.Bytes(s), by: "office-home/1"})
	}
	m.Range = r.Bytes(m.span)
	r.mentions = append(r.mentions, m)
}

func (r *reading) newMinistry(name string, of *entity) *entity {
	e := &entity{typ: organization, name: name, sort: "ministry", bare: of == nil}
	r.ministries = append(r.ministries, ministry{e, of})
	return e
}

// A ministry is an organ of state with its country, nil where the text leaves it open.
type ministry struct {
	*entity
	of *entity
}

// ministryNamed returns the one ministry so far that is called so, of a country if one is given.
func (r *reading) ministryNamed(words string, of *entity) *entity {
	called := " " + fold(words) + " "
	found := slices.DeleteFunc(slices.Clone(r.ministries), func(x ministry) bool {
		return of != nil && x.of != of || !strings.Contains(" "+fold(x.name)+" ", called)
	})
	if len(found) != 1 {
		return nil
	}
	return found[0].entity
}
