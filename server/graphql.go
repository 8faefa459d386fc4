package server

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"newsgraph/schema"
)

// The media types of answers. The first is the older one, with status 200 for any
// answer to readable JSON; the second tells requests that could not be answered
// (no data) by their status.
const (
	typeJSON     = "application/json"
	typeResponse = "application/graphql-response+json"
)

const allowedMethods = "GET, POST"

// graphql answers a query, as the GraphQL over HTTP specification has it.
func (s *Server) graphql(w http.ResponseWriter, r *http.Request) {
	contentType, ok := negotiate(r.Header.Values("Accept"))
	if !ok {
		fail(w, typeJSON, &httpError{http.StatusNotAcceptable, "can answer in " + typeResponse + " or " + typeJSON})
		return
	}
	w.Header().Add("Vary", "Accept")
	request, err := s.read(w, r)
	if err != nil {
		fail(w, contentType, err)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), s.options.Timeout)
	defer cancel()
	response := s.options.Schema.Exec(ctx, request)
	callOf(r.Context()).operation = cmp.Or(response.Operation, request.OperationName)
	s.explain(r.Context(), response)
	write(w, contentType, statusOf(contentType, response), response)
}

// read takes the query from a request.
func (s *Server) read(w http.ResponseWriter, r *http.Request) (schema.Request, error) {
	switch r.Method {
	case http.MethodGet:
		request, err := readURL(r.URL.Query())
		if err == nil && schema.IsMutation(request) {
			w.Header().Set("Allow", http.MethodPost)
			err = &httpError{http.StatusMethodNotAllowed, "a mutation must be sent by POST"}
		}
		return request, err
	case http.MethodPost:
		return s.readBody(w, r)
	}
	w.Header().Set("Allow", allowedMethods)
	return schema.Request{}, &httpError{http.StatusMethodNotAllowed, "a query must be sent by GET or POST"}
}

// readURL takes a query from the parameters of a GET.
func readURL(v url.Values) (schema.Request, error) {
	request := schema.Request{Query: v.Get("query"), OperationName: v.Get("operationName")}
	if request.Query == "" {
		return request, badRequest("no query: want the parameter query")
	}
	for name, to := range map[string]*map[string]any{"variables": &request.Variables, "extensions": new(map[string]any)} {
		if s := v.Get(name); s != "" && json.Unmarshal([]byte(s), to) != nil {
			return request, badRequest(name + ": want a JSON object")
		}
	}
	return request, nil
}

// readBody takes a query from the body of a POST.
func (s *Server) readBody(w http.ResponseWriter, r *http.Request) (schema.Request, error) {
	if !isJSON(r.Header.Get("Content-Type")) {
		return schema.Request{}, &httpError{http.StatusUnsupportedMediaType, "want Content-Type: " + typeJSON}
	}
	var body struct {
		Query         *string        `json:"query"`
		OperationName string         `json:"operationName"`
		Variables     map[string]any `json:"variables"`
		Extensions    map[string]any `json:"extensions"`
	}
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, s.options.MaxBody))
	if err := decodeOne(d, &body); err != nil {
		return schema.Request{}, bodyError(err)
	}
	if body.Query == nil {
		return schema.Request{}, badRequest(`no query: want {"query": "{ … }"}`)
	}
	return schema.Request{Query: *body.Query, OperationName: body.OperationName, Variables: body.Variables}, nil
}

// decodeOne reads one JSON value, and nothing behind it.
func decodeOne(d *json.Decoder, to any) error {
	if err := d.Decode(to); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.Join(errors.New("more than one JSON value"), err)
	}
	return nil
}

func isJSON(contentType string) bool {
	t, params, err := mime.ParseMediaType(contentType)
	charset := params["charset"]
	return err == nil && t == typeJSON && (charset == "" || strings.EqualFold(charset, "utf-8"))
}

// negotiate picks the media type that an Accept header likes best, the first of
// equals; typeJSON if it leaves the choice to us. Its second result is false if
// the client can read neither.
func negotiate(accept []string) (string, bool) {
	header := strings.Join(accept, ",")
	if strings.TrimSpace(header) == "" {
		return typeJSON, true
	}
	var best string
	var bestQuality float64
	for _, part := range strings.Split(header, ",") {
		t, quality := acceptable(part)
		if quality > bestQuality {
			best, bestQuality = t, quality
		}
	}
	return best, best != ""
}

// acceptable reads one part of an Accept header: which of our types it admits, and
// how much it is liked, 0 being not at all.
func acceptable(part string) (string, float64) {
	t, params, err := mime.ParseMediaType(part)
	if err != nil {
		return "", 0
	}
	if c := params["charset"]; c != "" && !strings.EqualFold(c, "utf-8") {
		return "", 0
	}
	switch t {
	case "*/*", "application/*":
		t = typeJSON
	case typeJSON, typeResponse:
	default:
		return "", 0
	}
	q, ok := params["q"]
	if !ok {
		return t, 1
	}
	quality, err := strconv.ParseFloat(q, 64)
	if err != nil {
		return "", 0
	}
	return t, quality
}

// write sends an answer. A client that went away is not told so.
func write(w http.ResponseWriter, contentType string, status int, answer any) {
	body, err := json.Marshal(answer)
	if err != nil {
		status, body = http.StatusInternalServerError, []byte(`{"errors":[{"message":"internal error"}]}`)
	}
	w.Header().Set("Content-Type", contentType+"; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body)
}
