// Deepstack descends until the stack has grown to N megabytes, and does it again in fresh goroutines.
//
//	deepstack [MEGABYTES]
package main

import (
	"fmt"
	"os"
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

type frame [64]int

//go:noinline
func descend(n int, up *frame) int {
	var local frame
	local[n&63] = up[(n+1)&63] + 1
	if n == 0 {
		return local[0]
	}
	r := descend(n-1, &local)
	return r + local[n&63]&1
}

func main() {
	mb := size(64)
	// gc's frame of descend has some 544 bytes; the stack doubles, so three quarters of the size are sure to reach it
	depth := mb << 20 * 3 / 4 / 560
	out := make(chan int)
	sum := 0
	for i := 0; i < 48; i++ {
		go func() {
			var top frame
			out <- descend(depth, &top)
		}()
		sum += <-out
	}
	fmt.Println(sum)
}
