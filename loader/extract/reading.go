package extract

import (
	"fmt"
	"slices"
	"strings"

	"newsgraph/loader/article"
	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

// A reading is one article while it is read: its layers and what the steps found so far.
type reading struct {
	*nlp.Doc
	article      article.Article
	mentions     []mention           // by start; of two that start together the longer first
	entities     []*entity           // by first mention
	aliases      map[string]nlp.Name // another name → what it was given to
	scene        scene
	ofSport      bool // the text is about matches
	roles        map[roleKey][]role
	relations    []relation
	related      map[relationKey]bool
	statements   []statement
	quoted       int // how many of the statements are quotations; they stand first
	events       []event
	inQuote      []bool     // by token: inside a quotation
	depth        []int      // by token: the quotations that it is inside of
	skip         []bool     // by sentence: not part of the story
	at           []int      // by token: one more than the index of the mention that covers it, 0 if none
	below        []nlp.Span // by token: what it governs, itself included
	described    []bool     // by token: head of a description of a person that the text names beside it
	descriptions []description
	bodies       []nominal
	ministries   []ministry
	judge        judge           // of what is an event; nil for the trained gate
	referents    map[int]*entity // by token of a pronoun outside quotations: whom it means
}

// A mention is a span of the text that names an entity or stands for it.
type mention struct {
	nlp.Range
	span   nlp.Span // the tokens it covers, whole or in part
	typ    string   // Person, Country, Organization, Place
	kind   string   // name, nominal, demonym, metonym, pronoun
	by     string
	iso    string        // countries
	name   *lexicon.Name // what the lexicon knows of it
	entity *entity
}

// An entity is what a group of mentions refers to.
type entity struct {
	typ, name, iso, sort string
	bare                 bool
	gender               lexicon.Gender
	words                []string // of a person's fullest name
	first                int      // of a person: where the full name first stands
	roles                []role   // of a person
	country              string   // of a place: the country it lies in, by the gazetteer
	id                   string   // set when the document is made
}

// A relation is a tie between two entities and the words that say so.
type relation struct {
	from, to *entity
	typ      string
	title    string
	status   string
	evidence nlp.Range
	ref      string
	by       string
}

func newReading(a article.Article, d *nlp.Doc) *reading {
	r := &reading{Doc: d, article: a}
	r.described = make([]bool, len(d.Tokens))
	r.subtrees()
	r.skip = make([]bool, len(d.Sentences))
	for i, s := range d.Sentences {
		r.skip[i] = r.skipped(d.Bytes(s))
	}
	r.inQuote, r.depth = make([]bool, len(d.Tokens)), make([]int, len(d.Tokens))
	for _, q := range d.Quotes {
		s := d.SpanOf(q.Inner)
		for i := s.Start; i < s.End; i++ {
			r.inQuote[i], r.depth[i] = true, q.Depth+1
		}
	}
	return r
}

// skipped reports whether a range touches a part of the text that is not the story.
func (r *reading) skipped(x nlp.Range) bool {
	i, _ := slices.BinarySearchFunc(r.Skip, x.Start, func(s nlp.Range, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	return i < len(r.Skip) && r.Skip[i].Start < x.End
}

// text returns the words of a range.
func (r *reading) text(x nlp.Range) string { return r.Text[x.Start:x.End] }

// lower returns the word of token i in lower case; "" outside the text.
func (r *reading) lower(i int) string {
	if i < 0 || i >= len(r.Tokens) {
		return ""
	}
	return strings.ToLower(r.Word(i))
}

// word returns the word of token i; "" outside the text.
func (r *reading) word(i int) string {
	if i < 0 || i >= len(r.Tokens) {
		return ""
	}
	return r.Word(i)
}

// mentionAt returns the mention that covers token i, or nil.
func (r *reading) mentionAt(i int) *mention {
	if i < 0 || i >= len(r.at) || r.at[i] == 0 {
		return nil
	}
	return &r.mentions[r.at[i]-1]
}

// indexMentions sorts the mentions and notes which covers which token: the longest.
func (r *reading) indexMentions() {
	slices.SortStableFunc(r.mentions, func(a, b mention) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	r.at = make([]int, len(r.Tokens))
	for i := range r.mentions {
		for t := r.mentions[i].span.Start; t < r.mentions[i].span.End; t++ {
			if r.at[t] == 0 {
				r.at[t] = i + 1
			}
		}
	}
}

// isPossessive reports whether a word is a possessive ending.
func isPossessive(w string) bool { return w == "'s" || w == "’s" || w == "'" || w == "’" }

// document turns what was found into the stable form.
func (r *reading) document() *Document {
	doc := &Document{Article: r.articleFacts(), Entities: []Entity{}, Statements: []Statement{}, Events: []Event{}, Relations: []Relation{}}
	ids := 0
	for _, e := range r.entities {
		ids++
		e.id = fmt.Sprintf("e%d", ids)
		doc.Entities = append(doc.Entities, Entity{ID: e.id, Type: e.typ, Name: e.name, ISO: e.iso, Sort: e.sort, Bare: e.bare, Mentions: []Mention{}})
	}
	index := make(map[*entity]int, len(r.entities))
	for i, e := range r.entities {
		index[e] = i
	}
	for _, m := range r.mentions {
		if m.entity == nil {
			continue
		}
		e := &doc.Entities[index[m.entity]]
		e.Mentions = append(e.Mentions, Mention{r.CodePoint(m.Start), r.CodePoint(m.End), r.text(m.Range), m.kind, m.by, confidence[m.by]})
	}
	doc.Statements = r.statementsOut()
	doc.Events = r.eventsOut()
	for _, e := range doc.Events {
		for i := range doc.Statements {
			if s := &doc.Statements[i]; e.ClaimedIn != nil && s.ID == *e.ClaimedIn {
				s.About = append(s.About, e.ID)
			}
		}
	}
	doc.Relations = r.relationsOut()
	return doc
}

func (r *reading) articleFacts() Article {
	a := r.article
	a.Outlet.Value = outletName(a.Outlet.Value)
	out := Article{Key: a.Key, Source: a.Source, URL: optional(a.URL), Title: optional(a.Title.Value), Outlet: optional(a.Outlet.Value), Authors: []string{},
		Published: optional(a.Published.Value), Modified: optional(a.Modified), Language: optional(a.Language), Text: a.Text, Boilerplate: []Region{}}
	for _, f := range a.Authors {
		out.Authors = append(out.Authors, f.Value)
	}
	for _, b := range a.Boilerplate {
		out.Boilerplate = append(out.Boilerplate, Region{r.CodePoint(b.Start), r.CodePoint(b.End), b.Reason})
	}
	for name, f := range map[string]article.Fact{"title": a.Title, "outlet": a.Outlet, "published": a.Published} {
		if f.Value == "" {
			continue
		}
		if out.Basis == nil {
			out.Basis = make(map[string]Source)
		}
		out.Basis[name] = Source{f.Field, r.CodePoint(f.Start), r.CodePoint(f.End)}
	}
	return out
}

func (r *reading) relationsOut() []Relation {
	out := []Relation{}
	for _, x := range r.relations {
		rel := Relation{From: x.from.id, Type: x.typ, To: x.to.id, Title: x.title, Status: x.status, Evidence: []Range{}, Ref: x.ref, By: x.by, Confidence: confidence[x.by]}
		if x.ref == "" {
			rel.Evidence = append(rel.Evidence, r.points(x.evidence))
		}
		out = append(out, rel)
	}
	return out
}

// points returns a range of bytes in code points.
func (r *reading) points(x nlp.Range) Range { return Range{r.CodePoint(x.Start), r.CodePoint(x.End)} }

func (r *reading) piece(x nlp.Range) *Piece {
	return &Piece{r.text(x), r.CodePoint(x.Start), r.CodePoint(x.End)}
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
