package nlp

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"newsgraph/loader/lexicon"
)

// NameRules finds names by capital letters, the lexicon and the words around them. It
// knows nothing of tags; it is what a trained annotator of names has to beat.
//
// In "Chadian President Ada Okoye met Bank of Lagos officials" it finds Chadian (a
// demonym), Ada Okoye (a person; titles stay outside) and Bank of Lagos (an
// organization). A word that is capitalised only because a sentence starts with it, or
// because a headline capitalises every word, is not a name.
var NameRules = Annotator{
	Name: "names-rules", Needs: []Layer{TokenLayer, SentenceLayer}, Adds: []Layer{NameLayer},
	Run: func(d *Doc) error {
		r := nameReaders.Get().(*nameReader)
		defer nameReaders.Put(r)
		r.trained = r.trained[:0]
		r.read(d)
		return nil
	},
}

var nameReaders = sync.Pool{New: func() any {
	return &nameReader{solo: make(map[string]int), lower: make(map[string]bool), known: make(map[string]NameType), sure: make(map[string]bool)}
}}

// A nameReader finds the names of one Doc.
type nameReader struct {
	*Doc
	headlineOf int                 // one more than the sentence that inHeadline saw last,
	headline   bool                // and whether it is a headline
	solo       map[string]int      // capitalised words where a capital means something, not next to a hyphen
	lower      map[string]bool     // words that stand in the text without a capital
	known      map[string]NameType // names found outside headlines, and last words of people's names
	sure       map[string]bool     // people whose name or title shows that they are
	start      int                 // first token of the sentence
	end        int                 // one past its last token
	head       bool                // the sentence is a headline: capitals mean nothing

	trained []Name // what the model found, when its names are joined with those of the rules
}

func (r *nameReader) read(d *Doc) {
	r.Doc, r.headlineOf = d, 0
	clear(r.solo)
	clear(r.lower)
	clear(r.known)
	clear(r.sure)
	d.Names = d.Names[:0]
	for _, s := range d.Sentences {
		r.survey(s)
	}
	for _, headlines := range []bool{false, true} { // the story first: it tells what names a headline may hold
		if headlines {
			r.learn()
		}
		for _, s := range d.Sentences {
			if !r.skipped(s) && r.isHeadline(s) == headlines {
				r.sentence(s, headlines)
			}
		}
	}
	r.settle()
	slices.SortStableFunc(d.Names, func(a, b Name) int { return a.Start - b.Start })
}

// skipped reports whether a sentence lies in a part of the text that is not the story.
func (r *nameReader) skipped(s Span) bool {
	at := r.Tokens[s.Start].Start
	for _, skip := range r.Skip {
		if skip.Start <= at && at < skip.End {
			return true
		}
	}
	return false
}

// survey notes the words of a sentence with and without capitals.
func (r *nameReader) survey(s Span) {
	if r.skipped(s) || r.isHeadline(s) {
		return
	}
	for i := s.Start; i < s.End; i++ {
		w := r.Word(i)
		switch {
		case !isCapital(w):
			r.lower[w] = true
		case !r.initial(s.Start, i) && !r.hyphenAt(i-1) && !r.hyphenAt(i+1):
			r.solo[w]++
		}
	}
}

// headlineShare is the share of a line's longer words that are capitalised from which
// the line counts as a headline in title case.
const headlineShare = 0.6

// isHeadline reports whether a sentence capitalises words that are no names: no period
// ends it, and most of its longer words have a capital.
func (r *nameReader) isHeadline(s Span) bool {
	if last := r.Word(s.End - 1); strings.HasSuffix(last, ".") || last == "”" || last == "\"" {
		return false
	}
	long, capital := 0, 0
	for i := s.Start; i < s.End; i++ {
		if w := r.Word(i); len(w) >= 4 && isLetter(w) {
			long++
			if isCapital(w) {
				capital++
			}
		}
	}
	return long >= 4 && float64(capital) >= headlineShare*float64(long)
}

