package schema_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"newsgraph/graph"
	"newsgraph/schema"
)

func Example() {
	dir, err := os.MkdirTemp("", "newsgraph")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	g, err := graph.Open(dir, graph.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer g.Close()
	s, err := schema.New(g, schema.Options{})
	if err != nil {
		log.Fatal(err)
	}
	answer := s.Exec(context.Background(), schema.Request{Query: `{ country(iso: "FR") { name } }`})
	fmt.Printf("%s\n", answer.Data)
	// Output: {"country":null}
}
