// Callers100 asks for the pcs of a stack 100 frames deep.
//
//	callers100 [N]
package main

import (
	"fmt"
	"os"
	"runtime"
)

// size is the first argument, or n.
func size(n int) int {
	if len(os.Args) > 1 {
		if _, err := fmt.Sscan(os.Args[1], &n); err != nil {
			panic(err)
		}
	}
	return n
}

//go:noinline
func descend(depth, n int, pcs []uintptr) int {
	if depth == 0 {
		total := 0
		for i := 0; i < n; i++ {
			total += runtime.Callers(0, pcs)
		}
		return total
	}
	return descend(depth-1, n, pcs) + 0
}

func main() {
	n := size(250000)
	pcs := make([]uintptr, 2048)
	got := descend(100, n, pcs)
	named := 0
	frames := runtime.CallersFrames(pcs[:got/max(n, 1)])
	for {
		f, more := frames.Next()
		if f.Function == "main.descend" {
			named++
		}
		if !more {
			break
		}
	}
	fmt.Println(named)
}
