package runtime

import "unsafe"

// The values that run-time errors panic with, and how an uncaught panic's value is printed.

// The Error interface identifies a run-time error.
type Error interface {
	error
	RuntimeError()
}

// A TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct {
	_interface    *_type
	concrete      *_type
	asserted      *_type
	missingMethod string // one method needed by the interface, missing from concrete
}

func (*TypeAssertionError) RuntimeError() {}

func (e *TypeAssertionError) Error() string {
	inter := "interface"
	if e._interface != nil && !goversion14 {
		inter = e._interface.string()
	}
	as := e.asserted.string()
	if e.concrete == nil {
		return "interface conversion: " + inter + " is nil, not " + as
	}
	cs := e.concrete.string()
	if e.missingMethod == "" {
		msg := "interface conversion: " + inter + " is " + cs + ", not " + as
		if cs == as && !goversion14 {
			if e.concrete.pkgpath() != e.asserted.pkgpath() {
				msg += " (types from different packages)"
			} else {
				msg += " (types from different scopes)"
			}
		}
		return msg
	}
	return "interface conversion: " + cs + " is not " + as + ": missing method " + e.missingMethod
}

// errorString is a run-time error that is described by a text alone.
type errorString string

func (e errorString) RuntimeError() {}

func (e errorString) Error() string {
	return "runtime error: " + string(e)
}

// errorAddressString is a fault at a known address.
type errorAddressString struct {
	msg  string
	addr uintptr
}

func (e errorAddressString) RuntimeError() {}

func (e errorAddressString) Error() string {
	return "runtime error: " + e.msg
}

// Addr is the address that faulted.
func (e errorAddressString) Addr() uintptr {
	return e.addr
}

// plainError is a run-time error whose text has no prefix.
type plainError string

func (e plainError) RuntimeError() {}

func (e plainError) Error() string {
	return string(e)
}

// unhashableTypeError is what a lookup in an empty or nil map panics with, when its key has a type that can't be hashed.
type unhashableTypeError struct{ typ *_type }

func (unhashableTypeError) RuntimeError() {}

func (e unhashableTypeError) Error() string {
	return "hash of unhashable type: " + e.typ.string()
}

// A PanicNilError happens when code calls panic(nil).
type PanicNilError struct {
	_ [0]func()
}

func (*PanicNilError) Error() string {
	return "runtime error: panic called with nil argument"
}

func (*PanicNilError) RuntimeError() {}

// Codes of a failed bounds check, numbered as vm/isa.py's BOUNDS_CODES.
const (
	boundsIndex = iota
	boundsSliceAlen
	boundsSliceAcap
	boundsSliceB
	boundsSlice3Alen
	boundsSlice3Acap
	boundsSlice3B
	boundsSlice3C
	boundsConvert
)

// boundsErrorFmts are the texts; %x is the value, %y the limit.
var boundsErrorFmts = [...]string{
	boundsIndex:      "index out of range [%x] with length %y",
	boundsSliceAlen:  "slice bounds out of range [:%x] with length %y",
	boundsSliceAcap:  "slice bounds out of range [:%x] with capacity %y",
	boundsSliceB:     "slice bounds out of range [%x:%y]",
	boundsSlice3Alen: "slice bounds out of range [::%x] with length %y",
	boundsSlice3Acap: "slice bounds out of range [::%x] with capacity %y",
	boundsSlice3B:    "slice bounds out of range [:%x:%y]",
	boundsSlice3C:    "slice bounds out of range [%x:%y:]",
	boundsConvert:    "cannot convert slice with length %y to array or pointer to array with length %x",
}

// boundsNegErrorFmts are the texts for a negative value, which needs no limit.
var boundsNegErrorFmts = [...]string{
	boundsIndex:      "index out of range [%x]",
	boundsSliceAlen:  "slice bounds out of range [:%x]",
	boundsSliceAcap:  "slice bounds out of range [:%x]",
	boundsSliceB:     "slice bounds out of range [%x:]",
	boundsSlice3Alen: "slice bounds out of range [::%x]",
	boundsSlice3Acap: "slice bounds out of range [::%x]",
	boundsSlice3B:    "slice bounds out of range [:%x:]",
	boundsSlice3C:    "slice bounds out of range [%x::]",
	boundsConvert:    "",
}

// boundsError is a failed bounds check.
type boundsError struct {
	x      int64
	y      int
	signed bool
	code   uint8
}

func (e boundsError) RuntimeError() {}

func (e boundsError) Error() string {
	if goversion14 {
		if e.code == boundsIndex {
			return "runtime error: index out of range"
		}
		return "runtime error: slice bounds out of range"
	}
	fmt := boundsErrorFmts[e.code]
	if e.signed && e.x < 0 {
		fmt = boundsNegErrorFmts[e.code]
	}
	b := make([]byte, 0, 100)
	b = append(b, "runtime error: "...)
	for i := 0; i < len(fmt); i++ {
		c := fmt[i]
		if c != '%' {
			b = append(b, c)
			continue
		}
		i++
		if fmt[i] == 'x' {
			b = appendIntStr(b, e.x, e.signed)
		} else {
			b = appendIntStr(b, int64(e.y), true)
		}
	}
	return string(b)
}

