package main

func f() {}

func main() {
	defer f
	go f
	defer (f())
	go func() {}
	defer
	go
}

// Errors:
// ./syntax_defer_paren.go:8:8: expression in defer must not be parenthesized
// ./syntax_defer_paren.go:11:2: syntax error: unexpected keyword go, expected expression
// ./syntax_defer_paren.go:12:1: syntax error: unexpected }, expected expression
