package main

type T
type struct{}
type U = 
type V struct {
	a, b
	c int d
	e int, f int
}

func main() {}

// Errors:
// ./syntax_type_decl.go:3:7: syntax error: unexpected newline in type declaration
// ./syntax_type_decl.go:4:6: syntax error: unexpected keyword struct, expected name
// ./syntax_type_decl.go:6:1: syntax error: unexpected keyword type in type declaration
// ./syntax_type_decl.go:8:2: syntax error: non-declaration statement outside function body
