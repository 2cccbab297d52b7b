package main

type id int

func main() {
	a, b := 1, "x"
	_ = a + b
	c := 2.5
	_ = a * c
	var d id
	_ = a + d
	_ = a == b
	var e int32
	var f int64
	_ = e < f
	_ = a + "y"
	_ = b + 1
	_ = true + false
	_ = b - b
	_ = c % 2
}

// Errors:
// ./mismatched_binary.go:7:6: invalid operation: a + b (mismatched types int and string)
// ./mismatched_binary.go:9:6: invalid operation: a * c (mismatched types int and float64)
// ./mismatched_binary.go:11:6: invalid operation: a + d (mismatched types int and id)
// ./mismatched_binary.go:12:11: invalid operation: a == b (mismatched types int and string)
// ./mismatched_binary.go:15:10: invalid operation: e < f (mismatched types int32 and int64)
// ./mismatched_binary.go:16:6: invalid operation: a + "y" (mismatched types int and untyped string)
// ./mismatched_binary.go:17:6: invalid operation: b + 1 (mismatched types string and untyped int)
// ./mismatched_binary.go:18:6: invalid operation: operator + not defined on true (untyped bool constant)
// ./mismatched_binary.go:19:6: invalid operation: operator - not defined on b (variable of type string)
// ./mismatched_binary.go:20:6: invalid operation: operator % not defined on c (variable of type float64)
// ./mismatched_binary.go:20:6: too many errors
