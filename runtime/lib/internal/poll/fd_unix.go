// Package poll reads and writes files whose readiness a goroutine may have to wait for.
package poll

import (
	"errors"
	"internal/host"
	"io"
	"syscall"
	"time"
)

const eagain = syscall.Errno(11)

// ErrFileClosing is the error of an operation on a file that is, or is being, closed.
var ErrFileClosing = errors.New("use of closed file")

// DeadlineExceededError is the error of a read or write whose deadline has passed.
type DeadlineExceededError struct{}

func (*DeadlineExceededError) Error() string   { return "i/o timeout" }
func (*DeadlineExceededError) Timeout() bool   { return true }
func (*DeadlineExceededError) Temporary() bool { return true }

// ErrDeadlineExceeded is the one value of DeadlineExceededError.
var ErrDeadlineExceeded error = &DeadlineExceededError{}

// FD is a file descriptor; Sysfd is -1 once it is closed.
type FD struct {
	Sysfd int
	pd    pollDesc
}

// Read reads once, as soon as there is something; io.EOF when nothing will come.
func (fd *FD) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for fd.Sysfd >= 0 {
		if fd.pd.rd.passed() {
			return 0, ErrDeadlineExceeded
		}
		n, errno := host.Read(fd.Sysfd, p)
		switch err := syscall.Errno(errno); {
		case err == eagain:
			fd.pd.waitRead(fd)
		case err != 0:
			return 0, err
		case n == 0:
			return 0, io.EOF
		default:
			return n, nil
		}
	}
	return 0, ErrFileClosing
}

// Write writes all of p.
func (fd *FD) Write(p []byte) (nn int, err error) {
	for fd.Sysfd >= 0 {
		if fd.pd.wd.passed() {
			return nn, ErrDeadlineExceeded
		}
		n, errno := host.Write(fd.Sysfd, p[nn:])
		switch err := syscall.Errno(errno); {
		case err == eagain:
			fd.pd.waitWrite(fd)
		case err != 0:
			return nn, err
		default:
			nn += n
			if nn >= len(p) {
				return nn, nil
			}
		}
	}
	return nn, ErrFileClosing
}

// Close closes the descriptor; whoever waits for it goes on and finds it closed.
func (fd *FD) Close() error {
	if fd.Sysfd < 0 {
		return ErrFileClosing
	}
	fd.SetDeadline(time.Time{})
	was := fd.Sysfd
	fd.Sysfd = -1
	host.Wake(was)
	if errno := host.Close(was); errno != 0 {
		return syscall.Errno(errno)
	}
	return nil
}
