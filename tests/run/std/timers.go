// The channels of timers, which never have a stale value: fired, stopped, reset, forgotten, with several receivers.
package main

import (
	"fmt"
	"runtime"
	"time"
)

const ms = time.Millisecond

// pending says what there is to receive at once.
func pending(c <-chan time.Time) string {
	select {
	case <-c:
		return "a time"
	default:
		return "nothing"
	}
}

func timer() {
	t := time.NewTimer(ms)
	fmt.Println(len(t.C), cap(t.C))
	time.Sleep(5 * ms)
	fmt.Println(len(t.C), cap(t.C), t.Stop(), pending(t.C), t.Stop())
	fmt.Println(t.Reset(ms))
	time.Sleep(20 * ms)
	before := time.Now()
	fmt.Println(before.Sub(<-t.C) > 15*ms, t.Stop(), t.Reset(ms)) // the time at which it was due
	time.Sleep(5 * ms)
	before = time.Now()
	fmt.Println(t.Reset(300*ms), pending(t.C))
	<-t.C
	fmt.Println(time.Since(before) >= 300*ms)
	f := time.AfterFunc(time.Hour, func() {})
	fmt.Println(f.C == nil, f.Stop(), f.Stop(), f.Reset(time.Hour), f.Stop())
}

func ticker() {
	k := time.NewTicker(300 * ms)
	time.Sleep(700 * ms)
	first := <-k.C // of several that nobody took only one is left
	fmt.Println(pending(k.C))
	fmt.Println((<-k.C).Sub(first) > 400*ms)
	k.Reset(ms)
	time.Sleep(5 * ms)
	k.Stop()
	fmt.Println(pending(k.C))
	k.Reset(ms)
	done := make(chan bool)
	for range 2 {
		go func() {
			for range 3 {
				<-k.C
			}
			done <- true
		}()
	}
	fmt.Println(<-done, <-done)
	k.Stop()
	fmt.Println(time.Tick(0) == nil, time.Tick(-1) == nil)
}

// selecting waits for timers among other cases, of which others win.
func selecting() {
	t, c := time.NewTimer(time.Second), make(chan int)
	for i := range 3 {
		go func() { c <- i }()
		select {
		case <-t.C:
			fmt.Println("too early")
		case <-c:
		}
	}
	select {
	case <-t.C:
		fmt.Println("due")
	case <-c:
	case <-time.After(time.Hour):
	}
	t.Reset(ms)
	time.Sleep(5 * ms)
	full := make(chan int, 1)
	full <- 1
	for n := 0; n < 2; { // both are ready
		select {
		case <-t.C:
			n++
		case <-full:
			n++
		}
	}
	fmt.Println("both")
}

func forgotten() {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for range 300 {
		<-time.After(0)
		time.After(time.Hour)
		time.NewTicker(time.Hour)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Println(after.HeapObjects < before.HeapObjects+200)
}

func main() {
	timer()
	ticker()
	selecting()
	forgotten()
}

// Output:
// 0 0
// 0 0 true nothing false
// false
// true false false
// true nothing
// true
// true true false false true
// nothing
// true
// nothing
// true true
// true true
// due
// both
// true
