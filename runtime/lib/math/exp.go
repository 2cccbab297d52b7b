package math

// Exp returns e**x.
func Exp(x float64) float64 {
	switch {
	case x != x || x > MaxFloat64:
		return x
	case x > 7.09782712893384e+02:
		return Inf(1)
	case x < -1e3:
		return 0
	}
	// x = k*ln2 + r; then e**(r/16) by its series, squared four times less one.
	const even = 3 << 51 // adding and subtracting it rounds to an integer
	k := x*1.4426950408889634073599246810018920 + even - even
	x = FMA(-k, 0.69314718055966295651160180568695068359375, x)
	x = FMA(-k, 0.28235290563031577122588448175013436025525412068e-12, x)
	x *= 0.0625
	p := FMA(2.4801587301587301587e-5, x, 1.9841269841269841270e-4)
	p = FMA(p, x, 1.3888888888888888889e-3)
	p = FMA(p, x, 8.3333333333333333333e-3)
	p = FMA(p, x, 4.1666666666666666667e-2)
	p = FMA(p, x, 1.6666666666666666667e-1)
	p = FMA(p, x, 0.5)
	p = FMA(p, x, 1.0)
	x *= p
	x *= x + 2
	x *= x + 2
	x *= x + 2
	x = FMA(x+2, x, 1.0)
	e := int(k) + bias
	if e <= 0 {
		if e < -52 {
			return 0
		}
		x *= Float64frombits(uint64(e+bias-1) << fracBits)
		e = 1
	} else if e >= expMask {
		return Inf(1)
	}
	return x * Float64frombits(uint64(e)<<fracBits)
}

const (
	ln2Hi = 6.93147180369123816490e-01
	ln2Lo = 1.90821492927058770002e-10
)

// Exp2 returns 2**x.
func Exp2(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > 1.0239999999999999e+03:
		return Inf(1)
	case x < -1.0740e+03:
		return 0
	}
	k := 0
	if x > 0 {
		k = int(x + 0.5)
	} else if x < 0 {
		k = int(x - 0.5)
	}
	t := x - float64(k)
	hi, lo := t*ln2Hi, -t*ln2Lo
	// e**(hi-lo) by a rational approximation.
	r := hi - lo
	t = r * r
	c := r - t*(1.66666666666666657415e-01+t*(-2.77777777770155933842e-03+
		t*(6.61375632143793436117e-05+t*(-1.65339022054652515390e-06+t*4.13813679705723846039e-08))))
	return Ldexp(1-((lo-(r*c)/(2-c))-hi), k)
}

// Expm1 returns e**x - 1, precise for small x too.
func Expm1(x float64) float64 {
	a := Abs(x)
	switch {
	case x != x || x > MaxFloat64:
		return x
	case a >= 3.88162421113569373274e+01: // 56 ln2
		if x < 0 {
			return -1
		}
		if a >= 7.09782712893383973096e+02 {
			return Inf(1)
		}
	}
	k := 0
	c := 0.0 // what x lost when it was reduced
	if a > 3.46573590279972654709e-01 {
		var hi, lo float64
		switch {
		case a >= 1.03972077083991796413e+00:
			k = int(1.44269504088896338700e+00*x + Copysign(0.5, x))
			t := float64(k)
			hi, lo = x-t*ln2Hi, t*ln2Lo
		case x > 0:
			hi, lo, k = x-ln2Hi, ln2Lo, 1
		default:
			hi, lo, k = x+ln2Hi, -ln2Lo, -1
		}
		x = hi - lo
		c = (hi - x) - lo
	} else if a < 0x1p-54 {
		return x
	}
	h := 0.5 * x
	q := x * h
	r := 1 + q*(-3.33333333333331316428e-02+q*(1.58730158725481460165e-03+
		q*(-7.93650757867487942473e-05+q*(4.00821782732936239552e-06+q*-2.01099218183624371326e-07))))
	t := 3 - r*h
	e := q * ((r - t) / (6.0 - x*t))
	if k == 0 {
		return x - (x*e - q)
	}
	e = x*(e-c) - c
	e -= q
	var y float64
	switch {
	case k == -1:
		return 0.5*(x-e) - 0.5
	case k == 1:
		if x < -0.25 {
			return -2 * (e - (x + 0.5))
		}
		return 1 + 2*(x-e)
	case k <= -2 || k > 56:
		y = 1 - (e - x)
		return Float64frombits(Float64bits(y)+uint64(k)<<fracBits) - 1
	case k < 20:
		y = Float64frombits(oneBits-0x20000000000000>>uint(k)) - (e - x)
	default:
		y = x - (e + Float64frombits(uint64(bias-k)<<fracBits))
		y++
	}
	return Float64frombits(Float64bits(y) + uint64(k)<<fracBits)
}

