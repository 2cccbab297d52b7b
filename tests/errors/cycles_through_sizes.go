package main

import "unsafe"

type _ T
type A = T
type T [unsafe.Sizeof(A{})]int

var far struct {
	_ [1 << 30][1 << 30][1 << 30]complex128
	x int
}
var _ = unsafe.Offsetof(far.x)

type X = [len(x)]int

var x X

func main() {}

// Errors:
// ./cycles_through_sizes.go:7:6: invalid recursive type: T refers to itself
// ./cycles_through_sizes.go:13:25: far (variable of type struct{_ [1073741824][1073741824][1073741824]complex128; x int}) is too large
// ./cycles_through_sizes.go:15:6: invalid recursive type X
// 	./cycles_through_sizes.go:15:6: X refers to x
// 	./cycles_through_sizes.go:17:5: x refers to X
