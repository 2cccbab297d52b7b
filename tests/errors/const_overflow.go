package main

func main() {
	var a int8 = 128
	var b uint8 = -1
	var c uint = -5
	var d byte = 'ā'
	var e int32 = 1 << 31
	var f float32 = 1e39
	var g int = 1 << 63
	h := 1 << 64
	i := uint64(1<<64 - 1)
	var j uint16 = 70000
	_, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i, j
}

// Errors:
// ./const_overflow.go:4:15: cannot use 128 (untyped int constant) as int8 value in variable declaration (overflows)
// ./const_overflow.go:5:16: cannot use -1 (untyped int constant) as uint8 value in variable declaration (overflows)
// ./const_overflow.go:6:15: cannot use -5 (untyped int constant) as uint value in variable declaration (overflows)
// ./const_overflow.go:7:15: cannot use 'ā' (untyped rune constant 257) as byte value in variable declaration (overflows)
// ./const_overflow.go:8:16: cannot use 1 << 31 (untyped int constant 2147483648) as int32 value in variable declaration (overflows)
// ./const_overflow.go:9:18: cannot use 1e39 (untyped float constant 1e+39) as float32 value in variable declaration (overflows)
// ./const_overflow.go:10:14: cannot use 1 << 63 (untyped int constant 9223372036854775808) as int value in variable declaration (overflows)
// ./const_overflow.go:11:7: cannot use 1 << 64 (untyped int constant 18446744073709551616) as int value in assignment (overflows)
// ./const_overflow.go:13:17: cannot use 70000 (untyped int constant) as uint16 value in variable declaration (overflows)
