package runtime

import "unsafe"

// The select statement.

// scase is one case, as the compiler lays it out in the selecting frame.
type scase struct {
	c    *hchan
	elem unsafe.Pointer
}

func block() { gopark(nil, nil, waitReasonSelectNoCases, 1) }

// selectgo picks one of the cases at cas0: nsends sends, then nrecvs receives. order0 has
// room for 2 numbers a case. It answers the chosen case, -1 if none is ready and
// !block, and whether a receive got a value.
func selectgo(cas0 *scase, order0 *uint16, nsends, nrecvs int, block bool) (int, bool) {
	n := nsends + nrecvs
	cases := unsafe.Slice(cas0, n)
	order := unsafe.Slice(order0, n)

	// A random order makes the choice among ready cases fair.
	live := 0
	for i := 0; i < n; i++ {
		if cases[i].c == nil {
			cases[i].elem = nil
			continue
		}
		j := int(fastrandn(uint32(live + 1)))
		order[live] = order[j]
		order[j] = uint16(i)
		live++
	}
	order = order[:live]

	for _, i := range order {
		if ok, received := selectTry(&cases[i], int(i) < nsends); ok {
			return int(i), received
		}
	}
	if !block {
		return -1, false
	}
	t0 := selectWait(cases, order, nsends)
	gopark(nil, nil, waitReasonSelect, 1)
	return selectWoken(nsends, t0)
}

// selectTry does the operation of one case if it needs no waiting.
func selectTry(cas *scase, send bool) (selected, received bool) {
	c := cas.c
	if send {
		if c.closed || c.recvq.first != nil || c.qcount < c.dataqsiz {
			return chansend(c, cas.elem, false), false
		}
		return false, false
	}
	if c.sendq.first != nil || c.qcount > 0 || c.closed || c.timer != nil && c.timer.due() {
		return chanrecv(c, cas.elem, false)
	}
	return false, false
}

// selectWait queues the goroutine on every channel; selectgo itself parks. The result is the time, if blocking is
// profiled.
func selectWait(cases []scase, order []uint16, nsends int) (t0 int64) {
	gp := getg()
	if blockprofilerate > 0 {
		t0 = cputicks()
	}
	gp.selectDone = false
	var last *sudog
	gp.waiting = nil
	for _, i := range order {
		cas := &cases[i]
		s := acquireSudog()
		s.g = gp
		s.isSelect = true
		s.success = false
		s.elem = cas.elem
		s.releasetime = 0
		if t0 != 0 {
			s.releasetime = -1
		}
		s.c = cas.c
		s.waitlink = nil
		s.ticket = uint32(i)
		if last == nil {
			gp.waiting = s
		} else {
			last.waitlink = s
		}
		last = s
		if int(i) < nsends {
			cas.c.sendq.enqueue(s)
		} else {
			cas.c.recvq.enqueue(s)
			if cas.c.timer != nil {
				blockTimerChan(cas.c)
			}
		}
	}
	gp.param = nil
	return t0
}

// selectWoken leaves all queues but the one that has woken the goroutine, and answers as selectgo does.
func selectWoken(nsends int, t0 int64) (int, bool) {
	gp := getg()
	woken := (*sudog)(gp.param)
	gp.param = nil
	s := gp.waiting
	gp.waiting = nil
	chosen := -1
	success := false
	for s != nil {
		next := s.waitlink
		i := int(s.ticket)
		if s == woken {
			chosen = i
			success = s.success
			if s.releasetime > 0 {
				blockevent(s.releasetime-t0, 2)
			}
		} else if i < nsends {
			s.c.sendq.remove(s)
		} else {
			s.c.recvq.remove(s)
		}
		if s.c.timer != nil && i >= nsends {
			unblockTimerChan(s.c)
		}
		s.isSelect = false
		s.elem = nil
		s.c = nil
		s.waitlink = nil
		releaseSudog(s)
		s = next
	}
	if chosen < 0 {
		throw("selectgo: bad wakeup")
	}
	if chosen < nsends && !success {
		panic(plainError("send on closed channel"))
	}
	return chosen, success
}

// runtimeSelect is a case as reflect.Select gives it.
type runtimeSelect struct {
	dir int            // 1 send, 2 receive, 3 default
	typ unsafe.Pointer // channel type
	ch  *hchan
	val unsafe.Pointer
}

//go:linkname reflect_rselect reflect.rselect
func reflect_rselect(cases []runtimeSelect) (int, bool) {
	sel := make([]scase, len(cases))
	orig := make([]int, len(cases))
	nsends, nrecvs := 0, 0
	dflt := -1
	for i, c := range cases {
		switch c.dir {
		case 1:
			sel[nsends] = scase{c.ch, c.val}
			orig[nsends] = i
			nsends++
		case 2:
			nrecvs++
			j := len(cases) - nrecvs
			sel[j] = scase{c.ch, c.val}
			orig[j] = i
		case 3:
			dflt = i
		}
	}
	if nsends+nrecvs == 0 {
		if dflt >= 0 {
			return dflt, false
		}
		block()
	}
	if nsends+nrecvs < len(cases) {
		copy(sel[nsends:], sel[len(cases)-nrecvs:])
		copy(orig[nsends:], orig[len(cases)-nrecvs:])
	}
	order := make([]uint16, 2*(nsends+nrecvs))
	chosen, ok := selectgo(&sel[0], &order[0], nsends, nrecvs, dflt == -1)
	if chosen < 0 {
		return dflt, false
	}
	return orig[chosen], ok
}
