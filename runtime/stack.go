package runtime

import "unsafe"

// Stacks: where their memory comes from, and how they grow, move and shrink. All of it runs on g0.
//
// A stack that moves is copied to the same distance from its high end; then every word that points into the old stack
// is adjusted. Which words these are, the stack maps say for frames; everything else is listed in adjustg.

const (
	stackMin       = 2048 // first size of a goroutine's stack, and the smallest
	fixedStack     = stackMin
	numStackOrders = 4        // sizes 2, 4, 8, 16 KiB have pools
	stackCacheSize = 32 << 10 // bytes of one order kept in the cache
	stackSpanPages = 32 >> 3  // pages of a span that is cut into stacks
	stackGuard     = 928      // the guard stands this far above the low end
	stackNosplit   = 800      // what a chain of nosplit functions may use below the guard
	stackCeiling   = 2000000000

	stackPreempt   = ^uintptr(1314) + 1 // guard value: stop at the next check
	stackForceMove = ^uintptr(275) + 1  // guard value: move at the next check (stackmove=1)

	poisonNew  = 0xfd // fill of a stack just allocated for a copy
	poisonCopy = 0xfb // fill of its used part before the copy
	poisonOld  = 0xfc // fill of the old stack after the copy
)

// stackfreelist is the cache's list of free stacks of one order, linked through their lowest word.
type stackfreelist struct {
	list uintptr
	size uintptr // bytes
}

var (
	stackpool [numStackOrders]*mspan // spans with free stacks

	startingStackSize uintptr = fixedStack
	maxstacksize      uintptr = 1 << 20 // until runtime.main raises it
	stackGrowth       uintptr = 2

	sysstackfree [48]uintptr // stackfromsystem: freed mappings by log2 of their size

	// stackstats counts what stacks did, for the statistics of a run.
	stackstats struct {
		grows    uint64
		shrinks  uint64
		copies   uint64
		bytes    uint64
		frames   uint64
		pointers uint64
		allocs   uint64
		frees    uint64
		sys      uint64 // bytes mapped by stackfromsystem
	}
)

func stackinit() {
	if n := hostsetting(settingStackMin); n > 0 {
		startingStackSize = roundPower(uintptr(n))
	}
	if n := hostsetting(settingStackGrowth); n > 1 {
		stackGrowth = roundPower(uintptr(n))
	}
}

// roundPower rounds up to a power of two, at least fixedStack for sizes.
func roundPower(n uintptr) uintptr {
	p := uintptr(1)
	for p < n {
		p <<= 1
	}
	return p
}

// stackalloc allocates a stack of n bytes, a power of two.
func stackalloc(n uintptr) stack {
	gp := getg()
	if gp != gp.m.g0 {
		throw("stackalloc not on scheduler stack")
	}
	if n&(n-1) != 0 {
		throw("stack size not a power of 2")
	}
	if debug.stackdebug >= 1 {
		printstring("stackalloc ")
		printuint(uint64(n))
		printnl()
	}
	stackstats.allocs++
	if debug.stackfromsystem != 0 || debug.efence != 0 {
		return sysStackalloc(n)
	}
	var v uintptr
	if n < fixedStack<<numStackOrders && n < stackCacheSize {
		order := 0
		for m := n; m > fixedStack; m >>= 1 {
			order++
		}
		c := &mcache0.stackcache[order]
		v = c.list
		if v == 0 {
			stackcacherefill(c, order)
			v = c.list
		}
		c.list = *(*uintptr)(unsafe.Pointer(v))
		c.size -= n
	} else {
		s := allocSpan(n>>pageShift, spanStack)
		s.elemsize = n
		v = s.base
	}
	if debug.stackdebug >= 1 {
		printstring("  allocated ")
		printhex(uint64(v))
		printnl()
	}
	if debug.traceevents {
		traceevent(eventStackAlloc, 0, uint64(v), uint64(n), 0, 0, 0)
	}
	return stack{v, v + n}
}