func (r *nameReader) sentence(s Span, headline bool) {
	r.start, r.end, r.head = s.Start, s.End, headline
	for i := s.Start; i < s.End; {
		run := r.run(i)
		if run.End == i {
			i++
			continue
		}
		if headline {
			r.headlineRun(run)
		} else {
			r.names(run)
		}
		i = run.End
	}
}

// run returns the span of capitalised words at token i, joined by what stands inside
// names: hyphens, particles, initials, "of" after the head of an organization.
func (r *nameReader) run(i int) Span {
	w := r.Word(i)
	if !isCapital(w) && !r.particleName(i) && lexicon.Longest(w) == 0 {
		return Span{i, i}
	}
	if !isCapital(w) && !r.particleName(i) { // "al-Qaeda", "sub-Saharan Africa"
		_, end := r.lookup(i, r.end)
		return Span{i, max(i, end)}
	}
	if isCalendar(w) || strings.ContainsRune(w, '$') {
		return Span{i, i}
	}
	j := i + 1
	if _, end := r.lookup(i, r.end); end > j { // "Dar es Salaam", "Gulf of Aden"
		j = end
	}
	for j < r.end {
		next := r.join(i, j)
		if next == j {
			break
		}
		j = next
	}
	return Span{i, j}
}

// particleName reports whether a lower-case particle at token i begins a name: "al-Sadr".
func (r *nameReader) particleName(i int) bool {
	return i+2 < r.end && arabicParticles[r.Word(i)] && r.hyphenAt(i+1) && isCapital(r.Word(i+2))
}

// join returns the end of the run from i if what stands at token j carries it on, else j.
func (r *nameReader) join(i, j int) int {
	w := r.Word(j)
	capitalAt := func(k int) bool { return k < r.end && isCapital(r.Word(k)) && !isCalendar(r.Word(k)) }
	switch {
	case capitalAt(j):
		if _, end := r.lookup(j, r.end); end > j { // "The Democratic Republic of the Congo"
			return end
		}
		return j + 1
	case w == "-" && r.tight(j):
		if capitalAt(j+1) && (!r.separate(j-1, j+1) || r.bodyFrom(j+1)) || j+1 < r.end && r.particleName(j+1) {
			return j + 2
		}
		if j-i >= 2 && r.syllable(j+1) { // "Moon Jae-in"
			return j + 2
		}
	case nameParticles[w] && capitalAt(j+1):
		return j + 2
	case nameParticles[w] && j+1 < r.end && nameParticles[r.Word(j+1)] && capitalAt(j+2):
		return j + 3
	case r.particleName(j):
		return j + 3
	case w == "plc":
		return j + 1
	case (w == "'" || w == "’") && j > 0 && r.Tokens[j-1].End == r.Tokens[j].Start && manyWorkers(r.Word(j-1)) && capitalAt(j+1) && r.bodyFrom(j+1): // "Teachers' Union"
		return j + 2
	case w == "&" && capitalAt(j+1):
		return j + 2
	case (w == "of" || w == "for" || w == "on") && r.hasHead(Span{i, j}):
		if capitalAt(j + 1) {
			return j + 2
		}
		if w == "of" && j+1 < r.end && r.Word(j+1) == "the" && capitalAt(j+2) {
			return j + 3
		}
	case w == "and" && capitalAt(j+1) && r.insideOf(Span{i, j}):
		if n, _ := r.lookup(j+1, r.end); n == nil || n.Org != nil {
			return j + 2
		}
	}
	return j
}

// syllable reports whether token i, after a hyphen, can be the rest of a given name in
// two syllables: "Jae-in". "Bell-backed" is no name.
func (r *nameReader) syllable(i int) bool {
	if i >= r.end {
		return false
	}
	w := r.Word(i)
	if !isLetter(w) || isCapital(w) || len(w) > 7 || hyphenSuffixes[w] || lexicon.IsCommon(w) && len(w) > 2 {
		return false
	}
	return !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing")
}

// separate reports whether a hyphen joins two names ("the Paris-Berlin line") rather
// than being part of one ("Jean-Luc"): the first is of the lexicon, or both stand alone
// elsewhere in the text.
func (r *nameReader) separate(left, right int) bool {
	a, b := r.Word(left), r.Word(right)
	if n := lexicon.Lookup(a); n != nil && (n.Country != nil || n.Demonym != nil || n.Capital != nil) {
		return lexicon.Lookup(r.Text[r.Tokens[left].Start:r.Tokens[right].End]) == nil
	}
	return r.solo[a] > 0 && r.solo[b] > 0
}

