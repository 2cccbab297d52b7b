package main

func main() {
	case 1:
		println()
	default:
	switch 1 {
		println("x")
	case 1:
	}
	select {
		println()
	}
}

// Errors:
// ./syntax_case_outside.go:4:2: syntax error: unexpected keyword case, expected }
