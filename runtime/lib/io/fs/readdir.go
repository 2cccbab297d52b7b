package fs

import (
	"errors"
	"sort"
)

// A ReadDirFS is an FS with a quicker way to a folder's entries.
type ReadDirFS interface {
	FS

	// ReadDir returns the entries of a folder by name.
	ReadDir(name string) ([]DirEntry, error)
}

// ReadDir returns the entries of a folder by name.
func ReadDir(fsys FS, name string) ([]DirEntry, error) {
	if own, ok := fsys.(ReadDirFS); ok {
		return own.ReadDir(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	folder, ok := file.(ReadDirFile)
	if !ok {
		return nil, &PathError{Op: "readdir", Path: name, Err: errors.New("not implemented")}
	}
	list, err := folder.ReadDir(-1)
	sort.Slice(list, func(i, j int) bool { return list[i].Name() < list[j].Name() })
	return list, err
}

// dirInfo is a FileInfo as a DirEntry.
type dirInfo struct{ info FileInfo }

func (d dirInfo) Name() string            { return d.info.Name() }
func (d dirInfo) IsDir() bool             { return d.info.IsDir() }
func (d dirInfo) Type() FileMode          { return d.info.Mode().Type() }
func (d dirInfo) Info() (FileInfo, error) { return d.info, nil }
func (d dirInfo) String() string          { return FormatDirEntry(d) }

// FileInfoToDirEntry returns info as a DirEntry.
func FileInfoToDirEntry(info FileInfo) DirEntry {
	if info == nil {
		return nil
	}
	return dirInfo{info}
}
