package runtime

import "unsafe"

// The page heap: spans of 8 KiB pages, cut from the arena from its low end upward, kept in lists by length when free and
// joined with their neighbours. It is changed only on g0, because growing a stack comes here too.

const (
	spanFree   = iota
	spanInUse  // objects of the collected heap
	spanStack  // stacks
	spanManual // the runtime's own memory
	spanFenced // efence: a dead object's pages, never used again
)

const (
	maxFreeList = 128 // spans of fewer pages have a list of their own length
	growPages   = 64  // pages by which the heap grows at least
)

// mspan is one run of pages.
type mspan struct {
	next      *mspan
	prev      *mspan // free spans only
	roomy     *mspan // the next span of the class with free objects
	base      uintptr
	npages    uintptr
	elemsize  uintptr
	nelems    uintptr
	marks     uintptr // nelems bytes
	types     uintptr // nelems uint32, 0 for objects without pointers
	cursor    uintptr // where the search for free objects goes on
	largetype *_type
	specials  *special
	state     uint8
	spanclass uint8
	needzero  bool
	released  bool    // free, and its memory given back to the host
	marked    bool    // large: the mark byte has no better place
	refs      uintptr // stacks in use
	freelist  uintptr // free stacks
	order     uint8
}

// classSpans lists all spans of one span class; cur begins the list of those that may have free objects.
type classSpans struct {
	all *mspan
	cur *mspan
}

type mheap struct {
	lo, hi    uintptr // the heap's part of the arena
	used      uintptr // [lo, used) has been cut into spans
	mapped    uintptr // [lo, mapped) has been asked of the host
	spans     uintptr // table: a *mspan for each page of [lo, hi)
	spansmap  uintptr // how far the table has been asked of the host
	free      [maxFreeList]*mspan
	freebits  [2]uint64 // bit i: free[i] is not empty
	large     *mspan    // free spans of maxFreeList pages and more
	classes   [numSpanClasses]classSpans
	spanpool  *mspan  // span structures that are free
	nspans    uintptr // span structures in all
	inuse     uintptr // pages of spanInUse
	stackuse  uintptr // pages of spanStack
	manual    uintptr // pages of spanManual
	freed     uintptr // pages in free spans
	givenback uintptr // of those, pages given back to the host
	limit     uintptr
}

var mheap0 mheap

// mallocinit lays out the heap; it runs on g0 before anything allocates.
func mallocinit() {
	h := &mheap0
	lo, hi := arenabounds()
	typeBase = lo &^ (1<<32 - 1)
	typeBias = typeBase &^ (1<<35 - 1)
	h.spans = lo
	table := ((hi - lo) >> pageShift) * ptrSize
	h.spansmap = lo
	lo = (lo + table + pageSize - 1) &^ (pageSize - 1)
	h.lo = lo
	h.hi = hi
	h.used = lo
	h.mapped = lo
	c := &mcache0
	c.memrate = MemProfileRate
	for i := 0; i < numSpanClasses; i++ {
		c.runs[i].size = 8 // so that an empty run has no room
	}
	m0.mcache = c
	c.nextSample = nextSample()
	memstats.nextGC = 4 << 20
}

// spanOf finds the span of an address, nil if it has none.
func spanOf(p uintptr) *mspan {
	h := &mheap0
	if p < h.lo || p >= h.used {
		return nil
	}
	return *(**mspan)(unsafe.Pointer(h.spans + ((p-h.lo)>>pageShift)*ptrSize))
}

func setSpan(p uintptr, s *mspan) {
	h := &mheap0
	*(**mspan)(unsafe.Pointer(h.spans + ((p-h.lo)>>pageShift)*ptrSize)) = s
}

// setSpans enters s for each of its pages.
func setSpans(s *mspan) {
	h := &mheap0
	p := h.spans + ((s.base-h.lo)>>pageShift)*ptrSize
	for end := p + s.npages*ptrSize; p < end; p += ptrSize {
		*(**mspan)(unsafe.Pointer(p)) = s
	}
}

