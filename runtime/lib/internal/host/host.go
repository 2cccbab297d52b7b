// Package host declares what the host does for package os: each function is a native. An
// errno of 0 means success. No native waits: one that would answers EAGAIN (11), and the
// caller parks in runtime_pollWait of internal/poll until the file is ready.
package host

func Open(name string, flag int, perm uint32) (fd int, errno int)
func Close(fd int) (errno int)
func Dup(fd int) (copied int, errno int)
func Read(fd int, p []byte) (n int, errno int)
func Write(fd int, p []byte) (n int, errno int)
func Pread(fd int, p []byte, off int64) (n int, errno int)
func Pwrite(fd int, p []byte, off int64) (n int, errno int)
func Seek(fd int, off int64, whence int) (pos int64, errno int)
func Truncate(fd int, size int64) (errno int)
func Sync(fd int) (errno int)
func Fchdir(fd int) (errno int)
func Fchmod(fd int, perm uint32) (errno int)
func Fchown(fd, uid, gid int) (errno int)
func Pipe() (r, w int, errno int)
func Isatty(fd int) bool

// A Stat is what Stat, Lstat and Fstat fill in: the st_mode word and times in seconds and
// nanoseconds.
type Stat struct {
	Dev, Ino, Mode, Nlink, Uid, Gid, Size int64
	MtimeSec, MtimeNsec                   int64
}

func StatFile(name string, follow bool, st *Stat) (errno int)
func Fstat(fd int, st *Stat) (errno int)

func Mkdir(name string, perm uint32) (errno int)
func Remove(name string) (errno int)

// Openat and Unlinkat are about a file in an open folder; Unlinkat removes a folder if that is set, else anything else.
func Openat(folder int, name string, flag int) (fd int, errno int)
func Unlinkat(folder int, name string, isFolder bool) (errno int)

func Rename(from, to string) (errno int)
func Chmod(name string, perm uint32) (errno int)
func Symlink(from, to string) (errno int)
func Link(from, to string) (errno int)
func Chown(name string, uid, gid int, follow bool) (errno int)
func Chdir(name string) (errno int)
func Chtimes(name string, atime, mtime int64) (errno int)

// OmitTime is a time that Chtimes does not set.
const OmitTime = -1 << 63

// Texts come in two steps: a call that makes the host keep a text and answers its length,
// then Take, which copies it.

func Readlink(name string) (n int, errno int)
func Getwd() (n int, errno int)
func Hostname() (n int, errno int)

// Readdir keeps the names in the open folder fd, each after a letter for its type ('A' and the four bits that the
// type has in the word st_mode) and before a NUL.
func Readdir(fd int) (n int, errno int)

// Getgroups keeps the numbers of the user's groups, a blank before each.
func Getgroups() (n int)
func Take(p []byte)

func Getpid() int
func Getppid() int
func Getuid() int
func Geteuid() int
func Getgid() int
func Getegid() int

// Wake ends the waits for fd, which is being closed.
func Wake(fd int)

// Exit ends the program after what the runtime does at exit.
func Exit(code int)
