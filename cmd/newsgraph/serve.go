package main

import (
	"fmt"
	"net"
	"time"

	"github.com/spf13/cobra"

	"newsgraph/graph"
	"newsgraph/schema"
	"newsgraph/server"
)

func serveCommand(a *app) *cobra.Command {
	var listen string
	var o server.Options
	c := &cobra.Command{
		Use:   "serve",
		Short: "Answer GraphQL over HTTP, with a page to ask from",
		Long: `Answer GraphQL over HTTP at /graphql, with a page at / to write queries on, and
/healthz and /readyz for whoever watches the process. Ctrl-C lets the queries in
hand finish. Nothing can be loaded into the graph while it is served.`,
		Example: `  newsgraph serve
  newsgraph serve --listen :9000 --origin https://viz.example.org
  curl -s localhost:8080/graphql -H 'content-type: application/json' \
    -d '{"query": "{ stats { articles } }"}'`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.read(func(g *graph.Graph) error {
				o.Graph = g
				return a.serve(c, listen, o, nil)
			})
		},
	}
	c.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", "the `address` to listen at; :8080 is every interface, :0 a free port")
	c.Flags().DurationVar(&o.Timeout, "timeout", 30*time.Second, "the longest that one query may take")
	c.Flags().StringSliceVar(&o.Origins, "origin", nil, "a web `origin` whose pages may ask, and under whose host a proxy may, like https://viz.example.org")
	return c
}

// serve answers until the command's context ends. It calls ready, if there is one,
// with the address that it listens at.
func (a *app) serve(c *cobra.Command, listen string, o server.Options, ready func(url string)) error {
	s, err := schema.New(o.Graph, schema.Options{})
	if err != nil {
		return err
	}
	o.Schema, o.Log = s, a.log()
	srv, err := server.New(o)
	if err != nil {
		return badUsage(c, err)
	}
	l, err := net.Listen("tcp", listen)
	if err != nil {
		return fmt.Errorf("%w (choose another address with --listen)", err)
	}
	url := "http://" + l.Addr().String() + "/"
	if ready == nil {
		ready = func(url string) { a.note("Serving %s at %s. Stop with Ctrl-C.", a.store, url) }
	}
	ready(url)
	return srv.Run(c.Context(), l)
}
