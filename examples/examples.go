// Package examples holds a small sample: sixteen short articles about three invented
// affairs, as five invented outlets might have told them.
package examples

import "embed"

// Articles has the sample under its folder "articles".
//
//go:embed articles
var Articles embed.FS
