package graph

import (
	"bytes"

	"newsgraph/graph/kv"
)

// A merge walks the rows of a snapshot with what a transaction has written laid
// over them: of two rows with one key the upper one counts, and one whose value is
// nil hides the lower.
type merge struct {
	lower, upper     kv.Cursor
	lowerOK, upperOK bool
	onUpper          bool // the current row is the upper one
	started, reverse bool
}

func newMerge(lower, upper kv.Cursor, reverse bool) kv.Cursor {
	return &merge{lower: lower, upper: upper, reverse: reverse}
}

func (m *merge) Next() bool {
	for {
		m.advance()
		if !m.lowerOK && !m.upperOK {
			return false
		}
		m.onUpper = m.upperOK && (!m.lowerOK || m.order() <= 0)
		if !m.onUpper {
			return true
		}
		if v, _ := m.upper.Value(); v != nil {
			return true
		}
	}
}

// advance moves past the current row, in both if both have it.
func (m *merge) advance() {
	if !m.started {
		m.started = true
		m.lowerOK, m.upperOK = m.lower.Next(), m.upper.Next()
		return
	}
	if !m.onUpper {
		m.lowerOK = m.lower.Next()
		return
	}
	if m.lowerOK && m.order() == 0 {
		m.lowerOK = m.lower.Next()
	}
	m.upperOK = m.upper.Next()
}

// order is negative if the upper row comes first.
func (m *merge) order() int {
	c := bytes.Compare(m.upper.Key(), m.lower.Key())
	if m.reverse {
		return -c
	}
	return c
}

func (m *merge) current() kv.Cursor {
	if m.onUpper {
		return m.upper
	}
	return m.lower
}

func (m *merge) Key() []byte            { return m.current().Key() }
func (m *merge) Value() ([]byte, error) { return m.current().Value() }

func (m *merge) Err() error {
	if err := m.lower.Err(); err != nil {
		return err
	}
	return m.upper.Err()
}

func (m *merge) Close() {
	m.lower.Close()
	m.upper.Close()
}
