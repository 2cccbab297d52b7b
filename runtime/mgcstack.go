package runtime

import "unsafe"

// What is alive of a stack. A stack map names the words that the code further on will read. Memory in a frame whose
// address was taken may be needed although no map names it, because a pointer leads there: it is an object, and marking
// follows its pointers only if it was reached, as in Go's stack objects.
//
// Pointers into a stack come from its own frames and from a few fields of its g, and lead outwards, to older frames (or
// within one frame). The walk goes from the youngest frame to the oldest, so a bit for each word that was pointed to is
// all that has to be remembered.

// gcstack is the stack whose frames are being marked; size is 0 when there is none.
var gcstack struct {
	lo   uintptr
	size uintptr
	bits uintptr // one for each word of the stack from lo on
	span *mspan
}

// watchstack begins to note the words of gp's stack that are pointed to.
func watchstack(gp *g) {
	lo := gp.sched.sp
	if gp.syscallsp != 0 && gp.syscallsp < lo {
		lo = gp.syscallsp
	}
	size := gp.stack.hi - lo
	bytes := size>>9<<3 + 8
	if s := gcstack.span; s == nil || s.npages<<pageShift < bytes {
		watchdone()
		gcstack.span = allocSpan(roundPower((bytes+pageSize-1)>>pageShift), spanManual)
		gcstack.bits = gcstack.span.base
	}
	memclrNoHeapPointers(unsafe.Pointer(gcstack.bits), bytes)
	gcstack.lo = lo
	gcstack.size = size
}

// watchdone gives the memory of the bits back.
func watchdone() {
	if gcstack.span != nil {
		freeSpan(gcstack.span)
		gcstack.span = nil
	}
}

// reachstack notes that a live pointer p leads into the stack.
func reachstack(p uintptr) {
	w := (p - gcstack.lo) >> 3
	*(*uint64)(unsafe.Pointer(gcstack.bits + w>>6<<3)) |= 1 << (w & 63)
}

// reached reports whether one of n words at p was pointed to.
func reached(p, n uintptr) bool {
	w := (p - gcstack.lo) >> 3
	for end := w + n; w < end; {
		bits := *(*uint64)(unsafe.Pointer(gcstack.bits + w>>6<<3)) >> (w & 63)
		if left := end - w; left < 64 {
			bits &= 1<<left - 1
		}
		if bits != 0 {
			return true
		}
		w = (w | 63) + 1
	}
	return false
}

// objectsOf is the address of the map of the pointers in the objects of f's frame. Behind it stand their number and for
// each its first slot and its words (slot<<32 | words).
func objectsOf(f *_func) uintptr {
	return uintptr(unsafe.Pointer(&firstmoduledata.stackmaps[0])) + uintptr(f.objects-1)<<3
}

// markobjects marks from the objects of a frame at sp that were reached: also those that others of them lead to.
func markobjects(f *_func, sp uintptr) {
	mask := objectsOf(f)
	frame := uintptr(f.frame)
	args := mask + mapsize(frame)
	table := args + mapsize(uintptr(f.args))
	n := uintptr(*(*uint64)(unsafe.Pointer(table)))
	var done uint64
	for found := true; found; {
		found = false
		for i := uintptr(0); i < n; i++ {
			if done>>i&1 != 0 {
				continue
			}
			row := uintptr(*(*uint64)(unsafe.Pointer(table + 8 + i<<3)))
			first, words := row>>32, row&(1<<32-1)
			if !reached(sp+first<<3, words) {
				continue
			}
			done |= 1 << i
			found = true
			if first < frame {
				scanpart(sp, first, words, mask)
			} else {
				scanpart(sp+frame<<3, first-frame, words, args)
			}
		}
	}
}

// scanpart marks from n words at base, beginning with word first; mask is that of base.
func scanpart(base, first, n, mask uintptr) {
	for n != 0 {
		k := 64 - first&63
		if k > n {
			k = n
		}
		bits := *(*uint64)(unsafe.Pointer(mask + first>>6<<3)) >> (first & 63)
		if k < 64 {
			bits &= 1<<k - 1
		}
		if bits != 0 {
			markfrom(unsafe.Pointer(base+first<<3), bits)
		}
		first += k
		n -= k
	}
}
