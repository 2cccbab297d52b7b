package main

import "math"

func main() {
	var a int = math.Pi
	var b int = 1e3
	var c int = 1e100
	var d float32 = math.MaxFloat64
	var e uint = math.MaxInt64 + 1
	var f int = math.MaxUint64
	println(math.MaxUint64)
	println(1 << 64)
	var g interface{} = 1 << 64
	h := math.MinInt64 - 1
	var i rune = 0x110000
	var j byte = 'é'
	_ = string(1 << 40)
	_, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i, j
}

// Errors:
// ./float_and_int_consts.go:6:14: cannot use math.Pi (untyped float constant 3.14159) as int value in variable declaration (truncated)
// ./float_and_int_consts.go:8:14: cannot use 1e100 (untyped float constant 1e+100) as int value in variable declaration (truncated)
// ./float_and_int_consts.go:9:18: cannot use math.MaxFloat64 (untyped float constant 1.79769e+308) as float32 value in variable declaration (overflows)
// ./float_and_int_consts.go:11:14: cannot use math.MaxUint64 (untyped int constant 18446744073709551615) as int value in variable declaration (overflows)
// ./float_and_int_consts.go:12:10: cannot use math.MaxUint64 (untyped int constant 18446744073709551615) as int value in argument to built-in println (overflows)
// ./float_and_int_consts.go:13:10: cannot use 1 << 64 (untyped int constant 18446744073709551616) as int value in argument to built-in println (overflows)
// ./float_and_int_consts.go:14:22: cannot use 1 << 64 (untyped int constant 18446744073709551616) as int value in variable declaration (overflows)
// ./float_and_int_consts.go:15:7: cannot use math.MinInt64 - 1 (untyped int constant -9223372036854775809) as int value in assignment (overflows)
