package runtime

import "unsafe"

// Defer, panic, recover and Goexit, run-time errors, and the death of the program.

// ---- defer ----

// deferproc queues fn to be called when the caller returns or panics.
func deferproc(fn func()) {
	gp := getg()
	if gp.m.curg != gp {
		throw("defer on system stack")
	}
	d := mcache0.deferpool
	if d != nil {
		mcache0.deferpool = d.link
	} else {
		d = (*_defer)(persistentalloc(unsafe.Sizeof(_defer{}), ptrSize))
		d.heap = true
	}
	d.started = false
	d._panic = nil
	d.fn = fn
	d.pc = getcallerpc()
	d.sp = getcallersp()
	d.link = gp._defer
	gp._defer = d
}

// deferprocStack queues d, which lies in the caller's frame; its fn is set already.
//
//go:nosplit
func deferprocStack(d *_defer) {
	gp := getg()
	if gp.m.curg != gp {
		throw("defer on system stack")
	}
	d.heap = false
	d.started = false
	d._panic = nil
	d.pc = getcallerpc()
	d.sp = getcallersp()
	d.link = gp._defer
	gp._defer = d
}

// freedefer gives a record of deferproc back.
//
//go:nosplit
func freedefer(d *_defer) {
	d.fn = nil
	d._panic = nil
	if !d.heap {
		d.link = nil
		return
	}
	d.link = mcache0.deferpool
	mcache0.deferpool = d
}

// deferreturn calls what the caller has deferred, last first. The caller's sp is asked for anew each time: a deferred
// call may move the stack.
func deferreturn() {
	gp := getg()
	for {
		d := gp._defer
		if d == nil || d.sp != getcallersp() {
			return
		}
		fn := d.fn
		gp._defer = d.link
		freedefer(d)
		fn()
	}
}

// Goexit terminates the goroutine that calls it. No other goroutine is affected. Goexit runs all deferred calls before
// terminating the goroutine. Because Goexit is not a panic, any recover calls in those deferred functions will return
// nil.
func Goexit() {
	gp := getg()
	// A panic record keeps the place for recoveries of panics in the deferred calls: they come back to Goexit.
	var record _panic
	p := (*_panic)(noescape(unsafe.Pointer(&record)))
	p.goexit = true
	p.link = gp._panic
	p.sp = unsafe.Pointer(getcallersp())
	gp._panic = p
	for {
		d := gp._defer
		if d == nil {
			break
		}
		if d.started {
			if d._panic != nil {
				d._panic.aborted = true
				d._panic = nil
			}
			gp._defer = d.link
			freedefer(d)
			continue
		}
		d.started = true
		d._panic = p
		if goversion14 {
			reflectcall(*(*unsafe.Pointer)(unsafe.Pointer(&d.fn)), nil, 0, 0)
		} else {
			d.fn()
		}
		d = gp._defer
		gp._defer = d.link
		freedefer(d)
	}
	goexit1()
}

// ---- panic and recover ----

// gopanic is the predeclared panic.
func gopanic(e interface{}) {
	gp := getg()
	if goversion14 {
		if v, ok := e.(plainError); ok {
			e = string(v) // these had no type of their own
		}
	}
	if e == nil && debug.panicnil == 0 && !goversion14 {
		e = new(PanicNilError)
	}
	if gp.m.curg != gp || gp.m.mallocing != 0 || gp.m.locks != 0 {
		panicrefused(gp, e)
	}
	var record _panic
	p := (*_panic)(noescape(unsafe.Pointer(&record)))
	p.arg = e
	p.link = gp._panic
	gp._panic = p
	runningPanicDefers++
	for {
		d := gp._defer
		if d == nil {
			break
		}
		if d.started {
			// An earlier panic, or a Goexit, was running this deferred call when it panicked: that one is over.
			if d._panic != nil {
				d._panic.aborted = true
			}
			d._panic = nil
			gp._defer = d.link
			freedefer(d)
			continue
		}
		// The record stays on the list while the call runs, so that a panic in it finds it.
		d.started = true
		d._panic = p
		p.argp = unsafe.Pointer(getsp())
		if goversion14 {
			reflectcall(*(*unsafe.Pointer)(unsafe.Pointer(&d.fn)), nil, 0, 0) // which shows in traces
		} else {
			d.fn()
		}
		p.argp = nil
		d = gp._defer
		sp := d.sp
		gp._defer = d.link
		freedefer(d)
		if p.recovered {
			runningPanicDefers--
			gp._panic = p.link
			for gp._panic != nil && gp._panic.aborted && !gp._panic.goexit {
				gp._panic = gp._panic.link
			}
			if gp._panic != nil && gp._panic.goexit && gp._panic.aborted {
				// The recovered panic had interrupted a Goexit, which goes on.
				gp.sigcode0 = uintptr(gp._panic.sp)
				gp._panic = gp._panic.link
				mcall(recoverygoexit)
			}
			if gp._panic == nil {
				gp.sig = 0
			}
			gp.sigcode0 = sp
			mcall(recovery)
			throw("recovery failed")
		}
	}
	preprintpanics(p)
	fatalpanic(p)
}

