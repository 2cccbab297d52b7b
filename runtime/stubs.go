package runtime

import "unsafe"

// This file declares the functions that have no Go body, with their contracts. Some are one instruction of the machine
// (intrinsics), some are written by hand as code (assembly), the rest are natives: the host does them.

// ---- the current goroutine and its frames: instructions ----

// getg returns the current g. On g0 it is g0, not the goroutine on whose behalf g0 works.
func getg() *g

// getcallerpc returns the pc to which the function that asks will return; getcallersp returns the stack pointer of its
// caller right after that return, which is the address of the first argument word.
//
// For example:
//
//	func f(arg1, arg2, arg3 int) {
//		pc := getcallerpc()
//		sp := getcallersp()
//	}
//
// These two lines find the pc and sp immediately following the call to f, that is, where f will return.
// They must be called in the frame being asked about: a function that wants to know its caller's caller has to be told.
//
// The result of getcallersp is correct at the time of the return, but it may be invalidated by any subsequent call to a
// function that might relocate the stack in order to grow or shrink it. A general rule is that the result of getcallersp
// should be used immediately and can only be passed to nosplit functions, or to a closure that runs on g0.
func getcallerpc() uintptr
func getcallersp() uintptr

// setcallerpc overwrites the pc to which the function that asks will return.
func setcallerpc(pc uintptr)

// getpc returns the pc of the instruction itself, getsp the address of the bottom of the asking function's frame; the
// same rule holds for it as for getcallersp.
func getpc() uintptr
func getsp() uintptr

// ---- switching stacks: assembly ----

// systemstack runs fn on the stack of g0. On g0 it is a plain call; on a user goroutine it saves where the goroutine
// stands in g.sched (pc = systemstack_switch), switches to g0, runs fn, and comes back to wherever the stack of the
// goroutine is by then.
//
//go:noescape
func systemstack(fn func())

// onM is systemstack under the name it had until November 2014.
//
//go:nosplit
func onM(fn func()) {
	systemstack(fn)
}

// mcall saves where the goroutine stands in g.sched, switches to g0 and calls fn with the goroutine. fn must never
// return; it ends in gogo or schedule. Not to be called on g0.
//
//go:noescape
func mcall(fn func(*g))

// gogo continues a goroutine from its saved state.
func gogo(buf *gobuf)

// goexit is the return pc of every goroutine's first function: it calls goexit1.
func goexit()

// mstart is the start of g0's work: schedule, which does not return.
func mstart()

// systemstack_switch marks, as a saved pc, a goroutine that is inside systemstack.
func systemstack_switch()

// systemstack_return is the return pc of what systemstack calls on g0.
func systemstack_return()

// morestack is the return pc of newstack.
func morestack()

// rt0_go is where the program begins, on g0.
func rt0_go()

// reflectcall calls fn (a func value's pointer) with a copy of the frame at frame: argsize bytes of which the last
// argsize-retoffset come back.
func reflectcall(fn, frame unsafe.Pointer, argsize, retoffset uint32)

// ---- memory: instructions ----

// memmove copies n bytes; the two places may overlap.
//
//go:noescape
func memmove(to, from unsafe.Pointer, n uintptr)

// memclrNoHeapPointers zeroes n bytes.
//
//go:noescape
func memclrNoHeapPointers(p unsafe.Pointer, n uintptr)

// memequal reports whether n bytes are equal; memcmp orders them as unsigned numbers: -1, 0 or 1.
//
//go:noescape
func memequal(p, q unsafe.Pointer, n uintptr) bool

//go:noescape
func memcmp(p, q unsafe.Pointer, n int) int

// memhash hashes n bytes with seed h, hash64 one word.
//
//go:noescape
func memhash(p unsafe.Pointer, h, n uintptr) uintptr
func hash64(x, seed uint64) uint64

// memindexbyte is the index of the first byte c among the n bytes at p, or -1.
//
//go:noescape
func memindexbyte(p unsafe.Pointer, n int, c byte) int

