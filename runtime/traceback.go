package runtime

import "unsafe"

// Walking a stack. The unwinder goes from frame to frame; everything that looks at stacks uses it: the copying of
// stacks, the collector, Callers, the profiles and the printing of traces.
//
// A walk holds stack addresses as integers, which a move of the stack would not adjust: so a goroutine never walks its
// own stack while running on it, but on g0 (see gentraceback's first check).

// The code that decides what a trace shows, for `--go 1.4` as it was at the seed's time, otherwise as it is today.

const (
	traceRuntimeFrames = 1 // include frames of the runtime's own functions
	traceTrap          = 2 // the first pc and sp come from a fault: pc is not a return address

	tracebackInnerFrames = 50
	tracebackOuterFrames = 50
	tracebackMax14       = 100
)

// Functions the walk must recognise, by their rows in the function table.
var (
	sigpanicFunc  *_func
	gopanicFunc   *_func
	panicwrapFunc *_func
	boundsFunc    *_func
	divideFunc    *_func
	shiftFunc     *_func

	inittaskFunc     *_func
	deferreturnFunc  *_func // never shown: the deferred call seems to come from the function that defers it
	startforcegcFunc *_func
	mcallFunc        *_func
	mstartFunc       *_func // the return pc under what mcall calls: shown as mcall

	systemstackRetFunc *_func // the return pc under what systemstack calls: shown as systemstack
)

func tracebackinit() {
	f := sigpanic
	sigpanicFunc = findfunc(**(**uintptr)(unsafe.Pointer(&f)))
	g := gopanic
	gopanicFunc = findfunc(**(**uintptr)(unsafe.Pointer(&g)))
	w := panicwrap
	panicwrapFunc = findfunc(**(**uintptr)(unsafe.Pointer(&w)))
	b := panicBounds
	boundsFunc = findfunc(**(**uintptr)(unsafe.Pointer(&b)))
	d := panicdivide
	divideFunc = findfunc(**(**uintptr)(unsafe.Pointer(&d)))
	dr := deferreturn
	deferreturnFunc = findfunc(funcPC(dr))
	fg := startforcegc
	startforcegcFunc = findfunc(funcPC(fg))
	sr := systemstack_return
	systemstackRetFunc = findfunc(funcPC(sr))
	mc := mcall
	mcallFunc = findfunc(**(**uintptr)(unsafe.Pointer(&mc)))
	ms := mstart
	mstartFunc = findfunc(funcPC(ms))
	it := main_init
	inittaskFunc = findfunc(**(**uintptr)(unsafe.Pointer(&it)))
	s := panicshift
	shiftFunc = findfunc(**(**uintptr)(unsafe.Pointer(&s)))
}

// unwinder stands at one frame of a goroutine's stack.
type unwinder struct {
	gp      *g
	f       *_func // the frame's function; nil: the walk has ended
	callee  *_func // the function it called, nil for the innermost frame
	pc      uintptr
	sp      uintptr // bottom of the frame
	fp      uintptr // just above the return pc: the argument area, the caller's sp
	atentry bool    // pc is the function's entry: the frame is only its return pc
	exact   bool    // pc is where it stands, not a return pc: saved at a poll, or faulted there
	strict  bool    // what can't be explained is fatal
	quiet   bool    // no messages
}

// init begins at the saved state of gp.
func (u *unwinder) init(gp *g, flags uint) {
	u.gp = gp
	u.callee = nil
	u.strict = true
	pc := gp.sched.pc
	sp := gp.sched.sp
	u.exact = true
	if gp.syscallsp != 0 {
		pc = gp.syscallpc
		sp = gp.syscallsp
		u.exact = false
	}
	u.start(pc, sp)
}

// initAt begins at a pc and sp that somebody took; both all ones: at the saved state.
func (u *unwinder) initAt(pc, sp uintptr, gp *g, flags uint) {
	u.gp = gp
	u.callee = nil
	u.strict = false
	u.quiet = false
	u.exact = flags&traceTrap != 0
	if pc == maxUintptr && sp == maxUintptr {
		if gp.syscallsp != 0 {
			pc = gp.syscallpc
			sp = gp.syscallsp
			u.exact = false
		} else {
			pc = gp.sched.pc
			sp = gp.sched.sp
			u.exact = true
		}
		if gp.stack.lo == 0 { // it is dead, and its stack is somebody else's
			u.f = nil
			return
		}
	}
	u.start(pc, sp)
}

