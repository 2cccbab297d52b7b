package fmt

import (
	"strconv"
	"unicode/utf8"
)

const (
	ldigits = "0123456789abcdefx"
	udigits = "0123456789ABCDEFX"
)

// flags are those of one verb: %[flags][width][.precision]verb.
type flags struct {
	widPresent  bool
	precPresent bool
	minus       bool
	plus        bool
	sharp       bool
	space       bool
	zero        bool
	plusV       bool // %+v
	sharpV      bool // %#v
}

// formatter writes one formatted operand to buf.
type formatter struct {
	buf  *[]byte
	wid  int
	prec int
	flags
}

func (f *formatter) clear() {
	f.flags = flags{}
	f.wid = 0
	f.prec = 0
}

// writePadding writes n fill characters.
func (f *formatter) writePadding(n int) {
	if n <= 0 {
		return
	}
	c := byte(' ')
	if f.zero && !f.minus {
		c = '0'
	}
	b := *f.buf
	for ; n > 0; n-- {
		b = append(b, c)
	}
	*f.buf = b
}

// pad writes b within the width, counted in runes.
func (f *formatter) pad(b []byte) {
	if !f.widPresent || f.wid == 0 {
		*f.buf = append(*f.buf, b...)
		return
	}
	w := f.wid - utf8.RuneCount(b)
	if !f.minus {
		f.writePadding(w)
		*f.buf = append(*f.buf, b...)
	} else {
		*f.buf = append(*f.buf, b...)
		f.writePadding(w)
	}
}

func (f *formatter) padString(s string) {
	if !f.widPresent || f.wid == 0 {
		*f.buf = append(*f.buf, s...)
		return
	}
	w := f.wid - utf8.RuneCountInString(s)
	if !f.minus {
		f.writePadding(w)
		*f.buf = append(*f.buf, s...)
	} else {
		*f.buf = append(*f.buf, s...)
		f.writePadding(w)
	}
}

func (f *formatter) fmtBoolean(v bool) {
	if v {
		f.padString("true")
	} else {
		f.padString("false")
	}
}

// fmtUnicode writes "U+0078" or, with #, "U+0078 'x'".
func (f *formatter) fmtUnicode(u uint64) {
	prec := 4
	if f.precPresent && f.prec > 4 {
		prec = f.prec
	}
	digits := strconv.FormatUint(u, 16)
	b := []byte("U+")
	for i := len(digits); i < prec; i++ {
		b = append(b, '0')
	}
	for i := 0; i < len(digits); i++ {
		c := digits[i]
		if c >= 'a' {
			c -= 'a' - 'A'
		}
		b = append(b, c)
	}
	if f.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		b = append(b, " '"...)
		b = utf8.AppendRune(b, rune(u))
		b = append(b, '\'')
	}
	zero := f.zero
	f.zero = false
	f.pad(b)
	f.zero = zero
}

// fmtInteger writes a number in a base of 2, 8, 10 or 16.
func (f *formatter) fmtInteger(u uint64, base int, isSigned bool, verb rune, digits string) {
	negative := isSigned && int64(u) < 0
	if negative {
		u = -u
	}
	// Most numbers are plain.
	if base == 10 && !f.widPresent && !f.precPresent && !f.plus && !f.space {
		if negative {
			*f.buf = append(*f.buf, '-')
		}
		*f.buf = strconv.AppendUint(*f.buf, u, 10)
		return
	}
	prec := 0
	if f.precPresent {
		prec = f.prec
		if prec == 0 && u == 0 {
			zero := f.zero
			f.zero = false
			f.writePadding(f.wid)
			f.zero = zero
			return
		}
	} else if f.zero && !f.minus && f.widPresent {
		prec = f.wid
		if negative || f.plus || f.space {
			prec--
		}
	}
	var small [72]byte
	buf := small[:]
	if n := 3 + f.wid + f.prec; n > len(buf) && (f.widPresent || f.precPresent) {
		buf = make([]byte, n+72)
	}
	i := len(buf)
	switch base {
	case 10:
		for u >= 10 {
			i--
			next := u / 10
			buf[i] = byte('0' + u - next*10)
			u = next
		}
	case 16:
		for u >= 16 {
			i--
			buf[i] = digits[u&0xF]
			u >>= 4
		}
	case 8:
		for u >= 8 {
			i--
			buf[i] = byte('0' + u&7)
			u >>= 3
		}
	case 2:
		for u >= 2 {
			i--
			buf[i] = byte('0' + u&1)
			u >>= 1
		}
	}
	i--
	buf[i] = digits[u]
	for i > 0 && prec > len(buf)-i {
		i--
		buf[i] = '0'
	}
	if f.sharp {
		switch base {
		case 2:
			i--
			buf[i] = 'b'
			i--
			buf[i] = '0'
		case 8:
			if buf[i] != '0' {
				i--
				buf[i] = '0'
			}
		case 16:
			i--
			buf[i] = digits[16]
			i--
			buf[i] = '0'
		}
	}
	if verb == 'O' {
		i--
		buf[i] = 'o'
		i--
		buf[i] = '0'
	}
	if negative {
		i--
		buf[i] = '-'
	} else if f.plus {
		i--
		buf[i] = '+'
	} else if f.space {
		i--
		buf[i] = ' '
	}
	zero := f.zero
	f.zero = false
	f.pad(buf[i:])
	f.zero = zero
}

// truncate cuts s to the precision, in runes.
func (f *formatter) truncate(s string) string {
	n := f.prec
	for i := range s {
		n--
		if n < 0 {
			return s[:i]
		}
	}
	return s
}

