package strconv

import "unicode/utf8"

// style says which runes a quoted text may show as they are.
type style int

const (
	printOnly  style = iota // those that IsPrint accepts
	graphicToo              // those that IsGraphic accepts
	asciiOnly               // printable ASCII
)

// IsPrint reports whether r is printable by Go's definition: letters, marks, numbers,
// punctuation, symbols and the ASCII space.
func IsPrint(r rune) bool {
	if uint32(r) < utf8.RuneSelf {
		return ' ' <= r && r <= '~'
	}
	lo, hi := 0, len(printable)/6
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		i := m * 6
		if r < rune(printable[i])<<16|rune(printable[i+1])<<8|rune(printable[i+2]) {
			hi = m
		} else if r > rune(printable[i+3])<<16|rune(printable[i+4])<<8|rune(printable[i+5]) {
			lo = m + 1
		} else {
			return true
		}
	}
	return false
}

// IsGraphic reports whether r is printable or a space character.
func IsGraphic(r rune) bool { return IsPrint(r) || isSpacing(r) }

// isSpacing reports whether r is of category Zs, the ASCII space excepted.
func isSpacing(r rune) bool {
	switch r {
	case 0xA0, 0x1680, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

// appendRune appends r as it stands within the given quotes, escaped where needed.
func appendRune(buf []byte, r rune, quote byte, st style) []byte {
	if r == rune(quote) || r == '\\' {
		return append(buf, '\\', byte(r))
	}
	if r < utf8.RuneSelf {
		if ' ' <= r && r <= '~' {
			return append(buf, byte(r))
		}
	} else if st != asciiOnly && (IsPrint(r) || st == graphicToo && isSpacing(r)) {
		return utf8.AppendRune(buf, r)
	}
	if '\a' <= r && r <= '\r' {
		return append(buf, '\\', "abtnvfr"[r-'\a'])
	}
	if r < ' ' || r == 0x7F {
		return append(buf, '\\', 'x', lowerDigits[byte(r)>>4], lowerDigits[r&15])
	}
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	shift := 12
	letter := byte('u')
	if r >= 0x10000 {
		shift, letter = 28, 'U'
	}
	buf = append(buf, '\\', letter)
	for ; shift >= 0; shift -= 4 {
		buf = append(buf, lowerDigits[r>>uint(shift)&15])
	}
	return buf
}

// appendQuoted appends s within quotes. Runs of plain ASCII are appended at once.
func appendQuoted(buf []byte, s string, quote byte, st style) []byte {
	if cap(buf)-len(buf) < len(s)+2 {
		grown := make([]byte, len(buf), len(buf)+len(s)+2)
		copy(grown, buf)
		buf = grown
	}
	buf = append(buf, quote)
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if ' ' <= c && c <= '~' && c != quote && c != '\\' {
			i++
			continue
		}
		buf = append(buf, s[start:i]...)
		if c < utf8.RuneSelf {
			buf = appendRune(buf, rune(c), quote, st)
			i++
		} else {
			r, width := utf8.DecodeRuneInString(s[i:])
			if width == 1 {
				buf = append(buf, '\\', 'x', lowerDigits[c>>4], lowerDigits[c&15])
			} else {
				buf = appendRune(buf, r, quote, st)
			}
			i += width
		}
		start = i
	}
	buf = append(buf, s[start:]...)
	return append(buf, quote)
}

func appendQuotedRune(buf []byte, r rune, st style) []byte {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	buf = append(buf, '\'')
	buf = appendRune(buf, r, '\'', st)
	return append(buf, '\'')
}

// Quote returns a double-quoted Go string literal for s, with escapes for what IsPrint rejects.
func Quote(s string) string { return string(appendQuoted(nil, s, '"', printOnly)) }

// AppendQuote appends Quote(s) to dst.
func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', printOnly) }

// QuoteToASCII is Quote with escapes for everything beyond ASCII too.
func QuoteToASCII(s string) string { return string(appendQuoted(nil, s, '"', asciiOnly)) }

// AppendQuoteToASCII appends QuoteToASCII(s) to dst.
func AppendQuoteToASCII(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', asciiOnly) }

// QuoteToGraphic is Quote without escapes for what IsGraphic accepts.
func QuoteToGraphic(s string) string { return string(appendQuoted(nil, s, '"', graphicToo)) }

// AppendQuoteToGraphic appends QuoteToGraphic(s) to dst.
func AppendQuoteToGraphic(dst []byte, s string) []byte {
	return appendQuoted(dst, s, '"', graphicToo)
}

// QuoteRune returns a Go character literal for r, with an escape if IsPrint rejects it.
func QuoteRune(r rune) string { return string(appendQuotedRune(nil, r, printOnly)) }

// AppendQuoteRune appends QuoteRune(r) to dst.
func AppendQuoteRune(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, printOnly) }

// QuoteRuneToASCII is QuoteRune with an escape for everything beyond ASCII too.
func QuoteRuneToASCII(r rune) string { return string(appendQuotedRune(nil, r, asciiOnly)) }

// AppendQuoteRuneToASCII appends QuoteRuneToASCII(r) to dst.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, asciiOnly) }

// QuoteRuneToGraphic is QuoteRune without an escape for what IsGraphic accepts.
func QuoteRuneToGraphic(r rune) string { return string(appendQuotedRune(nil, r, graphicToo)) }

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic(r) to dst.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, graphicToo)
}

