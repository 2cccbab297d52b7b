package runtime

import "unsafe"

// Interfaces: method tables (itabs), conversions, assertions.

// itabTable is a hash table of all itabs in use, open addressing; the linker's tables
// are entered at start, others when an assertion first needs them.
type itabTableType struct {
	size    int // power of two
	count   int
	entries unsafe.Pointer // *[size]*itab
}

var itabTable itabTableType

const itabInitSize = 512

func itabHash(inter *interfacetype, typ *_type) uint32 { return inter.typ.hash ^ typ.hash }

func itabsinit() {
	n := itabInitSize
	for n < 2*len(firstmoduledata.itabs) {
		n *= 2
	}
	itabTable.size = n
	itabTable.entries = persistentalloc(uintptr(n)*8, 8)
	for _, m := range firstmoduledata.itabs {
		itabAdd(m)
	}
}

func (t *itabTableType) find(inter *interfacetype, typ *_type) *itab {
	mask := t.size - 1
	h := int(itabHash(inter, typ)) & mask
	for i := 1; ; i++ {
		m := *(**itab)(unsafe.Add(t.entries, h*8))
		if m == nil || m.inter == inter && m.typ == typ {
			return m
		}
		h = (h + i) & mask
	}
}

func (t *itabTableType) add(m *itab) {
	mask := t.size - 1
	h := int(itabHash(m.inter, m.typ)) & mask
	for i := 1; ; i++ {
		p := (**itab)(unsafe.Add(t.entries, h*8))
		if *p == nil {
			*p = m
			t.count++
			return
		}
		if *p == m {
			return
		}
		h = (h + i) & mask
	}
}

func itabAdd(m *itab) {
	t := &itabTable
	if 4*t.count >= 3*t.size {
		var bigger itabTableType
		bigger.size = 2 * t.size
		bigger.entries = persistentalloc(uintptr(bigger.size)*8, 8)
		for i := 0; i < t.size; i++ {
			if old := *(**itab)(unsafe.Add(t.entries, i*8)); old != nil {
				bigger.add(old)
			}
		}
		*t = bigger
	}
	t.add(m)
}

// itabInit fills m.fun; it answers the name of the first missing method, or "" if typ
// implements inter. Both method lists are sorted by name.
func itabInit(m *itab) string {
	inter, typ := m.inter, m.typ
	ni := len(inter.methods)
	x := typ.uncommon
	j := 0
	for k := 0; k < ni; k++ {
		want := &inter.methods[k]
		found := false
		if x != nil {
			for ; j < len(x.methods); j++ {
				have := &x.methods[j]
				if have.name == want.name && have.mtyp == want.typ && (have.pkgpath == want.pkgpath || have.pkgpath == "") {
					*(*uintptr)(unsafe.Add(unsafe.Pointer(&m.fun), k*8)) = have.ifn
					found = true
					j++
					break
				}
			}
		}
		if !found {
			m.fun[0] = 0
			return want.name
		}
	}
	return ""
}

// getitab answers the table of typ for inter. If typ does not implement inter it answers
// nil when canfail, and panics with a *TypeAssertionError otherwise.
func getitab(inter *interfacetype, typ *_type, canfail bool) *itab {
	if len(inter.methods) == 0 {
		throw("internal error - misuse of itab")
	}
	if typ.uncommon == nil {
		if canfail {
			return nil
		}
		panic(&TypeAssertionError{nil, typ, &inter.typ, inter.methods[0].name})
	}
	m := itabTable.find(inter, typ)
	if m == nil {
		m = (*itab)(persistentalloc(unsafe.Sizeof(itab{})+uintptr(len(inter.methods)-1)*8, 8))
		m.inter = inter
		m.typ = typ
		m.hash = typ.hash
		itabInit(m)
		itabAdd(m)
	}
	if m.fun[0] != 0 {
		return m
	}
	if canfail {
		return nil
	}
	panic(&TypeAssertionError{nil, typ, &inter.typ, itabInit(m)})
}

// typeAssert answers the itab for a conversion to inter of what is not nil, or panics.
func typeAssert(inter *interfacetype, t *_type) *itab {
	return getitab(inter, t, false)
}

func assertE2I2(inter *interfacetype, t *_type) *itab {
	if t == nil {
		return nil
	}
	return getitab(inter, t, true)
}

func panicdottypeE(have, want, iface *_type) {
	panic(&TypeAssertionError{iface, have, want, ""})
}

func panicdottypeI(have *itab, want, iface *_type) {
	var t *_type
	if have != nil {
		t = have.typ
	}
	panicdottypeE(t, want, iface)
}

func panicnildottype(want *_type) {
	panic(&TypeAssertionError{nil, nil, want, ""})
}

// staticuint64s holds the values that convT64 boxes without allocating.
var staticuint64s [256]uint64

func staticinit() {
	for i := range staticuint64s {
		staticuint64s[i] = uint64(i)
	}
}

// convT copies the value of type t at v to the heap.
func convT(t *_type, v unsafe.Pointer) unsafe.Pointer {
	p := mallocgc(t.size, t, false)
	memmove(p, v, t.size)
	return p
}

func convT64(v uint64) unsafe.Pointer {
	if v < uint64(len(staticuint64s)) {
		return unsafe.Pointer(&staticuint64s[v])
	}
	p := mallocgc(8, nil, false)
	*(*uint64)(p) = v
	return p
}

func convTstring(s string) unsafe.Pointer {
	if s == "" {
		return unsafe.Pointer(&zeroVal[0])
	}
	p := mallocgc(16, stringType, true)
	*(*string)(p) = s
	return p
}

func convTslice(b []byte) unsafe.Pointer {
	if b == nil {
		return unsafe.Pointer(&zeroVal[0])
	}
	p := mallocgc(24, bytesType, true)
	*(*[]byte)(p) = b
	return p
}

var (
	stringIface interface{} = ""
	stringType              = efaceOf(&stringIface).typ
	bytesIface  interface{} = []byte(nil)
	bytesType               = efaceOf(&bytesIface).typ
)