// sysStackalloc gives a stack a mapping of its own, for stackfromsystem and efence.
func sysStackalloc(n uintptr) stack {
	size := (n + pageSize - 1) &^ (pageSize - 1)
	k := 63 - leadingZeros(uint64(size))
	v := sysstackfree[k]
	if v != 0 {
		sysUnfault(v, size)
		if !sysUsed(v, size) {
			outOfMemory(size)
		}
		sysstackfree[k] = *(*uintptr)(unsafe.Pointer(v))
	} else {
		v = heapTake(size >> pageShift)
	}
	stackstats.sys += uint64(size)
	if debug.traceevents {
		traceevent(eventStackAlloc, 0, uint64(v), uint64(n), 0, 0, 0)
	}
	return stack{v, v + n}
}

func leadingZeros(x uint64) uintptr {
	n := uintptr(64)
	for x != 0 {
		n--
		x >>= 1
	}
	return n
}

// stackfree gives a stack back.
func stackfree(stk stack) {
	gp := getg()
	if gp != gp.m.g0 {
		throw("stackfree not on scheduler stack")
	}
	v := stk.lo
	n := stk.hi - stk.lo
	if n&(n-1) != 0 {
		throw("stack not a power of 2")
	}
	stackstats.frees++
	if debug.stackdebug >= 1 {
		printstring("stackfree ")
		printhex(uint64(v))
		printstring(" ")
		printuint(uint64(n))
		printnl()
		memclrNoHeapPointers(unsafe.Pointer(v), n)
	}
	if debug.traceevents {
		traceevent(eventStackFree, 0, uint64(v), uint64(n), 0, 0, 0)
	}
	if debug.stackfromsystem != 0 || debug.efence != 0 {
		sysStackfree(v, n)
		return
	}
	if n < fixedStack<<numStackOrders && n < stackCacheSize {
		order := 0
		for m := n; m > fixedStack; m >>= 1 {
			order++
		}
		c := &mcache0.stackcache[order]
		if c.size >= stackCacheSize {
			stackcacherelease(c, order)
		}
		*(*uintptr)(unsafe.Pointer(v)) = c.list
		c.list = v
		c.size += n
		return
	}
	s := spanOf(v)
	if s == nil || s.state != spanStack {
		throw("freeing stack not in a stack span")
	}
	freeSpan(s)
}

// sysStackfree makes a mapping unusable (stackfaultonfree, efence: for ever) or free for the next stack of its size.
func sysStackfree(v, n uintptr) {
	size := (n + pageSize - 1) &^ (pageSize - 1)
	stackstats.sys -= uint64(size)
	if debug.stackfaultonfree != 0 || debug.efence != 0 {
		sysUnused(v, size)
		sysFault(v, size)
		return
	}
	k := 63 - leadingZeros(uint64(size))
	*(*uintptr)(unsafe.Pointer(v)) = sysstackfree[k]
	sysstackfree[k] = v
}

// stackcacherefill brings half a cache's worth of stacks from the pool.
func stackcacherefill(c *stackfreelist, order int) {
	if debug.stackdebug >= 1 {
		printstring("stackcacherefill order=")
		printint(int64(order))
		printnl()
	}
	size := uintptr(fixedStack) << uint(order)
	for c.size < stackCacheSize/2 {
		v := stackpoolalloc(order)
		*(*uintptr)(unsafe.Pointer(v)) = c.list
		c.list = v
		c.size += size
	}
}

// stackcacherelease returns stacks to the pool until half a cache's worth is left.
func stackcacherelease(c *stackfreelist, order int) {
	if debug.stackdebug >= 1 {
		printstring("stackcacherelease order=")
		printint(int64(order))
		printnl()
	}
	size := uintptr(fixedStack) << uint(order)
	for c.size > stackCacheSize/2 {
		v := c.list
		c.list = *(*uintptr)(unsafe.Pointer(v))
		stackpoolfree(v, order)
		c.size -= size
	}
}

// stackcacheclear returns everything; the collector does it so that unused spans can go back to the heap.
func stackcacheclear() {
	if debug.stackdebug >= 1 {
		printstring("stackcache clear\n")
	}
	for order := 0; order < numStackOrders; order++ {
		c := &mcache0.stackcache[order]
		for c.list != 0 {
			v := c.list
			c.list = *(*uintptr)(unsafe.Pointer(v))
			stackpoolfree(v, order)
		}
		c.size = 0
	}
}