// Log returns the natural logarithm of x.
func Log(x float64) float64 {
	switch {
	case x == 0:
		return Inf(-1)
	case x < 0:
		return NaN()
	case !finite(x):
		return x
	}
	// x = f * 2**k with f about 1. (A subnormal x is taken as it stands, as amd64 does.)
	b := Float64bits(x)
	k := float64(int(b>>fracBits) - (bias - 1))
	f := Float64frombits(b&fracMask | (bias-1)<<fracBits)
	if f <= 7.07106781186547524401e-01 {
		f *= 2
		k--
	}
	f--
	s := f / (2 + f)
	s2 := s * s
	s4 := s2 * s2
	t1 := s2 * (6.666666666666735130e-01 + s4*(2.857142874366239149e-01+s4*(1.818357216161805012e-01+s4*1.479819860511658591e-01)))
	t2 := s4 * (3.999999999940941908e-01 + s4*(2.222219843214978396e-01+s4*1.531383769920937332e-01))
	h := 0.5 * f * f
	return k*ln2Hi - ((h - (s*(h+(t1+t2)) + k*ln2Lo)) - f)
}

// Log10 returns the decimal logarithm of x.
func Log10(x float64) float64 { return Log(x) * (1 / Ln10) }

// Log2 returns the binary logarithm of x, exact for powers of two.
func Log2(x float64) float64 {
	f, e := Frexp(x)
	if f == 0.5 {
		return float64(e - 1)
	}
	return Log(f)*(1/Ln2) + float64(e)
}

// Log1p returns the natural logarithm of 1+x, precise for small x too.
func Log1p(x float64) float64 {
	a := Abs(x)
	switch {
	case x < -1 || x != x:
		return NaN()
	case x == -1:
		return Inf(-1)
	case x > MaxFloat64:
		return x
	case a < 0x1p-54:
		return x
	case a < 0x1p-29:
		return x - x*x*0.5
	}
	const (
		sqrt2Minus1 = 4.142135623730950488017e-01
		half        = -2.928932188134524755992e-01 // sqrt(2)/2 - 1
	)
	var f, c float64 // 1+x = (1+f) * 2**k; c corrects for the rounding of 1+x
	k, frac := 0, uint64(1)
	if a < sqrt2Minus1 && x > half {
		f = x
	} else {
		u := x
		if a < 1<<53 {
			u = 1.0 + x
			k = int(Float64bits(u)>>fracBits) - bias
			if k > 0 {
				c = 1.0 - (u - x)
			} else {
				c = x - (u - 1.0)
			}
			c /= u
		} else {
			k = int(Float64bits(u)>>fracBits) - bias
		}
		frac = Float64bits(u) & fracMask
		if frac < 0x0006a09e667f3bcd {
			u = Float64frombits(frac | oneBits)
		} else {
			k++
			u = Float64frombits(frac | oneBits - 1<<fracBits)
			frac = (1<<fracBits - frac) >> 2
		}
		f = u - 1.0
	}
	n := float64(k)
	h := 0.5 * f * f
	if frac == 0 {
		if f == 0 {
			if k == 0 {
				return 0
			}
			c += n * ln2Lo
			return n*ln2Hi + c
		}
		r := h * (1.0 - 0.66666666666666666*f)
		if k == 0 {
			return f - r
		}
		return n*ln2Hi - ((r - (n*ln2Lo + c)) - f)
	}
	s := f / (2.0 + f)
	z := s * s
	r := z * (6.666666666666735130e-01 + z*(3.999999999940941908e-01+z*(2.857142874366239149e-01+
		z*(2.222219843214978396e-01+z*(1.818357216161805012e-01+z*(1.531383769920937332e-01+z*1.479819860511658591e-01))))))
	if k == 0 {
		return f - (h - s*(h+r))
	}
	return n*ln2Hi - ((h - (s*(h+r) + (n*ln2Lo + c))) - f)
}

// isOdd reports whether x is an odd integer.
func isOdd(x float64) bool {
	return Abs(x) < 1<<53 && x == Trunc(x) && int64(x)&1 == 1
}

