package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// findEntities gives every mention the entity it refers to: first the people under
// their full names, then everything else, then people under a part of their name.
func findEntities(r *reading) {
	c := clusters{reading: r, byKey: make(map[string]*entity), byPart: make(map[string][]*entity), byFirst: make(map[string][]*entity), byBegin: make(map[string][]*entity), byFull: make(map[string][]*entity),
		byHead: make(map[string][]*entity), called: make(map[string]*entity), seen: make(map[*entity]int), bySort: make(map[string]*entity)}
	for i := range r.mentions {
		m := &r.mentions[i]
		switch {
		case c.ownName(m) >= 0:
		case m.typ == person && len(c.nameWords(m.span)) > 1:
			c.fullName(m)
		case m.typ == country:
			m.entity = c.entity(country, m.iso, lexicon.CountryByCode(m.iso).Name)
			m.entity.iso = m.iso
		case m.typ == place:
			c.place(m)
		case m.typ == organization && m.entity == nil:
			c.organization(m)
		}
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.typ != person || c.ownName(m) >= 0 {
			continue
		}
		if m.entity == nil {
			c.partOfName(m)
		}
		if m.entity != nil {
			c.seen[m.entity] = r.SentenceOf(m.span.Start)
		}
	}
	c.nameAliases()
	c.namedAfter()
	r.orderEntities()
}

// nameAliases gives the mentions by another name what they stand for.
func (c *clusters) nameAliases() {
	for i := range c.mentions {
		m := &c.mentions[i]
		if of := c.mentionAt(c.ownName(m)); of != nil {
			m.entity, m.by = of.entity, "alias/1"
			if m.typ == organization && c.text(m.Range) == strings.ToUpper(c.text(m.Range)) {
				m.by = "initials/1"
			}
		}
	}
}

// ownName returns the token where the full name starts of what a mention calls by another
// one; -1 if it does not.
func (c *clusters) ownName(m *mention) int {
	if len(c.aliases) == 0 || m.kind != "name" || m.name != nil {
		return -1
	}
	if of, ok := c.aliases[c.text(m.Range)]; ok && of.Type == nlp.PersonName == (m.typ == person) {
		return of.Start
	}
	return -1
}

// namedAfter adds the people whose name stands in that of something else: "Ada Okoye
// Foundation", "the Okoye memorial". A lone surname counts if only one person has it.
func (c *clusters) namedAfter() {
	c.indexMentions()
	var found []mention
	for i := 0; i < len(c.Tokens); i++ {
		if !c.Tokens[i].XPOS.IsProper() || c.SentenceOf(i) < 0 || c.skip[c.SentenceOf(i)] {
			continue
		}
		m := c.mentionAt(i)
		if m != nil && (m.typ != organization || m.span.Start != i || m.name != nil) {
			continue
		}
		if s, e := c.bearerAt(i, m == nil); e != nil {
			by := "name-part/1"
			if m == nil {
				by = "name-again/1"
			}
			found = append(found, mention{Range: c.Bytes(s), span: s, typ: person, kind: "name", by: by, entity: e})
			i = s.End - 1
		}
	}
	c.mentions = append(c.mentions, found...)
	c.indexMentions()
}

// bearerAt returns the person whose full name starts at token i or, if alone, whose
// surname stands there.
func (c *clusters) bearerAt(i int, alone bool) (nlp.Span, *entity) {
	if i+1 < len(c.Tokens) && (c.mentionAt(i+1) == nil) == alone {
		s := nlp.Span{Start: i, End: i + 2}
		if e := c.fullNamed(c.nameWords(s)); e != nil {
			return s, e
		}
	}
	w := c.Word(i)
	if _, head := lexicon.HeadOf(w); head {
		return nlp.Span{}, nil
	}
	people := c.byPart[fold(w)]
	people = slices.DeleteFunc(slices.Clone(people), func(e *entity) bool { return runsOn(e, people) })
	if alone && len(people) == 1 && len(w) > 3 && isUpperWord(w) && !lexicon.IsCommon(strings.ToLower(w)) && lexicon.Lookup(w) == nil && c.word(i+1) != "-" && c.word(i-1) != "-" {
		return nlp.Span{Start: i, End: i + 1}, people[0]
	}
	return nlp.Span{}, nil
}

