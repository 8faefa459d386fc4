package schema

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

// Whatever is asked, the answer is JSON within the limits, and no resolver breaks
// down or breaks the schema's promises.
func FuzzExec(f *testing.F) {
	w := loadWorld(f, worldFile)
	s := newSchema(f, w.graph, Options{Budget: 20_000})
	archives, err := filepath.Glob("testdata/*.txtar")
	for _, file := range files(f, archives, err, worldFile) {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(w.named(section(a, "query.graphql")), w.named(section(a, "variables.json")))
	}
	f.Add(nested, `{"first": 3}`)
	f.Fuzz(func(t *testing.T, query, variables string) {
		q := Request{Query: query}
		if variables != "" && json.Unmarshal([]byte(variables), &q.Variables) != nil {
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		answer := s.Exec(ctx, q)
		for _, e := range answer.Errors {
			known := false
			for _, cause := range []error{ErrQuery, ErrInput, ErrLimit} {
				known = known || errors.Is(e.Err, cause) || errors.Is(e.ResolverError, cause)
			}
			if !known {
				t.Errorf("%v: %v", e, e.Err)
			}
		}
		if b, err := json.Marshal(answer); err != nil || !json.Valid(b) {
			t.Errorf("answer is no JSON: %v", err)
		}
	})
}
