package nlp

import "strings"

// maxLocal is the longest part of an e-mail address before its @ (RFC 5321).
const maxLocal = 64

// longestDomain is the longest domain name (RFC 1035).
const longestDomain = 253

// address returns the end of the URL, e-mail address or file name at byte i, or 0.
func (t *tokenizer) address(i int) int {
	j := i
	for j < t.end && j-i <= maxLocal && isLocal(t.text[j]) {
		j++
	}
	switch {
	case j == i:
		return 0
	case strings.HasPrefix(t.text[j:t.end], "://") || strings.HasPrefix(t.text[j:t.end], ":") && t.text[i:j] == "mailto",
		strings.HasPrefix(t.text[i:j], "www."):
		return t.trimAddress(i, t.end)
	case t.at(j) == '@' && t.isWord(j+1):
		return t.mailEnd(i, j+1)
	}
	if end := t.domainEnd(i); end > i {
		if t.at(end) == '/' {
			return t.trimAddress(i, t.end)
		}
		return end
	}
	return 0
}

// isLocal reports whether c may stand before the @ of an e-mail address.
func isLocal(c byte) bool {
	return isASCIILetter(c) || isDigit(c) || strings.IndexByte("._%+-", c) >= 0
}

// mailEnd returns the end of an address whose domain starts at byte j.
func (t *tokenizer) mailEnd(i, j int) int {
	for j < t.end && (isASCIILetter(t.text[j]) || isDigit(t.text[j]) || t.text[j] == '.' || t.text[j] == '-') {
		j++
	}
	return t.trimAddress(i, j)
}

// trimAddress returns the end of the address without the marks of the sentence after it.
func (t *tokenizer) trimAddress(i, end int) int {
	for end > i {
		c := t.text[end-1]
		if strings.IndexByte(".,;:!?'\"]}>", c) < 0 && (c != ')' || strings.IndexByte(t.text[i:end], '(') >= 0) {
			break
		}
		end--
	}
	for _, closer := range []string{"”", "’", "»"} {
		end = i + len(strings.TrimSuffix(t.text[i:end], closer))
	}
	return end
}

// domainEnd returns the end of the bare domain or file name at byte i, or 0: labels
// joined by periods, of which the last is a top-level domain or a file's extension.
func (t *tokenizer) domainEnd(i int) int {
	label, j := i, i
	labels := 0
	for {
		for j < t.end && j-i <= longestDomain && (isASCIILetter(t.text[j]) || isDigit(t.text[j]) || t.text[j] == '-' || t.text[j] == '_') {
			j++
		}
		if j-i > longestDomain || j == label {
			return 0
		}
		labels++
		if t.at(j) != '.' || !t.isWord(j+1) {
			break
		}
		label = j + 1
		j = label
	}
	if labels > 1 && isDomainEnd(t.text[label:j], labels) {
		return j
	}
	return 0
}
