// Binarytrees allocates and walks trees of growing depth while a long-lived one stays.
//
//	binarytrees [DEPTH]
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

type tree struct{ left, right *tree }

func build(depth int) *tree {
	if depth == 0 {
		return &tree{}
	}
	return &tree{build(depth - 1), build(depth - 1)}
}

func (t *tree) count() int {
	if t.left == nil {
		return 1
	}
	return 1 + t.left.count() + t.right.count()
}

func main() {
	depth := size(18)
	long := build(depth)
	total := build(depth + 1).count()
	for d := 4; d <= depth; d += 4 {
		n := 1 << uint(depth-d+4)
		check := 0
		for i := 0; i < n; i++ {
			check += build(d).count()
		}
		fmt.Println(n, d, check)
		total += check
	}
	fmt.Println(total, long.count())
}
