package runtime

import "unsafe"

// A Pinner is a set of objects that stay where they are until Unpin. The collector moves nothing; all that a Pinner does
// is to keep its objects alive.
type Pinner struct {
	*pinner
}

type pinner struct {
	refs []unsafe.Pointer
}

// Pin pins the object that pointer points to.
func (p *Pinner) Pin(pointer any) {
	if p.pinner == nil {
		p.pinner = new(pinner)
		SetFinalizer(p.pinner, func(i *pinner) {
			if len(i.refs) != 0 {
				panic(errorString("runtime.Pinner: found leaking pinned pointer; forgot to call Unpin()?"))
			}
		})
	}
	e := efaceOf(&pointer)
	if e.typ == nil {
		panic(errorString("runtime.Pinner: argument is nil"))
	}
	if e.typ.kind != kindPtr && e.typ.kind != kindUnsafePointer {
		panic(errorString("runtime.Pinner: argument is not a pointer: " + e.typ.string()))
	}
	if base, _, _ := findObject(uintptr(e.data)); base != 0 {
		p.refs = append(p.refs, e.data)
	}
}

// Unpin unpins all objects.
func (p *Pinner) Unpin() {
	if p.pinner != nil {
		p.refs = nil
	}
}