func (u *unwinder) start(pc, sp uintptr) {
	if pc == 0 && sp != 0 {
		// A call of a nil function: begin in the caller.
		pc = *(*uintptr)(unsafe.Pointer(sp))
		sp += ptrSize
		u.exact = false
	}
	u.pc = pc
	u.sp = sp
	f := findfunc(pc)
	u.f = f
	if f == nil {
		u.unknownpc()
		return
	}
	u.atentry = pc == uintptr(f.entry)
	if u.atentry {
		u.fp = sp + ptrSize
	} else {
		u.fp = sp + uintptr(f.frame)*ptrSize
		if f == mcallFunc {
			u.next() // mcall saves its caller's state, so to speak
		}
	}
}

func (u *unwinder) unknownpc() {
	if u.quiet {
		return
	}
	if goversion14 {
		if u.strict {
			printstring("runtime: unknown pc ")
			printpc(u.pc)
			printnl()
			throw("unknown pc")
		}
		return
	}
	printstring("runtime: g ")
	printuint(u.gp.goid)
	printstring(" gp=")
	printhex(uint64(uintptr(unsafe.Pointer(u.gp))))
	printstring(": unknown pc ")
	printpc(u.pc)
	printnl()
	if u.strict {
		throw("unknown pc")
	}
}

// next goes to the caller's frame; f is nil when there is none.
func (u *unwinder) next() {
	f := u.f
	if f.flags&funcTopFrame != 0 {
		u.f = nil
		return
	}
	u.step(*(*uintptr)(unsafe.Pointer(u.fp - ptrSize)))
}

// step goes to the caller's frame, given the return pc that stands in this one.
func (u *unwinder) step(lr uintptr) {
	f := u.f
	md := &firstmoduledata
	if lr-1 >= uintptr(len(md.pcfunc))-1 {
		u.unknownreturn(lr)
		return
	}
	cf := &md.ftab[md.pcfunc[lr]]
	fp := u.fp + uintptr(cf.frame)*ptrSize
	if fp > u.gp.stack.hi && u.gp.stack.hi != 0 {
		u.unknownreturn(lr)
		return
	}
	u.callee = f
	u.f = cf
	u.pc = lr
	u.sp = u.fp
	u.fp = fp
	u.atentry = false
	u.exact = f == sigpanicFunc
}

// unknownreturn ends a walk whose next return pc makes no sense.
func (u *unwinder) unknownreturn(lr uintptr) {
	f := u.f
	u.f = nil
	if lr == 0 && u.gp == &g0 {
		return
	}
	if u.quiet || goversion14 && !u.strict {
		return
	}
	printstring("runtime: ")
	if !goversion14 {
		printstring("g ")
		printuint(u.gp.goid)
		printstring(": ")
	}
	printstring("unexpected return pc for ")
	printstring(f.name)
	printstring(" called from ")
	printhex(uint64(lr))
	printnl()
	if !goversion14 {
		u.hexdump(f)
	}
	if u.strict {
		throw("unknown caller pc")
	}
}

// hexdump prints the words around a bad frame.
func (u *unwinder) hexdump(f *_func) {
	printstring("stack: frame={sp:")
	printhex(uint64(u.sp))
	printstring(", fp:")
	printhex(uint64(u.fp))
	printstring("} stack=[")
	printhex(uint64(u.gp.stack.lo))
	printstring(",")
	printhex(uint64(u.gp.stack.hi))
	printstring(")\n")
	lo := u.sp - 16*ptrSize
	hi := u.fp + 16*ptrSize
	if hi-lo > 128*ptrSize {
		lo = u.fp - 64*ptrSize
	}
	if lo < u.gp.stack.lo {
		lo = u.gp.stack.lo
	}
	if hi > u.gp.stack.hi {
		hi = u.gp.stack.hi
	}
	for p := lo; p < hi; p += 2 * ptrSize {
		printhex(uint64(p))
		printstring(": ")
		for q := p; q < p+2*ptrSize && q < hi; q += ptrSize {
			if q == u.fp-ptrSize {
				printstring(" !")
			} else if q == u.sp {
				printstring(" <")
			} else if q == u.fp {
				printstring(" >")
			} else {
				printstring("  ")
			}
			v := *(*uintptr)(unsafe.Pointer(q))
			printhex(uint64(v))
			if g := findfunc(v); g != nil && v > 0x100 {
				printstring(" <")
				printstring(g.name)
				printstring("+")
				printhex(uint64(v - uintptr(g.entry)))
				printstring("> ")
			}
		}
		printnl()
	}
}