// stackpoolalloc takes one stack from the spans of an order.
func stackpoolalloc(order int) uintptr {
	s := stackpool[order]
	if s == nil {
		s = allocSpan(stackSpanPages, spanStack)
		size := uintptr(fixedStack) << uint(order)
		s.elemsize = size
		s.order = uint8(order)
		s.refs = 0
		s.freelist = 0
		for v := s.base; v < s.base+stackSpanPages<<pageShift; v += size {
			*(*uintptr)(unsafe.Pointer(v)) = s.freelist
			s.freelist = v
		}
		stackpoolinsert(s, order)
	}
	v := s.freelist
	if v == 0 {
		throw("span has no free stacks")
	}
	s.freelist = *(*uintptr)(unsafe.Pointer(v))
	s.refs++
	if s.freelist == 0 {
		stackpoolremove(s, order)
	}
	return v
}

// stackpoolfree gives one stack back to its span, and the span to the heap when it was the last.
func stackpoolfree(v uintptr, order int) {
	s := spanOf(v)
	if s == nil || s.state != spanStack {
		throw("freeing stack not in a stack span")
	}
	if s.freelist == 0 {
		stackpoolinsert(s, order)
	}
	*(*uintptr)(unsafe.Pointer(v)) = s.freelist
	s.freelist = v
	s.refs--
	if s.refs == 0 {
		stackpoolremove(s, order)
		s.freelist = 0
		freeSpan(s)
	}
}

func stackpoolinsert(s *mspan, order int) {
	s.prev = nil
	s.next = stackpool[order]
	if s.next != nil {
		s.next.prev = s
	}
	stackpool[order] = s
}

func stackpoolremove(s *mspan, order int) {
	if s.prev != nil {
		s.prev.next = s.next
	} else {
		stackpool[order] = s.next
	}
	if s.next != nil {
		s.next.prev = s.prev
	}
	s.next = nil
	s.prev = nil
}

// newstack is what a failed stack check calls, on g0, after the machine has saved the goroutine in g.sched (its pc is
// the entry or the poll that failed) and its caller in m.morebuf. It gives the goroutine more stack, or lets another
// goroutine run, or only moves the stack; it never returns.
func newstack() {
	mp := getg().m
	gp := mp.curg
	if mp.morebuf.g != gp {
		newstackwrongg(mp, gp)
	}
	f := findfunc(gp.sched.pc)
	if f == nil {
		throw("newstack: unknown pc")
	}
	sp := gp.sched.sp
	low := sp
	entry := gp.sched.pc == uintptr(f.entry)
	if entry {
		low = sp - (uintptr(f.frame)-1)*ptrSize
	}
	if low >= gp.stack.lo+stackGuard {
		newstacknogrow(gp, f) // preemption or stackmove; does not return
	}
	if gp.throwsplit {
		newstackbadtime(gp, f)
	}
	if goversion14 {
		gp.status = _Gwaiting
		gp.waitreason = waitReasonStackGrowth
	}
	if gp.stack.lo == 0 {
		throw("missing stack in newstack")
	}
	if sp < gp.stack.lo {
		newstackoverflowed(gp, sp)
	}
	oldlo := gp.stack.lo
	old := gp.stack.hi - oldlo
	need := gp.stack.hi - low + stackGuard
	size := old * stackGrowth
	for size < need {
		size *= 2
	}
	if size > maxstacksize || size > stackCeiling {
		newstacklimit(gp, sp)
		throw("stack overflow")
	}
	stackstats.grows++
	gp.stackgrows++
	gp.status = _Gcopystack
	copystack(gp, size)
	if debug.stackdebug >= 1 {
		printstring("stack grow done\n")
	}
	gp.status = _Grunning
	if debug.stackmove != 0 {
		gp.movedpc = gp.sched.pc
	}
	if debug.traceevents {
		traceevent(eventStackGrow, gp.goid, uint64(oldlo), uint64(gp.stack.lo), uint64(old), uint64(size), uint64(gp.sched.pc))
	}
	gogo(&gp.sched)
}

