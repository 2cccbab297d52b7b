// Package unicode classifies runes and maps them to another case.
//
// Letters, digits, spaces and case come from the small package below; this one adds the
// range tables (tables.go, which unicode/gen writes).
package unicode

import base "internal/unicode"

const (
	MaxRune         = base.MaxRune         // the largest code point
	ReplacementChar = base.ReplacementChar // stands for invalid code points
	MaxASCII        = base.MaxASCII        // the largest ASCII value
	MaxLatin1       = base.MaxLatin1       // the largest Latin-1 value
)

// The cases, indices into CaseRange.Delta.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower as a delta marks a range in which upper and lower case letters alternate.
const UpperLower = base.UpperLower

// RangeTable is a set of runes: sorted ranges, those of 16 bits apart from the larger ones.
// LatinOffset is the number of entries of R16 that lie within Latin-1.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int
}

// Range16 stands for the runes Lo, Lo+Stride, ... up to Hi.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// Range32 is Range16 for runes that need more than 16 bits.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

// CaseRange maps a range of runes to another case by adding a delta.
type CaseRange = base.CaseRange

// SpecialCase holds the case mappings of a language where they differ from the standard.
type SpecialCase = base.SpecialCase

var (
	TurkishCase = SpecialCase(turkish[:])
	AzeriCase   = SpecialCase(turkish[:])
)

var turkish = [...]CaseRange{
	{Lo: 'I', Hi: 'I', Delta: [MaxCase]rune{0, 0x131 - 'I', 0}},
	{Lo: 'i', Hi: 'i', Delta: [MaxCase]rune{0x130 - 'i', 0, 0x130 - 'i'}},
	{Lo: 0x130, Hi: 0x130, Delta: [MaxCase]rune{0, 'i' - 0x130, 0}},
	{Lo: 0x131, Hi: 0x131, Delta: [MaxCase]rune{'I' - 0x131, 0, 'I' - 0x131}},
}

// Is reports whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool {
	r16 := rangeTab.R16
	if n := len(r16); n > 0 && uint32(r) <= uint32(r16[n-1].Hi) {
		x := uint16(r)
		lo, hi := 0, n
		for lo < hi {
			m := int(uint(lo+hi) >> 1)
			e := &r16[m]
			if x < e.Lo {
				hi = m
			} else if x > e.Hi {
				lo = m + 1
			} else {
				return e.Stride == 1 || (x-e.Lo)%e.Stride == 0
			}
		}
		return false
	}
	r32 := rangeTab.R32
	lo, hi := 0, len(r32)
	if hi == 0 || r < rune(r32[0].Lo) {
		return false
	}
	x := uint32(r)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		e := &r32[m]
		if x < e.Lo {
			hi = m
		} else if x > e.Hi {
			lo = m + 1
		} else {
			return e.Stride == 1 || (x-e.Lo)%e.Stride == 0
		}
	}
	return false
}

// In reports whether r is in one of the tables.
func In(r rune, ranges ...*RangeTable) bool {
	for _, table := range ranges {
		if Is(table, r) {
			return true
		}
	}
	return false
}

// IsOneOf is In with the arguments the other way round.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, table := range ranges {
		if Is(table, r) {
			return true
		}
	}
	return false
}

// GraphicRanges are the tables of the runes for which IsGraphic holds.
var GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}

// PrintRanges are the tables of the runes for which IsPrint holds, but for the space.
var PrintRanges = []*RangeTable{L, M, N, P, S}

// IsGraphic reports whether r is a letter, mark, number, punctuation, symbol or space.
func IsGraphic(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return IsPrint(r) || r == 0xA0
	}
	return IsOneOf(GraphicRanges, r)
}

// IsPrint is IsGraphic, except that the only space it accepts is U+0020.
func IsPrint(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return ' ' <= r && r <= '~' || 0xA1 <= r && r != 0xAD
	}
	return IsOneOf(PrintRanges, r)
}

// IsControl reports whether r is a control character (category Cc).
func IsControl(r rune) bool { return 0 <= r && r < ' ' || 0x7F <= r && r < 0xA0 }

// IsLetter reports whether r is a letter (category L).
func IsLetter(r rune) bool {
	if uint32(r) <= MaxASCII {
		r |= 0x20
		return 'a' <= r && r <= 'z'
	}
	return base.IsLetter(r)
}

// IsMark reports whether r is a mark (category M).
func IsMark(r rune) bool { return r > MaxLatin1 && Is(M, r) }

// IsNumber reports whether r is a number (category N).
func IsNumber(r rune) bool {
	if uint32(r) <= MaxASCII {
		return '0' <= r && r <= '9'
	}
	return Is(N, r)
}

// IsDigit reports whether r is a decimal digit (category Nd).
func IsDigit(r rune) bool {
	if r <= MaxLatin1 {
		return '0' <= r && r <= '9'
	}
	return base.IsDigit(r)
}

// IsPunct reports whether r is punctuation (category P).
func IsPunct(r rune) bool { return Is(P, r) }

// IsSymbol reports whether r is a symbol (category S).
func IsSymbol(r rune) bool { return Is(S, r) }

// IsSpace reports whether r is white space by Unicode's property White_Space.
func IsSpace(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xA0
	}
	return base.IsSpace(r)
}

// IsUpper reports whether r is an upper case letter (category Lu).
func IsUpper(r rune) bool {
	if uint32(r) <= MaxASCII {
		return 'A' <= r && r <= 'Z'
	}
	return Is(Lu, r)
}

// IsLower reports whether r is a lower case letter (category Ll).
func IsLower(r rune) bool {
	if uint32(r) <= MaxASCII {
		return 'a' <= r && r <= 'z'
	}
	return Is(Ll, r)
}

// IsTitle reports whether r is a title case letter (category Lt).
func IsTitle(r rune) bool { return r > MaxLatin1 && Is(Lt, r) }

// To maps r to the given case; a case that does not exist gives ReplacementChar.
func To(_case int, r rune) rune { return base.To(_case, r) }

// ToUpper maps r to upper case.
func ToUpper(r rune) rune {
	if uint32(r) <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return base.To(UpperCase, r)
}

// ToLower maps r to lower case.
func ToLower(r rune) rune {
	if uint32(r) <= MaxASCII {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return base.To(LowerCase, r)
}

// ToTitle maps r to title case.
func ToTitle(r rune) rune {
	if uint32(r) <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return base.To(TitleCase, r)
}

// SimpleFold returns the next larger rune that equals r under simple case folding, or the
// smallest one if there is no larger.
func SimpleFold(r rune) rune { return base.SimpleFold(r) }
