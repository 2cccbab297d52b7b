package main

func main() {
	x := 1 2
	var y int z
	println(1 2)
	a b
	return 1 2
}

// Errors:
// ./syntax_unexpected_tokens.go:4:9: syntax error: unexpected literal 2 at end of statement
// ./syntax_unexpected_tokens.go:5:12: syntax error: unexpected name z at end of statement
// ./syntax_unexpected_tokens.go:6:12: syntax error: unexpected literal 2 in argument list; possibly missing comma or )
// ./syntax_unexpected_tokens.go:7:4: syntax error: unexpected name b at end of statement
// ./syntax_unexpected_tokens.go:8:11: syntax error: unexpected literal 2 at end of statement
