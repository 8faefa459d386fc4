package nlp

import (
	"slices"
	"strings"

	"newsgraph/loader/lexicon"
)

// mend sets right what the rest of the text says of the names that were found: where a
// person's name goes on, and which names are no person's at all.
func (r *nameReader) mend() {
	r.Names = r.throughParticles(r.Names)
	r.Names = slices.DeleteFunc(r.Names, func(n Name) bool { return r.endsTitle(n.Span) || r.isTimeZone(n.Span) || r.isTurn(n.Span) })
	r.byContext()
	people, bodies, things := r.namedPeople(), r.shortBodies(), r.things()
	for i := range r.Names {
		n := &r.Names[i]
		text := r.SpanText(n.Span)
		last := r.Word(n.End - 1)
		titled := n.Start > 0 && isTitleWord(r.Doc, r.Word(n.Start-1))
		switch {
		case n.Type == Demonym:
		case (things[text] || r.isThing(n.Span)) && !titled && !people[last], stormNouns[r.Word(n.Start)] && r.isThing(n.Span):
			n.Type = OtherName
		case n.Type != PersonName && n.End-n.Start > 1 && !isHead(last) && (people[capitalForm(text)] || r.withArticle(n.Span) && people[last]):
			n.Type = PersonName
		case n.Type != PersonName || titled:
		case bodies[text] && !people[last], n.End-n.Start == 1 && isAllCaps(text) && r.besideBody(n.Span):
			n.Type = OrganizationName
		case n.End-n.Start == 1 && r.ofPaper(n.Span):
			n.Type = OrganizationName
		}
	}
}

// throughParticles lets the names of people go on over a particle with a hyphen: "Hassan
// Tawfik el-Banhawi", and "el-Banhawi" alone.
func (r *nameReader) throughParticles(names []Name) []Name {
	kept := names[:0]
	end := 0
	for _, n := range names {
		if n.Start < end {
			continue
		}
		if n.Type == PersonName {
			if k := n.Start - 2; k >= end && r.hyphenAt(k+1) && arabicParticles[r.Word(k)] {
				n.Start = k
			}
			for r.end = len(r.Tokens); r.particleName(n.End); {
				n.End += 3
			}
		}
		end = n.End
		kept = append(kept, n)
	}
	return kept
}

// withArticle reports whether a name begins with an Arabic article in capitals, as at the
// start of a sentence: "El-Banhawi".
func (r *nameReader) withArticle(s Span) bool {
	return s.End-s.Start == 3 && r.hyphenAt(s.Start+1) && arabicParticles[strings.ToLower(r.Word(s.Start))]
}

// endsTitle reports whether a name is the rest of a title behind a hyphen: "Inspector-General".
func (r *nameReader) endsTitle(s Span) bool {
	if r.hyphenAt(s.Start) {
		s.Start++
	}
	if s.Start < 2 || s.End-s.Start != 1 || !r.hyphenAt(s.Start-1) {
		return false
	}
	_, title := lexicon.TitleOf(r.lowered(r.Word(s.Start)))
	return title
}

// isTurn reports whether a name is the label of a question or an answer, alone or with the
// word that it starts with: "Q. When".
func (r *nameReader) isTurn(s Span) bool {
	if w := r.Word(s.Start); w != "Q." && w != "A." || s.End-s.Start > 2 {
		return false
	}
	return s.End-s.Start == 1 || starters[r.lowered(r.Word(s.Start+1))]
}

// isTimeZone reports whether a name stands behind a time of day and says where its clock is.
func (r *nameReader) isTimeZone(s Span) bool {
	if s.Start == 0 || s.End-s.Start != 1 || !timeZones[r.Word(s.Start)] {
		return false
	}
	w := r.Word(s.Start - 1)
	return w[0] >= '0' && w[0] <= '9' || w == "(" || strings.EqualFold(strings.ReplaceAll(w, ".", ""), "am") || strings.EqualFold(strings.ReplaceAll(w, ".", ""), "pm")
}

var timeZones = wordSet("GMT UTC BST CET CEST EET EEST MSK IST PKT HKT SGT JST KST AEST AEDT NZST NZDT WAT CAT EAT SAST BRT ART EST EDT ET CST CDT CT MST MDT MT PST PDT PT")

// namedPeople returns the names of several words that people have, their last words, and,
// for those of more words than two, the first two: "Ada Okoye" of "Ada Okoye Brandt".
func (r *nameReader) namedPeople() map[string]bool {
	people := make(map[string]bool)
	for _, n := range r.Names {
		if n.Type != PersonName || n.End-n.Start < 2 || r.isThing(n.Span) {
			continue
		}
		people[r.SpanText(n.Span)] = true
		people[r.Word(n.End-1)] = true
		if n.End-n.Start > 2 {
			people[r.SpanText(Span{n.Start, n.Start + 2})] = true
		}
	}
	return people
}

