package extract

import (
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// findNominals finds descriptions that stand for a person by the role the article gives
// them: "the Chadian leader", "the minister", "Chad's president".
func findNominals(r *reading) {
	for i := 0; i+1 < len(r.Tokens); i++ {
		if r.mentionAt(i) != nil && r.mentionAt(i).typ == person || r.SentenceOf(i) < 0 || r.skip[r.SentenceOf(i)] {
			continue
		}
		t, ok := lexicon.TitleOf(r.lower(i))
		if !ok || t.Class != "office" && t.Class != "post" && t.Class != "rank" || r.titleGoesOn(i+1) {
			continue
		}
		if r.describesNext(i + 1) {
			continue
		}
		if m := r.mentionAt(i + 1); m != nil && m.typ == person || r.honorific(i+1) || r.word(i+1) == "of" {
			continue
		}
		if end := i + 1; r.word(end) != "-" {
			r.nominal(end, t)
		} else if statusOf(r.lower(end+1), "") == "elect" {
			r.nominal(end+2, t)
		}
	}
	r.indexMentions()
	r.delegates()
}

// describesNext reports whether a title that ends before token i is of the name that a
// comma sets off behind it: "Okoye's aide, [Tomas Brandt]", "Okoye's aide at the time,
// [Tomas Brandt],".
func (r *reading) describesNext(i int) bool {
	for k := i; k < min(i+describesReach, len(r.Tokens)); k++ {
		if r.word(k) == "," {
			m := r.mentionAt(k + 1)
			return m != nil && m.typ == person && (k == i || r.word(m.span.End) == ",")
		}
		if pos := r.Tokens[k].UPOS; pos == nlp.PosVerb || pos == nlp.PosAux || pos == nlp.PosPunct || r.mentionAt(k) != nil {
			break
		}
	}
	return false
}

// describesReach is how many tokens before its comma a title may end.
const describesReach = 5

// nominal adds the mention whose title ends before token end, if one person holds the role.
func (r *reading) nominal(end int, t lexicon.Title) {
	p, ok := r.titleEnding(end)
	if !ok {
		return
	}
	of, start := r.owner(p)
	the := determined(r.lower(start - 1))
	if of == nil && !the || of != nil && !the && !isPossessive(r.word(p.span.Start-1)) {
		return
	}
	if the && start > 0 {
		start--
	}
	holder := r.holder(of, strings.ToLower(r.SpanText(p.span)), p.status)
	if holder == nil {
		return
	}
	s := nlp.Span{Start: start, End: end}
	if of != nil && of.typ == country && t.Class == "office" && !r.serves(holder) && r.lower(end-1) != "leader" {
		r.addRole(holder, of, p, r.Bytes(s), "role-nominal/1")
	}
	r.mentions = append(r.mentions, mention{Range: r.Bytes(s), span: s, typ: person, kind: "nominal", by: "role-nominal/1", entity: holder})
}

func determined(w string) bool { return w == "the" }

// holder returns the one person of the article whose role a title stands for; "leader" is
// anyone who heads a state.
//
// Where nobody's role is said to be of that country or body, it may be of a person
// whose role the article leaves without one: "President Okoye … the Chadian president".
func (r *reading) holder(of *entity, title, status string) *entity {
	if of == nil {
		return r.bearer(title, status, anything)
	}
	if found := r.bearer(title, status, of); found != nil {
		return found
	}
	found := r.bearer(title, status, nil)
	if found != nil && r.serves(found) {
		return nil
	}
	return found
}

// serves reports whether a person has a role of some country.
func (r *reading) serves(e *entity) bool {
	for _, x := range e.roles {
		if x.of != nil && x.of.typ == country {
			return true
		}
	}
	return false
}

// bearer returns the one holder of the roles that a title stands for; nil if there are several.
func (r *reading) bearer(title, status string, of *entity) *entity {
	var found *entity
	head := titleHead(title)
	heads := []string{head}
	if head == "leader" {
		heads = stateHeads
	}
	for _, h := range heads {
		for _, x := range r.roles[roleKey{h, of}] {
			if !(h == head && standsFor(title, status, x)) && !(title == "leader" && headsOfState[strings.Join(officeWords(x.title), " ")]) {
				continue
			}
			if found != nil && found != x.holder {
				return nil
			}
			found = x.holder
		}
	}
	return found
}

var headsOfState = map[string]bool{"president": true, "prime minister": true, "chancellor": true, "premier": true, "king": true, "queen": true, "supreme leader": true, "emir": true, "sultan": true}

// stateHeads are the last words of the titles that "leader" can stand for.
var stateHeads = []string{"leader", "president", "minister", "chancellor", "premier", "king", "queen", "emir", "sultan"}
