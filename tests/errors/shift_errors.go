package main

func main() {
	var f float64 = 1.5
	var s int = 3
	_ = f << 2
	_ = 1 << f
	_ = "a" << 1
	_ = 1 << -1
	_ = s << "x"
	_ = 1.5 << 2
	var g float64 = 1 << s
	_ = s >> 2.5
	_ = uint8(1) << 8
	_ = int8(1) << 7
	_ = 1 << 1000
	_ = true << 1
	f <<= 1
}

// Errors:
// ./shift_errors.go:6:6: invalid operation: shifted operand f (variable of type float64) must be integer
// ./shift_errors.go:7:11: invalid operation: shift count f (variable of type float64) must be integer
// ./shift_errors.go:8:6: invalid operation: shifted operand "a" (untyped string constant) must be integer
// ./shift_errors.go:9:11: invalid operation: negative shift count -1 (untyped int constant)
// ./shift_errors.go:10:11: cannot convert "x" (untyped string constant) to type uint
// ./shift_errors.go:11:6: invalid operation: shifted operand 1.5 (untyped float constant) must be integer
// ./shift_errors.go:12:18: invalid operation: shifted operand 1 (type float64) must be integer
// ./shift_errors.go:13:11: 2.5 (untyped float constant) truncated to uint
// ./shift_errors.go:14:6: uint8(1) << 8 (constant 256 of type uint8) overflows uint8
// ./shift_errors.go:15:6: int8(1) << 7 (constant 128 of type int8) overflows int8
// ./shift_errors.go:15:6: too many errors
