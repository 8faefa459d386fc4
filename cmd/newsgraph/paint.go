package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// Colours of a terminal, as ANSI numbers.
const (
	bold    = "1"
	faint   = "2"
	red     = "31"
	green   = "32"
	yellow  = "33"
	blue    = "34"
	magenta = "35"
	cyan    = "36"
)

// A painter colours text for a terminal, and leaves it as it is for any other reader.
type painter bool

// paintFor returns a painter for what out is and what --color says: always, never, or
// auto, which colours for a terminal unless NO_COLOR is set.
func paintFor(out io.Writer, choice string) (painter, error) {
	switch choice {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
		f, ok := out.(*os.File)
		return painter(ok && os.Getenv("NO_COLOR") == "" && term.IsTerminal(int(f.Fd()))), nil
	}
	return false, fmt.Errorf("--color %q: want auto, always or never", choice)
}

// in returns s in a colour.
func (p painter) in(colour, s string) string {
	if !p || s == "" {
		return s
	}
	return "\x1b[" + colour + "m" + s + "\x1b[0m"
}
