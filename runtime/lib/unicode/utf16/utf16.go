// Package utf16 translates between runes and UTF-16 sequences.
package utf16

const (
	replacement = '\uFFFD'
	maxRune     = '\U0010FFFF'

	highMin = 0xD800 // first of the high (leading) surrogates
	lowMin  = 0xDC00 // first of the low (trailing) surrogates
	lowEnd  = 0xE000 // first code point after the surrogates
	base    = 0x10000
)

// IsSurrogate reports whether r is half of a surrogate pair.
func IsSurrogate(r rune) bool { return highMin <= r && r < lowEnd }

// DecodeRune joins a surrogate pair, or returns the replacement character if it is none.
func DecodeRune(r1, r2 rune) rune {
	if highMin <= r1 && r1 < lowMin && lowMin <= r2 && r2 < lowEnd {
		return base + (r1-highMin)<<10 + (r2 - lowMin)
	}
	return replacement
}

// EncodeRune splits r into its surrogate pair, or returns two replacement characters if r
// needs none or is invalid.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < base || r > maxRune {
		return replacement, replacement
	}
	r -= base
	return highMin + r>>10, lowMin + r&0x3FF
}

// RuneLen returns the number of 16-bit words that encode r, or -1 if r is invalid.
func RuneLen(r rune) int {
	switch {
	case r < 0 || r > maxRune || IsSurrogate(r):
		return -1
	case r < base:
		return 1
	}
	return 2
}

// AppendRune appends the encoding of r to a, the replacement character's if r is invalid.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, replacement)
}

// Encode returns the UTF-16 encoding of s.
func Encode(s []rune) []uint16 {
	a := make([]uint16, 0, len(s))
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// Decode returns the runes that s encodes, unpaired surrogates as replacement characters.
func Decode(s []uint16) []rune {
	out := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			if i+1 < len(s) && r < lowMin && lowMin <= s[i+1] && s[i+1] < lowEnd {
				i++
				r = DecodeRune(r, rune(s[i]))
			} else {
				r = replacement
			}
		}
		out = append(out, r)
	}
	return out
}
