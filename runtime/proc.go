package runtime

import "unsafe"

// The scheduler. One m runs all goroutines; it changes from one to the next only where a goroutine parks, ends, yields or
// meets a stack check after its time is up. Nothing here takes a lock.

//go:linkname main_init main..inittask
func main_init()

//go:linkname main_main main.main
func main_main()

var (
	mainStarted bool
	// runningPanicDefers counts goroutines that run deferred calls because of a panic: main waits for them a little.
	runningPanicDefers int32
	panicking          int32
)

// goexitFrame is the size in bytes of goexit's frame, goexitPC the return pc that lies under every first function.
var (
	goexitPC    uintptr
	goexitFrame uintptr
)

// allgs in creation order; the array lies outside the heap.
var (
	allgptr uintptr
	allglen int
	allgcap int
)

func allgAt(i int) *g {
	return *(**g)(unsafe.Pointer(allgptr + uintptr(i)*ptrSize))
}

func allgadd(gp *g) {
	if allglen == allgcap {
		n := allgcap * 2
		if n == 0 {
			n = 64
		}
		p := uintptr(persistentalloc(uintptr(n)*ptrSize, ptrSize))
		if allglen != 0 {
			memmove(unsafe.Pointer(p), unsafe.Pointer(allgptr), uintptr(allglen)*ptrSize)
		}
		allgptr = p
		allgcap = n
	}
	*(**g)(unsafe.Pointer(allgptr + uintptr(allglen)*ptrSize)) = gp
	allglen++
}

// schedinit prepares everything; it runs first, on g0.
func schedinit() {
	g0.m = &m0
	m0.g0 = &g0
	g0.stack.lo = uintptr(unsafe.Pointer(&g0stack[0]))
	g0.stack.hi = g0.stack.lo + g0StackSize
	g0.stackguard0 = g0.stack.lo + stackGuard
	g0.sched.g = &g0
	g0.sched.sp = g0.stack.hi - 64
	g0.status = _Grunning
	allm = &m0
	goversion14 = hostsetting(settingGo14) != 0
	ncpu = int32(hostsetting(settingNumCPU))
	if ncpu < 1 {
		ncpu = 1
	}
	m0.fastrand = hostseed()
	if m0.fastrand == 0 {
		m0.fastrand = 0x9e3779b97f4a7c15
	}
	tracebackinit()
	f := goexit
	goexitPC = funcPC(f) + 1
	goexitFrame = uintptr(findfunc(goexitPC).frame) * ptrSize
	mallocinit()
	stackinit()
	envinit()
	parsedebugvars()
	itabsinit()
	staticinit()
	hostgoroutines = int(hostsetting(settingGoroutineLimit))
	sched.gomaxprocs = int(ncpu)
	if s := gogetenv("GOMAXPROCS"); s != "" {
		if n, ok := atoi(s); ok && n > 0 {
			sched.gomaxprocs = n
		}
	}
	debug.traceevents = tracing()
}

// main is the main goroutine.
func main() {
	maxstacksize = 1000000000
	if n := hostsetting(settingStackMax); n > 0 {
		maxstacksize = uintptr(n)
	}
	mainStarted = true
	// Package initialisation runs locked to its thread; a panic or Goexit in it unlocks first.
	LockOSThread()
	initialising := true
	defer func() {
		if initialising {
			UnlockOSThread()
		}
	}()
	startforcegc()
	if goversion14 {
		go bgsweep14()
	} else {
		gcenable()
	}
	main_init()
	initialising = false
	UnlockOSThread()
	main_main()
	if runningPanicDefers != 0 {
		// A panicking goroutine that is about to end the program should get to print.
		for i := 0; i < 1000 && runningPanicDefers != 0; i++ {
			Gosched()
		}
	}
	if panicking != 0 {
		gopark(nil, nil, waitReasonPanicWait, 1)
	}
	exit(0)
}

