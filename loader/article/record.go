package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// The names of a record's fields, the one that counts first. Beside the plain ones
// stand those of schema.org and of common news interfaces.
var (
	idFields        = []string{"id", "key"}
	urlFields       = []string{"url", "link", "canonical_url"}
	titleFields     = []string{"title", "headline"}
	outletFields    = []string{"outlet", "publisher", "site", "site_name", "source"}
	authorFields    = []string{"authors", "author", "byline"}
	publishedFields = []string{"published", "published_at", "date", "datePublished", "publishedAt"}
	modifiedFields  = []string{"modified", "modified_at", "updated", "updated_at", "dateModified"}
	languageFields  = []string{"language", "lang", "inLanguage"}
	textFields      = []string{"text", "body", "content", "articleBody"}
	htmlFields      = []string{"html"}
)

// A record is a JSON object with a note of what was wrong in it. Its methods read
// fields until the first mistake, which err keeps.
type record struct {
	fields map[string]json.RawMessage
	err    error
}

// parseRecord reads the article of one JSON object. Fields it does not know are
// ignored; null and "" mean that nothing is stated.
func parseRecord(b []byte) (Article, error) {
	if err := checkUTF8(b); err != nil {
		return Article{}, err
	}
	r := &record{}
	if err := json.Unmarshal(b, &r.fields); err != nil {
		return Article{}, recordError(b, err)
	}
	if r.fields == nil {
		return Article{}, errors.New("want an object, found null")
	}
	a, err := r.body()
	if err != nil {
		return Article{}, err
	}
	r.facts(&a)
	if r.err != nil {
		return Article{}, r.err
	}
	return a, nil
}

// body reads the text. Markup in a field of another name than "text" is read as HTML,
// whose facts count where the record has none.
func (r *record) body() (Article, error) {
	text, field := r.text(textFields)
	page, _ := r.text(htmlFields)
	if r.err != nil {
		return Article{}, r.err
	}
	if field != "text" && text != "" && isHTML([]byte(strings.TrimSpace(text)+" ")) {
		text, page = "", text
	}
	switch {
	case strings.TrimSpace(text) != "":
		return Article{Text: text}, nil
	case page != "":
		return parseHTML([]byte(page))
	}
	return Article{}, errors.New(`no text: the record has neither "text" nor "html"`)
}

func (r *record) facts(a *Article) {
	a.Key = r.id()
	if u, _ := r.text(urlFields); u != "" {
		a.URL = strings.TrimSpace(u)
		if CanonicalURL(a.URL) == "" {
			a.warn("the url %q is not an absolute http address: no key is made of it", a.URL)
		}
	}
	if title, _ := r.text(titleFields); title != "" {
		a.Title = fieldFact("title", title)
	}
	if names := r.names(outletFields); len(names) > 0 {
		a.Outlet = fieldFact("outlet", names[0])
	}
	if names := r.names(authorFields); len(names) > 0 {
		a.Authors = nil
		for _, n := range names {
			a.addAuthors("authors", n)
		}
	}
	if s, _ := r.text(publishedFields); s != "" {
		a.setPublished(s)
	}
	if s, _ := r.text(modifiedFields); s != "" {
		a.setModified(s)
	}
	if s, _ := r.text(languageFields); s != "" {
		a.Language = languageTag(s)
	}
}

func (a *Article) warn(format string, args ...any) {
	a.Warnings = append(a.Warnings, fmt.Sprintf(format, args...))
}

func (a *Article) setPublished(s string) {
	if d := fieldDate(s); d != "" {
		a.Published = fieldFact("published", d)
		return
	}
	a.Published = Fact{}
	a.warn("the publication date %q is not a date that is understood: it is left open (write 2006-01-02 or RFC 3339)", s)
}

func (a *Article) setModified(s string) {
	if a.Modified = fieldDate(s); a.Modified == "" {
		a.warn("the date of change %q is not a date that is understood: it is left open (write 2006-01-02 or RFC 3339)", s)
	}
}

