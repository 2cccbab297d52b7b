package main

func main() {
	if true {
	} else println("b")
}

// Errors:
// ./syntax_else_if.go:5:9: syntax error: else must be followed by if or statement block
