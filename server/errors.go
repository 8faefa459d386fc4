package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"newsgraph/schema"

	"github.com/graph-gophers/graphql-go"
	gqlerrors "github.com/graph-gophers/graphql-go/errors"
)

// explain gives each error of an answer its code, and keeps the cause of internal
// ones for the log.
func (s *Server) explain(ctx context.Context, r *schema.Response) {
	for _, e := range r.Errors {
		code := schema.CodeOf(e)
		extensions := map[string]any{"code": code}
		if code == schema.CodeInternal {
			s.options.Log.ErrorContext(ctx, "query failed", "id", requestID(ctx), "path", e.Path, "error", e.Message, "cause", schema.CauseOf(e))
			e.Message = "internal error"
			extensions["request"] = requestID(ctx)
		}
		e.Extensions = extensions
	}
}

// statusOf returns the status of an answer, which depends on its media type.
func statusOf(contentType string, r *schema.Response) int {
	if contentType == typeJSON || r.Data != nil || len(r.Errors) == 0 {
		return http.StatusOK
	}
	switch r.Errors[0].Extensions["code"] {
	case schema.CodeTimeout:
		return http.StatusServiceUnavailable
	case schema.CodeInternal:
		return http.StatusInternalServerError
	}
	return http.StatusBadRequest
}

// An httpError is a request that never became a query.
type httpError struct {
	status  int
	message string
}

func (e *httpError) Error() string { return e.message }

func badRequest(message string) error { return &httpError{http.StatusBadRequest, message} }

// bodyError says what is wrong with a body that could not be read.
func bodyError(err error) error {
	var tooLong *http.MaxBytesError
	if errors.As(err, &tooLong) {
		return &httpError{http.StatusRequestEntityTooLarge, fmt.Sprintf("body has more than %d bytes", tooLong.Limit)}
	}
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong) && wrong.Field != "":
		return badRequest(fmt.Sprintf("body: %s: found a JSON %s; query and operationName are strings, variables an object", wrong.Field, wrong.Value))
	case errors.As(err, &wrong):
		return badRequest(fmt.Sprintf(`body: found a JSON %s; want an object: {"query": "{ … }"}`, wrong.Value))
	}
	return badRequest(fmt.Sprintf("body: want a JSON object: %v", err))
}

// fail answers a request that never became a query.
func fail(w http.ResponseWriter, contentType string, err error) {
	status := http.StatusInternalServerError
	var e *httpError
	if errors.As(err, &e) {
		status = e.status
	}
	write(w, contentType, status, &graphql.Response{Errors: []*gqlerrors.QueryError{{
		Message: err.Error(), Extensions: map[string]any{"code": schema.CodeQuery},
	}}})
}
