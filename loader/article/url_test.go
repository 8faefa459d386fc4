package article

import "testing"

func TestCanonicalURL(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"scheme and host in lower case, the path as it is", "HTTPS://Example.ORG/News/A", "https://example.org/News/A"},
		{"no port of the scheme", "http://example.org:80/a", "http://example.org/a"},
		{"another port stays", "https://example.org:8443/a", "https://example.org:8443/a"},
		{"no fragment", "https://example.org/a#comments", "https://example.org/a"},
		{"no tracking, the rest in order", "https://example.org/a?utm_source=x&id=7&fbclid=y&b=&UTM_Medium=z", "https://example.org/a?id=7&b="},
		{"nothing but tracking", "https://example.org/a?gclid=1", "https://example.org/a"},
		{"no slash at the end", "https://example.org/a/b/", "https://example.org/a/b"},
		{"a front page", "https://example.org", "https://example.org/"},
		{"dots and doubled slashes", "https://example.org/a/../b//c/.", "https://example.org/b/c"},
		{"no password", "https://ada:secret@example.org/a", "https://example.org/a"},
		{"a name in other letters", "https://Zürich.example/ä", "https://xn--zrich-kva.example/%C3%A4"},
		{"an address in brackets", "http://[2001:DB8::1]:80/a", "http://[2001:db8::1]/a"},
		{"space around", " https://example.org/a\n", "https://example.org/a"},
		{"www stays", "https://www.example.org/a", "https://www.example.org/a"},
		{"relative", "/a/b", ""},
		{"another scheme", "ftp://example.org/a", ""},
		{"no host", "https:///a", ""},
		{"no address", "soon", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := CanonicalURL(tt.in)
			if got != tt.want {
				t.Errorf("%s\n got %q\nwant %q", tt.in, got, tt.want)
			}
			if got != "" && CanonicalURL(got) != got {
				t.Errorf("canonical form of %q is %q", got, CanonicalURL(got))
			}
		})
	}
}

func FuzzCanonicalURL(f *testing.F) {
	f.Add("https://example.org:443/a/./b//?utm_x=1&b=%7e#c")
	f.Fuzz(func(t *testing.T, s string) {
		once := CanonicalURL(s)
		if once != "" && CanonicalURL(once) != once {
			t.Errorf("%q -> %q -> %q", s, once, CanonicalURL(once))
		}
	})
}

func TestFieldDate(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2025-08-07", "2025-08-07"},
		{"2025-08-07T10:12:00Z", "2025-08-07T10:12:00Z"},
		{"2025-08-07T10:12:00.123+02:00", "2025-08-07T10:12:00+02:00"},
		{"2025-08-07 10:12:00+0200", "2025-08-07"},
		{"2025-08-07T10:12:00", "2025-08-07"},
		{"Thu, 07 Aug 2025 10:12:00 GMT", "2025-08-07T10:12:00Z"},
		{"Thu, 7 Aug 2025 10:12:00 +0200", "2025-08-07T10:12:00+02:00"},
		{"Aug. 7, 2025, 10:12", "2025-08-07"},
		{"August 7th, 2025 at 10:12 pm", "2025-08-07"},
		{"7 August 2025", "2025-08-07"},
		{"Sept 3, 2025", "2025-09-03"},
		{"Friday, June 10, 2016", "2016-06-10"},
		{"2025/8/7", "2025-08-07"},
		{"07.08.2025", "2025-08-07"},
		// Not clearly a full date.
		{"03/04/2025", ""},
		{"23/04/2025", "2025-04-23"},
		{"04/23/2025", "2025-04-23"},
		{"7 August", ""},
		{"August 2025", ""},
		{"2025-02-30", ""},
		{"0007-08-07", ""},
		{"on 7 August 2025 or later", ""},
		{"soon", ""},
	}
	for _, tt := range tests {
		if got := fieldDate(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}
