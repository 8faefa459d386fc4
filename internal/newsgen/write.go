package newsgen

import (
	"strings"
	"time"

	"newsgraph/graph"
)

// write fills the draft: head lines, then passages that state facts with padding
// between them, then what a web page leaves behind.
func (d *draft) write() {
	d.head()
	passages := d.passages()
	d.r.Shuffle(len(passages), func(i, j int) { passages[i], passages[j] = passages[j], passages[i] })
	for i, passage := range passages {
		passage()
		d.put("\n\n")
		for d.words < d.gen.options.Words*(i+1)/len(passages) {
			d.padding()
		}
	}
	d.tail()
}

func (d *draft) passages() []func() {
	all := []func(){d.meeting, d.background}
	first := d.r.IntN(len(d.story.utterances))
	for k := range 2 + d.r.IntN(2) {
		u := d.story.utterances[(first+k)%len(d.story.utterances)]
		all = append(all, func() { d.statement(u) })
	}
	if chance(d.r, 2) {
		all = append(all, d.deed)
	}
	return all
}

// An outlet has one of four styles of saying who published an article when.
const (
	datedByline = iota
	datedMasthead
	newsroomLine
	fieldsOnly // in publisher's fields, not in the text
	styles
)

// head writes the title and, in the outlet's style, who published it when.
func (d *draft) head() {
	style := d.outlet % styles
	if style == datedMasthead {
		d.masthead("")
	}
	title := d.put(d.title())
	d.article.Title = string([]rune(d.text.String())[title.Start:title.End])
	d.put("\n\n")
	switch style {
	case datedByline:
		start := d.points
		author := name(d.r, 2) + " " + name(d.r, 2)
		d.article.Authors = []string{author}
		d.put("By " + author)
		d.skip(start, "byline")
		d.put("\n")
		d.masthead("")
	case newsroomLine:
		d.masthead("By the newsroom of the ")
	case fieldsOnly:
		d.publishedBy(graph.Evidence{Ref: "field:outlet"}, graph.Record{Field: "field:outlet"})
	}
}

func (d *draft) title() string {
	a, b := countries[d.story.countries[0]].name, countries[d.story.countries[1]].name
	return a + " and " + b + " " + pick(d.r, verbs) + " over " + d.word() + " " + pick(d.r, nouns)
}

// masthead writes the line with outlet and date.
func (d *draft) masthead(before string) {
	start := d.points
	d.put(before)
	outlet := d.put(d.article.Outlet)
	if d.article.Published != "" {
		d.put(", " + date(d.day).Format("2 January 2006"))
	}
	d.skip(start, "date stamp")
	d.put("\n\n")
	d.publishedBy(graph.Evidence{Span: outlet}, graph.Record{First: outlet})
}

func (d *draft) publishedBy(e graph.Evidence, r graph.Record) {
	r.Kind, r.Name, r.Type = graph.KindOrganization, d.article.Outlet, "outlet"
	n := d.record(thing{graph.KindOrganization, d.outlet, outletRole}, r)
	d.claim(graph.PublishedBy, graph.ArticleRecord, n, e)
}

func date(day graph.Day) time.Time { return time.Unix(int64(day)*86400, 0).UTC() }

// on writes a date ("on March 5") and returns it, without its year if the article
// does not say when it was published.
func (d *draft) on(day graph.Day) graph.Interval {
	d.put(" on ")
	words := date(day).Format("January 2")
	d.put(words)
	value := date(day).Format(time.DateOnly)
	if d.article.Published == "" {
		value = date(day).Format("--01-02")
	}
	return graph.Interval{From: value, To: value, Precision: "day", Text: words}
}

// statement reports an utterance in one of four forms.
func (d *draft) statement(u utterance) {
	said := &said{draft: d, what: u, variant: d.outlet % 2}
	switch d.r.IntN(4) {
	case 0: // "A must act, and B will not," C said on March 5.
		said.quoted(func() { said.first(); d.put(", "); said.second(); d.put(",") })
		d.put(" ")
		said.speaker()
		d.put(" ")
		said.cue("said")
		said.when = d.on(d.day)
		d.put(".")
	case 1: // C told reporters: "A must act, and B will not."
		said.speaker()
		d.put(" ")
		said.cue("told")
		d.put(" reporters: ")
		said.quoted(func() { said.first(); d.put(", "); said.second(); d.put(".") })
	case 2: // "A must act," said C, "and B will not."
		said.quoted(func() { said.first(); d.put(",") })
		d.put(" ")
		said.cue("said")
		d.put(" ")
		said.speaker()
		d.put(", ")
		said.quoted(func() { said.second(); d.put(".") })
	case 3: // C said that A must act, and B will not.
		said.speaker()
		d.put(" ")
		said.cue("said")
		d.put(" that ")
		said.content(func() { said.first(); d.put(", "); said.second() })
		d.put(".")
		said.kind = "indirect"
	}
	said.claim()
}

// said gathers what one report of an utterance says.
type said struct {
	*draft
	what        utterance
	variant     int // the wording: outlets translate differently
	kind        string
	pieces      []graph.Span
	who         int
	whoAt, cued graph.Span
	about       []graph.Claim // to be claimed once the statement has a record
	when        graph.Interval
}

func (s *said) quoted(inner func()) {
	marks := []string{`"`, `"`}
	if s.curly {
		marks = []string{"“", "”"}
	}
	s.put(marks[0])
	s.content(inner)
	s.put(marks[1])
	s.kind = "direct"
}

func (s *said) content(inner func()) {
	start := s.points
	inner()
	s.pieces = append(s.pieces, s.since(start))
}

