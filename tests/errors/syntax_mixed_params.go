package main

func a(x int, string) {}
func b(int, y string) {}
func c(x, y int, bool) {}
func d() (x int, string) { return }
func e(x ...int, y int) {}
func f(x, y ...int) {}
func g() (x ...int) { return }

type h func(a int, string)

func main() {
	var z ...int
}

// Errors:
// ./syntax_mixed_params.go:3:21: syntax error: missing parameter type
// ./syntax_mixed_params.go:5:22: syntax error: missing parameter type
// ./syntax_mixed_params.go:6:24: syntax error: missing parameter type
// ./syntax_mixed_params.go:7:10: can only use ... with final parameter
// ./syntax_mixed_params.go:8:13: can only use ... with final parameter
// ./syntax_mixed_params.go:9:13: invalid use of ...
// ./syntax_mixed_params.go:11:26: syntax error: missing parameter type
// ./syntax_mixed_params.go:14:8: syntax error: unexpected ..., expected type
