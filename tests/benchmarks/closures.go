// Closures makes and calls function values: adders, counters and a pipeline of them.
//
//	closures [N]
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

func adder(n int) func(int) int { return func(x int) int { return x + n } }

func compose(fs []func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func counter() (func() int, func(int)) {
	n := 0
	return func() int { n++; return n }, func(by int) { n += by }
}

func main() {
	n := size(200000000)
	var fs []func(int) int
	for i := 1; i <= 4; i++ {
		fs = append(fs, adder(i))
		fs = append(fs, func(x int) int { return x ^ i })
	}
	pipe := compose(fs)
	next, jump := counter()
	sum := 0
	for i := 0; i < n; i++ {
		switch i & 3 {
		case 0:
			sum += pipe(i)
		case 1:
			sum += adder(i)(next())
		case 2:
			jump(i & 7)
		case 3:
			sum += next()
		}
		sum &= 1<<40 - 1
	}
	fmt.Println(sum, next())
}
