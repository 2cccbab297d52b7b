package main

func main()
{
	println("x")
}

// Errors:
// ./syntax_brace_on_new_line.go:4:1: syntax error: unexpected semicolon or newline before {
