package strconv

import (
	"math/bits"
	"unsafe"
)

// floatType describes an IEEE 754 format. A normal number is 1.mant * 2**(exp+bias).
type floatType struct {
	mantBits uint
	expBits  uint
	bias     int
}

var (
	type32 = floatType{23, 8, -127}
	type64 = floatType{52, 11, -1023}
)

// FormatFloat returns the text of f, which was rounded from a float of bitSize bits, in the
// format 'b', 'e', 'E', 'f', 'g', 'G', 'x' or 'X'. prec is the number of digits after the
// point ('g', 'G': of all digits); -1 asks for the fewest digits that give f again.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	var buf [32]byte
	return string(appendFloat(buf[:0], f, fmt, prec, bitSize, "strconv: illegal FormatFloat bitSize"))
}

// AppendFloat appends FormatFloat(f, fmt, prec, bitSize) to dst.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return appendFloat(dst, f, fmt, prec, bitSize, "strconv: illegal AppendFloat bitSize")
}

// decimal holds the digits of a number 0.d1d2d3... * 10**dp, without trailing zeros.
type decimal struct {
	d  []byte
	dp int
}

func appendFloat(dst []byte, f float64, fmt byte, prec, bitSize int, complaint string) []byte {
	var b uint64
	var t *floatType
	switch bitSize {
	case 64:
		b, t = *(*uint64)(unsafe.Pointer(&f)), &type64
	case 32:
		f32 := float32(f)
		b, t = uint64(*(*uint32)(unsafe.Pointer(&f32))), &type32
	default:
		panic(complaint)
	}
	mantBits := t.mantBits
	neg := b>>(t.expBits+mantBits) != 0
	exp := int(b>>mantBits) & (1<<t.expBits - 1)
	mant := b & (1<<mantBits - 1)
	if exp == 1<<t.expBits-1 {
		switch {
		case mant != 0:
			return append(dst, "NaN"...)
		case neg:
			return append(dst, "-Inf"...)
		}
		return append(dst, "+Inf"...)
	}
	if exp == 0 {
		exp = 1
	} else {
		mant |= 1 << mantBits
	}
	exp += t.bias
	if neg && fmt != 'x' && fmt != 'X' {
		switch fmt {
		case 'b', 'e', 'E', 'f', 'g', 'G':
			dst = append(dst, '-')
		}
	}
	switch fmt {
	case 'b':
		return appendBinary(dst, mant, exp-int(mantBits))
	case 'x', 'X':
		return appendHex(dst, prec, fmt, neg, mant, exp, mantBits)
	}

	var buf [24]byte
	var dec decimal
	e2 := exp - int(mantBits)
	fewest := prec < 0
	switch {
	case mant == 0:
	case fewest:
		n := bits.LeadingZeros64(mant)
		d, p := shortest(mant<<uint(n), e2-n, mantBits, t.bias+1-63)
		dec.set(buf[:], d, p)
	default:
		dec.fix(buf[:], mant, e2, exp, prec, fmt)
	}

	switch fmt {
	case 'e', 'E':
		if fewest {
			prec = max0(len(dec.d) - 1)
		}
		return dec.appendE(dst, prec, fmt)
	case 'f':
		if fewest {
			prec = max0(len(dec.d) - dec.dp)
		}
		return dec.appendF(dst, prec)
	case 'g', 'G':
		nd := len(dec.d)
		// The exponent form serves if the exponent is below -4 or not below the precision,
		// for which the fewest digits count as 6.
		limit := prec
		if fewest {
			prec, limit = nd, 6
		} else {
			if prec == 0 {
				prec, limit = 1, 1
			}
			if limit > nd && nd >= dec.dp {
				limit = nd
			}
		}
		if x := dec.dp - 1; x < -4 || x >= limit {
			if prec > nd {
				prec = nd
			}
			return dec.appendE(dst, prec-1, fmt-'g'+'e')
		}
		if prec > dec.dp {
			prec = nd
		}
		return dec.appendF(dst, max0(prec-dec.dp))
	}
	return append(dst, '%', fmt)
}

func max0(x int) int {
	if x < 0 {
		return 0
	}
	return x
}

// set makes a the number d * 10**p; buf keeps the digits.
func (a *decimal) set(buf []byte, d uint64, p int) {
	n := digitCount(d)
	writeDigits(buf[:n], d, 10)
	a.dp = n + p
	for n > 0 && buf[n-1] == '0' {
		n--
	}
	a.d = buf[:n]
}

// fix makes a the number mant * 2**e2 rounded as the format and precision ask; exp is the
// number's own exponent.
func (a *decimal) fix(buf []byte, mant uint64, e2, exp, prec int, fmt byte) {
	n, places := prec, -1
	switch fmt {
	case 'e', 'E':
		n++
	case 'f':
		// An upper bound of the number of digits.
		places = prec
		if exp >= 0 {
			n += 1 + log10of2(1+exp)
		} else {
			n += 1 - log10of2(-exp)
		}
	case 'g', 'G':
		if n == 0 {
			n = 1
		}
	default:
		n = 1
	}
	if n <= 0 {
		return // a number so small that it rounds to zero
	}
	if n > 18 {
		a.fixExact(mant, e2, n, places)
		return
	}
	z := bits.LeadingZeros64(mant)
	if d, p := rounded(mant<<uint(z), e2-z, n, places); d != 0 {
		a.set(buf, d, p)
	}
}

