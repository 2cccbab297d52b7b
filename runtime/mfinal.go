package runtime

import "unsafe"

// Finalizers and cleanups: a goroutine calls them for objects that a collection has found dead.

// finalizer is one call to be made.
type finalizer struct {
	next   *finalizer
	fn     *funcval
	object unsafe.Pointer
	fint   *_type
	ot     *ptrtype
	nret   uintptr
	clean  func()
}

// finq is the queue; its entries lie outside the heap.
var finq struct {
	head *finalizer
	tail *finalizer
	pool *finalizer
	n    int
}

var (
	fing     *g
	fingwait bool
)

// queuefinalizer moves a special to the queue. On g0.
func queuefinalizer(t *special) {
	f := newfinalizer()
	f.fn = t.fn
	f.object = unsafe.Pointer(t.object)
	f.fint = t.fint
	f.ot = t.ot
	f.nret = t.nret
	putfinalizer(f)
	freespecial(t)
}

func queuecleanup(t *special) {
	f := newfinalizer()
	f.clean = t.fn2
	putfinalizer(f)
	freespecial(t)
}

func newfinalizer() *finalizer {
	f := finq.pool
	if f != nil {
		finq.pool = f.next
		memclrNoHeapPointers(unsafe.Pointer(f), unsafe.Sizeof(finalizer{}))
		return f
	}
	return (*finalizer)(persistentalloc(unsafe.Sizeof(finalizer{}), ptrSize))
}

func putfinalizer(f *finalizer) {
	f.next = nil
	if finq.tail == nil {
		finq.head = f
	} else {
		finq.tail.next = f
	}
	finq.tail = f
	finq.n++
	if fingwait && fing != nil {
		fingwait = false
		gp := fing
		gp.status = _Grunnable
		runqput(gp, false)
	}
}

// finalizersready reports whether the goroutine of the finalizers has something to do and can run.
func finalizersready() bool {
	return fing != nil && fing != getg() && (finq.n != 0 || fing.status == _Grunnable)
}

// markfinq keeps alive what the queue holds.
func markfinq() {
	for f := finq.head; f != nil; f = f.next {
		greyptr(uintptr(unsafe.Pointer(f.fn)))
		greyptr(uintptr(f.object))
		greyptr(*(*uintptr)(unsafe.Pointer(&f.clean)))
	}
}

// createfing starts the goroutine that runs finalizers, once.
func createfing() {
	if fing == nil {
		fing = &g0 // being made
		if goversion14 {
			go runfinq()
		} else {
			nextsystem = true
			go runFinalizers()
			Gosched() // it waits before the program goes on, as on another processor
		}
	}
}

//go:linkname os_createfing os.createfing
func os_createfing() { createfing() }

// runfinq is the name of runFinalizers at the seed's time.
func runfinq() {
	for {
		if !finalizerstep() {
			gopark(nil, nil, waitReasonFinalizerWait, 1)
		}
	}
}

func runFinalizers() {
	for {
		if !finalizerstep() {
			gopark(nil, nil, waitReasonFinalizerWait, 1)
		}
	}
}

// finalizerstep calls the first of the queue; false: there is none, the caller is to park.
func finalizerstep() bool {
	systemg()
	gp := getg()
	fing = gp
	f := finq.head
	if f == nil {
		fingwait = true
		return false
	}
	finq.head = f.next
	if finq.head == nil {
		finq.tail = nil
	}
	finq.n--
	gp.issystem = false // a user's function runs
	sched.ngsys--
	if f.clean != nil {
		fn := f.clean
		f.clean = nil
		fn()
	} else {
		callfinalizer(f)
	}
	gp.issystem = true
	sched.ngsys++
	f.fn = nil
	f.object = nil
	f.next = finq.pool
	finq.pool = f
	return true
}

// callfinalizer calls fn(object) with the object as fn's parameter type wants it.
func callfinalizer(f *finalizer) {
	var args [2]unsafe.Pointer
	n := uintptr(1)
	switch f.fint.kind {
	case kindInterface:
		n = 2
		inter := (*interfacetype)(unsafe.Pointer(f.fint))
		args[0] = unsafe.Pointer(&f.ot.typ)
		if len(inter.methods) != 0 {
			args[0] = unsafe.Pointer(typeAssert(inter, &f.ot.typ))
		}
		args[1] = f.object
	default:
		args[0] = f.object
	}
	size := (n + f.nret) * ptrSize
	frame := mallocgc(size, nil, true)
	p := unsafe.Pointer(&args[0])
	memmove(frame, p, n*ptrSize)
	object := f.object
	reflectcall(unsafe.Pointer(f.fn), frame, uint32(size), uint32(n*ptrSize))
	KeepAlive(object)
}

