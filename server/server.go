// Package server answers GraphQL over HTTP: POST and GET at /graphql, the GraphiQL
// page at /, and /healthz and /readyz for whoever watches the process.
//
// A Server is an http.Handler; Run serves it on a listener until its context ends.
// One request goes through log.go (its id and its line in the log), limits here,
// the checks of origin.go, graphql.go (reading it, answering it), and, where it fails,
// errors.go, the only place that turns errors into codes and statuses.
package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"newsgraph/graph"
	"newsgraph/schema"
	"newsgraph/server/graphiql"
)

// Options says how a Server works. Graph and Schema must be set.
type Options struct {
	Graph   *graph.Graph
	Schema  *schema.Schema
	Log     *slog.Logger  // one line a request, and the detail of internal errors; nil drops them
	Timeout time.Duration // for one query; default 30 s
	MaxBody int64         // bytes of a POST; default 1 MiB
	Grace   time.Duration // how long Run waits for queries in hand when it is told to stop; default 10 s
	Origins []string      // web origins (https://viz.example.org) whose pages may ask; default none but our own
}

func (o Options) withDefaults() Options {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Timeout == 0 {
		o.Timeout = 30 * time.Second
	}
	if o.MaxBody == 0 {
		o.MaxBody = 1 << 20
	}
	if o.Grace == 0 {
		o.Grace = 10 * time.Second
	}
	return o
}

// A Server is the HTTP face of one graph.
type Server struct {
	options  Options
	handler  http.Handler // what is logged
	stopping atomic.Bool  // Run was told to stop: /readyz says no
}

// New returns a Server. It fails if Origins holds what is no origin.
func New(o Options) (*Server, error) {
	s := &Server{options: o.withDefaults()}
	page, err := graphiql.Handler("/graphql")
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/graphql", s.graphql)
	mux.HandleFunc("GET /healthz", s.health)
	mux.HandleFunc("GET /readyz", s.ready)
	mux.Handle("GET /{$}", page)
	mux.Handle("GET /graphiql/", page)

	protection := http.NewCrossOriginProtection()
	for _, origin := range o.Origins {
		if err := protection.AddTrustedOrigin(origin); err != nil {
			return nil, fmt.Errorf("server: %w", err)
		}
	}
	s.handler = ownPages(o.Origins, protection.Handler(mux))
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.logged(s.handler).ServeHTTP(w, r)
}

// Run serves on the listener until ctx ends. Then it takes no more requests, lets
// those in hand finish for as long as Grace, and cancels what is left. At an address
// that only this machine reaches, it answers to no host names but local ones and those
// of Origins.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	inHand, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	handler := s.handler
	if isLocal(l.Addr()) {
		handler = localHosts(s.options.Origins, handler)
	}
	h := &http.Server{
		Handler:           s.logged(handler),
		BaseContext:       func(net.Listener) context.Context { return inHand },
		ErrorLog:          slog.NewLogLogger(s.options.Log.Handler(), slog.LevelWarn),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      s.options.Timeout + 30*time.Second,
		IdleTimeout:       2 * time.Minute,
	}
	served := make(chan error, 1)
	go func() { served <- h.Serve(l) }()

	select {
	case err := <-served:
		return fmt.Errorf("serve %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	s.stopping.Store(true)
	err := shutdown(h, s.options.Grace)
	if errors.Is(err, context.DeadlineExceeded) {
		cancel()
		err = shutdown(h, lastWords)
	}
	if errors.Is(err, context.DeadlineExceeded) {
		err = h.Close() // a client that does not read its answer
	}
	<-served
	return err
}

// lastWords is how long cancelled queries have to end. They look at their context at
// every field, so that they need far less.
const lastWords = 5 * time.Second

// shutdown lets requests in hand finish for some time.
func shutdown(h *http.Server, d time.Duration) error {
	ctx, done := context.WithTimeout(context.Background(), d)
	defer done()
	return h.Shutdown(ctx)
}
