package main

func v(a int, b ...string) {}
func f(a []int)            {}

func main() {
	v(1, []int{1}...)
	v(1, "a", []string{}...)
	f([]int{}...)
	v([]string{}...)
	x := 1
	x()
	"abc"()
	var m map[string]func()
	m["x"](1)
	_ = append(1, 2)
	_ = append([]int{}, "x")
}

// Errors:
// ./call_variadic.go:7:7: cannot use []int{…} (value of type []int) as []string value in argument to v
// ./call_variadic.go:8:12: too many arguments in call to v
// 	have (number, string, []string...)
// 	want (int, ...string)
// ./call_variadic.go:9:2: cannot use ... in call to non-variadic f
// ./call_variadic.go:10:4: not enough arguments in call to v
// 	have ([]string...)
// 	want (int, ...string)
// ./call_variadic.go:12:2: invalid operation: cannot call x (variable of type int): int is not a function
// ./call_variadic.go:13:2: invalid operation: cannot call "abc" (untyped string constant): untyped string is not a function
// ./call_variadic.go:15:9: too many arguments in call to m["x"]
// 	have (number)
// 	want ()
// ./call_variadic.go:16:13: invalid append: argument must be a slice; have 1 (untyped int constant)
// ./call_variadic.go:17:22: cannot use "x" (untyped string constant) as int value in argument to append
