package main

func main() {
	a()
//line other.go:100
	b()
	/*line third.go:7:3*/ c()
//line :50
	d()
}

// Errors:
// ./line_directive.go:4:2: undefined: a
// ./other.go:100: undefined: b
// ./third.go:7:4: undefined: c
// :50: undefined: d
