// What a collection keeps of a frame: only what the code further on can still reach.
package main

import (
	"fmt"
	"runtime"
	"sort"
)

type object struct {
	name string
	pad  [6]int
	next *object
}

var dead []string

// track makes an object that tells when it has been collected.
//
//go:noinline
func track(name string) *object {
	o := &object{name: name}
	runtime.SetFinalizer(o, func(o *object) { dead = append(dead, o.name) })
	return o
}

// collected gives the names of the objects that have died since it was last called.
//
//go:noinline
func collected(when string) {
	for i := 0; i < 4; i++ {
		runtime.GC()
		runtime.Gosched()
	}
	sort.Strings(dead)
	fmt.Println(when, dead)
	dead = dead[:0]
}

type holder struct {
	a, b *object
	in   [3]*object
}

//go:noinline
func (h *holder) use() *object { return h.a }

//go:noinline
func addressed() {
	var h holder
	h.a = track("addressed.a")
	h.in[2] = track("addressed.in")
	p := &h
	collected("address live:")
	p.use()
	collected("address dead:")
}

//go:noinline
func interior() {
	var h holder
	h.b = track("interior.b")
	h.in[1] = track("interior.in")
	q := &h.in[0]
	collected("inner pointer live:")
	keep(q)
	collected("inner pointer dead:")
}

//go:noinline
func keep(p **object) {}

//go:noinline
func chained() {
	var first, second struct {
		other **object
		mine  *object
	}
	second.mine = track("chained.second")
	first.mine = track("chained.first")
	first.other = &second.mine
	p := &first
	collected("one frame variable leads to another:")
	keep(p.other)
	collected("no more:")
}

//go:noinline
func callee(h *holder) {
	collected("in the callee:")
	if h.a == nil {
		return
	}
	collected("after its last use:")
}

//go:noinline
func caller() {
	h := holder{a: track("caller.a")}
	callee(&h)
	collected("back in the caller:")
}

//go:noinline
func byValue(h holder) {
	p := &h
	collected("parameter live:")
	p.use()
	collected("parameter dead:")
}

//go:noinline
func loop() {
	for i := 0; i < 2; i++ {
		h := holder{a: track(fmt.Sprint("loop.", i))}
		keep(&h.a)
		h.b = nil
	}
	collected("variables of a loop:")
}

//go:noinline
func overwritten() {
	h := holder{a: track("overwritten.old")}
	keep(&h.a)
	h = holder{b: track("overwritten.new")}
	collected("overwritten:")
	keep(&h.b)
	collected("used:")
}

//go:noinline
func deferred() (err error) {
	h := holder{a: track("deferred.a")}
	defer func() {
		collected("in a deferred call:")
		err = fmt.Errorf("%v, %s", recover(), h.a.name)
	}()
	collected("before the panic:")
	var m map[string]int
	m["x"] = len(h.b.name)
	return nil
}

//go:noinline
func received() {
	c := make(chan holder, 1)
	c <- holder{a: track("received.a")}
	v := <-c
	collected("received:")
	keep(&v.a)
	collected("received and used:")
}

//go:noinline
func sending(c chan holder, done chan bool) {
	h := holder{a: track("sending.a")}
	c <- h
	done <- true
}

//go:noinline
func closure() {
	h := holder{a: track("closure.a")}
	f := func() *object { return h.a }
	collected("captured:")
	f()
	collected("called:")
}

//go:noinline
func grow(n int, p **object) int {
	var pad [64]int
	pad[n&63] = n
	if n == 0 {
		collected("deep, below a moved stack:")
		return len((*p).name)
	}
	return grow(n-1, p) + pad[n&63] - n
}

//go:noinline
func moved() {
	h := holder{a: track("moved.a"), b: track("moved.b")}
	fmt.Println(grow(200, &h.a))
	collected("shallow again:")
}

func main() {
	addressed()
	interior()
	chained()
	caller()
	byValue(holder{a: track("byValue.a")})
	loop()
	overwritten()
	fmt.Println(deferred())
	received()
	c, done := make(chan holder), make(chan bool)
	go sending(c, done)
	collected("while a sender waits:")
	fmt.Println((<-c).a.name)
	<-done
	collected("after it was sent:")
	closure()
	moved()
}

// Output:
// address live: []
// address dead: [addressed.a addressed.in]
// inner pointer live: []
// inner pointer dead: [interior.b interior.in]
// one frame variable leads to another: []
// no more: [chained.first chained.second]
// in the callee: []
// after its last use: [caller.a]
// back in the caller: []
// parameter live: []
// parameter dead: [byValue.a]
// variables of a loop: [loop.0 loop.1]
// overwritten: [overwritten.old]
// used: [overwritten.new]
// before the panic: []
// in a deferred call: []
// runtime error: invalid memory address or nil pointer dereference, deferred.a
// received: [deferred.a]
// received and used: [received.a]
// while a sender waits: []
// sending.a
// after it was sent: [sending.a]
// captured: []
// called: [closure.a]
// deep, below a moved stack: []
// 7
// shallow again: [moved.a moved.b]
