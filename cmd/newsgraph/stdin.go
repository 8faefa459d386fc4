package main

import (
	"context"
	"io"
	"sync"
)

// A stoppable reader reads from another until a context ends, also while the other has
// nothing to give: a terminal or a pipe would keep Ctrl-C waiting. It touches the
// other only once it is read itself.
type stoppable struct {
	ctx   context.Context
	from  io.Reader
	start sync.Once
	out   *io.PipeReader
}

func untilDone(ctx context.Context, from io.Reader) io.Reader {
	return &stoppable{ctx: ctx, from: from}
}

func (s *stoppable) Read(b []byte) (int, error) {
	s.start.Do(func() {
		out, in := io.Pipe()
		s.out = out
		go func() {
			_, err := io.Copy(in, s.from)
			in.CloseWithError(err) // nil is the end of input
		}()
		context.AfterFunc(s.ctx, func() { in.CloseWithError(s.ctx.Err()) })
	})
	return s.out.Read(b)
}