// fullNamed returns the person whose full name is exactly those words; nil if nobody's is.
func (c *clusters) fullNamed(words []string) *entity {
	if len(words) < 2 {
		return nil
	}
	look, _ := fullKeys(words)
	for _, e := range c.byFull[look[0]] {
		if slices.Equal(e.words, words) {
			return e
		}
	}
	return nil
}

// orderEntities lists the entities by their first mention.
func (r *reading) orderEntities() {
	seen := make(map[*entity]bool)
	r.entities = r.entities[:0]
	for _, m := range r.mentions {
		if m.entity != nil && !seen[m.entity] {
			seen[m.entity] = true
			r.entities = append(r.entities, m.entity)
		}
	}
}

// clusters groups mentions into entities.
type clusters struct {
	*reading
	byKey   map[string]*entity   // type and key → entity
	byPart  map[string][]*entity // last word of a full name, or one that is no first name → people, in the order of the text
	byFirst map[string][]*entity // first word → people
	byFull  map[string][]*entity // see fullKeys
	byBegin map[string][]*entity // first two words of a name of more, if the second is no first name → people
	byHead  map[string][]*entity // first word → organizations with names of several words
	called  map[string]*entity   // last word → who was called so before
	seen    map[*entity]int      // people → sentence of the last mention so far

	bySort    map[string]*entity // the only organization of a sort so far; nil if there are several
	byInitial map[string]int     // initials → index of the mention of an organization
}

// entity returns the entity of a type and key, new if need be.
func (c *clusters) entity(typ, key, name string) *entity {
	e := c.byKey[typ+"\x00"+key]
	if e == nil {
		e = &entity{typ: typ, name: name}
		c.byKey[typ+"\x00"+key] = e
	}
	return e
}

// fullName gives a name of several words its person. A middle name or initial may be
// there or not; the first name may be an initial; the fuller form becomes the name.
func (c *clusters) fullName(m *mention) {
	words := c.nameWords(m.span)
	look, keep := fullKeys(words)
	for _, key := range look {
		for _, e := range c.byFull[key] {
			if samePerson(e.words, words) {
				c.fuller(e, m, words)
				return
			}
		}
	}
	if e := c.otherSurnames(m, words); e != nil {
		c.fuller(e, m, words)
		return
	}
	if m.entity = c.surnames(m, words); m.entity != nil {
		return
	}
	e := &entity{typ: person, name: c.text(m.Range), words: words, first: m.Start}
	e.gender = c.genderOf(m, words)
	c.addBegin(e, m.span)
	for _, key := range keep {
		c.byFull[key] = append(c.byFull[key], e)
	}
	c.addParts(e, m.span)
	c.byFirst[words[0]] = append(c.byFirst[words[0]], e)
	m.entity = e
}

// fuller gives a mention its person, who goes by the fuller name from now on.
func (c *clusters) fuller(e *entity, m *mention, words []string) {
	if text := c.text(m.Range); len(words) > len(e.words) {
		e.words, e.name = words, text
		c.addParts(e, m.span)
		c.addBegin(e, m.span)
	} else if strings.ToUpper(e.name) == e.name && len(words) == len(e.words) {
		e.name = text
	}
	m.entity = e
}

// otherSurnames returns the one person whose name is the same but for further surnames, as
// Spanish names have them: "María Quispe" of "María Quispe Flores".
func (c *clusters) otherSurnames(m *mention, words []string) *entity {
	if len(words) == 2 {
		return only(c.byBegin[words[1]+" "+words[0]], func(*entity) bool { return true })
	}
	key := c.beginOf(m.span)
	return only(c.byFull[key], func(e *entity) bool { return key != "" && len(e.words) == 2 && slices.Equal(e.words, words[:2]) })
}

func (c *clusters) addBegin(e *entity, s nlp.Span) {
	if key := c.beginOf(s); key != "" {
		c.byBegin[key] = append(c.byBegin[key], e)
	}
}

