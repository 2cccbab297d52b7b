package math

import "math/bits"

// octant reduces x >= 0 to z in [-Pi/4, Pi/4] about j*Pi/4, where j is even, modulo 8.
func octant(x float64) (j uint64, z float64) {
	if x >= 1<<29 {
		return payneHanek(x)
	}
	j = uint64(x * (4 / Pi))
	j += j & 1
	y := float64(j)
	// Pi/4 in three parts, the first two exact when multiplied.
	return j & 7, ((x - y*7.85398125648498535156e-1) - y*3.77489470793079817668e-8) - y*2.69515142907905952645e-15
}

// payneHanek is octant for large x: it multiplies the mantissa by those bits of 4/Pi that matter.
func payneHanek(x float64) (j uint64, z float64) {
	b := Float64bits(x)
	exp := uint(b>>fracBits&expMask) - bias - fracBits
	m := b&fracMask | 1<<fracBits
	word, shift := (exp+61)/64, (exp+61)%64
	z0 := fourOverPi[word]<<shift | fourOverPi[word+1]>>(64-shift)
	z1 := fourOverPi[word+1]<<shift | fourOverPi[word+2]>>(64-shift)
	z2 := fourOverPi[word+2]<<shift | fourOverPi[word+3]>>(64-shift)
	h2, _ := bits.Mul64(z2, m)
	h1, l1 := bits.Mul64(z1, m)
	lo, carry := bits.Add64(l1, h2, 0)
	hi := z0*m + h1 + carry
	// The three highest bits are the octant, the rest the fraction of one.
	j = hi >> 61
	hi = hi<<3 | lo>>61
	n := uint(bits.LeadingZeros64(hi)) + 1
	hi = hi<<n | lo>>(64-n)
	z = Float64frombits(uint64(bias-n)<<fracBits | hi>>(64-fracBits))
	if j&1 == 1 {
		j = (j + 1) & 7
		z--
	}
	return j, z * (Pi / 4)
}

// fourOverPi holds 1216 bits of 4/Pi after the binary point's word.
var fourOverPi = [...]uint64{
	0x0000000000000001, 0x45f306dc9c882a53, 0xf84eafa3ea69bb81, 0xb6c52b3278872083,
	0xfca2c757bd778ac3, 0x6e48dc74849ba5c0, 0x0c925dd413a32439, 0xfc3bd63962534e7d,
	0xd1046bea5d768909, 0xd338e04d68befc82, 0x7323ac7306a673e9, 0x3908bf177bf25076,
	0x3ff12fffbc0b301f, 0xde5e2316b414da3e, 0xda6cfd9e4f96136e, 0x9e8c7ecd3cbfd45a,
	0xea4f758fd7cbe2f6, 0x7a0e73ef14a525d4, 0xd7f6bf623f1aba10, 0xac06608df8f6d757,
}

// sine is the sine of z in [-Pi/4, Pi/4].
func sine(z float64) float64 {
	q := z * z
	return z + z*q*((((((1.58962301576546568060e-10*q)+-2.50507477628578072866e-8)*q+2.75573136213857245213e-6)*q+
		-1.98412698295895385996e-4)*q+8.33333333332211858878e-3)*q+-1.66666666666666307295e-1)
}

// cosine is the cosine of z in [-Pi/4, Pi/4].
func cosine(z float64) float64 {
	q := z * z
	return 1.0 - 0.5*q + q*q*((((((-1.13585365213876817300e-11*q)+2.08757008419747316778e-9)*q+-2.75573141792967388112e-7)*q+
		2.48015872888517045348e-5)*q+-1.38888888888730564116e-3)*q+4.16666666666665929218e-2)
}

// Sin returns the sine of x in radians.
func Sin(x float64) float64 {
	if x == 0 || x != x {
		return x
	}
	if !finite(x) {
		return NaN()
	}
	j, z := octant(Abs(x))
	var y float64
	if j&2 != 0 {
		y = cosine(z)
	} else {
		y = sine(z)
	}
	if (j > 3) != (x < 0) {
		y = -y
	}
	return y
}

