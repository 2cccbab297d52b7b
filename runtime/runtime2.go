// Package runtime is Go's run-time system as this machine needs it: goroutines on stacks that move, the scheduler,
// the collector, panics and traces. It is compiled by the project's own compiler and runs on the project's machine.
package runtime

import "unsafe"

// This file declares the structures that the rest of the package acts on, and nothing that acts.
// The machine and the linker read the offsets of these fields from the compiled declarations.

// Status of a goroutine, numbered as in Go.
const (
	_Gidle = iota
	_Grunnable
	_Grunning
	_Gsyscall
	_Gwaiting
	_Gmoribund_unused
	_Gdead
	_Genqueue_unused
	_Gcopystack
	_Gpreempted
	_Gscan = 0x1000
)

// stack describes one stack: [lo, hi), bytes.
type stack struct {
	lo uintptr
	hi uintptr
}

// gobuf is the saved state of a goroutine that does not run. pc is an entry, a return pc or a poll pc; sp is the byte
// address of the frame's bottom (at an entry pc: of the return pc word).
type gobuf struct {
	sp   uintptr
	pc   uintptr
	g    *g
	ctxt unsafe.Pointer // closure pointer; adjusted when the stack moves
	ret  uintptr
}

// funcval is what a func value points to: an entry pc and, behind it, what the closure captured.
type funcval struct {
	fn uintptr
}

// g is one goroutine. Every g lies outside the collected heap and is reused after its death; the collector knows which
// of its fields are roots (see markrootg).
type g struct {
	stack            stack
	stackguard0      uintptr // stack.lo + _StackGuard, or stackPreempt, or stackForceMove
	_panic           *_panic // innermost panic
	_defer           *_defer // innermost defer
	m                *m      // the m that runs it, or nil
	sched            gobuf
	syscallsp        uintptr // while in a system call: the caller's sp, for traces
	syscallpc        uintptr
	param            unsafe.Pointer // passed by the goroutine that wakes this one
	status           uint32
	goid             uint64
	schedlink        *g
	waitsince        int64 // nanotime when it blocked
	waitreason       waitReason
	preempt          bool
	paniconfault     bool
	throwsplit       bool // stack growth is not allowed
	issystem         bool // not counted, not shown below level 2
	activeStackChans bool // parked on channels with pointers into this stack in their queues
	parkingOnChan    bool
	movedpc          uintptr // stackmove: the check at this pc has just moved the stack and lets the goroutine pass, once
	lockedm          *m
	lockedExt        uint32
	lockedInt        uint32
	sig              uint32
	sigcode0         uintptr
	sigcode1         uintptr
	sigpc            uintptr
	parentGoid       uint64
	gopc             uintptr // pc of the go statement
	startpc          uintptr // entry of the goroutine's function
	waiting          *sudog  // sudogs this g waits on, in lock order
	writebuf         []byte  // print goes here when it is not nil
	selectDone       bool
	releasetime      int64
	sleepWhen        int64
	timer            *timer // the sleep timer of this g
	labels           unsafe.Pointer
	memlimit         uint64
	stackgrows       uint64 // growths of this goroutine's stacks
	alllink          *g
}

// m is the one machine thread that runs Go code.
type m struct {
	g0          *g
	morebuf     gobuf // caller of the function that asked for stack: pc, sp, g
	gsignal     *g
	curg        *g // the goroutine that runs, nil in the scheduler
	id          int64
	mallocing   int32
	throwing    throwType
	preemptoff  string
	locks       int32
	dying       int32
	gcing       int32
	incgo       bool
	fastrand    uint64
	caughtsig   *g
	traceback   uint8 // overrides GOTRACEBACK's level when not 0
	waitunlockf func(*g, unsafe.Pointer) bool
	waitlock    unsafe.Pointer
	lockedg     *g
	createstack [32]uintptr
	alllink     *m
	mcache      *mcache
	printlock   int8
	schedtick   uint64 // time slices begun
}

// throwType says who is to blame for a throw: that decides which frames its trace shows.
type throwType uint32

const (
	throwTypeNone    throwType = iota
	throwTypeUser              // the program's fault: no runtime frames
	throwTypeRuntime           // the runtime's fault: all frames
)

