package runtime

import "unsafe"

// Profiles: allocations, blocking and mutex contention counted by call stack, and the stacks of goroutines.

// A bucket counts the events of one stack. Buckets lie outside the heap and are never freed.
type bucket struct {
	next    *bucket // in the hash table
	allnext *bucket // in the list of the kind, newest first
	kind    int
	hash    uintptr
	size    uintptr
	nstk    int
	mem     memRecord
	count   int64 // block, mutex and CPU
	cycles  int64
	tag     unsafe.Pointer // CPU: the labels of the goroutine
	// The pcs of the stack follow.
}

// memCycle counts allocations and frees.
type memCycle struct {
	allocs, frees         uintptr
	allocBytes, freeBytes uintptr
}

// memRecord delays what it counts, so that a profile never shows an allocation whose free a collection would already
// have found: a malloc counts as recent, a free found by the sweep as prev; every collection makes prev final and recent
// prev.
type memRecord struct {
	recent, prev, final memCycle
}

func (c *memCycle) add(d *memCycle) {
	c.allocs += d.allocs
	c.frees += d.frees
	c.allocBytes += d.allocBytes
	c.freeBytes += d.freeBytes
}

const (
	memProfile = 1 + iota
	blockProfile
	mutexProfile

	bucketHashSize = 4099
	maxStackDepth  = 128
	recordDepth    = 32 // pcs in a public record
)

var (
	buckhash [bucketHashSize]*bucket
	mbuckets *bucket
	bbuckets *bucket
	xbuckets *bucket
	bnbucket int
)

func (b *bucket) stk() []uintptr {
	return unsafe.Slice((*uintptr)(unsafe.Add(unsafe.Pointer(b), unsafe.Sizeof(bucket{}))), b.nstk)
}

// stkbucket finds the bucket of a stack, or makes it if alloc.
func stkbucket(kind int, size uintptr, tag unsafe.Pointer, stk []uintptr, alloc bool) *bucket {
	h := uintptr(0)
	for _, pc := range stk {
		h += pc
		h += h << 10
		h ^= h >> 6
	}
	h += size + uintptr(tag)
	h += h << 10
	h ^= h >> 6
	h += h << 3
	h ^= h >> 11
	i := int(h % bucketHashSize)
	for b := buckhash[i]; b != nil; b = b.next {
		if b.kind == kind && b.hash == h && b.size == size && b.tag == tag && eqslice(b.stk(), stk) {
			return b
		}
	}
	if !alloc {
		return nil
	}
	b := (*bucket)(persistentalloc(unsafe.Sizeof(bucket{})+uintptr(len(stk))*ptrSize, 8))
	b.kind = kind
	b.hash = h
	b.size = size
	b.tag = tag
	b.nstk = len(stk)
	copy(b.stk(), stk)
	b.next = buckhash[i]
	buckhash[i] = b
	switch kind {
	case memProfile:
		b.allnext = mbuckets
		mbuckets = b
	case blockProfile:
		b.allnext = bbuckets
		bbuckets = b
	case mutexProfile:
		b.allnext = xbuckets
		xbuckets = b
	case cpuProfile:
		b.allnext = cpubuckets
		cpubuckets = b
	}
	return b
}

func eqslice(x, y []uintptr) bool {
	if len(x) != len(y) {
		return false
	}
	for i, v := range x {
		if v != y[i] {
			return false
		}
	}
	return true
}

// ---- memory ----

// mProf_Malloc records a sampled allocation of size bytes at p.
func mProf_Malloc(p unsafe.Pointer, size uintptr) {
	var stk [maxStackDepth]uintptr
	n := callers(1, stk[:])
	pcs := dropmalloc(stk[:n])
	b := stkbucket(memProfile, size, nil, pcs, true)
	b.mem.recent.allocs++
	b.mem.recent.allocBytes += size
	setprofilebucket(p, b, size)
}

// dropmalloc leaves out the frames of the allocator, down to the function that calls newobject, makeslice and the like.
func dropmalloc(pcs []uintptr) []uintptr {
	i := 0
	last := ""
	for i < len(pcs) {
		f := findfunc(userpc(pcs[i]))
		if f == nil || !inallocator(f.file) {
			break
		}
		last = f.name
		i++
	}
	if i < len(pcs) && last != "runtime.newobject" {
		if f := findfunc(userpc(pcs[i])); f != nil && hasPrefix(f.name, "runtime.") {
			i++
		}
	}
	return pcs[i:]
}

// inallocator reports whether a file is malloc.go of the runtime.
func inallocator(file string) bool {
	const name = "/malloc.go"
	n := len(file) - len(name)
	return n >= 0 && file[n:] == name
}