// symPC is the pc whose line the frame stands at: the call, not the instruction behind it.
func (u *unwinder) symPC() uintptr {
	if u.exact || u.atentry {
		return u.pc
	}
	return u.pc - 1
}

// getmap returns the address of the frame's stack map: words of bits for its slots, then for its argument area.
// 0: the frame is dead, nothing in it will be used again.
func (u *unwinder) getmap() uintptr {
	f := u.f
	pc := u.pc
	md := &firstmoduledata
	var i uint32
	if u.callee == nil {
		i = md.pcmap[pc]
		if i == 0 {
			i = md.pcmap[pc-1]
		}
	} else if u.exact {
		// Stopped by a fault: it goes on, if at all, where its deferred calls are run (the continuation pc).
		if f.deferreturn == 0 {
			return 0
		}
		i = md.pcmap[f.deferreturn]
	} else {
		i = md.pcmap[pc-1]
	}
	if i == 0 {
		i = u.trapmap()
		if i == 0 {
			return 0
		}
	}
	return uintptr(unsafe.Pointer(&md.stackmaps[0])) + uintptr(i-1)<<3
}

// trapmap is for a frame without a map at its pc: one that a failed check stopped, or the end of a stack.
func (u *unwinder) trapmap() uint32 {
	c := u.callee
	f := u.f
	if c != nil && (c == boundsFunc || c == divideFunc || c == shiftFunc) {
		if f.deferreturn != 0 {
			return firstmoduledata.pcmap[f.deferreturn]
		}
		return 0
	}
	if f.flags&(funcTopFrame|funcNative) != 0 || f.frame <= 1 && f.args == 0 {
		return 0
	}
	printstring("runtime: frame ")
	printstring(f.name)
	printstring(" untyped locals ")
	printhex(uint64(u.sp))
	printstring("+")
	printhex(uint64(f.frame) * ptrSize)
	printstring(" pc=")
	printpc(u.pc)
	printnl()
	throw("missing stackmap")
	return 0
}

// reflectFlags mark, all together, the code of the func values that reflect.MakeFunc makes: its argument words are
// known only to the closure, which lies in the frame's first word.
const reflectFlags = funcNosplit | funcWrapper | funcClosure

// makeFuncImpl is the head of reflect's structure of that name.
type makeFuncImpl struct {
	pc       uintptr
	argwords int
	words    int
	typ      *functype
}

// reflectBits is room for the map of such an argument area, up to 2048 words.
type reflectBits [32]uint64

// reflectargs fills bits with the pointer words of the argument area of a frame of makeFuncStub and returns how many
// words it has; 0 for every other frame.
func (u *unwinder) reflectargs(bits *reflectBits) uintptr {
	if u.f.name != "reflect.makeFuncStub" || u.atentry {
		return 0
	}
	impl := *(**makeFuncImpl)(unsafe.Pointer(u.sp))
	n := uintptr(impl.argwords)
	if n > uintptr(len(bits))*64 {
		throw("reflect: arguments too large")
	}
	at := uintptr(0)
	for _, t := range impl.typ.in {
		if k := leafWords(t); k >= 0 {
			leafPointers(t, bits, at)
			at += uintptr(k)
			continue
		}
		for i := uintptr(0); i < t.ptrdata>>3; i++ {
			if *(*byte)(add(unsafe.Pointer(t.gcdata), i>>3))>>(i&7)&1 != 0 {
				bits[(at+i)>>6] |= 1 << ((at + i) & 63)
			}
		}
		at += (t.size + 7) >> 3
	}
	return n
}

// leafWords is how many words a value of type t takes as an argument if it is passed leaf by leaf, or -1.
func leafWords(t *_type) int {
	switch t.kind {
	case kindString, kindInterface, kindComplex64, kindComplex128:
		return 2
	case kindSlice:
		return 3
	case kindArray:
		a := (*arraytype)(unsafe.Pointer(t))
		if t.size == 0 {
			return 0
		}
		if a.len != 1 {
			return -1
		}
		return leafWords(a.elem)
	case kindStruct:
		n := 0
		fields := (*structtype)(unsafe.Pointer(t)).fields
		for i := range fields {
			k := leafWords(fields[i].typ)
			if k < 0 || n+k > 4 {
				return -1
			}
			n += k
		}
		return n
	}
	return 1
}

