package main

func main() {
	f := func(x) { return x }
	g := x => x + 1
	h := (x) -> x
	func inner() {}
	lambda x: x
}

// Errors:
// ./syntax_arrow_and_func.go:5:9: syntax error: unexpected = at end of statement
// ./syntax_arrow_and_func.go:6:12: syntax error: unexpected >, expected expression
// ./syntax_arrow_and_func.go:7:13: syntax error: unexpected ) at end of statement
// ./syntax_arrow_and_func.go:8:2: syntax error: non-declaration statement outside function body