// mProf_Free is called by the sweep for a sampled object.
func mProf_Free(b *bucket, size uintptr) {
	b.mem.prev.frees++
	b.mem.prev.freeBytes += size
}

// mProf_GC is called by each collection before it sweeps, and by GC again after it.
func mProf_GC() {
	for b := mbuckets; b != nil; b = b.allnext {
		r := &b.mem
		r.final.add(&r.prev)
		r.prev = r.recent
		r.recent = memCycle{}
	}
}

// A StackRecord describes a single execution stack.
type StackRecord struct {
	Stack0 [32]uintptr // stack trace for this record; ends at first 0 entry
}

// Stack returns the stack trace associated with the record, a prefix of r.Stack0.
func (r *StackRecord) Stack() []uintptr { return untilzero(r.Stack0[:]) }

func untilzero(stk []uintptr) []uintptr {
	for i, v := range stk {
		if v == 0 {
			return stk[0:i]
		}
	}
	return stk
}

// A MemProfileRecord describes the live objects allocated by a particular call sequence (stack trace).
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

// InUseBytes returns the number of bytes in use (AllocBytes - FreeBytes).
func (r *MemProfileRecord) InUseBytes() int64 { return r.AllocBytes - r.FreeBytes }

// InUseObjects returns the number of objects in use (AllocObjects - FreeObjects).
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// Stack returns the stack trace associated with the record, a prefix of r.Stack0.
func (r *MemProfileRecord) Stack() []uintptr { return untilzero(r.Stack0[:]) }

// memcount counts the records of MemProfile; clear says that nothing has become final yet.
func memcount(inuseZero bool) (n int, clear bool) {
	clear = true
	for b := mbuckets; b != nil; b = b.allnext {
		f := &b.mem.final
		if inuseZero || f.allocBytes != f.freeBytes {
			n++
		}
		if f.allocs != 0 || f.frees != 0 {
			clear = false
		}
	}
	return n, clear
}

// MemProfile returns a profile of memory allocated and freed per allocation site, as of two collections ago, so that it
// is not skewed by objects that nobody needs any more. It returns n, the number of records in the current profile. If
// len(p) >= n, it copies the profile into p and returns n, true; else it returns n, false and leaves p alone. If
// inuseZero is set, records with no memory in use are among them.
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) {
	n, clear := memcount(inuseZero)
	if clear {
		// Without a collection so far there would be nothing to see.
		mProf_GC()
		mProf_GC()
		n, _ = memcount(inuseZero)
	}
	if n > len(p) {
		return n, false
	}
	i := 0
	for b := mbuckets; b != nil && i < n; b = b.allnext {
		f := &b.mem.final
		if inuseZero || f.allocBytes != f.freeBytes {
			r := &p[i]
			r.AllocBytes = int64(f.allocBytes)
			r.FreeBytes = int64(f.freeBytes)
			r.AllocObjects = int64(f.allocs)
			r.FreeObjects = int64(f.frees)
			fillstack(&r.Stack0, b.stk())
			i++
		}
	}
	return n, true
}

func fillstack(dst *[recordDepth]uintptr, stk []uintptr) {
	n := copy(dst[:], stk)
	for ; n < recordDepth; n++ {
		dst[n] = 0
	}
}

// ---- blocking and contention ----

var (
	blockprofilerate int64 // nanoseconds; 0: off
	mutexprofilerate int64 // one of so many; 0: off
)

// SetBlockProfileRate controls the fraction of goroutine blocking events that are reported in the blocking profile: on
// average one event per rate nanoseconds spent blocked. Rate 1 takes all in, rate <= 0 turns the profile off.
func SetBlockProfileRate(rate int) {
	if rate <= 0 {
		blockprofilerate = 0
	} else {
		blockprofilerate = int64(rate)
	}
}

// SetMutexProfileFraction controls the fraction of mutex contention events that are reported in the mutex profile: on
// average 1/rate. Rate 0 turns it off, rate < 0 only reads the current rate. It returns the rate before.
func SetMutexProfileFraction(rate int) int {
	old := mutexprofilerate
	if rate >= 0 {
		mutexprofilerate = int64(rate)
	}
	return int(old)
}

// blockevent records a wait of cycles ticks. skip counts frames from blockevent's own on.
func blockevent(cycles int64, skip int) {
	if cycles <= 0 {
		cycles = 1
	}
	rate := blockprofilerate
	if rate <= 0 {
		return
	}
	count := int64(1)
	if rate > cycles {
		if int64(rand64()>>1)%rate > cycles {
			return
		}
		// A short event that was drawn stands for those that were not.
		count = rate / cycles
		cycles = rate
	}
	var stk [maxStackDepth]uintptr
	n := callers(skip, stk[:])
	addevent(blockProfile, nil, stk[:n], count, cycles)
}