// leafPointers sets the bits of the pointer leaves of a t whose first word is at.
func leafPointers(t *_type, bits *reflectBits, at uintptr) {
	switch t.kind {
	case kindString, kindSlice, kindPtr, kindUnsafePointer, kindFunc, kindMap, kindChan:
		bits[at>>6] |= 1 << (at & 63)
	case kindInterface:
		bits[at>>6] |= 1 << (at & 63)
		at++
		bits[at>>6] |= 1 << (at & 63)
	case kindArray:
		if t.size != 0 {
			leafPointers((*arraytype)(unsafe.Pointer(t)).elem, bits, at)
		}
	case kindStruct:
		fields := (*structtype)(unsafe.Pointer(t)).fields
		for i := range fields {
			leafPointers(fields[i].typ, bits, at)
			at += uintptr(leafWords(fields[i].typ))
		}
	}
}

// stkframe is what gentraceback tells its callback about a frame.
type stkframe struct {
	fn       *_func
	pc       uintptr
	continpc uintptr // where the frame can go on, 0: nowhere
	lr       uintptr
	sp       uintptr
	fp       uintptr
	varp     uintptr // top of locals
	argp     uintptr
	arglen   uintptr
}

// gentraceback is the walk for three users: it fills pcbuf with the pcs of at most max frames, or calls callback for
// each, or prints them. pc0 and sp0 both all ones stand for the saved state of gp. The first skip frames do not count.
// The result is the number of frames reported. Frames of inlined calls are frames like others, but not to a callback.
func gentraceback(pc0, sp0, lr0 uintptr, gp *g, skip int, pcbuf *uintptr, max int, callback func(*stkframe, unsafe.Pointer) bool, v unsafe.Pointer, flags uint) int {
	if goexitPC == 0 {
		throw("gentraceback before goexitPC initialization")
	}
	if checkSelfTrace {
		if me := getg(); me == gp && me == me.m.curg {
			// sp0 is an integer, and so are the caller's other stack addresses: if the stack grew during one of the calls
			// below they would point into the old one. This must run on g0.
			throw("gentraceback cannot trace user goroutine on its own stack")
		}
	}
	var u unwinder
	u.quiet = pcbuf != nil
	printing := pcbuf == nil && callback == nil
	u.initAt(pc0, sp0, gp, flags)
	u.strict = callback != nil
	u.quiet = pcbuf != nil
	if u.f == nil {
		if callback != nil {
			u.unknownpc()
		}
		return 0
	}
	n := 0
	d := gp._defer
	for u.f != nil && n < max {
		f := u.f
		// The return pc is read here, in gentraceback's own frame.
		lr := uintptr(0)
		if f.flags&funcTopFrame == 0 {
			lr = *(*uintptr)(unsafe.Pointer(u.fp - ptrSize))
		}
		for d != nil && d.sp == u.sp {
			d = d.link
		}
		if pcbuf != nil {
			pc := u.pc
			if u.exact {
				pc++ // readers take one off
			}
			if elided(f, u.callee) {
			} else if i := firstmoduledata.pcinl[u.symPC()]; i == 0 {
				if skip > 0 {
					skip--
				} else {
					*(*uintptr)(unsafe.Pointer(uintptr(unsafe.Pointer(pcbuf)) + uintptr(n)*ptrSize)) = pc + textBase
					n++
				}
			} else {
				for depth := uintptr(0); n < max; depth += pcDepthUnit {
					if skip > 0 {
						skip--
					} else {
						*(*uintptr)(unsafe.Pointer(uintptr(unsafe.Pointer(pcbuf)) + uintptr(n)*ptrSize)) = pc + textBase + depth
						n++
					}
					if i == 0 {
						break
					}
					i = uint32(firstmoduledata.inltree[i-1].parent)
				}
			}
		} else if printing && elided(f, u.callee) {
		} else if skip > 0 {
			skip--
		} else if callback != nil {
			if !callback1(&u, lr, callback, v) {
				return n
			}
			n++
		} else if printing {
			if flags&traceRuntimeFrames != 0 || showframe14(f, gp) {
				printframe14(&u, n > 0 || flags&traceTrap == 0)
			}
			n++
		}
		if f.flags&funcTopFrame != 0 {
			break
		}
		u.step(lr)
	}
	if callback != nil && n < max && d != nil {
		leftoverdefers(gp, d)
	}
	return n
}