// panicrefused ends the program: there was a panic where none may be.
func panicrefused(gp *g, e interface{}) {
	printlock()
	printstring("panic: ")
	printpanicval(e)
	printnl()
	printunlock()
	switch {
	case gp.m.curg != gp:
		throw("panic on system stack")
	case gp.m.mallocing != 0:
		throw("panic during malloc")
	}
	throw("panic holding locks")
}

// gorecover is the predeclared recover; argp is the sp of the caller of the function that calls recover. Only the
// function that a panic called as a deferred one has the panic's own argp.
//
//go:nosplit
func gorecover(argp uintptr) interface{} {
	gp := getg()
	p := gp._panic
	if p != nil && !p.goexit && !p.recovered && argp == uintptr(p.argp) {
		p.recovered = true
		return p.arg
	}
	return nil
}

// panicpasses tells a panic that the function called by the frame whose arguments begin at argp only passes the call on,
// from the frame at sp: if the panic called it as a deferred function, recover works in what is called from there.
//
//go:nosplit
func panicpasses(argp, sp uintptr) {
	if p := getg()._panic; p != nil && uintptr(p.argp) == argp {
		p.argp = unsafe.Pointer(sp)
	}
}

// recovery continues a goroutine whose panic was recovered, as if the function that deferred the recovering call had
// come to its end: where it calls deferreturn. sigcode0 holds that function's sp.
func recovery(gp *g) {
	sp := gp.sigcode0
	if sp < gp.stack.lo || gp.stack.hi < sp {
		printstring("recover: ")
		printhex(uint64(sp))
		printstring(" not in [")
		printhex(uint64(gp.stack.lo))
		printstring(", ")
		printhex(uint64(gp.stack.hi))
		printstring("]\n")
		throw("bad recovery")
	}
	// The frame with this sp is found by walking; its function knows where it goes on.
	var u unwinder
	u.init(gp, 0)
	for u.f != nil && u.sp != sp {
		u.next()
	}
	if u.f == nil || u.f.deferreturn == 0 {
		throw("recovery: function without deferreturn")
	}
	gp.sigcode0 = 0
	gp.sched.sp = sp
	gp.sched.pc = uintptr(u.f.deferreturn)
	gp.sched.ctxt = nil
	gogo(&gp.sched)
}

// recoverygoexit lets a Goexit, whose caller's sp sigcode0 holds, begin again: it runs the remaining deferred calls.
func recoverygoexit(gp *g) {
	sp := gp.sigcode0
	gp.sigcode0 = 0
	f := Goexit
	gp.sched.sp = sp - ptrSize // the return pc into Goexit's caller is still there
	gp.sched.pc = funcPC(f)
	gp.sched.ctxt = nil
	gogo(&gp.sched)
}

// ---- run-time errors ----

// panicBounds is called by a failed bounds check: x against limit y, code says of what kind. It has two frames, as in
// Go, where the first is assembly.
func panicBounds(x int64, signed bool, y int64, code int) {
	if goversion14 {
		if code == boundsIndex {
			panicindex(x, y, code)
		}
		panicslice(x, y, code)
	}
	panicBounds64(x, signed, y, code)
}

// panicindex and panicslice were the seed's names; nothing stood between them and the function that fails.
func panicindex(x, y int64, code int) {
	panicCheck("index out of range")
	panic(boundsError{x, int(y), true, uint8(code)})
}

func panicslice(x, y int64, code int) {
	panicCheck("slice bounds out of range")
	panic(boundsError{x, int(y), true, uint8(code)})
}

func panicBounds64(x int64, signed bool, y int64, code int) {
	panicCheck("index out of range")
	panic(boundsError{x, int(y), signed, uint8(code)})
}

func panicdivide() {
	panicCheck("integer divide by zero")
	if goversion14 {
		gp := getg()
		gp.sigpc = getcallerpc()
		panicdivide14(gp)
	}
	panic(divideError)
}

// panicdivide14: at the seed's time division by zero was a signal, and traces show sigpanic where panicdivide is now.
func panicdivide14(gp *g) {
	gp.sig = sigFPE
	gp.sigcode0 = 1
	gp.sigcode1 = gp.sigpc + textBase
	panic(divideError)
}

func panicshift() {
	panicCheck("negative shift amount")
	panic(shiftError)
}

func panicmem() {
	panicCheck("invalid memory address or nil pointer dereference")
	panic(memoryError)
}

func panicmemAddr(addr uintptr) {
	panicCheck("invalid memory address or nil pointer dereference")
	panic(errorAddressString{"invalid memory address or nil pointer dereference", addr})
}

// panicCheck: a run-time error while the runtime allocates, or on g0, is the runtime's own mistake.
func panicCheck(text string) {
	gp := getg()
	if gp == gp.m.g0 || gp.m.mallocing != 0 {
		throw(text)
	}
}

// ---- the end of the program ----

