package main

func main() {
	f := func(a int) int { return a }
	f("x")
	_ = f(1, 2)
	g := func() { return 1 }
	h := func() int { return }
	var i func() = func() int { return 1 }
	func(a, b int) {}(1)
	func() int {}()
	x := func() (int, string) { return 1, "a" }()
	_, _, _, _ = g, h, i, x
	f = g
	f == f
}

// Errors:
// ./closure_errors.go:5:4: cannot use "x" (untyped string constant) as int value in argument to f
// ./closure_errors.go:6:11: too many arguments in call to f
// 	have (number, number)
// 	want (int)
// ./closure_errors.go:7:23: too many return values
// 	have (number)
// 	want ()
// ./closure_errors.go:8:20: not enough return values
// 	have ()
// 	want (int)
// ./closure_errors.go:9:17: cannot use func() int {…} (value of type func() int) as func() value in variable declaration
// ./closure_errors.go:10:20: not enough arguments in call to func(a, b int) {}
// 	have (number)
// 	want (int, int)
// ./closure_errors.go:11:14: missing return
// ./closure_errors.go:12:7: assignment mismatch: 1 variable but func() (int, string) {…} returns 2 values
// ./closure_errors.go:14:6: cannot use g (variable of type func()) as func(a int) int value in assignment
// ./closure_errors.go:15:2: invalid operation: f == f (func can only be compared to nil)
// ./closure_errors.go:15:2: too many errors
