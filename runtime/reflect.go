package runtime

import "unsafe"

// What package reflect asks of the runtime.

//go:linkname reflect_unsafe_New reflect.unsafe_New
func reflect_unsafe_New(t *_type) unsafe.Pointer { return mallocgc(t.size, t, true) }

//go:linkname reflect_unsafe_NewArray reflect.unsafe_NewArray
func reflect_unsafe_NewArray(t *_type, n int) unsafe.Pointer {
	if mulOverflows(t.size, n) {
		panic(plainError("runtime: allocation size out of range"))
	}
	return mallocgc(t.size*uintptr(n), t, true)
}

//go:linkname reflect_typedmemmove reflect.typedmemmove
func reflect_typedmemmove(t *_type, dst, src unsafe.Pointer) { memmove(dst, src, t.size) }

//go:linkname reflect_typedmemclr reflect.typedmemclr
func reflect_typedmemclr(t *_type, p unsafe.Pointer) { memclrNoHeapPointers(p, t.size) }

//go:linkname reflect_memmove reflect.memmove
func reflect_memmove(dst, src unsafe.Pointer, n uintptr) { memmove(dst, src, n) }

//go:linkname reflect_typeequal reflect.typeequal
func reflect_typeequal(t *_type, p, q unsafe.Pointer) bool { return typeequal(t, p, q) }

//go:linkname reflect_getitab reflect.getitab
func reflect_getitab(inter *interfacetype, t *_type) *itab { return getitab(inter, t, false) }

//go:linkname reflect_growslice reflect.growslice
func reflect_growslice(t *_type, old unsafe.Pointer, newLen, oldCap, num int) (unsafe.Pointer, int, int) {
	return growslice(old, newLen, oldCap, num, t)
}

//go:linkname reflect_typelinks reflect.typelinks
func reflect_typelinks() []*_type { return firstmoduledata.types }