// callback1 tells a callback about the frame where u stands.
func callback1(u *unwinder, lr uintptr, callback func(*stkframe, unsafe.Pointer) bool, v unsafe.Pointer) bool {
	var frame stkframe
	f := u.f
	frame.fn = f
	frame.pc = u.pc
	frame.lr = lr
	frame.sp = u.sp
	frame.fp = u.fp
	frame.varp = u.fp - ptrSize
	frame.argp = u.fp
	frame.arglen = uintptr(f.args) * ptrSize
	frame.continpc = u.pc
	if u.callee != nil && u.exact {
		frame.continpc = uintptr(f.deferreturn)
	}
	return callback((*stkframe)(noescape(unsafe.Pointer(&frame))), v)
}

func leftoverdefers(gp *g, d *_defer) {
	printstring("runtime: g")
	printuint(gp.goid)
	printstring(": leftover defer sp=")
	printhex(uint64(d.sp))
	printstring(" pc=")
	printpc(d.pc)
	printnl()
	for d = gp._defer; d != nil; d = d.link {
		printstring("\tdefer ")
		printhex(uint64(uintptr(unsafe.Pointer(d))))
		printstring(" sp=")
		printhex(uint64(d.sp))
		printstring(" pc=")
		printpc(d.pc)
		printnl()
	}
	throw("traceback has leftover defers")
}

// gcallers is callers for a goroutine that does not run.
func gcallers(gp *g, skip int, pcbuf []uintptr) int {
	if len(pcbuf) == 0 {
		return 0
	}
	return gentraceback(maxUintptr, maxUintptr, 0, gp, skip, &pcbuf[0], len(pcbuf), nil, nil, 0)
}

// elided reports whether a frame is left out of what users see: a wrapper's, unless it is about to panic because of its
// receiver; that of deferreturn. At the seed's time: of what was inlined, and of what did not exist.
func elided(f, callee *_func) bool {
	if f.flags&(funcWrapper|funcInlined) == 0 {
		return f == deferreturnFunc || goversion14 && f == boundsFunc
	}
	if f.flags&funcInlined != 0 {
		return true
	}
	if goversion14 {
		return f == inittaskFunc || laterwrapper(f.name)
	}
	return callee == nil || callee != gopanicFunc && callee != sigpanicFunc && callee != panicwrapFunc
}

// laterwrapper reports whether a wrapper is one of a go or defer statement, which did not exist at the seed's time.
func laterwrapper(name string) bool {
	i := lastIndexByte(name, '.')
	return i >= 0 && (hasPrefix(name[i+1:], "deferwrap") || hasPrefix(name[i+1:], "gowrap"))
}

// ---- printing ----

// traceback prints the stack of gp from a return pc and sp, both all ones for the saved state. It must not run on the
// stack that it prints.
func traceback(pc, sp, lr uintptr, gp *g) {
	traceback1(pc, sp, lr, gp, 0)
}

// tracebacktrap is traceback from a pc that is not a return address.
func tracebacktrap(pc, sp, lr uintptr, gp *g) {
	traceback1(pc, sp, lr, gp, traceTrap)
}

func traceback1(pc, sp, lr uintptr, gp *g, flags uint) {
	if gp.status&^_Gscan == _Gsyscall && gp.syscallsp != 0 {
		pc = gp.syscallpc
		sp = gp.syscallsp
		flags &^= traceTrap
	}
	if goversion14 {
		traceback14(pc, sp, gp, flags)
		printcreatedby(gp)
		return
	}
	if tracebackAll(pc, sp, gp, flags, false) == 0 {
		tracebackAll(pc, sp, gp, flags, true)
	}
	printcreatedby(gp)
}

// traceback14 prints at most 100 frames.
func traceback14(pc, sp uintptr, gp *g, flags uint) {
	traced14 = 0
	gentraceback(pc, sp, 0, gp, 0, nil, tracebackMax14, nil, nil, flags)
	n := traced14
	if n == 0 && flags&traceRuntimeFrames == 0 {
		traced14 = 0
		gentraceback(pc, sp, 0, gp, 0, nil, tracebackMax14, nil, nil, flags|traceRuntimeFrames)
		n = traced14
	}
	if n == tracebackMax14 {
		printstring("...additional frames elided...\n")
	}
}

