package runtime

import "unsafe"

// The allocator. Small objects come from runs: stretches of free objects of one size class inside a span, which an
// allocation just walks along. A run is cleared when it is granted, so that the fast path is a handful of instructions.
//
// A span of class size n holds, one behind the other: nelems objects, then (unless its objects hold no pointers) nelems
// 32-bit words that name each object's type, then nelems mark bytes: 1 if the last collection found the object alive.

const (
	numSpanClasses = numSizeClasses << 1

	// Go puts a word before each object with pointers that is larger than this. Here the types stand elsewhere, but the
	// sizes of blocks, which cap and the memory profile show, are the same.
	minSizeForHeader = 512
	mallocHeader     = 8
)

// allocRun is the run that allocations of one span class walk along: [free, end) are free objects.
type allocRun struct {
	free  unsafe.Pointer
	end   unsafe.Pointer
	types unsafe.Pointer // where the type of the object at free is stored
	size  int            // of an object
	span  *mspan
	// sample is one more than the bytes of this class that go by before one is sampled: at those of the run that are
	// granted already; 0: not drawn yet; -1: the object granted last is to be sampled. Each class draws for itself, so
	// that a run can be cut at its sample point whatever the others do: the distances are exponential, without memory.
	sample int64
}

// mcache is the allocator's state of the one m.
type mcache struct {
	runs       [512]allocRun // numSpanClasses are used; the rest spares bounds checks
	tiny       uintptr       // free rest of the current tiny block
	tinyend    uintptr
	memrate    int // MemProfileRate that the runs were cut for
	nextSample int64 // of large objects
	stackcache [numStackOrders]stackfreelist
	sudogcache *sudog
	deferpool  *_defer
}

var (
	mcache0  mcache
	zerobase uintptr

	typeBase uintptr // low end of the arena: types lie within 32 GiB of it
	typeBias uintptr // what is added to 8 times a type word
)

// MemProfileRate controls the fraction of memory allocations that are recorded and reported in the memory profile: on
// average one sample a MemProfileRate bytes.
var MemProfileRate int = 512 * 1024

// wordType is the type that a word of a span's types table names: bits 3 to 34 of its address.
func wordType(w uint32) *_type {
	if w == 0 {
		return nil
	}
	t := uintptr(w)<<3 + typeBias
	if t < typeBase {
		t += 1 << 35
	}
	return (*_type)(unsafe.Pointer(t))
}

// newobject allocates a zeroed value of type typ.
func newobject(typ *_type) unsafe.Pointer {
	size := typ.size
	if size <= minSizeForHeader && typ.ptrdata != 0 {
		class := sizeToClass8[(size+7)>>3]
		r := &mcache0.runs[uint(class)<<1]
		v := r.free
		n := unsafe.Add(v, r.size)
		if uintptr(n) <= uintptr(r.end) && MemProfileRate == mcache0.memrate {
			r.free = n
			p := r.types
			*(*uint32)(p) = uint32(uintptr(unsafe.Pointer(typ)) >> 3)
			r.types = unsafe.Add(p, 4)
			return v
		}
	}
	return mallocgc(size, typ, true)
}

