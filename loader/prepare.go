package loader

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"

	"newsgraph/graph"
	"newsgraph/loader/article"
)

// A prepared article is ready for the writer, or says why there is none.
type prepared struct {
	source       string
	record       int   // of a file of many; 0 for a whole file
	bytes        int64 // of input, for progress
	fileEnds     bool  // it is the last of its file
	article      article.Article
	version      version
	contribution *graph.Contribution // nil if the graph has this very version already
	err          error
}

// queued is how many articles may be in hand, for each worker: read and not yet
// applied. It bounds memory, and keeps workers busy while the writer waits for the disk.
const queued = 16

// prepare reads files and extracts their articles in parallel. The results come in
// the order of the input. When ctx ends, nothing more is read, and what is in hand
// still comes.
func (l *Loader) prepare(ctx context.Context, files []found) <-chan prepared {
	type job struct {
		input article.Input
		done  chan prepared
	}
	jobs := make(chan job)
	order := make(chan chan prepared, queued*l.options.Workers)
	out := make(chan prepared)
	var workers sync.WaitGroup
	for range l.options.Workers {
		workers.Go(func() {
			for j := range jobs {
				j.done <- l.extract(j.input)
			}
		})
	}
	go func() { // reads
		defer close(order)
		defer close(jobs)
		l.read(ctx, files, func(in article.Input, p *prepared) {
			done := make(chan prepared, 1)
			order <- done
			if p != nil {
				done <- *p
			} else {
				jobs <- job{in, done}
			}
		})
	}()
	go func() { // restores the order
		defer close(out)
		for done := range order {
			out <- <-done
		}
		workers.Wait()
	}()
	return out
}

// read calls yield for each input, or with the prepared error for what cannot be read.
func (l *Loader) read(ctx context.Context, files []found, yield func(article.Input, *prepared)) {
	for _, f := range files {
		if ctx.Err() != nil {
			return
		}
		if f.err != nil {
			yield(article.Input{}, failed(f.err))
			continue
		}
		for in, err := range f.file.Inputs(l.options.Article) {
			if ctx.Err() != nil {
				return
			}
			if err != nil {
				yield(in, failed(err))
			} else {
				yield(in, nil)
			}
		}
		yield(article.Input{}, &prepared{fileEnds: true})
	}
}

// failed is an input that cannot be read.
func failed(err error) *prepared {
	p := &prepared{err: err}
	var in *article.InputError
	if errors.As(err, &in) {
		p.source, p.record = in.Source, in.Record
	}
	return p
}

// skip is the report's line on an article that was not loaded. The reason names the
// input.
func (p prepared) skip(why error) Skip {
	var in *article.InputError
	if !errors.As(why, &in) {
		why = &article.InputError{Source: p.source, Record: p.record, Err: why}
	}
	return Skip{p.source, p.record, why.Error()}
}

// extract makes an article's contribution, unless the graph has it already.
func (l *Loader) extract(in article.Input) (p prepared) {
	p = prepared{source: in.Source, record: in.Record, bytes: int64(len(in.Bytes))}
	defer func() {
		if broken := recover(); broken != nil {
			p.err = fmt.Errorf("extraction broke down (%v): this is a fault of newsgraph; please report it with the article", broken)
			p.contribution = nil
		}
	}()
	if p.article, p.err = article.Parse(in); p.err != nil {
		return p
	}
	p.version = versionOf(p.article)
	if known, err := l.known(p.article.Key, p.version.hash); err != nil || known {
		p.err = err
		return p
	}
	doc, err := l.extractor.Extract(p.article)
	if err != nil {
		p.err = err
		return p
	}
	p.contribution = contribution(p.article, doc)
	p.contribution.Normalize()
	p.err = p.contribution.Validate()
	return p
}

// known reports whether the graph has an article with this text and these facts, as
// this extractor reads it.
func (l *Loader) known(key string, hash []byte) (known bool, err error) {
	err = l.graph.View(func(tx *graph.Tx) error {
		n, err := tx.ArticleByKey(key)
		if errors.Is(err, graph.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		stored, err := tx.Article(n.Ref)
		known = err == nil && current(stored, hash)
		return err
	})
	return known, err
}

func current(stored graph.Article, hash []byte) bool {
	return bytes.Equal(stored.Hash, hash) && stored.Extractor == extractorVersion
}
