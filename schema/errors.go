package schema

import (
	"context"
	"errors"
	"fmt"

	gqlerrors "github.com/graph-gophers/graphql-go/errors"
)

// The causes of errors in a Response that callers tell apart. Any other is a fault of
// the store or of this package.
var (
	// ErrQuery means that the query or its variables do not fit the schema.
	ErrQuery = errors.New("bad query")
	// ErrInput means that an argument is out of its range, or a cursor not of its list.
	ErrInput = errors.New("bad input")
	// ErrLimit means that the query asks for more than one request may.
	ErrLimit = errors.New("query too large")
	// ErrPanic means that a resolver broke down.
	ErrPanic = errors.New("panic")
)

// An inputError says which argument is wrong, and what would be right.
type inputError struct{ argument, problem string }

func (e *inputError) Error() string   { return e.argument + ": " + e.problem }
func (e *inputError) Is(t error) bool { return t == ErrInput }

func badInput(argument, problem string, args ...any) error {
	return &inputError{argument, fmt.Sprintf(problem, args...)}
}

// A queryError says how a query or its variables do not fit the schema.
type queryError struct{ problem string }

func (e *queryError) Error() string   { return e.problem }
func (e *queryError) Is(t error) bool { return t == ErrQuery }

func badQuery(problem string, args ...any) error {
	return &queryError{fmt.Sprintf(problem, args...)}
}

// The codes of errors in a Response, for extensions.code. What is not there is no error:
// its field is null.
const (
	CodeQuery    = "BAD_QUERY" // the query or its variables do not fit the schema
	CodeInput    = "BAD_INPUT" // an argument is out of its range
	CodeLimit    = "LIMIT"     // the query asks for more than one request may
	CodeTimeout  = "TIMEOUT"   // it took too long
	CodeInternal = "INTERNAL"  // our fault
)

// CodeOf returns the code of an error.
func CodeOf(e *gqlerrors.QueryError) string {
	switch cause := CauseOf(e); {
	case errors.Is(cause, ErrPanic):
		return CodeInternal
	case errors.Is(cause, ErrInput):
		return CodeInput
	case errors.Is(cause, ErrLimit):
		return CodeLimit
	case errors.Is(cause, context.DeadlineExceeded), errors.Is(cause, context.Canceled):
		return CodeTimeout
	case errors.Is(cause, ErrQuery):
		return CodeQuery
	}
	return CodeInternal
}

// CauseOf returns the error that a resolver returned, or that the query met before.
func CauseOf(e *gqlerrors.QueryError) error {
	if e.ResolverError != nil {
		return e.ResolverError
	}
	return e.Err
}
