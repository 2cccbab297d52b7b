package os

import (
	"internal/host"
	"io"
	"io/fs"
	"sort"
	"syscall"
	"time"
)

// Names of package fs.
type (
	FileMode = fs.FileMode
	FileInfo = fs.FileInfo
	DirEntry = fs.DirEntry
)

// The bits of a FileMode.
const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular
	ModeType       = fs.ModeType
	ModePerm       = fs.ModePerm
)

type fileStat struct {
	name string
	mode FileMode
	st   host.Stat
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return s.st.Size }
func (s *fileStat) Mode() FileMode     { return s.mode }
func (s *fileStat) ModTime() time.Time { return time.Unix(s.st.MtimeSec, s.st.MtimeNsec) }
func (s *fileStat) IsDir() bool        { return s.mode.IsDir() }
func (s *fileStat) Sys() any           { return &s.st }

// newFileInfo turns the system's mode word into Go's.
func newFileInfo(name string, st *host.Stat) FileInfo {
	s := &fileStat{name: name, st: *st}
	s.mode = FileMode(st.Mode & 0777)
	switch st.Mode & 0xF000 {
	case 0x6000:
		s.mode |= ModeDevice
	case 0x2000:
		s.mode |= ModeDevice | ModeCharDevice
	case 0x4000:
		s.mode |= ModeDir
	case 0x1000:
		s.mode |= ModeNamedPipe
	case 0xA000:
		s.mode |= ModeSymlink
	case 0xC000:
		s.mode |= ModeSocket
	}
	if st.Mode&0x400 != 0 {
		s.mode |= ModeSetgid
	}
	if st.Mode&0x800 != 0 {
		s.mode |= ModeSetuid
	}
	if st.Mode&0x200 != 0 {
		s.mode |= ModeSticky
	}
	return s
}

func basename(name string) string {
	for len(name) > 1 && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	for i := len(name) - 2; i >= 0; i-- {
		if name[i] == '/' {
			return name[i+1:]
		}
	}
	return name
}

// Stat describes a file; a link is followed.
func Stat(name string) (FileInfo, error) {
	st := new(host.Stat)
	if errno := host.StatFile(name, true, st); errno != 0 {
		return nil, pathError("stat", name, errno)
	}
	return newFileInfo(basename(name), st), nil
}

// Lstat describes a file; a link is not followed.
func Lstat(name string) (FileInfo, error) {
	st := new(host.Stat)
	if errno := host.StatFile(name, false, st); errno != 0 {
		return nil, pathError("lstat", name, errno)
	}
	return newFileInfo(basename(name), st), nil
}

// SameFile reports whether two descriptions are of one file.
func SameFile(a, b FileInfo) bool {
	x, ok1 := a.(*fileStat)
	y, ok2 := b.(*fileStat)
	return ok1 && ok2 && x.st.Dev == y.st.Dev && x.st.Ino == y.st.Ino
}

// Mkdir makes a folder.
func Mkdir(name string, perm FileMode) error {
	return pathError("mkdir", name, host.Mkdir(name, syscallMode(perm)))
}

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

// Remove removes a file or an empty folder.
func Remove(name string) error { return pathError("remove", name, host.Remove(name)) }

// RemoveAll removes path and all below it; it is no error if there is nothing.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	err := Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	info, serr := Lstat(path)
	if serr != nil {
		if IsNotExist(serr) {
			return nil
		}
		return serr
	}
	if !info.IsDir() {
		return err
	}
	names, rerr := readnames(path)
	if rerr != nil && !IsNotExist(rerr) {
		return rerr
	}
	for _, n := range names {
		if e := RemoveAll(path + "/" + n); e != nil {
			return e
		}
	}
	if err := Remove(path); err != nil && !IsNotExist(err) {
		return err
	}
	return nil
}

// Rename renames a file.
func Rename(oldpath, newpath string) error {
	if to, err := Lstat(newpath); err == nil && to.IsDir() {
		from, err := Lstat(oldpath)
		if e, ok := err.(*PathError); ok {
			return &LinkError{"rename", oldpath, newpath, e.Err}
		}
		if newpath == oldpath || !SameFile(from, to) {
			return &LinkError{"rename", oldpath, newpath, syscall.EEXIST}
		}
	}
	return linkError("rename", oldpath, newpath, host.Rename(oldpath, newpath))
}

// Symlink makes newname a symbolic link to oldname.
func Symlink(oldname, newname string) error {
	return linkError("symlink", oldname, newname, host.Symlink(oldname, newname))
}

// Link makes newname a second name of oldname.
func Link(oldname, newname string) error {
	return linkError("link", oldname, newname, host.Link(oldname, newname))
}

func linkError(op, a, b string, errno int) error {
	if errno == 0 {
		return nil
	}
	return &LinkError{op, a, b, syscall.Errno(errno)}
}

