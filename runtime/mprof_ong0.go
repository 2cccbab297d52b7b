//go:build !selftrace

package runtime

import "unsafe"

// Whoever looks at the stack that he runs on takes pc and sp of his caller as late as possible and hands them to a
// closure that runs on g0, where no call can move that stack.

// GoroutineProfile returns n, the number of records in the active goroutine stack profile. If len(p) >= n, it copies the
// profile into p and returns n, true; else it returns n, false and leaves p alone.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	return goroutineProfileInternal(p)
}

// The caller's own record begins, as in Go, in goroutineProfileWithLabels; at the seed's time, in the caller of
// GoroutineProfile.

//go:noinline
func goroutineProfileInternal(p []StackRecord) (n int, ok bool) {
	return goroutineProfileWithLabels(p, nil)
}

//go:noinline
func goroutineProfileWithLabels(p []StackRecord, labels []unsafe.Pointer) (n int, ok bool) {
	if n = countprofiled(); n > len(p) {
		return n, false
	}
	gp := getg()
	stopTheWorld()
	if n = countprofiled(); n <= len(p) {
		ok = true
		r := &p[0]
		skip := 0
		if goversion14 {
			skip = 3
		}
		pc := getpc()
		sp := getsp()
		systemstack(func() {
			saveg(pc, sp, gp, skip, r)
		})
		if len(labels) == 0 {
			saveothers(gp, p[1:], nil)
		} else {
			labels[0] = gp.labels
			saveothers(gp, p[1:], labels[1:])
		}
	}
	startTheWorld()
	return n, ok
}

// Stack formats a stack trace of the calling goroutine into buf and returns the number of bytes written to buf. If all
// is true, Stack formats stack traces of all other goroutines into buf after the trace for the current goroutine.
func Stack(buf []byte, all bool) int {
	if all {
		stopTheWorld()
	}
	n := 0
	if len(buf) > 0 {
		gp := getg()
		pc := getcallerpc()
		sp := getcallersp()
		systemstack(func() {
			g0 := getg()
			level := g0.m.traceback
			if !goversion14 {
				g0.m.traceback = 1
			}
			g0.writebuf = buf[0:0:len(buf)]
			goroutineheader(gp)
			traceback(pc, sp, 0, gp)
			if all {
				tracebackothers(gp)
			}
			g0.m.traceback = level
			n = len(g0.writebuf)
			g0.writebuf = nil
		})
	}
	if all {
		startTheWorld()
	}
	return n
}

// tracealloc prints an allocation with its stack.
func tracealloc(p unsafe.Pointer, size uintptr, typ *_type) {
	gp := getg()
	gp.m.traceback = 2
	tracehead("tracealloc", p)
	printstring(", 0x")
	printhexdigits(uint64(size))
	if typ != nil {
		printstring(", ")
		printstring(typ.string())
	}
	printstring(")\n")
	if gp.m.curg == nil || gp == gp.m.curg {
		goroutineheader(gp)
		pc := getcallerpc()
		sp := getcallersp()
		systemstack(func() {
			traceback(pc, sp, 0, gp)
		})
	} else {
		goroutineheader(gp.m.curg)
		traceback(^uintptr(0), ^uintptr(0), 0, gp.m.curg)
	}
	printstring("\n")
	gp.m.traceback = 0
	settracespecial(p, size)
}

// tracefree prints the free of an object with the stack of the sweep.
func tracefree(p unsafe.Pointer, size uintptr) {
	gp := getg()
	gp.m.traceback = 2
	tracehead("tracefree", p)
	printstring(", 0x")
	printhexdigits(uint64(size))
	printstring(")\n")
	goroutineheader(gp)
	pc := getcallerpc()
	sp := getcallersp()
	systemstack(func() {
		traceback(pc, sp, 0, gp)
	})
	printstring("\n")
	gp.m.traceback = 0
}