// mallocgc allocates size bytes that hold values of typ, one behind the other (nil: no pointers). The memory is zero.
func mallocgc(size uintptr, typ *_type, needzero bool) unsafe.Pointer {
	if size == 0 {
		return unsafe.Pointer(&zerobase)
	}
	if size > maxSmallSize-mallocHeader {
		return malloclarge(size, typ, needzero)
	}
	var class uint8
	if typ == nil || typ.ptrdata == 0 {
		if size < maxTinySize {
			v := mcache0.tiny
			if size&7 == 0 {
				v = (v + 7) &^ 7
			} else if size&3 == 0 {
				v = (v + 3) &^ 3
			} else if size&1 == 0 {
				v = (v + 1) &^ 1
			}
			if v+size <= mcache0.tinyend && MemProfileRate == mcache0.memrate && MemProfileRate != 1 {
				mcache0.tiny = v + size
				memstats.tinyallocs++
				return unsafe.Pointer(v)
			}
			return malloctiny(size)
		}
		if size <= smallSizeMax {
			class = sizeToClass8[(size+7)>>3]
		} else {
			class = sizeToClass128[(size-smallSizeMax+127)>>7]
		}
		idx := uint(class)<<1 | 1
		r := &mcache0.runs[idx]
		v := r.free
		n := unsafe.Add(v, r.size)
		if uintptr(n) <= uintptr(r.end) && MemProfileRate == mcache0.memrate {
			r.free = n
			return v
		}
		return mallocslow(uintptr(idx), nil, size)
	}
	if size > minSizeForHeader {
		size += mallocHeader
	}
	if size <= smallSizeMax {
		class = sizeToClass8[(size+7)>>3]
	} else {
		class = sizeToClass128[(size-smallSizeMax+127)>>7]
	}
	idx := uint(class) << 1
	r := &mcache0.runs[idx]
	v := r.free
	n := unsafe.Add(v, r.size)
	if uintptr(n) <= uintptr(r.end) && MemProfileRate == mcache0.memrate {
		r.free = n
		p := r.types
		*(*uint32)(p) = uint32(uintptr(unsafe.Pointer(typ)) >> 3)
		r.types = unsafe.Add(p, 4)
		return v
	}
	return mallocslow(uintptr(idx), typ, size)
}

// mallocslow allocates an object of a span class whose run is used up, or that may have to be sampled.
func mallocslow(idx uintptr, typ *_type, size uintptr) unsafe.Pointer {
	mp := getg().m
	if mp.mallocing != 0 {
		throw("malloc deadlock")
	}
	c := &mcache0
	if c.memrate != MemProfileRate {
		setmemrate()
	}
	if gcShouldStart() {
		gcTriggered()
	}
	if debug.efence != 0 {
		return malloclarge(size, typ, true) // pages of its own for each object
	}
	mp.mallocing = 1
	r := &c.runs[idx]
	elemsize := uintptr(classToSize[idx>>1])
	if uintptr(r.free)+elemsize > uintptr(r.end) || r.free == nil {
		refill(idx)
	}
	v := r.free
	r.free = unsafe.Add(v, elemsize)
	if idx&1 == 0 {
		*(*uint32)(r.types) = uint32(uintptr(unsafe.Pointer(typ)) >> 3)
		r.types = unsafe.Add(r.types, 4)
	}
	mp.mallocing = 0
	if debug.allocfreetrace != 0 {
		tracealloc(v, size, typ)
	}
	if c.memrate > 0 {
		if c.memrate == 1 {
			profilealloc(mp, v, elemsize)
		} else if r.sample < 0 {
			r.sample = 0
			profilealloc(mp, v, elemsize)
		}
	}
	return v
}

// setmemrate begins to sample at the rate that the program has set.
func setmemrate() {
	c := &mcache0
	c.memrate = MemProfileRate
	mcacheflush()
	for i := range c.runs {
		c.runs[i].sample = 0
	}
	c.nextSample = nextSample()
}

// malloctiny begins a new block for objects below maxTinySize bytes without pointers.
func malloctiny(size uintptr) unsafe.Pointer {
	p := mallocslowtiny(size)
	rest := uintptr(p) + size
	end := uintptr(p) + maxTinySize
	if end-rest > mcache0.tinyend-mcache0.tiny || mcache0.tiny == 0 {
		mcache0.tiny = rest
		mcache0.tinyend = end
	}
	return p
}

// mallocslowtiny allocates the 16 bytes of a tiny block.
func mallocslowtiny(size uintptr) unsafe.Pointer {
	const idx = tinySizeClass<<1 | 1
	r := &mcache0.runs[idx]
	v := r.free
	if uintptr(v)+maxTinySize <= uintptr(r.end) && MemProfileRate == mcache0.memrate {
		r.free = unsafe.Add(v, maxTinySize)
		return v
	}
	return mallocslow(idx, nil, size)
}

