package main

func main() {
	for i := 0; i < 3 {
	}
	for i := 0, j := 1; i < 3; i++ {
	}
	for i := 0; i < 3; i := 5 {
	}
	for var i = 0; i < 3; i++ {
	}
	for i in x {
	}
	while true {
	}
}

// Errors:
// ./syntax_for_forms.go:4:20: syntax error: unexpected {, expected semicolon or newline
// ./syntax_for_forms.go:5:2: syntax error: unexpected }, expected expression
// ./syntax_for_forms.go:6:16: syntax error: unexpected :=, expected {
// ./syntax_for_forms.go:8:23: syntax error: cannot declare in post statement of for loop
// ./syntax_for_forms.go:10:10: syntax error: var declaration not allowed in for initializer
// ./syntax_for_forms.go:12:8: syntax error: unexpected name in, expected {
// ./syntax_for_forms.go:14:8: syntax error: unexpected name true at end of statement
// ./syntax_for_forms.go:16:1: syntax error: non-declaration statement outside function body