// ctz64 counts trailing zeros, 64 for 0.
func ctz64(x uint64) int

// ---- the host: natives ----

// formatfloat writes the shortest decimal text of a float (its float64 bits; size 32: as a float32) as %g has it, and
// returns its length, at most 32.
//
//go:noescape
func formatfloat(bits uint64, size int, buf unsafe.Pointer) int

// exit ends the program.
func exit(code int32)

// write1 writes n bytes at p to a file descriptor of the host; it returns the count or a negative errno.
//
//go:noescape
func write1(fd uintptr, p unsafe.Pointer, n int32) int32

// nanotime is the monotonic clock in nanoseconds, never 0; walltime the clock on the wall.
func nanotime() int64
func walltime() (sec int64, nsec int32)

// cputicks counts the time in ticks of a nanosecond.
func cputicks() int64

// countbyte counts the bytes c among the n bytes at p.
//
//go:noescape
func countbyte(p unsafe.Pointer, n int, c byte) int

// pollwait waits until the host has something for the program (input, a signal), or, with ns >= 0, until ns nanoseconds
// have passed. It returns whether anything else than the time can ever end the wait; with ns < 0 and nothing to wait
// for it returns false at once, and the program is deadlocked.
func pollwait(ns int64) bool

// hostseed gives the seed of the machine's random numbers.
func hostseed() uint64

// hostarg and hostenv give the program's arguments and environment: item i, or ok false behind the last. The host
// writes at most n bytes to p and returns the whole length.
//
//go:noescape
func hostarg(i int, p unsafe.Pointer, n int) (length int, ok bool)

//go:noescape
func hostenv(i int, p unsafe.Pointer, n int) (length int, ok bool)

// hostsetting gives a number the host has set for this run: settingGo14, settingNumCPU, settingStackMin …; 0 if unset.
func hostsetting(which int) int64

// arenabounds gives the part of the arena that is the heap's: [lo, hi), page aligned, behind the program's data.
func arenabounds() (lo, hi uintptr)

// sysUsed tells the host that [p, p+n) of the arena comes into use: it reads as zero if it was never used or was given
// back by sysUnused. It returns false when the machine's memory limit forbids it.
func sysUsed(p, n uintptr) bool

// sysUnused gives the memory of [p, p+n) back to the host; the addresses stay reserved.
func sysUnused(p, n uintptr)

// sysFault makes [p, p+n) inaccessible: any use is a fault (SIGSEGV, code 2). sysUnfault undoes it.
func sysFault(p, n uintptr)
func sysUnfault(p, n uintptr)

// traceevent hands an event to whoever listens to this machine: kind is one of the event constants.
func traceevent(kind int, goid uint64, a, b, c, d, e uint64)

// tracing reports whether anybody listens.
func tracing() bool

// hostlimit ends the program because a limit of the machine is reached: the host raises LimitExceeded of that kind.
func hostlimit(kind int)

const limitGoroutines = 1

// crash ends the host process as SIGABRT would, for GOTRACEBACK=crash.
func crash()

// Events for traceevent.
const (
	eventStackGrow   = 1 // old lo, new lo, old size, new size, pc that asked
	eventStackCopied = 2 // bytes used, frames, pointers adjusted
	eventStackShrink = 3 // old lo, new lo, old size, new size
	eventStackFree   = 4 // lo, size
	eventStackAlloc  = 5 // lo, size
	eventGCStart     = 6 // cycle, heap live
	eventGCEnd       = 7 // cycle, heap marked, objects marked, heap in use, next trigger
	eventGoCreate    = 8 // new goid, startpc
	eventGoEnd       = 9
)

// Numbers for hostsetting.
const (
	settingGo14 = iota
	settingNumCPU
	settingStackMin
	settingStackMax
	settingStackGrowth
	settingGoroutineLimit
)
