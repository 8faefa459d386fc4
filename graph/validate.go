package graph

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxText bounds an article's text in bytes, so that all its rows fit one batch.
const MaxText = 1 << 20

// maxKey bounds an article's key in bytes.
const maxKey = 2048

// Normalize puts records and claims into the one order that the store wants: records
// by kind, first span and field; claims by kind, ends and span. The order in which an
// extractor found them leaves no trace.
func (c *Contribution) Normalize() {
	order := make([]int, len(c.Records))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return c.Records[i].compare(c.Records[j]) })
	place := make([]int, len(order))
	records := make([]Record, len(order))
	for to, from := range order {
		place[from], records[to] = to, c.Records[from]
	}
	move := func(r int) int {
		if r < 0 || r >= len(place) {
			return r
		}
		return place[r]
	}
	for i := range c.Claims {
		cl := &c.Claims[i]
		cl.From, cl.To = move(cl.From), move(cl.To)
		if w := cl.Evidence.Wording; w != nil && w.Via != nil {
			moved, via := *w, move(*w.Via)
			moved.Via = &via
			cl.Evidence.Wording = &moved
		}
	}
	c.Records = records
	slices.SortStableFunc(c.Claims, Claim.compare)
	c.Claims = slices.CompactFunc(c.Claims, func(a, b Claim) bool { return a.compare(b) == 0 })
}

func (r Record) compare(o Record) int {
	return cmp.Or(cmp.Compare(r.Kind, o.Kind), r.First.compare(o.First), strings.Compare(r.Field, o.Field))
}

func (s Span) compare(o Span) int {
	return cmp.Or(cmp.Compare(s.Start, o.Start), cmp.Compare(s.End, o.End))
}

// compare orders claims by what tells most of them apart, and only then by all of it.
func (c Claim) compare(o Claim) int {
	if n := cmp.Or(cmp.Compare(c.Kind, o.Kind), cmp.Compare(c.From, o.From), cmp.Compare(c.To, o.To),
		c.Evidence.Span.compare(o.Evidence.Span), strings.Compare(c.Evidence.Ref, o.Evidence.Ref)); n != 0 {
		return n
	}
	return bytes.Compare(encode(c), encode(o))
}

// Validate reports the first rule of the data model that the contribution breaks, as
// an ErrInvalid: spans inside the text, edges between the right kinds, nothing
// without evidence.
func (c *Contribution) Validate() error {
	if err := c.Article.validate(); err != nil {
		return err
	}
	length := utf8.RuneCountInString(c.Article.Text)
	ids := make(map[ID]int, len(c.Records))
	for i, r := range c.Records {
		if err := r.validate(length); err != nil {
			return fmt.Errorf("%w: record %d (%s %q): %w", ErrInvalid, i, r.Kind, r.Name, err)
		}
		id := RecordID(c.Article.Key, r)
		if j, ok := ids[id]; ok {
			return fmt.Errorf("%w: records %d and %d are both the %s at %v", ErrInvalid, j, i, r.Kind, r.First)
		}
		ids[id] = i
	}
	grounded := make([]bool, len(c.Records))
	for i, cl := range c.Claims {
		if err := c.validateClaim(cl, length); err != nil {
			return fmt.Errorf("%w: claim %d (%s): %w", ErrInvalid, i, cl.Kind, err)
		}
		for _, end := range []int{cl.From, cl.To} {
			if end >= 0 {
				grounded[end] = true
			}
		}
	}
	if i := slices.Index(grounded, false); i >= 0 {
		return fmt.Errorf("%w: record %d (%s %q) has no claim as its evidence", ErrInvalid, i, c.Records[i].Kind, c.Records[i].Name)
	}
	return nil
}

func (a Article) validate() error {
	switch {
	case a.Key == "" || len(a.Key) > maxKey || strings.ContainsRune(a.Key, 0):
		return fmt.Errorf("%w: article key %.40q: want 1 to %d bytes without NUL", ErrInvalid, a.Key, maxKey)
	case len(a.Text) > MaxText:
		return fmt.Errorf("%w: text of %d bytes; the limit is %d", ErrInvalid, len(a.Text), MaxText)
	case a.Published != "" && ParseDay(a.Published) == NoDay:
		return fmt.Errorf("%w: published %q: want 2006-01-02 or RFC 3339", ErrInvalid, a.Published)
	}
	for _, s := range append([]string{a.Key, a.Text, a.Title, a.Outlet, a.URL}, a.Authors...) {
		if !utf8.ValidString(s) {
			return fmt.Errorf("%w: %.40q is not UTF-8", ErrInvalid, s)
		}
	}
	return nil
}

func (r Record) validate(length int) error {
	switch {
	case r.Kind < KindPerson || r.Kind > KindStatement:
		return fmt.Errorf("no kind of record")
	case r.Name == "" || !utf8.ValidString(r.Name):
		return fmt.Errorf("name is empty or not UTF-8")
	case r.Kind == KindCountry && len(r.ISO) != 2:
		return fmt.Errorf("ISO code %q: want two letters", r.ISO)
	case r.Field == "" && !r.First.within(length):
		return fmt.Errorf("first span %v lies outside the text of %d characters", r.First, length)
	}
	return nil
}

func (s Span) within(length int) bool { return 0 <= s.Start && s.Start < s.End && s.End <= length }

func (c *Contribution) validateClaim(cl Claim, length int) error {
	kinds := [2]Kind{}
	for i, end := range []int{cl.From, cl.To} {
		switch {
		case end == ArticleRecord:
			kinds[i] = KindArticle
		case end < 0 || end >= len(c.Records):
			return fmt.Errorf("there is no record %d", end)
		default:
			kinds[i] = c.Records[end].Kind
		}
	}
	if !cl.Kind.Allows(kinds[0], kinds[1]) {
		return fmt.Errorf("leads from %s to %s", kinds[0], kinds[1])
	}
	return cl.Evidence.validate(length, len(c.Records))
}

func (e Evidence) validate(length, records int) error {
	if e.By == "" || e.Confidence < 0 || e.Confidence > 1000 {
		return fmt.Errorf("by %q with confidence %d: want a rule and 0 to 1000", e.By, e.Confidence)
	}
	spans := e.More
	if e.Ref == "" {
		spans = append(spans, e.Span)
	}
	if w := e.Wording; w != nil {
		if w.Cue != nil {
			spans = append(spans, *w.Cue)
		}
		if w.Speaker != nil {
			spans = append(spans, *w.Speaker)
		}
		if w.Via != nil && (*w.Via < 0 || *w.Via >= records) {
			return fmt.Errorf("via record %d, which there is not", *w.Via)
		}
	}
	for _, s := range spans {
		if !s.within(length) {
			return fmt.Errorf("span %v lies outside the text of %d characters", s, length)
		}
	}
	return nil
}
