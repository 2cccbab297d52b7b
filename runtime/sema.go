package runtime

import "unsafe"

// Semaphores: what package sync sleeps on. A semaphore is a counter at an address; those
// who wait for it queue in a table hashed by the address, first come first served.

const semTabSize = 251

type semaRoot struct {
	head *sudog
	tail *sudog
}

var semtable [semTabSize]semaRoot

func semroot(addr *uint32) *semaRoot {
	return &semtable[(uintptr(unsafe.Pointer(addr))>>3)%semTabSize]
}

func (r *semaRoot) queue(s *sudog, lifo bool) {
	if lifo {
		s.prev = nil
		s.next = r.head
		if r.head != nil {
			r.head.prev = s
		} else {
			r.tail = s
		}
		r.head = s
		return
	}
	s.next = nil
	s.prev = r.tail
	if r.tail != nil {
		r.tail.next = s
	} else {
		r.head = s
	}
	r.tail = s
}

// dequeue takes the first sudog that waits for addr.
func (r *semaRoot) dequeue(addr *uint32) *sudog {
	for s := r.head; s != nil; s = s.next {
		if s.semaddr == addr {
			if s.prev != nil {
				s.prev.next = s.next
			} else {
				r.head = s.next
			}
			if s.next != nil {
				s.next.prev = s.prev
			} else {
				r.tail = s.prev
			}
			s.next = nil
			s.prev = nil
			return s
		}
	}
	return nil
}

// semacquire1 waits until *addr > 0 and takes one. profile tells which profile a wait is
// counted in: 1 block, 2 mutex.
func semacquire1(addr *uint32, lifo bool, profile int, skipframes int, reason waitReason) {
	if *addr > 0 {
		*addr--
		return
	}
	gp := getg()
	s := acquireSudog()
	var t0 int64
	s.releasetime = 0
	s.acquiretime = 0
	s.ticket = 0
	if blockprofilerate > 0 && profile&1 != 0 {
		t0 = cputicks()
		s.releasetime = -1
	}
	if mutexprofilerate > 0 && profile&2 != 0 {
		if t0 == 0 {
			t0 = cputicks()
		}
		s.acquiretime = t0
	}
	s.g = gp
	s.semaddr = addr
	s.elem = nil
	s.isSelect = false
	root := semroot(addr)
	for {
		root.queue(s, lifo)
		goparkunlock(nil, reason, 4+skipframes)
		if s.ticket != 0 {
			break // handed over directly
		}
		if *addr > 0 {
			*addr--
			break
		}
	}
	if s.releasetime > 0 {
		blockevent(s.releasetime-t0, 3+skipframes)
	}
	s.semaddr = nil
	releaseSudog(s)
}

// semrelease1 adds one to *addr and wakes a waiter; with handoff the waiter owns the unit
// at once and runs next.
func semrelease1(addr *uint32, handoff bool, skipframes int) {
	*addr++
	s := semroot(addr).dequeue(addr)
	if s == nil {
		return
	}
	if s.acquiretime != 0 {
		mutexevent(cputicks()-s.acquiretime, 3+skipframes)
	}
	if s.releasetime != 0 {
		s.releasetime = cputicks()
	}
	if handoff && *addr > 0 {
		*addr--
		s.ticket = 1
	}
	goready(s.g, 5+skipframes)
	if s.ticket == 1 && handoff {
		Gosched()
	}
}

func semacquire(addr *uint32) { semacquire1(addr, false, 0, 0, waitReasonSemacquire) }
func semrelease(addr *uint32) { semrelease1(addr, false, 0) }

//go:linkname sync_runtime_Semacquire sync.runtime_Semacquire
func sync_runtime_Semacquire(addr *uint32) {
	semacquire1(addr, false, 1, 0, waitReasonSemacquire)
}

//go:linkname sync_runtime_SemacquireWaitGroup sync.runtime_SemacquireWaitGroup
func sync_runtime_SemacquireWaitGroup(addr *uint32) {
	semacquire1(addr, false, 1, 0, waitReasonSyncWaitGroupWait)
}

