package main

func main() {
	x, f, s, b := 1, 1.5, "s", true
	var p *int
	_ = -s
	_ = !x
	_ = ^f
	_ = -b
	_ = *x
	_ = &5
	_ = &f2()
	_ = <-x
	_ = +p
	_ = -p
	_ = **p
}

func f2() int { return 1 }

// Errors:
// ./unary_errors.go:6:7: invalid operation: operator - not defined on s (variable of type string)
// ./unary_errors.go:7:7: invalid operation: operator ! not defined on x (variable of type int)
// ./unary_errors.go:8:7: invalid operation: operator ^ not defined on f (variable of type float64)
// ./unary_errors.go:9:7: invalid operation: operator - not defined on b (variable of type bool)
// ./unary_errors.go:10:7: invalid operation: cannot indirect x (variable of type int)
// ./unary_errors.go:11:7: invalid operation: cannot take address of 5 (untyped int constant)
// ./unary_errors.go:12:7: invalid operation: cannot take address of f2() (value of type int)
// ./unary_errors.go:13:8: invalid operation: cannot receive from non-channel int x (variable of type int)
// ./unary_errors.go:14:7: invalid operation: operator + not defined on p (variable of type *int)
// ./unary_errors.go:15:7: invalid operation: operator - not defined on p (variable of type *int)
// ./unary_errors.go:15:7: too many errors
