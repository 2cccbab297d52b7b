// Package math has the elementary functions of float64.
//
// Results are those of the go tool on amd64, to the last bit: where that uses instructions or
// assembly, the same operations stand here in the same order. The compiler replaces calls of
// Sqrt, Abs, Floor, Ceil, Trunc, Copysign, FMA and the functions on bits by instructions; the
// bodies serve where it does not. The coefficients of the approximations are those of
// FreeBSD's msun and of the Cephes library.
package math

import "unsafe"

// Mathematical constants.
const (
	E   = 2.71828182845904523536028747135266249775724709369995957496696763
	Pi  = 3.14159265358979323846264338327950288419716939937510582097494459
	Phi = 1.61803398874989484820458683436563811772030917980576286213544862

	Sqrt2   = 1.41421356237309504880168872420969807856967187537694807317667974
	SqrtE   = 1.64872127070012814684865078781416357165377610071014801157507931
	SqrtPi  = 1.77245385090551602729816748334114518279754945612238712821380779
	SqrtPhi = 1.27201964951406896425242246173749149171560804184009624861664038

	Ln2    = 0.693147180559945309417232121458176568075500134360255254120680009
	Log2E  = 1 / Ln2
	Ln10   = 2.30258509299404568401799145468436420760110148862877297603332790
	Log10E = 1 / Ln10
)

// Limits of floating-point types.
const (
	MaxFloat32             = 0x1p127 * (1 + (1 - 0x1p-23))
	SmallestNonzeroFloat32 = 0x1p-126 * 0x1p-23
	MaxFloat64             = 0x1p1023 * (1 + (1 - 0x1p-52))
	SmallestNonzeroFloat64 = 0x1p-1022 * 0x1p-52
)

// Limits of integer types.
const (
	MaxInt    = 1<<63 - 1
	MinInt    = -1 << 63
	MaxInt8   = 1<<7 - 1
	MinInt8   = -1 << 7
	MaxInt16  = 1<<15 - 1
	MinInt16  = -1 << 15
	MaxInt32  = 1<<31 - 1
	MinInt32  = -1 << 31
	MaxInt64  = 1<<63 - 1
	MinInt64  = -1 << 63
	MaxUint   = 1<<64 - 1
	MaxUint8  = 1<<8 - 1
	MaxUint16 = 1<<16 - 1
	MaxUint32 = 1<<32 - 1
	MaxUint64 = 1<<64 - 1
)

// The parts of a float64: sign, exponent (biased), fraction.
const (
	expMask  = 0x7FF
	fracBits = 52
	bias     = 1023
	fracMask = 1<<fracBits - 1
	signBit  = 1 << 63
	infBits  = 0x7FF0000000000000
	nanBits  = 0x7FF8000000000001
	oneBits  = 0x3FF0000000000000

	smallestNormal = 0x1p-1022
)

// Float32bits returns the IEEE 754 representation of f.
func Float32bits(f float32) uint32 { return *(*uint32)(unsafe.Pointer(&f)) }

// Float32frombits returns the float that b represents.
func Float32frombits(b uint32) float32 { return *(*float32)(unsafe.Pointer(&b)) }

// Float64bits returns the IEEE 754 representation of f.
func Float64bits(f float64) uint64 { return *(*uint64)(unsafe.Pointer(&f)) }

// Float64frombits returns the float that b represents.
func Float64frombits(b uint64) float64 { return *(*float64)(unsafe.Pointer(&b)) }

// Inf returns an infinity: positive for sign >= 0, else negative.
func Inf(sign int) float64 {
	if sign >= 0 {
		return Float64frombits(infBits)
	}
	return Float64frombits(infBits | signBit)
}

// NaN returns a NaN.
func NaN() float64 { return Float64frombits(nanBits) }

// IsNaN reports whether f is a NaN.
func IsNaN(f float64) (is bool) { return f != f }

// IsInf reports whether f is an infinity: of the given sign, or any for sign 0.
func IsInf(f float64, sign int) bool {
	return sign >= 0 && f > MaxFloat64 || sign <= 0 && f < -MaxFloat64
}

// finite reports whether f is neither an infinity nor a NaN.
func finite(f float64) bool { return f-f == 0 }

// Signbit reports whether x is negative or negative zero.
func Signbit(x float64) bool { return Float64bits(x)>>63 != 0 }

// Copysign returns f with the sign of sign.
func Copysign(f, sign float64) float64 {
	return Float64frombits(Float64bits(f)&^signBit | Float64bits(sign)&signBit)
}

