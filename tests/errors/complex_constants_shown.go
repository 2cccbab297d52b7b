package main

const (
	a = 12345678i
	b = 3000000 + 1i
	c = complex(1, 12345678)
	d = 1000000i * 1000i
	e = imag(a)
	f = b * b
)

var _, _, _ string = a, b, c
var _, _, _ string = d, e, f

func main() {}

// Errors:
// ./complex_constants_shown.go:12:22: cannot use a (untyped complex constant (0 + 1.23457e+07i)) as string value in variable declaration
// ./complex_constants_shown.go:12:25: cannot use b (untyped complex constant (3000000 + 1i)) as string value in variable declaration
// ./complex_constants_shown.go:12:28: cannot use c (untyped complex constant (1 + 1.23457e+07i)) as string value in variable declaration
// ./complex_constants_shown.go:13:22: cannot use d (untyped complex constant (-1e+09 + 0i)) as string value in variable declaration
// ./complex_constants_shown.go:13:25: cannot use e (untyped float constant 1.23457e+07) as string value in variable declaration
// ./complex_constants_shown.go:13:28: cannot use f (untyped complex constant (9e+12 + 6e+06i)) as string value in variable declaration
