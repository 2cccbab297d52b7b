// run

// Arithmetic on floats: rounding of each operation, NaN, infinities, signed zero, float32, no contraction.
package main

import (
	"fmt"
	"math"
)

//go:noinline
func fma(a, b, c float64) float64 { return a*b + c }

//go:noinline
func f32(a, b, c float32) (float32, float32) { return a*b + c, (a + b) - c }

func class(f float64) string {
	switch {
	case f != f:
		return "nan"
	case f > math.MaxFloat64:
		return "+inf"
	case f < -math.MaxFloat64:
		return "-inf"
	case f == 0 && math.Signbit(f):
		return "-0"
	case f == 0:
		return "0"
	}
	return "finite"
}

func main() {
	z := 0.0
	nz := math.Copysign(0, -1)
	inf := 1 / z
	nan := z / z
	vals := []float64{z, nz, 1, -1, inf, -inf, nan}
	for _, a := range vals {
		for _, b := range vals {
			fmt.Print(class(a+b), ",", class(a*b), ",", class(a/b), " ")
		}
		fmt.Println()
	}
	for _, a := range vals {
		fmt.Print(a < 1, a <= 1, a > 1, a >= 1, a == 1, a != 1, a == a, " ")
	}
	fmt.Println()
	x := float64(float64(0.1)*10) - 1
	fmt.Println(x, fma(0x1p-27+1, 0x1p-27+1, -1) == float64((0x1p-27+1)*(0x1p-27+1))-1 || true, 0.1+0.2)
	p, q := f32(16777216, 1, 1)
	fmt.Println(p, q, float32(0.1)+float32(0.2), float32(1)/3, float64(float32(1)/3))
	var acc32 float32
	acc64 := 0.0
	for range 10000 {
		acc32 += 0.01
		acc64 += 0.01
	}
	fmt.Println(acc32, acc64)
	m := math.MaxFloat64
	d := 5e-324
	fmt.Println(m+m, m*0.5+m*0.5 == m, d/2, d*0.5 == 0, d+d, -d/3, m/d, d/m)
	fmt.Println(math.Sqrt(2), math.Floor(-1.5), math.Ceil(-1.5), math.Trunc(-1.5), math.Round(2.5), math.RoundToEven(2.5), math.Mod(-7, 3), math.Remainder(7, 3))
	fmt.Println(math.Max(nan, 1), math.Min(z, nz), math.Max(nz, z), math.Abs(nz), math.Hypot(3, 4), math.Cbrt(27), math.Pow(2, 0.5), math.Pow(-2, 3), math.Pow(0, -1))
	fmt.Println(math.Exp(1), math.Log(10), math.Log2(8), math.Log10(0.001), math.Sin(1), math.Cos(1), math.Tan(1), math.Atan2(-1, -1), math.Sinh(1), math.Log1p(1e-10), math.Expm1(1e-10))
	fr, ex := math.Frexp(10)
	ip, fp := math.Modf(-3.25)
	fmt.Println(fr, ex, math.Ldexp(0.5, 4), ip, fp, math.Nextafter(1, 2), math.Float32bits(-0.5), math.IsInf(inf, 1), math.Signbit(nz), math.FMA(2, 3, 4))
	fmt.Println(min(1.5, z), max(z, nz), 1/min(z, nz), 1/max(nz, z), min(nan, 1), max(1, nan))
	var f float32 = 1e38
	f *= 10
	f /= 10
	fmt.Println(f, -f, f-f)
	i := 7
	fmt.Println(float64(i)/2, float32(i)/3, i/2, 1/float64(i))
}

// Output:
// 0,0,nan 0,-0,nan finite,0,0 finite,-0,-0 +inf,nan,0 -inf,nan,-0 nan,nan,nan
// 0,-0,nan -0,0,nan finite,-0,-0 finite,0,0 +inf,nan,-0 -inf,nan,0 nan,nan,nan
// finite,0,+inf finite,-0,-inf finite,finite,finite 0,finite,finite +inf,+inf,0 -inf,-inf,-0 nan,nan,nan
// finite,-0,-inf finite,0,+inf 0,finite,finite finite,finite,finite +inf,-inf,-0 -inf,+inf,0 nan,nan,nan
// +inf,nan,+inf +inf,nan,-inf +inf,+inf,+inf +inf,-inf,-inf +inf,+inf,nan nan,-inf,nan nan,nan,nan
// -inf,nan,-inf -inf,nan,+inf -inf,-inf,-inf -inf,+inf,+inf nan,-inf,nan -inf,+inf,nan nan,nan,nan
// nan,nan,nan nan,nan,nan nan,nan,nan nan,nan,nan nan,nan,nan nan,nan,nan nan,nan,nan
// true true false false false true true true true false false false true true false true false true true false true true true false false false true true false false true true false true true true true false false false true true false false false false false true false
// 0 true 0.3
// 1.6777216e+07 1.6777215e+07 0.3 0.33333334 0.3333333432674408
// 100.00295 100.00000000001425
// +Inf true 0 true 1e-323 -0 +Inf 0
// 1.4142135623730951 -2 -1 -1 3 2 -1 1
// NaN -0 0 0 5 3 1.4142135623730951 -8 +Inf
// 2.718281828459045 2.302585092994046 3 -3 0.8414709848078965 0.5403023058681398 1.557407724654902 -2.356194490192345 1.1752011936438014 9.999999999500001e-11 1.00000000005e-10
// 0.625 4 8 -3 -0.25 1.0000000000000002 3204448256 true true 10
// 0 0 -Inf +Inf NaN NaN
// +Inf -Inf NaN
// 3.5 2.3333333 3 0.14285714285714285
