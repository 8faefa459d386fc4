package eval

import (
	"regexp"
	"unicode/utf8"

	"newsgraph/loader/extract"
)

// A CodedSentence is a sentence of the PLOVER gold standard records: the type of the
// event it tells of, and where the event, its source and its target are marked.
type CodedSentence struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Event string `json:"event"`
	Spans []struct {
		Role  string `json:"role"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	} `json:"spans"`
}

// renamed are types of an earlier PLOVER under what they are called now.
var renamed = map[string]string{"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}

// Type is the PLOVER type of the sentence's event.
func (c *CodedSentence) Type() string {
	if now, ok := renamed[c.Event]; ok {
		return now
	}
	return c.Event
}

// quads are the quad classes of PLOVER's types: verbal and material cooperation, verbal
// and material conflict.
var quads = map[string]int{"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2,
	"REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4}

// A CodingScore counts sentences with the right type and quad class, and the words of
// those who take part: by the mentions of the participants in the event's evidence, and
// by the phrases that name them there.
type CodingScore struct {
	Type, Quad, Mentions, Phrases Counts
}

// Add scores what was found in one sentence.
func (s *CodingScore) Add(c *CodedSentence, doc *extract.Document) {
	s.Type.Expected++
	s.Quad.Expected++
	gold := c.words("SRC", "TAR", "SRC/TAR")
	e := c.found(doc)
	mentions, phrases := map[int]bool{}, map[int]bool{}
	if e != nil {
		if e.Type == c.Type() {
			s.Type.Right++
		}
		if q := quads[e.Type]; q != 0 && q == quads[c.Type()] {
			s.Quad.Right++
		}
		participantWords(doc, e, mentions, phrases)
	}
	s.Mentions = s.Mentions.Add(wordCounts(mentions, gold))
	s.Phrases = s.Phrases.Add(wordCounts(phrases, gold))
}

// found returns the first event whose evidence overlaps the marked words of the
// sentence's event; any, if none are marked.
func (c *CodedSentence) found(doc *extract.Document) *extract.Event {
	marked := false
	for i := range doc.Events {
		for _, s := range c.Spans {
			if s.Role != "EVT" {
				continue
			}
			marked = true
			for _, x := range doc.Events[i].Evidence {
				if x.Start < s.End && s.Start < x.End {
					return &doc.Events[i]
				}
			}
		}
	}
	if !marked && len(doc.Events) > 0 {
		return &doc.Events[0]
	}
	return nil
}

// words returns where the words of the spans with some roles start.
func (c *CodedSentence) words(roles ...string) map[int]bool {
	found := map[int]bool{}
	for _, s := range c.Spans {
		for _, role := range roles {
			if s.Role == role {
				addWords(found, c.Text, s.Start, s.End)
			}
		}
	}
	return found
}

var word = regexp.MustCompile(`[\pL\pN_]+`)

// addWords notes where words start, in code points, in a part of a text.
func addWords(found map[int]bool, text string, start, end int) {
	part := string([]rune(text)[start:end])
	for _, m := range word.FindAllStringIndex(part, -1) {
		found[start+utf8.RuneCountInString(part[:m[0]])] = true
	}
}

func participantWords(doc *extract.Document, e *extract.Event, mentions, phrases map[int]bool) {
	for _, p := range e.Participants {
		addWords(phrases, doc.Article.Text, p.Words.Start, p.Words.End)
		for _, x := range doc.Entities {
			if x.ID != p.Entity {
				continue
			}
			for _, m := range x.Mentions {
				if within(m.Start, m.End, e.Evidence) {
					addWords(mentions, doc.Article.Text, m.Start, m.End)
				}
			}
		}
	}
}

func within(start, end int, ranges []extract.Range) bool {
	for _, r := range ranges {
		if r.Start <= start && end <= r.End {
			return true
		}
	}
	return false
}

func wordCounts(got, gold map[int]bool) Counts {
	c := Counts{Reported: len(got), Expected: len(gold)}
	for w := range got {
		if gold[w] {
			c.Right++
		}
	}
	return c
}

// A FactArticle is an article of MEANTIME: the words that tell of events, and how
// certain each is.
type FactArticle struct {
	ID             string        `json:"id"`
	Text           string        `json:"text"`
	Published      string        `json:"dct"`
	AnnotatedUntil int           `json:"annotated_until"`
	Mentions       []FactMention `json:"mentions"`
}

// A FactMention is a word or phrase; of an event, with how certain it is.
type FactMention struct {
	Kind      string `json:"kind"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Certainty string `json:"certainty"`
	Polarity  string `json:"polarity"`
	Time      string `json:"time"`
}

// certain reports whether an event is told as a fact of the past or the present.
func (m *FactMention) certain() bool {
	return m.Certainty == "CERTAIN" && m.Polarity == "POS" && m.Time == "NON_FUTURE"
}

// A FactScore counts gold events that a found event's evidence holds (Reported), of all
// (Expected), and those of them that are certain, or not, in both (Right). Own are
// those that are themselves the trigger of the event. Ceiling counts as right what would
// be if each found event had the certainty of the gold event that is its trigger: evidence
// is a sentence, and its clauses differ.
type FactScore struct{ All, Own, Ceiling Counts }

// Add scores what was found in one article. Of several events whose evidence holds a
// gold event's words, the one with the nearest trigger counts.
func (s *FactScore) Add(a *FactArticle, doc *extract.Document) {
	for _, m := range a.Mentions {
		if m.Kind != "event" || m.End > a.AnnotatedUntil {
			continue
		}
		s.All.Expected++
		s.Own.Expected++
		e, gap := nearest(doc, m.Start, m.End)
		if e == nil {
			continue
		}
		certain := m.certain()
		for _, o := range a.Mentions {
			if o.Kind == "event" && o.Start < e.Trigger.End && e.Trigger.Start < o.End {
				s.Ceiling.Reported++
				if o.certain() == certain {
					s.Ceiling.Right++
				}
				break
			}
		}
		right := 0
		if certain == (e.Status == "occurred" || e.Status == "ongoing") {
			right = 1
		}
		s.All.Reported++
		s.All.Right += right
		if gap == 0 {
			s.Own.Reported++
			s.Own.Right += right
		}
	}
}

// nearest returns the event whose evidence holds a span and whose trigger is nearest to
// it, and how far that is in code points.
func nearest(doc *extract.Document, start, end int) (best *extract.Event, gap int) {
	off := 0 // how far its edges are from those of the span
	for i := range doc.Events {
		e := &doc.Events[i]
		if !within(start, end, e.Evidence) {
			continue
		}
		g, f := max(0, e.Trigger.Start-end+1, start-e.Trigger.End+1), distance(e.Trigger.Start, start)+distance(e.Trigger.End, end)
		if best == nil || g < gap || g == gap && f < off {
			best, gap, off = e, g, f
		}
	}
	return best, gap
}

func distance(a, b int) int { return max(a-b, b-a) }
