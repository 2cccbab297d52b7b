// Mandelbrot counts the iterations of every point of an N by N picture.
//
//	mandelbrot [N]
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
	n := size(3200)
	const limit = 100
	total, inside := 0, 0
	for y := 0; y < n; y++ {
		ci := 2*float64(y)/float64(n) - 1
		for x := 0; x < n; x++ {
			cr := 2*float64(x)/float64(n) - 1.5
			zr, zi, i := 0.0, 0.0, 0
			for ; i < limit; i++ {
				r2, i2 := zr*zr, zi*zi
				if r2+i2 > 4 {
					break
				}
				zr, zi = r2-i2+cr, 2*zr*zi+ci
			}
			total += i
			if i == limit {
				inside++
			}
		}
	}
	fmt.Println(total, inside)
}
