// Appends grows many slices by one element at a time and copies them about.
//
//	appends [N]
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
	n := size(3000)
	total := 0
	for round := 0; round < n; round++ {
		var s []int
		for i := 0; i < 100000; i++ {
			s = append(s, i^round)
		}
		t := append([]int(nil), s...)
		t = append(t[:len(t)/2], s[len(s)/3:]...)
		var rows [][]byte
		for i := 0; i < 1000; i++ {
			var row []byte
			for j := 0; j < i%64; j++ {
				row = append(row, byte(j))
			}
			rows = append(rows, row)
		}
		copy(t[10:], t)
		total += len(s) + len(t) + t[len(t)-1] + len(rows[999])
	}
	fmt.Println(total)
}
