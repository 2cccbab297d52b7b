package main

func main() {
	delete(1, 2)
	delete(map[string]int{}, 1)
	copy([]int{}, []string{})
	copy(1, 2)
	_ = copy([]int{})
	_ = complex(1, "a")
	_ = real(5.5i, 1)
	_ = real("x")
	panic()
	panic(1, 2)
	_ = recover(1)
	clear(5)
}

// Errors:
// ./builtin_errors2.go:4:9: invalid argument: 1 (untyped int constant) is not a map
// ./builtin_errors2.go:5:27: cannot use 1 (untyped int constant) as string value in argument to delete
// ./builtin_errors2.go:6:7: invalid copy: arguments []int{} (value of type []int) and []string{} (value of type []string) have different element types int and string
// ./builtin_errors2.go:7:7: invalid copy: argument must be a slice; have 1 (untyped int constant)
// ./builtin_errors2.go:8:6: invalid operation: not enough arguments for copy([]int{}) (expected 2, found 1)
// ./builtin_errors2.go:9:14: invalid operation: complex(1, "a") (mismatched types untyped float and untyped string)
// ./builtin_errors2.go:10:6: invalid operation: too many arguments for real(5.5i, 1) (expected 1, found 2)
// ./builtin_errors2.go:11:11: invalid argument: argument has type untyped string, expected complex type
// ./builtin_errors2.go:12:2: invalid operation: not enough arguments for panic() (expected 1, found 0)
// ./builtin_errors2.go:13:2: invalid operation: too many arguments for panic(1, 2) (expected 1, found 2)
// ./builtin_errors2.go:13:2: too many errors
