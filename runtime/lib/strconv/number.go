// Package strconv converts between values of basic types and their text.
package strconv

import "errors"

// ErrRange says that a value is out of range for its type.
var ErrRange = errors.New("value out of range")

// ErrSyntax says that a value does not have the syntax of its type.
var ErrSyntax = errors.New("invalid syntax")

// NumError describes a failed conversion.
type NumError struct {
	Func string // the function that failed, without the package
	Num  string // its input
	Err  error  // the reason, such as ErrRange or ErrSyntax
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

// IntSize is the size of an int in bits.
const IntSize = 64

const maxUint64 = 1<<64 - 1

// ParseBool accepts 1, t, T, TRUE, true, True, 0, f, F, FALSE, false, False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, &NumError{"ParseBool", str, ErrSyntax}
}

// FormatBool returns "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false" to dst.
func AppendBool(dst []byte, b bool) []byte {
	if b {
		return append(dst, "true"...)
	}
	return append(dst, "false"...)
}

// digitValue returns the value of a digit of base 36 or less, or 99.
func digitValue(c byte) uint64 {
	if c -= '0'; c <= 9 {
		return uint64(c)
	}
	// 'A' and 'a' differ by 0x20; c has been moved down by '0'.
	if c = (c + '0') | 0x20 - 'a'; c < 26 {
		return uint64(c) + 10
	}
	return 99
}

// parseUint is ParseUint, with the bare reason as its error.
func parseUint(s string, base, bitSize int) (uint64, error) {
	if s == "" {
		return 0, ErrSyntax
	}
	whole, prefixed := s, false
	if base == 0 {
		base, prefixed = 10, true
		if s[0] == '0' {
			base = 8
			if len(s) >= 3 {
				switch s[1] | 0x20 {
				case 'b':
					base, s = 2, s[1:]
				case 'o':
					s = s[1:]
				case 'x':
					base, s = 16, s[1:]
				}
			}
			s = s[1:]
		}
	} else if base < 2 || base > 36 {
		return 0, errors.New("invalid base " + Itoa(base))
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, errors.New("invalid bit size " + Itoa(bitSize))
	}
	limit := uint64(maxUint64) >> uint(64-bitSize)
	most := uint64(maxUint64) / uint64(base) // beyond it a further digit overflows
	var n uint64
	underscores := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '_' && prefixed {
			underscores = true
			continue
		}
		d := digitValue(c)
		if d >= uint64(base) {
			return 0, ErrSyntax
		}
		if n > most {
			return limit, ErrRange
		}
		next := n*uint64(base) + d
		if next < d || next > limit {
			return limit, ErrRange
		}
		n = next
	}
	if underscores && !underscoresFit(whole) {
		return 0, ErrSyntax
	}
	return n, nil
}

// underscoresFit reports whether each underscore of the number s stands between two digits,
// where the prefix 0x, 0o or 0b counts as a digit.
func underscoresFit(s string) bool {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	afterDigit, hex := false, false
	if len(s) >= 2 && s[0] == '0' {
		if p := s[1] | 0x20; p == 'x' || p == 'o' || p == 'b' {
			hex, afterDigit = p == 'x', true
			s = s[2:]
		}
	}
	afterUnderscore := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		v := digitValue(c)
		if v < 10 || hex && v < 16 {
			afterDigit, afterUnderscore = true, false
		} else if c == '_' {
			if !afterDigit {
				return false
			}
			afterDigit, afterUnderscore = false, true
		} else {
			if afterUnderscore {
				return false
			}
			afterDigit = false
		}
	}
	return !afterUnderscore
}

// ParseUint parses an unsigned number in the given base (2 to 36, or 0: by its prefix, with
// underscores allowed) that must fit into bitSize bits (0: an int).
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	n, err := parseUint(s, base, bitSize)
	if err != nil {
		return n, &NumError{"ParseUint", s, err}
	}
	return n, nil
}

// parseInt is ParseInt, with the bare reason as its error.
func parseInt(s string, base, bitSize int) (int64, error) {
	if s == "" {
		return 0, ErrSyntax
	}
	neg := s[0] == '-'
	if neg || s[0] == '+' {
		s = s[1:]
	}
	u, err := parseUint(s, base, bitSize)
	if err != nil && err != ErrRange {
		return 0, err
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	half := uint64(1) << uint(bitSize-1)
	if !neg && u >= half {
		return int64(half - 1), ErrRange
	}
	if neg && u > half {
		return -int64(half), ErrRange
	}
	if neg {
		return -int64(u), nil
	}
	return int64(u), nil
}

// ParseInt is ParseUint for numbers that may have a sign. Out of range, it returns the nearest
// number that fits.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	i, err = parseInt(s, base, bitSize)
	if err != nil {
		return i, &NumError{"ParseInt", s, err}
	}
	return i, nil
}

