package main

func main() {
	L: M: println()
	goto
	break 5
	continue "x"
	goto L.x
	N:
}

// Errors:
// ./syntax_labels.go:6:2: syntax error: unexpected keyword break, expected name
// ./syntax_labels.go:7:11: syntax error: unexpected literal "x" at end of statement
// ./syntax_labels.go:8:8: syntax error: unexpected . at end of statement
