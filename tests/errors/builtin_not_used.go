package main

func main() {
	len("a")
	new(int)
	make([]int, 1)
	min(1, 2)
	real(1i)
	complex(1, 2)
	copy([]int{}, []int{})
	recover()
	append([]int{}, 1)
}

// Errors:
// ./builtin_not_used.go:4:2: len("a") (constant 1 of type int) is not used
// ./builtin_not_used.go:5:2: new(int) (value of type *int) is not used
// ./builtin_not_used.go:6:2: make([]int, 1) (value of type []int) is not used
// ./builtin_not_used.go:7:2: min(1, 2) (untyped int constant 1) is not used
// ./builtin_not_used.go:8:2: real(1i) (untyped float constant 0) is not used
// ./builtin_not_used.go:9:2: complex(1, 2) (untyped complex constant (1 + 2i)) is not used
// ./builtin_not_used.go:12:2: append([]int{}, 1) (value of type []int) is not used
