package article_test

import (
	"fmt"
	"strings"

	"newsgraph/loader/article"
)

func ExampleRead() {
	in := strings.NewReader(`{"id": "a1", "title": "Ferry fares rise", "date": "7 August 2025", "text": "The council met on Monday."}
{"id": "a2", "title": 2, "text": "The council met again."}
`)
	for a, err := range article.Read([]string{"-"}, article.Options{Stdin: in}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(a.Key, a.Title.Value, a.Published.Value)
	}
	// Output:
	// a1 Ferry fares rise 2025-08-07
	// -: record 2: field "title": want a string, found a number (write it in quotes)
}
