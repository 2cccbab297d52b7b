// Package utf8 translates between runes and their UTF-8 byte sequences.
//
// The decoders test the lead byte with comparisons instead of a class table: ASCII is
// decided by the first comparison, and no table has to be laid out in the image.
package utf8

import "unsafe"

const (
	RuneError = '\uFFFD'     // stands for a byte sequence that is not UTF-8
	RuneSelf  = 0x80         // runes below it are single bytes
	MaxRune   = '\U0010FFFF' // the largest code point
	UTFMax    = 4            // the longest encoding, in bytes
)

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
)

// textOf views p as a string without copying. The view must not outlive the call that made it.
func textOf(p []byte) string { return *(*string)(unsafe.Pointer(&p)) }

// FullRune reports whether p starts with a complete encoding. An invalid sequence is complete,
// since it decodes as an error of width one.
func FullRune(p []byte) bool { return FullRuneInString(textOf(p)) }

// FullRuneInString is FullRune for a string.
func FullRuneInString(s string) bool {
	n := len(s)
	if n == 0 {
		return false
	}
	lead := s[0]
	if n >= 4 || lead < 0xC2 || lead > 0xF4 {
		return true
	}
	need := 2
	if lead >= 0xF0 {
		need = 4
	} else if lead >= 0xE0 {
		need = 3
	}
	if n >= need {
		return true
	}
	if n > 1 && !secondFits(lead, s[1]) {
		return true
	}
	return n > 2 && s[2]&0xC0 != 0x80
}

// secondFits reports whether b may follow the lead byte of a sequence of three or four.
func secondFits(lead, b byte) bool {
	switch lead {
	case 0xE0:
		return 0xA0 <= b && b <= 0xBF
	case 0xED:
		return 0x80 <= b && b <= 0x9F
	case 0xF0:
		return 0x90 <= b && b <= 0xBF
	case 0xF4:
		return 0x80 <= b && b <= 0x8F
	}
	return b&0xC0 == 0x80
}

// DecodeRune returns the first rune of p and its width in bytes: (RuneError, 0) if p is
// empty, (RuneError, 1) if it does not start with a valid encoding.
func DecodeRune(p []byte) (r rune, size int) {
	if len(p) > 0 {
		if b := p[0]; b < RuneSelf {
			return rune(b), 1
		}
	}
	return DecodeRuneInString(textOf(p))
}

// DecodeRuneInString is DecodeRune for a string.
func DecodeRuneInString(s string) (r rune, size int) {
	n := len(s)
	if n == 0 {
		return RuneError, 0
	}
	b0 := s[0]
	if b0 < RuneSelf {
		return rune(b0), 1
	}
	if n < 2 || b0 < 0xC2 || b0 > 0xF4 {
		return RuneError, 1
	}
	b1 := s[1]
	if b1&0xC0 != 0x80 {
		return RuneError, 1
	}
	r = rune(b1 & 0x3F)
	if b0 < 0xE0 {
		return rune(b0&0x1F)<<6 | r, 2
	}
	if n < 3 {
		return RuneError, 1
	}
	b2 := s[2]
	if b2&0xC0 != 0x80 {
		return RuneError, 1
	}
	r = r<<6 | rune(b2&0x3F)
	if b0 < 0xF0 {
		r |= rune(b0&0x0F) << 12
		if r < 0x800 || surrogateMin <= r && r <= surrogateMax {
			return RuneError, 1
		}
		return r, 3
	}
	if n < 4 {
		return RuneError, 1
	}
	b3 := s[3]
	if b3&0xC0 != 0x80 {
		return RuneError, 1
	}
	r = rune(b0&0x07)<<18 | r<<6 | rune(b3&0x3F)
	if r < 0x10000 || r > MaxRune {
		return RuneError, 1
	}
	return r, 4
}

// DecodeLastRune returns the last rune of p and its width, with DecodeRune's error results.
func DecodeLastRune(p []byte) (r rune, size int) { return DecodeLastRuneInString(textOf(p)) }

// DecodeLastRuneInString is DecodeLastRune for a string.
func DecodeLastRuneInString(s string) (r rune, size int) {
	end := len(s)
	if end == 0 {
		return RuneError, 0
	}
	if b := s[end-1]; b < RuneSelf {
		return rune(b), 1
	}
	limit := end - UTFMax
	if limit < 0 {
		limit = 0
	}
	// The candidate is the nearest byte before the end that is no continuation byte.
	start := end - 2
	for start >= limit && s[start]&0xC0 == 0x80 {
		start--
	}
	if start < limit {
		return RuneError, 1
	}
	r, size = DecodeRuneInString(s[start:end])
	if start+size != end {
		return RuneError, 1
	}
	return r, size
}

// RuneLen returns how many bytes encode r, or -1 if r is no valid code point.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case surrogateMin <= r && r <= surrogateMax:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes r to the front of p and returns the width. An invalid r is written as
// RuneError. It panics if p is too short.
func EncodeRune(p []byte, r rune) int {
	if uint32(r) < RuneSelf {
		p[0] = byte(r)
		return 1
	}
	if uint32(r) < 0x800 {
		p[1] = 0x80 | byte(r)&0x3F
		p[0] = 0xC0 | byte(r>>6)
		return 2
	}
	if uint32(r) > MaxRune || surrogateMin <= r && r <= surrogateMax {
		r = RuneError
	}
	if r < 0x10000 {
		p[2] = 0x80 | byte(r)&0x3F
		p[1] = 0x80 | byte(r>>6)&0x3F
		p[0] = 0xE0 | byte(r>>12)
		return 3
	}
	p[3] = 0x80 | byte(r)&0x3F
	p[2] = 0x80 | byte(r>>6)&0x3F
	p[1] = 0x80 | byte(r>>12)&0x3F
	p[0] = 0xF0 | byte(r>>18)
	return 4
}

// AppendRune appends the encoding of r to p, RuneError's if r is invalid.
func AppendRune(p []byte, r rune) []byte {
	if uint32(r) < RuneSelf {
		return append(p, byte(r))
	}
	if uint32(r) < 0x800 {
		return append(p, 0xC0|byte(r>>6), 0x80|byte(r)&0x3F)
	}
	if uint32(r) > MaxRune || surrogateMin <= r && r <= surrogateMax {
		r = RuneError
	}
	if r < 0x10000 {
		return append(p, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return append(p, 0xF0|byte(r>>18), 0x80|byte(r>>12)&0x3F, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
}

// RuneCount returns the number of runes in p; each byte of an invalid sequence counts as one.
func RuneCount(p []byte) int {
	n := 0
	for range textOf(p) {
		n++
	}
	return n
}

// RuneCountInString is RuneCount for a string.
func RuneCountInString(s string) (n int) {
	for range s {
		n++
	}
	return n
}

// RuneStart reports whether b can be the first byte of an encoding, valid or not.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// Valid reports whether p consists of valid encodings only.
func Valid(p []byte) bool { return ValidString(textOf(p)) }

// ValidString is Valid for a string.
func ValidString(s string) bool {
	for i, r := range s {
		// The replacement rune is either spelled out, or the mark of a bad byte.
		if r == RuneError && (len(s)-i < 3 || s[i] != 0xEF || s[i+1] != 0xBF) {
			return false
		}
	}
	return true
}

// ValidRune reports whether r can be encoded: in range and not half of a surrogate pair.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateMin || surrogateMax < r && r <= MaxRune
}
