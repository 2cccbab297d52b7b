package main

func
func f
func g(a int b int) {}
func h(a, int b) {}
func (t T) {}
func i() int, string {}
func j(...int, a int) {}
func k(a ...int...) {}

func main() {}

// Errors:
// ./syntax_func_decl.go:4:1: syntax error: unexpected keyword func, expected name or (
// ./syntax_func_decl.go:5:14: syntax error: unexpected name b in parameter list; possibly missing comma or )
// ./syntax_func_decl.go:7:12: syntax error: unexpected {, expected name
// ./syntax_func_decl.go:8:13: syntax error: unexpected comma after top level declaration
// ./syntax_func_decl.go:9:8: syntax error: missing parameter name
// ./syntax_func_decl.go:9:8: can only use ... with final parameter
// ./syntax_func_decl.go:10:16: syntax error: unexpected ... in parameter list; possibly missing comma or )