// newstacknogrow handles a check that failed although there is room: somebody set the guard.
func newstacknogrow(gp *g, f *_func) {
	if cpuprofiling {
		cpusample(gp)
	}
	if debug.stackmove != 0 {
		movetick++
		if movetick&63 == 0 && canpreempt(gp, f) {
			gopreempt(gp)
		}
		gp.status = _Gcopystack
		copystack(gp, gp.stack.hi-gp.stack.lo)
		gp.status = _Grunning
		gp.movedpc = gp.sched.pc // this time the check passes
		gogo(&gp.sched)
	}
	gp.stackguard0 = gp.stack.lo + stackGuard
	if canpreempt(gp, f) {
		gopreempt(gp)
	}
	gogo(&gp.sched)
}

var movetick uint32

// canpreempt: the runtime's own functions, and whoever holds a lock, run on; the host asks again soon.
func canpreempt(gp *g, f *_func) bool {
	mp := gp.m
	if mp.locks != 0 || mp.mallocing != 0 || mp.gcing != 0 || gp.status != _Grunning {
		return false
	}
	return !hasPrefix(f.name, "runtime.")
}

func hasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

func newstackwrongg(mp *m, gp *g) {
	if mp.morebuf.g == mp.g0 {
		badmorestackg0()
	}
	printstring("runtime: newstack called from g=")
	printhex(uint64(uintptr(unsafe.Pointer(mp.morebuf.g))))
	printstring("\n\tm=")
	printhex(uint64(uintptr(unsafe.Pointer(mp))))
	printstring(" m->curg=")
	printhex(uint64(uintptr(unsafe.Pointer(gp))))
	printstring(" m->g0=")
	printhex(uint64(uintptr(unsafe.Pointer(mp.g0))))
	printnl()
	throw("runtime: wrong goroutine in newstack")
}

// badmorestackg0 ends the program when g0, whose stack does not grow, has used it up.
func badmorestackg0() {
	gp := getg()
	printstring("runtime: morestack on g0, stack [")
	printhex(uint64(gp.stack.lo))
	printstring(" ")
	printhex(uint64(gp.stack.hi))
	printstring("], sp=")
	printhex(uint64(gp.m.morebuf.sp))
	printstring(", called from\n")
	throw("morestack on g0")
}

func newstackbadtime(gp *g, f *_func) {
	printstring("runtime: newstack at ")
	printstring(f.name)
	printstring("+")
	printhex(uint64(gp.sched.pc - uintptr(f.entry)))
	printstring(" sp=")
	printhex(uint64(gp.sched.sp))
	printstring(" stack=[")
	printhex(uint64(gp.stack.lo))
	printstring(", ")
	printhex(uint64(gp.stack.hi))
	printstring("]\n")
	gp.m.traceback = 2
	traceback(gp.sched.pc, gp.sched.sp, 0, gp)
	throw("runtime: stack split at bad time")
}

func newstackoverflowed(gp *g, sp uintptr) {
	printstring("runtime: gp=")
	printhex(uint64(uintptr(unsafe.Pointer(gp))))
	printstring(", goid=")
	printuint(gp.goid)
	printstring(", gp->status=")
	printhex(uint64(gp.status))
	printstring("\n")
	printstring("runtime: split stack overflow: ")
	printhex(uint64(sp))
	printstring(" < ")
	printhex(uint64(gp.stack.lo))
	printstring("\n")
	throw("runtime: split stack overflow")
}

// newstacklimit says which limit the stack of gp would pass.
func newstacklimit(gp *g, sp uintptr) {
	limit := maxstacksize
	if limit > stackCeiling {
		limit = stackCeiling
	}
	printlock()
	printstring("runtime: goroutine stack exceeds ")
	printuint(uint64(limit))
	printstring("-byte limit\n")
	if goversion14 {
		helpershaverun()
	} else {
		printstring("runtime: sp=")
		printhex(uint64(sp))
		printstring(" stack=[")
		printhex(uint64(gp.stack.lo))
		printstring(", ")
		printhex(uint64(gp.stack.hi))
		printstring("]\n")
	}
	printunlock()
}

