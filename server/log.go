package server

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"time"
)

// A call is what the log tells of one request. The handler fills in what it learns.
type call struct {
	id        string
	operation string // the name of the GraphQL operation; "" if it has none
	status    int
}

type callKey struct{}

// callOf returns the call that a request's context belongs to.
func callOf(ctx context.Context) *call {
	if c, ok := ctx.Value(callKey{}).(*call); ok {
		return c
	}
	return &call{}
}

// requestID returns the id under which the log has a request. Answers carry it in
// X-Request-Id, and internal errors in their extensions.
func requestID(ctx context.Context) string { return callOf(ctx).id }

// logged gives each request an id, and a line in the log when it is answered.
func (s *Server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		c := &call{id: rand.Text(), status: http.StatusOK}
		w.Header().Set("X-Request-Id", c.id)
		next.ServeHTTP(&statusWriter{w, c}, r.WithContext(context.WithValue(r.Context(), callKey{}, c)))
		s.options.Log.LogAttrs(r.Context(), slog.LevelInfo, "request",
			slog.String("id", c.id), slog.String("method", r.Method), slog.String("path", r.URL.Path),
			slog.Int("status", c.status), slog.Duration("took", time.Since(start)), slog.String("operation", c.operation))
	})
}

// A statusWriter notes the status of an answer.
type statusWriter struct {
	http.ResponseWriter
	call *call
}

func (w *statusWriter) WriteHeader(status int) {
	w.call.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController reach the writer below.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
