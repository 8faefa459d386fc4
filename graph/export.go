package graph

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"newsgraph/graph/kv"
)

// Export writes the whole graph as JSON lines in the one canonical order: nodes, then
// edges, each sorted by id. Two stores with the same articles and decisions write the
// same bytes. It holds 50 bytes a node and edge in memory while it sorts.
func (tx *Tx) Export(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<20)
	x := exporter{tx: tx, json: json.NewEncoder(out)}
	x.json.SetEscapeHTML(false)
	if err := x.nodes(); err != nil {
		return fmt.Errorf("export nodes: %w", err)
	}
	if err := x.edges(); err != nil {
		return fmt.Errorf("export edges: %w", err)
	}
	return out.Flush()
}

type exporter struct {
	tx   *Tx
	json *json.Encoder
	ids  map[Ref]ID
}

// A nodeLine is a node of the export.
type nodeLine struct {
	Node        ID           `json:"node"`
	Kind        string       `json:"kind"`
	Name        string       `json:"name"`
	Aliases     []string     `json:"aliases"`
	Key         string       `json:"key,omitempty"`
	URL         string       `json:"url,omitempty"`
	Outlet      string       `json:"outlet,omitempty"`
	Authors     []string     `json:"authors,omitempty"`
	Published   string       `json:"published,omitempty"`
	Modified    string       `json:"modified,omitempty"`
	Language    string       `json:"language,omitempty"`
	ISO         string       `json:"iso,omitempty"`
	Type        string       `json:"type,omitempty"`
	Text        string       `json:"text,omitempty"`
	When        *Interval    `json:"when,omitempty"`
	Records     int          `json:"records,omitempty"`
	Boilerplate []regionLine `json:"boilerplate,omitempty"`
}

type regionLine struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Reason string `json:"reason"`
}

func (x *exporter) nodes() error {
	type entry struct {
		id  ID
		ref Ref
	}
	var all []entry
	x.ids = map[Ref]ID{}
	err := x.tx.list([]byte{rowNode}, Page{}, func(c kv.Cursor) (bool, error) {
		r, err := parseRefKey(rowNode, c.Key())
		if err != nil {
			return false, err
		}
		n, err := x.tx.node(r)
		if err != nil {
			return false, err
		}
		x.ids[r] = n.ID
		all = append(all, entry{n.ID, r})
		return true, nil
	})
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b entry) int { return bytes.Compare(a.id[:], b.id[:]) })
	for _, e := range all {
		if err := x.node(e.ref); err != nil {
			return err
		}
	}
	return nil
}

func (x *exporter) node(r Ref) error {
	row, err := x.tx.node(r)
	if err != nil {
		return err
	}
	n := row.node(r)
	line := nodeLine{Node: n.ID, Kind: n.Kind.String(), Name: n.Name, Aliases: n.Aliases, ISO: n.ISO, Type: n.Type, Records: n.Records}
	if n.Aliases == nil {
		line.Aliases = []string{}
	}
	if n.When != (Interval{}) {
		line.When = &n.When
	}
	switch n.Kind {
	case KindStatement:
		line.Text = n.Name
	case KindArticle:
		a := row.Article
		line.Key, line.URL, line.Outlet, line.Authors = a.Key, a.URL, a.Outlet, a.Authors
		line.Published, line.Modified, line.Language = a.Published, a.Modified, a.Language
		for _, b := range a.Boilerplate {
			line.Boilerplate = append(line.Boilerplate, regionLine{b.Start, b.End, b.Reason})
		}
		if line.Text, err = x.tx.Text(r); err != nil {
			return err
		}
	}
	return x.json.Encode(line)
}

// EdgeID is the public id of an edge: the UUID version 5 of its kind, ends and
// discriminator.
func EdgeID(k EdgeKind, from, to ID, d Disc) ID {
	return newID("edge", k.String(), from.String(), to.String(), d.Role, d.Title, d.From, d.To)
}

// An edgeLine is an edge of the export.
type edgeLine struct {
	Edge     string         `json:"edge"`
	ID       ID             `json:"id"`
	From     ID             `json:"from"`
	To       ID             `json:"to"`
	Role     string         `json:"role,omitempty"`
	Title    string         `json:"title,omitempty"`
	Since    string         `json:"since,omitempty"`
	Until    string         `json:"until,omitempty"`
	Evidence []evidenceLine `json:"evidence"`
}