// Atoi is ParseInt(s, 10, 0) for an int.
func Atoi(s string) (int, error) {
	// Fewer than 19 characters cannot overflow.
	if n := len(s); 0 < n && n < 19 {
		i := 0
		c := s[0]
		if c == '-' || c == '+' {
			i = 1
		}
		v, ok := 0, i < n
		for ; i < n; i++ {
			d := s[i] - '0'
			if d > 9 {
				ok = false
				break
			}
			v = v*10 + int(d)
		}
		if ok {
			if c == '-' {
				v = -v
			}
			return v, nil
		}
		return 0, &NumError{"Atoi", s, ErrSyntax}
	}
	v, err := parseInt(s, 10, 0)
	if err != nil {
		return int(v), &NumError{"Atoi", s, err}
	}
	return int(v), nil
}

const (
	lowerDigits = "0123456789abcdefghijklmnopqrstuvwxyz"
	upperHex    = "0123456789ABCDEF"

	// pairs holds the numbers 00 to 99.
	pairs = "00010203040506070809101112131415161718192021222324252627282930313233343536373839" +
		"40414243444546474849505152535455565758596061626364656667686970717273747576777879" +
		"8081828384858687888990919293949596979899"
)

// writeDigits writes u in the given base so that it ends at the end of buf, and returns where
// it starts. buf must be long enough.
func writeDigits(buf []byte, u uint64, base int) int {
	i := len(buf)
	if base == 10 {
		for u >= 100 {
			q := u / 100
			j := int(u-q*100) * 2
			i -= 2
			buf[i+1] = pairs[j+1]
			buf[i] = pairs[j]
			u = q
		}
		if u >= 10 {
			j := int(u) * 2
			i -= 2
			buf[i+1] = pairs[j+1]
			buf[i] = pairs[j]
			return i
		}
		i--
		buf[i] = '0' + byte(u)
		return i
	}
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
	b := uint64(base)
	for u >= b {
		q := u / b
		i--
		buf[i] = lowerDigits[u-q*b]
		u = q
	}
	i--
	buf[i] = lowerDigits[u]
	return i
}

// writeSigned is writeDigits for a number with a sign.
func writeSigned(buf []byte, v int64, base int) int {
	if v >= 0 {
		return writeDigits(buf, uint64(v), base)
	}
	i := writeDigits(buf, -uint64(v), base) - 1
	buf[i] = '-'
	return i
}

// textSize is the longest text of an integer: 64 binary digits and a sign.
const textSize = 65

// Itoa is FormatInt(int64(i), 10).
func Itoa(i int) string {
	if 0 <= i && i < 100 {
		if i < 10 {
			return lowerDigits[i : i+1]
		}
		return pairs[i*2 : i*2+2]
	}
	var buf [20]byte
	return string(buf[writeSigned(buf[:], int64(i), 10):])
}

// FormatInt returns the text of i in a base from 2 to 36.
func FormatInt(i int64, base int) string {
	if 0 <= i && i < 10 && base == 10 {
		return lowerDigits[i : i+1]
	}
	var buf [textSize]byte
	return string(buf[writeSigned(buf[:], i, base):])
}

// FormatUint returns the text of i in a base from 2 to 36.
func FormatUint(i uint64, base int) string {
	if i < 10 && base == 10 {
		return lowerDigits[i : i+1]
	}
	var buf [textSize]byte
	return string(buf[writeDigits(buf[:], i, base):])
}

// AppendInt appends FormatInt(i, base) to dst.
func AppendInt(dst []byte, i int64, base int) []byte {
	if 0 <= i && i < 10 && base == 10 {
		return append(dst, '0'+byte(i))
	}
	var buf [textSize]byte
	return append(dst, buf[writeSigned(buf[:], i, base):]...)
}

// AppendUint appends FormatUint(i, base) to dst.
func AppendUint(dst []byte, i uint64, base int) []byte {
	if i < 10 && base == 10 {
		return append(dst, '0'+byte(i))
	}
	var buf [textSize]byte
	return append(dst, buf[writeDigits(buf[:], i, base):]...)
}
