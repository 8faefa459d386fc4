package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
)

// A Format says how an input's bytes are to be read.
type Format uint8

const (
	Unknown Format = iota // decided by the first bytes: JSON, HTML, else Text
	Text
	HTML
	JSON  // one object, an array of objects, or several in a row
	Lines // JSON lines
)

// formats maps extensions; a file with any other is judged by its first bytes.
var formats = map[string]Format{
	"txt": Text, "text": Text, "md": Text,
	"html": HTML, "htm": HTML, "xhtml": HTML,
	"json": JSON, "jsonl": Lines, "ndjson": Lines,
}

// An Input is the raw form of one article: a whole file, or one record of a file of
// many. It owns its Bytes.
type Input struct {
	Source string // path as given
	Origin string // absolute path; "" for standard input
	Record int    // line of a file of JSON lines, element of a JSON array, from 1; 0 for a whole file
	Format Format // Text, HTML or JSON (one object)
	Bytes  []byte
	key    string // prefix + path
}

// Read yields the articles that paths name, one after another: Find, File.Inputs and
// Parse in a row.
func Read(paths []string, opts Options) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		for f, err := range Find(paths, opts) {
			if err != nil {
				if !yield(Article{}, err) {
					return
				}
				continue
			}
			for in, err := range f.Inputs(opts) {
				var a Article
				if err == nil {
					a, err = Parse(in)
				}
				if !yield(a, err) {
					return
				}
			}
		}
	}
}

// Inputs reads the file and yields its records. A text or HTML file that is larger
// than opts allows is refused unread, and so is a record; the records after it are still
// read. The rest of a JSON array is lost after a mistake of syntax in it.
func (f File) Inputs(opts Options) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		r := &reader{file: f, max: opts.maxBytes(), yield: yield}
		if f.Origin == "" {
			in := opts.Stdin
			if in == nil {
				in = os.Stdin
			}
			r.read(in)
			return
		}
		fd, err := os.Open(f.Origin)
		if err != nil {
			r.fail(0, explain(err))
			return
		}
		defer fd.Close()
		r.read(fd)
	}
}

// A reader yields the inputs of one file until its consumer wants no more; its methods
// then say false.
type reader struct {
	file  File
	max   int64
	base  int64 // offset in the file of what the decoder of JSON calls 0
	yield func(Input, error) bool
}

func (r *reader) read(src io.Reader) {
	br := bufio.NewReaderSize(src, 64<<10)
	format := r.file.Format
	if format == Unknown {
		head, _ := br.Peek(sniffLen)
		format = sniff(head)
	}
	if format == JSON || format == Lines {
		if bom, _ := br.Peek(len(byteOrderMark)); string(bom) == byteOrderMark {
			_, _ = br.Discard(len(byteOrderMark)) // cannot fail: the bytes were just seen
		}
	}
	switch format {
	case Lines:
		r.lines(br)
	case JSON:
		r.objects(br)
	default:
		r.whole(br, format)
	}
}

func (r *reader) emit(record int, format Format, b []byte) bool {
	return r.yield(Input{
		Source: r.file.Source, Origin: r.file.Origin, Record: record,
		Format: format, Bytes: b, key: r.file.key,
	}, nil)
}

func (r *reader) fail(record int, err error) bool {
	return r.yield(Input{}, &InputError{Source: r.file.Source, Record: record, Err: err})
}

// whole reads a file that is one article.
func (r *reader) whole(src io.Reader, format Format) {
	if r.file.Size > r.max {
		r.fail(0, tooLarge(r.file.Size, r.max))
		return
	}
	b, err := io.ReadAll(io.LimitReader(src, r.max+1))
	switch {
	case err != nil:
		r.fail(0, explain(err))
	case int64(len(b)) > r.max:
		r.fail(0, tooLarge(-1, r.max))
	case len(b) == 0:
		r.fail(0, errors.New("the file is empty"))
	default:
		r.emit(0, format, b)
	}
}