// Cos returns the cosine of x in radians.
func Cos(x float64) float64 {
	if !finite(x) {
		return NaN()
	}
	j, z := octant(Abs(x))
	var y float64
	if j&2 != 0 {
		y = sine(z)
	} else {
		y = cosine(z)
	}
	if j == 2 || j == 4 {
		y = -y
	}
	return y
}

// Sincos returns Sin(x) and Cos(x).
func Sincos(x float64) (sin, cos float64) {
	if x == 0 {
		return x, 1
	}
	if !finite(x) {
		return NaN(), NaN()
	}
	j, z := octant(Abs(x))
	sin, cos = sine(z), cosine(z)
	if j&2 != 0 {
		sin, cos = cos, sin
	}
	if (j > 3) != (x < 0) {
		sin = -sin
	}
	if j == 2 || j == 4 {
		cos = -cos
	}
	return sin, cos
}

// Tan returns the tangent of x in radians.
func Tan(x float64) float64 {
	if x == 0 || x != x {
		return x
	}
	if !finite(x) {
		return NaN()
	}
	j, z := octant(Abs(x))
	y := z
	if q := z * z; q > 1e-14 {
		y = z + z*(q*(((-1.30936939181383777646e4*q)+1.15351664838587416140e6)*q+-1.79565251976484877988e7)/
			((((q+1.36812963470692954678e4)*q+-1.32089234440210967447e6)*q+2.50083801823357915839e7)*q+-5.38695755929454629881e7))
	}
	if j&2 == 2 {
		y = -1 / y
	}
	if x < 0 {
		y = -y
	}
	return y
}

// arctan is the arctangent of x in [0, 0.66].
func arctan(x float64) float64 {
	z := x * x
	z = z * ((((-8.750608600031904122785e-01*z+-1.615753718733365076637e+01)*z+-7.500855792314704667340e+01)*z+
		-1.228866684490136173410e+02)*z + -6.485021904942025371773e+01) /
		(((((z+2.485846490142306297962e+01)*z+1.650270098316988542046e+02)*z+4.328810604912902668951e+02)*z+
			4.853903996359136964868e+02)*z + 1.945506571482613964425e+02)
	return x*z + x
}

// arctanPositive is the arctangent of x >= 0.
func arctanPositive(x float64) float64 {
	const (
		rest     = 6.123233995736765886130e-17 // of Pi/2
		tan3Pi8  = 2.41421356237309504880
		straight = 0.66
	)
	if x <= straight {
		return arctan(x)
	}
	if x > tan3Pi8 {
		return Pi/2 - arctan(1/x) + rest
	}
	return Pi/4 + arctan((x-1)/(x+1)) + 0.5*rest
}

// Atan returns the arctangent of x in radians.
func Atan(x float64) float64 {
	if x == 0 {
		return x
	}
	if x > 0 {
		return arctanPositive(x)
	}
	return -arctanPositive(-x)
}

// Atan2 returns the angle of the point (x, y), between -Pi and Pi.
func Atan2(y, x float64) float64 {
	switch {
	case y != y || x != x:
		return NaN()
	case y == 0:
		if Signbit(x) {
			return Copysign(Pi, y)
		}
		return Copysign(0, y)
	case x == 0:
		return Copysign(Pi/2, y)
	case x > MaxFloat64:
		if finite(y) {
			return Copysign(0, y)
		}
		return Copysign(Pi/4, y)
	case x < -MaxFloat64:
		if finite(y) {
			return Copysign(Pi, y)
		}
		return Copysign(3*Pi/4, y)
	case !finite(y):
		return Copysign(Pi/2, y)
	}
	q := Atan(y / x)
	if x < 0 {
		if q <= 0 {
			return q + Pi
		}
		return q - Pi
	}
	return q
}

// Asin returns the arcsine of x in radians.
func Asin(x float64) float64 {
	if x == 0 {
		return x
	}
	a := Abs(x)
	if a > 1 {
		return NaN()
	}
	y := Sqrt(1 - a*a)
	if a > 0.7 {
		y = Pi/2 - arctanPositive(y/a)
	} else {
		y = arctanPositive(a / y)
	}
	if x < 0 {
		y = -y
	}
	return y
}

// Acos returns the arccosine of x in radians.
func Acos(x float64) float64 { return Pi/2 - Asin(x) }
