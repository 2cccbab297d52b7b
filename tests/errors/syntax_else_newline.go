package main

func main() {
	if true {
		println("a")
	}
	else {
		println("b")
	}
}

// Errors:
// ./syntax_else_newline.go:7:2: syntax error: unexpected keyword else, expected }
