// Package graphiql serves GraphiQL, a page in which to write queries, try them and
// read the schema. All of it is built in, so it works without a network. It opens on
// the queries in examples, one a tab, in the order of their file names.
//
// vendor holds the built files of others; its README says where they are from.
package graphiql

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"time"
)

//go:embed page.html page.css page.js vendor examples
var files embed.FS

// policy lets the page load nothing from other hosts, and run no script but its own.
// Styles may be inline: its editor and menus place things by them.
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// A tab is an example query on the page.
type tab struct {
	Query string `json:"query"`
}

// Handler serves the page at / and its files below /graphiql/. The page sends its
// queries to endpoint.
func Handler(endpoint string) (http.Handler, error) {
	page, err := render(endpoint)
	if err != nil {
		return nil, fmt.Errorf("graphiql: %w", err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Referrer-Policy", "no-referrer")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		http.ServeContent(w, r, "page.html", time.Time{}, bytes.NewReader(page))
	})
	mux.Handle("GET /graphiql/", http.StripPrefix("/graphiql/", static()))
	return mux, nil
}

// static serves the files that the page asks for.
func static() http.Handler {
	h := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "max-age=3600")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		h.ServeHTTP(w, r)
	})
}

// render makes the page: where to send queries, and what the tabs hold.
func render(endpoint string) ([]byte, error) {
	tabs, err := examples()
	if err != nil {
		return nil, err
	}
	config, err := json.Marshal(map[string]any{"endpoint": endpoint, "tabs": tabs})
	if err != nil {
		return nil, err
	}
	t, err := template.ParseFS(files, "page.html")
	if err != nil {
		return nil, err
	}
	var page bytes.Buffer
	// As an attribute the configuration needs no script of its own.
	err = t.Execute(&page, string(config))
	return page.Bytes(), err
}

// Examples returns the example queries, in order.
func Examples() ([]string, error) {
	tabs, err := examples()
	var all []string
	for _, t := range tabs {
		all = append(all, t.Query)
	}
	return all, err
}

func examples() ([]tab, error) {
	names, err := fs.Glob(files, "examples/*.graphql")
	if err != nil {
		return nil, err
	}
	var tabs []tab
	for _, name := range names {
		b, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		tabs = append(tabs, tab{string(b)})
	}
	return tabs, nil
}
