package eval

import (
	"strings"

	"newsgraph/loader/extract"
)

// A RelationDoc is an article of DWIE with its entities and relations.
type RelationDoc struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Mentions []struct {
		Text   string `json:"text"`
		Entity int    `json:"entity"`
	} `json:"mentions"`
	Relations []struct {
		From int    `json:"s"`
		Type string `json:"p"`
		To   int    `json:"o"`
	} `json:"relations"`
}

// An EntityTie is a relation between two things, each known by what the text calls it.
type EntityTie struct {
	Type     string // as DWIE calls it
	From, To []string
}

// scoredTies are the relations of DWIE that are scored. A relation to an adjective
// ("-x") counts as one to the country; so do those to a part of it.
var scoredTies = map[string]bool{"head_of_state": true, "head_of_gov": true, "minister_of": true, "agent_of": true, "member_of": true, "citizen_of": true, "based_in": true}

// tieType returns what a relation of DWIE is scored as; "" if it is not.
func tieType(p string) string {
	p = strings.TrimSuffix(p, "-x")
	if strings.HasPrefix(p, "based_in") {
		p = "based_in"
	}
	if !scoredTies[p] {
		return ""
	}
	return p
}

// Gold returns the marked relations that are scored.
func (d *RelationDoc) Gold() []EntityTie {
	names := d.names()
	var ties []EntityTie
	for _, r := range d.Relations {
		if t := tieType(r.Type); t != "" {
			ties = append(ties, EntityTie{t, names[r.From], names[r.To]})
		}
	}
	return ties
}

// names returns what the text calls each entity.
func (d *RelationDoc) names() map[int][]string {
	names := make(map[int][]string)
	for _, m := range d.Mentions {
		names[m.Entity] = append(names[m.Entity], m.Text)
	}
	return names
}

// Ties returns the relations of a document that DWIE has names for. Who heads a state or
// a government, or is a minister, is its agent too.
func Ties(doc *extract.Document) []EntityTie {
	names, types := make(map[string][]string), make(map[string]string)
	for _, e := range doc.Entities {
		types[e.ID] = e.Type
		for _, m := range e.Mentions {
			if m.Kind != "pronoun" && m.Kind != "nominal" {
				names[e.ID] = append(names[e.ID], m.Text)
			}
		}
	}
	var ties []EntityTie
	seen := make(map[[3]string]bool)
	for _, r := range doc.Relations {
		for _, t := range tiesOf(r, types[r.From], types[r.To]) {
			if key := [3]string{t, r.From, r.To}; !seen[key] {
				seen[key] = true
				ties = append(ties, EntityTie{t, names[r.From], names[r.To]})
			}
		}
	}
	return ties
}

// tiesOf returns what DWIE calls a relation between entities of two types.
func tiesOf(r extract.Relation, from, to string) []string {
	switch {
	case r.Type == "HOLDS_ROLE" && to == "Country":
		return append(officeTies(r.Title), "agent_of")
	case r.Type == "CITIZEN_OF":
		return []string{"citizen_of"}
	case r.Type == "WORKS_FOR" || r.Type == "LEADS" || r.Type == "MEMBER_OF":
		return []string{"member_of"}
	case from == "Organization" && (r.Type == "LOCATED_IN" || r.Type == "PART_OF" && to == "Country"):
		return []string{"based_in"}
	}
	return nil
}

// officeTies returns the relation that a title of a country stands for.
func officeTies(title string) []string {
	words := strings.Fields(title)
	for _, w := range words {
		switch w {
		case "vice", "deputy":
			return nil
		}
	}
	switch {
	case strings.Contains(title, "prime minister"), strings.HasSuffix(title, "premier"), strings.HasSuffix(title, "chancellor"):
		return []string{"head_of_gov"}
	case strings.Contains(title, "minister"), strings.HasPrefix(title, "secretary of "):
		return []string{"minister_of"}
	}
	for _, w := range words {
		switch w {
		case "president", "king", "queen", "emir", "sultan", "emperor":
			return []string{"head_of_state"}
		}
	}
	return nil
}

// A RelationScore counts, by type, relations of which both ends are marked entities.
type RelationScore map[string]Counts

// All adds up the types.
func (s RelationScore) All() Counts {
	var all Counts
	for _, c := range s {
		all = all.Add(c)
	}
	return all
}

// Add scores the relations found in a document, and returns those that are wrong. Ends
// are the same if they share a mention's words.
func (s RelationScore) Add(d *RelationDoc, found []EntityTie) (wrong []EntityTie) {
	entities := d.entities()
	marked := make(map[EntityPair]bool)
	for _, r := range d.Relations {
		if t := tieType(r.Type); t != "" {
			marked[EntityPair{t, r.From, r.To}] = true
		}
	}
	for p := range marked {
		s[p.Type] = s[p.Type].Add(Counts{Expected: 1})
	}
	for _, f := range found {
		from, to := touching(entities, f.From), touching(entities, f.To)
		if len(from) == 0 || len(to) == 0 {
			continue
		}
		c := Counts{Reported: 1}
		if anyMarked(marked, f.Type, from, to) {
			c.Right = 1
		} else {
			wrong = append(wrong, f)
		}
		s[f.Type] = s[f.Type].Add(c)
	}
	return wrong
}

// An EntityPair is a marked relation by the numbers of its ends.
type EntityPair struct {
	Type     string
	From, To int
}

// entities returns, by the words of a mention, the entities that are called so.
func (d *RelationDoc) entities() map[string][]int {
	entities := make(map[string][]int)
	for _, m := range d.Mentions {
		entities[m.Text] = append(entities[m.Text], m.Entity)
	}
	return entities
}

func touching(entities map[string][]int, names []string) []int {
	var found []int
	for _, n := range names {
		found = append(found, entities[n]...)
	}
	return found
}

func anyMarked(marked map[EntityPair]bool, typ string, from, to []int) bool {
	for _, a := range from {
		for _, b := range to {
			if marked[EntityPair{typ, a, b}] {
				return true
			}
		}
	}
	return false
}
