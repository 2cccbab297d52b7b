// Words that sync/atomic loads are pointers only if their type says so: a small number is none when the stack is copied.
package main

import (
	"fmt"
	"sync/atomic"
	"unsafe"
)

//go:noinline
func deep(n int) int {
	var pad [64]int
	pad[n%64] = n
	if n == 0 {
		return 0
	}
	return deep(n-1) + pad[n%64]
}

type node struct{ x int }

//go:noinline
func words(n *int64, u *uint64, w *uintptr, p *unsafe.Pointer) {
	fmt.Println(*n, atomic.SwapInt64(n, 7), atomic.LoadInt64(n))
	show := func(a int64, b uint64, c uintptr, n int) { fmt.Println(a, b, c, n) }
	show(atomic.SwapInt64(n, 8), atomic.SwapUint64(u, 9), atomic.SwapUintptr(w, 10), deep(200))
	show(atomic.LoadInt64(n), atomic.LoadUint64(u), atomic.LoadUintptr(w), deep(300))
	show(atomic.AddInt64(n, 1), atomic.AddUint64(u, 1), atomic.AddUintptr(w, 1), deep(400))
	fmt.Println((*node)(atomic.SwapPointer(p, unsafe.Pointer(&node{6}))).x + deep(500))
	fmt.Println((*node)(atomic.LoadPointer(p)).x + deep(600))
}

func main() {
	done := make(chan bool)
	go func() { // on a small stack
		n, u, w, p := int64(7), uint64(7), uintptr(7), unsafe.Pointer(&node{5})
		words(&n, &u, &w, &p)
		done <- true
	}()
	<-done
}

// Output:
// 7 7 7
// 7 7 7 20100
// 8 9 10 45150
// 9 10 11 80200
// 125255
// 180306