// refill gives a span class its next run of free objects.
func refill(idx uintptr) {
	c := &mcache0
	r := &c.runs[idx]
	elemsize := uintptr(classToSize[idx>>1])
	s := r.span
	if s == nil {
		s = mheap0.classes[idx].cur
	}
	for {
		if s == nil {
			systemstack(func() {
				s = allocClassSpan(idx)
			})
		}
		i := s.cursor
		n := s.nelems
		if i < n {
			k := memindexbyte(unsafe.Pointer(s.marks+i), int(n-i), 0)
			if k >= 0 {
				start := i + uintptr(k)
				end := n
				if e := memindexbyte(unsafe.Pointer(s.marks+start), int(n-start), 1); e >= 0 {
					end = start + uintptr(e)
				}
				grantRun(r, s, start, end, elemsize)
				return
			}
			s.cursor = n
		}
		s = s.roomy
		mheap0.classes[idx].cur = s
	}
}

// grantRun makes objects [start, end) of s the run r, or fewer: up to the next sample point, one under gcstress.
func grantRun(r *allocRun, s *mspan, start, end, elemsize uintptr) {
	c := &mcache0
	n := end - start
	if debug.gcstress != 0 || c.memrate == 1 || debug.allocfreetrace != 0 {
		n = 1
	} else if c.memrate > 0 {
		if r.sample <= 0 {
			r.sample = nextSample() + 1
		}
		if k := uintptr(r.sample-1) / elemsize; k < n {
			n = k
		}
		if n == 0 {
			n = 1
			r.sample = -1
		} else {
			r.sample -= int64(n * elemsize)
		}
	}
	end = start + n
	s.cursor = end
	base := s.base + start*elemsize
	size := n * elemsize
	if s.needzero {
		memclrNoHeapPointers(unsafe.Pointer(base), size)
	}
	r.span = s
	r.free = unsafe.Pointer(base)
	r.end = unsafe.Pointer(base + size)
	r.types = unsafe.Pointer(s.types + start<<2)
	r.size = int(elemsize)
	memstats.heapLive += uint64(size)
	memstats.totalAlloc += uint64(size)
	memstats.nmalloc += uint64(n)
}

// mcacheflush takes the unused rest of every run back, so that counts are exact and the collector may move marks.
func mcacheflush() {
	c := &mcache0
	for idx := uintptr(2); idx < numSpanClasses; idx++ {
		r := &c.runs[idx]
		s := r.span
		if s == nil {
			continue
		}
		if uintptr(r.free) < uintptr(r.end) {
			elemsize := uintptr(classToSize[idx>>1])
			left := uintptr(r.end) - uintptr(r.free)
			s.cursor = (uintptr(r.free) - s.base) / elemsize
			memstats.heapLive -= uint64(left)
			memstats.totalAlloc -= uint64(left)
			memstats.nmalloc -= uint64(left / elemsize)
			if r.sample > 0 {
				r.sample += int64(left)
			}
			// What is left is clear already, but the span as a whole may not be: it is cleared again.
		}
		mheap0.classes[idx].cur = s
		r.span = nil
		r.free = nil
		r.end = nil
		r.types = nil // all three would count as roots
		r.size = 8    // nil + 8 is beyond nil
	}
	c.tiny = 0
	c.tinyend = 0
}

// malloclarge allocates an object that has a span to itself.
func malloclarge(size uintptr, typ *_type, needzero bool) unsafe.Pointer {
	mp := getg().m
	if mp.mallocing != 0 {
		throw("malloc deadlock")
	}
	npages := (size + pageSize - 1) >> pageShift
	if size+pageSize < size || size > maxAlloc || typ != nil && typ.ptrdata != 0 && typ.gcdata == nil {
		throw("out of memory") // of the last kind the linker has no bitmap: see MAX_BITMAP
	}
	memstats.heapLive += uint64(npages << pageShift)
	if gcShouldStart() {
		memstats.heapLive -= uint64(npages << pageShift)
		gcTriggered()
		memstats.heapLive += uint64(npages << pageShift)
	}
	mp.mallocing = 1
	var s *mspan
	systemstack(func() {
		s = allocLargeSpan(npages, typ)
	})
	if s.needzero {
		memclrNoHeapPointers(unsafe.Pointer(s.base), npages<<pageShift)
	}
	memstats.totalAlloc += uint64(npages << pageShift)
	memstats.nmalloc++
	mp.mallocing = 0
	v := unsafe.Pointer(s.base)
	if debug.allocfreetrace != 0 {
		tracealloc(v, size, typ)
	}
	c := &mcache0
	if rate := MemProfileRate; rate > 0 {
		if c.memrate != rate {
			setmemrate()
		}
		if int64(size) >= c.nextSample || rate == 1 {
			c.nextSample = nextSample()
			profilealloc(mp, v, npages<<pageShift)
		} else {
			c.nextSample -= int64(size)
		}
	}
	return v
}

