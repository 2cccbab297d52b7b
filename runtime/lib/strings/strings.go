// Package strings searches, splits, joins and changes UTF-8 strings.
//
// Plain ASCII is decided byte by byte before any rune is decoded, and searches for a byte go
// to the machine's own.
package strings

import (
	"internal/bytealg"
	"internal/unicode"
	"unicode/utf8"
	"unsafe"
)

// textOf views b as a string. b must not change any more.
func textOf(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }

// isSpaceByte reports whether the ASCII byte c is white space.
func isSpaceByte(c byte) bool { return c == ' ' || c-'\t' < 5 }

// Clone returns a copy of s in memory of its own.
func Clone(s string) string {
	if s == "" {
		return ""
	}
	b := make([]byte, len(s))
	copy(b, s)
	return textOf(b)
}

// Compare returns -1, 0 or +1 as a sorts before, equals or sorts after b.
func Compare(a, b string) int {
	if a == b {
		return 0
	}
	if a < b {
		return -1
	}
	return +1
}

// Contains reports whether substr is in s.
func Contains(s, substr string) bool { return Index(s, substr) >= 0 }

// ContainsAny reports whether a rune of chars is in s.
func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

// ContainsRune reports whether r is in s.
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

// ContainsFunc reports whether f holds for a rune of s.
func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

// HasPrefix reports whether s starts with prefix.
func HasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// Count returns how many times substr occurs in s without overlap; an empty one occurs
// before each rune and at the end.
func Count(s, substr string) int {
	switch len(substr) {
	case 0:
		return utf8.RuneCountInString(s) + 1
	case 1:
		return bytealg.CountString(s, substr[0])
	}
	for n := 0; ; n++ {
		i := Index(s, substr)
		if i < 0 {
			return n
		}
		s = s[i+len(substr):]
	}
}

// Index returns the index of the first substr in s, or -1.
func Index(s, substr string) int {
	n := len(substr)
	switch {
	case n == 0:
		return 0
	case n == 1:
		return bytealg.IndexByteString(s, substr[0])
	case n >= len(s):
		if s == substr {
			return 0
		}
		return -1
	}
	// Find the first byte, then compare the rest.
	c, rest := substr[0], substr[1:]
	last := len(s) - n
	for i := 0; i <= last; i++ {
		k := bytealg.IndexByteString(s[i:last+1], c)
		if k < 0 {
			return -1
		}
		i += k
		if s[i+1:i+n] == rest {
			return i
		}
	}
	return -1
}

// IndexByte returns the index of the first c in s, or -1.
func IndexByte(s string, c byte) int { return bytealg.IndexByteString(s, c) }

