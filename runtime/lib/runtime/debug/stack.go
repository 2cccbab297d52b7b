package debug

import (
	"internal/host"
	"os"
	"runtime"
	"syscall"
	_ "unsafe" // for go:linkname
)

// PrintStack prints the stack of the calling goroutine to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// Stack returns a formatted stack trace of the goroutine that calls it.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// CrashOptions say how SetCrashOutput writes; there are none so far.
type CrashOptions struct{}

//go:linkname setCrashFD runtime.setCrashFD
func setCrashFD(fd int) int

// SetCrashOutput makes f a second place, besides standard error, for what a program prints that ends by a panic or a
// fatal error; a nil f ends that. The program may close f afterwards.
func SetCrashOutput(f *os.File, opts CrashOptions) error {
	fd := -1
	if f != nil {
		copied, errno := host.Dup(int(f.Fd()))
		if errno != 0 {
			return syscall.Errno(errno)
		}
		fd = copied
	}
	if before := setCrashFD(fd); before >= 0 {
		host.Close(before)
	}
	return nil
}
