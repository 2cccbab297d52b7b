// Workers shares jobs among a pool and gathers the results.
//
//	workers [N]
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

type job struct{ id, size int }

type result struct{ id, value int }

func work(jobs <-chan job, results chan<- result) {
	for j := range jobs {
		v := j.id
		for i := 0; i < j.size; i++ {
			v = v*31 + i
		}
		results <- result{j.id, v & 0xffff}
	}
}

func main() {
	n := size(8000000)
	jobs, results := make(chan job, 64), make(chan result, 64)
	for w := 0; w < 16; w++ {
		go work(jobs, results)
	}
	go func() {
		for i := 0; i < n; i++ {
			jobs <- job{i, i & 31}
		}
		close(jobs)
	}()
	sum := 0
	for i := 0; i < n; i++ {
		r := <-results
		sum += r.value ^ r.id&7
	}
	fmt.Println(sum)
}
