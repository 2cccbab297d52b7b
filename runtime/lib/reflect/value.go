package reflect

import "unsafe"

// Value is a Go value with its type. The zero Value is no value.
//
// ptr is the value itself if it is pointer-shaped and flagIndir is not set, else the
// address of the value.
type Value struct {
	typ *rtype
	ptr unsafe.Pointer
	flag
}

type flag uintptr

const (
	flagKindMask    flag = 1<<5 - 1
	flagStickyRO    flag = 1 << 5 // reached through an unexported field
	flagEmbedRO     flag = 1 << 6 // reached through an unexported embedded field
	flagIndir       flag = 1 << 7
	flagAddr        flag = 1 << 8 // addressable
	flagMethod      flag = 1 << 9 // a method value; the method's index stands above
	flagMethodShift      = 10
	flagRO               = flagStickyRO | flagEmbedRO
)

func (f flag) kind() Kind { return Kind(f & flagKindMask) }

func (f flag) ro() flag {
	if f&flagRO != 0 {
		return flagStickyRO
	}
	return 0
}

// What the runtime does for reflect.

func unsafe_New(t *rtype) unsafe.Pointer

func unsafe_NewArray(t *rtype, n int) unsafe.Pointer

func typedmemmove(t *rtype, dst, src unsafe.Pointer)

func typedmemclr(t *rtype, p unsafe.Pointer)

func typeequal(t *rtype, p, q unsafe.Pointer) bool

func makemap(t *rtype, n int) unsafe.Pointer

func mapaccess(t *rtype, m, key unsafe.Pointer) unsafe.Pointer

func mapassign(t *rtype, m, key, elem unsafe.Pointer)

func mapdelete(t *rtype, m, key unsafe.Pointer)

func mapclear(t *rtype, m unsafe.Pointer)

func maplen(m unsafe.Pointer) int

func mapiterinit(t *rtype, m unsafe.Pointer, it *hiter)

func mapiternext(it *hiter)

func makechan(t *rtype, size int) unsafe.Pointer

func chansend(c, elem unsafe.Pointer, nb bool) bool

func chanrecv(c unsafe.Pointer, nb bool, elem unsafe.Pointer) (selected, received bool)

func chanclose(c unsafe.Pointer)

func chanlen(c unsafe.Pointer) int

func chancap(c unsafe.Pointer) int

func getitab(inter *interfacetype, t *rtype) *itab

func growslice(t *rtype, old unsafe.Pointer, newLen, oldCap, num int) (unsafe.Pointer, int, int)

// hiter is the runtime's map iterator.
type hiter struct {
	key     unsafe.Pointer
	elem    unsafe.Pointer
	t       unsafe.Pointer
	h       unsafe.Pointer
	entries unsafe.Pointer
	at      int
	end     int
	start   int
	wrapped bool
}

type sliceHeader struct {
	Data unsafe.Pointer
	Len  int
	Cap  int
}

// SliceHeader is the run-time form of a slice.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

// StringHeader is the run-time form of a string.
type StringHeader struct {
	Data uintptr
	Len  int
}

// ValueOf returns the value in i; the zero Value for a nil interface.
func ValueOf(i any) Value {
	if i == nil {
		return Value{}
	}
	return unpackEface(i)
}

func unpackEface(i any) Value {
	e := (*eface)(unsafe.Pointer(&i))
	t := e.typ
	if t == nil {
		return Value{}
	}
	f := flag(t.kind)
	if !t.direct() {
		f |= flagIndir
	}
	return Value{t, e.data, f}
}

// packEface makes an interface of v; a value that may change is copied.
func packEface(v Value) any {
	t := v.typ
	var i any
	e := (*eface)(unsafe.Pointer(&i))
	switch {
	case !t.direct():
		p := v.ptr
		if v.flag&flagAddr != 0 {
			p = unsafe_New(t)
			typedmemmove(t, p, v.ptr)
		}
		e.data = p
	case v.flag&flagIndir != 0:
		e.data = *(*unsafe.Pointer)(v.ptr)
	default:
		e.data = v.ptr
	}
	e.typ = t
	return i
}

// pointer is the word of a pointer-shaped value.
func (v Value) pointer() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return *(*unsafe.Pointer)(v.ptr)
	}
	return v.ptr
}

// address is where the value lies, also if it is pointer-shaped and held directly.
func (v *Value) address() unsafe.Pointer {
	if v.flag&flagIndir != 0 {
		return v.ptr
	}
	return unsafe.Pointer(&v.ptr)
}

// aFunction stands for a function of the package where errors name the method that complains; they find only methods.
const aFunction = "a function"

// methodName is how an error calls a method of Value.
func methodName(what string) string {
	if what == aFunction {
		return "unknown method"
	}
	return "reflect.Value." + what
}

func (v Value) must(k Kind, what string) {
	if v.kind() != k {
		panic(&ValueError{methodName(what), v.kind()})
	}
}

func (v Value) mustBeExported(what string) {
	if v.flag == 0 {
		panic(&ValueError{methodName(what), Invalid})
	}
	if v.flag&flagRO != 0 {
		panic("reflect: " + methodName(what) + " using value obtained using unexported field")
	}
}

func (v Value) mustBeAssignable(what string) {
	if v.flag&flagRO != 0 || v.flag&flagAddr == 0 {
		v.mustBeExported(what)
		panic("reflect: " + methodName(what) + " using unaddressable value")
	}
}

// Kind returns v's kind, Invalid for the zero Value.
func (v Value) Kind() Kind { return v.kind() }

// IsValid reports whether v is a value.
func (v Value) IsValid() bool { return v.flag != 0 }

// Type returns v's type.
func (v Value) Type() Type {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	if v.flag&flagMethod != 0 {
		_, t, _ := v.methodReceiver("Type")
		return t
	}
	return v.typ
}

// CanAddr reports whether v's address can be had with Addr.
func (v Value) CanAddr() bool { return v.flag&flagAddr != 0 }