// The system goroutines exist because traces at level 2 show them; the collector does their work on g0. Each stands in
// the file where Go has it.

// startforcegc starts forcegchelper. In Go it is an init function, the eighth of the package: see shownname.
func startforcegc() {
	nextsystem = !goversion14
	go forcegchelper()
}

func forcegchelper() {
	systemg()
	for {
		goparkunlock(nil, waitReasonForceGCIdle, 1)
	}
}

// nextsystem makes the next new goroutine a system one. At the seed's time they became it only once they ran.
var nextsystem bool

// systemg makes the current goroutine a system one: not counted, hidden below level 2.
func systemg() {
	gp := getg()
	if !gp.issystem {
		gp.issystem = true
		sched.ngsys++
	}
}

// newproc starts a goroutine that runs fn; the compiler turns go statements into it.
func newproc(fn func()) {
	gp := getg()
	pc := getcallerpc()
	systemstack(func() {
		newg := newproc1(fn, gp, pc)
		if goversion14 && isHelper(newg) {
			runqputlow(newg)
			return
		}
		runqput(newg, mainStarted && !newg.issystem)
	})
}

// newproc1 makes the goroutine: runnable, its stack as if goexit had called fn. On g0.
func newproc1(fn func(), callergp *g, callerpc uintptr) *g {
	fv := *(*unsafe.Pointer)(unsafe.Pointer(&fn))
	if fv == nil {
		callergp.m.throwing = throwTypeUser
		throw("go of nil func value")
	}
	gp := sched.gfree
	if gp != nil {
		sched.gfree = gp.schedlink
		sched.ngfree--
		gp.schedlink = nil
		if gp.stack.lo == 0 {
			gp.stack = stackalloc(startingStackSize)
		}
	} else {
		if limit := hostgoroutines; limit > 0 && allglen >= limit {
			hostlimit(limitGoroutines)
		}
		gp = (*g)(persistentalloc(unsafe.Sizeof(g{}), ptrSize))
		gp.stack = stackalloc(startingStackSize)
		gp.sched.g = gp
		allgadd(gp)
	}
	gp.stackguard0 = gp.stack.lo + stackGuard
	if debug.stackmove != 0 {
		gp.stackguard0 = stackForceMove
	}
	sp := gp.stack.hi - 4*ptrSize - goexitFrame
	*(*uintptr)(unsafe.Pointer(sp + goexitFrame - ptrSize)) = 0
	sp -= ptrSize
	*(*uintptr)(unsafe.Pointer(sp)) = goexitPC
	gp.sched.sp = sp
	gp.sched.pc = *(*uintptr)(fv)
	gp.sched.ctxt = fv
	gp.startpc = gp.sched.pc
	gp.gopc = callerpc
	gp.parentGoid = callergp.goid
	sched.goidgen++
	gp.goid = sched.goidgen
	gp.status = _Grunnable
	if !nextsystem {
		gp.labels = callergp.labels
	} else {
		nextsystem = false
		gp.issystem = true
		sched.ngsys++
	}
	if debug.traceevents {
		traceevent(eventGoCreate, callergp.goid, gp.goid, uint64(gp.startpc), uint64(callerpc), 0, 0)
	}
	return gp
}

var hostgoroutines int

// runqput queues a runnable goroutine; with next it runs before all others.
func runqput(gp *g, next bool) {
	if next && !goversion14 {
		old := sched.runnext
		sched.runnext = gp
		if old == nil {
			return
		}
		gp = old
	}
	gp.schedlink = nil
	if sched.runqtail == nil {
		sched.runqhead = gp
	} else {
		sched.runqtail.schedlink = gp
	}
	sched.runqtail = gp
	sched.runqsize++
}

// isHelper and runqputlow: at the seed's time the system goroutines first run when main first waits, and a program that
// dies before shows them. They wait in a queue of their own, so that no end of a time slice changes that.
func isHelper(gp *g) bool {
	f := findfunc(gp.startpc)
	return f != nil && (f.name == "runtime.forcegchelper" || f.name == "runtime.bgsweep14" || f.name == "runtime.runfinq")
}

