package main

import "unsafe"

type T struct{ a int }

func main() {
	_ = unsafe.Sizeof()
	_ = unsafe.Offsetof(T{})
	_ = unsafe.Offsetof(5)
	var p unsafe.Pointer = 5
	_ = *p
	_ = p + 1
	var q *int = p
	_ = unsafe.Nope
	const c = unsafe.Sizeof(T{})
	var arr [unsafe.Sizeof(T{})]int = [7]int{}
	_, _ = q, arr
}

// Errors:
// ./unsafe_errors.go:8:6: invalid operation: not enough arguments for unsafe.Sizeof() (expected 1, found 0)
// ./unsafe_errors.go:9:22: invalid argument: T{} is not a selector expression
// ./unsafe_errors.go:10:22: invalid argument: 5 is not a selector expression
// ./unsafe_errors.go:11:25: cannot use 5 (untyped int constant) as unsafe.Pointer value in variable declaration
// ./unsafe_errors.go:12:7: invalid operation: cannot indirect p (variable of type unsafe.Pointer)
// ./unsafe_errors.go:13:6: invalid operation: p + 1 (mismatched types unsafe.Pointer and untyped int)
// ./unsafe_errors.go:14:15: cannot use p (variable of type unsafe.Pointer) as *int value in variable declaration
// ./unsafe_errors.go:15:13: undefined: unsafe.Nope
// ./unsafe_errors.go:17:36: cannot use [7]int{} (value of type [7]int) as [8]int value in variable declaration
