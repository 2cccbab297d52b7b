package main

type T struct{ a int }

func main() {
	if x == T{1} {
	}
}

// Errors:
// ./syntax_composite_in_condition.go:6:15: syntax error: unexpected { at end of statement
// ./syntax_composite_in_condition.go:8:1: syntax error: non-declaration statement outside function body