// IndexRune returns the index of the first r in s, or -1. For utf8.RuneError it finds an
// invalid sequence too.
func IndexRune(s string, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return bytealg.IndexByteString(s, byte(r))
	case r == utf8.RuneError:
		for i, c := range s {
			if c == utf8.RuneError {
				return i
			}
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	var buf [utf8.UTFMax]byte // on the stack
	n := utf8.EncodeRune(buf[:], r)
	return Index(s, unsafe.String(&buf[0], n))
}

// IndexAny returns the index of the first rune in s that is one of chars, or -1.
func IndexAny(s, chars string) int {
	switch {
	case chars == "":
		return -1
	case len(chars) == 1 && chars[0] < utf8.RuneSelf:
		return bytealg.IndexByteString(s, chars[0])
	}
	for i, c := range s {
		if IndexRune(chars, c) >= 0 {
			return i
		}
	}
	return -1
}

// IndexFunc returns the index of the first rune in s for which f holds, or -1.
func IndexFunc(s string, f func(rune) bool) int { return indexFunc(s, f, true) }

// indexFunc finds the first rune for which f returns truth.
func indexFunc(s string, f func(rune) bool, truth bool) int {
	for i, r := range s {
		if f(r) == truth {
			return i
		}
	}
	return -1
}

// LastIndex returns the index of the last substr in s, or -1.
func LastIndex(s, substr string) int {
	n := len(substr)
	if n == 0 {
		return len(s)
	}
	c := substr[0]
	for i := len(s) - n; i >= 0; i-- {
		if s[i] == c && s[i:i+n] == substr {
			return i
		}
	}
	return -1
}

// LastIndexByte returns the index of the last c in s, or -1.
func LastIndexByte(s string, c byte) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// LastIndexAny returns the index of the last rune in s that is one of chars, or -1.
func LastIndexAny(s, chars string) int {
	if chars == "" {
		return -1
	}
	for i := len(s); i > 0; {
		r, width := utf8.DecodeLastRuneInString(s[:i])
		i -= width
		if IndexRune(chars, r) >= 0 {
			return i
		}
	}
	return -1
}

// LastIndexFunc returns the index of the last rune in s for which f holds, or -1.
func LastIndexFunc(s string, f func(rune) bool) int { return lastIndexFunc(s, f, true) }

// lastIndexFunc finds the last rune for which f returns truth.
func lastIndexFunc(s string, f func(rune) bool, truth bool) int {
	for i := len(s); i > 0; {
		r, width := utf8.DecodeLastRuneInString(s[:i])
		i -= width
		if f(r) == truth {
			return i
		}
	}
	return -1
}

// Cut splits s around the first sep; without one it returns s, "", false.
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutLast splits s around the last sep; without one it returns s, "", false.
func CutLast(s, sep string) (before, after string, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix returns s without the prefix, and whether it had it.
func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without the suffix, and whether it had it.
func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// explode splits s into its runes, bad bytes each on its own, at most n pieces if n >= 0.
func explode(s string, n int) []string {
	if count := utf8.RuneCountInString(s); n < 0 || n > count {
		n = count
	}
	out := make([]string, n)
	for i := 0; i < n-1; i++ {
		_, width := utf8.DecodeRuneInString(s)
		out[i] = s[:width]
		s = s[width:]
	}
	if n > 0 {
		out[n-1] = s
	}
	return out
}

// split cuts s after each sep, keeping the first keep bytes of it, into at most n pieces.
func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return explode(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	} else if n > len(s)+1 {
		n = len(s) + 1
	}
	out := make([]string, n)
	i := 0
	for ; i < n-1; i++ {
		m := Index(s, sep)
		if m < 0 {
			break
		}
		out[i] = s[:m+keep]
		s = s[m+len(sep):]
	}
	out[i] = s
	return out[:i+1]
}

// Split cuts s around each sep; an empty sep cuts it into runes.
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitN is Split into at most n pieces, the last one uncut; n < 0 means all.
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

// SplitAfter is Split, but the pieces keep their separators.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitN, but the pieces keep their separators.
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

// Fields splits s around runs of white space.
func Fields(s string) []string {
	// Count the fields, and see whether all is ASCII.
	n, wasSpace := 0, true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return FieldsFunc(s, unicode.IsSpace)
		}
		space := c == ' ' || c-'\t' < 5
		if wasSpace && !space {
			n++
		}
		wasSpace = space
	}
	out := make([]string, n)
	i := 0
	for k := range out {
		for isSpaceByte(s[i]) {
			i++
		}
		start := i
		for i < len(s) {
			if c := s[i]; c == ' ' || c-'\t' < 5 {
				break
			}
			i++
		}
		out[k] = s[start:i]
	}
	return out
}

// FieldsFunc splits s around runs of runes for which f holds.
func FieldsFunc(s string, f func(rune) bool) []string {
	out := make([]string, 0, 8)
	start := -1
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				out = append(out, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		out = append(out, s[start:])
	}
	return out
}

const maxInt = int(^uint(0) >> 1)

