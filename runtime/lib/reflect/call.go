package reflect

import (
	"runtime"
	"unsafe"
)

// Calls. The machine passes arguments and results in words: a scalar in one word in
// canonical form, a string in two, a slice in three, an interface in two, a complex in
// two; a struct of at most maxLeaves such words as those words; anything else in memory
// form, rounded up to words.

const maxLeaves = 4

// leaves is the number of words of a flat t, or -1 if t is passed in memory form.
func leaves(t *rtype) int {
	switch t.Kind() {
	case String, Interface, Complex64, Complex128:
		return 2
	case Slice:
		return 3
	case Array:
		a := t.array()
		if a.len == 0 || t.size == 0 {
			return 0
		}
		if a.len != 1 {
			return -1
		}
		return leaves(a.elem)
	case Struct:
		n := 0
		fields := t.st().fields
		for i := range fields {
			k := leaves(fields[i].typ)
			if k < 0 || n+k > maxLeaves {
				return -1
			}
			n += k
		}
		return n
	}
	return 1
}

// argWords is the number of words a t takes.
func argWords(t *rtype) int {
	if n := leaves(t); n >= 0 {
		return n
	}
	return int(t.size+7) / 8
}

// toWords writes the value of type t at p as words at w and returns their number.
func toWords(t *rtype, w, p unsafe.Pointer) int {
	n := leaves(t)
	if n < 0 {
		memmove(w, p, t.size)
		return int(t.size+7) / 8
	}
	switch t.Kind() {
	case Bool, Uint8:
		*(*uint64)(w) = uint64(*(*uint8)(p))
	case Int8:
		*(*int64)(w) = int64(*(*int8)(p))
	case Int16:
		*(*int64)(w) = int64(*(*int16)(p))
	case Uint16:
		*(*uint64)(w) = uint64(*(*uint16)(p))
	case Int32:
		*(*int64)(w) = int64(*(*int32)(p))
	case Uint32, Float32:
		*(*uint64)(w) = uint64(*(*uint32)(p))
	case Complex64:
		*(*uint64)(w) = uint64(*(*uint32)(p))
		*(*uint64)(unsafe.Add(w, 8)) = uint64(*(*uint32)(unsafe.Add(p, 4)))
	case Array:
		if n > 0 {
			toWords(t.array().elem, w, p)
		}
	case Struct:
		fields := t.st().fields
		k := 0
		for i := range fields {
			k += toWords(fields[i].typ, unsafe.Add(w, k*8), unsafe.Add(p, int(fields[i].offset)))
		}
	default:
		memmove(w, p, t.size)
	}
	return n
}

// fromWords is the inverse of toWords.
func fromWords(t *rtype, p, w unsafe.Pointer) int {
	n := leaves(t)
	if n < 0 {
		memmove(p, w, t.size)
		return int(t.size+7) / 8
	}
	switch t.Kind() {
	case Complex64:
		*(*uint32)(p) = *(*uint32)(w)
		*(*uint32)(unsafe.Add(p, 4)) = *(*uint32)(unsafe.Add(w, 8))
	case Array:
		if n > 0 {
			fromWords(t.array().elem, p, w)
		}
	case Struct:
		fields := t.st().fields
		k := 0
		for i := range fields {
			k += fromWords(fields[i].typ, unsafe.Add(p, int(fields[i].offset)), unsafe.Add(w, k*8))
		}
	default:
		// Little-endian: a narrow value is the low end of its word.
		memmove(p, w, t.size)
	}
	return n
}

// fromMemory is the value of type t that lies at p, which nobody else changes.
func fromMemory(t *rtype, p unsafe.Pointer) Value {
	if t.direct() {
		return Value{t, *(*unsafe.Pointer)(p), flag(t.kind)}
	}
	return Value{t, p, flagIndir | flag(t.kind)}
}

// arrange checks the number of arguments and packs those of a variadic call.
func arrange(op string, ft *functype, in []Value, isSlice bool) []Value {
	n := len(ft.in)
	if isSlice {
		if !ft.variadic {
			panic("reflect: CallSlice of non-variadic function")
		}
		if len(in) < n {
			panic("reflect: CallSlice with too few input arguments")
		}
		if len(in) > n {
			panic("reflect: CallSlice with too many input arguments")
		}
	} else {
		if ft.variadic {
			n--
		}
		if len(in) < n {
			panic("reflect: Call with too few input arguments")
		}
		if !ft.variadic && len(in) > n {
			panic("reflect: Call with too many input arguments")
		}
	}
	for _, x := range in {
		if x.Kind() == Invalid {
			panic("reflect: " + op + " using zero Value argument")
		}
	}
	for i := 0; i < n; i++ {
		if x, t := in[i].Type(), toType(ft.in[i]); !x.AssignableTo(t) {
			panic("reflect: " + op + " using " + x.String() + " as type " + t.String())
		}
	}
	if isSlice || !ft.variadic {
		return in
	}
	m := len(in) - n
	st := ft.in[n]
	s := MakeSlice(st, m, m)
	elem := toType(st.elem())
	for i := 0; i < m; i++ {
		if x := in[n+i].Type(); !x.AssignableTo(elem) {
			panic("reflect: cannot use " + x.String() + " as type " + elem.String() + " in " + op)
		}
		s.Index(i).Set(in[n+i])
	}
	return append(append([]Value(nil), in[:n]...), s)
}

