// Defers runs deferred calls: one a function, several, and in a loop.
//
//	defers [N]
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

type counter struct{ n, depth int }

func (c *counter) enter() { c.depth++ }
func (c *counter) leave() { c.depth--; c.n++ }

//go:noinline
func one(c *counter) {
	c.enter()
	defer c.leave()
}

//go:noinline
func several(c *counter, x int) (r int) {
	defer func() { r += c.n & 1 }()
	defer one(c)
	if x&1 == 0 {
		defer c.leave()
		c.enter()
	}
	return x
}

//go:noinline
func loop(c *counter) {
	for i := 0; i < 8; i++ {
		defer func(k int) { c.n += k }(i)
	}
}

func main() {
	n := size(9000000)
	c := &counter{}
	sum := 0
	for i := 0; i < n; i++ {
		one(c)
		sum += several(c, i)
		if i&3 == 0 {
			loop(c)
		}
	}
	fmt.Println(sum, c.n, c.depth)
}
