// Sieve crosses out the multiples of primes below N, several times over.
//
//	sieve [N]
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

func count(n int) int {
	composite := make([]bool, n)
	primes := 0
	for i := 2; i < n; i++ {
		if composite[i] {
			continue
		}
		primes++
		for j := i * i; j < n; j += i {
			composite[j] = true
		}
	}
	return primes
}

func main() {
	n := size(9000000)
	total := 0
	for i := 0; i < 60; i++ {
		total += count(n - i)
	}
	fmt.Println(count(n), total)
}
