package loader

import (
	"crypto/sha256"
	"encoding/json"
	"math"
	"slices"

	"newsgraph/graph"
	"newsgraph/loader/article"
	"newsgraph/loader/extract"
)

// contribution turns what was read and found into what the graph takes: a record for
// each entity, statement and event, and a claim for each tie between them.
func contribution(a article.Article, d *extract.Document) *graph.Contribution {
	b := &builder{
		doc:     d,
		c:       &graph.Contribution{Article: facts(a, d)},
		entity:  map[string]int{},
		records: map[string]int{},
		taken:   map[graph.Kind]map[graph.Span]bool{},
	}
	for i, e := range d.Entities {
		b.entity[e.ID] = i
	}
	for _, e := range d.Entities {
		b.mentions(e)
	}
	b.outlet()
	for _, s := range d.Statements {
		b.statement(s)
	}
	for _, s := range d.Statements {
		b.nested(s)
	}
	for _, e := range d.Events {
		b.event(e)
	}
	for _, r := range d.Relations {
		b.relation(r)
	}
	return b.c
}

// facts are the article as the graph stores it.
func facts(a article.Article, d *extract.Document) graph.Article {
	f := graph.Article{Key: a.Key, Source: a.Source, URL: a.URL, Title: a.Title.Value, Outlet: deref(d.Article.Outlet),
		Published: a.Published.Value, Modified: a.Modified, Language: a.Language, Text: a.Text,
		Extractor: extract.Version, Hash: hash(a)}
	if a.PathKey {
		f.Origin = a.Origin
	}
	if graph.ParseDay(f.Published) == graph.NoDay {
		f.Published = "" // a date without a year is no publication date
	}
	for _, author := range a.Authors {
		f.Authors = append(f.Authors, author.Value)
	}
	for _, r := range d.Article.Boilerplate {
		f.Boilerplate = append(f.Boilerplate, graph.Region{Start: r.Start, End: r.End, Reason: r.Reason})
	}
	return f
}

// hash is the SHA-256 of all that an article says, but for where it was found.
func hash(a article.Article) []byte {
	a.Source, a.Origin, a.PathKey, a.Warnings = "", "", false, nil
	b, err := json.Marshal(a)
	if err != nil {
		panic("hash of an article: " + err.Error()) // strings and numbers always marshal
	}
	sum := sha256.Sum256(b)
	return sum[:]
}

// A builder collects records and claims. A record comes to be with the first claim
// that needs it, so that none is without evidence.
type builder struct {
	doc     *extract.Document
	c       *graph.Contribution
	entity  map[string]int // id in the document → index in its entities
	records map[string]int // id in the document → index in c.Records
	taken   map[graph.Kind]map[graph.Span]bool
}

// claim adds a claim if an edge of the kind may lead between its ends.
func (b *builder) claim(k graph.EdgeKind, from, to int, disc graph.Disc, e graph.Evidence) {
	if from != to && k.Allows(b.kind(from), b.kind(to)) {
		b.c.Claims = append(b.c.Claims, graph.Claim{Kind: k, From: from, To: to, Disc: disc, Evidence: e})
	}
}

func (b *builder) kind(record int) graph.Kind {
	if record == graph.ArticleRecord {
		return graph.KindArticle
	}
	return b.c.Records[record].Kind
}

func (b *builder) add(id string, r graph.Record) int {
	if b.taken[r.Kind] == nil {
		b.taken[r.Kind] = map[graph.Span]bool{}
	}
	b.taken[r.Kind][r.First] = true
	b.c.Records = append(b.c.Records, r)
	b.records[id] = len(b.c.Records) - 1
	return b.records[id]
}

// of returns the record of an entity. One without mentions, known from a publisher's
// field or a table, is added now.
func (b *builder) of(id, field string) (int, bool) {
	if r, ok := b.records[id]; ok {
		return r, true
	}
	i, ok := b.entity[id]
	if !ok {
		return 0, false
	}
	e := b.doc.Entities[i]
	if len(e.Mentions) > 0 || field == "" {
		return 0, false
	}
	r := b.newEntity(e)
	r.Field = field
	if e.ISO != "" {
		r.Field += " " + e.ISO
	}
	return b.add(id, r), true
}

