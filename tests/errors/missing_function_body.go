package main

func f() int

func g(x int) (y string)

func main() { f() }

// Errors:
// ./missing_function_body.go:3:6: missing function body
// ./missing_function_body.go:5:6: missing function body
