package reflect

import "unsafe"

// Conversions.

func lenText(n int) string {
	if n == 0 {
		return "0"
	}
	s := ""
	for ; n > 0; n /= 10 {
		s = string(rune('0'+n%10)) + s
	}
	return s
}

// plain is the addressable value r as a value of its own.
func plain(r Value, f flag) Value {
	r.flag = r.flag&^flagAddr | f
	return r
}

func retype(v Value, t *rtype) Value {
	p := v.ptr
	if v.flag&flagAddr != 0 {
		p = unsafe_New(t)
		typedmemmove(t, p, v.ptr)
	}
	return Value{t, p, v.flag.ro() | v.flag&flagIndir | flag(t.kind)}
}

func sliceToArrayPtr(v Value, t *rtype) Value {
	n := t.elem().Len()
	if n > v.Len() {
		panic("reflect: cannot convert slice with length " + lenText(v.Len()) + " to pointer to array with length " + lenText(n))
	}
	return Value{t, v.first(), v.flag.ro() | flag(Pointer)}
}

var _ unsafe.Pointer
