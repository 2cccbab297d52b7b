package main

func a() { x := 1 }

var g = h + 1

func b() int { y := 2; _ = y }

type t struct{ f nope }

func c() { z.q() }

func main() { a(); b(1); c() }

// Errors:
// ./errors_across_functions.go:3:12: declared and not used: x
// ./errors_across_functions.go:5:9: undefined: h
// ./errors_across_functions.go:7:30: missing return
// ./errors_across_functions.go:9:18: undefined: nope
// ./errors_across_functions.go:11:12: undefined: z
// ./errors_across_functions.go:13:22: too many arguments in call to b
// 	have (number)
// 	want ()
