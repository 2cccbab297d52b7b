// Nqueens counts the ways to place N queens, by recursion over bit sets and by a board in slices.
//
//	nqueens [N]
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

func bitsets(all, cols, left, right uint) int {
	if cols == all {
		return 1
	}
	count := 0
	for free := all &^ (cols | left | right); free != 0; free &= free - 1 {
		bit := free & -free
		count += bitsets(all, cols|bit, (left|bit)<<1, (right|bit)>>1)
	}
	return count
}

type board struct {
	rows, up, down []bool
	n              int
}

func (b *board) place(col int) int {
	if col == b.n {
		return 1
	}
	count := 0
	for row := 0; row < b.n; row++ {
		u, d := row+col, row-col+b.n
		if b.rows[row] || b.up[u] || b.down[d] {
			continue
		}
		b.rows[row], b.up[u], b.down[d] = true, true, true
		count += b.place(col + 1)
		b.rows[row], b.up[u], b.down[d] = false, false, false
	}
	return count
}

func main() {
	n := size(14)
	m := n - 2
	for round := 0; round < 4; round++ {
		b := board{make([]bool, m), make([]bool, 2*m), make([]bool, 2*m+1), m}
		fmt.Println(bitsets(1<<uint(n)-1, 0, 0, 0), b.place(0))
	}
}
