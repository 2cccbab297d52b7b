package main

func main() {
	println(`abc)
}

// Errors:
// ./syntax_raw_unterminated.go:4:10: string not terminated
// ./syntax_raw_unterminated.go:6:1: syntax error: unexpected EOF in argument list; possibly missing comma or )
