package runtime

import "unsafe"

// The collector: precise, mark and sweep, on g0, with the world standing still because only one m runs.
//
// Mark. Roots are the program's data, the frames of all goroutines, the deferred calls on their lists, and what
// finalizers need. A mark is one byte for each object at the end of its span. Objects found alive go on a stack outside
// the heap until their pointers have been followed.
//
// Sweep. A span without marked objects goes back to the page heap at once. In the others nothing is done: the allocator
// takes its runs of free objects from the mark bytes.

// memstats counts what the allocator and the collector do; ReadMemStats makes runtime.MemStats of it.
var memstats struct {
	heapLive   uint64 // bytes in objects, free rests of runs included until they are flushed
	heapMarked uint64 // of the last collection
	nextGC     uint64 // heapLive at which the next collection starts
	totalAlloc uint64
	nmalloc    uint64
	nfree      uint64
	tinyallocs uint64
	otherSys   uint64
	numgc      uint32
	numForced  uint32
	pauseTotal uint64
	pauseNs    [256]uint64
	pauseEnd   [256]uint64
	lastGC     uint64
	liveobjs   uint64
	enablegc   bool
}

var (
	gcpercent   int32  = 100
	memoryLimit int64  = 1<<63 - 1
	gcnow       uint64 // heapLive at which gcShouldStart answers true
)

const gcMinHeap = 4 << 20

// gcenable starts the two goroutines that a Go program has for its collector, and waits until both are parked.
func gcenable() {
	c := make(chan int, 2)
	nextsystem = true
	go bgsweep(c)
	nextsystem = true
	go bgscavenge(c)
	<-c
	<-c
}

func readGOGC() {
	memstats.enablegc = true
	p := gogetenv("GOGC")
	if p == "off" {
		gcpercent = -1
	} else if n, ok := atoi(p); ok {
		gcpercent = int32(n)
	}
	gcpace()
}

// gcpace sets the trigger of the next collection.
func gcpace() {
	if gcpercent < 0 {
		memstats.nextGC = 1<<63 - 1
	} else {
		// Stacks count as live memory too: they are scanned as well.
		n := memstats.heapMarked + (memstats.heapMarked+uint64(mheap0.stackuse<<pageShift))*uint64(gcpercent)/100
		if min := uint64(gcMinHeap) * uint64(gcpercent) / 100; n < min {
			n = min
		}
		memstats.nextGC = n
	}
	if memoryLimit < 1<<62 && memstats.nextGC > uint64(memoryLimit) {
		memstats.nextGC = uint64(memoryLimit)
		if low := memstats.heapMarked + memstats.heapMarked/10; memstats.nextGC < low {
			memstats.nextGC = low
		}
	}
}

// gcShouldStart reports whether an allocation on the current goroutine should collect first.
func gcShouldStart() bool {
	if memstats.heapLive < memstats.nextGC && debug.gcstress == 0 {
		return false
	}
	gp := getg()
	mp := gp.m
	return memstats.enablegc && gp == mp.curg && mp.locks == 0 && mp.mallocing == 0 && mp.gcing == 0 && mp.dying == 0
}

func gcTriggered() {
	systemstack(gcOnG0)
}

// gcstart is a collection that somebody asked for.
func gcstart() {
	memstats.numForced++
	systemstack(gcOnG0)
}

// gcwork is the stack of objects whose pointers are still to be followed. It lies in pages of its own.
var gcwork struct {
	sp    unsafe.Pointer
	base  unsafe.Pointer
	end   unsafe.Pointer
	span  *mspan
	bytes uint64 // marked, known after the sweep
	objs  uint64
}

// gcitem is what is left to do of one object: instances of typ from b on, size bytes of them; of the first, the words
// from word on.
type gcitem struct {
	b    unsafe.Pointer
	typ  *_type
	size uintptr
	word uintptr
}

const gcworkItem = int(unsafe.Sizeof(gcitem{}))

