package runtime

import _ "unsafe" // for go:linkname

// Waiting for files: a goroutine whose read or write would wait parks here, and the scheduler, when it has nothing to
// run and now and then, asks the host which files have become ready.

type pollDesc struct {
	next  *pollDesc
	gp    *g
	token int // 2*fd, plus 1 for writing
}

var pollwaiting *pollDesc

// pollregister tells the host that somebody waits for a token; pollready answers a token that is ready, which is then no
// longer registered, or -1. Who stops waiting leaves his token registered: when it is ready, nobody is found.
func pollregister(token int)
func pollready() int

// pollcheck makes the goroutines runnable whose files are ready.
func pollcheck() {
	for pollwaiting != nil {
		token := pollready()
		if token < 0 {
			return
		}
		prev := &pollwaiting
		for d := pollwaiting; d != nil; d = d.next {
			if d.token == token {
				*prev = d.next
				goready(d.gp, 0)
			} else {
				prev = &d.next
			}
		}
	}
}

//go:linkname poll_runtime_pollWait internal/poll.runtime_pollWait
func poll_runtime_pollWait(fd int, mode int) {
	d := &pollDesc{gp: getg(), token: 2 * fd, next: pollwaiting}
	if mode == 'w' {
		d.token++
	}
	pollwaiting = d
	pollregister(d.token)
	gopark(nil, nil, waitReasonIOWait, 2)
}

// host_Wake makes the goroutines runnable that wait for fd, which is being closed, or whose deadline has come.
//
//go:linkname host_Wake internal/host.Wake
func host_Wake(fd int) {
	prev := &pollwaiting
	for d := pollwaiting; d != nil; d = d.next {
		if d.token>>1 == fd {
			*prev = d.next
			goready(d.gp, 0)
		} else {
			prev = &d.next
		}
	}
}

//go:linkname host_Exit internal/host.Exit
func host_Exit(code int) { exit(int32(code)) }