// fixExact is fix by arbitrary precision, for more digits than a word holds.
func (a *decimal) fixExact(mant uint64, e2, n, places int) {
	x := natural{uint32(mant), uint32(mant >> 32)}
	p := 0
	if e2 >= 0 {
		x = x.shift(uint(e2))
	} else {
		// mant / 2**k is mant * 5**k / 10**k.
		x = x.mulPower(5, -e2)
		p = e2
	}
	d := x.digits()
	a.dp = len(d) + p
	if places >= 0 {
		n = a.dp + places
	}
	if 0 <= n && n < len(d) {
		d = a.roundTo(d, n)
	}
	for len(d) > 0 && d[len(d)-1] == '0' {
		d = d[:len(d)-1]
	}
	a.d = d
}

// roundTo cuts d to n digits, half to even.
func (a *decimal) roundTo(d []byte, n int) []byte {
	up := d[n] > '5'
	if d[n] == '5' {
		for i := n + 1; i < len(d) && !up; i++ {
			up = d[i] != '0'
		}
		if !up {
			up = n > 0 && (d[n-1]-'0')&1 != 0
		}
	}
	d = d[:n]
	if !up {
		return d
	}
	for i := n - 1; i >= 0; i-- {
		if d[i] < '9' {
			d[i]++
			return d[:i+1]
		}
	}
	a.dp++
	return append(d[:0], '1')
}

// appendE appends the form d.ddde±dd with prec digits after the point.
func (a *decimal) appendE(dst []byte, prec int, fmt byte) []byte {
	nd := len(a.d)
	exp := 0
	if nd == 0 {
		dst = append(dst, '0')
	} else {
		dst = append(dst, a.d[0])
		exp = a.dp - 1
	}
	if prec > 0 {
		dst = append(dst, '.')
		i := 1
		if i < nd {
			i = nd
			if i > prec+1 {
				i = prec + 1
			}
			dst = append(dst, a.d[1:i]...)
		}
		for ; i <= prec; i++ {
			dst = append(dst, '0')
		}
	}
	sign := byte('+')
	if exp < 0 {
		exp, sign = -exp, '-'
	}
	dst = append(dst, fmt, sign)
	if exp >= 100 {
		dst = append(dst, '0'+byte(exp/100))
		exp %= 100
	}
	return append(dst, '0'+byte(exp/10), '0'+byte(exp%10))
}

// appendF appends the form ddd.ddd with prec digits after the point.
func (a *decimal) appendF(dst []byte, prec int) []byte {
	d, dp := a.d, a.dp
	if dp <= 0 {
		dst = append(dst, '0')
	} else if dp <= len(d) {
		dst = append(dst, d[:dp]...)
	} else {
		dst = append(dst, d...)
		for i := len(d); i < dp; i++ {
			dst = append(dst, '0')
		}
	}
	if prec <= 0 {
		return dst
	}
	dst = append(dst, '.')
	for dp < 0 && prec > 0 {
		dst = append(dst, '0')
		dp++
		prec--
	}
	if 0 <= dp && dp < len(d) && prec > 0 {
		end := dp + prec
		if end > len(d) {
			end = len(d)
		}
		dst = append(dst, d[dp:end]...)
		prec -= end - dp
	}
	for ; prec > 0; prec-- {
		dst = append(dst, '0')
	}
	return dst
}

// appendBinary appends the form ddddp±ddd: mantissa and exponent of two in decimal.
func appendBinary(dst []byte, mant uint64, exp int) []byte {
	dst = AppendUint(dst, mant, 10)
	dst = append(dst, 'p')
	if exp >= 0 {
		dst = append(dst, '+')
	}
	return AppendInt(dst, int64(exp), 10)
}

// appendHex appends the form 0xd.dddp±dd with prec hexadecimal digits after the point.
func appendHex(dst []byte, prec int, fmt byte, neg bool, mant uint64, exp int, mantBits uint) []byte {
	const one = 1 << 60 // the place of the digit before the point
	if mant == 0 {
		exp = 0
	} else {
		mant <<= 60 - mantBits
		for mant&one == 0 {
			mant <<= 1
			exp--
		}
	}
	if 0 <= prec && prec < 15 {
		unit := uint64(1) << uint(60-4*prec)
		rest := mant & (unit - 1)
		mant -= rest
		if half := unit >> 1; rest > half || rest == half && mant&unit != 0 {
			mant += unit
		}
		if mant&(one<<1) != 0 {
			mant >>= 1
			exp++
		}
	}
	if neg {
		dst = append(dst, '-')
	}
	dst = append(dst, '0', fmt, '0'+byte(mant>>60&1))
	digits := lowerDigits
	if fmt == 'X' {
		digits = upperHex
	}
	mant <<= 4
	if prec < 0 && mant != 0 {
		dst = append(dst, '.')
		for ; mant != 0; mant <<= 4 {
			dst = append(dst, digits[mant>>60])
		}
	} else if prec > 0 {
		dst = append(dst, '.')
		for ; prec > 0; prec-- {
			dst = append(dst, digits[mant>>60])
			mant <<= 4
		}
	}
	sign := byte('+')
	if exp < 0 {
		exp, sign = -exp, '-'
	}
	dst = append(dst, fmt-'x'+'p', sign)
	if exp < 10 {
		dst = append(dst, '0')
	}
	return AppendInt(dst, int64(exp), 10)
}

// FormatComplex returns c as (a+bi); bitSize is 64 or 128.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	dst := AppendFloat([]byte{'('}, real(c), fmt, prec, bitSize/2)
	im := FormatFloat(imag(c), fmt, prec, bitSize/2)
	if im[0] != '+' && im[0] != '-' {
		dst = append(dst, '+')
	}
	dst = append(dst, im...)
	return string(append(dst, "i)"...))
}
