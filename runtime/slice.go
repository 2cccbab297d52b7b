package runtime

import "unsafe"

// Slices: making, growing, copying.

type slice struct {
	array unsafe.Pointer
	len   int
	cap   int
}

const maxAlloc = 1 << 48

func panicmakeslicelen() { panic(errorString("makeslice: len out of range")) }
func panicmakeslicecap() { panic(errorString("makeslice: cap out of range")) }

// mulOverflows reports whether n elements of size bytes exceed what can be allocated.
func mulOverflows(size uintptr, n int) bool {
	return n < 0 || size != 0 && uintptr(n) > maxAlloc/size
}

// makeslice returns zeroed memory for cap elements of et.
func makeslice(et *_type, len, cap int) unsafe.Pointer {
	if len < 0 || mulOverflows(et.size, len) {
		panicmakeslicelen()
	}
	if cap < len || mulOverflows(et.size, cap) {
		panicmakeslicecap()
	}
	return mallocgc(et.size*uintptr(cap), et, true)
}

// nextslicecap is Go's growth rule: doubling up to 256 elements, then smoothly towards 1.25.
func nextslicecap(newLen, oldCap int) int {
	doubled := oldCap + oldCap
	if newLen > doubled {
		return newLen
	}
	const threshold = 256
	if oldCap < threshold {
		return doubled
	}
	c := oldCap
	for {
		c += (c + 3*threshold) >> 2
		if uint(c) >= uint(newLen) {
			break
		}
	}
	if c <= 0 {
		return newLen
	}
	return c
}

// growslice gives room for an append of num elements that makes the length newLen; the
// old elements are copied, and those beyond newLen are zero.
func growslice(old unsafe.Pointer, newLen, oldCap, num int, et *_type) (unsafe.Pointer, int, int) {
	oldLen := newLen - num
	if newLen < 0 {
		panic(errorString("growslice: len out of range"))
	}
	if et.size == 0 {
		return unsafe.Pointer(&zerobase), newLen, newLen
	}
	c := nextslicecap(newLen, oldCap)
	if mulOverflows(et.size, c) {
		panic(errorString("growslice: len out of range"))
	}
	mem := int(roundupsize(uintptr(c)*et.size, et.ptrdata == 0))
	size := int(et.size)
	if size == 1 {
		c = mem
	} else {
		c = mem / size
	}
	p := mallocgc(uintptr(c*size), et, true)
	memmove(p, old, uintptr(oldLen*size))
	return p, newLen, c
}

// slicecopy copies min(len) elements of width bytes and returns their number.
func slicecopy(to unsafe.Pointer, toLen int, from unsafe.Pointer, fromLen int, width uintptr) int {
	n := fromLen
	if toLen < n {
		n = toLen
	}
	if n == 0 || width == 0 {
		return n
	}
	memmove(to, from, uintptr(n)*width)
	return n
}

// unsafeslice checks the arguments of unsafe.Slice.
func unsafeslice(et *_type, p unsafe.Pointer, n int) {
	if n < 0 || mulOverflows(et.size, n) || p != nil && et.size*uintptr(n) > -uintptr(p) {
		panic(errorString("unsafe.Slice: len out of range"))
	}
	if p == nil && n > 0 {
		panic(errorString("unsafe.Slice: ptr is nil and len is not zero"))
	}
}

// unsafestring checks the arguments of unsafe.String.
func unsafestring(p unsafe.Pointer, n int) {
	if n < 0 || p != nil && uintptr(n) > -uintptr(p) {
		panic(errorString("unsafe.String: len out of range"))
	}
	if p == nil && n > 0 {
		panic(errorString("unsafe.String: ptr is nil and len is not zero"))
	}
}