//go:linkname internal_sync_runtime_SemacquireMutex internal/sync.runtime_SemacquireMutex
func internal_sync_runtime_SemacquireMutex(addr *uint32, lifo bool, skipframes int) {
	semacquire1(addr, lifo, 3, skipframes, waitReasonSyncMutexLock)
}

//go:linkname sync_runtime_SemacquireRWMutexR sync.runtime_SemacquireRWMutexR
func sync_runtime_SemacquireRWMutexR(addr *uint32, lifo bool, skipframes int) {
	semacquire1(addr, lifo, 3, skipframes, waitReasonSyncRWMutexRLock)
}

//go:linkname sync_runtime_SemacquireRWMutex sync.runtime_SemacquireRWMutex
func sync_runtime_SemacquireRWMutex(addr *uint32, lifo bool, skipframes int) {
	semacquire1(addr, lifo, 3, skipframes, waitReasonSyncRWMutexLock)
}

//go:linkname sync_runtime_Semrelease sync.runtime_Semrelease
func sync_runtime_Semrelease(addr *uint32, handoff bool, skipframes int) {
	semrelease1(addr, handoff, skipframes)
}

// notifyList is what sync.Cond waits on; sync declares the same structure.
type notifyList struct {
	wait   uint32 // ticket of the next waiter
	notify uint32 // ticket of the next waiter to be woken
	head   *sudog
	tail   *sudog
}

//go:linkname notifyListAdd sync.runtime_notifyListAdd
func notifyListAdd(l *notifyList) uint32 {
	t := l.wait
	l.wait++
	return t
}

//go:linkname notifyListWait sync.runtime_notifyListWait
func notifyListWait(l *notifyList, t uint32) {
	if int32(t-l.notify) < 0 {
		return // notified already
	}
	s := acquireSudog()
	s.g = getg()
	s.ticket = t
	s.releasetime = 0
	var t0 int64
	if blockprofilerate > 0 {
		t0 = cputicks()
		s.releasetime = -1
	}
	s.next = nil
	if l.tail == nil {
		l.head = s
	} else {
		l.tail.next = s
	}
	l.tail = s
	gopark(nil, nil, waitReasonSyncCondWait, 3)
	if t0 != 0 {
		blockevent(s.releasetime-t0, 2)
	}
	releaseSudog(s)
}

func readyWithTime(s *sudog, traceskip int) {
	if s.releasetime != 0 {
		s.releasetime = cputicks()
	}
	goready(s.g, traceskip)
}

//go:linkname notifyListNotifyAll sync.runtime_notifyListNotifyAll
func notifyListNotifyAll(l *notifyList) {
	s := l.head
	l.head = nil
	l.tail = nil
	l.notify = l.wait
	for s != nil {
		next := s.next
		s.next = nil
		readyWithTime(s, 4)
		s = next
	}
}

//go:linkname notifyListNotifyOne sync.runtime_notifyListNotifyOne
func notifyListNotifyOne(l *notifyList) {
	if l.wait == l.notify {
		return
	}
	t := l.notify
	l.notify++
	var p *sudog
	for s := l.head; s != nil; p, s = s, s.next {
		if s.ticket == t {
			n := s.next
			if p != nil {
				p.next = n
			} else {
				l.head = n
			}
			if n == nil {
				l.tail = p
			}
			s.next = nil
			readyWithTime(s, 4)
			return
		}
	}
}

//go:linkname notifyListCheck sync.runtime_notifyListCheck
func notifyListCheck(sz uintptr) {
	if sz != unsafe.Sizeof(notifyList{}) {
		throw("bad notifyList size")
	}
}

//go:linkname internal_sync_runtime_Semrelease internal/sync.runtime_Semrelease
func internal_sync_runtime_Semrelease(addr *uint32, handoff bool, skipframes int) {
	semrelease1(addr, handoff, skipframes)
}

//go:linkname sync_nanotime internal/sync.runtime_nanotime
func sync_nanotime() int64 { return nanotime() }

//go:linkname sync_gcEpoch sync.runtime_gcEpoch
func sync_gcEpoch() uint32 { return memstats.numgc }