// gcOnG0 is one collection.
func gcOnG0() {
	mp := &m0
	if mp.gcing != 0 || mp.mallocing != 0 {
		return
	}
	mp.gcing = 1
	start := nanotime()
	if debug.traceevents {
		traceevent(eventGCStart, 0, uint64(memstats.numgc)+1, memstats.heapLive, 0, 0, 0)
	}
	if debug.allocfreetrace != 0 {
		tracegc()
	}
	before := memstats.heapLive
	if mp.curg != nil {
		mp.curg.waitreason = waitReasonGarbageCollection
	}
	mcacheflush()
	clearmarks()
	shrinkall()
	gcworkinit()
	markroots(start)
	markfinalizers()
	mProf_GC() // before the sweep: its frees belong to the allocations of this cycle
	sweep()
	gcworkdone()
	stackcacheclear()

	memstats.heapMarked = gcwork.bytes
	memstats.heapLive = gcwork.bytes
	memstats.liveobjs = gcwork.objs
	memstats.nfree = memstats.nmalloc - gcwork.objs
	memstats.numgc++
	gcpace()
	end := nanotime()
	pause := uint64(end - start)
	memstats.pauseTotal += pause
	i := (memstats.numgc - 1) & 255
	memstats.pauseNs[i] = pause
	sec, nsec := walltime()
	memstats.lastGC = uint64(sec)*1000000000 + uint64(nsec)
	memstats.pauseEnd[i] = memstats.lastGC
	if debug.gctrace > 0 {
		gctraceline(before, pause)
	}
	if debug.traceevents {
		traceevent(eventGCEnd, 0, uint64(memstats.numgc), gcwork.bytes, gcwork.objs, uint64(mheap0.inuse<<pageShift), memstats.nextGC)
	}
	mp.gcing = 0
}

func gctraceline(before, pause uint64) {
	printlock()
	printstring("gc ")
	printuint(uint64(memstats.numgc))
	printstring(": ")
	printuint(pause / 1000)
	printstring(" us, ")
	printuint(before >> 10)
	printstring("->")
	printuint(memstats.heapMarked >> 10)
	printstring(" KB, ")
	printuint(memstats.nextGC >> 10)
	printstring(" KB goal, ")
	printuint(gcwork.objs)
	printstring(" objects\n")
	printunlock()
}

func gcworkinit() {
	if gcwork.span == nil {
		gcworkalloc(8)
	}
	gcwork.sp = gcwork.base
	gcwork.bytes = 0
	gcwork.objs = 0
}

func gcworkalloc(npages uintptr) {
	s := allocSpan(npages, spanManual)
	gcwork.span = s
	gcwork.base = unsafe.Pointer(s.base)
	// The last item's place, not the span's end: that would be a root pointing into whatever lies behind.
	gcwork.end = unsafe.Pointer(s.base + npages<<pageShift - uintptr(gcworkItem))
}

// gcworkgrow doubles the stack.
func gcworkgrow() {
	old := gcwork.span
	used := uintptr(gcwork.sp) - uintptr(gcwork.base)
	gcworkalloc(old.npages * 2)
	memmove(gcwork.base, unsafe.Pointer(old.base), used)
	gcwork.sp = add(gcwork.base, used)
	freeSpan(old)
}

// gcworkdone gives a stack that has become large back.
func gcworkdone() {
	if gcwork.span.npages > 64 {
		freeSpan(gcwork.span)
		gcwork.span = nil
	}
	watchdone()
}

// clearmarks forgets the last collection.
func clearmarks() {
	for idx := range mheap0.classes {
		for s := mheap0.classes[idx].all; s != nil; s = s.next {
			memclrNoHeapPointers(unsafe.Pointer(s.marks), s.nelems)
		}
	}
}

