package extract

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// A statement is content with who it comes from.
type statement struct {
	kind, mode, stance string
	content            []nlp.Range // without the outer quotation marks
	source             source
	cue                nlp.Span // empty if there is none
	addressee          *entity
	via                *entity   // who passed it on
	within             nlp.Range // the content of the statement that this one is nested in; empty if it is in none
	by                 string
	dropped            bool // a fragment of another statement
}

// said makes a statement's stance and mode those of its cue.
func (s *statement) said(v *lexicon.Verb) {
	s.mode, s.stance = "speech", "said"
	if v != nil {
		s.mode, s.stance = v.Mode, v.Stance
	}
}

// covers returns how much of x the statement's content covers, in bytes.
func (s *statement) covers(x nlp.Range) int {
	n := 0
	for _, c := range s.content {
		n += max(0, min(c.End, x.End)-max(c.Start, x.Start))
	}
	return n
}

// trim returns a range without blanks and, at its end, the period or comma that belongs
// to the sentence around it.
func (r *reading) trim(x nlp.Range) nlp.Range {
	text := r.text(x)
	x.Start += len(text) - len(strings.TrimLeft(text, " \n\t\u00a0,"))
	text = strings.TrimRight(r.text(nlp.Range{Start: x.Start, End: max(x.Start, x.End)}), " \n\t\u00a0")
	return nlp.Range{Start: x.Start, End: x.Start + len(text)}
}

// statementsOut gives the statements their ids, in the order of the text.
func (r *reading) statementsOut() []Statement {
	slices.SortStableFunc(r.statements, func(a, b statement) int { return a.content[0].Start - b.content[0].Start })
	out := []Statement{}
	for i, s := range r.statements {
		st := Statement{ID: fmt.Sprintf("s%d", i+1), Kind: s.kind, Mode: s.mode, Stance: s.stance, Text: r.text(s.content[0]),
			Start: r.CodePoint(s.content[0].Start), End: r.CodePoint(s.content[0].End), About: []string{}, By: s.by, Confidence: confidence[s.by]}
		for _, c := range s.content[1:] {
			st.More = append(st.More, [2]int{r.CodePoint(c.Start), r.CodePoint(c.End)})
		}
		st.Speaker = r.speakerOut(s.source)
		if s.cue.End > s.cue.Start {
			st.Cue = r.piece(r.Bytes(s.cue))
		}
		if s.addressee != nil {
			st.Addressee = &s.addressee.id
		}
		if s.via != nil {
			st.Via = &s.via.id
		}
		for _, e := range r.inside(s.content) {
			st.About = append(st.About, e.id)
		}
		st.Said = r.saidWhen(&s)
		st.NestedIn = r.outerOf(&s)
		out = append(out, st)
	}
	return out
}

// outerOf returns the id of the statement that s is nested in, nil if there is none.
// The statements are in the order of the text.
func (r *reading) outerOf(s *statement) *string {
	if s.within.End == 0 {
		return nil
	}
	i, found := slices.BinarySearchFunc(r.statements, s.within.Start, func(x statement, at int) int { return x.content[0].Start - at })
	for ; found && i < len(r.statements) && r.statements[i].content[0].Start == s.within.Start; i++ {
		if x := &r.statements[i]; x.content[0] == s.within && x.within.End == 0 {
			id := fmt.Sprintf("s%d", i+1)
			return &id
		}
	}
	return nil
}

func (r *reading) speakerOut(s source) Speaker {
	var out Speaker
	if s.span.End > s.span.Start {
		x := r.Bytes(s.span)
		out.Start, out.End = r.CodePoint(x.Start), r.CodePoint(x.End)
	}
	if s.entity != nil {
		all := r.speakers(s)
		out.Entity = &all[0].id
		for _, e := range all[1:] {
			out.With = append(out.With, e.id)
		}
	} else if s.unnamed != "" {
		out.Unnamed = &s.unnamed
	}
	return out
}

// speakers returns the entity of a source and those that "and" joins with it, in order.
func (r *reading) speakers(s source) []*entity {
	all := []*entity{s.entity}
	m := r.mentionAt(s.span.Start)
	for k := s.span.Start; k < s.span.End && (m == nil || m.entity != s.entity); k++ {
		m = r.mentionAt(k)
	}
	if m == nil || m.entity != s.entity || m.kind == "pronoun" {
		return all
	}
	top, from := r.topOf(m.span), m.span.End
	if h := r.headOf(top); r.rel(top) == nlp.RelConj && r.rel(h) == nlp.RelNsubj && h > top-joinedReach {
		if first := r.mentionAt(h); first != nil && first.entity != nil && first.typ != place && first.kind != "pronoun" && h < top {
			all, top, from = []*entity{first.entity}, h, first.span.End
		}
	}
	tops := []int{top}
	for k := from; k < min(from+joinedReach, len(r.Tokens)); k++ {
		x := r.mentionAt(k)
		if x == nil || x.entity == nil || x.typ == place || slices.Contains(all, x.entity) {
			continue
		}
		if i := r.topOf(x.span); r.rel(i) == nlp.RelConj && slices.Contains(tops, r.headOf(i)) {
			if cc := r.child(i, nlp.RelCC); cc < 0 || r.lower(cc) == "and" {
				all, tops = append(all, x.entity), append(tops, i)
			}
		}
	}
	return all
}

// joinedReach is how many tokens from a source those stand that speak with it.
const joinedReach = 20

// inside returns the people, countries and organizations named within ranges, in order.
func (r *reading) inside(ranges []nlp.Range) []*entity {
	var found []*entity
	for _, x := range ranges {
		i, _ := slices.BinarySearchFunc(r.mentions, x.Start, func(m mention, at int) int { return m.Start - at })
		for ; i < len(r.mentions) && r.mentions[i].Start < x.End; i++ {
			if e := r.mentions[i].entity; e != nil && r.mentions[i].kind != "pronoun" && e.typ != place && r.mentions[i].End <= x.End && !slices.Contains(found, e) {
				found = append(found, e)
			}
		}
	}
	return found
}

// datesIn yields the dates of a sentence with their indices.
func (r *reading) datesIn(s nlp.Span) iter.Seq2[int, nlp.Date] {
	return func(yield func(int, nlp.Date) bool) {
		i, _ := slices.BinarySearchFunc(r.Dates, s.Start, func(d nlp.Date, at int) int { return d.Start - at })
		for ; i < len(r.Dates) && r.Dates[i].End <= s.End; i++ {
			if !yield(i, r.Dates[i]) {
				return
			}
		}
	}
}

func (r *reading) dateOut(d nlp.Date) *Date {
	return &Date{From: optional(d.From), To: optional(d.To), Precision: d.Precision, Text: r.SpanText(d.Span)}
}
