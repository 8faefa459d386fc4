package nlp

import (
	"testing"
	"unicode/utf8"
)

// TestOffsets checks the two mappings against counting, on texts with and without
// characters of several bytes, and with bytes that are no UTF-8.
func TestOffsets(t *testing.T) {
	ascii := make([]byte, 1000)
	for i := range ascii {
		ascii[i] = 'a'
	}
	for _, text := range []string{"", "a", "é", string(ascii), string(ascii[:255]) + "é" + string(ascii[:254]) + "😀", "a\xff\xfeb\xe2\x82", "\x80\x80\x80"} {
		var d Doc
		d.Reset(text, "")
		point := 0
		for i := 0; i < len(text); {
			if got := d.CodePoint(i); got != point {
				t.Errorf("%.20q: CodePoint(%d) = %d, want %d", text, i, got, point)
			}
			if got := d.Byte(point); got != i {
				t.Errorf("%.20q: Byte(%d) = %d, want %d", text, point, got, i)
			}
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			point++
		}
		if got := d.CodePoint(len(text)); got != point {
			t.Errorf("%.20q: CodePoint(end) = %d, want %d", text, got, point)
		}
		if got := d.Byte(point); got != len(text) {
			t.Errorf("%.20q: Byte(end) = %d, want %d", text, got, len(text))
		}
	}
}

func TestNames(t *testing.T) {
	for i := range NumTags {
		if tag, ok := ParseTag(i.String()); tag != i || !ok {
			t.Errorf("ParseTag(%q) = %v, %v", i.String(), tag, ok)
		}
	}
	for i := range NumRels {
		if rel, ok := ParseRel(i.String()); rel != i || !ok {
			t.Errorf("ParseRel(%q) = %v, %v", i.String(), rel, ok)
		}
	}
	for i := range NumUPOS {
		if pos, ok := ParseUPOS(i.String()); pos != i || !ok {
			t.Errorf("ParseUPOS(%q) = %v, %v", i.String(), pos, ok)
		}
	}
	if rel, ok := ParseRel("nsubj:xyz"); rel != RelNsubj || !ok {
		t.Errorf(`ParseRel("nsubj:xyz") = %v, %v, want nsubj, true`, rel, ok)
	}
	if RelNsubjPass.Base() != RelNsubj {
		t.Errorf("base of nsubj:pass is %v", RelNsubjPass.Base())
	}
}
