package main

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"strings"
)

// jsonProblem says what is wrong with JSON, without the names of Go's types.
func jsonProblem(err error) string {
	var t *json.UnmarshalTypeError
	switch {
	case errors.As(err, &t) && t.Field != "":
		return "field " + t.Field + ": found a JSON " + t.Value
	case errors.As(err, &t):
		return "found a JSON " + t.Value
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "the JSON ends too early"
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

// plainPath drops the name of the system call from an error.
func plainPath(err error) error {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return p.Err
	}
	return err
}