func newSpanStruct() *mspan {
	h := &mheap0
	s := h.spanpool
	if s != nil {
		h.spanpool = s.next
		memclrNoHeapPointers(unsafe.Pointer(s), unsafe.Sizeof(mspan{}))
		return s
	}
	if persistent.free+unsafe.Sizeof(mspan{}) > persistent.end {
		// Never through persistentmore, which comes back here: take pages directly.
		p := heapTake(persistentChunk >> pageShift)
		mheap0.manual += persistentChunk >> pageShift
		persistent.free = p
		persistent.end = p + persistentChunk
	}
	s = (*mspan)(unsafe.Pointer(persistent.free))
	persistent.free += unsafe.Sizeof(mspan{})
	h.nspans++
	return s
}

// heapTake cuts npages off the untouched part of the arena.
func heapTake(npages uintptr) uintptr {
	h := &mheap0
	n := npages << pageShift
	p := h.used
	if n > h.hi-p {
		outOfMemory(n)
	}
	end := p + n
	if end > h.mapped {
		want := end - h.mapped
		if want < growPages<<pageShift && h.mapped+growPages<<pageShift <= h.hi {
			want = growPages << pageShift
		}
		if !sysUsed(h.mapped, want) {
			want = end - h.mapped
			if !sysUsed(h.mapped, want) {
				outOfMemory(n)
			}
		}
		h.mapped += want
		t := h.spans + ((h.mapped-h.lo)>>pageShift)*ptrSize
		t = (t + pageSize - 1) &^ (pageSize - 1)
		if t > h.spansmap {
			if !sysUsed(h.spansmap, t-h.spansmap) {
				outOfMemory(n)
			}
			h.spansmap = t
		}
	}
	h.used = end
	return p
}

func outOfMemory(n uintptr) {
	printstring("runtime: out of memory: cannot allocate ")
	printuint(uint64(n))
	printstring("-byte block (")
	printuint(uint64(mheap0.used - mheap0.lo))
	printstring(" in use)\n")
	throw("out of memory")
}

// allocSpan takes npages from the free lists or the arena. On g0.
func allocSpan(npages uintptr, state uint8) *mspan {
	h := &mheap0
	s := findFree(npages)
	if s == nil {
		s = newSpanStruct()
		s.base = heapTake(npages)
		s.npages = npages
	} else if s.npages > npages {
		rest := newSpanStruct()
		rest.base = s.base + npages<<pageShift
		rest.npages = s.npages - npages
		rest.needzero = s.needzero
		rest.released = s.released
		s.npages = npages
		insertFree(rest)
	}
	if s.released {
		s.released = false
		h.givenback -= npages
		if !sysUsed(s.base, npages<<pageShift) {
			outOfMemory(npages << pageShift)
		}
	}
	s.state = state
	switch state {
	case spanInUse:
		h.inuse += npages
	case spanStack:
		h.stackuse += npages
	case spanManual:
		h.manual += npages
	}
	setSpans(s)
	return s
}

// findFree takes the shortest free span of at least npages off its list.
func findFree(npages uintptr) *mspan {
	h := &mheap0
	if npages < maxFreeList {
		w := npages >> 6
		bits := h.freebits[w] >> (npages & 63) << (npages & 63)
		if bits == 0 && w == 0 {
			w = 1
			bits = h.freebits[1]
		}
		if bits != 0 {
			s := h.free[w<<6+uintptr(ctz64(bits))]
			removeFree(s)
			return s
		}
	}
	var best *mspan
	for s := h.large; s != nil; s = s.next {
		if s.npages >= npages && (best == nil || s.npages < best.npages || s.npages == best.npages && s.base < best.base) {
			best = s
		}
	}
	if best != nil {
		removeFree(best)
	}
	return best
}

