package graph

// indexRows returns every row that follows from a node alone: its own, its names
// and its days. A nil node has none.
func indexRows(r Ref, n *nodeRow) map[string][]byte {
	rows := map[string][]byte{}
	if n == nil {
		return rows
	}
	rows[string(refKey(rowNode, r))] = encode(n)
	if n.Kind.Entity() {
		for _, name := range n.Tally.folded() {
			rows[string(nameKey(n.Kind, name, r))] = []byte{}
		}
	}
	for _, t := range n.times() {
		rows[string(timeKey(t.clock, n.Kind, t.day, r))] = []byte{}
	}
	return rows
}

// ownID reports whether nodes of the kind have an id of their own, with an x row;
// others answer to the ids of their records.
func ownID(k Kind) bool { return k == KindArticle || k == KindCountry }

// A Clock is one of the times that news has. They are never mixed.
type Clock uint8

// The clocks. Their numbers are part of the store's format.
const (
	Happened  Clock = 1 // events
	SaidAt    Clock = 2 // statements
	Published Clock = 3 // articles; statements and events by the article they first stood in
	Loaded    Clock = 4 // articles
)

type clockDay struct {
	clock Clock
	day   Day
}

// times returns the days that a node is found under. What has no publication date is
// listed too, at the end.
func (n *nodeRow) times() []clockDay {
	switch n.Kind {
	case KindArticle:
		return []clockDay{{Published, n.published()}, {Loaded, Day(floorDiv(n.Loaded, 86400))}}
	case KindEvent, KindStatement:
		times := []clockDay{{Published, n.published()}}
		clock := Happened
		if n.Kind == KindStatement {
			clock = SaidAt
		}
		if d := ParseDay(n.Tally.when().From); d != NoDay {
			times = append(times, clockDay{clock, d})
		}
		return times
	}
	return nil
}

// published is the day an article was published, or the earliest publication of a
// cluster's records.
func (n *nodeRow) published() Day {
	if n.Kind == KindArticle {
		return ParseDay(n.Article.Published)
	}
	if n.First.Published == undated {
		return NoDay
	}
	return Day(floorDiv(n.First.Published, 86400))
}

// day is the day that lists sort a node under.
func (n *nodeRow) day() Day {
	if n.Kind == KindEvent || n.Kind == KindStatement {
		if d := ParseDay(n.Tally.when().From); d != NoDay {
			return d
		}
	}
	return n.published()
}
