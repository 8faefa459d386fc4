package nlp

import "newsgraph/loader/lexicon"

// byContext sets right which names are people's and which are places', by the words around
// all mentions of a name: "the village of Brannock", "in Tarnby", "Georgia Mills, a nurse,".
func (r *nameReader) byContext() {
	r.Names = r.withPlaceGiven(r.Names)
	people := r.namedPeople()
	persons := make(map[string]bool)
	all, asPlace := make(map[string]int), make(map[string]int) // mentions
	for i := range r.Names {
		n := &r.Names[i]
		if n.Type == OrganizationName && !r.hasHead(n.Span) && r.calledSettlement(n.Span) && lexicon.Lookup(r.SpanText(n.Span)) == nil {
			n.Type = PlaceName
		}
		if n.Type != PersonName && n.Type != PlaceName {
			continue
		}
		if s := (Span{n.Start - 1, n.End}); n.Type == PersonName && r.startsPlace(s) {
			n.Span, n.Type = s, PlaceName
		} else if n.Type == PersonName && n.End-n.Start == 1 {
			for (i == 0 || r.Names[i-1].End < n.Start) && r.startsPerson(Span{n.Start - 1, n.Start + 1}) {
				n.Start--
			}
		}
		text := r.SpanText(n.Span)
		all[text]++
		if r.toldAsPlace(n.Span) { // "officials in Tarnby said" is no word of Tarnby's
			asPlace[text]++
		} else if r.toldAsPerson(n.Span) {
			persons[text] = true
		}
	}
	for town := range r.datelines() {
		asPlace[town] += all[town]
	}
	for i := range r.Names {
		n := &r.Names[i]
		text := r.SpanText(n.Span)
		if lexicon.Lookup(text) != nil {
			continue
		}
		_, given := lexicon.GivenName(r.Word(n.Start))
		given = given && n.End-n.Start > 1
		switch {
		case n.Type == PersonName && asPlace[text]*placeShare >= all[text] && !persons[text] && !given && !(n.End-n.Start == 1 && people[text]):
			n.Type = PlaceName
		case n.Type == PlaceName && given && persons[text] && asPlace[text] == 0:
			n.Type = PersonName
		}
	}
}

// datelines returns the towns in capitals that paragraphs start with before a dash, as they are
// written elsewhere: "TARNBY (Oxmere Post) — ".
func (r *nameReader) datelines() map[string]bool {
	towns, seen := make(map[string]bool), make(map[string]bool)
	for _, p := range r.Paragraphs {
		first := r.TokenAt(p.Start)
		end := first
		for end < len(r.Tokens) && end < first+datelineReach && isAllCaps(r.Word(end)) {
			end++
		}
		for k := end; end > first && k < len(r.Tokens) && k < first+datelineReach && r.Tokens[k].End <= p.End; k++ {
			if w := r.Word(k); w == "—" || w == "–" || w == "--" {
				if town := r.SpanText(Span{first, end}); !seen[town] {
					seen[town], towns[capitalForm(town)] = true, true
				}
				break
			}
		}
	}
	return towns
}

// datelineReach is the greatest number of tokens of a dateline.
const datelineReach = 10

// placeShare is how many mentions a name may have for each that is told of as a place.
const placeShare = 3

// withPlaceGiven joins the name of a place with that of a person right behind it: the first
// is a given name, "Israel Ruiz", unless a preposition may have it: "In Israel Ruiz spoke". So
// does any other surname where a person is told of, "Sydney Mills said", here or elsewhere.
func (r *nameReader) withPlaceGiven(names []Name) []Name {
	people := r.namedPeople()
	kept := names[:0]
	for k := 0; k < len(names); k++ {
		n := names[k]
		if n.Type != PlaceName || n.End-n.Start != 1 || n.End >= len(r.Tokens) || !r.givenHere(n.Start) {
			kept = append(kept, n)
			continue
		}
		var next *Name
		if k+1 < len(names) && names[k+1].Start == n.End {
			next = &names[k+1]
		}
		s := Span{n.Start, n.End + 1}
		if next != nil && next.End-next.Start > 1 {
			kept = append(kept, n)
			continue
		}
		if next != nil && next.Type == PersonName || r.surnameAt(n.End) && (people[r.SpanText(s)] || r.toldAsPerson(s)) {
			n.Span, n.Type = s, PersonName
			if next != nil {
				k++
			}
		}
		kept = append(kept, n)
	}
	return kept
}

// surnameAt reports whether token i is a capitalised word, the last of its kind, that can be
// a surname.
func (r *nameReader) surnameAt(i int) bool {
	if i+1 >= len(r.Tokens) || r.SentenceOf(i) != r.SentenceOf(i-1) || isCapital(r.Word(i+1)) {
		return false
	}
	w := r.Word(i)
	h, head := lexicon.HeadOf(w)
	return isCapital(w) && !isCalendar(w) && !isAllCaps(w) && !(head && !h.Place) && lexicon.Lookup(w) == nil && !isTitleWord(r.Doc, w) && !lexicon.IsCommon(r.lowered(w))
}

// givenHere reports whether a place's name at token i can be a given name.
func (r *nameReader) givenHere(i int) bool {
	if isAllCaps(r.Word(i)) || r.inHeadline(Span{i, i + 1}) || r.Tokens[i].End == r.Tokens[i+1].Start {
		return false
	}
	if i == 0 || r.SentenceOf(i) != r.SentenceOf(i-1) {
		return true
	}
	t := r.Tokens[i-1].XPOS
	return (t != TagIN || subordinators[r.Word(i-1)]) && t != TagTO && t != TagDT && t != TagPOS && !t.IsProper()
}

