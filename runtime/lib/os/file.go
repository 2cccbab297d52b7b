// Package os is a program's way to its files, arguments and environment.
package os

import (
	"errors"
	"internal/host"
	"internal/poll"
	"io"
	"syscall"
	"time"
	"unsafe"
)

// Flags of OpenFile.
const (
	O_RDONLY int = syscall.O_RDONLY
	O_WRONLY int = syscall.O_WRONLY
	O_RDWR int = syscall.O_RDWR
	O_APPEND int = syscall.O_APPEND
	O_CREATE int = syscall.O_CREAT
	O_EXCL int = syscall.O_EXCL
	O_SYNC int = syscall.O_SYNC
	O_TRUNC int = syscall.O_TRUNC
)

// Where Seek counts from.
const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

// What names are made of.
const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

// IsPathSeparator reports whether c is a slash.
func IsPathSeparator(c uint8) bool { return c == '/' }

// A File is an open file.
type File struct {
	pfd     poll.FD
	name    string
	append  bool
	opened  bool // by this package: not a descriptor that somebody else made
	entries []*dirent // of a folder: what ReadDir has still to give
	listed  bool
}

// The standard files.
var (
	Stdin  = &File{pfd: poll.FD{Sysfd: 0}, name: "/dev/stdin"}
	Stdout = &File{pfd: poll.FD{Sysfd: 1}, name: "/dev/stdout"}
	Stderr = &File{pfd: poll.FD{Sysfd: 2}, name: "/dev/stderr"}
)

// NewFile returns a File for a descriptor.
func NewFile(fd uintptr, name string) *File {
	if int(fd) < 0 {
		return nil
	}
	return &File{pfd: poll.FD{Sysfd: int(fd)}, name: name}
}

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create opens a file for reading and writing; it is made, or emptied if it exists.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

// OpenFile opens a file as flag says; perm is for one that is made.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd, errno := host.Open(name, flag, syscallMode(perm))
	if errno != 0 {
		return nil, pathError("open", name, errno)
	}
	return &File{pfd: poll.FD{Sysfd: fd}, name: name, opened: true, append: flag&O_APPEND != 0}, nil
}

// Name returns the name the file was opened by.
func (f *File) Name() string { return f.name }

// Fd returns the descriptor.
func (f *File) Fd() uintptr {
	if f == nil {
		return ^uintptr(0)
	}
	return uintptr(f.pfd.Sysfd)
}

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.pfd.Sysfd < 0 {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

// Close closes the file.
func (f *File) Close() error {
	if f == nil {
		return ErrInvalid
	}
	f.entries, f.listed = nil, false
	return f.wrapErr("close", f.pfd.Close())
}

// Read reads up to len(b) bytes; at the end of the file it answers 0, io.EOF.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	n, err = f.read(b)
	return n, f.wrapErr("read", err)
}

// wrapErr puts operation and name to an error; io.EOF stays what it is.
func (f *File) wrapErr(op string, err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	if err == poll.ErrFileClosing {
		err = ErrClosed
	}
	return &PathError{Op: op, Path: f.name, Err: err}
}

// ReadAt reads len(b) bytes from offset off.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errors.New("negative offset")}
	}
	for len(b) > 0 {
		m, errno := host.Pread(f.pfd.Sysfd, b, off)
		if errno != 0 {
			return n, pathError("read", f.name, errno)
		}
		if m == 0 {
			return n, io.EOF
		}
		n += m
		b = b[m:]
		off += int64(m)
	}
	return n, nil
}

// Write writes all of b.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	n, err = f.write(b)
	return n, f.wrapErr("write", err)
}

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// WriteAt writes b at offset off.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.append {
		return 0, errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errors.New("negative offset")}
	}
	for len(b) > 0 {
		m, errno := host.Pwrite(f.pfd.Sysfd, b, off)
		if errno != 0 {
			return n, pathError("write", f.name, errno)
		}
		n += m
		b = b[m:]
		off += int64(m)
	}
	return n, nil
}

// ReadFrom reads all of r into f.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	return io.Copy(onlyWriter{f}, r)
}

