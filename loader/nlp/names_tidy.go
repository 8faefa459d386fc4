package nlp

import (
	"strings"

	"newsgraph/loader/lexicon"
)

// tidyTrained cuts the names that the model found where no name goes on: "LBC's Ada
// Okoye" and "Ada Okoye of the LBC" are two names each. A given name in syllables keeps
// all of them, and a lone "University" is nobody.
func (r *nameReader) tidyTrained() {
	found := r.trained
	r.trained = nil
	for _, n := range found {
		n.End = r.nameEnd(n.Span)
		switch {
		case n.Type == PersonName && n.End-n.Start == 1 && isHead(r.Word(n.Start)), n.Type == PersonName && n.End-n.Start > longestPerson, r.onlyTitle(n.Span):
			continue
		case n.Type == PersonName || r.inSyllables(n.Span) || n.Type == OrganizationName && r.startsWithPerson(n.Span):
			r.person(n.Span)
		default:
			n.End = r.beforeTitle(n.Span)
			if e := n.End; r.Word(e-1) == "A" && e+1 < len(r.Tokens) && r.Word(e) == "/" && r.Word(e+1) == "S" {
				n.Span.End, n.Type = e+2, OrganizationName // a Danish company
			}
			r.trained = append(r.trained, n)
		}
	}
}

// beforeTitle returns where a name ends if it runs into the title of the person behind it:
// "Varnholm Front" of "Varnholm Front Vice | President Ada Okoye".
func (r *nameReader) beforeTitle(s Span) int {
	end := s.End
	for end-1 > s.Start && end < len(r.Tokens) && isCapital(r.Word(end)) {
		w, next := r.lowered(r.Word(end-1)), r.lowered(r.Word(end))
		if _, title := lexicon.TitleOf(next); !titleStarts[w] || !title && next != "executive" {
			break
		}
		end--
	}
	return end
}

// titleStarts are words that begin a title and end no name of a body.
var titleStarts = map[string]bool{"vice": true, "deputy": true, "former": true, "acting": true, "chief": true, "prime": true, "secretary": true}

// onlyTitle reports whether a span is a title in capitals and nothing else: "Foreign
// Secretary".
func (r *nameReader) onlyTitle(s Span) bool {
	for i := s.Start; i < s.End-1; i++ {
		if w := r.lowered(r.Word(i)); !lexicon.IsTitleModifier(w) {
			return false
		}
	}
	_, title := lexicon.TitleOf(r.lowered(r.Word(s.End - 1)))
	_, given := lexicon.GivenName(r.Word(s.End - 1))
	return title && !given
}

// nameEnd returns where the name at the start of a span ends: no verb in small letters
// belongs to it, and the last word is no other small one than a head ("… government").
func (r *nameReader) nameEnd(s Span) int {
	end := s.Start + 1
	for end < s.End && !(r.isSmall(end) && r.Tokens[end].XPOS.IsVerb()) {
		end++
	}
	for end > s.Start+1 && (r.isSmall(end-1) && !smallHeads[r.Word(end-1)] || endsNoName[r.Word(end-1)]) {
		end--
	}
	if w := r.Word(end - 1); end > s.Start+1 && end < s.End && (w == "'s" || w == "’s") {
		end--
	}
	return end
}

// smallHeads are the words in small letters that may end the name of an organization.
var smallHeads = map[string]bool{"party": true, "group": true, "government": true, "administration": true, "regime": true, "army": true, "movement": true,
	"union": true, "ministry": true, "court": true, "bank": true, "company": true, "plc": true}

// endsNoName are words and marks that the model sometimes takes for the end of a name.
var endsNoName = map[string]bool{
	"–": true, "—": true, "At": true, "In": true, "On": true, "For": true, "But": true, "And": true, "If": true, "When": true, "The": true,
}

// isSmall reports whether token i is a word in small letters, and no syllable of a name
// like "Jae-won".
func (r *nameReader) isSmall(i int) bool {
	w := r.Word(i)
	return 'a' <= w[0] && w[0] <= 'z' && !hasInnerCapital(w) && r.Word(i-1) != "-"
}

