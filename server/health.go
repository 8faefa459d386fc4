package server

import (
	"fmt"
	"net/http"

	"newsgraph/graph"
)

// health says whether the process is alive and its store answers.
func (s *Server) health(w http.ResponseWriter, r *http.Request) {
	err := s.options.Graph.View(func(tx *graph.Tx) error {
		_, err := tx.Counts()
		return err
	})
	if err != nil {
		s.options.Log.ErrorContext(r.Context(), "store does not answer", "id", requestID(r.Context()), "error", err)
		http.Error(w, "store does not answer", http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, "ok")
}

// ready says whether new queries are welcome: not once Run has been told to stop.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	if s.stopping.Load() {
		http.Error(w, "stopping", http.StatusServiceUnavailable)
		return
	}
	s.health(w, r)
}
