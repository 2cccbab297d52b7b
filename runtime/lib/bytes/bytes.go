// Package bytes searches, splits, joins and changes slices of bytes that hold UTF-8 text.
//
// Searches are those of package strings, on the slice seen as a string; what is here are the
// operations that return slices.
package bytes

import (
	"internal/bytealg"
	"internal/unicode"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// textOf views b as a string for the duration of a call.
func textOf(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }

// Equal reports whether a and b hold the same bytes; nil equals empty.
func Equal(a, b []byte) bool { return bytealg.Equal(a, b) }

// Compare returns -1, 0 or +1 as a sorts before, equals or sorts after b.
func Compare(a, b []byte) int { return bytealg.Compare(a, b) }

// Clone returns a copy of b, nil for nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Contains reports whether subslice is in b.
func Contains(b, subslice []byte) bool { return Index(b, subslice) >= 0 }

// ContainsAny reports whether a rune of chars is in b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune reports whether r is in b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether f holds for a rune of b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// HasPrefix reports whether s starts with prefix.
func HasPrefix(s, prefix []byte) bool {
	return len(s) >= len(prefix) && bytealg.Equal(s[:len(prefix)], prefix)
}

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool {
	return len(s) >= len(suffix) && bytealg.Equal(s[len(s)-len(suffix):], suffix)
}

// Count returns how many times sep occurs in s without overlap; an empty one occurs before
// each rune and at the end.
func Count(s, sep []byte) int { return strings.Count(textOf(s), textOf(sep)) }

// Index returns the index of the first sep in s, or -1.
func Index(s, sep []byte) int { return strings.Index(textOf(s), textOf(sep)) }

// IndexByte returns the index of the first c in b, or -1.
func IndexByte(b []byte, c byte) int { return bytealg.IndexByte(b, c) }

// IndexRune returns the index of the first r in s, or -1; utf8.RuneError is found in an
// invalid sequence too.
func IndexRune(s []byte, r rune) int { return strings.IndexRune(textOf(s), r) }

// IndexAny returns the index of the first rune in s that is one of chars, or -1.
func IndexAny(s []byte, chars string) int { return strings.IndexAny(textOf(s), chars) }

// LastIndex returns the index of the last sep in s, or -1.
func LastIndex(s, sep []byte) int { return strings.LastIndex(textOf(s), textOf(sep)) }

// LastIndexByte returns the index of the last c in s, or -1.
func LastIndexByte(s []byte, c byte) int { return strings.LastIndexByte(textOf(s), c) }

// LastIndexAny returns the index of the last rune in s that is one of chars, or -1.
func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(textOf(s), chars) }

// IndexFunc returns the index of the first rune in s for which f holds, or -1.
func IndexFunc(s []byte, f func(r rune) bool) int { return indexFunc(s, f, true) }

// LastIndexFunc returns the index of the last rune in s for which f holds, or -1.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return lastIndexFunc(s, f, true) }

// indexFunc finds the first rune for which f returns truth.
func indexFunc(s []byte, f func(r rune) bool, truth bool) int {
	for i := 0; i < len(s); {
		r, width := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, width = utf8.DecodeRune(s[i:])
		}
		if f(r) == truth {
			return i
		}
		i += width
	}
	return -1
}

// lastIndexFunc finds the last rune for which f returns truth.
func lastIndexFunc(s []byte, f func(r rune) bool, truth bool) int {
	for i := len(s); i > 0; {
		r, width := utf8.DecodeLastRune(s[:i])
		i -= width
		if f(r) == truth {
			return i
		}
	}
	return -1
}

// EqualFold reports whether s and t are equal under simple case folding.
func EqualFold(s, t []byte) bool { return strings.EqualFold(textOf(s), textOf(t)) }

