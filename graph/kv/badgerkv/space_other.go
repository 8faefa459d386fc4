//go:build !(linux || darwin || freebsd)

package badgerkv

import "errors"

// statfs is not known here: the store is not guarded against a full disk.
func statfs(string) (uint64, error) { return 0, errors.ErrUnsupported }
