// run

// Packages utf8 and utf16: every class of sequence, good and bad.
package main

import (
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

func main() {
	samples := []string{"", "a", "é", "世", "😀", "\x80", "\xff", "\xc0\x80", "\xe4\xb8", "\xed\xa0\x80", "\xef\xbf\xbd",
		"\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf4\x8f\xbf\xbf", "ab\xc3", "\xe0\x9f\x80", "\xf0\x9f\x98", "日本語"}
	for _, s := range samples {
		r, n := utf8.DecodeRuneInString(s)
		r2, n2 := utf8.DecodeLastRune([]byte(s))
		fmt.Printf("%q %U %d %U %d %v %v %d\n", s, r, n, r2, n2, utf8.ValidString(s), utf8.FullRune([]byte(s)), utf8.RuneCountInString(s))
	}
	for _, r := range []rune{0, 'a', 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10000, 0x10ffff, 0x110000, -1} {
		var buf [utf8.UTFMax]byte
		n := utf8.EncodeRune(buf[:], r)
		fmt.Printf("%x: % x len %d valid %v append %q", r, buf[:n], utf8.RuneLen(r), utf8.ValidRune(r), utf8.AppendRune([]byte("<"), r))
		hi, lo := utf16.EncodeRune(r)
		fmt.Printf(" utf16 %x %x %x %d\n", hi, lo, utf16.AppendRune(nil, r), utf16.RuneLen(r))
	}
	enc := utf16.Encode([]rune("a世😀\U0010ffff"))
	fmt.Printf("%x %q\n", enc, string(utf16.Decode(append(enc, 0xd800, 'x', 0xdc00))))
	for i := 0; i < 256; i += 51 {
		fmt.Print(utf8.RuneStart(byte(i)), " ")
	}
	fmt.Println()
	defer func() { fmt.Println(recover()) }()
	utf8.EncodeRune(make([]byte, 2), '世')
}

// Output:
// "" U+FFFD 0 U+FFFD 0 true false 0
// "a" U+0061 1 U+0061 1 true true 1
// "é" U+00E9 2 U+00E9 2 true true 1
// "世" U+4E16 3 U+4E16 3 true true 1
// "😀" U+1F600 4 U+1F600 4 true true 1
// "\x80" U+FFFD 1 U+FFFD 1 false true 1
// "\xff" U+FFFD 1 U+FFFD 1 false true 1
// "\xc0\x80" U+FFFD 1 U+FFFD 1 false true 2
// "\xe4\xb8" U+FFFD 1 U+FFFD 1 false false 2
// "\xed\xa0\x80" U+FFFD 1 U+FFFD 1 false true 3
// "�" U+FFFD 3 U+FFFD 3 true true 1
// "\xf0\x8f\xbf\xbf" U+FFFD 1 U+FFFD 1 false true 4
// "\xf4\x90\x80\x80" U+FFFD 1 U+FFFD 1 false true 4
// "\U0010ffff" U+10FFFF 4 U+10FFFF 4 true true 1
// "ab\xc3" U+0061 1 U+FFFD 1 false true 3
// "\xe0\x9f\x80" U+FFFD 1 U+FFFD 1 false true 3
// "\xf0\x9f\x98" U+FFFD 1 U+FFFD 1 false false 3
// "日本語" U+65E5 3 U+8A9E 3 true true 3
// 0: 00 len 1 valid true append "<\x00" utf16 fffd fffd [0] 1
// 61: 61 len 1 valid true append "<a" utf16 fffd fffd [61] 1
// 7f: 7f len 1 valid true append "<\x7f" utf16 fffd fffd [7f] 1
// 80: c2 80 len 2 valid true append "<\u0080" utf16 fffd fffd [80] 1
// 7ff: df bf len 2 valid true append "<߿" utf16 fffd fffd [7ff] 1
// 800: e0 a0 80 len 3 valid true append "<ࠀ" utf16 fffd fffd [800] 1
// d7ff: ed 9f bf len 3 valid true append "<\ud7ff" utf16 fffd fffd [d7ff] 1
// d800: ef bf bd len -1 valid false append "<�" utf16 fffd fffd [fffd] -1
// dfff: ef bf bd len -1 valid false append "<�" utf16 fffd fffd [fffd] -1
// e000: ee 80 80 len 3 valid true append "<\ue000" utf16 fffd fffd [e000] 1
// ffff: ef bf bf len 3 valid true append "<\uffff" utf16 fffd fffd [ffff] 1
// 10000: f0 90 80 80 len 4 valid true append "<𐀀" utf16 d800 dc00 [d800 dc00] 2
// 10ffff: f4 8f bf bf len 4 valid true append "<\U0010ffff" utf16 dbff dfff [dbff dfff] 2
// 110000: ef bf bd len -1 valid false append "<�" utf16 fffd fffd [fffd] -1
// -1: ef bf bd len -1 valid false append "<�" utf16 fffd fffd [fffd] -1
// [61 4e16 d83d de00 dbff dfff] "a世😀\U0010ffff�x�"
// true true true false true true
// runtime error: index out of range [2] with length 2
