//go:build linux || darwin || freebsd

package badgerkv

import "syscall"

// statfs returns how many bytes a user may still write on a directory's file system.
func statfs(dir string) (uint64, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return 0, err
	}
	return uint64(max(0, s.Bavail)) * uint64(s.Bsize), nil
}