// beginOf is the key of byBegin for a name: "" if it has no second surname.
func (c *clusters) beginOf(s nlp.Span) string {
	if s.End-s.Start < 3 || s.End-s.Start > 4 {
		return ""
	}
	first, second, last := c.Word(s.Start), c.Word(s.Start+1), c.Word(s.End-1)
	_, given := lexicon.GivenName(second)
	_, head := lexicon.HeadOf(last)
	if given || head || len(second) < 4 || len(last) < 3 || generations[last] || !isUpperWord(second) || !isUpperWord(last) || lexicon.IsCommon(strings.ToLower(last)) {
		return ""
	}
	return fold(second) + " " + fold(first)
}

// generations tell a son from his father.
var generations = wordSet("Jr Jr. Sr Sr. II III IV")

// addParts notes the words of a full name by which alone its bearer may be called: the last
// one, and those between that are no first names, as in "María Quispe Flores".
//
// The first of a name whose given name is in syllables is the family's: "Seo Tae-rin".
func (c *clusters) addParts(e *entity, s nlp.Span) {
	if c.familyFirst(s) {
		c.byPart[e.words[0]] = append(c.byPart[e.words[0]], e)
	}
	for i := s.Start + 1; i < s.End; i++ {
		w := c.Word(i)
		if _, given := lexicon.GivenName(w); i < s.End-1 && (given || len(w) < 4 || !isUpperWord(w)) {
			continue
		}
		if key := fold(w); !slices.Contains(c.byPart[key], e) {
			c.byPart[key] = append(c.byPart[key], e)
		}
	}
}

// familyFirst reports whether a name ends in a given name of two syllables.
func (c *clusters) familyFirst(s nlp.Span) bool {
	return s.End-s.Start >= 4 && c.Word(s.End-2) == "-" && isLower(c.Word(s.End-1))
}

// surnames returns the one person whose full name goes on with the words of a name that has
// no first name: "Quispe Flores" after "María Quispe Flores".
func (c *clusters) surnames(m *mention, words []string) *entity {
	if _, given := lexicon.GivenName(c.Word(m.span.Start)); given {
		return nil
	}
	if len(words) > 1 && nameArticles[words[0]] { // "El Sadr", written apart
		words = words[1:]
	}
	var one *entity
	for _, e := range c.byPart[words[len(words)-1]] {
		if n := len(e.words) - len(words); n > 0 && slices.Equal(e.words[n:], words) {
			if one != nil {
				return nil
			}
			one = e
		}
	}
	return one
}

// fullKeys are the keys under which people of one name are looked for and kept: the
// last word with the first, or with the initial. "f." keeps those known by an initial
// alone, "f*" those with a first name of that initial.
//
// "~" keeps them by the consonants of the first name, however it is spelled.
func fullKeys(words []string) (look, keep [3]string) {
	first, last := words[0], words[len(words)-1]
	_, n := utf8.DecodeRuneInString(first)
	short, long := last+" "+first[:n]+".", last+" "+first[:n]+"*"
	if len(first) == n {
		return [3]string{short, long}, [3]string{short}
	}
	spelled := last + " ~" + consonants(first)
	return [3]string{last + " " + first, short, spelled}, [3]string{last + " " + first, long, spelled}
}

// consonants returns a name without vowels and doubled letters: "mhmd" of "mohammed".
func consonants(name string) string {
	var b strings.Builder
	was := rune(0)
	for _, r := range name {
		if r != was && !strings.ContainsRune("aeiouy", r) {
			b.WriteRune(r)
		}
		was = r
	}
	return b.String()
}

// spelledAlike reports whether two first names are one in two spellings: "kristin" and
// "kristen", "mohamed" and "mohammed". They begin and end alike.
func spelledAlike(a, b string) bool {
	const long = 5
	return len(a) >= long && len(b) >= long && a[0] == b[0] && a[len(a)-1] == b[len(b)-1] && consonants(a) == consonants(b)
}

// nameWords returns the words of a name without the periods of initials and without the
// articles of Arabic names, which come and go: "el-Sadr" is "Sadr".
func (c *clusters) nameWords(s nlp.Span) []string {
	var words []string
	for i := s.Start; i < s.End; i++ {
		if i+2 < s.End && c.Word(i+1) == "-" && nameArticles[c.Word(i)] {
			continue
		}
		if w := strings.TrimSuffix(c.Word(i), "."); w != "-" && w != "" {
			words = append(words, fold(w))
		}
	}
	return words
}