var traced14 int // frames printed by the running traceback14

// tracebackAll prints the innermost 50 and the outermost 50 frames.
func tracebackAll(pc, sp uintptr, gp *g, flags uint, showRuntime bool) int {
	var t tracer
	t.u.initAt(pc, sp, gp, flags)
	t.gp = gp
	t.showRuntime = showRuntime
	n, last := t.run(0, tracebackInnerFrames)
	if n < tracebackInnerFrames {
		return n
	}
	t2 := t
	remaining, _ := t.run(1<<31-1, 0)
	elide := remaining - last - tracebackOuterFrames
	if elide > 0 {
		printstring("...")
		printint(int64(elide))
		printstring(" frames elided...\n")
		t2.run(last+elide, tracebackOuterFrames)
	} else {
		t2.run(last, tracebackOuterFrames)
	}
	return n
}

// tracer prints frames from an unwinder on.
type tracer struct {
	u           unwinder
	gp          *g
	showRuntime bool
}

// run passes over skip frames that would be shown and prints the next max. It returns how many it has seen, and how
// many of these belong to the physical frame where it stopped.
func (t *tracer) run(skip, max int) (n, last int) {
	u := &t.u
	gp := t.gp
	mp := getg().m
	level, _, _ := gotraceback()
	addresses := mp.throwing >= throwTypeRuntime && gp == mp.curg || level >= 2
	var it inlineFrames
	for u.f != nil {
		last = 0
		f := u.f
		callee := u.callee
		it.init(f, u.symPC())
		for it.valid {
			name := it.name()
			inlined := it.index != 0
			show := t.showRuntime || showframe(f, name, inlined, gp, n == 0, callee)
			if !inlined {
				callee = f
			} else {
				callee = nil
			}
			if show {
				if skip == 0 && max == 0 {
					return n, last
				}
				n++
				last++
				if skip > 0 {
					skip--
				} else {
					max--
					printFuncName(name)
					printstring("(")
					if inlined {
						printstring("...")
					} else {
						printArgs(u, uintptr(f.params))
					}
					printstring(")\n\t")
					printstring(it.file())
					printstring(":")
					printint(int64(it.line))
					if !inlined {
						if u.pc > uintptr(f.entry) {
							printstring(" +")
							printhex(uint64(u.pc - uintptr(f.entry)))
						}
						if addresses {
							printstring(" fp=")
							printhex(uint64(u.fp))
							printstring(" sp=")
							printhex(uint64(u.sp))
							printstring(" pc=")
							printpc(u.pc)
						}
					}
					printnl()
				}
			}
			it.next()
		}
		u.next()
	}
	return n, 0
}

// printArgs prints the first n words of the argument area, at most ten.
func printArgs(u *unwinder, n uintptr) {
	if u.f.name == "runtime.goexit" && !goversion14 {
		printstring("{}")
		return
	}
	for i := uintptr(0); i < n; i++ {
		if i != 0 {
			printstring(", ")
		}
		if i == 10 {
			printstring("...")
			return
		}
		printhex(*(*uint64)(unsafe.Pointer(u.fp + i*ptrSize)))
	}
}

func printFuncName(name string) {
	if name == "runtime.gopanic" {
		printstring("panic")
		return
	}
	printstring(name)
}

// showframe reports whether a frame belongs into a trace of gp.
func showframe(f *_func, name string, inlined bool, gp *g, first bool, callee *_func) bool {
	mp := getg().m
	if mp.throwing >= throwTypeRuntime && gp != nil && (gp == mp.curg || gp == mp.caughtsig) {
		return true
	}
	level, _, _ := gotraceback()
	if level > 1 {
		return true
	}
	if !inlined && elided(f, callee) {
		return false
	}
	if name == "runtime.runFinalizers" {
		return true
	}
	if name == "runtime.gopanic" && !first {
		return true
	}
	return indexByte(name, '.') >= 0 && (!hasPrefix(name, "runtime.") || isExportedRuntime(name))
}

