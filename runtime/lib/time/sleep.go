package time

// Sleep pauses the goroutine for at least d.
func Sleep(d Duration)

// runtimeTimer is shared with the runtime, which calls f on its own stack: f must neither
// block nor take long.
type runtimeTimer struct {
	when   int64
	period int64
	f      func(arg any, seq uintptr)
	arg    any
	seq    uintptr
	index  int
}

func startTimer(*runtimeTimer)

func stopTimer(*runtimeTimer) bool

func resetTimer(t *runtimeTimer, when, period int64) bool

// when is the time of the runtime's clock d from now.
func when(d Duration) int64 {
	if d <= 0 {
		return runtimeNano()
	}
	t := runtimeNano() + int64(d)
	if t < 0 {
		t = 1<<63 - 1
	}
	return t
}

// A Timer is one event in the future.
type Timer struct {
	C <-chan Time
	c chan Time
	r runtimeTimer
}

// sendTime sends the time on a channel, if that has room.
func sendTime(c any, seq uintptr) {
	select {
	case c.(chan Time) <- Now():
	default:
	}
}

// goFunc starts a goroutine.
func goFunc(arg any, seq uintptr) {
	go arg.(func())()
}

// NewTimer returns a Timer that sends the time on its channel after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{C: c, c: c, r: runtimeTimer{when: when(d), f: sendTime, arg: c}}
	startTimer(&t.r)
	return t
}

// drain takes out a time that was sent before a Stop or Reset.
func (t *Timer) drain() bool {
	if t.c == nil {
		return false
	}
	select {
	case <-t.c:
		return true
	default:
		return false
	}
}

// Stop keeps the Timer from firing, and reports whether it was still to fire.
func (t *Timer) Stop() bool {
	if t.r.f == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	active := stopTimer(&t.r)
	return t.drain() || active
}

// Reset makes the Timer fire after d, and reports whether it was still to fire.
func (t *Timer) Reset(d Duration) bool {
	if t.r.f == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	active := resetTimer(&t.r, when(d), 0)
	return t.drain() || active
}

// After returns a channel on which the time is sent after d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// AfterFunc calls f in its own goroutine after d.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{r: runtimeTimer{when: when(d), f: goFunc, arg: f}}
	startTimer(&t.r)
	return t
}
