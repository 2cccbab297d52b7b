// Package unicode is the part of the public package unicode that strings and bytes need:
// letters, digits, spaces and case. Its tables are packed into strings, which cost nothing
// to compile or to initialise; the public package adds the range tables of categories,
// scripts and properties, and re-exports the types declared here under the same names.
package unicode

const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
)

// The cases, indices into CaseRange.Delta.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower as a delta marks a range in which upper and lower case letters alternate,
// starting with an upper case one.
const UpperLower = MaxRune + 1

// CaseRange maps the runes from Lo to Hi to another case by adding a delta.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

type d [MaxCase]rune

// SpecialCase holds the case mappings of a language where they differ from the standard.
type SpecialCase []CaseRange

// Packed tables hold entries of fixed size, sorted; each starts with its lowest and its
// highest rune, three bytes each, the most significant first.
const (
	rangeSize = 6  // lo, hi
	orbitSize = 6  // rune, next rune of its orbit
	caseSize  = 15 // lo, hi, then the deltas to upper, lower and title case
)

// at reads the three bytes of table at i.
func at(table string, i int) rune {
	return rune(table[i])<<16 | rune(table[i+1])<<8 | rune(table[i+2])
}

// entry returns the offset of the entry of table that covers r, or -1.
func entry(table string, size int, r rune) int {
	lo, hi := 0, len(table)/size
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		i := m * size
		if r < at(table, i) {
			hi = m
		} else if r > at(table, i+3) {
			lo = m + 1
		} else {
			return i
		}
	}
	return -1
}

// IsLetter reports whether r is a letter (category L).
func IsLetter(r rune) bool {
	if uint32(r) <= MaxASCII {
		r |= 0x20
		return 'a' <= r && r <= 'z'
	}
	return r > 0 && entry(letters, rangeSize, r) >= 0
}

// IsDigit reports whether r is a decimal digit (category Nd).
func IsDigit(r rune) bool {
	if r <= MaxLatin1 {
		return '0' <= r && r <= '9'
	}
	return entry(digits, rangeSize, r) >= 0
}

// IsSpace reports whether r is white space by Unicode's property White_Space.
func IsSpace(r rune) bool {
	switch {
	case uint32(r) <= MaxLatin1:
		return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xA0
	case 0x2000 <= r && r <= 0x200A:
		return true
	}
	switch r {
	case 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return false
}

// shift applies the delta of one case to r, which lies in a range that starts at lo.
func shift(_case int, r, lo, delta rune) rune {
	if delta > MaxRune {
		// The range alternates: even distances are upper and title case, odd ones lower.
		return lo + ((r-lo)&^1 | rune(_case&1))
	}
	return r + delta
}

// To maps r to the given case; a case that does not exist gives ReplacementChar.
func To(_case int, r rune) rune {
	if _case < 0 || MaxCase <= _case {
		return ReplacementChar
	}
	i := entry(cases, caseSize, r)
	if i < 0 {
		return r
	}
	// Deltas are stored as three bytes of two's complement.
	delta := at(cases, i+6+3*_case) << 8 >> 8
	if delta == alternate {
		delta = UpperLower
	}
	return shift(_case, r, at(cases, i), delta)
}

// alternate stands for UpperLower in the packed table.
const alternate = -1 << 23

// ToUpper maps r to upper case.
func ToUpper(r rune) rune {
	if uint32(r) <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return To(UpperCase, r)
}

// ToLower maps r to lower case.
func ToLower(r rune) rune {
	if uint32(r) <= MaxASCII {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return To(LowerCase, r)
}

// ToTitle maps r to title case.
func ToTitle(r rune) rune {
	if uint32(r) <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return To(TitleCase, r)
}

// special maps r by the language's own mappings first, then by the standard ones.
func (c SpecialCase) special(_case int, r rune) rune {
	for i := range c {
		if lo := rune(c[i].Lo); lo <= r && r <= rune(c[i].Hi) {
			return shift(_case, r, lo, c[i].Delta[_case])
		}
	}
	return To(_case, r)
}

// ToUpper maps r to upper case, special mappings first.
func (special SpecialCase) ToUpper(r rune) rune { return special.special(UpperCase, r) }

// ToTitle maps r to title case, special mappings first.
func (special SpecialCase) ToTitle(r rune) rune { return special.special(TitleCase, r) }

// ToLower maps r to lower case, special mappings first.
func (special SpecialCase) ToLower(r rune) rune { return special.special(LowerCase, r) }

// SimpleFold returns the next larger rune that equals r under simple case folding, or the
// smallest one if there is no larger.
func SimpleFold(r rune) rune {
	if r < 0 || r > MaxRune {
		return r
	}
	if r <= MaxASCII {
		switch {
		case r == 'k':
			return '\u212A' // the Kelvin sign
		case r == 's':
			return '\u017F' // the long s
		case 'a' <= r && r <= 'z':
			return r - 0x20
		case 'A' <= r && r <= 'Z':
			return r + 0x20
		}
		return r
	}
	lo, hi := 0, len(orbits)/orbitSize
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if at(orbits, m*orbitSize) < r {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if i := lo * orbitSize; i < len(orbits) && at(orbits, i) == r {
		return at(orbits, i+3)
	}
	// Without an orbit a rune has at most one other case.
	if l := To(LowerCase, r); l != r {
		return l
	}
	return To(UpperCase, r)
}