// showframe14 is the rule of the seed's time.
func showframe14(f *_func, gp *g) bool {
	mp := getg().m
	if mp.throwing >= throwTypeRuntime && gp != nil && (gp == mp.curg || gp == mp.caughtsig) {
		return true
	}
	level, _, _ := gotraceback()
	if level > 1 {
		return true
	}
	if hasPrefix(f.name, "internal/") || hasPrefix(f.name, "sync.runtime_") {
		return false // there was nothing between package sync and the runtime
	}
	return indexByte(f.name, '.') >= 0 && (!hasPrefix(f.name, "runtime.") || isExportedRuntime(f.name))
}

// printframe14 prints a frame with the argument area, results included, as words.
func printframe14(u *unwinder, back bool) {
	f := u.f
	traced14++
	name, cfile := name14(f, u.gp)
	printstring(name)
	printstring("(")
	printArgs(u, uintptr(f.args))
	printstring(")\n\t")
	pc := u.pc
	if back && pc > uintptr(f.entry) && !u.exact {
		pc--
	}
	file, line := funcline1(f, pc)
	if cfile != "" {
		printstring(file[:lastIndexByte(file, '/')+1])
		file = cfile
	}
	printstring(file)
	printstring(":")
	printint(int64(line))
	if u.pc > uintptr(f.entry) {
		printstring(" +")
		printhex(uint64(u.pc - uintptr(f.entry)))
	}
	mp := getg().m
	level, _, _ := gotraceback()
	if mp.throwing >= throwTypeRuntime && u.gp == mp.curg || level >= 2 {
		printstring(" fp=")
		printhex(uint64(u.fp))
		printstring(" sp=")
		printhex(uint64(u.sp))
	}
	printnl()
}

// names14 says what some functions were called, and where they stood, while half of the runtime was C.
var names14 = [...]struct{ name, then, file string }{
	{"runtime.checkdead", "checkdead", "proc.c"},
	{"runtime.mput", "mput", "proc.c"},
	{"runtime.stopm", "stopm", "proc.c"},
	{"runtime.findRunnable", "findrunnable", "proc.c"},
	{"runtime.schedule", "schedule", "proc.c"},
	{"runtime.goexit0", "goexit0", "proc.c"},
	{"runtime.park_m", "runtime.park_m", "proc.c"},
	{"runtime.newstack", "runtime.newstack", "stack.c"},
	{"runtime.bgsweep14", "runtime.bgsweep", "mgc0.go"},
	{"runtime.runfinq", "runtime.runfinq", "malloc.go"},
	{"runtime.mstart", "runtime.mcall", ""},
	{"runtime.panicdivide14", "runtime.panicdivide", ""},
	{"runtime.panicdivide", "runtime.sigpanic", ""},
	{"runtime.panicdottypeE", "runtime.assertE2T", ""},
	{"runtime.panicdottypeI", "runtime.assertI2T", ""},
	{"runtime.panicnildottype", "runtime.assertE2I", ""},
	{"runtime.typeAssert", "runtime.assertE2I", ""},
	{"runtime.mapassign", "runtime.mapassign1", ""},
	{"runtime.mapassign_fast32", "runtime.mapassign1", ""},
	{"runtime.mapassign_fast64", "runtime.mapassign1", ""},
	{"runtime.mapassign_faststr", "runtime.mapassign1", ""},
}

func name14(f *_func, gp *g) (name, file string) {
	if f.name == "runtime.throw" && gp != &g0 {
		return "runtime.gothrow", ""
	}
	for i := range names14 {
		if names14[i].name == f.name {
			return names14[i].then, names14[i].file
		}
	}
	return f.name, ""
}

func indexByte(s string, c byte) int {
	return memindexbyte((*stringStruct)(unsafe.Pointer(&s)).str, len(s), c)
}

// isExportedRuntime reports whether a function of package runtime is one that users call.
func isExportedRuntime(name string) bool {
	const n = len("runtime.")
	if goversion14 {
		return len(name) > n && name[:n] == "runtime." && 'A' <= name[n] && name[n] <= 'Z'
	}
	if name == "runtime.panicdivide" || name == "runtime.panicshift" || name == "runtime.panicBounds" {
		return false
	}
	if !hasPrefix(name, "runtime.") {
		return false
	}
	rest := name[n:]
	// The method's or function's own name is what counts: runtime.(*Func).Name is exported, runtime.(*mheap).X is not.
	if len(rest) > 0 && rest[0] == '(' {
		i := indexByte(rest, ')')
		if i < 0 || i+2 >= len(rest) {
			return false
		}
		t := rest[1:i]
		if len(t) > 0 && t[0] == '*' {
			t = t[1:]
		}
		return len(t) > 0 && 'A' <= t[0] && t[0] <= 'Z' && 'A' <= rest[i+2] && rest[i+2] <= 'Z'
	}
	return len(rest) > 0 && 'A' <= rest[0] && rest[0] <= 'Z'
}