// WriteTo writes the rest of f to w.
func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	return io.Copy(w, onlyReader{f})
}

type onlyWriter struct{ w io.Writer }

func (o onlyWriter) Write(p []byte) (int, error) { return o.w.Write(p) }

type onlyReader struct{ r io.Reader }

func (o onlyReader) Read(p []byte) (int, error) { return o.r.Read(p) }

// Seek sets the place of the next read or write.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	f.entries, f.listed = nil, false
	ret, errno := host.Seek(f.pfd.Sysfd, offset, whence)
	return ret, pathError("seek", f.name, errno)
}

// Truncate sets the file's size.
func (f *File) Truncate(size int64) error {
	if err := f.check("truncate"); err != nil {
		return err
	}
	return pathError("truncate", f.name, host.Truncate(f.pfd.Sysfd, size))
}

// Sync writes what the system holds back to the disk.
func (f *File) Sync() error {
	if err := f.check("sync"); err != nil {
		return err
	}
	return pathError("sync", f.name, host.Sync(f.pfd.Sysfd))
}

// Stat describes the file.
func (f *File) Stat() (FileInfo, error) {
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	st := new(host.Stat)
	if errno := host.Fstat(f.pfd.Sysfd, st); errno != 0 {
		return nil, pathError("stat", f.name, errno)
	}
	return newFileInfo(basename(f.name), st), nil
}

// Chmod sets the permission bits.
func (f *File) Chmod(mode FileMode) error {
	if err := f.check("chmod"); err != nil {
		return err
	}
	return pathError("chmod", f.name, host.Fchmod(f.pfd.Sysfd, syscallMode(mode)))
}

// Chown sets the file's owner and group.
func (f *File) Chown(uid, gid int) error {
	if err := f.check("chown"); err != nil {
		return err
	}
	return pathError("chown", f.name, host.Fchown(f.pfd.Sysfd, uid, gid))
}

// Chdir makes the folder the working folder.
func (f *File) Chdir() error {
	if err := f.check("chdir"); err != nil {
		return err
	}
	return pathError("chdir", f.name, host.Fchdir(f.pfd.Sysfd))
}

// SetDeadline makes reads and writes of a pipe fail with ErrDeadlineExceeded after t; the zero time: never.
func (f *File) SetDeadline(t time.Time) error { return f.setDeadline((*poll.FD).SetDeadline, t) }

// SetReadDeadline makes reads of a pipe fail after t.
func (f *File) SetReadDeadline(t time.Time) error {
	return f.setDeadline((*poll.FD).SetReadDeadline, t)
}

// SetWriteDeadline makes writes to a pipe fail after t.
func (f *File) SetWriteDeadline(t time.Time) error {
	return f.setDeadline((*poll.FD).SetWriteDeadline, t)
}

func (f *File) setDeadline(set func(*poll.FD, time.Time) error, t time.Time) error {
	if f == nil {
		return ErrInvalid
	}
	if f.pfd.Sysfd >= 0 {
		if st, err := f.Stat(); !f.opened || err != nil || st.Mode()&ModeNamedPipe == 0 {
			return ErrNoDeadline
		}
	}
	return set(&f.pfd, t)
}

// Pipe returns two connected files.
func Pipe() (r *File, w *File, err error) {
	a, b, errno := host.Pipe()
	if errno != 0 {
		return nil, nil, NewSyscallError("pipe2", syscall.Errno(errno))
	}
	return &File{pfd: poll.FD{Sysfd: a}, name: "|0", opened: true}, &File{pfd: poll.FD{Sysfd: b}, name: "|1", opened: true}, nil
}

// ReadFile returns the content of a file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := 0
	if info, err := f.Stat(); err == nil && info.Size() < 1<<40 {
		size = int(info.Size())
	}
	size++
	if size < 512 {
		size = 512
	}
	data := make([]byte, 0, size)
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return data, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
}

// WriteFile makes a file with the content data.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err1 := f.Close(); err1 != nil && err == nil {
		err = err1
	}
	return err
}
