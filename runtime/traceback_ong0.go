//go:build !selftrace

package runtime

// writebufWhileDying: a fatal error goes to standard error, whatever the goroutine was printing to.
const writebufWhileDying = false

// callers fills pcbuf with the return pcs of the calls on the current goroutine's stack; frame 0 is its caller. The walk
// runs on g0, because it could not survive a growth of the stack that it looks at; pc and sp are taken right before.
func callers(skip int, pcbuf []uintptr) int {
	if len(pcbuf) == 0 {
		return 0
	}
	var n int
	gp := getg()
	p := &pcbuf[0]
	max := len(pcbuf)
	pc := getcallerpc()
	sp := getcallersp()
	systemstack(func() {
		n = gentraceback(pc, sp, 0, gp, skip, p, max, nil, nil, 0)
	})
	return n
}