// ---- methods ----

// methodReceiver is the receiver word, the type without receiver and the code of a method
// value.
func (v Value) methodReceiver(op string) (recv unsafe.Pointer, t *rtype, pc uintptr) {
	i := int(v.flag >> flagMethodShift)
	if v.typ.Kind() == Interface {
		m := &v.typ.inter().methods[i]
		if m.pkgpath != "" {
			panic("reflect: " + op + " of unexported method")
		}
		x := (*iface)(v.ptr)
		if x.tab == nil {
			panic("reflect: " + op + " of method on nil interface value")
		}
		return x.data, m.typ, *(*uintptr)(unsafe.Add(unsafe.Pointer(&x.tab.fun), i*8))
	}
	m := v.typ.exportedMethods()[i]
	if v.typ.direct() {
		recv = v.pointer()
	} else {
		// The method may change its receiver: it gets a copy.
		recv = unsafe_New(v.typ)
		typedmemmove(v.typ, recv, v.ptr)
	}
	return recv, m.mtyp, m.ifn
}

// makeMethodValue is a method value as an ordinary func value.
func makeMethodValue(v Value) Value {
	_, t, _ := v.methodReceiver("Interface")
	impl := newFuncImpl(t)
	impl.method = v
	return Value{t, unsafe.Pointer(impl), flag(Func) | v.flag.ro()}
}

// ---- functions made of closures and of method values ----

// makeFuncImpl is the func value that MakeFunc makes of fn, and Interface of a method: its
// code is makeFuncStub, which calls callReflect with this value and the address of its
// arguments.
type makeFuncImpl struct {
	pc       uintptr
	argwords int
	words    int
	typ      *functype
	fn       func([]Value) []Value
	method   Value
}

func makeFuncStub()

// newFuncImpl is a function of type t without what it calls.
func newFuncImpl(t *rtype) *makeFuncImpl {
	ft := t.fn()
	stub := makeFuncStub
	impl := &makeFuncImpl{pc: **(**uintptr)(unsafe.Pointer(&stub)), typ: ft}
	for _, a := range ft.in {
		impl.argwords += argWords(a)
	}
	impl.words = impl.argwords
	for _, a := range ft.out {
		impl.words += argWords(a)
	}
	return impl
}

// MakeFunc returns a function of type typ that calls fn.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	t := typ.common()
	if t.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	impl := newFuncImpl(t)
	impl.fn = fn
	return Value{t, unsafe.Pointer(impl), flag(Func)}
}

// panicpasses: what the caller of getsp calls may recover if the caller of the function with arguments at argp may.
//
//go:linkname panicpasses runtime.panicpasses
func panicpasses(argp, sp uintptr)

//go:linkname getsp runtime.getsp
func getsp() uintptr

// callReflect is called by makeFuncStub. frame holds the arguments and takes the results.
func callReflect(impl *makeFuncImpl, frame unsafe.Pointer) {
	panicpasses(uintptr(frame), getsp())
	if impl.fn == nil {
		recv, _, pc := impl.method.methodReceiver("Interface")
		size := impl.words * 8
		argsize := impl.argwords * 8
		words := make([]unsafe.Pointer, 2+impl.words)
		words[0] = recv
		args := unsafe.Add(unsafe.Pointer(&words[0]), 8)
		memmove(args, frame, uintptr(argsize))
		call(unsafe.Pointer(&codeptr{pc}), unsafe.Pointer(&words[0]), uint32(8+size), uint32(8+argsize))
		memmove(unsafe.Add(frame, argsize), unsafe.Add(args, argsize), uintptr(size-argsize))
		runtime.KeepAlive(impl)
		return
	}
	ft := impl.typ
	in := make([]Value, len(ft.in))
	at := 0
	for i, t := range ft.in {
		p := unsafe_New(t)
		at += fromWords(t, p, unsafe.Add(frame, at*8))
		in[i] = fromMemory(t, p)
	}
	out := impl.fn(in)
	if len(out) != len(ft.out) {
		panic("reflect: wrong return count from function created by MakeFunc")
	}
	for i, t := range ft.out {
		v := out[i]
		if v.typ == nil {
			panic("reflect: function created by MakeFunc using closure returned zero Value")
		}
		if v.flag&flagRO != 0 {
			panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
		}
		v = v.assignTo("reflect.MakeFunc", t)
		at += toWords(t, unsafe.Add(frame, at*8), v.address())
	}
	runtime.KeepAlive(impl) // the map of makeFuncStub's arguments lies in it
}