// schedt is the scheduler's own state. One m runs, so nothing here needs a lock.
type schedt struct {
	goidgen     uint64
	runqhead    *g
	runqtail    *g
	runqsize    int
	runqlow     *g     // see runqputlow
	runnext     *g     // runs before all others
	rounds      uint64 // of schedule
	gfree       *g     // dead goroutines, to be reused
	ngfree      int
	ngsys       int // system goroutines alive
	ngdead      int
	maxmcount   int
	gomaxprocs  int
	stopping    bool
	safePointFn uintptr
}

// mutex is a lock that one m never contends for: taking it only forbids preemption.
type mutex struct {
	key uintptr
}

// note is a one-shot event for g0 users; kept for the shape of Go's runtime.
type note struct {
	key uintptr
}

// sudog is a g in a wait queue. Sudogs lie outside the heap; elem may point into a stack.
type sudog struct {
	g           *g
	next        *sudog
	prev        *sudog
	elem        unsafe.Pointer // data element (may point to a stack)
	semaddr     *uint32
	acquiretime int64
	releasetime int64
	ticket      uint32
	isSelect    bool
	success     bool
	waiters     uint16
	parent      *sudog // semaRoot's tree
	waitlink    *sudog // g.waiting list, or semaRoot's list
	waittail    *sudog
	c           *hchan
}

// _defer is one pending deferred call. It lies in the frame of the function that defers (deferprocStack) or outside the
// heap (deferproc); either way the list hangs on g and is adjusted by hand when the stack moves.
type _defer struct {
	heap      bool
	started   bool
	rangefunc bool
	sp        uintptr // caller's sp at the time of the defer
	pc        uintptr
	fn        func()
	_panic    *_panic // the panic that runs this defer
	link      *_defer
}

// _panic is one panic in flight; it lies in the frame of gopanic or Goexit.
type _panic struct {
	argp       unsafe.Pointer // sp of the frame that called the deferred function: recover compares with it
	arg        interface{}
	link       *_panic
	pc         uintptr
	sp         unsafe.Pointer
	recovered  bool
	repanicked bool
	aborted    bool
	goexit     bool
	printed    bool
}

// _func is one row of the function table, filled by the linker. Sizes are in words, places are pcs.
type _func struct {
	entry       uint32
	end         uint32
	frame       uint32
	args        uint32 // arguments and results
	flags       uint32
	line        uint32
	deferreturn uint32
	params      uint32 // arguments only
	objects     uint32 // place in stackmaps + 1 of what frameObjects tells; 0: there are none
	name        string
	file        string
}

// Flags of a _func: vm/image.py has the same numbers.
const (
	funcNosplit     = 1
	funcWrapper     = 2
	funcTopFrame    = 4
	funcNative      = 8
	funcHasDefer    = 16
	funcClosure     = 32
	funcSystemStack = 64
	funcInlined     = 128
)

// inlinedCall is one call that was inlined.
type inlinedCall struct {
	parent int32  // index+1 of the call around it, 0 if it stands in the function itself
	line   uint32 // line of this call
	name   string // function that was inlined
	file   string // file of the call
}

// moduledata is what the linker tells the runtime about the program.
type moduledata struct {
	data      uintptr
	edata     uintptr
	bss       uintptr
	ebss      uintptr
	gcdata    *byte
	ftab      []_func
	pcfunc    []uint32
	pcline    []uint32
	pcmap     []uint32
	pcinl     []uint32
	stackmaps []uint64
	inltree   []inlinedCall
	types     []*_type
	itabs     []*itab
}

var firstmoduledata moduledata

var (
	m0    m
	g0    g
	sched schedt
	allm  *m

	// goversion14 is set for `--go 1.4`: texts and orders of the seed's time.
	goversion14 bool
	ncpu        int32 = 1

	// g0stack is the stack of g0: fixed, never moved. The machine starts with sp at its top.
	g0stack [g0StackSize]byte
)

const g0StackSize = 256 << 10

// waitReason says why a goroutine is parked; its String is what a trace shows.
type waitReason uint8

const (
	waitReasonZero waitReason = iota
	waitReasonGCAssistMarking
	waitReasonIOWait
	waitReasonChanReceiveNilChan
	waitReasonChanSendNilChan
	waitReasonDumpingHeap
	waitReasonGarbageCollection
	waitReasonGarbageCollectionScan
	waitReasonPanicWait
	waitReasonSelect
	waitReasonSelectNoCases
	waitReasonGCAssistWait
	waitReasonGCSweepWait
	waitReasonGCScavengeWait
	waitReasonChanReceive
	waitReasonChanSend
	waitReasonFinalizerWait
	waitReasonForceGCIdle
	waitReasonSemacquire
	waitReasonSleep
	waitReasonSyncCondWait
	waitReasonSyncMutexLock
	waitReasonSyncRWMutexRLock
	waitReasonSyncRWMutexLock
	waitReasonSyncWaitGroupWait
	waitReasonTraceReaderBlocked
	waitReasonWaitForGCCycle
	waitReasonGCWorkerIdle
	waitReasonGCWorkerActive
	waitReasonPreempted
	waitReasonDebugCall
	waitReasonStackGrowth
	waitReasonStoppingTheWorld
	waitReasonHostCall
)

