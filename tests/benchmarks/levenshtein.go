// Levenshtein measures the edit distance of two texts of N letters.
//
//	levenshtein [N]
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

func text(n int, seed uint32) string {
	b := make([]byte, n)
	for i := range b {
		seed = seed*1664525 + 1013904223
		b[i] = "abcdefgh"[seed>>29]
	}
	return string(b)
}

func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 0; i < len(a); i++ {
		diagonal := row[0]
		row[0] = i + 1
		for j := 0; j < len(b); j++ {
			d := diagonal
			if a[i] != b[j] {
				d++
				if row[j+1]+1 < d {
					d = row[j+1] + 1
				}
				if row[j]+1 < d {
					d = row[j] + 1
				}
			}
			diagonal, row[j+1] = row[j+1], d
		}
	}
	return row[len(b)]
}

func main() {
	n := size(15000)
	fmt.Println(distance("kitten", "sitting"), distance(text(n, 1), text(n, 2)))
}
