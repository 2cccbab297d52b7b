package runtime

import _ "unsafe" // for go:linkname

// Timers: a binary heap ordered by time, run by the scheduler between goroutines.

// timer is what package time starts and stops; time.runtimeTimer has the same fields.
type timer struct {
	when   int64 // nanotime at which f runs
	period int64 // if > 0, f runs again every period
	f      func(arg interface{}, seq uintptr)
	arg    interface{}
	seq    uintptr
	index  int // place in the heap plus one; 0: not queued
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
	if t.when < 0 {
		t.when = 1<<63 - 1
	}
	timers = append(timers, t)
	t.index = len(timers)
	timerUp(t.index - 1)
}

// deltimer reports whether t was queued.
func deltimer(t *timer) bool {
	if t.index == 0 {
		return false
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
	return true
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
		if t.period > 0 {
			t.when += t.period * (1 + (now-t.when)/t.period)
			if t.when < 0 {
				t.when = 1<<63 - 1
			}
			timerDown(0)
		} else {
			deltimer(t)
		}
		t.f(t.arg, t.seq)
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
	t.when = nanotime() + ns
	addtimer(t)
	gopark(nil, nil, waitReasonSleep, 2)
}

func goroutineReady(arg interface{}, seq uintptr) {
	goready((*g)(efaceOf(&arg).data), 2)
}

//go:linkname startTimer time.startTimer
func startTimer(t *timer) { addtimer(t) }

//go:linkname stopTimer time.stopTimer
func stopTimer(t *timer) bool { return deltimer(t) }

//go:linkname resetTimer time.resetTimer
func resetTimer(t *timer, when, period int64) bool {
	was := deltimer(t)
	t.when = when
	t.period = period
	addtimer(t)
	return was
}

//go:linkname time_runtimeNano time.runtimeNano
func time_runtimeNano() int64 { return nanotime() }

//go:linkname time_now time.now
func time_now() (sec int64, nsec int32, mono int64) {
	sec, nsec = walltime()
	return sec, nsec, nanotime()
}
