package strconv

// natural is a number of any size: words of 32 bits, the least significant first, without
// zeros at the top. It serves where a word's precision does not decide: exact decimal digits,
// and decimals of more than 19 digits that lie near the middle between two floats.
type natural []uint32

// trim drops zero words at the top.
func (x natural) trim() natural {
	n := len(x)
	for n > 0 && x[n-1] == 0 {
		n--
	}
	return x[:n]
}

// mulAdd returns x*m + a, in place where it fits.
func (x natural) mulAdd(m, a uint32) natural {
	carry := uint64(a)
	for i, w := range x {
		carry += uint64(w) * uint64(m)
		x[i] = uint32(carry)
		carry >>= 32
	}
	if carry != 0 {
		x = append(x, uint32(carry))
	}
	return x
}

// mulPower returns x * b**n for a base b of 5 or 10.
func (x natural) mulPower(b uint32, n int) natural {
	// Eight factors fit into a word for either base.
	chunk := b * b
	chunk *= chunk
	chunk *= chunk
	for ; n >= 8; n -= 8 {
		x = x.mulAdd(chunk, 0)
	}
	for ; n > 0; n-- {
		x = x.mulAdd(b, 0)
	}
	return x
}

// shift returns x << n.
func (x natural) shift(n uint) natural {
	out := make(natural, int(n/32), len(x)+int(n/32)+1)
	var carry uint64
	for _, w := range x {
		carry |= uint64(w) << (n % 32)
		out = append(out, uint32(carry))
		carry >>= 32
	}
	return append(out, uint32(carry)).trim()
}

// compare returns -1, 0 or +1.
func (x natural) compare(y natural) int {
	x, y = x.trim(), y.trim()
	if len(x) != len(y) {
		if len(x) < len(y) {
			return -1
		}
		return 1
	}
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// digits returns the decimal digits of x, and destroys it.
func (x natural) digits() []byte {
	const chunk = 1e9
	x = x.trim()
	// A word is less than 9.64 digits; each step below writes nine.
	buf := make([]byte, len(x)*10+9)
	i := len(buf)
	for len(x) > 0 {
		var rest uint64
		for j := len(x) - 1; j >= 0; j-- {
			rest = rest<<32 | uint64(x[j])
			x[j] = uint32(rest / chunk)
			rest %= chunk
		}
		x = x.trim()
		for k := 0; k < 9; k++ {
			i--
			buf[i] = '0' + byte(rest%10)
			rest /= 10
		}
	}
	for i < len(buf) && buf[i] == '0' {
		i++
	}
	return buf[i:]
}
