// run

// Package unicode: classes, cases, folding, tables.
package main

import (
	"fmt"
	"unicode"
)

func flags(r rune) string {
	s := ""
	for _, f := range []struct {
		c byte
		f func(rune) bool
	}{{'L', unicode.IsLetter}, {'U', unicode.IsUpper}, {'l', unicode.IsLower}, {'T', unicode.IsTitle}, {'D', unicode.IsDigit},
		{'N', unicode.IsNumber}, {'M', unicode.IsMark}, {'P', unicode.IsPunct}, {'S', unicode.IsSymbol}, {'w', unicode.IsSpace},
		{'p', unicode.IsPrint}, {'g', unicode.IsGraphic}, {'c', unicode.IsControl}} {
		if f.f(r) {
			s += string(f.c)
		} else {
			s += "-"
		}
	}
	return s
}

func main() {
	for _, r := range []rune{'a', 'Z', '5', ' ', '\n', '_', '+', 0x7f, 0x85, 0xa0, 0xad, 'ß', 'É', 'ÿ', 'ǅ', '٣', 'Ⅷ', '½', 0x301,
		'—', '€', 0x2003, '世', 0xd800, 0xe000, '😀', 0x10ffff, 0x110000, -1, 'İ', 'ı', 'K', 'ſ', 'ς', 'ẞ', 'Ꭰ'} {
		fmt.Printf("%U %s up %U low %U title %U fold %U\n", r, flags(r), unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), unicode.SimpleFold(r))
	}
	sum := [7]int{}
	for r := rune(0); r <= unicode.MaxRune; r += 7 {
		for i, t := range []*unicode.RangeTable{unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.C} {
			if r < 0x30000 && unicode.Is(t, r) {
				sum[i]++
			}
		}
		if r > 0x3000 {
			r += 500
		}
	}
	fmt.Println(sum)
	fmt.Println(len(unicode.Scripts), len(unicode.Categories), len(unicode.Properties), unicode.Version)
	fmt.Println(unicode.Is(unicode.Han, '世'), unicode.Is(unicode.Greek, 'α'), unicode.In('я', unicode.Latin, unicode.Cyrillic),
		unicode.Is(unicode.Scripts["Thai"], 'ก'), unicode.Is(unicode.White_Space, 0x3000), unicode.IsOneOf(unicode.PrintRanges, 0xa0))
	fmt.Printf("%c%c %c%c\n", unicode.TurkishCase.ToUpper('i'), unicode.TurkishCase.ToLower('I'), unicode.AzeriCase.ToTitle('i'), unicode.TurkishCase.ToUpper('x'))
	fmt.Println(unicode.To(unicode.UpperCase, 'q'), unicode.To(9, 'q'), unicode.Upper == unicode.Lu, unicode.CaseRanges[0], unicode.L.LatinOffset)
	for r := unicode.SimpleFold('k'); ; r = unicode.SimpleFold(r) {
		fmt.Printf("%c ", r)
		if r == 'k' {
			break
		}
	}
	fmt.Println()
}

// Output:
// U+0061 L-l-------pg- up U+0041 low U+0061 title U+0041 fold U+0041
// U+005A LU--------pg- up U+005A low U+007A title U+005A fold U+007A
// U+0035 ----DN----pg- up U+0035 low U+0035 title U+0035 fold U+0035
// U+0020 ---------wpg- up U+0020 low U+0020 title U+0020 fold U+0020
// U+000A ---------w--c up U+000A low U+000A title U+000A fold U+000A
// U+005F -------P--pg- up U+005F low U+005F title U+005F fold U+005F
// U+002B --------S-pg- up U+002B low U+002B title U+002B fold U+002B
// U+007F ------------c up U+007F low U+007F title U+007F fold U+007F
// U+0085 ---------w--c up U+0085 low U+0085 title U+0085 fold U+0085
// U+00A0 ---------w-g- up U+00A0 low U+00A0 title U+00A0 fold U+00A0
// U+00AD ------------- up U+00AD low U+00AD title U+00AD fold U+00AD
// U+00DF L-l-------pg- up U+00DF low U+00DF title U+00DF fold U+1E9E
// U+00C9 LU--------pg- up U+00C9 low U+00E9 title U+00C9 fold U+00E9
// U+00FF L-l-------pg- up U+0178 low U+00FF title U+0178 fold U+0178
// U+01C5 L--T------pg- up U+01C4 low U+01C6 title U+01C5 fold U+01C6
// U+0663 ----DN----pg- up U+0663 low U+0663 title U+0663 fold U+0663
// U+2167 -----N----pg- up U+2167 low U+2177 title U+2167 fold U+2177
// U+00BD -----N----pg- up U+00BD low U+00BD title U+00BD fold U+00BD
// U+0301 ------M---pg- up U+0301 low U+0301 title U+0301 fold U+0301
// U+2014 -------P--pg- up U+2014 low U+2014 title U+2014 fold U+2014
// U+20AC --------S-pg- up U+20AC low U+20AC title U+20AC fold U+20AC
// U+2003 ---------w-g- up U+2003 low U+2003 title U+2003 fold U+2003
// U+4E16 L---------pg- up U+4E16 low U+4E16 title U+4E16 fold U+4E16
// U+D800 ------------- up U+D800 low U+D800 title U+D800 fold U+D800
// U+E000 ------------- up U+E000 low U+E000 title U+E000 fold U+E000
// U+1F600 --------S-pg- up U+1F600 low U+1F600 title U+1F600 fold U+1F600
// U+10FFFF ------------- up U+10FFFF low U+10FFFF title U+10FFFF fold U+10FFFF
// U+110000 ------------- up U+110000 low U+110000 title U+110000 fold U+110000
// U+FFFFFFFFFFFFFFFF ------------- up U+FFFFFFFFFFFFFFFF low U+FFFFFFFFFFFFFFFF title U+FFFFFFFFFFFFFFFF fold U+FFFFFFFFFFFFFFFF
// U+0130 LU--------pg- up U+0130 low U+0069 title U+0130 fold U+0130
// U+0131 L-l-------pg- up U+0049 low U+0131 title U+0049 fold U+0131
// U+004B LU--------pg- up U+004B low U+006B title U+004B fold U+006B
// U+017F L-l-------pg- up U+0053 low U+017F title U+0053 fold U+0053
// U+03C2 L-l-------pg- up U+03A3 low U+03C2 title U+03A3 fold U+03C3
// U+1E9E LU--------pg- up U+1E9E low U+00DF title U+1E9E fold U+00DF
// U+13A0 LU--------pg- up U+13A0 low U+AB70 title U+13A0 fold U+AB70
// [1072 171 81 60 466 3 267]
// 174 38 39 17.0.0
// true true true true true false
// İı İX
// 81 65533 true {65 90 [0 32 0]} 6
// K K k