// tooLarge refuses a file or record of size bytes, or of a size not known: -1.
func tooLarge(size, limit int64) error {
	what := "larger than"
	if size >= 0 {
		what = inBytes(size) + " is more than"
	}
	return fmt.Errorf("%s the limit of %s for one article (split it into articles)", what, inBytes(limit))
}

func textTooLarge(size int) error {
	return fmt.Errorf("a text of %d bytes is more than the limit of %d for one article (split it into articles)", size, MaxText)
}

func inBytes(n int64) string {
	if n >= 1e6 {
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	}
	return fmt.Sprintf("%d bytes", n)
}

// lines reads JSON lines. Blank lines are passed over, but counted.
func (r *reader) lines(br *bufio.Reader) {
	found := false
	for n := 1; ; n++ {
		line, tooLong, err := readLine(br, r.max)
		switch {
		case tooLong:
			found = true
			if !r.fail(n, tooLarge(-1, r.max)) {
				return
			}
		case len(bytes.TrimSpace(line)) > 0:
			found = true
			if !r.emit(n, JSON, line) {
				return
			}
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			r.fail(n, explain(err))
			return
		}
	}
	if !found {
		r.fail(0, errors.New("the file holds no JSON lines: it is empty or blank"))
	}
}

// readLine reads a line of at most limit bytes into memory of its own. A longer one is
// read to its end and dropped.
func readLine(br *bufio.Reader, limit int64) (line []byte, tooLong bool, err error) {
	for {
		part, err := br.ReadSlice('\n')
		if int64(len(line)+len(part)) > limit+1 {
			tooLong, line = true, nil
		}
		if !tooLong {
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return line, tooLong, err
		}
	}
}

// objects reads a JSON object, several, or an array of them, one value at a time.
func (r *reader) objects(br *bufio.Reader) {
	src := &budget{src: br, left: r.max, limit: r.max}
	dec := json.NewDecoder(src)
	array := firstByte(br) == '['
	if array {
		if _, err := dec.Token(); err != nil {
			r.fail(0, r.jsonError(dec, err))
			return
		}
	}
	many := array
	for n := 1; ; n++ {
		src.left = r.max
		if array && !dec.More() {
			r.endOfArray(dec, n)
			return
		}
		var raw json.RawMessage
		err := dec.Decode(&raw)
		if src.over {
			if !r.fail(n, err) {
				return
			}
			br = bufio.NewReader(io.MultiReader(dec.Buffered(), br))
			skipped, err := skipValue(br, array)
			if err != nil {
				r.fail(n, r.jsonError(dec, err))
				return
			}
			r.base += dec.InputOffset() + skipped
			src = &budget{src: br, left: r.max, limit: r.max}
			dec, many = r.resume(src, array), true
			continue
		}
		if err != nil {
			r.endOfObjects(dec, err, n)
			return
		}
		many = many || moreFollows(dec, br)
		record := n
		if !many {
			record = 0
		}
		if !r.emit(record, JSON, raw) {
			return
		}
	}
}

// resume makes a decoder of what follows a value that was passed over.
func (r *reader) resume(src io.Reader, array bool) *json.Decoder {
	if !array {
		return json.NewDecoder(src)
	}
	r.base-- // the bracket is not in the file
	dec := json.NewDecoder(io.MultiReader(strings.NewReader("["), src))
	_, _ = dec.Token() // cannot fail: the bracket
	return dec
}

// skipValue passes over a JSON value, keeping nothing of it, and over the comma after an
// element of an array. It counts the bytes.
func skipValue(br *bufio.Reader, array bool) (skipped int64, err error) {
	depth, inString := 0, false
	for {
		c, err := br.ReadByte()
		skipped++
		switch {
		case err != nil:
			return skipped, err
		case inString && c == '\\':
			_, _ = br.Discard(1) // at the end of the file the next read says so
			skipped++
		case c == '"':
			inString = !inString
		case inString:
		case c == '{' || c == '[':
			depth++
		case c == ',' && depth == 0:
			return skipped, nil
		case c == ']' && depth == 0: // of the array
			return skipped - 1, br.UnreadByte()
		case c == '}' || c == ']':
			if depth--; depth == 0 && !array {
				return skipped, nil
			}
		}
	}
}

