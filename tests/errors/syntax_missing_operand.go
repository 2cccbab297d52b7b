package main

func main() {
	x := 1 +
	y := * 
	z := 2 * / 3
	_ = x +
}

// Errors:
// ./syntax_missing_operand.go:5:4: syntax error: unexpected := at end of statement
// ./syntax_missing_operand.go:8:1: syntax error: unexpected }, expected expression