// CanBackquote reports whether s can stand unchanged in a raw string literal on one line.
func CanBackquote(s string) bool {
	for i, r := range s {
		if r < ' ' && r != '\t' || r == '`' || r == 0x7F || r == '\uFEFF' {
			return false
		}
		if r == utf8.RuneError {
			if _, width := utf8.DecodeRuneInString(s[i:]); width == 1 {
				return false
			}
		}
	}
	return true
}

// UnquoteChar decodes the first character of the literal body s: its value, whether it stands
// for a rune of several bytes (rather than one byte), and what follows it. quote is the quote
// that ends the literal and may be escaped in it; 0 allows both quotes, neither escaped.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	if c == quote && (quote == '\'' || quote == '"') {
		return 0, false, "", ErrSyntax
	}
	if c >= utf8.RuneSelf {
		r, width := utf8.DecodeRuneInString(s)
		return r, true, s[width:], nil
	}
	if c != '\\' {
		return rune(c), false, s[1:], nil
	}
	if len(s) < 2 {
		return 0, false, "", ErrSyntax
	}
	c, s = s[1], s[2:]
	// digits and shift describe the number that follows, if any.
	digits, shift := 0, uint(4)
	switch c {
	case 'a':
		return '\a', false, s, nil
	case 'b':
		return '\b', false, s, nil
	case 'f':
		return '\f', false, s, nil
	case 'n':
		return '\n', false, s, nil
	case 'r':
		return '\r', false, s, nil
	case 't':
		return '\t', false, s, nil
	case 'v':
		return '\v', false, s, nil
	case '\\':
		return '\\', false, s, nil
	case '\'', '"':
		if c == quote {
			return rune(c), false, s, nil
		}
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	case '0', '1', '2', '3', '4', '5', '6', '7':
		digits, shift = 2, 3
		value = rune(c - '0')
	}
	if digits == 0 || len(s) < digits {
		return 0, false, "", ErrSyntax
	}
	for i := 0; i < digits; i++ {
		d := digitValue(s[i])
		if d >= 1<<shift {
			return 0, false, "", ErrSyntax
		}
		value = value<<shift | rune(d)
	}
	if multibyte = digits > 2; multibyte && !utf8.ValidRune(value) || !multibyte && value > 255 {
		return 0, false, "", ErrSyntax
	}
	return value, multibyte, s[digits:], nil
}

// indexByte returns the index of the first c in s, or -1.
func indexByte(s string, c byte) int {
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// QuotedPrefix returns the quoted literal that s starts with, still quoted.
func QuotedPrefix(s string) (string, error) {
	_, end, err := unquote(s, false)
	if err != nil {
		return "", err
	}
	return s[:end], nil
}

// Unquote returns what the Go string or character literal s stands for.
func Unquote(s string) (string, error) {
	out, end, err := unquote(s, true)
	if err != nil || end != len(s) {
		return "", ErrSyntax
	}
	return out, nil
}

// unquote reads the literal at the front of s and returns its length, and if decode is set
// what it stands for.
func unquote(s string, decode bool) (out string, end int, err error) {
	if len(s) < 2 {
		return "", 0, ErrSyntax
	}
	quote := s[0]
	switch quote {
	case '`':
		n := indexByte(s[1:], '`')
		if n < 0 {
			return "", 0, ErrSyntax
		}
		out = s[1 : 1+n]
		if decode && indexByte(out, '\r') >= 0 {
			buf := make([]byte, 0, n)
			for i := 0; i < n; i++ {
				if out[i] != '\r' {
					buf = append(buf, out[i])
				}
			}
			out = string(buf)
		}
		return out, n + 2, nil
	case '"', '\'':
		// Nothing to decode, if the literal is plain up to its end.
		i := 1
		for i < len(s) && s[i] != quote && s[i] != '\\' && s[i] != '\n' && s[i] < utf8.RuneSelf {
			i++
		}
		if i < len(s) && s[i] == quote && (quote == '"' || i == 2) {
			return s[1:i], i + 1, nil
		}
		return unquoteEscaped(s, quote, decode)
	}
	return "", 0, ErrSyntax
}

func unquoteEscaped(s string, quote byte, decode bool) (out string, end int, err error) {
	// A closing quote must exist at all, whatever comes before it.
	if indexByte(s[1:], quote) < 0 {
		return "", 0, ErrSyntax
	}
	var buf []byte
	rest := s[1:]
	for rest != "" && rest[0] != quote {
		if rest[0] == '\n' {
			return "", 0, ErrSyntax
		}
		r, multibyte, tail, err := UnquoteChar(rest, quote)
		if err != nil {
			return "", 0, err
		}
		rest = tail
		if decode {
			if multibyte {
				buf = utf8.AppendRune(buf, r)
			} else {
				buf = append(buf, byte(r))
			}
		}
		if quote == '\'' {
			break // a character literal holds one character
		}
	}
	if rest == "" || rest[0] != quote {
		return "", 0, ErrSyntax
	}
	return string(buf), len(s) - len(rest) + 1, nil
}