// CanSet reports whether v can be changed.
func (v Value) CanSet() bool { return v.flag&(flagAddr|flagRO) == flagAddr }

// CanInterface reports whether Interface can be used.
func (v Value) CanInterface() bool {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&flagRO == 0
}

// CanInt reports whether Int can be used.
func (v Value) CanInt() bool { k := v.kind(); return Int <= k && k <= Int64 }

// CanUint reports whether Uint can be used.
func (v Value) CanUint() bool { k := v.kind(); return Uint <= k && k <= Uintptr }

// CanFloat reports whether Float can be used.
func (v Value) CanFloat() bool { k := v.kind(); return k == Float32 || k == Float64 }

// CanComplex reports whether Complex can be used.
func (v Value) CanComplex() bool { k := v.kind(); return k == Complex64 || k == Complex128 }

// CanConvert reports whether v can be converted to t.
func (v Value) CanConvert(typ Type) bool {
	t := typ.common()
	if !v.Type().ConvertibleTo(t) {
		return false
	}
	switch {
	case v.kind() == Slice && t.Kind() == Array:
		return t.Len() <= v.Len()
	case v.kind() == Slice && t.Kind() == Pointer && t.Elem().Kind() == Array:
		return t.Elem().Len() <= v.Len()
	}
	return true
}

// Addr returns a pointer to v.
func (v Value) Addr() Value {
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return Value{ptrTo(v.typ), v.ptr, v.flag&flagRO | flag(Pointer)} // a field behind it drops flagEmbedRO
}

// UnsafeAddr returns v's address.
func (v Value) UnsafeAddr() uintptr {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.UnsafeAddr", Invalid})
	}
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.ptr)
}

// Bool returns a bool's value.
func (v Value) Bool() bool {
	v.must(Bool, "Bool")
	return *(*bool)(v.ptr)
}

// Int returns an integer's value.
func (v Value) Int() int64 {
	p := v.ptr
	switch v.kind() {
	case Int, Int64:
		return *(*int64)(p)
	case Int8:
		return int64(*(*int8)(p))
	case Int16:
		return int64(*(*int16)(p))
	case Int32:
		return int64(*(*int32)(p))
	}
	panic(&ValueError{"reflect.Value.Int", v.kind()})
}

// Uint returns an unsigned integer's value.
func (v Value) Uint() uint64 {
	p := v.ptr
	switch v.kind() {
	case Uint, Uint64, Uintptr:
		return *(*uint64)(p)
	case Uint8:
		return uint64(*(*uint8)(p))
	case Uint16:
		return uint64(*(*uint16)(p))
	case Uint32:
		return uint64(*(*uint32)(p))
	}
	panic(&ValueError{"reflect.Value.Uint", v.kind()})
}

// Float returns a float's value.
func (v Value) Float() float64 {
	switch v.kind() {
	case Float32:
		return float64(*(*float32)(v.ptr))
	case Float64:
		return *(*float64)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Float", v.kind()})
}

// Complex returns a complex number's value.
func (v Value) Complex() complex128 {
	switch v.kind() {
	case Complex64:
		return complex128(*(*complex64)(v.ptr))
	case Complex128:
		return *(*complex128)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Complex", v.kind()})
}

// String returns a string's value; for other kinds a text like "<T Value>".
func (v Value) String() string {
	if v.kind() == String {
		return *(*string)(v.ptr)
	}
	if v.kind() == Invalid {
		return "<invalid Value>"
	}
	return "<" + v.Type().String() + " Value>"
}

// Bytes returns the bytes of a byte slice or addressable byte array.
func (v Value) Bytes() []byte {
	switch v.kind() {
	case Slice:
		if v.typ.elem().Kind() != Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return *(*[]byte)(v.ptr)
	case Array:
		if v.typ.elem().Kind() != Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return unsafe.Slice((*byte)(v.ptr), int(v.typ.array().len))
	}
	panic(&ValueError{"reflect.Value.Bytes", v.kind()})
}

func (v Value) runes() []rune {
	v.must(Slice, "Bytes")
	if v.typ.elem().Kind() != Int32 {
		panic("reflect.Value.Bytes of non-rune slice")
	}
	return *(*[]rune)(v.ptr)
}

// Interface returns v as an interface value.
func (v Value) Interface() (i any) { return valueInterface(v, true) }

func valueInterface(v Value, safe bool) any {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if safe && v.flag&flagRO != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	if v.flag&flagMethod != 0 {
		v = makeMethodValue(v)
	}
	if v.kind() == Interface {
		return v.dynamic()
	}
	return packEface(v)
}

// dynamic is the interface value v as an empty interface.
func (v Value) dynamic() any {
	if len(v.typ.inter().methods) == 0 {
		return *(*any)(v.ptr)
	}
	x := (*iface)(v.ptr)
	var i any
	if x.tab != nil {
		e := (*eface)(unsafe.Pointer(&i))
		e.typ = x.tab.typ
		e.data = x.data
	}
	return i
}

// Elem returns what an interface holds or a pointer points to.
func (v Value) Elem() Value {
	switch v.kind() {
	case Interface:
		x := unpackEface(v.dynamic())
		if x.flag != 0 {
			x.flag |= v.flag.ro()
		}
		return x
	case Pointer:
		p := v.pointer()
		if p == nil {
			return Value{}
		}
		t := v.typ.elem()
		return Value{t, p, v.flag&flagRO | flagIndir | flagAddr | flag(t.kind)}
	}
	panic(&ValueError{"reflect.Value.Elem", v.kind()})
}

// Indirect returns what v points to, v itself if it is no pointer.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

// IsNil reports whether v is nil.
func (v Value) IsNil() bool {
	switch v.kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		if v.flag&flagMethod != 0 {
			return false
		}
		return v.pointer() == nil
	case Interface, Slice:
		return *(*unsafe.Pointer)(v.ptr) == nil
	}
	panic(&ValueError{"reflect.Value.IsNil", v.kind()})
}

// IsZero reports whether v is the zero value of its type.
func (v Value) IsZero() bool {
	switch v.kind() {
	case Bool:
		return !v.Bool()
	case Int, Int8, Int16, Int32, Int64:
		return v.Int() == 0
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return v.Uint() == 0
	case Float32, Float64:
		return v.Float() == 0 && 1/v.Float() > 0
	case Complex64, Complex128:
		c := v.Complex()
		return ValueOf(real(c)).IsZero() && ValueOf(imag(c)).IsZero()
	case Array:
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Chan, Func, Interface, Map, Pointer, Slice, UnsafePointer:
		return v.IsNil()
	case String:
		return v.Len() == 0
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).IsZero() && v.typ.st().fields[i].name != "_" {
				return false
			}
		}
		return true
	}
	panic(&ValueError{"reflect.Value.IsZero", v.kind()})
}

