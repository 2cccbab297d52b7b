// Panicrecover panics a few frames deep and recovers.
//
//	panicrecover [N]
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

type failure struct{ code int }

//go:noinline
func fail(depth, code int) int {
	if depth == 0 {
		panic(failure{code})
	}
	return fail(depth-1, code) + 1
}

//go:noinline
func try(code int) (result int) {
	defer func() {
		if r := recover(); r != nil {
			result = r.(failure).code
		}
	}()
	return fail(3, code)
}

func main() {
	n := size(4000000)
	sum := 0
	for i := 0; i < n; i++ {
		sum += try(i & 0xff)
	}
	fmt.Println(sum)
}
