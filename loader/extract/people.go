package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// findEntities gives every mention the entity it refers to: first the people under
// their full names, then everything else, then people under a part of their name.
func findEntities(r *reading) {
	c := clusters{reading: r, byKey: make(map[string]*entity), byLast: make(map[string][]*entity), byFirst: make(map[string][]*entity)}
	for i := range r.mentions {
		m := &r.mentions[i]
		switch {
		case m.typ == person && m.span.End-m.span.Start > 1:
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
		if m := &r.mentions[i]; m.typ == person && m.entity == nil {
			c.partOfName(m)
		}
	}
	r.orderEntities()
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
	byLast  map[string][]*entity // last word of a full name → people, in the order of the text
	byFirst map[string][]*entity // first word → people
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
	last := words[len(words)-1]
	for _, e := range c.byLast[last] {
		if samePerson(e.words, words) {
			if len(words) > len(e.words) {
				e.words, e.name = words, c.text(m.Range)
			}
			m.entity = e
			return
		}
	}
	e := &entity{typ: person, name: c.text(m.Range), words: words}
	e.gender = c.genderOf(m, words)
	c.byLast[last] = append(c.byLast[last], e)
	c.byFirst[words[0]] = append(c.byFirst[words[0]], e)
	m.entity = e
}

// nameWords returns the words of a name without the periods of initials.
func (c *clusters) nameWords(s nlp.Span) []string {
	var words []string
	for i := s.Start; i < s.End; i++ {
		if w := strings.TrimSuffix(c.Word(i), "."); w != "-" && w != "" {
			words = append(words, fold(w))
		}
	}
	return words
}

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
	return a == b || len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b)
}

// genderOf returns a person's gender by the title before the name and by the given name.
func (c *clusters) genderOf(m *mention, words []string) lexicon.Gender {
	if t, ok := lexicon.TitleOf(c.word(m.span.Start - 1)); ok && t.Gender != lexicon.AnyGender {
		return t.Gender
	}
	if t, ok := lexicon.TitleOf(c.lower(m.span.Start - 1)); ok && t.Gender != lexicon.AnyGender {
		return t.Gender
	}
	if len(words) > 1 {
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
	bearers := c.bearers(m, c.byLast[words[len(words)-1]])
	if len(bearers) == 0 && !c.honorificBefore(m) {
		bearers = c.bearers(m, c.byFirst[words[0]])
	}
	if len(bearers) == 1 {
		m.entity, m.by = bearers[0], "surname/1"
		return
	}
	e := c.entity(person, words[len(words)-1], c.text(m.Range))
	e.bare, e.words = true, words
	if e.gender == lexicon.AnyGender {
		e.gender = c.genderOf(m, words)
	}
	m.entity = e
}

// bearers returns those of the people that a mention can mean. If a title gives a gender
// ("Mrs Okoye"), people of the other one are left out.
func (c *clusters) bearers(m *mention, people []*entity) []*entity {
	g := lexicon.AnyGender
	if t, ok := lexicon.TitleOf(c.word(m.span.Start - 1)); ok {
		g = t.Gender
	}
	var found []*entity
	for _, e := range people {
		if g == lexicon.AnyGender || e.gender == lexicon.AnyGender || e.gender == g {
			found = append(found, e)
		}
	}
	return found
}

func (c *clusters) honorificBefore(m *mention) bool {
	t, ok := lexicon.TitleOf(c.word(m.span.Start - 1))
	return ok && t.Class == "honorific"
}

// place gives a mention its place: by the gazetteer's name, else by its own.
func (c *clusters) place(m *mention) {
	name, sort, in := c.text(m.Range), "", ""
	if m.name != nil && m.name.Place != nil {
		name, sort, in = m.name.Place.Name, m.name.Place.Sort, m.name.Place.Country
	} else if m.name != nil && m.name.Seat != nil {
		sort, in = "building", m.name.Seat.Alpha2
	} else if h, ok := lexicon.HeadOf(c.word(m.span.End - 1)); ok {
		sort = h.Sort
	}
	m.entity = c.entity(place, fold(name), name)
	if m.entity.name = c.text(m.Range); m.name == nil || m.name.Place == nil {
		m.entity.name = name
	}
	m.entity.sort, m.entity.country = sort, in
}

// organization gives a mention its organization: by the lexicon's name, by its own, or
// by an acronym that stands in brackets after the full name.
func (c *clusters) organization(m *mention) {
	name, sort := c.text(m.Range), ""
	key := name
	if m.name != nil && m.name.Org != nil {
		key, sort = m.name.Org.Name, m.name.Org.Sort
	} else if h, ok := c.headOf(m.span); ok {
		sort = h.Sort
	} else if governments[c.lower(m.span.End-1)] {
		sort = "government"
		key = c.governmentKey(m)
	}
	key = strings.TrimPrefix(fold(key), "the ")
	if e := c.byInitials(m); e != nil {
		m.entity, m.by = e, "initials/1"
		return
	}
	m.entity = c.entity(organization, key, name)
	if m.entity.sort == "" {
		m.entity.sort = sort
	}
	if acronym := c.acronymAfter(m); acronym != "" {
		c.byKey[organization+"\x00"+fold(acronym)] = m.entity
	}
}

// governmentKey names a government by the country or leader, so that "the Chadian
// government" and "Chad's government" are one.
func (c *clusters) governmentKey(m *mention) string {
	for i := range c.mentions {
		if inner := &c.mentions[i]; inner.Start == m.Start && inner.End < m.End && inner.iso != "" {
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
	for i := range c.mentions {
		if x := &c.mentions[i]; x.typ == organization && x.span.End-x.span.Start >= len(w) && c.initials(x.span) == w {
			if x.entity == nil {
				c.organization(x)
			}
			return x.entity
		}
	}
	return nil
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

// acronymAfter returns the acronym in brackets after a mention: "Lake Chad Basin
// Commission (LCBC)".
func (c *clusters) acronymAfter(m *mention) string {
	i := m.span.End
	if c.word(i) != "(" || c.word(i+2) != ")" {
		return ""
	}
	w := c.word(i + 1)
	if len(w) < 2 || strings.ToUpper(w) != w {
		return ""
	}
	return w
}