// KeepAlive marks its argument as currently reachable.
func KeepAlive(x any) {
	if cgoAlwaysFalse {
		println(x)
	}
}

var cgoAlwaysFalse bool

// SetFinalizer sets the finalizer associated with obj to the provided finalizer function. When the garbage collector
// finds an unreachable block with an associated finalizer, it clears the association and runs finalizer(obj) in a
// separate goroutine.
func SetFinalizer(obj any, finalizer any) {
	e := efaceOf(&obj)
	etyp := e.typ
	if etyp == nil {
		throw("runtime.SetFinalizer: first argument is nil")
	}
	if etyp.kind != kindPtr {
		throw("runtime.SetFinalizer: first argument is " + etyp.string() + ", not pointer")
	}
	ot := (*ptrtype)(unsafe.Pointer(etyp))
	if ot.elem == nil {
		throw("nil elem type!")
	}
	f := efaceOf(&finalizer)
	ftyp := f.typ
	if e.data == nil {
		if ftyp == nil {
			return
		}
		throw("runtime.SetFinalizer: first argument is nil")
	}
	base, _, _ := findObject(uintptr(e.data))
	if base == 0 {
		// A global variable, or a value of size 0: it never dies.
		if uintptr(e.data) == uintptr(unsafe.Pointer(&zerobase)) || inmodule(uintptr(e.data)) {
			return
		}
		throw("runtime.SetFinalizer: pointer not in heap")
	}
	tiny := ot.elem.ptrdata == 0 && ot.elem.size < maxTinySize && uintptr(e.data)-base < maxTinySize
	if uintptr(e.data) != base && !tiny {
		throw("runtime.SetFinalizer: pointer not at beginning of allocated block")
	}
	if ftyp == nil {
		systemstack(func() {
			if s := removespecial(uintptr(e.data), specialFinalizer); s != nil {
				freespecial(s)
			}
		})
		return
	}
	if ftyp.kind != kindFunc {
		throw("runtime.SetFinalizer: second argument is " + ftyp.string() + ", not a function")
	}
	ft := (*functype)(unsafe.Pointer(ftyp))
	if ft.variadic {
		throw("runtime.SetFinalizer: cannot pass " + etyp.string() + " to finalizer " + ftyp.string() + " because dotdotdot")
	}
	if len(ft.in) != 1 {
		throw("runtime.SetFinalizer: cannot pass " + etyp.string() + " to finalizer " + ftyp.string())
	}
	fint := ft.in[0]
	ok := fint == etyp
	if !ok && fint.kind == kindPtr {
		ok = (fint.tflag&tflagNamed == 0 || etyp.tflag&tflagNamed == 0) && (*ptrtype)(unsafe.Pointer(fint)).elem == ot.elem
	}
	if !ok && fint.kind == kindInterface {
		inter := (*interfacetype)(unsafe.Pointer(fint))
		ok = len(inter.methods) == 0 || assertE2I2(inter, etyp) != nil
	}
	if !ok {
		throw("runtime.SetFinalizer: cannot pass " + etyp.string() + " to finalizer " + ftyp.string())
	}
	nret := uintptr(0)
	for _, t := range ft.out {
		nret += (t.size + ptrSize - 1) / ptrSize
	}
	createfing()
	fn := (*funcval)(f.data)
	added := false
	systemstack(func() {
		s := newspecial()
		s.kind = specialFinalizer
		s.fn = fn
		s.fint = fint
		s.ot = ot
		s.nret = nret
		added = addspecial(uintptr(e.data), s)
	})
	if !added {
		throw("runtime.SetFinalizer: finalizer already set")
	}
}

// inmodule reports whether p lies in the program's data.
func inmodule(p uintptr) bool {
	return p >= firstmoduledata.data && p < firstmoduledata.ebss
}
