package runtime

import _ "unsafe" // for go:linkname

// Timers: a binary heap ordered by time, run by the scheduler between goroutines. A timer that sends on a channel is in
// the heap only while a goroutine waits there; else whoever receives looks whether it is due. So nobody holds a timer
// that the program has forgotten, none keeps a deadlock from being found, and the channel never has a stale value.

// timer is what package time starts and stops; time.runtimeTimer has the same fields.
type timer struct {
	when    int64 // nanotime at which f runs; 0: stopped, or has run
	period  int64 // if > 0, f runs again every period
	f       func(arg interface{}, delta int64) // delta: how late it is
	arg     interface{}
	index   int    // place in the heap plus one; 0: not queued
	c       *hchan // the channel that f sends on, if it does no more than that
	blocked int    // how many waiters c has
}

var timers []*timer

func timerLess(i, j int) bool {
	a, b := timers[i], timers[j]
	return a.when < b.when
}

func timerSwap(i, j int) {
	a, b := timers[i], timers[j]
	timers[i], timers[j] = b, a
	b.index, a.index = i+1, j+1
}

func timerUp(i int) {
	for i > 0 {
		p := (i - 1) / 2
		if !timerLess(i, p) {
			return
		}
		timerSwap(i, p)
		i = p
	}
}

func timerDown(i int) {
	for {
		c := 2*i + 1
		if c >= len(timers) {
			return
		}
		if c+1 < len(timers) && timerLess(c+1, c) {
			c++
		}
		if !timerLess(c, i) {
			return
		}
		timerSwap(i, c)
		i = c
	}
}

func addtimer(t *timer) {
	timers = append(timers, t)
	t.index = len(timers)
	timerUp(t.index - 1)
}

// deltimer takes t out of the heap, if it is there.
func deltimer(t *timer) {
	if t.index == 0 {
		return
	}
	i := t.index - 1
	last := len(timers) - 1
	if i != last {
		timerSwap(i, last)
	}
	timers[last] = nil
	timers = timers[:last]
	t.index = 0
	if i != last {
		timerUp(i)
		timerDown(i)
	}
}

// nexttimer answers when the first timer is due, or 0 if there is none.
func nexttimer() int64 {
	if len(timers) == 0 {
		return 0
	}
	return timers[0].when
}

// runtimers runs every timer that is due at now. The scheduler calls it on g0.
func runtimers(now int64) {
	for len(timers) > 0 {
		t := timers[0]
		if t.when > now {
			return
		}
		if t.c != nil && !t.c.recvq.waiting() {
			deltimer(t) // another case has woken the last waiter: the next receiver will see to it
			continue
		}
		t.run(now)
	}
}

// run calls f, on g0, after setting t for the next time.
func (t *timer) run(now int64) {
	delta := now - t.when
	queued := t.index != 0
	deltimer(t)
	if t.period > 0 {
		t.when = later(t.when, t.period*(1+delta/t.period))
		if queued {
			addtimer(t)
		}
	} else {
		t.when = 0
	}
	t.f(t.arg, delta)
}

// later is when plus d, or the end of time.
func later(when, d int64) int64 {
	if when += d; when < 0 {
		return 1<<63 - 1
	}
	return when
}

// due reports whether a receive would find a value of t's.
func (t *timer) due() bool { return t.when > 0 && t.when <= nanotime() }

// maybeRunChan runs a timer that is due when somebody looks at its channel. That has a place for the value, which
// len and cap don't show, for the time until the caller takes it.
func (t *timer) maybeRunChan() {
	if t.due() {
		systemstack(func() {
			t.c.dataqsiz = 1
			t.run(nanotime())
			t.c.dataqsiz = 0
		})
	}
}

// blockTimerChan is called when a goroutine begins to wait on c, the channel of a timer.
func blockTimerChan(c *hchan) {
	t := c.timer
	t.blocked++
	if t.when > 0 && t.index == 0 {
		addtimer(t)
	}
}

// unblockTimerChan is called when the goroutine waits no more.
func unblockTimerChan(c *hchan) {
	t := c.timer
	t.blocked--
	if t.blocked == 0 {
		deltimer(t)
	}
}

//go:linkname timeSleep time.Sleep
func timeSleep(ns int64) {
	if ns <= 0 {
		return
	}
	t := new(timer)
	t.f = goroutineReady
	t.arg = getg()
	t.when = later(nanotime(), ns)
	addtimer(t)
	gopark(nil, nil, waitReasonSleep, 2)
}

func goroutineReady(arg interface{}, delta int64) {
	goready((*g)(efaceOf(&arg).data), 2)
}

//go:linkname startTimer time.startTimer
func startTimer(t *timer, c *hchan) {
	if c == nil {
		addtimer(t)
		return
	}
	t.c = c
	c.timer = t
	c.dataqsiz = 0
}

//go:linkname stopTimer time.stopTimer
func stopTimer(t *timer) bool {
	was := t.when > 0
	deltimer(t)
	t.when = 0
	return was
}

//go:linkname resetTimer time.resetTimer
func resetTimer(t *timer, when, period int64) bool {
	was := stopTimer(t)
	t.when = when
	t.period = period
	if t.c == nil || t.blocked > 0 {
		addtimer(t)
	}
	return was
}

//go:linkname time_runtimeNano time.runtimeNano
func time_runtimeNano() int64 { return nanotime() }

//go:linkname time_now time.now
func time_now() (sec int64, nsec int32, mono int64) {
	sec, nsec = walltime()
	return sec, nsec, nanotime()
}
