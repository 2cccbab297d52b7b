// Selects waits on several channels at once, with a default and with a way out.
//
//	selects [N]
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

func main() {
	n := size(1200000)
	a, b, c, quit := make(chan int), make(chan int), make(chan int, 16), make(chan bool)
	produce := func(ch chan<- int, k int) {
		for i := 0; i < n; i++ {
			ch <- i * k
		}
		quit <- true
	}
	go produce(a, 1)
	go produce(b, 2)
	go produce(c, 3)
	sum, polls := 0, 0
	for ended := 0; ended < 3; {
		select {
		case v := <-a:
			sum += v
		case v := <-b:
			sum += v
		case v := <-c:
			sum += v
		case <-quit:
			ended++
		}
		select {
		case <-quit:
			ended++
		default:
			polls++
		}
	}
	for len(c) > 0 {
		sum += <-c
	}
	fmt.Println(sum, polls > n)
}
