package main

//go:embed x.txt
var x string

func main() {}

// Errors:
// ./embed_without_import.go:3:3: go:embed requires import "embed" (or import _ "embed", if package is not used)