func runqputlow(gp *g) {
	gp.schedlink = nil
	p := &sched.runqlow
	for *p != nil {
		p = &(*p).schedlink
	}
	*p = gp
}

// helpershaverun: to fill a whole stack took longer than the time slice after which the helpers had their first turn.
func helpershaverun() {
	for gp := sched.runqlow; gp != nil; gp = gp.schedlink {
		gp.issystem = true
	}
}

// schedule finds a runnable goroutine and runs it; it never returns. On g0.
func schedule() {
	mp := &m0
	if mp.locks != 0 {
		throw("schedule: holding locks")
	}
	sched.rounds++
	if len(timers) != 0 && (sched.rounds&15 == 0 || sched.runnext == nil && sched.runqhead == nil) {
		if now := nanotime(); nexttimer() <= now {
			next := sched.runnext
			sched.runnext = nil
			runtimers(now)
			runlater(next)
		}
	}
	if pollwaiting != nil && sched.rounds&63 == 0 {
		pollcheck()
	}
	gp := sched.runnext
	inheritTime := gp != nil // or two goroutines that wake each other would starve all others
	if gp != nil {
		sched.runnext = nil
	} else if gp = sched.runqlow; gp != nil && !preempted {
		sched.runqlow = gp.schedlink
		gp.schedlink = nil
	} else {
		gp = sched.runqhead
		if gp == nil {
			gp = findRunnable()
		} else {
			sched.runqhead = gp.schedlink
			if sched.runqhead == nil {
				sched.runqtail = nil
			}
			gp.schedlink = nil
			sched.runqsize--
		}
	}
	preempted = false
	if !inheritTime {
		mp.schedtick++
	}
	gp.status = _Grunning
	gp.waitsince = 0
	mp.curg = gp
	gp.m = mp
	gogo(&gp.sched)
}

// runlater puts what timers just woke behind what was runnable before, next first: programs sleep a little so that the
// goroutines they started run meanwhile, and on one m these take turns.
func runlater(next *g) {
	woken := sched.runnext
	if woken != nil && (next != nil || sched.runqhead != nil) {
		sched.runnext = nil
		runqput(woken, false)
	}
	if next != nil {
		sched.runnext = next
	}
}

// findRunnable waits until a goroutine can run.
func findRunnable() *g {
	for {
		gp := sched.runnext
		if gp != nil {
			sched.runnext = nil
			return gp
		}
		gp = sched.runqhead
		if gp != nil {
			sched.runqhead = gp.schedlink
			if sched.runqhead == nil {
				sched.runqtail = nil
			}
			gp.schedlink = nil
			sched.runqsize--
			return gp
		}
		if gp = sched.runqlow; gp != nil {
			sched.runqlow = gp.schedlink
			gp.schedlink = nil
			return gp
		}
		ns := int64(-1)
		if when := nexttimer(); when != 0 {
			now := nanotime()
			if when <= now {
				runtimers(now)
				continue
			}
			ns = when - now
		}
		if !pollwait(ns) && ns < 0 {
			stopm()
		}
		pollcheck()
	}
}

// stopm and mput are where Go's m goes to sleep for want of work; the last one to do so finds the program dead.
func stopm() {
	mput()
}

func mput() {
	checkdead()
}

// checkdead ends the program: no goroutine will ever run again.
func checkdead() {
	if panicking > 0 {
		exit(2)
	}
	users := 0
	for i := 0; i < allglen; i++ {
		gp := allgAt(i)
		if gp.status != _Gdead && !gp.issystem {
			users++
		}
	}
	if users == 0 {
		if goversion14 {
			throw("no goroutines (main called runtime.Goexit) - deadlock!")
		}
		fatal("no goroutines (main called runtime.Goexit) - deadlock!")
	}
	fatal("all goroutines are asleep - deadlock!")
}