func removeFree(s *mspan) {
	h := &mheap0
	h.freed -= s.npages
	if s.prev != nil {
		s.prev.next = s.next
	} else if s.npages < maxFreeList {
		h.free[s.npages] = s.next
		if s.next == nil {
			h.freebits[s.npages>>6] &^= 1 << (s.npages & 63)
		}
	} else {
		h.large = s.next
	}
	if s.next != nil {
		s.next.prev = s.prev
	}
	s.next = nil
	s.prev = nil
}

func insertFree(s *mspan) {
	h := &mheap0
	s.state = spanFree
	h.freed += s.npages
	s.prev = nil
	if s.npages < maxFreeList {
		s.next = h.free[s.npages]
		h.free[s.npages] = s
		h.freebits[s.npages>>6] |= 1 << (s.npages & 63)
	} else {
		s.next = h.large
		h.large = s
	}
	if s.next != nil {
		s.next.prev = s
	}
	setSpan(s.base, s)
	setSpan(s.base+(s.npages-1)<<pageShift, s)
}

// freeSpan gives the pages of s back, joined with free neighbours. On g0.
func freeSpan(s *mspan) {
	h := &mheap0
	switch s.state {
	case spanInUse:
		h.inuse -= s.npages
	case spanStack:
		h.stackuse -= s.npages
	case spanManual:
		h.manual -= s.npages
	default:
		throw("freeSpan: bad span state")
	}
	s.needzero = true
	if s.base > h.lo {
		if t := spanOf(s.base - pageSize); t != nil && t.state == spanFree {
			joinFree(s, t)
			s.base = t.base
			dropSpanStruct(t)
		}
	}
	if end := s.base + s.npages<<pageShift; end < h.used {
		if t := spanOf(end); t != nil && t.state == spanFree {
			joinFree(s, t)
			dropSpanStruct(t)
		}
	}
	s.specials = nil
	s.largetype = nil
	insertFree(s)
}

// fenceSpan makes the pages of a dead object inaccessible for ever.
func fenceSpan(s *mspan) {
	mheap0.inuse -= s.npages
	s.state = spanFenced
	s.specials = nil
	sysUnused(s.base, s.npages<<pageShift)
	sysFault(s.base, s.npages<<pageShift)
}

// joinFree adds the pages of t, a free neighbour, to s.
func joinFree(s, t *mspan) {
	removeFree(t)
	if t.released {
		mheap0.givenback -= t.npages
		if !sysUsed(t.base, t.npages<<pageShift) {
			outOfMemory(t.npages << pageShift)
		}
	}
	s.npages += t.npages
}

func dropSpanStruct(t *mspan) {
	t.state = spanFree
	t.next = mheap0.spanpool
	mheap0.spanpool = t
}

// releaseFree gives the memory of all free spans back to the host, for debug.FreeOSMemory.
func releaseFree() {
	h := &mheap0
	for i := range h.free {
		for s := h.free[i]; s != nil; s = s.next {
			releaseSpan(s)
		}
	}
	for s := h.large; s != nil; s = s.next {
		releaseSpan(s)
	}
}

func releaseSpan(s *mspan) {
	if s.released {
		return
	}
	s.released = true
	s.needzero = false
	mheap0.givenback += s.npages
	sysUnused(s.base, s.npages<<pageShift)
}

// allocClassSpan makes a new span for small objects of a span class. On g0.
func allocClassSpan(idx uintptr) *mspan {
	class := idx >> 1
	s := allocSpan(uintptr(classToPages[class]), spanInUse)
	size := uintptr(classToSize[class])
	bytes := s.npages << pageShift
	s.spanclass = uint8(idx)
	s.elemsize = size
	if idx&1 != 0 {
		n := bytes / (size + 1)
		s.nelems = n
		s.types = 0
		s.marks = s.base + bytes - n
		if s.needzero {
			memclrNoHeapPointers(unsafe.Pointer(s.marks), n)
		}
	} else {
		n := (bytes - 4) / (size + 5)
		s.nelems = n
		s.types = s.base + n*size // size is a multiple of 8, so the table is aligned
		s.marks = s.types + n*4
		if s.needzero {
			memclrNoHeapPointers(unsafe.Pointer(s.types), n*5)
		}
	}
	s.cursor = 0
	s.roomy = nil
	l := &mheap0.classes[idx]
	s.next = l.all
	l.all = s
	return s
}

