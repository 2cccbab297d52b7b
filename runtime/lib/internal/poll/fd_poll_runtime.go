package poll

import (
	"internal/host"
	"time"
)

// pollDesc is where goroutines wait for a descriptor, and until when.
type pollDesc struct {
	rd, wd deadline
}

// deadline is the time after which reads or writes fail; the timer wakes who waits then.
type deadline struct {
	when  time.Time // zero: never
	timer *time.Timer
}

// runtime_pollWait parks the goroutine until fd can be read (mode 'r') or written ('w').
func runtime_pollWait(fd int, mode int)

func (pd *pollDesc) wait(fd *FD, mode int) { runtime_pollWait(fd.Sysfd, mode) }

func (pd *pollDesc) waitRead(fd *FD) { pd.wait(fd, 'r') }

func (pd *pollDesc) waitWrite(fd *FD) { pd.wait(fd, 'w') }

func (d *deadline) passed() bool { return !d.when.IsZero() && !time.Now().Before(d.when) }

func (d *deadline) set(fd *FD, t time.Time) {
	if d.timer != nil {
		d.timer.Stop()
		d.timer = nil
	}
	d.when = t
	if !t.IsZero() {
		d.timer = time.AfterFunc(time.Until(t), func() { d.expire(fd) })
	}
}

// expire wakes who waits for fd; the wall clock, which deadlines may be given by, can be slower than the timer's.
func (d *deadline) expire(fd *FD) {
	if d.passed() {
		host.Wake(fd.Sysfd)
	} else {
		d.set(fd, d.when)
	}
}

// SetDeadline makes reads and writes fail after t.
func (fd *FD) SetDeadline(t time.Time) error { return fd.setDeadline(t, &fd.pd.rd, &fd.pd.wd) }

// SetReadDeadline makes reads fail after t.
func (fd *FD) SetReadDeadline(t time.Time) error { return fd.setDeadline(t, &fd.pd.rd) }

// SetWriteDeadline makes writes fail after t.
func (fd *FD) SetWriteDeadline(t time.Time) error { return fd.setDeadline(t, &fd.pd.wd) }

func (fd *FD) setDeadline(t time.Time, which ...*deadline) error {
	if fd.Sysfd < 0 {
		return ErrFileClosing
	}
	for _, d := range which {
		d.set(fd, t)
	}
	return nil
}
