// Chain passes values through a row of goroutines.
//
//	chain [GOROUTINES]
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

func link(in <-chan int, out chan<- int) {
	for v := range in {
		out <- v + 1
	}
	close(out)
}

func main() {
	n := size(1600)
	first := make(chan int)
	in := first
	for i := 0; i < n; i++ {
		out := make(chan int)
		go link(in, out)
		in = out
	}
	go func() {
		for i := 0; i < 3000; i++ {
			first <- i
		}
		close(first)
	}()
	sum := 0
	for v := range in {
		sum += v
	}
	fmt.Println(sum)
}
