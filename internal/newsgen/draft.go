package newsgen

import (
	"crypto/sha256"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"

	"newsgraph/graph"
)

// by and sureness stand in the evidence of every claim.
const (
	by       = "newsgen/1"
	sureness = 900
)

// A draft is an article being written, with the records and claims that its words
// make true. Offsets are code points.
type draft struct {
	gen     *Gen
	r       *rand.Rand
	story   story
	article graph.Article
	day     graph.Day // when it is published, whether or not it says so
	outlet  int
	curly   bool         // quotation marks
	bare    map[int]bool // people of whom this article gives only the surname

	text   strings.Builder
	points int
	words  int

	records []graph.Record
	claims  []graph.Claim
	known   map[thing]int // indexes into records
}

// A thing is what a record speaks of.
type thing struct {
	kind  graph.Kind
	index int
	role  byte // bareRole, outletRole, or 0
}

const (
	bareRole   = 'b'
	outletRole = 'o'
)

func newDraft(g *Gen, i, version int) *draft {
	d := &draft{gen: g, r: g.rand("article", i, version), story: g.story(i), known: map[thing]int{}, bare: map[int]bool{}}
	d.day = d.story.day + graph.Day(i%articlesPerStory)
	d.outlet = g.outlet(i)
	d.curly = d.outlet%2 == 1
	d.article = graph.Article{Key: g.Key(i), Outlet: g.outlets[d.outlet], Language: "en", Extractor: by}
	if !chance(d.r, 20) {
		d.article.Published = d.day.String()
	}
	if p := d.story.cast[2]; chance(d.r, 4) {
		d.bare[p] = true
	}
	return d
}

// put writes s and returns where it stands.
func (d *draft) put(s string) graph.Span {
	start := d.points
	d.text.WriteString(s)
	d.points += utf8.RuneCountInString(s)
	d.words += strings.Count(s, " ")
	return graph.Span{Start: start, End: d.points}
}

// since returns the span from a start to what was written last.
func (d *draft) since(start int) graph.Span { return graph.Span{Start: start, End: d.points} }

// skip marks what was written since start as boilerplate.
func (d *draft) skip(start int, reason string) {
	d.article.Boilerplate = append(d.article.Boilerplate, graph.Region{Start: start, End: d.points, Reason: reason})
}

// record returns the index of the thing's record, made from r at first.
func (d *draft) record(t thing, r graph.Record) int {
	if n, ok := d.known[t]; ok {
		return n
	}
	d.records = append(d.records, r)
	d.known[t] = len(d.records) - 1
	return len(d.records) - 1
}

func (d *draft) claim(k graph.EdgeKind, from, to int, e graph.Evidence) *graph.Claim {
	e.By, e.Confidence = by, sureness
	d.claims = append(d.claims, graph.Claim{Kind: k, From: from, To: to, Evidence: e})
	return &d.claims[len(d.claims)-1]
}

// mention writes words for a thing and claims that they mention it.
func (d *draft) mention(t thing, words, how string, r graph.Record) (int, graph.Span) {
	span := d.put(words)
	r.Kind, r.First = t.kind, span
	n := d.record(t, r)
	if words != d.records[n].Name && (how == "name" || how == "demonym") && !slices.Contains(d.records[n].Aliases, words) {
		d.records[n].Aliases = append(d.records[n].Aliases, words)
	}
	d.claim(graph.Mentions, graph.ArticleRecord, n, graph.Evidence{Span: span, Mention: how})
	return n, span
}

func (d *draft) country(i int) (int, graph.Span) {
	c := countries[i]
	return d.mention(thing{kind: graph.KindCountry, index: i}, c.name, "name", graph.Record{Name: c.name, ISO: c.iso})
}

func (d *draft) demonym(i int) (int, graph.Span) {
	c := countries[i]
	return d.mention(thing{kind: graph.KindCountry, index: i}, c.demonym, "demonym", graph.Record{Name: c.name, ISO: c.iso})
}

func (d *draft) organization(i int) (int, graph.Span) {
	o := d.gen.organizations[i]
	d.put("the ")
	return d.mention(thing{kind: graph.KindOrganization, index: i}, o.name, "name", graph.Record{Name: o.name, Type: o.sort})
}

// place names a place, at first with its country: "Vastor in Kenya".
func (d *draft) place(i int) int {
	p, t := d.gen.places[i], thing{kind: graph.KindPlace, index: i}
	_, again := d.known[t]
	start := d.points
	n, _ := d.mention(t, p.name, "name", graph.Record{Name: p.name, Type: "city"})
	if !again {
		d.put(" in ")
		c, _ := d.country(p.country)
		d.claim(graph.LocatedIn, n, c, graph.Evidence{Span: d.since(start)})
	}
	return n
}

// person names a person: at first with role and full name ("Kenyan energy minister
// Ada Vorin"), then by surname, unless another of the cast bears it too.
func (d *draft) person(i int) (int, graph.Span) {
	p := d.gen.people[i]
	if d.bare[i] {
		return d.mention(thing{graph.KindPerson, i, bareRole}, p.last, "name", graph.Record{Name: p.last, Bare: true})
	}
	t := thing{kind: graph.KindPerson, index: i}
	if _, again := d.known[t]; again {
		words := p.last
		if d.namesake(i) {
			words = p.full()
		}
		return d.mention(t, words, "name", graph.Record{})
	}
	start := d.points
	c, _ := d.demonym(p.country)
	d.put(" " + p.title + " ")
	n, span := d.mention(t, p.full(), "name", graph.Record{Name: p.full()})
	d.claim(graph.HoldsRole, n, c, graph.Evidence{Span: d.since(start)}).Disc.Title = p.title
	return n, span
}

// namesake reports whether another of the cast has the person's surname.
func (d *draft) namesake(i int) bool {
	for _, other := range d.story.cast {
		if other != i && d.gen.people[other].last == d.gen.people[i].last {
			return true
		}
	}
	return false
}

// contribution closes the draft.
func (d *draft) contribution() graph.Contribution {
	d.article.Text = d.text.String()
	hash := sha256.Sum256([]byte(d.article.Published + "\x00" + d.article.Text))
	d.article.Hash = hash[:]
	for _, r := range d.records {
		slices.Sort(r.Aliases)
	}
	c := graph.Contribution{Article: d.article, Records: d.records, Claims: d.claims}
	c.Normalize()
	return c
}
