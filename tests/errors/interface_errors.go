package main

type A interface {
	M()
	N() int
	M(int)
}
type B interface {
	A
	T
}
type T struct{}
type C interface{ M() string }
type D interface {
	A2
	C
}
type A2 interface{ M() int }

func main() {
	var a A
	var t T = a
	_ = A{}
	_ = new(A).M
	a.x = 1
	var i interface{ int | string }
	_, _ = t, i
}

// Errors:
// ./interface_errors.go:6:2: duplicate method M
// 	./interface_errors.go:4:2: other declaration of method M
// ./interface_errors.go:16:2: duplicate method M
// 	./interface_errors.go:15:2: other declaration of method M
// ./interface_errors.go:22:12: cannot use a (variable of interface type A) as T value in variable declaration
// ./interface_errors.go:23:6: invalid composite literal type A
// ./interface_errors.go:24:13: new(A).M undefined (type *A is pointer to interface, not interface)
// ./interface_errors.go:25:4: a.x undefined (type A has no field or method x)
// ./interface_errors.go:26:8: cannot use type interface{int | string} outside a type constraint: interface contains type constraints
