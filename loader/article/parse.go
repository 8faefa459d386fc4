package article

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"
)

// Parse reads the article of an input. It depends on the input alone, changes nothing
// and may run on many goroutines. Its errors are InputErrors.
//
// What the publisher's fields leave open is looked for in the text, where it states
// it: the title above the story, a byline, an outlet, the date beside them.
func Parse(in Input) (Article, error) {
	a, err := parse(in)
	if err == nil {
		err = checkText(a.Text)
	}
	if err != nil {
		return Article{}, &InputError{Source: in.Source, Record: in.Record, Err: err}
	}
	a.Origin, a.Source = in.Origin, in.Source
	if in.Record > 0 {
		a.Source += "#" + strconv.Itoa(in.Record)
	}
	setKey(&a, in)
	annotate(&a)
	if a.Language == "" {
		a.Language = detectLanguage(a.Text)
	}
	return a, nil
}

func parse(in Input) (Article, error) {
	switch in.Format {
	case HTML:
		if err := checkBinary(in.Bytes); err != nil {
			return Article{}, err
		}
		return parseHTML(in.Bytes)
	case JSON:
		return parseRecord(in.Bytes)
	}
	if len(in.Bytes) > MaxText {
		return Article{}, textTooLarge(len(in.Bytes))
	}
	if err := checkBinary(in.Bytes); err != nil {
		return Article{}, err
	}
	if err := checkUTF8(in.Bytes); err != nil {
		return Article{}, err
	}
	return Article{Text: string(in.Bytes)}, nil
}

// setKey gives a its identity: the record's id, its canonical URL, its path. Standard
// input has no path; there the bytes themselves are the identity, so that two unrelated
// inputs never replace one another.
func setKey(a *Article, in Input) {
	switch {
	case a.Key != "":
	case a.URL != "" && CanonicalURL(a.URL) != "":
		a.Key = CanonicalURL(a.URL)
	case in.Origin == "":
		sum := sha256.Sum256(in.Bytes)
		a.Key = in.key + "-" + hex.EncodeToString(sum[:8])
	default:
		a.Key, a.PathKey = in.key, true
		if in.Record > 0 {
			a.Key += "#" + strconv.Itoa(in.Record)
		}
	}
}

func checkText(text string) error {
	if len(text) > MaxText {
		return textTooLarge(len(text))
	}
	if i := strings.IndexByte(text, 0); i >= 0 {
		return fmt.Errorf("the text holds a NUL byte at byte %d (remove it)", i)
	}
	if strings.IndexFunc(text, visible) < 0 {
		return errors.New("no text: there is nothing but white space")
	}
	return nil
}

// visible tells whether r shows: it is neither space nor a mark of no width.
func visible(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && r != utf8.RuneError
}

// checkBinary refuses what is not text. UTF-16 has a message of its own: it is text,
// only not in the encoding that is read.
func checkBinary(b []byte) error {
	if bytes.HasPrefix(b, []byte("\xFF\xFE")) || bytes.HasPrefix(b, []byte("\xFE\xFF")) {
		return errors.New("the text is UTF-16 (convert it: iconv -f UTF-16 -t UTF-8)")
	}
	nul := bytes.IndexByte(b, 0)
	kind, _, _ := strings.Cut(http.DetectContentType(b), ";")
	if nul < 0 && (strings.HasPrefix(kind, "text/") || kind == "application/octet-stream") {
		return nil
	}
	if kind != "application/octet-stream" && !strings.HasPrefix(kind, "text/") {
		return fmt.Errorf("not text but %s (extract its text first)", kind)
	}
	return fmt.Errorf("not text: a NUL byte at byte %d (is it a binary file?)", nul)
}

func checkUTF8(b []byte) error {
	if utf8.Valid(b) {
		return nil
	}
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return fmt.Errorf("not UTF-8: byte 0x%02X at byte %d (convert it, for example: iconv -f WINDOWS-1252 -t UTF-8)", b[i], i)
		}
		i += size
	}
	return nil
}

// languageSample is how many bytes of a text are enough to tell its language.
const languageSample = 1024

// detectLanguage guesses the language of a text, or "" if it is not clear.
func detectLanguage(text string) string {
	if len(text) > languageSample {
		text = strings.ToValidUTF8(text[:languageSample], "")
	}
	info := whatlanggo.Detect(text)
	if !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}