// stackadjust is what a move needs to know: the old bounds and the distance.
type stackadjust struct {
	lo       uintptr
	size     uintptr
	delta    uintptr
	frames   uint64
	pointers uint64
}

// adjustptr adds the distance to one word, if it points into the old stack.
func adjustptr(adj *stackadjust, p unsafe.Pointer) {
	v := *(*uintptr)(p)
	if v-adj.lo < adj.size {
		*(*uintptr)(p) = v + adj.delta
		adj.pointers++
	}
}

// adjustg adjusts everything outside the frames that may point into the stack of gp. This is the whole list:
//
//	sched.ctxt           the closure about to be entered, when it lies on the stack
//	_panic               the innermost panic's record; its fields, and the other records, are typed words of frames
//	_defer, and in each record on the list: fn, sp, _panic, link
//	waiting              elem of each sudog the goroutine waits with
//
// Frames themselves are walkmaps' affair; sched.sp, stack and stackguard0 are set by copystack.
func adjustg(gp *g, adj *stackadjust) {
	adjustptr(adj, unsafe.Pointer(&gp.sched.ctxt))
	adjustptr(adj, unsafe.Pointer(&gp._panic))
	adjustptr(adj, unsafe.Pointer(&gp._defer))
	lo, size, delta := adj.lo, adj.size, adj.delta
	for d := gp._defer; d != nil; d = d.link {
		// There may be one for each frame: adjustptr, written out.
		if *(*uintptr)(unsafe.Pointer(&d.fn))-lo < size {
			*(*uintptr)(unsafe.Pointer(&d.fn)) += delta
			adj.pointers++
		}
		if d.sp-lo < size {
			d.sp += delta
		}
		if *(*uintptr)(unsafe.Pointer(&d._panic))-lo < size {
			*(*uintptr)(unsafe.Pointer(&d._panic)) += delta
		}
		if *(*uintptr)(unsafe.Pointer(&d.link))-lo < size {
			*(*uintptr)(unsafe.Pointer(&d.link)) += delta
		}
	}
	for s := gp.waiting; s != nil; s = s.waitlink {
		adjustptr(adj, unsafe.Pointer(&s.elem))
	}
}

// walkmaps visits every live pointer word in the frames of gp: it adjusts them for a move (the frames lie in the new
// stack already, gp.sched.sp says where), or marks what they point to (adj nil).
//
// The unwinder does the first frame and whatever is not ordinary. From there the inner loop follows return pcs itself:
// an ordinary frame has a map at its return pc, and its slots and arguments together are at most 64 words, so that one
// word of bits is all it needs; and the facts of one return pc serve for all frames of a recursion in a row.
func walkmaps(gp *g, adj *stackadjust) {
	md := &firstmoduledata
	npcs := uintptr(len(md.pcfunc)) - 1
	pcfunc := uintptr(unsafe.Pointer(&md.pcfunc[0]))
	pcmap := uintptr(unsafe.Pointer(&md.pcmap[0]))
	ftab := uintptr(unsafe.Pointer(&md.ftab[0]))
	maps := uintptr(unsafe.Pointer(&md.stackmaps[0]))
	hi := gp.stack.hi
	var lo, size, delta, lastlr, framesize, words, objects uintptr
	var frames, pointers, bits uint64
	var mask uint64
	var lastf *_func
	if adj != nil {
		lo = adj.lo
		size = adj.size
		delta = adj.delta
	}
	var u unwinder
	u.init(gp, 0)
	for u.f != nil {
		visitframe(&u, adj)
		f := u.f
		sp := u.sp
		fp := u.fp
		var lr uintptr
		for f.flags&funcTopFrame == 0 && f != sigpanicFunc {
			lr = *(*uintptr)(unsafe.Pointer(fp - ptrSize))
			if lr != lastlr {
				if lr-1 >= npcs {
					break
				}
				cf := (*_func)(unsafe.Pointer(ftab + uintptr(*(*uint32)(unsafe.Pointer(pcfunc + lr<<2)))*unsafe.Sizeof(_func{})))
				i := uintptr(*(*uint32)(unsafe.Pointer(pcmap + (lr-1)<<2)))
				n := uintptr(cf.frame)
				words = n + uintptr(cf.args)
				if i == 0 || words > 64 || cf.flags&reflectFlags == reflectFlags {
					break
				}
				bits = *(*uint64)(unsafe.Pointer(maps + (i-1)<<3))
				if cf.args != 0 {
					bits |= *(*uint64)(unsafe.Pointer(maps + i<<3)) << n
				}
				objects = uintptr(cf.objects)
				if objects != 0 && adj != nil {
					bits |= *(*uint64)(unsafe.Pointer(maps + (objects-1)<<3))
					if cf.args != 0 {
						bits |= *(*uint64)(unsafe.Pointer(maps + objects<<3)) << n
					}
				}
				framesize = n << 3
				lastf = cf
				lastlr = lr
			}
			if fp+framesize > hi {
				break
			}
			f = lastf
			sp = fp
			fp += framesize
			frames++
			if adj == nil {
				if bits != 0 {
					mask = bits
					scanblock(sp, words, uintptr(unsafe.Pointer(&mask)))
				}
				if objects != 0 {
					markobjects(f, sp)
				}
				continue
			}
			for b := bits; b != 0; b &= b - 1 {
				slot := sp + uintptr(ctz64(b))<<3
				v := *(*uintptr)(unsafe.Pointer(slot))
				if v-lo < size {
					*(*uintptr)(unsafe.Pointer(slot)) = v + delta
					pointers++
				} else if v-1 < 4095 && debug.invalidptr != 0 {
					badstackpointer(f, slot, v)
				}
			}
		}
		u.f = f
		u.sp = sp
		u.fp = fp
		u.next()
	}
	if adj != nil {
		adj.frames += frames
		adj.pointers += pointers
	}
}

