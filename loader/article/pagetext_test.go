package article

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A page without an article is refused with one message, however much stands on it.
func TestParseHTMLNoArticle(t *testing.T) {
	links := func(n int, label string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "<li><a href='/%d'>"+label+"</a></li>\n", i, i)
		}
		return b.String()
	}
	tests := map[string]string{
		"title alone": "<title>Ferry fares rise again in the three states today.</title><body></body>",
		"title, nav":  "<title>Ferry Post</title><body><nav><a href='/'>Home</a></nav></body>",
		"sign-in": `<title>Sign in</title><body><h1>Sign in</h1><form><label>Your address, as you gave it when you came to us first:</label>
			<input name="a"><button>Log in</button></form></body>`,
		"links":              "<title>News</title><body><ul>" + links(30, "Ferry %d sinks off the coast") + "</ul></body>",
		"links of sentences": "<title>News</title><body><ul>" + links(30, "The crew of ferry %d say that nobody told them.") + "</ul></body>",
		"links in articles":  "<body>" + strings.ReplaceAll(links(30, "The crew of ferry %d say that nobody told them."), "li>", "article>") + "</body>",
		"404":                "<title>404 Not Found</title><body><h1>Not Found</h1><p>The requested address /a was not found on the server you asked.</p></body>",
		"page not found":     "<title>Page not found – Ferry Post</title><body><main><p>We looked for this page everywhere and it is not there.</p></main></body>",
		"error 500":          "<body><h1>Error 500: something broke</h1><p>Our crew has been told of it and is looking for the cause.</p></body>",
		"script":             `<title>Ferry</title><body><div id="app"></div><script>let a = "The council met on Monday to hear the ferry company."</script></body>`,
	}
	const want = "x: no article found on the page (is it a list of links, a sign-in or error page, or filled in by a script? save its text as a .txt file)"
	for name, page := range tests {
		t.Run(name, func(t *testing.T) {
			a, err := Parse(Input{Source: "x", Format: HTML, Bytes: []byte("<!DOCTYPE html><html>" + page + "</html>"), key: "k"})
			if err == nil || err.Error() != want {
				t.Errorf("error %v\ntext %q", err, a.Text)
			}
		})
	}
}

// A short article is its blocks, a line each and each once.
func TestParseHTMLShort(t *testing.T) {
	const story = "<h1>Ferry fares</h1><p>The council met on Monday to <b>hear</b> the <a href='/f'>ferry company</a>.</p><p>It meets again in June.</p>"
	want := "Ferry fares\nThe council met on Monday to hear the ferry company.\nIt meets again in June."
	furnished := "<nav><a href='/'>Home</a></nav>%s<aside><p>Most read of all the stories we have: ferry sinks.</p></aside><footer>© Ferry Post</footer>"
	tests := map[string]struct{ page, want string }{
		"body":      {"<title>Ferry fares</title><body>" + story + "</body>", want},
		"article":   {"<title>Ferry fares</title><body><article>" + story + "</article></body>", want},
		"main":      {"<body>" + fmt.Sprintf(furnished, "<main>"+story+"</main>") + "</body>", want},
		"furnished": {"<body>" + fmt.Sprintf(furnished, "<div>"+story+"</div>") + "</body>", want},
		"breaks":    {"<div>The council met on Monday to hear the ferry company.<br>It meets again in June.</div>", strings.TrimPrefix(want, "Ferry fares\n")},
		"credit at the end": {"<p>The council met on Monday to hear the plan of the ferry company for the winter months and for the spring. It meets again in June, as the ministers asked (Ferry Post/AO) Share</p>",
			"The council met on Monday to hear the plan of the ferry company for the winter months and for the spring. It meets again in June, as the ministers asked (Ferry Post/AO) Share"},
		"about an error": {"<title>Error in the 404 fares that were not found</title><p>The council met on Monday to hear the ferry company.</p>",
			"The council met on Monday to hear the ferry company."},
		"script blanks": {"<p>委员会星期一开会，听取了渡轮公司关于冬季几个月计划的报告，并决定在六月第一周再次开会，届时三个国家的部长们也将出席会议，讨论票价上涨的问题，以及公司购买两艘新船的承诺和船员工资的问题。</p>",
			"委员会星期一开会，听取了渡轮公司关于冬季几个月计划的报告，并决定在六月第一周再次开会，届时三个国家的部长们也将出席会议，讨论票价上涨的问题，以及公司购买两艘新船的承诺和船员工资的问题。"},
		"stated for machines": {`<script type="application/ld+json">{"headline": "Ferry fares", "articleBody": "The council met on Monday to hear the ferry company.\n\nIt meets again in June."}</script><body><div id="app">…</div></body>`,
			"The council met on Monday to hear the ferry company.\n\nIt meets again in June."},
		"stated with markup": {`<script type="application/ld+json">{"headline": "Ferry fares", "articleBody": "<p>The council met on Monday to hear the ferry company.</p><p>It meets again in June.</p>"}</script><body><div id="app">…</div></body>`,
			"The council met on Monday to hear the ferry company.\nIt meets again in June."},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			a := mustParse(t, HTML, "<!DOCTYPE html><html>"+tt.page+"</html>")
			checkSpans(t, a)
			if diff := cmp.Diff(tt.want, a.Text); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}
