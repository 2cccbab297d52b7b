package runtime

import "unsafe"

// Equality and hashing of values by their type descriptor, for map keys, interface
// comparison and == on composite types.

// f64hash gives +0 and -0 one hash and every NaN a fresh one.
func f64hash(p unsafe.Pointer, h uintptr) uintptr {
	f := *(*float64)(p)
	switch {
	case f == 0:
		return uintptr(hash64(0, uint64(h)))
	case f != f:
		return uintptr(hash64(uint64(fastrand()), uint64(h)))
	default:
		return uintptr(hash64(*(*uint64)(p), uint64(h)))
	}
}

func f32hash(p unsafe.Pointer, h uintptr) uintptr {
	f := float64(*(*float32)(p))
	return f64hash(unsafe.Pointer(&f), h)
}

func strhash(p unsafe.Pointer, h uintptr) uintptr {
	s := (*stringStruct)(p)
	return memhash(s.str, h, uintptr(s.len))
}

func nilinterhash(p unsafe.Pointer, h uintptr) uintptr {
	e := (*eface)(p)
	return datahash(e.typ, e.data, h)
}

func interhash(p unsafe.Pointer, h uintptr) uintptr {
	i := (*iface)(p)
	if i.tab == nil {
		return h
	}
	return datahash(i.tab.typ, i.data, h)
}

// datahash hashes the dynamic value of an interface; data is its data word.
func datahash(t *_type, data unsafe.Pointer, h uintptr) uintptr {
	if t == nil {
		return h
	}
	if t.tflag&tflagNotComparable != 0 {
		panic(errorString("hash of unhashable type " + t.string()))
	}
	if isDirectIface(t) {
		return typehash(t, unsafe.Pointer(&data), h)
	}
	return typehash(t, data, h)
}

// typehash hashes the value of type t at p with seed h. It panics with a runtime error
// if the value holds an interface whose dynamic type is not comparable.
func typehash(t *_type, p unsafe.Pointer, h uintptr) uintptr {
	if t.tflag&tflagRegularMemory != 0 {
		if t.size <= 32 && t.size&7 == 0 {
			for n := t.size; n != 0; n -= 8 {
				h = uintptr(hash64(*(*uint64)(p), uint64(h)))
				p = unsafe.Add(p, 8)
			}
			return h
		}
		return memhash(p, h, t.size)
	}
	switch t.kind {
	case kindString:
		return strhash(p, h)
	case kindFloat32:
		return f32hash(p, h)
	case kindFloat64:
		return f64hash(p, h)
	case kindComplex64:
		return f32hash(unsafe.Add(p, 4), f32hash(p, h))
	case kindComplex128:
		return f64hash(unsafe.Add(p, 8), f64hash(p, h))
	case kindInterface:
		if len((*interfacetype)(unsafe.Pointer(t)).methods) == 0 {
			return nilinterhash(p, h)
		}
		return interhash(p, h)
	case kindArray:
		a := (*arraytype)(unsafe.Pointer(t))
		for i := 0; i < int(a.len); i++ {
			h = typehash(a.elem, unsafe.Add(p, i*int(a.elem.size)), h)
		}
		return h
	case kindStruct:
		s := (*structtype)(unsafe.Pointer(t))
		for i := range s.fields {
			f := &s.fields[i]
			if f.name != "_" {
				h = typehash(f.typ, unsafe.Add(p, int(f.offset)), h)
			}
		}
		return h
	}
	panic(errorString("hash of unhashable type " + t.string()))
}

// typeequal compares two values of type t in memory, as == does.
func typeequal(t *_type, p, q unsafe.Pointer) bool {
	if t.tflag&tflagRegularMemory != 0 {
		return memequal(p, q, t.size)
	}
	switch t.kind {
	case kindString:
		return *(*string)(p) == *(*string)(q)
	case kindFloat32:
		return *(*float32)(p) == *(*float32)(q)
	case kindFloat64:
		return *(*float64)(p) == *(*float64)(q)
	case kindComplex64:
		return *(*complex64)(p) == *(*complex64)(q)
	case kindComplex128:
		return *(*complex128)(p) == *(*complex128)(q)
	case kindInterface:
		x, y := (*eface)(p), (*eface)(q)
		if len((*interfacetype)(unsafe.Pointer(t)).methods) == 0 {
			return x.typ == y.typ && efaceeq(x.typ, x.data, y.data)
		}
		// Different itabs may have one dynamic type.
		i, j := (*iface)(p), (*iface)(q)
		if i.tab == j.tab {
			return ifaceeq(i.tab, x.data, y.data)
		}
		return i.tab != nil && j.tab != nil && i.tab.typ == j.tab.typ && ifaceeq(i.tab, x.data, y.data)
	case kindArray:
		a := (*arraytype)(unsafe.Pointer(t))
		for i := 0; i < int(a.len); i++ {
			o := i * int(a.elem.size)
			if !typeequal(a.elem, unsafe.Add(p, o), unsafe.Add(q, o)) {
				return false
			}
		}
		return true
	case kindStruct:
		s := (*structtype)(unsafe.Pointer(t))
		for i := range s.fields {
			f := &s.fields[i]
			if f.name != "_" && !typeequal(f.typ, unsafe.Add(p, int(f.offset)), unsafe.Add(q, int(f.offset))) {
				return false
			}
		}
		return true
	}
	panic(errorString("comparing uncomparable type " + t.string()))
}

// efaceeq compares the data words of two interfaces that hold values of type t.
func efaceeq(t *_type, x, y unsafe.Pointer) bool {
	if t == nil {
		return true
	}
	if t.tflag&tflagNotComparable != 0 {
		panic(errorString("comparing uncomparable type " + t.string()))
	}
	if isDirectIface(t) {
		return x == y
	}
	if x == y && t.tflag&tflagRegularMemory != 0 {
		return true
	}
	return typeequal(t, x, y)
}

// ifaceeq is efaceeq for interfaces with methods, which share the itab tab.
func ifaceeq(tab *itab, x, y unsafe.Pointer) bool {
	if tab == nil {
		return true
	}
	return efaceeq(tab.typ, x, y)
}
