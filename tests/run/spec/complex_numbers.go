// run

// Complex arithmetic, division by zero and with infinities, formatting.
package main

import (
	"fmt"
	"math"
)

//go:noinline
func ops(a, b complex128) (complex128, complex128, complex128, complex128) { return a + b, a - b, a * b, a / b }

//go:noinline
func ops64(a, b complex64) (complex64, complex64, complex64, complex64) { return a + b, a - b, a * b, a / b }

func main() {
	fmt.Println(ops(1+2i, 3-4i))
	fmt.Println(ops(0.1+0.2i, 1e10-1e-10i))
	fmt.Println(ops(1e308+1e308i, 1e308+1e308i))
	fmt.Println(ops64(1+2i, 3-4i))
	inf := math.Inf(1)
	nan := math.NaN()
	for _, p := range [][2]complex128{{1, 0}, {0, 0}, {1 + 1i, complex(inf, 0)}, {complex(inf, inf), 1 + 1i}, {complex(nan, 1), 1}, {complex(inf, nan), 2}, {1, complex(nan, nan)}, {complex(0, inf), 0}} {
		fmt.Print(p[0]/p[1], " ")
	}
	fmt.Println()
	z := 3 + 4i
	z += 1
	z *= 2i
	z -= complex(0, 1)
	z /= 2
	fmt.Println(z, -z, real(z), imag(z), z == complex(-4, 3.5), z != z)
	var c64 complex64 = 1.1 + 2.2i
	fmt.Println(c64, complex128(c64), complex64(complex128(c64)) == c64)
	fmt.Printf("%v %.2f %g %e %8.1f|%+v %T %T\n", z, z, z, z, z, z, z, c64)
	m := map[complex64]string{1i: "i", 1: "one"}
	fmt.Println(m[complex(0, 1)], m[1+0i], len(m))
	s := []complex128{1, 2i, 3 + 3i}
	sum := 0i
	for _, v := range s {
		sum += v * v
	}
	fmt.Println(sum, s)
	var any interface{} = 1 + 0i
	fmt.Println(any == complex128(1), any == 1)
	n := 0
	for y := -1.0; y <= 1; y += 0.25 {
		for x := -2.0; x <= 0.5; x += 0.25 {
			c, z := complex(x, y), 0i
			for i := 0; i < 20 && real(z)*real(z)+imag(z)*imag(z) < 4; i++ {
				z = z*z + c
				n++
			}
		}
	}
	fmt.Println(n)
	const k = (1 + 2i) * (3 - 1i) / 5
	fmt.Println(k, real(k), complex64(k))
	zero := complex(math.Copysign(0, -1), 0)
	fmt.Println(zero, -zero, 1/zero, complex(nan, inf), complex(-inf, -0.5))
}

// Output:
// (4-2i) (-2+6i) (11+2i) (-0.2+0.4i)
// (1.00000000001e+10+0.1999999999i) (-9.9999999999e+09+0.20000000010000002i) (1e+09+2e+09i) (1.0000000000000001e-11+2.0000000000000002e-11i)
// (+Inf+Infi) (0+0i) (NaN+Infi) (NaN+0i)
// (4-2i) (-2+6i) (11+2i) (-0.2+0.4i)
// (+Inf+NaNi) (NaN+NaNi) (0+0i) (+Inf+NaNi) (NaN+NaNi) (+Inf+NaNi) (NaN+NaNi) (NaN+Infi)
// (-4+3.5i) (4-3.5i) -4 3.5 true false
// (1.1+2.2i) (1.100000023841858+2.200000047683716i) true
// (-4+3.5i) (-4.00+3.50i) (-4+3.5i) (-4.000000e+00+3.500000e+00i) (    -4.0    +3.5i)|(-4+3.5i) complex128 complex64
// i one 2
// (-3+18i) [(1+0i) (0+2i) (3+3i)]
// true false
// 912
// (1+1i) 1 (1+1i)
// (-0+0i) (0-0i) (-Inf+NaNi) (NaN+Infi) (-Inf-0.5i)
