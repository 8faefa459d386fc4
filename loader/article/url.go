package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// CanonicalURL brings an article's address to the one form that its key has, or
// returns "" if s is not an absolute http or https address:
//
//   - scheme and host in lower case, the host in its ASCII form, without the scheme's
//     own port, without user and password
//   - no fragment, no tracking parameters ("utm_source", "fbclid"); the others stay, in
//     the order given
//   - the path without "." and "..", doubled slashes and a slash at its end; a site's
//     front page is "https://example.org/"
//
// http and https, and a host with and without "www.", stay apart: nothing says that
// they serve the same page.
func CanonicalURL(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" {
		return ""
	}
	port := defaultPort[u.Scheme]
	if port == "" {
		return ""
	}
	host, ok := canonicalHost(u, port)
	if !ok {
		return ""
	}
	u = u.JoinPath()
	path := strings.TrimRight(u.EscapedPath(), "/")
	if path == "" {
		path = "/"
	}
	if q := withoutTracking(u.RawQuery); q != "" {
		path += "?" + q
	}
	return u.Scheme + "://" + host + path
}

var defaultPort = map[string]string{"http": "80", "https": "443"}

func canonicalHost(u *url.URL, port string) (string, bool) {
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	if strings.Contains(host, ":") {
		host = "[" + host + "]" // IPv6
	} else if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	}
	if host == "" || strings.ContainsAny(host, " /?#@%") {
		return "", false
	}
	if p := u.Port(); p != "" && p != port {
		host += ":" + p
	}
	return host, true
}

func withoutTracking(query string) string {
	var keep []string
	for _, p := range strings.Split(query, "&") {
		name, _, _ := strings.Cut(p, "=")
		if name = strings.ToLower(name); p != "" && !strings.HasPrefix(name, "utm_") && !tracking[name] {
			keep = append(keep, p)
		}
	}
	return strings.Join(keep, "&")
}

// tracking are parameters that say how a reader came to a page, not which page it is.
// Names that are also used for content ("ref", "source", "id") are not among them.
var tracking = set(`_ga _gl _hsenc _hsmi at_campaign at_medium cmpid dclid fbclid gbraid
	gclid gclsrc icid igshid mc_cid mc_eid mkt_tok msclkid ns_campaign ns_mchannel ocid
	s_cid smid ttclid twclid vero_id wbraid wt.mc_id yclid`)
