package main

func main() {
	a := 1
	s := []int{1}
	m := map[string]int{}
	f := func() {}
	_ = s == s
	_ = m == m
	_ = f == f
	_ = s + s
	_ = a && a
	_ = !a
	_ = -"x"
	_ = ^1.5
	_ = +true
	var p *int
	_ = p + 1
	_ = p < p
}

// Errors:
// ./mismatched_binary_more.go:8:6: invalid operation: s == s (slice can only be compared to nil)
// ./mismatched_binary_more.go:9:6: invalid operation: m == m (map can only be compared to nil)
// ./mismatched_binary_more.go:10:6: invalid operation: f == f (func can only be compared to nil)
// ./mismatched_binary_more.go:11:6: invalid operation: operator + not defined on s (variable of type []int)
// ./mismatched_binary_more.go:12:6: invalid operation: operator && not defined on a (variable of type int)
// ./mismatched_binary_more.go:13:7: invalid operation: operator ! not defined on a (variable of type int)
// ./mismatched_binary_more.go:14:7: invalid operation: operator - not defined on "x" (untyped string constant)
// ./mismatched_binary_more.go:15:7: invalid operation: operator ^ not defined on 1.5 (untyped float constant)
// ./mismatched_binary_more.go:16:7: invalid operation: operator + not defined on true (untyped bool constant)
// ./mismatched_binary_more.go:18:6: invalid operation: p + 1 (mismatched types *int and untyped int)
// ./mismatched_binary_more.go:18:6: too many errors
