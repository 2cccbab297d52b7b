package main

type T struct{ a T }
type A [2]A
type B struct{ c C }
type C struct{ b B }
type I interface{ I }
type D D
type E struct{ e *E }
type F []F
type G func(G) G

func main() {}

// Errors:
// ./invalid_recursive.go:3:6: invalid recursive type: T refers to itself
// ./invalid_recursive.go:4:6: invalid recursive type: A refers to itself
// ./invalid_recursive.go:5:6: invalid recursive type B
// 	./invalid_recursive.go:5:6: B refers to C
// 	./invalid_recursive.go:6:6: C refers to B
// ./invalid_recursive.go:7:6: invalid recursive type: I refers to itself
// ./invalid_recursive.go:8:6: invalid recursive type: D refers to itself
