package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/language"
)

// parseHTML finds the article of a web page: its text, a paragraph a line, and what
// the page states in its metadata. The date is taken from metadata only: a date that
// merely stands somewhere on a page is often another story's.
func parseHTML(b []byte) (a Article, err error) {
	// The extraction library walks hostile trees; a page that trips it is one bad page.
	defer func() {
		if p := recover(); p != nil {
			a, err = Article{}, fmt.Errorf("the page cannot be parsed: %v", p)
		}
	}()
	decoded, replaced := decodeHTML(b)
	doc, err := html.Parse(bytes.NewReader(decoded))
	if err != nil {
		return Article{}, fmt.Errorf("the page cannot be parsed: %w", err)
	}
	facts := readMeta(doc)
	res, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		EnableFallback: true, ExcludeComments: true, HtmlDateMode: trafilatura.Disabled,
	})
	if err == nil {
		a.Text = articleText(doc, res.ContentNode, facts.body)
		a.setPageFacts(facts, res.Metadata)
	}
	if isNoArticle(doc, a.Title.Value, a.Text) {
		return Article{}, errors.New("no article found on the page (is it a list of links, a sign-in or error page, or filled in by a script? save its text as a .txt file)")
	}
	if replaced {
		a.warn("the page holds bytes that its encoding does not have: they were replaced by U+FFFD")
	}
	return a, nil
}

// decodeHTML brings a page to UTF-8: by its byte order mark, what it declares, or, if
// it declares nothing, as UTF-8 where that is possible. It tells whether bytes were lost.
func decodeHTML(b []byte) (decoded []byte, replaced bool) {
	enc, name, certain := charset.DetermineEncoding(b, "")
	if name == "utf-8" || !certain && utf8.Valid(b) {
		b = bytes.TrimPrefix(b, []byte(byteOrderMark))
		return bytes.ToValidUTF8(b, []byte("\uFFFD")), !utf8.Valid(b)
	}
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return bytes.ToValidUTF8(b, []byte("\uFFFD")), true
	}
	return out, bytes.Contains(out, []byte("\uFFFD"))
}

func (a *Article) setPageFacts(m pageMeta, md trafilatura.Metadata) {
	a.URL = first(m.canonical, md.URL)
	if t := first(m.headline, md.Title); t != "" {
		a.Title = fieldFact("title", t)
	}
	// The library falls back to the host's name, which is no name of an outlet.
	site := md.Sitename
	if strings.Contains(site, ".") && strings.Contains(a.URL, site) {
		site = ""
	}
	if o := first(m.outlet, site); o != "" {
		a.Outlet = fieldFact("outlet", o)
	}
	for _, n := range strings.Split(md.Author, ";") {
		if n = strings.TrimSpace(n); n != "" && !strings.Contains(n, "://") {
			a.Authors = append(a.Authors, fieldFact("authors", n))
		}
	}
	if m.published != "" {
		a.setPublished(m.published)
	}
	if m.modified != "" {
		a.setModified(m.modified)
	}
	a.Language = languageTag(m.language)
}

func first(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

// languageTag brings "EN_us" to BCP 47, "en-US", or returns "" if s is no tag.
func languageTag(s string) string {
	t, err := language.Parse(strings.TrimSpace(s))
	if err != nil || t == language.Und {
		return ""
	}
	return t.String()
}

// pageMeta is what a page states of itself in meta elements and in JSON for machines.
type pageMeta struct {
	canonical, headline, outlet, published, modified, language string

	body string // the article's text, for machines alone
}

// slot is where what a meta element of this name states belongs, or nil.
func (m *pageMeta) slot(name string) *string {
	switch name {
	case "article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate", "publish_date",
		"dc.date.issued", "dcterms.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "date":
		return &m.published
	case "article:modified_time", "og:updated_time", "datemodified", "lastmod", "dcterms.modified":
		return &m.modified
	case "og:site_name":
		return &m.outlet
	case "og:title":
		return &m.headline
	}
	return nil
}

func readMeta(doc *html.Node) pageMeta {
	var m, ld pageMeta
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "html":
			m.language = attr(n, "lang")
		case "link":
			if m.canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
				m.canonical = attr(n, "href")
			}
		case "meta", "time":
			m.read(n)
		case "script":
			if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
				ld.readLD([]byte(n.FirstChild.Data))
			}
		}
	}
	m.headline = first(ld.headline, m.headline)
	m.outlet = first(m.outlet, ld.outlet)
	m.published = first(ld.published, m.published)
	m.modified = first(ld.modified, m.modified)
	m.body = ld.body
	return m
}

// read takes in a meta element, or a time element that says which time it is.
func (m *pageMeta) read(n *html.Node) {
	name := strings.ToLower(first(attr(n, "property"), attr(n, "itemprop"), attr(n, "name")))
	value := first(attr(n, "content"), attr(n, "datetime"))
	if slot := m.slot(name); slot != nil && *slot == "" {
		*slot = value
	}
}

// readLD takes in what JSON-LD states of the article: the object that has a headline,
// alone, in a list or in a graph.
func (m *pageMeta) readLD(b []byte) {
	var list []json.RawMessage
	if json.Unmarshal(b, &list) != nil {
		list = []json.RawMessage{b}
	}
	for _, raw := range list {
		var o struct {
			Headline, DatePublished, DateModified, ArticleBody string

			Publisher json.RawMessage
			Graph     json.RawMessage `json:"@graph"`
		}
		_ = json.Unmarshal(raw, &o) // a field of an unexpected type is left empty
		if o.Graph != nil {
			m.readLD(o.Graph)
		}
		if o.Headline == "" || m.headline != "" {
			continue
		}
		m.headline, m.published, m.modified = html.UnescapeString(o.Headline), o.DatePublished, o.DateModified
		m.body = o.ArticleBody
		var p struct{ Name string }
		_ = json.Unmarshal(o.Publisher, &p)
		m.outlet = html.UnescapeString(p.Name)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}
