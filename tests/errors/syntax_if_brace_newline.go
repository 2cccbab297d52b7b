package main

func main() {
	if true
	{
		println("x")
	}
	for i := 0; i < 3; i++
	{
		println(i)
	}
}

// Errors:
// ./syntax_if_brace_newline.go:4:9: syntax error: unexpected newline, expected { after if clause
// ./syntax_if_brace_newline.go:8:24: syntax error: unexpected newline, expected { after for clause
