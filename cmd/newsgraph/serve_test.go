package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// A screen collects what a command prints while it runs.
type screen struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(b)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// serving runs a command that serves until the test ends, and returns its address
// and what it printed.
func serving(t *testing.T, args ...string) (url string, printed *screen) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	printed = &screen{}
	done := make(chan int, 1)
	go func() { done <- run(ctx, args, strings.NewReader(""), printed, printed) }()
	t.Cleanup(func() {
		cancel()
		if status := <-done; status != exitOK {
			t.Errorf("exit status %d\n%s", status, printed)
		}
	})
	address := regexp.MustCompile(`http://[0-9.:]+/`)
	for wait := time.Now().Add(time.Minute); time.Now().Before(wait); time.Sleep(20 * time.Millisecond) {
		if url = address.FindString(printed.String()); url != "" {
			return url, printed
		}
		if len(done) > 0 {
			break
		}
	}
	t.Fatalf("no address:\n%s", printed)
	return "", nil
}

// ask posts a query and returns the answer, which has to be one without errors.
func ask(t *testing.T, url, query string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.Post(url+"graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	answer, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK || bytes.Contains(answer, []byte(`"errors"`)) {
		t.Fatalf("%s\n%s %v\n%s", query, r.Status, err, answer)
	}
	return string(answer)
}

func TestDemo(t *testing.T) {
	url, printed := serving(t, "demo", "--listen", "127.0.0.1:0")
	if len(demoQueries) != 3 {
		t.Errorf("%d queries", len(demoQueries))
	}
	want := []string{"ceasefire is a door", `"reports":{"nodes":[{"status":`, "Vlora"}
	for i, q := range demoQueries {
		if !strings.Contains(printed.String(), q.query) {
			t.Errorf("the demo does not print %s", q.query)
		}
		if got := ask(t, url, q.query); !strings.Contains(got, want[i]) {
			t.Errorf("%s\ngot  %s\nwant %s", q.query, got, want[i])
		}
	}
}

func TestServe(t *testing.T) {
	t.Setenv("NEWSGRAPH_STORE", t.TempDir())
	var out bytes.Buffer
	if status := run(t.Context(), []string{"load", "../../examples/articles"}, nil, &out, &out); status != exitOK {
		t.Fatalf("load: %s", &out)
	}
	url, printed := serving(t, "serve", "--listen", "127.0.0.1:0", "--log-format", "json")
	if got := ask(t, url, `{ stats { articles } }`); !strings.Contains(got, `"articles":16`) {
		t.Errorf("stats: %s", got)
	}
	for path, want := range map[string]string{"": "<html", "healthz": "ok", "readyz": "ok"} {
		r, err := http.Get(url + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(r.Body)
		r.Body.Close()
		if r.StatusCode != http.StatusOK || !strings.Contains(string(body), want) {
			t.Errorf("/%s: %s %.100s", path, r.Status, body)
		}
	}
	if !strings.Contains(printed.String(), `"path":"/graphql","status":200`) {
		t.Errorf("the request is not in the log:\n%s", printed)
	}
	// Others may read beside a server, and nobody may write.
	var answer, complaint bytes.Buffer
	if status := run(t.Context(), []string{"query", "{ stats { articles } }"}, nil, &answer, &complaint); status != exitOK {
		t.Errorf("query beside a server: %d %s", status, &complaint)
	}
	complaint.Reset()
	status := run(t.Context(), []string{"load", "../../examples/articles"}, nil, &answer, &complaint)
	if status != exitFail || !strings.Contains(complaint.String(), "in use by another process") {
		t.Errorf("load beside a server: %d %s", status, &complaint)
	}
}
