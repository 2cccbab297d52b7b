package reflect

import "unsafe"

// A visit remembers a pair of addresses that is being compared.
type visit struct {
	a, b unsafe.Pointer
	typ  *rtype
}

// DeepEqual reports whether x and y are deeply equal: of one type, with equal contents,
// pointers, slices, maps and interfaces compared by what they lead to.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	v, w := ValueOf(x), ValueOf(y)
	if v.typ != w.typ {
		return false
	}
	var visited map[visit]bool
	return deepEqual(v, w, &visited)
}

// canCycle reports whether a value of the kind can lead back to itself.
func canCycle(v, w Value) bool {
	switch v.Kind() {
	case Pointer, Map:
		return v.pointer() != nil && w.pointer() != nil
	case Slice, Interface:
		return !v.IsNil() && !w.IsNil()
	}
	return false
}

func visitAddress(v Value) unsafe.Pointer {
	switch v.Kind() {
	case Pointer, Map:
		return v.pointer()
	}
	return v.ptr
}

// plain reports whether values of the type are equal exactly when their bytes are, and lead nowhere.
func (t *rtype) plain() bool { return t.tflag&tflagRegularMemory != 0 && t.ptrdata == 0 }

// memory is the bytes of a slice's elements.
func (v Value) memory() string {
	s := (*sliceHeader)(v.ptr)
	return unsafe.String((*byte)(s.Data), s.Len*int(v.typ.elem().size))
}

// deepEqual makes *visited when it is needed first.
func deepEqual(v, w Value, visited *map[visit]bool) bool {
	if !v.IsValid() || !w.IsValid() {
		return v.IsValid() == w.IsValid()
	}
	if v.typ != w.typ {
		return false
	}
	if v.Kind() == Slice && v.typ.elem().plain() {
		return v.IsNil() == w.IsNil() && v.Len() == w.Len() && v.memory() == w.memory()
	}
	if canCycle(v, w) {
		a, b := visitAddress(v), visitAddress(w)
		if uintptr(a) > uintptr(b) {
			a, b = b, a
		}
		k := visit{a, b, v.typ}
		if (*visited)[k] {
			return true
		}
		if *visited == nil {
			*visited = make(map[visit]bool)
		}
		(*visited)[k] = true
	}
	switch v.Kind() {
	case Array:
		for i := 0; i < v.Len(); i++ {
			if !deepEqual(v.Index(i), w.Index(i), visited) {
				return false
			}
		}
		return true
	case Slice:
		if v.IsNil() != w.IsNil() || v.Len() != w.Len() {
			return false
		}
		if v.first() == w.first() {
			return true
		}
		for i := 0; i < v.Len(); i++ {
			if !deepEqual(v.Index(i), w.Index(i), visited) {
				return false
			}
		}
		return true
	case Interface:
		if v.IsNil() || w.IsNil() {
			return v.IsNil() == w.IsNil()
		}
		return deepEqual(v.Elem(), w.Elem(), visited)
	case Pointer:
		if v.pointer() == w.pointer() {
			return true
		}
		return deepEqual(v.Elem(), w.Elem(), visited)
	case Struct:
		for i, n := 0, v.NumField(); i < n; i++ {
			if !deepEqual(v.Field(i), w.Field(i), visited) {
				return false
			}
		}
		return true
	case Map:
		if v.IsNil() != w.IsNil() || v.Len() != w.Len() {
			return false
		}
		if v.pointer() == w.pointer() {
			return true
		}
		for _, k := range v.MapKeys() {
			a, b := v.MapIndex(k), w.MapIndex(k)
			if !a.IsValid() || !b.IsValid() || !deepEqual(a, b, visited) {
				return false
			}
		}
		return true
	case Func:
		return v.IsNil() && w.IsNil()
	case Int, Int8, Int16, Int32, Int64:
		return v.Int() == w.Int()
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return v.Uint() == w.Uint()
	case String:
		return v.String() == w.String()
	case Bool:
		return v.Bool() == w.Bool()
	case Float32, Float64:
		return v.Float() == w.Float()
	case Complex64, Complex128:
		return v.Complex() == w.Complex()
	}
	return v.pointer() == w.pointer()
}
