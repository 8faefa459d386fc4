//go:build !unix

package bench

import "io/fs"

// allocated returns the bytes that a file takes on disk, as far as they can be told.
func allocated(info fs.FileInfo) int64 { return info.Size() }
