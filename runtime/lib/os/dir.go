package os

import (
	"internal/host"
	"internal/poll"
	"io"
	"io/fs"
	"sort"
	"syscall"
)

// A DirEntry is a name in a folder.
type DirEntry = fs.DirEntry

// dirent is a name in a folder as the system gives it, with the file type it knows.
type dirent struct {
	parent string
	name   string
	typ    FileMode
}

func (d *dirent) Name() string            { return d.name }
func (d *dirent) IsDir() bool             { return d.typ.IsDir() }
func (d *dirent) Type() FileMode          { return d.typ }
func (d *dirent) Info() (FileInfo, error) { return Lstat(d.parent + "/" + d.name) }
func (d *dirent) String() string          { return fs.FormatDirEntry(d) }

// openDir opens a folder; it is an error if name is anything else.
func openDir(name string) (*File, error) { return OpenFile(name, O_RDONLY|syscall.O_DIRECTORY, 0) }

// ReadDir returns the entries of a folder by name.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := openDir(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, err := f.ReadDir(-1)
	sort.Slice(list, func(i, j int) bool { return list[i].Name() < list[j].Name() })
	return list, err
}

// batch takes the next n entries (all, if n <= 0) of an open folder.
func (f *File) batch(n int) ([]*dirent, error) {
	if f == nil {
		return nil, ErrInvalid
	}
	if !f.listed {
		if err := f.list(); err != nil {
			return nil, err
		}
	}
	if n <= 0 || n > len(f.entries) {
		if n > 0 && len(f.entries) == 0 {
			return nil, io.EOF
		}
		n = len(f.entries)
	}
	next := f.entries[:n]
	f.entries = f.entries[n:]
	return next, nil
}

// list reads all entries of an open folder.
func (f *File) list() error {
	if f.pfd.Sysfd < 0 {
		return &PathError{Op: "readdirent", Path: f.name, Err: poll.ErrFileClosing}
	}
	n, errno := host.Readdir(f.pfd.Sysfd)
	if errno != 0 {
		return pathError("readdirent", f.name, errno)
	}
	all := taken(n)
	for start, i := 0, 0; i < len(all); i++ {
		if all[i] == 0 {
			typ := typeBits(int64(all[start]-'A') << 12)
			f.entries = append(f.entries, &dirent{f.name, all[start+1 : i], typ})
			start = i + 1
		}
	}
	f.listed = true
	return nil
}

// Readdirnames returns names in the folder.
func (f *File) Readdirnames(n int) (names []string, err error) {
	entries, err := f.batch(n)
	names = make([]string, len(entries))
	for i, d := range entries {
		names[i] = d.name
	}
	return names, err
}

// ReadDir returns entries of the folder.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	entries, err := f.batch(n)
	list := make([]DirEntry, len(entries))
	for i, d := range entries {
		list[i] = d
	}
	return list, err
}

// Readdir returns descriptions of the files in the folder; one that has gone is passed over.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	entries, err := f.batch(n)
	infos := make([]FileInfo, 0, len(entries))
	for _, d := range entries {
		info, err := d.Info()
		if IsNotExist(err) {
			continue
		}
		if err != nil {
			return infos, err
		}
		infos = append(infos, info)
	}
	return infos, err
}

// CopyFS copies the files of fsys, with their permissions, into dir; a file that is there
// already is an error.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		local, err := localize(path)
		if err != nil {
			return err
		}
		to := joinPath(dir, local)
		switch d.Type() {
		case 0:
			return copyFile(to, fsys, path)
		case ModeDir:
			return MkdirAll(to, 0777)
		case ModeSymlink:
			target, err := fs.ReadLink(fsys, path)
			if err != nil {
				return err
			}
			return Symlink(target, to)
		}
		return &PathError{Op: "CopyFS", Path: path, Err: ErrInvalid}
	})
}

// copyFile copies the file path of fsys to the new file to.
func copyFile(to string, fsys fs.FS, path string) error {
	r, err := fsys.Open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	info, err := r.Stat()
	if err != nil {
		return err
	}
	w, err := OpenFile(to, O_CREATE|O_EXCL|O_WRONLY, 0666|info.Mode().Perm())
	if err != nil {
		return err
	}
	if _, err := io.Copy(w, r); err != nil {
		w.Close()
		return &PathError{Op: "Copy", Path: to, Err: err}
	}
	return w.Close()
}