func (b *builder) newEntity(e extract.Entity) graph.Record {
	kind, err := graph.ParseKind(e.Type)
	if err != nil {
		panic("entity of the extractor: " + err.Error())
	}
	return graph.Record{Kind: kind, Name: e.Name, ISO: e.ISO, Type: e.Sort, Bare: e.Bare}
}

// mentions adds an entity with all its mentions.
func (b *builder) mentions(e extract.Entity) {
	r := b.newEntity(e)
	found := false
	for _, m := range e.Mentions {
		s := graph.Span{Start: m.Start, End: m.End}
		if !b.taken[r.Kind][s] && (!found || s.Start < r.First.Start) {
			r.First, found = s, true
		}
		if m.Kind == "name" && m.Text != e.Name {
			r.Aliases = append(r.Aliases, m.Text)
		}
	}
	if !found {
		return
	}
	slices.Sort(r.Aliases)
	r.Aliases = slices.Compact(r.Aliases)
	at := b.add(e.ID, r)
	for _, m := range e.Mentions {
		b.claim(graph.Mentions, graph.ArticleRecord, at, graph.Disc{}, graph.Evidence{
			Span: graph.Span{Start: m.Start, End: m.End}, Mention: m.Kind, By: m.By, Confidence: perMille(m.Confidence)})
	}
}

// outlet ties the article to its publisher.
func (b *builder) outlet() {
	name := b.doc.Article.Outlet
	if name == nil {
		return
	}
	for _, e := range b.doc.Entities {
		if e.Type != "Organization" || e.Name != *name {
			continue
		}
		basis := b.doc.Article.Basis["outlet"]
		ev := graph.Evidence{Ref: basis.Field, By: "publisher/1", Confidence: 1000}
		if basis.Field == "" {
			ev.Span = graph.Span{Start: basis.Start, End: basis.End}
		}
		if r, ok := b.of(e.ID, "field:outlet"); ok {
			b.claim(graph.PublishedBy, graph.ArticleRecord, r, graph.Disc{}, ev)
		}
		return
	}
}

func (b *builder) statement(s extract.Statement) {
	content := graph.Span{Start: s.Start, End: s.End}
	if b.taken[graph.KindStatement][content] {
		return
	}
	r := graph.Record{Kind: graph.KindStatement, First: content, Name: s.Text, When: interval(s.Said)}
	at := b.add(s.ID, r)
	ev := graph.Evidence{Span: content, By: s.By, Confidence: perMille(s.Confidence)}
	for _, m := range s.More {
		ev.More = append(ev.More, graph.Span{Start: m[0], End: m[1]})
	}
	b.wording(s, at, ev)
	speakers := s.Speaker.With
	if s.Speaker.Entity != nil {
		speakers = append([]string{*s.Speaker.Entity}, speakers...)
	}
	for _, id := range speakers {
		if who, ok := b.of(id, ""); ok {
			said := graph.Evidence{Span: attribution(s), By: s.By, Confidence: ev.Confidence, Unnamed: deref(s.Speaker.Unnamed)}
			b.claim(graph.Said, who, at, graph.Disc{}, said)
		}
	}
	if s.Addressee != nil {
		if whom, ok := b.of(*s.Addressee, ""); ok {
			b.claim(graph.AddressedTo, at, whom, graph.Disc{}, graph.Evidence{Span: attribution(s), By: s.By, Confidence: ev.Confidence})
		}
	}
	for _, id := range s.About {
		if topic, ok := b.of(id, ""); ok {
			b.claim(graph.About, at, topic, graph.Disc{}, graph.Evidence{Span: b.within(id, content), By: s.By, Confidence: ev.Confidence})
		}
	}
}

// wording claims that the article reports the statement so.
func (b *builder) wording(s extract.Statement, at int, ev graph.Evidence) {
	w := &graph.Wording{Kind: s.Kind, Mode: s.Mode, Stance: s.Stance, Unnamed: deref(s.Speaker.Unnamed)}
	if s.Cue != nil {
		w.Cue = &graph.Span{Start: s.Cue.Start, End: s.Cue.End}
	}
	if s.Speaker.End > s.Speaker.Start {
		w.Speaker = &graph.Span{Start: s.Speaker.Start, End: s.Speaker.End}
	}
	if s.Via != nil {
		if via, ok := b.of(*s.Via, ""); ok {
			w.Via = &via
			b.claim(graph.Cites, graph.ArticleRecord, via, graph.Disc{}, graph.Evidence{Span: attribution(s), By: s.By, Confidence: ev.Confidence, Scope: "passage"})
		}
	}
	ev.Wording = w
	if when := interval(s.Said); when != (graph.Interval{}) {
		ev.When = &when
	}
	b.claim(graph.Reports, graph.ArticleRecord, at, graph.Disc{}, ev)
}