// SetZero sets v to the zero value of its type.
func (v Value) SetZero() {
	v.mustBeAssignable("SetZero")
	typedmemclr(v.typ, v.ptr)
}

// Len returns the length of an array, chan, map, slice, string or pointer to array.
func (v Value) Len() int {
	switch v.kind() {
	case Slice:
		return (*sliceHeader)(v.ptr).Len
	case String:
		return len(*(*string)(v.ptr))
	case Array:
		return int(v.typ.array().len)
	case Map:
		return maplen(v.pointer())
	case Chan:
		return chanlen(v.pointer())
	case Pointer:
		if v.typ.elem().Kind() == Array {
			return v.typ.elem().Len()
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Len", v.kind()})
}

// Cap returns the capacity of an array, chan, slice or pointer to array.
func (v Value) Cap() int {
	switch v.kind() {
	case Slice:
		return (*sliceHeader)(v.ptr).Cap
	case Array:
		return int(v.typ.array().len)
	case Chan:
		return chancap(v.pointer())
	case Pointer:
		if v.typ.elem().Kind() == Array {
			return v.typ.elem().Len()
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Cap", v.kind()})
}

// NumField returns the number of a struct's fields.
func (v Value) NumField() int {
	v.must(Struct, "NumField")
	return len(v.typ.st().fields)
}

// Field returns field i of a struct.
func (v Value) Field(i int) Value {
	if v.kind() != Struct {
		panic(&ValueError{"reflect.Value.Field", v.kind()})
	}
	st := v.typ.st()
	if uint(i) >= uint(len(st.fields)) {
		panic("reflect: Field index out of range")
	}
	f := &st.fields[i]
	fl := v.flag&(flagStickyRO|flagIndir|flagAddr) | flag(f.typ.kind)
	if f.pkgpath != "" {
		if f.embedded {
			fl |= flagEmbedRO
		} else {
			fl |= flagStickyRO
		}
	}
	if v.flag&flagIndir == 0 {
		// A struct of one pointer, held directly.
		return Value{f.typ, v.ptr, fl}
	}
	return Value{f.typ, unsafe.Add(v.ptr, int(f.offset)), fl}
}

// FieldByIndex returns the field at a path of indices.
func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.must(Struct, "FieldByIndex")
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.elem().Kind() == Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct field " + v.typ.elem().Name())
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

// FieldByIndexErr is FieldByIndex with an error in place of the panic for a nil pointer.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.must(Struct, "FieldByIndexErr")
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.elem().Kind() == Struct {
			if v.IsNil() {
				return Value{}, &nilPointerError{v.typ.elem().Name()}
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

type nilPointerError struct{ name string }

func (e *nilPointerError) Error() string {
	return "reflect: indirection through nil pointer to embedded struct field " + e.name
}

// FieldByName returns the field of that name, the zero Value if there is none.
func (v Value) FieldByName(name string) Value {
	v.must(Struct, "FieldByName")
	if f, ok := v.typ.FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByNameFunc returns the field whose name matches.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := v.typ.FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// Index returns element i of an array, slice or string.
func (v Value) Index(i int) Value {
	switch v.kind() {
	case Slice:
		s := (*sliceHeader)(v.ptr)
		if uint(i) >= uint(s.Len) {
			panic("reflect: slice index out of range")
		}
		t := v.typ.elem()
		return Value{t, unsafe.Add(s.Data, i*int(t.size)), flagAddr | flagIndir | v.flag.ro() | flag(t.kind)}
	case Array:
		a := v.typ.array()
		if uint(i) >= uint(a.len) {
			panic("reflect: array index out of range")
		}
		t := a.elem
		f := v.flag&(flagIndir|flagAddr) | v.flag.ro() | flag(t.kind)
		if v.flag&flagIndir == 0 {
			return Value{t, v.ptr, f}
		}
		return Value{t, unsafe.Add(v.ptr, i*int(t.size)), f}
	case String:
		s := *(*string)(v.ptr)
		if uint(i) >= uint(len(s)) {
			panic("reflect: string index out of range")
		}
		p := unsafe.Add(unsafe.Pointer(unsafe.StringData(s)), i)
		return Value{uint8Type, p, v.flag.ro() | flag(Uint8) | flagIndir}
	}
	panic(&ValueError{"reflect.Value.Index", v.kind()})
}

var uint8Type = TypeOf(uint8(0)).common()

var stringType = TypeOf("").common()

var bytesType = TypeOf([]byte(nil)).common()

// Pointer returns the address that v holds, as a number.
func (v Value) Pointer() uintptr { return v.address1("Pointer") }

// address1 is Pointer, for the method what.
func (v Value) address1(what string) uintptr {
	switch v.kind() {
	case Pointer, Chan, Map, UnsafePointer:
		return uintptr(v.pointer())
	case Func:
		if v.flag&flagMethod != 0 {
			return methodValueEntry
		}
		p := v.pointer()
		if p != nil {
			return *(*uintptr)(p) + textBase
		}
		return 0
	case Slice:
		return uintptr((*sliceHeader)(v.ptr).Data)
	case String:
		return uintptr(unsafe.Pointer(unsafe.StringData(*(*string)(v.ptr))))
	}
	panic(&ValueError{"reflect.Value." + what, v.kind()})
}

const (
	textBase         = 0x400000 // a pc is shown as an address from here
	methodValueEntry = textBase
)

// UnsafePointer returns the address that v holds.
func (v Value) UnsafePointer() unsafe.Pointer { return unsafe.Pointer(v.address1("UnsafePointer")) }

// InterfaceData returns the two words of an interface value, which mean what they mean to the runtime.
func (v Value) InterfaceData() [2]uintptr {
	if v.kind() != Interface {
		panic(&ValueError{"reflect.Value.InterfaceData", v.kind()})
	}
	return *(*[2]uintptr)(v.ptr)
}

// ---- setting ----

// Set assigns x to v.
func (v Value) Set(x Value) {
	v.mustBeAssignable("Set")
	x.mustBeExported("Set")
	x = x.assignTo("reflect.Set", v.typ)
	typedmemmove(v.typ, v.ptr, x.address())
}

// SetBool sets a bool.
func (v Value) SetBool(x bool) {
	v.mustBeAssignable("SetBool")
	v.must(Bool, "SetBool")
	*(*bool)(v.ptr) = x
}

// SetInt sets an integer.
func (v Value) SetInt(x int64) {
	v.mustBeAssignable("SetInt")
	switch v.kind() {
	case Int, Int64:
		*(*int64)(v.ptr) = x
	case Int8:
		*(*int8)(v.ptr) = int8(x)
	case Int16:
		*(*int16)(v.ptr) = int16(x)
	case Int32:
		*(*int32)(v.ptr) = int32(x)
	default:
		panic(&ValueError{"reflect.Value.SetInt", v.kind()})
	}
}

// SetUint sets an unsigned integer.
func (v Value) SetUint(x uint64) {
	v.mustBeAssignable("SetUint")
	switch v.kind() {
	case Uint, Uint64, Uintptr:
		*(*uint64)(v.ptr) = x
	case Uint8:
		*(*uint8)(v.ptr) = uint8(x)
	case Uint16:
		*(*uint16)(v.ptr) = uint16(x)
	case Uint32:
		*(*uint32)(v.ptr) = uint32(x)
	default:
		panic(&ValueError{"reflect.Value.SetUint", v.kind()})
	}
}

// SetFloat sets a float.
func (v Value) SetFloat(x float64) {
	v.mustBeAssignable("SetFloat")
	switch v.kind() {
	case Float32:
		*(*float32)(v.ptr) = float32(x)
	case Float64:
		*(*float64)(v.ptr) = x
	default:
		panic(&ValueError{"reflect.Value.SetFloat", v.kind()})
	}
}

// SetComplex sets a complex number.
func (v Value) SetComplex(x complex128) {
	v.mustBeAssignable("SetComplex")
	switch v.kind() {
	case Complex64:
		*(*complex64)(v.ptr) = complex64(x)
	case Complex128:
		*(*complex128)(v.ptr) = x
	default:
		panic(&ValueError{"reflect.Value.SetComplex", v.kind()})
	}
}

// SetString sets a string.
func (v Value) SetString(x string) {
	v.mustBeAssignable("SetString")
	v.must(String, "SetString")
	*(*string)(v.ptr) = x
}

// SetBytes sets a byte slice.
func (v Value) SetBytes(x []byte) {
	v.mustBeAssignable("SetBytes")
	v.must(Slice, "SetBytes")
	if v.typ.elem().Kind() != Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	*(*[]byte)(v.ptr) = x
}

func (v Value) setRunes(x []rune) { *(*[]rune)(v.ptr) = x }

// SetPointer sets an unsafe.Pointer.
func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustBeAssignable("SetPointer")
	v.must(UnsafePointer, "SetPointer")
	*(*unsafe.Pointer)(v.ptr) = x
}

// SetLen sets a slice's length.
func (v Value) SetLen(n int) {
	v.mustBeAssignable("SetLen")
	v.must(Slice, "SetLen")
	s := (*sliceHeader)(v.ptr)
	if uint(n) > uint(s.Cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	s.Len = n
}

// SetCap sets a slice's capacity.
func (v Value) SetCap(n int) {
	v.mustBeAssignable("SetCap")
	v.must(Slice, "SetCap")
	s := (*sliceHeader)(v.ptr)
	if n < s.Len || n > s.Cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	s.Cap = n
}

// OverflowInt reports whether x does not fit v's type.
func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		panic(&ValueError{"reflect.Value.OverflowInt", v.kind()})
	}
	return v.typ.OverflowInt(x)
}

// OverflowUint reports whether x does not fit v's type.
func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		panic(&ValueError{"reflect.Value.OverflowUint", v.kind()})
	}
	return v.typ.OverflowUint(x)
}

// OverflowFloat reports whether x does not fit v's type.
func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		panic(&ValueError{"reflect.Value.OverflowFloat", v.kind()})
	}
	return v.typ.OverflowFloat(x)
}

// OverflowComplex reports whether x does not fit v's type.
func (v Value) OverflowComplex(x complex128) bool {
	if !v.CanComplex() {
		panic(&ValueError{"reflect.Value.OverflowComplex", v.kind()})
	}
	return v.typ.OverflowComplex(x)
}

// assignTo is v as a value of type dst, to which it must be assignable.
func (v Value) assignTo(context string, dst *rtype) Value {
	if v.flag&flagMethod != 0 {
		v = makeMethodValue(v)
	}
	switch {
	case directlyAssignable(dst, v.typ):
		return Value{dst, v.ptr, v.flag&(flagAddr|flagIndir) | v.flag.ro() | flag(dst.kind)}
	case dst.Kind() == Interface && implements(dst.inter(), v.typ):
		if v.Kind() == Interface && v.IsNil() {
			return Zero(dst)
		}
		return toInterface(valueInterface(v, false), dst)
	}
	panic(context + ": value of type " + v.typ.String() + " is not assignable to type " + dst.String())
}

// toInterface is the dynamic value x as a value of interface type dst.
func toInterface(x any, dst *rtype) Value {
	p := unsafe_New(dst)
	if len(dst.inter().methods) == 0 {
		*(*any)(p) = x
	} else if x != nil {
		e := (*eface)(unsafe.Pointer(&x))
		i := (*iface)(p)
		i.tab = getitab(dst.inter(), e.typ)
		i.data = e.data
	}
	return Value{dst, p, flagIndir | flag(Interface)}
}

// ---- making values ----

// Zero returns the zero value of t.
func Zero(t Type) Value {
	if t == nil {
		panic("reflect: Zero(nil)")
	}
	r := t.(*rtype)
	if r.direct() {
		return Value{r, nil, flag(r.kind)}
	}
	return Value{r, unsafe_New(r), flagIndir | flag(r.kind)}
}

// New returns a pointer to a new zero value of t.
func New(t Type) Value {
	if t == nil {
		panic("reflect: New(nil)")
	}
	r := t.(*rtype)
	return Value{ptrTo(r), unsafe_New(r), flag(Pointer)}
}

// NewAt returns a pointer of type *t to p.
func NewAt(t Type, p unsafe.Pointer) Value {
	return Value{ptrTo(t.common()), p, flag(Pointer)}
}

// MakeSlice returns a new slice.
func MakeSlice(typ Type, len, cap int) Value {
	t := typ.common() // what Type's methods say is no matter: they may be the program's
	if t.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if len < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if cap < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if len > cap {
		panic("reflect.MakeSlice: len > cap")
	}
	s := &sliceHeader{unsafe_NewArray(t.elem(), cap), len, cap}
	return Value{t, unsafe.Pointer(s), flagIndir | flag(Slice)}
}

//go:linkname unsafeslice runtime.unsafeslice
func unsafeslice(t *rtype, p unsafe.Pointer, n int)

// SliceAt returns a slice of n elements at p.
func SliceAt(t Type, p unsafe.Pointer, n int) Value {
	unsafeslice(t.common(), p, n)
	s := &sliceHeader{p, n, n}
	return Value{SliceOf(t).common(), unsafe.Pointer(s), flagIndir | flag(Slice)}
}

// MakeMap returns a new map.
func MakeMap(t Type) Value { return MakeMapWithSize(t, 0) }

// MakeMapWithSize returns a new map with room for n.
func MakeMapWithSize(typ Type, n int) Value {
	t := typ.common()
	if t.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	return Value{t, makemap(t, n), flag(Map)}
}

// MakeChan returns a new channel.
func MakeChan(typ Type, buffer int) Value {
	t := typ.common()
	if t.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if t.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	return Value{t, makechan(t, buffer), flag(Chan)}
}

// ---- slices ----

// Slice returns v[i:j].
func (v Value) Slice(i, j int) Value {
	var base unsafe.Pointer
	var t *rtype
	c := 0
	switch v.kind() {
	case Array:
		if v.flag&flagAddr == 0 {
			panic("reflect.Value.Slice: slice of unaddressable array")
		}
		c = int(v.typ.array().len)
		t = SliceOf(v.typ.elem()).common()
		base = v.ptr
	case Slice:
		s := (*sliceHeader)(v.ptr)
		t, base, c = v.typ, s.Data, s.Cap
	case String:
		s := *(*string)(v.ptr)
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		sub := new(string)
		*sub = s[i:j]
		return Value{v.typ, unsafe.Pointer(sub), v.flag&^flagAddr | flagIndir}
	default:
		panic(&ValueError{"reflect.Value.Slice", v.kind()})
	}
	if i < 0 || j < i || j > c {
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	return makeSub(t, base, i, j, c, v.flag)
}

func makeSub(t *rtype, base unsafe.Pointer, i, j, k int, f flag) Value {
	s := &sliceHeader{base, j - i, k - i}
	if k-i > 0 {
		s.Data = unsafe.Add(base, i*int(t.elem().size))
	}
	return Value{t, unsafe.Pointer(s), f.ro() | flagIndir | flag(Slice)}
}

// Slice3 returns v[i:j:k].
func (v Value) Slice3(i, j, k int) Value {
	var base unsafe.Pointer
	var t *rtype
	c := 0
	switch v.kind() {
	case Array:
		if v.flag&flagAddr == 0 {
			panic("reflect.Value.Slice3: slice of unaddressable array")
		}
		c = int(v.typ.array().len)
		t = SliceOf(v.typ.elem()).common()
		base = v.ptr
	case Slice:
		s := (*sliceHeader)(v.ptr)
		t, base, c = v.typ, s.Data, s.Cap
	default:
		panic(&ValueError{"reflect.Value.Slice3", v.kind()})
	}
	if i < 0 || j < i || k < j || k > c {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	return makeSub(t, base, i, j, k, v.flag)
}

// Grow makes room for n more elements.
func (v Value) Grow(n int) {
	v.mustBeAssignable("Grow")
	v.must(Slice, "Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	s := (*sliceHeader)(v.ptr)
	if s.Len+n < 0 {
		panic("reflect.Value.Grow: slice overflow")
	}
	if s.Len+n > s.Cap {
		p, _, c := growslice(v.typ.elem(), s.Data, s.Len+n, s.Cap, n)
		s.Data, s.Cap = p, c
	}
}

// Append appends values to a slice.
func Append(s Value, x ...Value) Value {
	s.must(Slice, aFunction)
	n := s.Len()
	s = extend(s, len(x))
	for i, e := range x {
		s.Index(n + i).Set(e)
	}
	return s
}

// extend is a copy of slice s that is n longer.
func extend(s Value, n int) Value {
	s.mustBeExported(aFunction)
	h := *(*sliceHeader)(s.ptr)
	c := &h
	v := Value{s.typ, unsafe.Pointer(c), flagIndir | flagAddr | flag(Slice)}
	v.Grow(n)
	c.Len += n
	v.flag &^= flagAddr
	return v
}

// AppendSlice appends the elements of t to s.
func AppendSlice(s, t Value) Value {
	s.must(Slice, aFunction)
	t.must(Slice, aFunction)
	typesMustMatch("reflect.AppendSlice", s.typ.elem(), t.typ.elem())
	n := s.Len()
	s = extend(s, t.Len())
	Copy(s.Slice(n, n+t.Len()), t)
	return s
}

// Copy copies elements until either end and returns their number.
func Copy(dst, src Value) int {
	dk := dst.kind()
	if dk == Array {
		dst.mustBeAssignable(aFunction)
	} else if dk != Slice {
		panic(&ValueError{"reflect.Copy", dk})
	}
	dst.mustBeExported(aFunction)
	sk := src.kind()
	bytes := sk == String && dst.typ.elem().Kind() == Uint8
	if sk != Array && sk != Slice && !bytes {
		panic(&ValueError{"reflect.Copy", sk})
	}
	src.mustBeExported(aFunction)
	if !bytes {
		typesMustMatch("reflect.Copy", dst.typ.elem(), src.typ.elem())
	}
	n := dst.Len()
	if src.Len() < n {
		n = src.Len()
	}
	if n == 0 {
		return 0
	}
	size := int(dst.typ.elem().size)
	memmove(dst.first(), src.first(), uintptr(n*size))
	return n
}

func typesMustMatch(what string, a, b *rtype) {
	if a != b {
		panic(what + ": " + a.String() + " != " + b.String())
	}
}

func memmove(dst, src unsafe.Pointer, n uintptr)

// first is the address of the first element of an array, slice or string.
func (v Value) first() unsafe.Pointer {
	switch v.kind() {
	case Array:
		return v.ptr
	case Slice:
		return (*sliceHeader)(v.ptr).Data
	case String:
		return unsafe.Pointer(unsafe.StringData(*(*string)(v.ptr)))
	}
	panic(&ValueError{"reflect.Copy", v.kind()})
}

// Clear clears a map or zeroes the elements of a slice.
func (v Value) Clear() {
	switch v.kind() {
	case Slice:
		for i := 0; i < v.Len(); i++ {
			e := v.Index(i)
			typedmemclr(e.typ, e.ptr)
		}
	case Map:
		mapclear(v.typ, v.pointer())
	default:
		panic(&ValueError{"reflect.Value.Clear", v.kind()})
	}
}

// ---- maps ----

// copyVal is the value of type t at p, copied.
func copyVal(t *rtype, f flag, p unsafe.Pointer) Value {
	if t.direct() {
		return Value{t, *(*unsafe.Pointer)(p), f | flag(t.kind)}
	}
	c := unsafe_New(t)
	typedmemmove(t, c, p)
	return Value{t, c, f | flagIndir | flag(t.kind)}
}

func (it *MapIter) check(what string) {
	if !it.begun {
		panic(what + " called before Next")
	}
	if it.it.key == nil {
		panic(what + " called on exhausted iterator")
	}
}

// SetIterKey sets v to the iterator's key.
func (v Value) SetIterKey(it *MapIter) {
	it.check("reflect: Value.SetIterKey")
	v.setIter("Key", it.m, it.key())
}

// SetIterValue sets v to the iterator's value.
func (v Value) SetIterValue(it *MapIter) {
	it.check("reflect: Value.SetIterValue")
	v.setIter("Value", it.m, it.value())
}

func (it *MapIter) key() Value { return copyVal(it.m.typ.m().key, it.m.flag.ro(), it.it.key) }

func (it *MapIter) value() Value { return copyVal(it.m.typ.m().elem, it.m.flag.ro(), it.it.elem) }

func (v Value) setIter(what string, m, x Value) {
	v.mustBeAssignable("SetIter" + what)
	m.mustBeExported("SetIter" + what)
	x = x.assignTo("reflect.MapIter.Set"+what, v.typ)
	typedmemmove(v.typ, v.ptr, x.address())
}

// ---- channels ----

// Close closes a channel.
func (v Value) Close() {
	v.must(Chan, "Close")
	v.mustBeExported("Close")
	if v.typ.ChanDir()&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	chanclose(v.pointer())
}

func (v Value) recv(what string, nb bool) (Value, bool) {
	v.must(Chan, what)
	v.mustBeExported(what)
	if v.typ.ChanDir()&RecvDir == 0 {
		panic("reflect: recv on send-only channel")
	}
	t := v.typ.elem()
	p := unsafe_New(t)
	selected, ok := chanrecv(v.pointer(), nb, p)
	if !selected {
		return Value{}, false
	}
	return copyVal(t, 0, p), ok
}

// Recv receives a value.
func (v Value) Recv() (Value, bool) { return v.recv("Recv", false) }

// TryRecv receives a value if that needs no waiting.
func (v Value) TryRecv() (Value, bool) { return v.recv("TryRecv", true) }

func (v Value) send(what string, x Value, nb bool) bool {
	v.must(Chan, what)
	v.mustBeExported(what)
	if v.typ.ChanDir()&SendDir == 0 {
		panic("reflect: send on recv-only channel")
	}
	x.mustBeExported("Send")
	x = x.assignTo("reflect.Value.Send", v.typ.elem())
	return chansend(v.pointer(), x.address(), nb)
}

// Send sends x.
func (v Value) Send(x Value) { v.send("Send", x, false) }

// TrySend sends x if that needs no waiting.
func (v Value) TrySend(x Value) bool { return v.send("TrySend", x, true) }

// A SelectDir is the direction of a SelectCase.
type SelectDir int

// The directions.
const (
	_ SelectDir = iota
	SelectSend
	SelectRecv
	SelectDefault
)

// A SelectCase is one case of Select.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

type runtimeSelect struct {
	dir SelectDir
	typ unsafe.Pointer
	ch  unsafe.Pointer
	val unsafe.Pointer
}

func rselect(cases []runtimeSelect) (int, bool)

// Select executes a select statement.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	rs := make([]runtimeSelect, len(cases))
	dflt := false
	for i, c := range cases {
		r := &rs[i]
		r.dir = c.Dir
		switch c.Dir {
		case SelectDefault:
			if dflt {
				panic("reflect.Select: multiple default cases")
			}
			dflt = true
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
		case SelectSend:
			if !c.Chan.IsValid() {
				break
			}
			c.Chan.must(Chan, "Select")
			if c.Chan.typ.ChanDir()&SendDir == 0 {
				panic("reflect.Select: SendDir case using recv-only channel")
			}
			if !c.Send.IsValid() {
				panic("reflect.Select: SendDir case missing Send value")
			}
			r.ch = c.Chan.pointer()
			x := c.Send.assignTo("reflect.Select", c.Chan.typ.elem())
			p := unsafe_New(x.typ)
			typedmemmove(x.typ, p, x.address())
			r.val = p
		case SelectRecv:
			if c.Send.IsValid() {
				panic("reflect.Select: RecvDir case has Send value")
			}
			if !c.Chan.IsValid() {
				break
			}
			c.Chan.must(Chan, "Select")
			if c.Chan.typ.ChanDir()&RecvDir == 0 {
				panic("reflect.Select: RecvDir case using send-only channel")
			}
			r.ch = c.Chan.pointer()
			r.val = unsafe_New(c.Chan.typ.elem())
		default:
			panic("reflect.Select: invalid Dir")
		}
	}
	chosen, recvOK = rselect(rs)
	if rs[chosen].dir == SelectRecv {
		recv = copyVal(cases[chosen].Chan.typ.elem(), 0, rs[chosen].val)
	}
	return chosen, recv, recvOK
}

// ---- comparison ----

// Comparable reports whether v can be compared with Equal.
func (v Value) Comparable() bool {
	switch v.kind() {
	case Invalid:
		return false
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		switch v.typ.elem().Kind() {
		default:
			return v.typ.Comparable()
		case Interface, Array, Struct:
		}
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return true
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	case Func, Map, Slice:
		return false
	}
	return true
}

// Equal reports whether v == u.
func (v Value) Equal(u Value) bool {
	if v.Kind() == Interface {
		v = v.Elem()
	}
	if u.Kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.Kind() != u.Kind() || v.Type() != u.Type() {
		return false
	}
	switch v.Kind() {
	case Func, Map, Slice:
	default:
		return typeequal(v.typ, v.address(), u.address())
	case Array:
		if v.Len() == 0 && v.typ.tflag&tflagNotComparable != 0 {
			break
		}
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).Equal(u.Index(i)) {
				return false
			}
		}
		return true
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).Equal(u.Field(i)) {
				return false
			}
		}
		return true
	}
	panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
}

