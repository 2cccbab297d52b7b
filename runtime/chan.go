package runtime

import "unsafe"

// Channels. One m runs, and it switches goroutines only at safepoints, so that a channel
// operation between two calls needs no lock. Values cross directly from stack to stack
// when the other side already waits: sudog.elem may point into a parked goroutine's stack
// and is adjusted when that stack moves.

type hchan struct {
	qcount   uint // values in the buffer; len() reads it
	dataqsiz uint // places in the buffer; cap() reads it
	buf      unsafe.Pointer
	elemsize uintptr
	closed   bool
	elemtype *_type
	sendx    uint
	recvx    uint
	recvq    waitq
	sendq    waitq
	timer    *timer // what sends on it: see time.go
}

type waitq struct {
	first *sudog
	last  *sudog
}

func (q *waitq) enqueue(s *sudog) {
	s.next = nil
	x := q.last
	if x == nil {
		s.prev = nil
		q.first = s
		q.last = s
		return
	}
	s.prev = x
	x.next = s
	q.last = s
}

// dequeue takes the first waiter that no other case of its select has already woken.
func (q *waitq) dequeue() *sudog {
	for {
		s := q.first
		if s == nil {
			return nil
		}
		y := s.next
		if y == nil {
			q.first = nil
			q.last = nil
		} else {
			y.prev = nil
			q.first = y
			s.next = nil
		}
		if s.isSelect {
			if s.g.selectDone {
				continue
			}
			s.g.selectDone = true
		}
		return s
	}
}

// waiting reports whether dequeue would find somebody.
func (q *waitq) waiting() bool {
	for s := q.first; s != nil; s = s.next {
		if !s.isSelect || !s.g.selectDone {
			return true
		}
	}
	return false
}

// remove takes s out of the queue, if it is still there.
func (q *waitq) remove(s *sudog) {
	x, y := s.prev, s.next
	if x != nil {
		x.next = y
		if y != nil {
			y.prev = x
		} else {
			q.last = x
		}
	} else if y != nil {
		y.prev = nil
		q.first = y
	} else if q.first == s {
		q.first = nil
		q.last = nil
	}
	s.next = nil
	s.prev = nil
}

func makechan(t *chantype, size int) *hchan {
	elem := t.elem
	if size < 0 || elem.size != 0 && uintptr(size) > (maxAlloc-unsafe.Sizeof(hchan{}))/elem.size {
		panic(plainError("makechan: size out of range"))
	}
	c := new(hchan)
	c.elemsize = elem.size
	c.elemtype = elem
	c.dataqsiz = uint(size)
	if size != 0 && elem.size != 0 {
		c.buf = mallocgc(uintptr(size)*elem.size, elem, true)
	} else {
		c.buf = unsafe.Pointer(&c.buf)
	}
	return c
}

func (c *hchan) place(i uint) unsafe.Pointer { return unsafe.Add(c.buf, int(i)*int(c.elemsize)) }

func chansend1(c *hchan, elem unsafe.Pointer) { chansend(c, elem, true) }

func chanrecv1(c *hchan, elem unsafe.Pointer) { chanrecv(c, elem, true) }

func chanrecv2(c *hchan, elem unsafe.Pointer) bool {
	_, received := chanrecv(c, elem, true)
	return received
}

func selectnbsend(c *hchan, elem unsafe.Pointer) bool { return chansend(c, elem, false) }

func selectnbrecv(elem unsafe.Pointer, c *hchan) (selected, received bool) {
	return chanrecv(c, elem, false)
}

// chansend sends the value at ep; without block it answers false where it would wait.
func chansend(c *hchan, ep unsafe.Pointer, block bool) bool {
	if c == nil {
		if !block {
			return false
		}
		gopark(nil, nil, waitReasonChanSendNilChan, 2)
		throw("unreachable")
	}
	if c.closed {
		panic(plainError("send on closed channel"))
	}
	if s := c.recvq.dequeue(); s != nil {
		if s.elem != nil {
			memmove(s.elem, ep, c.elemsize)
			s.elem = nil
		}
		wake(s, true)
		return true
	}
	if c.qcount < c.dataqsiz {
		memmove(c.place(c.sendx), ep, c.elemsize)
		c.sendx++
		if c.sendx == c.dataqsiz {
			c.sendx = 0
		}
		c.qcount++
		return true
	}
	if !block {
		return false
	}
	waitOn(c, &c.sendq, ep)
	gopark(nil, nil, waitReasonChanSend, 2)
	if !awake() {
		if !c.closed {
			throw("chansend: spurious wakeup")
		}
		panic(plainError("send on closed channel"))
	}
	return true
}