// An evidenceLine is one piece of evidence of the export.
type evidenceLine struct {
	Article    ID        `json:"article"`
	Start      int       `json:"start"`
	End        int       `json:"end"`
	More       [][2]int  `json:"more,omitempty"`
	Text       string    `json:"text,omitempty"`
	Ref        string    `json:"ref,omitempty"`
	By         string    `json:"by"`
	Confidence int       `json:"confidence"`
	Mention    string    `json:"mention,omitempty"`
	Kind       string    `json:"kind,omitempty"`
	Mode       string    `json:"mode,omitempty"`
	Stance     string    `json:"stance,omitempty"`
	Cue        *spanLine `json:"cue,omitempty"`
	Speaker    *spanLine `json:"speaker,omitempty"`
	Unnamed    string    `json:"unnamed,omitempty"`
	Via        *ID       `json:"via,omitempty"`
	Status     string    `json:"status,omitempty"`
	When       *Interval `json:"when,omitempty"`
	Scope      string    `json:"scope,omitempty"`
	Score      int       `json:"score,omitempty"`
	Reasons    []string  `json:"reasons,omitempty"`
}

type spanLine struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

func (x *exporter) edges() error {
	type entry struct {
		id   ID
		edge edgeID
		day  Day
	}
	var all []entry
	err := x.tx.list([]byte{rowEdge}, Page{}, func(c kv.Cursor) (bool, error) {
		e, day, err := parseEdgeKey(c.Key())
		if err != nil {
			return false, err
		}
		b, err := c.Value()
		if err != nil {
			return false, err
		}
		row, err := decode[edgeRow](b)
		all = append(all, entry{EdgeID(e.kind, x.ids[e.from], x.ids[e.to], row.Disc), e, day})
		return true, err
	})
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b entry) int { return bytes.Compare(a.id[:], b.id[:]) })
	for _, e := range all {
		if err := x.edge(e.id, e.edge, e.day); err != nil {
			return err
		}
	}
	return nil
}

func (x *exporter) edge(id ID, e edgeID, d Day) error {
	row, err := lookup[edgeRow](x.tx, edgeKey(e, d))
	if err != nil {
		return err
	}
	line := edgeLine{Edge: e.kind.String(), ID: id, From: x.ids[e.from], To: x.ids[e.to],
		Role: row.Disc.Role, Title: row.Disc.Title, Since: row.Disc.From, Until: row.Disc.To}
	for item, err := range x.tx.Evidence(Edge{Kind: e.kind, From: e.from, To: e.to, Day: d, disc: e.disc}) {
		if err != nil {
			return err
		}
		ev, err := x.evidence(item)
		if err != nil {
			return err
		}
		line.Evidence = append(line.Evidence, ev)
	}
	slices.SortStableFunc(line.Evidence, func(a, b evidenceLine) int {
		return cmp.Or(bytes.Compare(a.Article[:], b.Article[:]), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), strings.Compare(a.By, b.By))
	})
	return x.json.Encode(line)
}

func (x *exporter) evidence(i Item) (evidenceLine, error) {
	line := evidenceLine{Article: x.ids[i.Article], Start: i.Span.Start, End: i.Span.End, Ref: i.Ref, By: i.By, Confidence: i.Confidence,
		Mention: i.Mention, Unnamed: i.Unnamed, Status: i.Status, When: i.When, Scope: i.Scope, Score: i.Score, Reasons: i.Reasons}
	_, words, err := x.tx.claimsAndText(i.Article)
	if err != nil {
		return line, err
	}
	if i.Ref == "" {
		line.Text = Cut(words, i.Span)
	}
	for _, s := range i.More {
		line.More = append(line.More, [2]int{s.Start, s.End})
	}
	if w := i.Wording; w != nil {
		line.Kind, line.Mode, line.Stance, line.Unnamed = w.Kind, w.Mode, w.Stance, w.Unnamed
		line.Cue, line.Speaker = spanLineOf(words, w.Cue), spanLineOf(words, w.Speaker)
		if i.Via != 0 {
			via := x.ids[i.Via]
			line.Via = &via
		}
	}
	return line, nil
}

func spanLineOf(text string, s *Span) *spanLine {
	if s == nil {
		return nil
	}
	return &spanLine{s.Start, s.End, Cut(text, *s)}
}