// printcreatedby prints which go statement made gp.
func printcreatedby(gp *g) {
	pc := gp.gopc
	f := findfunc(pc)
	if f == nil || gp.goid == 1 || !showcreator(f, gp) {
		return
	}
	printstring("created by ")
	tracepc := pc
	if pc > uintptr(f.entry) {
		tracepc--
	}
	var it inlineFrames
	it.init(f, tracepc)
	if goversion14 {
		it.skip(1 << 30)
	}
	printFuncName(it.name())
	if gp.parentGoid != 0 && !goversion14 {
		printstring(" in goroutine ")
		printuint(gp.parentGoid)
	}
	printstring("\n\t")
	printstring(it.file())
	printstring(":")
	printint(int64(it.line))
	if pc > uintptr(f.entry) {
		printstring(" +")
		printhex(uint64(pc - uintptr(f.entry)))
	}
	printnl()
}

func showcreator(f *_func, gp *g) bool {
	if goversion14 {
		return showframe14(f, gp)
	}
	return showframe(f, f.name, false, gp, false, nil)
}

var gStatusStrings = [...]string{
	_Gidle:            "idle",
	_Grunnable:        "runnable",
	_Grunning:         "running",
	_Gsyscall:         "syscall",
	_Gwaiting:         "waiting",
	_Gmoribund_unused: "",
	_Gdead:            "dead",
	_Genqueue_unused:  "enqueue",
	_Gcopystack:       "copystack",
	_Gpreempted:       "preempted",
}

// goroutineheader prints the line above a goroutine's trace.
func goroutineheader(gp *g) {
	mp := getg().m
	level, _, _ := gotraceback()
	status := gp.status
	scan := status&_Gscan != 0
	status &^= _Gscan
	text := "???"
	if status < uint32(len(gStatusStrings)) {
		text = gStatusStrings[status]
	}
	if status == _Gwaiting && gp.waitreason != waitReasonZero {
		text = gp.waitreason.String()
	}
	waitfor := int64(0)
	if (status == _Gwaiting || status == _Gsyscall) && gp.waitsince != 0 {
		waitfor = (nanotime() - gp.waitsince) / 60e9
	}
	printstring("goroutine ")
	printuint(gp.goid)
	if !goversion14 && (gp.m != nil && mp.throwing >= throwTypeRuntime && gp == mp.curg || level >= 2) {
		printstring(" gp=")
		printhex(uint64(uintptr(unsafe.Pointer(gp))))
		if gp.m != nil {
			printstring(" m=")
			printint(gp.m.id)
			printstring(" mp=")
			printhex(uint64(uintptr(unsafe.Pointer(gp.m))))
		} else {
			printstring(" m=nil")
		}
	}
	printstring(" [")
	printstring(text)
	if scan && !goversion14 {
		printstring(" (scan)")
	}
	if waitfor >= 1 {
		printstring(", ")
		printint(waitfor)
		printstring(" minutes")
	}
	if gp.lockedm != nil {
		printstring(", locked to thread")
	}
	printstring("]")
	printlabels(gp)
	printstring(":\n")
}

// tracebackothers prints all goroutines but me.
func tracebackothers(me *g) {
	mp := getg().m
	level, _, _ := gotraceback()
	curgp := mp.curg
	if curgp != nil && curgp != me {
		printnl()
		goroutineheader(curgp)
		traceback(maxUintptr, maxUintptr, 0, curgp)
	}
	for i := 0; i < allglen; i++ {
		gp := allgAt(i)
		if gp == me || gp == curgp || gp.status == _Gdead || isSystemGoroutine(gp) && level < 2 {
			continue
		}
		printnl()
		goroutineheader(gp)
		traceback(maxUintptr, maxUintptr, 0, gp)
	}
}

// isSystemGoroutine reports whether gp does the runtime's work and is hidden from users.
func isSystemGoroutine(gp *g) bool {
	return gp.issystem
}
