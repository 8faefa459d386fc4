package main

import (
	"log"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"newsgraph/internal/train/corpus"
	"newsgraph/loader/nlp"
)

// A nameSet is a corpus to learn names from.
type nameSet struct {
	file     string
	open     bool // its licence is an open one
	copyleft bool // its licence is the GPL
	phrases  bool // it marks whole noun phrases: only the names in them count
}

var nameSets = []nameSet{
	{file: "entities/wikigold.jsonl", open: true},
	{file: "entities/crossner_politics_train.jsonl", open: true},
	{file: "entities/crossner_politics_dev.jsonl", open: true},
	{file: "entities/uner_ewt_dev.jsonl", open: true},
	{file: "relations/conll04_train.jsonl", open: true},
	{file: "relations/conll04_dev.jsonl", open: true},
	{file: "entities/gum_news_train.jsonl", open: true, phrases: true},
	{file: "entities/re3d_dev.jsonl", open: true, phrases: true},
	{file: "events/ecbplus_dev.jsonl", open: true, phrases: true},
	{file: "events/meantime_dev.jsonl", open: true, phrases: true},
	{file: "relations/dwie_dev.jsonl", copyleft: true},
	{file: "entities/conll2003_train.jsonl"},
	{file: "entities/conll2003_dev.jsonl"},
}

// nameTypes maps the types of the corpora.
var nameTypes = map[string]nlp.NameType{
	"PER": nlp.PersonName, "politician": nlp.PersonName, "person": nlp.PersonName, "Person": nlp.PersonName, "Peop": nlp.PersonName,
	"LOC": nlp.PlaceName, "location": nlp.PlaceName, "country": nlp.PlaceName, "place": nlp.PlaceName, "Location": nlp.PlaceName, "Loc": nlp.PlaceName,
	"ORG": nlp.OrganizationName, "organisation": nlp.OrganizationName, "organization": nlp.OrganizationName, "politicalparty": nlp.OrganizationName, "Organisation": nlp.OrganizationName, "Org": nlp.OrganizationName,
	"MISC": nlp.OtherName, "misc": nlp.OtherName, "election": nlp.OtherName, "event": nlp.OtherName, "abstract": nlp.OtherName, "object": nlp.OtherName, "Other": nlp.OtherName,
	"Nationality":    nlp.Demonym,
	"HUMAN_PART_PER": nlp.PersonName, "HUMAN_PART_ORG": nlp.OrganizationName, "LOC_GEO": nlp.PlaceName, "HUMAN_PART_GPE": nlp.PlaceName, "NON_HUMAN_PART": nlp.OtherName,
	"PRO": nlp.OtherName,
}

// dwieTypes are types of DWIE, the telling ones first.
var dwieTypes = []struct {
	tag  string
	kind nlp.NameType
}{
	{"type::value", 0}, {"type::time", 0}, {"type::role", 0}, {"type::money", 0}, {"type::footer", 0},
	{"-x ", nlp.Demonym}, {"type::person", nlp.PersonName}, {"type::organization", nlp.OrganizationName},
	{"type::location", nlp.PlaceName}, {"type::misc", nlp.OtherName}, {"type::event", nlp.OtherName}, {"type::competition", nlp.OtherName},
}

// typeOf returns the type of a name.
func typeOf(kind, text string) nlp.NameType {
	if strings.Contains(kind, "type::") {
		for _, t := range dwieTypes {
			if strings.Contains(kind, t.tag) {
				return t.kind
			}
		}
		return 0
	}
	t := nameTypes[kind]
	if t == nlp.OtherName && demonymic(text) {
		return nlp.Demonym
	}
	return t
}

// demonymic reports whether a name of another type looks like that of a people, a
// language or a faith, which some corpora do not tell apart.
func demonymic(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	if strings.ContainsAny(text, " 0123456789") || !unicode.IsUpper(first) || len(text) < 4 || strings.HasPrefix(text, "Olympi") {
		return false
	}
	for _, end := range []string{"an", "ans", "ese", "ish", "ic", "ics", "i", "is", "ch", "tch", "sh", "man", "men", "ab", "abs", "eek", "eeks", "ew", "ews", "ish", "lim", "lims", "iss", "ane", "anes", "ole", "oles", "urd", "urds", "erb", "erbs", "oat", "oats", "zech", "zechs", "Thai", "Thais", "axon"} {
		if strings.HasSuffix(text, end) {
			return true
		}
	}
	return false
}

func (t *trainer) names() ([]byte, error) {
	lexicon, err := t.read("lexicon")
	if err != nil {
		return nil, err
	}
	tagger, err := t.read("tagger")
	if err != nil {
		return nil, err
	}
	m, err := nlp.ReadModels(nlp.ModelFiles{Lexicon: lexicon, Tagger: tagger})
	if err != nil {
		return nil, err
	}
	p, err := nlp.New(nlp.Paragraphs, nlp.Tokens, nlp.Sentences)
	if err != nil {
		return nil, err
	}
	var docs []*nlp.Doc
	for _, set := range nameSets {
		if set.copyleft && !t.copyleft || t.open && !set.open && !set.copyleft {
			continue
		}
		more, err := t.nameDocs(set, p, m)
		if err != nil {
			return nil, err
		}
		docs = append(docs, more...)
	}
	return nlp.TrainNames(lexicon, docs, t.options(10))
}

// nameDocs reads and annotates a corpus.
func (t *trainer) nameDocs(set nameSet, p *nlp.Pipeline, m *nlp.Models) ([]*nlp.Doc, error) {
	texts, err := corpus.Texts(filepath.Join(t.corpora, set.file))
	if err != nil {
		return nil, err
	}
	var docs []*nlp.Doc
	words, names := 0, 0
	for _, text := range texts {
		d, err := text.Annotate(p, m, typeOf)
		if err != nil {
			return nil, err
		}
		if set.phrases {
			properNames(d)
		}
		nlp.AddDemonyms(d)
		nlp.TrimNames(d)
		words += len(d.Tokens)
		names += len(d.Names)
		docs = append(docs, d)
	}
	log.Printf("%s: %d texts, %d words, %d names", set.file, len(docs), words, names)
	return docs, nil
}

// properNames cuts the names of d, which are noun phrases, down to the names in them,
// the outermost of those that overlap.
func properNames(d *nlp.Doc) {
	var names []nlp.Name
	for _, n := range d.Names {
		if s, ok := corpus.Proper(d, n.Span); ok && s.End-s.Start < 8 {
			names = append(names, nlp.Name{Span: s, Type: n.Type})
		}
	}
	d.Names = names
}
