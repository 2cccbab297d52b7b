package main

func main() {
	x := 1
	3(x)
	var y int = 2
	var z int
	z(y)
	w := 5
	undefinedFn(w)
	v := "s"
	v(func() int { q := 1; return "x" })
	var n struct{ f func(int) }
	n(undefinedArgument, n.f)
}

// Errors:
// ./call_no_function.go:4:2: declared and not used: x
// ./call_no_function.go:5:2: invalid operation: cannot call 3 (untyped int constant): untyped int is not a function
// ./call_no_function.go:6:6: declared and not used: y
// ./call_no_function.go:8:2: invalid operation: cannot call z (variable of type int): int is not a function
// ./call_no_function.go:10:2: undefined: undefinedFn
// ./call_no_function.go:12:2: invalid operation: cannot call v (variable of type string): string is not a function
// ./call_no_function.go:14:2: invalid operation: cannot call n (variable of type struct{f func(int)}): struct{f func(int)} is not a function