var nameArticles = wordSet("al el ul ad as ar ash at an Al El")

// fold lowers a word and drops what its letters carry: "Élodie" is "elodie".
func fold(w string) string {
	ascii := true
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf {
			ascii = false
		}
	}
	if ascii {
		return strings.ToLower(w)
	}
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(r)
		if plain, ok := plainLetters[r]; ok {
			return plain
		}
		return r
	}, w)
}

var plainLetters = func() map[rune]rune {
	m := make(map[rune]rune)
	for plain, letters := range map[rune]string{'a': "áàâäãåāăą", 'c': "çćčĉ", 'd': "ďđð", 'e': "éèêëēęěė", 'g': "ğģĝ", 'i': "íìîïīįı",
		'k': "ķ", 'l': "łļľ", 'n': "ñńňņ", 'o': "óòôöõøōő", 'r': "řŕ", 's': "śšşș", 't': "ťţț", 'u': "úùûüūůűų", 'y': "ýÿ", 'z': "źżž"} {
		for _, r := range letters {
			m[r] = plain
		}
	}
	return m
}()

// samePerson reports whether two full names can be one person's: the last words are
// equal, the first words are equal or one is the other's initial, and what stands
// between does not differ.
func samePerson(a, b []string) bool {
	if a[len(a)-1] != b[len(b)-1] || !sameFirst(a[0], b[0]) {
		return false
	}
	if len(a) == len(b) {
		for i := 1; i < len(a)-1; i++ {
			if !sameFirst(a[i], b[i]) {
				return false
			}
		}
		return true
	}
	return len(a) == 2 || len(b) == 2
}

func sameFirst(a, b string) bool {
	return a == b || spelledAlike(a, b) || len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b)
}

// genderOf returns a person's gender by the title before the name and by the given name.
func (c *clusters) genderOf(m *mention, words []string) lexicon.Gender {
	if t, ok := lexicon.TitleOf(c.word(m.span.Start - 1)); ok && t.Gender != lexicon.AnyGender {
		return t.Gender
	}
	if t, ok := lexicon.TitleOf(c.lower(m.span.Start - 1)); ok && t.Gender != lexicon.AnyGender {
		return t.Gender
	}
	switch {
	case c.familyFirst(m.span):
		g, _ := lexicon.GivenName(c.SpanText(nlp.Span{Start: m.span.End - 3, End: m.span.End}))
		return g
	case len(words) > 1:
		g, _ := lexicon.GivenName(c.word(m.span.Start))
		return g
	}
	return lexicon.AnyGender
}

// partOfName gives a surname, or a first name, its bearer: the one person whose name
// ends, or begins, with it. Where several do, or none, the name is an entity of its own.
func (c *clusters) partOfName(m *mention) {
	words := c.nameWords(m.span)
	if len(words) == 0 {
		return
	}
	bearers := c.bearers(m, c.byPart[words[len(words)-1]])
	if len(bearers) == 0 && (!c.honorificBefore(m) || c.noFirstName(m)) {
		bearers = c.bearers(m, c.byFirst[words[0]])
	}
	if e := c.oneOf(bearers, m, words[len(words)-1]); e != nil {
		m.entity, m.by = e, "surname/1"
		if e.gender == lexicon.AnyGender {
			e.gender = c.genderOf(m, nil)
		}
		return
	}
	e := c.entity(person, words[len(words)-1], c.text(m.Range))
	e.bare, e.words = true, words
	if e.gender == lexicon.AnyGender {
		e.gender = c.genderOf(m, words)
	}
	m.entity = e
}

// oneOf returns who of several bearers of a name is meant by it alone: the only one; else
// whoever was called so before; else the only one whose full name the text has given so
// far; else the only one of whom it has just spoken.
func (c *clusters) oneOf(bearers []*entity, m *mention, name string) *entity {
	if e := c.called[name]; len(bearers) > 1 && e != nil && slices.Contains(bearers, e) {
		return e
	}
	one := only(bearers, func(e *entity) bool { return len(bearers) == 1 || e.first <= m.Start })
	if one == nil {
		at := c.SentenceOf(m.span.Start)
		near := func(reach int) *entity {
			return only(bearers, func(e *entity) bool { k, ok := c.seen[e]; return ok && at-k <= reach })
		}
		if e := near(justNow); e != nil && e == near(longAgo) {
			return e
		}
		return nil
	}
	c.called[name] = one
	return one
}

