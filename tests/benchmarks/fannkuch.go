// Fannkuch flips prefixes of all permutations of N numbers.
//
//	fannkuch [N]
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

func fannkuch(n int) (checksum, flips int) {
	perm, first, count := make([]int, n), make([]int, n), make([]int, n)
	for i := range first {
		first[i] = i
	}
	sign, r := 1, n
	for {
		for ; r != 1; r-- {
			count[r-1] = r
		}
		copy(perm, first)
		f := 0
		for k := perm[0]; k != 0; k = perm[0] {
			for i, j := 0, k; i < j; i, j = i+1, j-1 {
				perm[i], perm[j] = perm[j], perm[i]
			}
			f++
		}
		if f > flips {
			flips = f
		}
		checksum += sign * f
		sign = -sign
		for {
			if r == n {
				return
			}
			p := first[0]
			copy(first[:r], first[1:r+1])
			first[r] = p
			count[r]--
			if count[r] > 0 {
				break
			}
			r++
		}
	}
}

func main() {
	n := size(10)
	for round := 0; round < 3; round++ {
		c, f := fannkuch(n)
		fmt.Println(c, f)
	}
}
