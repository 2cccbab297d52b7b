package main

func f() {}

import "fmt"

func main() { fmt.Println() }

// Errors:
// ./syntax_import_late.go:5:1: syntax error: imports must appear before other declarations
