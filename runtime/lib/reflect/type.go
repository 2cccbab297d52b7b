// Package reflect looks at types and values of a running program: what fmt, sort.Slice and
// encoders stand on.
package reflect

import (
	"strconv"
	"unsafe"
)

// Type is the representation of a Go type. Two Types are equal exactly when the types are
// identical.
type Type interface {
	Align() int
	FieldAlign() int
	Method(int) Method
	MethodByName(string) (Method, bool)
	NumMethod() int
	Name() string
	PkgPath() string
	Size() uintptr
	String() string
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	Comparable() bool
	Bits() int
	ChanDir() ChanDir
	IsVariadic() bool
	Elem() Type
	Field(i int) StructField
	FieldByIndex(index []int) StructField
	FieldByName(name string) (StructField, bool)
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	In(i int) Type
	Key() Type
	Len() int
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type
	OverflowComplex(x complex128) bool
	OverflowFloat(x float64) bool
	OverflowInt(x int64) bool
	OverflowUint(x uint64) bool
	CanSeq() bool
	CanSeq2() bool

	common() *rtype
}

// A Kind is the specific kind of a type; zero is no kind.
type Kind uint

// The kinds.
const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Ptr is the old name of Pointer.
const Ptr = Pointer

var kindNames = [...]string{
	"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", "float64", "complex64", "complex128", "array", "chan", "func", "interface", "map", "ptr", "slice", "string",
	"struct", "unsafe.Pointer",
}

// String returns the name of k.
func (k Kind) String() string {
	if uint(k) < uint(len(kindNames)) {
		return kindNames[k]
	}
	return "kind" + strconv.Itoa(int(k))
}

// ChanDir is a channel type's direction.
type ChanDir int

// The directions.
const (
	RecvDir ChanDir = 1 << iota
	SendDir
	BothDir = RecvDir | SendDir
)

func (d ChanDir) String() string {
	switch d {
	case SendDir:
		return "chan<-"
	case RecvDir:
		return "<-chan"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + strconv.Itoa(int(d))
}

// The runtime's type descriptors; package runtime declares the same structures.

const (
	tflagNamed         = 4
	tflagRegularMemory = 8
	tflagDirectIface   = 16
	tflagNotComparable = 32
)

type rtype struct {
	size       uintptr
	ptrdata    uintptr
	hash       uint32
	tflag      uint8
	align      uint8
	fieldalign uint8
	kind       uint8
	gcdata     *byte
	str        string
	ptrToThis  *rtype
	uncommon   *uncommontype
}

type method struct {
	name    string
	pkgpath string
	mtyp    *rtype
	ifn     uintptr
	tfn     uintptr
}

type uncommontype struct {
	pkgpath string
	name    string
	methods []method
}

type imethod struct {
	name    string
	pkgpath string
	typ     *rtype
}

type interfacetype struct {
	rtype
	pkgpath string
	methods []imethod
}

type arraytype struct {
	rtype
	elem  *rtype
	slice *rtype
	len   uintptr
}

type chantype struct {
	rtype
	elem *rtype
	dir  uintptr
}

type functype struct {
	rtype
	in       []*rtype
	out      []*rtype
	variadic bool
}

type maptype struct {
	rtype
	key     *rtype
	elem    *rtype
	entry   *rtype
	elemoff int
	flags   uintptr
}

type ptrtype struct {
	rtype
	elem *rtype
}

type slicetype struct {
	rtype
	elem *rtype
}

type structfield struct {
	name     string
	pkgpath  string
	typ      *rtype
	tag      string
	offset   uintptr
	embedded bool
}

type structtype struct {
	rtype
	pkgpath string
	fields  []structfield
}

type itab struct {
	inter *interfacetype
	typ   *rtype
	hash  uint32
	_     [4]byte
	fun   [1]uintptr
}

type eface struct {
	typ  *rtype
	data unsafe.Pointer
}

type iface struct {
	tab  *itab
	data unsafe.Pointer
}

// A Method is one method of a type.
type Method struct {
	Name    string
	PkgPath string
	Type    Type
	Func    Value
	Index   int
}

// IsExported reports whether the method is exported.
func (m Method) IsExported() bool { return m.PkgPath == "" }

// A StructField is one field of a struct.
type StructField struct {
	Name      string
	PkgPath   string
	Type      Type
	Tag       StructTag
	Offset    uintptr
	Index     []int
	Anonymous bool
}

// IsExported reports whether the field is exported.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// A StructTag is the tag of a field: by convention, space-separated key:"value" pairs.
type StructTag string

// Get returns the value of key, or "".
func (tag StructTag) Get(key string) string {
	v, _ := tag.Lookup(key)
	return v
}

// Lookup returns the value of key and whether the tag has it.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	for tag != "" {
		i := 0
		for i < len(tag) && tag[i] == ' ' {
			i++
		}
		tag = tag[i:]
		if tag == "" {
			break
		}
		i = 0
		for i < len(tag) && tag[i] > ' ' && tag[i] != ':' && tag[i] != '"' && tag[i] != 0x7f {
			i++
		}
		if i == 0 || i+1 >= len(tag) || tag[i] != ':' || tag[i+1] != '"' {
			break
		}
		name := string(tag[:i])
		tag = tag[i+1:]
		i = 1
		for i < len(tag) && tag[i] != '"' {
			if tag[i] == '\\' {
				i++
			}
			i++
		}
		if i >= len(tag) {
			break
		}
		quoted := string(tag[:i+1])
		tag = tag[i+1:]
		if name == key {
			value, err := strconv.Unquote(quoted)
			if err != nil {
				break
			}
			return value, true
		}
	}
	return "", false
}