// gopark puts the current goroutine to sleep until goready. unlockf, if not nil, is called on g0 when the goroutine
// sleeps; if it answers false the goroutine runs on.
func gopark(unlockf func(*g, unsafe.Pointer) bool, lock unsafe.Pointer, reason waitReason, traceskip int) {
	gp := getg()
	mp := gp.m
	mp.waitunlockf = unlockf
	mp.waitlock = lock
	gp.waitreason = reason
	mcall(park_m)
}

// goparkunlock parks and then unlocks l.
func goparkunlock(l *mutex, reason waitReason, traceskip int) {
	gopark(nil, unsafe.Pointer(l), reason, traceskip)
}

func park_m(gp *g) {
	mp := &m0
	if gp == mp.g0 || mp.curg != gp {
		throw("gopark: bad g status")
	}
	gp.status = _Gwaiting
	gp.m = nil
	mp.curg = nil
	if fn := mp.waitunlockf; fn != nil {
		mp.waitunlockf = nil
		lock := mp.waitlock
		mp.waitlock = nil
		if !fn(gp, lock) {
			gp.status = _Grunning
			mp.curg = gp
			gp.m = mp
			gogo(&gp.sched)
		}
	}
	schedule()
}

// goready makes a parked goroutine runnable, before all others.
func goready(gp *g, traceskip int) {
	if gp.status != _Gwaiting {
		dumpgstatus(gp)
		throw("bad g->status in ready")
	}
	gp.status = _Grunnable
	old := sched.runnext
	if goversion14 {
		old = gp // there was one queue, first come first served
	} else {
		sched.runnext = gp
	}
	if old != nil {
		runqput(old, false)
	}
}

func dumpgstatus(gp *g) {
	printstring("runtime: gp: gp=")
	printhex(uint64(uintptr(unsafe.Pointer(gp))))
	printstring(", goid=")
	printuint(gp.goid)
	printstring(", gp->status=")
	printuint(uint64(gp.status))
	printnl()
}

// Gosched yields the processor, allowing other goroutines to run.
func Gosched() {
	mcall(gosched_m)
}

func gosched_m(gp *g) {
	gp.status = _Grunnable
	gp.m = nil
	m0.curg = nil
	runqput(gp, false)
	schedule()
}

// gopreempt is Gosched for a goroutine whose time is up; its state is saved already. On g0.
func gopreempt(gp *g) {
	preempted = true
	gosched_m(gp)
}

var preempted bool // schedule is called because of an end of a time slice

// goexit1 ends the current goroutine.
func goexit1() {
	mcall(goexit0)
}

func goexit0(gp *g) {
	gp.status = _Gdead
	gp.m = nil
	m0.curg = nil
	if gp.issystem {
		gp.issystem = false
		sched.ngsys--
	}
	gp.lockedm = nil
	gp.lockedExt = 0
	gp.lockedInt = 0
	gp.paniconfault = false
	gp._defer = nil
	gp._panic = nil
	gp.writebuf = nil
	gp.waitreason = 0
	gp.param = nil
	gp.labels = nil
	gp.timer = nil
	gp.waiting = nil
	gp.sig = 0
	gp.sched.ctxt = nil
	if debug.traceevents {
		traceevent(eventGoEnd, gp.goid, 0, 0, 0, 0, 0)
	}
	if gp.stack.hi-gp.stack.lo != startingStackSize || debug.stackfromsystem != 0 || debug.efence != 0 {
		stackfree(gp.stack)
		gp.stack.lo = 0
		gp.stack.hi = 0
	}
	gp.schedlink = sched.gfree
	sched.gfree = gp
	sched.ngfree++
	schedule()
}

// GOMAXPROCS sets the number of processors that the program believes in and returns the previous one; n < 1 only asks.
func GOMAXPROCS(n int) int {
	old := sched.gomaxprocs
	if n > 0 {
		sched.gomaxprocs = n
	}
	return old
}

