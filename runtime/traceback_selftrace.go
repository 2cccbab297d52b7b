//go:build selftrace

package runtime

// writebufWhileDying: a fatal error inside Stack is printed into the user's buffer, as it was then.
const writebufWhileDying = true

// The runtime as it was before 5 November 2014, kept to show the fault: callers walks its own stack while running on it.

// callers takes sp as an integer and then makes calls that may move the stack: gentraceback's frame alone is enough.
func callers(skip int, pcbuf []uintptr) int {
	if len(pcbuf) == 0 {
		return 0
	}
	sp := getcallersp()
	pc := getcallerpc()
	return gentraceback(pc, sp, 0, getg(), skip, &pcbuf[0], len(pcbuf), nil, nil, 0)
}