// Abs returns the absolute value.
func Abs(x float64) float64 { return Float64frombits(Float64bits(x) &^ signBit) }

// Dim returns x-y or 0, whichever is larger.
func Dim(x, y float64) float64 {
	// Equal infinities give NaN, and so does x or y.
	d := x - y
	if d <= 0 {
		return 0
	}
	return d
}

// Max returns the larger of x and y: +Inf before NaN before anything else, and +0 before -0.
func Max(x, y float64) float64 {
	switch {
	case x > MaxFloat64 || y > MaxFloat64:
		return Inf(1)
	case x != x || y != y:
		return NaN()
	case x == 0 && y == 0:
		if Signbit(x) {
			return y
		}
		return x
	case x > y:
		return x
	}
	return y
}

// Min returns the smaller of x and y: -Inf before NaN before anything else, and -0 before +0.
func Min(x, y float64) float64 {
	switch {
	case x < -MaxFloat64 || y < -MaxFloat64:
		return Inf(-1)
	case x != x || y != y:
		return NaN()
	case x == 0 && y == 0:
		if Signbit(x) {
			return x
		}
		return y
	case x < y:
		return x
	}
	return y
}

// Trunc returns the integer part of x.
func Trunc(x float64) float64 {
	b := Float64bits(x)
	e := int(b>>fracBits&expMask) - bias
	switch {
	case e < 0:
		b &= signBit
	case e < fracBits:
		b &^= fracMask >> uint(e)
	}
	return Float64frombits(b)
}

// Floor returns the largest integer not greater than x.
func Floor(x float64) float64 {
	t := Trunc(x)
	if t > x {
		t--
	}
	return t
}

// Ceil returns the smallest integer not less than x.
func Ceil(x float64) float64 { return -Floor(-x) }

// Round returns the nearest integer, halves away from zero.
func Round(x float64) float64 {
	if t := Trunc(x); Abs(x-t) >= 0.5 {
		return t + Copysign(1, x)
	} else if x == x {
		return t
	}
	return x
}

// RoundToEven returns the nearest integer, halves to the even one.
func RoundToEven(x float64) float64 {
	const shift = 1 << 52 // beyond it all floats are integers
	if a := Abs(x); a < shift {
		return Copysign(a+shift-shift, x)
	}
	return x
}

// Modf splits f into an integer and a fraction, both with the sign of f.
func Modf(f float64) (integer float64, fractional float64) {
	integer = Trunc(f)
	return integer, Copysign(f-integer, f)
}

// normalize returns y and exp with x = y * 2**exp, where y is not subnormal.
func normalize(x float64) (y float64, exp int) {
	if Abs(x) < smallestNormal {
		return x * (1 << 52), -52
	}
	return x, 0
}

// Frexp returns frac, at least 1/2 and less than 1, and exp with f = frac * 2**exp.
func Frexp(f float64) (frac float64, exp int) {
	if f == 0 || !finite(f) {
		return f, 0
	}
	f, exp = normalize(f)
	b := Float64bits(f)
	exp += int(b>>fracBits&expMask) - bias + 1
	return Float64frombits(b&^(expMask<<fracBits) | (bias-1)<<fracBits), exp
}

// Ldexp returns frac * 2**exp.
func Ldexp(frac float64, exp int) float64 {
	if frac == 0 || !finite(frac) {
		return frac
	}
	frac, e := normalize(frac)
	b := Float64bits(frac)
	exp += e + int(b>>fracBits&expMask) - bias
	if exp < -1075 {
		return Copysign(0, frac)
	}
	if exp > bias {
		return Copysign(Inf(1), frac)
	}
	scale := 1.0
	if exp < 1-bias {
		exp += 53
		scale = 1.0 / (1 << 53)
	}
	return scale * Float64frombits(b&^(expMask<<fracBits)|uint64(exp+bias)<<fracBits)
}

// Ilogb returns the binary exponent of x; MinInt32 for 0, MaxInt32 for NaN and infinities.
func Ilogb(x float64) int {
	switch {
	case x == 0:
		return MinInt32
	case !finite(x):
		return MaxInt32
	}
	x, exp := normalize(x)
	return int(Float64bits(x)>>fracBits&expMask) - bias + exp
}

// Logb returns the binary exponent of x; -Inf for 0, +Inf for infinities, NaN for NaN.
func Logb(x float64) float64 {
	switch {
	case x == 0:
		return Inf(-1)
	case x != x:
		return x
	case !finite(x):
		return Inf(1)
	}
	return float64(Ilogb(x))
}