// markroots marks from everything that is alive by itself.
func markroots(now int64) {
	md := &firstmoduledata
	// Data and bss, 64 words at a time: most of the bitmap is zero.
	words := (md.ebss - md.data) >> 3
	mask := uintptr(unsafe.Pointer(md.gcdata))
	for i := uintptr(0); i < words; i += 64 {
		if *(*uint64)(unsafe.Pointer(mask + i>>3)) != 0 {
			scanblock(md.data+i<<3, 64, mask+i>>3)
		}
	}
	for i := 0; i < allglen; i++ {
		gp := allgAt(i)
		if gp.status == _Gdead {
			continue
		}
		if gp.status == _Gwaiting && gp.waitsince == 0 {
			gp.waitsince = now
		}
		markrootg(gp)
	}
	markrootg(&g0)
	markspecialroots()
}

// markrootg marks what only this goroutine keeps alive: its frames, and these fields of g:
// sched.ctxt, _defer's functions, param, timer, labels, writebuf. What they, _panic and waiting tell to lie on the stack
// counts as reached there.
func markrootg(gp *g) {
	if gp != &g0 {
		watchstack(gp)
	}
	greyptr(uintptr(gp.sched.ctxt))
	greyptr(uintptr(gp.param))
	greyptr(uintptr(unsafe.Pointer(gp.timer)))
	greyptr(uintptr(gp.labels))
	greyptr(uintptr((*slice)(unsafe.Pointer(&gp.writebuf)).array))
	for d := gp._defer; d != nil; d = d.link {
		greyptr(uintptr(unsafe.Pointer(d)))
		greyptr(*(*uintptr)(unsafe.Pointer(&d.fn)))
	}
	for p := gp._panic; p != nil; p = p.link {
		greyptr(uintptr(unsafe.Pointer(p)))
	}
	for s := gp.waiting; s != nil; s = s.waitlink {
		greyptr(uintptr(s.elem))
	}
	if gp != &g0 {
		walkmaps(gp, nil)
		gcstack.size = 0
	}
}

// greyptr marks the object that p points into, and what can be reached from it.
func greyptr(p uintptr) {
	if p != 0 {
		var word [1]uintptr
		word[0] = p
		markfrom(unsafe.Pointer(&word[0]), 1)
	}
}

// scanblock marks from n words at b; mask, 8-byte aligned, has a bit for each that is a pointer, lowest first.
func scanblock(b, n, mask uintptr) {
	for {
		bits := *(*uint64)(unsafe.Pointer(mask))
		if n < 64 {
			bits &= 1<<n - 1
		}
		if bits != 0 {
			markfrom(unsafe.Pointer(b), bits)
		}
		if n <= 64 {
			return
		}
		n -= 64
		b += 64 * ptrSize
		mask += 8
	}
}

// repeats[n] has every n-th bit set: it spreads the bitmap of a type of n words over an array of it.
var repeats = [...]uint64{
	1: 0xffffffffffffffff, 2: 0x5555555555555555, 4: 0x1111111111111111, 8: 0x0101010101010101,
	16: 0x0001000100010001, 32: 0x0000000100000001,
}

