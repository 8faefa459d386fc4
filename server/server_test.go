package server

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"newsgraph/graph"
	"newsgraph/schema"
	"newsgraph/server/graphiql"
)

// newServer serves an empty graph.
func newServer(t *testing.T, o Options) *Server {
	t.Helper()
	g, err := graph.Open(t.TempDir(), graph.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	o.Graph = g
	if o.Schema, err = schema.New(g, schema.Options{}); err != nil {
		t.Fatal(err)
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// do sends a request with headers in pairs: name, value.
func do(h http.Handler, method, target, body string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func read(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

const (
	contentType = "Content-Type"
	aQuery      = `{"query": "query Q { __typename }"}`
	itsAnswer   = `{"data":{"__typename":"Query"}}`
)

func TestGraphQLOverHTTP(t *testing.T) {
	s := newServer(t, Options{MaxBody: 1000})
	get := func(query string, more ...string) string {
		v := url.Values{"query": {query}}
		for i := 0; i < len(more); i += 2 {
			v.Set(more[i], more[i+1])
		}
		return "/graphql?" + v.Encode()
	}
	for _, c := range []struct {
		name, method, target, body string
		headers                    []string
		status                     int
		want                       string // in the body
	}{
		// What is answered.
		{"post", "POST", "/graphql", aQuery, []string{contentType, typeJSON}, 200, itsAnswer},
		{"get", "GET", get("{__typename}"), "", nil, 200, itsAnswer},
		{"variables of a post", "POST", "/graphql", `{"query": "query($n: String!) { entities(name: $n) { nodes { name } } }", "variables": {"n": "x"}}`, []string{contentType, typeJSON}, 200, `{"data":{"entities":{"nodes":[]}}}`},
		{"variables of a get", "GET", get("query($n: String!) { entities(name: $n) { nodes { name } } }", "variables", `{"n": "x"}`), "", nil, 200, `{"data":{"entities":{"nodes":[]}}}`},
		{"one of two operations", "GET", get("query A { __typename } query B { b: __typename }", "operationName", "B"), "", nil, 200, `{"data":{"b":"Query"}}`},
		{"charset", "POST", "/graphql", aQuery, []string{contentType, "application/json; charset=UTF-8"}, 200, itsAnswer},

		// What never becomes a query.
		{"form", "POST", "/graphql", aQuery, []string{contentType, "application/x-www-form-urlencoded"}, 415, "application/json"},
		{"no content type", "POST", "/graphql", aQuery, nil, 415, "application/json"},
		{"other charset", "POST", "/graphql", aQuery, []string{contentType, "application/json; charset=latin1"}, 415, "application/json"},
		{"method", "PUT", "/graphql", aQuery, []string{contentType, typeJSON}, 405, "GET or POST"},
		{"accept", "GET", get("{__typename}"), "", []string{"Accept", "text/html"}, 406, typeResponse},
		{"refused type", "GET", get("{__typename}"), "", []string{"Accept", "application/json;q=0"}, 406, typeResponse},
		{"large", "POST", "/graphql", `{"query": "` + strings.Repeat(" ", 2000) + `"}`, []string{contentType, typeJSON}, 413, "1000 bytes"},
		{"mutation by get", "GET", get("mutation { __typename }"), "", nil, 405, "POST"},
		{"no query", "GET", "/graphql", "", nil, 400, "query"},
		{"no query in the body", "POST", "/graphql", `{"variables": {}}`, []string{contentType, typeJSON}, 400, "query"},
		{"broken JSON", "POST", "/graphql", `{"query": `, []string{contentType, typeJSON}, 400, "JSON"},
		{"two values", "POST", "/graphql", aQuery + aQuery, []string{contentType, typeJSON}, 400, "more than one"},
		{"query is a number", "POST", "/graphql", `{"query": 1}`, []string{contentType, typeJSON}, 400, "body: query: found a JSON number; query"},
		{"body is a list", "POST", "/graphql", `[` + aQuery + `]`, []string{contentType, typeJSON}, 400, "body: found a JSON array; want an object"},
		{"variables are a list", "GET", get("{__typename}", "variables", "[]"), "", nil, 400, "variables"},

		// What is a query, and wrong: the media type decides about the status.
		{"syntax", "GET", get("{"), "", nil, 200, schema.CodeQuery},
		{"syntax, new type", "GET", get("{"), "", []string{"Accept", typeResponse}, 400, schema.CodeQuery},
		{"unknown field, new type", "GET", get("{nothing}"), "", []string{"Accept", typeResponse}, 400, schema.CodeQuery},
		{"wrong variable, new type", "GET", get("query($n: Int) { people(first: $n) { nodes { name } } }", "variables", `{"n": "x"}`), "", []string{"Accept", typeResponse}, 400, schema.CodeQuery},
		{"out of range, new type", "GET", get("{ people(first: 1000) { nodes { name } } }"), "", []string{"Accept", typeResponse}, 200, schema.CodeInput},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := do(s, c.method, c.target, c.body, c.headers...)
			body := read(t, r)
			if r.StatusCode != c.status || !strings.Contains(body, c.want) {
				t.Errorf("got  %d %s\nwant %d with %q", r.StatusCode, body, c.status, c.want)
			}
			if c.status == http.StatusMethodNotAllowed && r.Header.Get("Allow") == "" {
				t.Error("405 without Allow")
			}
			if !json.Valid([]byte(body)) || r.Header.Get("X-Request-Id") == "" {
				t.Errorf("answer %s with headers %v", body, r.Header)
			}
			if c.want == schema.CodeQuery && strings.Contains(body, `"data"`) {
				t.Errorf("a request error has data: %s", body)
			}
		})
	}
}

func TestNegotiate(t *testing.T) {
	for accept, want := range map[string]string{
		"":                             typeJSON,
		"*/*":                          typeJSON,
		"application/*":                typeJSON,
		typeJSON:                       typeJSON,
		typeResponse:                   typeResponse,
		typeResponse + ", " + typeJSON: typeResponse,
		typeJSON + ", " + typeResponse: typeJSON,
		"application/json;q=0.5, application/graphql-response+json": typeResponse,
		"text/html, */*;q=0.1":                   typeJSON,
		"application/json; charset=utf-8":        typeJSON,
		"application/json; charset=iso-8859-1":   "",
		"text/html":                              "",
		"application/json;q=0, text/plain":       "",
		"application/json;q=much":                "",
		"multipart/mixed, application/json;q=.9": typeJSON,
	} {
		got, ok := negotiate([]string{accept})
		if got != want || ok != (want != "") {
			t.Errorf("negotiate(%q) = %q, %t; want %q", accept, got, ok, want)
		}
	}
}

// The words of an internal error are for the log; the answer has the id to find it by.
func TestInternalError(t *testing.T) {
	var log bytes.Buffer
	s := newServer(t, Options{Log: slog.New(slog.NewJSONHandler(&log, nil))})
	if err := s.options.Graph.Close(); err != nil {
		t.Fatal(err)
	}
	r := do(s, "POST", "/graphql", `{"query": "query Broken { stats { articles } }", "operationName": "Broken"}`, contentType, typeJSON, "Accept", typeResponse)
	body := read(t, r)
	id := r.Header.Get("X-Request-Id")
	if r.StatusCode != 500 || !strings.Contains(body, schema.CodeInternal) || !strings.Contains(body, id) || !strings.Contains(body, "internal error") {
		t.Errorf("got %d %s; want an internal error with %s", r.StatusCode, body, id)
	}
	if n := strings.Count(log.String(), id); n != 2 {
		t.Errorf("the log has the request %d times; want its error and its line:\n%s", n, &log)
	}
	if !strings.Contains(log.String(), `"operation":"Broken"`) {
		t.Errorf("the log does not name the operation:\n%s", &log)
	}
}

func TestTimeout(t *testing.T) {
	s := newServer(t, Options{Timeout: time.Nanosecond})
	r := do(s, "GET", "/graphql?query={people{nodes{name}}}", "", "Accept", typeResponse)
	if body := read(t, r); r.StatusCode != http.StatusServiceUnavailable || !strings.Contains(body, schema.CodeTimeout) {
		t.Errorf("got %d %s; want %s", r.StatusCode, body, schema.CodeTimeout)
	}
}

func TestOrigins(t *testing.T) {
	const ours, theirs = "https://viz.example.org", "https://evil.example.org"
	for _, c := range []struct {
		name    string
		origins []string
		origin  string
		status  int
		allowed string
	}{
		{"no page", nil, "", 200, ""},
		{"no origin may", nil, ours, 403, ""},
		{"our own may", nil, "http://example.com", 200, ""},
		{"an allowed one may", []string{ours}, ours, 200, ours},
		{"another may not", []string{ours}, theirs, 403, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newServer(t, Options{Origins: c.origins})
			headers := []string{contentType, typeJSON}
			if c.origin != "" {
				headers = append(headers, "Origin", c.origin)
			}
			r := do(s, "POST", "/graphql", aQuery, headers...)
			if got := r.Header.Get("Access-Control-Allow-Origin"); r.StatusCode != c.status || got != c.allowed {
				t.Errorf("got %d, allowed %q; want %d, %q", r.StatusCode, got, c.status, c.allowed)
			}
			r = do(s, "GET", "/graphql?query={__typename}", "", "Origin", c.origin)
			if r.StatusCode != c.status {
				t.Errorf("get: %d; want %d", r.StatusCode, c.status)
			}
			r = do(s, "OPTIONS", "/graphql", "", "Origin", c.origin, "Access-Control-Request-Method", "POST")
			if got := r.Header.Get("Access-Control-Allow-Origin"); got != c.allowed || (got != "") != (r.StatusCode == http.StatusNoContent) {
				t.Errorf("preflight: got %d, allowed %q; want %q", r.StatusCode, got, c.allowed)
			}
		})
	}
	if _, err := New(Options{Origins: []string{"viz"}}); err == nil {
		t.Error("New takes an origin that is none")
	}
}

// The page must not need a network, and its examples must be answered.
func TestPage(t *testing.T) {
	s := newServer(t, Options{})
	r := do(s, "GET", "/", "")
	page := read(t, r)
	if r.StatusCode != 200 || !strings.Contains(r.Header.Get("Content-Security-Policy"), "default-src 'self'") {
		t.Fatalf("got %d with %v", r.StatusCode, r.Header)
	}
	if strings.Contains(page, "//cdn") || strings.Contains(page, "https://") {
		t.Errorf("the page names another host:\n%s", page)
	}
	parts := strings.Split(page, `"/graphiql/`)[1:]
	if len(parts) != 6 {
		t.Errorf("the page asks for %d files; want 6", len(parts))
	}
	for _, part := range parts {
		file, _, _ := strings.Cut(part, `"`)
		if r := do(s, "GET", "/graphiql/"+file, ""); r.StatusCode != 200 {
			t.Errorf("%s: %d", file, r.StatusCode)
		}
	}
	examples, err := graphiql.Examples()
	if err != nil || len(examples) == 0 {
		t.Fatalf("no examples (%v)", err)
	}
	for _, q := range examples {
		if answer := s.options.Schema.Exec(context.Background(), schema.Request{Query: q}); answer.Errors != nil {
			t.Errorf("%s\n%v", q, answer.Errors)
		}
	}
}

func TestHealth(t *testing.T) {
	s := newServer(t, Options{})
	for _, path := range []string{"/healthz", "/readyz"} {
		if r := do(s, "GET", path, ""); r.StatusCode != 200 {
			t.Errorf("%s: %d", path, r.StatusCode)
		}
	}
	s.stopping.Store(true)
	if r := do(s, "GET", "/readyz", ""); r.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("/readyz while stopping: %d", r.StatusCode)
	}
	if r := do(s, "GET", "/healthz", ""); r.StatusCode != 200 {
		t.Errorf("/healthz while stopping: %d", r.StatusCode)
	}
}

// Run answers until its context ends, lets the query in hand finish, and returns.
func TestRun(t *testing.T) {
	s := newServer(t, Options{})
	inner, entered, leave := s.handler, make(chan struct{}), make(chan struct{})
	s.handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(entered)
		<-leave
		inner.ServeHTTP(w, r)
	})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx, l) }()

	answered := make(chan string, 1)
	go func() {
		r, err := http.Get("http://" + l.Addr().String() + "/graphql?query={__typename}")
		if err != nil {
			answered <- err.Error()
			return
		}
		defer r.Body.Close()
		b, _ := io.ReadAll(r.Body)
		answered <- string(b)
	}()
	<-entered
	stop()
	select {
	case err := <-ended:
		t.Fatalf("Run returned with a query in hand: %v", err)
	case <-time.After(50 * time.Millisecond):
	}
	close(leave)
	if got := <-answered; got != itsAnswer {
		t.Errorf("the query in hand was answered %s", got)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// A page whose host's name resolves to this machine must not reach a local server.
func TestLocalHosts(t *testing.T) {
	s := newServer(t, Options{Origins: []string{"https://Viz.example.org:8443"}})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx, l) }()
	for host, want := range map[string]int{
		"localhost": 200, "LOCALHOST:8080": 200, "127.0.0.1": 200, "127.1.2.3:1": 200, "[::1]": 200, "[::1]:8080": 200,
		"viz.example.org": 200, "VIZ.example.org:1": 200,
		"evil.example.org": 403, "evil.example.org:8080": 403, "localhost.evil.example.org": 403,
		"192.0.2.1": 403, "127.0.0.1.evil.example.org": 403, "[::2]": 403,
	} {
		r, err := http.NewRequest("GET", "http://"+l.Addr().String()+"/graphql?query={__typename}", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		if body := read(t, answer); answer.StatusCode != want || want == 403 && !strings.Contains(body, "--origin") {
			t.Errorf("host %s: %d %s; want %d", host, answer.StatusCode, body, want)
		}
		answer.Body.Close()
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// A query that does not end is cut off when the grace is over.
func TestRunCutsOff(t *testing.T) {
	s := newServer(t, Options{Grace: 10 * time.Millisecond})
	entered := make(chan struct{})
	s.handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(entered)
		<-r.Context().Done()
	})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx, l) }()
	go func() {
		if r, err := http.Get("http://" + l.Addr().String()); err == nil {
			r.Body.Close()
		}
	}()
	<-entered
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