// Readlink returns what a symbolic link leads to.
func Readlink(name string) (string, error) {
	n, errno := host.Readlink(name)
	if errno != 0 {
		return "", pathError("readlink", name, errno)
	}
	return taken(n), nil
}

func taken(n int) string {
	b := make([]byte, n)
	host.Take(b)
	return string(b)
}

// Chmod sets a file's permission bits.
func Chmod(name string, mode FileMode) error {
	return pathError("chmod", name, host.Chmod(name, syscallMode(mode)))
}

// syscallMode is the system's word for the permission bits of mode.
func syscallMode(mode FileMode) uint32 {
	bits := uint32(mode.Perm())
	if mode&ModeSetuid != 0 {
		bits |= 0x800
	}
	if mode&ModeSetgid != 0 {
		bits |= 0x400
	}
	if mode&ModeSticky != 0 {
		bits |= 0x200
	}
	return bits
}

// Chown sets a file's owner and group; a link is followed.
func Chown(name string, uid, gid int) error {
	return pathError("chown", name, host.Chown(name, uid, gid, true))
}

// Lchown sets a file's owner and group; a link is not followed.
func Lchown(name string, uid, gid int) error {
	return pathError("lchown", name, host.Chown(name, uid, gid, false))
}

// Chtimes sets a file's times.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	return pathError("chtimes", name, host.Chtimes(name, atime.UnixNano(), mtime.UnixNano()))
}

// Truncate sets a file's size.
func Truncate(name string, size int64) error {
	f, err := OpenFile(name, O_WRONLY, 0666)
	if err != nil {
		if e, ok := err.(*PathError); ok {
			e.Op = "truncate"
		}
		return err
	}
	defer f.Close()
	return f.Truncate(size)
}

// Chdir changes the working folder.
func Chdir(dir string) error { return pathError("chdir", dir, host.Chdir(dir)) }

// Getwd returns the working folder.
func Getwd() (string, error) {
	n, errno := host.Getwd()
	if errno != 0 {
		return "", NewSyscallError("getwd", syscall.Errno(errno))
	}
	return taken(n), nil
}

func readnames(dir string) ([]string, error) {
	n, errno := host.Readdir(dir)
	if errno != 0 {
		return nil, pathError("open", dir, errno)
	}
	all := taken(n)
	var names []string
	start := 0
	for i := 0; i < len(all); i++ {
		if all[i] == 0 {
			names = append(names, all[start:i])
			start = i + 1
		}
	}
	return names, nil
}

type dirEntry struct {
	folder string
	name   string
	mode   FileMode
}

func (d *dirEntry) Name() string            { return d.name }
func (d *dirEntry) IsDir() bool             { return d.mode.IsDir() }
func (d *dirEntry) Type() FileMode          { return d.mode }
func (d *dirEntry) Info() (FileInfo, error) { return Lstat(d.folder + "/" + d.name) }
func (d *dirEntry) String() string {
	if d.IsDir() {
		return "d " + d.name + "/"
	}
	return "- " + d.name
}

func entryOf(folder, name string) *dirEntry {
	d := &dirEntry{folder: folder, name: name}
	if info, err := Lstat(folder + "/" + name); err == nil {
		d.mode = info.Mode().Type()
	}
	return d
}

// ReadDir returns the entries of a folder by name.
func ReadDir(name string) ([]DirEntry, error) {
	names, err := readnames(name)
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	out := make([]DirEntry, len(names))
	for i, n := range names {
		out[i] = entryOf(name, n)
	}
	return out, nil
}

// batch takes up to n names (all, if n <= 0) of an open folder.
func (f *File) batch(n int) ([]string, error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	if !f.listed {
		names, err := readnames(f.name)
		if err != nil {
			return nil, err
		}
		f.names = names
		f.listed = true
	}
	if n <= 0 {
		names := f.names
		f.names = nil
		return names, nil
	}
	if len(f.names) == 0 {
		return nil, io.EOF
	}
	if n > len(f.names) {
		n = len(f.names)
	}
	names := f.names[:n]
	f.names = f.names[n:]
	return names, nil
}

// Readdirnames returns names in the folder.
func (f *File) Readdirnames(n int) (names []string, err error) { return f.batch(n) }

// ReadDir returns entries of the folder.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	names, err := f.batch(n)
	out := make([]DirEntry, 0, len(names))
	for _, s := range names {
		out = append(out, entryOf(f.name, s))
	}
	return out, err
}

// Readdir returns descriptions of the files in the folder.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	names, err := f.batch(n)
	out := make([]FileInfo, 0, len(names))
	for _, s := range names {
		if info, e := Lstat(f.name + "/" + s); e == nil {
			out = append(out, info)
		}
	}
	return out, err
}
