package strconv

import "unsafe"

// number is what the text of a float says: mant * base**exp.
type number struct {
	mant  uint64 // the first 19 decimal or 16 hexadecimal digits
	exp   int    // the power of ten, or of two for hexadecimal text
	neg   bool
	more  bool // digits other than zero were left out of mant
	hex   bool
	begin int // where the digits start
	end   int // where the number ends
}

// scan reads a number at the front of s, or reports that there is none.
func (n *number) scan(s string) bool {
	i := 0
	if s != "" && (s[0] == '+' || s[0] == '-') {
		n.neg = s[0] == '-'
		i = 1
	}
	base, most, marker := uint64(10), 19, byte('e')
	if len(s) > i+2 && s[i] == '0' && s[i+1]|0x20 == 'x' {
		n.hex = true
		base, most, marker = 16, 16, 'p'
		i += 2
	}
	n.begin = i
	point, digits, kept := -1, 0, 0 // digits counts those after leading zeros
	seen, underscores := false, false
	leading := 0 // how many zeros after the point precede the first other digit
	var mant uint64
loop:
	for ; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '_':
			underscores = true
			continue
		case c == '.':
			if point >= 0 {
				break loop
			}
			point = digits
			continue
		}
		d := uint64(c) - '0'
		if d > 9 {
			if base == 10 {
				break
			}
			if d = digitValue(c); d >= 16 {
				break
			}
		}
		seen = true
		if d == 0 && digits == 0 {
			if point >= 0 {
				leading++
			}
			continue
		}
		digits++
		if kept < most {
			mant = mant*base + d
			kept++
		} else if d != 0 {
			n.more = true
		}
	}
	if !seen {
		return false
	}
	if point < 0 {
		point = digits
	}
	exp := point - leading - kept
	if n.hex {
		exp *= 4
	}
	if i < len(s) && s[i]|0x20 == marker {
		i++
		sign := 1
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			if s[i] == '-' {
				sign = -1
			}
			i++
		}
		if i >= len(s) || s[i]-'0' > 9 {
			return false
		}
		e := 0
		for ; i < len(s) && (s[i] == '_' || s[i]-'0' <= 9); i++ {
			if s[i] == '_' {
				underscores = true
			} else if e < 10000 {
				e = e*10 + int(s[i]-'0')
			}
		}
		exp += sign * e
	} else if n.hex {
		return false
	}
	if underscores && !underscoresFit(s[:i]) {
		return false
	}
	n.mant, n.exp, n.end = mant, exp, i
	return true
}

// special recognises inf, infinity and nan, in any case and the first two with a sign.
func special(s string) (bits uint64, n int) {
	if s == "" {
		return 0, 0
	}
	sign := uint64(0)
	if s[0] == '+' || s[0] == '-' {
		if s[0] == '-' {
			sign = 1 << 63
		}
		n = 1
	}
	if len(s) < n+3 {
		return 0, 0
	}
	if c := s[n] | 0x20; c != 'i' && c != 'n' {
		return 0, 0
	}
	switch {
	case foldPrefix(s[n:], "infinity"):
		return sign | 0x7FF<<52, n + 8
	case foldPrefix(s[n:], "inf"):
		return sign | 0x7FF<<52, n + 3
	case n == 0 && foldPrefix(s, "nan"):
		return 0x7FF8000000000001, 3
	}
	return 0, 0
}

// foldPrefix reports whether s starts with the lower case word, in any case.
func foldPrefix(s, word string) bool {
	if len(s) < len(word) {
		return false
	}
	for i := 0; i < len(word); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != word[i] {
			return false
		}
	}
	return true
}

// exactTens are the powers of ten that a float64 holds exactly.
var exactTens = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

// parsePrefix reads the float at the front of s and returns its length.
func parsePrefix(s string, bitSize int) (f float64, end int, err error) {
	var n number
	if !n.scan(s) {
		if b, end := special(s); end > 0 {
			f = *(*float64)(unsafe.Pointer(&b))
			if bitSize == 32 {
				f = float64(float32(f)) // a NaN loses the low bits of its payload
			}
			return f, end, nil
		}
		return 0, 0, ErrSyntax
	}
	t := &type64
	if bitSize == 32 {
		t = &type32
	} else if !n.hex && !n.more && n.mant>>53 == 0 && -22 <= n.exp && n.exp <= 22 {
		// Both operands are exact, so one rounding gives the right result.
		f = float64(n.mant)
		if n.exp < 0 {
			f /= exactTens[-n.exp]
		} else {
			f *= exactTens[n.exp]
		}
		if n.neg {
			f = -f
		}
		return f, n.end, nil
	}
	infinity := uint64(1<<t.expBits-1) << t.mantBits
	var b uint64
	switch {
	case n.mant == 0:
	case n.hex:
		b = t.fromHex(n.mant, n.exp, n.more)
	case n.exp > 310:
		b = infinity
	case n.exp < -345:
	default:
		b = t.assemble(n.mant, n.exp)
		if n.more && b != t.assemble(n.mant+1, n.exp) {
			// The number lies between b and the next float: which is nearer?
			b = t.settle(s[n.begin:n.end], b)
		}
	}
	if b == infinity {
		err = ErrRange
	}
	if bitSize == 32 {
		b32 := uint32(b)
		if n.neg {
			b32 |= 1 << 31
		}
		return float64(*(*float32)(unsafe.Pointer(&b32))), n.end, err
	}
	if n.neg {
		b |= 1 << 63
	}
	return *(*float64)(unsafe.Pointer(&b)), n.end, err
}

