package main

func main() {
	println(1)
}

/* never closed

// Errors:
// ./syntax_comment_unterminated.go:7:1: comment not terminated