// startsPlace reports whether the first word of a span makes the rest the name of a place:
// "Upper Dray"; "Saint Orrin" if it is told of as one.
func (r *nameReader) startsPlace(s Span) bool {
	if s.Start < 0 || s.End-s.Start != 2 || r.SentenceOf(s.Start) != r.SentenceOf(s.End-1) {
		return false
	}
	switch r.Word(s.Start) {
	case "Upper", "Lower", "Great", "Nether", "New", "Old", "North", "South", "East", "West":
		i := r.SentenceOf(s.Start)
		return r.Sentences[i].Start != s.Start && !r.initial(r.Sentences[i].Start, s.Start)
	case "Saint", "St.", "St":
		return r.toldAsPlace(s)
	}
	return false
}

// startsPerson reports whether the first word of a span is the given name of the person whose
// surname is the other, "Sue Tarn", or the family's, "Xu Weiran". Where any word has a capital
// it is none that is common.
func (r *nameReader) startsPerson(s Span) bool {
	if s.Start < 0 || s.End-s.Start != 2 || r.SentenceOf(s.Start) != r.SentenceOf(s.End-1) || r.Tokens[s.Start].End == r.Tokens[s.Start+1].Start {
		return false
	}
	w := r.Word(s.Start)
	_, given := lexicon.GivenName(w)
	if !given || !isCapital(w) || isCalendar(w) || isTitleWord(r.Doc, w) || lexicon.Lookup(w) != nil {
		return false
	}
	start := r.Sentences[r.SentenceOf(s.Start)].Start
	return !r.initial(start, s.Start) && !isCloser(r.Word(s.Start-1)) || !lexicon.IsCommon(r.lowered(w)) && len(lexicon.Verbs(r.lowered(w))) == 0
}

// toldAsPlace reports whether the words beside a name are used of places: a preposition of
// place, a direction, or what calledSettlement reads.
func (r *nameReader) toldAsPlace(s Span) bool {
	switch next := r.wordBeside(s, s.End); r.wordBeside(s, s.Start-1) {
	case "outside":
		return true
	case "in":
		if next != "'s" && next != "’s" && !trusting[r.wordBeside(s, s.Start-2)] {
			return true
		}
	case "of":
		if directions[r.wordBeside(s, s.Start-2)] {
			return true
		}
	}
	return r.calledSettlement(s)
}

// calledSettlement reports whether the words beside a name call it a settlement: "the village
// of Netherby", "the town Netherby", "Netherby, a village of 400".
func (r *nameReader) calledSettlement(s Span) bool {
	switch before := r.wordBeside(s, s.Start-1); before {
	case "of":
		if w := r.wordBeside(s, s.Start-3); settlements[r.wordBeside(s, s.Start-2)] && w != "'s" && w != "’s" {
			return true
		}
	case "town", "village", "city", "hamlet":
		if w := r.wordBeside(s, s.Start-2); w == "the" || w == "a" || w == "nearby" {
			return true
		}
	}
	if w := r.wordBeside(s, s.End+1); r.wordBeside(s, s.End) != "," || w != "a" && w != "the" && w != "another" {
		return false
	}
	for k := s.End + 2; k < s.End+appositionReach; k++ {
		w := r.wordBeside(s, k)
		if w == "" || !isLetter(w) {
			return false
		}
		if settlements[w] {
			return !r.Tokens[k+1].XPOS.IsNoun() && r.Tokens[k+1].XPOS != TagPOS
		}
	}
	return false
}

// wordBeside returns the word of token i in lower case; "" if it is not in the sentence of a span.
func (r *nameReader) wordBeside(s Span, i int) string {
	if i < 0 || i >= len(r.Tokens) || r.SentenceOf(i) != r.SentenceOf(s.Start) {
		return ""
	}
	return r.lowered(r.Word(i))
}

// toldAsPerson reports whether the words beside a name are used of people: a title, a verb of
// speech, who somebody is.
func (r *nameReader) toldAsPerson(s Span) bool {
	n := r.SentenceOf(s.Start)
	if n < 0 {
		return false
	}
	r.start, r.end = r.Sentences[n].Start, r.Sentences[n].End
	if s.Start > r.start && isTitleWord(r.Doc, r.Word(s.Start-1)) {
		return true
	}
	if t := r.tagBeside(s.End); (r.speaks(s.End-1) || s.End-s.Start > 1 && r.speaks(s.Start)) && (!t.IsVerb() && t != TagMD || r.speechAt(s.End)) { // not "he said Tarnby would pay"
		return true
	}
	if s.End >= r.end || r.Word(s.End) != "," {
		return false
	}
	for k := s.End + 1; k < r.end && k < s.End+appositionReach && isLetter(r.Word(k)) && r.Word(k) != "of"; k++ {
		if personal(r.Word(k)) {
			return true
		}
	}
	return r.apposition(s, r.end).person > 0
}

func (r *nameReader) tagBeside(i int) Tag {
	if i >= r.end {
		return 0
	}
	return r.Tokens[i].XPOS
}

func (r *nameReader) speechAt(i int) bool { return i < r.end && len(lexicon.Verbs(r.Word(i))) > 0 }

// personal reports whether a noun is one for a person: a title, or by its ending.
func personal(w string) bool {
	t, ok := lexicon.TitleOf(w)
	return ok && t.Class != "honorific" || callings[w]
}

var (
	subordinators = wordSet("that because if whether although though while")
	settlements   = wordSet("town village city hamlet port suburb settlement township island municipality district county province")
	directions    = wordSet("north south east west northeast northwest southeast southwest")
	trusting      = wordSet("trust trusts trusted confidence faith believe believes believed belief interest interested invest invested pride hope")
	callings      = wordSet("nurse teacher farmer mother father sister brother wife husband son daughter widow student lawyer doctor engineer driver resident")
)
