package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"newsgraph/graph"
)

// write opens the store for writing, making it if it is missing, and closes it after fn.
func (a *app) write(fn func(*graph.Graph) error) error {
	g, err := a.openToWrite()
	if err != nil {
		return err
	}
	return errors.Join(fn(g), g.Close())
}

func (a *app) openToWrite() (*graph.Graph, error) {
	return graph.Open(a.store, graph.Options{Log: a.log()})
}

// change opens a store that must exist for writing.
func (a *app) change(fn func(*graph.Graph) error) error {
	if err := a.exists(); err != nil {
		return err
	}
	return a.write(fn)
}

// read opens the store for reading, beside other readers, and closes it after fn.
func (a *app) read(fn func(*graph.Graph) error) error {
	if err := a.exists(); err != nil {
		return err
	}
	g, err := a.openToRead()
	if err != nil {
		return err
	}
	return errors.Join(fn(g), g.Close())
}

// openToRead opens the store for reading. What a crash left behind is only put right
// by opening for writing, so that is done first where reading fails.
func (a *app) openToRead() (*graph.Graph, error) {
	o := graph.Options{ReadOnly: true, Log: a.log()}
	g, err := graph.Open(a.store, o)
	if err == nil || errors.Is(err, graph.ErrLocked) || errors.Is(err, graph.ErrFormat) {
		return g, err
	}
	mended, mendErr := a.openToWrite()
	if mendErr != nil {
		return nil, errors.Join(err, mendErr)
	}
	if err := mended.Close(); err != nil {
		return nil, err
	}
	return graph.Open(a.store, o)
}

// view reads one snapshot of the store.
func (a *app) view(fn func(*graph.Tx) error) error {
	return a.read(func(g *graph.Graph) error { return g.View(fn) })
}

// exists tells whether the store's folder holds a store.
func (a *app) exists() error {
	_, err := os.Stat(filepath.Join(a.store, "MANIFEST"))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no graph in %s: load articles into it (newsgraph load ./articles), or name another folder with --store", a.store)
	}
	return err
}

// advise adds to an error what to do about it, where that is known.
func advise(err error, store string) error {
	advice := ""
	switch {
	case errors.Is(err, graph.ErrLocked):
		advice = "or name another folder with --store"
	case errors.Is(err, graph.ErrNoSpace), errors.Is(err, syscall.ENOSPC):
		advice = "free some space on the disk of " + store + " and run the command again; what was loaded before is kept"
	case errors.Is(err, fs.ErrPermission), strings.Contains(err.Error(), "permission denied"): // Badger only has the words
		advice = "check who owns it and its permissions (ls -ld), or name another folder with --store"
	default:
		return err
	}
	return fmt.Errorf("%w; %s", err, advice)
}