// call calls the func value fn with a copy of the argsize bytes at frame; those from retoffset on are copied back.
//
//go:linkname call runtime.reflectcall
func call(fn, frame unsafe.Pointer, argsize, retoffset uint32)

// Call calls a function.
func (v Value) Call(in []Value) []Value {
	v.must(Func, "Call")
	v.mustBeExported("Call")
	return v.call("Call", in, false)
}

// CallSlice calls a variadic function, its last argument being the slice.
func (v Value) CallSlice(in []Value) []Value {
	v.must(Func, "CallSlice")
	v.mustBeExported("CallSlice")
	return v.call("CallSlice", in, true)
}

// codeptr is a func value that captures nothing.
type codeptr struct{ pc uintptr }

func (v Value) call(op string, in []Value, isSlice bool) []Value {
	var ft *functype
	var fn unsafe.Pointer
	var recv unsafe.Pointer
	hasRecv := v.flag&flagMethod != 0
	if hasRecv {
		var pc uintptr
		var t *rtype
		recv, t, pc = v.methodReceiver(op)
		ft = t.fn()
		fn = unsafe.Pointer(&codeptr{pc})
	} else {
		ft = v.typ.fn()
		fn = v.pointer()
	}
	if fn == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	in = arrange(op, ft, in, isSlice)

	words := 0
	if hasRecv {
		words = 1
	}
	for _, t := range ft.in {
		words += argWords(t)
	}
	argwords := words
	for _, t := range ft.out {
		words += argWords(t)
	}
	frame := make([]unsafe.Pointer, words+1)
	w := unsafe.Pointer(&frame[0])
	at := 0
	if hasRecv {
		frame[0] = recv
		at = 1
	}
	for i, t := range ft.in {
		in[i].mustBeExported(op)
		x := in[i].assignTo("reflect.Value.Call", t)
		at += toWords(t, unsafe.Add(w, at*8), x.address())
	}
	call(fn, w, uint32(words*8), uint32(argwords*8))
	out := make([]Value, len(ft.out))
	for i, t := range ft.out {
		p := unsafe_New(t)
		at += fromWords(t, p, unsafe.Add(w, at*8))
		out[i] = fromMemory(t, p)
	}
	return out
}

