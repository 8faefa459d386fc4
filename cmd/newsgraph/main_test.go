package main

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"newsgraph/examples"
	"newsgraph/graph"
	"newsgraph/graph/kv"
	"newsgraph/graph/kv/badgerkv"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"newsgraph": main})
}

// Stories run the real program. Each starts in a folder of its own, with the sample in
// articles/ and an empty store.
func TestStories(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		UpdateScripts: os.Getenv("UPDATE_STORIES") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("NEWSGRAPH_STORE", filepath.Join(e.WorkDir, "store"))
			return os.CopyFS(e.WorkDir, examples.Articles)
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("unknown condition " + cond)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":  exits,
			"bytes":  writeBytes,
			"sparse": sparse,
			"lock":   lock,
			"format": setFormat,
		},
	})
}

// exits STATUS COMMAND... runs a command that must end with the status.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	status := 0
	if e := (*exec.ExitError)(nil); errors.As(err, &e) {
		status = e.ExitCode()
	} else {
		ts.Check(err)
	}
	if want := number(ts, args[0]); status != want {
		ts.Fatalf("exit status %d, want %d", status, want)
	}
}

// bytes FILE HEX writes a file of bytes that a script cannot hold.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	b, err := hex.DecodeString(strings.Join(args[1:], ""))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o666))
}

// sparse FILE BYTES makes a large file that takes no room.
func sparse(ts *testscript.TestScript, _ bool, args []string) {
	name := ts.MkAbs(args[0])
	ts.Check(os.WriteFile(name, nil, 0o666))
	ts.Check(os.Truncate(name, int64(number(ts, args[1]))))
}

// lock STORE keeps a store open for writing until the script ends.
func lock(ts *testscript.TestScript, _ bool, args []string) {
	g, err := graph.Open(ts.MkAbs(args[0]), graph.Options{})
	ts.Check(err)
	ts.Defer(func() { ts.Check(g.Close()) })
}

// format STORE VERSION marks a store as written in another format.
func setFormat(ts *testscript.TestScript, _ bool, args []string) {
	s, err := badgerkv.Open(ts.MkAbs(args[0]), badgerkv.Options{})
	ts.Check(err)
	version := binary.AppendUvarint(nil, uint64(number(ts, args[1])))
	ts.Check(s.Apply([]kv.Row{{Key: []byte("!version"), Value: version}}))
	ts.Check(s.Close())
}

func number(ts *testscript.TestScript, s string) int {
	n, err := strconv.Atoi(s)
	ts.Check(err)
	return n
}

// The stories must be there: a folder without any would pass.
func TestThereAreStories(t *testing.T) {
	all, err := fs.Glob(os.DirFS("testdata"), "*.txt")
	if err != nil || len(all) < 5 {
		t.Errorf("%d stories: %v", len(all), err)
	}
}