// In sentences: of whom the text has just spoken, and of whom no more.
const (
	justNow = 1
	longAgo = 4
)

// only returns the only one of several people for whom is holds; nil if there is none, or
// another one.
func only(people []*entity, is func(*entity) bool) *entity {
	var one *entity
	for _, e := range people {
		if !is(e) {
			continue
		}
		if one != nil {
			return nil
		}
		one = e
	}
	return one
}

// manyBearers is the number of people of one name above which the name alone is left open.
const manyBearers = 32

// bearers returns those of the people that a mention can mean. If a title ("Mrs Okoye") or
// a pronoun ("Okoye said she") gives a gender, people of the other one are left out.
func (c *clusters) bearers(m *mention, people []*entity) []*entity {
	if len(people) > manyBearers {
		return nil
	}
	g := lexicon.AnyGender
	if t, ok := lexicon.TitleOf(c.word(m.span.Start - 1)); ok {
		g = t.Gender
	}
	if g == lexicon.AnyGender && len(people) > 1 {
		g = c.genderSaid(m)
	}
	var found []*entity
	for _, e := range people {
		if (g == lexicon.AnyGender || e.gender == lexicon.AnyGender || e.gender == g) && !runsOn(e, people) {
			found = append(found, e)
		}
	}
	return found
}

// runsOn reports whether a name is that of another of the people with more words behind
// it: what is called after "Ada Okoye" may read "Ada Okoye Papers".
func runsOn(e *entity, people []*entity) bool {
	return slices.ContainsFunc(people, func(x *entity) bool {
		return x != e && len(x.words) < len(e.words) && slices.Equal(x.words, e.words[:len(x.words)])
	})
}

// genderSaid returns the gender that the subject of what somebody says has: "Okoye said she".
func (c *clusters) genderSaid(m *mention) lexicon.Gender {
	top := c.topOf(m.span)
	verb := c.reading.headOf(top)
	if c.rel(top) != nlp.RelNsubj || verb < top {
		return lexicon.AnyGender
	}
	if content := c.child(verb, nlp.RelCcomp); content > verb {
		if subject := c.child(content, nlp.RelNsubj); subject > verb {
			return pronounGender[c.lower(subject)]
		}
	}
	return lexicon.AnyGender
}

// noFirstName reports whether a lone name is none that is known for a man's or a woman's:
// behind "Mr" it may be the family name that comes first in "Wu Deming".
func (c *clusters) noFirstName(m *mention) bool {
	g, _ := lexicon.GivenName(c.Word(m.span.Start))
	return g == lexicon.AnyGender
}

func (c *clusters) honorificBefore(m *mention) bool {
	t, ok := lexicon.TitleOf(c.word(m.span.Start - 1))
	return ok && t.Class == "honorific"
}

// place gives a mention its place: by the gazetteer's name, else by its own.
func (c *clusters) place(m *mention) {
	name, sort, in := c.text(m.Range), "", ""
	if m.kind == "demonym" {
		name, sort, in = m.name.Region.Name, m.name.Region.Sort, m.name.Region.Country
	} else if m.name != nil && m.name.Place != nil {
		name, sort, in = m.name.Place.Name, m.name.Place.Sort, m.name.Place.Country
	} else if m.name != nil && m.name.Seat != nil {
		sort, in = "building", m.name.Seat.Alpha2
	} else if h, ok := lexicon.HeadOf(c.word(m.span.End - 1)); ok {
		sort = h.Sort
	}
	m.entity = c.entity(place, fold(name), name)
	if m.entity.name = c.text(m.Range); m.kind == "demonym" || m.name == nil || m.name.Place == nil {
		m.entity.name = name
	}
	m.entity.sort, m.entity.country = sort, in
}

