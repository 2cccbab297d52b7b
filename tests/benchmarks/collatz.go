// Collatz finds the longest chain that starts below N.
//
//	collatz [N]
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
	n := size(3500000)
	best, at, total := 0, 0, 0
	for i := 1; i < n; i++ {
		steps := 0
		for x := i; x != 1; steps++ {
			if x%2 == 0 {
				x /= 2
			} else {
				x = 3*x + 1
			}
		}
		total += steps
		if steps > best {
			best, at = steps, i
		}
	}
	fmt.Println(best, at, total)
}
