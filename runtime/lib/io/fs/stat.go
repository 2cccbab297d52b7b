package fs

// A StatFS is an FS with a quicker way to a file's description.
type StatFS interface {
	FS

	// Stat describes a file; its errors are *PathErrors.
	Stat(name string) (FileInfo, error)
}

// Stat describes a file.
func Stat(fsys FS, name string) (FileInfo, error) {
	if own, ok := fsys.(StatFS); ok {
		return own.Stat(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return file.Stat()
}
