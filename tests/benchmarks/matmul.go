// Matmul multiplies two N by N matrices of floats.
//
//	matmul [N]
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

func matrix(n int, seed float64) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
		for j := range m[i] {
			m[i][j] = seed * float64(i-j) * float64(i+j) / float64(n*n)
		}
	}
	return m
}

func multiply(a, b [][]float64) [][]float64 {
	n := len(a)
	c := make([][]float64, n)
	for i := range c {
		row := make([]float64, n)
		for k, x := range a[i] {
			bk := b[k]
			for j := range row {
				row[j] += x * bk[j]
			}
		}
		c[i] = row
	}
	return c
}

func main() {
	n := size(1250)
	c := multiply(matrix(n, 1), matrix(n, 2))
	var trace float64
	for i := range c {
		trace += c[i][i]
	}
	fmt.Printf("%.6f %.6f\n", c[n/2][n/2], trace)
}
