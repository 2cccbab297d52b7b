package main

//go:noescape
func f(p *int) { *p = 1 }

//go:noescape
func g(p *int)

func main() { f(new(int)); g(nil) }

// Errors:
// ./noescape_with_body.go:4:6: can only use //go:noescape with external func implementations
// ./noescape_with_body.go:7:6: missing function body
