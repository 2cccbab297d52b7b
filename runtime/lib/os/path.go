package os

import (
	"internal/host"
	"syscall"
)

// MkdirAll makes a folder with those above it.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	i := len(path)
	for i > 0 && path[i-1] == '/' {
		i--
	}
	for i > 0 && path[i-1] != '/' {
		i--
	}
	if i > 1 {
		if err := MkdirAll(path[:i-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		if info, err1 := Lstat(path); err1 == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// RemoveAll removes path and all below it; it is no error if there is nothing.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if base := basename(path); base == "." && path[len(path)-1] == '.' {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	if err := Remove(path); err == nil || IsNotExist(err) {
		return nil
	}
	return removeAllFrom(inParent(path))
}

// inParent is the path with which RemoveAll names a file in its errors: it removes it from an opened folder.
func inParent(path string) string {
	for len(path) > 1 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	base := basename(path)
	parent := path[:len(path)-len(base)]
	switch {
	case parent == "":
		parent = "."
	case len(parent) > 1:
		parent = parent[:len(parent)-1]
	}
	return parent + "/" + base
}

// removeAllFrom removes a file, or a folder after all that is in it; it answers the first error.
func removeAllFrom(path string) error {
	err := unlinkError(path, host.Remove(path))
	if err == nil || IsNotExist(err) {
		return nil
	}
	info, serr := Lstat(path)
	if serr != nil || !info.IsDir() {
		return err
	}
	f, oerr := openDir(path)
	if IsNotExist(oerr) {
		return nil
	}
	var first error
	if oerr != nil {
		first = &PathError{Op: "openfdat", Path: path, Err: oerr.(*PathError).Err}
	} else {
		names, rerr := f.Readdirnames(-1)
		f.Close()
		if rerr != nil {
			return &PathError{Op: "readdirnames", Path: path, Err: rerr}
		}
		for _, name := range names {
			if err := removeAllFrom(path + "/" + name); first == nil {
				first = err
			}
		}
	}
	err = unlinkError(path, host.Remove(path))
	if err == nil || IsNotExist(err) {
		return nil
	}
	if first != nil {
		return first
	}
	return err
}

// unlinkError is nil for errno 0.
func unlinkError(path string, errno int) error { return pathError("unlinkat", path, errno) }