// Join returns the elements with sep between them.
func Join(elems []string, sep string) string {
	switch len(elems) {
	case 0:
		return ""
	case 1:
		return elems[0]
	}
	n := 0
	if len(sep) > 0 {
		if len(sep) >= maxInt/(len(elems)-1) {
			panic("strings: Join output length overflow")
		}
		n = len(sep) * (len(elems) - 1)
	}
	for _, e := range elems {
		if len(e) > maxInt-n {
			panic("strings: Join output length overflow")
		}
		n += len(e)
	}
	b := bytealg.MakeNoZero(n)[:0]
	b = append(b, elems[0]...)
	for _, e := range elems[1:] {
		b = append(b, sep...)
		b = append(b, e...)
	}
	return textOf(b)
}

// Repeat returns count copies of s.
func Repeat(s string, count int) string {
	switch {
	case count == 0:
		return ""
	case count == 1:
		return s
	case count < 0:
		panic("strings: negative Repeat count")
	case len(s) > maxInt/count:
		panic("strings: Repeat output length overflow")
	}
	n := len(s) * count
	if n == 0 {
		return ""
	}
	b := bytealg.MakeNoZero(n)[:n]
	for k := copy(b, s); k < n; k *= 2 {
		copy(b[k:], b[:k])
	}
	return textOf(b)
}

// Map returns s with each rune replaced by mapping's result, dropped if that is negative.
func Map(mapping func(rune) rune, s string) string {
	// Nothing is built as long as nothing changes.
	for i, c := range s {
		r := mapping(c)
		if r == c && (c != utf8.RuneError || HasPrefix(s[i:], "\uFFFD")) {
			continue
		}
		b := make([]byte, i, len(s)+utf8.UTFMax)
		copy(b, s)
		if r >= 0 {
			b = utf8.AppendRune(b, r)
		}
		_, width := utf8.DecodeRuneInString(s[i:])
		for _, c := range s[i+width:] {
			r := mapping(c)
			if 0 <= r && r < utf8.RuneSelf {
				b = append(b, byte(r))
			} else if r >= 0 {
				b = utf8.AppendRune(b, r)
			}
		}
		return textOf(b)
	}
	return s
}

// ToUpper maps all letters of s to upper case.
func ToUpper(s string) string {
	i := 0
	for ; i < len(s); i++ {
		if c := s[i]; c-'a' < 26 || c >= utf8.RuneSelf {
			break
		}
	}
	if i == len(s) {
		return s
	}
	b := make([]byte, len(s))
	copy(b, s)
	for ; i < len(b); i++ {
		if c := b[i]; c-'a' < 26 {
			b[i] = c - ('a' - 'A')
		} else if c >= utf8.RuneSelf {
			return Map(unicode.ToUpper, s)
		}
	}
	return textOf(b)
}

// ToLower maps all letters of s to lower case.
func ToLower(s string) string {
	i := 0
	for ; i < len(s); i++ {
		if c := s[i]; c-'A' < 26 || c >= utf8.RuneSelf {
			break
		}
	}
	if i == len(s) {
		return s
	}
	b := make([]byte, len(s))
	copy(b, s)
	for ; i < len(b); i++ {
		if c := b[i]; c-'A' < 26 {
			b[i] = c + ('a' - 'A')
		} else if c >= utf8.RuneSelf {
			return Map(unicode.ToLower, s)
		}
	}
	return textOf(b)
}

// ToTitle maps all letters of s to title case.
func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

