package server

import (
	"net"
	"net/http"
	"net/url"
	"strings"
)

// Browsers send what any page asks them to. Two checks keep pages that nobody named
// away from the graph: ownPages looks at who asks, and localHosts at whom the browser
// believes to ask, as a page may have its own host's name resolve to this machine.

// ownPages refuses pages of other web origins than our own and the given ones, and
// lets those read answers (CORS). What is no browser sends no Origin, and may ask.
func ownPages(origins []string, next http.Handler) http.Handler {
	allowed := map[string]bool{}
	for _, o := range origins {
		allowed[o] = true
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Origin")
		origin := r.Header.Get("Origin")
		switch {
		case origin == "" || sameHost(origin, r.Host):
		case !allowed[origin]:
			refuse(w, "pages of "+origin+" may not ask here (newsgraph serve --origin allows one)")
			return
		default:
			w.Header().Set("Access-Control-Allow-Origin", origin)
			if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {
				preflight(w)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// preflight tells the browser of a page that may ask how it may.
func preflight(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Methods", allowedMethods)
	w.Header().Set("Access-Control-Allow-Headers", "Content-Type, Accept")
	w.Header().Set("Access-Control-Max-Age", "3600")
	w.WriteHeader(http.StatusNoContent)
}

// sameHost reports whether an origin is that of the host asked. A proxy may have taken
// the TLS away, so that the scheme says nothing.
func sameHost(origin, host string) bool {
	u, err := url.Parse(origin)
	return err == nil && u.Host != "" && strings.EqualFold(u.Host, host)
}

// localHosts refuses requests to other hosts than this machine's local names and the
// hosts of the given origins.
func localHosts(origins []string, next http.Handler) http.Handler {
	named := map[string]bool{"localhost": true}
	for _, o := range origins {
		if u, err := url.Parse(o); err == nil {
			named[strings.ToLower(u.Hostname())] = true
		}
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := hostname(r.Host)
		if !named[strings.ToLower(name)] && !net.ParseIP(name).IsLoopback() {
			refuse(w, "this server answers as localhost, not as "+r.Host+" (newsgraph serve --origin names other hosts)")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// hostname is a host without its port and brackets.
func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		return name
	}
	return strings.Trim(host, "[]")
}

// isLocal reports whether only this machine reaches an address.
func isLocal(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// refuse answers 403.
func refuse(w http.ResponseWriter, why string) {
	fail(w, typeJSON, &httpError{http.StatusForbidden, why})
}
