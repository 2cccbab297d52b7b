package main
import "unsafe"
type T struct { a [unsafe.Sizeof(U{})]int }
type U struct { t V }
type V struct { t T }
func main() {}

// Errors:
// ./cycle_through_sizeof.go:3:6: invalid recursive type T
// 	./cycle_through_sizeof.go:3:6: T refers to U
// 	./cycle_through_sizeof.go:4:6: U refers to V
// 	./cycle_through_sizeof.go:5:6: V refers to T
// ./cycle_through_sizeof.go:3:20: array length unsafe.Sizeof(U{}) (value of type uintptr) must be constant