// visitframe is walkmaps for any one frame.
func visitframe(u *unwinder, adj *stackadjust) {
	f := u.f
	maps := u.getmap()
	if maps != 0 {
		if u.atentry {
			visitwords(f, u.fp, uintptr(f.args), maps+mapsize(uintptr(f.frame)), adj)
		} else {
			visitmap(f, u.sp, maps, adj)
			if f.objects != 0 && adj == nil {
				markobjects(f, u.sp)
			} else if f.objects != 0 {
				visitmap(f, u.sp, objectsOf(f), adj)
			}
		}
	}
	if f.flags&reflectFlags == reflectFlags {
		var bits reflectBits
		if n := u.reflectargs(&bits); n != 0 {
			visitwords(f, u.fp, n, uintptr(unsafe.Pointer(&bits[0])), adj)
		}
	}
	if adj != nil {
		adj.frames++
	}
}

// mapsize is how many bytes of a stack map stand for n words.
func mapsize(n uintptr) uintptr {
	return (n + 63) >> 6 << 3
}

func visitmap(f *_func, sp, maps uintptr, adj *stackadjust) {
	n := uintptr(f.frame)
	visitwords(f, sp, n, maps, adj)
	visitwords(f, sp+n<<3, uintptr(f.args), maps+mapsize(n), adj)
}

func visitwords(f *_func, base, n, mask uintptr, adj *stackadjust) {
	if adj == nil {
		scanblock(base, n, mask)
		return
	}
	for w := uintptr(0); w < n; w += 64 {
		for bits := *(*uint64)(unsafe.Pointer(mask + w>>3)); bits != 0; bits &= bits - 1 {
			slot := base + (w+uintptr(ctz64(bits)))<<3
			v := *(*uintptr)(unsafe.Pointer(slot))
			if v-adj.lo < adj.size {
				*(*uintptr)(unsafe.Pointer(slot)) = v + adj.delta
				adj.pointers++
			} else if v-1 < 4095 && debug.invalidptr != 0 {
				badstackpointer(f, slot, v)
			}
		}
	}
}

func badstackpointer(f *_func, slot, v uintptr) {
	getg().m.traceback = 2
	printstring("runtime: bad pointer in frame ")
	printstring(f.name)
	printstring(" at ")
	printhex(uint64(slot))
	printstring(": ")
	printhex(uint64(v))
	printnl()
	if goversion14 {
		throw("invalid stack pointer")
	}
	throw("invalid pointer found on stack")
}

