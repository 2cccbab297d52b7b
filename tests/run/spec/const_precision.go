// run

// Constants are exact until they get a type: huge integers, long fractions, rounding once at the end.
package main

import (
	"fmt"
	"math"
)

const (
	huge  = 1 << 500
	big   = (huge >> 250) * (huge >> 252) >> 496
	third = 1.0 / 3.0
	tenth = 1e-1
	e     = 2.71828182845904523536028747135266249775724709369995957496696763
	fact  = 1 * 2 * 3 * 4 * 5 * 6 * 7 * 8 * 9 * 10 * 11 * 12 * 13 * 14 * 15 * 16 * 17 * 18 * 19 * 20 * 21 * 22 * 23 * 24 * 25
	tiny  = 1e-500
	large = 1e500
)

func main() {
	fmt.Println(big, third*3 == 1, tenth*10 == 1, tenth+tenth+tenth == 0.3, third+third+third == 1.0)
	a, b, c := 0.1, 0.2, 0.3
	fmt.Println(a+b == c, 0.1+0.2 == 0.3)
	fmt.Println(tiny*large, large*tiny == 1, large/1e499, huge>>498)
	fmt.Println(fact/(1<<40), fact%1000000007, float64(fact))
	fmt.Println(float32(e), e, math.E == e, float32(third), third)
	fmt.Println(math.MaxUint64/3, uint64(math.MaxUint64), math.MinInt64, math.MaxInt8, math.SmallestNonzeroFloat64)
	fmt.Println(uint8(huge>>493), 5.0/2, 5/2, 5/2.0, 1<<3.0, 'a'*1.5)
	const x = 1 << 62
	fmt.Println(x*4/8, (x<<2)>>3, x*x/x)
	fmt.Println(complex(1, 2)*complex(3, -1), 1i*1i, real(2+3i), imag(2+3i), 4i/2i)
	fmt.Println(math.Pi*1e15, math.Pi == 3.141592653589793)
	fmt.Println(-7/2, -7%2, 7/-2, 7%-2, -7>>1, ^0, 5&^3, 6^3)
	fmt.Println("a" < "b", "abc"+"def" == "abcdef", len("const")*2, !true || false && true)
	const f32 float32 = 1.0 / 3
	const f64 float64 = 1.0 / 3
	fmt.Println(f32, f64, float64(f32) == f64, f32*3 == 1)
	fmt.Println(0.1+0.7, 1-0.9, 1-0.9 == 0.1, 4.35*100, 1.005*1000, int(4.35*100))
	fmt.Println(1e23, 8.5e22, 9007199254740993, float64(9007199254740993))
}

// Output:
// 4 true true true true
// false true
// 1 true 10 4
// 14107363352496 440732388 1.5511210043330986e+25
// 2.7182817 2.718281828459045 true 0.33333334 0.3333333333333333
// 6148914691236517205 18446744073709551615 -9223372036854775808 127 5e-324
// 128 2.5 2 2.5 8 145.5
// 2305843009213693952 2305843009213693952 4611686018427387904
// (5+5i) (-1+0i) 2 3 (2+0i)
// 3.141592653589793e+15 false
// -3 -1 -3 1 -4 -1 4 5
// true true 10 false
// 0.33333334 0.3333333333333333 false true
// 0.8 0.1 true 435 1005 435
// 1e+23 8.5e+22 9007199254740993 9.007199254740992e+15
