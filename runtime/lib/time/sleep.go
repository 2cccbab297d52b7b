package time

import "unsafe"

// Sleep pauses the goroutine for at least d.
func Sleep(d Duration)

// runtimeTimer is shared with the runtime, which calls f on its own stack: f must neither
// block nor take long.
type runtimeTimer struct {
	when    int64
	period  int64
	f       func(arg any, delta int64)
	arg     any
	index   int
	c       unsafe.Pointer
	blocked int
}

// startTimer starts t; c is the channel that f sends on, nil if f does something else.
func startTimer(t *runtimeTimer, c chan Time)

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
	r runtimeTimer
}

// sendTime sends the time at which the timer was due on its channel.
func sendTime(c any, delta int64) {
	select {
	case c.(chan Time) <- Now().Add(Duration(-delta)):
	default:
	}
}

// goFunc starts a goroutine.
func goFunc(arg any, delta int64) {
	go arg.(func())()
}

// NewTimer returns a Timer that sends the time on its channel after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{C: c, r: runtimeTimer{when: when(d), f: sendTime, arg: c}}
	startTimer(&t.r, c)
	return t
}

// Stop keeps the Timer from firing, and reports whether it was still to fire.
func (t *Timer) Stop() bool {
	if t.r.f == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(&t.r)
}

// Reset makes the Timer fire after d, and reports whether it was still to fire.
func (t *Timer) Reset(d Duration) bool {
	if t.r.f == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	return resetTimer(&t.r, when(d), 0)
}

// After returns a channel on which the time is sent after d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// AfterFunc calls f in its own goroutine after d.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{r: runtimeTimer{when: when(d), f: goFunc, arg: f}}
	startTimer(&t.r, nil)
	return t
}