// bodyFrom reports whether the capitals from token i on end in the head of an organization:
// "(German-)Dutch Chamber".
func (r *nameReader) bodyFrom(i int) bool {
	end := i
	for end < r.end && end < i+longBody && isCapital(r.Word(end)) {
		end++
	}
	if end == i {
		return false
	}
	h, ok := lexicon.HeadOf(r.Word(end - 1))
	return ok && !h.Place
}

// manyWorkers reports whether a word is a plural of those who do something: "Teachers".
func manyWorkers(w string) bool {
	for _, end := range []string{"ers", "ors", "ists", "ants"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// longBody is the number of words behind a hyphen that the name of an organization may have.
const longBody = 5

// tight reports whether no blank stands around token i.
func (r *nameReader) tight(i int) bool {
	return i > 0 && i+1 < len(r.Tokens) && r.Tokens[i-1].End == r.Tokens[i].Start && r.Tokens[i].End == r.Tokens[i+1].Start
}

func (r *nameReader) hyphenAt(i int) bool {
	return i > 0 && i < len(r.Tokens) && r.Word(i) == "-" && r.tight(i)
}

// hasHead reports whether a span ends in the head of an organization: "Ministry (of)".
func (r *nameReader) hasHead(s Span) bool {
	for i := s.Start; i < s.End; i++ {
		if h, ok := lexicon.HeadOf(r.Word(i)); ok && !h.Place && (i == s.End-1 || ofWord(r.Word(i+1))) {
			return true
		}
	}
	return false
}

// insideOf reports whether a span has gone past the "of" of an organization's name.
func (r *nameReader) insideOf(s Span) bool {
	for i := s.Start + 1; i < s.End-1; i++ {
		if ofWord(r.Word(i)) && r.hasHead(Span{s.Start, i}) {
			return true
		}
	}
	return false
}

func ofWord(w string) bool { return w == "of" || w == "for" || w == "on" }

// names cuts a run of capitalised words into names and adds them.
func (r *nameReader) names(run Span) {
	p, titled := r.office(Span{r.trimInitial(run), run.End})
	for p < run.End {
		if r.isTitle(p, run.End) {
			titled = true
			p++
			continue
		}
		next := r.one(Span{p, run.End}, titled)
		titled = false
		p = max(next, p+1)
	}
}

// titleOf returns the title that token i stands after with an "of" between: "the
// minister of", "Minister of Defence of", "head of the"; "" if there is none.
func (r *nameReader) titleOf(i int) string {
	k := i - 1
	if k > r.start && r.Word(k) == "the" {
		k--
	}
	if k <= r.start || r.Word(k) != "of" {
		return ""
	}
	for k--; k >= r.start && k > i-titleReach; k-- {
		w := r.lowered(r.Word(k))
		if t, ok := lexicon.TitleOf(w); ok && t.Class != "honorific" {
			return w
		}
		if w != "of" && w != "and" && !lexicon.IsTitleModifier(w) {
			return ""
		}
	}
	return ""
}

// titleReach is the number of tokens between a title and the end of what it is of.
const titleReach = 8

// office adds what the title before a run is of, if a person's name follows it in the
// run, and returns where that name starts and whether there is one: "minister of
// Transport | Ada Okoye", "head of Lanterna | Ada Okoye", "minister of defence of Chad
// | Ada Okoye". A portfolio is no name.
func (r *nameReader) office(s Span) (int, bool) {
	title := r.titleOf(s.Start)
	if title == "" || s.End-s.Start < 2 {
		return s.Start, false
	}
	p := s.Start
	for (title == "minister" || title == "secretary") && p < s.End-1 && lexicon.IsTitleModifier(r.lowered(r.Word(p))) {
		p++
	}
	if p > s.Start && r.headType(Span{p, s.End}) == 0 {
		return p, s.End-p > 1 || lexicon.Lookup(r.Word(p)) == nil && !isHead(r.Word(p))
	}
	if p = s.Start; r.headType(s) != 0 {
		return p, false
	}
	if n, end := r.lookup(p, s.End); n != nil && s.End-end >= 2 {
		return r.add(Span{p, end}, typeOf(n)), true
	}
	if _, given := lexicon.GivenName(r.Word(p)); given {
		return p, false
	}
	for k := p + 1; k < s.End-1; k++ {
		if _, given := lexicon.GivenName(r.Word(k)); given {
			return r.add(Span{p, k}, r.officeOf(Span{p, k})), true
		}
	}
	return p, false
}

// officeOf types what a title is of.
func (r *nameReader) officeOf(s Span) NameType {
	if t := r.headType(s); t != 0 {
		return t
	}
	return OrganizationName
}

// trimInitial returns where the names of a run can start: after a word that begins the
// sentence and is capitalised for no other reason, and after an article.
func (r *nameReader) trimInitial(run Span) int {
	p := run.Start
	for p < run.End && articles[r.Word(p)] {
		p++
	}
	if p >= run.End || !r.initial(r.start, p) && p == run.Start {
		return p
	}
	if !r.initial(r.start, p) {
		return p
	}
	if n, _ := r.lookup(p, run.End); n != nil {
		return p
	}
	w := r.Word(p)
	if lexicon.IsCommon(r.lowered(w)) && !isInitial(w) {
		return p + 1
	}
	if r.solo[w] > 0 || isAllCaps(w) || hasInnerCapital(w) {
		return p
	}
	low := r.lowered(w)
	_, given := lexicon.GivenName(w)
	switch {
	case r.lower[low]:
		return p + 1
	case given:
		return p
	case run.End-p == 1: // "Talks resumed": nothing but its place gives it a capital
		if r.namelike(p) {
			return p
		}
		return p + 1
	case strings.HasSuffix(low, "ing") || strings.HasSuffix(low, "ly") || strings.HasSuffix(low, "ed"):
		return p + 1
	}
	return p
}

// namelike reports whether a lone word at the start of a sentence is used as a name:
// "Okoye said", "Okoye's".
func (r *nameReader) namelike(p int) bool {
	if p+1 >= r.end {
		return false
	}
	next := r.Word(p + 1)
	for _, v := range lexicon.Verbs(next) {
		if v.Form&(lexicon.Past|lexicon.Third) != 0 && !strings.HasSuffix(r.Word(p), "s") {
			return true
		}
	}
	return next == "'s" || next == "’s"
}

// one adds the name that the words of s begin with and returns where it ends.
func (r *nameReader) one(s Span, titled bool) int {
	whole := r.trimHonorificTail(s)
	if t := r.headType(whole); t != 0 && !titled {
		return r.add(whole, t)
	}
	if n, end := r.lookup(s.Start, s.End); n != nil && !r.isGivenBefore(s, end) && !titled {
		if end < s.End && r.Word(end) == "-" && r.tight(end) {
			r.add(Span{s.Start, end}, typeOf(n))
			return end + 1
		}
		return r.add(Span{s.Start, end}, typeOf(n))
	}
	end := r.personEnd(whole)
	return r.add(Span{s.Start, end}, r.guess(Span{s.Start, end}, titled))
}

// trimHonorificTail ends a run before a title that starts another name: "Okoye Mr. Brandt".
func (r *nameReader) trimHonorificTail(s Span) Span {
	for i := s.Start + 1; i < s.End; i++ {
		if t, ok := lexicon.TitleOf(r.Word(i)); ok && t.Class == "honorific" {
			return Span{s.Start, i}
		}
	}
	return s
}

// personEnd returns where a person's name that starts s ends: before a title, or
// before a country or demonym that is not the last word.
func (r *nameReader) personEnd(s Span) int {
	for i := s.Start + 1; i < s.End; i++ {
		if r.isTitle(i, s.End) && i < s.End-1 {
			return i
		}
	}
	return s.End
}

// isGivenBefore reports whether a name of the lexicon at the start of s is a person's
// given name here: "Jordan Bell", "Paris Okoye".
func (r *nameReader) isGivenBefore(s Span, end int) bool {
	if end != s.Start+1 || end >= s.End || r.Word(end) == "-" {
		return false
	}
	if _, ok := lexicon.GivenName(r.Word(s.Start)); !ok || r.isTitle(end, s.End) {
		return false
	}
	n, _ := r.lookup(end, s.End)
	_, head := lexicon.HeadOf(r.Word(end))
	return n == nil && !head
}

// isTitle reports whether token i is a title or stands before one within the run.
func (r *nameReader) isTitle(i, end int) bool {
	w := r.Word(i)
	if t, ok := lexicon.TitleOf(w); ok && t.Class == "honorific" {
		return true
	}
	if !isCapital(w) {
		return false
	}
	low := r.lowered(w)
	if _, ok := lexicon.TitleOf(low); ok {
		if _, given := lexicon.GivenName(w); !given && !(i+1 < end && ofWord(r.Word(i+1)) && r.hasHead(Span{i, i + 1})) {
			return true
		}
	}
	if lexicon.IsTitleModifier(low) && i+1 < end {
		return r.isTitle(i+1, end)
	}
	return false
}

// lookup returns the longest name of the lexicon that starts at token i and ends at a
// token before end, and where it ends.
func (r *nameReader) lookup(i, end int) (*lexicon.Name, int) {
	limit := lexicon.Longest(r.Word(i))
	if limit == 0 {
		return nil, i
	}
	from := r.Tokens[i].Start
	for j := min(end, i+10); j > i; j-- {
		if to := r.Tokens[j-1].End; to-from <= limit {
			if n := lexicon.Lookup(r.Text[from:to]); n != nil {
				return n, j
			}
		}
	}
	return nil, i
}

func typeOf(n *lexicon.Name) NameType {
	switch {
	case n.Country != nil || n.Place != nil || n.Seat != nil || n.Capital != nil:
		return PlaceName
	case n.Org != nil:
		return OrganizationName
	}
	return Demonym
}

// headType returns the type that the head of a name gives it: "… Bank", "Institute of
// …", "… River"; 0 if it has no head.
func (r *nameReader) headType(s Span) NameType {
	if s.End-s.Start < 2 {
		if h, ok := lexicon.HeadOf(r.Word(s.Start)); ok && h.Sort == "parliament" && !r.initial(r.start, s.Start) {
			return OrganizationName
		}
		return 0
	}
	if n, end := r.lookup(s.Start, s.End); n != nil && end == s.End {
		return typeOf(n)
	}
	if h, ok := lexicon.HeadOf(r.Word(s.End - 1)); ok {
		if h.Place {
			return PlaceName
		}
		return OrganizationName
	}
	for i := s.Start; i < s.End-1; i++ {
		if h, ok := lexicon.HeadOf(r.Word(i)); ok && ofWord(r.Word(i+1)) {
			if h.Place {
				return PlaceName
			}
			return OrganizationName
		}
	}
	if h, ok := lexicon.HeadOf(r.Word(s.Start)); ok && h.Place && h.Sort != "building" {
		return PlaceName // "Mount Kenya", "Lake Chad"
	}
	return 0
}

// guess returns the most likely type of a name that the lexicon does not hold.
func (r *nameReader) guess(s Span, titled bool) NameType {
	first := r.Word(s.Start)
	_, given := lexicon.GivenName(first)
	before := ""
	if s.Start > r.start {
		before = r.lowered(r.Word(s.Start - 1))
	}
	switch {
	case titled:
		r.sure[r.SpanText(s)] = true
		return PersonName
	case r.calledOrganization(s):
		return OrganizationName
	case s.End-s.Start == 1 && (isAllCaps(first) || hasInnerCapital(first)):
		return OrganizationName
	case s.End-s.Start == 1 && given:
		return PersonName
	case s.End-s.Start == 1:
		return r.guessWord(s.Start, before)
	case given || r.hasInitial(s):
		r.sure[r.SpanText(s)] = true
		return PersonName
	case before == "the" || r.hasCommon(s) || r.hasAllCaps(s) || r.hasPlain(s):
		return OtherName
	case placePrepositions[before]:
		return PlaceName
	}
	return PersonName
}

// calledOrganization reports whether a noun beside the name says what it is: "Lanterna
// news agency", "the broadcaster Lanterna".
func (r *nameReader) calledOrganization(s Span) bool {
	if s.Start > r.start && organizationNouns[r.Word(s.Start-1)] {
		return true
	}
	if s.End < r.end && organizationNouns[r.Word(s.End)] {
		return true
	}
	return s.End+1 < r.end && r.Word(s.End) == "news" && organizationNouns[r.Word(s.End+1)]
}

// guessWord types a name of one word by what stands around it.
func (r *nameReader) guessWord(i int, before string) NameType {
	if h, ok := lexicon.HeadOf(r.Word(i)); ok && h.Sort != "city" { // "the Bank", "in Court"
		return OtherName
	}
	if r.speaks(i) {
		return PersonName
	}
	if placePrepositions[before] {
		return PlaceName
	}
	return OtherName
}

// speaks reports whether a verb of speech stands next to token i: "Okoye said", "said Okoye".
func (r *nameReader) speaks(i int) bool {
	for _, k := range []int{i - 1, i + 1} {
		if k < r.start || k >= r.end {
			continue
		}
		for _, v := range lexicon.Verbs(r.Word(k)) {
			if v.Form&(lexicon.Past|lexicon.Third) != 0 && v.Has(lexicon.QuoteFrame) {
				return true
			}
		}
	}
	return false
}

func (r *nameReader) hasInitial(s Span) bool {
	for i := s.Start; i < s.End-1; i++ {
		if isInitial(r.Word(i)) {
			return true
		}
	}
	return false
}

func (r *nameReader) hasCommon(s Span) bool {
	for i := s.Start; i < s.End; i++ {
		if w := r.Word(i); isCapital(w) && lexicon.IsCommon(r.lowered(w)) {
			return true
		}
	}
	return false
}

// hasPlain reports whether a word of the span stands in the text without a capital too.
func (r *nameReader) hasPlain(s Span) bool {
	for i := s.Start; i < s.End; i++ {
		if w := r.Word(i); isCapital(w) && r.lower[r.lowered(w)] {
			return true
		}
	}
	return false
}

func (r *nameReader) hasAllCaps(s Span) bool {
	for i := s.Start; i < s.End; i++ {
		if isAllCaps(r.Word(i)) {
			return true
		}
	}
	return false
}

// add adds a name and returns where it ends.
func (r *nameReader) add(s Span, t NameType) int {
	if w := r.Word(s.Start); s.End-s.Start == 1 && lexicon.IsCommon(r.lowered(w)) && lexicon.Lookup(w) == nil {
		return s.End
	}
	r.Names = append(r.Names, Name{s, t})
	r.know(s, r.SpanText(s), t)
	return s.End
}

// know notes a name of the story, and the last word of a person's.
func (r *nameReader) know(s Span, text string, t NameType) {
	if r.known[text] == 0 || r.known[text] == OtherName {
		r.known[text] = t
	}
	if last := r.Word(s.End - 1); t == PersonName && s.End-s.Start > 1 {
		if _, head := lexicon.HeadOf(last); !head {
			r.known[last] = PersonName
		}
	}
}

// headlineRun adds the names of a headline's run: those of the lexicon and those that
// the story holds.
func (r *nameReader) headlineRun(run Span) {
	for i := run.Start; i < run.End; {
		end := i
		for j := run.End; j > i && end == i; j-- {
			text := r.Text[r.Tokens[i].Start:r.Tokens[j-1].End]
			if t := r.known[text]; t != 0 {
				r.Names = append(r.Names, Name{Span{i, j}, t})
				end = j
			}
		}
		if n, e := r.lookup(i, run.End); n != nil && e > end {
			r.Names = append(r.Names, Name{Span{i, e}, typeOf(n)})
			end = e
		}
		i = max(end, i+1)
	}
}

// settle types again the names that nothing but their form made people, or that have no
// type, by all that the text says of them; and gives lone words the type of the longer
// name that they begin or end.
func (r *nameReader) settle() {
	votes := r.votes()
	for i := range r.Names {
		n := &r.Names[i]
		text := r.SpanText(n.Span)
		v := votes[text]
		switch {
		case !r.unsure(n, text):
		case v.body >= max(v.person, 0)+sureVotes:
			n.Type = OrganizationName
		case v.person > v.body && n.Type == OtherName && n.End-n.Start == 1 && r.solo[text] > 1 && !lexicon.IsCommon(r.lowered(text)):
			n.Type = PersonName
			r.known[text] = PersonName
		}
	}
	r.shortForms()
}

// unsure reports whether a name's type is no more than a guess.
func (r *nameReader) unsure(n *Name, text string) bool {
	return (n.Type == PersonName || n.Type == OtherName) && !r.sure[text] && lexicon.Lookup(text) == nil
}

// shortForms gives lone words the type of the people whose last name they are, or of
// the organizations whose name they begin.
func (r *nameReader) shortForms() {
	bodies, places := make(map[string]bool), make(map[string]bool)
	for _, n := range r.Names {
		w := r.Word(n.Start)
		if n.Start > 0 && placePrepositions[r.Word(n.Start-1)] {
			places[w] = true
		}
		if n.Type == OrganizationName && n.End-n.Start > 1 && !r.ordinary(w) && r.calledShort(n.Span) {
			bodies[w] = true
		}
	}
	for i := range r.Names {
		n := &r.Names[i]
		w := r.Word(n.Start)
		if n.End-n.Start != 1 || lexicon.Lookup(w) != nil {
			continue
		}
		surname := r.known[w] == PersonName
		switch {
		case bodies[w] && !places[w] && (n.Type == OtherName || n.Type == PlaceName || n.Type == PersonName && !r.endsPerson(w)):
			n.Type = OrganizationName
		case surname && (n.Type == OtherName || n.Type == PlaceName):
			n.Type = PersonName
		}
	}
}

// calledShort reports whether an organization may go by the first word of its name
// alone: companies and papers do; what is named after a leader does not.
func (r *nameReader) calledShort(s Span) bool {
	h, _ := lexicon.HeadOf(r.Word(s.End - 1))
	return h.Sort == "company" || h.Sort == "media"
}

// ordinary reports whether a capitalised word says little of the one name that it
// begins: it is a common word, a given name, a place or the head of other names.
func (r *nameReader) ordinary(w string) bool {
	_, given := lexicon.GivenName(w)
	_, head := lexicon.HeadOf(w)
	low := r.lowered(w)
	return given || head || len(w) < 3 || lexicon.Lookup(w) != nil || lexicon.IsCommon(low) || lexicon.IsTitleModifier(low) || r.lower[low]
}

// endsPerson reports whether a word is the last of a person's full name in the text.
func (r *nameReader) endsPerson(w string) bool {
	for _, n := range r.Names {
		if n.Type == PersonName && n.End-n.Start > 1 && r.Word(n.End-1) == w {
			return true
		}
	}
	return false
}

// A vote counts what speaks for a name being a person's and an organization's.
type vote struct{ person, body int }

// votes counts, for each name that is no more than guessed, the words around it that
// are used of people and of organizations.
func (r *nameReader) votes() map[string]vote {
	votes := make(map[string]vote)
	for i := range r.Names {
		n := &r.Names[i]
		text := r.SpanText(n.Span)
		s := r.SentenceOf(n.Start)
		if s < 0 || !r.unsure(n, text) {
			continue
		}
		v := votes[text]
		r.poll(&v, n.Span, r.Sentences[s])
		votes[text] = v
	}
	return votes
}

// poll adds the votes of the words around one name.
func (r *nameReader) poll(v *vote, n, s Span) {
	word := func(i int) string {
		if i < s.Start || i >= s.End {
			return ""
		}
		return r.Word(i)
	}
	switch word(n.Start - 1) {
	case "writes", "reports":
		v.body += 2 // "…, writes Lanterna": papers are quoted so
	case "to":
		if word(n.Start-2) == "reference" {
			v.body += 2
		}
	}
	if word(n.End) == "," {
		v.add(r.apposition(n, s.End))
	}
	for i := n.End; i < min(s.End, n.End+pronounReach); i++ {
		switch word(i) {
		case "he", "she", "his", "him", "her":
			v.person++
		case "its", "it":
			if i < n.End+itReach && n.End-n.Start > 1 {
				v.body += 2
			}
			v.person--
		}
	}
}

// sureVotes is by how much the votes for an organization must lead; itReach is the
// number of tokens within which an "it" behind a name means it, pronounReach the number
// within which pronouns tell anything of it.
const (
	sureVotes    = 2
	itReach      = 4
	pronounReach = 200
)

func (v *vote) add(other vote) { v.person, v.body = v.person+other.person, v.body+other.body }

// apposition returns the votes of what stands behind a name and a comma: "who", an age,
// "which", "the Danish company".
func (r *nameReader) apposition(n Span, end int) vote {
	i := n.End + 1
	for k := i; k < end && k < i+6; k++ {
		w := r.Word(k)
		switch {
		case k == i && w == "which" && n.End-n.Start > 1 || organizationNouns[w]:
			return vote{body: 2}
		case k == i && (w == "who" || w == "whose" || len(w) == 2 && w[0] >= '1' && w[0] <= '9'):
			return vote{person: 2}
		case w == "," || w == "of" || w == "at" || w == "for" || w == "in" || w == "'s" || w == "’s":
			return vote{}
		}
		if t, ok := lexicon.TitleOf(w); ok && t.Class != "honorific" {
			return vote{person: 2}
		}
	}
	return vote{}
}

// initial reports whether a capital at token i of the sentence from start means
// nothing: the sentence, or a quotation in it, starts there.
func (r *nameReader) initial(start, i int) bool {
	if i == start {
		return true
	}
	switch r.Word(i - 1) {
	case "“", "\"", "‘", "'", "``", ":", "•", "—", "–", "(", "[", "*":
		return true
	case "-":
		return i-1 == start
	}
	return false
}

var (
	articles          = wordSet("The A An")
	organizationNouns = wordSet(`agency newspaper magazine broadcaster company firm bank channel website outlet carmaker airline
		retailer manufacturer thinktank militia daily weekly startup conglomerate tabloid network portal operator`)
	nameParticles     = wordSet("de da di del della van von der den bin ibn dos das du ter ten zu")
	arabicParticles   = wordSet("al el ul ad as ar ash at an")
	placePrepositions = wordSet("in at near from around outside across throughout")
	hyphenSuffixes    = wordSet("led based style era made born wide run owned held built bound like type level size free only elect prone rich poor year day old first")
	familyPrefixes    = wordSet("Mc Mac De Di Du Da Le La Van Fitz Al El")
	calendarWords     = wordSet(`January February March April May June July August September October November December
		Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Jan Feb Aug Sept Oct Nov Dec
		Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays`)
)

func isCalendar(w string) bool { return calendarWords[w] }

func isCapital(w string) bool {
	if w == "" {
		return false
	}
	if w[0] < utf8.RuneSelf {
		return 'A' <= w[0] && w[0] <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

func isLetter(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r)
}

// isInitial reports whether a word is an initial: "V.".
func isInitial(w string) bool {
	return len(w) == 2 && w[1] == '.' && 'A' <= w[0] && w[0] <= 'Z'
}

// isAllCaps reports whether a word is of two capitals or more and nothing else but
// digits and periods.
func isAllCaps(w string) bool {
	letters := 0
	for _, c := range w {
		switch {
		case unicode.IsUpper(c):
			letters++
		case c != '.' && !unicode.IsDigit(c) && c != '+':
			return false
		}
	}
	return letters >= 2
}

// hasInnerCapital reports whether a word is written as names of firms and platforms
// are: "NewsGuard". "McDonald" and "DeVito" are people.
func hasInnerCapital(w string) bool {
	for i := 1; i < len(w); i++ {
		if 'A' <= w[i] && w[i] <= 'Z' && 'a' <= w[i-1] && w[i-1] <= 'z' {
			return !familyPrefixes[w[:i]]
		}
	}
	return false
}