// Pow returns x**y.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case y == 1:
		return x
	case x != x || y != y:
		return NaN()
	case x == 0:
		if y < 0 {
			if Signbit(x) && isOdd(y) {
				return Inf(-1)
			}
			return Inf(1)
		}
		if Signbit(x) && isOdd(y) {
			return x
		}
		return 0
	case !finite(y):
		if x == -1 {
			return 1
		}
		if (Abs(x) < 1) == (y > 0) {
			return 0
		}
		return Inf(1)
	case !finite(x):
		if x < 0 {
			return Pow(1/x, -y) // a negative zero
		}
		if y < 0 {
			return 0
		}
		return Inf(1)
	case y == 0.5:
		return Sqrt(x)
	case y == -0.5:
		return 1 / Sqrt(x)
	}
	yi, yf := Modf(Abs(y))
	if yf != 0 && x < 0 {
		return NaN()
	}
	if yi >= 1<<63 {
		// Beyond this every y is even.
		if x == -1 {
			return 1
		}
		if (Abs(x) < 1) == (y > 0) {
			return 0
		}
		return Inf(1)
	}
	// The answer is a * 2**e: the fraction of y by logarithm, the rest by squaring.
	a, e := 1.0, 0
	if yf != 0 {
		if yf > 0.5 {
			yf--
			yi++
		}
		a = Exp(yf * Log(x))
	}
	f, fe := Frexp(x)
	for i := int64(yi); i != 0; i >>= 1 {
		if fe < -1<<12 || 1<<12 < fe {
			e += fe // overflow or underflow is certain
			break
		}
		if i&1 == 1 {
			a *= f
			e += fe
		}
		f *= f
		fe <<= 1
		if f < .5 {
			f += f
			fe--
		}
	}
	if y < 0 {
		a = 1 / a
		e = -e
	}
	return Ldexp(a, e)
}

var (
	tens     = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31}
	tens32   = [...]float64{1e0, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288}
	tenths32 = [...]float64{1e-0, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288, 1e-320}
)

// Pow10 returns 10**n.
func Pow10(n int) float64 {
	switch {
	case n > 308:
		return Inf(1)
	case n >= 0:
		return tens32[n/32] * tens[n%32]
	case n >= -323:
		return tenths32[-n/32] / tens[-n%32]
	}
	return 0
}

// Sinh returns the hyperbolic sine of x.
func Sinh(x float64) float64 {
	a := Abs(x)
	var y float64
	switch {
	case a > 21:
		y = Exp(a) * 0.5
	case a > 0.5:
		e := Exp(a)
		y = (e - 1/e) * 0.5
	case x == 0:
		return x
	default:
		q := a * a
		y = (((-0.2630563213397497062819489e+2*q+-0.2894211355989563807284660366e+4)*q+-0.8991272022039509355398013511e+5)*q +
			-0.6307673640497716991184787251e+6) * a
		y /= ((q+-0.173678953558233699533450911e+3)*q+0.1521517378790019070696485176e+5)*q + -0.6307673640497716991212077277e+6
	}
	if x < 0 {
		y = -y
	}
	return y
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x float64) float64 {
	e := Exp(Abs(x))
	if Abs(x) > 21 {
		return e * 0.5
	}
	return (e + 1/e) * 0.5
}

// Tanh returns the hyperbolic tangent of x.
func Tanh(x float64) float64 {
	a := Abs(x)
	switch {
	case a > 0.5*8.8029691931113054295988e+01:
		return Copysign(1, x)
	case a >= 0.625:
		y := 1 - 2/(Exp(2*a)+1)
		if x < 0 {
			y = -y
		}
		return y
	case x == 0:
		return x
	}
	s := x * x
	return x + x*s*((-9.64399179425052238628e-1*s+-9.92877231001918586564e1)*s+-1.61468768441708447952e3)/
		(((s+1.12811678491632931402e2)*s+2.23548839060100448583e3)*s+4.84406305325125486048e3)
}

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x float64) float64 {
	if !finite(x) {
		return x
	}
	a := Abs(x)
	y := a
	switch {
	case a > 1<<28:
		y = Log(a) + 6.93147180559945286227e-01
	case a > 2:
		y = Log(2*a + 1/(Sqrt(a*a+1)+a))
	case a >= 0x1p-28:
		y = Log1p(a + a*a/(1+Sqrt(1+a*a)))
	}
	if x < 0 {
		y = -y
	} else if x == 0 {
		return x
	}
	return y
}

// Acosh returns the inverse hyperbolic cosine of x.
func Acosh(x float64) float64 {
	switch {
	case x < 1 || x != x:
		return NaN()
	case x == 1:
		return 0
	case x >= 1<<28:
		return Log(x) + Ln2
	case x > 2:
		return Log(2*x - 1/(x+Sqrt(x*x-1)))
	}
	t := x - 1
	return Log1p(t + Sqrt(2*t+t*t))
}

// Atanh returns the inverse hyperbolic tangent of x.
func Atanh(x float64) float64 {
	a := Abs(x)
	y := a
	switch {
	case a > 1 || x != x:
		return NaN()
	case a == 1:
		return Copysign(Inf(1), x)
	case a >= 0.5:
		y = 0.5 * Log1p((a+a)/(1-a))
	case a >= 0x1p-28:
		y = a + a
		y = 0.5 * Log1p(y+y*a/(1-a))
	}
	if x < 0 {
		y = -y
	} else if x == 0 {
		return x
	}
	return y
}