// copystack moves the stack of gp, which is not running, to a new one of newsize bytes.
func copystack(gp *g, newsize uintptr) {
	if gp.syscallsp != 0 {
		throw("stack growth not allowed in system call")
	}
	old := gp.stack
	if old.lo == 0 {
		throw("nil stackbase")
	}
	used := old.hi - gp.sched.sp
	new := stackalloc(newsize)
	if debug.stackpoison != 0 {
		memfill(new.lo, newsize, poisonNew)
		memfill(new.hi-used, used, poisonCopy)
	}
	if debug.stackdebug >= 1 {
		copystacklog(gp, old, new)
	}
	memmove(unsafe.Pointer(new.hi-used), unsafe.Pointer(old.hi-used), used)

	var adj stackadjust
	adj.lo = old.lo
	adj.size = old.hi - old.lo
	adj.delta = new.hi - old.hi
	gp.stack = new
	gp.sched.sp = new.hi - used
	gp.stackguard0 = new.lo + stackGuard
	if debug.stackmove != 0 {
		gp.stackguard0 = stackForceMove
	}
	adjustg(gp, &adj)
	walkmaps(gp, &adj)

	stackstats.copies++
	stackstats.bytes += uint64(used)
	stackstats.frames += adj.frames
	stackstats.pointers += adj.pointers
	if debug.traceevents {
		traceevent(eventStackCopied, gp.goid, uint64(used), adj.frames, adj.pointers, uint64(old.lo), uint64(new.lo))
	}
	if debug.stackpoison != 0 {
		memfill(old.lo, old.hi-old.lo, poisonOld)
	}
	stackfree(old)
}

func copystacklog(gp *g, old, new stack) {
	printstring("copystack gp=")
	printhex(uint64(uintptr(unsafe.Pointer(gp))))
	printstring(" [")
	printhex(uint64(old.lo))
	printstring(" ")
	printhex(uint64(gp.sched.sp))
	printstring(" ")
	printhex(uint64(old.hi))
	printstring("]/")
	printuint(uint64(old.hi - old.lo))
	printstring(" -> [")
	printhex(uint64(new.lo))
	printstring(" ")
	printhex(uint64(new.hi - (old.hi - gp.sched.sp)))
	printstring(" ")
	printhex(uint64(new.hi))
	printstring("]/")
	printuint(uint64(new.hi - new.lo))
	printnl()
}

// memfill fills n bytes, a multiple of 8, with one value.
func memfill(p, n uintptr, b uint64) {
	word := b * 0x0101010101010101
	for end := p + n; p < end; p += 8 {
		*(*uint64)(unsafe.Pointer(p)) = word
	}
}

// shrinkstack halves the stack of gp if it uses less than a quarter of it. The collector calls it for each goroutine.
func shrinkstack(gp *g) {
	if gp.stack.lo == 0 {
		throw("missing stack in shrinkstack")
	}
	if debug.gcshrinkstackoff > 0 || gp.syscallsp != 0 || gp.throwsplit {
		return
	}
	old := gp.stack.hi - gp.stack.lo
	size := old / 2
	if size < fixedStack || size < startingStackSize {
		return
	}
	if used := gp.stack.hi - gp.sched.sp + stackNosplit; used >= old/4 {
		return
	}
	if debug.stackdebug > 0 {
		printstring("shrinking stack ")
		printuint(uint64(old))
		printstring("->")
		printuint(uint64(size))
		printnl()
	}
	stackstats.shrinks++
	lo := gp.stack.lo
	copystack(gp, size)
	if debug.traceevents {
		traceevent(eventStackShrink, gp.goid, uint64(lo), uint64(gp.stack.lo), uint64(old), uint64(size), 0)
	}
}

// shrinkall is for the collector: dead goroutines lose their stacks, the others may lose half.
func shrinkall() {
	for i := 0; i < allglen; i++ {
		gp := allgAt(i)
		if gp.status == _Gdead {
			if gp.stack.lo != 0 {
				stackfree(gp.stack)
				gp.stack.lo = 0
				gp.stack.hi = 0
			}
			continue
		}
		if gp.stack.lo != 0 {
			shrinkstack(gp)
		}
	}
}
