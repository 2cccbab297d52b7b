package main

type t struct{ f []int }
type u struct{ a int }

func main() {
	var a, b t
	_ = a == b
	var c u
	_ = c < c
	_ = c == 1
	_ = nil == nil
	var i interface{ M() }
	_ = i == c
	var arr [2]func()
	_ = arr == arr
	_ = c == nil
	x := 5
	_ = x == nil
	var e error
	_ = e == "text"
}

// Errors:
// ./compare_errors.go:8:6: invalid operation: a == b (struct containing []int cannot be compared)
// ./compare_errors.go:10:6: invalid operation: c < c (operator < not defined on struct)
// ./compare_errors.go:11:11: invalid operation: c == 1 (mismatched types u and untyped int)
// ./compare_errors.go:12:13: invalid operation: nil == nil (operator == not defined on untyped nil)
// ./compare_errors.go:14:11: invalid operation: i == c (mismatched types interface{M()} and u)
// ./compare_errors.go:16:6: invalid operation: arr == arr ([2]func() cannot be compared)
// ./compare_errors.go:17:11: invalid operation: c == nil (mismatched types u and untyped nil)
// ./compare_errors.go:19:11: invalid operation: x == nil (mismatched types int and untyped nil)
// ./compare_errors.go:21:11: cannot convert "text" (untyped string constant) to type interface{Error() string}
