package main

import "fmt"

func add(a, b int) int { return a + b }

func apply(f func(int) string) {}

func ptr(p *int) {}

func main() {
	add("a", 2)
	add(1, 2.5)
	add(1, int64(2))
	apply(func(s string) string { return s })
	apply(add)
	ptr(5)
	x := 1
	ptr(x)
	var e error = "x"
	e = fmt.Errorf
	_ = e
	fmt.Println(add)
	add(nil, nil)
}

// Errors:
// ./missing_argument_types.go:12:6: cannot use "a" (untyped string constant) as int value in argument to add
// ./missing_argument_types.go:13:9: cannot use 2.5 (untyped float constant) as int value in argument to add (truncated)
// ./missing_argument_types.go:14:9: cannot use int64(2) (constant 2 of type int64) as int value in argument to add
// ./missing_argument_types.go:15:8: cannot use func(s string) string {…} (value of type func(s string) string) as func(int) string value in argument to apply
// ./missing_argument_types.go:16:8: cannot use add (value of type func(a int, b int) int) as func(int) string value in argument to apply
// ./missing_argument_types.go:17:6: cannot use 5 (untyped int constant) as *int value in argument to ptr
// ./missing_argument_types.go:19:6: cannot use x (variable of type int) as *int value in argument to ptr
// ./missing_argument_types.go:20:16: cannot use "x" (constant of type string) as error value in variable declaration: string does not implement error (missing method Error)
// ./missing_argument_types.go:21:6: cannot use fmt.Errorf (value of type func(format string, a ...any) (err error)) as error value in assignment: func(format string, a ...any) (err error) does not implement error (missing method Error)
// ./missing_argument_types.go:24:6: cannot use nil as int value in argument to add
// ./missing_argument_types.go:24:6: too many errors
