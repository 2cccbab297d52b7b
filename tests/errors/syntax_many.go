package main

func main() {
	x = = 1
	y = = 2
	z = = 3
	a = = 4
	b = = 5
	c = = 6
	d = = 7
	e = = 8
	f = = 9
	g = = 10
	h = = 11
	i = = 12
}

// Errors:
// ./syntax_many.go:4:6: syntax error: unexpected =, expected expression
