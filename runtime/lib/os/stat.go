package os

import (
	"internal/host"
	"io/fs"
	"syscall"
	"time"
)

// Names of package fs.
type (
	FileMode = fs.FileMode
	FileInfo = fs.FileInfo
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
	s.mode = FileMode(st.Mode&0777) | typeBits(st.Mode)
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

// typeBits turns the type in the system's mode word into Go's.
func typeBits(mode int64) FileMode {
	switch mode & 0xF000 {
	case 0x6000:
		return ModeDevice
	case 0x2000:
		return ModeDevice | ModeCharDevice
	case 0x4000:
		return ModeDir
	case 0x1000:
		return ModeNamedPipe
	case 0xA000:
		return ModeSymlink
	case 0xC000:
		return ModeSocket
	}
	return 0
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

// Remove removes a file or an empty folder.
func Remove(name string) error { return pathError("remove", name, host.Remove(name)) }

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

// Chtimes sets a file's times; a zero time leaves what the file has.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	return pathError("chtimes", name, host.Chtimes(name, hostTime(atime), hostTime(mtime)))
}

// hostTime is a time for host.Chtimes.
func hostTime(t time.Time) int64 {
	if t.IsZero() {
		return host.OmitTime
	}
	return t.UnixNano()
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
func Getwd() (dir string, err error) {
	n, errno := host.Getwd()
	if errno != 0 {
		return "", NewSyscallError("getwd", syscall.Errno(errno))
	}
	return taken(n), nil
}
