package strconv

import (
	"math/bits"
	"unsafe"
)

// Conversion between binary and decimal floating point rests on one operation: multiply a
// 64-bit mantissa by a power of two and a power of ten, keeping the integer part, one more bit
// (the half) and one sticky bit (whether anything is left below). From these two bits every
// rounding follows exactly. The method, with the proof that 128-bit powers suffice, is
// Russ Cox's "Floating-Point Printing and Parsing Can Be Simple And Fast" (2026).

const (
	minPower = -348
	maxPower = 347
)

// powers holds 10**p for each p from minPower on, as two words hi, lo that stand for
// hi<<64 - lo, scaled to 128 bits and rounded up. It is unpacked when first needed.
var powers *[2 * (maxPower - minPower + 1)]uint64

func unpackPowers() {
	powers = new([2 * (maxPower - minPower + 1)]uint64)
	copy((*[len(powerData)]byte)(unsafe.Pointer(powers))[:], powerData)
}

// tens holds the powers of ten that fit into a word.
var tens = [...]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
	1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19}

// log10of2 returns floor(log10(2**x)), for the exponents that occur here.
func log10of2(x int) int { return (x * 78913) >> 18 }

// log2of10 returns floor(log2(10**x)), for the exponents that occur here.
func log2of10(x int) int { return (x * 108853) >> 15 }

// scale returns x * 2**e * 10**p with two bits below the integer part: the half bit, and a
// sticky bit for all that lies below it. The top bit of x must be set, and the product must
// lie within 62 bits; if it is below 1/4 the result is 0 or 1.
func scale(x uint64, e, p int) uint64 {
	if powers == nil {
		unpackPowers()
	}
	s := uint(-(e + log2of10(p) + 3))
	i := 2 * (p - minPower)
	hi, mid := bits.Mul64(x, powers[i])
	u := hi >> s
	if u<<s != hi {
		return u | 1
	}
	// The bits shifted out are zero, so the low word of the power matters.
	low, _ := bits.Mul64(x, powers[i+1])
	if mid < low {
		hi--
		u = hi >> s
	}
	if mid-low > 1 {
		u |= 1
	}
	return u
}

// nearest rounds a scaled number to the nearest integer, ties to even.
func nearest(u uint64) uint64 { return (u + 1 + u>>2&1) >> 2 }

// tenth divides a scaled number by ten, keeping the sticky bit true.
func tenth(u uint64) uint64 {
	q := u / 10
	if q*10 != u {
		q |= 1
	}
	return q | u&1
}

// digitCount returns the number of decimal digits of d, which is not zero.
func digitCount(d uint64) int {
	n := log10of2(bits.Len64(d))
	if d >= tens[n] {
		n++
	}
	return n
}

// shortest returns the decimal d * 10**p with the fewest digits that rounds to the float
// m * 2**e, the nearest one if there are several. m has its top bit set; mantBits and minExp
// describe the float type.
func shortest(m uint64, e int, mantBits uint, minExp int) (d uint64, p int) {
	z := 63 - mantBits // the zero bits below the mantissa proper
	var below uint64   // distance to the lower end of the interval that rounds to m
	if m == 1<<63 && e > minExp {
		// A power of two: the next smaller float is only half as far away as the next larger.
		p = -(((e+int(z))*631305 - 261663) >> 21)
		below = 1 << (z - 2)
	} else {
		if e < minExp {
			z += uint(minExp - e)
		}
		p = -log10of2(e + int(z))
		below = 1 << (z - 1)
	}
	// The ends of the interval belong to it if the mantissa is even.
	odd := m >> z & 1
	lo := (scale(m-below, e, p) + odd + 3) >> 2
	hi := (scale(m+1<<(z-1), e, p) - odd) >> 2
	if d = hi / 10; d*10 >= lo {
		return d, -(p - 1)
	}
	if d = lo; d < hi {
		d = nearest(scale(m, e, p))
	}
	return d, -p
}

// rounded returns m * 2**e as d * 10**p with n digits, n at most 18, or with fewer if
// places is not negative and they would lie beyond that many decimal places.
func rounded(m uint64, e, n, places int) (d uint64, p int) {
	p = n - 1 - log10of2(e+63)
	u := scale(m, e, p)
	if u >= tens[n]<<2-2 {
		u = tenth(u)
		p--
	}
	if places >= 0 {
		for p > places {
			u = tenth(u)
			p--
		}
	}
	return nearest(u), -p
}

// assemble returns the bits of the float nearest to d * 10**p, without a sign; d is not zero
// and has at most 19 digits. Overflow gives the bits of infinity.
func (f *floatType) assemble(d uint64, p int) uint64 {
	n := bits.Len64(d)
	lp := log2of10(p)
	e := int(f.mantBits) + 1 - n - lp
	if lowest := int(f.mantBits) - f.bias - 1; e > lowest {
		e = lowest
	}
	if n -= 64; -(e + n + lp + 3) >= 64 {
		return 0 // far below the smallest float
	}
	u := scale(d<<uint(-n), e+n, p)
	if u >= 1<<(f.mantBits+3)-2 {
		u = u>>1 | u&1
		e--
	}
	m := nearest(u)
	if m>>f.mantBits == 0 {
		return m // subnormal
	}
	exp := int(f.mantBits) - e - f.bias
	if exp >= 1<<f.expBits-1 {
		return (1<<f.expBits - 1) << f.mantBits
	}
	return m&(1<<f.mantBits-1) | uint64(exp)<<f.mantBits
}