// appendIntStr appends v in decimal.
func appendIntStr(b []byte, v int64, signed bool) []byte {
	if signed && v < 0 {
		b = append(b, '-')
		v = -v
	}
	var buf [20]byte
	i := len(buf)
	u := uint64(v)
	for {
		i--
		buf[i] = byte(u%10) + '0'
		u /= 10
		if u == 0 {
			break
		}
	}
	return append(b, buf[i:]...)
}

var (
	divideError   = error(errorString("integer divide by zero"))
	overflowError = error(errorString("integer overflow"))
	shiftError    = error(errorString("negative shift amount"))
	memoryError   = error(errorString("invalid memory address or nil pointer dereference"))
)

// printpanicval prints a panic's value: basic types by value, others by type and address.
func printpanicval(v interface{}) {
	switch v := v.(type) {
	case nil:
		printstring("nil")
	case bool:
		printbool(v)
	case int:
		printint(int64(v))
	case int8:
		printint(int64(v))
	case int16:
		printint(int64(v))
	case int32:
		printint(int64(v))
	case int64:
		printint(v)
	case uint:
		printuint(uint64(v))
	case uint8:
		printuint(uint64(v))
	case uint16:
		printuint(uint64(v))
	case uint32:
		printuint(uint64(v))
	case uint64:
		printuint(v)
	case uintptr:
		printuint(uint64(v))
	case float32:
		printfloat32(v)
	case float64:
		printfloat(v)
	case complex64:
		printcomplex64(v)
	case complex128:
		printcomplex(v)
	case string:
		printindented(v)
	default:
		printanycustomtype(v)
	}
}

// printpanicval14 is what was printed at the seed's time: only a few types by value.
func printpanicval14(v interface{}) {
	switch v := v.(type) {
	case nil:
		printstring("nil")
	case bool:
		printbool(v)
	case int:
		printint(int64(v))
	case int64:
		printint(v)
	case uint64:
		printuint(v)
	case uintptr:
		printuint(uint64(v))
	case string:
		printstring(v)
	default:
		e := efaceOf(&v)
		printstring("(")
		printstring(e.typ.string())
		printstring(") ")
		printeface(v)
	}
}

// printanycustomtype prints values of named basic types as Type(value).
func printanycustomtype(i interface{}) {
	e := efaceOf(&i)
	t := e.typ
	name := t.string()
	p := e.data
	switch t.kind {
	case kindString:
		printstring(name)
		printstring(`("`)
		printindented(*(*string)(p))
		printstring(`")`)
		return
	case kindComplex64:
		printstring(name)
		printcomplex64(*(*complex64)(p))
		return
	case kindComplex128:
		printstring(name)
		printcomplex(*(*complex128)(p))
		return
	}
	if t.kind < kindBool || t.kind > kindFloat64 {
		printstring("(")
		printstring(name)
		printstring(") ")
		printpointer(p)
		return
	}
	printstring(name)
	printstring("(")
	switch t.kind {
	case kindBool:
		printbool(*(*bool)(p))
	case kindInt:
		printint(int64(*(*int)(p)))
	case kindInt8:
		printint(int64(*(*int8)(p)))
	case kindInt16:
		printint(int64(*(*int16)(p)))
	case kindInt32:
		printint(int64(*(*int32)(p)))
	case kindInt64:
		printint(*(*int64)(p))
	case kindUint:
		printuint(uint64(*(*uint)(p)))
	case kindUint8:
		printuint(uint64(*(*uint8)(p)))
	case kindUint16:
		printuint(uint64(*(*uint16)(p)))
	case kindUint32:
		printuint(uint64(*(*uint32)(p)))
	case kindUint64:
		printuint(*(*uint64)(p))
	case kindUintptr:
		printuint(uint64(*(*uintptr)(p)))
	case kindFloat32:
		printfloat32(*(*float32)(p))
	case kindFloat64:
		printfloat(*(*float64)(p))
	}
	printstring(")")
}

// printindented prints s with a tab behind each newline.
func printindented(s string) {
	p := (*stringStruct)(unsafe.Pointer(&s)).str
	n := len(s)
	for n > 0 {
		i := memindexbyte(p, n, '\n')
		if i < 0 {
			break
		}
		gwritebytes(p, i+1)
		printstring("\t")
		p = add(p, uintptr(i+1))
		n -= i + 1
	}
	gwritebytes(p, n)
}

// panicwrap is called by an autogenerated pointer method whose receiver is nil: the value method can't be called.
func panicwrap() {
	name := funcname(findfunc(getcallerpc() - 1))
	// name is pkg.(*T).M
	i := lastIndexByte(name, '(')
	j := lastIndexByte(name, ')')
	if i < 0 || j < i {
		throw("panicwrap: no ( in " + name)
	}
	pkg := name[:i-1]
	typ := name[i+2 : j]
	meth := name[j+2:]
	panic(plainError("value method " + pkg + "." + typ + "." + meth + " called using nil *" + typ + " pointer"))
}

func lastIndexByte(s string, c byte) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == c {
			return i
		}
	}
	return -1
}
