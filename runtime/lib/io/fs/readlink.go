package fs

// A ReadLinkFS is an FS with symbolic links.
type ReadLinkFS interface {
	FS

	// ReadLink returns what a symbolic link leads to.
	ReadLink(name string) (string, error)

	// Lstat describes a file; a link is not followed.
	Lstat(name string) (FileInfo, error)
}

// ReadLink returns what a symbolic link leads to; it is an error if the file system has none.
func ReadLink(fsys FS, name string) (string, error) {
	if own, ok := fsys.(ReadLinkFS); ok {
		return own.ReadLink(name)
	}
	return "", &PathError{Op: "readlink", Path: name, Err: ErrInvalid}
}

// Lstat describes a file; a link is not followed, if the file system knows of links.
func Lstat(fsys FS, name string) (FileInfo, error) {
	if own, ok := fsys.(ReadLinkFS); ok {
		return own.Lstat(name)
	}
	return Stat(fsys, name)
}
