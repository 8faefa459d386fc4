package article

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree makes a folder with files and makes it the working folder.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

// found lists what Find yields: "source -> key", or the error.
func found(paths []string, opts Options) []string {
	var got []string
	for f, err := range Find(paths, opts) {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, filepath.ToSlash(f.Source)+" -> "+f.key)
	}
	return got
}

func TestFind(t *testing.T) {
	tree(t, map[string]string{
		"news/b.txt": "b", "news/a.html": "a", "news/may/c.txt": "c", "news/may/d.json": "{}",
		"news/.git/config": "x", "news/pic.png": "x", "news/may/a[1].txt": "x", "top.txt": "t",
	})
	tests := []struct {
		name  string
		paths []string
		opts  Options
		want  []string
	}{
		{"a file has its name", []string{"news/b.txt"}, Options{}, []string{"news/b.txt -> b.txt"}},
		{"a folder's files are sorted and have keys from its name down", []string{"news"}, Options{}, []string{
			"news/a.html -> news/a.html", "news/b.txt -> news/b.txt", "news/may/a[1].txt -> news/may/a[1].txt",
			"news/may/c.txt -> news/may/c.txt", "news/may/d.json -> news/may/d.json"}},
		{"a folder's path above its name is no part of the key", []string{"news/may/"}, Options{KeyPrefix: "x/"}, []string{
			"news/may/a[1].txt -> x/may/a[1].txt", "news/may/c.txt -> x/may/c.txt", "news/may/d.json -> x/may/d.json"}},
		{"two stars match at any depth", []string{"news/**/*.txt"}, Options{}, []string{
			"news/b.txt -> news/b.txt", "news/may/a[1].txt -> news/may/a[1].txt", "news/may/c.txt -> news/may/c.txt"}},
		{"one star matches in one folder", []string{"news/*.txt"}, Options{}, []string{"news/b.txt -> news/b.txt"}},
		{"braces", []string{"news/{a,b}.*"}, Options{}, []string{"news/a.html -> news/a.html", "news/b.txt -> news/b.txt"}},
		{"a file whose name looks like a pattern", []string{"news/may/a[1].txt"}, Options{}, []string{"news/may/a[1].txt -> a[1].txt"}},
		{"a picture named by itself is tried", []string{"news/pic.png"}, Options{}, []string{"news/pic.png -> pic.png"}},
		{"a file named twice is read once", []string{"top.txt", "./top.txt"}, Options{}, []string{"top.txt -> top.txt"}},
		{"standard input", []string{"-"}, Options{}, []string{"- -> stdin"}},
		{"what is missing does not stop the rest", []string{"nope.txt", "nope/*.txt", "[", "top.txt"}, Options{}, []string{
			"nope.txt: no such file or folder (check the spelling)", "nope/*.txt: no file matches this pattern",
			"[: broken pattern (close each [ and {, or put a \\ before them)", "top.txt -> top.txt"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, found(tt.paths, tt.opts)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// "." has the name of the working folder, so that its keys are those of "../news".
func TestFindDot(t *testing.T) {
	tree(t, map[string]string{"news/a.txt": "a"})
	t.Chdir("news")
	if diff := cmp.Diff([]string{"a.txt -> news/a.txt"}, found([]string{"."}, Options{})); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestFindStops(t *testing.T) {
	tree(t, map[string]string{"n/a.txt": "a", "n/b/c.txt": "c", "n/d.txt": "d"})
	for _, path := range []string{"n", "n/**/*.txt"} {
		n := 0
		for range Find([]string{path, path}, Options{}) {
			n++
			break // a finder that went on would call the loop's body again and panic
		}
		if n != 1 {
			t.Errorf("%s: %d files before the loop ended", path, n)
		}
	}
}

func TestFindWithoutPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	tree(t, map[string]string{"n/a.txt": "a", "n/closed/b.txt": "b", "n/z.txt": "z"})
	if err := os.Chmod("n/closed", 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod("n/closed", 0o777) })
	want := []string{"n/a.txt -> n/a.txt", "n/closed: permission denied (allow reading it, for example: chmod u+rX)", "n/z.txt -> n/z.txt"}
	if diff := cmp.Diff(want, found([]string{"n"}, Options{})); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestExplain(t *testing.T) {
	err := explain(&fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission})
	if !errors.Is(err, fs.ErrPermission) || !strings.HasPrefix(err.Error(), "permission denied (") {
		t.Errorf("got %v", err)
	}
	if err := explain(&fs.PathError{Op: "read", Path: "x", Err: errors.New("is on fire")}); err.Error() != "read: is on fire" {
		t.Errorf("got %v", err)
	}
}
