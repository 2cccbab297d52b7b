package runtime

import "unsafe"

// Type descriptors, as the linker lays them out: one for each type of the program,
// so that two types are identical exactly when their descriptors are at one address.

// Kinds, numbered as reflect.Kind.
const (
	kindBool = 1 + iota
	kindInt
	kindInt8
	kindInt16
	kindInt32
	kindInt64
	kindUint
	kindUint8
	kindUint16
	kindUint32
	kindUint64
	kindUintptr
	kindFloat32
	kindFloat64
	kindComplex64
	kindComplex128
	kindArray
	kindChan
	kindFunc
	kindInterface
	kindMap
	kindPtr
	kindSlice
	kindString
	kindStruct
	kindUnsafePointer
)

// Bits of _type.tflag.
const (
	tflagNamed         = 4
	tflagRegularMemory = 8  // equality and hash are those of the bytes
	tflagDirectIface   = 16 // pointer-shaped: the value itself is an interface's data word
	tflagNotComparable = 32
)

// _type is the head of every type descriptor.
type _type struct {
	size       uintptr
	ptrdata    uintptr // bytes at the start that can hold pointers
	hash       uint32
	tflag      uint8
	align      uint8
	fieldalign uint8
	kind       uint8
	gcdata     *byte // bit i: word i of the first ptrdata bytes is a pointer
	str        string
	ptrToThis  *_type
	uncommon   *uncommontype
}

type method struct {
	name    string
	pkgpath string // "" for an exported name
	mtyp    *_type // the func type without receiver
	ifn     uintptr
	tfn     uintptr
}

type uncommontype struct {
	pkgpath string
	name    string
	methods []method // sorted by name
}

type imethod struct {
	name    string
	pkgpath string
	typ     *_type
}

type interfacetype struct {
	typ     _type
	pkgpath string
	methods []imethod
}

type arraytype struct {
	typ   _type
	elem  *_type
	slice *_type
	len   uintptr
}

type chantype struct {
	typ  _type
	elem *_type
	dir  uintptr
}

type functype struct {
	typ      _type
	in       []*_type
	out      []*_type
	variadic bool
}

// maptype's last three fields are filled in when the first map of the type is made.
type maptype struct {
	typ     _type
	key     *_type
	elem    *_type
	entry   *_type // struct { hash uint64; key K; elem V }
	elemoff int    // from the key to the elem of an entry
	flags   uintptr
}

type ptrtype struct {
	typ  _type
	elem *_type
}

type slicetype struct {
	typ  _type
	elem *_type
}

type structfield struct {
	name     string
	pkgpath  string
	typ      *_type
	tag      string
	offset   uintptr
	embedded bool
}

type structtype struct {
	typ     _type
	pkgpath string
	fields  []structfield
}

// itab pairs an interface type with a concrete type; fun holds, in the order of the
// interface's methods, the entry pcs of the methods that take the data word as receiver.
type itab struct {
	inter *interfacetype
	typ   *_type
	hash  uint32
	_     [4]byte
	fun   [1]uintptr
}

type iface struct {
	tab  *itab
	data unsafe.Pointer
}

type eface struct {
	typ  *_type
	data unsafe.Pointer
}

func efaceOf(e *interface{}) *eface { return (*eface)(unsafe.Pointer(e)) }

// string is the type's name as %T prints it, with package names.
func (t *_type) string() string { return t.str }

// pkgpath is the import path of the package that declares a named type, or the unexported names of an unnamed one.
func (t *_type) pkgpath() string {
	if t.uncommon != nil {
		return t.uncommon.pkgpath
	}
	switch t.kind {
	case kindStruct:
		return (*structtype)(unsafe.Pointer(t)).pkgpath
	case kindInterface:
		return (*interfacetype)(unsafe.Pointer(t)).pkgpath
	}
	return ""
}

// name is the name of a named type without its package.
func (t *_type) name() string {
	if t.tflag&tflagNamed == 0 {
		return ""
	}
	s := t.str
	i := len(s) - 1
	for i >= 0 && s[i] != '.' {
		i--
	}
	return s[i+1:]
}

func isDirectIface(t *_type) bool { return t.tflag&tflagDirectIface != 0 }
