package runtime

import "unsafe"

// Division of complex numbers, which the compiler leaves to this package.

// complex128div returns n/m by Smith's method (scaling by the larger part of m, so that
// nothing overflows on the way), with infinities and zeros as C99, G.5.1, has them.
func complex128div(n, m complex128) complex128 {
	a, b, c, d := real(n), imag(n), real(m), imag(m)
	var re, im float64
	if magnitude(c) >= magnitude(d) {
		ratio := d / c
		scale := c + ratio*d
		re, im = (a+b*ratio)/scale, (b-a*ratio)/scale
	} else {
		ratio := c / d
		scale := d + ratio*c
		re, im = (a*ratio+b)/scale, (b*ratio-a)/scale
	}
	if re == re && im == im {
		return complex(re, im)
	}
	switch inf := infinity(); {
	case m == 0 && (a == a || b == b):
		inf = withSign(inf, c)
		re, im = inf*a, inf*b
	case (infinite(a) || infinite(b)) && finite(c) && finite(d):
		a, b = unit(a), unit(b)
		re, im = inf*(a*c+b*d), inf*(b*c-a*d)
	case (infinite(c) || infinite(d)) && finite(a) && finite(b):
		c, d = unit(c), unit(d)
		re, im = 0*(a*c+b*d), 0*(b*c-a*d)
	}
	return complex(re, im)
}

const signBit = 1 << 63

func infinity() float64 {
	bits := uint64(0x7FF0000000000000)
	return *(*float64)(unsafe.Pointer(&bits))
}

func infinite(x float64) bool { return x-x != 0 && x == x }

func finite(x float64) bool { return x-x == 0 }

// withSign returns x, which is positive, with the sign of y.
func withSign(x, y float64) float64 {
	if *(*uint64)(unsafe.Pointer(&y))&signBit != 0 {
		return -x
	}
	return x
}

func magnitude(x float64) float64 {
	bits := *(*uint64)(unsafe.Pointer(&x)) &^ signBit
	return *(*float64)(unsafe.Pointer(&bits))
}

// unit maps infinities to 1 and everything else to 0, with the sign kept.
func unit(x float64) float64 {
	if infinite(x) {
		return withSign(1, x)
	}
	return withSign(0, x)
}