// settle returns b or b+1, the bits of the float nearest to the decimal s, which lies between
// the two. s is valid and has no sign.
func (t *floatType) settle(s string, b uint64) uint64 {
	// More digits than these cannot tell a number from the middle of two floats, but for
	// whether any of them is not zero.
	const most = 800
	var x natural
	exp, digits, point, more := 0, 0, false, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '.' {
			point = true
		} else if c|0x20 == 'e' {
			e, sign := 0, 1
			for i++; i < len(s); i++ {
				if s[i] == '-' {
					sign = -1
				} else if s[i]-'0' <= 9 && e < 10000 {
					e = e*10 + int(s[i]-'0')
				}
			}
			exp += sign * e
		} else if c != '_' {
			if digits < most {
				x = x.mulAdd(10, uint32(c-'0'))
				if len(x) > 0 {
					digits++
				}
				if point {
					exp--
				}
			} else {
				more = more || c != '0'
				if !point {
					exp++
				}
			}
		}
	}
	// The middle above b is (2*mant+1) * 2**(e-1).
	mant, e := b&(1<<t.mantBits-1), int(b>>t.mantBits)
	if e == 0 {
		e = 1
	} else {
		mant |= 1 << t.mantBits
	}
	e += t.bias - int(t.mantBits) - 1
	mant = 2*mant + 1
	y := natural{uint32(mant), uint32(mant >> 32)}.trim()
	if exp >= 0 {
		x = x.mulPower(10, exp)
	} else {
		y = y.mulPower(10, -exp)
	}
	if e >= 0 {
		y = y.shift(uint(e))
	} else {
		x = x.shift(uint(-e))
	}
	c := x.compare(y)
	if c > 0 || c == 0 && (more || b&1 != 0) {
		b++
	}
	return b
}

// fromHex rounds mant * 2**exp, plus something smaller if more is set, to the float's bits.
func (t *floatType) fromHex(mant uint64, exp int, more bool) uint64 {
	// Move the mantissa to mantBits+3 bits: the top bit, the mantissa, half and sticky bit.
	top := t.mantBits + 2
	for mant>>top == 0 {
		mant <<= 1
		exp--
	}
	if more {
		mant |= 1
	}
	for mant>>(top+1) != 0 {
		mant = mant>>1 | mant&1
		exp++
	}
	// Subnormal numbers have fewer bits.
	lowest := t.bias + 1 - int(top)
	for mant > 1 && exp < lowest {
		mant = mant>>1 | mant&1
		exp++
	}
	if mant = nearest(mant); mant>>(t.mantBits+1) != 0 {
		mant >>= 1
		exp++
	}
	if mant>>t.mantBits == 0 {
		return mant
	}
	e := exp + int(top) - t.bias
	if e >= 1<<t.expBits-1 {
		return (1<<t.expBits - 1) << t.mantBits
	}
	return mant&(1<<t.mantBits-1) | uint64(e)<<t.mantBits
}

// ParseFloat parses a decimal or hexadecimal float, inf, infinity or nan, and rounds it to
// bitSize bits (32, otherwise 64). Out of range, it returns an infinity and ErrRange.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, n, err := parsePrefix(s, bitSize)
	if n != len(s) || err == ErrSyntax {
		return 0, &NumError{"ParseFloat", s, ErrSyntax}
	}
	if err != nil {
		return f, &NumError{"ParseFloat", s, err}
	}
	return f, nil
}

// ParseComplex parses N, Ni or N±Ni, perhaps in parentheses; bitSize is 64 or 128.
func ParseComplex(s string, bitSize int) (complex128, error) {
	c, err := parseComplex(s, bitSize)
	if err != nil {
		return c, &NumError{"ParseComplex", s, err}
	}
	return c, nil
}

func parseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		s = s[1 : len(s)-1]
	}
	re, n, err := parsePrefix(s, size)
	if err == ErrSyntax {
		return 0, err
	}
	s = s[n:]
	if s == "" {
		return complex(re, 0), err
	}
	if s == "i" {
		return complex(0, re), err
	}
	switch s[0] {
	case '+':
		// The sign may belong to a number that takes none, NaN; but two signs are an error.
		if len(s) > 1 && s[1] != '+' {
			s = s[1:]
		}
	case '-':
	default:
		return 0, ErrSyntax
	}
	im, n, err2 := parsePrefix(s, size)
	if err2 == ErrSyntax || s[n:] != "i" {
		return 0, ErrSyntax
	}
	if err == nil {
		err = err2
	}
	return complex(re, im), err
}
