package main

var func = 1

func range() {}

type map int

func main() {
	if := 5
	var type = 2
	for = 3
}

// Errors:
// ./syntax_keyword_name.go:3:5: syntax error: unexpected keyword func, expected name
// ./syntax_keyword_name.go:5:6: syntax error: unexpected keyword range, expected name or (
// ./syntax_keyword_name.go:7:6: syntax error: unexpected keyword map, expected name
// ./syntax_keyword_name.go:10:5: syntax error: unexpected :=, expected expression
// ./syntax_keyword_name.go:11:2: syntax error: unexpected keyword var, expected {
// ./syntax_keyword_name.go:12:6: syntax error: unexpected =, expected expression
// ./syntax_keyword_name.go:13:1: syntax error: unexpected }, expected {