func (f *formatter) fmtS(s string) {
	if f.precPresent {
		s = f.truncate(s)
	}
	f.padString(s)
}

func (f *formatter) fmtBs(b []byte) {
	if f.precPresent {
		b = []byte(f.truncate(string(b)))
	}
	f.pad(b)
}

// fmtSbx writes the bytes of s (or b) in hexadecimal.
func (f *formatter) fmtSbx(s string, b []byte, digits string) {
	length := len(b)
	if b == nil {
		length = len(s)
	}
	if f.precPresent && f.prec < length {
		length = f.prec
	}
	width := 2 * length
	if width > 0 {
		if f.space {
			if f.sharp {
				width *= 2
			}
			width += length - 1
		} else if f.sharp {
			width += 2
		}
	} else {
		if f.widPresent {
			f.writePadding(f.wid)
		}
		return
	}
	if f.widPresent && f.wid > width && !f.minus {
		f.writePadding(f.wid - width)
	}
	buf := *f.buf
	if f.sharp {
		buf = append(buf, '0', digits[16])
	}
	for i := 0; i < length; i++ {
		if f.space && i > 0 {
			buf = append(buf, ' ')
			if f.sharp {
				buf = append(buf, '0', digits[16])
			}
		}
		var c byte
		if b != nil {
			c = b[i]
		} else {
			c = s[i]
		}
		buf = append(buf, digits[c>>4], digits[c&0xF])
	}
	*f.buf = buf
	if f.widPresent && f.wid > width && f.minus {
		f.writePadding(f.wid - width)
	}
}

func (f *formatter) fmtSx(s, digits string) { f.fmtSbx(s, nil, digits) }

func (f *formatter) fmtBx(b []byte, digits string) {
	if b == nil {
		f.fmtSbx("", nil, digits)
		return
	}
	f.fmtSbx("", b, digits)
}

// fmtQ writes s quoted; with # in backquotes where that is possible.
func (f *formatter) fmtQ(s string) {
	if f.precPresent {
		s = f.truncate(s)
	}
	if f.sharp && strconv.CanBackquote(s) {
		f.padString("`" + s + "`")
		return
	}
	var b [64]byte
	if f.plus {
		f.pad(strconv.AppendQuoteToASCII(b[:0], s))
	} else {
		f.pad(strconv.AppendQuote(b[:0], s))
	}
}

func (f *formatter) fmtC(c uint64) {
	r := rune(c)
	if c > utf8.MaxRune {
		r = utf8.RuneError
	}
	var b [4]byte
	f.pad(utf8.AppendRune(b[:0], r))
}

func (f *formatter) fmtQc(c uint64) {
	r := rune(c)
	if c > utf8.MaxRune {
		r = utf8.RuneError
	}
	var b [16]byte
	if f.plus {
		f.pad(strconv.AppendQuoteRuneToASCII(b[:0], r))
	} else {
		f.pad(strconv.AppendQuoteRune(b[:0], r))
	}
}

// fmtFloat writes a float; prec is the verb's own precision, -1 for the shortest text.
func (f *formatter) fmtFloat(v float64, size int, verb rune, prec int) {
	var store [32]byte
	num := strconv.AppendFloat(append(store[:0], '+'), v, byte(verb), f.precOr(prec), size)
	if num[1] == '-' || num[1] == '+' {
		num = num[1:]
	}
	if f.space && num[0] == '+' && !f.plus {
		num[0] = ' '
	}
	if num[1] == 'I' || num[1] == 'N' {
		zero := f.zero
		f.zero = false
		if num[1] == 'N' && !f.space && !f.plus {
			num = num[1:]
		}
		f.pad(num)
		f.zero = zero
		return
	}
	if f.sharp && verb != 'b' {
		num = f.sharpFloat(num, verb)
	}
	if f.plus || num[0] != '+' {
		// The sign comes before the padding zeros.
		if f.zero && !f.minus && f.widPresent && f.wid > len(num) {
			*f.buf = append(*f.buf, num[0])
			f.writePadding(f.wid - len(num))
			*f.buf = append(*f.buf, num[1:]...)
			return
		}
		f.pad(num)
		return
	}
	f.pad(num[1:])
}

func (f *formatter) precOr(prec int) int {
	if f.precPresent {
		return f.prec
	}
	return prec
}

// sharpFloat forces a decimal point and, for %g, keeps trailing zeros.
func (f *formatter) sharpFloat(num []byte, verb rune) []byte {
	digits := 0
	switch verb {
	case 'v', 'g', 'G', 'x':
		digits = f.prec
		if !f.precPresent {
			digits = -1
		}
		if digits == -1 {
			digits = 6
			if verb == 'x' {
				digits = 6
			}
		}
	}
	var tailStore [8]byte
	tail := tailStore[:0]
	hasPoint := false
	sawNonzero := false
	for i := 1; i < len(num); i++ {
		switch num[i] {
		case '.':
			hasPoint = true
		case 'p', 'P':
			tail = append(tail, num[i:]...)
			num = num[:i]
		case 'e', 'E':
			if verb != 'x' && verb != 'X' {
				tail = append(tail, num[i:]...)
				num = num[:i]
				break
			}
			if num[i] != '0' {
				sawNonzero = true
			}
			if sawNonzero {
				digits--
			}
		default:
			if num[i] != '0' {
				sawNonzero = true
			}
			if sawNonzero {
				digits--
			}
		}
	}
	if !hasPoint {
		if len(num) == 2 && num[1] == '0' {
			digits--
		}
		num = append(num, '.')
	}
	for digits > 0 {
		num = append(num, '0')
		digits--
	}
	return append(num, tail...)
}
