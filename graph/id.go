package graph

import (
	"fmt"
	"strconv"

	"github.com/google/uuid"
)

// An ID names a node to the outside: a UUID, stable across loads and machines.
type ID uuid.UUID

// idSpace is the namespace of every version 5 UUID that newsgraph makes.
var idSpace = uuid.MustParse("6d1b7b0e-5c0a-5f3e-9a55-1f0c9b7a2e11")

// ParseID reads an ID in its usual form of 36 characters.
func ParseID(s string) (ID, error) {
	u, err := uuid.Parse(s)
	if err != nil {
		return ID{}, fmt.Errorf("id %q: want a UUID like 6ba7b810-9dad-51d1-80b4-00c04fd430c8", s)
	}
	return ID(u), nil
}

// String returns the ID in its usual form.
func (id ID) String() string { return uuid.UUID(id).String() }

// MarshalText lets IDs stand in JSON.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

func newID(parts ...string) ID {
	b := make([]byte, 0, 128)
	for _, p := range parts {
		b = append(b, p...)
		b = append(b, 0)
	}
	return ID(uuid.NewSHA1(idSpace, b))
}

// ArticleID returns the id of the article with the given key.
func ArticleID(key string) ID { return newID("article", key) }

// CountryID returns the id of a country by its ISO 3166 alpha-2 code.
func CountryID(iso string) ID { return newID("country", iso) }

// RecordID returns the id of a record of the article with the given key.
func RecordID(key string, r Record) ID {
	first := r.Field
	if first == "" {
		b := strconv.AppendInt(make([]byte, 0, 24), int64(r.First.Start), 10)
		first = string(strconv.AppendInt(append(b, '-'), int64(r.First.End), 10))
	}
	return newID("record", key, r.Kind.String(), first)
}
