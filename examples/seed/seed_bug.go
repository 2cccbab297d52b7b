// Every allocation is sampled, and each one happens at a different distance
// from the end of the goroutine's stack, so that some of them make
// runtime.callers (or gentraceback itself) grow the stack that is being traced.
package main

import "runtime"

type node struct{ next *node }

var sink *node

//go:noinline
func alloc() *node { return &node{next: nil} }

//go:noinline
func descend(n int, pad *[3]int) int {
	var local [3]int
	local[n%3] = pad[n%3] + 1
	if n == 0 {
		sink = alloc()
		return local[0]
	}
	return descend(n-1, &local) + local[n%3]
}

func main() {
	runtime.MemProfileRate = 1
	done := make(chan int)
	total := 0
	for depth := 0; depth < 400; depth++ {
		d := depth
		go func() {
			var pad [3]int
			done <- descend(d, &pad)
		}()
		total += <-done
	}
	println("survived", total)
}