var waitReasonStrings = [...]string{
	waitReasonZero:                  "",
	waitReasonGCAssistMarking:       "GC assist marking",
	waitReasonIOWait:                "IO wait",
	waitReasonChanReceiveNilChan:    "chan receive (nil chan)",
	waitReasonChanSendNilChan:       "chan send (nil chan)",
	waitReasonDumpingHeap:           "dumping heap",
	waitReasonGarbageCollection:     "garbage collection",
	waitReasonGarbageCollectionScan: "garbage collection scan",
	waitReasonPanicWait:             "panicwait",
	waitReasonSelect:                "select",
	waitReasonSelectNoCases:         "select (no cases)",
	waitReasonGCAssistWait:          "GC assist wait",
	waitReasonGCSweepWait:           "GC sweep wait",
	waitReasonGCScavengeWait:        "GC scavenge wait",
	waitReasonChanReceive:           "chan receive",
	waitReasonChanSend:              "chan send",
	waitReasonFinalizerWait:         "finalizer wait",
	waitReasonForceGCIdle:           "force gc (idle)",
	waitReasonSemacquire:            "semacquire",
	waitReasonSleep:                 "sleep",
	waitReasonSyncCondWait:          "sync.Cond.Wait",
	waitReasonSyncMutexLock:         "sync.Mutex.Lock",
	waitReasonSyncRWMutexRLock:      "sync.RWMutex.RLock",
	waitReasonSyncRWMutexLock:       "sync.RWMutex.Lock",
	waitReasonSyncWaitGroupWait:     "sync.WaitGroup.Wait",
	waitReasonTraceReaderBlocked:    "trace reader (blocked)",
	waitReasonWaitForGCCycle:        "wait for GC cycle",
	waitReasonGCWorkerIdle:          "GC worker (idle)",
	waitReasonGCWorkerActive:        "GC worker (active)",
	waitReasonPreempted:             "preempted",
	waitReasonDebugCall:             "debug call",
	waitReasonStackGrowth:           "stack growth",
	waitReasonStoppingTheWorld:      "stopping the world",
	waitReasonHostCall:              "host call",
}

func (w waitReason) String() string {
	if int(w) >= len(waitReasonStrings) {
		return "unknown wait reason"
	}
	if goversion14 && w >= waitReasonSemacquire {
		return waitReasonString14(w)
	}
	return waitReasonStrings[w]
}

// waitReasonString14 gives the texts of the seed's time, where everything under sync was a semacquire.
func waitReasonString14(w waitReason) string {
	switch w {
	case waitReasonSyncCondWait, waitReasonSyncMutexLock, waitReasonSyncRWMutexRLock, waitReasonSyncRWMutexLock,
		waitReasonSyncWaitGroupWait:
		return "semacquire"
	}
	return waitReasonStrings[w]
}

// add is pointer arithmetic in bytes.
//
//go:nosplit
func add(p unsafe.Pointer, x uintptr) unsafe.Pointer {
	return unsafe.Pointer(uintptr(p) + x)
}

// noescape hides a pointer from escape analysis. The caller promises that the pointer does not outlive the frame.
//
//go:nosplit
func noescape(p unsafe.Pointer) unsafe.Pointer {
	x := uintptr(p)
	return unsafe.Pointer(x ^ 0)
}

func alignDown(n, a uintptr) uintptr {
	return n &^ (a - 1)
}

// funcPC returns the entry pc of a func value.
//
//go:nosplit
func funcPC(f func()) uintptr {
	return **(**uintptr)(unsafe.Pointer(&f))
}

type hex uint64

// stringer and the like are what preprintpanics looks for.
type stringer interface {
	String() string
}

const (
	ptrSize    = 8
	pageSize   = 8192
	pageShift  = 13
	textBase   = 0x400000 // a pc is shown to users as textBase + pc
	maxUintptr = ^uintptr(0)
)
