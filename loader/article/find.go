package article

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Options says how articles are read. The zero value works.
type Options struct {
	KeyPrefix string    // put before keys that are made of paths, as it is
	MaxBytes  int64     // largest file of one article and largest JSON record, at most MaxText of it text; 0 means DefaultMaxBytes
	Stdin     io.Reader // what the path "-" reads; nil means os.Stdin
}

// DefaultMaxBytes is the largest file of one article, and the largest record, that is
// read unless Options says otherwise. It leaves room for a page's markup: the text found
// in it is at most MaxText.
const DefaultMaxBytes = 16 << 20

// MaxText is the largest text of an article in bytes, whatever it came in. It is the
// limit of the graph, which writes all that an article says at once.
const MaxText = 1 << 20

func (o Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// An InputError says which input could not be read and why. It reads like
//
//	articles/x.jsonl: record 17: field "title": want a string, found a number (write it in quotes)
type InputError struct {
	Source string // path as given
	Record int    // line or element of a file of many; 0 if the whole file is meant
	Err    error
}

func (e *InputError) Error() string {
	if e.Record > 0 {
		return fmt.Sprintf("%s: record %d: %v", e.Source, e.Record, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.Source, e.Err)
}

func (e *InputError) Unwrap() error { return e.Err }

// A File is a file that holds one article or many. It has not been read yet.
type File struct {
	Source string // path as given, or made of the folder as given
	Origin string // absolute path; "" for standard input
	Size   int64  // bytes; -1 if that is not known before reading
	Format Format
	key    string // prefix + path, of which path keys are made
}

// Find yields the files that paths name, in the order of the paths: a file; a folder,
// with everything below it in sorted order; a pattern such as "news/**/*.html" for a
// path that does not exist; "-" for standard input. A file named twice is yielded once.
//
// In a folder and for a pattern, hidden files and folders (".git") are passed over,
// and so are the files that a saved web page brings along (pictures, styles, scripts).
// Links to files are followed, links to folders only if named as a path.
//
// A path key is KeyPrefix and the path from the loaded folder's name down, with
// slashes: "news/may/a.txt" for the folder "~/data/news". For a pattern the folder is
// the part before the first wildcard. A file named by itself has its name.
func Find(paths []string, opts Options) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		f := finder{opts: opts, yield: yield}
		if len(paths) > 1 {
			f.seen = map[string]bool{}
		}
		for _, p := range paths {
			if !f.path(p) {
				return
			}
		}
	}
}

// A finder yields files until its consumer wants no more; its methods then say false.
type finder struct {
	opts  Options
	yield func(File, error) bool
	seen  map[string]bool // absolute paths; nil if there can be no doubles
}

func (f *finder) path(p string) bool {
	if p == "-" {
		return f.yield(File{Source: "-", Size: -1, key: f.opts.KeyPrefix + "stdin"}, nil)
	}
	info, err := os.Stat(p)
	switch {
	case err == nil && info.IsDir():
		return f.folder(p, rootName(p), nil)
	case err == nil:
		return f.file(p, filepath.Base(p), info)
	case errors.Is(err, fs.ErrNotExist) && hasMeta(p):
		return f.pattern(p)
	}
	return f.fail(p, err)
}

// rootName is the name of a folder that was given as ".", "..", "/" or a path.
func rootName(p string) string {
	abs, err := filepath.Abs(p)
	if err != nil {
		abs = p
	}
	return strings.Trim(filepath.Base(abs), string(filepath.Separator))
}

// folder walks dir in sorted order. keep, if not nil, chooses among the files by their
// path below the root folder and says how deep it is worth looking.
func (f *finder) folder(dir, key string, keep *globFilter) bool {
	entries, err := os.ReadDir(dir)
	if err != nil && !f.fail(dir, err) {
		return false
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		p, k := filepath.Join(dir, e.Name()), path.Join(key, e.Name())
		if e.IsDir() {
			if keep.descends(k) && !f.folder(p, k, keep) {
				return false
			}
			continue
		}
		if besides[extension(p)] || !keep.matches(k) {
			continue
		}
		if !f.entry(p, k) {
			return false
		}
	}
	return true
}