// profilealloc records one sampled allocation in the memory profile.
func profilealloc(mp *m, v unsafe.Pointer, size uintptr) {
	mp.mallocing = 1
	mProf_Malloc(v, size)
	mp.mallocing = 0
}

// nextSample draws the distance in bytes to the next sample: exponential around MemProfileRate.
func nextSample() int64 {
	rate := MemProfileRate
	if rate <= 0 {
		return 1<<63 - 1
	}
	if rate == 1 {
		return 0
	}
	if rate > 0x7000000 {
		rate = 0x7000000
	}
	// -ln(u) from a random 26-bit number: ln(u) = (log2(q) - 26) * ln(2), log2 by bits and a quadratic.
	q := uint64(fastrand())&(1<<26-1) + 1
	e := 0
	for q>>1 != 0 && q >= 2<<uint(e) {
		e++
	}
	frac := float64(q)/float64(uint64(1)<<uint(e)) - 1 // in [0, 1)
	log2 := float64(e) + frac*(1.3465-0.3465*frac)
	d := (26 - log2) * 0.6931471805599453 * float64(rate)
	if d < 0 {
		d = 0
	}
	return int64(d)
}

// persistent memory: never freed, never scanned, outside the collected heap.
var persistent struct {
	free uintptr
	end  uintptr
}

const persistentChunk = 64 << 10

// persistentalloc allocates zeroed memory that lives as long as the program.
func persistentalloc(size, align uintptr) unsafe.Pointer {
	if align == 0 {
		align = 8
	}
	// No call between reading and writing persistent.free: growing the stack allocates here too.
	p := (persistent.free + align - 1) &^ (align - 1)
	if p+size > persistent.end {
		persistentmore(size)
		p = (persistent.free + align - 1) &^ (align - 1)
	}
	persistent.free = (p + size + ptrSize - 1) &^ (ptrSize - 1) // newSpanStruct takes words from here
	memstats.otherSys += uint64(size)
	return unsafe.Pointer(p)
}

func persistentmore(size uintptr) {
	n := uintptr(persistentChunk)
	if size > n {
		n = alignUp(size+pageSize, pageSize)
	}
	systemstack(func() {
		s := allocSpan(n>>pageShift, spanManual)
		if s.needzero {
			memclrNoHeapPointers(unsafe.Pointer(s.base), n)
		}
		persistent.free = s.base
		persistent.end = s.base + n
	})
}

// roundupsize is how many bytes can be used of the block that an allocation of size bytes gets.
func roundupsize(size uintptr, noscan bool) uintptr {
	if size > maxSmallSize-mallocHeader {
		return (size + pageSize - 1) &^ (pageSize - 1)
	}
	head := uintptr(0)
	if !noscan && size > minSizeForHeader {
		head = mallocHeader
		size += head
	}
	if size <= smallSizeMax {
		return uintptr(classToSize[sizeToClass8[(size+7)>>3]]) - head
	}
	return uintptr(classToSize[sizeToClass128[(size-smallSizeMax+127)>>7]]) - head
}

// GC runs a garbage collection and blocks the caller until it is complete.
func GC() {
	gcstart()
	mProf_GC() // all that has been swept is final now
	// Today's collector lets others run while it sweeps, so that a goroutine that only collects starves nobody.
	for i := 0; i < 4 && (i == 0 && !goversion14 || finalizersready()); i++ {
		Gosched()
	}
}
