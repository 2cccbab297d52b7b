package os

import (
	"internal/host"
	"internal/poll"
	"syscall"
)

// RemoveAll removes path and all below it; it is no error if there is nothing.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if basename(path) == "." && path[len(path)-1] == '.' {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	if err := Remove(path); err == nil || IsNotExist(err) {
		return nil
	}
	folder, base := splitPath(path)
	parent, err := Open(folder)
	if IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	defer parent.Close()
	return within(folder, removeAllFrom(parent.pfd.Sysfd, base))
}

// splitPath splits a path into its parent, "." if it names none, and its last element.
func splitPath(path string) (folder, base string) {
	for len(path) > 1 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	base = basename(path)
	switch folder = path[:len(path)-len(base)]; {
	case folder == "":
		folder = "."
	case len(folder) > 1:
		folder = folder[:len(folder)-1]
	}
	return folder, base
}

// within puts a folder before the path of an error.
func within(folder string, err error) error {
	if e, ok := err.(*PathError); ok {
		e.Path = folder + "/" + e.Path
	}
	return err
}

// removeAllFrom removes the file base of an open folder, a folder after all that is in it. No path that it uses is
// longer than a name, and nobody can lead it elsewhere by moving the folders. It answers the first error.
func removeAllFrom(parent int, base string) error {
	errno := host.Unlinkat(parent, base, false)
	switch err := syscall.Errno(errno); err {
	case 0, syscall.ENOENT:
		return nil
	case syscall.EISDIR, syscall.EPERM, syscall.EACCES:
	default:
		return pathError("unlinkat", base, errno)
	}
	first, gone := emptyFolder(parent, base, errno)
	if gone {
		return first
	}
	errno = host.Unlinkat(parent, base, true)
	if errno == 0 || syscall.Errno(errno) == syscall.ENOENT {
		return nil
	}
	if first != nil {
		return first
	}
	return pathError("unlinkat", base, errno)
}

// emptyFolder removes what is in the folder base of an open folder. done says that base itself needs not, or cannot, be
// removed any more; unlinking is the error of the attempt to unlink it, which counts if it is no folder at all.
func emptyFolder(parent int, base string, unlinking int) (err error, done bool) {
	fd, errno := host.Openat(parent, base, syscall.O_RDONLY|syscall.O_DIRECTORY|syscall.O_NOFOLLOW)
	switch syscall.Errno(errno) {
	case 0:
	case syscall.ENOENT:
		return nil, true
	case syscall.ENOTDIR:
		return pathError("unlinkat", base, unlinking), true
	default:
		return pathError("openfdat", base, errno), false
	}
	folder := &File{pfd: poll.FD{Sysfd: fd}, name: base}
	defer folder.Close()
	names, rerr := folder.Readdirnames(-1)
	if rerr != nil {
		return &PathError{Op: "readdirnames", Path: base, Err: rerr}, true
	}
	for _, name := range names {
		if e := removeAllFrom(fd, name); e != nil && err == nil {
			err = within(base, e)
		}
	}
	return err, false
}
