package main

import "fmt"

var x int = "not reported: the parser stops first"

func main() {
	y := 
}

// Errors:
// ./syntax_before_types.go:9:1: syntax error: unexpected }, expected expression
