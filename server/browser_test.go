package server

import (
	"net/http/httptest"
	"os/exec"
	"strings"
	"testing"
)

// A real browser must start the page under its own security policy.
func TestPageInBrowser(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium in PATH: the page is not tried in a browser")
	}
	if testing.Short() {
		t.Skip("-short: no browser is started")
	}
	web := httptest.NewServer(newServer(t, Options{}))
	defer web.Close()
	c := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir="+t.TempDir(),
		"--enable-logging=stderr", "--virtual-time-budget=10000", "--dump-dom", web.URL+"/")
	var log strings.Builder
	c.Stderr = &log
	dom, err := c.Output()
	if err != nil {
		t.Fatalf("chromium: %v\n%s", err, &log)
	}
	for _, want := range []string{"graphiql-execute-button", "Statements", "query"} {
		if !strings.Contains(string(dom), want) {
			t.Errorf("the page does not show %q:\n%.3000s", want, dom)
		}
	}
	for _, bad := range []string{"Content Security Policy", "Uncaught"} {
		if strings.Contains(log.String(), bad) {
			t.Errorf("the browser complains:\n%s", &log)
		}
	}
}
