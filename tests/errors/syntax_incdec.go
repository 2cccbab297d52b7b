package main

func main() {
	x := 1
	y := x++
	++x
	println(x--)
	x++ + 1
	a[x++] = 2
}

// Errors:
// ./syntax_incdec.go:5:8: syntax error: unexpected ++ at end of statement
// ./syntax_incdec.go:6:2: syntax error: unexpected ++, expected }