// A ValueError is the panic of a Value method used on a value of a wrong kind.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == 0 {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

// TypeOf returns the dynamic type of i, nil for a nil interface.
func TypeOf(i any) Type { return toType((*eface)(unsafe.Pointer(&i)).typ) }

func toType(t *rtype) Type {
	if t == nil {
		return nil
	}
	return t
}

func (t *rtype) common() *rtype { return t }

func (t *rtype) String() string { return t.str }

func (t *rtype) Size() uintptr { return t.size }

func (t *rtype) Align() int { return int(t.align) }

func (t *rtype) FieldAlign() int { return int(t.fieldalign) }

func (t *rtype) Kind() Kind { return Kind(t.kind) }

func (t *rtype) Comparable() bool { return t.tflag&tflagNotComparable == 0 }

func (t *rtype) direct() bool { return t.tflag&tflagDirectIface != 0 }

func (t *rtype) array() *arraytype { return (*arraytype)(unsafe.Pointer(t)) }

func (t *rtype) ch() *chantype { return (*chantype)(unsafe.Pointer(t)) }

func (t *rtype) fn() *functype { return (*functype)(unsafe.Pointer(t)) }

func (t *rtype) m() *maptype { return (*maptype)(unsafe.Pointer(t)) }

func (t *rtype) st() *structtype { return (*structtype)(unsafe.Pointer(t)) }

func (t *rtype) inter() *interfacetype { return (*interfacetype)(unsafe.Pointer(t)) }

// CanSeq reports whether a value of the type can be ranged over with one variable.
func (t *rtype) CanSeq() bool {
	switch t.Kind() {
	case Int8, Int16, Int32, Int64, Int, Uint8, Uint16, Uint32, Uint64, Uint, Uintptr, Array, Slice, Chan, String, Map:
		return true
	case Func:
		return t.iterates(1)
	case Pointer:
		return t.Elem().Kind() == Array
	}
	return false
}

// CanSeq2 reports whether a value of the type can be ranged over with two variables.
func (t *rtype) CanSeq2() bool {
	switch t.Kind() {
	case Array, Slice, String, Map:
		return true
	case Func:
		return t.iterates(2)
	case Pointer:
		return t.Elem().Kind() == Array
	}
	return false
}

// iterates reports whether t is func(yield func(n arguments) bool).
func (t *rtype) iterates(n int) bool {
	if t.NumIn() != 1 || t.NumOut() != 0 {
		return false
	}
	y := t.In(0)
	return y.Kind() == Func && y.NumIn() == n && y.NumOut() == 1 && y.Out(0).Kind() == Bool
}

func (t *rtype) Bits() int {
	k := t.Kind()
	if k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return int(t.size) * 8
}

func (t *rtype) Name() string {
	if t.tflag&tflagNamed == 0 {
		return ""
	}
	s := t.str
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '.' {
			return s[i+1:]
		}
	}
	return s
}

func (t *rtype) PkgPath() string {
	if t.tflag&tflagNamed == 0 {
		return ""
	}
	if t.uncommon == nil {
		if t.Kind() == UnsafePointer {
			return "unsafe"
		}
		return ""
	}
	return t.uncommon.pkgpath
}

func (t *rtype) exportedMethods() []method {
	if t.uncommon == nil {
		return nil
	}
	all := t.uncommon.methods
	for i := range all {
		if all[i].pkgpath != "" {
			out := make([]method, 0, len(all))
			for _, m := range all {
				if m.pkgpath == "" {
					out = append(out, m)
				}
			}
			return out
		}
	}
	return all
}