// chanrecv receives into ep, which may be nil; received is false when the channel is
// closed and empty.
func chanrecv(c *hchan, ep unsafe.Pointer, block bool) (selected, received bool) {
	if c == nil {
		if !block {
			return
		}
		gopark(nil, nil, waitReasonChanReceiveNilChan, 2)
		throw("unreachable")
	}
	if c.timer != nil {
		c.timer.maybeRunChan()
	}
	if c.closed && c.qcount == 0 {
		if ep != nil {
			memclrNoHeapPointers(ep, c.elemsize)
		}
		return true, false
	}
	if s := c.sendq.dequeue(); s != nil {
		recvFrom(c, s, ep)
		return true, true
	}
	if c.qcount > 0 {
		takeBuffered(c, ep)
		return true, true
	}
	if !block {
		return false, false
	}
	waitOn(c, &c.recvq, ep)
	gopark(nil, nil, waitReasonChanReceive, 2)
	return true, awake()
}

// takeBuffered moves the oldest value of the buffer to ep.
func takeBuffered(c *hchan, ep unsafe.Pointer) {
	p := c.place(c.recvx)
	if ep != nil {
		memmove(ep, p, c.elemsize)
	}
	memclrNoHeapPointers(p, c.elemsize)
	c.recvx++
	if c.recvx >= c.dataqsiz { // 0 places: a timer's
		c.recvx = 0
	}
	c.qcount--
}

// recvFrom receives while sender s waits: from it, or, if there is a buffer, which must be
// full, from its head, and the sender's value goes to its tail.
func recvFrom(c *hchan, s *sudog, ep unsafe.Pointer) {
	if c.dataqsiz == 0 {
		if ep != nil {
			memmove(ep, s.elem, c.elemsize)
		}
	} else {
		p := c.place(c.recvx)
		if ep != nil {
			memmove(ep, p, c.elemsize)
		}
		memmove(p, s.elem, c.elemsize)
		c.recvx++
		if c.recvx == c.dataqsiz {
			c.recvx = 0
		}
		c.sendx = c.recvx
	}
	s.elem = nil
	wake(s, true)
}

// wake makes the goroutine of s runnable; success false tells it that the channel was closed.
func wake(s *sudog, success bool) {
	gp := s.g
	gp.param = unsafe.Pointer(s)
	s.success = success
	if s.releasetime != 0 {
		s.releasetime = cputicks()
	}
	goready(gp, 3)
}

// waitOn queues the goroutine in q, until the other side comes; the caller parks. (Chansend and chanrecv park by
// themselves: traces at level 2 and profiles show who calls gopark.)
func waitOn(c *hchan, q *waitq, ep unsafe.Pointer) {
	gp := getg()
	s := acquireSudog()
	s.releasetime = 0
	s.acquiretime = 0
	if blockprofilerate > 0 {
		s.acquiretime = cputicks()
		s.releasetime = -1
	}
	s.elem = ep
	s.waitlink = nil
	s.g = gp
	s.isSelect = false
	s.c = c
	gp.waiting = s
	gp.param = nil
	q.enqueue(s)
	if c.timer != nil {
		blockTimerChan(c)
	}
}

// awake ends what waitOn began and answers whether a value crossed (false: the channel was closed).
func awake() bool {
	gp := getg()
	s := gp.waiting
	gp.waiting = nil
	gp.param = nil
	success := s.success
	if s.releasetime > 0 {
		blockevent(s.releasetime-s.acquiretime, 3)
	}
	if s.c.timer != nil {
		unblockTimerChan(s.c)
	}
	s.c = nil
	releaseSudog(s)
	return success
}

func closechan(c *hchan) {
	if c == nil {
		panic(plainError("close of nil channel"))
	}
	if c.closed {
		panic(plainError("close of closed channel"))
	}
	c.closed = true
	for {
		s := c.recvq.dequeue()
		if s == nil {
			break
		}
		if s.elem != nil {
			memclrNoHeapPointers(s.elem, c.elemsize)
			s.elem = nil
		}
		wake(s, false)
	}
	for {
		s := c.sendq.dequeue()
		if s == nil {
			break
		}
		s.elem = nil
		wake(s, false)
	}
}

// What reflect needs of channels.

//go:linkname reflect_makechan reflect.makechan
func reflect_makechan(t *chantype, size int) *hchan { return makechan(t, size) }

//go:linkname reflect_chansend reflect.chansend
func reflect_chansend(c *hchan, elem unsafe.Pointer, nb bool) bool { return chansend(c, elem, !nb) }

//go:linkname reflect_chanrecv reflect.chanrecv
func reflect_chanrecv(c *hchan, nb bool, elem unsafe.Pointer) (selected, received bool) {
	return chanrecv(c, elem, !nb)
}

//go:linkname reflect_chanclose reflect.chanclose
func reflect_chanclose(c *hchan) { closechan(c) }

//go:linkname reflect_chanlen reflect.chanlen
func reflect_chanlen(c *hchan) int {
	if c == nil {
		return 0
	}
	return int(c.qcount)
}

//go:linkname reflect_chancap reflect.chancap
func reflect_chancap(c *hchan) int {
	if c == nil {
		return 0
	}
	return int(c.dataqsiz)
}
