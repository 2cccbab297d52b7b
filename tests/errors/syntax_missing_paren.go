package main

func main() {
	println("x"
	y := (1 + 2
	println(y)
}

// Errors:
// ./syntax_missing_paren.go:4:13: syntax error: unexpected newline in argument list; possibly missing comma or )