// Nextafter returns the float64 next to x in the direction of y.
func Nextafter(x, y float64) (r float64) {
	switch {
	case x != x || y != y:
		return NaN()
	case x == y:
		return x
	case x == 0:
		return Copysign(SmallestNonzeroFloat64, y)
	case (y > x) == (x > 0):
		return Float64frombits(Float64bits(x) + 1)
	}
	return Float64frombits(Float64bits(x) - 1)
}

// Nextafter32 returns the float32 next to x in the direction of y.
func Nextafter32(x, y float32) (r float32) {
	switch {
	case x != x || y != y:
		return float32(NaN())
	case x == y:
		return x
	case x == 0:
		return float32(Copysign(SmallestNonzeroFloat32, float64(y)))
	case (y > x) == (x > 0):
		return Float32frombits(Float32bits(x) + 1)
	}
	return Float32frombits(Float32bits(x) - 1)
}

// Sqrt returns the square root of x. The body finds it bit by bit.
func Sqrt(x float64) float64 {
	if x == 0 || x != x || x > MaxFloat64 {
		return x
	}
	if x < 0 {
		return NaN()
	}
	x, exp := normalize(x)
	b := Float64bits(x)
	exp += int(b>>fracBits&expMask) - bias
	rest := (b&fracMask | 1<<fracBits) << 1
	if exp&1 != 0 {
		rest <<= 1
		exp--
	}
	var root, twice uint64 // the root so far, and twice that
	for bit := uint64(1 << (fracBits + 1)); bit != 0; bit >>= 1 {
		if t := twice + bit; t <= rest {
			twice = t + bit
			rest -= t
			root += bit
		}
		rest <<= 1
	}
	if rest != 0 {
		root += root & 1
	}
	return Float64frombits(root>>1 + uint64(exp/2-1+bias)<<fracBits)
}

// Hypot returns Sqrt(p*p + q*q) without needless overflow or underflow.
func Hypot(p, q float64) float64 {
	p, q = Abs(p), Abs(q)
	switch {
	case p > MaxFloat64 || q > MaxFloat64:
		return Inf(1)
	case p != p || q != q:
		return NaN()
	case p < q:
		p, q = q, p
	}
	if p == 0 {
		return 0
	}
	q /= p
	return p * Sqrt(1+q*q)
}

// Mod returns the remainder of x/y with the sign of x.
func Mod(x, y float64) float64 {
	if y == 0 || !finite(x) || y != y {
		return NaN()
	}
	y = Abs(y)
	yf, ye := Frexp(y)
	r := x
	if x < 0 {
		r = -x
	}
	for r >= y {
		rf, re := Frexp(r)
		if rf < yf {
			re--
		}
		r -= Ldexp(y, re-ye)
	}
	if x < 0 {
		r = -r
	}
	return r
}

// Remainder returns the IEEE 754 remainder of x/y: x - n*y for the n nearest to x/y.
func Remainder(x, y float64) float64 {
	if x != x || y != y || !finite(x) || y == 0 {
		return NaN()
	}
	if !finite(y) {
		return x
	}
	negative := x < 0
	if negative {
		x = -x // but a zero keeps its sign
	}
	y = Abs(y)
	if x == y {
		x = 0
	} else {
		if y <= MaxFloat64/2 {
			x = Mod(x, y+y)
		}
		if y < 2*smallestNormal {
			// Half of y might not be exact.
			if x+x > y {
				if x -= y; x+x >= y {
					x -= y
				}
			}
		} else if half := 0.5 * y; x > half {
			if x -= y; x >= half {
				x -= y
			}
		}
	}
	if negative {
		x = -x
	}
	return x
}

// Cbrt returns the cube root of x.
func Cbrt(x float64) float64 {
	if x == 0 || !finite(x) {
		return x
	}
	a := Abs(x)
	// A third of the exponent gives five bits of the root.
	t := Float64frombits(Float64bits(a)/3 + 715094163<<32)
	if a < smallestNormal {
		t = Float64frombits(Float64bits((1<<54)*a)/3 + 696219795<<32)
	}
	// A rational step to 23 bits, rounded up there, then one of Newton's.
	r := t * t / a
	s := 5.42857142857142815906e-01 + r*t
	t *= 3.57142857142857150787e-01 + 1.60714285714285720630e+00/(s+1.41428571428571436819e+00+-7.05306122448979611050e-01/s)
	t = Float64frombits(Float64bits(t)&(0xFFFFFFFFC<<28) + 1<<30)
	s = t * t
	r = a / s
	w := t + t
	r = (r - t) / (w + r)
	return Copysign(t+t*r, x)
}