// mutexevent records that somebody waited cycles ticks for a mutex that the caller releases.
func mutexevent(cycles int64, skip int) {
	rate := mutexprofilerate
	if rate <= 0 || int64(rand64()>>1)%rate != 0 {
		return
	}
	if cycles < 0 {
		cycles = 0
	}
	var stk [maxStackDepth]uintptr
	n := callers(skip, stk[:])
	addevent(mutexProfile, nil, stk[:n], rate, cycles*rate)
}

func addevent(kind int, tag unsafe.Pointer, stk []uintptr, count, cycles int64) {
	b := stkbucket(kind, 0, tag, stk, true)
	b.count += count
	b.cycles += cycles
}

// BlockProfileRecord describes blocking events originated at a particular call sequence (stack trace).
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

// BlockProfile returns n, the number of records in the current blocking profile. If len(p) >= n, it copies the profile
// into p and returns n, true; else it returns n, false and leaves p alone.
func BlockProfile(p []BlockProfileRecord) (n int, ok bool) { return eventprofile(bbuckets, p) }

// MutexProfile is BlockProfile for contention: whose Unlock others waited for.
func MutexProfile(p []BlockProfileRecord) (n int, ok bool) { return eventprofile(xbuckets, p) }

func eventprofile(list *bucket, p []BlockProfileRecord) (n int, ok bool) {
	for b := list; b != nil; b = b.allnext {
		n++
	}
	if n > len(p) {
		return n, false
	}
	i := 0
	for b := list; b != nil; b = b.allnext {
		r := &p[i]
		r.Count = b.count
		r.Cycles = b.cycles
		fillstack(&r.Stack0, b.stk())
		i++
	}
	return n, true
}

// ThreadCreateProfile returns n, the number of records in the thread creation profile: one, of the only m.
func ThreadCreateProfile(p []StackRecord) (n int, ok bool) {
	if len(p) < 1 {
		return 1, false
	}
	fillstack(&p[0].Stack0, m0.createstack[:])
	return 1, true
}

// ---- goroutines ----

// saveg fills in the stack of gp, from a pc and sp of its own or, both all ones, the saved ones.
func saveg(pc, sp uintptr, gp *g, skip int, r *StackRecord) {
	n := gentraceback(pc, sp, 0, gp, skip, &r.Stack0[0], recordDepth, nil, nil, 0)
	if n < recordDepth {
		r.Stack0[n] = 0
	}
}

// profiled reports whether a goroutine belongs in the goroutine profile.
func profiled(gp *g) bool {
	return gp.status&^_Gscan != _Gdead && gp.status != _Gidle && (goversion14 || !isSystemGoroutine(gp))
}

// saveothers fills in the stacks of all goroutines but me, and their labels if there is room for them.
func saveothers(me *g, p []StackRecord, labels []unsafe.Pointer) int {
	i := 0
	for k := 0; k < allglen && i < len(p); k++ {
		gp := allgAt(k)
		if gp == me || !profiled(gp) {
			continue
		}
		saveg(^uintptr(0), ^uintptr(0), gp, 0, &p[i])
		if i < len(labels) {
			labels[i] = gp.labels
		}
		i++
	}
	return i
}

// pprof_goroutineProfileWithLabels is GoroutineProfile with the labels of each goroutine.
func pprof_goroutineProfileWithLabels(p []StackRecord, labels []unsafe.Pointer) (n int, ok bool) {
	return goroutineProfileWithLabels(p, labels)
}

// countprofiled counts the goroutines of the profile.
func countprofiled() int {
	n := 0
	for k := 0; k < allglen; k++ {
		if profiled(allgAt(k)) {
			n++
		}
	}
	return n
}

// ---- tracing of allocations (GODEBUG=allocfreetrace=1) ----

func tracehead(what string, p unsafe.Pointer) {
	printstring(what)
	printstring("(0x")
	printhexdigits(uint64(uintptr(p)))
}

// printhexdigits prints a number in hexadecimal without 0x.
func printhexdigits(v uint64) {
	const digits = "0123456789abcdef"
	var buf [16]byte
	i := len(buf)
	for {
		i--
		buf[i] = digits[v&15]
		v >>= 4
		if v == 0 {
			break
		}
	}
	printstring(unsafe.String(&buf[i], len(buf)-i))
}

// tracegc prints, before a collection, the stacks of all goroutines. It runs on g0.
func tracegc() {
	gp := getg()
	gp.m.traceback = 2
	printstring("tracegc()\n")
	tracebackothers(gp)
	printstring("end tracegc\n\n")
	gp.m.traceback = 0
}
