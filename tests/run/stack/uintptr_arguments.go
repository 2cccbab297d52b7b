package main

import (
	"fmt"
	"runtime"
	"unsafe"
)

type T struct{ s string }

var gone = make(chan string, 100)

func object(name string) unsafe.Pointer {
	p := &T{name}
	runtime.SetFinalizer(p, func(p *T) { p.s = "gone"; gone <- name })
	return unsafe.Pointer(p)
}

func collect() {
	for i := 0; i < 3; i++ {
		runtime.GC()
		runtime.Gosched()
	}
}

func deep(n int, p *int) int {
	var x [32]int
	x[n%32] = *p
	if n == 0 {
		return x[0]
	}
	return deep(n-1, p) + x[n%32] - *p
}

//go:uintptrescapes
func look(what string, p uintptr, rest ...uintptr) int {
	collect()
	zero := 0
	deep(1000, &zero)
	fmt.Print(what, ": ", (*T)(unsafe.Pointer(p)).s)
	for _, r := range rest {
		fmt.Print(" ", (*T)(unsafe.Pointer(r)).s)
	}
	fmt.Println()
	return len(rest)
}

type word uintptr

type M struct{ name string }

//go:uintptrescapes
func (m M) value(p word) { look(m.name, uintptr(p)) }

//go:uintptrescapes
func (m *M) pointer(n int, p uintptr) int { return look(m.name, p) + n }

type E struct{ *M }

//go:uintptrescapes
func set(p uintptr) {
	n := 0
	deep(2000, &n)
	*(*int)(unsafe.Pointer(p)) = 42
}

func local() int {
	var buf [16]int // moved to the heap: the stack moves in the call
	set(uintptr(unsafe.Pointer(&buf[3])))
	return buf[3]
}

func seven() int { collect(); return 7 }

func main() {
	fmt.Println(local())
	done := make(chan int)
	go func() { done <- local() }()
	fmt.Println(<-done)

	n := look("call", uintptr(object("a")), uintptr(object("b")), uintptr(object("c")))
	fmt.Println(n, look("one", (uintptr)((object("d")))), look("spread", uintptr(object("e")), []uintptr{}...))
	M{"value"}.value(word(object("f")))
	m := &M{"pointer"}
	fmt.Println(m.pointer(seven(), uintptr(object("g"))))
	E{m}.pointer(1, uintptr(object("h")))
	E{m}.value(word(object("h2")))

	func() {
		defer look("defer", uintptr(object("i")), uintptr(object("j")))
		collect()
	}()
	func() {
		for i := 0; i < 2; i++ {
			defer m.pointer(i, uintptr(object("k")))
		}
		collect()
	}()
	go func() {
		defer close(done)
		defer m.value(word(object("l")))
	}()
	<-done
	go look("go", uintptr(object("m")), uintptr(object("n")))
	for i := 0; i < 20; i++ {
		collect()
	}

	// Nothing is kept longer than the call.
	collect()
	fmt.Println(len(gone))
}

// Output:
// 42
// 42
// call: a b c
// one: d
// spread: e
// 2 0 0
// value: f
// pointer: g
// 7
// pointer: h
// pointer: h2
// defer: i j
// pointer: k
// pointer: k
// pointer: l
// go: m n
// 16