func (t *rtype) NumMethod() int {
	if t.Kind() == Interface {
		return len(t.inter().methods)
	}
	return len(t.exportedMethods())
}

func (t *rtype) Method(i int) (m Method) {
	if t.Kind() == Interface {
		it := t.inter()
		if i < 0 || i >= len(it.methods) {
			return m
		}
		p := &it.methods[i]
		return Method{Name: p.name, PkgPath: p.pkgpath, Type: toType(p.typ), Index: i}
	}
	ms := t.exportedMethods()
	if i < 0 || i >= len(ms) {
		panic("reflect: Method index out of range")
	}
	p := ms[i]
	m.Name = p.name
	m.Index = i
	ft := p.mtyp.fn()
	in := make([]Type, 0, 1+len(ft.in))
	in = append(in, t)
	for _, a := range ft.in {
		in = append(in, a)
	}
	out := make([]Type, 0, len(ft.out))
	for _, a := range ft.out {
		out = append(out, a)
	}
	mt := FuncOf(in, out, ft.variadic)
	m.Type = mt
	m.Func = Value{mt.common(), unsafe.Pointer(&codeptr{p.tfn}), flag(Func)}
	return m
}

func (t *rtype) MethodByName(name string) (m Method, ok bool) {
	if t.Kind() == Interface {
		it := t.inter()
		for i := range it.methods {
			if it.methods[i].name == name {
				return t.Method(i), true
			}
		}
		return Method{}, false
	}
	for i, p := range t.exportedMethods() {
		if p.name == name {
			return t.Method(i), true
		}
	}
	return Method{}, false
}

func (t *rtype) ChanDir() ChanDir {
	if t.Kind() != Chan {
		panic("reflect: ChanDir of non-chan type " + t.String())
	}
	return ChanDir(t.ch().dir)
}

func (t *rtype) IsVariadic() bool {
	if t.Kind() != Func {
		panic("reflect: IsVariadic of non-func type " + t.String())
	}
	return t.fn().variadic
}

func (t *rtype) elem() *rtype {
	switch t.Kind() {
	case Array:
		return t.array().elem
	case Chan:
		return t.ch().elem
	case Map:
		return t.m().elem
	case Pointer:
		return (*ptrtype)(unsafe.Pointer(t)).elem
	case Slice:
		return (*slicetype)(unsafe.Pointer(t)).elem
	}
	panic("reflect: Elem of invalid type " + t.String())
}

func (t *rtype) Elem() Type { return toType(t.elem()) }

func (t *rtype) Len() int {
	if t.Kind() != Array {
		panic("reflect: Len of non-array type " + t.String())
	}
	return int(t.array().len)
}

func (t *rtype) structure(what string) *structtype {
	if t.Kind() != Struct {
		panic("reflect: " + what + " of non-struct type " + t.String())
	}
	return t.st()
}

func (t *rtype) function(what string) *functype {
	if t.Kind() != Func {
		panic("reflect: " + what + " of non-func type " + t.String())
	}
	return t.fn()
}

func (t *rtype) NumField() int { return len(t.structure("NumField").fields) }

func (t *rtype) NumIn() int { return len(t.function("NumIn").in) }

func (t *rtype) NumOut() int { return len(t.function("NumOut").out) }

func (t *rtype) In(i int) Type { return toType(t.function("In").in[i]) }

func (t *rtype) Out(i int) Type { return toType(t.function("Out").out[i]) }

func (t *rtype) Field(i int) (f StructField) {
	st := t.structure("Field")
	if i < 0 || i >= len(st.fields) {
		panic("reflect: Field index out of bounds")
	}
	p := &st.fields[i]
	return StructField{
		Name: p.name, PkgPath: p.pkgpath, Type: toType(p.typ), Tag: StructTag(p.tag), Offset: p.offset,
		Index: []int{i}, Anonymous: p.embedded,
	}
}

func (t *rtype) FieldByIndex(index []int) (f StructField) {
	t.structure("FieldByIndex")
	var at Type = t
	for i, x := range index {
		if i > 0 {
			if at.Kind() == Pointer && at.Elem().Kind() == Struct {
				at = at.Elem()
			}
		}
		f = at.Field(x)
		at = f.Type
	}
	return f
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	t.structure("FieldByName")
	return t.FieldByNameFunc(func(s string) bool { return s == name })
}

