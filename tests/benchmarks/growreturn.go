// Growreturn starts goroutines that grow their stacks to a hundred kilobytes and end.
//
//	growreturn [N]
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

//go:noinline
func descend(n int, p *[8]int) int {
	var local [8]int
	local[n&7] = p[n&7] + n
	if n == 0 {
		return local[0]
	}
	r := descend(n-1, &local)
	p[(n+1)&7] += local[n&7]
	return r
}

func main() {
	n := size(20000)
	out := make(chan int)
	sum := 0
	for i := 0; i < n; i++ {
		go func() {
			var top [8]int
			out <- descend(1000, &top) + top[1]&0xff
		}()
		sum += <-out
	}
	fmt.Println(sum)
}
