package main

func main() {
	if true {
		println("x")
}

// Errors:
// ./syntax_missing_brace.go:7:1: syntax error: unexpected EOF, expected }
