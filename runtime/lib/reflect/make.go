package reflect

import (
	"strconv"
	"unsafe"
)

// Types made at run time. A type that the program already has is found by its text and
// structure, so that every type has one descriptor.

// typelinks answers the descriptors of the linked program.
func typelinks() []*rtype

// known maps a type's text to the descriptors that have it.
var known map[string][]*rtype

func knownTypes(s string) []*rtype {
	if known == nil {
		known = make(map[string][]*rtype)
		for _, t := range typelinks() {
			known[t.str] = append(known[t.str], t)
		}
	}
	return known[s]
}

// intern enters a new descriptor.
func intern(t *rtype) *rtype {
	h := uint32(2166136261)
	for i := 0; i < len(t.str); i++ {
		h = (h ^ uint32(t.str[i])) * 16777619
	}
	t.hash = h
	known[t.str] = append(known[t.str], t)
	return t
}

// newPointerShaped fills in the head of a pointer-shaped type.
func (t *rtype) pointerShaped(k Kind, s string) {
	t.size, t.ptrdata, t.align, t.fieldalign = 8, 8, 8, 8
	t.kind = uint8(k)
	t.str = s
	t.tflag = tflagDirectIface | tflagRegularMemory
	t.gcdata = (*byte)(unsafe.Pointer(&oneBit[0]))
}

var oneBit = [1]uint64{1}

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

// PointerTo returns *t.
func PointerTo(t Type) Type { return ptrTo(t.common()) }

func ptrTo(t *rtype) *rtype {
	if t.ptrToThis != nil {
		return t.ptrToThis
	}
	s := "*" + t.str
	for _, k := range knownTypes(s) {
		if k.Kind() == Pointer && k.elem() == t {
			t.ptrToThis = k
			return k
		}
	}
	p := new(ptrtype)
	p.pointerShaped(Pointer, s)
	p.elem = t
	t.ptrToThis = intern(&p.rtype)
	return t.ptrToThis
}

// SliceOf returns []t.
func SliceOf(t Type) Type {
	e := t.common()
	s := "[]" + e.str
	for _, k := range knownTypes(s) {
		if k.Kind() == Slice && k.tflag&tflagNamed == 0 && k.elem() == e {
			return k
		}
	}
	p := new(slicetype)
	p.size, p.ptrdata, p.align, p.fieldalign = 24, 8, 8, 8
	p.kind = uint8(Slice)
	p.str = s
	p.tflag = tflagNotComparable
	p.gcdata = (*byte)(unsafe.Pointer(&oneBit[0]))
	p.elem = e
	return intern(&p.rtype)
}

// ArrayOf returns [n]t.
func ArrayOf(n int, t Type) Type {
	if n < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	e := t.common()
	s := "[" + strconv.Itoa(n) + "]" + e.str
	for _, k := range knownTypes(s) {
		if k.Kind() == Array && k.tflag&tflagNamed == 0 && k.elem() == e {
			return k
		}
	}
	p := new(arraytype)
	p.elem = e
	p.len = uintptr(n)
	p.slice = SliceOf(t).common()
	p.size = e.size * uintptr(n)
	p.align, p.fieldalign = e.align, e.fieldalign
	p.kind = uint8(Array)
	p.str = s
	p.tflag = e.tflag & (tflagNotComparable | tflagRegularMemory)
	if n == 1 {
		p.tflag |= e.tflag & tflagDirectIface
	}
	if n > 0 && e.ptrdata != 0 {
		p.ptrdata = e.size*uintptr(n-1) + e.ptrdata
		bits := make([]byte, (p.ptrdata/64+8)&^7) // the collector reads whole words
		for i := 0; i < n; i++ {
			addPtrBits(bits, i*int(e.size)/8, e)
		}
		p.gcdata = &bits[0]
	}
	return intern(&p.rtype)
}

// addPtrBits marks the pointer words of a t that lies at word at.
func addPtrBits(bits []byte, at int, t *rtype) {
	for i := 0; i < int(t.ptrdata)/8; i++ {
		if *(*byte)(unsafe.Add(unsafe.Pointer(t.gcdata), i>>3))>>(uint(i)&7)&1 != 0 {
			bits[(at+i)>>3] |= 1 << (uint(at+i) & 7)
		}
	}
}

// ChanOf returns a channel type.
func ChanOf(dir ChanDir, t Type) Type {
	e := t.common()
	var s string
	switch dir {
	case SendDir:
		s = "chan<- " + e.str
	case RecvDir:
		s = "<-chan " + e.str
	case BothDir:
		if len(e.str) > 0 && e.str[0] == '<' {
			s = "chan (" + e.str + ")"
		} else {
			s = "chan " + e.str
		}
	default:
		panic("reflect.ChanOf: invalid dir")
	}
	for _, k := range knownTypes(s) {
		if k.Kind() == Chan && k.tflag&tflagNamed == 0 && k.elem() == e && k.ChanDir() == dir {
			return k
		}
	}
	p := new(chantype)
	p.pointerShaped(Chan, s)
	p.elem = e
	p.dir = uintptr(dir)
	return intern(&p.rtype)
}