// FieldByNameFunc searches breadth first, as Go's selector rule does: a name found twice
// at one depth hides deeper ones and is not found.
func (t *rtype) FieldByNameFunc(match func(string) bool) (result StructField, ok bool) {
	type scan struct {
		typ   *rtype
		index []int
	}
	t.structure("FieldByNameFunc")
	level := []scan{{typ: t}}
	visited := map[*rtype]bool{}
	for len(level) > 0 {
		var next []scan
		count := map[*rtype]int{}
		for _, s := range level {
			count[s.typ]++
		}
		found := 0
		for _, s := range level {
			if visited[s.typ] {
				continue
			}
			visited[s.typ] = true
			st := s.typ.st()
			for i := range st.fields {
				f := &st.fields[i]
				if match(f.name) {
					found += count[s.typ]
					result = s.typ.Field(i)
					result.Index = append(append([]int(nil), s.index...), i)
					continue
				}
				if !f.embedded {
					continue
				}
				e := f.typ
				if e.Kind() == Pointer {
					e = e.elem()
				}
				if e.Kind() == Struct && !visited[e] {
					index := append(append([]int(nil), s.index...), i)
					next = append(next, scan{e, index})
					if count[s.typ] > 1 {
						next = append(next, scan{e, index})
					}
				}
			}
		}
		if found > 0 {
			if found > 1 {
				return StructField{}, false
			}
			return result, true
		}
		level = next
	}
	return StructField{}, false
}

// VisibleFields returns the fields of struct type t with those promoted from embedded
// structs.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	var out []StructField
	var walk func(t Type, index []int, seen []Type)
	walk = func(at Type, index []int, seen []Type) {
		for _, s := range seen {
			if s == at {
				return
			}
		}
		seen = append(seen, at)
		for i := 0; i < at.NumField(); i++ {
			f := at.Field(i)
			f.Index = append(append([]int(nil), index...), i)
			if g, ok := t.FieldByName(f.Name); ok && len(g.Index) == len(f.Index) {
				out = append(out, f)
			}
			if f.Anonymous {
				e := f.Type
				if e.Kind() == Pointer {
					e = e.Elem()
				}
				if e.Kind() == Struct {
					walk(e, f.Index, seen)
				}
			}
		}
	}
	walk(t, nil, nil)
	return out
}

// implements reports whether t has the methods of interface it.
func implements(it *interfacetype, t *rtype) bool {
	if len(it.methods) == 0 {
		return true
	}
	i := 0
	if t.Kind() == Interface {
		for _, m := range t.inter().methods {
			w := &it.methods[i]
			if m.name == w.name && m.typ == w.typ && m.pkgpath == w.pkgpath {
				i++
				if i == len(it.methods) {
					return true
				}
			}
		}
		return false
	}
	if t.uncommon == nil {
		return false
	}
	ms := t.uncommon.methods
	for j := range ms {
		w := &it.methods[i]
		if ms[j].name == w.name && ms[j].mtyp == w.typ && ms[j].pkgpath == w.pkgpath {
			i++
			if i == len(it.methods) {
				return true
			}
		}
	}
	return false
}

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	uu := u.common()
	return uu.Kind() == Interface && implements(uu.inter(), t)
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	uu := u.common()
	return directlyAssignable(uu, t) || uu.Kind() == Interface && implements(uu.inter(), t)
}

func directlyAssignable(to, from *rtype) bool {
	if to == from {
		return true
	}
	if to.Name() != "" && from.Name() != "" || to.Kind() != from.Kind() {
		return false
	}
	if to.Kind() == Chan && specialChannelAssignability(to, from) {
		return true
	}
	return sameUnderlying(to, from, true)
}

func specialChannelAssignability(to, from *rtype) bool {
	return from.ChanDir() == BothDir && (to.Name() == "" || from.Name() == "") && to.elem() == from.elem()
}

