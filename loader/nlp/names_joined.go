package nlp

import (
	"slices"

	"newsgraph/loader/lexicon"
)

// JoinedNames finds names by the trained model and by the rules, and joins what they
// find. Where they differ, the rules win where they know rather than guess: a name of the
// lexicon, a name with a head ("… Bank"), a person with a title. Elsewhere the model wins.
var JoinedNames = Annotator{
	Name:  "names-joined",
	Needs: []Layer{TokenLayer, SentenceLayer, TagLayer},
	Adds:  []Layer{NameLayer},
	Load:  func() error { _, err := embeddedNames(); return err },
	Run: func(d *Doc) error {
		m, err := embeddedNames()
		if err != nil {
			return err
		}
		r := nameReaders.Get().(*nameReader)
		defer nameReaders.Put(r)
		m.Name(d)
		r.Doc, r.headlineOf = d, 0
		r.trained = append(r.trained[:0], d.Names...)
		r.tidyTrained()
		r.read(d)
		r.joinNames()
		return nil
	},
}

// joinNames joins the names of the rules, in d.Names, with those of the model.
func (r *nameReader) joinNames() {
	byStart(r.trained)
	rules := slices.Clone(r.Names)
	r.Names = r.Names[:0]
	for _, t := range r.trained {
		if !r.skipped(t.Span) && !r.inHeadline(t.Span) && !r.overruled(t, rules) {
			r.Names = append(r.Names, t)
		}
	}
	model := slices.Clone(r.Names)
	for _, n := range rules {
		if r.certain(n) && !slices.ContainsFunc(within(model, n.Span), func(t Name) bool { return overlap(t.Span, n.Span) }) {
			r.Names = append(r.Names, n)
		}
	}
	byStart(r.Names)
	r.mend()
}

// learn notes the names that the model found in the story: a headline may hold them.
func (r *nameReader) learn() {
	for _, n := range r.trained {
		if text := r.SpanText(n.Span); n.Type != OtherName && !r.inHeadline(n.Span) {
			r.know(n.Span, text, n.Type)
		}
	}
}

// inHeadline reports whether a span lies in a headline whose capitals mean nothing: what
// the rules find there is all that can be known.
func (r *nameReader) inHeadline(s Span) bool {
	i := r.SentenceOf(s.Start)
	if i < 0 {
		return false
	}
	if i != r.headlineOf-1 {
		r.headlineOf, r.headline = i+1, r.isHeadline(r.Sentences[i])
	}
	return r.headline
}

// overruled reports whether a name of the rules stands against one of the model: a certain
// one, but not a part of what the model takes for a longer name of a person.
func (r *nameReader) overruled(t Name, rules []Name) bool {
	for _, n := range within(rules, t.Span) {
		if !r.certain(n) {
			continue
		}
		if n.Type == PersonName && t.Type == OtherName {
			return true
		}
		switch {
		case n.Type == PersonName: // "Ms Okoye" is no place
			if t.Type != PersonName && n.Start > 0 && isTitleWord(r.Doc, r.Word(n.Start-1)) {
				return true
			}
		case t.Type != PersonName || t.Start > n.Start || n.End > t.End || t.End-t.Start <= n.End-n.Start:
			return true
		}
	}
	return false
}

// within returns the names, sorted by start and apart from each other, that may share a
// token with a span.
func within(names []Name, s Span) []Name {
	from, _ := slices.BinarySearchFunc(names, s.Start, func(n Name, at int) int { return n.End - 1 - at })
	to := from
	for to < len(names) && names[to].Start < s.End {
		to++
	}
	return names[from:to]
}

func overlap(a, b Span) bool { return a.Start < b.End && b.Start < a.End }

// certain reports whether the rules know what they say of a name.
func (r *nameReader) certain(n Name) bool {
	text := r.SpanText(n.Span)
	if lexicon.Lookup(text) != nil || r.inHeadline(n.Span) {
		return true
	}
	switch n.Type {
	case PersonName:
		return r.sure[text] || r.inSyllables(n.Span)
	case OrganizationName: // by a head, by a noun beside it, or by what else the text says of it
		w := r.Word(n.Start)
		return n.End-n.Start > 1 || !isAllCaps(w) && !hasInnerCapital(w)
	}
	r.start = n.Start
	return n.Type != OtherName && r.headType(n.Span) == n.Type
}

func byStart(names []Name) {
	slices.SortStableFunc(names, func(a, b Name) int { return a.Start - b.Start })
}
