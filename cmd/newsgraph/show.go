package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"newsgraph/graph"
	"newsgraph/graph/text"
)

func showCommand(a *app) *cobra.Command {
	var s shower
	var v view
	c := &cobra.Command{
		Use:   "show ID|KEY|NAME | show --layers|--entities|--statements|--events FILES…",
		Short: "Show one node and what it is tied to, or what the analysis makes of files",
		Long: `Show one node: its names, and its edges newest first. It is found by its id, an
article's key, a country's ISO code, or a whole name. --why adds the words that each
edge rests on, and the records that the node unites with the reasons.

--layers shows instead how files are read: sentence by sentence, with names, dates and
quotations in colour and the parse as a tree. --format conllu prints the same as CoNLL-U
(Universal Dependencies 2), for scorers and other tools: each article begins with
"# newdoc id = KEY", and the last column has TokenRange=start:end, in code points of the
article's text, and NER=B-PER and the like.

--entities shows the text of files with each mention of a person, country, organization
or place in colour, and behind it its entity and the rule that found it; below, the
entities and their relations. --statements shows the text with what is said, who says it
and by which word in colour; below, each statement with its speaker. --events shows the
events of files as a timeline: status, who takes part, the words. None of these needs a
graph; "-" is standard input.`,
		Example: `  newsgraph show "Ada Okoye"
  newsgraph show articles/meridian-dam-talks.txt --why
  newsgraph show --layers article.txt
  newsgraph show --entities article.txt
  newsgraph show --statements article.txt
  newsgraph show --events article.txt
  newsgraph show --layers --format conllu articles/*.txt > articles.conllu`,
		Args: func(c *cobra.Command, args []string) error {
			if err := v.takes(c); err != nil {
				return err
			}
			if v.asked() {
				return cobra.MinimumNArgs(1)(c, args)
			}
			return cobra.ExactArgs(1)(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			if v.asked() {
				return a.showFiles(c, args, v)
			}
			return a.view(func(tx *graph.Tx) error {
				s.tx, s.out = tx, &console{out: a.stdout}
				return s.show(args[0])
			})
		},
	}
	c.Flags().BoolVar(&s.why, "why", false, "add the words behind each edge, and why records are one")
	c.Flags().IntVar(&s.limit, "limit", 20, "show so many `edges` of a kind, and passages of an edge")
	v.flags(c)
	return c
}

// A shower prints nodes for people to read.
type shower struct {
	tx    *graph.Tx
	out   io.Writer
	why   bool
	limit int
}

// show prints the node that what means, or the choice there is.
func (s *shower) show(what string) error {
	nodes, err := find(s.tx, what)
	if err != nil {
		return err
	}
	if len(nodes) == 1 {
		return s.node(nodes[0])
	}
	for _, n := range nodes {
		s.printf("%s  %s%s\n", n.ID, s.label(n), alias(n, what))
	}
	return fmt.Errorf("%d nodes are called %q: show one of them by its id", len(nodes), what)
}

// alias is the name by which a node answers to what, if it is not its first.
func alias(n graph.Node, what string) string {
	folded := text.Fold(what)
	if text.Fold(n.Name) == folded {
		return ""
	}
	for _, a := range n.Aliases {
		if text.Fold(a) == folded {
			return fmt.Sprintf(", also called %q", shorten(a))
		}
	}
	return ""
}

func (s *shower) printf(format string, args ...any) { fmt.Fprintf(s.out, format, args...) }

// field prints a line of the head if there is something to say.
func (s *shower) field(name, value string) {
	if value != "" {
		s.printf("  %-10s %s\n", name, value)
	}
}

func (s *shower) node(n graph.Node) error {
	s.printf("%s\n", s.label(n))
	s.field("id", n.ID.String())
	if n.Kind == graph.KindArticle {
		if err := s.article(n); err != nil {
			return err
		}
	}
	s.field("ISO", n.ISO)
	s.field("type", n.Type)
	s.field("also", strings.Join(n.Aliases, " · "))
	s.field("when", when(n.When))
	if n.Records > 0 {
		s.field("records", fmt.Sprint(n.Records))
	}
	for _, k := range graph.EdgeKinds {
		for _, d := range []graph.Direction{graph.Out, graph.In} {
			if err := s.edges(n, k, d); err != nil {
				return err
			}
		}
	}
	if s.why && n.Kind != graph.KindArticle {
		return s.records(n)
	}
	return nil
}

func (s *shower) article(n graph.Node) error {
	a, err := s.tx.Article(n.Ref)
	if err != nil {
		return err
	}
	s.field("key", a.Key)
	s.field("url", a.URL)
	s.field("outlet", a.Outlet)
	s.field("authors", strings.Join(a.Authors, ", "))
	s.field("published", a.Published)
	s.field("language", a.Language)
	return nil
}

// label is a node in one line.
func (s *shower) label(n graph.Node) string {
	l := n.Kind.String() + " " + shorten(n.Name)
	if n.Day != graph.NoDay {
		l += " (" + n.Day.String() + ")"
	}
	return l
}

// maxLabel bounds a node's name within a line, in characters.
const maxLabel = 120

// shorten puts a text on one line of bearable length.
func shorten(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > maxLabel {
		r = append(r[:maxLabel-1], '…')
	}
	return string(r)
}

func when(i graph.Interval) string {
	w := i.From
	if i.To != i.From {
		w += " to " + i.To
	}
	if i.Text != "" {
		w += fmt.Sprintf(" (%q)", i.Text)
	}
	return w
}

// edges prints a node's edges of one kind and direction, newest first.
func (s *shower) edges(n graph.Node, k graph.EdgeKind, d graph.Direction) error {
	count := 0
	for e, err := range s.tx.Edges(n.Ref, d, k, graph.Page{}) {
		if err != nil {
			return err
		}
		if count++; count > s.limit {
			continue
		}
		if count == 1 {
			s.printf("\n%s\n", arrow(k, d))
		}
		if err := s.edge(n, e); err != nil {
			return err
		}
	}
	if count > s.limit {
		s.printf("  … and %d more (--limit)\n", count-s.limit)
	}
	return nil
}

func arrow(k graph.EdgeKind, d graph.Direction) string {
	if d == graph.In {
		return "← " + k.String()
	}
	return k.String() + " →"
}

func (s *shower) edge(n graph.Node, e graph.Edge) error {
	other, err := s.tx.NodeAt(e.Other(n.Ref))
	if err != nil {
		return err
	}
	line := s.label(other)
	if disc := strings.Trim(e.Disc.Role+" "+e.Disc.Title, " "); disc != "" {
		line += ", " + disc
	}
	s.printf("  %s\n", line)
	if !s.why {
		return nil
	}
	return s.evidence(e)
}

// evidence prints the passages that an edge rests on.
func (s *shower) evidence(e graph.Edge) error {
	count := 0
	for item, err := range s.tx.Evidence(e) {
		if err != nil {
			return err
		}
		if count++; count > s.limit {
			continue
		}
		a, err := s.tx.Article(item.Article)
		if err != nil {
			return err
		}
		s.printf("      %s\n        %s, by %s, %d‰\n", passage(item), place(a, item), item.By, item.Confidence)
	}
	if count > s.limit {
		s.printf("      … and %d more passages (--limit)\n", count-s.limit)
	}
	return nil
}

// passage is the words of a piece of evidence with what it says of itself.
func passage(i graph.Item) string {
	words := fmt.Sprintf("“%s”", shorten(i.Text))
	if i.Ref != "" {
		words = i.Ref
	}
	var more []string
	if i.Mention != "" {
		more = append(more, i.Mention)
	}
	if w := i.Wording; w != nil {
		more = append(more, w.Kind, w.Stance)
	}
	if i.Status != "" {
		more = append(more, i.Status)
	}
	if i.Unnamed != "" {
		more = append(more, i.Unnamed)
	}
	if i.When != nil {
		more = append(more, when(*i.When))
	}
	more = append(more, i.Reasons...)
	if len(more) > 0 {
		words += " (" + strings.Join(more, ", ") + ")"
	}
	return words
}

func place(a graph.Article, i graph.Item) string {
	if i.Ref != "" {
		return a.Key
	}
	return fmt.Sprintf("%s:%d-%d", a.Key, i.Span.Start, i.Span.End)
}

// records prints what the articles contribute to a node, earliest first.
func (s *shower) records(n graph.Node) error {
	s.printf("\nrecords\n")
	count := 0
	for m, err := range s.tx.Members(n.Ref) {
		if err != nil {
			return err
		}
		if count++; count > s.limit {
			continue
		}
		a, err := s.tx.Article(m.Article)
		if err != nil {
			return err
		}
		bare := ""
		if m.Record.Bare {
			bare = ", a bare name"
		}
		s.printf("  %s %s%s in %s\n", m.ID, shorten(m.Record.Name), bare, a.Key)
	}
	if count > s.limit {
		s.printf("  … and %d more (--limit)\n", count-s.limit)
	}
	return nil
}