// endOfObjects reports what keeps the value numbered n from being read, unless it is
// the end of a file that had one.
func (r *reader) endOfObjects(dec *json.Decoder, err error, n int) {
	switch {
	case err != io.EOF:
		r.fail(n, r.jsonError(dec, err))
	case n == 1:
		r.fail(0, errors.New("the file is empty"))
	}
}

// endOfArray reports an array that is empty or does not end. n is the number the next
// element would have had.
func (r *reader) endOfArray(dec *json.Decoder, n int) {
	if _, err := dec.Token(); err != nil {
		r.fail(n, r.jsonError(dec, err))
	} else if n == 1 {
		r.fail(0, errors.New("the array is empty: it holds no articles"))
	}
}

// moreFollows tells whether anything but space comes after the first value.
func moreFollows(dec *json.Decoder, br *bufio.Reader) bool {
	rest, _ := io.ReadAll(dec.Buffered())
	if len(bytes.TrimSpace(rest)) > 0 {
		return true
	}
	return firstByte(br) != 0
}

// firstByte looks at the next byte that is not a space, within what a buffer holds.
func firstByte(br *bufio.Reader) byte {
	for n := 16; n <= br.Size(); n *= 4 {
		head, err := br.Peek(n)
		if head = bytes.TrimSpace(head); len(head) > 0 {
			return head[0]
		}
		if err != nil {
			break
		}
	}
	return 0
}

// A budget is a reader that gives out no more than left bytes, so that one value
// cannot fill the memory.
type budget struct {
	src         io.Reader
	left, limit int64
	over        bool // more was asked for
}

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		b.over = true
		return 0, tooLarge(-1, b.limit)
	}
	if int64(len(p)) > b.left {
		p = p[:b.left]
	}
	n, err := b.src.Read(p)
	b.left -= int64(n)
	return n, err
}

// jsonError explains what keeps a decoder from reading on. A syntax error's own offset
// leaves out what stands between values; the decoder's is right.
func (r *reader) jsonError(dec *json.Decoder, err error) error {
	if se := (*json.SyntaxError)(nil); errors.As(err, &se) {
		return fmt.Errorf("after byte %d: %w (the rest of the file is not read)", r.base+dec.InputOffset(), err)
	}
	if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the JSON ends in the middle (is the file complete?)")
	}
	return explain(err)
}

const (
	sniffLen      = 1024
	byteOrderMark = "\uFEFF"
)

// sniff guesses a format from the first bytes of an input. What begins with a brace is
// taken for JSON lines if its first line is complete, else for JSON.
func sniff(head []byte) Format {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte(byteOrderMark)))
	switch {
	case len(head) == 0:
		return Text
	case head[0] == '{':
		line, _, _ := bytes.Cut(head, []byte("\n"))
		if line = bytes.TrimSpace(line); len(line) == len(head) && len(head) >= sniffLen/2 || json.Valid(line) {
			return Lines
		}
		return JSON
	case head[0] == '[' && looksLikeArray(head):
		return JSON
	case isHTML(head):
		return HTML
	}
	return Text
}

func looksLikeArray(head []byte) bool {
	rest := bytes.TrimSpace(head[1:])
	return len(rest) > 0 && (rest[0] == '{' || rest[0] == ']')
}

// isHTML tells whether text begins as web pages do.
func isHTML(head []byte) bool {
	if head[0] != '<' {
		return false
	}
	low := bytes.ToLower(head)
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<p ", "<h1", "<!--", "<?xml", "<title", "<meta"} {
		if bytes.HasPrefix(low, []byte(tag)) {
			return true
		}
	}
	return false
}