// capitalForm returns a name in capitals as it is written elsewhere: "Ada Okoye" of "ADA
// OKOYE"; "" for another name.
func capitalForm(text string) string {
	if strings.ToUpper(text) != text {
		return ""
	}
	words := strings.Fields(strings.ToLower(text))
	for i, w := range words {
		first := []rune(w)
		words[i] = strings.ToUpper(string(first[:1])) + string(first[1:])
	}
	return strings.Join(words, " ")
}

// shortBodies returns what companies and papers may be called for short: their names
// without the head, "Varnholm Qadro" of "Varnholm Qadro Shipping Ltd". The name of a person
// may stand in that of a firm, so it begins with no given name.
func (r *nameReader) shortBodies() map[string]bool {
	bodies := make(map[string]bool)
	for _, n := range r.Names {
		if n.Type != OrganizationName || n.End-n.Start < 2 || !r.calledShort(n.Span) {
			continue
		}
		if _, given := lexicon.GivenName(r.Word(n.Start)); given {
			continue
		}
		for end := n.End - 1; end > n.Start && isCapital(r.Word(end)); end-- {
			if end > n.Start+1 || !r.ordinary(r.Word(n.Start)) {
				bodies[r.SpanText(Span{n.Start, end})] = true
			}
		}
	}
	return bodies
}

// besideBody reports whether a name stands in apposition to a noun for a body: "the
// institute, WIMET,".
func (r *nameReader) besideBody(s Span) bool {
	if k := s.Start - 2; k >= 0 && r.Word(k+1) == "," && bodyNouns[r.Word(k)] {
		return true
	}
	if s.End+1 >= len(r.Tokens) || r.Word(s.End) != "," || !determined(r.Word(s.End+1)) {
		return false
	}
	for k := s.End + 2; k < len(r.Tokens) && k < s.End+appositionReach && isLetter(r.Word(k)); k++ {
		if bodyNouns[r.Word(k)] && !r.Tokens[k+1].XPOS.IsNoun() {
			return true
		}
	}
	return false
}

// appositionReach is the number of tokens within which the noun of an apposition stands.
const appositionReach = 6

func determined(w string) bool { return w == "a" || w == "an" || w == "another" || w == "the" }

// ofPaper reports whether a lone name with an article is whose people write: "The
// Lantern's Oslo bureau chief". No person has an article and a possessive.
func (r *nameReader) ofPaper(s Span) bool {
	if s.Start == 0 || s.End >= len(r.Tokens) || r.Word(s.Start-1) != "The" && r.Word(s.Start-1) != "the" || r.Word(s.End) != "'s" && r.Word(s.End) != "’s" {
		return false
	}
	for k := s.End + 1; k < len(r.Tokens) && k < s.End+appositionReach; k++ {
		if newsroom[r.Word(k)] {
			return true
		}
	}
	return false
}

// things returns the names that the text gives to storms and ships.
func (r *nameReader) things() map[string]bool {
	things := make(map[string]bool)
	for _, n := range r.Names {
		if !r.isThing(n.Span) {
			continue
		}
		if stormNouns[r.Word(n.Start)] {
			n.Start++
		}
		things[r.SpanText(n.Span)] = true
	}
	for i := range len(r.Tokens) - 1 {
		if shipNouns[r.Word(i)] && isCapital(r.Word(i+1)) && !isCalendar(r.Word(i+1)) && !isTitleWord(r.Doc, r.Word(i+1)) {
			things[r.Word(i+1)] = true
		}
	}
	return things
}

// isThing reports whether a name is that of a storm or a ship by the noun in front of it or
// in apposition: "Cyclone Ilsabe", "the tanker Marigold", "the Ottilia, another trawler".
func (r *nameReader) isThing(s Span) bool {
	if s.End-s.Start > 1 && stormNouns[r.Word(s.Start)] {
		return !isHead(r.Word(s.End - 1))
	}
	if s.Start > 0 && (stormNouns[r.Word(s.Start-1)] || shipNouns[r.lowered(r.Word(s.Start-1))]) && !isHead(r.Word(s.End-1)) {
		return true
	}
	if s.End+2 >= len(r.Tokens) || r.Word(s.End) != "," || !determined(r.Word(s.End+1)) {
		return false
	}
	for k := s.End + 2; k < len(r.Tokens)-1 && k < s.End+appositionReach && isLetter(r.Word(k)); k++ {
		if shipNouns[r.Word(k)] {
			return !r.Tokens[k+1].XPOS.IsNoun()
		}
	}
	return false
}

var (
	stormNouns = wordSet("Cyclone Hurricane Typhoon Storm")
	shipNouns  = wordSet("ship vessel tanker trawler freighter ferry frigate destroyer warship submarine yacht boat steamer schooner icebreaker minesweeper corvette tugboat dinghy cruiser")
	bodyNouns  = wordSet("agency institute ministry union party company group bank firm network broadcaster newspaper federation association regulator authority commission council watchdog operator")
	newsroom   = wordSet("editor correspondent reporter columnist journalist critic bureau newsroom")
)
