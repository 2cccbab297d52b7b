package main

func main() {
	x.
	y.5
	z.(
	a..b
	b.type
	c->d
	e::f
}

// Errors:
// ./syntax_selector.go:5:3: syntax error: unexpected literal .5 at end of statement
// ./syntax_selector.go:7:4: syntax error: unexpected ., expected name
// ./syntax_selector.go:8:4: syntax error: unexpected keyword type, expected name or (
// ./syntax_selector.go:9:3: syntax error: unexpected - in type declaration
// ./syntax_selector.go:10:3: syntax error: missing statement after label
