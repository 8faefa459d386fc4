package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"regexp"
	"unicode/utf8"

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

// A console passes on what people read. Control characters of an article, which a
// terminal would obey, are shown as symbols; the colours of painters stay.
type console struct {
	out     io.Writer
	painted painter
	held    []byte // the beginning of a sequence whose rest is still to come
}

var controls = regexp.MustCompile("\x1b\\[(?:[0-2]|3[1-6])m|\r\n|[\x00-\x08\x0b-\x1f\x7f-\u009f]")

func (s *console) Write(p []byte) (int, error) {
	b := append(s.held, p...)
	whole := len(b)
	if i := bytes.LastIndexByte(b, 0x1b); i >= 0 && i > len(b)-len("\x1b[31m") && bytes.IndexByte(b[i:], 'm') < 0 {
		whole = i
	} else if len(b) > 0 && b[len(b)-1] == 0xc2 || bytes.HasSuffix(b, []byte("\r")) {
		whole-- // it may begin a control character of two bytes, or a line's end
	}
	_, err := s.out.Write(controls.ReplaceAllFunc(b[:whole], s.symbols))
	s.held = bytes.Clone(b[whole:])
	return len(p), err
}

// symbols returns what is shown for a control character or a sequence of them.
func (s *console) symbols(b []byte) []byte {
	if len(b) > 2 && bool(s.painted) || string(b) == "\r\n" {
		return b
	}
	r, size := utf8.DecodeRune(b)
	switch {
	case r < 0x20:
		r += '␀'
	case r == 0x7f:
		r = '␡'
	default:
		r = utf8.RuneError
	}
	return append(utf8.AppendRune(nil, r), b[size:]...)
}