// ToUpperSpecial is ToUpper by c's mappings first.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower by c's mappings first.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle by c's mappings first.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// Title maps the letters that begin words to title case. (Its idea of words is crude.)
func Title(s string) string {
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

// ToValidUTF8 returns s with each run of invalid bytes replaced.
func ToValidUTF8(s, replacement string) string {
	if utf8.ValidString(s) {
		return s
	}
	b := make([]byte, 0, len(s)+len(replacement))
	bad := false
	for i, r := range s {
		if r == utf8.RuneError && !HasPrefix(s[i:], "\uFFFD") {
			if !bad {
				b = append(b, replacement...)
			}
			bad = true
			continue
		}
		bad = false
		b = utf8.AppendRune(b, r)
	}
	return textOf(b)
}

// TrimFunc cuts the runes for which f holds from both ends of s.
func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc cuts the runes for which f holds from the start of s.
func TrimLeftFunc(s string, f func(rune) bool) string {
	i := indexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	return s[i:]
}

// TrimRightFunc cuts the runes for which f holds from the end of s.
func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return s[:0]
	}
	_, width := utf8.DecodeRuneInString(s[i:])
	return s[:i+width]
}

// Trim cuts the runes in cutset from both ends of s.
func Trim(s, cutset string) string {
	if s == "" || cutset == "" {
		return s
	}
	return TrimRight(TrimLeft(s, cutset), cutset)
}

// TrimLeft cuts the runes in cutset from the start of s.
func TrimLeft(s, cutset string) string {
	if cutset == "" {
		return s
	}
	for i, r := range s {
		if 0 <= r && r < utf8.RuneSelf { // what IndexRune does, without the call
			if bytealg.IndexByteString(cutset, byte(r)) < 0 {
				return s[i:]
			}
		} else if IndexRune(cutset, r) < 0 {
			return s[i:]
		}
	}
	return ""
}

// TrimRight cuts the runes in cutset from the end of s.
func TrimRight(s, cutset string) string {
	if cutset == "" {
		return s
	}
	for s != "" {
		c, width := s[len(s)-1], 1
		if c < utf8.RuneSelf {
			if bytealg.IndexByteString(cutset, c) < 0 {
				break
			}
		} else {
			var r rune
			if r, width = utf8.DecodeLastRuneInString(s); IndexRune(cutset, r) < 0 {
				break
			}
		}
		s = s[:len(s)-width]
	}
	return s
}

// TrimSpace cuts white space from both ends of s.
func TrimSpace(s string) string {
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
	return s[i:j]
}

// TrimPrefix returns s without the prefix, if it has it.
func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix returns s without the suffix, if it has it.
func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// ReplaceAll is Replace without a limit.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// Replace replaces the first n occurrences of old in s, all of them if n < 0; an empty old
// occurs before each rune and at the end.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	m := Count(s, old)
	if m == 0 {
		return s
	}
	if n < 0 || m < n {
		n = m
	}
	b := bytealg.MakeNoZero(len(s) + n*(len(new)-len(old)))[:0]
	start := 0
	for i := 0; i < n; i++ {
		at := start
		if old != "" {
			at += Index(s[start:], old)
		} else if i > 0 {
			_, width := utf8.DecodeRuneInString(s[start:])
			at += width
		}
		b = append(b, s[start:at]...)
		b = append(b, new...)
		start = at + len(old)
	}
	b = append(b, s[start:]...)
	return textOf(b)
}

// EqualFold reports whether s and t are equal under simple case folding.
func EqualFold(s, t string) bool {
	i := 0
	for ; i < len(s) && i < len(t); i++ {
		a, b := s[i], t[i]
		if a|b >= utf8.RuneSelf {
			return equalFold(s[i:], t[i:])
		}
		if a != b && (a|0x20 != b|0x20 || (a|0x20)-'a' >= 26) {
			return false
		}
	}
	return len(s) == len(t)
}

// equalFold is EqualFold rune by rune.
func equalFold(s, t string) bool {
	for _, a := range s {
		if t == "" {
			return false
		}
		b, width := utf8.DecodeRuneInString(t)
		t = t[width:]
		if a == b {
			continue
		}
		// Go round the orbit of a.
		r := unicode.SimpleFold(a)
		for r != a && r != b {
			r = unicode.SimpleFold(r)
		}
		if r != b {
			return false
		}
	}
	return t == ""
}
