package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"newsgraph/loader"
)

// A progress shows how far a load is: a bar with rate and time left on a terminal, a
// line now and then elsewhere, nothing if people asked for quiet.
type progress struct {
	show func(loader.Progress)
	end  func()
}

func (a *app) progress() progress {
	f, ok := a.stderr.(*os.File)
	switch {
	case a.quiet:
		return progress{func(loader.Progress) {}, func() {}}
	case ok && term.IsTerminal(int(f.Fd())):
		return barProgress(f)
	}
	return lineProgress(a.stderr, time.Now)
}

func barProgress(w io.Writer) progress {
	var bar *progressbar.ProgressBar
	return progress{
		show: func(p loader.Progress) {
			if bar == nil {
				bar = progressbar.NewOptions64(total(p),
					progressbar.OptionSetWriter(w),
					progressbar.OptionShowBytes(true),
					progressbar.OptionSetPredictTime(false), // it takes nothing read for nothing left
					progressbar.OptionClearOnFinish(),
					progressbar.OptionFullWidth())
			}
			bar.Describe(rate(p) + left(p))
			_ = bar.Set64(p.BytesRead) // fails only beyond the total, when a file has grown
		},
		end: func() {
			if bar != nil {
				_ = bar.Clear()
			}
		},
	}
}

// total is the bytes to read, or -1 if not all sizes are known.
func total(p loader.Progress) int64 {
	if p.Bytes == 0 {
		return -1
	}
	return p.Bytes
}

// lineEvery is the time between two lines of progress.
const lineEvery = 5 * time.Second

func lineProgress(w io.Writer, now func() time.Time) progress {
	last := now()
	return progress{
		show: func(p loader.Progress) {
			if now().Sub(last) < lineEvery || p.Done {
				return
			}
			last = now()
			fmt.Fprintf(w, "%s, %d of %d files%s\n", rate(p), p.FilesRead, p.Files, left(p))
		},
		end: func() {},
	}
}

// rate is "1234 articles, 310/s".
func rate(p loader.Progress) string {
	s := fmt.Sprintf("%d articles", p.Articles)
	if seconds := p.Elapsed.Seconds(); seconds > 0 {
		s += fmt.Sprintf(", %.0f/s", float64(p.Articles)/seconds)
	}
	if p.Skipped > 0 {
		s += fmt.Sprintf(", %d skipped", p.Skipped)
	}
	return s
}

// left is the time that the rest will take at the rate so far, if that can be told.
func left(p loader.Progress) string {
	if p.BytesRead == 0 {
		return ""
	}
	rest := time.Duration(float64(p.Elapsed) * float64(p.Bytes-p.BytesRead) / float64(p.BytesRead)).Round(time.Second)
	if rest <= 0 {
		return ""
	}
	return fmt.Sprintf(", about %s left", rest)
}
