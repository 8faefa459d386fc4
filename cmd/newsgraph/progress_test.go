package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"newsgraph/loader"
)

func TestLineProgress(t *testing.T) {
	var out bytes.Buffer
	now := time.Unix(0, 0)
	p := lineProgress(&out, func() time.Time { return now })
	for second := range 12 {
		now = time.Unix(int64(second), 0)
		p.show(loader.Progress{Files: 40, FilesRead: 2 * second, Bytes: 4000, BytesRead: int64(200 * second),
			Articles: 2 * second, Elapsed: time.Duration(second) * time.Second, Done: second == 11})
	}
	p.end()
	want := "10 articles, 2/s, 10 of 40 files, about 15s left\n20 articles, 2/s, 20 of 40 files, about 10s left\n"
	if out.String() != want {
		t.Errorf("got  %q\nwant %q", out.String(), want)
	}
}

func TestBarProgress(t *testing.T) {
	var out bytes.Buffer
	p := barProgress(&out)
	p.show(loader.Progress{Bytes: 4000, BytesRead: 1000, Articles: 7, Skipped: 1, Elapsed: time.Second})
	p.show(loader.Progress{Bytes: 4000, BytesRead: 5000, Articles: 9, Elapsed: 2 * time.Second, Done: true})
	p.end()
	if !strings.Contains(out.String(), "7 articles, 7/s, 1 skipped") {
		t.Errorf("the bar shows %q", out.String())
	}
	out.Reset()
	p = barProgress(&out)
	p.show(loader.Progress{Files: 1, Bytes: 4000, Elapsed: 3 * time.Second})
	if strings.Contains(out.String(), "0s") {
		t.Errorf("the bar knows a time left when nothing is read: %q", out.String())
	}
	p.show(loader.Progress{Files: 1, Bytes: 4000, BytesRead: 1000, Elapsed: 4 * time.Second})
	if !strings.Contains(out.String(), "about 12s left") {
		t.Errorf("the bar shows %q", out.String())
	}
	// A bar of unknown length must do without a total.
	barProgress(&out).show(loader.Progress{BytesRead: 1000, Articles: 1, Elapsed: time.Second})
}

func TestEnvironmentGivesWayToTheCommandLine(t *testing.T) {
	t.Setenv("NEWSGRAPH_STORE", t.TempDir()+"/of-environment")
	var out, complaint bytes.Buffer
	run(t.Context(), []string{"export"}, nil, &out, &complaint)
	if !strings.Contains(complaint.String(), "of-environment") {
		t.Errorf("the variable is not read: %s", &complaint)
	}
	complaint.Reset()
	run(t.Context(), []string{"--store", t.TempDir() + "/of-flag", "export"}, nil, &out, &complaint)
	if !strings.Contains(complaint.String(), "of-flag") {
		t.Errorf("the flag does not win: %s", &complaint)
	}
}
