package main

import (
	"bytes"
	"testing"
)

func TestConsole(t *testing.T) {
	for _, c := range []struct {
		what    string
		painted painter
		writes  []string
		want    string
	}{
		{"plain text stays", false, []string{"Zürich\n\tsaid\r\n"}, "Zürich\n\tsaid\r\n"},
		{"a title of the window is not set", false, []string{"a\x1b]0;mine\x07b"}, "a␛]0;mine␇b"},
		{"a lone carriage return hides nothing", false, []string{"lie\rtrue"}, "lie␍true"},
		{"two-byte controls are no sequences", false, []string{"a\u009b2Jb\x7f"}, "a\ufffd2Jb␡"},
		{"colours stay", true, []string{"\x1b[31mred\x1b[0m"}, "\x1b[31mred\x1b[0m"},
		{"colours of an article go where nothing is painted", false, []string{"\x1b[31mred"}, "␛[31mred"},
		{"other sequences go", true, []string{"\x1b[8mhidden"}, "␛[8mhidden"},
		{"a colour in two writes", true, []string{"a\x1b[3", "1mb"}, "a\x1b[31mb"},
		{"a control in two writes", true, []string{"a\xc2", "\x9bb"}, "a\ufffdb"},
		{"a character in two writes", true, []string{"a\xc2", "\xa7b\xe2\x82", "\xacc"}, "a§b€c"},
	} {
		var out bytes.Buffer
		s := &console{out: &out, painted: c.painted}
		for _, w := range c.writes {
			if n, err := s.Write([]byte(w)); n != len(w) || err != nil {
				t.Errorf("%s: %d, %v", c.what, n, err)
			}
		}
		if out.String() != c.want {
			t.Errorf("%s: %q, want %q", c.what, out.String(), c.want)
		}
	}
}