// Convert returns v converted to t.
func (v Value) Convert(t Type) Value {
	if v.flag&flagMethod != 0 {
		v = makeMethodValue(v)
	}
	op := convertOp(t.common(), v.typ)
	if op == nil {
		panic("reflect.Value.Convert: value of type " + v.typ.String() + " cannot be converted to type " + t.String())
	}
	return op(v, t.common())
}

// convertOp returns the function that converts a src to a dst, nil if there is none.
func convertOp(dst, src *rtype) func(Value, *rtype) Value {
	d, s := dst.Kind(), src.Kind()
	switch {
	case Int <= s && s <= Int64:
		switch {
		case Int <= d && d <= Uintptr:
			return func(v Value, t *rtype) Value { return makeInt(v.flag.ro(), uint64(v.Int()), t) }
		case d == Float32 || d == Float64:
			return func(v Value, t *rtype) Value { return makeFloat(v.flag.ro(), float64(v.Int()), t) }
		case d == String:
			return func(v Value, t *rtype) Value {
				x := v.Int()
				if int64(rune(x)) != x {
					x = 0xFFFD
				}
				return makeString(v.flag.ro(), string(rune(x)), t)
			}
		}
	case Uint <= s && s <= Uintptr:
		switch {
		case Int <= d && d <= Uintptr:
			return func(v Value, t *rtype) Value { return makeInt(v.flag.ro(), v.Uint(), t) }
		case d == Float32 || d == Float64:
			return func(v Value, t *rtype) Value { return makeFloat(v.flag.ro(), float64(v.Uint()), t) }
		case d == String:
			return func(v Value, t *rtype) Value {
				x := v.Uint()
				if uint64(rune(x)) != x {
					x = 0xFFFD
				}
				return makeString(v.flag.ro(), string(rune(x)), t)
			}
		}
	case s == Float32 || s == Float64:
		switch {
		case Int <= d && d <= Int64:
			return func(v Value, t *rtype) Value { return makeInt(v.flag.ro(), uint64(int64(v.Float())), t) }
		case Uint <= d && d <= Uintptr:
			return func(v Value, t *rtype) Value { return makeInt(v.flag.ro(), uint64(v.Float()), t) }
		case d == Float32 || d == Float64:
			return func(v Value, t *rtype) Value { return makeFloat(v.flag.ro(), v.Float(), t) }
		}
	case s == Complex64 || s == Complex128:
		if d == Complex64 || d == Complex128 {
			return func(v Value, t *rtype) Value {
				r := New(t).Elem()
				r.SetComplex(v.Complex())
				return plain(r, v.flag.ro())
			}
		}
	case s == String:
		if d == Slice && dst.elem().PkgPath() == "" {
			switch dst.elem().Kind() {
			case Uint8:
				return func(v Value, t *rtype) Value {
					r := New(t).Elem()
					*(*[]byte)(r.ptr) = []byte(v.String())
					return plain(r, v.flag.ro())
				}
			case Int32:
				return func(v Value, t *rtype) Value {
					r := New(t).Elem()
					*(*[]rune)(r.ptr) = []rune(v.String())
					return plain(r, v.flag.ro())
				}
			}
		}
	case s == Slice:
		if d == String && src.elem().PkgPath() == "" {
			switch src.elem().Kind() {
			case Uint8:
				return func(v Value, t *rtype) Value {
					return makeString(v.flag.ro(), string(*(*[]byte)(v.ptr)), t)
				}
			case Int32:
				return func(v Value, t *rtype) Value { return makeString(v.flag.ro(), string(v.runes()), t) }
			}
		}
		if d == Pointer && dst.elem().Kind() == Array && src.elem() == dst.elem().elem() {
			return sliceToArrayPtr
		}
		if d == Array && src.elem() == dst.elem() {
			return func(v Value, t *rtype) Value {
				n := t.Len()
				if n > v.Len() {
					panic("reflect: cannot convert slice with length " + lenText(v.Len()) + " to array with length " + lenText(n))
				}
				r := New(t).Elem()
				memmove(r.ptr, v.first(), t.size)
				return plain(r, v.flag.ro())
			}
		}
	case s == Chan:
		if d == Chan && specialChannelAssignability(dst, src) {
			return retype
		}
	}
	if sameUnderlying(dst, src, false) {
		return retype
	}
	if d == Pointer && dst.Name() == "" && s == Pointer && src.Name() == "" && sameUnderlying(dst.elem(), src.elem(), false) {
		return retype
	}
	if d == Interface && implements(dst.inter(), src) {
		return func(v Value, t *rtype) Value {
			if v.Kind() == Interface && v.IsNil() {
				r := Zero(t)
				r.flag |= v.flag.ro()
				return r
			}
			r := toInterface(valueInterface(v, false), t)
			r.flag |= v.flag.ro()
			return r
		}
	}
	return nil
}

