package reflect

import "unsafe"

// Swapper returns a function that swaps elements of slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	s := *(*sliceHeader)(v.ptr)
	t := v.typ.elem()
	size := int(t.size)
	switch {
	case s.Len <= 1: // nothing to swap, but indices to check
	case size == 8 && t.ptrdata == 0:
		is := *(*[]int64)(v.ptr)
		return func(i, j int) { is[i], is[j] = is[j], is[i] }
	case t.Kind() == String:
		ss := *(*[]string)(v.ptr)
		return func(i, j int) { ss[i], ss[j] = ss[j], ss[i] }
	}
	tmp := unsafe_New(t)
	return func(i, j int) {
		if uint(i) >= uint(s.Len) || uint(j) >= uint(s.Len) {
			panic("reflect: slice index out of range")
		}
		a, b := unsafe.Add(s.Data, i*size), unsafe.Add(s.Data, j*size)
		memmove(tmp, a, uintptr(size))
		memmove(a, b, uintptr(size))
		memmove(b, tmp, uintptr(size))
	}
}
