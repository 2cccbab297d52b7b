package main

x := 1

println("x")

for {
}

func main() {}

// Errors:
// ./syntax_non_declaration.go:3:1: syntax error: non-declaration statement outside function body
