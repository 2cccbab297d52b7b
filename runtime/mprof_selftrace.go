//go:build selftrace

package runtime

import "unsafe"

// The four other places as they were before 5 November 2014: sp is taken first and used after calls that may move the
// stack, by a traceback that runs on it.

// GoroutineProfile takes sp at its entry.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	sp := getcallersp()
	pc := getcallerpc()
	if n = countprofiled(); n > len(p) {
		return n, false
	}
	gp := getg()
	stopTheWorld()
	if n = countprofiled(); n <= len(p) {
		ok = true
		saveg(pc, sp, gp, 0, &p[0])
		saveothers(gp, p[1:], nil)
	}
	startTheWorld()
	return n, ok
}

// goroutineProfileWithLabels gives no labels: at the seed's time there were none.
func goroutineProfileWithLabels(p []StackRecord, labels []unsafe.Pointer) (n int, ok bool) {
	return GoroutineProfile(p)
}

// Stack takes sp at its entry and prints through the goroutine's own writebuf.
func Stack(buf []byte, all bool) int {
	sp := getcallersp()
	pc := getcallerpc()
	mp := acquirem()
	gp := mp.curg
	if all {
		stopTheWorld()
	}
	n := 0
	if len(buf) > 0 {
		gp.writebuf = buf[0:0:len(buf)]
		goroutineheader(gp)
		traceback(pc, sp, 0, gp)
		if all {
			tracebackothers(gp)
		}
		n = len(gp.writebuf)
		gp.writebuf = nil
	}
	if all {
		startTheWorld()
	}
	releasem(mp)
	return n
}

// tracealloc hands its caller's sp to a traceback on the same stack.
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
		traceback(getcallerpc(), getcallersp(), 0, gp)
	} else {
		goroutineheader(gp.m.curg)
		traceback(^uintptr(0), ^uintptr(0), 0, gp.m.curg)
	}
	printstring("\n")
	gp.m.traceback = 0
	settracespecial(p, size)
}

// tracefree hands its caller's sp to a traceback on the same stack.
func tracefree(p unsafe.Pointer, size uintptr) {
	gp := getg()
	gp.m.traceback = 2
	tracehead("tracefree", p)
	printstring(", 0x")
	printhexdigits(uint64(size))
	printstring(")\n")
	goroutineheader(gp)
	traceback(getcallerpc(), getcallersp(), 0, gp)
	printstring("\n")
	gp.m.traceback = 0
}