// sameUnderlying reports whether the underlying types are identical, up to struct tags if
// !tags.
func sameUnderlying(a, b *rtype, tags bool) bool {
	if a == b {
		return true
	}
	k := a.Kind()
	if k != b.Kind() {
		return false
	}
	if Bool <= k && k <= Complex128 || k == String || k == UnsafePointer {
		return true
	}
	same := func(x, y *rtype) bool {
		if tags {
			return x == y
		}
		if x.Name() != y.Name() || x.Kind() != y.Kind() || x.PkgPath() != y.PkgPath() {
			return false
		}
		return x.Name() != "" && x == y || x.Name() == "" && sameUnderlying(x, y, tags)
	}
	switch k {
	case Array:
		return a.Len() == b.Len() && same(a.elem(), b.elem())
	case Chan:
		return a.ChanDir() == b.ChanDir() && same(a.elem(), b.elem())
	case Map:
		return same(a.m().key, b.m().key) && same(a.elem(), b.elem())
	case Pointer, Slice:
		return same(a.elem(), b.elem())
	case Func:
		x, y := a.fn(), b.fn()
		if len(x.in) != len(y.in) || len(x.out) != len(y.out) || x.variadic != y.variadic {
			return false
		}
		for i := range x.in {
			if !same(x.in[i], y.in[i]) {
				return false
			}
		}
		for i := range x.out {
			if !same(x.out[i], y.out[i]) {
				return false
			}
		}
		return true
	case Interface:
		x, y := a.inter(), b.inter()
		if len(x.methods) != len(y.methods) {
			return false
		}
		for i := range x.methods {
			if x.methods[i] != y.methods[i] {
				return false
			}
		}
		return true
	case Struct:
		x, y := a.st(), b.st()
		if len(x.fields) != len(y.fields) {
			return false
		}
		for i := range x.fields {
			f, g := &x.fields[i], &y.fields[i]
			if f.name != g.name || f.pkgpath != g.pkgpath || !same(f.typ, g.typ) || tags && f.tag != g.tag ||
				f.offset != g.offset || f.embedded != g.embedded {
				return false
			}
		}
		return true
	}
	return false
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return convertOp(u.common(), t) != nil
}

func (t *rtype) OverflowComplex(x complex128) bool {
	switch t.Kind() {
	case Complex64:
		return overflowFloat32(real(x)) || overflowFloat32(imag(x))
	case Complex128:
		return false
	}
	panic("reflect: OverflowComplex of non-complex type " + t.String())
}

func (t *rtype) OverflowFloat(x float64) bool {
	switch t.Kind() {
	case Float32:
		return overflowFloat32(x)
	case Float64:
		return false
	}
	panic("reflect: OverflowFloat of non-float type " + t.String())
}

func (t *rtype) OverflowInt(x int64) bool {
	if k := t.Kind(); k < Int || k > Int64 {
		panic("reflect: OverflowInt of non-int type " + t.String())
	}
	n := 64 - uint(t.size)*8
	return x != x<<n>>n
}

func (t *rtype) OverflowUint(x uint64) bool {
	if k := t.Kind(); k < Uint || k > Uintptr {
		panic("reflect: OverflowUint of non-uint type " + t.String())
	}
	n := 64 - uint(t.size)*8
	return x != x<<n>>n
}

func overflowFloat32(x float64) bool {
	if x < 0 {
		x = -x
	}
	return 3.40282346638528859811704183484516925440e+38 < x && x <= 1.79769313486231570814527423731704356798070e+308
}

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
	if e.size > 0 && uintptr(n) > ^uintptr(0)/e.size {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
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

// FuncOf returns a function type.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].common().Kind() != Slice) {
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

// promoted are the methods that an embedded field gives a struct of StructOf's. As in Go, only the first field can, whose
// methods find their receiver where they expect it; and those of an embedded interface can't be called.
func promoted(t *rtype, first, only bool) (ms []method) {
	switch t.Kind() {
	case Interface:
		stub := embeddedInterfaceMethod
		pc := **(**uintptr)(unsafe.Pointer(&stub))
		for _, m := range t.inter().methods {
			if m.pkgpath != "" {
				panic("reflect: embedded interface with unexported method(s) not implemented")
			}
			ms = append(ms, method{m.name, "", m.typ, pc, pc})
		}
		return ms
	case Pointer:
		if k := t.elem().Kind(); k == Pointer || k == Interface {
			panic("reflect.StructOf: illegal embedded field type " + t.String())
		}
		if t.uncommon != nil && first && !only {
			panic("reflect: embedded type with methods not implemented if there is more than one field")
		}
	}
	if t.uncommon == nil {
		return nil
	}
	if !first && len(t.uncommon.methods) > 0 {
		panic("reflect: embedded type with methods not implemented if type is not first field")
	}
	if !only && t.direct() {
		panic("reflect: embedded type with methods not implemented for non-pointer type")
	}
	return t.exportedMethods()
}

func embeddedInterfaceMethod() {
	panic("reflect: StructOf does not support methods of embedded interfaces")
}

// StructOf returns a struct type with the given fields; their Offset and Index are ignored.
func StructOf(fields []StructField) Type {
	p := new(structtype)
	p.align, p.fieldalign = 1, 1
	p.tflag = tflagRegularMemory
	s := "struct {"
	var methods []method
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
		if ('a' <= c && c <= 'z' || c == '_') && f.PkgPath == "" {
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
		if f.Anonymous {
			methods = append(methods, promoted(t, i == 0, len(fields) == 1)...)
		} else {
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
	if len(methods) > 0 {
		p.uncommon = &uncommontype{methods: methods}
	}
	return intern(&p.rtype)
}
