// Stacktext formats the trace of a goroutine twenty frames deep.
//
//	stacktext [N]
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
func descend(depth, n int, buf []byte) (lines int) {
	if depth == 0 {
		for i := 0; i < n; i++ {
			used := runtime.Stack(buf, false)
			for _, b := range buf[:used] {
				if b == '\n' {
					lines++
				}
			}
		}
		return lines
	}
	return descend(depth-1, n, buf) + 0
}

func main() {
	n := size(50000)
	fmt.Println(descend(20, n, make([]byte, 1<<16)) / n)
}
