package main

import "fmt"

// Products of complex64 are worked out with float64, as gc does, and rounded once.

//go:noinline
func mul(a, b complex64) complex64 { return a * b }

//go:noinline
func square(a complex64) complex64 {
	a *= a
	return a
}

func main() {
	fmt.Println(mul(1e10+3i, 1e10+2i))
	fmt.Println(mul(1.1+2.3i, 3.7-0.9i), square(16777217+0.1i), square(1e20+1e20i))
	fmt.Println(mul(3+1e-8i, 1e-8+3i), mul(0.1+0.2i, 0.3+0.15i)/(0.7-0.3i))
}

// Output:
// (1e+20+5e+10i)
// (6.14+7.52i) (2.8147498e+14+3.3554432e+06i) (0+Infi)
// (0+9i) (-0.038793106+0.090517245i)
