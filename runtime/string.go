package runtime

import "unsafe"

// Strings: concatenation, conversion, comparison, decoding.

type stringStruct struct {
	str unsafe.Pointer
	len int
}

const (
	runeError = '\uFFFD'
	runeSelf  = 0x80
	maxRune   = '\U0010FFFF'
)

// rawstring allocates a string of n bytes, to be filled through the returned pointer.
func rawstring(n int) (string, unsafe.Pointer) {
	p := mallocgc(uintptr(n), nil, false)
	return unsafe.String((*byte)(p), n), p
}

// rawbyteslice allocates n bytes without zeroing them; the rest up to the capacity is zero.
func rawbyteslice(n int) []byte {
	c := int(roundupsize(uintptr(n), true))
	p := mallocgc(uintptr(c), nil, false)
	memclrNoHeapPointers(unsafe.Add(p, n), uintptr(c-n))
	return unsafe.Slice((*byte)(p), c)[:n]
}

func concatstring2(a, b string) string {
	if len(a) == 0 {
		return b
	}
	if len(b) == 0 {
		return a
	}
	s, p := rawstring(len(a) + len(b))
	memmove(p, unsafe.Pointer(unsafe.StringData(a)), uintptr(len(a)))
	memmove(unsafe.Add(p, len(a)), unsafe.Pointer(unsafe.StringData(b)), uintptr(len(b)))
	return s
}

func concatstring3(a, b, c string) string {
	n := len(a) + len(b) + len(c)
	if n == len(a) {
		return a
	}
	s, p := rawstring(n)
	memmove(p, unsafe.Pointer(unsafe.StringData(a)), uintptr(len(a)))
	p = unsafe.Add(p, len(a))
	memmove(p, unsafe.Pointer(unsafe.StringData(b)), uintptr(len(b)))
	memmove(unsafe.Add(p, len(b)), unsafe.Pointer(unsafe.StringData(c)), uintptr(len(c)))
	return s
}

func concatstrings(a []string) string {
	n := 0
	filled := 0
	last := 0
	for i, s := range a {
		if len(s) == 0 {
			continue
		}
		if n+len(s) < n {
			throw("string concatenation too long")
		}
		n += len(s)
		filled++
		last = i
	}
	if filled == 0 {
		return ""
	}
	if filled == 1 {
		return a[last]
	}
	r, p := rawstring(n)
	for _, s := range a {
		memmove(p, unsafe.Pointer(unsafe.StringData(s)), uintptr(len(s)))
		p = unsafe.Add(p, len(s))
	}
	return r
}

func cmpstring(a, b string) int {
	n := len(a)
	if len(b) < n {
		n = len(b)
	}
	if r := memcmp(unsafe.Pointer(unsafe.StringData(a)), unsafe.Pointer(unsafe.StringData(b)), n); r != 0 {
		return r
	}
	if len(a) < len(b) {
		return -1
	}
	if len(a) > len(b) {
		return 1
	}
	return 0
}

func slicebytetostring(p *byte, n int) string {
	if n == 0 {
		return ""
	}
	s, q := rawstring(n)
	memmove(q, unsafe.Pointer(p), uintptr(n))
	return s
}

func stringtoslicebyte(s string) []byte {
	b := rawbyteslice(len(s))
	memmove(unsafe.Pointer(unsafe.SliceData(b)), unsafe.Pointer(unsafe.StringData(s)), uintptr(len(s)))
	return b
}

// conststringtoslicebyte is stringtoslicebyte for a constant: gc makes an array of just its length.
func conststringtoslicebyte(s string) []byte {
	b := stringtoslicebyte(s)
	return b[:len(s):len(s)]
}

func stringtoslicerune(s string) []rune {
	n := 0
	for range s {
		n++
	}
	c := int(roundupsize(uintptr(n)*4, true)) / 4
	r := make([]rune, n, c)
	i := 0
	for _, v := range s {
		r[i] = v
		i++
	}
	return r
}

func slicerunetostring(r []rune) string {
	var tmp [4]byte
	n := len(r)
	for _, v := range r {
		if uint32(v) >= runeSelf {
			n += encoderune(&tmp, v) - 1
		}
	}
	s, p := rawstring(n)
	for _, v := range r {
		if uint32(v) < runeSelf {
			*(*byte)(p) = byte(v)
			p = unsafe.Add(p, 1)
		} else {
			p = unsafe.Add(p, encoderune((*[4]byte)(p), v))
		}
	}
	return s
}

func intstring(v int64) string {
	if int64(rune(v)) != v {
		v = runeError
	}
	var tmp [4]byte
	n := encoderune(&tmp, rune(v))
	return slicebytetostring(&tmp[0], n)
}

// encoderune writes the UTF-8 form of r into p and returns its length; what is no code
// point is written as U+FFFD.
func encoderune(p *[4]byte, r rune) int {
	if uint32(r) < runeSelf {
		p[0] = byte(r)
		return 1
	}
	if uint32(r) < 0x800 {
		p[0] = 0xC0 | byte(r>>6)
		p[1] = 0x80 | byte(r)&0x3F
		return 2
	}
	if uint32(r) > maxRune || 0xD800 <= r && r <= 0xDFFF {
		r = runeError
	}
	if uint32(r) < 0x10000 {
		p[0] = 0xE0 | byte(r>>12)
		p[1] = 0x80 | byte(r>>6)&0x3F
		p[2] = 0x80 | byte(r)&0x3F
		return 3
	}
	p[0] = 0xF0 | byte(r>>18)
	p[1] = 0x80 | byte(r>>12)&0x3F
	p[2] = 0x80 | byte(r>>6)&0x3F
	p[3] = 0x80 | byte(r)&0x3F
	return 4
}

// decoderune decodes the rune at s[k:] and returns it with the index behind it; an
// invalid encoding is U+FFFD of width 1.
func decoderune(s string, k int) (r rune, next int) {
	c := s[k]
	if c < runeSelf {
		return rune(c), k + 1
	}
	n := len(s) - k
	if 0xC2 <= c && c < 0xE0 {
		if n > 1 && s[k+1]&0xC0 == 0x80 {
			return rune(c&0x1F)<<6 | rune(s[k+1]&0x3F), k + 2
		}
	} else if 0xE0 <= c && c < 0xF0 {
		if n > 2 && s[k+1]&0xC0 == 0x80 && s[k+2]&0xC0 == 0x80 {
			r = rune(c&0x0F)<<12 | rune(s[k+1]&0x3F)<<6 | rune(s[k+2]&0x3F)
			if r >= 0x800 && (r < 0xD800 || 0xDFFF < r) {
				return r, k + 3
			}
		}
	} else if 0xF0 <= c && c < 0xF5 {
		if n > 3 && s[k+1]&0xC0 == 0x80 && s[k+2]&0xC0 == 0x80 && s[k+3]&0xC0 == 0x80 {
			r = rune(c&0x07)<<18 | rune(s[k+1]&0x3F)<<12 | rune(s[k+2]&0x3F)<<6 | rune(s[k+3]&0x3F)
			if 0x10000 <= r && r <= maxRune {
				return r, k + 4
			}
		}
	}
	return runeError, k + 1
}

// gostringnocopy views a NUL-terminated string of the host.
func gostringnocopy(p *byte) string {
	n := 0
	for *(*byte)(unsafe.Add(unsafe.Pointer(p), n)) != 0 {
		n++
	}
	return unsafe.String(p, n)
}