// markfrom marks the objects that the words at b point to whose bits are set, and all that can be reached from them.
func markfrom(b unsafe.Pointer, bits uint64) {
	lo := mheap0.lo
	end := mheap0.used
	table := unsafe.Pointer(mheap0.spans - (lo>>pageShift)<<3)
	for {
		for bits != 0 {
			p := *(*unsafe.Pointer)(unsafe.Add(b, ctz64(bits)<<3))
			bits &= bits - 1
			if uintptr(p) < lo || uintptr(p) >= end {
				continue
			}
			s := *(**mspan)(unsafe.Add(table, int(uintptr(p)>>pageShift)<<3))
			if s == nil || s.state != spanInUse {
				if uintptr(p)-gcstack.lo < gcstack.size {
					reachstack(uintptr(p))
				} else if s != nil && s.state == spanFree {
					badheappointer(uintptr(p), uintptr(b))
				}
				continue
			}
			size := s.elemsize
			k := (uintptr(p) - s.base) / size
			if k >= s.nelems {
				continue
			}
			mark := (*uint8)(unsafe.Pointer(s.marks + k))
			if *mark != 0 {
				continue
			}
			*mark = 1
			if s.spanclass&1 != 0 {
				continue
			}
			typ := s.largetype
			if s.types != 0 {
				// wordType, written out.
				w := *(*uint32)(unsafe.Pointer(s.types + k<<2))
				t := uintptr(w)<<3 + typeBias
				if t < typeBase {
					t += 1 << 35
				}
				if w == 0 {
					continue
				}
				typ = (*_type)(unsafe.Pointer(t))
			}
			sp := gcwork.sp
			if sp == gcwork.end {
				gcworkgrow()
				sp = gcwork.sp
			}
			it := (*gcitem)(sp)
			it.b = unsafe.Pointer(s.base + k*size)
			it.typ = typ
			it.size = size
			it.word = 0
			gcwork.sp = unsafe.Add(sp, gcworkItem)
		}
		sp := gcwork.sp
		if sp == gcwork.base {
			return
		}
		it := (*gcitem)(unsafe.Add(sp, -gcworkItem))
		b = it.b
		typ := it.typ
		word := it.word
		bits = *(*uint64)(unsafe.Add(unsafe.Pointer(typ.gcdata), int(word>>3)))
		n := typ.ptrdata>>3 - word
		if n > 64 {
			it.word = word + 64
			b = add(b, word<<3)
			continue
		}
		if n < 64 {
			bits &= 1<<n - 1
		}
		step := typ.size
		if word != 0 {
			b = add(b, word<<3)
		}
		left := it.size - step
		if left >= step {
			// An array: as many elements at once as bits have room for.
			if e := step >> 3; word == 0 && e <= 32 && e&(e-1) == 0 && repeats[e] != 0 {
				bits *= repeats[e]
				step = 64 * ptrSize
				if it.size < step {
					bits &= 1<<(it.size>>3) - 1
					step = it.size
				}
				left = it.size - step
			}
			if left >= typ.size {
				it.b = add(it.b, step)
				it.size = left
				it.word = 0
				continue
			}
		}
		gcwork.sp = unsafe.Pointer(it)
	}
}

// badheappointer: a live word points into pages that hold nothing. With invalidptr=1 (the default) that is fatal.
func badheappointer(p, from uintptr) {
	if debug.invalidptr == 0 || debug.stackfromsystem != 0 || debug.efence != 0 {
		return
	}
	s := spanOf(p)
	if s == nil {
		return
	}
	printstring("runtime: pointer ")
	printhex(uint64(p))
	printstring(" to unallocated span span.base()=")
	printhex(uint64(s.base))
	printstring(" found at ")
	printhex(uint64(from))
	printnl()
	throw("found bad pointer in Go heap (incorrect use of unsafe or cgo?)")
}

// markspecialroots marks what finalizers hold: their functions, and everything their objects point to.
func markspecialroots() {
	for idx := range mheap0.classes {
		for s := mheap0.classes[idx].all; s != nil; s = s.next {
			for t := s.specials; t != nil; t = t.next {
				if t.kind == specialFinalizer {
					greyptr(uintptr(unsafe.Pointer(t.fn)))
					scanobject(t.object, s)
				} else if t.kind == specialCleanup {
					greyptr(*(*uintptr)(unsafe.Pointer(&t.fn2)))
				}
			}
		}
	}
	markfinq()
	markcputags()
}

// scanobject follows the pointers in an object without marking it.
func scanobject(p uintptr, s *mspan) {
	if s.spanclass&1 != 0 {
		return
	}
	k := (p - s.base) / s.elemsize
	typ := s.largetype
	if s.types != 0 {
		typ = wordType(*(*uint32)(unsafe.Pointer(s.types + k<<2)))
	}
	if typ == nil {
		return
	}
	for b := s.base + k*s.elemsize; b <= s.base+k*s.elemsize+s.elemsize-typ.size; b += typ.size {
		scanblock(b, typ.ptrdata>>3, uintptr(unsafe.Pointer(typ.gcdata)))
	}
}