// SetDefaultGOMAXPROCS sets GOMAXPROCS to the number of processors, whatever the environment says.
func SetDefaultGOMAXPROCS() {
	sched.gomaxprocs = int(ncpu)
}

// NumCPU returns the number of logical CPUs usable by the current process.
func NumCPU() int {
	return int(ncpu)
}

// NumCgoCall returns the number of cgo calls made by the current process: none.
func NumCgoCall() int64 {
	return 0
}

func gcount() int {
	n := allglen - sched.ngfree
	if !goversion14 {
		n -= sched.ngsys
	}
	if n < 1 {
		n = 1
	}
	return n
}

// NumGoroutine returns the number of goroutines that currently exist.
func NumGoroutine() int {
	return gcount()
}

// LockOSThread wires the calling goroutine to its operating system thread: there is only one.
func LockOSThread() {
	gp := getg()
	gp.lockedExt++
	gp.lockedm = gp.m
}

// UnlockOSThread undoes an earlier call to LockOSThread.
func UnlockOSThread() {
	gp := getg()
	if gp.lockedExt == 0 {
		return
	}
	gp.lockedExt--
	if gp.lockedExt == 0 {
		gp.lockedm = nil
	}
}

// entersyscall records where the goroutine stands before the host works for it; traces start there.
//
//go:nosplit
func entersyscall() {
	gp := getg()
	gp.syscallsp = getcallersp()
	gp.syscallpc = getcallerpc()
	gp.status = _Gsyscall
}

// exitsyscall undoes entersyscall.
//
//go:nosplit
func exitsyscall() {
	gp := getg()
	gp.syscallsp = 0
	gp.status = _Grunning
}

// acquirem forbids preemption until releasem.
//
//go:nosplit
func acquirem() *m {
	mp := getg().m
	mp.locks++
	return mp
}

//go:nosplit
func releasem(mp *m) {
	mp.locks--
}

//go:nosplit
func lock(l *mutex) {
	mp := getg().m
	if mp.locks < 0 {
		throw("runtime: lock count")
	}
	mp.locks++
	if l.key != 0 {
		throw("deadlock: lock is held")
	}
	l.key = 1
}

//go:nosplit
func unlock(l *mutex) {
	if l.key == 0 {
		throw("unlock of unlocked lock")
	}
	l.key = 0
	getg().m.locks--
}

// acquireSudog takes a sudog; the fields its user sets hold whatever they held.
func acquireSudog() *sudog {
	c := &mcache0
	s := c.sudogcache
	if s == nil {
		return (*sudog)(persistentalloc(unsafe.Sizeof(sudog{}), ptrSize))
	}
	c.sudogcache = s.next
	s.next = nil
	return s
}

func releaseSudog(s *sudog) {
	if s.elem != nil {
		s.elem = nil
	}
	s.prev = nil
	s.waitlink = nil
	s.c = nil
	s.g = nil
	s.next = mcache0.sudogcache
	mcache0.sudogcache = s
}

// fastrand gives 32 random bits from the machine's seed (splitmix64).
func fastrand() uint32 {
	return uint32(rand64() >> 32)
}

func fastrandn(n uint32) uint32 {
	return uint32(rand64() >> 32 * uint64(n) >> 32)
}

func rand64() uint64 {
	x := m0.fastrand + 0x9e3779b97f4a7c15
	m0.fastrand = x
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// The world has one m: who runs has it stopped already, but for preemption.

func stopTheWorld() {
	mp := getg().m
	mp.locks++
	mp.gcing++
}

func startTheWorld() {
	mp := getg().m
	mp.gcing--
	mp.locks--
}

func badreflectcall() {
	panic(plainError("reflect.call: frame too large"))
}

// startHostCall is how the host runs a Go function from outside: it starts a goroutine for fn and schedules.
func startHostCall(fn func()) {
	newg := newproc1(fn, &g0, 0)
	runqput(newg, false)
}
