package main

var x
var y int string
var = 5
var z := 5
var (
	a int = 
	b
)
const

func main() {}

// Errors:
// ./syntax_var_decl.go:3:6: syntax error: unexpected newline, expected type
// ./syntax_var_decl.go:4:11: syntax error: unexpected name string after top level declaration
// ./syntax_var_decl.go:5:5: syntax error: unexpected =, expected name
// ./syntax_var_decl.go:6:7: syntax error: unexpected :=, expected =
// ./syntax_var_decl.go:13:1: syntax error: unexpected keyword func, expected name