// addAuthors adds the names of a byline field: "By Ada Okoye and Ben Adu" has two.
func (a *Article) addAuthors(field, byline string) {
	for _, n := range bylineNames(byline) {
		a.Authors = append(a.Authors, fieldFact(field, n))
	}
}

func fieldFact(field, value string) Fact {
	return Fact{Value: strings.Join(strings.Fields(value), " "), Field: "field:" + field}
}

// first is the first field of names that states anything.
func (r *record) first(names []string) (string, json.RawMessage) {
	for _, n := range names {
		v := r.fields[n]
		if len(v) > 0 && string(v) != "null" && string(v) != `""` {
			return n, v
		}
	}
	return "", nil
}

func (r *record) text(names []string) (value, field string) {
	field, raw := r.first(names)
	if raw == nil || r.err != nil {
		return "", field
	}
	if json.Unmarshal(raw, &value) != nil {
		r.wrongType(field, "a string", raw)
	}
	return value, field
}

// id is a string, or a whole number, which many sets of articles have.
func (r *record) id() string {
	field, raw := r.first(idFields)
	if raw == nil || r.err != nil {
		return ""
	}
	var s string
	var n int64
	if json.Unmarshal(raw, &n) == nil {
		s = string(raw)
	} else if json.Unmarshal(raw, &s) != nil {
		r.wrongType(field, "a string", raw)
	}
	if s = strings.TrimSpace(s); strings.IndexFunc(s, func(c rune) bool { return c < ' ' }) >= 0 {
		r.err = fmt.Errorf("field %q: a key may hold no control characters", field)
	}
	return s
}

// names reads one name or a list: of strings, or of objects with a "name".
func (r *record) names(fields []string) []string {
	field, raw := r.first(fields)
	if raw == nil || r.err != nil {
		return nil
	}
	list := []json.RawMessage{raw}
	if raw[0] == '[' && json.Unmarshal(raw, &list) != nil {
		return nil
	}
	var names []string
	for _, v := range list {
		var s string
		var o struct{ Name *string }
		switch {
		case string(v) == "null":
		case json.Unmarshal(v, &s) == nil:
		case v[0] == '{' && json.Unmarshal(v, &o) == nil:
			if o.Name != nil {
				s = *o.Name
			}
		default:
			r.wrongType(field, "a string or a list of strings", v)
			return nil
		}
		if s = strings.TrimSpace(s); s != "" {
			names = append(names, s)
		}
	}
	return names
}

func (r *record) wrongType(field, want string, raw json.RawMessage) {
	found, mend := jsonType(raw)
	r.err = fmt.Errorf("field %q: want %s, found %s%s", field, want, found, mend)
}

func jsonType(raw json.RawMessage) (found, mend string) {
	switch raw[0] {
	case '{':
		return "an object", ""
	case '[':
		return "a list", " (write one string)"
	case 't', 'f':
		return "a boolean", ""
	case '"':
		return "a string", ""
	}
	return "a number", " (write it in quotes)"
}

// recordError says where a record breaks the rules of JSON. The line is the record
// itself in a file of JSON lines, so that the column is what is left to say.
func recordError(b []byte, err error) error {
	if se := (*json.SyntaxError)(nil); errors.As(err, &se) {
		line, column := position(b, se.Offset-1)
		if line == 1 {
			return fmt.Errorf("column %d: not JSON: %w", column, err)
		}
		return fmt.Errorf("line %d, column %d: not JSON: %w", line, column, err)
	}
	found, _ := jsonType(bytes.TrimSpace(b))
	return fmt.Errorf("want an object with a field \"text\", found %s", found)
}

// position is the line and column, in characters from 1, of a byte offset.
func position(b []byte, offset int64) (line, column int) {
	before := b[:max(0, min(int(offset), len(b)))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return 1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[start:])
}