// markfinalizers queues the finalizers of dead objects, then marks these: they live on until the finalizers have run.
func markfinalizers() {
	for idx := range mheap0.classes {
		for s := mheap0.classes[idx].all; s != nil; s = s.next {
			prev := &s.specials
			for t := s.specials; t != nil; {
				next := t.next
				if *(*uint8)(unsafe.Pointer(s.marks + (t.object-s.base)/s.elemsize)) == 0 {
					switch t.kind {
					case specialFinalizer:
						*prev = next
						queuefinalizer(t)
						t = next
						continue
					case specialCleanup:
						*prev = next
						queuecleanup(t)
						t = next
						continue
					}
				}
				prev = &t.next
				t = next
			}
		}
	}
	markfinq()
}

// sweep gives spans without live objects back and tells the profile about sampled objects that died.
func sweep() {
	for idx := range mheap0.classes {
		l := &mheap0.classes[idx]
		l.cur = nil
		prev := &l.all
		for s := l.all; s != nil; {
			next := s.next
			if s.specials != nil {
				sweepspecials(s)
			}
			live := countmarks(s.marks, s.nelems)
			if live == 0 {
				*prev = next
				if debug.efence != 0 {
					fenceSpan(s)
				} else {
					freeSpan(s)
				}
			} else {
				gcwork.objs += uint64(live)
				gcwork.bytes += uint64(live * s.elemsize)
				s.cursor = 0
				if idx > 1 {
					s.needzero = true
					if live < s.nelems {
						s.roomy = l.cur
						l.cur = s
					}
				} else {
					s.cursor = 1
				}
				prev = &s.next
			}
			s = next
		}
	}
}

// countmarks counts the bytes that are 1 among n bytes that are 0 or 1.
func countmarks(p, n uintptr) uintptr {
	if n == 1 {
		return uintptr(*(*uint8)(unsafe.Pointer(p)))
	}
	return uintptr(countbyte(unsafe.Pointer(p), int(n), 1))
}

func sweepspecials(s *mspan) {
	prev := &s.specials
	for t := s.specials; t != nil; {
		next := t.next
		if *(*uint8)(unsafe.Pointer(s.marks + (t.object-s.base)/s.elemsize)) != 0 {
			prev = &t.next
			t = next
			continue
		}
		*prev = next
		switch t.kind {
		case specialProfile:
			mProf_Free(t.bucket, t.size)
		case specialTrace:
			tracefree(unsafe.Pointer(t.object), t.size)
		}
		freespecial(t)
		t = next
	}
}

// settracespecial asks to be told when p dies, for allocfreetrace.
func settracespecial(p unsafe.Pointer, size uintptr) {
	systemstack(func() {
		s := newspecial()
		s.kind = specialTrace
		s.size = size
		addspecial(uintptr(p), s)
	})
}

//go:linkname debug_freeOSMemory runtime/debug.freeOSMemory
func debug_freeOSMemory() {
	gcstart()
	systemstack(releaseFree)
}

//go:linkname debug_setGCPercent runtime/debug.setGCPercent
func debug_setGCPercent(percent int32) int32 {
	old := gcpercent
	if percent < 0 {
		percent = -1
	}
	gcpercent = percent
	gcpace()
	return old
}

//go:linkname debug_setMemoryLimit runtime/debug.setMemoryLimit
func debug_setMemoryLimit(limit int64) int64 {
	old := memoryLimit
	if limit >= 0 {
		memoryLimit = limit
		gcpace()
	}
	return old
}

//go:linkname debug_setMaxStack runtime/debug.setMaxStack
func debug_setMaxStack(n int) int {
	old := int(maxstacksize)
	maxstacksize = uintptr(n)
	return old
}

//go:linkname debug_setPanicOnFault runtime/debug.setPanicOnFault
func debug_setPanicOnFault(v bool) bool {
	gp := getg()
	old := gp.paniconfault
	gp.paniconfault = v
	return old
}