// entry yields a file of a folder. Links to folders, pipes and devices are no files.
func (f *finder) entry(p, key string) bool {
	info, err := os.Stat(p)
	if err != nil {
		return f.fail(p, err)
	}
	if !info.Mode().IsRegular() {
		return true
	}
	return f.file(p, key, info)
}

func (f *finder) file(p, key string, info fs.FileInfo) bool {
	abs, err := filepath.Abs(p)
	if err != nil {
		return f.fail(p, err)
	}
	if f.seen != nil {
		if f.seen[abs] {
			return true
		}
		f.seen[abs] = true
	}
	size := info.Size()
	if !info.Mode().IsRegular() {
		size = -1
	}
	return f.yield(File{
		Source: p, Origin: abs, Size: size, Format: formats[extension(p)],
		key: f.opts.KeyPrefix + filepath.ToSlash(key),
	}, nil)
}

func (f *finder) pattern(p string) bool {
	if !doublestar.ValidatePathPattern(p) {
		return f.fail(p, errors.New("broken pattern (close each [ and {, or put a \\ before them)"))
	}
	base, rest := doublestar.SplitPattern(filepath.ToSlash(p))
	matched := false
	yield := f.yield
	f.yield = func(file File, err error) bool {
		matched = true
		return yield(file, err)
	}
	defer func() { f.yield = yield }()
	name := rootName(base)
	keep := &globFilter{pattern: rest, root: name, depth: strings.Count(rest, "/")}
	if strings.Contains(rest, "**") {
		keep.depth = -1
	}
	if info, err := os.Stat(base); err == nil && info.IsDir() && !f.folder(filepath.FromSlash(base), name, keep) {
		return false
	}
	if !matched {
		return f.fail(p, errors.New("no file matches this pattern"))
	}
	return true
}

func hasMeta(p string) bool { return strings.ContainsAny(p, "*?[{") }

// A globFilter chooses files of a walk by a pattern; nil chooses all.
type globFilter struct {
	pattern string // relative to the root
	root    string
	depth   int // slashes in the pattern; -1 if it matches at any depth
}

func (g *globFilter) matches(key string) bool {
	return g == nil || doublestar.MatchUnvalidated(g.pattern, g.below(key))
}

func (g *globFilter) descends(key string) bool {
	return g == nil || g.depth < 0 || strings.Count(g.below(key), "/") < g.depth
}

func (g *globFilter) below(key string) string {
	return strings.TrimPrefix(strings.TrimPrefix(key, g.root), "/")
}

func (f *finder) fail(p string, err error) bool {
	return f.yield(File{}, &InputError{Source: p, Err: explain(err)})
}

// explain says what a file system's error means and how to mend it. The path is
// dropped: InputError names it.
func explain(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return wrapped{"no such file or folder (check the spelling)", err}
	case errors.Is(err, fs.ErrPermission):
		return wrapped{"permission denied (allow reading it, for example: chmod u+rX)", err}
	}
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		return fmt.Errorf("%s: %w", pe.Op, pe.Err)
	}
	return err
}

// A wrapped error reads as its text and still is what it wraps.
type wrapped struct {
	text string
	err  error
}

func (w wrapped) Error() string { return w.text }
func (w wrapped) Unwrap() error { return w.err }

func extension(p string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(p), "."))
}

// besides are the extensions of files that lie beside saved web pages and are no
// articles. They are passed over in folders, and tried if named by themselves.
var besides = set(`avif bmp css eot gif ico jpeg jpg js map mjs mp3 mp4 ogg otf png
	svg tif tiff ttf wasm wav webm webp woff woff2`)

// set makes a set of the words of s.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
