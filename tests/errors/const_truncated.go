package main

func main() {
	var a int = 1.5
	var b uint8 = 2.5
	_ = int(3.7)
	_ = []int{1.5}
	_ = 1 << 1.5
	var s uint = 3
	_ = 1.0 << s
	_ = 2.5 << s
	var f float64 = 1 << s
	_ = "abc"[1.5]
	_ = 5 % 2.0
	_ = 5.5 % 2
	_, _, _ = a, b, f
}

// Errors:
// ./const_truncated.go:4:14: cannot use 1.5 (untyped float constant) as int value in variable declaration (truncated)
// ./const_truncated.go:5:16: cannot use 2.5 (untyped float constant) as uint8 value in variable declaration (truncated)
// ./const_truncated.go:6:10: cannot convert 3.7 (untyped float constant) to type int
// ./const_truncated.go:7:12: cannot use 1.5 (untyped float constant) as int value in array or slice literal (truncated)
// ./const_truncated.go:8:11: 1.5 (untyped float constant) truncated to uint
// ./const_truncated.go:10:6: invalid operation: shifted operand 1.0 (type float64) must be integer
// ./const_truncated.go:11:6: invalid operation: shifted operand 2.5 (untyped float constant) must be integer
// ./const_truncated.go:12:18: invalid operation: shifted operand 1 (type float64) must be integer
// ./const_truncated.go:13:12: 1.5 (untyped float constant) truncated to int
// ./const_truncated.go:14:6: invalid operation: operator % not defined on 5 (untyped float constant)
// ./const_truncated.go:14:6: too many errors