func (b *builder) nested(s extract.Statement) {
	if s.NestedIn == nil {
		return
	}
	inner, ok := b.records[s.ID]
	outer, ok2 := b.records[*s.NestedIn]
	if ok && ok2 {
		b.claim(graph.NestedIn, inner, outer, graph.Disc{}, graph.Evidence{Span: graph.Span{Start: s.Start, End: s.End}, By: s.By, Confidence: perMille(s.Confidence)})
	}
}

// attribution is the passage from a statement's source to its content, cue included:
// what shows who said it.
func attribution(s extract.Statement) graph.Span {
	hull := graph.Span{Start: s.Start, End: s.End}
	widen := func(start, end int) {
		if end > start {
			hull.Start, hull.End = min(hull.Start, start), max(hull.End, end)
		}
	}
	widen(s.Speaker.Start, s.Speaker.End)
	if s.Cue != nil {
		widen(s.Cue.Start, s.Cue.End)
	}
	return hull
}

// within returns the first mention of an entity inside a span, or the span.
func (b *builder) within(id string, s graph.Span) graph.Span {
	for _, m := range b.doc.Entities[b.entity[id]].Mentions {
		if s.Start <= m.Start && m.End <= s.End {
			return graph.Span{Start: m.Start, End: m.End}
		}
	}
	return s
}

func (b *builder) event(e extract.Event) {
	first := graph.Span{Start: e.Trigger.Start, End: e.Trigger.End}
	if b.taken[graph.KindEvent][first] || len(e.Evidence) == 0 {
		return
	}
	when := interval(e.Date)
	at := b.add(e.ID, graph.Record{Kind: graph.KindEvent, First: first, Name: e.Label, Type: e.Type, When: when})
	ev := graph.Evidence{Status: e.Status, By: e.By, Confidence: perMille(e.Confidence)}
	if when != (graph.Interval{}) {
		ev.When = &when
	}
	for _, s := range e.Evidence {
		ev.Span = graph.Span{Start: s.Start, End: s.End}
		b.claim(graph.Reports, graph.ArticleRecord, at, graph.Disc{}, ev)
	}
	tie := graph.Evidence{Span: graph.Span{Start: e.Evidence[0].Start, End: e.Evidence[0].End}, By: e.By, Confidence: ev.Confidence}
	for _, p := range e.Participants {
		if who, ok := b.of(p.Entity, ""); ok {
			b.claim(graph.TakesPart, who, at, graph.Disc{Role: p.Role}, tie)
		}
	}
	if e.ClaimedIn != nil {
		if said, ok := b.records[*e.ClaimedIn]; ok {
			b.claim(graph.About, said, at, graph.Disc{}, graph.Evidence{Span: first, By: e.By, Confidence: ev.Confidence})
		}
	}
	for _, id := range e.Places {
		if where, ok := b.of(id, ""); ok {
			b.claim(graph.LocatedIn, at, where, graph.Disc{}, tie)
		}
	}
}

func (b *builder) relation(r extract.Relation) {
	kind, err := graph.ParseEdgeKind(r.Type)
	if err != nil {
		panic("relation of the extractor: " + err.Error())
	}
	from, ok := b.of(r.From, r.Ref)
	if !ok {
		return
	}
	to, ok := b.of(r.To, r.Ref)
	if !ok {
		return
	}
	disc := graph.Disc{}
	if kind == graph.HoldsRole {
		disc.Title = r.Title
	}
	ev := graph.Evidence{Ref: r.Ref, Status: r.Status, By: r.By, Confidence: perMille(r.Confidence)}
	if r.Ref != "" {
		b.claim(kind, from, to, disc, ev)
	}
	for _, s := range r.Evidence {
		ev.Span = graph.Span{Start: s.Start, End: s.End}
		b.claim(kind, from, to, disc, ev)
	}
}

func interval(d *extract.Date) graph.Interval {
	if d == nil {
		return graph.Interval{}
	}
	return graph.Interval{From: deref(d.From), To: deref(d.To), Precision: d.Precision, Text: d.Text}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func perMille(share float64) int { return int(math.Round(share * 1000)) }