// MapOf returns map[key]elem.
func MapOf(key, elem Type) Type {
	k, e := key.common(), elem.common()
	if k.tflag&tflagNotComparable != 0 {
		panic("reflect.MapOf: invalid key type " + k.String())
	}
	s := "map[" + k.str + "]" + e.str
	for _, t := range knownTypes(s) {
		if t.Kind() == Map && t.tflag&tflagNamed == 0 && t.m().key == k && t.elem() == e {
			return t
		}
	}
	p := new(maptype)
	p.pointerShaped(Map, s)
	p.tflag |= tflagNotComparable
	p.key, p.elem = k, e
	return intern(&p.rtype)
}

// FuncOf returns a function type.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	p := new(functype)
	p.variadic = variadic
	for _, t := range in {
		p.in = append(p.in, t.common())
	}
	for _, t := range out {
		p.out = append(p.out, t.common())
	}
	s := funcText(p)
	for _, k := range knownTypes(s) {
		if k.Kind() == Func && k.tflag&tflagNamed == 0 && sameSignature(k.fn(), p) {
			return k
		}
	}
	p.pointerShaped(Func, s)
	p.tflag |= tflagNotComparable
	return intern(&p.rtype)
}

func sameSignature(a, b *functype) bool {
	if len(a.in) != len(b.in) || len(a.out) != len(b.out) || a.variadic != b.variadic {
		return false
	}
	for i := range a.in {
		if a.in[i] != b.in[i] {
			return false
		}
	}
	for i := range a.out {
		if a.out[i] != b.out[i] {
			return false
		}
	}
	return true
}

func funcText(f *functype) string {
	s := "func("
	for i, t := range f.in {
		if i > 0 {
			s += ", "
		}
		if f.variadic && i == len(f.in)-1 {
			s += "..." + t.elem().str
		} else {
			s += t.str
		}
	}
	s += ")"
	switch len(f.out) {
	case 0:
	case 1:
		s += " " + f.out[0].str
	default:
		s += " ("
		for i, t := range f.out {
			if i > 0 {
				s += ", "
			}
			s += t.str
		}
		s += ")"
	}
	return s
}

// validFieldName reports whether s is an identifier; beyond ASCII every rune counts as a letter.
func validFieldName(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		letter := 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' || c >= 0x80
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

// sizeSum is a + b, a size or the end of it.
func sizeSum(a, b uintptr) uintptr {
	if a+b < a {
		panic("reflect.StructOf: struct size would exceed virtual address space")
	}
	return a + b
}

// StructOf returns a struct type with the given fields; their Offset and Index are ignored.
func StructOf(fields []StructField) Type {
	p := new(structtype)
	p.align, p.fieldalign = 1, 1
	p.tflag = tflagRegularMemory
	s := "struct {"
	names := map[string]bool{}
	for i, f := range fields {
		if f.Name == "" {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no name")
		}
		if f.Type == nil {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no type")
		}
		if !validFieldName(f.Name) {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has invalid name")
		}
		c := f.Name[0]
		if (c < 'A' || c > 'Z') && f.PkgPath == "" {
			panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
		}
		if names[f.Name] && f.Name != "_" {
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		names[f.Name] = true
		t := f.Type.common()
		if i > 0 {
			s += ";"
		}
		s += " "
		if !f.Anonymous {
			s += f.Name + " "
		}
		s += t.str
		if f.Tag != "" {
			s += " " + strconv.Quote(string(f.Tag))
		}
		at := sizeSum(p.size, uintptr(t.align)-1) &^ (uintptr(t.align) - 1)
		if at != p.size {
			p.tflag &^= tflagRegularMemory
		}
		if t.align > p.align {
			p.align, p.fieldalign = t.align, t.align
		}
		if t.tflag&tflagRegularMemory == 0 {
			p.tflag &^= tflagRegularMemory
		}
		p.tflag |= t.tflag & tflagNotComparable
		if t.ptrdata != 0 {
			p.ptrdata = at + t.ptrdata
		}
		p.size = sizeSum(at, t.size)
		p.fields = append(p.fields, structfield{f.Name, f.PkgPath, t, string(f.Tag), at, f.Anonymous})
		if f.PkgPath != "" {
			if p.pkgpath != "" && p.pkgpath != f.PkgPath {
				panic("reflect.StructOf: fields with different PkgPath " + p.pkgpath + " and " + f.PkgPath)
			}
			p.pkgpath = f.PkgPath
		}
	}
	if len(fields) > 0 {
		s += " "
		if p.size > 0 && p.fields[len(fields)-1].typ.size == 0 {
			p.size = sizeSum(p.size, 1)
		}
	}
	s += "}"
	size := sizeSum(p.size, uintptr(p.align)-1) &^ (uintptr(p.align) - 1)
	if size != p.size {
		p.tflag &^= tflagRegularMemory
	}
	p.size = size
	if len(fields) == 1 && p.fields[0].typ.direct() {
		p.tflag |= tflagDirectIface
	}
	p.kind = uint8(Struct)
	p.str = s
	for _, k := range knownTypes(s) {
		if k.Kind() == Struct && k.tflag&tflagNamed == 0 && sameUnderlying(k, &p.rtype, true) {
			return k
		}
	}
	if p.ptrdata != 0 {
		bits := make([]byte, (p.ptrdata/64+8)&^7) // the collector reads whole words
		for i := range p.fields {
			addPtrBits(bits, int(p.fields[i].offset)/8, p.fields[i].typ)
		}
		p.gcdata = &bits[0]
	}
	return intern(&p.rtype)
}
