package main

func main() {
	println("x")
}
}

// Errors:
// ./syntax_extra_brace.go:6:1: syntax error: non-declaration statement outside function body
