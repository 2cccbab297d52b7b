package reflect

import "unsafe"

// Conversions.

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

var _ unsafe.Pointer