// Cut splits s around the first sep; without one it returns s, nil, false.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutLast splits s around the last sep; without one it returns s, nil, false.
func CutLast(s, sep []byte) (before, after []byte, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix returns s without the prefix, and whether it had it.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without the suffix, and whether it had it.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// explode splits s into its runes, bad bytes each on its own, at most n pieces if n > 0.
func explode(s []byte, n int) [][]byte {
	if n <= 0 || n > len(s) {
		n = len(s)
	}
	out := make([][]byte, 0, n)
	for len(s) > 0 {
		if n--; n == 0 {
			out = append(out, s)
			break
		}
		_, width := utf8.DecodeRune(s)
		out = append(out, s[:width:width])
		s = s[width:]
	}
	return out
}

// split cuts s after each sep, keeping the first keep bytes of it, into at most n pieces.
func split(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	if len(sep) == 0 {
		return explode(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	} else if n > len(s)+1 {
		n = len(s) + 1
	}
	out := make([][]byte, n)
	i := 0
	for ; i < n-1; i++ {
		m := Index(s, sep)
		if m < 0 {
			break
		}
		out[i] = s[: m+keep : m+keep]
		s = s[m+len(sep):]
	}
	out[i] = s
	return out[:i+1]
}

// Split cuts s around each sep; an empty sep cuts it into runes.
func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

// SplitN is Split into at most n pieces, the last one uncut; n < 0 means all.
func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

// SplitAfter is Split, but the pieces keep their separators.
func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitN, but the pieces keep their separators.
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

// Fields splits s around runs of white space.
func Fields(s []byte) [][]byte { return FieldsFunc(s, unicode.IsSpace) }

// FieldsFunc splits s around runs of runes for which f holds.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	out := make([][]byte, 0, 8)
	start := -1
	for i := 0; i < len(s); {
		r, width := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, width = utf8.DecodeRune(s[i:])
		}
		if f(r) {
			if start >= 0 {
				out = append(out, s[start:i:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
		i += width
	}
	if start >= 0 {
		out = append(out, s[start:len(s):len(s)])
	}
	return out
}

const maxInt = int(^uint(0) >> 1)

// Join returns the pieces with sep between them.
func Join(s [][]byte, sep []byte) []byte {
	switch len(s) {
	case 0:
		return []byte{}
	case 1:
		return append([]byte(nil), s[0]...)
	}
	n := 0
	if len(sep) > 0 {
		if len(sep) >= maxInt/(len(s)-1) {
			panic("bytes: Join output length overflow")
		}
		n = len(sep) * (len(s) - 1)
	}
	for _, v := range s {
		if len(v) > maxInt-n {
			panic("bytes: Join output length overflow")
		}
		n += len(v)
	}
	b := bytealg.MakeNoZero(n)[:0:n]
	b = append(b, s[0]...)
	for _, v := range s[1:] {
		b = append(b, sep...)
		b = append(b, v...)
	}
	return b
}

// Repeat returns count copies of b.
func Repeat(b []byte, count int) []byte {
	if count == 0 {
		return []byte{}
	}
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	if len(b) > maxInt/count {
		panic("bytes: Repeat output length overflow")
	}
	n := len(b) * count
	out := bytealg.MakeNoZero(n)[:n:n]
	k := copy(out, b)
	for k > 0 && k < n {
		k += copy(out[k:], out[:k])
	}
	return out
}

// Map returns s with each rune replaced by mapping's result, dropped if that is negative.
func Map(mapping func(r rune) rune, s []byte) []byte {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, width := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, width = utf8.DecodeRune(s[i:])
		}
		i += width
		if r = mapping(r); r >= 0 {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

// isASCII reports whether s holds ASCII only.
func isASCII(s []byte) bool {
	for _, c := range s {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// ToUpper returns a copy of s with all letters in upper case.
func ToUpper(s []byte) []byte {
	if !isASCII(s) {
		return Map(unicode.ToUpper, s)
	}
	out := append([]byte(""), s...)
	for i, c := range out {
		if c-'a' < 26 {
			out[i] = c - ('a' - 'A')
		}
	}
	return out
}

// ToLower returns a copy of s with all letters in lower case.
func ToLower(s []byte) []byte {
	if !isASCII(s) {
		return Map(unicode.ToLower, s)
	}
	out := append([]byte(""), s...)
	for i, c := range out {
		if c-'A' < 26 {
			out[i] = c + ('a' - 'A')
		}
	}
	return out
}

// ToTitle returns a copy of s with all letters in title case.
func ToTitle(s []byte) []byte { return Map(unicode.ToTitle, s) }

// ToUpperSpecial is ToUpper by c's mappings first.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower by c's mappings first.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle by c's mappings first.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// Title returns a copy of s in which the letters that begin words have title case.
func Title(s []byte) []byte {
	prev := ' '
	return Map(func(r rune) rune {
		separates := separator(prev)
		prev = r
		if separates {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

// separator reports whether r can stand between words.
func separator(r rune) bool {
	if r < utf8.RuneSelf {
		return !('0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z' || r == '_')
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && unicode.IsSpace(r)
}

// ToValidUTF8 returns a copy of s with each run of invalid bytes replaced.
func ToValidUTF8(s, replacement []byte) []byte {
	out := make([]byte, 0, len(s)+len(replacement))
	bad := false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			out = append(out, c)
			bad = false
			i++
			continue
		}
		_, width := utf8.DecodeRune(s[i:])
		if width == 1 {
			if !bad {
				out = append(out, replacement...)
			}
			bad = true
		} else {
			out = append(out, s[i:i+width]...)
			bad = false
		}
		i += width
	}
	return out
}

// TrimFunc cuts the runes for which f holds from both ends of s.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc cuts the runes for which f holds from the start of s; nil if nothing is left.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	i := indexFunc(s, f, false)
	if i < 0 {
		return nil
	}
	return s[i:]
}

// TrimRightFunc cuts the runes for which f holds from the end of s.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return s[:0]
	}
	_, width := utf8.DecodeRune(s[i:])
	return s[:i+width]
}

// Trim cuts the runes in cutset from both ends of s.
func Trim(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	if cutset == "" {
		return s
	}
	return TrimRight(TrimLeft(s, cutset), cutset)
}

// TrimLeft cuts the runes in cutset from the start of s; nil if nothing is left.
func TrimLeft(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	if cutset == "" {
		return s
	}
	rest := strings.TrimLeft(textOf(s), cutset)
	if rest == "" {
		return nil
	}
	return s[len(s)-len(rest):]
}

// TrimRight cuts the runes in cutset from the end of s.
func TrimRight(s []byte, cutset string) []byte {
	return s[:len(strings.TrimRight(textOf(s), cutset))]
}

// TrimSpace cuts white space from both ends of s; nil if nothing is left.
func TrimSpace(s []byte) []byte {
	i, j := 0, len(s)
	for ; i < j; i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return TrimFunc(s[i:], unicode.IsSpace)
		}
		if c != ' ' && c-'\t' >= 5 {
			break
		}
	}
	for ; j > i; j-- {
		c := s[j-1]
		if c >= utf8.RuneSelf {
			return TrimRightFunc(s[i:j], unicode.IsSpace)
		}
		if c != ' ' && c-'\t' >= 5 {
			break
		}
	}
	if i == j {
		return nil
	}
	return s[i:j]
}

// TrimPrefix returns s without the prefix, if it has it.
func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix returns s without the suffix, if it has it.
func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// ReplaceAll is Replace without a limit.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Replace returns a copy of s with the first n occurrences of old replaced, all of them if
// n < 0; an empty old occurs before each rune and at the end.
func Replace(s, old, new []byte, n int) []byte {
	m := 0
	if n != 0 {
		m = Count(s, old)
	}
	if m == 0 {
		return append([]byte(nil), s...)
	}
	if n < 0 || m < n {
		n = m
	}
	size := len(s) + n*(len(new)-len(old))
	out := bytealg.MakeNoZero(size)[:0:size]
	start := 0
	for i := 0; i < n; i++ {
		at := start
		if len(old) > 0 {
			at += Index(s[start:], old)
		} else if i > 0 {
			_, width := utf8.DecodeRune(s[start:])
			at += width
		}
		out = append(out, s[start:at]...)
		out = append(out, new...)
		start = at + len(old)
	}
	return append(out, s[start:]...)
}

// Runes returns the runes of s.
func Runes(s []byte) []rune {
	out := make([]rune, 0, utf8.RuneCount(s))
	for _, r := range textOf(s) {
		out = append(out, r)
	}
	return out
}
