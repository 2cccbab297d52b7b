// run

// Integer literals in every base with separators, and the types they take.
package main

import "fmt"

func main() {
	fmt.Println(42, 4_2, 0600, 0_600, 0o600, 0O600, 0xBadFace, 0xBad_Face, 0x_67_7a_2f_cc_40_c6, 0b1011, 0B_1010)
	fmt.Println(0, 00, 0x0, 0b0, 0o0)
	fmt.Println(170141183460469231731687303715884105727>>100, 170_141183_460469_231731_687303_715884_105727%1000003)
	var i8 int8 = 0x7f
	var u8 = uint8(0b1111_1111)
	var u64 uint64 = 0xffff_ffff_ffff_ffff
	var i64 int64 = -0x8000_0000_0000_0000
	var r rune = 0x10FFFF
	var p uintptr = 0xfff
	fmt.Println(i8, u8, u64, i64, r, p)
	fmt.Printf("%T %T %T\n", 1, 'a', 1<<40)
	var f float64 = 0x10
	var c complex128 = 077
	fmt.Println(f, c, float32(0b11), int(0o17))
	fmt.Printf("%b %o %O %x %X %#x %#b %d %c %q %U %#U\n", 10, 64, 64, 255, 255, 255, 5, 7, 0x4e16, 0x4e16, 0x1f600, 0x1f600)
	fmt.Println(1_0*1_0, -5%3, - -5, +5, ^5, -^5)
}

// Output:
// 42 42 384 384 384 384 195951310 195951310 113774485586118 11 10
// 0 0 0 0 0
// 134217727 1512
// 127 255 18446744073709551615 -9223372036854775808 1114111 4095
// int int32 int
// 16 (63+0i) 3 15
// 1010 100 0o100 ff FF 0xff 0b101 7 世 '世' U+1F600 U+1F600 '😀'
// 100 -2 5 5 -6 6