func makeInt(f flag, bits uint64, t *rtype) Value {
	p := unsafe_New(t)
	switch t.size {
	case 1:
		*(*uint8)(p) = uint8(bits)
	case 2:
		*(*uint16)(p) = uint16(bits)
	case 4:
		*(*uint32)(p) = uint32(bits)
	default:
		*(*uint64)(p) = bits
	}
	return Value{t, p, f | flagIndir | flag(t.kind)}
}

func makeFloat(f flag, x float64, t *rtype) Value {
	p := unsafe_New(t)
	if t.size == 4 {
		*(*float32)(p) = float32(x)
	} else {
		*(*float64)(p) = x
	}
	return Value{t, p, f | flagIndir | flag(t.kind)}
}

func makeString(f flag, s string, t *rtype) Value {
	p := unsafe_New(t)
	*(*string)(p) = s
	return Value{t, p, f | flagIndir | flag(String)}
}

// NumMethod returns the number of methods that Method can give.
func (v Value) NumMethod() int {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return 0
	}
	return v.typ.NumMethod()
}

// Method returns method i of v as a func value with v as receiver.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag&flagMethod != 0 || uint(i) >= uint(v.typ.NumMethod()) {
		panic("reflect: Method index out of range")
	}
	if v.typ.Kind() == Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	f := v.flag.ro() | v.flag&flagIndir | flag(Func) | flag(i)<<flagMethodShift | flagMethod
	return Value{v.typ, v.ptr, f}
}

// MethodByName returns the method of that name, the zero Value if there is none.
func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	if v.flag&flagMethod != 0 {
		return Value{}
	}
	if v.typ.Kind() == Interface {
		for i, m := range v.typ.inter().methods {
			if m.name == name {
				return v.Method(i)
			}
		}
		return Value{}
	}
	for i, m := range v.typ.exportedMethods() {
		if m.name == name {
			return v.Method(i)
		}
	}
	return Value{}
}