// organization gives a mention its organization: by the lexicon's name, by its initials, or
// by its own.
func (c *clusters) organization(m *mention) {
	name, sort := c.text(m.Range), ""
	key := name
	if m.name != nil && m.name.Org != nil {
		key, sort = m.name.Org.Name, m.name.Org.Sort
		if m.kind == "metonym" {
			name = key
		}
	} else if h, ok := c.headOf(m.span); ok {
		sort = h.Sort
	} else if isDanishCompany(name) {
		sort = "company"
	} else if governments[c.lower(m.span.End-1)] {
		sort = "government"
		key = c.governmentKey(m)
	}
	key = strings.TrimPrefix(fold(key), "the ")
	if e := c.byInitials(m); e != nil {
		m.entity, m.by = e, "initials/1"
		return
	}
	if m.entity = c.longForm(m); m.entity != nil {
		return
	}
	if e := c.sortNamed(m); e != nil {
		m.entity, m.by = e, "body-nominal/1"
		return
	}
	m.entity = c.entity(organization, key, name)
	if head := fold(c.Word(m.span.Start)); m.span.End-m.span.Start > 1 && !slices.Contains(c.byHead[head], m.entity) {
		c.byHead[head] = append(c.byHead[head], m.entity)
	}
	if m.entity.sort == "" {
		m.entity.sort = sort
	}
	c.sorted(m.entity)
}

// longForm returns the one organization named before whose name begins with the words that
// a mention is; nil if there is none, or the lexicon knows them. A name with a head of its
// own, as "Lagos Bank" beside "Lagos Bank Holding", is another one.
func (c *clusters) longForm(m *mention) *entity {
	if m.name != nil {
		return nil
	}
	long := c.byHead[fold(c.Word(m.span.Start))]
	if m.span.End-m.span.Start == 1 {
		return only(long, func(*entity) bool { return true })
	}
	if _, ok := c.headOf(m.span); ok {
		return nil
	}
	begin := fold(c.text(m.Range)) + " "
	return only(long, func(e *entity) bool { return strings.HasPrefix(fold(e.name), begin) })
}

// governmentKey names a government by the country or leader, so that "the Chadian
// government" and "Chad's government" are one.
func (c *clusters) governmentKey(m *mention) string {
	i, _ := slices.BinarySearchFunc(c.mentions, m.Start, func(x mention, at int) int { return x.Start - at })
	for ; i < len(c.mentions) && c.mentions[i].Start == m.Start; i++ {
		if inner := &c.mentions[i]; inner.End < m.End && inner.iso != "" {
			return "government of " + inner.iso
		}
	}
	return c.text(m.Range)
}

// byInitials returns the organization of the article whose name has the initials that
// a mention in capitals is: "LCBC" for the Lake Chad Basin Commission.
func (c *clusters) byInitials(m *mention) *entity {
	w := strings.ReplaceAll(c.text(m.Range), ".", "")
	if m.span.End-m.span.Start != 1 || len(w) < 3 || strings.ToUpper(w) != w || m.name != nil && m.name.Org != nil {
		return nil
	}
	i, ok := c.spelled()[w]
	if !ok {
		return nil
	}
	x := &c.mentions[i]
	if x.entity == nil {
		c.organization(x)
	}
	return x.entity
}

// spelled indexes the organizations with names of several words by their initials: the
// first mention of each.
func (c *clusters) spelled() map[string]int {
	if c.byInitial != nil {
		return c.byInitial
	}
	c.byInitial = make(map[string]int)
	for i := range c.mentions {
		x := &c.mentions[i]
		if x.typ != organization || x.span.End-x.span.Start < 3 {
			continue
		}
		if w := c.initials(x.span); len(w) >= 3 && x.span.End-x.span.Start >= len(w) {
			if _, ok := c.byInitial[w]; !ok {
				c.byInitial[w] = i
			}
		}
	}
	return c.byInitial
}

// initials returns the first letters of a name's capitalised words.
func (c *clusters) initials(s nlp.Span) string {
	var b strings.Builder
	for i := s.Start; i < s.End; i++ {
		if w := c.Word(i); isUpperWord(w) {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

func (c *clusters) headOf(s nlp.Span) (lexicon.Head, bool) {
	for i := s.End - 1; i >= s.Start; i-- {
		if h, ok := lexicon.HeadOf(c.Word(i)); ok && !h.Place && (i == s.End-1 || c.Word(i+1) == "of" || c.Word(i+1) == "for") {
			return h, true
		}
	}
	return lexicon.Head{}, false
}