// longestPerson is the number of tokens above which a name in capitals is a heading.
const longestPerson = 6

// inSyllables reports whether a name of several words ends in a given name of two
// syllables, as those of people in East Asia do: "Kim Jae-won".
func (r *nameReader) inSyllables(s Span) bool {
	if h := s.End - 2; h > s.Start+1 && r.hyphenAt(h) {
		return r.carriesOn(s.End-1) && isCapital(r.Word(h-1)) && r.headType(Span{s.Start, h}) == 0
	}
	return s.End-s.Start >= 2 && s.End+1 < len(r.Tokens) && r.hyphenAt(s.End) && r.carriesOn(s.End+1) && r.headType(s) == 0
}

func isHead(w string) bool {
	_, ok := lexicon.HeadOf(w)
	_, given := lexicon.GivenName(w)
	return ok && !given
}

// startsWithPerson reports whether what the model takes for an organization is a person
// of one: "Ada Okoye of the Varnholm Party".
func (r *nameReader) startsWithPerson(s Span) bool {
	for i := s.Start + 2; i < s.End-1; i++ {
		if r.Word(i) == "of" || r.Word(i) == "from" {
			_, given := lexicon.GivenName(r.Word(s.Start))
			return given && r.headType(Span{s.Start, i}) == 0 && !r.hasHead(Span{s.Start, i})
		}
	}
	return false
}

// person adds the name of a person and, if it belongs to a body's, the body's.
func (r *nameReader) person(s Span) {
	for i := s.Start + 1; i < s.End-1; i++ {
		switch w := r.Word(i); {
		case w == "'s" || w == "’s":
			r.body(Span{s.Start, i})
			s.Start = i + 1
		case postTitle(w) && r.headType(Span{s.Start, i}) == 0: // "Lanterna Chairman Ada Okoye"
			r.body(Span{s.Start, r.beforeTitle(Span{s.Start, i})})
			s.Start = i + 1
		case w == "of" || w == "from":
			r.trained = append(r.trained, Name{Span{s.Start, i}, PersonName})
			for i++; i < s.End && !isCapital(r.Word(i)); i++ {
			}
			r.body(Span{i, s.End})
			return
		}
	}
	for s.Start > 0 && isInitials(r.Word(s.Start-1)) && r.Tokens[s.Start-1].End < r.Tokens[s.Start].Start {
		s.Start-- // "K.C. Okoye"
	}
	for s.End-s.Start >= 2 && s.End+1 < len(r.Tokens) && r.hyphenAt(s.End) && r.carriesOn(s.End+1) {
		s.End += 2
	}
	r.trained = append(r.trained, Name{s, PersonName})
}

// postTitle reports whether a capitalised word is the title of a post or an office that is
// no surname.
func postTitle(w string) bool {
	t, ok := lexicon.TitleOf(strings.ToLower(w))
	_, given := lexicon.GivenName(w)
	return ok && !given && len(w) >= longTitle && (t.Class == "post" || t.Class == "office")
}

// longTitle is the number of letters from which titles are hardly ever surnames.
const longTitle = 7

// carriesOn reports whether token i carries on a given name after a hyphen.
func (r *nameReader) carriesOn(i int) bool {
	r.end = i + 1
	return r.syllable(i)
}

// isInitials reports whether a word is initials with their periods: "K.", "K.C.".
func isInitials(w string) bool {
	if len(w) < 2 || len(w)%2 != 0 {
		return false
	}
	for i := 0; i < len(w); i += 2 {
		if w[i] < 'A' || w[i] > 'Z' || w[i+1] != '.' {
			return false
		}
	}
	return true
}

// body adds the name of an organization if the span looks like one.
func (r *nameReader) body(s Span) {
	if s.Start >= s.End || !isCapital(r.Word(s.Start)) {
		return
	}
	if s.End-s.Start > 1 || isAllCaps(r.Word(s.Start)) || hasInnerCapital(r.Word(s.Start)) || lexicon.Lookup(r.SpanText(s)) != nil {
		r.trained = append(r.trained, Name{s, OrganizationName})
	}
}