// first writes the one half of what is said.
func (s *said) first() {
	n, at := s.country(s.what.country)
	s.about = append(s.about, graph.Claim{To: n, Evidence: graph.Evidence{Span: at}})
	s.put([]string{" must ", " has to "}[s.variant] + s.what.verb + " the " + s.what.noun)
}

// second writes the other half.
func (s *said) second() {
	s.put("and ")
	n, at := s.organization(s.what.organization)
	s.about = append(s.about, graph.Claim{To: n, Evidence: graph.Evidence{Span: at}})
	s.put([]string{" will not ", " is not going to "}[s.variant] + s.what.refused + " it")
}

func (s *said) speaker()       { s.who, s.whoAt = s.person(s.story.cast[s.what.speaker]) }
func (s *said) cue(cue string) { s.cued = s.put(cue) }

func (s *said) claim() {
	text := []rune(s.text.String())
	var words []string
	for _, p := range s.pieces {
		words = append(words, string(text[p.Start:p.End]))
	}
	first, more := s.pieces[0], s.pieces[1:]
	n := s.record(thing{kind: graph.KindStatement, index: first.Start},
		graph.Record{Kind: graph.KindStatement, First: first, Name: strings.Join(words, " … "), When: s.when})
	e := graph.Evidence{Span: first, More: more}
	s.draft.claim(graph.Said, s.who, n, e)
	e.Wording = &graph.Wording{Kind: s.kind, Mode: "speech", Stance: "said", Cue: &s.cued, Speaker: &s.whoAt}
	if s.when.Text != "" {
		e.When = &s.when
	}
	s.draft.claim(graph.Reports, graph.ArticleRecord, n, e)
	for _, a := range s.about {
		s.draft.claim(graph.About, n, a.To, a.Evidence)
	}
}

// meeting reports the meeting of the story as planned, held or called off.
func (d *draft) meeting() {
	start := d.points
	a, _ := d.person(d.story.cast[0])
	var trigger graph.Span
	status := "planned"
	switch {
	case d.day < d.story.meeting:
		d.put(" will ")
		trigger = d.put("meet")
	case d.story.calledOff:
		status = "cancelled"
		d.put(" called off a ")
		trigger = d.put("meeting")
		d.put(" with")
	default:
		status = "occurred"
		d.put(" ")
		trigger = d.put("met")
	}
	d.put(" ")
	b, _ := d.person(d.story.cast[1])
	d.put(" in ")
	at := d.place(d.story.place)
	when := d.on(d.story.meeting)
	n := d.event(graph.Record{First: trigger, Name: "meeting", Type: "CONSULT", When: when}, status, d.since(start))
	d.takesPart(a, n, "actor", d.since(start))
	d.takesPart(b, n, "actor", d.since(start))
	d.claim(graph.LocatedIn, n, at, graph.Evidence{Span: d.since(start)})
	d.put(".")
}

// deed reports what one country did to the other.
func (d *draft) deed() {
	start := d.points
	a, _ := d.country(d.story.countries[0])
	d.put(" ")
	trigger := d.put(d.story.other.words)
	d.put(" ")
	b, _ := d.country(d.story.countries[1])
	when := d.on(d.story.happened)
	n := d.event(graph.Record{First: trigger, Name: d.story.other.label, Type: d.story.other.kind, When: when}, "occurred", d.since(start))
	d.takesPart(a, n, "actor", d.since(start))
	d.takesPart(b, n, "recipient", d.since(start))
	d.put(".")
}

func (d *draft) event(r graph.Record, status string, span graph.Span) int {
	r.Kind = graph.KindEvent
	n := d.record(thing{kind: graph.KindEvent, index: r.First.Start}, r)
	d.claim(graph.Reports, graph.ArticleRecord, n, graph.Evidence{Span: span, Status: status, When: &r.When})
	return n
}

func (d *draft) takesPart(who, event int, role string, span graph.Span) {
	d.claim(graph.TakesPart, who, event, graph.Evidence{Span: span}).Disc.Role = role
}

// background says where one of the cast works, and of what a country is a member.
func (d *draft) background() {
	start := d.points
	i := pick(d.r, d.story.cast)
	who, _ := d.person(i)
	d.put(" used to work for ")
	o, _ := d.organization(d.gen.people[i].employer)
	d.claim(graph.WorksFor, who, o, graph.Evidence{Span: d.since(start)})
	d.put(". ")
	start = d.points
	c, _ := d.country(pick(d.r, d.story.countries))
	d.put(" is a member of ")
	o, _ = d.organization(d.r.IntN(min(len(worldwide), len(d.gen.organizations))))
	d.claim(graph.MemberOf, c, o, graph.Evidence{Span: d.since(start)})
	d.put(".")
}

func (d *draft) word() string { return d.gen.words[d.gen.anyWord.draw(d.r)] }

// padding writes a paragraph that states nothing.
func (d *draft) padding() {
	for range 1 + d.r.IntN(3) {
		d.put("The " + d.word() + " " + d.word() + " of the " + d.word() + " was " + d.word() + " for the " + d.word())
		if chance(d.r, 2) {
			d.put(", but a " + d.word() + " in every " + d.word() + " " + d.word() + " with no " + d.word())
		}
		d.put(". ")
	}
	d.put("\n\n")
}

// tail writes what web pages leave in a text.
func (d *draft) tail() {
	start := d.points
	switch d.outlet % 3 {
	case 0:
		d.put("Share on Facebook\nCopy link")
		d.skip(start, "share widget")
	case 1:
		d.put("Read also: " + d.title())
		d.skip(start, "teaser")
	default:
		return
	}
	d.put("\n")
}