// preprintpanics makes texts of errors and Stringers, while their methods can still be called.
func preprintpanics(p *_panic) {
	defer func() {
		text := "panic while printing panic value"
		if goversion14 {
			return
		}
		switch r := recover().(type) {
		case nil:
		case string:
			throw(text + ": " + r)
		default:
			throw(text + ": type " + efaceOf(&r).typ.string())
		}
	}()
	for p != nil {
		if p.link != nil && !goversion14 && *efaceOf(&p.link.arg) == *efaceOf(&p.arg) {
			p.link.repanicked = true
			p = p.link
			continue
		}
		if p.arg != nil {
			switch v := p.arg.(type) {
			case error:
				p.arg = v.Error()
			case stringer:
				p.arg = v.String()
			}
		}
		p = p.link
	}
}

// printpanics prints the panics in flight, the oldest first.
func printpanics(p *_panic) {
	if p.link != nil {
		printpanics(p.link)
		if p.link.repanicked {
			return
		}
		if !p.link.goexit {
			printstring("\t")
		}
	}
	if p.goexit {
		return
	}
	printstring("panic: ")
	if goversion14 {
		printpanicval14(p.arg)
	} else {
		printpanicval(p.arg)
	}
	if p.recovered {
		if p.repanicked {
			printstring(" [recovered, repanicked]")
		} else {
			printstring(" [recovered]")
		}
	}
	printnl()
}

// throw ends the program because something is wrong that no program can handle. It shows the runtime's frames too.
//
//go:nosplit
func throw(s string) {
	if writebufWhileDying {
		fatalerror(s)
	} else {
		systemstack(func() {
			fatalerror(s)
		})
	}
	gp := getg()
	if gp.m.throwing == throwTypeNone {
		gp.m.throwing = throwTypeRuntime
	}
	mypc := getpc()
	mysp := getsp()
	systemstack(func() {
		fatalexit(gp, mypc, mysp)
	})
}

// fatal ends the program because of the program's own fault: no runtime frames.
//
//go:nosplit
func fatal(s string) {
	systemstack(func() {
		fatalerror(s)
	})
	gp := getg()
	if gp.m.throwing == throwTypeNone {
		gp.m.throwing = throwTypeUser
	}
	mypc := getpc()
	mysp := getsp()
	systemstack(func() {
		fatalexit(gp, mypc, mysp)
	})
}

func fatalerror(s string) {
	printlock()
	printstring("fatal error: ")
	printindented(s)
	printnl()
	printunlock()
}

func fatalexit(gp *g, pc, sp uintptr) {
	startpanic()
	if dopanic(gp, pc, sp) {
		crash()
	}
	exit(2)
}

// fatalpanic ends the program because of a panic that nobody recovers.
//
//go:nosplit
func fatalpanic(p *_panic) {
	gp := getg()
	pc := getcallerpc()
	sp := getcallersp()
	systemstack(func() {
		if startpanic() {
			runningPanicDefers--
			printlock()
			printpanics(p)
			printunlock()
		}
		if dopanic(gp, pc, sp) {
			crash()
		}
		exit(2)
	})
}

// startpanic begins the end; false: the end itself has failed already.
func startpanic() bool {
	mp := getg().m
	mp.mallocing++
	if mp.locks < 0 {
		mp.locks = 1
	}
	switch mp.dying {
	case 0:
		mp.dying = 1
		panicking++
		return true
	case 1:
		mp.dying = 2
		printstring("panic during panic\n")
		if goversion14 {
			dopanic(getg(), 0, 0)
			exit(3)
		}
		return false
	case 2:
		mp.dying = 3
		printstring("stack trace unavailable\n")
		exit(4)
	}
	exit(5)
	return false
}

var didothers bool

// dopanic prints the signal and the traces; it reports whether to crash rather than exit.
func dopanic(gp *g, pc, sp uintptr) bool {
	if gp.sig != 0 {
		printlock()
		printstring("[signal ")
		name := signame(gp.sig)
		if name != "" && !goversion14 {
			printstring(name)
		} else {
			printhex(uint64(gp.sig))
		}
		printstring(" code=")
		printhex(uint64(gp.sigcode0))
		printstring(" addr=")
		printhex(uint64(gp.sigcode1))
		printstring(" pc=")
		printpc(gp.sigpc)
		printstring("]\n")
		printunlock()
	}
	level, all, docrash := gotraceback()
	printlock()
	if level > 0 {
		mp := gp.m
		if mp == nil {
			mp = &m0
		}
		if gp != mp.curg {
			all = true
		}
		if gp != mp.g0 {
			printnl()
			goroutineheader(gp)
			traceback(pc, sp, 0, gp)
		} else if level >= 2 || mp.throwing >= throwTypeRuntime {
			printstring("\nruntime stack:\n")
			traceback(pc, sp, 0, gp)
		}
		if !didothers && all {
			didothers = true
			tracebackothers(gp)
		}
	}
	printunlock()
	printflush()
	panicking--
	return docrash
}

//go:linkname internal_sync_throw internal/sync.throw
func internal_sync_throw(s string) {
	throw(s)
}

//go:linkname internal_sync_fatal internal/sync.fatal
func internal_sync_fatal(s string) {
	fatal(s)
}

//go:linkname sync_throw sync.throw
func sync_throw(s string) {
	throw(s)
}

//go:linkname sync_fatal sync.fatal
func sync_fatal(s string) {
	fatal(s)
}
