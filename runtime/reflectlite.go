package runtime

import "unsafe"

// What package errors asks about types, through internal/reflectlite: it cannot import
// reflect, which imports it.

// The answers of TargetKind, as internal/reflectlite declares them.
const (
	targetOK = iota
	targetPointer
	targetElem
)

//go:linkname reflectlite_Comparable internal/reflectlite.Comparable
func reflectlite_Comparable(v interface{}) bool {
	return efaceOf(&v).typ.tflag&tflagNotComparable == 0
}

// elemOf is the type that target, a pointer, points to.
func elemOf(target *eface) *_type { return (*ptrtype)(unsafe.Pointer(target.typ)).elem }

// implements says whether t is, or has the methods of, the interface type inter.
func implements(inter *interfacetype, t *_type) bool {
	return len(inter.methods) == 0 || getitab(inter, t, true) != nil
}

//go:linkname reflectlite_TargetKind internal/reflectlite.TargetKind
func reflectlite_TargetKind(target interface{}) int {
	e := efaceOf(&target)
	if e.typ.kind != kindPtr || e.data == nil {
		return targetPointer
	}
	elem := elemOf(e)
	if elem.kind == kindInterface {
		return targetOK
	}
	var pointer interface{} = (*error)(nil)
	if implements((*interfacetype)(unsafe.Pointer(elemOf(efaceOf(&pointer)))), elem) {
		return targetOK
	}
	return targetElem
}

//go:linkname reflectlite_AssignTo internal/reflectlite.AssignTo
func reflectlite_AssignTo(target interface{}, err error) bool {
	var value interface{} = err
	to, from := efaceOf(&target), efaceOf(&value)
	elem := elemOf(to)
	if elem.kind == kindInterface {
		inter := (*interfacetype)(unsafe.Pointer(elem))
		if len(inter.methods) == 0 {
			*(*eface)(to.data) = *from
			return true
		}
		tab := getitab(inter, from.typ, true)
		if tab == nil {
			return false
		}
		*(*iface)(to.data) = iface{tab, from.data}
		return true
	}
	if elem != from.typ {
		return false
	}
	if isDirectIface(elem) {
		*(*unsafe.Pointer)(to.data) = from.data
	} else {
		memmove(to.data, from.data, elem.size)
	}
	return true
}

//go:linkname reflectlite_TypeString internal/reflectlite.TypeString
func reflectlite_TypeString(v interface{}) string { return efaceOf(&v).typ.string() }