// allocLargeSpan makes the span of one large object. On g0.
func allocLargeSpan(npages uintptr, typ *_type) *mspan {
	s := allocSpan(npages, spanInUse)
	s.elemsize = npages << pageShift
	s.nelems = 1
	s.cursor = 1
	s.types = 0
	s.largetype = nil
	s.spanclass = 1
	if typ != nil && typ.ptrdata != 0 {
		s.spanclass = 0
		s.largetype = typ
	}
	s.marked = false
	s.marks = uintptr(unsafe.Pointer(&s.marked))
	l := &mheap0.classes[s.spanclass]
	s.next = l.all
	l.all = s
	return s
}

// special is something to be done when an object is found dead. Specials of a span are sorted by nothing: they are few.
type special struct {
	next   *special
	object uintptr // or an inner byte of it: several objects may share a tiny block
	kind   uint8
	bucket *bucket // specialProfile
	size   uintptr
	fn     *funcval // specialFinalizer
	fint   *_type   // type of fn's parameter
	ot     *ptrtype // type of the object's pointer
	nret   uintptr  // bytes of fn's results
	fn2    func()   // specialCleanup
	id     uint64
}

const (
	specialFinalizer = iota
	specialProfile
	specialTrace
	specialCleanup
)

var specialpool *special

// newspecial takes a special from the pool. On g0.
func newspecial() *special {
	s := specialpool
	if s == nil {
		return (*special)(persistentalloc(unsafe.Sizeof(special{}), 8))
	}
	specialpool = s.next
	memclrNoHeapPointers(unsafe.Pointer(s), unsafe.Sizeof(special{}))
	return s
}

func freespecial(s *special) {
	s.fn = nil
	s.fn2 = nil
	s.next = specialpool
	specialpool = s
}

// addspecial hangs s on the object's span; false if the object already has one of this kind that must be single.
func addspecial(p uintptr, s *special) bool {
	span := spanOf(p)
	if span == nil || span.state != spanInUse {
		throw("addspecial on invalid pointer")
	}
	prev := findspecials(span, p)
	if s.kind == specialFinalizer {
		for t := *prev; t != nil && t.object == p; t = t.next {
			if t.kind == s.kind {
				return false
			}
		}
	}
	s.object = p
	s.next = *prev
	*prev = s
	return true
}

// findspecials is the place in a span's list where the specials of p stand or would. The list falls from high addresses
// to low ones: objects come mostly in rising order, so that this is mostly its head.
func findspecials(span *mspan, p uintptr) **special {
	prev := &span.specials
	for t := *prev; t != nil && t.object > p; t = *prev {
		prev = &t.next
	}
	return prev
}

// removespecial takes the special of a kind off an object, nil if there is none.
func removespecial(p uintptr, kind uint8) *special {
	span := spanOf(p)
	if span == nil || span.state != spanInUse {
		return nil
	}
	prev := findspecials(span, p)
	for t := *prev; t != nil && t.object == p; t = t.next {
		if t.kind == kind {
			*prev = t.next
			return t
		}
		prev = &t.next
	}
	return nil
}

// setprofilebucket remembers in which bucket the allocation of p was counted.
func setprofilebucket(p unsafe.Pointer, b *bucket, size uintptr) {
	systemstack(func() {
		s := newspecial()
		s.kind = specialProfile
		s.bucket = b
		s.size = size
		addspecial(uintptr(p), s)
	})
}

// findObject answers the base and the size of the heap object that p points into; base 0 if there is none.
func findObject(p uintptr) (base, size uintptr, s *mspan) {
	s = spanOf(p)
	if s == nil || s.state != spanInUse {
		return 0, 0, nil
	}
	i := (p - s.base) / s.elemsize
	if i >= s.nelems {
		return 0, 0, nil
	}
	return s.base + i*s.elemsize, s.elemsize, s
}
