package math

import "math/bits"

// FMA returns x*y + z, rounded once.
func FMA(x, y, z float64) float64 {
	if x == 0 || y == 0 || !finite(x) || !finite(y) {
		return x*y + z
	}
	if z == 0 {
		return x * y
	}
	if !finite(z) {
		return z
	}
	// Each number is a 128-bit fraction with its highest bit at 125, times 2**(e-125).
	mx, ex := parts(x)
	my, ey := parts(y)
	mz, ez := parts(z)
	ahi, alo := bits.Mul64(mx<<10, my<<10) // highest bit at 124 or 125
	ae := ex + ey + 1
	if ahi>>61 == 0 {
		ahi, alo = ahi<<1|alo>>63, alo<<1
		ae--
	}
	bhi, blo, be := mz<<9, uint64(0), ez
	an, bn := Signbit(x) != Signbit(y), Signbit(z)
	if ae < be || ae == be && ahi < bhi {
		ahi, alo, ae, an, bhi, blo, be, bn = bhi, blo, be, bn, ahi, alo, ae, an
	}
	bhi, blo = shiftSticky(bhi, blo, uint(ae-be))
	var carry uint64
	if an == bn {
		alo, carry = bits.Add64(alo, blo, 0)
		ahi += bhi + carry
	} else {
		alo, carry = bits.Sub64(alo, blo, 0)
		ahi -= bhi + carry
		if int64(ahi) < 0 {
			// The fractions differed only in their low words.
			alo, carry = bits.Sub64(0, alo, 0)
			ahi = -ahi - carry
			an = bn
		}
		if ahi|alo == 0 {
			return 0
		}
	}
	// Bring the highest bit to 127.
	n := bits.LeadingZeros64(ahi)
	if ahi == 0 {
		n = 64 + bits.LeadingZeros64(alo)
		ahi, alo = alo, 0
		ahi <<= uint(n - 64)
	} else {
		ahi = ahi<<uint(n) | alo>>uint(64-n)
		alo <<= uint(n)
	}
	e := ae + 2 - n // the exponent of the highest bit
	if e > bias {
		return Copysign(Inf(1), sign(an))
	}
	if e < 1-bias {
		ahi, alo = shiftSticky(ahi, alo, uint(1-bias-e))
		e = 1 - bias
	}
	if alo != 0 {
		ahi |= 1
	}
	// Round to nearest even at bit 11; the highest bit of the fraction counts as one exponent.
	m := ahi >> 11
	if rest := ahi & (1<<11 - 1); rest > 1<<10 || rest == 1<<10 && m&1 != 0 {
		m++
	}
	return Copysign(Float64frombits(uint64(e+bias-1)<<fracBits+m), sign(an))
}

func sign(negative bool) float64 {
	if negative {
		return -1
	}
	return 1
}

// parts returns the 53-bit mantissa of x, which is not zero, and the exponent of its highest bit.
func parts(x float64) (m uint64, e int) {
	x, e = normalize(x)
	b := Float64bits(x)
	return b&fracMask | 1<<fracBits, e + int(b>>fracBits&expMask) - bias
}

// shiftSticky shifts right by n and keeps in the lowest bit whether a one was shifted out.
func shiftSticky(hi, lo uint64, n uint) (uint64, uint64) {
	lost := uint64(0)
	if n >= 128 {
		lost = hi | lo
		hi, lo = 0, 0
	} else if n >= 64 {
		lost = lo | hi<<(128-n)
		hi, lo = 0, hi>>(n-64)
	} else if n > 0 {
		lost = lo << (64 - n)
		hi, lo = hi>>n, lo>>n|hi<<(64-n)
	}
	if lost != 0 {
		lo |= 1
	}
	return hi, lo
}
