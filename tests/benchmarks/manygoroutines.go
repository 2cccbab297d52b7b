// Manygoroutines starts N goroutines that all wait, wakes each, and lets them end; several times.
//
//	manygoroutines [N]
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

func work(id int, start <-chan int, out chan<- int) {
	v := <-start
	out <- v ^ id
}

func main() {
	n := size(100000)
	total := 0
	for round := 0; round < 5; round++ {
		start, out := make(chan int), make(chan int, 1000)
		for i := 0; i < n; i++ {
			go work(i, start, out)
		}
		go func() {
			for i := 0; i < n; i++ {
				start <- i
			}
		}()
		for i := 0; i < n; i++ {
			total += <-out & 0
			total++
		}
	}
	fmt.Println(total)
}
