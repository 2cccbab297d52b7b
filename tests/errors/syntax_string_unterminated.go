package main

func main() {
	println("abc)
	x := 'a
	println(x)
}

// Errors:
// ./syntax_string_unterminated.go:4:15: newline in string
// ./syntax_string_unterminated.go:4:15: syntax error: unexpected newline in argument list; possibly missing comma or )
// ./syntax_string_unterminated.go:5:9: newline in rune literal
