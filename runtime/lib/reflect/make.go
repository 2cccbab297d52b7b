package reflect

import "unsafe"

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

// addPtrBits marks the pointer words of a t that lies at word at.
func addPtrBits(bits []byte, at int, t *rtype) {
	for i := 0; i < int(t.ptrdata)/8; i++ {
		if *(*byte)(unsafe.Add(unsafe.Pointer(t.gcdata), i>>3))>>(uint(i)&7)&1 != 0 {
			bits[(at+i)>>3] |= 1 << (uint(at+i) & 7)
		}
	}
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
